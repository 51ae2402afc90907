//! Who speaks for a side: `government negotiator X`, `the rebel panel was headed by Y`.
//!
//! **In:** the rows of a story. **Out:** [`Delegates`]: for each state or body the people whom the story introduces as
//! its negotiators. **Why:** one outlet writes that the government met the front, another that X met Y; the story that
//! tells both says who stands for whom.

use std::collections::HashMap;

use super::{Actor, Row, Sides};
use crate::language::{EntityId, Facts, NameKind, Passage};
use crate::meetings::types::{MeetingKind, MeetingMention, Participant, Status};

/// Words by which a negotiator is introduced.
const OFFICES: &[&str] =
    &["negotiator", "negotiators", "panel", "delegation", "team", "envoy", "side", "delegate", "counterpart"];
/// Words by which one is introduced who speaks for a body that is no state.
const HEADS: &[&str] =
    &["president", "chairman", "chairwoman", "chief", "executive", "head", "leader", "secretary", "boss"];
/// Words between a delegation and its head.
const LEADS: &[&str] = &["headed", "led", "chaired", "represented"];
/// How many words may stand between a side and who speaks for it.
const REACH: usize = 8;
/// The most who lead the sides of talks.
const MOST_LEADERS: usize = 4;
/// How many people of a row are looked at for one who heads the other side.
const MOST_PEOPLE: usize = 64;

/// For each side, those who negotiate for it.
#[derive(Debug, Default)]
pub(in crate::meetings) struct Delegates {
    of: HashMap<EntityId, Vec<Participant>>,
    /// `…, the rebels' by Y`: those who speak for the side that the sentence does not name.
    of_the_other: Vec<Participant>,
    /// `X leads the Israelis, Y the Syrians`: those of the first sentence that tells who leads.
    leaders: Vec<Participant>,
    /// `X told his rebel counterpart Y`: both, the second one with the side that introduces him.
    counterparts: Vec<[Participant; 2]>,
}

impl Delegates {
    /// Remembers whom `row` introduces; to be asked before the states that introduce people are dropped from it.
    pub(super) fn read(&mut self, row: &Row<'_>) {
        let line = &row.line;
        // It takes someone and a side, or two who lead.
        if row.actors.len() < 2 {
            return;
        }
        let verb = (row.start..line.len()).find(|&at| line.is(at, LEADS)).unwrap_or(line.len());
        for pair in row.actors.windows(2) {
            let [one, next] = pair else { continue };
            let gap = one.tokens.end..next.tokens.start;
            let broken = |at: usize| {
                line.word(at) == ";" || line.word(at) == "." || line.is(at, &["and", "with", "said", "told"])
            };
            if one.is_person == next.is_person || gap.len() > REACH || gap.clone().any(broken) {
                continue;
            }
            if next.is_person {
                self.read_introduced(row, one, next, verb);
            } else if line.word(gap.start) == "," && gap.len() <= 3 {
                // "X, the government's chief negotiator,".
                let told = gap.start..next.tokens.end + 3;
                let is_head =
                    line.holds(told.clone(), OFFICES) || next.kind == NameKind::Organisation && line.holds(told, HEADS);
                if is_head {
                    self.add(row, next, one);
                }
            }
        }
        // "X told his rebel counterpart Y": X speaks for the side that is not told.
        for three in row.actors.windows(3) {
            let [one, side, other] = three else { continue };
            let told = side.tokens.start..other.tokens.start;
            let near = side.tokens.start - one.tokens.end.min(side.tokens.start) <= 2 * REACH && told.len() <= REACH;
            let are = one.is_person && !side.is_person && other.is_person && near && line.holds(told, &["counterpart"]);
            let own = line.is(side.tokens.start.wrapping_sub(1), &["his", "her"]);
            if !are || !own {
                continue;
            }
            self.of_the_other.extend(delegate(row, one));
            if let (Some(one), Some(other), [(side, _)]) =
                (delegate(row, one), delegate(row, other), side.who.as_slice())
                && self.counterparts.len() < MOST_LEADERS
            {
                self.counterparts.push([one, Participant { acts_for: vec![side.clone()], ..other }]);
            }
        }
        self.read_leaders(row);
        // "The government side was led by X, the rebels' by Y".
        let by = |actor: &&Actor| actor.is_person && line.is(actor.tokens.start.wrapping_sub(1), &["by"]);
        let heads: Vec<&Actor> = row.actors_from(verb).iter().take(MOST_PEOPLE).filter(by).collect();
        if let [first, other] = heads.as_slice()
            && row.actors_from(first.tokens.end).first().is_some_and(|next| next.tokens == other.tokens)
            && let Some(one) = delegate(row, other)
        {
            self.of_the_other.push(one);
        }
    }

