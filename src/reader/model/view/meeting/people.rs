//! A meeting in, the words for who met, when and how out, as lists, pages and linear mode use them.

use crate::dossier::{Source, wording};
use crate::language::Form;
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{MeetingDate, Participant, Status};
use crate::reader::model::view::{Cell, Role};
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// What stands between those who met.
const BETWEEN: &str = " – ";

/// Those who met from `column` on, in so many columns: by their full names where these fit, else as stories call them for
/// short, else as many as fit with the number of the others. Where nobody is named, what is known instead.
pub(in crate::reader::model::view) fn cells(
    library: &Library,
    meeting: &Meeting,
    column: u16,
    columns: u16,
) -> Vec<Cell> {
    let room = usize::from(columns);
    let all = &meeting.participants;
    if all.is_empty() {
        return vec![Cell::new(column, unnamed(library, meeting), Role::Base).within(columns)];
    }
    let full: Vec<String> = all.iter().map(|one| one.name.clone()).collect();
    let names = if taken(&full) <= room { full } else { all.iter().map(|one| brief(library, meeting, one)).collect() };
    let mut cells = Vec::new();
    let mut x = 0;
    for (place, (name, who)) in names.iter().zip(all).enumerate() {
        let left = all.len() - place - 1;
        let more = if left > 0 { format!("{BETWEEN}{left} more").len() } else { 0 };
        let before = if place > 0 { width(BETWEEN) } else { 0 };
        if place > 0 && x + before + width(name) + more > room {
            let words = format!(" +{}", left + 1);
            cells.push(cell(column, x, room, words, Role::Muted));
            break;
        }
        if place > 0 {
            cells.push(cell(column, x, room, BETWEEN.into(), Role::Muted));
        }
        x += before;
        cells.push(cell(column, x, room, name.clone(), Role::Name(who.kind)));
        x += width(name);
    }
    cells
}

fn cell(column: u16, x: usize, room: usize, words: String, role: Role) -> Cell {
    let at = column.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
    Cell::new(at, words, role).within(u16::try_from(room.saturating_sub(x)).unwrap_or(u16::MAX))
}

fn taken(names: &[String]) -> usize {
    names.iter().map(|name| width(name)).sum::<usize>() + width(BETWEEN) * names.len().saturating_sub(1)
}

/// The shortest part of a name by which a story that tells of the meeting calls someone: `Xi`, not `Jinping`.
fn brief(library: &Library, meeting: &Meeting, who: &Participant) -> String {
    let stories = meeting.mentions.iter().filter_map(|at| library.stories.get(at.story));
    let named = stories.filter_map(|story| Some((story, story.name(&who.id)?))).next();
    let forms = named.into_iter().flat_map(|(story, name)| {
        let by_name = name.mentions.iter().filter(|mention| mention.form == Form::Name);
        by_name.map(|mention| story.words(mention.passage))
    });
    let parts = forms.filter(|form| width(form) > 1 && is_part(form, &who.name));
    parts.min_by_key(|form| width(form)).map_or_else(|| who.name.clone(), str::to_owned)
}

/// Whether `form` is made of whole words of `name`, or of those that hyphens join.
fn is_part(form: &str, name: &str) -> bool {
    name.match_indices(form).any(|(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        let after = name.get(at + form.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Who met, in full: `Astrid Halvorsen – Demir Ilmaz`.
pub(in crate::reader::model::view) fn names(library: &Library, meeting: &Meeting) -> String {
    if meeting.participants.is_empty() {
        return unnamed(library, meeting);
    }
    let names: Vec<&str> = meeting.participants.iter().map(|one| one.name.as_str()).collect();
    names.join(BETWEEN)
}

/// A meeting of which nobody tells who met: `Lindholm talks, round 3`, `a summit`.
fn unnamed(library: &Library, meeting: &Meeting) -> String {
    let series = meeting.series.as_ref().and_then(|id| library.connections.series.iter().find(|one| one.id == *id));
    match (series, meeting.ordinal) {
        (Some(series), Some(number)) => format!("{}, round {number}", series.name),
        (Some(series), None) => series.name.clone(),
        (None, Some(number)) => format!("round {number}"),
        (None, None) => meeting.kind.word().to_owned(),
    }
}

/// `Monday, 20 Nov 2017`, `20–22 Nov 2017`, `day not told`.
pub(in crate::reader::model::view) fn when(when: Option<MeetingDate>) -> String {
    let Some(when) = when else { return "day not told".into() };
    let days = wording::days(when.interval);
    if when.interval.is_day() { format!("{}, {days}", when.interval.from.strftime("%A")) } else { days }
}

/// `round 7` or `summit`.
pub(in crate::reader::model::view) fn kind(meeting: &Meeting) -> String {
    meeting.ordinal.map_or_else(|| meeting.kind.word().to_owned(), |number| format!("round {number}"))
}

/// `held`; `not told whether held`.
pub(in crate::reader::model::view) const fn status(status: Status) -> &'static str {
    match status {
        Status::Unknown => "not told whether held",
        told => told.word(),
    }
}

/// The sentence that has these words, in quotation marks; the words alone where no sentence has them.
pub(in crate::reader::model::view) fn quotation(library: &Library, source: Source) -> String {
    let sentence = library.stories.get(source.story).and_then(|story| {
        let sentences = &story.annotations.sentences;
        let after = sentences.partition_point(|one| one.passage.start_key() <= source.passage.start_key());
        let sentence = sentences.get(after.checked_sub(1)?)?.passage;
        let holds = sentence.part == source.passage.part && sentence.span.contains(source.passage.span);
        holds.then(|| story.words(sentence))
    });
    format!("“{}”", one_line(sentence.unwrap_or_else(|| source.words(library))).trim())
}

/// The outlet of a story, or that it is not told.
pub(in crate::reader::model::view) fn outlet(library: &Library, story: usize) -> &str {
    let outlet = library.stories.get(story).and_then(|story| story.article.outlet.as_ref());
    outlet.map_or("outlet not told", |outlet| &outlet.name)
}

/// `21 Nov 2017`, or `undated`.
pub(in crate::reader::model::view) fn published(library: &Library, story: usize) -> String {
    let story = library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
    story.map_or_else(|| "undated".into(), crate::reader::model::digest::published)
}
