//! Whether words speak of what was, or of what is to come.

use std::ops::Range;

use super::circumstances;
use crate::language::line::Line;
use crate::language::types::TokenKind;
use crate::language::word_list::WordList;

/// The time that a stretch of words speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It has happened.
    Past,
    /// It is to happen.
    Future,
    /// The words don't say.
    Open,
}

const FUTURE: WordList = WordList::of(&[
    "will",
    "shall",
    "would",
    "upcoming",
    "forthcoming",
    "slated",
    "scheduled",
    "plans",
    "plan",
    "planned",
    "planning",
    "expected",
    "expects",
    "intends",
    "ahead",
    "due",
    "proposed",
    "proposes",
    "next",
    "tomorrow",
    "coming",
    "invited",
    "promised",
    "prepares",
    "preparing",
]);
const PAST: WordList = WordList::of(&[
    "was",
    "were",
    "had",
    "did",
    "took",
    "held",
    "met",
    "said",
    "told",
    "began",
    "ended",
    "spoke",
    "talked",
    "signed",
    "agreed",
    "received",
    "hosted",
    "visited",
    "arrived",
    "discussed",
    "confirmed",
    "announced",
    "resulted",
    "gave",
    "opened",
    "closed",
    "concluded",
    "resumed",
    "flew",
    "broke",
    "came",
    "went",
    "last",
    "ago",
    "yesterday",
    "earlier",
]);
/// Words that set the time of what follows without telling when the meeting was.
const SPEECH: WordList = WordList::of(&["said", "told", "announced", "confirmed", "agreed", "added", "says"]);
/// How many words back a cue still governs the word in question.
pub(super) const REACH: usize = 20;

/// The tense that governs position `at` of `line`: the nearest cue before it, then the nearest after it.
pub fn tense_at(line: &Line<'_>, at: usize) -> Tense {
    let from = at.saturating_sub(REACH);
    for position in (from..at).rev() {
        if let Some(tense) = cue(line, position) {
            // "agreed to hold", "said he will": the cue nearest to the word has been looked at already.
            return tense;
        }
    }
    behind(line, at)
}

/// The tense that the words behind `at` tell.
fn behind(line: &Line<'_>, at: usize) -> Tense {
    let end = (at + REACH).min(line.len());
    let main = circumstances::main_clause(line, at);
    for position in at..end {
        // "said after talks on Monday that it would rain": what was said is of another time than the talks.
        if line.is(position, &["that"]) && circumstances::has_said(line, at) {
            return Tense::Past;
        }
        // "At a meeting on Monday, X said it would rain", "During talks on Monday, X promised help".
        if main.is_some_and(|main| main <= position)
            && line.is(position, circumstances::MAIN)
            && !circumstances::is_attribution(line, position)
        {
            return Tense::Past;
        }
        if let Some(tense) = cue(line, position) {
            return tense;
        }
    }
    Tense::Open
}

/// The tense in which a date is told: that of [`tense_at`], but for a date that tells when something was said
/// (`said on Monday that they will meet`) and for what a running timetable tells in the present tense (`the court sits
/// on Friday`). In a headline the present tense tells what has happened, so `in_text` must hold for the latter.
pub(super) fn date_tense(line: &Line<'_>, tokens: &Range<usize>, in_text: bool) -> Tense {
    if is_time_of_speech(line, tokens) {
        return Tense::Past;
    }
    if is_appointed(line, tokens.start) {
        return Tense::Future;
    }
    // "the last flight, which launches on June 28"
    let near = (tokens.start.saturating_sub(2)..tokens.start).any(|at| line.is_of(at, &TIMETABLE));
    if in_text && (opens_a_timetable(line, tokens) || is_of_an_appointment(line, tokens.start)) {
        return Tense::Future;
    }
    match tense_at(line, tokens.start) {
        Tense::Open | Tense::Past if in_text && near && is_timetable(line, tokens.start) => Tense::Future,
        Tense::Open if in_text && is_timetable(line, tokens.start) => Tense::Future,
        tense => tense,
    }
}

