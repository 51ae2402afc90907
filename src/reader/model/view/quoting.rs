//! A sentence in quotation marks, as much of it as there is room for.
//!
//! **In:** a sentence of a story and the words in it that matter. **Out:** a [`Quoting`]: the sentence in quotation marks; where it
//! is too long, cut with an ellipsis at its end, else at its beginning, and at both only where the words would be out of sight
//! otherwise. **Why:** what a reason was made from must be seen, and what is quoted must look quoted.

use super::{Row, prose};
use crate::dossier::Source;
use crate::dossier::name::sentence_of;
use crate::export::citation::quoted;
use crate::language::{Part, Passage};
use crate::library::Library;
use crate::meetings::Story;
use crate::reader::model::view::Role;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::text::wrap::{Breaks, wrap};

/// So many of the words that matter have to be in sight, where not all can be.
const SEEN: usize = 4;

/// The fewest columns that a word takes, with the space behind it.
const NARROWEST: usize = 2;

/// Words of a story, quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reader::model) struct Quoting {
    /// As it is shown.
    pub(in crate::reader::model) text: String,
    /// The words in it that matter.
    lit: Option<Span>,
}

impl Quoting {
    /// The passage `around`, in which `words` matter, in so many rows at most of so many columns.
    pub(in crate::reader::model) fn of(
        story: &Story,
        around: Passage,
        words: Passage,
        columns: usize,
        rows: usize,
    ) -> Self {
        // What fits is tried word by word: more words than there can be room for are not looked at.
        let sentence = Sentence::of(story, around, words).near(columns.max(1) * rows.max(1) / NARROWEST + 1);
        let fits = |text: &str| wrap(text, Span::whole(text), columns.max(1), Breaks::Reflow).len() <= rows.max(1);
        sentence.within(fits)
    }

    /// The sentence around some words of the library, as [`Self::of`]; `None` where there is no such story.
    pub(in crate::reader::model) fn around(
        library: &Library,
        source: Source,
        columns: usize,
        rows: usize,
    ) -> Option<Self> {
        let story = library.stories.get(source.story)?;
        Some(Self::of(story, sentence_of(story, source.passage), source.passage, columns, rows))
    }

    /// Its rows from this column on; `role` for the words that matter, `rest` for the others.
    pub(in crate::reader::model) fn rows(&self, column: u16, columns: u16, role: Role, rest: Role) -> Vec<Row> {
        let is_lit = |offset: usize| self.lit.is_some_and(|lit| lit.holds(offset));
        let role = |offset: usize| if is_lit(offset) { role } else { rest };
        prose::prose(&self.text, Span::whole(&self.text), columns, column, &role)
    }
}

/// A sentence on one line, in words.
struct Sentence {
    words: Vec<String>,
    /// Which of them matter.
    matter: std::ops::Range<usize>,
    /// What stands where it begins and where it ends: a quotation mark of the source, nothing, or an ellipsis where more of it
    /// was left out than anybody could see.
    marks: [String; 2],
}

impl Sentence {
    fn of(story: &Story, around: Passage, words: Passage) -> Self {
        let body = match around.part {
            Part::Text => story.article.text.as_str(),
            Part::Title => story.article.title.text.as_str(),
        };
        let words = if words.part == around.part { words.span } else { around.span };
        let (start, end) = (words.start().max(around.span.start()), words.end().min(around.span.end()));
        let part = |from: usize, to: usize| split(body.get(from..to).unwrap_or_default());
        let before = part(around.span.start(), start.min(around.span.end()));
        let all = split(around.span.of(body));
        // A word that is cut in two by the words that matter is one of them.
        let cuts = |at: usize| {
            let beside = body.get(..at).and_then(|before| before.chars().next_back());
            let next = body.get(at..).and_then(|behind| behind.chars().next());
            beside.zip(next).is_some_and(|(one, other)| !one.is_whitespace() && !other.is_whitespace())
        };
        let first = before.len().saturating_sub(usize::from(cuts(start) && !before.is_empty()));
        let behind = part(end.max(around.span.start()), around.span.end());
        let last = (all.len() - behind.len().min(all.len())) + usize::from(cuts(end) && !behind.is_empty());
        let next = |at: Option<char>, marks: &str| {
            at.filter(|mark| marks.contains(*mark)).map_or_else(String::new, String::from)
        };
        let marks = match around.part {
            Part::Title => [String::new(), String::new()],
            Part::Text => [
                next(body.get(..around.span.start()).and_then(|before| before.chars().next_back()), "“„«\""),
                next(body.get(around.span.end()..).and_then(|behind| behind.chars().next()), "”»\""),
            ],
        };
        let first = first.min(all.len());
        Self { matter: first..last.clamp(first, all.len()), words: all, marks }
    }

