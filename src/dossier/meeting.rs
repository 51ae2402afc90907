//! One meeting in, what all stories together say of it out.
//!
//! **In:** a library and the index of a meeting.
//! **Out:** a [`MeetingDossier`]: what the record says and which words say so (as `Source`s), how each story tells it
//! ([`Telling`]), where they disagree ([`Difference`]), the rounds before and after it, and other meetings of the same
//! people nearby; for lists, a [`Summary`].
//! **Why:** a reader who is shown one record of a meeting must see whose words it was made of, and what did not fit in.

mod called;
mod company;
mod differences;
pub(super) mod disagreement;
mod index;
mod summary;
mod tellings;
#[cfg(test)]
mod tests;

pub use called::{BETWEEN, called, own_name, series};
pub use company::{Related, Rounds};
pub use differences::{Difference, Slot, Value, Version};
pub use index::MeetingIndex;
pub use summary::{Certainty, Summary};
pub use tellings::{Bond, Telling, leading};

use std::collections::BTreeMap;

use self::index::Near;
use super::Source;
use crate::language::{EntityId, NameKind};
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{MeetingMention, Participant};
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
    /// The words that name it; `None` where the record has it from other rounds of its series.
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
            who: who(library, record),
            when: when(library, record),
            place: place(library, record),
            status: status(library, record, &tellings),
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

/// The tellings of a meeting, each with its story, in the order of stories.
fn told<'a>(library: &'a Library, record: &'a Meeting) -> impl Iterator<Item = (usize, &'a MeetingMention)> {
    record.mentions.iter().filter_map(|at| Some((at.story, library.mention(*at)?)))
}

fn who(library: &Library, record: &Meeting) -> Vec<Attendee> {
    let tellings = || told(library, record);
    let attendee = |participant: &Participant| {
        // The record has its passages from the first telling that names someone.
        let named = |(_, telling): &(usize, &MeetingMention)| {
            telling.participants.iter().any(|one| one.id == participant.id && one.passage == participant.passage)
        };
        let source = tellings().find(named).map(|(story, _)| Source { story, passage: participant.passage });
        let (stories, inferred) = naming(library, tellings(), participant);
        Attendee {
            id: participant.id.clone(),
            name: participant.name.clone(),
            kind: participant.kind,
            source: source.filter(|_| !record.sides_of_series),
            stories,
            inferred,
        }
    };
    record.participants.iter().map(attendee).collect()
}

/// How many stories call someone by name who tell that they took part, and the words by which each other one means them.
fn naming<'a>(
    library: &Library,
    tellings: impl Iterator<Item = (usize, &'a MeetingMention)>,
    who: &Participant,
) -> (usize, Vec<Source>) {
    // For each story the words, or none where it names them.
    let mut found: BTreeMap<usize, Option<Source>> = BTreeMap::new();
    for (number, telling) in tellings {
        let Some(story) = library.stories.get(number) else { continue };
        for one in telling.participants.iter().filter(|one| disagreement::is_one_side(one, who)) {
            // A surname is a name as well; the state that someone acts for is not theirs.
            let is_same = one.id == who.id || one.kind == who.kind;
            let is_named = story.names(&who.id) || is_same && story.inferred_from(one).is_none();
            let words = Source { story: number, passage: one.role.unwrap_or(one.passage) };
            let known = found.entry(number).or_insert(Some(words));
            *known = known.filter(|_| !is_named);
        }
    }
    let inferred: Vec<Source> = found.values().copied().flatten().collect();
    (found.len() - inferred.len(), inferred)
}

fn when(library: &Library, record: &Meeting) -> Option<Source> {
    let passage = record.when?.passage?;
    let is_from = |telling: &MeetingMention| telling.when.is_some_and(|when| when.passage == Some(passage));
    // Of a round that one story opens and another closes, the last day's words speak for all.
    let exact = told(library, record).find(|(_, telling)| telling.when == record.when);
    let (story, _) = exact.or_else(|| told(library, record).find(|(_, telling)| is_from(telling)))?;
    Some(Source { story, passage })
}

fn place(library: &Library, record: &Meeting) -> Option<Source> {
    let place = record.place.as_ref()?;
    let (story, _) = told(library, record).find(|(_, telling)| telling.place.as_ref() == Some(place))?;
    Some(Source { story, passage: place.passage })
}

fn status(library: &Library, record: &Meeting, tellings: &[Telling]) -> Option<Source> {
    let leads = |telling: &&Telling| {
        !telling.in_passing && library.mention(telling.at).is_some_and(|told| told.status == record.status)
    };
    tellings.iter().find(leads).map(|telling| telling.source)
}
