//! Tables, hands and hours: meetings told by what hosts and guests do, a position in a sentence in, the trigger that begins
//! there out.
//!
//! **Why:** `the banquet that X gave for Y`, `was at X's table`, `X held out a hand and Y took it`, `X kept him four hours` and
//! `picked up the telephone and told X` have no word of their own for a meeting; only several words together tell of one,
//! and where one of them is missing (`kept him waiting`, `held out hope`) there is none.

use super::verbs::{MOTION, TITLES};
use super::{Frame, Trigger, lower, someone};
use crate::language::Line;
use crate::meetings::types::MeetingKind;

/// Meals to which one is asked.
const MEALS: &[&str] =
    &["banquet", "dinner", "lunch", "luncheon", "breakfast", "reception", "supper", "tea", "iftar", "gala"];
/// How many words off the verb the meal may stand …
const MEAL_REACH: usize = 8;
/// … and behind both of them the guest.
const GUEST_REACH: usize = 10;
/// How many words behind a hand it may be taken.
const TAKEN_REACH: usize = 40;
/// How many words behind a verb the table may stand.
const TABLE_REACH: usize = 12;
/// How many words behind `kept` the hours may stand.
const HOURS_REACH: usize = 9;
/// How many words behind a way what is laid before somebody may stand.
const LAID_REACH: usize = 20;
/// How many words before `to see` what is left for it may stand.
const LEFT_REACH: usize = 12;

/// The trigger that begins at `at`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let mut buffer = [0; 24];
    let word = lower(line, at, &mut buffer);
    let told = match word {
        "gave" | "gives" | "give" | "hosted" | "threw" | "offered" | "held" | "extended" | "stretched" | "put" => {
            end_of_invitation(line, at)
                .filter(|_| !matches!(word, "extended" | "stretched" | "put"))
                .map(|end| (Frame::Hosts, end))
                .or_else(|| end_of_hand(line, at).map(|end| (Frame::Meets, end)))
        }
        "was" | "were" | "sat" | "sits" | "dined" | "ate" | "lunched" => {
            end_at_table(line, at, matches!(word, "was" | "were")).map(|end| (Frame::Meets, end))
        }
        "kept" | "detained" if is_for_hours(line, at) => Some((Frame::Meets, at + 1)),
        "see" | "saw" | "sees" | "received" | "receive" | "receives" | "met" if is_of_the_speaker(line, at, word) => {
            Some((Frame::Meets, at + 1))
        }
        "see" if is_left_for(line, at) => Some((Frame::Meets, at + 1)),
        "flies" | "flew" | "fly" | "travels" | "travelled" | "goes" | "went" | "returns" | "returned" | "drove" => {
            end_of_laid_before(line, at).map(|end| (Frame::Meets, end))
        }
        "picked" | "lifted" => end_at_the_telephone(line, at).map(|end| (Frame::Phones, end)),
        "afternoon" | "evening" | "morning" | "night" => return of_theirs(line, at),
        _ => None,
    };
    let (frame, end) = told?;
    let kind = if frame == Frame::Phones { MeetingKind::Call } else { MeetingKind::Talks };
    Some(Trigger { is_in_person: frame != Frame::Phones, ..Trigger::plain(at..end, kind, frame) })
}

/// `gave a state banquet on Monday for X`, `the dinner that Y gave in honour of X`: where the guest begins.
fn end_of_invitation(line: &Line<'_>, at: usize) -> Option<usize> {
    let behind = (at + 1..at + MEAL_REACH).find(|&meal| line.is(meal, MEALS));
    let before = || {
        let which = (at.saturating_sub(MEAL_REACH)..at).rev().find(|&which| line.is(which, &["which", "that"]))?;
        which.checked_sub(1).filter(|&meal| line.is(meal, MEALS)).map(|_| at)
    };
    let from = behind.or_else(before)? + 1;
    let ends = |at: usize| matches!(line.word(at), "." | ";" | ":" | "" | "," | "“");
    (from..from + GUEST_REACH).take_while(|&at| !ends(at)).find_map(|lead| {
        let honour = line.is(lead, &["in"]) && line.is(lead + 1, &["honour", "honor"]) && line.is(lead + 2, &["of"]);
        if honour { Some(lead + 3) } else { line.is(lead, &["for"]).then_some(lead + 1) }
    })
}

