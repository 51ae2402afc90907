//! A library in, which of its links and meetings may belong to the dossier of which meeting out.
//!
//! **Why:** one dossier is gathered by a look at all links and meetings; for the dossiers of all meetings that would be a
//! look at all for each, and an export of ten thousand would take hours.

use std::collections::HashMap;

use super::MeetingDossier;
use super::company::COMPARED;
use super::summary::Certainty;
use crate::language::EntityId;
use crate::library::Library;
use crate::links::LinkTarget;
use crate::meetings::SeriesId;

/// What may belong to a meeting: indices, ascending.
pub(super) struct Near {
    /// Links between its stories.
    pub links: Vec<usize>,
    /// The meetings of its series.
    pub rounds: Vec<usize>,
    /// Meetings that may have people in common with it.
    pub others: Vec<usize>,
}

impl Near {
    /// Looked for among all links and meetings; `None` where there is no such meeting.
    pub(super) fn looked_through(library: &Library, meeting: usize) -> Option<Self> {
        let meetings = &library.connections.meetings;
        let series = meetings.get(meeting)?.series.as_ref();
        let links = library.connections.links.iter().enumerate();
        let rounds = meetings.iter().enumerate().filter(|(_, one)| series.is_some() && one.series.as_ref() == series);
        Some(Self {
            links: links
                .filter(|(_, link)| link.target == LinkTarget::Meeting(meeting))
                .map(|(number, _)| number)
                .collect(),
            rounds: rounds.map(|(number, _)| number).collect(),
            others: (0..meetings.len()).collect(),
        })
    }
}

/// Looked through once, for whoever gathers many dossiers.
#[derive(Debug)]
pub struct MeetingIndex<'l> {
    library: &'l Library,
    certainty: Certainty,
    of_series: HashMap<&'l SeriesId, Vec<usize>>,
    of_people: HashMap<&'l EntityId, Vec<usize>>,
}

impl<'l> MeetingIndex<'l> {
    /// One look at each link and each participant.
    pub fn of(library: &'l Library) -> Self {
        let mut of_series: HashMap<&SeriesId, Vec<usize>> = HashMap::new();
        let mut of_people: HashMap<&EntityId, Vec<usize>> = HashMap::new();
        for (number, meeting) in library.connections.meetings.iter().enumerate() {
            if let Some(series) = &meeting.series {
                of_series.entry(series).or_default().push(number);
            }
            for one in meeting.participants.iter().take(COMPARED) {
                of_people.entry(&one.id).or_default().push(number);
            }
        }
        Self { library, certainty: Certainty::of(library), of_series, of_people }
    }

    /// The dossier of a meeting, as [`MeetingDossier::new`] gathers it.
    pub fn dossier(&self, meeting: usize) -> Option<MeetingDossier> {
        let record = self.library.connections.meetings.get(meeting)?;
        let of_people = record.participants.iter().take(COMPARED).filter_map(|one| self.of_people.get(&one.id));
        let mut others: Vec<usize> = of_people.flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        let rounds = record.series.as_ref().and_then(|series| self.of_series.get(series)).cloned();
        let links = self.certainty.links_of(meeting).to_vec();
        MeetingDossier::of(self.library, meeting, &Near { links, rounds: rounds.unwrap_or_default(), others })
    }
}
