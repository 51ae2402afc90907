//! Text folded for comparison.
//!
//! **In:** text as it was written. **Out:** the same in lower case, without diacritics, with plain spaces, quotes
//! and dashes, and the way back to the original letters. **Why:** whoever types `erdogan` means `Erdoğan`, one
//! outlet's `St Petersburg` has a no-break space, and what matched has to be shown as it was written.

use unicode_normalization::UnicodeNormalization;

use super::offsets::{MapBuilder, OffsetMap};

/// Text folded for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// From the folded text's offsets to the original's, whole characters with their marks.
    pub map: OffsetMap,
}

/// Folds `text` and keeps the way back.
pub fn fold(text: &str) -> Folded {
    if text.is_ascii() {
        return Folded { text: fold_ascii(text), map: OffsetMap::identity() };
    }
    let mut folded = String::with_capacity(text.len());
    let mut map = MapBuilder::default();
    let mut rest = text;
    loop {
        let plain = plain_run(rest);
        push_ascii(rest.get(..plain).unwrap_or_default(), &mut folded);
        map.copy(plain);
        rest = rest.get(plain..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        let before = folded.len();
        fold_char(first, &mut folded);
        // Marks that fold to nothing belong to the letter before them.
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let marks = after.len() - after.trim_start_matches(is_mark).len();
        let original = first.len_utf8() + marks;
        let derived = folded.get(before..).unwrap_or_default();
        if derived.len() == original && marks == 0 && derived.chars().count() == 1 {
            map.copy(original);
        } else {
            map.replace(original, derived.len());
        }
        rest = after.get(marks..).unwrap_or_default();
    }
    Folded { text: folded, map: map.finish() }
}

/// Folds `text` where the way back is not needed.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let plain = plain_run(rest);
        push_ascii(rest.get(..plain).unwrap_or_default(), &mut folded);
        let mut others = rest.get(plain..).unwrap_or_default().chars();
        let Some(first) = others.next() else { return folded };
        fold_char(first, &mut folded);
        rest = others.as_str();
    }
}

fn fold_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_ascii(text, &mut folded);
    folded
}

fn push_ascii(text: &str, folded: &mut String) {
    let start = folded.len();
    // A word has no such space in it.
    if !text.bytes().any(|byte| matches!(byte, b'\t'..=b'\r')) {
        folded.push_str(text);
        if let Some(copy) = folded.get_mut(start..) {
            copy.make_ascii_lowercase();
        }
        return;
    }
    // Line by line: a text of megabytes is folded before anyone looks for something in it.
    for piece in text.split_inclusive(|c: char| matches!(c, '\t'..='\r')) {
        folded.push_str(piece);
        if piece.ends_with(|c: char| matches!(c, '\t'..='\r')) {
            folded.pop();
            folded.push(' ');
        }
    }
    if let Some(copy) = folded.get_mut(start..) {
        copy.make_ascii_lowercase();
    }
}

/// The bytes of ASCII that `text` begins with, without a last letter that a mark follows.
fn plain_run(text: &str) -> usize {
    let ascii = text.bytes().position(|b| !b.is_ascii()).unwrap_or(text.len());
    let marked = text.get(ascii..).is_some_and(|rest| rest.starts_with(is_mark));
    if marked { ascii.saturating_sub(1) } else { ascii }
}

/// Appends what `c` folds to: nothing, one character or several.
fn fold_char(c: char, folded: &mut String) {
    match c {
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        // Hangul syllables would decompose into letters, which makes them longer and nothing easier to find.
        '!'..='~' | '\u{ac00}'..='\u{d7a3}' => folded.push(c),
        // Quotes and dashes are frequent and have no parts. Accents that stand alone are used as quotes, and would
        // decompose into a space.
        '\u{b4}' | '\u{2010}' | '\u{2012}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{2033}' => fold_part(c, folded),
        _ if c.is_whitespace() => folded.push(' '),
        _ => {
            for part in std::iter::once(c).nfkd().filter(|part| !is_mark(*part)) {
                for lower in part.to_lowercase().filter(|lower| !is_mark(*lower)) {
                    fold_part(lower, folded);
                }
            }
        }
    }
}

