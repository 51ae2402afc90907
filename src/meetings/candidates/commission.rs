//! Commissions in which two states sit: a story in, the two sides of its commission out, and for each sitting that a
//! candidate tells of who sat, where and when.
//!
//! **Why:** `the third session of the Quillia–Sudonia fisheries council` names its sides once, in the name of a body; every other
//! sitting (`the Second Session (Lusk, 9 June 2015)`, `the council meets next in May`) is told without them. A body of one country has no sides, and its sittings are none of
//! ours.

use std::ops::Range;

use super::Candidate;
use crate::language::{EntityId, Line, NameKind, WordList, slug};
use crate::meetings::scene::{Row, Scene};
use crate::meetings::slots::extent;
use crate::meetings::triggers::{self, Trigger};
use crate::meetings::types::{MeetingDate, MeetingKind, MeetingPlace, Participant};

/// What sits.
const BODIES: &[&str] = &["commission", "committee", "council"];
/// The same, and what it is made of: without one of these a story tells of no commission.
const TOLD: WordList = WordList::of(&["commission", "committee", "council", "delegation"]);
/// Words of a body's name that belong to neither side.
const KINDS: &[&str] = &[
    "permanent",
    "joint",
    "mixed",
    "boundary",
    "border",
    "bilateral",
    "binational",
    "intergovernmental",
    "interstate",
    "standing",
    "commission",
    "committee",
    "council",
    "economic",
    "trade",
    "high",
    "level",
    "bank",
    "water",
    "truce",
    "armistice",
    "military",
    "technical",
    "supreme",
    "strategic",
    "cooperation",
    "fisheries",
    "rivers",
];
/// By one of these a body is said to be of two, where it is not told of whom.
const OF_TWO: &[&str] =
    &["joint", "mixed", "permanent", "bilateral", "binational", "intergovernmental", "neighbours", "countries"];
/// What states call themselves in full.
const FORMS: &[&str] =
    &["republic", "kingdom", "state", "government", "principality", "federation", "duchy", "union", "commonwealth"];
/// How many words before a sitting its owner may stand.
const HOLDER: usize = 4;
/// How many words off the body its sides may stand.
const REACH: usize = 10;
/// How many words behind a delegation its head may be named.
const HEAD_REACH: usize = 18;
/// The most words of a side.
const LONGEST: usize = 3;
/// How many sentences of a story are read for its commission.
const READ: usize = 200;
/// How many words before its verb a body may stand.
const SUBJECT_REACH: usize = 16;

/// The commission of a story.
#[derive(Debug, Default)]
pub(super) struct Commission {
    /// Its two sides, if the story tells of one commission with two.
    sides: Vec<Participant>,
    /// Whether the story says that it is of two, whomever it names.
    is_of_two: bool,
    /// Those who headed the two delegations.
    heads: Vec<Participant>,
    /// Which of its sittings the delegations came to: the first that is told.
    main: Option<u32>,
}

