//! Where the number of a meeting goes.
//!
//! **In:** the marked passages of a story. **Out:** after which byte of it each number is put, in reading order. **Why:** what tells
//! of a meeting ends where the analysis stops reading; a number belongs behind whole words and whole names, and of two passages about
//! one meeting that lie in each other or side by side the last one has it.

use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::reader::model::marks::Mark;

/// Words behind a day that belong to it.
const TIMES_OF_DAY: [&str; 6] = ["morning", "noon", "afternoon", "evening", "night", "midnight"];
/// How many passages before and behind one are looked at for one that it reads on in: a register may have thousands.
const NEIGHBOURS: usize = 32;
/// How many names that begin before a place may cover it.
const OVERLAPPING: usize = 4;
/// So many words at most stand between two passages that read as one.
const BETWEEN: usize = 2;

/// The end of each passage that has a number, with the meeting that it is of.
pub(super) fn ends(story: &Story, marks: &[Mark]) -> Vec<(Part, usize, usize)> {
    let whole = whole(story);
    let near =
        |at: usize| marks.get(at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS).min(marks.len())).unwrap_or_default();
    let shown =
        marks.iter().enumerate().filter(|(at, mark)| !near(*at).iter().any(|other| reads_on(story, **mark, *other)));
    let end = |(_, mark): (usize, &Mark)| (mark.passage.part, end_of(story, mark.passage, &whole), mark.mention);
    let mut ends: Vec<(Part, usize, usize)> = shown.map(end).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Every name and day, in reading order.
fn whole(story: &Story) -> Vec<Passage> {
    let names = story.annotations.names.iter().flat_map(|name| &name.mentions).map(|mention| mention.passage);
    let mut whole: Vec<Passage> = names.chain(story.annotations.dates.iter().map(|date| date.passage)).collect();
    whole.sort_unstable_by_key(Passage::start_key);
    whole
}

/// Whether a passage goes on in another one of the same meeting: it lies in it, or in a few words the other one begins.
fn reads_on(story: &Story, mark: Mark, other: Mark) -> bool {
    let (own, next) = (mark.passage, other.passage);
    if mark.mention != other.mention || own.part != next.part || own == next {
        return false;
    }
    if next.span.contains(own.span) {
        return true;
    }
    let is_behind = next.span.start() >= own.span.start() && next.span.end() > own.span.end();
    let between = own.span.end()..next.span.start().max(own.span.end());
    let words = body(story, own.part).get(between).unwrap_or_default();
    let is_plain = words.chars().all(|letter| letter.is_alphanumeric() || letter == ' ' || letter == '\u{a0}');
    is_behind && is_plain && words.split_whitespace().count() <= BETWEEN
}

fn body(story: &Story, part: Part) -> &str {
    match part {
        Part::Text => &story.article.text,
        Part::Title => &story.article.title.text,
    }
}

/// The end of the last word of a passage, or of the name or day that it is a part of, of those that are `whole` in reading order.
fn end_of(story: &Story, passage: Passage, whole: &[Passage]) -> usize {
    let text = body(story, passage.part);
    let end = passage.span.end();
    let holds = |one: &&Passage| one.part == passage.part && one.span.start() < end && end < one.span.end();
    let after = whole.partition_point(|one| (one.part, one.span.start()) < (passage.part, end));
    let near = whole.get(after.saturating_sub(OVERLAPPING)..after).unwrap_or_default();
    let end = near.iter().filter(holds).map(|one| one.span.end()).max().unwrap_or(end);
    time_of_day(text, end_of_word(text, end))
}

/// The end of the word that is cut at this place: of `week` in `week’s`, of `day` in `day-long`.
fn end_of_word(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let is_in_word = text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(char::is_alphanumeric);
    let mut end = at;
    let mut letters = rest.char_indices().filter(|_| is_in_word).peekable();
    while let Some((place, letter)) = letters.next() {
        let joins = matches!(letter, '\'' | '’' | '-' | '‐' | '‑');
        let goes_on = joins && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !letter.is_alphanumeric() && !goes_on {
            break;
        }
        end = at + place + letter.len_utf8();
    }
    end
}

/// The end of `evening` right behind this place, if that is what stands there.
fn time_of_day(text: &str, at: usize) -> usize {
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(' ')) else { return at };
    let word = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    if TIMES_OF_DAY.contains(&word) { at + 1 + word.len() } else { at }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::article::read;
    use crate::language::Facts;
    use crate::meetings::read_story;
    use crate::reader::model::marks;
    use crate::text::Span;

    fn story(told: &str) -> Story {
        let text = format!("A week of visits\n\nThursday, March 15, 2018\n\n{told}\n");
        let article = read("a.txt", Path::new("a.txt"), text.as_bytes()).articles.remove(0);
        read_story(article, Facts::shipped(), None)
    }

    /// The words before the number of a passage with these words.
    fn before(told: &str, words: &str) -> String {
        let story = story(told);
        let start = story.article.text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let end = end_of(&story, Passage { part: Part::Text, span }, &whole(&story));
        story.article.text.get(start..end).unwrap().to_owned()
    }

    #[test]
    fn a_number_stands_behind_whole_words_names_and_days() {
        assert_eq!(before("They met at this week's fair.", "this week"), "this week's");
        assert_eq!(before("They met at a day-long fair.", "a day"), "a day-long");
        assert_eq!(before("Angela Merkel met Emmanuel Macron there.", "met Emmanuel"), "met Emmanuel Macron");
        assert_eq!(
            before("Angela Merkel met him on Wednesday evening in Lyon.", "on Wednesday"),
            "on Wednesday evening"
        );
        for whole in ["met him", "on Wednesday"] {
            let told = "Angela Merkel met him on Wednesday, evening came and they left.";
            assert_eq!(before(told, whole), whole);
        }
        assert_eq!(before("They “met” there.", "“met”"), "“met”");
        assert_eq!(before("They met - at last.", "met"), "met");
    }

    #[test]
    fn of_passages_that_read_as_one_the_last_has_the_number() {
        let story = story("Angela Merkel met Emmanuel Macron in Lyon on Wednesday. The talks, they said, were short.");
        let text = &story.article.text;
        let mark = |mention: usize, words: &str| {
            let start = text.find(words).unwrap();
            let span = Span::new(start, start + words.len());
            Mark { mention, passage: Passage { part: Part::Text, span } }
        };
        let numbered = |marks: &[Mark]| -> Vec<(String, usize)> {
            let ends = ends(&story, marks).into_iter();
            ends.map(|(_, end, mention)| (text.get(..end).unwrap().rsplit(' ').next().unwrap().into(), mention))
                .collect()
        };
        let (whole, inner) = (mark(0, "Angela Merkel met Emmanuel Macron in Lyon"), mark(0, "met Emmanuel Macron"));
        assert_eq!(numbered(&[whole, inner]), [("Lyon".to_owned(), 0)]);
        let next = mark(0, "on Wednesday");
        assert_eq!(numbered(&[inner, next]), [("Wednesday".to_owned(), 0)], "two words stand between");
        assert_eq!(numbered(&[whole, mark(1, "met Emmanuel Macron")]).len(), 2, "another meeting has its own number");
        assert_eq!(numbered(&[mark(0, "The talks"), mark(0, "were short")]).len(), 2, "more than words stand between");
        assert_eq!(marks::of(&story).is_empty(), ends(&story, &marks::of(&story)).is_empty());
    }
}
