//! A range of text in, its words, numbers and marks out.
//!
//! Written by hand because every later step depends on where news prose cuts its words: `U.S.` is one word and
//! `U.N.-brokered` is three, `al-Assad` and `Ban Ki-moon` keep their hyphens, `Putin's` loses its ending, and a
//! no-break space is a space. One pass over the characters, no allocation but the output.

use unicode_normalization::char::is_combining_mark;

use super::types::{Token, TokenKind};
use crate::text::Span;

/// Abbreviations whose point belongs to them and does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "Adm", "Apr", "Aug", "Brig", "Capt", "Co", "Col", "Corp", "Dec", "Dr", "Feb", "Fr", "Ft", "Gen", "Gov", "Hon",
    "Inc", "Jan", "Jr", "Jul", "Jun", "Lt", "Ltd", "Maj", "Mar", "Mr", "Mrs", "Ms", "Mt", "No", "Nov", "Oct", "Prof",
    "Rep", "Rev", "Sen", "Sep", "Sept", "Sgt", "Sr", "St", "Ste", "vs",
];

/// Appends the tokens of `span` in `text` to `out`, in order; offsets count from the start of `text`.
pub(crate) fn tokens_in(text: &str, span: Span, out: &mut Vec<Token>) {
    let held = span.of(text);
    let mut at = 0;
    while let Some(rest) = held.get(at..)
        && let Some(first) = rest.chars().next()
    {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (length, kind) = if first.is_alphabetic() {
            (word_length(rest), TokenKind::Word)
        } else if first.is_ascii_digit() {
            (number_length(rest), TokenKind::Number)
        } else if let Some(length) = possessive_length(rest) {
            (length, TokenKind::Possessive)
        } else {
            (first.len_utf8(), TokenKind::Mark)
        };
        out.push(Token { span: Span::new(span.start() + at, span.start() + at + length), kind });
        at += length;
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Length in bytes of `'s` at the start of `rest`, where it ends there.
fn possessive_length(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let apostrophe = chars.next().filter(|&c| is_apostrophe(c))?;
    chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    (!chars.next().is_some_and(char::is_alphanumeric)).then_some(apostrophe.len_utf8() + 1)
}

/// Length in bytes of the word at the start of `rest`, which begins with a letter.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    // Start of the stretch of letters since the last joint, to judge initials and hyphens by.
    let mut stretch = 0;
    loop {
        // Most letters are ASCII, and of these nothing more need be known.
        let plain = rest.as_bytes().get(end..).unwrap_or_default();
        end += plain.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(tail) = rest.get(end..) else { break };
        let Some(c) = tail.chars().next() else { break };
        let after = tail.get(c.len_utf8()..).unwrap_or_default();
        let next = after.chars().next();
        let letters = rest.get(stretch..end).unwrap_or_default();
        let in_address = c == '.' && is_address(letters, after);
        let joins = if c.is_alphanumeric() || is_combining_mark(c) {
            end += c.len_utf8();
            continue;
        } else if c == '.' {
            // Initials: "U.S.", "F.W.", "V." keep their points.
            is_initial(letters) || in_address
        } else if is_apostrophe(c) {
            next.is_some_and(char::is_alphabetic) && possessive_length(tail).is_none()
        } else {
            is_hyphen(c) && hyphen_joins(letters, after)
        };
        if !joins {
            break;
        }
        end += c.len_utf8();
        stretch = end;
        if c == '.' && !in_address && !next.is_some_and(|n| n.is_uppercase() && is_initial_next(after)) {
            break;
        }
    }
    if rest.as_bytes().get(end) != Some(&b'.') {
        return end;
    }
    let word = rest.get(..end).unwrap_or_default();
    // "Vice-Adm.", "Maj.-Gen.": the last part counts.
    let part = word.rsplit(is_hyphen).next().unwrap_or(word);
    if ABBREVIATIONS.contains(&part) { end + 1 } else { end }
}

/// What the last parts of addresses on the net are, or the last but one (`co.uk`). None is a word that a sentence begins with:
/// `talks.In` lacks a blank.
const DOMAINS: &[&str] = &[
    "ac", "ae", "ar", "au", "biz", "br", "ca", "ch", "cn", "co", "com", "cz", "de", "dk", "edu", "eg", "es", "eu",
    "fi", "fr", "gov", "gr", "hu", "id", "ie", "il", "info", "int", "io", "ir", "jp", "ke", "kr", "kz", "mil", "mx",
    "net", "news", "ng", "nl", "nz", "org", "ph", "pk", "pl", "pt", "qa", "ro", "rs", "ru", "sa", "se", "sg", "sy",
    "th", "tn", "tr", "tv", "tw", "ua", "uk", "vn", "za",
];

/// Whether a point between `before` and `after` stands in an address on the net: `GOV.UK`, `Cargo.org`. No blank follows it, and a
/// capital only where all are capitals.
fn is_address(before: &str, after: &str) -> bool {
    let label = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (label, rest) = after.split_at_checked(label).unwrap_or_default();
    let is_small = label.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_capital = !before.contains(char::is_lowercase) && label.bytes().all(|byte| byte.is_ascii_uppercase());
    before.len() > 1
        && (is_small || is_capital)
        && !rest.starts_with(char::is_alphanumeric)
        && (before.eq_ignore_ascii_case("www") || DOMAINS.contains(&label.to_ascii_lowercase().as_str()))
}

fn is_initial(letters: &str) -> bool {
    let mut chars = letters.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none() || LETTERS.contains(&letters)
}

/// Initials of two letters, which are one in the script that they are written in: `Yu. Orlov`.
const LETTERS: &[&str] = &["Ch", "Kh", "Sh", "Ts", "Ya", "Yu", "Zh"];

/// Whether `after` begins with one capital and a point, so that an abbreviation in initials goes on.
fn is_initial_next(after: &str) -> bool {
    let mut chars = after.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.')
}

/// Whether a hyphen between `before` and `after` stays inside the word.
fn hyphen_joins(before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next().filter(|c| c.is_alphanumeric()) else { return false };
    if next.is_uppercase() || next.is_ascii_digit() {
        return true;
    }
    // "Ki-moon", "Jong-un" stay whole; "US-led", "war-plagued", "long-term" fall apart.
    let mut letters = before.chars();
    let capitalised = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let second = after.chars().take_while(|c| c.is_alphanumeric()).count();
    capitalised && (2..=5).contains(&before.chars().count()) && (2..=5).contains(&second)
}

/// Length in bytes of the number at the start of `rest`, which begins with a digit.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let run = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut end = run(0);
    // An ISO date is one number: 2017-11-21.
    if end == 4 && bytes.get(4) == Some(&b'-') && run(5) == 2 && bytes.get(7) == Some(&b'-') && run(8) == 2 {
        return 10;
    }
    while matches!(bytes.get(end), Some(b'.' | b',' | b':' | b'/')) && digit(end + 1) {
        end += 1 + run(end + 1);
    }
    let ending = rest.get(end..end + 2).unwrap_or_default().to_ascii_lowercase();
    let closed = !rest.get(end + 2..).and_then(|tail| tail.chars().next()).is_some_and(char::is_alphanumeric);
    if matches!(ending.as_str(), "st" | "nd" | "rd" | "th") && closed { end + 2 } else { end }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokens_in(text, Span::whole(text), &mut out);
        out.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn initials_keep_their_points_and_lose_what_hangs_on_them() {
        assert_eq!(words("the U.N.-brokered deal"), ["the", "U.N.", "-", "brokered", "deal"]);
        assert_eq!(words("F.W. de Klerk"), ["F.W.", "de", "Klerk"]);
        assert_eq!(words("US-led"), ["US", "-", "led"]);
    }

    #[test]
    fn abbreviations_keep_their_points_behind_a_hyphen_too() {
        assert_eq!(words("Rear-Adm. Holt and Col. Berg"), ["Rear-Adm.", "Holt", "and", "Col.", "Berg"]);
        assert_eq!(words("He said no-one. Holt"), ["He", "said", "no", "-", "one", ".", "Holt"]);
    }

    #[test]
    fn hyphens_stay_inside_names() {
        assert_eq!(words("Ban Ki-moon and al-Assad"), ["Ban", "Ki-moon", "and", "al-Assad"]);
        assert_eq!(words("war-plagued Nagorno-Karabakh"), ["war", "-", "plagued", "Nagorno-Karabakh"]);
    }

    #[test]
    fn possessives_stand_apart_and_apostrophes_inside_names_do_not() {
        assert_eq!(words("Turkey’s O'Donnell"), ["Turkey", "’s", "O'Donnell"]);
        assert_eq!(words("the leaders’ words"), ["the", "leaders", "’", "words"]);
    }

    #[test]
    fn no_break_spaces_separate_words() {
        assert_eq!(words("on\u{a0}phone with\u{a0}Trump"), ["on", "phone", "with", "Trump"]);
    }

    #[test]
    fn dates_and_ordinals_are_one_number_and_ranges_are_two() {
        assert_eq!(words("2017-11-21, 13.11.2017"), ["2017-11-21", ",", "13.11.2017"]);
        assert_eq!(words("May 3-4, the 26th"), ["May", "3", "-", "4", ",", "the", "26th"]);
    }

    #[test]
    fn abbreviations_keep_their_point() {
        assert_eq!(words("Sept. 26 in St. Petersburg."), ["Sept.", "26", "in", "St.", "Petersburg", "."]);
    }

    #[test]
    fn an_address_on_the_net_is_one_word() {
        assert_eq!(words("published on GOV.UK. Cargo.org"), ["published", "on", "GOV.UK", ".", "Cargo.org"]);
        assert_eq!(words("gov.uk’s page, www.quay.co.uk"), ["gov.uk", "’s", "page", ",", "www.quay.co.uk"]);
        for apart in [
            "in Govt. UK officials",
            "the Gov. UK ties",
            "He left.UK envoys came",
            "They met in Sarn.Com on",
            "It is.De Vries",
        ] {
            assert!(
                !words(apart).iter().any(|word| word.trim_end_matches('.').contains('.')),
                "{apart}: {:?}",
                words(apart)
            );
        }
        assert_eq!(words("the U.K. and the U.S."), ["the", "U.K.", "and", "the", "U.S."]);
        assert_eq!(words("St.Petersburg and Sunday.Monday"), ["St.", "Petersburg", "and", "Sunday", ".", "Monday"]);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_cover_everything_but_white_space(text in "\\PC{0,200}") {
            let mut out = Vec::new();
            tokens_in(&text, Span::whole(&text), &mut out);
            let mut at = 0;
            for token in &out {
                let gap = text.get(at..token.span.start()).unwrap();
                prop_assert!(gap.chars().all(char::is_whitespace));
                prop_assert!(!token.span.of(&text).is_empty());
                at = token.span.end();
            }
            prop_assert!(text.get(at..).unwrap().chars().all(char::is_whitespace));
        }
    }
}
