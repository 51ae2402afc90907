//! One sentence as the rules see it: words by position, comparison without regard to case, passages by word range.
//!
//! Rules over tokens would otherwise be full of index checks; here a position outside the sentence is simply an empty
//! word, which matches nothing.

use std::ops::Range;

use super::types::{Part, Passage, Sentence, Token, TokenKind};
use super::word_list::WordList;
use crate::article::Article;
use crate::text::Span;

/// How many words before its end a quotation of a few words may open.
const QUOTED: usize = 6;

/// One sentence. Positions are token indices counted from its start.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    /// The text its spans point into.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Index of its block, `None` for a title that came apart.
    pub block: Option<usize>,
    part: Part,
}

impl<'a> Line<'a> {
    /// The sentence with its words.
    pub fn new(article: &'a Article, tokens: &'a [Token], sentence: &Sentence) -> Self {
        let text = match sentence.passage.part {
            Part::Title => article.title.text.as_str(),
            Part::Text => article.text.as_str(),
        };
        let tokens = tokens.get(sentence.tokens.clone()).unwrap_or_default();
        Self { text, tokens, block: sentence.block, part: sentence.passage.part }
    }

    /// The sentences of an annotated article, in order; `tokens` are all those that its [`Annotations`](crate::language::Annotations) keep.
    pub fn all(article: &'a Article, sentences: &'a [Sentence], tokens: &'a [Token]) -> impl Iterator<Item = Line<'a>> {
        sentences.iter().map(move |sentence| Self::new(article, tokens, sentence))
    }

    /// One sentence of an annotated article, whose `own` tokens these are.
    pub fn one(article: &'a Article, own: &'a [Token], sentence: &Sentence) -> Self {
        Self::new(article, own, &Sentence { tokens: 0..own.len(), ..sentence.clone() })
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The word at `at`; empty outside the sentence.
    #[inline]
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The bytes of the word at `at`, which cost less than the word: a slice of text is checked for cut characters.
    #[inline]
    fn bytes(&self, at: usize) -> &'a [u8] {
        let span = self.tokens.get(at).map_or_else(Span::default, |token| token.span);
        self.text.as_bytes().get(span.start()..span.end()).unwrap_or_default()
    }

    /// The word before `at`; empty at the start.
    pub fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The kind of the token at `at`.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the word at `at` is one of `words`, ASCII case aside.
    #[inline]
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.bytes(at);
        words.iter().any(|other| is_same_word(other.as_bytes(), word))
    }

    /// The same for a list that is known: most words are none of it by their first letter and length.
    #[inline]
    pub fn is_of(&self, at: usize, list: &WordList) -> bool {
        let word = self.bytes(at);
        list.may_hold(word) && list.words().iter().any(|other| is_same_word(other.as_bytes(), word))
    }

    /// Whether the words from `at` on are the words of `phrase`, ASCII case aside.
    pub fn reads(&self, at: usize, phrase: &str) -> bool {
        let (mut at, mut rest) = (at, phrase.as_bytes());
        // No word holds a blank, so that each ends where the phrase's own does.
        loop {
            let word = self.bytes(at);
            let Some((told, behind)) = rest.split_at_checked(word.len()) else { return false };
            if !is_same_word(told, word) {
                return false;
            }
            match behind {
                [] => return true,
                [b' ', behind @ ..] => (at, rest) = (at + 1, behind),
                _ => return false,
            }
        }
    }

    /// Whether the word at `at` begins with a capital.
    pub fn is_capitalised(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
            && match self.bytes(at).first() {
                Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
                first => first.is_some() && self.word(at).starts_with(char::is_uppercase),
            }
    }

    /// Whether any of `words` stands in `range`.
    pub fn holds(&self, range: Range<usize>, words: &[&str]) -> bool {
        range.into_iter().any(|at| self.is(at, words))
    }

    /// The same for a list that is known.
    pub fn holds_any(&self, range: Range<usize>, list: &WordList) -> bool {
        range.into_iter().any(|at| self.is_of(at, list))
    }

    /// Where the quotation of a few small words opens that the mark at `close` ends: `a "frank and open" talk`, in which
    /// nobody speaks.
    pub fn quoted_word(&self, close: usize) -> Option<usize> {
        let open = (close.saturating_sub(QUOTED)..close).rev().find(|&at| matches!(self.word(at), "\"" | "“" | "”"))?;
        let small =
            |at: usize| self.word(at).chars().all(|c| c.is_lowercase() || c == '-') && !self.word(at).is_empty();
        let is_word = matches!(self.word(close), "\"" | "”") && matches!(self.word(open), "\"" | "“");
        (is_word && open + 1 < close && (open + 1..close).all(small)).then_some(open)
    }

