//! Sentences in, every phrase that the tables know out.
//!
//! Names and descriptions both start from these; looking the words up is the dearest part of either, so it is done
//! once.

use crate::language::facts::Facts;
use crate::language::gazetteer::Gazetteer;
use crate::language::gazetteer::class::{
    CALENDAR, COMMON_WORD, Classes, DOCUMENT_WORD, EVENT_WORD, FAMILY_NAME, GIVEN_NAME, IN_CAPITALS, NAME_PARTICLE,
    ORGANISATION_WORD, PLACE_WORD,
};
use crate::language::gazetteer::hash::PhraseHash;
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

/// Classes of which the tables of facts know nothing.
const WORDS: Classes = COMMON_WORD
    | CALENDAR
    | GIVEN_NAME
    | FAMILY_NAME
    | NAME_PARTICLE
    | ORGANISATION_WORD
    | PLACE_WORD
    | EVENT_WORD
    | DOCUMENT_WORD
    | IN_CAPITALS;

fn in_line(line: &Line<'_>, facts: &Facts) -> Vec<Known> {
    // Most words begin nothing; the gazetteer, which holds every phrase of the tables, tells so for little.
    let begins = |at: &usize| {
        let entry = Gazetteer::shipped().look_up(PhraseHash::EMPTY.extend(PhraseHash::word(line.word(*at))));
        entry.classes & !WORDS != 0 || entry.continues
    };
    let starts = (0..line.len()).filter(begins);
    starts
        .filter_map(|start| {
            let (length, senses) = facts.lexicon.longest_at(line, start)?;
            Some(Known { start, length, senses })
        })
        .collect()
}
