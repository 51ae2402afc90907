//! Looking for words in the story that is read.
//!
//! **In:** commands and typed text. **Out:** places lit, one of them in focus and in sight. **Why:** the
//! text follows each letter, and Escape leads back to where it stood, so that looking costs nobody their place.

use super::{edit, follow};
use crate::language::NameKind;
use crate::reader::actions::Command;
use crate::reader::model::find::Find;
use crate::reader::model::{Focus, Model};

/// Opens the line for what is looked for.
pub(super) fn open(model: &mut Model, backward: bool) {
    let Some(here) = model.here() else {
        model.say("No story to look in.");
        return;
    };
    model.focus = Focus::Text;
    model.find = Some(Find::new(here.story, here.place, backward));
}

/// Lights the phrase that the filter asks for in the story that was opened, and leaves the text where it stands: a reader
/// who found a story by its words looks for them next, but reads its heading first.
pub(super) fn begin_with_the_phrase(model: &mut Model) {
    let Some(phrase) = model.query.phrases().next().map(str::to_owned) else { return };
    let Some(here) = model.here() else { return };
    let mut find = Find::new(here.story, here.place, false);
    find.input.set(&phrase, "");
    find.typing = false;
    if let (Some(story), Some(page)) = (model.library.stories.get(find.story), model.page()) {
        find.look(story, page);
    }
    if !find.places.is_empty() {
        model.find = Some(find);
    }
}

/// Types text into the line, where it is open; tells whether it is.
pub(super) fn insert(model: &mut Model, typed: &str) -> bool {
    let Some(find) = model.find.as_mut().filter(|find| find.typing) else { return false };
    find.input.insert(typed);
    look(model);
    true
}

/// Edits the line, where it is open; tells whether it is.
pub(super) fn change(model: &mut Model, command: Command) -> bool {
    let Some(find) = model.find.as_mut().filter(|find| find.typing) else { return false };
    if edit::change(&mut find.input, command) {
        look(model);
    }
    true
}

/// Keeps what was found, and closes the line.
pub(super) fn accept(model: &mut Model) {
    let Some(find) = &mut model.find else { return };
    find.typing = false;
    if find.input.is_empty() {
        model.find = None;
    } else if find.places.is_empty() {
        let words = format!("“{}” is not in this story.", find.input.text());
        model.say(words);
        cancel(model);
    }
}

/// Goes back to where the text stood before.
pub(super) fn cancel(model: &mut Model) {
    if let Some(find) = model.find.take() {
        model.go_to(find.before);
    }
}

/// Puts the next place in focus, or the one before.
pub(super) fn next(model: &mut Model, forward: bool) {
    let Some(mut find) = model.find.take() else {
        model.say("Nothing is looked for; / begins.");
        return;
    };
    if find.at.is_none()
        && let Some(page) = model.page()
    {
        find.backward = !forward;
        find.nearest(page, model.top);
        find.backward = false;
        model.find = Some(find);
        reveal(model);
        return;
    }
    // `n` goes on the way the search was begun.
    let forward_on_page = forward != find.backward;
    let round = find.go(forward_on_page);
    let (count, counted) = (find.places.len(), find.counted());
    model.find = Some(find);
    if round {
        let end = if forward_on_page { "from the end on at the top" } else { "from the top on at the end" };
        model.say(if count == 1 {
            "This is the only place.".into()
        } else {
            format!("Round again, {counted}: {end}.")
        });
    }
    reveal(model);
}

/// Looks for the name in focus, or the first one in sight.
pub(super) fn name(model: &mut Model) {
    let Some(name) = name_in_focus(model) else {
        model.say("No name is in focus; Tab puts a passage in focus.");
        return;
    };
    open(model, false);
    if let Some(find) = &mut model.find {
        find.input.set(&name, "");
        find.typing = false;
    }
    look(model);
}

/// The first name that the passage in focus mentions, as it is written there.
fn name_in_focus(model: &Model) -> Option<String> {
    let passage = model.focused_passage()?;
    let story = model.story()?;
    let names = story.annotations.names.iter().filter(|name| name.kind != NameKind::Group);
    let mentions = names.flat_map(|name| name.mentions.iter().map(|mention| mention.passage));
    let inside = mentions.filter(|mention| mention.part == passage.part && passage.span.contains(mention.span));
    inside.min_by_key(|mention| mention.span.start()).map(|mention| story.words(mention).to_owned())
}

/// Finds every place, and shows the one next to where the text stood before.
fn look(model: &mut Model) {
    let Some(mut find) = model.find.take() else { return };
    model.go_to(find.before);
    let top = model.top;
    if let (Some(story), Some(page)) = (model.library.stories.get(find.story), model.page()) {
        find.look(story, page);
        find.nearest(page, top);
    }
    model.find = Some(find);
    reveal(model);
}

fn reveal(model: &mut Model) {
    let rows = model.find.as_ref().and_then(Find::focused).zip(model.page()).and_then(|(place, page)| {
        let shown = page.sheet.shown(place)?;
        Some(page.rows_of(shown))
    });
    if let Some(rows) = rows {
        follow::reveal(model, rows.start, rows.end);
    }
}
