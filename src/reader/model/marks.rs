//! The marked passages of a story.
//!
//! **In:** a story. **Out:** its [`Mark`]s in reading order: one for each passage that tells of a meeting.
//! **Why:** marks are what Tab walks and Enter follows; several of them may tell of the same meeting and then bear
//! the same number.

use crate::language::Passage;
use crate::meetings::Story;

/// A passage that tells of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index of the meeting in the story's [`meetings`](Story::meetings).
    pub mention: usize,
    /// The words.
    pub passage: Passage,
}

impl Mark {
    /// The number that the meeting bears in this story, from 1.
    pub const fn number(&self) -> usize {
        self.mention + 1
    }
}

/// All marks of a story in reading order.
pub fn of(story: &Story) -> Vec<Mark> {
    let mut marks: Vec<Mark> = story
        .meetings
        .iter()
        .enumerate()
        .flat_map(|(mention, meeting)| meeting.evidence.iter().map(move |passage| Mark { mention, passage: *passage }))
        .collect();
    marks.sort_by_key(|mark| (mark.passage, mark.mention));
    marks
}

/// Raised digits.
const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A number in raised digits: `²`, `¹²`.
pub fn raised(number: usize) -> String {
    number.to_string().bytes().filter_map(|digit| DIGITS.get(usize::from(digit.wrapping_sub(b'0')))).collect()
}

/// The number that is raised so; `None` where this is none.
pub fn lowered(raised: &str) -> Option<usize> {
    let digit = |sign| Some(char::from(b'0' + u8::try_from(DIGITS.iter().position(|digit| *digit == sign)?).ok()?));
    raised.chars().map(digit).collect::<Option<String>>()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_raised_digit_by_digit() {
        assert_eq!(raised(2), "²");
        assert_eq!(raised(120), "¹²⁰");
        assert_eq!([lowered("¹²⁰"), lowered(""), lowered("¹a")], [Some(120), None, None]);
    }
}
