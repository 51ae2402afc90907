//! A word of a sentence in, what is noticed of it out.

use crate::language::TokenKind;
use crate::meetings::scene::{How, Row};

/// The word at `at` in small letters; `P` for a person's name, `L` for a place, a people or a body, `T` for a time, `#` for a number. It must
/// not matter who it is, or where and when it was.
pub(in crate::meetings) fn plain(row: &Row<'_>, at: usize, out: &mut String) {
    let line = &row.line;
    let sign = if row.date_at(at).is_some() {
        Some('T')
    } else if let Some(actor) = row.actor_at(at).filter(|actor| actor.how == How::Named) {
        Some(if actor.is_person { 'P' } else { 'L' })
    } else if row.spot_at(at).is_some() || row.people_at(at) {
        Some('L')
    } else if line.kind(at) == Some(TokenKind::Number) {
        Some('#')
    } else {
        None
    };
    match sign {
        Some(sign) => out.push(sign),
        None => out.extend(line.word(at).chars().flat_map(char::to_lowercase).map(plain_mark)),
    }
}

/// Typographic marks as those of a typewriter: which of them an outlet prints says nothing of a meeting.
const fn plain_mark(letter: char) -> char {
    match letter {
        '’' | '‘' => '\'',
        '“' | '”' | '«' | '»' => '"',
        other => other,
    }
}
