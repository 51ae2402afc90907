//! One meeting in, what all stories together say of it out.
//!
//! **In:** a library and the index of a meeting.
//! **Out:** a [`MeetingDossier`]: what the record says and which words say so (as `Source`s), how each story tells it
//! ([`Telling`]), where they disagree ([`Difference`]), the rounds before and after it, and other meetings of the same
//! people nearby; for lists, a [`Summary`].
//! **Why:** a reader who is shown one record of a meeting must see whose words it was made of, and what did not fit in.

mod attendees;
mod called;
mod company;
mod differences;
pub(super) mod disagreement;
mod index;
mod said;
mod summary;
mod tellings;
#[cfg(test)]
mod tests;

pub use called::{BETWEEN, UNNAMED, called, is_half_told, kind, kind_with_doubt, number, numbered, own_name, series};
pub use company::{Related, Rounds};
pub use differences::{Difference, Slot, Value, Version};
pub use index::MeetingIndex;
pub use summary::{Certainty, Summary};
pub use tellings::{Bond, Telling, leading};

use self::index::Near;
use super::Source;
use crate::language::{EntityId, NameKind};
use crate::library::Library;
use crate::links::Meeting;
use crate::text::sanitise::one_line;

/// Stories that are asked by which words they mean someone; a thousand seldom have more.
const COMPARED: usize = 64;
/// Of these words so many are told.
const QUOTED: usize = 2;

/// What all stories together say of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingDossier {
    /// Index into [`Connections::meetings`](crate::links::Connections::meetings).
    pub meeting: usize,
    /// Everyone who took part, in the order of the record.
    pub who: Vec<Attendee>,
    /// The words that say when it was; `None` where that was inferred or is not told.
    pub when: Option<Source>,
    /// The words that say where it was.
    pub place: Option<Source>,
    /// The words of the telling whose status leads: the latest one that tells it.
    pub status: Option<Source>,
    /// Every story's telling, the latest published first, those without a day last.
    pub tellings: Vec<Telling>,
    /// Where they disagree, and what changed from earlier to later ones.
    pub differences: Vec<Difference>,
    /// Its series with the rounds before and after it; `None` where it is of none.
    pub rounds: Option<Rounds>,
    /// Other meetings of the same people, the nearest in time first.
    pub related: Vec<Related>,
}

/// Someone at a meeting, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// The words that name it; those of another round of its series where the record has it from there.
    pub source: Option<Source>,
    /// How many of the stories tell that it took part and call it by name.
    pub stories: usize,
    /// The words by which each other story means it that tells so: an office, or the state that it acts for.
    pub inferred: Vec<Source>,
}

impl Attendee {
    /// How the stories, `all` of them, tell that it took part: `named in 1 of 2 stories; inferred from “the Turkish leader”`.
    /// Empty where the only story names it.
    pub fn naming(&self, library: &Library, all: usize) -> String {
        let mut words: Vec<String> = Vec::new();
        for source in self.inferred.iter().take(COMPARED) {
            let told = format!("“{}”", one_line(source.words(library)).trim());
            if !words.contains(&told) {
                words.push(told);
            }
        }
        words.truncate(QUOTED);
        let inferred = (!words.is_empty()).then(|| format!("inferred from {}", words.join(" and ")));
        let named = (self.stories > 0 && all > 1).then(|| format!("named in {} of {all} stories", self.stories));
        named.into_iter().chain(inferred).collect::<Vec<_>>().join("; ")
    }
}

impl MeetingDossier {
    /// Gathers what is said of a meeting; `None` where there is none with this index. Linear in the library's links and
    /// meetings and in the meeting's tellings.
    pub fn new(library: &Library, meeting: usize) -> Option<Self> {
        Self::of(library, meeting, &Near::looked_through(library, meeting)?)
    }

    /// The same, with what may belong to the meeting.
    fn of(library: &Library, meeting: usize, near: &Near) -> Option<Self> {
        let record = library.connections.meetings.get(meeting)?;
        let tellings = tellings::of(library, meeting, &near.links);
        Some(Self {
            meeting,
            who: attendees::of(library, record, &near.rounds),
            when: said::when(library, record),
            place: said::place(library, record),
            status: said::status(library, record, &tellings),
            differences: differences::of(library, &tellings),
            rounds: company::rounds(library, meeting, &near.rounds),
            related: company::related(library, meeting, &near.others),
            tellings,
        })
    }

    /// What the record says; `None` where the library is another one.
    pub fn record<'a>(&self, library: &'a Library) -> Option<&'a Meeting> {
        library.connections.meetings.get(self.meeting)
    }

    /// How many stories tell of it: one that tells of it twice counts once.
    pub fn stories(&self) -> usize {
        let mut stories: Vec<usize> = self.tellings.iter().map(|telling| telling.at.story).collect();
        stories.sort_unstable();
        stories.dedup();
        stories.len()
    }
}

impl MeetingDossier {
    /// What stories tell otherwise of this, not only in the course of time.
    pub fn disagreement(&self, slot: Slot) -> Option<&Difference> {
        self.differences.iter().find(|difference| difference.slot == slot && !difference.is_progress)
    }

    /// How many stories tell the status that leads, and which of them does so last.
    pub fn status_told_by(&self, library: &Library) -> (usize, Option<usize>) {
        let status = self.record(library).map(|record| record.status);
        let (stories, latest) = said::status_told_by(library, status, &self.tellings);
        (stories, self.status.map(|source| source.story).or(latest))
    }

    /// What a reader corrected of its day: the words that tell another one, or that none does. `None` where it is as told.
    pub fn corrected_day(&self, library: &Library) -> Option<Option<Source>> {
        let corrected = self.tellings.iter().filter_map(|telling| {
            let told = library.mention(telling.at)?.corrected?.told.and_then(|when| when.passage);
            Some(told.map(|passage| Source { story: telling.at.story, passage }))
        });
        corrected.reduce(Option::or)
    }

    /// Whether the day and the place of the record are those of different stories, so that no story tells both.
    pub fn is_put_together(&self, library: &Library) -> bool {
        let Some(record) = self.record(library) else { return false };
        let Some((when, place)) = record.when.zip(record.place.as_ref()) else { return false };
        let tells_both = |telling: &Telling| {
            let told = library.mention(telling.at).and_then(|told| Some((told.when?, told.place.as_ref()?)));
            told.is_some_and(|(day, there)| day.interval.meet(when.interval).is_some() && there.id == place.id)
        };
        !self.tellings.iter().any(tells_both)
    }
}
