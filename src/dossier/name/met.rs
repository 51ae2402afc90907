//! A name in, the meetings that it has to do with, each with the words that tell of it, out.

use super::index::Names;
use crate::dossier::Source;
use crate::language::EntityId;
use crate::library::Library;
use crate::links::{Meeting, MentionRef};

/// A meeting that a name has to do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// Index of the meeting in [`Connections::meetings`](crate::links::Connections::meetings).
    pub meeting: usize,
    /// What it has to do with it.
    pub part: Part,
    /// The first telling that says so.
    pub mention: MentionRef,
    /// The words of it.
    pub source: Source,
}

/// What a name has to do with a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It took part.
    TookPart,
    /// A participant acted for it: index into [`Meeting::participants`].
    Through(usize),
    /// It was held there.
    Venue,
}

/// The meetings of an entity, the latest first, undated ones last.
pub(super) fn met(library: &Library, names: &Names, entity: usize) -> Vec<Met> {
    let Some(id) = library.connections.entities.get(entity).map(|entity| &entity.id) else { return Vec::new() };
    let of = |number: &u32| {
        let number = *number as usize;
        one(library, number, library.connections.meetings.get(number)?, id)
    };
    let mut found: Vec<Met> = names.meetings(entity).iter().filter_map(of).collect();
    let day = |met: &Met| library.connections.meetings.get(met.meeting)?.when.map(|when| when.interval);
    found.sort_by_key(|met| std::cmp::Reverse(day(met)));
    found
}

fn one(library: &Library, number: usize, meeting: &Meeting, id: &EntityId) -> Option<Met> {
    let took_part = meeting.participants.iter().any(|one| one.id == *id);
    let through = meeting.participants.iter().position(|one| one.acts_for.contains(id));
    let part = match through {
        _ if took_part => Part::TookPart,
        Some(participant) => Part::Through(participant),
        None => Part::Venue,
    };
    let tells = |at: &&MentionRef| {
        library.mention(**at).is_some_and(|told| match part {
            Part::Venue => told.place.as_ref().is_some_and(|place| place.id == *id),
            _ => told.participants.iter().any(|one| one.id == *id || one.acts_for.contains(id)),
        })
    };
    let mention = *meeting.mentions.iter().find(tells).or(meeting.mentions.first())?;
    let passage = *library.mention(mention)?.evidence.first()?;
    Some(Met { meeting: number, part, mention, source: Source { story: mention.story, passage } })
}
