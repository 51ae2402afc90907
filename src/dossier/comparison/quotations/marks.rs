//! The quotation marks of a paragraph in, what stands between them out.
//!
//! Marks are paired like brackets, each kind for itself; a pair inside another belongs to it. `"` opens before a word
//! and closes behind one. `'` and `’` are apostrophes too: they count only where a word cannot go on. Linear time.

use crate::text::Span;

/// Marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// “…”, "…", „…“, ”…”, and two typewriter marks for one.
    Double,
    /// ‘…’, '…'.
    Single,
    /// «…», »…«, ‹…›.
    Angle,
    /// 「…」, 『…』.
    Corner,
}

/// Words between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub kind: Kind,
    /// With the marks.
    pub outside: Span,
    /// Without them, trimmed.
    pub inside: Span,
    /// Whether the closing mark is there.
    pub is_closed: bool,
}

/// A quotation mark in its surroundings.
#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing about the surroundings, and any may go with any"
)]
struct Sign {
    at: usize,
    len: usize,
    mark: char,
    kind: Kind,
    /// Nothing, space or an opening bracket or dash stands before it, and no space behind it.
    may_open: bool,
    /// No letter or digit stands behind it.
    may_close: bool,
    /// Punctuation stands before it: what ends here is speech, and not a possessive.
    is_sure: bool,
    /// An `s` stands before it: `the ministers’ plan`.
    is_possessive: bool,
}

/// What is quoted in a part of `text`, in order; nothing overlaps.
pub(super) fn quoted(text: &str, span: Span) -> Vec<Quoted> {
    let signs = signs(text, span);
    let later = surely_closed_later(&signs);
    let mut open: Vec<Sign> = Vec::new();
    // Pairs as they close, inner ones first, and openers that never close.
    let mut found: Vec<(Sign, Option<Sign>)> = Vec::new();
    for (sign, is_closed_later) in signs.into_iter().zip(later) {
        let opener = open.iter().rposition(|other| other.kind == sign.kind);
        let partner = opener.and_then(|at| open.get(at)).copied();
        if let (Some(at), Some(opener)) = (opener, partner.filter(|opener| closes(*opener, sign, is_closed_later))) {
            let dropped = open.drain(at..).skip(1).filter(|one| one.kind != Kind::Single);
            found.extend(dropped.map(|one| (one, None)));
            found.push((opener, Some(sign)));
        } else if opens(sign) {
            open.push(sign);
        }
    }
    found.extend(open.into_iter().filter(|sign| sign.kind != Kind::Single).map(|sign| (sign, None)));
    found.sort_by_key(|(sign, _)| sign.at);
    outermost(text, span, &found)
}

/// Of pairs sorted by where they open, those inside no other. One that never closes ends where the next begins.
fn outermost(text: &str, span: Span, found: &[(Sign, Option<Sign>)]) -> Vec<Quoted> {
    let mut quoted: Vec<Quoted> = Vec::new();
    let mut end = span.start();
    for (number, (opener, closer)) in found.iter().enumerate() {
        if opener.at < end {
            continue;
        }
        let next = found.get(number + 1).map_or(span.end(), |(next, _)| next.at);
        let (inner, outer) = closer.map_or((next, next), |closer| (closer.at, closer.at + closer.len));
        quoted.push(Quoted {
            kind: opener.kind,
            outside: Span::new(opener.at, outer),
            inside: Span::new(opener.at + opener.len, inner).trimmed(text),
            is_closed: closer.is_some(),
        });
        end = outer;
    }
    quoted.retain(|quote| !quote.inside.is_empty());
    quoted
}

const fn opens(sign: Sign) -> bool {
    match sign.mark {
        '“' | '„' | '‟' | '‘' | '‚' | '‛' | '「' | '『' | '«' | '‹' => true,
        '」' | '』' | '’' => false,
        _ => sign.may_open,
    }
}

/// Whether `sign` closes what `opener` opened.
const fn closes(opener: Sign, sign: Sign, is_closed_later: bool) -> bool {
    match sign.mark {
        '„' | '‟' | '‘' | '‚' | '‛' | '「' | '『' => false,
        // German and its neighbours close with the mark that English opens with.
        '“' => matches!(opener.mark, '„' | '‟') || sign.may_close && !sign.may_open,
        '«' | '‹' => matches!(opener.mark, '»' | '›'),
        '"' => sign.may_close || !sign.may_open,
        '\'' | '’' if matches!(sign.kind, Kind::Single) => {
            sign.may_close && !sign.may_open && (!sign.is_possessive || sign.is_sure || !is_closed_later)
        }
        _ => true,
    }
}

/// For each sign, whether a single mark that surely closes comes before the next single mark that opens.
fn surely_closed_later(signs: &[Sign]) -> Vec<bool> {
    let mut closed = false;
    let mut later: Vec<bool> = Vec::with_capacity(signs.len());
    for sign in signs.iter().rev() {
        later.push(closed);
        if sign.kind == Kind::Single {
            let sure = sign.is_sure && sign.may_close;
            closed = sure || closed && !sign.may_open && sign.mark != '‘';
        }
    }
    later.reverse();
    later
}

const fn kind(mark: char) -> Option<Kind> {
    match mark {
        '"' | '“' | '”' | '„' | '‟' | '＂' => Some(Kind::Double),
        '\'' | '‘' | '’' | '‚' | '‛' | '`' => Some(Kind::Single),
        '«' | '»' | '‹' | '›' => Some(Kind::Angle),
        '「' | '」' | '『' | '』' => Some(Kind::Corner),
        _ => None,
    }
}

fn signs(text: &str, span: Span) -> Vec<Sign> {
    let held = span.of(text);
    let mut signs: Vec<Sign> = Vec::new();
    let mut letters = held.char_indices().peekable();
    let mut before: Option<char> = None;
    while let Some((at, mark)) = letters.next() {
        let Some(mut kind) = kind(mark) else {
            before = Some(mark);
            continue;
        };
        let mut len = mark.len_utf8();
        // Two typewriter marks are one double one.
        if matches!(mark, '`' | '\'') && letters.peek().is_some_and(|(_, next)| *next == mark) {
            letters.next();
            (kind, len) = (Kind::Double, 2);
        }
        let after = letters.peek().map(|(_, next)| *next);
        let mark = if kind == Kind::Double && len == 2 { '"' } else { mark };
        let starts = before.is_none_or(|c| c.is_whitespace() || "([{—–-/".contains(c) || self::kind(c).is_some());
        let word_follows = after.is_some_and(|c| c.is_alphanumeric() || "[(…".contains(c) || self::kind(c).is_some());
        signs.push(Sign {
            at: span.start() + at,
            len,
            mark: if mark == '`' { '\'' } else { mark },
            kind,
            // `’90s` and `'90s` leave out a century.
            may_open: starts && word_follows && !(kind == Kind::Single && after.is_some_and(char::is_numeric)),
            may_close: after.is_none_or(|c| !c.is_alphanumeric()),
            is_sure: before.is_some_and(|c| ",.!?…;".contains(c)),
            is_possessive: before.is_some_and(|c| matches!(c, 's' | 'S')),
        });
        before = Some(mark);
    }
    signs
}
