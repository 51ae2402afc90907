//! Sides that no name tells: `her talks with X`, `the latter's talks`, `The Secretary met with X`.
//!
//! **In:** a trigger in its sentence, and those who are named around it. **Out:** whose talks a possessive means, and
//! whether an office that nobody in the story is known to hold is the other side. **Why:** a meeting has two sides where
//! only one has a name, too; who the other is can be told elsewhere, or nowhere.

use std::ops::Range;

use super::setting::holds_talks;
use super::speech::speaker;
use super::subject::invitation;
use super::{Named, clause};
use crate::language::NameKind;
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::triggers::{self, Frame, Trigger};
use crate::meetings::types::MeetingKind;

/// How many sentences back `her talks` may point.
const OWNER_REACH: usize = 3;

/// Offices; who holds one can meet.
pub(super) const OFFICES: &[&str] = &[
    "secretary",
    "minister",
    "president",
    "premier",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "pope",
    "ambassador",
    "envoy",
    "chairman",
    "negotiator",
    "mediator",
    "governor",
    "counterpart",
    "host",
    "guest",
    "secretary-general",
    "commissioner",
    "president-elect",
    "archbishop",
    "patriarch",
    "cardinal",
    "mayor",
    "majesty",
    "highness",
    "excellency",
    "holiness",
    "taoiseach",
];

/// Whose talks `his talks`, `her talks` and `the latter's talks` are, where the clause does not tell: whoever the
/// sentence names last before, else the one whom a sentence before speaks of first.
fn owner<'s>(scene: &'s Scene<'_>, number: usize, trigger: &Trigger, named: &[Named]) -> Option<&'s Actor> {
    let row = scene.rows.get(number)?;
    let phrase = trigger.phrase..trigger.tokens.start;
    // "My meeting with X", of a quotation.
    if row.line.holds(phrase.clone(), &["my", "our"]) {
        return speaker(scene, number);
    }
    let latter = row.line.holds(phrase.clone(), &["latter"]);
    if !latter && !row.line.holds(phrase, &["his", "her"]) {
        return None;
    }
    let other = |actor: &&Actor| {
        actor.is_person
            && actor.who.len() == 1
            && !actor.who.iter().any(|(id, _)| named.iter().any(|named| &named.id == id))
    };
    let here = row.actors_before(trigger.phrase).iter().rfind(other);
    let before = scene.rows.get(number.saturating_sub(OWNER_REACH)..number).unwrap_or_default();
    let mut told = before.iter().rev().filter(|row| row.is_story && !row.is_headline);
    let told =
        || told.find_map(|row| if latter { row.actors.iter().rfind(other) } else { row.actors.iter().find(other) });
    here.or_else(told)
}

/// Adds the owner of `her talks with X` before the one whom these are with.
pub(super) fn add_owner(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) {
    if named.iter().filter(|named| named.is_person()).count() != 1 {
        return;
    }
    let owner = owner(scene, number, trigger, named).into_iter().flat_map(Named::of_actor);
    let told: Vec<Named> = owner.map(|named| Named { tokens: trigger.tokens.clone(), ..named }).collect();
    named.splice(0..0, told);
}

/// `President X visited`, `X, a senior representative of the union, travelled to`, `X paid an official visit to`: whether the
/// one who is named goes in office.
pub(in crate::meetings) fn is_official(row: &Row<'_>, trigger: &Trigger, named: &[Named]) -> bool {
    let line = &row.line;
    let [one] = named else { return false };
    let (start, end) = (one.tokens.start, one.tokens.end);
    let called = ["official", "state", "working", "courtesy", "papal", "diplomatic"];
    let visit = !trigger.is_verb() && line.holds(trigger.phrase..trigger.tokens.start, &called);
    // "The president of the union, X, visited" has one comma.
    let comma = line.word(start.wrapping_sub(1)) == ",";
    let close = start - usize::from(comma && start > row.start);
    let low = start.saturating_sub(TITLE_REACH).max(row.start);
    let opens = (low..close).rev().take_while(|&at| line.word(at) != ",").last().unwrap_or(close);
    let apposed = if line.word(end) == "," {
        end + 1..(end + 1..end + TITLE_REACH).find(|&at| line.word(at) == ",").unwrap_or(end + TITLE_REACH)
    } else {
        end..end
    };
    let holds_office = |words: Range<usize>| {
        !line.holds(words.clone(), NO_OFFICE)
            && words.into_iter().any(|at| {
                line.is(at, OFFICES)
                    || line.is(at, HIGH_OFFICES)
                    || line.reads(at, "crown prince")
                    || line.reads(at, "head of")
            })
    };
    let leisure = line.holds(trigger.tokens.end..trigger.tokens.end + LEISURE_REACH, LEISURE);
    one.is_person() && !leisure && (holds_office(opens..end) || holds_office(apposed) || visit)
}

