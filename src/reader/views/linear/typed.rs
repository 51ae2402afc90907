//! Lines that are typed into: what for, the line itself with the cursor, and what has come of it so far.
//!
//! **Why nothing else:** while letters are typed the list or the text would change with each of them, and be spoken.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use unicode_segmentation::UnicodeSegmentation;

use super::{going_on, heading, inside, say};
use crate::reader::model::Model;
use crate::reader::model::digest::count;
use crate::reader::model::linear::{overlay as heard, plain, said, story};
use crate::reader::model::overlay::Overlay;
use crate::reader::model::prompt::Asked;
use crate::reader::model::view::{Open, Typed};
use crate::reader::views::pen::to_u16;
use crate::search::{Completion, field_help};
use crate::text::letters::first_upper;
use crate::text::width::width;

/// The filter: the query, what is wrong with it or how much matches, and the best of it.
pub(super) fn filter(model: &Model, buffer: &mut Buffer) -> Position {
    let told = going_on(model).map_or_else(String::new, |told| format!(" {told}"));
    let of_view = model.narrowed_view();
    let what = of_view.map_or("the stories", |open| open.view.what());
    heading(model, buffer, &format!("Filter {what}.{told}"));
    let asked = model.query_line();
    let cursor = line(model, buffer, "Filter: ", (asked.before, asked.after));
    let mut told = Vec::new();
    if asked.is_selected {
        told.push("All of it is selected: what is typed takes its place.".to_owned());
    }
    if let Some(mistake) = asked.mistake {
        told.push(said::sentence(&format!("Error: {mistake}")));
    } else if !asked.text().trim().is_empty() {
        told.extend(of_view.map_or_else(|| best_story(model), |open| best_row(model, open)));
    }
    match offered(model) {
        Some((words, true)) => told.insert(0, words),
        Some((words, false)) => told.push(words),
        None => {}
    }
    below(model, buffer, &told);
    cursor
}

/// How many stories match, and the best.
fn best_story(model: &Model) -> Vec<String> {
    let mut told = Vec::new();
    if !model.query.is_empty() {
        told.push(format!("{} of {} stories match.", model.stories.len(), model.library.stories.len()));
        if !model.stories.is_empty() {
            told.push(story::line(model, model.stories.cursor));
        }
    }
    told
}

/// How much of a view matches, and the row under the cursor.
fn best_row(model: &Model, open: &Open) -> Vec<String> {
    let mut told: Vec<String> = open.content.count().map(|count| said::sentence(&count)).into_iter().collect();
    if open.content.rows() > 0 {
        let number = open.content.rows_of(open.at.cursor).start;
        let row = open.content.row(&model.library, number, open.at.cursor).told();
        told.push(said::sentence(&plain::unquoted(&row)));
    }
    told
}

/// The choice that Tab wrote into the line; else what it would write, and what the field asks that stands there. And
/// whether a choice is in the line.
///
/// What is only offered comes after everything else and names few of the choices: it is new with each letter.
fn offered(model: &Model) -> Option<(String, bool)> {
    const NAMED: usize = 3;
    let (completion, chosen) = model.typing.offered()?;
    let choices = &completion.choices;
    if let Some((at, choice)) = chosen.and_then(|at| Some((at, choices.get(at)?))) {
        let help = choice.help.map_or_else(String::new, |help| format!(" {help}"));
        let stories =
            choice.stories.map_or_else(String::new, |stories| format!(", {}", count(stories, "story", "stories")));
        let words = format!("Choice {} of {}: {}{help}{stories}", at + 1, choices.len(), choice.shown);
        return Some((said::sentence(&words), true));
    }
    let named: Vec<&str> = choices.iter().take(NAMED).map(|choice| choice.shown.as_str()).collect();
    let named = named.join(", ");
    let words = match (choices.as_slice(), choices.len().saturating_sub(NAMED)) {
        ([only], _) => only.help.map_or_else(|| named.clone(), |help| format!("{named}, {help}")),
        (all, 0) => format!("{} choices, {named}", all.len()),
        (all, more) => format!("{} choices, {named} and {more} more", all.len()),
    };
    let words = said::sentence(&format!("Tab: {words}"));
    Some((asked(model, completion).map_or_else(|| words.clone(), |asked| format!("{asked} {words}")), false))
}

/// What the field asks whose value is still to be typed: `kind: asks for a meeting of this kind.`
fn asked(model: &Model, completion: &Completion) -> Option<String> {
    let line = model.query_line().text();
    let field = completion.span.of(&line).strip_suffix(':')?;
    let help = field_help(model.sought(), field)?;
    Some(said::sentence(&format!("{}: asks for {help}", field.to_ascii_lowercase())))
}

