//! Several in one word: rows in, `the three ministers`, `envoys of the four countries` and `their presidents` as actors out.
//!
//! **Why:** once a story has named all sides of a gathering it counts them. Whoever `received the three ministers`, and what
//! `their presidents` did, is told of them as if they were named again. Two who are counted are left to the
//! rules of pairs, but where somebody else meets both.

use std::ops::Range;

use jiff::civil::Date;

use super::{Actor, How, Row, Sides};
use crate::language::{EntityId, Facts, NameKind, WordList};

/// People who can be counted.
const PEOPLE: &[&str] = &[
    "ministers",
    "leaders",
    "presidents",
    "premiers",
    "chancellors",
    "envoys",
    "negotiators",
    "statesmen",
    "men",
    "women",
    "politicians",
    "diplomats",
    "kings",
];
/// States that can be counted.
const STATES: &[&str] = &["sides", "countries", "states", "nations", "powers", "governments", "capitals", "guarantors"];
/// Words that may stand between the number and the noun.
const QUALIFIERS: &[&str] =
    &["foreign", "defence", "defense", "prime", "finance", "guarantor", "visiting", "other", "neighbouring", "member"];
/// Those whom somebody sends: the states behind `of` stand for them.
const SENT: &[&str] =
    &["envoys", "officials", "representatives", "experts", "diplomats", "delegations", "ministers", "negotiators"];
/// Whoever receives two at a time.
const RECEIVES: &[&str] =
    &["received", "receives", "hosted", "hosts", "welcomed", "met", "meets", "with", "briefed", "by", "joined"];
/// Words with which they begin.
const FIRST: WordList = WordList::of(&["two", "both", "three", "four", "their"]);
/// How many sentences back they may have been named.
const REACH: usize = 10;
/// How many actors of a sentence are looked at.
const MOST_ACTORS: usize = 32;

/// Someone with a name.
type Who = (EntityId, String);