/// `visited X in Oslo`: a person is the goal, and no place.
pub(in crate::meetings) fn is_visit_to_someone(row: &Row<'_>, trigger: &Trigger) -> bool {
    let end = trigger.tokens.end;
    let line = &row.line;
    let someone = row.actor_at(end).filter(|actor| actor.is_person && actor.tokens.start == end);
    let theirs = |end: usize| line.is(end, &["'s", "’s", "'", "’"]) || line.word(end.wrapping_sub(1)).ends_with("’s");
    line.is(trigger.tokens.start, &["visited", "visits", "visit"])
        && trigger.frame == Frame::Visits
        && someone.is_some_and(|one| one.how != How::Pronoun && !theirs(one.tokens.end) && row.spot_at(end).is_none())
}

/// How many words behind a journey what it is for may stand.
const LEISURE_REACH: usize = 14;

/// What nobody travels to in office.
const LEISURE: &[&str] =
    &["holiday", "holidays", "vacation", "honeymoon", "concert", "concerts", "match", "wedding", "festival", "film"];

/// Words beside a title that take the office from it.
const NO_OFFICE: &[&str] = &[
    "former",
    "ex",
    "late",
    "retired",
    "ousted",
    "chef",
    "coach",
    "band",
    "choir",
    "orchestra",
    "team",
    "club",
    "cook",
    "actor",
    "actress",
    "singer",
    "guitarist",
    "footballer",
    "fan",
    "gang",
];

/// How many words beside a name its office may stand.
const TITLE_REACH: usize = 6;

/// More offices of those who travel for others.
const HIGH_OFFICES: &[&str] =
    &["prime", "representative", "speaker", "leader", "chief", "director-general", "commander"];

/// Whether the other of two sides has no name: an office (`The Secretary met with X`), `they` whom nothing tells, or one
/// of those who began talks.
pub(super) fn is_one_sided(row: &Row<'_>, trigger: &Trigger, named: &[Named], points_back: bool) -> bool {
    let [one] = named else { return false };
    // "We met the minister in his kitchen" is told by a newspaper.
    let we = row.line.holds(trigger.tokens.start.saturating_sub(4)..trigger.tokens.start, &["we", "I"]);
    let they =
        points_back && trigger.is_verb() && !we && one.how != How::Pronoun && one.tokens.start >= trigger.tokens.end;
    they || invitation(row, trigger).is_some()
        || one.is_person() && one.tokens.end <= trigger.tokens.start && is_at_a_seat(row, trigger)
        || holds_talks_alone(row, trigger, named)
        || !points_back && meets_an_office(row, trigger, one)
}

/// `X was received at the Palace`: whose house it is need not be said.
pub(super) fn is_at_a_seat(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let (head, end) = (trigger.tokens.start, trigger.tokens.end);
    let seats = &["palace", "kremlin", "elysee", "quirinal", "vatican", "chancellery", "residence", "bellevue"];
    let passive = line.is(head.wrapping_sub(1), &["was", "were", "be", "been", "is"]);
    passive
        && line.is(head, &["received"])
        && line.is(end, &["at", "in"])
        && (end + 1..end + SEAT_REACH).any(|at| line.is(at, seats) || line.reads(at, "white house"))
}

/// How many words behind `received` the house may stand.
const SEAT_REACH: usize = 5;

/// `On Tuesday he is to be received by the Queen`.
fn is_received_by(row: &Row<'_>, trigger: &Trigger) -> bool {
    trigger.frame == Frame::Hosts && row.line.is(trigger.tokens.end, &["by"])
}

/// People whom somebody meets who are not named.
const SEVERAL: &[&str] = &[
    "leaders",
    "officials",
    "representatives",
    "negotiators",
    "delegates",
    "ministers",
    "entrepreneurs",
    "bishops",
    "executive",
    "executives",
    "bosses",
    "heads",
    "chiefs",
    "lawmakers",
    "senators",
    "mediators",
    "envoys",
];

