//! Who meets: a trigger in, the participants that the words around it name out.
//!
//! Those told after the trigger come first (`with X`, `between X and Y`, the object of a verb), then those before it
//! (the subject of the clause, the names inside the noun's own phrase), then those whom another verb of the sentence
//! gathers (`brought together`). Where nobody is named but several are spoken of (`the two`, `they`), the reading says
//! so, and what was told before tells who they are.

use std::ops::Range;

use super::objects::{OBJECT_REACH, after};
use super::setting::{holds_talks, is_of_a_thing, is_setting, is_sideline};
use super::several::{points_back, told_number};
use super::speech::speaker;
use super::unnamed::{is_of_leaders, is_one_sided, owner};
use super::{Named, clause};
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::triggers::{Frame, Trigger};

/// Who takes part, by the words around one trigger.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about the words, and any may go with any")]
pub(in crate::meetings) struct Reading {
    /// Those who are named.
    pub named: Vec<Named>,
    /// `the two`, `they`, `both sides`: several who were told before.
    pub points_back: bool,
    /// `the ministers of the Arctic Council`: more than are named.
    pub is_many: bool,
    /// `the two spoke`, `the pair`: how many they are.
    pub sides: Option<usize>,
    /// `they sat down with X`: the one who is named, and several who were told before.
    pub takes_pair: bool,
    /// `The Secretary met with X`: the other side is told by an office that nobody is known to hold.
    pub is_one_sided: bool,
}