impl Commission {
    /// The commission of the story.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let rows = || scene.rows.iter().take(READ).filter(|row| row.is_story || row.is_headline);
        let body_in = |row: &&Row<'_>| row.line.holds(0..row.line.len(), BODIES);
        if !rows().any(|row| row.line.holds_any(0..row.line.len(), &TOLD)) {
            return Self::default();
        }
        let delegations: Vec<(Participant, Option<Participant>)> =
            rows().flat_map(|row| delegations(scene, row)).collect();
        let mut told = rows().filter(body_in).filter_map(|row| sides_in(scene, row));
        let mut sides: Vec<Participant> = match told.next() {
            Some(first) => {
                let same = |other: &[Participant; 2]| {
                    other.iter().all(|one| first.iter().any(|known| known.id == one.id || is_longer(scene, known, one)))
                };
                if told.all(|other| same(&other)) { first.to_vec() } else { Vec::new() }
            }
            None => pair_of_story(scene, rows().filter(body_in)),
        };
        if let ([(one, _), (other, _)], true) = (delegations.as_slice(), sides.is_empty())
            && one.id != other.id
        {
            sides = vec![one.clone(), other.clone()];
        }
        let heads: Vec<Participant> = delegations.into_iter().filter_map(|(_, head)| head).collect();
        let heads = if heads.len() == 2 && sides.len() == 2 { heads } else { Vec::new() };
        let is_of_two = rows().any(of_two);
        Self { sides, is_of_two, heads, main: None }
    }

    /// Tells who sat, where and when, if the candidate is a sitting of the commission; false where it is one of a body
    /// without two sides.
    pub(super) fn complete(
        &mut self,
        scene: &Scene<'_>,
        row: &Row<'_>,
        trigger: &Trigger,
        candidate: &mut Candidate,
        pair: &[Participant],
    ) -> bool {
        let line = &row.line;
        let noun = trigger.tokens.end - 1;
        let numbered = !trigger.is_verb() && triggers::is_numbered_sitting(line, noun);
        let bare =
            !trigger.is_verb() && triggers::ordinal_at(line, trigger.tokens.start).is_some() && self.main.is_some();
        let sits = trigger.is_verb() && is_of_a_body(line, trigger);
        if !(numbered || bare || sits) {
            return true;
        }
        let is_body =
            |one: &Participant| one.kind == NameKind::Organisation && line.holds(line.positions(one.passage), BODIES);
        let others = candidate.participants.iter().filter(|one| !is_body(one) && one.kind != NameKind::Event).count();
        if self.sides.len() < 2 && self.is_of_two && others < 2 {
            // "A joint commission will be set up": of the sides of those who were told to have met.
            self.sides = sides_of(scene, row, pair);
        }
        if self.sides.len() < 2 || !sits && is_of_another(scene, row, candidate.row, trigger) {
            return others > 1 || !numbered;
        }
        // "X and Y met the commission": people who are told beside it.
        let people = candidate.participants.iter().any(|one| one.kind == NameKind::Person);
        if people && others > 1 || sits && others > 0 && people {
            return true;
        }
        if numbered && self.main.is_none() {
            self.main = candidate.ordinal;
        }
        let is_main = self.main.is_some() && self.main == candidate.ordinal;
        candidate.participants = if is_main && self.heads.len() == 2 { self.heads.clone() } else { self.sides.clone() };
        candidate.points_back = false;
        candidate.is_weak = false;
        candidate.pair_before.clear();
        candidate.kind = MeetingKind::Round;
        bracketed(scene, row, trigger, candidate);
        true
    }
}

/// `Republic of X` and `X`, but not two states of which one's name ends as the other's: `South Sudan` and `Sudan`.
fn is_longer(scene: &Scene<'_>, one: &Participant, other: &Participant) -> bool {
    let states = [one, other].iter().all(|side| scene.facts.state(&side.id).is_some());
    let full = |long: &str, short: &str| {
        let lead = long.strip_suffix(short).and_then(|lead| lead.strip_suffix("of-").or(lead.strip_suffix("of-the-")));
        lead.is_some_and(|lead| FORMS.iter().any(|form| lead.trim_end_matches('-').ends_with(form)))
    };
    let (one, other) = (one.id.as_str(), other.id.as_str());
    !states && (full(one, other) || full(other, one))
}

