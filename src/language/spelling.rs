//! Names as keys and identities: the two foldings that both the program and its build script use.

use crate::text::fold::folded;

/// The folded form under which a word is found: lower case, no diacritics, points or hyphens, so that `St. Petersburg`
/// and `ST PETERSBURG` are one, as are `U.S.` and `US`.
pub(crate) fn key(word: &str) -> String {
    let mut key = folded(word);
    if key.bytes().any(|byte| matches!(byte, b'.' | b'-')) {
        key.retain(|c| c != '.' && c != '-');
    }
    key
}

/// The identity that a name is written as: folded, with hyphens between its words.
pub fn slug(name: &str) -> String {
    let folded = folded(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}
