//! Descriptions by office in, the people they mean out: `the Turkish leader`, `presidents of Turkey and Iran`,
//! `his Syrian counterpart`, `the ANC leader`, `the two men`.
//!
//! A description is resolved by office, state or body, and date: first among the people whom the article names ([`cast`]),
//! then in the table of office-holders ([`resolver`]). Without a state it is someone of the article or nobody
//! ([`alone`]), and so are two people told together ([`pairs`]). A state that no table knows is one by what the story says
//! of it ([`realms`]). What cannot be resolved stays without a name rather than get a wrong one.

mod alone;
mod around;
mod cast;
mod crowns;
mod introductions;
mod pairs;
mod phrase;
mod realms;
mod resolver;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_crowns;

use std::collections::HashMap;

use super::Known;
use resolver::Resolver;

use crate::language::calendar::Interval;
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention, Part, Passage};

/// Finds the descriptions in `lines` and adds them to `names` as mentions. `published` are the days on which the article
/// can have been published.
pub(in crate::language) fn describe(
    lines: &[Line<'_>],
    known: &[Vec<Known>],
    names: &mut Vec<Name>,
    facts: &Facts,
    published: Option<Interval>,
) {
    let places = Places::of(lines);
    let phrases = phrase::read(lines, &places, known, names, facts);
    let described = Resolver::new(facts, published, lines, &phrases, &places, names).read();
    add(names, described);
}

/// Someone who is described: identity, name, and where.
type Described = (EntityId, String, Passage);

/// Where the sentences begin, for finding the one in which a passage lies.
struct Places(Vec<(Part, usize)>);

impl Places {
    fn of(lines: &[Line<'_>]) -> Self {
        Self(lines.iter().map(|line| line.whole().start_key()).collect())
    }

    /// The number of the sentence in which the passage begins.
    fn line_of(&self, passage: Passage) -> Option<usize> {
        self.0.partition_point(|key| *key <= passage.start_key()).checked_sub(1)
    }
}

/// Adds the descriptions, and puts mentions and names back into the order of reading.
fn add(names: &mut Vec<Name>, described: Vec<Described>) {
    let mut places: HashMap<EntityId, usize> =
        names.iter().enumerate().map(|(place, name)| (name.id.clone(), place)).collect();
    for (id, name, passage) in described {
        let place = *places.entry(id.clone()).or_insert(names.len());
        if place == names.len() {
            names.push(Name { id, name, kind: NameKind::Person, state: None, mentions: Vec::new() });
        }
        if let Some(known) = names.get_mut(place) {
            known.mentions.push(NameMention { passage, form: Form::Description });
        }
    }
    for name in names.iter_mut() {
        name.mentions.sort_by_key(|mention| mention.passage);
    }
    names.sort_by_key(|name| name.mentions.first().map(|mention| mention.passage));
}
