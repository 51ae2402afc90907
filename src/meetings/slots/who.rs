//! Who meets: a trigger in, the participants that the words around it name out.
//!
//! Those told after the trigger come first (`with X`, `between X and Y`, the object of a verb), then those before it
//! (the subject of the clause, the names inside the noun's own phrase), then those whom another verb of the sentence
//! gathers (`brought together`). Where nobody is named but several are spoken of (`the two`, `they`), the reading says
//! so, and what was told before tells who they are.

use std::ops::Range;

use super::guests::is_of_a_thing;
use super::objects::{OBJECT_REACH, after};
use super::setting::{is_setting, is_sideline};
use super::several::{are_opponents, is_one_by_one, points_back, told_number};
use super::subject::{before, invitation};
use super::unnamed::{add_owner, is_of_leaders, is_one_sided};
use super::{Named, agenda, companions, relatives};
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
    /// `the government and the rebels`: two sides whom no name tells, whoever was told before.
    pub are_opponents: bool,
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
    let between = !trigger.is_verb() && row.line.is(trigger.tokens.end, &["between"]);
    let is_others = told_of > 0 && relatives::is_of_others(row, trigger);
    if !between && !is_others && !is_sideline(row, trigger) {
        let inside = within_the_phrase(row, trigger, &mut named);
        // "held talks with X and Y" were of three.
        let settled = trigger.frame == Frame::Noun && named.len() > 1 && !is_led_by_with(row, trigger, &named);
        let takes_subject = trigger.is_verb() && !(told_after && is_done_by(row, trigger))
            || trigger.is_possessed
            || told_after && !settled
            || inside && named.len() == 1 && is_setting(row, trigger)
            || is_setting(row, trigger) && !settled
            || invitation(row, trigger).is_some();
        if takes_subject {
            before(scene, number, trigger, &mut named);
        }
        if trigger.is_possessed && named.len() == told_of {
            add_owner(scene, number, trigger, &mut named);
        }
        named.splice(0..0, agenda::planner(scene, number, trigger, &named));
    }
    gathered(row, trigger, &mut named);
    chaired(row, trigger, &mut named);
    companions::add_those_who_took_part(row, trigger, &mut named);
    companions::add(row, trigger, &mut named);
    let in_headline = row.is_headline && !trigger.is_verb() && !between;
    let is_open = in_headline && told_after && named.len() == told_of;
    if in_headline && named.is_empty() {
        // "Remarks by X and Y Before Bilateral Meeting": a headline names whom it is about.
        let people = row.actors.iter().take(MOST_ACTORS).filter(|actor| actor.is_person);
        people.take(MOST_IN_HEADLINE).for_each(|actor| push(actor, &mut named));
    }
    let reading = finish(scene, row, trigger, named);
    // "they sat down with X", "Talks with X and Y" of a press service: somebody more is told elsewhere.
    let by_them = trigger.is_verb() || relatives::is_of_those_told(row, trigger);
    let takes_pair =
        by_them && reading.points_back && !reading.are_opponents && reading.named.len() == 1 && told_of == 1;
    let brought = row.line.is(trigger.tokens.start, &["brought", "brings", "bring"]);
    let is_many = reading.is_many || is_open || brought || is_of_leaders(row, trigger, &reading.named);
    let is_one_sided = is_one_sided(row, trigger, &reading.named, reading.points_back);
    Reading { is_many, takes_pair, is_one_sided, ..reading }
}

/// `talks with X and Y`, `talks on Monday with X`: they are the other side, and no pair of their own.
fn is_led_by_with(row: &Row<'_>, trigger: &Trigger, named: &[Named]) -> bool {
    let end = trigger.tokens.end;
    let first = named.first().map_or(end, |first| first.tokens.start);
    row.line.holds(end..first.max(end + 1), &["with"])
}

/// `the pact was signed by X and Y`: they are told, and nobody stands before them.
fn is_done_by(row: &Row<'_>, trigger: &Trigger) -> bool {
    trigger.frame == Frame::Joins && row.line.is(trigger.tokens.end, &["by"])
}

/// How many words behind a meeting `attended by` may stand.
const ATTENDED_REACH: usize = 12;

/// How many people a headline is read for.
pub(super) const MOST_IN_HEADLINE: usize = 4;
/// How many actors of a sentence are gone through for people; no sentence has more.
pub(super) const MOST_ACTORS: usize = 256;

