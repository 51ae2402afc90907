//! A mention's words in, the name as a reader would write it out.
//!
//! **In:** `ANGELA MERKEL`, `President Maria Quilligan`, `the  Foreign Ministry's`. **Out:** `Angela Merkel`, `Maria
//! Quilligan`, `Foreign Ministry`: plain spaces, no article, no possessive, no title, and no capitals but those of
//! abbreviations.

use super::honorific::Gender;
use crate::language::facts::Facts;
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::types::NameKind;

/// White space of any sort as single spaces; no article before it, no possessive ending after it.
pub(super) fn spaced(words: &str) -> String {
    let mut spaced = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if spaced.contains('.') {
        spaced = with_initials_apart(&spaced);
    }
    // Soft hyphens and joiners are seen in the text only.
    spaced.retain(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'));
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = spaced.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            spaced.truncate(stem.len());
        }
    }
    let bare =
        spaced.strip_prefix("the ").or_else(|| spaced.strip_prefix("The ")).or_else(|| spaced.strip_prefix("THE "));
    bare.map_or_else(|| spaced.clone(), str::to_owned)
}

/// `V.V.Putin` as `V.V. Putin`: a space between initials and the word that they are written against.
fn with_initials_apart(words: &str) -> String {
    let mut apart = String::with_capacity(words.len() + 1);
    // Whether a capital with nothing but other initials before it in its word has just got its point.
    let (mut may_begin, mut after_letter, mut after_point) = (true, false, false);
    let mut letters = words.chars().peekable();
    while let Some(c) = letters.next() {
        let begins_word = c.is_uppercase() && letters.peek().is_some_and(|next| next.is_alphabetic());
        if after_point && begins_word {
            apart.push(' ');
        }
        apart.push(c);
        after_point = after_letter && c == '.';
        after_letter = may_begin && c.is_uppercase();
        may_begin = c == ' ' || after_point;
    }
    apart
}

/// Titles of rulers, which stay with a single name: `King Abdullah`.
const REGNAL: &[&str] =
    &["king", "queen", "prince", "princess", "pope", "emperor", "empress", "sultan", "emir", "sheikh", "patriarch"];

/// A person's words without the titles and peoples before them (`Russian President Vladimir Putin`), and whether the
/// titles tell a man from a woman.
pub(super) fn without_titles<'w>(words: &'w str, facts: &Facts) -> (&'w str, Option<Gender>) {
    let mut rest = words;
    let mut gender = None;
    while let Some((first, after)) = rest.split_once(' ') {
        gender = gender.or_else(|| Gender::of_honorific(first));
        let Some(length) = title_length(rest, facts) else { break };
        let left = rest.splitn(length + 1, ' ').nth(length).unwrap_or(after);
        let single = !left.contains(' ');
        let keeps = REGNAL.contains(&key(first).as_str()) || facts.lexicon.is_given_name(&key(first));
        if single && keeps {
            break;
        }
        rest = left;
    }
    (rest, gender)
}

/// How many of the first words are a title, or a people or state before one; `None` where nothing would be left.
fn title_length(words: &str, facts: &Facts) -> Option<usize> {
    const MOST: usize = 5;
    let mut phrase = String::new();
    let mut length = None;
    for (number, word) in words.split(' ').enumerate().take(MOST) {
        let own = key(word);
        if number == 0 && Gender::of_honorific(word).is_some() {
            length = Some(1);
        }
        if number == 0 && !facts.lexicon.begins_phrase(&own) {
            break;
        }
        if number > 0 {
            phrase.push(' ');
        }
        phrase.push_str(&own);
        let mut senses = facts.lexicon.phrase(&phrase, true);
        let before_title = senses.clone().any(|sense| matches!(sense, Sense::Demonym(_) | Sense::State(_)))
            && words.split(' ').count() > 2;
        if before_title || senses.any(|sense| matches!(sense, Sense::Office(_))) {
            length = Some(number + 1);
        }
    }
    length.filter(|length| words.split(' ').count() > *length)
}