    /// From the first to the last token of `range`; empty where the range is.
    pub fn span(&self, range: Range<usize>) -> Span {
        let mut tokens = self.tokens.get(range).unwrap_or_default().iter();
        let first = tokens.next().map(|token| token.span).unwrap_or_default();
        tokens.next_back().map_or(first, |last| first.cover(last.span))
    }

    /// The same as a passage.
    pub fn passage(&self, range: Range<usize>) -> Passage {
        Passage { part: self.part, span: self.span(range) }
    }

    /// The whole sentence as a passage.
    pub fn whole(&self) -> Passage {
        self.passage(0..self.len())
    }

    /// Whether `passage` lies in this sentence.
    pub fn has(&self, passage: Passage) -> bool {
        passage.part == self.part && self.whole().span.contains(passage.span)
    }

    /// The token positions that `passage` covers; empty where it lies elsewhere.
    pub fn positions(&self, passage: Passage) -> Range<usize> {
        if passage.part != self.part {
            return 0..0;
        }
        let first = self.tokens.partition_point(|token| token.span.end() <= passage.span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < passage.span.end());
        first..end.max(first)
    }

    /// Whether its letters are (nearly) all capitals, so that capitals say nothing about names.
    pub fn is_all_capitals(&self) -> bool {
        let (mut upper, mut lower) = (0, 0);
        for c in self.whole().span.of(self.text).chars() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        }
        upper > 8 && lower * 8 < upper
    }

    /// Whether most longer words are capitalised, as in a headline in title case.
    pub fn is_title_case(&self) -> bool {
        let long = || (1..self.len()).filter(|&at| self.kind(at) == Some(TokenKind::Word) && self.word(at).len() > 3);
        let capitals = long().filter(|&at| self.is_capitalised(at)).count();
        long().count() >= 4 && capitals * 10 >= long().count() * 8
    }
}

/// Whether two words are the same, ASCII case aside. The rules of the next room ask this a hundred times for each word of a
/// story, and the answer is mostly no: length and first letter tell it.
#[inline]
fn is_same_word(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && begins_alike(one, other) && one.eq_ignore_ascii_case(other)
}

/// Whether both begin with the same letter, ASCII case aside, or neither with any. A byte that is no letter may pass for
/// another one, which the whole comparison tells.
#[inline]
fn begins_alike(one: &[u8], other: &[u8]) -> bool {
    match (one.first(), other.first()) {
        (Some(one), Some(other)) => (one ^ other) & !CASE == 0,
        (None, None) => true,
        _ => false,
    }
}

/// The bit by which the cases of an ASCII letter differ.
const CASE: u8 = 0x20;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A sentence of these words, each of which is a token.
    fn with_line<T>(words: &[String], ask: impl FnOnce(&Line<'_>) -> T) -> T {
        let text = words.join(" ");
        let mut start = 0;
        let token = |word: &String| {
            let span = Span::new(start, start + word.len());
            start = span.end() + 1;
            Token { span, kind: TokenKind::Word }
        };
        let tokens: Vec<Token> = words.iter().map(token).collect();
        ask(&Line { text: &text, tokens: &tokens, block: None, part: Part::Text })
    }

    proptest! {
        #[test]
        fn a_word_is_one_of_a_list_where_it_equals_one_of_them_but_for_case(
            words in prop::collection::vec("[aAbBéÉſ]{0,3}", 1..5),
            list in prop::collection::vec("[aAbBéÉſ]{0,3}", 0..5),
            at in 0..6_usize,
        ) {
            // A constant lives as long as the program.
            let list: &'static [&'static str] = list.into_iter().map(|word| &*word.leak()).collect::<Vec<_>>().leak();
            with_line(&words, |line| {
                let plain = list.iter().any(|other| other.eq_ignore_ascii_case(line.word(at)));
                prop_assert_eq!(line.is(at, list), plain);
                prop_assert_eq!(line.is_of(at, &WordList::of(list)), plain);
                // No phrase begins with a blank.
                let phrase: Vec<&str> = list.iter().copied().filter(|word| !word.is_empty()).collect();
                let phrase = phrase.join(" ");
                let mut told = phrase.split(' ').enumerate();
                let plain = told.all(|(n, word)| word.eq_ignore_ascii_case(line.word(at + n)));
                prop_assert_eq!(line.reads(at, &phrase), plain);
                Ok(())
            })?;
        }
    }
}