/// Appends a lower-case letter or other character, without strokes, ligatures and typography.
fn fold_part(c: char, folded: &mut String) {
    let plain = match c {
        '\u{b4}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2039}' | '\u{203a}' | '\u{2b9}' | '\u{2bc}' => '\'',
        '«' | '»' | '\u{201c}'..='\u{201f}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2044}' => '/',
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ŧ' => 't',
        'ŋ' => 'n',
        // Azerbaijani names are written with an `a` elsewhere: Əliyev, Aliyev.
        'ə' => 'a',
        'ς' => 'σ',
        'ß' => return folded.push_str("ss"),
        'æ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        'þ' => return folded.push_str("th"),
        _ if c.is_whitespace() => ' ',
        _ => c,
    };
    folded.push(plain);
}

/// Diacritics: accents of the Latin, Greek and Cyrillic scripts, vowel points of Hebrew and Arabic. The vowel signs
/// of Indian scripts are letters in all but name and stay. Soft hyphens, joiners and zero width spaces are no more
/// worth comparing.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use proptest::prelude::*;

    #[test]
    fn case_and_diacritics_are_folded_away() {
        assert_eq!(folded("ERDOĞAN"), "erdogan");
        assert_eq!(folded("Erdog\u{306}an"), "erdogan");
        assert_eq!(folded("İlham Əliyev"), "ilham aliyev");
        assert_eq!(
            folded("Wałęsa, Ørsted, Đinđić, Weiß, Æsir, Œuvre, Ísafjörður, Þór, ızgara"),
            "walesa, orsted, dindic, weiss, aesir, oeuvre, isafjordur, thor, izgara"
        );
        assert_eq!(folded("Сергей Лавров ЁЖ"), "сергеи лавров еж");
    }

    #[test]
    fn soft_characters_are_folded_away() {
        assert_eq!(folded("Or\u{ad}vi\u{200d}n\u{200b} \u{2060}Asta\u{feff}"), "orvin asta");
        let Folded { text, map } = fold("\u{ad}Or\u{ad}vin");
        assert_eq!((text.as_str(), map.original_offset(2)), ("orvin", 6));
    }

    #[test]
    fn spaces_quotes_and_dashes_become_plain() {
        assert_eq!(
            folded("St\u{a0}Petersburg\u{2009}–\u{3000}“‘Astana’” «x»\n"),
            "st petersburg - \"'astana'\" \"x\" "
        );
        assert_eq!(folded("a\tb\nc"), "a b c");
    }

    #[test]
    fn vowel_signs_of_indian_scripts_stay() {
        assert_eq!(folded("मोदी"), "मोदी");
    }

    #[test]
    fn a_match_in_folded_text_leads_back_to_the_letters_as_written() {
        let original = "President ERDOG\u{306}AN and Weiß met";
        let Folded { text, map } = fold(original);
        let written = |word: &str| {
            let at = text.find(word).unwrap();
            map.original(Span::new(at, at + word.len())).of(original)
        };
        assert_eq!(written("erdogan"), "ERDOG\u{306}AN");
        assert_eq!(written("g"), "G\u{306}");
        assert_eq!(written("wei"), "Wei");
        assert_eq!(written("weis"), "Weiß");
        assert_eq!(written("met"), "met");
    }

    #[test]
    fn ascii_needs_no_map() {
        assert!(fold("Plain\ttext").map.is_identity());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn both_ways_of_folding_agree_and_every_character_leads_back(text in "[a-zA-ZğĞßŒﬁ½…é\u{301}\u{306}\u{ad}\u{200b} \u{a0}習한नि–“]{0,30}|\\PC{0,30}") {
            let Folded { text: once, map } = fold(&text);
            prop_assert_eq!(&once, &folded(&text));
            let mut last = 0;
            for (at, c) in once.char_indices() {
                let original = map.original(Span::new(at, at + c.len_utf8()));
                prop_assert!(Span::checked(&text, original.start(), original.end()).is_some());
                prop_assert!(!original.is_empty() && original.start() >= last);
                last = original.start();
            }
        }
    }
}
