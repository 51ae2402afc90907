//! Every two of a sentence in, each with what is noticed of them out.
//!
//! **Why:** what decides whether two were together is learned (`company`); which two are asked about is not: two different people, told by
//! name, by an office or by a pronoun, of whom one at least holds an office.

use super::apart::{FROM_AFAR, HOMES, THINGS};
use super::vocabulary::{SPEECH, STATES};
use super::{
    Joined, Pair, VERB_REACH, both, is_at_rest, is_one, is_past_verb, is_untold, joined, lead_of, open_row, points,
};
use crate::language::{EntityId, NameKind};
use crate::meetings::candidates::Candidate;
use crate::meetings::candidates::told::Told;
use crate::meetings::company::{Couple, Link};
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::slots::Named;
#[cfg(feature = "training")]
use crate::meetings::{candidates::in_company::is_open, candidates::read, types::Participant, words::MeetingWords};

/// How many people of a sentence are taken two by two.
const MOST_COUPLED: usize = 6;

/// Every two of a sentence, with what is noticed of them.
pub(super) fn couples(scene: &Scene<'_>, number: usize, told: &Told) -> Vec<(Couple, Pair)> {
    let Some(row) = open_row(scene, number) else { return vec![] };
    let people: Vec<&Actor> = row.actors.iter().filter(|actor| is_one(actor)).take(MOST_COUPLED).collect();
    let two = people.iter().enumerate().flat_map(|(at, a)| people.iter().skip(at + 1).map(move |b| (*a, *b)));
    let mut found: Vec<(Couple, Pair)> =
        two.filter(|(a, b)| are_two(a, b)).filter_map(|(a, b)| couple(scene, row, [a, b], told)).collect();
    if let Some(both) = both(scene, number).filter(|both| !is_at_rest(row, both)) {
        let in_office = both.who.iter().filter(|one| !one.acts_for.is_empty()).count().min(2);
        let mut together = couple_of(row, both, [How::Pronoun; 2], Link::Both, false);
        together.0.in_office = u16::try_from(in_office).unwrap_or_default();
        found.extend(Some(together).filter(|(couple, _)| couple.in_office > 0));
    }
    for (couple, pair) in &mut found {
        let is_told = |one: &Candidate| {
            one.row < number && pair.who.iter().all(|who| one.participants.iter().any(|told| told.id == who.id))
        };
        couple.is_told = told.all.iter().rev().take(MOST_TOLD).any(is_told);
    }
    found
}

/// Every two of each sentence that no word of meeting tells of, with the number of the sentence and who they are.
#[cfg(feature = "training")]
pub(in crate::meetings) fn untold_couples(scene: &Scene<'_>) -> Vec<(usize, Couple, Vec<Participant>)> {
    let mut found = Vec::new();
    read(scene, &MeetingWords::of(scene), |scene, number, out| {
        if is_open(number, out) {
            let couples = couples(scene, number, out).into_iter();
            found.extend(couples.map(|(couple, pair)| (number, couple, pair.who)));
        }
    });
    found
}

/// How many of the meetings told last are looked through for the same two.
const MOST_TOLD: usize = 64;

/// Whether they are two, and not one who is called differently or two of a family.
fn are_two(a: &Actor, b: &Actor) -> bool {
    let surname = |name: &str| name.rsplit(' ').next().map(str::to_lowercase);
    let apart = |((one, first), (other, second)): (&(EntityId, String), &(EntityId, String))| {
        one != other && surname(first) != surname(second)
    };
    let is_known = |actor: &Actor| actor.kind == NameKind::Person && actor.is_person && actor.how != How::Role;
    let is_of_people = is_known(a) && is_known(b);
    is_of_people && a.tokens.end <= b.tokens.start && a.who.iter().zip(&b.who).all(apart)
}

