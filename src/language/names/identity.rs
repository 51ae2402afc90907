//! Mentions in, names out: which mentions are the same person, body or place, and what a reader would call it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Found;
use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::spelling::{key, slug};
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention};

/// Who or what a mention is.
struct Identity {
    id: EntityId,
    name: String,
    state: Option<EntityId>,
}

/// How many people of one surname a shorter name can mean in one article. No story has more; in a register of
/// thousands of Smiths each would otherwise be compared with each.
const MOST_NAMESAKES: usize = 16;

/// Groups mentions by identity; the names come in the order of their first mention.
pub(super) fn group(lines: &[Line<'_>], found: Vec<Found>, facts: &Facts) -> Vec<Name> {
    let states = states_named(&found, facts);
    let introduced = people_in_full(lines, &found, facts);
    let mut names: Vec<Name> = Vec::new();
    let mut places: HashMap<EntityId, usize> = HashMap::new();
    for mention in found {
        let Some(line) = lines.get(mention.line) else { continue };
        let words = spaced(line.span(mention.tokens.clone()).of(line.text));
        let identity = match mention.sense {
            Some(sense) => of_sense(sense, &words, facts),
            None if mention.kind == NameKind::Person => of_person(&words, &introduced, &states, facts),
            None => of_other(&words, mention.kind, line, &mention),
        };
        let passage = line.passage(mention.tokens);
        let number = *places.entry(identity.id.clone()).or_insert(names.len());
        if number == names.len() {
            let Identity { id, name, state } = identity;
            names.push(Name { id, name, kind: mention.kind, state, mentions: Vec::new() });
        }
        if let Some(name) = names.get_mut(number) {
            name.mentions.push(NameMention { passage, form: Form::Name });
        }
    }
    names
}

/// White space of any sort as single spaces.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_sense(sense: Sense, words: &str, facts: &Facts) -> Identity {
    let known = match sense {
        Sense::State(index) => facts.states.get(index).map(|state| (&state.id, state.name, Some(state.id.clone()))),
        Sense::Capital(index) => facts.capitals.get(index).map(|it| (&it.id, it.name, it.state.clone())),
        Sense::Body(index) => facts.bodies.get(index).map(|it| (&it.id, it.name, it.state.clone())),
        Sense::Place(index) => facts.places.get(index).map(|it| (&it.id, it.name, it.state.clone())),
        Sense::Person(index) => facts.people.get(index).map(|person| (&person.id, person.name, None)),
        Sense::Demonym(index) => {
            return facts.states.get(index).map_or_else(
                || plain(words),
                |state| Identity {
                    id: EntityId::new(&slug(state.adjective)),
                    name: state.adjective.to_owned(),
                    state: Some(state.id.clone()),
                },
            );
        }
        Sense::Seat(index) => {
            let state = facts.states.get(index).map(|state| state.id.clone());
            return Identity { state, ..plain(words) };
        }
        _ => None,
    };
    known.map_or_else(|| plain(words), |(id, name, state)| Identity { id: id.clone(), name: name.to_owned(), state })
}

fn plain(words: &str) -> Identity {
    let name = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words).to_owned();
    let slug = slug(&name);
    // A name of marks alone still needs an identity of its own.
    let id = if slug.is_empty() { EntityId::new("unnamed") } else { EntityId::new(&slug) };
    Identity { id, name, state: None }
}

/// A body, place, event or document that no table knows. All names of one series of talks are one event.
fn of_other(words: &str, kind: NameKind, line: &Line<'_>, mention: &Found) -> Identity {
    let last = mention.tokens.end.saturating_sub(1);
    let series = super::heads::is_talks(line, last) || super::heads::tells_series(line, last);
    if kind == NameKind::Event && series && mention.tokens.len() > 1 {
        let place = spaced(line.span(mention.tokens.start..last).of(line.text));
        return plain(&format!("{place} process"));
    }
    plain(words)
}

/// The states that the article names, by any word for them.
fn states_named(found: &[Found], facts: &Facts) -> HashSet<EntityId> {
    found
        .iter()
        .filter_map(|mention| match mention.sense? {
            Sense::State(index) | Sense::Demonym(index) | Sense::Seat(index) => {
                facts.states.get(index).map(|state| state.id.clone())
            }
            Sense::Capital(index) => facts.capitals.get(index)?.state.clone(),
            Sense::Body(index) => facts.bodies.get(index).map(|body| body.id.clone()),
            Sense::Place(index) => facts.places.get(index)?.state.clone(),
            _ => None,
        })
        .collect()
}