/// Whether a sitting is said to be another body's than the commission's: `the next session of parliament`, `parliament's
/// Fourth Session`, `the assembly closed its Fifth Session`.
fn is_of_another(scene: &Scene<'_>, row: &Row<'_>, number: usize, trigger: &Trigger) -> bool {
    let line = &row.line;
    let noun = trigger.tokens.end - 1;
    let own_in = |words: Range<usize>| words.into_iter().any(|at| line.is(at, BODIES) && !is_another(line, at));
    if line.is(noun + 1, &["of"]) {
        let end = (noun + 2..noun + REACH).find(|&at| matches!(line.word(at), "." | "," | ";"));
        return !own_in(noun + 2..end.unwrap_or(noun + REACH).min(line.len()));
    }
    let owner = (row.start.max(noun.saturating_sub(HOLDER))..noun).rev().find(|&at| line.is(at, &["its", "'s", "’s"]));
    match owner {
        Some(at) if line.is(at, &["its"]) => {
            let before = number.checked_sub(1).and_then(|before| scene.rows.get(before));
            let told = before.is_some_and(|row| row.line.holds(0..row.line.len(), BODIES));
            // "Its Third Session": of what the sentence before speaks of.
            let opens = at == row.start || line.is(at.wrapping_sub(2), &["it"]);
            !(own_in(row.start..at) || opens && told)
        }
        Some(at) => !own_in(at.saturating_sub(1)..at),
        None => false,
    }
}

/// Whether the body at `at` is another than that of two states: `the committee for the jubilee`, `a council of elders`.
fn is_another(line: &Line<'_>, at: usize) -> bool {
    let local =
        &["a", "an", "town", "parish", "city", "national", "federal", "security", "privy", "executive", "senate"];
    line.is(at + 1, &["for", "on"]) && !line.is(at.wrapping_sub(1), KINDS) || line.is(at.wrapping_sub(1), local)
}

/// `the Second Session (Lusk, 9 June 2015)`: where and when, told in brackets.
fn bracketed(scene: &Scene<'_>, row: &Row<'_>, trigger: &Trigger, candidate: &mut Candidate) {
    let line = &row.line;
    let open = trigger.tokens.end;
    if line.word(open) != "(" {
        return;
    }
    let Some(close) = (open + 1..open + REACH).find(|&at| line.word(at) == ")") else { return };
    if let Some((_, when)) = row.dates_from(open).iter().find(|(tokens, _)| tokens.end <= close) {
        candidate.when =
            Some(MeetingDate { interval: when.interval, precision: when.precision, passage: Some(when.passage) });
    }
    let comma = (open + 1..close).find(|&at| line.word(at) == ",").unwrap_or(close);
    let words = open + 1..comma;
    if words.is_empty() || !words.clone().all(|at| line.is_capitalised(at)) {
        return;
    }
    let (id, name) = side_at(scene, line, &words);
    candidate.extent = extent(scene.facts, &id, &name);
    candidate.state_of_place = scene.facts.state_of(&id, &name);
    candidate.place = Some(MeetingPlace { id, name, passage: line.passage(words) });
}

/// Whether the subject of the verb is a commission: `the commission meets next in May`, `the commission, which is to sit in Oslo`.
fn is_of_a_body(line: &Line<'_>, trigger: &Trigger) -> bool {
    let head = trigger.tokens.start;
    let body = (head.saturating_sub(SUBJECT_REACH)..head).rev().find(|&at| line.is(at, BODIES));
    let verb =
        line.is(head, &["meets", "met", "meet", "sits", "sit", "sat", "gathers", "gathered", "convened", "convenes"]);
    let apart = |body: usize| (body + 1..head).any(|at| matches!(line.word(at), ";" | "." | "“" | "”"));
    let object = &["with", "the", "his", "her", "him", "them", "members"];
    verb && body.is_some_and(|body| !apart(body) && !is_another(line, body)) && !line.is(trigger.tokens.end, object)
}

/// The two sides of the body that a sentence names.
fn sides_in(scene: &Scene<'_>, row: &Row<'_>) -> Option<[Participant; 2]> {
    let line = &row.line;
    let bodies = (row.start..line.len()).filter(|&at| line.is(at, BODIES));
    bodies.into_iter().find_map(|body| {
        let (one, other) = behind(row, body).or_else(|| before(scene, row, body)).or_else(|| peoples(row, body))?;
        let side = |words: &Range<usize>| {
            let (id, name) = side_at(scene, line, words);
            Participant::new(id, name, NameKind::Place, line.passage(words.clone()))
        };
        let sides = [side(&one), side(&other)];
        let of_two = line.holds(body.saturating_sub(REACH / 2)..body, OF_TWO);
        let known = of_two || sides.iter().any(|side| is_known(scene, &side.id));
        let [a, b] = &sides;
        (known && a.id != b.id).then_some(sides)
    })
}