    /// `government negotiator X`, `the company's chief executive, X`, `the panel was headed by X`.
    fn read_introduced(&mut self, row: &Row<'_>, side: &Actor, person: &Actor, verb: usize) {
        let line = &row.line;
        let gap = side.tokens.end..person.tokens.start;
        let told = side.tokens.start..person.tokens.start;
        let apart = gap.clone().filter(|&at| line.word(at) == ",").count();
        let is_headed = line.holds(told.clone(), OFFICES)
            || side.kind == NameKind::Organisation && (line.holds(told.clone(), HEADS) || before_of(row, side));
        let introduced = is_headed
            && (apart == 0
                || apart == 1 && line.word(person.tokens.start.wrapping_sub(1)) == ","
                || is_titled(row, person))
            && !line.is(person.tokens.start.wrapping_sub(1), &["by"]);
        // "… and the rebel panel by Y": the verb stands in the first half of the sentence.
        let by = gap.clone().any(|at| line.is(at, &["by"]));
        let led = by && verb < person.tokens.start && apart == 0;
        if introduced || led {
            self.add(row, side, person);
        }
    }

    /// `X leads the Israelis, Y the Syrians`, `X and Y chaired`.
    fn read_leaders(&mut self, row: &Row<'_>) {
        let leads = &[
            "leads",
            "led",
            "heads",
            "headed",
            "speaks",
            "chaired",
            "co-chaired",
            "chair",
            "represents",
            "represented",
        ];
        let line = &row.line;
        if !self.leaders.is_empty() || !row.is_story || row.is_headline {
            return;
        }
        let people: Vec<&Actor> = row.actors.iter().filter(|actor| actor.is_person).take(MOST_LEADERS + 1).collect();
        if !(2..=MOST_LEADERS).contains(&people.len()) {
            return;
        }
        let verb = (row.start..line.len())
            .find(|&at| line.is(at, leads) || line.is(at, &["signed"]) && line.is(at + 1, &["for"]));
        if people.first().zip(verb).is_some_and(|(first, verb)| first.tokens.end <= verb) {
            self.leaders = people.into_iter().filter_map(|actor| delegate(row, actor)).collect();
        }
    }

    /// Those who are told to lead stand for two sides of which nobody else is told.
    fn name_leaders(&self, meeting: &mut MeetingMention, sides: &Sides) {
        let bodies = meeting.participants.iter().all(|one| one.kind != NameKind::Person);
        let [one, other] = meeting.participants.as_slice() else { return };
        if !bodies || !meeting.main || self.leaders.len() < 2 {
            return;
        }
        let in_order = [one.id.clone(), other.id.clone()];
        let unknown = self.leaders.iter().all(|one| sides.of(&one.id).is_empty()) && self.leaders.len() == 2;
        let acting = |(at, one): (usize, &Participant)| {
            let own =
                if unknown { in_order.get(at).cloned().into_iter().collect() } else { sides.of(&one.id).to_vec() };
            Participant { acts_for: own, ..one.clone() }
        };
        meeting.participants = self.leaders.iter().enumerate().map(acting).collect();
    }

    /// `The government's and the rebels' negotiators met. X told his Rebel Front counterpart Y …`: where the sides are told
    /// by other words than the one that introduces Y, he speaks for the one that is called alike or, where he is for no
    /// state, for the one that is none; and X for the other.
    fn name_counterparts(&self, meeting: &mut MeetingMention, facts: &Facts) {
        let ([[one, other]], true) = (self.counterparts.as_slice(), meeting.main) else { return };
        let [first, second] = meeting.participants.as_slice() else { return };
        let Some(side) = other.acts_for.first() else { return };
        if [first, second].iter().any(|side| side.kind == NameKind::Person) {
            return;
        }
        let is_state = |id: &EntityId| facts.state(id).is_some();
        let alike = [first, second].map(|one| is_called_like(&one.id, side));
        let of_no_state = [first, second].map(|one| !is_state(&one.id) && !is_state(side));
        let sides = match (alike, of_no_state) {
            ([false, true], _) | ([false, false], [false, true]) => [&first.id, &second.id],
            ([true, false], _) | ([false, false], [true, false]) => [&second.id, &first.id],
            _ => return,
        };
        let people = [one, other].into_iter().zip(sides);
        meeting.participants =
            people.map(|(person, side)| Participant { acts_for: vec![side.clone()], ..person.clone() }).collect();
    }

