//! Tokens in, the same in little more than a byte each out, and back.
//!
//! **Why:** a story of three kilobytes has six hundred tokens. The rules want them at hand while they read it; for as long as a
//! library is open they only have to be there again when a sentence is looked at anew.
//!
//! A token is one byte: its kind, how many bytes of white space stand before it, and its length. What has no room there
//! follows as a number of its own. A sentence begins where its first token does, so that each can be read by itself.

use std::sync::Arc;

use super::types::{Sentence, Token, TokenKind};
use crate::text::Span;

/// The tokens of an article, to be read sentence by sentence; shared by all readings of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptTokens {
    bytes: Arc<[u8]>,
    /// Where each sentence begins in `bytes`.
    starts: Arc<[u32]>,
}

/// The kinds, by their two bits.
const KINDS: [TokenKind; 4] = [TokenKind::Word, TokenKind::Number, TokenKind::Possessive, TokenKind::Mark];
/// Bits of the length, and of the white space before a token.
const LENGTH_BITS: u32 = 4;
const GAP_BITS: u32 = 2;

impl KeptTokens {
    /// Those of all `sentences`.
    pub(super) fn of(tokens: &[Token], sentences: &[Sentence]) -> Self {
        let (mut bytes, mut starts) = (Vec::with_capacity(tokens.len() * 5 / 4), Vec::with_capacity(sentences.len()));
        for sentence in sentences {
            starts.push(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            let mut end = sentence.passage.span.start();
            for token in tokens.get(sentence.tokens.clone()).unwrap_or_default() {
                put(*token, end, &mut bytes);
                end = token.span.end();
            }
        }
        Self { bytes: bytes.into(), starts: starts.into() }
    }

    /// The tokens of the sentence with this number.
    pub fn of_sentence(&self, number: usize, sentence: &Sentence) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(sentence.tokens.len());
        self.read(number, sentence, &mut tokens);
        tokens
    }

    /// All tokens, as the ranges of `sentences` count them.
    pub fn of_all(&self, sentences: &[Sentence]) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(sentences.last().map_or(0, |last| last.tokens.end));
        for (number, sentence) in sentences.iter().enumerate() {
            self.read(number, sentence, &mut tokens);
        }
        tokens
    }

    fn read(&self, number: usize, sentence: &Sentence, tokens: &mut Vec<Token>) {
        let start = self.starts.get(number).and_then(|start| usize::try_from(*start).ok());
        let mut bytes = start.and_then(|start| self.bytes.get(start..)).unwrap_or_default().iter().copied();
        let mut end = sentence.passage.span.start();
        for _ in sentence.tokens.clone() {
            let Some(token) = take(end, &mut bytes) else { return };
            end = token.span.end();
            tokens.push(token);
        }
    }
}

/// Writes a token that stands behind byte `end`.
fn put(token: Token, end: usize, bytes: &mut Vec<u8>) {
    let kind = KINDS.iter().position(|kind| *kind == token.kind).unwrap_or_default();
    let (gap, length) = (token.span.start().saturating_sub(end), token.span.len());
    let (most_gap, most_length) = ((1 << GAP_BITS) - 1, (1 << LENGTH_BITS) - 1);
    let first = kind << (GAP_BITS + LENGTH_BITS) | gap.min(most_gap) << LENGTH_BITS | length.min(most_length);
    bytes.push(u8::try_from(first).unwrap_or_default());
    for (number, most) in [(gap, most_gap), (length, most_length)] {
        if number >= most {
            put_number(number - most, bytes);
        }
    }
}

/// The token that stands behind byte `end`.
fn take(end: usize, bytes: &mut impl Iterator<Item = u8>) -> Option<Token> {
    let first = usize::from(bytes.next()?);
    let mut field = |bits: u32, shift: u32| {
        let most = (1 << bits) - 1;
        let number = first >> shift & most;
        Some(if number == most { most + take_number(bytes)? } else { number })
    };
    let (gap, length) = (field(GAP_BITS, LENGTH_BITS)?, field(LENGTH_BITS, 0)?);
    let kind = *KINDS.get(first >> (GAP_BITS + LENGTH_BITS))?;
    Some(Token { span: Span::new(end + gap, end + gap + length), kind })
}

/// Seven bits a byte, the lowest first; the eighth tells that more follow (LEB128).
fn put_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f | 0x80).unwrap_or_default());
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap_or_default());
}

fn take_number(bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let mut number = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let byte = bytes.next()?;
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::fixture::story;
    use crate::language::sentences::split;

    proptest! {
        #[test]
        fn tokens_are_the_same_after_they_were_kept(
            text in "([a-zA-Zé]{1,40}[ \\n\u{a0}]{1,9}|[0-9]{1,4}|’s|[.!?,] |\\PC){0,60}",
        ) {
            let article = story(&text);
            let (tokens, sentences) = split(&article);
            let kept = KeptTokens::of(&tokens, &sentences);
            prop_assert_eq!(&kept.of_all(&sentences), &tokens);
            for (number, sentence) in sentences.iter().enumerate() {
                prop_assert_eq!(&kept.of_sentence(number, sentence)[..], &tokens[sentence.tokens.clone()]);
            }
        }
    }
}
