//! A meeting in, what is told of it below the list out: the record in one row, then each telling with its words.

use crate::dossier::meeting::{MeetingDossier, kind};
use crate::dossier::wording;
use crate::library::Library;
use crate::links::Tier;
use crate::reader::model::view::meeting::people::{self, Calling};
use crate::reader::model::view::quoting::Quoting;
use crate::reader::model::view::{Cell, Role, Row};
use crate::text::width::width;

/// The column in which the words of a telling begin.
const WORDS: u16 = 3;
/// Tellings that are told of: no screen has room for more.
const MOST: usize = 60;

/// The rows, so many columns wide; how sure each telling belongs there, in the accent where that is at least `least`.
pub(super) fn rows(library: &Library, calling: &Calling, number: usize, (columns, least): (u16, Tier)) -> Vec<Row> {
    let Some(dossier) = MeetingDossier::new(library, number) else { return Vec::new() };
    let Some(meeting) = dossier.record(library) else { return Vec::new() };
    let mut facts = vec![people::when(meeting)];
    facts.extend(meeting.place.as_ref().map(|place| place.name.clone()));
    facts.extend([kind(meeting), people::status(meeting.status).to_owned()]);
    let facts = facts.join(" · ");
    let taken = u16::try_from(width(&facts)).unwrap_or(u16::MAX).saturating_add(3);
    let mut rows = Vec::new();
    if columns > taken.saturating_add(24) {
        let mut cells = calling.cells(library, meeting, 1, columns - taken);
        cells.push(Cell::new(columns.saturating_sub(taken), facts, Role::Muted).right(taken));
        rows.push(Row::new(cells));
    } else {
        rows.push(Row::new(calling.cells(library, meeting, 1, columns.saturating_sub(1))));
        rows.push(Row::new(vec![Cell::new(1, facts, Role::Muted)]));
    }
    for difference in dossier.differences.iter().filter(|difference| !difference.is_progress) {
        let versions: Vec<String> = difference.versions.iter().map(|version| version.value.words()).collect();
        let words = format!("≠ {}: {}", difference.slot.word(), versions.join(" or "));
        rows.push(Row::new(vec![Cell::new(1, words, Role::Differs)]));
    }
    if columns >= 100 {
        rows.push(Row::blank());
    }
    rows.extend(meeting.is_likely.then(|| doubt(columns)));
    for telling in dossier.tellings.iter().take(MOST) {
        let story = telling.at.story;
        let told = library.mention(telling.at).map(|told| told.status);
        let published = people::published(library, story);
        let status = told.map_or("", people::status);
        let name = people::outlet(library, story);
        let mut cells = vec![Cell::new(1, name, Role::Base).within(columns / 2)];
        let at = 3 + u16::try_from(width(name)).unwrap_or(u16::MAX).min(columns / 2);
        let passing = if telling.in_passing { " · in passing" } else { "" };
        cells.push(Cell::new(at, format!("{published} · {status}{passing}"), Role::Muted));
        if let Some(bond) = telling.bond {
            let role = if bond.tier <= least { Role::Accent } else { Role::Muted };
            cells.push(Cell::new(columns.saturating_sub(4), bond.tier.dots(), role).right(4));
        }
        rows.push(Row::new(cells));
        // Of a long sentence the words that tell of the meeting are seen: its beginning may be about another one.
        let room = columns.saturating_sub(WORDS + 1);
        let quoting = Quoting::around(library, telling.source, usize::from(room), 1);
        rows.extend(quoting.into_iter().flat_map(|quoting| quoting.rows(WORDS, room, Role::Muted, Role::Muted)));
    }
    rows
}

/// That it is only probably a meeting, and why.
fn doubt(columns: u16) -> Row {
    let why = if columns >= 100 { wording::WHY_PROBABLY_ALL } else { wording::UNSAID };
    let words = format!("{}{}: {why}", wording::PROBABLY_SIGN, wording::PROBABLY_ONE);
    Row::new(vec![Cell::new(1, words, Role::Muted).within(columns.saturating_sub(1))])
}