/// Surname → the people whom the article introduces by a longer name with it, in order.
fn people_in_full(lines: &[Line<'_>], found: &[Found], facts: &Facts) -> BTreeMap<String, Vec<(EntityId, String)>> {
    let mut people: BTreeMap<String, Vec<(EntityId, String)>> = BTreeMap::new();
    for mention in found.iter().filter(|mention| mention.kind == NameKind::Person && mention.tokens.len() > 1) {
        let Some(line) = lines.get(mention.line) else { continue };
        let words = spaced(line.span(mention.tokens.clone()).of(line.text));
        let (identity, surnames) = match mention.sense {
            Some(Sense::Person(index)) => {
                let surnames = facts.people.get(index).map(|person| person.surnames).unwrap_or_default();
                (
                    of_sense(Sense::Person(index), &words, facts),
                    surnames.iter().map(|surname| surname_key(surname)).collect(),
                )
            }
            _ => (plain(&words), Vec::new()),
        };
        let own = surname_key(words.rsplit(' ').next().unwrap_or_default());
        for surname in surnames.into_iter().chain([own]) {
            let called = people.entry(surname).or_default();
            let room = called.len() < MOST_NAMESAKES;
            let known = called
                .iter_mut()
                .find(|(id, name)| *id == identity.id || is_shorter(&words, name) || is_shorter(name, &words));
            match known {
                // The longer form is the better name, unless a table gave it.
                Some((id, name)) if mention.sense.is_none() && words.len() > name.len() && is_shorter(name, &words) => {
                    *id = identity.id.clone();
                    identity.name.clone_into(name);
                }
                None if room => called.push((identity.id.clone(), identity.name.clone())),
                Some(_) | None => {}
            }
        }
    }
    people
}

/// A surname as it is compared: folded, without the Arabic article.
fn surname_key(surname: &str) -> String {
    let lower = surname.to_lowercase();
    key(lower.strip_prefix("al-").or_else(|| lower.strip_prefix("el-")).unwrap_or(&lower))
}

/// Whether `short` could be `long` with names left out or cut to initials: same surname, and every other word of
/// `short` begins a word of `long`.
fn is_shorter(short: &str, long: &str) -> bool {
    let last = |name: &str| surname_key(name.rsplit(' ').next().unwrap_or_default());
    if short.len() > long.len() || last(short) != last(long) {
        return false;
    }
    let words: Vec<String> = long.split(' ').map(key).collect();
    short.split(' ').map(key).all(|word| {
        words.iter().any(|other| *other == word || word.chars().count() <= 2 && other.starts_with(word.as_str()))
    })
}

fn of_person(
    words: &str,
    introduced: &BTreeMap<String, Vec<(EntityId, String)>>,
    states: &HashSet<EntityId>,
    facts: &Facts,
) -> Identity {
    let surname = surname_key(words.rsplit(' ').next().unwrap_or_default());
    let called = introduced.get(&surname).map(Vec::as_slice).unwrap_or_default();
    let known = if words.contains(' ') {
        called.iter().find(|(_, name)| is_shorter(words, name) || is_shorter(name, words))
    } else {
        // Introduced once in full, called by surname ever after; where two share it, the first is the story's.
        called.first()
    };
    if let Some((id, name)) = known {
        return Identity { id: id.clone(), name: name.clone(), state: None };
    }
    let single = !words.contains(' ');
    office_holder_called(&surname, states, facts).filter(|_| single).map_or_else(
        || plain(words),
        |person| Identity { id: person.id.clone(), name: person.name.to_owned(), state: None },
    )
}

/// The office-holder whom a bare surname means: one of a state or body that the article names, the latest in office.
fn office_holder_called<'f>(surname: &str, states: &HashSet<EntityId>, facts: &'f Facts) -> Option<&'f Person> {
    facts
        .people_called(surname)
        .filter(|person| person.terms.iter().any(|term| states.contains(&term.of)))
        .max_by_key(|person| person.terms.iter().map(|term| term.from).max())
}