/// `held out a hand, and Y took it`: behind the hand that is taken.
fn end_of_hand(line: &Line<'_>, at: usize) -> Option<usize> {
    let hand =
        (at + 2..at + 5).find(|&hand| line.is(hand, &["hand"]) && line.is(hand - 1, &["a", "his", "her", "the"]))?;
    let out = line.is(at + 1, &["out", "forth"]) || line.is(at, &["extended", "offered"]);
    let taken = |at: &usize| {
        line.is(*at, &["took", "shook", "clasped", "grasped", "accepted", "pressed"]) && line.is(at + 1, &["it", "the"])
    };
    // Whoever takes it is named behind the last `and` before.
    let taken = (hand + 1..hand + TAKEN_REACH).find(taken).filter(|_| out)?;
    (hand..taken).find(|&at| line.is(at, &["and"]) && line.is_capitalised(at + 1)).map(|and| and + 1)
}

/// `was at X's table`, `sat for an hour on X's sofa`: where the host's name begins.
fn end_at_table(line: &Line<'_>, at: usize, is_be: bool) -> Option<usize> {
    let houses: &[&str] = if is_be { &["table"] } else { &["table", "sofa", "couch", "fireside", "hearth", "bedside"] };
    let far = if is_be { 2 } else { 6 };
    let lead = (at + 1..at + far).find(|&lead| line.is(lead, if is_be { &["at"] } else { &["at", "on", "by"] }))?;
    let of_a_host = |house: usize| {
        line.is(house, houses) && line.is(house - 1, &["'s", "’s"]) && !line.is(house + 1, &["of", "tennis"])
    };
    let name = line.is_capitalised(lead + 1) || line.is(lead + 1, &["the", "his", "her"]);
    (name && (lead + 2..lead + TABLE_REACH).any(of_a_host)).then_some(lead + 1)
}

/// Whether the one who is named behind `at` owns a table at which people sit: `Y's table`.
pub(in crate::meetings) fn is_table_of_a_host(line: &Line<'_>, noun: usize) -> bool {
    line.is(noun, &["table", "sofa", "couch", "fireside", "hearth", "bedside"])
}

/// `kept him four hours`; whoever is kept waiting or kept from something is not met.
fn is_for_hours(line: &Line<'_>, at: usize) -> bool {
    let someone = line.is(at + 1, &["him", "her", "them", "me", "the"]) || line.is_capitalised(at + 1);
    let hours = (at + 2..at + HOURS_REACH).find(|&at| line.is(at, &["hours", "minutes", "hour"]));
    let other = &["waiting", "in", "from", "up", "away", "out", "awake", "at", "on", "standing", "busy"];
    someone
        && hours.is_some_and(|hours| {
            !line.holds(at + 2..hours, other) && !line.is(hours + 1, &["waiting", "standing", "late"])
        })
}

/// `will see me in the afternoon`, `received us in Oslo`: with a time, a place or a length behind it.
fn is_of_the_speaker(line: &Line<'_>, at: usize, word: &str) -> bool {
    let to_come = line.is(at.wrapping_sub(1), &["will", "would", "to"]);
    let told = !matches!(word, "see" | "receive") || to_come;
    let behind = &[
        "in",
        "at",
        "on",
        "tomorrow",
        "today",
        "yesterday",
        "tonight",
        "this",
        "again",
        "next",
        "last",
        "for",
        "first",
        "here",
        "there",
        "alone",
        "twice",
        "briefly",
    ];
    // "see us as a threat", "saw us on television".
    let screen = line.holds(at + 2..at + 5, &["television", "tv", "screen", "street", "stage", "coming"]);
    told && matches!(line.word(at + 1), "me" | "us") && line.is(at + 2, behind) && !screen
}