/// Everyone who takes part, by the words around `trigger`.
pub(in crate::meetings) fn participants(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Reading {
    let Some(row) = scene.rows.get(number) else { return Reading::default() };
    let mut named = Vec::new();
    if is_of_a_thing(row, trigger) {
        return Reading::default();
    }
    let told_after = after(scene, number, trigger, &mut named);
    let told_of = named.len();
    let between = row.line.is(trigger.tokens.end, &["between"]);
    if !between && !is_sideline(row, trigger) {
        let inside = within_the_phrase(row, trigger, &mut named);
        // "held talks with X and Y" were of three.
        let settled = trigger.frame == Frame::Noun && named.len() > 1 && !row.line.is(trigger.tokens.end, &["with"]);
        let takes_subject = trigger.is_verb()
            || trigger.is_possessed
            || told_after && !settled
            || inside && named.len() == 1 && is_setting(row, trigger)
            || is_setting(row, trigger) && !settled;
        if takes_subject {
            before(scene, number, trigger, &mut named);
        }
        if trigger.is_possessed && named.iter().filter(|named| named.is_person()).count() == 1 && named.len() == told_of
        {
            named.splice(
                0..0,
                owner(scene, number, trigger, &named)
                    .into_iter()
                    .flat_map(Named::of_actor)
                    .map(|named| Named { tokens: trigger.tokens.clone(), ..named }),
            );
        }
    }
    if named.is_empty() || trigger.is_verb() {
        gathered(row, trigger, &mut named);
    }
    let in_headline = row.is_headline && !trigger.is_verb() && !between;
    let is_open = in_headline && told_after && named.len() == told_of;
    if in_headline && named.is_empty() {
        // "Remarks by X and Y Before Bilateral Meeting": a headline names whom it is about.
        let people = row.actors.iter().take(MOST_ACTORS).filter(|actor| actor.is_person);
        people.take(MOST_IN_HEADLINE).for_each(|actor| push(actor, &mut named));
    }
    let reading = finish(scene, row, trigger, named);
    // "they sat down with X", "Talks with X and Y" of a press service: somebody more is told elsewhere.
    let takes_pair = trigger.is_verb() && reading.points_back && reading.named.len() == 1 && told_of == 1;
    let brought = row.line.is(trigger.tokens.start, &["brought", "brings", "bring"]);
    let is_one_sided = !reading.points_back && is_one_sided(row, trigger, &reading.named);
    let brought = brought || is_of_leaders(row, trigger);
    Reading { is_many: reading.is_many || is_open || brought, takes_pair, is_one_sided, ..reading }
}

/// How many people a headline is read for.
pub(super) const MOST_IN_HEADLINE: usize = 4;
/// How many actors of a sentence are gone through for people; no sentence has more.
pub(super) const MOST_ACTORS: usize = 256;

/// Leaves everyone once, and the states beside people out.
fn finish(scene: &Scene<'_>, row: &Row<'_>, trigger: &Trigger, mut named: Vec<Named>) -> Reading {
    let is_many = named.iter().any(|named| row.actor_at(named.tokens.start).is_some_and(|actor| actor.is_many));
    let people = named.iter().filter(|named| named.is_person()).count();
    // Where people are named, the states beside them are where they come from.
    if people > 1
        || people == 1 && named.iter().any(|named| !named.is_person() && named.how == How::Named) && named.len() > 2
    {
        named.retain(Named::is_person);
    }
    let unresolved: Vec<Named> = named.iter().flat_map(|one| other_states(scene, row, one)).collect();
    named.extend(unresolved);
    let mut seen = Vec::new();
    named.retain(|named| {
        !seen.contains(&named.id) && {
            seen.push(named.id.clone());
            true
        }
    });
    // One who is `he` and nobody else meets nobody; two are told already.
    let points_back = named.len() < 2 && points_back(row, trigger);
    let sides = if points_back { told_number(row, trigger) } else { None };
    Reading { named, points_back, is_many, sides, takes_pair: false, is_one_sided: false }
}

/// `the foreign ministers of India and Pakistan`, of whom one alone is known: the other state stands for its own.
fn other_states(scene: &Scene<'_>, row: &Row<'_>, one: &Named) -> Vec<Named> {
    let told = row.actor_at(one.tokens.start).filter(|actor| one.how == How::Described && actor.tokens == one.tokens);
    let Some(told) = told.filter(|actor| actor.who.len() == 1) else { return vec![] };
    let within = row.actors_from(told.tokens.start);
    let states: Vec<&Actor> = within
        .iter()
        .take_while(|actor| actor.tokens.start < told.tokens.end)
        .filter(|actor| !actor.is_person)
        .collect();
    let own = scene.sides.of(&one.id);
    let other = |state: &Named| !own.contains(&state.id);
    states.iter().flat_map(|actor| Named::of_actor(actor)).filter(other).collect()
}

/// `the Putin–Erdogan meeting`, `GPH-MILF talks`, `Macron's meeting`: named inside the noun's own phrase.
fn within_the_phrase(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) -> bool {
    if trigger.is_verb() {
        return false;
    }
    let head = trigger.tokens.start;
    let inside: Vec<&Actor> = row
        .actors_from(trigger.phrase)
        .iter()
        .take_while(|actor| actor.tokens.start < head)
        .filter(|actor| actor.tokens.end <= head)
        .collect();
    let possessive = |actor: &Actor| row.line.is(actor.tokens.end, &["'s", "’s", "'", "’"]);
    let told: Vec<&&Actor> =
        inside.iter().filter(|actor| actor.is_person || inside.len() > 1 || possessive(actor)).collect();
    // "the Minsk talks": one place is where, not who; "Russian-Turkish talks" are of two.
    let peoples: Vec<Named> = row
        .peoples_from(trigger.phrase)
        .iter()
        .take_while(|people| people.tokens.end <= head)
        .map(Named::of_people)
        .collect();
    for actor in &told {
        push(actor, named);
    }
    if told.is_empty() && peoples.len() > 1 {
        named.extend(peoples);
    }
    !named.is_empty()
}

fn push(actor: &Actor, named: &mut Vec<Named>) {
    named.extend(Named::of_actor(actor));
}

/// Those who are told before the trigger: the subject of the clause, `I` in a quotation.
fn before(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) {
    let Some(row) = scene.rows.get(number) else { return };
    let line = &row.line;
    let opens = &["at", "during", "in", "after", "following", "over", "on", "by"];
    if !trigger.is_verb() && trigger.phrase <= row.start + 1 && line.is(row.start, opens) {
        // "At a conference in Vienna on Saturday, X spoke", "After talks with X, Y flew home": the subject comes behind.
        let told = |actor: &Actor| named.iter().any(|named| named.tokens == actor.tokens);
        let next = row.actors_from(trigger.tokens.end).iter().find(|actor| actor.is_person && !told(actor));
        let Some(near) = next.filter(|actor| actor.tokens.start <= trigger.tokens.end + OBJECT_REACH) else { return };
        if named.is_empty() {
            let list = clause::list_from(row, near);
            named.extend(list.iter().flat_map(|actor| Named::of_actor(actor)));
            named.extend(addressed(row, clause::reach(&list).end..row.line.len()));
        } else {
            named.extend(Named::of_actor(near));
        }
        return;
    }
    let head = if trigger.is_verb() { trigger.tokens.start } else { trigger.phrase.min(trigger.tokens.start) };
    let own = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(8))..head;
    if line.holds(own.clone(), &["I", "we", "my", "our"]) && !line.holds(own, &["he", "his", "who"]) {
        if let Some(speaker) = speaker(scene, number) {
            // The speaker is named elsewhere in the paragraph; the trigger is what says that he takes part.
            named.extend(
                Named::of_actor(speaker).into_iter().map(|named| Named { tokens: trigger.tokens.clone(), ..named }),
            );
        }
        return;
    }
    let given =
        (head.saturating_sub(GIFT_REACH)..head).find(|&at| line.is(at, &["gave", "granted", "gives", "grants"]));
    if let Some(given) = given.filter(|_| !trigger.is_verb()) {
        // "The king gave Ms Yingluck an audience."
        let guests =
            row.actors_from(given).iter().take_while(|actor| actor.tokens.end <= head).filter(|actor| actor.is_person);
        named.extend(guests.flat_map(Named::of_actor));
    }
    let subject = clause::subject(row, given.unwrap_or(head), trigger.is_verb() || given.is_some());
    let people = subject.iter().any(|actor| actor.is_person);
    let delegated = subject.iter().any(|actor| actor.how == How::Role);
    let mut told: Vec<Named> = Vec::new();
    for actor in subject.iter().filter(|actor| actor.is_person || !people) {
        // "The Kremlin said after the talks": who speaks for a body does not meet for it, unless a verb says so.
        if actor.is_person || trigger.is_verb() || delegated || holds_talks(row, trigger) {
            push(actor, &mut told);
        }
    }
    told.retain(|one| !one.tokens.is_empty() && one.tokens.end <= trigger.tokens.start);
    if told.is_empty() && !trigger.is_verb() {
        told.extend(introduced(scene, number, trigger, named));
    }
    if named.is_empty()
        && let Some(last) = told.last().map(|last| last.tokens.end)
    {
        named.extend(addressed(row, last..head));
    }
    named.splice(0..0, told);
}