/// `Commission on Water of Quillia and Sudonia`, `the commission between A and B`.
fn behind(row: &Row<'_>, body: usize) -> Option<(Range<usize>, Range<usize>)> {
    let line = &row.line;
    let lead = (body + 1..body + REACH)
        .find(|&at| line.is(at, &["of", "between"]) || matches!(line.word(at), "." | "," | ";"))?;
    if !line.is(lead, &["of", "between"]) {
        return None;
    }
    let one = name_from(row, lead + 1)?;
    let and = one.end;
    let other = name_from(row, and + 1).filter(|_| line.is(and, &["and"]))?;
    Some((one, other))
}

/// The words of a name that begins at `from`, behind articles and `Republic of`.
fn name_from(row: &Row<'_>, from: usize) -> Option<Range<usize>> {
    let line = &row.line;
    let mut start = from + usize::from(line.is(from, &["the"]));
    if line.is(start, &["republic", "kingdom", "government", "governments"]) && line.is(start + 1, &["of"]) {
        start += 2 + usize::from(line.is(start + 2, &["the"]));
    }
    let known = row.spot_at(start).map(|spot| spot.tokens.clone());
    let known =
        known.or_else(|| row.actor_at(start).filter(|actor| !actor.is_person).map(|actor| actor.tokens.clone()));
    if let Some(tokens) = known.filter(|tokens| tokens.start == start && tokens.len() <= LONGEST) {
        return Some(tokens);
    }
    let end = (start..start + LONGEST).take_while(|&at| line.is_capitalised(at) && !line.is(at, KINDS)).count() + start;
    (end > start).then_some(start..end)
}

/// `the Quillia–Sudonia Joint Commission`, `the San Telmo - Costa Brisa Permanent Commission`.
fn before(scene: &Scene<'_>, row: &Row<'_>, body: usize) -> Option<(Range<usize>, Range<usize>)> {
    let line = &row.line;
    let capital = |at: usize| line.is_capitalised(at) && !line.is(at, KINDS);
    let hyphen = (body.saturating_sub(REACH).max(row.start + 1)..body)
        .rev()
        .find(|&at| matches!(line.word(at), "-" | "–" | "‑" | "—") && capital(at - 1) && capital(at + 1))?;
    let left = (1..=LONGEST).take_while(|back| hyphen >= row.start + back && capital(hyphen - back)).count();
    let right = (hyphen + 1..body.min(hyphen + 1 + LONGEST)).take_while(|&at| capital(at)).count();
    let is_told = |words: Range<usize>| is_known(scene, &EntityId::new(&slug(&text(line, &words))));
    let left = (1..=left).rev().find(|n| is_told(hyphen - n..hyphen)).unwrap_or(left);
    let right = (1..=right).rev().find(|n| is_told(hyphen + 1..hyphen + 1 + n)).unwrap_or(right);
    Some((hyphen - left..hyphen, hyphen + 1..hyphen + 1 + right))
}

/// `the Norwegian-Chilean commission`, `the Norwegian and Chilean joint commission`.
fn peoples(row: &Row<'_>, body: usize) -> Option<(Range<usize>, Range<usize>)> {
    let near = row.peoples.iter().filter(|people| people.tokens.end <= body && people.tokens.start + REACH > body);
    let near: Vec<&Range<usize>> = near.map(|people| &people.tokens).collect();
    match near.as_slice() {
        [.., one, other] if other.start - one.end.min(other.start) <= 1 => {
            Some((Range::clone(one), Range::clone(other)))
        }
        _ => None,
    }
}

