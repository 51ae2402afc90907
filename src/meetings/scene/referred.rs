//! `the president`, `the Lao guest`: a row's offices without a name in, the one told just before who is meant out.
//!
//! **Why:** a story introduces `Sudonian President X` and goes on with `the president lunches with Y`; nothing but the
//! sentence before tells who that is. Only one who stands alone behind that office, or alone for that state, is meant.

use super::{Actor, How, Row, Sides};
use crate::language::{EntityId, NameKind};

/// Offices taken up without a name.
const OFFICES: &[&str] = &[
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "pope",
    "envoy",
    "ambassador",
    "archbishop",
    "patriarch",
    "governor",
    "mediator",
    "chairman",
    "emir",
    "sultan",
    "cardinal",
    "mayor",
];
/// Words for someone who is on a visit.
const GUESTS: &[&str] = &["guest", "visitor"];
/// Words behind an office that make it another's or only a part of a longer one.
const GOES_ON: &[&str] =
    &["of", "for", "to", "'s", "’s", "and", ",", "-", "general", "designate", "elect", "or", "who"];
/// How many sentences back the name may stand …
const REACH: usize = 2;
/// … how many people of a sentence are looked at …
const MOST_PEOPLE: usize = 16;
/// … how many such offices of a sentence are read …
const MOST_OFFICES: usize = 4;
/// … and how many words before a name its office may stand.
const TITLE: usize = 4;

/// Puts the one who is meant where an office stands for a name.
pub(super) fn add(rows: &mut [Row<'_>], sides: &Sides) {
    for number in 0..rows.len() {
        let Some(row) = rows.get(number).filter(|row| row.is_story && !row.is_headline) else { continue };
        let offices = (row.start + 1..row.line.len()).filter(|&at| is_office(row, at)).take(MOST_OFFICES);
        let before = rows.get(number.saturating_sub(REACH)..number).unwrap_or_default();
        let found: Vec<Actor> = offices.filter_map(|at| actor(row, at, before, sides)).collect();
        if let Some(row) = rows.get_mut(number).filter(|_| !found.is_empty()) {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
    add_bodies(rows);
}

/// Words for bodies that a story takes up without the rest of their name.
const BODIES: &[&str] = &[
    "commission",
    "committee",
    "council",
    "union",
    "league",
    "movement",
    "alliance",
    "federation",
    "association",
    "organisation",
    "organization",
    "assembly",
    "party",
    "front",
    "authority",
    "agency",
    "confederation",
    "community",
];
/// How many bodies a story may take up; no story names more.
const MOST_BODIES: usize = 64;

/// `The last meeting of the Commission`: the body told last before whose name ends so.
fn add_bodies(rows: &mut [Row<'_>]) {
    let mut told: Vec<(String, (EntityId, String))> = Vec::new();
    for row in rows.iter_mut().filter(|row| row.is_story) {
        let is_body = |at: usize| {
            row.line.is(at, BODIES)
                && row.line.is_capitalised(at)
                && row.line.is(at.wrapping_sub(1), &["the"])
                && !row.line.is_capitalised(at + 1)
                && !row.line.is(at + 1, &["of", "for", "on"])
                && row.actor_at(at).is_none()
        };
        let at_body = |at: usize| {
            let word = row.line.word(at).to_lowercase();
            let (_, who) = told.iter().rev().take(MOST_BODIES).find(|(last, _)| *last == word)?;
            let (tokens, who) = (at..at + 1, vec![who.clone()]);
            let kind = NameKind::Organisation;
            Some(Actor { tokens, who, is_person: false, kind, how: How::Named, is_many: false })
        };
        let found: Vec<Actor> =
            (row.start + 1..row.line.len()).filter(|&at| is_body(at)).take(MOST_OFFICES).filter_map(at_body).collect();
        let named = row.actors.iter().filter(|actor| actor.kind == NameKind::Organisation && actor.who.len() == 1);
        for who in named.take(MOST_BODIES).filter_map(|actor| actor.who.first()) {
            if let Some((_, last)) = who.1.rsplit_once(' ') {
                told.push((last.to_lowercase(), who.clone()));
            }
        }
        if !found.is_empty() {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
}

/// `the president lunches`, `The Lao guest had`: an office that a verb follows and nobody is named by.
fn is_office(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let the = line.is(at.wrapping_sub(1), &["the"])
        || line.is(at.wrapping_sub(2), &["the"]) && row.people_at(at.wrapping_sub(1));
    the && (line.is(at, OFFICES) || line.is(at, GUESTS))
        && !line.is_capitalised(at)
        && row.actor_at(at).is_none()
        && !line.is_capitalised(at + 1)
        && !line.is(at + 1, GOES_ON)
}

fn actor(row: &Row<'_>, at: usize, before: &[Row<'_>], sides: &Sides) -> Option<Actor> {
    let people = row.peoples.iter().find(|people| people.tokens.contains(&at.wrapping_sub(1)));
    let is_guest = row.line.is(at, GUESTS);
    let noun = row.line.word(at);
    let (id, name) = before.iter().rev().find_map(|earlier| {
        let told = earlier.actors.iter().filter(|actor| actor.is_person && actor.who.len() == 1).take(MOST_PEOPLE);
        let fits = |actor: &&Actor| {
            let own = people.is_none_or(|people| actor.who.iter().any(|(id, _)| sides.of(id).contains(&people.id)));
            let low = actor.tokens.start.saturating_sub(TITLE);
            let titled = earlier.line.holds(low..actor.tokens.end, &[noun]);
            own && (titled || is_guest && people.is_some())
        };
        let mut fitting: Vec<(EntityId, String)> = told.filter(fits).flat_map(|actor| actor.who.clone()).collect();
        fitting.dedup_by(|a, b| a.0 == b.0);
        fitting.pop().filter(|_| fitting.is_empty())
    })?;
    let tokens = people.map_or(at, |people| people.tokens.start)..at + 1;
    let who = vec![(id, name)];
    Some(Actor { tokens, who, is_person: true, kind: NameKind::Person, how: How::Described, is_many: false })
}
