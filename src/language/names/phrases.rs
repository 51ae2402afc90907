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

/// Whether any phrase of the tables begins with the word.
fn begins_phrase(word: &str) -> bool {
    let entry = Gazetteer::shipped().look_up(PhraseHash::EMPTY.extend(PhraseHash::word(word)));
    entry.classes & !WORDS != 0 || entry.continues
}

/// `leader` of `leaders`, and of `secretaries` what its singular begins with, as far as the word may be a plural.
fn singular(word: &str) -> Option<&str> {
    match word.strip_suffix("ies") {
        // The only office of that ending.
        Some(stem) if stem.eq_ignore_ascii_case("secretar") => Some("secretary"),
        _ => word.strip_suffix(['s', 'S']).filter(|stem| stem.len() > 2),
    }
}

fn in_line(line: &Line<'_>, facts: &Facts) -> Vec<Known> {
    // Most words begin nothing; the gazetteer, which holds every phrase of the tables, tells so for little. Of offices
    // it holds the singular alone.
    let begins = |at: &usize| {
        let word = line.word(*at);
        begins_phrase(word) || singular(word).is_some_and(begins_phrase)
    };
    let starts = (0..line.len()).filter(begins);
    starts
        .filter_map(|start| {
            let (length, senses) = facts.lexicon.longest_at(line, start)?;
            Some(Known { start, length, senses })
        })
        .collect()
}
