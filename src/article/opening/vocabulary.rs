//! Words that openings are made of, and words that only look like it.
//!
//! **In:** a word or a few. **Out:** whether they can name a place, begin a sentence, name a speaker or announce a
//! kind of story. **Why:** `ULUNDI -` opens a story; `EXCLUSIVE -`, `MODERATOR:` and `On November 20,` do not.

use crate::article::days::is_calendar_word;
use crate::article::furniture;

/// Whether a word can be part of a place's name.
pub(super) fn is_place_word(word: &str, first: bool) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "da", "do", "dos", "das", "del", "di", "la", "le", "el", "al", "of", "and", "on", "upon", "the", "am",
        "an", "der", "den", "sur", "y", "e",
    ];
    if word.starts_with(char::is_uppercase) {
        return !is_calendar_word(word);
    }
    !first && PARTICLES.contains(&word)
}

/// Words that a sentence begins with, and no place.
const OPENERS: &[&str] = &[
    "A",
    "After",
    "All",
    "An",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "During",
    "Early",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Late",
    "Next",
    "No",
    "On",
    "One",
    "Our",
    "Over",
    "She",
    "Since",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "Today",
    "Tomorrow",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "With",
    "Yesterday",
    "You",
];

/// Words that begin sentences, not datelines.
pub(super) fn is_sentence_opener(word: &str) -> bool {
    OPENERS.contains(&word)
}

/// `PRESIDENT BIDEN: Thank you.`: a speaker, not a place.
pub(super) fn is_office(words: &str) -> bool {
    const OFFICES: &[&str] = &[
        "president",
        "minister",
        "chancellor",
        "secretary",
        "senator",
        "ambassador",
        "governor",
        "mayor",
        "king",
        "queen",
        "prince",
        "chairman",
        "chair",
        "co-chair",
        "moderator",
        "official",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "general",
        "director",
        "commissioner",
        "representative",
        "premier",
        "speaker",
        "interviewer",
        "reporter",
        "journalist",
        "host",
        "mr",
        "ms",
        "mrs",
        "dr",
        "sir",
    ];
    let many = words.split_whitespace().count() > 3;
    many || words.split_whitespace().any(|word| OFFICES.contains(&word.trim_end_matches('.').to_lowercase().as_str()))
}

/// Words in capitals that announce the kind of story, not its place.
pub(in crate::article) fn is_kicker(words: &str) -> bool {
    furniture::is_kicker(words.trim_end_matches(':'))
}
