//! A phrase and a folded text in, the places where the text has it out.
//!
//! **Why:** a phrase goes on over the end of a line and over two spaces, and `art` is not meant where a text says
//! `party`; plain search for a substring knows neither.

use std::borrow::Borrow;
use std::ops::Range;

use memchr::memmem;

/// Letters from here on belong mostly to scripts that put no space between words.
const WITHOUT_SPACES: char = '\u{e00}';

/// Every place of `phrase` in `text`, both folded, in byte offsets of `text`; the phrase has single spaces. A place
/// begins where a word does, and may end within one, so that what is still being typed is found as well.
pub(super) fn places<'a>(text: &'a str, phrase: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    places_with(text, phrase, finder(phrase))
}

/// What finds the first word of `phrase`: worth making only once where there are thousands of texts.
pub(super) fn finder(phrase: &str) -> memmem::Finder<'_> {
    memmem::Finder::new(split(phrase).0.as_bytes())
}

/// The same as [`places`], with the [`finder`] of `phrase`.
pub(super) fn places_with<'a>(
    text: &'a str,
    phrase: &'a str,
    finder: impl Borrow<memmem::Finder<'a>> + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let (first, rest) = split(phrase);
    let mut from = 0;
    // The bytes of whole letters are found at the beginning of a letter only.
    let found = std::iter::from_fn(move || {
        let at = text.as_bytes().get(from..).filter(|_| !first.is_empty());
        let at = from + at.and_then(|rest| finder.borrow().find(rest))?;
        from = at + first.len();
        Some(at)
    });
    found.filter(move |at| begins(text, *at)).filter_map(move |at| {
        let mut end = at + first.len();
        if rest.is_empty() {
            return Some(at..end);
        }
        for word in rest.split(' ').filter(|word| !word.is_empty()) {
            let after = text.get(end..)?;
            let spaces = after.len() - after.trim_start_matches(' ').len();
            end += spaces;
            if spaces == 0 || !text.get(end..)?.starts_with(word) {
                return None;
            }
            end += word.len();
        }
        Some(at..end)
    })
}

/// The first word of a phrase, and the others.
fn split(phrase: &str) -> (&str, &str) {
    phrase.split_once(' ').unwrap_or((phrase, ""))
}

/// Whether a word may begin at this place.
fn begins(text: &str, at: usize) -> bool {
    // Asked for every place of a common letter in every text: mostly a space or a letter stands before it.
    match at.checked_sub(1).and_then(|before| text.as_bytes().get(before)) {
        None => true,
        Some(before) if before.is_ascii() => !before.is_ascii_alphanumeric(),
        Some(_) => {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(|letter| letter.is_alphanumeric() && letter < WITHOUT_SPACES)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, phrase: &str) -> Vec<String> {
        places(text, phrase).filter_map(|place| text.get(place).map(str::to_owned)).collect()
    }

    #[test]
    fn a_phrase_begins_where_a_word_does_and_may_still_be_typed() {
        assert_eq!(found("the party of art and arts", "art"), ["art", "art"]);
        assert_eq!(found("a ceasefire zone", "ceasefire zo"), ["ceasefire zo"]);
        assert!(found("a ceasefire", "fire").is_empty());
    }

    #[test]
    fn a_phrase_goes_on_over_more_than_one_space() {
        assert_eq!(found("in the  end   of it", "the end of"), ["the  end   of"]);
        assert!(found("theend", "the end").is_empty());
    }

    #[test]
    fn scripts_without_spaces_are_searched_letter_by_letter() {
        assert_eq!(found("俄罗斯总统普京", "普京"), ["普京"]);
    }

    #[test]
    fn nothing_is_nowhere() {
        assert!(found("abc", "").is_empty());
        assert!(found("", "abc").is_empty());
    }
}
