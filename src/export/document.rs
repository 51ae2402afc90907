//! A whole library in, one JSON document out.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::SCHEMA;
use super::articles::{Articles, attendant, location, when};
use super::record::{Attendant, Quote, When, Who, rounded};
use crate::language::Passage;
use crate::library::Library;
use crate::links::{self, LinkTarget, Tier};

/// The document. Whatever is in it is made while it is written, so that a large library needs no second copy of itself.
pub(super) struct Document<'a> {
    library: &'a Library,
    articles: &'a Articles<'a>,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let links::Connections { entities, meetings, series, links, completions: _, decisions: _ } =
            &self.library.connections;
        let ids = Ids(self.library);
        let mut document = out.serialize_struct("Document", 6)?;
        document.serialize_field("schema", SCHEMA)?;
        document.serialize_field("articles", &Each(|| self.articles.records()))?;
        document.serialize_field("names", &Each(|| entities.iter().map(|entity| ids.entity(entity))))?;
        document.serialize_field("meetings", &Each(|| meetings.iter().map(|meeting| ids.meeting(meeting))))?;
        document.serialize_field("series", &Each(|| series.iter().map(|series| ids.series(series))))?;
        document.serialize_field("links", &Each(|| links.iter().map(|link| ids.link(link))))?;
        document.end()
    }
}

/// A list of which each is made when it is written.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq((self.0)())
    }
}

/// Someone or something that the library names.
#[derive(Serialize)]
struct Entity<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    mentions: usize,
    articles: Vec<&'a str>,
}

/// A meeting, with the articles that tell of it.
#[derive(Serialize)]
pub(super) struct Meeting<'a> {
    id: &'a str,
    kind: &'static str,
    status: &'static str,
    participants: Vec<Attendant<'a>>,
    when: Option<When>,
    #[serde(rename = "where")]
    place: Option<Who<'a>>,
    series: Option<&'a str>,
    ordinal: Option<u32>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    from_links: &'static [&'static str],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    likely: bool,
    articles: Vec<&'a str>,
}

/// A series of meetings, with the articles that name it.
#[derive(Serialize)]
struct Series<'a> {
    id: &'a str,
    name: &'a str,
    articles: Vec<&'a str>,
}

/// Two articles that belong together.
#[derive(Serialize)]
pub(super) struct Link<'a> {
    from: &'a str,
    to: &'a str,
    meeting: Option<&'a str>,
    series: Option<&'a str>,
    tier: &'static str,
    #[serde(serialize_with = "rounded")]
    confidence: f64,
    reasons: Vec<Reason<'a>>,
}

/// What speaks for a link or against it.
#[derive(Serialize)]
pub(super) struct Reason<'a> {
    feature: &'static str,
    #[serde(serialize_with = "rounded")]
    weight: f64,
    from: Option<Quote<'a>>,
    to: Option<Quote<'a>>,
    says: &'a str,
}

impl<'a> Document<'a> {
    pub(super) const fn new(library: &'a Library, articles: &'a Articles<'a>) -> Self {
        Self { library, articles }
    }
}

/// Turns indices into the ids that stand in the output.
pub(super) struct Ids<'a>(pub(super) &'a Library);

impl<'a> Ids<'a> {
    /// The id of a story; empty for an index that leads nowhere, which the rooms below never hand out.
    pub(super) fn article(&self, story: usize) -> &'a str {
        self.0.stories.get(story).map(|story| story.article.id.as_str()).unwrap_or_default()
    }

    fn articles(&self, stories: impl Iterator<Item = usize>) -> Vec<&'a str> {
        let mut ids: Vec<&str> = stories.map(|story| self.article(story)).collect();
        ids.dedup();
        ids
    }

    fn entity(&self, entity: &'a links::Entity) -> Entity<'a> {
        Entity {
            id: entity.id.as_str(),
            name: &entity.name,
            kind: entity.kind.word(),
            mentions: entity.mentions,
            articles: self.articles(entity.stories.iter().copied()),
        }
    }

    pub(super) fn meeting(&self, meeting: &'a links::Meeting) -> Meeting<'a> {
        Meeting {
            id: &meeting.id,
            kind: meeting.kind.word(),
            status: meeting.status.word(),
            participants: meeting.participants.iter().map(attendant).collect(),
            when: meeting.when.as_ref().map(when),
            place: meeting.place.as_ref().map(location),
            series: meeting.series.as_ref().map(crate::meetings::SeriesId::as_str),
            ordinal: meeting.ordinal,
            from_links: if meeting.sides_of_series { &["participants"] } else { &[] },
            likely: meeting.is_likely,
            articles: self.articles(meeting.mentions.iter().map(|mention| mention.story)),
        }
    }

    fn series(&self, series: &'a links::Series) -> Series<'a> {
        Series {
            id: series.id.as_str(),
            name: &series.name,
            articles: self.articles(series.stories.iter().map(|(story, _)| *story)),
        }
    }

    pub(super) fn link(&self, link: &'a links::Link) -> Link<'a> {
        let connections = &self.0.connections;
        let (meeting, series) = match link.target {
            LinkTarget::Meeting(index) => (connections.meetings.get(index).map(|meeting| meeting.id.as_str()), None),
            LinkTarget::Series(index) => (None, connections.series.get(index).map(|series| series.id.as_str())),
        };
        Link {
            from: self.article(link.from),
            to: self.article(link.to),
            meeting,
            series,
            tier: match link.tier {
                Tier::Same => "same",
                Tier::Probable => "probable",
                Tier::Series => "series",
            },
            confidence: link.confidence,
            reasons: self.reasons((link.from, link.to), &link.reasons),
        }
    }

    /// Reasons about two stories, by index.
    pub(super) fn reasons(&self, (from, to): (usize, usize), reasons: &'a [links::Reason]) -> Vec<Reason<'a>> {
        let at = |story: usize, passage: Option<Passage>| Some(Quote::of(self.0.stories.get(story)?, passage?));
        let reason = |reason: &'a links::Reason| Reason {
            feature: reason.feature,
            weight: reason.weight,
            from: at(from, reason.from),
            to: at(to, reason.to),
            says: &reason.says,
        };
        reasons.iter().map(reason).collect()
    }
}
