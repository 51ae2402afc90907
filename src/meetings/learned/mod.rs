//! Tables of what was learned in, how likely something is out.
//!
//! A notice is a slot and a word: what sort of thing is noticed, and what. A table gives each notice that says anything a
//! weight in log odds; their sum, and logistic regression's curve, make a probability of it (`docs/meetings.md` tells how they
//! are learned).
//!
//! **Why:** the tables are for people to read and for `train-meetings` to write; the program is built with them, and asks all
//! of them the same way.

mod words;

use foldhash::{HashMap, HashMapExt};

pub(super) use words::plain;

/// What is noticed: a word, two of them, or the number of a cluster or of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Notice<'w> {
    Word(&'w str),
    Words(&'w str, &'w str),
    Number(u16),
}

/// Whoever hears what is noticed: the slot, and what.
pub(super) type Tell<'t> = &'t mut dyn FnMut(&'static str, Notice<'_>);

/// What each notice is worth.
#[derive(Debug)]
pub(super) struct Table(HashMap<u64, f32>);

impl Table {
    /// Reads lines of slot, word and weight with blanks between; `#` begins a remark.
    pub(super) fn of(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let read = lines.filter_map(|line| {
            let mut columns = line.split_whitespace();
            let (slot, word, weight) = (columns.next()?, columns.next()?, columns.next()?.parse().ok()?);
            Some((key_of_bytes(slot, word.bytes()), weight))
        });
        let mut table = HashMap::new();
        table.extend(read);
        Self(table)
    }

    /// How likely it is by everything that `notice` tells. Learned so, each notice counts once, however often its word stands
    /// there.
    pub(super) fn probability(&self, notice: impl FnOnce(Tell<'_>)) -> f64 {
        let mut keys = Vec::new();
        notice(&mut |slot, what| keys.push(key(slot, what)));
        keys.sort_unstable();
        keys.dedup();
        let sum: f64 = keys.iter().filter_map(|key| self.0.get(key)).map(|weight| f64::from(*weight)).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

/// What stands for a notice in the table, as [`written`] writes it.
fn key(slot: &str, notice: Notice<'_>) -> u64 {
    match notice {
        Notice::Word(word) => key_of_bytes(slot, word.bytes()),
        Notice::Words(first, second) => {
            key_of_bytes(slot, first.bytes().chain(std::iter::once(b'_')).chain(second.bytes()))
        }
        Notice::Number(number) => {
            let mut buffer = [0; 5];
            let (mut rest, mut at) = (number, buffer.len());
            while at > 0 {
                at -= 1;
                if let Some(digit) = buffer.get_mut(at) {
                    *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
                }
                rest /= 10;
                if rest == 0 {
                    break;
                }
            }
            key_of_bytes(slot, buffer.iter().skip(at).copied())
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo) over the slot, a blank and the word.
fn key_of_bytes(slot: &str, word: impl Iterator<Item = u8>) -> u64 {
    let all = slot.bytes().chain(std::iter::once(b' ')).chain(word);
    all.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A notice as the table writes it.
#[cfg(any(test, feature = "training"))]
pub(super) fn written(slot: &str, notice: Notice<'_>) -> String {
    match notice {
        Notice::Word(word) => format!("{slot} {word}"),
        Notice::Words(first, second) => format!("{slot} {first}_{second}"),
        Notice::Number(number) => format!("{slot} {number}"),
    }
}

/// A count as a number of few values.
pub(super) fn size(count: usize) -> u16 {
    u16::try_from(count.min(MOST)).unwrap_or_default()
}

/// The most that is told apart of a count.
const MOST: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::{company, half_told};

    #[test]
    fn every_line_of_a_table_is_a_slot_a_word_and_a_weight() {
        for (text, least) in [(company::TABLE, 500), (half_told::TELLING, 100), (half_told::PARTNER, 20)] {
            let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(lines.len() > least);
            for line in &lines {
                let columns: Vec<&str> = line.split_whitespace().collect();
                assert!(matches!(columns.as_slice(), [_, _, weight] if weight.parse::<f32>().is_ok()), "{line}");
            }
            assert_eq!(Table::of(text).0.len(), lines.len(), "two lines have one key");
        }
    }

    #[test]
    fn a_notice_has_the_key_of_its_line() {
        for notice in [Notice::Word("dined"), Notice::Words("A", "and"), Notice::Number(0), Notice::Number(607)] {
            let line = written("behind", notice);
            let (slot, word) = line.split_once(' ').unwrap();
            assert_eq!(key("behind", notice), key_of_bytes(slot, word.bytes()), "{line}");
        }
    }

    #[test]
    fn what_is_noticed_twice_counts_once_and_what_is_not_in_the_table_nothing() {
        let table = Table::of("# remark\nalways 0 -1.00\nword dined 1.00\n");
        let told = table.probability(|tell| {
            for slot in ["always", "always", "never"] {
                tell(slot, Notice::Number(0));
            }
            tell("word", Notice::Word("dined"));
        });
        assert!((told - 0.5).abs() < 1e-9, "{told}");
    }
}
