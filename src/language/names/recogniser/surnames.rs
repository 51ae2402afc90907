//! A given name that stands alone in, its surname too where that was typed in lower case, out.
//!
//! `Feridun sinirlioglu` is one person. No labelled text teaches this, for its names are written as they should be; but
//! a word after a given name that is in no vocabulary of common words, or is known as a family name, is hardly
//! anything else.

use std::ops::Range;

use super::document::{Document, Sentence};
use super::gazetteer::Marks;
use super::label::Class;
use super::words::Word;
use crate::language::gazetteer::class::{COMMON_WORD, FAMILY_NAME, GIVEN_NAME};

/// The tokens of a name with a surname in lower case after it.
pub(crate) fn with_surname(document: &Document, sentence: &Sentence, name: Range<usize>, class: Class) -> Range<usize> {
    let known = |at: usize| document.marks.get(at).copied().map_or(0, Marks::classes);
    let surname = document.words.get(name.end).filter(|_| sentence.tokens.contains(&name.end));
    if class == Class::Person
        && name.len() == 1
        && known(name.start) & GIVEN_NAME != 0
        && surname.is_some_and(is_surname)
    {
        return name.start..name.end + 1;
    }
    name
}

fn is_surname(word: &Word) -> bool {
    let classes = word.classes();
    let letters = word.has_letter && !word.has_capital && word.is_plain;
    let unknown = word.clusters == [0, 0] || classes & FAMILY_NAME != 0;
    letters && unknown && classes & COMMON_WORD == 0
}
