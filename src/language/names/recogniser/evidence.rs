//! The labels of a first pass in; what they say, taken together, of each word of the document, out.
//!
//! One mention that is clear decides many that are not (Krishnan and Manning 2006): `Jordan` in a list is whoever
//! `Michael Jordan` is elsewhere.

use super::document::{Document, Sentence};
use super::features::row;
use super::label::{Class, OUTSIDE, class_of, names_in};
use super::words::mix;

/// How often something was told as each class, and as no name (last).
type Tally = [u16; Class::ALL.len() + 1];

/// Position of "no name" in a [`Tally`].
const NO_NAME: usize = Class::ALL.len();

/// What a first pass says of the words of a document.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    slots: Vec<(u64, Tally)>,
}

/// What a tally counts: mentions of a word, of a word inside longer names, of a whole name, of a name's initials.
#[derive(Clone, Copy)]
enum Of {
    Word = 1,
    Longer = 2,
    Name = 3,
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
                self.count(Of::Name, name_hash(words.iter().map(|word| word.stem)), class.index());
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

    /// Appends what the rest of the document says of the token at `at`.
    pub(crate) fn features(
        &self,
        document: &Document,
        sentence: &Sentence,
        at: usize,
        labels: &[u8],
        out: &mut Vec<u32>,
    ) {
        let label = |at: usize| u64::from(labels.get(at).copied().unwrap_or(OUTSIDE as u8));
        let near = |at: Option<usize>| at.filter(|at| sentence.tokens.contains(at)).map_or(99, label);
        let Some(word) = document.words.get(at) else { return };
        let first = u64::from(at == sentence.first);
        let own = label(at);
        let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
        out.push(row(200, own, first));
        out.push(row(201, own, before));
        out.push(row(202, own, after));
        let hint = |at: Option<usize>| {
            let at = at.filter(|at| sentence.tokens.contains(at));
            at.and_then(|at| document.hints.get(at)).map_or(99, |hint| u64::from(*hint))
        };
        out.push(row(220, hint(Some(at)), own));
        out.push(row(221, hint(Some(at)), first * 2 + u64::from(sentence.headline)));
        out.push(row(222, hint(at.checked_sub(1)), own));
        out.push(row(223, hint(Some(at + 1)), own));
        if !word.has_capital {
            return;
        }
        let own_class = class_of(own as usize).unwrap_or(NO_NAME);
        if let Some(mut tally) = self.tally(Of::Word, word.stem) {
            // What the token itself was told as is not evidence.
            if let Some(count) = tally.get_mut(own_class) {
                *count = count.saturating_sub(1);
            }
            self.vote(203, &tally, own, first, out);
        }
        if let Some(tally) = self.tally(Of::Longer, word.stem) {
            self.vote(207, &tally, own, first, out);
        }
        if word.all_capitals {
            let letters = word.initials;
            if let Some(tally) = self.tally(Of::Initials, letters) {
                self.vote(211, &tally, own, first, out);
            }
        }
    }

    /// Appends what a tally says: its commonest class, how clearly, and how that agrees with the token's own label.
    fn vote(&self, template: u64, tally: &Tally, own: u64, first: u64, out: &mut Vec<u32>) {
        let total: u16 = tally.iter().sum();
        let Some((class, most)) = tally.iter().enumerate().max_by_key(|(class, count)| (**count, usize::MAX - class))
        else {
            return;
        };
        if total == 0 {
            return;
        }
        let class = class as u64;
        out.push(row(template, class, u64::from(most * 2 > total)));
        out.push(row(template + 1, class, u64::from(total.min(4))));
        out.push(row(template + 2, class, own));
        out.push(row(template + 3, class, first));
    }
}

/// One hash of a name's words, in order.
fn name_hash(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(17, mix)
}
