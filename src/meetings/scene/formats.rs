//! Formats: rows in, the same with a body of few sides as those sides out.
//!
//! **Why:** `the Contact Group met`, `the NATO-Georgia Commission sat` and `the inter-Korean summit` name no side, yet
//! everybody knows who sits there; another outlet names the sides and not the body. Which sides a body has is told by its
//! name, or by a short table of those whose name is silent.

use std::ops::Range;

use super::{Actor, How, Row, Spot};
use crate::language::{EntityId, Facts, Line, Name, NameKind, WordList};

/// The sides of bodies whose names do not tell them: a body that has no more than a handful and meets as such.
const SIDES: &[(&str, &[&str])] = &[
    ("trilateral-contact-group", &["russia", "ukraine", "osce"]),
    ("normandy-four", &["germany", "france", "russia", "ukraine"]),
    ("middle-east-quartet", &["united-states", "russia", "european-union", "united-nations"]),
    ("visegrad-group", &["czech-republic", "hungary", "poland", "slovakia"]),
];
/// What two sides call the body in which they sit.
const BODIES: &[&str] = &["Council", "Commission"];
/// Words that may stand between the sides and that noun.
const QUALIFIERS: &[&str] = &["Association", "Cooperation", "Joint", "Intergovernmental", "Partnership", "Permanent"];
/// The two halves of a land that share its name.
const HALVES: [&str; 2] = ["north-korea", "south-korea"];
/// How many such words of a sentence are read.
const MOST: usize = 8;

/// Puts the sides where a body of few sides is named, and adds the halves of a land.
pub(super) fn add(rows: &mut [Row<'_>], facts: &Facts) {
    for row in rows.iter_mut() {
        for actor in row.actors.iter_mut().filter(|actor| actor.kind == NameKind::Organisation) {
            let sides = match actor.who.as_slice() {
                [(id, name)] => sides_of(id, name, facts),
                _ => vec![],
            };
            if sides.len() > 1 {
                actor.who = sides;
                (actor.how, actor.is_many) = (How::Role, true);
            }
        }
        let found = halves(row, facts);
        if !found.is_empty() {
            row.actors.retain(|actor| found.iter().all(|half| half.tokens != actor.tokens));
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| (actor.tokens.start, std::cmp::Reverse(actor.tokens.end)));
        }
    }
}

/// The sides of a body, as its name or the table tells them.
fn sides_of(id: &EntityId, name: &str, facts: &Facts) -> Vec<(EntityId, String)> {
    if let Some((_, sides)) = SIDES.iter().find(|(body, _)| id.as_str() == *body) {
        return sides.iter().filter_map(|side| facts.side(&EntityId::new(side))).collect();
    }
    let mut words = name.split(' ');
    let pair = words.next().and_then(|first| first.split_once(['-', '–']));
    let rest: Vec<&str> = words.collect();
    let is_theirs = rest.split_last().is_some_and(|(noun, qualifiers)| {
        BODIES.contains(noun) && qualifiers.iter().all(|word| QUALIFIERS.contains(word))
    });
    let sides = pair.filter(|_| is_theirs).and_then(|(a, b)| Some(vec![facts.side_called(a)?, facts.side_called(b)?]));
    sides.unwrap_or_default()
}

/// Puts a named event where it stands, with the two sides whose names it may bear.
pub(super) fn add_event(row: &mut Row<'_>, tokens: Range<usize>, name: &Name, facts: &Facts) {
    if is_half_of_a_pair(&row.line, &tokens) {
        // "the German-US summit" is of two, and no "US summit".
        if let Some((id, called)) = name.name.rsplit_once(' ').and_then(|(side, _)| facts.side_called(side)) {
            row.add_body(tokens.start..tokens.end - 1, &id, &called, NameKind::Place);
        }
        return;
    }
    row.actors.extend(pair_of_event(&name.name, &tokens, facts));
    row.events.push(Spot { tokens, id: name.id.clone(), name: name.name.clone() });
}

/// Whether an event is what a hyphen leaves of `the German-US summit`: it is called by the second of two sides.
fn is_half_of_a_pair(line: &Line<'_>, event: &Range<usize>) -> bool {
    let joined = matches!(line.word(event.start.wrapping_sub(1)), "-" | "–" | "/");
    event.start > 1 && joined && event.len() > 1 && line.is(event.end - 1, &["summit", "talks", "meeting", "forum"])
}

/// The two sides of `the EU-Moldova summit`, where that is one name.
fn pair_of_event(name: &str, tokens: &Range<usize>, facts: &Facts) -> Option<Actor> {
    let (a, b) = name.split(' ').next()?.split_once(['-', '–'])?;
    let who = vec![facts.side_called(a)?, facts.side_called(b)?];
    let tokens = tokens.start..tokens.end.saturating_sub(1).max(tokens.start + 1);
    Some(Actor { tokens, who, is_person: false, kind: NameKind::Place, how: How::Named, is_many: false })
}

/// `the two Koreas`, `inter-Korean`, `North and South Korea`: both halves, or the one whose name is cut short.
fn halves(row: &Row<'_>, facts: &Facts) -> Vec<Actor> {
    // No other word begins such a name, and few sentences have one of these.
    const FIRST: WordList = WordList::of(&["inter", "inter-korean", "koreas", "north", "south"]);
    let line = &row.line;
    if !line.holds_any(row.start..line.len(), &FIRST) {
        return vec![];
    }
    let both: Vec<(EntityId, String)> = HALVES.iter().filter_map(|half| facts.side(&EntityId::new(half))).collect();
    let Ok([north, south]) = <[(EntityId, String); 2]>::try_from(both) else { return vec![] };
    let actor = |tokens: Range<usize>, who: Vec<(EntityId, String)>| Actor {
        tokens,
        who,
        is_person: false,
        kind: NameKind::Place,
        how: How::Named,
        is_many: false,
    };
    let read = |at: usize| {
        let pair = || vec![north.clone(), south.clone()];
        let inter = line.is(at, &["inter"]) && line.word(at + 1) == "-" && line.is(at + 2, &["korean"]);
        // "North and South Korea", "South and North Korea".
        let short = |word: &str| {
            line.is(at, &[word])
                && line.is_capitalised(at)
                && line.is(at + 1, &["and"])
                && line.is(at + 3, &["korea"])
                && line.is(at + 2, &["north", "south"])
                && !line.is(at + 2, &[word])
        };
        match () {
            () if inter => Some(actor(at..at + 3, pair())),
            () if line.is(at, &["inter-korean", "koreas"]) => Some(actor(at..at + 1, pair())),
            () if short("north") => Some(actor(at..at + 1, vec![north.clone()])),
            () if short("south") => Some(actor(at..at + 1, vec![south.clone()])),
            () => None,
        }
    };
    (row.start..line.len()).filter_map(read).take(MOST).collect()
}
