//! Text that is safe to show.
//!
//! **In:** any text from outside. **Out:** the text without escape sequences, controls and invisible characters,
//! and the way back to the original. **Why:** articles, file names and records are untrusted, and standard output
//! has no filter: what passes here can be printed anywhere.
//!
//! Clean text comes out borrowed, byte for byte the same; no-break spaces and other visible oddities stay. One
//! pass, linear in the text.

mod escapes;
mod invisible;

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::offsets::{MapBuilder, OffsetMap};
use invisible::{Fate, fate, is_soft, is_spaced_script, joins};

/// Text that is safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sanitised<'t> {
    /// The clean text; its only control characters are `\n` and `\t`.
    pub text: Cow<'t, str>,
    /// From the clean text's offsets to the original's.
    pub map: OffsetMap,
}

/// What becomes of soft characters, such as soft hyphens and zero width spaces, where nothing else needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Soft {
    /// They go.
    Drop,
    /// They go; but a zero width space that alone keeps two words apart becomes a space.
    Part,
    /// They stay, which makes the text unfit for a terminal.
    Keep,
}

/// Whether `c` can be printed whatever stands beside it: no control, no format character, nothing invisible. Line
/// breaks as `\n` and tabs can.
pub fn is_plain(c: char) -> bool {
    fate(c) == Fate::Keep
}

/// Whether `text` holds a soft character.
pub(super) fn holds_soft(text: &str) -> bool {
    !text.is_ascii() && text.contains(is_soft)
}

/// Removes whole escape sequences (finished or not, in 7 and 8 bits), control characters, bidirectional controls
/// and invisible characters; every kind of line break becomes `\n`.
///
/// Joiners and variation selectors stay where emoji or a script's spelling need them.
pub fn sanitise(text: &str) -> Sanitised<'_> {
    clean(text, Soft::Drop)
}

/// The same, with a choice of what becomes of soft characters.
pub(super) fn clean(text: &str, soft: Soft) -> Sanitised<'_> {
    let Some(first) = text.char_indices().find(|(_, c)| fate(*c) != Fate::Keep).map(|(at, _)| at) else {
        return Sanitised { text: Cow::Borrowed(text), map: OffsetMap::identity() };
    };
    let mut cleaner = Cleaner { text, soft, clean: String::with_capacity(text.len()), map: MapBuilder::default() };
    cleaner.copy(0, first);
    let mut at = first;
    while at < text.len() {
        at = cleaner.step(at);
    }
    // Every joiner may have been in its right place.
    if cleaner.clean.len() == text.len() && cleaner.clean == text {
        return Sanitised { text: Cow::Borrowed(text), map: OffsetMap::identity() };
    }
    Sanitised { text: Cow::Owned(cleaner.clean), map: cleaner.map.finish() }
}

/// `text` as one clean line for a title, a path or a message: no line break or tab, every run of white space one
/// space, none at the ends, no cluster of more than sixteen characters.
pub fn one_line(text: &str) -> String {
    let clean = sanitise(text).text;
    let mut line = String::with_capacity(clean.len());
    for word in clean.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.is_ascii() { line } else { bounded(&line) }
}

/// How many characters what a reader sees as one may be made of: families of emoji take eleven. More are marks that
/// pile up over the lines around, thousands of bytes in one column.
const LONGEST_CLUSTER: usize = 16;

/// `line` with what is too much of each cluster cut off.
fn bounded(line: &str) -> String {
    let mut bounded = String::with_capacity(line.len());
    for cluster in line.graphemes(true) {
        match cluster.char_indices().nth(LONGEST_CLUSTER) {
            // A joiner at the end would take in the next cluster.
            Some((end, _)) => bounded.push_str(cluster.get(..end).unwrap_or_default().trim_end_matches('\u{200d}')),
            None => bounded.push_str(cluster),
        }
    }
    bounded
}

/// The work in progress.
struct Cleaner<'t> {
    text: &'t str,
    soft: Soft,
    clean: String,
    map: MapBuilder,
}

impl Cleaner<'_> {
    /// Deals with what stands at `at` and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        if let Some(length) = escapes::length(rest) {
            self.map.drop(length);
            return at + length;
        }
        let Some(c) = rest.chars().next() else { return self.text.len() };
        let next = at + c.len_utf8();
        match fate(c) {
            Fate::Keep => {
                // Clean stretches are copied in one piece.
                let bytes = rest.find(|c| fate(c) != Fate::Keep).unwrap_or(rest.len());
                self.copy(at, at + bytes);
                return at + bytes;
            }
            Fate::Break if c == '\r' && rest.starts_with("\r\n") => self.map.drop(1),
            Fate::Break => {
                self.clean.push('\n');
                self.map.replace(next - at, 1);
            }
            Fate::Depends if joins(c, self.clean.chars().next_back(), self.next_char(next)) => self.copy(at, next),
            Fate::Depends | Fate::Drop if self.soft == Soft::Keep && is_soft(c) => self.copy(at, next),
            Fate::Drop if self.soft == Soft::Part && c == '\u{200b}' && self.parts_words(next) => {
                self.clean.push(' ');
                self.map.replace(next - at, 1);
            }
            Fate::Depends | Fate::Drop => self.map.drop(next - at),
        }
        next
    }

    /// Whether what was kept and what stands at `next` would run together into one word.
    fn parts_words(&self, next: usize) -> bool {
        self.clean.chars().next_back().is_some_and(is_spaced_script)
            && self.next_char(next).is_some_and(is_spaced_script)
    }

    fn next_char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn copy(&mut self, from: usize, to: usize) {
        self.clean.push_str(self.text.get(from..to).unwrap_or_default());
        self.map.copy(to - from);
    }
}

#[cfg(test)]
mod tests;
