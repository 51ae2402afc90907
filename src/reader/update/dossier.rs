//! Taking away what is known of one thing, as a page of Markdown.
//!
//! **In:** commands, and the name of a file that was typed. **Out:** a [`Request`] to copy the page, or to write it; or words
//! about why there is none. **Why:** what `y d` takes is what is looked at: the page in view, the meeting in focus, else the
//! story.

use std::path::PathBuf;

use super::Effects;
use super::keep::meant as meant_story;
use crate::dossier::neighbourhood::Node;
use crate::export::dossier::{Dossier, Subject, dossier};
use crate::links::MentionRef;
use crate::reader::actions::Take;
use crate::reader::model::digest::count;
use crate::reader::model::prompt::{Asked, Prompt};
use crate::reader::model::view::{Target, View};
use crate::reader::model::{Focus, Model};
use crate::reader::outside::Request;

/// Copies the page, or asks for the name of its file.
pub(super) fn run(model: &mut Model, what: Take, effects: &mut Effects) {
    match page(model) {
        Ok((subject, page)) if what == Take::DossierFile => {
            model.prompt = Some(Prompt::new(Asked::File, story_of(subject).unwrap_or(0), &page.file));
        }
        Ok((subject, page)) => {
            let words = count(page.markdown.split_whitespace().count(), "word", "words");
            let what = format!("the dossier of this {}, {words}", subject.word());
            effects.request = Some(Request::Copy { text: page.markdown, what });
        }
        Err(why) => model.say(why),
    }
}

/// Writes the page into the file that was typed.
pub(super) fn write(model: &mut Model, effects: &mut Effects) {
    let Some(prompt) = &mut model.prompt else { return };
    let typed = prompt.input.text().trim().to_owned();
    if typed.is_empty() || typed.ends_with('/') {
        prompt.mistake = Some("a name for the file is missing".to_owned());
        return;
    }
    model.prompt = None;
    match page(model) {
        Ok((_, page)) => effects.request = Some(Request::Write { path: PathBuf::from(typed), text: page.markdown }),
        Err(why) => model.say(why),
    }
}

/// The name that is typed for a file, once each time that it is another one.
pub(super) fn wants_look(model: &mut Model) -> Option<String> {
    let prompt = model.prompt.as_mut().filter(|prompt| prompt.asked == Asked::File)?;
    let typed = prompt.input.text();
    if prompt.looked_up.as_ref().is_some_and(|(name, _)| *name == typed) {
        return None;
    }
    prompt.looked_up = Some((typed.clone(), false));
    Some(typed)
}

/// Takes in whether there is a file of this name.
pub(super) fn take_look(model: &mut Model, name: String, is_there: bool) {
    if let Some(prompt) = model.prompt.as_mut().filter(|prompt| prompt.asked == Asked::File) {
        let is_meant = prompt.looked_up.as_ref().is_some_and(|(looked_up, _)| *looked_up == name);
        prompt.looked_up = if is_meant { Some((name, is_there)) } else { prompt.looked_up.take() };
    }
}

fn page(model: &Model) -> Result<(Subject, Dossier), &'static str> {
    if model.finding.is_some() {
        return Err("Meetings are still being looked for; a dossier can be taken when they are known.");
    }
    let subject = subject(model)?;
    dossier(&model.library, subject).map(|page| (subject, page)).ok_or("This is not in the library any more.")
}

/// What the page in view is about; in a list, what is under the cursor.
fn subject(model: &Model) -> Result<Subject, &'static str> {
    const NOTHING: &str = "There is nothing here to take a dossier of.";
    let Some(open) = model.view() else { return in_text(model).ok_or(NOTHING) };
    match open.view {
        View::Meetings | View::Names => match model.view_target() {
            Some(Target::View(view)) => of_view(view).ok_or(NOTHING),
            Some(Target::Mention(at)) => Ok(Subject::told(&model.library, at)),
            Some(Target::Story(story)) => Ok(Subject::Story(story)),
            Some(Target::Passage(source)) => Ok(Subject::Story(source.story)),
            None => Err(NOTHING),
        },
        view => of_view(view).ok_or(NOTHING),
    }
}

const fn of_view(view: View) -> Option<Subject> {
    match view {
        View::Meeting(meeting) | View::Map(Node::Meeting(meeting)) => Some(Subject::Meeting(meeting)),
        View::Name(name) | View::Beside(name) | View::Map(Node::Name(name)) => Some(Subject::Name(name)),
        View::Map(Node::Story(story)) => Some(Subject::Story(story)),
        View::Why { from, to } | View::Compare { from, to } => Some(Subject::Comparison(from, to)),
        View::Meetings | View::Names | View::Corrections => None,
    }
}

/// The meeting in focus in the text, else the story.
fn in_text(model: &Model) -> Option<Subject> {
    let story = meant_story(model)?;
    let focused = model.panel.mention.filter(|_| model.focus == Focus::Text && model.shown() == Some(story));
    Some(focused.map_or(Subject::Story(story), |mention| Subject::told(&model.library, MentionRef { story, mention })))
}

const fn story_of(subject: Subject) -> Option<usize> {
    match subject {
        Subject::Story(story) | Subject::Comparison(story, _) => Some(story),
        Subject::Meeting(_) | Subject::Name(_) => None,
    }
}
