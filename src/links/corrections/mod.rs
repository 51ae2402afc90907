//! What a reader corrects in how stories are joined, and where in the stories that is.
//!
//! **In:** the entries of a file that a higher room read, and stories. **Out:** which two tellings are of one meeting
//! whatever speaks against it, which are not whatever speaks for it, on which day a meeting was, and what is none. **Why:** whoever reads
//! two stories sees at once what no count of features can tell, and has the last word.
//!
//! A telling is named by its story and the words that tell of it ([`Quote`], which [`quotes`] finds again), so that an
//! entry outlives an edited story. Of entries that contradict each other the later one counts ([`decided`]).

mod dated;
mod decided;
mod denied;
mod quotes;

use std::collections::BTreeMap;

pub(super) use dated::{corrected, date, date_meetings, take_back};
pub use decided::Heeded;
pub(super) use denied::{deny, give_back, stays};
pub use quotes::{Gone, Quote};
pub(super) use quotes::{Places, said};

use super::telling::Telling;
use super::types::{MentionRef, Reason};
use crate::language::Interval;
use crate::meetings::Story;

/// One thing that a reader corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingCorrection {
    /// These tellings are of one meeting.
    Same(Vec<Quote>),
    /// This telling is not of the meeting of which the others tell.
    Apart {
        /// It.
        telling: Quote,
        /// One or more.
        others: Vec<Quote>,
    },
    /// The meeting was on other days than was read, whoever tells of it.
    Day {
        /// One of its tellings. All that the stories join with it are of the same meeting.
        telling: Quote,
        /// Tellings of the same meeting that the stories by themselves may not join with it.
        others: Vec<Quote>,
        /// When it was.
        on: Interval,
    },
    /// These tellings are of no meeting at all.
    NoMeeting(Vec<Quote>),
}

impl MeetingCorrection {
    /// The tellings that it names.
    pub fn quotes(&self) -> impl Iterator<Item = &Quote> {
        let (first, others) = match self {
            Self::Same(tellings) | Self::NoMeeting(tellings) => (None, tellings.as_slice()),
            Self::Apart { telling, others } | Self::Day { telling, others, .. } => (Some(telling), others.as_slice()),
        };
        first.into_iter().chain(others)
    }
}

/// What corrections decide, by where the tellings are now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// Whether two tellings are of one meeting; of each two the smaller comes first.
    pub pairs: BTreeMap<(MentionRef, MentionRef), bool>,
}

impl Decisions {
    /// What `corrections` decide of `stories`, as they stand.
    pub(super) fn of(stories: &[Story], corrections: &[MeetingCorrection]) -> Self {
        decided::decide(stories, corrections).0
    }

    fn decide(&mut self, one: MentionRef, other: MentionRef, is_same: bool) {
        self.pairs.insert((one.min(other), one.max(other)), is_same);
    }

    /// Whether two tellings are of one meeting, if a correction says.
    pub fn says(&self, one: MentionRef, other: MentionRef) -> Option<bool> {
        self.pairs.get(&(one.min(other), one.max(other))).copied()
    }

    /// The pairs of one sort.
    pub(super) fn those(&self, is_same: bool) -> impl Iterator<Item = (MentionRef, MentionRef)> {
        self.pairs.iter().filter(move |(_, same)| **same == is_same).map(|(pair, _)| *pair)
    }
}

/// Puts a correction that joined two tellings before what was weighed. That words in passing fit no other meeting is not said
/// of those that a reader gave to this one.
pub(super) fn join_by_hand(reasons: &mut Vec<Reason>, a: &Telling<'_>, b: &Telling<'_>) {
    reasons.retain(|reason| reason.feature != "echo");
    reasons.insert(0, self::reason(a, b, true));
}

/// What a correction says of two tellings, as a reason.
pub(super) fn reason(a: &Telling<'_>, b: &Telling<'_>, is_same: bool) -> Reason {
    let says = if is_same { "a correction says that both are" } else { "a correction says that they are not" };
    let says = format!("{says} of one meeting");
    Reason { feature: "correction", weight: 0.0, from: a.evidence(), to: b.evidence(), says, says_turned: None }
}

/// What became of each correction, in their order.
pub fn standing(stories: &[Story], corrections: &[MeetingCorrection]) -> Vec<Heeded> {
    decided::decide(stories, corrections).1
}
