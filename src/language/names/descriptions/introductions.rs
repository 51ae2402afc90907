//! Office phrases in, who is introduced with them out: `Norwegian Foreign Minister Zorbax Quill`, `Zorbax Quill, the foreign
//! minister of Norway`, `Prime Minister Danilo Hresk of the Tarsk Republic`, `her Tarsk colleague Stefan Quill`.

use super::around::{after, before, is_of_another};
use super::cast::{Cast, Told};
use super::phrase::{Phrase, head_word};
use crate::language::calendar::Interval;
use crate::language::line::Line;
use crate::language::types::EntityId;

/// Remembers with which offices the story introduces its people.
pub(super) fn introduce_all(lines: &[Line<'_>], phrases: &[Vec<Phrase>], cast: &mut Cast, days: Option<Interval>) {
    for (number, (line, phrases)) in lines.iter().zip(phrases).enumerate() {
        for (at, phrase) in phrases.iter().enumerate().filter(|(_, phrase)| !phrase.offices.is_empty()) {
            let Some((person, of)) = introduced(line, number, phrases, at, cast) else {
                note_nameless(line, number, phrase, cast);
                continue;
            };
            let mut told = Told { of, offices: phrase.offices.clone(), head: head_word(line, phrase) };
            if phrase.offices.contains(&"counterpart") {
                let Some(same) = office_of_other(cast, number, phrase.tokens.start, person, days) else { continue };
                told = Told { of: told.of, ..same };
            }
            cast.tell(person, told);
        }
    }
}

/// Remembers `a minister`, `a French government spokesman`: from here on `the minister` may be that one.
fn note_nameless(line: &Line<'_>, number: usize, phrase: &Phrase, cast: &mut Cast) {
    let start = phrase.tokens.start;
    if line.holds(start.saturating_sub(3)..start, &["a", "an", "another"]) {
        cast.nameless.entry(head_word(line, phrase)).or_default().push(number);
    }
}

/// Whom the office phrase `at` introduces, and for which state or body.
fn introduced(
    line: &Line<'_>,
    number: usize,
    phrases: &[Phrase],
    at: usize,
    cast: &Cast,
) -> Option<(usize, Option<EntityId>)> {
    let phrase = phrases.get(at)?;
    let (states, start) = before(line, phrases, at, phrase.tokens.start);
    if is_of_another(line, start) && !line.is(start.wrapping_sub(1), &["a", "an"]) {
        return None;
    }
    let (after, end) = after(line, phrases, at)?;
    let only = |states: &[EntityId]| if let [state] = states { Some(state.clone()) } else { None };
    // "the Merovian president, Ilse Quill, left": a name between commas.
    let between_commas = || {
        let player = cast.player_at(number, end + 1).filter(|_| line.is(end, &[","]))?;
        let closes = line.is(player.tokens.end, &[",", ".", ";", ")", "-", "–", "—", "\"", "”"])
            || player.tokens.end == line.len();
        closes.then_some(player)
    };
    if let Some(player) = cast.player_at(number, end).or_else(between_commas) {
        let named = only(&states).or_else(|| only(&after));
        return Some((player.person, named.or_else(|| state_after_name(line, phrases, at, player.tokens.end))));
    }
    let comma = if line.is(start.checked_sub(1)?, &["the", "a", "an"]) { start.checked_sub(2)? } else { start - 1 };
    let apposed = line.is(comma, &[","]) && !line.is(end, &["of", "and"]);
    let person = cast.person_before(number, comma).filter(|_| apposed)?;
    Some((person, only(&states).or_else(|| only(&after))))
}

/// `Prime Minister Danilo Hresk of the Tarsk Republic`.
fn state_after_name(line: &Line<'_>, phrases: &[Phrase], office: usize, end: usize) -> Option<EntityId> {
    let start = if line.is(end + 1, &["the"]) { end + 2 } else { end + 1 };
    let next = phrases.get(office + 1..)?.iter().find(|phrase| phrase.tokens.start >= start)?;
    let fits = line.is(end, &["of"]) && next.tokens.start == start && !next.is_adjective;
    next.of.clone().filter(|_| fits)
}

/// The office of the person named last before `at`, in the sentence or the one before it, who is not `person`.
fn office_of_other(cast: &Cast, number: usize, at: usize, person: usize, days: Option<Interval>) -> Option<Told> {
    let here = cast.player_before(number, at);
    let there = || cast.players.get(number.checked_sub(1)?)?.last();
    let role = cast.people.get(here.or_else(there)?.person)?;
    if cast.people.get(person).is_none_or(|other| other.id == role.id) {
        return None;
    }
    let in_table = || {
        let latest = role.terms(days).max_by_key(|term| term.from)?;
        Some(Told { of: None, offices: vec![latest.office], head: String::new() })
    };
    role.told.last().cloned().or_else(in_table)
}
