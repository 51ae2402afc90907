//! Words that tell of a meeting.
//!
//! **In:** one sentence. **Out:** its [`Trigger`]s: which words, noun or verb, what sort of meeting they speak of,
//! how they point to it (`a meeting`, `the meeting`, `the seventh round`, `telephone interviews`), and in which
//! [`Frame`] the words around them name those who meet. **Why:** everything else of this room starts from these words.

mod accompanied;
mod apart;
mod appointments;
mod calls;
mod company;
mod denied;
mod figurative;
mod given;
mod habits;
mod hospitality;
mod journeys;
mod nouns;
mod opinions;
mod participles;
mod phrase;
mod sessions;
mod someone;
mod tables;
mod together;
mod told;
mod tone;
mod verbs;

use std::ops::Range;

pub(super) use accompanied::is_shared_deed;
pub(super) use habits::is_made_often;
pub(super) use journeys::goal_of_way;
pub(super) use participles::{lead as participle_lead, opens_the_sentence as participle_opens};
pub(super) use phrase::{count, ordinal_at};
pub(super) use sessions::is_numbered_sitting;
pub(super) use someone::is_in_turn;
pub(super) use tables::brings_its_owner;
pub(super) use verbs::{is_home, is_motion};

use super::types::MeetingKind;
use crate::language::{Line, WordList};
use tone::Tone;

/// How the words around a trigger name those who meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// `X met Y`, `X met with Y`, `X and Y met`.
    Meets,
    /// `X received Y`, `Y was received by X`.
    Hosts,
    /// `X spoke with Y`, `X sat down with Y`, `the two spoke`.
    Speaks,
    /// `X telephoned Y`.
    Phones,
    /// `X and Y discussed it`, `X discussed it with Y`.
    Discusses,
    /// `X flew to a place to see Y`, `X visited a place`.
    Visits,
    /// `X and Y agreed`: what several can only do together.
    Joins,
    /// `a meeting of X with Y`, `X held talks with Y`.
    Noun,
}

/// Words that tell of a meeting, at one place in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about the words, and any may go with any")]
pub(super) struct Trigger {
    /// Token positions of the head word (and of `phone` before it).
    pub tokens: Range<usize>,
    /// Where the phrase of a noun begins (`the first face-to-face` of a meeting); for a verb the head word.
    pub phrase: usize,
    /// What the words say of its sort; participants may say more.
    pub kind: MeetingKind,
    /// How those who meet are named around it.
    pub frame: Frame,
    /// `the meeting`, `this conversation`: it may have been told before.
    pub is_definite: bool,
    /// `his recent meeting`: the one who is spoken of takes part.
    pub is_possessed: bool,
    /// `met`, `meeting`: face to face, where nothing says by telephone; `discussed` and `talks` leave it open.
    pub is_in_person: bool,
    /// `a new meeting`, `another round`: none that was told before.
    pub is_new: bool,
    /// `talks` are one meeting, `meetings` and `telephone interviews` are several.
    pub is_plural: bool,
    /// `agreed`, `signed`, `an accord`: it speaks of a meeting only where nothing else does.
    pub is_weak: bool,
    /// 7 for `the seventh round`.
    pub ordinal: Option<u32>,
    /// `trilateral`, `four-way`: how many sides.
    pub sides: Option<usize>,
}

impl Trigger {
    /// Whether a verb tells it.
    pub(super) fn is_verb(&self) -> bool {
        self.frame != Frame::Noun
    }

    /// The same as the verb of those who meet: `visited X` of someone.
    pub(super) fn as_a_meeting(&self) -> Self {
        Self { kind: MeetingKind::Talks, frame: Frame::Meets, is_in_person: true, ..self.clone() }
    }

    /// The verb of two who were together, whatever it says: `A drove B round the harbour`.
    pub(super) fn unworded(head: usize) -> Self {
        Self { is_in_person: true, is_weak: true, ..Self::plain(head..head + 1, MeetingKind::Talks, Frame::Meets) }
    }

    /// One that says nothing yet but where it stands and what sort it is.
    fn plain(tokens: Range<usize>, kind: MeetingKind, frame: Frame) -> Self {
        Self {
            phrase: tokens.start,
            tokens,
            kind,
            frame,
            is_definite: false,
            is_possessed: false,
            is_in_person: false,
            is_new: false,
            is_plural: false,
            is_weak: false,
            ordinal: None,
            sides: None,
        }
    }
}

/// Words of the telephone.
const PHONE: &[&str] = &[
    "phone",
    "telephone",
    "telephoned",
    "phoned",
    "video",
    "videoconference",
    "receiver",
    "videolink",
    "zoom",
    "telephonic",
];
/// The same, asked for at every word.
const PHONES: WordList = WordList::of(PHONE);

/// What the words of a sentence tell of meetings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Triggers {
    /// Its triggers, in order.
    pub found: Vec<Trigger>,
    /// Whether words of meeting stand there that tell of none: a denial, a figure of speech.
    pub has_denied: bool,
}