/// The name that these words write.
pub(super) fn written(words: &str, kind: NameKind, facts: &Facts) -> String {
    let several = words.contains(' ');
    let loud = !words.chars().any(char::is_lowercase);
    let count = words.split(' ').count();
    let words = words.split(' ').enumerate().map(|(at, word)| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let is_loud = letters > 1 && !word.chars().any(char::is_lowercase) && !word.contains('.');
        let quiet = match kind {
            // "KIM Jong Un" is written so to tell the surname.
            NameKind::Person if is_loud => {
                letters > 3 || several && letters == 3 || loud && several && letters > 1 && !vowelless(word)
            }
            NameKind::Place if is_loud && !several => letters > 4,
            NameKind::Place | NameKind::Organisation | NameKind::Event | NameKind::Document if is_loud => {
                loud && several && letters > 3 && !is_abbreviation(word, facts)
            }
            _ => false,
        };
        if quiet {
            in_small_letters(word, several && at > 0)
        } else if kind == NameKind::Person && several && at + 1 == count && word.chars().all(char::is_lowercase) {
            // A surname that lost its capital.
            capitalised(word)
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn vowelless(word: &str) -> bool {
    !word.chars().any(|c| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y'))
}

fn is_abbreviation(word: &str, facts: &Facts) -> bool {
    let own = key(word);
    facts.lexicon.phrase(&own, true).any(|sense| matches!(sense, Sense::Body(_)))
        && !facts.lexicon.phrase(&own, false).any(|sense| matches!(sense, Sense::Body(_)))
}

/// `MERKEL` as `Merkel`, `AL-ASSAD` as `al-Assad`, `KI-MOON` as `Ki-moon`; small words inside a name have no capital.
fn in_small_letters(word: &str, is_inside: bool) -> String {
    const SMALL: &[&str] = &["al", "el", "bin", "of", "the", "and", "for", "de", "la", "van", "von", "der", "on"];
    let lower = word.to_lowercase();
    if is_inside && SMALL.contains(&lower.as_str()) {
        return lower;
    }
    match lower.split_once('-') {
        Some((article @ ("al" | "el" | "an" | "as" | "ash" | "en"), rest)) => {
            format!("{article}-{}", capitalised(rest))
        }
        // "KI-MOON" is written "Ki-moon", "NAGORNO-KARABAKH" is "Nagorno-Karabakh".
        Some((first, rest)) if rest.len() > 5 || first.len() > 5 => {
            format!("{}-{}", capitalised(first), capitalised(rest))
        }
        _ => capitalised(&lower),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &str, kind: NameKind) -> String {
        written(&spaced(words), kind, Facts::shipped())
    }

    #[test]
    fn names_lose_spaces_articles_possessives_and_capitals() {
        use NameKind::{Organisation, Person, Place};
        for (words, kind, expected) in [
            ("ZORBAX\u{a0}QUILL", Person, "Zorbax Quill"),
            ("KIM Jong Un", Person, "Kim Jong Un"),
            ("BAN KI-MOON", Person, "Ban Ki-moon"),
            ("OMAR AL-QUIL", Person, "Omar al-Quil"),
            ("J.R. QUILL", Person, "J.R. Quill"),
            ("J.R.Quill", Person, "J.R. Quill"),
            ("O.QUILL", Person, "O. Quill"),
            ("Zorbax.Quill", Person, "Zorbax.Quill"),
            ("U.S. Army", Organisation, "U.S. Army"),
            ("Feridun quilloğlu", Person, "Feridun Quilloğlu"),
            ("MBS", Person, "MBS"),
            ("QUILLIGAN", Person, "Quilligan"),
            ("The  Foreign\nMinistry", Organisation, "Foreign Ministry"),
            ("Zor\u{ad}bax Quill", Person, "Zorbax Quill"),
            ("QUILLIGAN’s", Person, "Quilligan"),
            ("FOREIGN MINISTRY", Organisation, "Foreign Ministry"),
            ("US ARMY", Organisation, "US Army"),
            ("ZQX", Organisation, "ZQX"),
            ("ZORBAXHAVEN", Place, "Zorbaxhaven"),
            ("UAE", Place, "UAE"),
        ] {
            assert_eq!(name(words, kind), expected, "{words}");
        }
    }

    #[test]
    fn titles_and_peoples_come_off_and_rulers_keep_theirs() {
        let bare = |words: &'static str| without_titles(words, Facts::shipped()).0;
        assert_eq!(bare("Russian President Zorbax Quill"), "Zorbax Quill");
        assert_eq!(bare("US Secretary of State Zorbax Quill"), "Zorbax Quill");
        assert_eq!(bare("Mr Quill"), "Quill");
        assert_eq!(bare("Mrs. Quill"), "Quill");
        assert_eq!(bare("King Zorbax"), "King Zorbax");
        assert_eq!(bare("Zorbax Quill"), "Zorbax Quill");
        assert_eq!(bare("President"), "President");
    }
}
