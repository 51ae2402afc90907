//! What a text is cut into. Apart from the other types because the build script cuts spellings in the same way.

use crate::text::Span;

/// A word, number or mark of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in the part of its sentence.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and the points of abbreviations (`al-Assad`, `O'Donnell`, `U.S.`).
    Word,
    /// Digits, with inner points, commas, colons and slashes, and ordinal endings (`23`, `11/13/2017`, `4th`).
    Number,
    /// The possessive ending `'s` or `’s`, apart from its word.
    Possessive,
    /// Anything else, one character at a time.
    Mark,
}
