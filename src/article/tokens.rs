//! Words and marks of a short line.
//!
//! **In:** a range of the text that may be an opening or a header line. **Out:** its words and punctuation as
//! [`Token`]s. **Why:** datelines are a little language of places, days, agencies and separators; they are easier
//! to read as tokens than as letters.

use super::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Letters or digits, with the marks that belong inside a word (`Sept.`, `D.C.`, `al-Assad`, `18:40`).
    Word,
    Comma,
    Stop,
    Colon,
    Dash,
    Slash,
    Pipe,
    Open,
    Close,
    /// Quotation marks and everything else.
    Other,
}

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) mark: Mark,
    /// Where it stands.
    pub(super) span: Span,
}

/// Words whose dot does not end a sentence, in lower case: months, days, places, titles.
const DOTTED: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "st", "mt", "ft", "pt", "no", "nos", "vol", "mr", "mrs", "ms", "dr",
    "prof", "gen", "col", "lt", "maj", "capt", "cmdr", "adm", "sgt", "gov", "sen", "rep", "rev", "hon", "pres", "min",
    "amb", "sec", "jr", "sr", "vs", "etc", "inc", "ltd", "co", "corp", "bros", "approx", "dept", "est", "fig", "ala",
    "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich",
    "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ont", "ore", "pa", "que", "tenn", "tex", "va", "vt", "wash",
    "wis", "wyo", "messrs", "mme", "mlle", "supt", "insp",
];

/// Whether the dot after `word` belongs to the word: initials (`U.S`, `M`) and the usual abbreviations.
pub(super) fn is_abbreviation(word: &str) -> bool {
    /// No abbreviation is longer, and a word may be as long as the file.
    const LONGEST: usize = 12;
    if word.len() > LONGEST {
        return false;
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_uppercase(),
        (Some(_), Some(_)) => {
            let initials = word.split('.').all(|part| part.chars().count() <= 2) && word.contains('.');
            initials && word.chars().any(char::is_alphabetic)
                || word.len() <= 6 && DOTTED.contains(&word.to_ascii_lowercase().as_str())
        }
        _ => false,
    }
}

/// The first `limit` tokens of `span`.
pub(super) fn tokens(text: &str, span: Span, limit: usize) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(limit.min(32));
    let mut at = span.start();
    while tokens.len() < limit {
        let rest = Span::new(at, span.end()).of(text);
        let skipped = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { break };
        at += skipped;
        let (mark, length) = match mark_of(first, rest) {
            Some(found) => found,
            None => (Mark::Word, word_length(rest)),
        };
        tokens.push(Token { mark, span: Span::new(at, at + length) });
        at += length;
    }
    tokens
}

/// The mark that `rest` begins with, and its length.
fn mark_of(first: char, rest: &str) -> Option<(Mark, usize)> {
    let mark = match first {
        ',' | ';' => Mark::Comma,
        '.' | '…' => Mark::Stop,
        ':' => Mark::Colon,
        '/' => Mark::Slash,
        '|' | '•' | '·' => Mark::Pipe,
        '(' | '[' => Mark::Open,
        ')' | ']' => Mark::Close,
        '–' | '—' | '―' | '−' => Mark::Dash,
        // Wires of old write `(AP) _ The`.
        '_' if rest.starts_with("_ ") => Mark::Dash,
        '-' => {
            let length = rest.len() - rest.trim_start_matches('-').len();
            return Some((Mark::Dash, length));
        }
        _ if first.is_alphanumeric() => return None,
        _ => Mark::Other,
    };
    Some((mark, first.len_utf8()))
}

/// The bytes of the word that `rest` begins with.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        let inside = match c {
            '.' => after.is_alphanumeric() || is_abbreviation(rest.get(..at).unwrap_or_default()),
            ',' | ':' | '–' => before.is_ascii_digit() && after.is_ascii_digit(),
            '/' | '-' | '&' | '+' => before.is_alphanumeric() && after.is_alphanumeric(),
            '\'' | '’' => after.is_alphanumeric(),
            _ => c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'),
        };
        if !inside {
            return at.max(1);
        }
        before = c;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, Span::whole(text), 40).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn an_opening_falls_into_words_and_marks() {
        assert_eq!(
            words("MOSCOW, July 6 /TASS/. Russian"),
            ["MOSCOW", ",", "July", "6", "/", "TASS", "/", ".", "Russian"]
        );
        assert_eq!(
            words("KUALA LUMPUR, March 19 (AFW) -- Talks"),
            ["KUALA", "LUMPUR", ",", "March", "19", "(", "AFW", ")", "--", "Talks"]
        );
    }

    #[test]
    fn marks_inside_words_stay_there() {
        assert_eq!(
            words("WASHINGTON/ROME, Sept. 26, 20.05.2021 | 18:40 al-Assad’s D.C."),
            ["WASHINGTON/ROME", ",", "Sept.", "26", ",", "20.05.2021", "|", "18:40", "al-Assad’s", "D.C."]
        );
        assert_eq!(words("the end. Next"), ["the", "end", ".", "Next"]);
    }

    #[test]
    fn initials_and_usual_abbreviations_keep_their_dot() {
        for word in ["U.S", "M", "St", "Sept", "a.m", "Gen"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["said", "Sochi", "5", "2017", ""] {
            assert!(!is_abbreviation(word), "{word}");
        }
    }
}