/// How many words behind its subject a verb that addresses someone may stand.
const ADDRESS_REACH: usize = 6;

/// `told X in a telephone call`, `assured X at a meeting`: whom the subject before `range` addresses.
fn addressed(row: &Row<'_>, range: Range<usize>) -> Vec<Named> {
    let near = range.start..range.end.min(range.start + ADDRESS_REACH);
    let verb = near.into_iter().find(|&at| row.line.is(at, ADDRESSES));
    let object = verb.and_then(|at| row.actors_from(at + 1).first().filter(|actor| actor.tokens.start <= at + TITLES));
    let Some(object) = object.filter(|object| object.is_person && object.tokens.end <= range.end) else {
        return vec![];
    };
    clause::list_from(row, object).iter().flat_map(|actor| Named::of_actor(actor)).collect()
}

/// How many words of titles may stand between such a verb and a name.
const TITLES: usize = 4;

/// Verbs whose object is spoken to.
const ADDRESSES: &[&str] = &[
    "told",
    "tells",
    "assured",
    "assures",
    "reassured",
    "urged",
    "urges",
    "informed",
    "informs",
    "thanked",
    "thanks",
    "congratulated",
    "congratulates",
    "asked",
    "asks",
    "warned",
    "warns",
    "promised",
    "briefed",
    "briefs",
    "invited",
    "pressed",
    "reached",
    "reminded",
    "consoled",
    "wished",
];

/// `Prime Minister X in Brussels: lunch with Y`: whoever is told before the colon that opens the clause.
fn introduced(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &[Named]) -> Vec<Named> {
    let Some(row) = scene.rows.get(number) else { return vec![] };
    let begin = clause::start(row, trigger.phrase.min(trigger.tokens.start), false);
    let colon = begin.checked_sub(1).filter(|&at| row.line.word(at) == ":");
    let Some(colon) = colon.filter(|_| row.line.is(trigger.tokens.end, &["with"]) && named.len() == 1) else {
        return vec![];
    };
    let person = row.actors.iter().find(|actor| actor.is_person && actor.tokens.end <= colon);
    person.into_iter().flat_map(Named::of_actor).collect()
}

/// How many words before an audience the one stands who gives it.
const GIFT_REACH: usize = 7;

/// Words after the trigger within which another verb can tell who came. It bounds the work where a text has no full stops.
const GATHERED_REACH: usize = 128;

/// How many of them are read.
const MOST_GUESTS: usize = 48;

/// `brought together X, Y and Z`; `attended by`, `with the participation of`: told by another verb of the sentence.
fn gathered(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    let limit = (trigger.tokens.end + GATHERED_REACH).min(line.len());
    let lead = (trigger.tokens.end..limit).find(|&at| {
        line.reads(at, "brought together")
            || line.reads(at, "attended by")
            || line.reads(at, "participation of")
            || line.reads(at, "representatives of")
    });
    let Some(lead) = lead else { return };
    for actor in row.actors_from(lead).iter().take(MOST_GUESTS) {
        push(actor, named);
    }
}

/// The words of several participants, for the evidence.
pub(in crate::meetings) fn reach(named: &[Named]) -> Option<Range<usize>> {
    let start = named.iter().map(|named| named.tokens.start).min()?;
    let end = named.iter().map(|named| named.tokens.end).max()?;
    Some(start..end)
}
