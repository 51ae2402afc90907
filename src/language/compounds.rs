//! Tokens in; the same with those parted that a hyphen makes of two names, or of a name and a small word, out.
//!
//! `Russian-Turkish` talks have two sides, `pro-Russian` is about Russians and `Saudi-led` about Saudis, while `Nagorno-Karabakh`, `Ban Ki-moon`
//! and `al-Assad` are one word each. The letters alone don't tell these apart; what the gazetteer knows does. (So this
//! is no part of the tokeniser, by whose tokens the gazetteer is built.)

use super::gazetteer::Gazetteer;
use super::gazetteer::class::{DEMONYM, STATE};
use super::gazetteer::hash::PhraseHash;
use super::types::{Token, TokenKind};
use crate::text::Span;

/// What may stand in lower case before a hyphen and a name without being a part of the name.
const PREFIXES: &[&str] =
    &["anti", "ex", "inter", "intra", "mid", "non", "pan", "post", "pre", "pro", "then", "trans", "un"];

/// What may stand in lower case after a name and a hyphen without being a part of the name, besides participles in
/// `-ed`. No syllable of a Korean name is among them.
const TAILS: &[&str] =
    &["born", "bound", "built", "era", "held", "led", "like", "made", "only", "run", "style", "wide"];

/// Parts the compounds among the tokens of `text` from number `begin` on.
pub(super) fn part(text: &str, begin: usize, tokens: &mut Vec<Token>) {
    let own = tokens.get(begin..).unwrap_or_default();
    let Some(first) = own.iter().position(|token| !parts(text, *token).is_empty()) else { return };
    let rest = tokens.split_off(begin + first);
    for token in rest {
        let parts = parts(text, token);
        if parts.is_empty() {
            tokens.push(token);
        }
        tokens.extend(parts);
    }
}

/// What the compound `token` falls into: words and hyphens in turn. Nothing if it is whole.
fn parts(text: &str, token: Token) -> Vec<Token> {
    let word = token.span.of(text);
    // Most words have none of the bytes that a hyphen begins with.
    if !word.bytes().any(|byte| matches!(byte, b'-' | 0xe2)) {
        return Vec::new();
    }
    let hyphens = || word.match_indices(['-', '\u{2010}', '\u{2011}']);
    if token.kind != TokenKind::Word || hyphens().next().is_none() {
        return Vec::new();
    }
    let cut = match hyphens().next() {
        Some((at, hyphen)) if has_prefix(word, at) || has_tail(word, at, hyphen) => 1,
        _ if is_pair(word) => usize::MAX,
        _ => return Vec::new(),
    };
    let mut parts = Vec::new();
    let mut start = token.span.start();
    for (at, hyphen) in hyphens().take(cut) {
        let at = token.span.start() + at;
        parts.push(Token { span: Span::new(start, at), kind: TokenKind::Word });
        parts.push(Token { span: Span::new(at, at + hyphen.len()), kind: TokenKind::Mark });
        start = at + hyphen.len();
    }
    parts.push(Token { span: Span::new(start, token.span.end()), kind: TokenKind::Word });
    parts
}

/// Whether a prefix in lower case stands before the hyphen at byte `at`, and a capital after it.
fn has_prefix(word: &str, at: usize) -> bool {
    let (before, after) = (word.get(..at).unwrap_or_default(), word.get(at..).unwrap_or_default());
    PREFIXES.contains(&before) && after.chars().nth(1).is_some_and(char::is_uppercase)
}

/// Whether a capital stands before the only hyphen, at byte `at`, and a tail after it.
fn has_tail(word: &str, at: usize, hyphen: &str) -> bool {
    let tail = word.get(at + hyphen.len()..).unwrap_or_default();
    let participle = tail.len() > 3 && tail.ends_with("ed") && tail.chars().all(char::is_lowercase);
    word.starts_with(char::is_uppercase) && (participle || TAILS.contains(&tail))
}

/// Whether every part is a state or a people, and the whole is not.
fn is_pair(word: &str) -> bool {
    let is_state = |word: &str| {
        let phrase = PhraseHash::EMPTY.extend(PhraseHash::word(word));
        Gazetteer::shipped().look_up(phrase).classes & (STATE | DEMONYM) != 0
    };
    let mut parts = word.split(['-', '\u{2010}', '\u{2011}']);
    parts.all(|part| part.chars().next().is_some_and(char::is_uppercase) && is_state(part)) && !is_state(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::language::tokens::tokens_in;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokens_in(text, Span::whole(text), &mut tokens);
        part(text, 0, &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn two_states_or_peoples_joined_by_a_hyphen_are_two_words() {
        assert_eq!(words("the Norwegian-Swedish border"), ["the", "Norwegian", "-", "Swedish", "border"]);
        assert_eq!(words("a Chile-Peru-Bolivia pact"), ["a", "Chile", "-", "Peru", "-", "Bolivia", "pact"]);
    }

    #[test]
    fn a_name_that_has_a_hyphen_of_its_own_stays_whole() {
        assert_eq!(words("in Guinea-Bissau"), ["in", "Guinea-Bissau"]);
        assert_eq!(words("in Nagorno-Karabakh"), ["in", "Nagorno-Karabakh"]);
        assert_eq!(words("Omar al-Quil"), ["Omar", "al-Quil"]);
    }

    #[test]
    fn a_prefix_in_lower_case_is_a_word_of_its_own() {
        assert_eq!(words("pro-Norwegian voters"), ["pro", "-", "Norwegian", "voters"]);
        assert_eq!(words("ex-Quilligan aide"), ["ex", "-", "Quilligan", "aide"]);
        assert_eq!(words("sub-Saharan heat"), ["sub-Saharan", "heat"]);
    }

    #[test]
    fn a_participle_after_a_name_is_a_word_of_its_own() {
        assert_eq!(words("the Saudi-led force"), ["the", "Saudi", "-", "led", "force"]);
        assert_eq!(words("a Paris-based bank"), ["a", "Paris", "-", "based", "bank"]);
        assert_eq!(words("Oslo-born Quill"), ["Oslo", "-", "born", "Quill"]);
        assert_eq!(words("Ban Ki-moon, Kim Jong-un"), ["Ban", "Ki-moon", ",", "Kim", "Jong-un"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_but_white_space(text in "([A-Z]?[a-z]{0,6}[ -]?|Norwegian-|pro-|é-){0,12}") {
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&words(&text).concat()), letters(&text));
        }
    }
}
