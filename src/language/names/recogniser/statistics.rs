//! A document in; how each of its words is written throughout it, out.
//!
//! `Bush` in the middle of a sentence tells what `Bush` at the start of another is, and the words around one mention
//! tell something of all mentions.

use super::document::Document;

/// No token.
const NONE: u32 = u32::MAX;

/// How the document writes a word.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    lower: u64,
    seen: u8,
    first: u32,
    last: u32,
}

/// How a word is written somewhere in the document, one bit each.
const IN_LOWER_CASE: u8 = 1;
const CAPITAL_INSIDE: u8 = 2;
const ALL_CAPITALS: u8 = 4;

/// How each word of a document is written throughout it.
#[derive(Debug, Default)]
pub(crate) struct Statistics {
    slots: Vec<Entry>,
    /// For each token with a capital, the next one of the same word.
    next: Vec<u32>,
}

impl Statistics {
    /// Counts the words of `document`.
    pub(crate) fn count(&mut self, document: &Document) {
        let size = (document.words.len() * 2).next_power_of_two().max(16);
        self.slots.clear();
        self.slots.resize(size, Entry::default());
        self.next.clear();
        self.next.resize(document.words.len(), NONE);
        for sentence in &document.sentences {
            for at in sentence.tokens.clone() {
                let Some(word) = document.words.get(at).filter(|word| word.has_letter) else { continue };
                let seen = match (word.capital, word.all_capitals) {
                    (false, _) => IN_LOWER_CASE,
                    (true, true) => ALL_CAPITALS,
                    (true, false) if at == sentence.first || sentence.headline => 0,
                    (true, false) => CAPITAL_INSIDE,
                };
                self.add(word.stem, seen, at, word.has_capital);
            }
        }
    }

    fn add(&mut self, lower: u64, seen: u8, at: usize, linked: bool) {
        let (Some(slot), Ok(at)) = (self.slot(lower), u32::try_from(at)) else { return };
        let Some(entry) = self.slots.get_mut(slot) else { return };
        if entry.lower != lower {
            *entry = Entry { lower, seen: 0, first: NONE, last: NONE };
        }
        entry.seen |= seen;
        if !linked {
            return;
        }
        let before = std::mem::replace(&mut entry.last, at);
        if before == NONE {
            entry.first = at;
        } else if let Some(link) = usize::try_from(before).ok().and_then(|before| self.next.get_mut(before)) {
            *link = at;
        }
    }

    /// The slot that holds `lower`, or the free one where it would stand.
    fn slot(&self, lower: u64) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = usize::try_from(lower & mask as u64).ok()?;
        loop {
            let held = self.slots.get(slot)?.lower;
            if held == lower || held == 0 {
                return Some(slot);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn entry(&self, lower: u64) -> Option<&Entry> {
        self.slots.get(self.slot(lower)?).filter(|entry| entry.lower == lower)
    }

    /// In which ways the word is written, as bits.
    pub(crate) fn seen(&self, lower: u64) -> u8 {
        self.entry(lower).map_or(0, |entry| entry.seen)
    }

    /// The tokens with a capital that are this word, in order.
    pub(crate) fn occurrences(&self, lower: u64) -> impl Iterator<Item = usize> {
        let mut at = self.entry(lower).map_or(NONE, |entry| entry.first);
        std::iter::from_fn(move || {
            let found = usize::try_from(at).ok().filter(|_| at != NONE)?;
            at = self.next.get(found).copied().unwrap_or(NONE);
            Some(found)
        })
    }
}
