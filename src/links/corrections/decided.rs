//! Corrections of meetings in, what of them counts out.
//!
//! **Why:** two entries may contradict each other through a third one: the first tells apart what the other two join. Later
//! entries are taken first, and an earlier one only as far as it leaves them as they are. So the last word is the reader's
//! last one, whatever the stories are called.

use std::collections::HashMap;

use super::quotes::{Gone, Places, Quote};
use super::{Decisions, MeetingCorrection};
use crate::language::Passage;
use crate::links::types::MentionRef;
use crate::meetings::{DeniedMention, Story};

/// What became of a correction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heeded {
    /// The tellings that it names and that are there, in its order.
    pub tellings: Vec<MentionRef>,
    /// What of it is not there any more.
    pub gone: Vec<Gone>,
    /// Whether enough of it is there for it to mean something.
    pub holds: bool,
    /// The later correction that counts instead, by its index.
    pub overruled: Option<usize>,
    /// The words that it says are no meeting, by the index of their story.
    pub denied: Vec<(usize, Passage)>,
}

/// Tellings that were joined and parted so far.
#[derive(Default)]
struct Joined {
    /// For each telling another one of its meeting, at last itself.
    above: HashMap<MentionRef, MentionRef>,
    /// A telling of each correction that joined, with its index.
    joins: Vec<(MentionRef, usize)>,
    parts: Vec<(MentionRef, MentionRef, usize)>,
}

impl Joined {
    /// The telling that stands for the meeting of this one.
    fn root(&mut self, mut at: MentionRef) -> MentionRef {
        while let Some(above) = self.above.get(&at).copied().filter(|above| *above != at) {
            let next = self.above.get(&above).copied().unwrap_or(above);
            self.above.insert(at, next);
            at = next;
        }
        at
    }

    /// Joins two tellings; the number of the correction that forbids it.
    fn join(&mut self, number: usize, one: MentionRef, other: MentionRef) -> Result<(), usize> {
        let (a, b) = (self.root(one), self.root(other));
        if a != b {
            for at in 0..self.parts.len() {
                let Some(&(x, y, by)) = self.parts.get(at) else { break };
                let parted = (self.root(x), self.root(y));
                if parted == (a, b) || parted == (b, a) {
                    return Err(by);
                }
            }
            self.above.insert(a.max(b), a.min(b));
        }
        self.joins.push((one, number));
        Ok(())
    }

    /// Parts two tellings; the number of the correction that forbids it.
    fn part(&mut self, number: usize, one: MentionRef, other: MentionRef) -> Result<(), usize> {
        let (a, b) = (self.root(one), self.root(other));
        if a != b {
            self.parts.push((one, other, number));
            return Ok(());
        }
        let joins = std::mem::take(&mut self.joins);
        let by = joins.iter().find(|(at, _)| self.root(*at) == a).map_or(number, |(_, by)| *by);
        self.joins = joins;
        Err(by)
    }
}

/// What `corrections` decide of `stories`, and what became of each.
pub(super) fn decide(stories: &[Story], corrections: &[MeetingCorrection]) -> (Decisions, Vec<Heeded>) {
    let mut decided = Decisions::default();
    if corrections.is_empty() {
        return (decided, Vec::new());
    }
    let places = Places::of(stories);
    let mut all: Vec<Heeded> = corrections.iter().map(|correction| found(&places, correction)).collect();
    overrule_denials(&places, corrections, &mut all);
    let mut joined = Joined::default();
    for (number, (correction, heeded)) in corrections.iter().zip(&mut all).enumerate().rev() {
        if !heeded.holds || heeded.overruled.is_some() {
            continue;
        }
        let Some((first, others)) = heeded.tellings.split_first() else { continue };
        let done: Vec<Result<(), usize>> = match correction {
            MeetingCorrection::Same(_) | MeetingCorrection::Day { .. } => {
                others.iter().map(|other| joined.join(number, *first, *other)).collect()
            }
            MeetingCorrection::NoMeeting(_) => Vec::new(),
            MeetingCorrection::Apart { .. } => {
                let others = others.iter().filter(|other| *other != first);
                others.map(|other| joined.part(number, *first, *other)).collect()
            }
        };
        if matches!(correction, MeetingCorrection::Day { .. }) {
            heeded.overruled = dated_by(stories, &heeded.tellings).filter(|by| *by > number);
        } else if done.iter().all(Result::is_err) {
            heeded.overruled = done.iter().find_map(|done| done.err());
        }
    }
    for (correction, heeded) in corrections.iter().zip(&all).filter(|(_, heeded)| heeded.holds) {
        if let MeetingCorrection::Same(_) | MeetingCorrection::Day { .. } = correction {
            for (at, one) in heeded.tellings.iter().enumerate() {
                let others = heeded.tellings.iter().skip(at + 1).filter(|other| *other != one);
                let same: Vec<_> = others.filter(|other| joined.root(*one) == joined.root(**other)).collect();
                for other in same {
                    decided.decide(*one, *other, true);
                }
            }
        }
    }
    joined.parts.iter().for_each(|(one, other, _)| decided.decide(*one, *other, false));
    (decided, all)
}