/// Leaves everyone once, and the states beside people out.
fn finish(scene: &Scene<'_>, row: &Row<'_>, trigger: &Trigger, mut named: Vec<Named>) -> Reading {
    let is_many = named.iter().any(|named| row.actor_at(named.tokens.start).is_some_and(|actor| actor.is_many));
    let people = named.iter().filter(|named| named.is_person()).count();
    // Where people are named, the states beside them are where they come from.
    let in_turn =
        is_one_by_one(row, trigger) && row.line.holds(trigger.tokens.end..trigger.tokens.end + OBJECT_REACH, &["with"]);
    if people > 1 && !in_turn
        || people == 1
            && !in_turn
            && named.iter().any(|named| !named.is_person() && named.how == How::Named)
            // "met ministers from Quillia and Sudonia": they stand for people.
            && !named.iter().any(|named| !named.is_person() && named.how == How::Role)
            && named.len() > 2
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
    let are_opponents = named.len() < 2 && are_opponents(row, trigger);
    let points_back = are_opponents || named.len() < 2 && points_back(row, trigger);
    let sides = if points_back { told_number(row, trigger) } else { None };
    Reading { named, points_back, are_opponents, is_many, sides, takes_pair: false, is_one_sided: false }
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
    let told: Vec<&&Actor> = inside
        .iter()
        .filter(|actor| actor.is_person || inside.len() > 1 || actor.who.len() > 1 || possessive(actor))
        .collect();
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
    // "the Russian-US summit": one side by its people, the other by its name.
    let states = inside.iter().filter(|actor| !actor.is_person).flat_map(|actor| Named::of_actor(actor));
    let both = states.filter(|state| peoples.len() == 1 && peoples.iter().all(|people| people.id != state.id));
    let both: Vec<Named> = both.take(1).chain(peoples.iter().cloned()).collect();
    if told.is_empty() && both.len() > 1 {
        named.extend(both);
    }
    !named.is_empty()
}

pub(super) fn push(actor: &Actor, named: &mut Vec<Named>) {
    named.extend(Named::of_actor(actor));
}

/// Words after the trigger within which another verb can tell who came. It bounds the work where a text has no full stops.
const GATHERED_REACH: usize = 128;

/// How many of them are read.
const MOST_GUESTS: usize = 48;

/// `brought together X, Y and Z`; `attended by`, `with the participation of`: told by another verb of the sentence.
fn gathered(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    let attended = |at: usize| line.reads(at, "attended by");
    let near = trigger.tokens.end..trigger.tokens.end + ATTENDED_REACH;
    if !named.is_empty() && !trigger.is_verb() && !near.into_iter().any(attended) {
        return;
    }
    let limit = (trigger.tokens.end + GATHERED_REACH).min(line.len());
    let lead = (trigger.tokens.end..limit).find(|&at| {
        line.reads(at, "brought together")
            || line.reads(at, "attended by")
            || line.reads(at, "participation of")
            || line.reads(at, "representatives of")
            || line.reads(at, "with delegations of")
            || line.reads(at, "with delegations from")
    });
    let Some(lead) = lead else {
        companions::add_listed(row, trigger, named);
        return;
    };
    for actor in row.actors_from(lead).iter().take(MOST_GUESTS) {
        push(actor, named);
    }
}

/// `the ministers of the union met, chaired by X`: who leads a gathering that is told by a body alone was there.
fn chaired(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    if !matches!(named.as_slice(), [one] if !one.is_person()) {
        return;
    }
    let limit = (trigger.tokens.end + GATHERED_REACH).min(line.len());
    let lead = |at: &usize| {
        line.is(*at, &["chaired", "hosted"]) && line.is(at + 1, &["by"]) || line.reads(*at, "chairmanship of")
    };
    let Some(lead) = (trigger.tokens.end..limit).find(lead) else { return };
    let chair =
        row.actors_from(lead).first().filter(|actor| actor.is_person && actor.tokens.start <= lead + CHAIR_REACH);
    if let Some(chair) = chair {
        push(chair, named);
    }
}

/// How many words behind `chaired by` the name may stand.
const CHAIR_REACH: usize = 10;

/// The words of several participants, for the evidence.
pub(in crate::meetings) fn reach(named: &[Named]) -> Option<Range<usize>> {
    let start = named.iter().map(|named| named.tokens.start).min()?;
    let end = named.iter().map(|named| named.tokens.end).max()?;
    Some(start..end)
}
