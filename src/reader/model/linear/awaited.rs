//! The marks that there are, in lines that can be heard, while the letter of one is waited for.
//!
//! **In:** the model, and what the letter is for. **Out:** what is to be typed, and a line for each mark. **Why:** the
//! box above the keys cannot be heard; whoever hears a screen needs the letters before they are typed.

use super::{said, story};
use crate::reader::model::Model;
use crate::reader::model::bookmarks::{Bookmark, title_of};
use crate::reader::model::digest::count;
use crate::reader::model::whereabouts::Awaited;
use crate::text::letters::first_upper;

/// What is waited for: `Go to a mark: its letter. 2 marks.`
pub(in crate::reader) fn heading(model: &Model, awaited: &Awaited) -> String {
    let all = model.whereabouts.bookmarks.iter().len();
    let marks = if all == 0 { "No marks".to_owned() } else { count(all, "mark", "marks") };
    let taken = if all > 0 && *awaited == Awaited::SetMark { "; a letter that is taken moves here" } else { "" };
    format!("{}. {marks}{taken}.", first_upper(awaited.told()))
}

/// A line for each mark, and before them one for the place before the last jump.
pub(in crate::reader) fn lines(model: &Model, awaited: &Awaited) -> Vec<String> {
    let goes_back = *awaited == Awaited::GoToMark && model.whereabouts.before_jump.is_some();
    let before = goes_back.then(|| format!("{}: where you were before the last jump.", said::chord("'")));
    let mut lines: Vec<String> = before.into_iter().collect();
    lines.extend(model.whereabouts.bookmarks.iter().map(|(letter, mark)| one(model, letter, mark)));
    if model.whereabouts.bookmarks.is_empty() {
        lines.push("No mark is set yet: m and a letter sets one.".into());
    }
    lines
}

/// `a: Talks in Sarn end early. At: “The two sides had met”`
fn one(model: &Model, letter: char, mark: &Bookmark) -> String {
    let title = mark.story.and_then(|story| story::title(model, story));
    let title = title.unwrap_or_else(|| said::sentence(title_of(&model.library, mark)));
    let place = match mark.story {
        None => " Not in this library any more.".to_owned(),
        Some(_) if mark.line.is_empty() => String::new(),
        Some(_) => format!(" At: “{}”", said::beginning(&mark.line)),
    };
    format!("{}: {title}{place}", said::chord(&letter.to_string()))
}