/// The triggers of a sentence.
pub(super) fn in_line(line: &Line<'_>) -> Triggers {
    let tone = Tone::of(line);
    let mut found: Vec<Trigger> = Vec::new();
    let mut has_denied = false;
    for at in 0..line.len() {
        let mut buffer = [0; 24];
        let word = lower(line, at, &mut buffer);
        let told = hospitality::at(line, at, word).or_else(|| sessions::sits(line, at, word));
        let told = told.or_else(|| verbs::at(line, at, word, &tone)).or_else(|| told::at(line, at));
        let told = told.or_else(|| nouns::at(line, at, word));
        let Some(trigger) = told.or_else(|| again_with(line, at, found.last()?)) else {
            has_denied |= apart::at(line, at, word);
            continue;
        };
        let is_told = !denied::is_denied(line, &trigger) && !denied::meets_a_thing(line, &trigger);
        if !is_told || figurative::is_figurative(line, &trigger) {
            has_denied = true;
            continue;
        }
        if is_told_twice(line, &trigger, found.last()) || is_when(line, &trigger, found.last()) {
            continue;
        }
        // In "the seventh round of Astana talks" the round is told, not the talks; in "on the phone with" one call.
        let within_another = found.last().is_some_and(|last| {
            let within_round = last.kind == MeetingKind::Round
                && line.is(last.tokens.end, &["of"])
                && at < last.tokens.end + 7
                && !trigger.is_verb();
            within_round || at < last.tokens.end
        });
        if !within_another {
            found.push(trigger);
        }
    }
    found.shrink_to_fit();
    Triggers { found, has_denied }
}

/// `met X when she visited Oslo`: the visit tells when and where they met.
fn is_when(line: &Line<'_>, trigger: &Trigger, before: Option<&Trigger>) -> bool {
    let head = trigger.tokens.start;
    let when = (head.saturating_sub(5)..head).rev().find(|&at| line.is(at, &["when"]));
    let near =
        |before: &Trigger| when.is_some_and(|when| before.tokens.end <= when && when - before.tokens.end <= WHEN_REACH);
    let own = when.is_some_and(|when| is_stay_of_theirs(line, when, head));
    trigger.frame == Frame::Visits && line.is(head, &["visited", "visits"]) && own && before.is_some_and(near)
}

/// `when she last visited`: between `when` and its verb stands nobody else than those who were told.
pub(super) fn is_stay_of_theirs(line: &Line<'_>, when: usize, verb: usize) -> bool {
    let theirs = &["he", "she", "they", "both", "last", "first", "had", "also", "himself", "herself", "briefly"];
    line.is(when + 1, &["he", "she", "they"]) && (when + 1..verb).all(|at| line.is(at, theirs))
}

/// How many words behind the meeting `when` may stand.
const WHEN_REACH: usize = 16;

/// `his talks and contacts with X`: two words for one thing.
fn is_told_twice(line: &Line<'_>, trigger: &Trigger, before: Option<&Trigger>) -> bool {
    let pair = |before: &Trigger| {
        !before.is_verb()
            && before.kind == trigger.kind
            && before.tokens.end + 1 == trigger.tokens.start
            && line.is(before.tokens.end, &["and", "or"])
    };
    !trigger.is_verb() && line.is(trigger.tokens.end, &["with", "between"]) && before.is_some_and(pair)
}

/// `conferred with X in Oslo on Monday and with Y in Bergen on Tuesday`: the verb tells of another meeting behind `and`,
/// where a place or a day has closed the first.
fn again_with(line: &Line<'_>, at: usize, before: &Trigger) -> Option<Trigger> {
    // Asked first, and the distance before the words between: this is asked at every word behind a trigger.
    if !(line.is(at, &["and"]) && line.is(at + 1, &["with"])) || at.saturating_sub(before.tokens.end) > AGAIN_REACH {
        return None;
    }
    let gap = before.tokens.end..at;
    let near = before.is_verb() && matches!(before.frame, Frame::Meets | Frame::Speaks);
    let closed = line.holds(gap.clone(), &["on", "in", "at", "yesterday", "today", "tomorrow", "earlier"]);
    let first = line.holds(gap.start..(gap.start + WITH_REACH).min(at), &["with"]);
    let one = !gap.into_iter().any(|at| matches!(line.word(at), "." | ";" | ":" | "“" | "”" | "\""));
    let named = line.is_capitalised(at + 2) || line.is(at + 2, &["the", "his", "her"]);
    (near && closed && first && one && named)
        .then(|| Trigger { is_in_person: before.is_in_person, ..Trigger::plain(at..at + 1, before.kind, before.frame) })
}

/// How many words behind a verb it may go on with somebody else …
const AGAIN_REACH: usize = 24;
/// … and within how many the first is told.
const WITH_REACH: usize = 4;

/// The word at `at` in lower case, in the buffer where it is not so itself; empty where it is longer than any word of the
/// lists.
fn lower<'b>(line: &Line<'b>, at: usize, buffer: &'b mut [u8; 24]) -> &'b str {
    let word = line.word(at);
    let Some(into) = buffer.get_mut(..word.len()) else { return "" };
    if !word.as_bytes().iter().any(u8::is_ascii_uppercase) {
        return word;
    }
    into.copy_from_slice(word.as_bytes());
    into.make_ascii_lowercase();
    std::str::from_utf8(into).unwrap_or_default()
}
