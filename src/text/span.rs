//! Byte ranges into a text.
//!
//! Text is stored once; names, dates, evidence, rows on the screen are all ranges into it. A range is checked
//! where it is made ([`Span::checked`]) and can then be read anywhere without a panic ([`Span::of`]).

use serde::Serialize;

/// A half-open byte range into a text of at most 4 GiB (larger files are refused when they are read).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The range `start..end`, in bytes. An `end` before `start` gives an empty range at `start`;
    /// offsets beyond `u32::MAX` are cut to it.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Self { start, end }
    }

    /// The range `start..end` if it lies inside `text` and cuts no character.
    pub fn checked(text: &str, start: usize, end: usize) -> Option<Self> {
        text.get(start..end).map(|_| Self::new(start, end))
    }

    /// The whole of `text`.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// What the range holds in `text`; empty where it does not fit.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside this range.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` is in the range.
    pub const fn holds(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether the two ranges share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The range without the white space (no-break spaces too) at its ends in `text`.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let held = self.of(text);
        let lead = held.len() - held.trim_start().len();
        let kept = held.trim().len();
        Self::new(self.start() + lead, self.start() + lead + kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_cuts_a_character_is_refused() {
        assert_eq!(Span::checked("Erdoğan", 0, 5), None);
        assert_eq!(Span::checked("Erdoğan", 0, 6).map(|s| s.of("Erdoğan")), Some("Erdoğ"));
    }

    #[test]
    fn a_range_that_does_not_fit_reads_as_nothing() {
        assert_eq!(Span::new(4, 90).of("short"), "");
    }

    #[test]
    fn trimming_takes_no_break_spaces_away_too() {
        let text = "\u{a0} Sochi\u{a0}";
        assert_eq!(Span::whole(text).trimmed(text).of(text), "Sochi");
        let blank = " \u{a0}";
        assert!(Span::whole(blank).trimmed(blank).is_empty());
    }
}
