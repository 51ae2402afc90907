//! A list of words and what was typed in, those that match out, best first.
//!
//! **Why:** palettes and pickers find their lines in the same way as the list finds stories.

use std::cmp::Reverse;

use super::haystack::Haystack;
use super::matcher::Matcher;
use super::query::How;
use crate::text::fold::folded;

/// A line that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its index in the list.
    pub index: usize,
    /// Byte offsets of the matched characters, ascending.
    pub lit: Vec<usize>,
}

/// The lines in which every typed word matches, letters side by side before letters apart, then by the matcher's score;
/// all of them, in their order, where nothing is typed.
pub fn choose<'a>(lines: impl IntoIterator<Item = &'a str>, typed: &str) -> Vec<Chosen> {
    let words: Vec<String> = typed.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
    let skim = Matcher::new();
    let mut found: Vec<(i64, Chosen)> = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        let line = Haystack::new(line);
        let hits: Option<Vec<_>> = words.iter().map(|word| line.find(&skim, word, How::Fuzzy)).collect();
        let Some(hits) = hits else { continue };
        // Digits side by side are a number; strewn over a line they are an accident.
        let is_strewn = |(word, together): (&String, bool)| !together && word.contains(|sign: char| sign.is_numeric());
        if words.iter().zip(hits.iter().map(|hit| hit.together)).any(is_strewn) {
            continue;
        }
        let apart = hits.iter().filter(|hit| !hit.together).count();
        let score = hits.iter().map(|hit| hit.score).sum::<i64>() - APART * i64::try_from(apart).unwrap_or(APART);
        let mut lit: Vec<usize> = hits.into_iter().flat_map(|hit| hit.offsets).collect();
        lit.sort_unstable();
        lit.dedup();
        found.push((score, Chosen { index, lit }));
    }
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, chosen)| chosen).collect()
}

/// What letters apart cost: more than any score.
const APART: i64 = 100_000;

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [&str; 3] = ["to the end", "complete a field", "next story of the Élysée"];

    fn order(typed: &str) -> Vec<usize> {
        choose(LINES, typed).into_iter().map(|chosen| chosen.index).collect()
    }

    #[test]
    fn every_word_must_match_and_whole_runs_come_first() {
        assert_eq!(order(""), [0, 1, 2]);
        assert_eq!(order("end to"), [0]);
        assert_eq!(order("elysee"), [2]);
        assert_eq!(order("te")[0], 1);
        assert!(order("zzz").is_empty());
    }

    #[test]
    fn a_number_is_not_found_in_digits_that_lie_apart() {
        let found = |typed: &str| choose(["0a0b2", "in 2002", "a 2 b 0"], typed).into_iter().map(|one| one.index);
        assert_eq!(found("200").collect::<Vec<_>>(), [1]);
        assert_eq!(found("20").collect::<Vec<_>>(), [1]);
        assert_eq!(found("02").count(), 0, "nobody means the year by that");
    }

    #[test]
    fn the_letters_found_are_told() {
        let chosen = &choose(LINES, "elysee")[0];
        let lit: String = chosen.lit.iter().filter_map(|at| LINES[2].get(*at..)?.chars().next()).collect();
        assert_eq!(lit, "Élysée");
    }
}