    /// The words that matter with so many at most on either side of them, and so many of them.
    fn near(mut self, most: usize) -> Self {
        let [before, behind] = &mut self.marks;
        let end = self.matter.end.min(self.matter.start + most) + most;
        if self.words.len() > end {
            self.words.truncate(end);
            "…".clone_into(behind);
        }
        let start = self.matter.start.saturating_sub(most);
        if start > 0 {
            self.words.drain(..start);
            "…".clone_into(before);
        }
        self.matter = self.matter.start - start..self.matter.end.min(end) - start;
        self
    }

    /// As much of it as fits.
    fn within(&self, fits: impl Fn(&str) -> bool) -> Quoting {
        let all = self.words.len();
        let of = |from: usize, to: usize| self.quoted(from, to);
        let is_in = |from: usize, to: usize| fits(&of(from, to).text);
        if is_in(0, all) {
            return of(0, all);
        }
        let least = self.matter.end.max(1);
        if let Some(end) = (least..all).rev().find(|end| is_in(0, *end)) {
            return of(0, end);
        }
        if let Some(start) = (1..=self.matter.start).find(|start| is_in(*start, all)) {
            return of(start, all);
        }
        // Where they are too long themselves, their beginning is seen.
        let seen = self.matter.start + SEEN;
        if !is_in(self.matter.start, self.matter.end)
            && let Some(end) = (seen..all).rev().find(|end| is_in(0, *end))
        {
            return of(0, end);
        }
        let (mut start, mut end) = (self.matter.start, self.matter.start + 1);
        while end < all && is_in(start, end + 1) {
            end += 1;
        }
        // What is left behind the words that matter goes to those before them.
        while start > 0 && end > self.matter.end && (is_in(start - 1, end) || end - self.matter.end > 2) {
            if !is_in(start - 1, end) {
                end -= 1;
                continue;
            }
            start -= 1;
            if self.matter.start - start >= (end - start) / 3 {
                break;
            }
        }
        of(start, end.min(all))
    }

    /// Some of its words in quotation marks, with an ellipsis where others are missing.
    fn quoted(&self, from: usize, to: usize) -> Quoting {
        let all = self.words.len();
        // Nothing begins with the dash behind a dateline.
        let is_sign = |word: &String| !word.contains(char::is_alphanumeric);
        let signs = self.words.iter().skip(from).take_while(|word| from > 0 && is_sign(word)).count();
        let from = (from + signs).min(to);
        let words = self.words.get(from..to.min(all)).unwrap_or_default();
        let [before, behind] = &self.marks;
        let (open, close) = (if from > 0 { "…" } else { before }, if to < all { "…" } else { behind });
        let bare = words.join(" ");
        let bare = if to < all { bare.trim_end_matches([',', ';', ':', '–', '-', ' ']) } else { &bare };
        let text = quoted(&format!("{open}{bare}{close}"));
        let lit = self.lit(&text, bare, from, to);
        Quoting { text, lit }
    }

    /// Where the words that matter stand in a text that holds `bare`, or that without a mark at its ends.
    fn lit(&self, text: &str, bare: &str, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.matter.start.max(from), self.matter.end.min(to));
        let before = self.words.get(from..first)?.join(" ");
        let matter = self.words.get(first..last)?.join(" ");
        let marks = ['“', '”', '„', '"', '«', '»'];
        let is_cut = !text.contains(bare);
        let core = if is_cut { bare.trim_matches(marks) } else { bare };
        let begins = text.find(core)? + before.len() + usize::from(!before.is_empty());
        let trimmed = bare.find(core)?;
        let mut start = begins.saturating_sub(trimmed).min(text.len());
        let mut end = (begins + matter.len()).saturating_sub(trimmed).min(text.len());
        while start < end && !text.is_char_boundary(start) {
            start += 1;
        }
        while end > start && !text.is_char_boundary(end) {
            end -= 1;
        }
        // Marks around a word are no part of what matters.
        let word = text.get(start..end)?;
        let inner = word.trim_matches(marks).trim_end_matches(['.', ',', ';', ':', '…']);
        let skipped = word.find(inner)?;
        Some(Span::new(start + skipped, start + skipped + inner.len()))
    }
}

