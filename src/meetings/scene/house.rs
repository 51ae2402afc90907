//! Releases of a house: rows in, `the President` of a page that is headed `THE WHITE HOUSE` as an actor out.
//!
//! **Why:** the press service of a seat of government speaks of its own head without a name; the visitor whom it does name as
//! `President X` is another one.

use jiff::civil::Date;

use super::{Actor, How, Row};
use crate::language::{EntityId, Facts, NameKind, State};

/// Within how many rows a page is headed.
const HEAD: usize = 4;
/// How many words such a heading has at most.
const HEADING: usize = 5;
/// Words of which a press office is called.
const PRESS_OFFICE: &[&str] =
    &["office", "of", "the", "press", "and", "information", "service", "secretary", "department", "directorate"];
/// How many such offices of a sentence are read.
const MOST: usize = 6;
/// Offices of which a house has one, and what they are called in the tables.
const OFFICES: &[(&str, &str)] = &[("president", "head-of-state"), ("prime minister", "head-of-government")];

/// Puts the head of the house where its office stands without a name.
pub(super) fn add(rows: &mut [Row<'_>], facts: &Facts, today: Option<Date>) {
    let state = rows.iter().take(HEAD).find_map(|row| state_of_house(row, facts));
    let (Some(state), Some(today)) = (state, today) else { return };
    for row in rows.iter_mut().skip(1) {
        let found: Vec<Actor> =
            (row.start..row.line.len()).filter_map(|at| head(row, at, &state.id, facts, today)).take(MOST).collect();
        if !found.is_empty() {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
}

/// The state whose seat of government heads the page, if the row is nothing but its name and its press office: `The
/// Kremlin, for its part, was silent` heads no page.
fn state_of_house(row: &Row<'_>, facts: &Facts) -> Option<&'static State> {
    let line = &row.line;
    if !line.is_capitalised(0) {
        return None;
    }
    let first = usize::from(line.is(0, &["the"]));
    let heads = |end: usize| (end..line.len()).all(|at| is_of_a_heading(row, at));
    (first + 1..=line.len().min(HEADING)).filter(|&end| heads(end)).find_map(|end| {
        let words: Vec<String> = (first..end).map(|at| line.word(at).to_lowercase()).collect();
        let town = facts.town_of_seat(&words.join(" "))?;
        facts.state(town.state.as_ref()?)
    })
}

/// Whether a word behind the name of a house tells nothing of it: a mark, its press office.
fn is_of_a_heading(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let mark = !line.word(at).chars().any(char::is_alphanumeric);
    mark || line.is(at, PRESS_OFFICE)
}

/// The head of the house, if `the President` stands at `at` without a name.
fn head(row: &Row<'_>, at: usize, state: &EntityId, facts: &Facts, today: Date) -> Option<Actor> {
    let line = &row.line;
    let (words, office) = OFFICES.iter().find(|(words, _)| line.reads(at + 1, words))?;
    let end = at + 1 + words.split(' ').count();
    let alone = !line.is_capitalised(end) && !line.is(end, &["of", "-", "elect"]) && line.is_capitalised(at + 1);
    let free = (at + 1..end).all(|at| row.actor_at(at).is_none());
    if !line.is(at, &["the"]) || !alone || !free {
        return None;
    }
    let holder = facts.holder(state, office, today)?;
    let who = vec![(holder.id.clone(), holder.name.to_owned())];
    Some(Actor {
        tokens: at + 1..end,
        who,
        is_person: true,
        kind: NameKind::Person,
        how: How::Described,
        is_many: false,
    })
}
