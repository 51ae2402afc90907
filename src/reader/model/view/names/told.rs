//! A name in, its top facts in a few rows, out; and which name is in focus in a story.

use super::{counted, number};
use crate::dossier::meeting::called;
use crate::dossier::name::{NameSummary, Names, Part, Written};
use crate::dossier::wording;
use crate::language::NameKind;
use crate::library::Library;
use crate::meetings::{Participant, Status};
use crate::reader::model::view::content::{Cell, From, Role, Row};
use crate::reader::model::view::meeting::people::Calling;

/// The columns of what a row is about.
const LABEL: u16 = 9;
/// So many ways of writing are told at most.
const MOST: usize = 8;

/// How it is written, how it is called, its offices, whom it met last.
pub(super) fn rows(library: &Library, names: &Names, entity: usize, columns: u16) -> Vec<Row> {
    let (Some(one), Some(dossier)) =
        (library.connections.entities.get(entity), NameSummary::of(library, names, entity))
    else {
        return Vec::new();
    };
    let told = format!(
        "{}, {} in {}",
        one.kind.word(),
        counted(dossier.mentions, "mention", "mentions"),
        counted(dossier.stories, "story", "stories")
    );
    let wide = u16::try_from(crate::text::width::width(&one.name)).unwrap_or(u16::MAX);
    let mut rows = vec![Row::new(vec![
        Cell::new(0, one.name.clone(), Role::Name(one.kind)),
        Cell::new(wide.saturating_add(2), told, Role::Muted),
    ])];
    let mut add = |label: &str, words: String| {
        let room = columns.saturating_sub(LABEL);
        rows.push(Row::new(vec![
            Cell::new(0, label, Role::Muted).within(LABEL),
            Cell::new(LABEL, words, Role::Base).within(room),
        ]));
    };
    if !(dossier.written.len() == 1 && dossier.written.iter().all(|written| written.words == one.name)) {
        add("written", list(&dossier.written));
    }
    if let Some(office) = dossier.offices.first() {
        add("office", format!("{}, {}", office.words, office.years()));
    }
    add("called", list(&dossier.called));
    let met: Vec<String> = dossier.met.iter().take(MOST).map(|met| meeting(library, entity, met)).collect();
    add(if one.kind == NameKind::Place { "meetings" } else { "met" }, met.join(" · "));
    rows.retain(|row| row.cells.iter().all(|cell| !cell.words.is_empty()));
    rows
}

fn list(written: &[Written]) -> String {
    let words = written.iter().take(MOST).map(|one| format!("{} {}", one.words, number(one.times)));
    let mut words: Vec<String> = words.collect();
    if written.len() > MOST {
        words.push(format!("{} more", written.len() - MOST));
    }
    words.join(" · ")
}

/// `Demir Ilmaz 21 May 2031 (planned)`.
fn meeting(library: &Library, entity: usize, met: &crate::dossier::name::Met) -> String {
    let Some(meeting) = library.connections.meetings.get(met.meeting) else { return String::new() };
    let mut words = others(library, entity, met);
    if let Some(when) = wording::when_met(meeting) {
        words = format!("{words} {when}");
    }
    match meeting.status {
        Status::Held | Status::Unknown => words,
        status => format!("{words} ({})", status.word()),
    }
}

/// Who else was at a meeting, in full; its series or kind where nobody else is named.
pub(in crate::reader::model::view) fn others(
    library: &Library,
    entity: usize,
    met: &crate::dossier::name::Met,
) -> String {
    let Some(meeting) = library.connections.meetings.get(met.meeting) else { return String::new() };
    let others: Vec<&str> = who_else(library, entity, met).iter().map(|one| one.name.as_str()).collect();
    if others.is_empty() { called(library, meeting, 0) } else { others.join(" – ") }
}

/// The same in so many columns: where the full names do not fit, as stories call them for short.
pub(in crate::reader::model::view) fn others_within(
    library: &Library,
    entity: usize,
    met: &crate::dossier::name::Met,
    (calling, columns): (&Calling, u16),
) -> String {
    let others = who_else(library, entity, met);
    match library.connections.meetings.get(met.meeting).filter(|_| !others.is_empty()) {
        Some(meeting) => calling.words(library, meeting, &others, columns),
        None => self::others(library, entity, met),
    }
}

/// Those who were at a meeting, without the one who is asked about.
fn who_else<'l>(library: &'l Library, entity: usize, met: &crate::dossier::name::Met) -> Vec<&'l Participant> {
    let own = library.connections.entities.get(entity).map(|entity| &entity.id);
    let meeting = library.connections.meetings.get(met.meeting);
    let all = meeting.map_or(&[][..], |meeting| meeting.participants.as_slice());
    all.iter().filter(|one| met.part != Part::TookPart || Some(&one.id) != own).collect()
}

/// The entity of the first name in the words that are in focus, or else of the first person (or anything) of the story.
pub(super) fn in_focus(library: &Library, names: &Names, from: From) -> Option<usize> {
    let focused = from.source.and_then(|source| {
        let story = library.stories.get(source.story)?;
        let inside = names.in_story(source.story).filter_map(|(name, entity)| {
            let name = story.annotations.names.get(name)?;
            let mention = name.mentions.iter().find(|mention| {
                mention.passage.part == source.passage.part && mention.passage.span.overlaps(source.passage.span)
            })?;
            Some(((name.kind != NameKind::Person, mention.passage), entity))
        });
        inside.min_by_key(|(key, _)| *key).map(|(_, entity)| entity)
    });
    let story = from.source.map(|source| source.story);
    focused.or_else(|| {
        let story = story?;
        let told = library.stories.get(story)?;
        let kind = |name: usize| told.annotations.names.get(name).map(|name| name.kind != NameKind::Person);
        names.in_story(story).min_by_key(|(name, _)| (kind(*name), *name)).map(|(_, entity)| entity)
    })
}
