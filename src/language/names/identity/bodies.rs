//! Mentions of bodies, places, events and documents in, what each is out.
//!
//! What the tables know by spelling or by sound keeps its identity there. An abbreviation in brackets after a long form
//! (`Institute for Quilling (IQ)`) stands for it from then on; one that fits the first letters of just one
//! long form does too. Spellings that differ by rule only (`organisation`, `organization`) are one.

use std::collections::HashMap;

use super::canonical::{spaced, written};
use super::{Identity, of_sense, plain};
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::names::{Found, heads};
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::transliteration::{body_sound, without_article};
use crate::language::types::NameKind;

/// For each of `found`, what it is if it is not a person.
pub(super) fn assign(lines: &[Line<'_>], found: &[Found], facts: &Facts) -> Vec<Option<Identity>> {
    let mut forms: HashMap<String, Identity> = HashMap::new();
    let mut identities: Vec<Option<Identity>> = found
        .iter()
        .map(|mention| {
            let line = lines.get(mention.line).filter(|_| !is_person(mention))?;
            Some(identity(line, mention, &mut forms, facts))
        })
        .collect();
    let long_forms = long_forms(lines, found, &identities);
    for (mention, identity) in found.iter().zip(&mut identities) {
        if let (Some(line), Some(identity)) = (lines.get(mention.line), identity)
            && let Some(letters) = abbreviation(line, mention)
            && let Some(long) = long_forms.get(letters)
            && (mention.sense.is_none() || long.in_brackets)
        {
            *identity = long.identity.clone();
        }
    }
    identities
}

fn is_person(mention: &Found) -> bool {
    mention.kind == NameKind::Person
        && mention.sense.is_none_or(|sense| matches!(sense, Sense::Person(_) | Sense::User(_)))
}

fn identity(line: &Line<'_>, mention: &Found, forms: &mut HashMap<String, Identity>, facts: &Facts) -> Identity {
    let written_words = line.span(mention.tokens.clone()).of(line.text);
    if let Some(sense) = mention.sense {
        // Only a seat of government is called by the words themselves.
        let is_called_so = matches!(sense, Sense::Seat(_));
        return if is_called_so {
            of_sense(sense, &spaced(written_words), facts)
        } else {
            of_sense(sense, written_words, facts)
        };
    }
    let words = spaced(written_words);
    let last = mention.tokens.end.saturating_sub(1);
    let series = heads::is_talks(line, last) || heads::tells_series(line, last);
    if mention.kind == NameKind::Event && series && mention.tokens.len() > 1 {
        // All names of one series of talks are one event.
        let place = spaced(line.span(mention.tokens.start..last).of(line.text));
        return plain(&format!("{place} process"));
    }
    let form = spelling_key(&words);
    if let Some(known) = forms.get(&form) {
        return known.clone();
    }
    let identity = in_tables(&words, mention.kind, facts)
        .map_or_else(|| plain(&written(&words, mention.kind, facts)), |sense| of_sense(sense, &words, facts));
    forms.insert(form, identity.clone());
    identity
}

/// What the tables know a name as that the recogniser did not look up, by spelling or, for the names of armed groups, by
/// sound.
fn in_tables(words: &str, kind: NameKind, facts: &Facts) -> Option<Sense> {
    let keys: Vec<String> = words.split(' ').map(key).collect();
    let loud = !words.chars().any(char::is_lowercase);
    let mut senses = facts.lexicon.phrase(&keys.join(" "), loud);
    let fits = |sense: &Sense| match kind {
        NameKind::Organisation => matches!(sense, Sense::Body(_) | Sense::Seat(_)),
        NameKind::Place => matches!(sense, Sense::State(_) | Sense::Capital(_) | Sense::Place(_)),
        NameKind::Group => matches!(sense, Sense::Demonym(_)),
        NameKind::Person | NameKind::Event | NameKind::Document => false,
    };
    let is_body = matches!(kind, NameKind::Organisation | NameKind::Group);
    senses.find(fits).or_else(|| facts.lexicon.body_sounding(&body_sound(words).filter(|_| is_body)?))
}

/// The name of a body, place or document as it is compared: folded, in one of the spellings of English; where it has an
/// Arabic article, by sound.
pub fn spelling_key(words: &str) -> String {
    if words.split(' ').any(|word| without_article(word) != word)
        && let Some(sound) = body_sound(words)
    {
        return sound;
    }
    let mut form = String::with_capacity(words.len());
    for word in words.split(' ') {
        if !form.is_empty() {
            form.push(' ');
        }
        let word = key(word);
        match word.as_str() {
            "centre" => form.push_str("center"),
            "defence" => form.push_str("defense"),
            "labour" => form.push_str("labor"),
            "programme" => form.push_str("program"),
            "&" => form.push_str("and"),
            _ => match word.split_once("isation") {
                Some((stem, ending)) => form.extend([stem, "ization", ending]),
                None => form.push_str(&word),
            },
        }
    }
    form
}

/// What an abbreviation stands for in this article.
struct Long {
    identity: Identity,
    in_brackets: bool,
}

/// The letters of a mention that is one word of capitals.
fn abbreviation<'a>(line: &Line<'a>, mention: &Found) -> Option<&'a str> {
    let word = line.word(mention.tokens.start);
    let fits = mention.tokens.len() == 1
        && (2..=8).contains(&word.len())
        && word.chars().filter(char::is_ascii_uppercase).count() * 2 > word.len()
        && matches!(mention.kind, NameKind::Organisation | NameKind::Place | NameKind::Group);
    fits.then_some(word)
}