/// Verbs of saying before which a date may stand, and after which it may.
pub(super) const SAID: WordList = WordList::of(&[
    "said",
    "told",
    "announced",
    "confirmed",
    "added",
    "stated",
    "warned",
    "declared",
    "reported",
    "agreed",
    "pledged",
    "vowed",
]);
/// What stands between such a verb and its date: who was told, and where.
const AUDIENCE: WordList = WordList::of(&[
    "on",
    "late",
    "early",
    "here",
    "reporters",
    "journalists",
    "lawmakers",
    "a",
    "the",
    "an",
    "news",
    "press",
    "conference",
    "briefing",
    "in",
    "at",
    "statement",
    "interview",
    "him",
    "them",
    "state",
    "television",
    "tv",
    "parliament",
    "this",
    "that",
    "earlier",
    "agency",
    "hours",
    "of",
    "by",
    "phone",
    "telephone",
    "'s",
    "’s",
]);

/// `said on Monday`, `told reporters in Oslo late on Monday`, `on Monday announced`, `On Monday, the ministry said`.
fn is_time_of_speech(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let before = (tokens.start.saturating_sub(8)..tokens.start).rev();
    for at in before {
        if line.is_of(at, &SAID) {
            // "The talks said to begin on Monday" is too rare to look for.
            return true;
        }
        if !line.is_of(at, &AUDIENCE) && !line.is_capitalised(at) {
            break;
        }
    }
    let after = tokens.end;
    if line.is_of(after, &SAID) {
        return true;
    }
    // At the head of a sentence the date belongs to its main verb, which comes next.
    tokens.start <= 1
        && (after..(after + 8).min(line.len()))
            .find_map(|at| cue(line, at).map(|_| false).or(line.is_of(at, &SAID).then_some(true)))
            == Some(true)
}

/// `the hall has been booked for Friday`, `is now set for Wednesday`: what is arranged for a day is ahead, though it was arranged
/// before. `the match was planned for Sunday but rained off` is over as often: there the other cues decide.
fn is_appointed(line: &Line<'_>, date: usize) -> bool {
    const ARRANGED: &[&str] = &["booked", "taken", "reserved", "set", "scheduled", "fixed", "hired", "summoned"];
    let lead = date.checked_sub(1).filter(|lead| line.is(*lead, &["for"]));
    lead.and_then(|lead| lead.checked_sub(1)).is_some_and(|verb| {
        line.is(verb, ARRANGED)
            && line.holds(verb.saturating_sub(3)..verb, &["is", "are", "has", "have", "been", "now"])
    })
}

/// Verbs of timetables, in the present tense.
const TIMETABLE: WordList = WordList::of(&[
    "meets",
    "meet",
    "holds",
    "hold",
    "opens",
    "open",
    "begins",
    "begin",
    "starts",
    "start",
    "ends",
    "end",
    "resumes",
    "resume",
    "arrives",
    "arrive",
    "visits",
    "hosts",
    "convenes",
    "convene",
    "sits",
    "votes",
    "travels",
    "travel",
    "leaves",
    "flies",
    "takes",
    "expires",
    "concludes",
    "reconvenes",
    "heads",
    "goes",
    "falls",
    "departs",
    "launches",
    "returns",
    "follow",
    "follows",
]);

/// Whether the verb that governs `at` tells a timetable.
fn is_timetable(line: &Line<'_>, at: usize) -> bool {
    let verb = (at.saturating_sub(REACH)..at).rev().find(|position| line.is_of(*position, &TIMETABLE));
    verb.is_some_and(|verb| {
        !line.is_capitalised(verb) && !line.is(verb.wrapping_sub(1), &["the", "a", "an", "of", "to", "an"])
    })
}

/// `has an appointment with X on Friday`.
fn is_of_an_appointment(line: &Line<'_>, date: usize) -> bool {
    let near = date.saturating_sub(SUBJECT_REACH + 4)..date;
    let noun = near.into_iter().rev().find(|&at| line.is(at, &["appointment"]));
    noun.is_some_and(|noun| line.holds(noun.saturating_sub(3)..noun, &["has", "have"]))
}

