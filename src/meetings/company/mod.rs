//! How likely it is that a sentence tells that two of those in it were together, whatever its words are.
//!
//! **In:** a sentence laid out with who, where and when stands in it, and two of its people.
//! **Out:** a probability.
//! **Why:** writers have more words for being together than any list, and each of them tells a little: the verb, the prepositions
//! between the two, a room, an hour, a paper that is signed. What they are worth together is learned from sentences that
//! people labelled (`docs/meetings.md` tells of data and method), by logistic regression, so that each weight can be read in
//! `weights.txt`.
//!
//! A tour: [`features`] says what is noticed in a sentence, [`weights`] what each notice is worth; [`training`] hands the
//! same notices to the program `train-company`, which learns the weights.

pub(super) mod features;
#[cfg(feature = "training")]
pub(crate) mod training;
mod weights;

pub(super) use features::{Couple, Link};
pub(super) use weights::probability;
