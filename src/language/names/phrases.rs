//! Sentences in, every phrase that the tables know out.
//!
//! Names and descriptions both start from these; looking the words up is the dearest part of either, so it is done
//! once.

use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::packed::Sense;

/// A phrase that the tables know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::language) struct Known {
    /// Position of its first word.
    pub start: usize,
    /// How many words it has.
    pub length: usize,
    /// Everything that it can mean.
    pub senses: Vec<Sense>,
}

/// For each sentence, the longest known phrase at every position that begins one, in order.
pub(in crate::language) fn look_up(lines: &[Line<'_>], facts: &Facts) -> Vec<Vec<Known>> {
    lines.iter().map(|line| in_line(line, facts)).collect()
}

fn in_line(line: &Line<'_>, facts: &Facts) -> Vec<Known> {
    let known = |start: usize| {
        let (length, senses) = facts.lexicon.longest_at(line, start)?;
        Some(Known { start, length, senses })
    };
    (0..line.len()).filter_map(known).collect()
}