    fn add(&mut self, row: &Row<'_>, side: &Actor, person: &Actor) {
        let ([(side, _)], Some(one)) = (side.who.as_slice(), delegate(row, person)) else { return };
        let known = self.of.entry(side.clone()).or_default();
        // Of more than one nothing is made.
        if known.len() < 2 && known.iter().all(|known| known.id != one.id) {
            known.push(Participant { acts_for: vec![side.clone()], ..one });
        }
    }

    /// Names the delegates of the sides that met, where the story introduces just one of each.
    pub(in crate::meetings) fn name(&self, meeting: &mut MeetingMention, sides: &Sides, facts: &Facts) {
        let of_sides = matches!(meeting.kind, MeetingKind::Round | MeetingKind::Talks | MeetingKind::Bilateral);
        // Of another round than the story's own nobody tells who came.
        let is_told = meeting.main
            || meeting.kind != MeetingKind::Round && matches!(meeting.status, Status::Held | Status::Ongoing);
        let is_delegate = |one: &Participant| self.of.values().flatten().any(|delegate| delegate.id == one.id);
        let mut people = meeting.participants.iter().filter(|one| one.kind == NameKind::Person);
        // Of three sides and more one head does not stand beside two states.
        let spoken_for = |one: &Participant| self.of.get(&one.id).is_some_and(|told| told.len() == 1);
        let mixed = meeting.participants.len() > 2 && !meeting.participants.iter().all(spoken_for);
        if !of_sides || !is_told || mixed || !people.all(is_delegate) {
            return;
        }
        self.name_leaders(meeting, sides);
        let mut named = 0;
        let evidence = meeting.evidence.clone();
        for participant in meeting.participants.iter_mut().filter(|one| one.kind != NameKind::Person) {
            let told = self.of.get(&participant.id).map(Vec::as_slice);
            if let Some([delegate]) = told.filter(|told| meeting.main || told.iter().all(|one| is_near(one, &evidence)))
            {
                *participant = delegate.clone();
                named += 1;
            }
        }
        if named == 0 {
            self.name_counterparts(meeting, facts);
        }
        if let ([one, other], [head], 1) = (meeting.participants.as_mut_slice(), self.of_the_other.as_slice(), named) {
            for side in [one, other].into_iter().filter(|one| one.kind != NameKind::Person) {
                *side = Participant { acts_for: vec![side.id.clone()], ..head.clone() };
            }
        }
        let mut seen = Vec::new();
        meeting.participants.retain(|one| {
            let is_new = !seen.contains(&one.id);
            seen.push(one.id.clone());
            is_new
        });
    }
}

/// How many bytes off a meeting by the way those are introduced who came to it: about two sentences.
const NEAR: usize = 400;

/// Whether someone is introduced near the words that tell of a meeting.
fn is_near(one: &Participant, evidence: &[Passage]) -> bool {
    let own = one.passage;
    evidence.iter().any(|told| {
        told.part == own.part
            && own.span.start() <= told.span.end() + NEAR
            && told.span.start() <= own.span.end() + NEAR
    })
}

/// Whether the two are called by a word that both have, or one by the first letters of the other.
fn is_called_like(one: &EntityId, other: &EntityId) -> bool {
    let initials = |id: &EntityId| id.as_str().split('-').filter_map(|word| word.chars().next()).collect::<String>();
    let (a, b) = (one.as_str(), other.as_str());
    a.split('-').any(|word| b.split('-').any(|of_other| word == of_other))
        || initials(one).starts_with(b)
        || initials(other).starts_with(a)
}

/// Whether the side stands behind the head's title: `the president of the union`.
fn before_of(row: &Row<'_>, side: &Actor) -> bool {
    let start = side.tokens.start;
    let of = if row.line.is(start.wrapping_sub(1), &["the"]) { start.wrapping_sub(2) } else { start.wrapping_sub(1) };
    row.line.is(of, &["of"]) && row.line.is(of.wrapping_sub(1), HEADS)
}

/// Whether a form of address stands before the name.
fn is_titled(row: &Row<'_>, person: &Actor) -> bool {
    let address = &["mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr."];
    let start = person.tokens.start;
    row.line.is(start.wrapping_sub(1), address) && row.line.word(start.wrapping_sub(2)) == ","
}

fn delegate(row: &Row<'_>, person: &Actor) -> Option<Participant> {
    let [(id, name)] = person.who.as_slice() else { return None };
    let passage = row.line.passage(person.tokens.clone());
    Some(Participant::new(id.clone(), name.clone(), NameKind::Person, passage))
}
