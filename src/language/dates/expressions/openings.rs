//! A word in, the kind of date expression that it may open out.
//!
//! Every word of the library comes by here, and most open nothing; one look at the first letter says so.

use super::month_named;

/// What a word may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `November 13`.
    Month,
    /// `Monday to Friday`.
    Weekday,
    /// `the same day`, `the end of May`, `the sixties`.
    The,
    /// `three days ago`.
    Number,
    /// `over the weekend`.
    Preposition,
    /// `in two weeks’ time`, `in the autumn`.
    In,
    /// `last Friday`.
    Shift,
    /// `that night`.
    That,
    /// `yesterday`.
    Day,
    /// `late September`.
    Part,
    /// `summer of 2012`.
    Season,
    /// `third quarter`.
    Ordinal,
    /// `mid-July`, `Monday-Friday`.
    Hyphened,
    /// `New Year’s Eve`.
    Holiday,
    /// `its second day`.
    Its,
}

/// The words that open date expressions, by their first letter, which settles most words at once.
const OPENINGS: [&[(&str, Opening)]; 26] = {
    use Opening::{Day, Holiday, In, Its, Number, Ordinal, Part, Preposition, Season, Shift, That, The, Weekday};
    const NONE: &[(&str, Opening)] = &[];
    [
        &[("a", Number), ("an", Number), ("at", Preposition), ("autumn", Season)],
        &[("by", Preposition), ("beginning", Part)],
        &[("coming", Shift), ("close", Part), ("christmas", Holiday)],
        &[("day", Day), ("during", Preposition)],
        &[
            ("early", Part),
            ("earlier", Day),
            ("end", Part),
            ("eight", Number),
            ("eleven", Number),
            ("eighteen", Number),
        ],
        &[
            ("for", Preposition),
            ("first", Ordinal),
            ("friday", Weekday),
            ("five", Number),
            ("four", Number),
            ("fourteen", Number),
            ("fifteen", Number),
            ("fourth", Ordinal),
            ("fall", Season),
        ],
        NONE,
        NONE,
        &[("in", In), ("its", Its)],
        NONE,
        NONE,
        &[("last", Shift), ("late", Part), ("latter", Ordinal)],
        &[("monday", Weekday), ("mid", Part), ("middle", Part)],
        &[("next", Shift), ("new", Holiday), ("nine", Number), ("nineteen", Number)],
        &[("on", Preposition), ("over", Preposition), ("one", Number)],
        &[("past", Shift), ("previous", Shift)],
        &[("q1", Ordinal), ("q2", Ordinal), ("q3", Ordinal), ("q4", Ordinal)],
        NONE,
        &[
            ("saturday", Weekday),
            ("sunday", Weekday),
            ("six", Number),
            ("seven", Number),
            ("sixteen", Number),
            ("seventeen", Number),
            ("second", Ordinal),
            ("summer", Season),
            ("spring", Season),
            ("start", Part),
        ],
        &[
            ("the", The),
            ("this", Shift),
            ("that", That),
            ("today", Day),
            ("tomorrow", Day),
            ("tonight", Day),
            ("tuesday", Weekday),
            ("thursday", Weekday),
            ("two", Number),
            ("three", Number),
            ("ten", Number),
            ("twelve", Number),
            ("thirteen", Number),
            ("twenty", Number),
            ("their", Its),
            ("third", Ordinal),
            ("through", Preposition),
            ("throughout", Preposition),
        ],
        NONE,
        NONE,
        &[("wednesday", Weekday), ("winter", Season)],
        NONE,
        &[("yesterday", Day)],
        NONE,
    ]
};

impl Opening {
    /// What `word` may open; `None` for most words.
    pub(super) fn of(word: &str) -> Option<Self> {
        let first = word.as_bytes().first()?;
        let letter = usize::from(first.to_ascii_lowercase().checked_sub(b'a')?);
        let known = OPENINGS.get(letter)?.iter().find(|(other, _)| other.eq_ignore_ascii_case(word));
        if let Some((_, opening)) = known {
            return Some(*opening);
        }
        // A small `may` or `march` is a verb.
        if first.is_ascii_uppercase() && month_named(word).is_some() {
            return Some(Self::Month);
        }
        word.contains('-').then_some(Self::Hyphened)
    }
}