/// The words of a text, clean.
fn split(text: &str) -> Vec<String> {
    one_line(text).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::article::read;
    use crate::language::Facts;
    use crate::meetings::read_story;

    /// The sentence of a story, with the words in it that matter, in so many rows of so many columns.
    fn quoted(sentence: &str, words: &str, columns: usize, rows: usize) -> (String, String) {
        let text = format!("A quiet week\n\nNothing else. {sentence} Nothing more.\n");
        let article = read("a.txt", Path::new("a.txt"), text.as_bytes()).articles.remove(0);
        let story = read_story(article, Facts::shipped(), None);
        let body = &story.article.text;
        let start = body.find(sentence).unwrap();
        let at = start + sentence.find(words).unwrap();
        let passage = |start, length| Passage { part: Part::Text, span: Span::new(start, start + length) };
        let quoting = Quoting::of(&story, passage(start, sentence.len()), passage(at, words.len()), columns, rows);
        let lit = quoting.lit.map(|lit| lit.of(&quoting.text).to_owned()).unwrap_or_default();
        (quoting.text, lit)
    }

    const LONG: &str =
        "The premier, who had come by train, met the envoy of the isles in the old mint on Monday and left at once.";

    #[test]
    fn what_fits_stands_whole_in_quotation_marks() {
        assert_eq!(quoted(LONG, "met the envoy", 200, 1), (format!("“{LONG}”"), "met the envoy".into()));
    }

    #[test]
    fn what_is_too_long_is_cut_at_its_end_where_the_words_are_seen_then_and_else_at_its_beginning() {
        let (text, lit) = quoted(LONG, "premier", 40, 1);
        assert_eq!((text.as_str(), lit.as_str()), ("“The premier, who had come by train…”", "premier"));
        let (text, lit) = quoted(LONG, "Monday", 40, 1);
        assert_eq!((text.as_str(), lit.as_str()), ("“…old mint on Monday and left at once.”", "Monday"));
        let (text, lit) = quoted(LONG, "envoy of the isles", 40, 1);
        assert_eq!((text.as_str(), lit.as_str()), ("“…met the envoy of the isles in the…”", "envoy of the isles"));
    }

    #[test]
    fn words_that_are_too_long_themselves_are_seen_from_their_beginning() {
        let words = "met the envoy of the isles in the old mint on Monday and left at once.";
        let (text, lit) = quoted(LONG, words, 70, 1);
        assert_eq!(text, "“The premier, who had come by train, met the envoy of the isles in…”");
        assert_eq!(lit, "met the envoy of the isles in");
    }

    #[test]
    fn marks_of_the_sentence_stay_its_own_and_each_has_its_fellow() {
        let said = "“We met the envoy,” the premier said, “and left at once.”";
        assert_eq!(quoted(said, "envoy", 200, 1), (said.to_owned(), "envoy".into()));
        let (text, lit) = quoted(said, "envoy", 24, 1);
        assert_eq!((text.as_str(), lit.as_str()), ("“We met the envoy,” the…", "envoy"));
        let closed = "This was the work of the envoy,” the premier said.";
        assert_eq!(quoted(closed, "premier", 200, 1).0, format!("“{closed}"));
    }

    #[test]
    fn a_straight_mark_behind_a_word_was_opened_before_it_wherever_the_sentence_is_cut() {
        let said = "\"We met the envoy of the isles,\" the premier said on the quay at noon.";
        for columns in 20..90 {
            let (text, _) = quoted(said, "isles", columns, 1);
            assert!(text.matches('"').count() != 1, "{columns} {text}");
            assert!(!text.contains("isles,\"") || text.starts_with('"'), "{columns} {text}");
        }
    }

    #[test]
    fn whatever_the_room_the_words_are_in_sight_and_no_row_too_many() {
        for columns in 12..120 {
            for words in ["The premier", "envoy", "at once.", "mint on Monday"] {
                let (text, lit) = quoted(LONG, words, columns, 2);
                let rows = wrap(&text, Span::whole(&text), columns, Breaks::Reflow).len();
                assert!(rows <= 2, "{columns} {text}");
                assert!(words.starts_with(&lit) && !lit.is_empty(), "{columns} {text}: {lit}");
                assert!(text.starts_with('“') && text.ends_with('”'), "{text}");
            }
        }
    }

    #[test]
    fn a_sentence_without_an_end_is_looked_at_near_the_words_that_matter() {
        let words = |count: usize| vec!["grain".to_owned(); count];
        let fits = |text: &str| wrap(text, Span::whole(text), 60, Breaks::Reflow).len() <= 2;
        let long =
            |matter: std::ops::Range<usize>| Sentence { words: words(100_000), matter, marks: Default::default() };
        let quoting = long(50_000..50_003).near(61).within(fits);
        assert!(quoting.text.starts_with("“…") && quoting.text.ends_with("…”"), "{}", quoting.text);
        assert_eq!(quoting.lit.map(|lit| lit.of(&quoting.text)), Some("grain grain grain"));
        for matter in [0..100_000, 99_999..100_000, 0..1] {
            assert!(fits(&long(matter).near(61).within(fits).text));
        }
    }
}