/// Abbreviation → what it stands for: told in brackets, or the first letters of the only long form that has them.
fn long_forms<'a>(lines: &[Line<'a>], found: &[Found], identities: &[Option<Identity>]) -> HashMap<&'a str, Long> {
    let mut told: HashMap<&str, Long> = HashMap::new();
    let mut initials: HashMap<String, Option<Identity>> = HashMap::new();
    for (mention, identity) in found.iter().zip(identities) {
        let (Some(line), Some(identity)) = (lines.get(mention.line), identity) else { continue };
        if mention.tokens.len() < 2 || mention.kind == NameKind::Event {
            continue;
        }
        let end = mention.tokens.end;
        let inside = line.word(end + 1);
        if line.is(end, &["("]) && line.is(end + 2, &[")"]) && stands_for(inside, line, mention) {
            told.entry(inside).or_insert_with(|| Long { identity: identity.clone(), in_brackets: true });
        }
        // "OPCW (Organisation for the Prohibition of Chemical Weapons)".
        if let Some(before) = mention.tokens.start.checked_sub(2)
            && line.is(before + 1, &["("])
            && line.is(end, &[")"])
            && stands_for(line.word(before), line, mention)
        {
            told.entry(line.word(before)).or_insert_with(|| Long { identity: identity.clone(), in_brackets: true });
        }
        let letters: String = capitals(line, mention).collect();
        if letters.len() > 2 {
            let same = initials.entry(letters).or_insert_with(|| Some(identity.clone()));
            if same.as_ref().is_some_and(|same| same.id != identity.id) {
                *same = None;
            }
        }
    }
    for mention in found {
        let letters = lines.get(mention.line).and_then(|line| abbreviation(line, mention));
        if let Some(letters) = letters
            && let Some(Some(identity)) = initials.get(letters)
        {
            told.entry(letters).or_insert_with(|| Long { identity: identity.clone(), in_brackets: false });
        }
    }
    told
}

/// The first letters of the capitalised words.
fn capitals<'l>(line: &'l Line<'_>, mention: &Found) -> impl Iterator<Item = char> + 'l {
    let words = mention.tokens.clone().flat_map(|at| line.word(at).split('-'));
    words.filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase())
}

/// Whether `letters` abbreviates the mention: its capitals in order, small words counted or not.
fn stands_for(letters: &str, line: &Line<'_>, mention: &Found) -> bool {
    let fits = (2..=10).contains(&letters.len()) && letters.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let plain = |c: &char| c.is_alphanumeric();
    let mut wanted = letters.chars().filter(plain).filter(|c| c.is_uppercase()).peekable();
    let mut missed = 0;
    for first in capitals(line, mention) {
        if wanted.peek() == Some(&first) {
            wanted.next();
        } else {
            missed += 1;
        }
    }
    // "the Norwegian Institute for Quilling (IQ)": a word before those that count.
    fits && wanted.peek().is_none() && missed <= 1
}
