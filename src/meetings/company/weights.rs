//! `weights.txt` in, what each notice is worth out, in log odds.
//!
//! **Why:** the table is for people to read and for `train-company` to write; the program is built with it.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::features::{Couple, Notice, notice};
use crate::meetings::scene::Row;

/// The table that the program is built with: slot, word and weight, with blanks between.
pub(crate) const TABLE: &str = include_str!("weights.txt");

static SHIPPED: LazyLock<HashMap<u64, f32>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let read = lines.filter_map(|line| {
        let mut columns = line.split_whitespace();
        let (slot, word, weight) = (columns.next()?, columns.next()?, columns.next()?.parse().ok()?);
        Some((key_of_bytes(slot, word.bytes()), weight))
    });
    let mut table = HashMap::new();
    table.extend(read);
    table
});

/// How likely it is that a sentence, which is the `number`th of its story, tells that the two were together.
pub(in crate::meetings) fn probability(row: &Row<'_>, couple: &Couple, number: usize) -> f64 {
    let mut keys = Vec::new();
    notice(row, couple, number, |slot, what| keys.push(key(slot, what)));
    // Learned so, each notice counts once, however often its word stands there.
    keys.sort_unstable();
    keys.dedup();
    let sum: f64 = keys.iter().filter_map(|key| SHIPPED.get(key)).map(|weight| f64::from(*weight)).sum();
    1.0 / (1.0 + (-sum).exp())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_slot_a_word_and_a_weight() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 500);
        for line in &lines {
            let columns: Vec<&str> = line.split_whitespace().collect();
            assert!(matches!(columns.as_slice(), [_, _, weight] if weight.parse::<f32>().is_ok()), "{line}");
        }
        assert_eq!(SHIPPED.len(), lines.len(), "two lines have one key");
    }

    #[test]
    fn a_notice_has_the_key_of_its_line() {
        for notice in [Notice::Word("dined"), Notice::Words("A", "and"), Notice::Number(0), Notice::Number(607)] {
            let line = written("behind", notice);
            let (slot, word) = line.split_once(' ').unwrap();
            assert_eq!(key("behind", notice), key_of_bytes(slot, word.bytes()), "{line}");
        }
    }
}
