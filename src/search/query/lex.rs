//! A line in, its terms out, still without a meaning.
//!
//! **Why:** where a term begins and ends (spaces, quotation marks, a field's colon) is decided in one place, with byte
//! spans that errors and completion point at.

use crate::text::Span;

/// A term as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Raw {
    /// Whether `!` stands before it.
    pub negated: bool,
    /// What it is.
    pub body: Body,
    /// All of it, with signs and quotation marks.
    pub span: Span,
}

/// The parts of a term, as spans of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Body {
    /// `|` by itself.
    Or,
    /// Letters up to the next space.
    Word(Span),
    /// What stands between quotation marks; the second one may still be missing.
    Quoted(Span),
    /// `name:value`; the value may be quoted, and may be empty.
    Field {
        /// What stands before the colon.
        name: Span,
        /// What stands after it, without quotation marks.
        value: Span,
    },
}

/// The terms of a line, in order.
pub(in crate::search) fn terms(line: &str) -> Vec<Raw> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let blank = rest.len() - rest.trim_start().len();
        at += blank;
        let rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let raw = term(rest, at);
        at = raw.span.end();
        found.push(raw);
    }
    found
}

/// The first term of `rest`, which begins with something and stands at `at`.
fn term(rest: &str, at: usize) -> Raw {
    let negated = rest.starts_with('!');
    let signed = usize::from(negated);
    let (bare, start) = (rest.get(signed..).unwrap_or_default(), at + signed);
    if let Some(open) = mark(bare) {
        let (inside, length) = quoted(bare, open, start);
        return Raw { negated, body: Body::Quoted(inside), span: Span::new(at, start + length) };
    }
    let colon = bare.bytes().take_while(u8::is_ascii_alphabetic).count();
    if colon > 0 && bare.as_bytes().get(colon) == Some(&b':') {
        let (after, value_at) = (bare.get(colon + 1..).unwrap_or_default(), start + colon + 1);
        let (value, length) = match mark(after) {
            Some(open) => quoted(after, open, value_at),
            None => (Span::new(value_at, value_at + word(after)), word(after)),
        };
        let name = Span::new(start, start + colon);
        return Raw { negated, body: Body::Field { name, value }, span: Span::new(at, value_at + length) };
    }
    let whole = Span::new(start, start + word(bare));
    let body = if !negated && whole.len() == 1 && bare.starts_with('|') { Body::Or } else { Body::Word(whole) };
    Raw { negated, body, span: Span::new(at, whole.end()) }
}

/// Bytes up to the next white space.
fn word(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

/// How long the quotation mark is that `text` begins with. A text editor may have made it a typographic one.
fn mark(text: &str) -> Option<usize> {
    text.chars().next().filter(|first| is_mark(*first)).map(char::len_utf8)
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„')
}

/// What stands inside the quotation marks that `text` begins with, and how many bytes it takes with them.
fn quoted(text: &str, open: usize, at: usize) -> (Span, usize) {
    let inside = text.get(open..).unwrap_or_default();
    let end = inside.find(is_mark).unwrap_or(inside.len());
    let close = inside.get(end..).and_then(mark).unwrap_or(0);
    (Span::new(at + open, at + open + end), open + end + close)
}
