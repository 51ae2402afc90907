//! `Florence` the woman and Florence the town: names of people that are written like something else's.
//!
//! **In:** identities made of the words alone. **Out:** the person's apart from the other's, where the story uses the name
//! for both, or the tables know it as something else; one identity where one kind was a mistake. **Why:** what is written
//! alike would otherwise be one name of the first kind. The person's identity gets an ending; so it is the same in every
//! article in which the name could be confused ([`PERSON_ENDING`]).

use std::collections::HashMap;

use super::honorific::Gender;
use super::{Identity, Kinds};
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::names::Found;
use crate::language::types::{EntityId, NameKind};

/// What ends the identity of a person whose name is also something else's.
const PERSON_ENDING: &str = "-person";

/// Words after which something is a place.
const BEFORE_PLACES: &[&str] =
    &["in", "at", "near", "from", "to", "into", "outside", "across", "around", "throughout", "inside"];
/// Words after a name that only people do.
const HUMAN_VERBS: &[&str] = &[
    "said", "says", "told", "tells", "added", "smiled", "recalled", "laughed", "cried", "whose", "who", "asked",
    "replied",
];

/// What the story tells of a name.
#[derive(Default)]
struct Use {
    kinds: Kinds,
    /// Whether a mention can only be a person, and whether one can only be something else.
    is_person: bool,
    is_other: bool,
}

/// Parts people from what is written like them.
pub(super) fn part(lines: &[Line<'_>], found: &[Found], identities: &mut [Option<Identity>], facts: &Facts) {
    let mut uses: HashMap<EntityId, Use> = HashMap::new();
    let mut has_person = false;
    for (mention, identity) in found.iter().zip(identities.iter()) {
        let (Some(line), Some(identity)) = (lines.get(mention.line), identity) else { continue };
        has_person |= mention.kind == NameKind::Person;
        let told = uses.entry(identity.id.clone()).or_default();
        told.kinds.count(mention.kind);
        told.is_person |= mention.kind == NameKind::Person && is_surely_a_person(line, mention);
        told.is_other |= mention.kind != NameKind::Person && is_surely_another(line, mention);
    }
    if !has_person {
        return;
    }
    let mut apart: HashMap<EntityId, bool> = HashMap::new();
    for (mention, identity) in found.iter().zip(identities.iter_mut()) {
        let Some(identity) = identity.as_mut().filter(|_| mention.kind == NameKind::Person) else { continue };
        let is_apart =
            *apart.entry(identity.id.clone()).or_insert_with(|| is_apart(identity, uses.get(&identity.id), facts));
        if is_apart {
            identity.id = with_ending(&identity.id);
        }
    }
}

/// Whether the person of this identity is not what else has it.
fn is_apart(identity: &Identity, told: Option<&Use>, facts: &Facts) -> bool {
    if facts.person(&identity.id).is_some() || facts.user.knows(&identity.id) {
        return false;
    }
    let Some(told) = told else { return false };
    let people = told.kinds.of(NameKind::Person);
    let others: u32 =
        NameKind::ALL.iter().filter(|kind| **kind != NameKind::Person).map(|kind| told.kinds.of(*kind)).sum();
    let is_known = facts.knows(&identity.id, &identity.name);
    if others == 0 {
        return is_known;
    }
    told.is_person && told.is_other || people > others && is_known
}

/// The identity of a person whose name is also something else's.
pub fn with_ending(id: &EntityId) -> EntityId {
    EntityId::new(&format!("{id}{PERSON_ENDING}"))
}

fn is_surely_a_person(line: &Line<'_>, mention: &Found) -> bool {
    Gender::before(line, mention.tokens.start).is_some()
        || Gender::of_honorific(line.word(mention.tokens.start)).is_some()
        || line.is(mention.tokens.end, HUMAN_VERBS)
}

fn is_surely_another(line: &Line<'_>, mention: &Found) -> bool {
    mention.sense.is_some() || line.is(mention.tokens.start.wrapping_sub(1), BEFORE_PLACES)
}
