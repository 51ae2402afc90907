//! The labels of a first pass in; what they say, taken together, of each word of the document, out.
//!
//! One mention that is clear decides many that are not (Krishnan and Manning 2006): `Jordan` in a list is whoever
//! `Michael Jordan` is elsewhere.

use super::document::{Document, Sentence};
use super::features::row;
use super::label::{Class, class_of, names_in};
use super::words::{Word, mix};

/// How often something was told as each class, and as no name (last).
type Tally = [u16; Class::ALL.len() + 1];

/// Position of "no name" in a [`Tally`].
const NO_NAME: usize = Class::ALL.len();

/// What a first pass says of the words of a document.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    slots: Vec<(u64, Tally)>,
}

/// What a tally counts: mentions of a word, of a word inside longer names, of a name's initials.
#[derive(Clone, Copy)]
enum Of {
    Word = 1,
    Longer = 2,
    Initials = 4,
}

impl Evidence {
    /// Takes in the labels of every token of `document`.
    pub(crate) fn gather(&mut self, document: &Document, labels: &[u8]) {
        let tallies = document.regions.iter().map(|region| region.tokens.len()).sum::<usize>() * 3;
        self.slots.clear();
        self.slots.resize(tallies.next_power_of_two().max(16), (0, Tally::default()));
        for region in &document.regions {
            let own = labels.get(region.tokens.clone()).unwrap_or_default();
            for (at, label) in region.tokens.clone().zip(own) {
                if let Some(word) = document.words.get(at).filter(|word| word.has_capital) {
                    self.count(Of::Word, word.stem, class_of(usize::from(*label)).unwrap_or(NO_NAME));
                }
            }
            for (range, class) in names_in(own) {
                let range = region.tokens.start + range.start..region.tokens.start + range.end;
                let words = document.words.get(range).unwrap_or_default();
                if words.len() > 1 {
                    for word in words.iter().filter(|word| word.has_capital) {
                        self.count(Of::Longer, word.stem, class.index());
                    }
                    let initials = words.iter().filter(|word| word.capital).map(|word| u64::from(word.prefixes[0]));
                    self.count(Of::Initials, name_hash(initials), class.index());
                }
            }
        }
    }

    fn count(&mut self, of: Of, what: u64, class: usize) {
        let key = mix(of as u64, what) | 1;
        let Some(slot) = self.slot(key) else { return };
        if let Some((held, tally)) = self.slots.get_mut(slot) {
            *held = key;
            if let Some(count) = tally.get_mut(class) {
                *count = count.saturating_add(1);
            }
        }
    }

    fn slot(&self, key: u64) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = usize::try_from(key >> 20 & mask as u64).ok()?;
        loop {
            let held = self.slots.get(slot)?.0;
            if held == key || held == 0 {
                return Some(slot);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn tally(&self, of: Of, what: u64) -> Option<Tally> {
        let key = mix(of as u64, what) | 1;
        self.slot(key).and_then(|slot| self.slots.get(slot)).filter(|(held, _)| *held == key).map(|(_, tally)| *tally)
    }

    /// Appends what the labels, the rules and the rest of the document say of the token at `at`.
    pub(crate) fn features(
        &self,
        document: &Document,
        sentence: &Sentence,
        at: usize,
        labels: &[u8],
        out: &mut Vec<u32>,
    ) {
        let Some(word) = document.words.get(at) else { return };
        let near = |what: &[u8], at: Option<usize>| {
            let at = at.filter(|at| sentence.tokens.contains(at));
            at.and_then(|at| what.get(at)).map_or(BEYOND, |what| u64::from(*what))
        };
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let first = u64::from(at == sentence.first);
        let own = near(labels, Some(at));
        out.push(row(200, own, first));
        out.push(row(201, own, near(labels, before)));
        out.push(row(202, own, near(labels, after)));
        let hint = near(&document.hints, Some(at));
        out.push(row(220, hint, own));
        out.push(row(221, hint, first * 2 + u64::from(sentence.headline)));
        out.push(row(222, near(&document.hints, before), own));
        out.push(row(223, near(&document.hints, after), own));
        if word.has_capital {
            self.elsewhere(word, own, first, out);
        }
    }

    /// Appends what the mentions of the word elsewhere say.
    fn elsewhere(&self, word: &Word, own: u64, first: u64, out: &mut Vec<u32>) {
        if let Some(mut tally) = self.tally(Of::Word, word.stem) {
            // What the token itself was told as is not evidence.
            let class = usize::try_from(own).ok().and_then(class_of).unwrap_or(NO_NAME);
            if let Some(count) = tally.get_mut(class) {
                *count = count.saturating_sub(1);
            }
            vote(203, &tally, own, first, out);
        }
        if let Some(tally) = self.tally(Of::Longer, word.stem) {
            vote(207, &tally, own, first, out);
        }
        if let Some(tally) = self.tally(Of::Initials, word.initials).filter(|_| word.all_capitals) {
            vote(211, &tally, own, first, out);
        }
    }
}

/// What stands for the label of a token outside the sentence.
const BEYOND: u64 = 99;

/// Appends what a tally says: its commonest class, how clearly, and how that agrees with the token's own label.
fn vote(template: u64, tally: &Tally, own: u64, first: u64, out: &mut Vec<u32>) {
    let total: u16 = tally.iter().fold(0, |total, count| total.saturating_add(*count));
    let most = tally.iter().enumerate().max_by_key(|(class, count)| (**count, usize::MAX - class));
    let Some((class, most)) = most.filter(|_| total > 0) else { return };
    let class = class as u64;
    out.push(row(template, class, u64::from(u32::from(*most) * 2 > u32::from(total))));
    out.push(row(template + 1, class, u64::from(total.min(4))));
    out.push(row(template + 2, class, own));
    out.push(row(template + 3, class, first));
}

/// One hash of a name's words, in order.
fn name_hash(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(17, mix)
}
