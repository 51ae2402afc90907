//! Lists of places: where the reader was, the outline of a story, and the stories that tell its day.
//!
//! **In:** a command, then what was picked. **Out:** another place; the others stay behind and ahead.

use super::{follow, view};
use crate::dossier::Source;
use crate::language::{Part, Passage};
use crate::reader::actions::{Command, Correct};
use crate::reader::layout::picker_parts;
use crate::reader::model::bookmarks::Lasting;
use crate::reader::model::digest::published;
use crate::reader::model::history::{Place, Spot, Visit};
use crate::reader::model::picker::{Item, Kind, Pick, Picker};
use crate::reader::model::view::Target;
use crate::reader::model::{Focus, Model, dating, outline};
use crate::text::width::width;

/// Opens the list of places, newest first, the present one chosen.
pub(super) fn list(model: &mut Model) {
    let Some(here) = model.here() else {
        model.say("There is no story yet to come back to.");
        return;
    };
    let (visits, present) = model.history.all(here);
    let newest = visits.len().saturating_sub(1);
    let told = visits.iter().enumerate().rev().map(|(at, visit)| item(model, *visit, at, at == present));
    let (items, lines): (Vec<Item>, Vec<String>) = told.unzip();
    let mut picker = Picker::new(Kind::Places, items);
    picker.below = lines;
    picker.cursor = newest.saturating_sub(present);
    model.picker = Some(picker);
    let height = model.picker_height();
    if let Some(picker) = &mut model.picker {
        picker.reveal(height);
    }
}

/// A place: its title, outlet and day; and the line of text there.
fn item(model: &Model, visit: Visit, at: usize, is_present: bool) -> (Item, String) {
    let pick = Pick::Visit(at);
    let Some(story) = model.library.stories.get(visit.story) else {
        return (Item { label: String::new(), detail: String::new(), pick }, String::new());
    };
    let mut facts: Vec<String> = Vec::new();
    facts.extend(is_present.then(|| "you are here".to_owned()));
    facts.extend(visit.view.map(|view| view.what().to_owned()));
    facts.extend(story.article.outlet.as_ref().map(|outlet| outlet.name.clone()));
    facts.extend(story.annotations.published.as_ref().map(published));
    let line = Lasting::now(visit.place, model.words_of(visit)).line(story);
    (Item { label: story.article.title.text.clone(), detail: facts.join(" · "), pick }, line)
}

/// Goes to the place with this number; those between lie ahead or behind then.
pub(super) fn go(model: &mut Model, to: usize) {
    let Some(here) = model.here() else { return };
    if let Some(visit) = model.history.go(here, to) {
        model.whereabouts.before_jump = Some(here);
        follow::visit(model, visit);
    }
}

/// Opens the outline of the story.
pub(super) fn outline(model: &mut Model) {
    let top = model.here().and_then(|here| here.place.top).map(|top| top.passage);
    let at = top.filter(|top| top.part == Part::Text).map_or(0, |top| top.span.start());
    let Some(story) = model.story() else {
        model.say("No story to outline.");
        return;
    };
    let picker = outline::of(story, at);
    if picker.items.is_empty() {
        model.say("This story has neither headings nor paragraphs.");
        return;
    }
    model.picker = Some(picker);
    let height = model.picker_height();
    if let Some(picker) = &mut model.picker {
        picker.reveal(height);
    }
}

/// Tells how the day of the story is known, or in a view that of the meeting or of the story under the cursor.
pub(super) fn dating(model: &mut Model) {
    let Some(subject) = model.dated_here() else {
        let is_known = model.finding.is_none() && model.view().is_some();
        model.say(if is_known { "This row is about no meeting and no story." } else { "No story to tell the day of." });
        return;
    };
    let Some(mut picker) = dating::of(&model.library, subject) else {
        let keys = model.keymap().chords_anywhere(Command::Correct(Correct::Date));
        let says = keys.first().map(|key| format!("; {} says which it is", model.told_key(key)));
        model.say(format!("Nothing tells the day of this {}{}.", subject.what(), says.unwrap_or_default()));
        return;
    };
    // Where one row has no room for a line, all have two.
    let room = usize::from(picker_parts(model.size.0, model.size.1, picker.kind.width()).items.width);
    let is_long = |item: &Item| width(&item.label) + width(&item.detail) + BESIDE > room;
    if picker.below.is_empty() && !model.is_linear() && picker.items.iter().any(is_long) {
        picker.below = vec![String::new(); picker.items.len()];
    }
    model.picker = Some(picker);
}

/// Columns of a line that are not words, with what parts those at its right from the others.
const BESIDE: usize = 5;

/// Goes to words of a story, be it the one that is read or another.
pub(super) fn go_to_source(model: &mut Model, source: Source) {
    if model.view().is_none() && model.shown() == Some(source.story) {
        go_to(model, source.passage);
    } else {
        view::go_to(model, Target::Passage(source));
    }
}

/// Goes to the top of another story.
pub(super) fn go_to_story(model: &mut Model, story: usize) {
    model.leave_here();
    model.turn_to(None);
    model.arrive(story);
    model.go_to(Place::default());
}

/// Goes to a passage of the story that is shown.
pub(super) fn go_to(model: &mut Model, passage: Passage) {
    model.leave_here();
    model.focus = Focus::Text;
    model.settle();
    show_passage(model, passage);
}

/// Puts a passage of the story that is shown in focus, at the top of the screen unless it is a mark.
pub(super) fn show_passage(model: &mut Model, passage: Passage) {
    let mark = model.marks().iter().position(|placed| placed.mark.passage == passage);
    if let Some(mark) = mark {
        follow::focus_mark(model, mark);
        return;
    }
    // Where the page does not move, this alone shows what was picked.
    model.spot = Some(Spot::Passage(passage));
    let row = model.page().and_then(|page| page.row_of(passage));
    model.top = row.unwrap_or(0).min(model.last_top());
}
