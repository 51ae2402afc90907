//! Who plays in the story: every person by place, and with which office the story itself introduces them.
//!
//! **In:** sentences, their office phrases and the names found. **Out:** a [`Cast`]. **Why:** `the president` is the
//! story's own president, whatever the tables say.

use std::ops::Range;

use super::Phrase;
use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::types::{EntityId, Name, NameKind, Passage};

/// A person at one place.
#[derive(Clone, Debug)]
pub(super) struct Player {
    pub tokens: Range<usize>,
    /// Index into [`Cast::people`].
    pub person: usize,
}

/// Someone whom the story names.
#[derive(Clone, Debug)]
pub(super) struct Role {
    pub id: EntityId,
    pub name: String,
    /// What the tables know.
    pub known: Option<&'static Person>,
    /// The offices with which the story introduces them, each with its state where it tells.
    pub offices: Vec<(Option<EntityId>, Vec<&'static str>)>,
    /// The first sentence and token where they are named.
    pub first: (usize, usize),
}

/// Everyone whom the story names.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub people: Vec<Role>,
    /// By sentence, in order.
    pub players: Vec<Vec<Player>>,
}

/// The longest list of offices that is kept of one person.
const MOST_OFFICES: usize = 8;

impl Cast {
    pub(super) fn new(lines: &[Line<'_>], names: &[Name], facts: &Facts) -> Self {
        let keys: Vec<_> = lines.iter().map(|line| line.whole().start_key()).collect();
        let line_of = |passage: Passage| keys.partition_point(|key| *key <= passage.start_key()).checked_sub(1);
        let mut cast = Self { people: Vec::new(), players: vec![Vec::new(); lines.len()] };
        for name in names.iter().filter(|name| name.kind == NameKind::Person) {
            let mut first = (usize::MAX, 0);
            for mention in &name.mentions {
                let Some(number) = line_of(mention.passage) else { continue };
                let (Some(line), Some(players)) = (lines.get(number), cast.players.get_mut(number)) else { continue };
                let tokens = line.positions(mention.passage);
                first = first.min((number, tokens.start));
                players.push(Player { tokens, person: cast.people.len() });
            }
            let (id, name) = (name.id.clone(), name.name.clone());
            cast.people.push(Role { known: facts.person(&id), id, name, offices: Vec::new(), first });
        }
        for players in &mut cast.players {
            players.sort_by_key(|player| player.tokens.start);
        }
        cast
    }

    /// The person whose name begins at `at` of sentence `number`.
    pub(super) fn person_at(&self, number: usize, at: usize) -> Option<usize> {
        let players = self.players.get(number)?;
        let place = players.binary_search_by_key(&at, |player| player.tokens.start).ok()?;
        players.get(place).map(|player| player.person)
    }

    /// The person whose name ends before `at`.
    fn person_before(&self, number: usize, at: usize) -> Option<usize> {
        let players = self.players.get(number)?;
        let next = players.partition_point(|player| player.tokens.end <= at);
        players.get(next.checked_sub(1)?).filter(|player| player.tokens.end == at).map(|player| player.person)
    }

    /// Remembers the office told right before a name (`Norwegian Foreign Minister Zorbax Quill`) or after it
    /// (`Zorbax Quill, the Norwegian foreign minister`).
    pub(super) fn introduce(
        &mut self,
        line: &Line<'_>,
        number: usize,
        phrase: &Phrase,
        start: usize,
        state: Option<EntityId>,
        offices: &[&'static str],
    ) {
        let after = self.person_at(number, phrase.tokens.end);
        let before = || {
            let comma = if line.is(start.checked_sub(1)?, &["the"]) { start.checked_sub(2)? } else { start - 1 };
            let apposed = line.is(comma, &[","]) && !line.is(phrase.tokens.end, &["of", "and"]);
            self.person_before(number, comma).filter(|_| apposed)
        };
        let Some(role) = after.or_else(before).and_then(|person| self.people.get_mut(person)) else { return };
        if role.offices.len() < MOST_OFFICES {
            role.offices.push((state, offices.to_vec()));
        }
    }

    /// The only person whom the story introduces as holder of the office of this state.
    pub(super) fn introduced_as(&self, state: &EntityId, office: &str) -> Option<&Role> {
        let is = |role: &&Role| {
            role.offices.iter().any(|(of, offices)| of.as_ref() == Some(state) && offices.contains(&office))
        };
        let mut roles = self.people.iter().filter(is);
        roles.next().filter(|_| roles.next().is_none())
    }
}
