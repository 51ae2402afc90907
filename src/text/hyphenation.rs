//! Where an English word may be divided at the end of a row.
//!
//! **In:** a word with the punctuation around it; or a whole text. **Out:** the places where a hyphen may be put; or
//! whether the text is English, whose patterns are the only ones here. **Why:** an even margin without hyphens has
//! holes in it; a wrong division stops the eye more than a hole does.
//!
//! The patterns are Liang's (*Word Hy-phen-a-tion by Com-put-er*, 1983), as TeX has them for American English, by way of
//! hypher. What is never divided follows Robert Bringhurst, *The Elements of Typographic Style*, 2.4.

use hypher::{Lang, hyphenate_bounded};

/// Shorter words are not divided.
const SHORTEST: usize = 6;
/// Longer ones are no English words. (hypher takes up to 45 bytes.)
const LONGEST: usize = 40;
/// At least two letters stay behind, at least three go to the next row.
const BEFORE: usize = 2;
const AFTER: usize = 3;

/// Common words of English that its neighbours do not share.
const COMMON: &[&str] = &["the", "and", "that", "with", "which", "from", "has", "have", "were", "this", "of", "to"];
/// So many of a hundred words they have to be. In English prose they are about twenty.
const COMMON_SHARE: usize = 8;
/// How many words are looked at to tell the language.
const WORDS_LOOKED_AT: usize = 2_000;

/// The places in a word, in bytes, where a hyphen may be put to divide it.
///
/// Only a word in small letters is divided, with or without punctuation around it and a possessive `’s`: capitals
/// belong to names and abbreviations, and an inner hyphen, dot or digit to compounds, addresses and numbers.
pub fn syllables(word: &str) -> Vec<usize> {
    let rest = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let core = rest.trim_end_matches(|c: char| !c.is_alphabetic());
    let core = ["’s", "'s"].iter().find_map(|genitive| core.strip_suffix(genitive)).unwrap_or(core);
    if !(SHORTEST..=LONGEST).contains(&core.len()) || !core.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut at = word.len() - rest.len();
    let mut places = Vec::new();
    // Patterns tuned to single words part a lone consonant from both its neighbours elsewhere (de-c-la-ra-tion). The
    // first syllable begins the word.
    let mut joins = true;
    let mut put = |syllable: &str| {
        let lone = !syllable.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if !joins && !lone {
            places.push(at);
        }
        joins = lone;
        at += syllable.len();
    };
    match exception(core) {
        Some(spelled) => spelled.split('-').for_each(&mut put),
        None => hyphenate_bounded(core, Lang::English, BEFORE, AFTER).for_each(&mut put),
    }
    places
}

/// How a word is divided that the patterns divide wrongly; undivided where it depends on the meaning (to pre-sent a
/// pres-ent). From "associate" to "retribution" the list is the one that belongs to TeX's patterns.
fn exception(word: &str) -> Option<&'static str> {
    Some(match word {
        "associate" => "as-so-ciate",
        "associates" => "as-so-ciates",
        "declination" => "dec-li-na-tion",
        "obligatory" => "oblig-a-tory",
        "philanthropic" => "phil-an-thropic",
        "present" => "present",
        "presents" => "presents",
        "project" => "project",
        "projects" => "projects",
        "reciprocity" => "reci-procity",
        "recognizance" => "re-cog-ni-zance",
        "reformation" => "ref-or-ma-tion",
        "retribution" => "ret-ri-bu-tion",
        "academic" => "aca-dem-ic",
        "academics" => "aca-dem-ics",
        "democrat" => "demo-crat",
        "democrats" => "demo-crats",
        "democratic" => "demo-crat-ic",
        "really" => "really",
        "therapist" => "ther-a-pist",
        "therapists" => "ther-a-pists",
        "desert" => "desert",
        "deserts" => "deserts",
        "invalid" => "invalid",
        "produce" => "produce",
        "progress" => "progress",
        "rebels" => "rebels",
        "record" => "record",
        "records" => "records",
        "refuse" => "refuse",
        _ => return None,
    })
}

/// Whether a text is in English, by the share of its most common words.
pub fn is_english(text: &str) -> bool {
    let (mut words, mut common) = (0, 0);
    for word in text.split_whitespace().take(WORDS_LOOKED_AT) {
        words += 1;
        common += usize::from(COMMON.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    common * 100 >= words * COMMON_SHARE && common > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn divided(word: &str) -> String {
        let mut parts = Vec::new();
        let mut at = 0;
        for place in syllables(word) {
            parts.push(word.get(at..place).unwrap());
            at = place;
        }
        parts.push(word.get(at..).unwrap());
        parts.join("|")
    }

    #[test]
    fn words_are_divided_between_syllables() {
        assert_eq!(divided("negotiation"), "ne|go|ti|a|tion");
        assert_eq!(divided("harbourmaster"), "har|bour|mas|ter");
    }

    #[test]
    fn punctuation_and_a_possessive_stay_with_their_word() {
        assert_eq!(divided("“settlement,”"), "“set|tle|ment,”");
        assert_eq!(divided("government’s¹"), "gov|ern|ment’s¹");
    }

    #[test]
    fn capitals_short_words_compounds_addresses_and_numbers_stay_whole() {
        for word in ["Halvorsen", "NORTHERN", "ferry", "long-standing", "harbour.example", "b2b-ready", "naïveté", ""]
        {
            assert_eq!(divided(word), word);
        }
    }

    #[test]
    fn what_the_patterns_divide_wrongly_is_mended() {
        assert_eq!(divided("associates"), "as|so|ciates");
        assert_eq!(divided("present"), "present");
        assert_eq!(divided("declaration"), "decla|ra|tion");
        assert_eq!(divided("democratic"), "demo|crat|ic");
    }

    #[test]
    fn english_is_told_from_its_neighbours_and_from_nothing() {
        assert!(is_english("The board met in the harbour and agreed that the ferries have to wait."));
        assert!(!is_english("Der Rat trat am Hafen zusammen und beschloss, dass die Schiffe warten sollen."));
        assert!(!is_english("Het bestuur kwam in de haven bijeen en besloot dat de schepen moeten wachten of varen."));
        assert!(!is_english("首脳会談は港町で開催へ"));
        assert!(!is_english(""));
    }

    proptest! {
        #[test]
        fn any_word_is_divided_inside_and_in_order(word in "\\PC{0,50}|[a-z]{4,60}") {
            let places = syllables(&word);
            prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(places.iter().all(|at| *at >= BEFORE && word.len() - at >= AFTER && word.is_char_boundary(*at)));
        }
    }
}
