//! Sentences in, what the rules on descriptions look at out: offices, and the states and bodies that have them.

use std::collections::HashMap;
use std::ops::Range;

use super::{Places, realms};
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::names::Known;
use crate::language::packed::Sense;
use crate::language::types::{EntityId, Name, NameKind};

/// An office, or what can have one, in one sentence.
pub(super) struct Phrase {
    pub tokens: Range<usize>,
    /// The state or body that it names, or by whose people it is called.
    pub of: Option<EntityId>,
    /// Whether that is told by an adjective.
    pub is_adjective: bool,
    /// Whether the tables know it as a state.
    pub is_state: bool,
    /// The offices that it can mean: `president` is a state's or an organisation's.
    pub offices: Vec<&'static str>,
}

/// The phrases of every sentence, in order; they do not overlap.
pub(super) fn read(
    lines: &[Line<'_>],
    places: &Places,
    known: &[Vec<Known>],
    names: &[Name],
    facts: &Facts,
) -> Vec<Vec<Phrase>> {
    let mut phrases: Vec<Vec<Phrase>> =
        lines.iter().zip(known).map(|(line, known)| in_tables(line, known, facts)).collect();
    let realms = realms::of(names, facts);
    let mut bodies: HashMap<usize, Vec<Body<'_>>> = HashMap::new();
    for name in names {
        let covers = matches!(name.kind, NameKind::Organisation | NameKind::Document | NameKind::Event);
        let of = realms.get(&name.id);
        for mention in name.mentions.iter().filter(|_| covers || of.is_some()) {
            let Some(number) = places.line_of(mention.passage) else { continue };
            let (Some(line), Some(phrases)) = (lines.get(number), phrases.get(number)) else { continue };
            // `bodies` has a sentence only where it tells an office.
            let known = bodies.get_mut(&number);
            let tokens = line.positions(mention.passage);
            let body = Body { tokens, of, is_adjective: name.kind == NameKind::Group };
            match known {
                Some(known) => known.push(body),
                None if phrases.iter().any(|phrase| !phrase.offices.is_empty()) => {
                    bodies.insert(number, vec![body]);
                }
                None => {}
            }
        }
    }
    for (number, mut bodies) in bodies {
        bodies.sort_by_key(|body| body.tokens.start);
        if let Some(phrases) = phrases.get_mut(number) {
            *phrases = merged(std::mem::take(phrases), bodies);
        }
    }
    phrases
}

/// A name that can have offices, or that holds words for one.
struct Body<'r> {
    tokens: Range<usize>,
    of: Option<&'r EntityId>,
    is_adjective: bool,
}

/// The phrases of a sentence with its bodies among them, in order. A phrase inside a longer name is no phrase; otherwise
/// the tables' word stands.
fn merged(phrases: Vec<Phrase>, bodies: Vec<Body<'_>>) -> Vec<Phrase> {
    let mut merged: Vec<Phrase> = Vec::with_capacity(phrases.len() + bodies.len());
    let mut phrases = phrases.into_iter().peekable();
    for body in bodies {
        let (start, end) = (body.tokens.start, body.tokens.end);
        while let Some(phrase) = phrases.next_if(|phrase| phrase.tokens.start < start) {
            merged.push(phrase);
        }
        let mut stands = merged.last().is_none_or(|last| last.tokens.end <= start);
        while stands
            && let Some(phrase) = phrases.peek()
            && phrase.tokens.start < end
        {
            stands = phrase.tokens.end <= end && phrase.tokens.len() < body.tokens.len();
            if stands {
                phrases.next();
            }
        }
        if let Some(of) = body.of.filter(|_| stands) {
            let (of, is_adjective) = (Some(of.clone()), body.is_adjective);
            merged.push(Phrase { tokens: body.tokens, of, is_adjective, is_state: false, offices: Vec::new() });
        }
    }
    merged.extend(phrases);
    merged
}

/// What the tables know in one sentence.
fn in_tables(line: &Line<'_>, known: &[Known], facts: &Facts) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut end = 0;
    for Known { start, length, senses } in known {
        if *start < end {
            continue;
        }
        end = start + length;
        let capital = line.is_capitalised(*start);
        let office = |sense: &Sense| if let Sense::Office(office) = sense { facts.offices.get(*office) } else { None };
        let offices: Vec<&'static str> = senses.iter().filter_map(office).copied().collect();
        let state = senses.iter().filter(|_| capital).find_map(|sense| match sense {
            Sense::State(state) => Some((facts.states.get(*state)?.id.clone(), false)),
            Sense::Demonym(state) => Some((facts.states.get(*state)?.id.clone(), true)),
            // "Ankara's top diplomat" is Turkey's.
            Sense::Capital(capital) if line.is(end, &["'s", "’s"]) => {
                Some((facts.capitals.get(*capital)?.state.clone()?, false))
            }
            _ => None,
        });
        if state.is_some() || !offices.is_empty() {
            let (is_adjective, is_state) = (state.as_ref().is_some_and(|(_, adjective)| *adjective), state.is_some());
            let of = state.map(|(state, _)| state);
            phrases.push(Phrase { tokens: *start..end, of, is_adjective, is_state, offices });
        }
    }
    phrases
}

/// The word by which an office is called in short: `minister` for `Minister of Foreign Affairs`, `general` for `Gen.`
pub(super) fn head_word(line: &Line<'_>, phrase: &Phrase) -> String {
    let last = phrase
        .tokens
        .clone()
        .find(|at| line.is(at + 1, &["of", "for", "to"]))
        .unwrap_or(phrase.tokens.end.saturating_sub(1));
    let last = if phrase.tokens.contains(&last) { last } else { phrase.tokens.start };
    let word = line.word(last).to_lowercase();
    let long = match word.trim_end_matches('.') {
        "gen" => "general",
        "col" => "colonel",
        "capt" => "captain",
        "maj" => "major",
        "adm" => "admiral",
        "brig" => "brigadier",
        "sen" => "senator",
        "gov" => "governor",
        "rep" => "representative",
        "prof" => "professor",
        "pm" => "minister",
        other => other,
    };
    long.to_owned()
}