/// Tells of what was denied and of what names it which of them counts.
fn overrule_denials(places: &Places<'_>, corrections: &[MeetingCorrection], all: &mut [Heeded]) {
    for (number, (correction, heeded)) in corrections.iter().zip(all).enumerate() {
        if let MeetingCorrection::NoMeeting(_) = correction {
            // What it names is a meeting still, since a later entry says so.
            let names_it = |(_, later): &(usize, &MeetingCorrection)| {
                !matches!(later, MeetingCorrection::NoMeeting(_))
                    && later
                        .quotes()
                        .filter_map(|quote| places.find(quote).ok())
                        .any(|at| heeded.tellings.contains(&at))
            };
            let mut later = corrections.iter().enumerate().skip(number + 1);
            heeded.overruled = later.find(names_it).map(|(by, _)| by).filter(|_| heeded.denied.is_empty());
        } else if !heeded.holds {
            let by = correction.quotes().filter_map(|quote| places.find_denied(quote)).map(|(_, denied)| denied.by);
            heeded.overruled = by.filter(|by| *by > number).max();
            heeded.holds = heeded.overruled.is_some();
        }
    }
}

/// The first of the corrections that tell the days of these tellings: where it is a later one than that which names them, that
/// one counts for all of them.
fn dated_by(stories: &[Story], tellings: &[MentionRef]) -> Option<usize> {
    let mention = |at: &MentionRef| stories.get(at.story)?.meetings.get(at.mention);
    let by = tellings.iter().filter_map(|at| Some(mention(at)?.corrected?.by));
    by.min()
}

/// The tellings that a correction names.
fn found(places: &Places<'_>, correction: &MeetingCorrection) -> Heeded {
    let found: Vec<Result<MentionRef, Gone>> = correction.quotes().map(|quote: &Quote| places.find(quote)).collect();
    let has_first = found.first().is_some_and(Result::is_ok);
    let is_any = found.iter().any(Result::is_ok);
    let mut heeded = Heeded::default();
    let denies = matches!(correction, MeetingCorrection::NoMeeting(_));
    for one in found {
        match one {
            Ok(at) => heeded.tellings.push(at),
            Err(Gone::Denied(_)) if denies => {}
            Err(gone) => heeded.gone.push(gone),
        }
    }
    if denies {
        let found = correction.quotes().filter_map(|quote| places.find_denied(quote));
        let words = |(story, denied): (usize, &DeniedMention)| Some((story, *denied.meeting.evidence.first()?));
        heeded.denied = found.filter_map(words).collect();
    }
    heeded.holds = match correction {
        MeetingCorrection::NoMeeting(_) => is_any || !heeded.denied.is_empty(),
        MeetingCorrection::Same(_) => heeded.tellings.len() > 1,
        MeetingCorrection::Apart { .. } => has_first && heeded.tellings.len() > 1,
        MeetingCorrection::Day { .. } => is_any,
    };
    heeded
}
