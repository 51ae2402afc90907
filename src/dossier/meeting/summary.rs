//! Meetings in, what one row of a list says of each out.
//!
//! **Why:** a list of ten thousand meetings is open at once: what needs a look at all links is looked at once
//! ([`Certainty`]), what needs a look at the tellings of one meeting when it is in sight ([`Summary`]).

use std::collections::HashSet;

use super::differences;
use super::tellings::{self, Telling};
use super::{Slot, Source};
use crate::library::Library;
use crate::links::{LinkTarget, Tier, surest};

/// Which links join the stories of each meeting: what tells how sure it is that all of them tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certainty {
    /// For each meeting where its links begin in `links`, and after the last one where they end.
    starts: Vec<usize>,
    /// Indices into [`Connections::links`](crate::links::Connections::links), meeting by meeting.
    links: Vec<usize>,
}

impl Certainty {
    /// Sorts the links by meeting: two looks at each.
    pub fn of(library: &Library) -> Self {
        let meetings = library.connections.meetings.len();
        let of_meetings = || {
            let numbered = library.connections.links.iter().enumerate();
            numbered.filter_map(move |(number, link)| match link.target {
                LinkTarget::Meeting(meeting) if meeting < meetings => Some((meeting, number)),
                _ => None,
            })
        };
        let mut starts = vec![0; meetings + 1];
        for (meeting, _) in of_meetings() {
            if let Some(count) = starts.get_mut(meeting + 1) {
                *count += 1;
            }
        }
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        let mut next = starts.clone();
        let mut links = vec![0; before];
        for (meeting, number) in of_meetings() {
            let Some(place) = next.get_mut(meeting) else { continue };
            if let Some(link) = links.get_mut(*place) {
                *link = number;
            }
            *place += 1;
        }
        Self { starts, links }
    }

    /// Indices of the links that join the stories of a meeting, ascending.
    pub(super) fn links_of(&self, meeting: usize) -> &[usize] {
        let ends = self.starts.get(meeting).copied().zip(self.starts.get(meeting + 1).copied());
        ends.and_then(|(from, to)| self.links.get(from..to)).unwrap_or_default()
    }

    /// What joins the least sure of a meeting's stories to any other of them; `None` for a meeting of one story. `library` is
    /// the one that this was made of.
    pub fn tier(&self, library: &Library, meeting: usize) -> Option<Tier> {
        let (from, to) = (*self.starts.get(meeting)?, *self.starts.get(meeting + 1)?);
        let links = self.links.get(from..to)?.iter().filter_map(|number| library.connections.links.get(*number));
        surest(links).into_values().max()
    }
}

/// What a row says of a meeting beside its record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many stories tell of it.
    pub stories: usize,
    /// How many outlets, as far as they are known.
    pub outlets: usize,
    /// How many of the stories do not tell their outlet.
    pub unknown: usize,
    /// What they disagree in; what only changed in the course of time is left out.
    pub differs: Vec<Slot>,
}

impl Summary {
    /// Whether several stories tell of it, and not all of them are known to be of one outlet.
    pub const fn is_told_apart(&self) -> bool {
        self.stories > 1 && (self.outlets != 1 || self.unknown > 0)
    }

    /// Looks at the tellings of a meeting; nothing where there is none with this index.
    pub fn of(library: &Library, meeting: usize) -> Self {
        let Some(record) = library.connections.meetings.get(meeting) else { return Self::default() };
        let stories: HashSet<usize> = record.mentions.iter().map(|at| at.story).collect();
        let outlets: HashSet<&str> = stories.iter().filter_map(|story| tellings::outlet(library, *story)).collect();
        let unknown = stories.iter().filter(|story| tellings::outlet(library, **story).is_none()).count();
        let differs =
            if record.mentions.len() > 1 { differences::of(library, &plain(library, meeting)) } else { vec![] };
        let differs = differs.into_iter().filter(|difference| !difference.is_progress).map(|found| found.slot);
        Self { stories: stories.len(), outlets: outlets.len(), unknown, differs: differs.collect() }
    }
}

/// The tellings without what joins them.
fn plain(library: &Library, meeting: usize) -> Vec<Telling> {
    let Some(record) = library.connections.meetings.get(meeting) else { return Vec::new() };
    let telling = |at: &crate::links::MentionRef| {
        let (story, told) = (library.stories.get(at.story)?, library.mention(*at)?);
        Some(Telling {
            at: *at,
            source: Source { story: at.story, passage: *told.evidence.first()? },
            published: story.annotations.published.as_ref().map(|published| published.best),
            is_echo: told.echo.is_some(),
            in_passing: tellings::is_in_passing(story, told),
            bond: None,
        })
    };
    record.mentions.iter().filter_map(telling).collect()
}