/// Whether the sentence says of a body that it is of two.
fn of_two(row: &Row<'_>) -> bool {
    let line = &row.line;
    (0..line.len()).any(|at| line.is(at, BODIES) && line.holds(at.saturating_sub(REACH / 2)..at, OF_TWO))
}

/// The sides for which the two of a meeting act.
fn sides_of(scene: &Scene<'_>, row: &Row<'_>, pair: &[Participant]) -> Vec<Participant> {
    let passage = row.line.passage(row.start..row.start + 1);
    let side = |one: &Participant| {
        let (id, name) = scene.sides.named(one.acts_for.first()?)?;
        Some(Participant::new(id.clone(), name, NameKind::Place, passage))
    };
    match pair {
        [one, other] if one.acts_for.first() != other.acts_for.first() => {
            [side(one), side(other)].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// The two states of the story, where it says that its commission is of two.
fn pair_of_story<'r, 'a: 'r>(scene: &Scene<'_>, mut rows: impl Iterator<Item = &'r Row<'a>>) -> Vec<Participant> {
    let Some((row, pair)) = rows.find(|row| of_two(row)).zip(scene.sides.pair()) else { return Vec::new() };
    let side = |(id, name): &(EntityId, String)| {
        Participant::new(id.clone(), name.clone(), NameKind::Place, row.line.passage(0..1))
    };
    pair.iter().map(side).collect()
}

/// `The delegation of X was headed by Y, that of Z by W`: each side with its head.
fn delegations(scene: &Scene<'_>, row: &Row<'_>) -> Vec<(Participant, Option<Participant>)> {
    let line = &row.line;
    let leads = (row.start..line.len()).filter(|&at| {
        line.is(at + 1, &["of"])
            && (line.is(at, &["delegation"]) || line.is(at, &["that"]) && line.holds(row.start..at, &["delegation"]))
    });
    let side = |lead: usize| {
        let words = name_from(row, lead + 2)?;
        let (id, name) = side_at(scene, line, &words);
        let by = (words.end..words.end + HEAD_REACH).find(|&at| line.is(at, &["by"]));
        let person = by.and_then(|by| {
            row.actors
                .iter()
                .find(|actor| actor.is_person && actor.tokens.end > by && actor.tokens.end <= by + HEAD_REACH)
        });
        let head = person.and_then(|actor| actor.who.first().map(|(who, name)| (actor, who, name))).map(
            |(actor, who, name)| {
                let told =
                    Participant::new(who.clone(), name.clone(), NameKind::Person, line.passage(actor.tokens.clone()));
                Participant { acts_for: vec![id.clone()], ..told }
            },
        );
        Some((Participant::new(id, name, NameKind::Place, line.passage(words)), head))
    };
    leads.take(LONGEST).filter_map(side).collect()
}

/// The words of a range, as the text has them.
fn text(line: &Line<'_>, words: &Range<usize>) -> String {
    words.clone().map(|at| line.word(at)).collect::<Vec<_>>().join(" ")
}

/// Who or what is named by these words.
fn side_at(scene: &Scene<'_>, line: &Line<'_>, words: &Range<usize>) -> (EntityId, String) {
    // "The Norwegian-Chilean commission".
    let name = text(line, &(words.start + usize::from(line.is(words.start, &["the"]))..words.end));
    if let Some(state) = scene.facts.state_called(&name) {
        return (state.id.clone(), state.name.to_owned());
    }
    (EntityId::new(&slug(&name)), name)
}

/// Whether the story names it as a place or a state, or somebody's delegation.
fn is_known(scene: &Scene<'_>, id: &EntityId) -> bool {
    let here = |row: &Row<'_>| {
        row.spots.iter().chain(&row.peoples).any(|spot| spot.id == *id)
            || row.actors.iter().any(|actor| !actor.is_person && actor.who.iter().any(|(who, _)| who == id))
    };
    scene.facts.state(id).is_some() || scene.rows.iter().take(READ).any(here)
}
