//! What the program that learns the weights may see of this room, and nothing else does.
//!
//! **In:** stories. **Out:** the numbers of every two tellings that linking would compare, made by linking's own code.

use super::around::Around;
use super::blocks::candidate_pairs;
use super::compare::weigh;
use super::own_readings::OwnReadings;
use super::settle;
use super::tellings::Tellings;
use super::types::MentionRef;
use crate::language::Facts;
use crate::meetings::Story;

pub(crate) use super::features::{Feature, Values};
pub(crate) use super::weights::{Line, TABLE, probability, read, read_line};

/// Two tellings that are compared.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// Where they are.
    pub mentions: (MentionRef, MentionRef),
    /// What agrees and differs.
    pub values: Values,
}

/// The pairs that linking compares and no veto parts. Stories are changed as by [`connect`](super::connect).
pub(crate) fn pairs(stories: &mut [Story], facts: &Facts) -> Vec<Pair> {
    settle(stories, facts, &mut OwnReadings::of(stories.len()), &|_| ());
    let tellings = Tellings::of(stories);
    // What is told by half is weighed by what is learned of the others; its guesses teach nothing.
    let tellings = tellings.in_full();
    let around = Around::of(&tellings);
    let compared = candidate_pairs(&tellings).into_iter().filter_map(|(a, b)| {
        let at = |number| tellings.get(usize::try_from(number).ok()?);
        let (a, b) = (at(a)?, at(b)?);
        let values = weigh(a, b, &around)?;
        Some(Pair { mentions: (a.mention(), b.mention()), values })
    });
    compared.collect()
}
