//! A story in, how far from the dates of its text the days of its meetings can be out.
//!
//! **Why:** whoever looks for a neighbour's meeting in a story without a day need not read it to the end on days on which none
//! of its dates is near. That holds for whatever reading makes of a date: it takes it as it is, but for a few words that
//! count on from it, and these show without a calendar.

use super::settle::length;
use super::slots::MOST_DAYS_BEFORE;
use super::triggers::{self, ordinal_at};
use super::types::{MeetingKind, Story};
use super::words::MeetingWords;
use crate::article::BlockKind;
use crate::language::{Line, Token, WordList};

/// How far the meetings of a story can be from its dates, whatever its day is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Days by which a meeting that the story dates in words can be off the dates of these words.
    pub days: i32,
    /// Whether it may tell of a numbered round.
    pub rounds: bool,
}

/// That of this story, which was read before; `tokens` are those that its annotations keep.
pub fn reach(story: &Story, tokens: &[Token]) -> Reach {
    let (article, words) = (&*story.article, story.words.as_deref());
    let mut reach = Reach::default();
    for (number, line) in Line::all(article, &story.annotations.sentences, tokens).enumerate() {
        let days = (0..line.len()).map(|at| days_at(&line, at)).max().unwrap_or(0);
        reach.days = reach.days.max(days);
        let kind = line.block.and_then(|block| article.blocks.get(block)).map(|block| block.kind);
        let known = words.filter(|_| kind.is_none_or(BlockKind::is_story));
        reach.rounds = reach.rounds || tells_of_rounds(&line, number, known);
    }
    reach
}

/// Days by which words at `at` can move or lengthen a meeting.
fn days_at(line: &Line<'_>, at: usize) -> i32 {
    // Every word of a story is asked for, and few of them can.
    const MOVED: WordList = WordList::of(&["after", "before", "day", "days"]);
    const OPENED: WordList = WordList::of(length::LED);
    const CLOSED: WordList = WordList::of(length::CLOSING);
    if ![&MOVED, &OPENED, &CLOSED].iter().any(|list| line.is_of(at, list)) && !line.word(at).ends_with("-day") {
        return 0;
    }
    // "on Saturday, a day after the two met"
    if line.is(at, &["after", "before"]) && line.is(at.wrapping_sub(1), &["day", "days", "week"]) {
        return MOST_DAYS_BEFORE;
    }
    // "two days of talks", "a two-day summit"; "will run until Friday".
    let counts = line.is(at, &["day", "days"]) || line.word(at).ends_with("-day");
    if counts || line.is(at, length::LED) || line.is(at, length::CLOSING) { length::LONGEST } else { 0 }
}

/// Whether words of the sentence tell of a round, called so or counted; `known` are those of the story, if it tells the sentence.
fn tells_of_rounds(line: &Line<'_>, number: usize, known: Option<&MeetingWords>) -> bool {
    let may = |at: usize| line.is(at, &["round", "rounds", "cycle", "cycles"]) || ordinal_at(line, at).is_some();
    let found = || triggers::in_line(line).found.iter().any(|trigger| trigger.kind == MeetingKind::Round);
    (0..line.len()).any(may) && known.map_or_else(found, |words| words.tell_of_a_round(number))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::article::read;
    use crate::language::Facts;
    use crate::meetings::read_story;

    fn of(text: &str) -> Reach {
        let article = read("story.txt", Path::new("story.txt"), text.as_bytes()).articles.remove(0);
        let story = read_story(article, Facts::shipped(), None);
        let tokens = story.annotations.tokens.of_all(&story.annotations.sentences);
        reach(&story, &tokens)
    }

    #[test]
    fn a_meeting_is_on_a_date_of_the_text_unless_words_count_on_from_it() {
        assert_eq!(of("Lena Roth met Otto Brandt in Oslo on Tuesday."), Reach { days: 0, rounds: false });
        assert_eq!(of("Two days of talks ended in Oslo on Tuesday.").days, length::LONGEST);
        assert_eq!(of("They agreed on Saturday, a day after the envoys met.").days, MOST_DAYS_BEFORE);
    }

    #[test]
    fn a_round_is_one_by_its_name_or_by_its_number() {
        assert!(of("Envoys held the seventh round of the talks in Oslo on Tuesday.").rounds);
        assert!(!of("It was the first visit in years, and the last round of applause was long.").rounds);
    }
}