/// Adds them to every row.
pub(super) fn add(rows: &mut [Row<'_>], sides: &Sides, facts: &Facts, today: Option<Date>) {
    for number in 0..rows.len() {
        let Some(row) = rows.get(number).filter(|row| row.is_story && !row.is_headline) else { continue };
        let told = rows.get(number.saturating_sub(REACH)..number).unwrap_or_default();
        let read = |at: usize| {
            let begins = row.line.is_of(at, &FIRST);
            let told = || counted(row, at, told, sides).or_else(|| theirs(row, at, told.last(), sides, facts, today));
            begins.then(told).flatten()
        };
        let free = |actor: &Actor| actor.tokens.clone().all(|at| row.actor_at(at).is_none());
        let found: Vec<Actor> = (row.start..row.line.len()).filter_map(read).filter(free).take(2).collect();
        if let Some(row) = rows.get_mut(number).filter(|_| !found.is_empty()) {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
}

/// `the three ministers`, `the four countries`, and those whom these send.
fn counted(row: &Row<'_>, at: usize, told: &[Row<'_>], sides: &Sides) -> Option<Actor> {
    let line = &row.line;
    let count = match line.word(at) {
        "two" | "both" => 2,
        "three" => 3,
        "four" => 4,
        _ => return None,
    };
    let both = line.is(at, &["both"]);
    let start = if both { at } else { at.checked_sub(1).filter(|&the| line.is(the, &["the", "all"]))? };
    let noun = at + 1 + usize::from(line.is(at + 1, QUALIFIERS));
    let is_of_people = line.is(noun, PEOPLE);
    if !is_of_people && !line.is(noun, STATES) || line.is(noun + 1, &["of", "'s", "’s", "'", "’"]) {
        return None;
    }
    let sent = start.checked_sub(2).filter(|&noun| line.is(noun + 1, &["of", "from"]) && line.is(noun, SENT));
    // "The three leaders met" and "the two sides met" are read with their verbs.
    let is_free =
        if is_of_people { !both && line.is(start.wrapping_sub(1), RECEIVES) } else { count > 2 || sent.is_some() };
    if !is_free {
        return None;
    }
    let states = |row: &Row<'_>| states_of(&row.actors, sides).filter(|states| states.len() == count);
    let fits = |row: &Row<'_>| {
        let named = group(row, count, is_of_people);
        if is_of_people { named } else { named.or_else(|| states(row)) }
    };
    let who = told.iter().rev().filter(|row| row.is_story).find_map(fits)?;
    let start = sent.filter(|_| !is_of_people).unwrap_or(start);
    Some(actor(start..noun + 1, who, is_of_people))
}

/// As many as are counted, if a row names them together: one after the other, or by one word.
fn group(row: &Row<'_>, count: usize, is_of_people: bool) -> Option<Vec<Who>> {
    let fits = |actor: &&Actor| actor.is_person == is_of_people && actor.how != How::Pronoun;
    let actors = || row.actors.iter().take(MOST_ACTORS).filter(fits);
    if let Some(one) = actors().find(|actor| actor.who.len() == count) {
        return Some(one.who.clone());
    }
    let mut all: Vec<Who> = Vec::new();
    for who in actors().flat_map(|actor| &actor.who) {
        if all.iter().all(|known| known.0 != who.0) {
            all.push(who.clone());
        }
    }
    (all.len() == count).then_some(all)
}

/// `their presidents`, `their foreign ministers`: those of the states that the sentence, or else the one before, names together.
fn theirs(
    row: &Row<'_>,
    at: usize,
    before: Option<&Row<'_>>,
    sides: &Sides,
    facts: &Facts,
    today: Option<Date>,
) -> Option<Actor> {
    let line = &row.line;
    if !line.is(at, &["their"]) {
        return None;
    }
    let kinds: [(&str, &str); 8] = [
        ("presidents", "head-of-state"),
        ("leaders", ""),
        ("prime ministers", "head-of-government"),
        ("premiers", "head-of-government"),
        ("foreign ministers", "foreign-minister"),
        ("defence ministers", "defence-minister"),
        ("defense ministers", "defence-minister"),
        ("governments", "government"),
    ];
    let (words, office) = kinds.into_iter().find(|(words, _)| line.reads(at + 1, words))?;
    let here = row.actors_before(at);
    let states = states_of(here, sides).or_else(|| states_of(&before?.actors, sides))?;
    let holder = |(id, _): &Who| {
        let office = if office.is_empty() { facts.state(id)?.leading_office(today)? } else { office };
        let holder = facts.holder(id, office, today?)?;
        Some((holder.id.clone(), holder.name.to_owned()))
    };
    let end = at + 1 + words.split(' ').count();
    let holders: Option<Vec<Who>> = states.iter().map(holder).collect();
    Some(match holders.filter(|_| office != "government") {
        Some(people) => actor(at..end, people, true),
        None => actor(at..end, states, false),
    })
}

/// The states that actors name together, or for which two people named together act.
fn states_of(actors: &[Actor], sides: &Sides) -> Option<Vec<Who>> {
    let states = |actor: &&Actor| actor.kind == NameKind::Place && !actor.is_person;
    if let Some(one) = actors.iter().take(MOST_ACTORS).filter(states).find(|actor| actor.who.len() > 1) {
        return Some(one.who.clone());
    }
    let mut all: Vec<Who> = Vec::new();
    for who in actors.iter().take(MOST_ACTORS).filter(states).flat_map(|actor| &actor.who) {
        if all.iter().all(|known| known.0 != who.0) {
            all.push(who.clone());
        }
    }
    if all.len() > 1 {
        return Some(all).filter(|all| all.len() <= MOST_STATES);
    }
    all.clear();
    let people = actors.iter().take(MOST_ACTORS).filter(|actor| actor.is_person && actor.how != How::Pronoun);
    let acts_for = |(id, _): &Who| sides.of(id).first().and_then(|side| sides.named(side));
    for (id, name) in people.flat_map(|actor| &actor.who).filter_map(acts_for) {
        if all.iter().all(|known| known.0 != *id) {
            all.push((id.clone(), name.to_owned()));
        }
    }
    Some(all).filter(|all| (2..=MOST_STATES).contains(&all.len()))
}

/// The most states whose ministers meet without being named.
const MOST_STATES: usize = 6;

fn actor(tokens: Range<usize>, who: Vec<Who>, is_person: bool) -> Actor {
    let (kind, how) = if is_person { (NameKind::Person, How::Described) } else { (NameKind::Place, How::Role) };
    Actor { tokens, who, is_person, kind, how, is_many: false }
}
