//! What the reader does with stories.
//!
//! **In:** a command. **Out:** changes, and what was done in a few words; the same for the whole list. **Why:** one
//! key does it and one takes it back, so that nobody thinks twice before marking a hundred stories.

use crate::library::Change;
use crate::reader::actions::Command;
use crate::reader::model::digest::count;
use crate::reader::model::prompt::{Asked, Prompt, tags};
use crate::reader::model::{Focus, Model};
use crate::text::letters::first_upper;
use crate::text::width::truncate;

/// Columns around what was taken back, in the last line.
const AROUND: usize = 17;

/// The story that a command is about: the one that is read, or the chosen one.
pub(super) fn meant(model: &Model) -> Option<usize> {
    if model.view().is_some() {
        return model.view_source().map(|source| source.story);
    }
    if model.focus == Focus::Text { model.shown } else { model.stories.chosen() }
}

/// The same; where it is none, the reader is told why.
fn meant_or_told(model: &mut Model) -> Option<usize> {
    // What is kept is kept of the one story that is seen, never of one of several behind a row.
    let story = if model.view().is_some() { model.story_of_row() } else { meant(model) };
    if story.is_none() {
        let is_head = model.stories.chosen_head().is_some();
        let words = if model.view().is_some() {
            "This row is no story; Enter leads to its stories."
        } else if is_head {
            "A group is chosen, no story; j goes on to its stories."
        } else {
            "No story is chosen."
        };
        model.say(words);
    }
    story
}

/// Changes the one story that is meant.
pub(super) fn one(model: &mut Model, command: Command) {
    let Some(story) = meant_or_told(model) else { return };
    let own = model.own(story);
    let (change, told) = match (command, own.starred, own.read) {
        (Command::Star, false, _) => (Change::Starred(true), "starred"),
        (Command::Star, true, _) => (Change::Starred(false), "star taken away"),
        (_, _, true) => (Change::Read(false), "marked as unread"),
        (_, _, false) => (Change::Read(true), "marked as read"),
    };
    model.change(vec![(story, change)], told);
    // In a view no title stands beside it.
    let which = model.view().and_then(|_| model.library.stories.get(story));
    let which = which.map_or_else(String::new, |it| format!(": {}", model.library.called_story(&it.article.id)));
    let words = format!("{}{which}{}", first_upper(told), back(model));
    model.say(words);
}

/// Changes every listed story.
pub(super) fn all(model: &mut Model, command: Command) {
    let (change, told) = match command {
        Command::StarAll => (Change::Starred(true), "starred"),
        Command::ReadAll => (Change::Read(true), "marked as read"),
        _ => (Change::Read(false), "marked as unread"),
    };
    let stories: Vec<(usize, Change)> =
        model.stories.matches.iter().map(|found| (found.story, change.clone())).collect();
    let changes: Vec<(usize, Change)> =
        stories.into_iter().filter(|(story, change)| model.changes(*story, change)).collect();
    if changes.is_empty() {
        model.say(format!("All listed stories are {told} already."));
        return;
    }
    let told = format!("{} {told}", count(changes.len(), "story", "stories"));
    model.change(changes, &told);
    let words = format!("{told}{}", back(model));
    model.say(words);
}

/// Takes the last step back.
pub(super) fn undo(model: &mut Model) {
    let words = match model.take_back() {
        Some(told) if model.is_linear() => format!("Taken back: {told}."),
        Some(told) => {
            let room = usize::from(model.size.0).saturating_sub(AROUND);
            format!("Taken back: {}.", truncate(&told, room))
        }
        None if model.library.corrections.entries.is_empty() => "Nothing to take back.".into(),
        None => format!("Nothing to take back since the start{}.", corrections_key(model)),
    };
    model.say(words);
}

/// `; E lists the corrections`, with whatever key that is: earlier ones are taken back there.
fn corrections_key(model: &Model) -> String {
    let keys = model.keymap().chords_anywhere(Command::Corrections);
    keys.first().map_or_else(String::new, |key| format!("; {} lists the corrections", model.told_key(key)))
}

/// Asks for the tags or the note of the story that is meant.
pub(super) fn ask(model: &mut Model, asked: Asked) {
    let Some(story) = meant_or_told(model) else { return };
    let own = model.own(story);
    let written = match asked {
        Asked::Tags => own.tags.join(", "),
        Asked::Note => own.note.replace('\n', " "),
        Asked::Day | Asked::Rename | Asked::MeetingDay | Asked::StoryDay | Asked::File => String::new(),
    };
    model.prompt = Some(Prompt::new(asked, story, &written));
}

/// Takes what was typed.
pub(super) fn accept(model: &mut Model) {
    if super::correct::accept(model) {
        return;
    }
    if model.prompt.as_ref().is_some_and(|prompt| prompt.asked == Asked::Day) {
        super::order::jump(model);
        return;
    }
    let Some(prompt) = model.prompt.take() else { return };
    let typed = prompt.input.text();
    let known = model.own(prompt.story).clone();
    let (change, told) = match prompt.asked {
        Asked::Tags => (Change::Tags { known: known.tags, now: tags(&typed) }, "tags changed"),
        _ => (Change::Note { known: known.note, now: typed.trim().to_owned() }, "note changed"),
    };
    model.change(vec![(prompt.story, change)], told);
    // That it is there is seen under the title; that it will not be is seen nowhere.
    if let Some(unkept) = model.unkept() {
        model.say(format!("{}{unkept}", first_upper(told)));
    }
}

/// Types text into the line, where it is open; tells whether it is.
pub(super) fn insert(model: &mut Model, typed: &str) -> bool {
    let Some(prompt) = &mut model.prompt else { return false };
    prompt.mistake = None;
    prompt.input.insert(typed);
    true
}

/// Edits the line, where it is open; tells whether it is.
pub(super) fn edit(model: &mut Model, command: Command) -> bool {
    let Some(prompt) = &mut model.prompt else { return false };
    if super::edit::change(&mut prompt.input, command) {
        prompt.mistake = None;
    }
    true
}

/// `; U takes it back`, with whatever key that is; before all else, that the change is not kept, where that is so.
fn back(model: &Model) -> String {
    if let Some(unkept) = model.unkept() {
        return unkept;
    }
    let keys = model.keymap().chords_anywhere(Command::Undo);
    keys.first().map_or_else(String::new, |key| format!("; {} takes it back", model.told_key(key)))
}
