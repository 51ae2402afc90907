//! Corrections, from where an error is seen.
//!
//! **In:** commands, lines that were picked, words that were typed. **Out:** another list to pick from or another line to
//! type, until it is clear what is meant; then a correction. [`names`] asks what is meant of names, [`meetings`] of meetings
//! and days, [`no_meeting`] of what is none.

mod meetings;
mod names;
mod no_meeting;

use super::Effects;
use crate::language::{Correction, Interval};
use crate::library::corrections::What;
use crate::links::{MeetingCorrection, Quote};
use crate::reader::actions::{Command, Correct};
use crate::reader::model::Model;
use crate::reader::model::correcting::{Asking, Step, days};
use crate::reader::model::picker::{Item, Kind, Pick, Picker};
use crate::reader::model::prompt::Asked;
use crate::reader::model::view::View;
use crate::reader::outside::Request;
use crate::text::sanitise::one_line;
use crate::text::width::{truncate, width};

/// Columns between a heading and how many lines match.
const BETWEEN: usize = 2;
/// The fewest columns for what a question is about.
const LEAST: usize = 16;

/// Does what a command means.
pub(super) fn run(model: &mut Model, command: Command) {
    match command {
        Command::Corrections => model.open_view(View::Corrections),
        Command::RemoveCorrection => remove(model),
        _ if model.finding.is_some() => {
            model.say("Names and meetings are still being looked for; correct them once they are found.");
        }
        Command::Correct(how) => begin(model, how),
        _ => {}
    }
}

/// Opens the file of corrections at what could not be read of it, where that is under the cursor; tells whether it is.
pub(super) fn open_file(model: &Model, effects: &mut Effects) -> bool {
    let is_free = model.picker.is_none() && model.prompt.is_none();
    let Some(fault) = model.unread_correction().filter(|_| is_free) else { return false };
    effects.request = Some(Request::Edit { path: fault.path.clone(), line: fault.line });
    true
}

/// Takes the correction under the cursor out.
fn remove(model: &mut Model) {
    let Some(open) = model.view().filter(|open| open.view == View::Corrections) else {
        model.say("Only a correction in their list can be taken out here.");
        return;
    };
    let number = open.content.correction(open.at.cursor);
    match number.and_then(|number| model.library.corrections.entries.get(number)).cloned() {
        Some(entry) => model.uncorrect(entry),
        None if model.unread_correction().is_some() => {
            model.say("This entry is not read; Enter opens the file at its line.");
        }
        None => model.say("No correction is under the cursor."),
    }
}

fn begin(model: &mut Model, how: Correct) {
    match how {
        Correct::SameMeeting | Correct::OtherMeeting => meetings::about_a_meeting(model, how),
        Correct::NoMeeting => no_meeting::ask(model),
        Correct::Date => meetings::about_a_date(model),
        _ => names::about_a_name(model, how),
    }
}

/// Opens a list to pick from; where there is nothing to choose, says why.
fn choose(model: &mut Model, kind: Kind, items: Vec<Item>, nothing: &str) {
    match items.as_slice() {
        [] => model.say(nothing),
        _ => model.picker = Some(Picker::new(kind, items)),
    }
}

/// Has the list that was just opened ask this, in place of what all lists of its sort ask.
fn ask(model: &mut Model, question: impl AsRef<str>) {
    if let Some(picker) = &mut model.picker {
        picker.question = Some(one_line(question.as_ref()));
    }
}

/// The same about something that may be long: it is cut, so that the end of the question is not.
fn ask_about(model: &mut Model, what: &str, question: &str) {
    let lines = model.picker.as_ref().map_or(0, |picker| picker.items.len());
    let counted = width(&format!("{lines} of {lines}")) + BETWEEN + 1;
    let room = usize::from(model.picker_parts().heading.width).saturating_sub(width(question) + counted).max(LEAST);
    let what = if model.is_linear() { what.into() } else { truncate(what, room) };
    ask(model, format!("{what} {question}"));
}

fn item(label: impl Into<String>, detail: impl Into<String>, step: Step) -> Item {
    Item { label: label.into(), detail: detail.into(), pick: Pick::Correct(Box::new(step)) }
}

/// Goes on with a step that was picked.
pub(super) fn step(model: &mut Model, step: Step) {
    match step {
        Step::Name(how, here) => names::of_name(model, how, &here),
        Step::SameAs(here, other) => names::same_as(model, &here, &other),
        Step::Day(asking) => meetings::ask_for_a_day(model, asking),
        Step::Make(what) => model.correct(*what),
    }
}

/// Takes what was typed; tells whether the line was one for corrections.
pub(super) fn accept(model: &mut Model) -> bool {
    let Some(prompt) = &model.prompt else { return false };
    if !matches!(prompt.asked, Asked::Rename | Asked::MeetingDay | Asked::StoryDay) {
        return false;
    }
    let (typed, story) = (prompt.input.text().trim().to_owned(), prompt.story);
    let Some(asking) = model.correcting.asking.clone() else {
        model.prompt = None;
        return true;
    };
    let made = match asking {
        _ if typed.is_empty() => Err("nothing is typed; Esc leaves all as it is".to_owned()),
        Asking::Rename(_) if !typed.chars().any(char::is_alphanumeric) => Err("a name has letters".to_owned()),
        Asking::Rename(renaming) => {
            (model.prompt, model.correcting.asking) = (None, None);
            names::rename(model, renaming, &typed);
            return true;
        }
        Asking::MeetingDay { telling, others } => day_of_meeting(model, (telling, others), &typed, story),
        Asking::StoryDay(number) => day_of_story(model, number, &typed, story),
    };
    match made {
        Ok(what) => {
            (model.prompt, model.correcting.asking) = (None, None);
            model.correct(what);
        }
        Err(mistake) => {
            if let Some(prompt) = &mut model.prompt {
                prompt.mistake = Some(mistake);
            }
        }
    }
    true
}

/// The days that were typed, counted from the day of a story where they need that.
fn typed_days(model: &Model, typed: &str, story: usize) -> Result<Interval, String> {
    let published = model.library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
    let told = days(typed, published.map(|published| published.best));
    told.ok_or_else(|| "this is no day; write 2017-11-20 or 20 November 2017".to_owned())
}

fn day_of_meeting(
    model: &Model,
    (telling, others): (Quote, Vec<Quote>),
    typed: &str,
    story: usize,
) -> Result<What, String> {
    let on = typed_days(model, typed, story)?;
    Ok(What::Meeting(MeetingCorrection::Day { telling, others, on }))
}

fn day_of_story(model: &Model, number: usize, typed: &str, story: usize) -> Result<What, String> {
    let on = typed_days(model, typed, story)?;
    let article = model.library.stories.get(number).map(|story| &story.article);
    let article = article.ok_or_else(|| "this story is not there any more".to_owned())?;
    if !on.is_day() {
        return Err("a story is of one day; write 2017-11-20 or 20 November 2017".to_owned());
    }
    let title = one_line(&article.title.text).trim().to_owned();
    // What holds no letter could not be read again.
    let title = Some(title).filter(|title| title.chars().any(char::is_alphanumeric));
    Ok(What::Reading(Correction::Day { story: article.id.clone(), title, day: on.from }))
}
