//! An office phrase in, the states and bodies told with it out: `the Russian and US presidents`, `leaders of Russia
//! and the US`.

use std::cmp::Ordering;
use std::ops::Range;

use super::cast::Cast;
use super::phrase::Phrase;
use crate::language::line::Line;
use crate::language::types::EntityId;

/// What stands between states of one list.
const JOINS: &[&str] = &["and", ",", "'s", "’s"];
/// Words before a state with which a description means someone else than the holder of the day, or nobody in particular.
const OTHERS: &[&str] = &[
    "former", "ex", "late", "then", "next", "future", "previous", "deposed", "ousted", "exiled", "a", "an", "any",
    "every", "another", "no",
];

/// The states of the office phrase `number`, with the token range of the whole description. `None` where a name
/// follows, and where it is not the holder of the office.
pub(super) fn around(
    line: &Line<'_>,
    phrases: &[Phrase],
    number: usize,
    (number_of_line, cast): (usize, &Cast),
) -> Option<(Vec<EntityId>, Range<usize>)> {
    let office = phrases.get(number)?;
    let (mut states, end) = after(line, phrases, number)?;
    let mut start = office.tokens.start;
    if states.is_empty() {
        (states, start) = before(line, phrases, number, start);
    }
    // "the Quillish Foreign Minister Sheikh Dr. Omar Quill"
    let titles = phrases.iter().skip(number + 1).skip_while(|phrase| phrase.tokens.start < end);
    let mut name = end;
    for title in titles.take_while(|phrase| !phrase.offices.is_empty()) {
        // They come in order: behind a gap there is no further title of this name.
        match title.tokens.start.cmp(&name) {
            Ordering::Less => {}
            Ordering::Equal => name = title.tokens.end,
            Ordering::Greater => break,
        }
    }
    let names_someone = cast.names_someone(line, number_of_line, end) || cast.person_at(number_of_line, name).is_some();
    // Several ministers of one state are nobody in particular; the commissioner for something is not the head.
    let last = line.word(office.tokens.end.saturating_sub(1));
    let is_vague = states.len() == 1 && is_plural(last) || line.is(end, &["for"]);
    let told = !states.is_empty() && !is_vague && !names_someone && !is_of_another(line, start);
    told.then_some((states, start..end))
}

/// Whether the word for an office is a plural.
pub(super) fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Whether the words before the description say that it is not the one who holds the office.
pub(super) fn is_of_another(line: &Line<'_>, start: usize) -> bool {
    line.is(start.wrapping_sub(1), OTHERS)
        || line.is(start.wrapping_sub(1), &["-"]) && line.is(start.wrapping_sub(2), OTHERS)
}

/// The states and bodies told after the phrase `number` (`of Turkey and Iran`), and where they end. `None` where they have
/// something else: `leaders of the Russian and American delegations`.
pub(super) fn after(line: &Line<'_>, phrases: &[Phrase], number: usize) -> Option<(Vec<EntityId>, usize)> {
    let mut end = phrases.get(number)?.tokens.end;
    let mut states = Vec::new();
    if !line.is(end, &["of"]) {
        return Some((states, end));
    }
    let (mut next, mut from) = (number + 1, end + 1);
    while let Some(phrase) = phrases.get(next)
        && let Some(state) = &phrase.of
        && (from..phrase.tokens.start).all(|at| line.is(at, &["the", "and", ",", "both"]))
    {
        // "the leader of the Tarsk delegation"
        let is_part = !phrase.is_state
            && phrase.tokens.len() == 1
            && !line.word(phrase.tokens.start).ends_with('s')
            && line.is(phrase.tokens.start.wrapping_sub(1), &["the"])
            && is_noun_after(line, phrase.tokens.end);
        if phrase.is_adjective || is_part {
            return None;
        }
        states.push(state.clone());
        (from, end, next) = (phrase.tokens.end, phrase.tokens.end, next + 1);
    }
    // "the head of Quillonia's armed forces"
    let offices = phrases.get(number).map(|phrase| phrase.offices.as_slice()).unwrap_or_default();
    let is_theirs = line.is(end, &["'s", "’s"]) && !offices.iter().any(|office| office.starts_with("head-of-"));
    (states.is_empty() || !is_theirs).then_some((states, end))
}

/// Whether a noun stands at `at` that what is before it belongs to.
fn is_noun_after(line: &Line<'_>, at: usize) -> bool {
    line.is(
        at,
        &["side", "delegation", "team", "panel", "government", "army", "parliament", "party", "opposition", "group"],
    )
}

/// The states and bodies told right before the phrase `number`, which begins at `start`, and where they begin.
pub(super) fn before(line: &Line<'_>, phrases: &[Phrase], number: usize, mut start: usize) -> (Vec<EntityId>, usize) {
    let mut states = Vec::new();
    let mut before = number;
    while let Some(phrase) = before.checked_sub(1).and_then(|n| phrases.get(n))
        && let Some(state) = &phrase.of
        && (phrase.tokens.end..start).all(|at| line.is(at, if before == number { &["'s", "’s"] } else { JOINS }))
    {
        // "in Quillhaven President Maria Quilligan"
        let is_where = !phrase.is_state
            && phrase.tokens.end == start
            && line.is(phrase.tokens.start.wrapping_sub(1), &["in", "at", "from", "near", "to"]);
        let is_other_sort = before < number && phrases.get(before).is_some_and(|last| last.is_state != phrase.is_state);
        if is_where || is_other_sort {
            break;
        }
        states.push(state.clone());
        (start, before) = (phrase.tokens.start, before - 1);
    }
    states.reverse();
    (states, start)
}

/// `the trilateral summit of the Russian, Turkish and Iranian`: a list of peoples met, their leaders left out.
pub(super) fn without_a_noun(
    line: &Line<'_>,
    phrases: &[Phrase],
    number: usize,
) -> Option<(Vec<EntityId>, Range<usize>)> {
    let first = phrases.get(number)?;
    let start = first.tokens.start;
    let met = line.is(start.checked_sub(2)?, &["of", "between", "with"])
        && line.is(start.checked_sub(3)?, &["summit", "meeting", "talks", "conference"])
        && line.is(start - 1, &["the"]);
    if !met {
        return None;
    }
    let mut states = Vec::new();
    let mut end = start;
    for phrase in phrases.get(number..)? {
        let is_people = phrase.is_adjective && phrase.is_state;
        if !is_people || !(end..phrase.tokens.start).all(|at| line.is(at, &["and", ","])) {
            break;
        }
        states.push(phrase.of.clone()?);
        end = phrase.tokens.end;
    }
    let noun_follows = phrases.binary_search_by_key(&end, |phrase| phrase.tokens.start).is_ok()
        || line.is(end, &["leaders", "sides", "delegations", "teams", "governments"])
        || line.is_capitalised(end);
    (states.len() > 1 && !noun_follows).then_some((states, start..end))
}
