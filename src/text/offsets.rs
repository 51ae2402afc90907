//! The way back from a derived text to the one it was made from.
//!
//! **In:** while a text is cleaned or folded, what was copied, replaced or dropped. **Out:** an [`OffsetMap`] that
//! turns ranges of the derived text into ranges of the original. **Why:** what is found in the derived text (a
//! query's match in folded text, a name in cleaned text) has to be shown in the original letters.

use super::span::Span;

/// Turns byte ranges of a derived text into byte ranges of its original; a search among the places where the two
/// differ, so a map of equal texts costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
}

/// A stretch of derived text and where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    derived: Span,
    original: Span,
    /// Byte for byte in step with the original; otherwise the run stands for its original as a whole.
    in_step: bool,
}

impl OffsetMap {
    /// The map of a text that was taken over unchanged.
    pub fn identity() -> Self {
        Self::default()
    }

    /// Whether every range of the derived text is the same range of the original.
    pub fn is_identity(&self) -> bool {
        self.runs.iter().all(|run| run.in_step && run.derived == run.original)
    }

    /// The bytes of the original that `derived` came from: whole characters where a character was replaced.
    /// A range that begins or ends beside something dropped leaves it out.
    pub fn original(&self, derived: Span) -> Span {
        let (Some(first), Some(last)) = (self.run_at(derived.start()), self.run_at(derived.end().saturating_sub(1)))
        else {
            return derived;
        };
        let start = if first.in_step {
            first.original.start() + derived.start().saturating_sub(first.derived.start())
        } else if derived.start() >= first.derived.end() {
            first.original.end()
        } else {
            first.original.start()
        };
        if derived.is_empty() {
            return Span::new(start, start);
        }
        let end = if last.in_step {
            last.original.start() + derived.end().saturating_sub(last.derived.start())
        } else {
            last.original.end()
        };
        Span::new(start, end)
    }

    /// The original's offset of the character at `derived`.
    pub fn original_offset(&self, derived: usize) -> usize {
        self.original(Span::new(derived, derived)).start()
    }

    /// The run that holds the byte at `offset`, or the last one before it.
    fn run_at(&self, offset: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.derived.start() <= offset);
        self.runs.get(after.saturating_sub(1))
    }
}

/// Notes down how a derived text comes about, from its beginning to its end.
#[derive(Debug, Default)]
pub(super) struct MapBuilder {
    runs: Vec<Run>,
    derived: usize,
    original: usize,
}

impl MapBuilder {
    /// The next `bytes` bytes were copied, or replaced by as many for each character.
    pub(super) fn copy(&mut self, bytes: usize) {
        self.push(bytes, bytes, true);
    }

    /// The next `original` bytes were replaced by `derived` others.
    pub(super) fn replace(&mut self, original: usize, derived: usize) {
        self.push(derived, original, false);
    }

    /// The next `original` bytes were left out.
    pub(super) fn drop(&mut self, original: usize) {
        self.original += original;
    }

    /// The finished map.
    pub(super) fn finish(self) -> OffsetMap {
        OffsetMap { runs: self.runs }
    }

    fn push(&mut self, derived: usize, original: usize, in_step: bool) {
        if derived == 0 {
            return self.drop(original);
        }
        let run = Run {
            derived: Span::new(self.derived, self.derived + derived),
            original: Span::new(self.original, self.original + original),
            in_step,
        };
        self.derived += derived;
        self.original += original;
        match self.runs.last_mut() {
            Some(last) if in_step && last.in_step && last.original.end() == run.original.start() => {
                last.derived = last.derived.cover(run.derived);
                last.original = last.original.cover(run.original);
            }
            _ => self.runs.push(run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ab` copied, two bytes dropped, a three-byte character made one, `cd` copied.
    fn mixed() -> OffsetMap {
        let mut builder = MapBuilder::default();
        builder.copy(2);
        builder.drop(2);
        builder.replace(3, 1);
        builder.copy(2);
        builder.finish()
    }

    #[test]
    fn ranges_come_back_to_where_they_were() {
        let map = mixed();
        assert_eq!(map.original(Span::new(0, 2)), Span::new(0, 2));
        assert_eq!(map.original(Span::new(2, 3)), Span::new(4, 7));
        assert_eq!(map.original(Span::new(1, 4)), Span::new(1, 8));
        assert_eq!(map.original(Span::new(3, 5)), Span::new(7, 9));
    }

    #[test]
    fn an_empty_range_is_a_place() {
        let map = mixed();
        assert_eq!(map.original(Span::new(1, 1)), Span::new(1, 1));
        assert_eq!(map.original_offset(3), 7);
        assert_eq!(map.original_offset(5), 9);
    }

    #[test]
    fn an_unchanged_text_needs_no_map() {
        assert!(OffsetMap::identity().is_identity());
        assert!(!mixed().is_identity());
        assert_eq!(OffsetMap::identity().original(Span::new(3, 9)), Span::new(3, 9));
    }
}