/// Two who do something together or one to the other that needs no company are left out, and so are those of whom neither holds an
/// office: of private people everyday news tells much that is no meeting.
fn couple(scene: &Scene<'_>, row: &Row<'_>, [a, b]: [&Actor; 2], told: &Told) -> Option<(Couple, Pair)> {
    let joined = joined(scene, row, a, b);
    let link = match joined {
        Some((Joined::And, _)) => Link::And,
        Some((Joined::With, _)) => Link::With,
        Some((Joined::Object, _)) => Link::Object,
        None => Link::Loose,
    };
    let verb = |from: usize, to: usize| (from..to).find(|&at| is_past_verb(row, at));
    let behind = (b.tokens.end + VERB_REACH).min(row.line.len());
    let head = joined.map(|(_, head)| head).or_else(|| verb(a.tokens.end, b.tokens.start));
    let head = head.or_else(|| verb(b.tokens.end, behind)).or_else(|| verb(row.start, a.tokens.start));
    let head = head.unwrap_or(a.tokens.end).min(row.line.len().checked_sub(1)?);
    let named = [Named::of_actor(a), Named::of_actor(b)].concat();
    let pair = Pair {
        who: named.iter().map(|named| named.participant(row, scene)).collect(),
        tokens: a.tokens.start..b.tokens.end,
        joined: joined.map_or(Joined::Object, |(joined, _)| joined),
        head,
        are_named: a.how == How::Named && b.how == How::Named,
    };
    let sides = |actor: &Actor| actor.who.first().map(|(id, _)| scene.sides.of(id)).unwrap_or_default();
    let is_of_one_side = sides(a).iter().any(|side| sides(b).contains(side));
    let mut couple = couple_of(row, pair, [a.how, b.how], link, is_of_one_side);
    couple.0.words = [a.tokens.clone(), b.tokens.clone()];
    let is_titled = |actor: &Actor| actor.who.iter().any(|(id, _)| told.in_office.contains(id));
    let in_office = |actor: &&&Actor| !sides(actor).is_empty() || is_titled(actor);
    couple.0.in_office = u16::try_from([a, b].iter().filter(in_office).count()).unwrap_or_default();
    let is_known = couple.0.in_office > 0 && !is_another(row, a) && !is_another(row, b);
    let untold = joined.is_some() && couple.0.is_untold || is_apart(row, a, b, couple.1.head, joined.is_some());
    (is_known && !untold).then_some(couple)
}

/// `X’s husband`, `the grave of X`, `a film about X`: somebody or something else, but for a house or what goes on there.
fn is_another(row: &Row<'_>, actor: &Actor) -> bool {
    let line = &row.line;
    let end = actor.tokens.end;
    let owns = line.is(end, &["'s", "’s", "'", "’"]) || line.word(end.wrapping_sub(1)).ends_with("’s");
    let lead = lead_of(row, actor, row.start);
    let low = lead.saturating_sub(BESIDE);
    owns && !(end..end + OWNED).any(|at| line.is(at, HOMES))
        || line.is(lead, &["about"])
        || line.is(lead, &["of", "from", "on", "by"]) && (low..lead).any(|at| line.is(at, THINGS))
}

/// How many words before `of X` the thing may stand.
const BESIDE: usize = 4;
/// How many words behind `X’s` the house may stand.
const OWNED: usize = 5;

/// `A said that B`, `A condemned B`, `A and B agreed`, `A was here; B was there`: what needs nobody to be with another.
fn is_apart(row: &Row<'_>, a: &Actor, b: &Actor, head: usize, is_joined: bool) -> bool {
    let line = &row.line;
    let gap = a.tokens.end..b.tokens.start;
    let lead = lead_of(row, b, gap.start);
    let both = line.is(lead, &["and"]) && (gap.start..lead).all(|at| !is_past_verb(row, at));
    let at_rest = both && head >= b.tokens.end && (line.is(head, STATES) || line.is(head, SPEECH));
    let parted = gap.clone().any(|at| line.word(at) == ";") || line.holds(gap.clone(), SPEECH);
    let differ = both && (b.tokens.end..b.tokens.end + 2).any(|at| line.is(at, &["differ", "disagree", "are", "were"]));
    let unreal = (a.tokens.start..b.tokens.end).any(|at| line.is(at, &["would"]) && line.is(at + 1, &["have"]));
    // "A sat by the window, and B read the paper": each for himself.
    let turns = line.is(lead, &["while"]) || line.is(lead, &["and"]) && line.before(lead) == ",";
    let in_turn = turns && (gap.start..lead).any(|at| is_past_verb(row, at));
    // "praised the trout that she and B ate": told in passing, which a report of it may make clear.
    let passing = &["that", "which", "whom", "whose", "because"];
    let in_passing = line.holds(gap.clone(), passing) || line.is(lead_of(row, a, row.start), passing);
    parted
        || in_passing
        || at_rest
        || differ
        || unreal
        || in_turn && !is_joined
        || (is_joined || both) && line.is(head, FROM_AFAR)
}

fn couple_of(row: &Row<'_>, pair: Pair, how: [How; 2], link: Link, is_of_one_side: bool) -> (Couple, Pair) {
    let couple = Couple {
        words: [pair.tokens.clone(), pair.tokens.clone()],
        how,
        link,
        is_of_one_side,
        in_office: 0,
        points: points(row, &pair, false, None),
        is_untold: is_untold(row, pair.tokens.start..pair.tokens.end.max(pair.head + 1), pair.head),
        is_told: false,
    };
    (couple, pair)
}
