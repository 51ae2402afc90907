//! Lists of plans that tell their verb once: `pilots will meet in the hangar on June 2, bakers in Tarn on June 5 and rowing federations
//! on June 8`.
//!
//! **In:** a candidate with its sentence. **Out:** itself and those behind it, one for each who, where and when; none where it stands alone.
//! **Why:** what follows has no word of its own for a meeting; that the same three things stand there in the same order tells what is left out.

use std::ops::Range;

use super::Candidate;
use crate::language::{NameKind, Precision};
use crate::meetings::scene::Row;
use crate::meetings::slots::{Extent, Named};
use crate::meetings::triggers::{Frame, Trigger};
use crate::meetings::types::{MeetingDate, MeetingPlace, Participant};

/// How many words one of the list has at most …
const LONGEST: usize = 18;
/// … how many of them tell who meets …
const WHO: usize = 8;
/// … and how many meetings a list has.
const MOST: usize = 12;

/// The meetings of the list that `whole` opens.
pub(super) fn meetings(row: &Row<'_>, trigger: &Trigger, whole: &Candidate) -> Vec<Candidate> {
    let dated = whole.when.and_then(|when| when.passage).map(|passage| row.line.positions(passage));
    let Some(dated) = dated.filter(|_| {
        matches!(trigger.frame, Frame::Meets | Frame::Hosts | Frame::Speaks | Frame::Phones)
            && whole.participants.len() > 1
    }) else {
        return vec![];
    };
    let placed = whole.place.as_ref().map_or(0, |place| row.line.positions(place.passage).end);
    let mut from = dated.end.max(placed);
    if dated.start < trigger.tokens.end {
        return vec![];
    }
    let mut all = vec![];
    while let Some((next, end)) = entry(row, from, whole).filter(|_| all.len() < MOST) {
        all.push(next);
        from = end;
    }
    if !all.is_empty() {
        all.insert(0, Candidate { is_plural: false, ..whole.clone() });
    }
    all
}

/// The next of the list, behind the mark at `from`, and where it ends.
fn entry(row: &Row<'_>, from: usize, whole: &Candidate) -> Option<(Candidate, usize)> {
    let line = &row.line;
    let comma = usize::from(matches!(line.word(from), "," | ";"));
    let and = usize::from(line.is(from + comma, &["and"]));
    let start = from + comma + and;
    let lead = (start..start + WHO).find(|&at| line.is(at, &["at", "in", "on", "near"]))?;
    let who = start..lead;
    let passable =
        |at: usize| line.word(at).chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’'));
    if start == from || who.is_empty() || !who.clone().all(passable) || who.clone().any(|at| is_verb(line.word(at))) {
        return None;
    }
    let (tokens, when) = row.dates_from(lead).first().filter(|(tokens, _)| tokens.end <= start + LONGEST)?;
    // Between the place and the day nothing else is told.
    let between = lead..tokens.start;
    let light = |at: usize| {
        line.is_capitalised(at)
            || line
                .is(at, &["at", "in", "on", "near", "the", "of", "town", "village", "city", "port", "house", "palace"])
    };
    let acts = line.word(tokens.end).len() > 4 && line.word(tokens.end).ends_with("ed");
    if when.precision != Precision::Day || acts || is_verb(line.word(tokens.end)) || !between.clone().all(light) {
        return None;
    }
    let participants = sides(row, who, whole)?;
    let place = row.spots_between(lead, tokens.end).first().map(|spot| MeetingPlace {
        passage: line.passage(spot.tokens.clone()),
        id: spot.id.clone(),
        name: spot.name.clone(),
    });
    let next = Candidate {
        participants,
        when: Some(MeetingDate { interval: when.interval, precision: when.precision, passage: Some(when.passage) }),
        extent: Extent::Town,
        state_of_place: None,
        place,
        is_definite: false,
        is_new: true,
        is_plural: false,
        pair_before: vec![],
        points_back: false,
        evidence: line.passage(start..tokens.end),
        ..whole.clone()
    };
    Some((next, tokens.end))
}

/// Who meets: those who are named, two at least, else people of the same sides as before.
fn sides(row: &Row<'_>, who: Range<usize>, whole: &Candidate) -> Option<Vec<Participant>> {
    let actors = row.actors_from(who.start).iter().take_while(|actor| actor.tokens.end <= who.end);
    let named: Vec<Named> = actors.filter(|actor| actor.is_person).flat_map(Named::of_actor).collect();
    if named.len() > 1 {
        return Some(
            named
                .iter()
                .map(|one| {
                    Participant::new(one.id.clone(), one.name.clone(), one.kind, row.line.passage(one.tokens.clone()))
                })
                .collect(),
        );
    }
    if let ([one], Some(first)) =
        (named.as_slice(), whole.participants.first().filter(|first| first.kind == NameKind::Person))
    {
        // "X will meet Y in Oslo on Friday and Z in Bonn on Sunday".
        let guest = Participant::new(one.id.clone(), one.name.clone(), one.kind, row.line.passage(one.tokens.clone()));
        return (whole.participants.len() == 2 && whole.participants.iter().all(|other| other.id != guest.id))
            .then(|| vec![first.clone(), guest]);
    }
    let of_states = whole.participants.iter().all(|one| one.kind == NameKind::Place);
    let plural = row.line.word(who.end - 1).ends_with('s');
    (named.is_empty() && of_states && plural).then(|| whole.participants.clone())
}

/// Whether a word tells something of its own, so that nothing is left out.
fn is_verb(word: &str) -> bool {
    let verbs = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "says", "who", "which", "that",
        "to", "met", "meet", "meets",
    ];
    verbs.contains(&word) || word.len() > 4 && word.ends_with("ed")
}