/// `On Friday X meets Y in Oslo`: a day at the head of its sentence, and a name before the verb of a timetable.
fn opens_a_timetable(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let verbs = &["meets", "hosts", "receives", "visits", "travels", "flies", "arrives", "welcomes"];
    let of_the_subject = |at: &usize| {
        line.is_capitalised(*at)
            || line.is(*at, &["the", "a", "his", "her", ",", "minister", "president", "and", "he", "she"])
    };
    let verb = (tokens.end..tokens.end + SUBJECT_REACH).find(|at| !of_the_subject(at));
    tokens.start <= 1 && verb.is_some_and(|verb| verb > tokens.end && line.is(verb, verbs))
}

/// How many words its subject may take.
const SUBJECT_REACH: usize = 8;

/// The time that the word at `at` tells, `None` where it tells none.
fn cue(line: &Line<'_>, at: usize) -> Option<Tense> {
    let done = circumstances::of_what_was_done(line, at);
    if done.is_some() || circumstances::is_reached(line, at) {
        return done;
    }
    if is_to_come(line, at) {
        return Some(Tense::Future);
    }
    // "promised for April", "planned to meet"; but "the inquiry promised on the bridge on Thursday".
    if line.is(at, &["promised", "proposed", "planned", "invited"]) && line.is(at + 1, &["on", "at", "last", "by"]) {
        return None;
    }
    // "Following a meeting on Thursday, X said he would": what opens the sentence so is over.
    if line.is(at, &["following", "after"]) && line.is_capitalised(at) {
        return Some(Tense::Past);
    }
    if is_called_off(line, at) {
        return Some(Tense::Future);
    }
    // "accepted an invitation to talks".
    if line.is(at, &["invitation"]) && line.holds(at.saturating_sub(3)..at, &["accepted", "accepts"]) {
        return Some(Tense::Future);
    }
    // "discussed next year's budget": of what is discussed.
    if line.is(at, &["next", "upcoming", "forthcoming"]) && line.is(at + 2, &["'s", "’s"]) {
        return None;
    }
    if line.is_of(at, &FUTURE) && !(line.is(at, &["next"]) && line.is(at + 1, &["to"])) {
        return Some(Tense::Future);
    }
    if line.is_of(at, &SPEECH) {
        return None;
    }
    // "is to be held", "will be signed", "may be held": the time is told by what stands before "be".
    if (1..=2).any(|back| at.checked_sub(back).is_some_and(|be| line.is(be, &["be"]))) {
        return None;
    }
    let word = line.word(at);
    // "approved", "resulted": most past forms are regular.
    // "Mohammed" is none.
    let regular =
        word.len() > 5 && word.ends_with("ed") && !word.ends_with("eed") && !word.starts_with(char::is_uppercase);
    (regular || line.is_of(at, &PAST)).then_some(Tense::Past)
}

/// What is told to come by words around `to`.
fn is_to_come(line: &Line<'_>, at: usize) -> bool {
    const BE: &[&str] = &["is", "are", "was", "were"];
    // "is to meet", "agreed to hold", "set to meet"; "had agreed to meet" stays open to the later cue.
    let meets = line.is(at + 1, &["be", "hold", "meet", "visit", "host", "take", "receive", "attend"]);
    // "is to lunch with"; "was to lunch" as well, which a story tells of what did not come about or is still ahead.
    let is_to = at.checked_sub(1).is_some_and(|be| line.is(be, BE))
        && line.kind(at + 1) == Some(TokenKind::Word)
        && !line.is_capitalised(at + 1)
        && !line.is(at + 1, &["the", "a", "an", "its", "his", "her", "their", "this"]);
    line.is(at, &["to"]) && (meets || is_to)
        // "is to lunch", "are to reconvene", "was to end at noon".
        || line.is(at, BE) && line.is(at + 1, &["to"])
        || line.is(at, &["set"]) && line.is(at + 1, &["to", "for"])
}

/// `were to have met on Wednesday, but called it off`: ahead still, which `but one stayed away` is not.
fn is_called_off(line: &Line<'_>, at: usize) -> bool {
    let off = || line.holds(at..at + REACH, &["off", "cancelled", "canceled", "postponed", "scrapped"]);
    line.is_of(at, &PAST) && line.is(at.wrapping_sub(1), &["have"]) && line.is(at.wrapping_sub(2), &["to"]) && off()
}
