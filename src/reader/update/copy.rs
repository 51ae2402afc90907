//! Copying, and opening in other programs.
//!
//! **In:** commands. **Out:** a [`Request`] to the world outside, with clean text; or words about why there is none.

use super::keep::meant as meant_story;
use super::{Effects, select};
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::reader::actions::Take;
use crate::reader::copying::{Dating, citation, is_web_address, paragraphs, quotation, to_be_paged, whole};
use crate::reader::model::digest::count;
use crate::reader::model::{Focus, Model};
use crate::reader::outside::Request;

/// The widest row for a pager, in columns.
const PAGED: u16 = 80;

/// Carries a command out.
pub(super) fn run(model: &mut Model, what: Take, effects: &mut Effects) {
    if let (Some(text), Take::Words) = (model.view_words(), what) {
        let what = count(text.split_whitespace().count(), "word", "words");
        effects.request = Some(Request::Copy { text, what });
        return;
    }
    let Some(index) = meant_story(model) else {
        let in_view = model.view().is_some();
        let why =
            if in_view { "No words of a story stand behind this." } else { "There is no story to take anything from." };
        model.say(why);
        return;
    };
    match request(model, index, what) {
        Ok(request) => {
            effects.request = Some(request);
            // What was selected is taken, as in vi.
            if matches!(what, Take::Words | Take::Selected | Take::Quotation) {
                model.selecting.selection = None;
            }
        }
        Err(why) => model.say(why),
    }
}

fn request(model: &Model, index: usize, taken: Take) -> Result<Request, &'static str> {
    let story = model.library.stories.get(index).ok_or("There is no such story.")?;
    let source = || citation(story, if model.is_only_read(index) { Dating::GoingOn } else { Dating::Done });
    let article = &story.article;
    let copy = |text: String, what: &str| Request::Copy { text, what: what.to_owned() };
    let words = |passages: &[Passage]| {
        let taken = paragraphs(story, passages);
        if taken.iter().all(|paragraph| paragraph.trim().is_empty()) { Err("Nothing is selected.") } else { Ok(taken) }
    };
    let text = |taken: &[String]| {
        let text = taken.join("\n\n").trim().to_owned();
        let what = count(text.split_whitespace().count(), "word", "words");
        Request::Copy { text, what }
    };
    Ok(match taken {
        Take::Words | Take::Selected => {
            text(&words(&selected(model).or_else(|| select::meant(model).map(single)).ok_or(NOTHING)?)?)
        }
        Take::Sentence => text(&words(&single(sentence(model, story).ok_or(NOTHING)?))?),
        Take::Quotation => {
            let passages = selected(model).or_else(|| sentence(model, story).map(single)).ok_or(NOTHING)?;
            let taken = words(&passages)?;
            let number = taken.iter().map(|paragraph| paragraph.split_whitespace().count()).sum();
            let what = format!("a quotation of {}", count(number, "word", "words"));
            Request::Copy { text: quotation(&taken, &source()), what }
        }
        Take::Citation => copy(source(), "the citation"),
        Take::Story => {
            let text = whole(story, &source());
            let what = format!("the whole story, {}", count(text.split_whitespace().count(), "word", "words"));
            Request::Copy { text, what }
        }
        Take::Address => copy(address(story)?, "the address"),
        // They are not about a story alone.
        Take::Dossier | Take::DossierFile => return Err(NOTHING),
        Take::Path => Request::CopyPath(article.origin.path.clone()),
        Take::Editor => Request::Edit { path: article.origin.path.clone(), line: line(model, story) },
        Take::Pager => {
            let columns = usize::from(model.size.0.clamp(1, PAGED));
            Request::Page(to_be_paged(story, &source(), columns))
        }
        Take::Browser => Request::Browse(web_address(story)?),
    })
}

/// The address of a story as it was told.
fn address(story: &Story) -> Result<String, &'static str> {
    let address = story.article.url.as_ref();
    let address = address.ok_or("This story tells no address; `y p` copies the path of its file.")?;
    // A break or a control in it was made a space when it was read: that is no longer what stood there.
    if address.contains(char::is_whitespace) {
        return Err("The address of this story holds signs that cannot be copied.");
    }
    Ok(address.clone())
}

/// There is no text in sight.
const NOTHING: &str = "There is no text in sight to copy.";

fn single(passage: Passage) -> Vec<Passage> {
    vec![passage]
}

/// What is selected; `None` where nothing is being selected.
fn selected(model: &Model) -> Option<Vec<Passage>> {
    let (selection, page) = model.selecting.selection.zip(model.page())?;
    Some(selection.passages(page))
}

/// The sentence that holds the moving end of what is selected, or the passage in focus, or else the first one in sight.
fn sentence(model: &Model, story: &Story) -> Option<Passage> {
    let around = match model.selecting.selection {
        Some(selection) => {
            // The end lies behind the last letter that is selected.
            let at = selection.head.at;
            let last = if selection.head.at > selection.anchor.at { at.saturating_sub(1) } else { at };
            Passage { part: selection.head.part, span: crate::text::Span::new(last, last + 1) }
        }
        None => select::meant(model)?,
    };
    let sentences = story.annotations.sentences.iter().map(|sentence| sentence.passage);
    let mut touched = sentences.filter(|found| found.part == around.part && found.span.overlaps(around.span));
    let first = touched.next();
    let all = first.map(|first| touched.fold(first, Passage::cover));
    all.or_else(|| {
        let block = story.article.blocks.iter().find(|block| block.span.overlaps(around.span))?;
        (around.part == Part::Text).then_some(Passage { part: Part::Text, span: block.span })
    })
}

/// The 1-based line of the file where the reader is; in a file of many stories that of the story.
fn line(model: &Model, story: &Story) -> Option<usize> {
    if let Some(line) = story.article.origin.line {
        return Some(line);
    }
    let reading = model.focus == Focus::Text;
    let at = select::meant(model).filter(|passage| reading && passage.part == Part::Text)?.span.start();
    // The text of a file is kept line by line.
    story.article.text.get(..at).map(|before| before.matches('\n').count() + 1)
}

/// The address of the story, if a browser may be given it; or why not.
fn web_address(story: &Story) -> Result<String, &'static str> {
    let address = story.article.url.as_ref().ok_or("This story tells no address to open.")?;
    if is_web_address(address) {
        Ok(address.clone())
    } else {
        Err("The address of this story is no http or https, and is not opened.")
    }
}
