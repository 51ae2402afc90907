//! Words that call someone in, whether they say that this is the holder of an office out.
//!
//! **Why:** the tables of facts know who was minister of what; a reader wants to see the story that says so too.

use super::facts::{Facts, Term};
use super::packed::Sense;
use super::spelling::key;
use super::types::EntityId;

/// The most words of an office or of the name of a state or body.
const LONGEST: usize = 8;
/// The office that the tables give to whoever leads a state, whatever the office is called there.
const LEADER: &str = "leader";

/// How words name an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Naming {
    /// With the state or body that it is of: `the Norwegian foreign minister`.
    Whole,
    /// Without it: `the foreign minister`.
    Alone,
}

/// How these words name the office of a term; `None` where they name none, or that of another state or body.
pub fn names_office(facts: &Facts, words: &str, term: &Term) -> Option<Naming> {
    let words: Vec<&str> = words
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.'))
        .map(|word| word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word))
        .collect();
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let (mut is_office, mut is_whole, mut is_of_other) = (false, false, false);
    let mut at = 0;
    while at < words.len() {
        let Some((length, senses)) = longest(facts, &words, &keys, at) else {
            at += 1;
            continue;
        };
        let offices = senses.iter().filter_map(|sense| office(facts, *sense)).collect::<Vec<_>>();
        let owners = senses.iter().filter_map(|sense| owner(facts, *sense)).collect::<Vec<_>>();
        is_office |= offices.iter().any(|office| is_that_of(facts, office, term));
        is_whole |= owners.contains(&&term.of);
        is_of_other |= offices.is_empty() && !owners.is_empty() && !owners.contains(&&term.of);
        at += length;
    }
    match (is_office, is_whole, is_of_other) {
        (true, true, _) => Some(Naming::Whole),
        (true, false, false) => Some(Naming::Alone),
        _ => None,
    }
}

/// The longest phrase of the tables that begins with this word, and what it can mean.
fn longest(facts: &Facts, words: &[&str], keys: &[String], at: usize) -> Option<(usize, Vec<Sense>)> {
    let most = LONGEST.min(words.len().checked_sub(at)?);
    (1..=most).rev().find_map(|length| {
        let (own, written) = (keys.get(at..at + length)?, words.get(at..at + length)?);
        let in_capitals = !written.iter().any(|word| word.chars().any(char::is_lowercase));
        let senses = facts.lexicon.phrase(&own.join(" "), in_capitals);
        let said = senses.filter(|sense| office(facts, *sense).is_some() || owner(facts, *sense).is_some());
        let said: Vec<Sense> = said.collect();
        (!said.is_empty()).then_some((length, said))
    })
}

fn office(facts: &Facts, sense: Sense) -> Option<&'static str> {
    match sense {
        Sense::Office(index) => facts.offices.get(index).copied().filter(|office| *office != "title"),
        _ => None,
    }
}

fn owner(facts: &Facts, sense: Sense) -> Option<&'static EntityId> {
    match sense {
        Sense::State(index) | Sense::Demonym(index) => facts.states.get(index).map(|state| &state.id),
        Sense::Body(index) => facts.bodies.get(index).map(|body| &body.id),
        _ => None,
    }
}

fn is_that_of(facts: &Facts, office: &str, term: &Term) -> bool {
    let leads = || facts.state(&term.of).and_then(|state| state.leading_office(Some(term.from))) == Some(term.office);
    office == term.office || office == LEADER && leads()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn named(words: &str, of: &str, office: &'static str) -> Option<Naming> {
        let term = Term { of: EntityId::new(of), office, from: date(2010, 1, 1), to: None };
        names_office(Facts::shipped(), words, &term)
    }

    #[test]
    fn an_office_with_its_state_is_that_of_the_state() {
        assert_eq!(named("the Norwegian foreign minister", "norway", "foreign-minister"), Some(Naming::Whole));
        assert_eq!(named("Foreign Minister of Norway", "norway", "foreign-minister"), Some(Naming::Whole));
        assert_eq!(named("Finland’s president", "finland", "head-of-state"), Some(Naming::Whole));
        assert_eq!(named("President", "finland", "head-of-state"), Some(Naming::Alone));
        assert_eq!(named("the French leader", "france", "head-of-state"), Some(Naming::Whole));
    }

    #[test]
    fn another_state_another_office_and_a_deputy_are_not_meant() {
        assert_eq!(named("the Swedish foreign minister", "norway", "foreign-minister"), None);
        assert_eq!(named("the Norwegian defence minister", "norway", "foreign-minister"), None);
        assert_eq!(named("the deputy foreign minister", "norway", "foreign-minister"), None);
        assert_eq!(named("the Finnish vice president", "finland", "head-of-state"), None);
        assert_eq!(named("the tall Norwegian", "norway", "foreign-minister"), None);
        assert_eq!(named("", "norway", "foreign-minister"), None);
    }
}
