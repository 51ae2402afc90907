//! Words in; for each, what the gazetteer knows the phrases as that cover it, and where in them it stands, out.

use std::ops::Range;

use super::label::{BEGIN, INSIDE, LAST, UNIT};
use super::words::Word;
use crate::language::gazetteer::Gazetteer;
use crate::language::gazetteer::class::Classes;
use crate::language::gazetteer::hash::PhraseHash;

/// The most words of a phrase in the gazetteer.
const LONGEST: usize = 6;

/// What is known of one token: bit `4 × class + position`, for the classes of the gazetteer and the positions of a
/// label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(pub u128);

impl Marks {
    const fn of(class: u32, position: usize) -> u128 {
        1 << (class as usize * 4 + position)
    }

    const fn has(self, class: u32) -> bool {
        self.0 >> (class * 4) & 0b1111 != 0
    }

    /// The classes that it has in any position.
    pub(crate) fn classes(self) -> Classes {
        (0..Classes::BITS).filter(|class| self.has(*class)).fold(0, |classes, class| classes | 1 << class)
    }

    /// The numbers of its bits.
    pub(crate) fn numbers(self) -> impl Iterator<Item = u64> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = (rest != 0).then(|| u64::from(rest.trailing_zeros()))?;
            rest &= rest - 1;
            Some(number)
        })
    }
}

/// Marks the tokens of a region.
pub(crate) fn mark(words: &[Word], region: &Range<usize>, marks: &mut [Marks]) {
    let gazetteer = Gazetteer::shipped();
    for start in region.clone() {
        if !words.get(start).is_some_and(|word| word.has_capital) {
            continue;
        }
        let mut phrase = PhraseHash::EMPTY;
        let mut known = [0_u32; LONGEST];
        for (length, known) in known.iter_mut().enumerate() {
            let Some(word) = words.get(start + length).filter(|_| start + length < region.end) else { break };
            if word.key == EMPTY_KEY {
                continue;
            }
            phrase = phrase.extend(word.key);
            let entry = gazetteer.look_up(phrase);
            *known = entry.classes;
            if !entry.continues {
                break;
            }
        }
        let mut seen = 0;
        for (last, known) in known.iter().enumerate().rev() {
            let mut fresh = known & !seen;
            seen |= fresh;
            while fresh != 0 {
                let class = fresh.trailing_zeros();
                fresh &= fresh - 1;
                mark_phrase(start..start + last + 1, class, marks);
            }
        }
    }
}

use crate::language::gazetteer::hash::NO_LETTERS as EMPTY_KEY;

fn mark_phrase(phrase: Range<usize>, class: u32, marks: &mut [Marks]) {
    if marks.get(phrase.start).is_some_and(|mark| mark.has(class)) {
        return;
    }
    for at in phrase.clone() {
        let position = match (at == phrase.start, at + 1 == phrase.end) {
            (true, true) => UNIT,
            (true, false) => BEGIN,
            (false, true) => LAST,
            (false, false) => INSIDE,
        };
        if let Some(mark) = marks.get_mut(at).filter(|mark| !mark.has(class)) {
            mark.0 |= Marks::of(class, position);
        }
    }
}
