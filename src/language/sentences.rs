//! Blocks in, sentences with their tokens out.

use super::compounds;
use super::tokens::tokens_in;
use super::types::{Part, Passage, Sentence, Token, TokenKind};
use crate::article::{Article, TitleFrom};
use crate::text::Span;

/// Words that open a sentence so often that an abbreviation in initials before them has ended one.
const OPENERS: &[&str] = &[
    "A",
    "According",
    "After",
    "An",
    "As",
    "At",
    "Before",
    "But",
    "During",
    "For",
    "He",
    "His",
    "However",
    "In",
    "It",
    "Its",
    "On",
    "She",
    "That",
    "The",
    "Their",
    "There",
    "They",
    "This",
    "We",
    "When",
    "While",
];

/// Splits an article's title, where it came apart from the text, and its blocks into sentences.
pub(crate) fn split(article: &Article) -> (Vec<Token>, Vec<Sentence>) {
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    if article.title.from == TitleFrom::Record {
        let text = article.title.text.as_str();
        split_unit(text, Span::whole(text), Part::Title, None, &mut tokens, &mut sentences);
    }
    for (number, block) in article.blocks.iter().enumerate() {
        let words = article.heading(block).1;
        split_unit(&article.text, words, Part::Text, Some(number), &mut tokens, &mut sentences);
    }
    // They stay in memory as long as the library does: as large as they are, not as they were let grow.
    tokens.shrink_to_fit();
    sentences.shrink_to_fit();
    (tokens, sentences)
}

fn split_unit(
    text: &str,
    span: Span,
    part: Part,
    block: Option<usize>,
    tokens: &mut Vec<Token>,
    sentences: &mut Vec<Sentence>,
) {
    let begin = tokens.len();
    tokens_in(text, span, tokens);
    compounds::part(text, begin, tokens);
    let unit = tokens.get(begin..).unwrap_or_default();
    let mut first = 0;
    let mut at = 0;
    while at < unit.len() {
        let mut end = at + 1;
        let stops = ends_sentence(text, unit, at);
        if stops {
            while unit.get(end).is_some_and(|token| closes(token.span.of(text))) {
                end += 1;
            }
        }
        let follows = unit.get(end).map(|token| token.span.of(text));
        if follows.is_none() || (stops && follows.is_some_and(opens)) {
            if let (Some(a), Some(b)) = (unit.get(first), unit.get(end - 1)) {
                let passage = Passage { part, span: a.span.cover(b.span) };
                sentences.push(Sentence { passage, block, tokens: begin + first..begin + end });
            }
            first = end;
        }
        at = end;
    }
}

fn ends_sentence(text: &str, unit: &[Token], at: usize) -> bool {
    let Some(token) = unit.get(at) else { return false };
    let word = token.span.of(text);
    match token.kind {
        TokenKind::Mark => matches!(word, "." | "!" | "?" | "…"),
        // "… in the U.S. The president …"
        TokenKind::Word => {
            let next = || unit.get(at + 1).map(|next| next.span.of(text));
            word.as_bytes().last() == Some(&b'.')
                && word.matches('.').count() > 1
                && next().is_some_and(|next| OPENERS.contains(&next))
        }
        TokenKind::Number | TokenKind::Possessive => false,
    }
}

fn closes(word: &str) -> bool {
    matches!(word, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?")
}

fn opens(word: &str) -> bool {
    word.chars().next().is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | ')' | '–' | '—' | '-'))
}
