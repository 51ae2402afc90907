//! `The summit`, and nothing else: a candidate in, which of the meetings told before it may be out.
//!
//! **Why:** a story goes back to `the summit` from whatever it tells between (`Y met Z after the summit`). The meeting told
//! last is nearest in words, but what was never called a summit is none, unless it is what the story is about.

use super::{Draft, HEADLINE_REACH, MOST_COMPARED};
use crate::meetings::candidates::{Candidate, TheSummit};
use crate::meetings::types::MeetingKind;

/// Which of the meetings told before a candidate may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// Any that fits.
    Any,
    /// This one.
    One(usize),
    /// None of them.
    Nowhere,
}

impl Home {
    /// Whether the candidate may be the meeting of this number.
    pub(super) fn allows(self, number: usize) -> bool {
        match self {
            Self::Any => true,
            Self::One(home) => home == number,
            Self::Nowhere => false,
        }
    }
}

/// Where a candidate that is `the summit` belongs: the summit that the story opens with, else the one told last, else what the
/// story is about.
pub(super) fn home(drafts: &[Draft], candidate: &Candidate) -> Home {
    if candidate.the_summit == TheSummit::No {
        return Home::Any;
    }
    let opens = |draft: &Draft| draft.is_titled || draft.rows.first().is_some_and(|row| *row <= HEADLINE_REACH);
    let called = |draft: &Draft| draft.known.kind == MeetingKind::Summit;
    let told = || drafts.iter().enumerate().rev().take(MOST_COMPARED);
    let first = drafts.iter().take(MOST_COMPARED).position(|draft| called(draft) && opens(draft));
    let last = || told().find(|(_, draft)| called(draft)).map(|(number, _)| number);
    let main = || {
        drafts.iter().take(MOST_COMPARED).position(opens).filter(|_| candidate.the_summit == TheSummit::CalledOrMain)
    };
    first.or_else(last).or_else(main).map_or(Home::Nowhere, Home::One)
}
