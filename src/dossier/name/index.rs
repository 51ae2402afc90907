//! The names of every story, numbered once.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::dossier::Source;
use crate::language::{EntityId, Name};
use crate::library::Library;
use crate::meetings::Story;

/// Who is named where, by number. Stories, names and meetings are indices into the library that this was made from.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// For each story, the entity of each of its names, in their order; `u32::MAX` for none.
    entities: Vec<Box<[u32]>>,
    /// For each entity, the meetings that it has to do with, ascending.
    meetings: Vec<Vec<u32>>,
    /// The day of each story.
    days: Vec<Option<Date>>,
    /// The place of each story in the order of the list: newest first.
    ranks: Vec<u32>,
}

/// As a small number, for a library has a million of them.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Names {
    /// Looks through `library` once; takes time linear in its stories' names.
    pub fn of(library: &Library) -> Self {
        let numbers: HashMap<&EntityId, u32> =
            library.connections.entities.iter().enumerate().map(|(number, one)| (&one.id, small(number))).collect();
        let number = |name: &Name| numbers.get(&name.id).copied().unwrap_or(u32::MAX);
        let of_story = |story: &Story| story.annotations.names.iter().map(number).collect();
        let day = |story: &Story| story.annotations.published.as_ref().map(|published| published.best);
        let mut ranks = vec![0; library.stories.len()];
        for (rank, story) in library.newest_first().into_iter().enumerate() {
            if let Some(place) = ranks.get_mut(story) {
                *place = small(rank);
            }
        }
        Self {
            entities: library.stories.iter().map(of_story).collect(),
            meetings: meetings(library, &numbers),
            days: library.stories.iter().map(day).collect(),
            ranks,
        }
    }

    /// The entity of the name with this index in this story.
    pub fn entity(&self, story: usize, name: usize) -> Option<usize> {
        self.entities.get(story)?.get(name).filter(|entity| **entity != u32::MAX).map(|entity| *entity as usize)
    }

    /// The entity of each name of a story, with the name's index, in reading order of first mentions.
    pub fn in_story(&self, story: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let entities = self.entities.get(story).map(|entities| &**entities).unwrap_or_default();
        entities
            .iter()
            .enumerate()
            .filter(|(_, entity)| **entity != u32::MAX)
            .map(|(name, entity)| (name, *entity as usize))
    }

    /// The indices of the names in this story that are this entity.
    pub(super) fn names_of(&self, story: usize, entity: usize) -> impl Iterator<Item = usize> + '_ {
        self.in_story(story).filter(move |(_, one)| *one == entity).map(|(name, _)| name)
    }

    /// The meetings that an entity has to do with, ascending.
    pub fn meetings(&self, entity: usize) -> &[u32] {
        self.meetings.get(entity).map(Vec::as_slice).unwrap_or_default()
    }

    /// The day of a story, where it can be told.
    pub fn day(&self, story: usize) -> Option<Date> {
        self.days.get(story).copied().flatten()
    }

    /// The first and the last day of any story; `None` where no story has one.
    pub fn days(&self) -> Option<(Date, Date)> {
        let days = || self.days.iter().flatten();
        Some((*days().min()?, *days().max()?))
    }

    /// The first mention of an entity in the newest of these stories.
    pub fn latest_mention(
        &self,
        library: &Library,
        entity: usize,
        stories: impl Iterator<Item = usize>,
    ) -> Option<Source> {
        let story = stories.min_by_key(|story| self.rank(*story))?;
        let told = library.stories.get(story)?;
        let names = self.names_of(story, entity).filter_map(|name| told.annotations.names.get(name));
        let passage = names.filter_map(|name| name.mentions.first()).map(|mention| mention.passage).min()?;
        Some(Source { story, passage })
    }

    /// The place of a story in the order of the list, newest first.
    pub(super) fn rank(&self, story: usize) -> u32 {
        self.ranks.get(story).copied().unwrap_or(u32::MAX)
    }
}

/// The meetings at which each entity took part, for which someone acted, or that was their place.
fn meetings(library: &Library, numbers: &HashMap<&EntityId, u32>) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = vec![Vec::new(); library.connections.entities.len()];
    for (number, meeting) in library.connections.meetings.iter().enumerate() {
        let people = meeting.participants.iter().flat_map(|one| std::iter::once(&one.id).chain(&one.acts_for));
        let ids = people.chain(meeting.place.iter().map(|place| &place.id));
        for entity in ids.filter_map(|id| numbers.get(id)) {
            let Some(of_entity) = found.get_mut(*entity as usize) else { continue };
            if of_entity.last() != Some(&small(number)) {
                of_entity.push(small(number));
            }
        }
    }
    found
}