/// `broke his journey to see Foreign Minister X`, `left the hall to see Y Z`: what is left to meet somebody.
fn is_left_for(line: &Line<'_>, at: usize) -> bool {
    let left = &["broke", "breaks", "interrupted", "interrupts", "left", "cut", "skipped", "paused", "abandoned"];
    line.is(at.wrapping_sub(1), &["to"])
        && line.holds(at.saturating_sub(LEFT_REACH)..at, left)
        && (someone::is_by_office(line, at + 1) || (at + 1..at + 3).all(|at| line.is_capitalised(at)))
}

/// `flew to Oslo to put the map before President X`: where the one begins before whom it is laid.
fn end_of_laid_before(line: &Line<'_>, at: usize) -> Option<usize> {
    let before = (at + 4..at + LAID_REACH).find(|&at| line.is(at, &["before"]))?;
    let lays = |lay: usize| {
        line.is(lay, &["to"]) && line.is(lay + 1, &["put", "lay", "place", "set", "spread", "bring", "argue", "plead"])
    };
    let one = (before + 1..before + 3).any(|at| line.is(at, TITLES)) && someone::is_by_office(line, before + 1);
    let premier = line.is(before + 1, &["premier", "emir", "sultan", "pope"]) && line.is_capitalised(before + 2);
    (line.is(at, MOTION) && (at + 1..before).any(lays) && (one || premier)).then_some(before + 1)
}

/// `picked up the telephone and told X`: where the one begins who is told.
fn end_at_the_telephone(line: &Line<'_>, at: usize) -> Option<usize> {
    let phone = line.is(at + 1, &["up"])
        && line.is(at + 2, &["the", "a", "his", "her"])
        && line.is(at + 3, &["telephone", "phone", "receiver", "handset"]);
    let verbs = &["told", "asked", "gave", "thanked", "warned", "promised", "offered", "assured", "informed"];
    (phone && line.is(at + 4, &["and"]) && line.is(at + 5, verbs)).then_some(at + 6)
}

/// `their fruitless afternoon in Oslo`: hours that two who were told had together somewhere.
fn of_theirs(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let their = (at.saturating_sub(3)..at).rev().find(|&their| line.is(their, &["their"]))?;
    let placed = line.is(at + 1, &["in", "at"]) && (line.is_capitalised(at + 2) || line.is(at + 2, &["the"]));
    let leisure = &["wedding", "holiday", "last", "every", "usual", "free"];
    (placed && !line.holds(their..at, leisure)).then(|| Trigger {
        phrase: their,
        is_definite: true,
        is_possessed: true,
        is_in_person: true,
        ..Trigger::plain(at..at + 1, MeetingKind::Talks, Frame::Noun)
    })
}

/// `at President X's dinner in Oslo`, `during Y's lunch`: whose meal it is sits there too.
pub(super) fn is_at_anothers(line: &Line<'_>, meal: usize) -> bool {
    let owned = line.is(meal.wrapping_sub(1), &["'s", "’s"]) && line.is_capitalised(meal.wrapping_sub(2));
    owned
        && (meal.saturating_sub(MEAL_REACH)..meal)
            .any(|at| line.is(at, &["at", "during", "over"]) && line.is_capitalised(at + 1))
}

/// `a lunch in Oslo between X and Y`: told with its place before its sides.
pub(super) fn is_of_two_somewhere(line: &Line<'_>, at: usize) -> bool {
    let own = (at + 2..at + SIDES_REACH).take_while(|&at| line.word(at).chars().any(char::is_alphanumeric));
    line.is(at + 1, &["in", "at", "on"]) && own.into_iter().any(|at| line.is(at, &["between"]))
}

/// How many words behind a meal `between` may stand.
const SIDES_REACH: usize = 9;