/// Whether the other side is an office without a name: `The Secretary met with X`, `X received the ambassador`.
fn meets_an_office(row: &Row<'_>, trigger: &Trigger, one: &Named) -> bool {
    if !one.is_person()
        || one.how == How::Pronoun && !is_received_by(row, trigger)
        || !matches!(trigger.frame, Frame::Meets | Frame::Hosts | Frame::Noun | Frame::Speaks)
    {
        return false;
    }
    let line = &row.line;
    let head = trigger.tokens.start;
    let office = |range: Range<usize>| {
        range.into_iter().any(|at| {
            line.is(at, OFFICES)
                && row.actor_at(at).is_none()
                && line.holds(at.saturating_sub(3)..at, &["the", "a", "an", "his", "her", "its", "their", "our"])
        })
    };
    let end = trigger.tokens.end;
    let people = |range: Range<usize>| {
        let people =
            &["leaders", "representatives", "negotiators", "officials", "delegation", "delegates", "executives"];
        range.into_iter().any(|at| line.is(at, people) && row.actor_at(at).is_none())
    };
    // "The nurses' representatives met Minister X", "a meeting between X and union leaders".
    let subject = clause::start(row, head, true).max(head.saturating_sub(SIDE_REACH))..head;
    if trigger.is_verb() && one.tokens.start >= end && people(subject) {
        return true;
    }
    let with = !trigger.is_verb() && line.is(end, &["with", "between"]);
    if with && people(end + 1..end + PAIR_REACH) && one.tokens.start.abs_diff(end) <= PAIR_REACH {
        return true;
    }
    // "Sunday's encounter of premiers with X".
    let plural = &["premiers", "leaders", "presidents", "ministers"];
    if !trigger.is_verb() && line.is(end, &["of"]) && line.holds(end + 1..end + 3, plural) {
        return true;
    }
    if one.tokens.start >= trigger.tokens.end {
        // "The President holds a meeting with X", with or without a noun.
        let head = trigger.phrase.min(head);
        let acts = trigger.is_verb() || holds_talks(row, trigger);
        return acts && office(clause::start(row, head, true).max(head.saturating_sub(SIDE_REACH))..head);
    }
    // "met leaders of the mining unions".
    let down = end + usize::from(line.is(end, &["down", "together"]));
    let object_of = down + usize::from(line.is(down, &["with"]));
    if trigger.is_verb() && (object_of..object_of + 3).any(|at| line.is(at, SEVERAL) && row.actor_at(at).is_none()) {
        return true;
    }
    let object = if trigger.is_verb() { usize::from(line.is(end, &["with", "on", "by"])) } else { 1 };
    let leads = trigger.is_verb() || line.is(end, &["with"]);
    leads && office(end + object..end + object + 3)
}

/// `The leaders of the region held a summit`, `Union leaders meet on Thursday`: those who gather need not be named, where
/// the day and the place or the body are.
pub(super) fn is_of_leaders(row: &Row<'_>, trigger: &Trigger, named: &[Named]) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let leaders = |at: usize| {
        line.is(at, &["leaders", "presidents", "premiers", "ministers"]) || line.reads(at, "heads of state")
    };
    let told = |from: usize, to: usize| (head.saturating_sub(from).max(row.start)..to).any(leaders);
    let summit = trigger.kind == MeetingKind::Summit && !row.spots.is_empty() && told(LEADERS_REACH, head + SIDE_REACH);
    let body = named.len() == 1 && named.iter().all(|named| named.kind == NameKind::Organisation);
    let called = || {
        row.line.is(trigger.tokens.end - 1, &["session", "meeting", "talks", "conference", "call"])
            && holds_talks(row, trigger)
    };
    let gather = (trigger.frame == Frame::Meets || called()) && body && told(SIDE_REACH, head);
    !row.dates.is_empty() && (summit || gather || are_counted(row, trigger, named))
}

/// `The presidents of the four islands met in Oslo`: three or more who are told by a number, with a place.
fn are_counted(row: &Row<'_>, trigger: &Trigger, named: &[Named]) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let placed = !row.spots.is_empty() || line.holds(head..head + SIDE_REACH, &["here"]);
    let several = |at: usize| {
        line.is(at, &["leaders", "presidents", "premiers", "ministers"])
            && line.is(at + 1, &["of"])
            && line.is(at + 2, &["the", "all"])
            && (triggers::count(line.word(at + 3)).is_some_and(|count| count > 2)
                || (at + 3..at + 6)
                    .any(|at| line.is(at, &["parties", "signatories", "members", "nations", "neighbours"])))
    };
    let meets = matches!(trigger.frame, Frame::Meets | Frame::Speaks);
    meets && named.is_empty() && placed && (head.saturating_sub(LEADERS_REACH).max(row.start)..head).any(several)
}

/// `Colombia's government and its second rebel army began peace talks`: one side of talks that someone holds.
fn holds_talks_alone(row: &Row<'_>, trigger: &Trigger, named: &[Named]) -> bool {
    let talks = !trigger.is_verb() && row.line.is(trigger.tokens.end - 1, &["talks", "negotiations"]);
    talks && named.len() == 1 && holds_talks(row, trigger)
}

/// How many words before a summit those who gather may stand.
const LEADERS_REACH: usize = 16;

/// How many words behind `between` two sides may be told.
const PAIR_REACH: usize = 8;

/// How many words before its verb an office may stand.
const SIDE_REACH: usize = 8;
