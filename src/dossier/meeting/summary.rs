//! Meetings in, what one row of a list says of each out.
//!
//! **Why:** a list of ten thousand meetings is open at once: what needs a look at all links is looked at once
//! ([`Certainty`]), what needs a look at the tellings of one meeting when it is in sight ([`Summary`]).

use std::collections::{HashMap, HashSet};

use super::differences;
use super::tellings::{self, Telling};
use super::{Slot, Source};
use crate::library::Library;
use crate::links::{LinkTarget, Tier};

/// How sure it is, for each meeting of a library, that all its stories tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certainty {
    tiers: Vec<Option<Tier>>,
}

impl Certainty {
    /// Looks at every link once.
    pub fn of(library: &Library) -> Self {
        let mut surest: HashMap<(usize, usize), Tier> = HashMap::new();
        for link in &library.connections.links {
            let LinkTarget::Meeting(meeting) = link.target else { continue };
            for story in [link.from, link.to] {
                let known = surest.entry((meeting, story)).or_insert(link.tier);
                *known = (*known).min(link.tier);
            }
        }
        let mut tiers = vec![None; library.connections.meetings.len()];
        for ((meeting, _), tier) in surest {
            if let Some(known) = tiers.get_mut(meeting) {
                *known = (*known).max(Some(tier));
            }
        }
        Self { tiers }
    }

    /// What joins the least sure of its stories to any other; `None` for a meeting of one story.
    pub fn tier(&self, meeting: usize) -> Option<Tier> {
        self.tiers.get(meeting).copied().flatten()
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
            in_passing: told.echo.is_some(),
            bond: None,
        })
    };
    record.mentions.iter().filter_map(telling).collect()
}
