//! Meetings that a story tells without saying in the same words who met: completed where the story says it elsewhere.
//!
//! **In:** the meetings that are told with all that makes one, and what else tells of meeting and leaves open who met
//! (`The Chancellor received him at noon`, `A working dinner followed`). **Out:** those of the latter that are meetings.
//! **Why:** much of what outlets write of a meeting names one side only, for the other one was named before, is the paper's
//! own premier or the ministry whose release it is. No list of words tells these from the sessions of a parish council; all that
//! stands around them, taken together, does.
//!
//! A tour: [`people`] gathers who is in the story and what they are called, [`telling`] says what is noticed of words that leave open
//! who met, [`partner`] what is noticed of someone who may have been there. The tables `telling.txt` and `partner.txt` say
//! what each notice is worth; [`training`] hands the same notices to the program `train-meetings`, which learns them.

mod partner;
mod people;
mod telling;
#[cfg(feature = "training")]
pub(crate) mod training;

use std::sync::LazyLock;

use self::people::{People, Someone};
use self::telling::Open;
use super::learned::Table;
use super::merge::{Draft, Joined, is_told};
use super::scene::Scene;
use super::types::Participant;
use crate::language::NameKind;

/// What speaks for words that leave open who met …
pub(crate) const TELLING: &str = include_str!("telling.txt");
/// … and for someone's having been there.
pub(crate) const PARTNER: &str = include_str!("partner.txt");

static TELLINGS: LazyLock<Table> = LazyLock::new(|| Table::of(TELLING));
static PARTNERS: LazyLock<Table> = LazyLock::new(|| Table::of(PARTNER));

/// The probability from which on words are taken to tell of a meeting …
const LIKELY: f64 = 0.75;
/// … and from which on someone is taken to have been there.
const PRESENT: f64 = 0.5;
/// … and surely so.
const SURELY: f64 = 0.7;
/// A meeting has as many sides as this, where nothing tells of more.
const SIDES: usize = 2;
/// How many of the open ones of a story are looked at, which bounds the work in a register of thousands.
const MOST_OPEN: usize = 64;

/// Those of the open ones that are meetings beside the ones that are told in full.
pub(super) fn complete(scene: &Scene<'_>, joined: &Joined) -> Vec<Draft> {
    let Joined { told, open } = joined;
    let (mut people, mut likely) = (None, Vec::new());
    for open in open.iter().filter_map(|draft| Open::of(scene, draft, told)).take(MOST_OPEN) {
        if TELLINGS.probability(|tell| open.notice(tell)) < LIKELY {
            continue;
        }
        let people = people.get_or_insert_with(|| People::of(scene));
        let mut draft = open.draft.clone();
        draft.known.participants.extend(partners(&open, people));
        draft.is_half_told = true;
        // Of whom it is cannot be said at all, and what is told in full needs no telling by half.
        let is_anyones = |one: &Participant| matches!(one.kind, NameKind::Person | NameKind::Place);
        let is_known = draft.known.participants.iter().any(is_anyones);
        if is_known && !is_told(told, &draft) && !is_told(&likely, &draft) {
            likely.push(draft);
        }
    }
    likely
}

/// Who else was there, the likeliest first, as many as two sides need.
fn partners(open: &Open<'_>, people: &People) -> Vec<Participant> {
    let missing = SIDES.saturating_sub(open.draft.known.participants.len());
    let others = people.others(open);
    let weighed =
        others.map(|someone| (PARTNERS.probability(|tell| partner::notice(open, someone, people, tell)), someone));
    let mut likely: Vec<(f64, &Someone)> = weighed.filter(|(probability, _)| *probability >= PRESENT).collect();
    // The first of those that are as likely.
    likely.sort_by(|a, b| b.0.total_cmp(&a.0));
    // Where nobody is told at all, one who may have been there is too little to say whose meeting it is.
    let is_alone = likely.len() < missing && likely.iter().all(|(probability, _)| *probability < SURELY);
    if is_alone && missing == SIDES {
        return vec![];
    }
    likely.into_iter().take(missing).filter_map(|(_, someone)| someone.participant(open.number).cloned()).collect()
}
