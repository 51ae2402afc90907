//! A meeting in, how each story tells it out, with what joins that story to the others.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;

use super::Source;
use crate::library::Library;
use crate::links::{MentionRef, Standing, Tier};
use crate::meetings::{MeetingMention, Story};

/// A meeting as one story tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// Which one; [`Library::mention`] has what it says of kind, status, day, place and people.
    pub at: MentionRef,
    /// The words that tell of it, those that say most.
    pub source: Source,
    /// The day on which the story was published, as far as it can be told.
    pub published: Option<Date>,
    /// Whether only the reports of others show what its words are about.
    pub is_echo: bool,
    /// Whether such words stand by the way, neither in the headline nor where the story opens.
    pub in_passing: bool,
    /// What joins it to another story of the meeting, the surest bond; `None` where there is no other.
    pub bond: Option<Bond>,
}

/// What joins a story to another one of the same meeting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bond {
    /// Index of the link in [`Connections::links`](crate::links::Connections::links).
    pub link: usize,
    /// Index of the other story.
    pub other: usize,
    /// How sure, in words.
    pub tier: Tier,
    /// The same as a probability, 0 to 1.
    pub confidence: f64,
}

impl Bond {
    /// What speaks for it and against it, in words, heaviest first, as the story that this is the bond of tells it. `library` is the one that this was made from.
    pub fn reasons(self, library: &Library) -> impl Iterator<Item = &str> {
        let link = library.connections.links.get(self.link);
        link.into_iter().flat_map(move |link| link.said_from(link.other(self.other)))
    }
}

impl Telling {
    /// The outlet of its story; `None` where that is not told.
    pub fn outlet<'a>(&self, library: &'a Library) -> Option<&'a str> {
        outlet(library, self.at.story)
    }
}

/// The outlet of a story; `None` where that is not told.
pub(super) fn outlet(library: &Library, story: usize) -> Option<&str> {
    library.stories.get(story)?.article.outlet.as_ref().map(|outlet| outlet.name.as_str())
}

/// Every telling of a meeting, the latest published first, those of unknown days last.
/// `links` are those that join its stories.
pub(super) fn of(library: &Library, meeting: usize, links: &[usize]) -> Vec<Telling> {
    let Some(record) = library.connections.meetings.get(meeting) else { return Vec::new() };
    let surest = surest_links(library, links);
    let telling = |at: &MentionRef| {
        let (story, told) = (library.stories.get(at.story)?, library.mention(*at)?);
        let link = surest.get(&at.story).copied();
        Some(Telling {
            at: *at,
            source: Source::of_telling(library, *at)?,
            published: story.annotations.published.as_ref().map(|published| published.best),
            is_echo: told.echo.is_some(),
            in_passing: is_in_passing(story, told),
            bond: link.and_then(|link| bond(library, link, at.story)),
        })
    };
    let mut tellings: Vec<Telling> = record.mentions.iter().filter_map(telling).collect();
    tellings.sort_by_key(|telling| (Reverse(telling.published), telling.at));
    tellings
}

/// Whether a story tells of a meeting only by the way, in words that the reports of others explain.
pub(super) fn is_in_passing(story: &Story, told: &MeetingMention) -> bool {
    told.echo.is_some() && Standing::of(story, told) == Standing::Below
}

/// The words of the telling whose status leads, the latest published that tells it; where none does, those of the latest
/// telling. `None` where there is no such meeting. Linear in the meeting's tellings alone: a list asks on every key.
pub fn leading(library: &Library, meeting: usize) -> Option<Source> {
    let record = library.connections.meetings.get(meeting)?;
    let telling = |at: &MentionRef| {
        let (story, told) = (library.stories.get(at.story)?, library.mention(*at)?);
        let leads = told.echo.is_none() && told.status == record.status;
        let published = story.annotations.published.as_ref().map(|published| published.best);
        told.evidence.first()?;
        Some((!leads, Reverse(published), *at))
    };
    let (_, _, first) = record.mentions.iter().filter_map(telling).min()?;
    Source::of_telling(library, first)
}

/// For each story of a meeting the index of its surest link within it.
fn surest_links(library: &Library, of_meeting: &[usize]) -> HashMap<usize, usize> {
    let links = &library.connections.links;
    let mut surest: HashMap<usize, usize> = HashMap::new();
    for &number in of_meeting {
        let Some(link) = links.get(number) else { continue };
        for story in [link.from, link.to] {
            let known = surest.entry(story).or_insert(number);
            if links.get(*known).is_some_and(|known| known.confidence < link.confidence) {
                *known = number;
            }
        }
    }
    surest
}

fn bond(library: &Library, number: usize, story: usize) -> Option<Bond> {
    let link = library.connections.links.get(number)?;
    Some(Bond { link: number, other: link.other(story), tier: link.tier, confidence: link.confidence })
}
