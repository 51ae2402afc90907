//! Tables, hands and hours: meetings told by what hosts and guests do, a position in a sentence in, the trigger that begins
//! there out.
//!
//! **Why:** `the banquet that X gave for Y`, `X offered a hand and Y clasped it`, `X kept Y for an hour` and `lifted the receiver
//! to warn X` have no word of their own for a meeting; only several words together tell of one, and where one of them is
//! missing (`kept Y waiting`, `held out hope`) there is none. What tables and meals tell is known in [`super::tables`].

use super::verbs::MOTION;
use super::{Frame, Trigger, company, given, someone, tables};
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
/// How many words behind a way what is laid before somebody may stand.
const LAID_REACH: usize = 20;
/// How many words before `to see` what is left for it may stand.
const LEFT_REACH: usize = 12;

/// The trigger that begins with `word` at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Trigger> {
    let invited = || end_of_invitation(line, at).map(|end| (Frame::Hosts, end));
    let held_out = || end_of_hand(line, at).map(|end| (Frame::Meets, end));
    let given = || given::to_a_guest(line, at).or_else(|| given::a_meal(line, at)).map(|end| (Frame::Meets, end));
    let told = match word {
        "gave" | "gives" | "give" => invited().or_else(held_out).or_else(given),
        "hosted" | "threw" | "offered" | "held" => invited().or_else(held_out),
        "extended" | "stretched" | "put" => held_out(),
        "granted" | "grants" | "allowed" => given::to_a_guest(line, at).map(|end| (Frame::Meets, end)),
        "found" | "finds" | "find" | "made" | "makes" | "set" => {
            given::for_a_guest(line, at).map(|end| (Frame::Meets, end))
        }
        "was" | "were" | "sat" | "sits" | "dined" | "ate" | "lunched" => {
            tables::end_at_table(line, at, matches!(word, "was" | "were")).map(|end| (Frame::Meets, end))
        }
        "kept" | "detained" if given::is_kept_for_hours(line, at) => Some((Frame::Meets, at + 1)),
        "see" | "saw" | "sees" | "received" | "receive" | "receives" | "met" if is_of_the_speaker(line, at, word) => {
            Some((Frame::Meets, at + 1))
        }
        "see" if is_left_for(line, at) => Some((Frame::Meets, at + 1)),
        "flies" | "flew" | "fly" | "travels" | "travelled" | "goes" | "went" | "returns" | "returned" | "drove" => {
            end_of_laid_before(line, at).map(|end| (Frame::Meets, end))
        }
        "picked" | "lifted" | "reached" => end_at_the_telephone(line, at).map(|end| (Frame::Phones, end)),
        "afternoon" | "evening" | "morning" => return of_theirs(line, at),
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
        if tables::is_honour(line, lead) { Some(lead + 3) } else { line.is(lead, &["for"]).then_some(lead + 1) }
    })
}

/// `offered his hand, and Y clasped it`: behind the hand that is taken.
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

/// `broke his journey to see Foreign Minister X`, `left the hall to see Y Z`, `plans to see Y Z in Oslo`: what is left or
/// planned to meet somebody.
fn is_left_for(line: &Line<'_>, at: usize) -> bool {
    let left = &["broke", "breaks", "interrupted", "interrupts", "left", "cut", "skipped", "paused", "abandoned"];
    let planned = &["plans", "planned", "intends", "arranged", "came", "hurried"];
    line.is(at.wrapping_sub(1), &["to"])
        && (line.holds(at.saturating_sub(LEFT_REACH)..at, left) || line.is(at.wrapping_sub(2), planned))
        && (someone::is_by_office(line, at + 1) || (at + 1..at + 3).all(|at| line.is_capitalised(at)))
        && does_nothing(line, at + 1)
}

/// Whether whoever is named at `from` does nothing there: one may live to see a president resign, and leave before a king
/// arrives.
fn does_nothing(line: &Line<'_>, from: usize) -> bool {
    let behind = &[
        "in",
        "at",
        "on",
        "for",
        "about",
        "over",
        "again",
        "and",
        "before",
        "after",
        "during",
        "today",
        "tomorrow",
        "yesterday",
        "this",
        "next",
        "last",
        "with",
        "of",
        "when",
        "while",
        "once",
        "twice",
    ];
    let end =
        (from..from + NAME_START).find(|&at| line.is_capitalised(at)).map(|name| company::end_of_name(line, name));
    end.is_some_and(|end| line.is(end, behind) || !line.word(end).chars().any(char::is_alphanumeric))
}

/// Behind how many words of an office a name may begin.
const NAME_START: usize = 5;

/// `went to Oslo to lay the accounts before President X`: where the one begins before whom it is laid.
fn end_of_laid_before(line: &Line<'_>, at: usize) -> Option<usize> {
    let before = (at + 4..at + LAID_REACH).find(|&at| line.is(at, &["before"]))?;
    let lays = |lay: usize| {
        line.is(lay, &["to"])
            && line
                .is(lay + 1, &["put", "lay", "place", "set", "spread", "bring", "argue", "plead", "defend", "present"])
    };
    let one = someone::is_by_office(line, before + 1) && does_nothing(line, before + 1);
    (line.is(at, MOTION) && (at + 1..before).any(lays) && one).then_some(before + 1)
}

/// `picked up the phone and asked X`, `lifted the receiver to warn X`, `reached for the telephone to thank X`: where the one
/// begins who is told.
fn end_at_the_telephone(line: &Line<'_>, at: usize) -> Option<usize> {
    let lead = match () {
        () if line.is(at, &["lifted"]) => at + 1,
        () if line.is(at, &["picked"]) && line.is(at + 1, &["up"]) => at + 2,
        () if line.is(at, &["reached"]) && line.is(at + 1, &["for"]) => at + 2,
        () => return None,
    };
    let phone =
        line.is(lead, &["the", "a", "his", "her"]) && line.is(lead + 1, &["telephone", "phone", "receiver", "handset"]);
    let told = &["told", "asked", "gave", "thanked", "warned", "promised", "offered", "assured", "informed"];
    let tell = &["tell", "ask", "thank", "warn", "promise", "offer", "assure", "inform", "congratulate"];
    let spoken =
        line.is(lead + 2, &["and"]) && line.is(lead + 3, told) || line.is(lead + 2, &["to"]) && line.is(lead + 3, tell);
    (phone && spoken).then_some(lead + 4)
}

/// `their long morning in Oslo`: hours that two who were told had together somewhere.
fn of_theirs(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let their = (at.saturating_sub(2)..at).rev().find(|&their| line.is(their, &["their"]))?;
    let placed = line.is(at + 1, &["in", "at"]) && (line.is_capitalised(at + 2) || line.is(at + 2, &["the"]));
    let leisure = &["wedding", "holiday", "last", "every", "usual", "free", "own", "daily"];
    // "their Sunday afternoon in Oslo" is a custom.
    let told_how = (their + 1..at).all(|how| line.word(how).chars().all(char::is_lowercase) && !line.is(how, leisure));
    (placed && told_how).then(|| Trigger {
        phrase: their,
        is_definite: true,
        is_possessed: true,
        is_in_person: true,
        ..Trigger::plain(at..at + 1, MeetingKind::Talks, Frame::Noun)
    })
}
