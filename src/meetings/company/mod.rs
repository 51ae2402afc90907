//! How likely it is that a sentence tells that two of those in it were together, whatever its words are.
//!
//! **In:** a sentence laid out with who, where and when stands in it, and two of its people.
//! **Out:** a probability.
//! **Why:** writers have more words for being together than any list, and each of them tells a little: the verb, the prepositions
//! between the two, a room, an hour, a paper that is signed. What they are worth together is learned from sentences that
//! people labelled (`docs/meetings.md` tells of data and method), by logistic regression, so that each weight can be read in
//! `weights.txt`.
//!
//! A tour: [`features`] says what is noticed in a sentence, the table `weights.txt` what each notice is worth; [`training`] hands
//! the same notices to the program `train-meetings`, which learns the weights.

pub(super) mod features;
#[cfg(feature = "training")]
pub(crate) mod training;

use std::sync::LazyLock;

pub(super) use features::{Couple, Link};

use super::learned::Table;
use super::scene::Row;

/// The table that the program is built with.
pub(crate) const TABLE: &str = include_str!("weights.txt");

static SHIPPED: LazyLock<Table> = LazyLock::new(|| Table::of(TABLE));

/// How likely it is that a sentence, which is the `number`th of its story, tells that the two were together.
pub(super) fn probability(row: &Row<'_>, couple: &Couple, number: usize) -> f64 {
    SHIPPED.probability(|tell| features::notice(row, couple, number, tell))
}