/// The line for what is looked for in the story, and how much of it there is.
pub(super) fn find(model: &Model, buffer: &mut Buffer) -> Position {
    if let Some(overlay) = &model.overlay {
        return look(model, buffer, overlay);
    }
    if let Some((open, typed)) = model.view().and_then(|open| Some((open, open.typed.as_ref()?))) {
        return in_view(model, buffer, open, typed);
    }
    heading(model, buffer, "Look for words in the story.");
    let Some(find) = &model.find else { return Position::ORIGIN };
    let label = if find.backward { "Look back for: " } else { "Look for: " };
    let cursor = line(model, buffer, label, find.input.parts());
    if !find.input.is_empty() {
        let row = find.focused().zip(model.page()).and_then(|(passage, page)| {
            let row = page.rows.get(page.row_of(passage)?)?;
            Some(row.span.of(page.sheet.text()).to_owned())
        });
        let counted = match (find.places.len(), find.at) {
            (0, _) => "Not in this story.".to_owned(),
            (count, Some(at)) => format!("Place {} of {count}.", at + 1),
            (count, None) => format!("{count} places."),
        };
        below(model, buffer, &std::iter::once(counted).chain(row).collect::<Vec<_>>());
    }
    cursor
}

/// The line for what is looked for in a view, and what comes of it.
fn in_view(model: &Model, buffer: &mut Buffer, open: &Open, typed: &Typed) -> Position {
    heading(model, buffer, "Look for words in the view.");
    let cursor = line(model, buffer, "Look for: ", typed.input.parts());
    let mut told = Vec::new();
    if !typed.input.is_empty() {
        let number = open.content.rows_of(open.at.cursor).start;
        told.push(open.content.row(&model.library, number, open.at.cursor).told());
    }
    below(model, buffer, &told);
    cursor
}

/// The line for what is looked for in what is laid over the screen, and how many of its items have it.
fn look(model: &Model, buffer: &mut Buffer, overlay: &Overlay) -> Position {
    let Some(look) = &overlay.look else { return Position::ORIGIN };
    heading(model, buffer, &format!("Look for words. {}.", overlay.kind.title()));
    let cursor = line(model, buffer, "Look for: ", look.input.parts());
    if !look.input.is_empty() {
        let lines = heard::lines(overlay);
        let first = lines.iter().map(|line| line.words.clone()).find(|words| !words.starts_with("Heading: "));
        let counted = format!("{} of {} have it.", overlay.shown(), overlay.count());
        below(model, buffer, &std::iter::once(counted).chain(first).collect::<Vec<_>>());
    }
    cursor
}

/// A line that a key asked for.
pub(super) fn prompt(model: &Model, buffer: &mut Buffer) -> Position {
    let Some(prompt) = &model.prompt else { return Position::ORIGIN };
    let (what, label) = match prompt.asked {
        Asked::Tags => ("Tags of this story, with commas between them.", "Tags: "),
        Asked::Note => ("Note on this story.", "Note: "),
        Asked::File => ("The file that the dossier is written to, in this folder.", "Write to: "),
        Asked::Day => ("A day, a month or a year to go to in the list, as in 2017-11-13 or 2017-11.", "Go to: "),
        Asked::Rename => ("How this name is written.", "Name: "),
        Asked::MeetingDay => ("The day of this meeting, as in 2017-11-20 or 20 November 2017.", "Day: "),
        Asked::StoryDay => ("The day of this story, as in 2017-11-20 or 20 November 2017.", "Day: "),
    };
    heading(model, buffer, what);
    let cursor = line(model, buffer, label, prompt.input.parts());
    let told = match (&prompt.mistake, prompt.asked) {
        (Some(mistake), _) => said::sentence(&format!("Error: {mistake}")),
        (None, Asked::File) => prompt.note().map(|note| said::sentence(&first_upper(note))).unwrap_or_default(),
        (None, Asked::Day | Asked::Rename) => String::new(),
        (None, _) => story::title(model, prompt.story).unwrap_or_default(),
    };
    below(model, buffer, &[told]);
    cursor
}

/// Writes a label and what is typed after it; gives the place of the cursor. A long line is shown from where the cursor
/// is still in sight.
pub(super) fn line(model: &Model, buffer: &mut Buffer, label: &str, (before, after): (&str, &str)) -> Position {
    let area = inside(model);
    let room = usize::from(area.width).saturating_sub(width(label) + 1);
    let mut shown = before;
    while width(shown) > room {
        let Some(first) = shown.graphemes(true).next().map(str::len) else { break };
        shown = shown.get(first..).unwrap_or_default();
    }
    say(model, buffer, area, 0, &format!("{label}{shown}{after}"));
    Position { x: area.x.saturating_add(to_u16(width(label) + width(shown))), y: area.y }
}

/// Writes sentences below the line.
fn below(model: &Model, buffer: &mut Buffer, sentences: &[String]) {
    let area = inside(model);
    let rows = sentences.iter().flat_map(|words| said::rows(words, usize::from(area.width)));
    for (row, words) in rows.enumerate() {
        say(model, buffer, area, row + 1, &words);
    }
}
