//! Stories of a library in, the records of its articles out.

use std::collections::HashMap;

use super::SCHEMA;
use super::record::{
    self, Article, At, Attendant, Block, Date, Days, Meeting, Mention, Name, Quote, Series, When, Who, words,
};
use crate::article::{BlockKind, DateSource};
use crate::language::{self, EntityId, Form, NameKind, Part, Passage};
use crate::library::Library;
use crate::links::{Completion, MentionRef};
use crate::meetings::{MeetingDate, MeetingMention, MeetingPlace, Participant, SeriesMention, Story};

/// A library with what is needed to write its articles one by one.
pub(super) struct Articles<'a> {
    library: &'a Library,
    /// The meeting that each mention tells of.
    meeting_of: HashMap<MentionRef, &'a str>,
}

impl<'a> Articles<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        let meetings = library.connections.meetings.iter();
        let meeting_of =
            meetings.flat_map(|meeting| meeting.mentions.iter().map(|&at| (at, meeting.id.as_str()))).collect();
        Self { library, meeting_of }
    }

    /// The articles in the order of the library, each made when it is asked for.
    pub(super) fn records(&self) -> impl Iterator<Item = Article<'a>> {
        self.library.stories.iter().enumerate().map(|(number, story)| self.record(number, story))
    }

    fn record(&self, number: usize, story: &'a Story) -> Article<'a> {
        let Story { article, annotations, .. } = story;
        let published = annotations.published.as_ref();
        let meetings = story.meetings.iter().enumerate();
        Article {
            schema: SCHEMA,
            id: &article.id,
            title: &article.title.text,
            outlet: article.outlet.as_ref().map(|outlet| outlet.name.as_str()),
            published: published.map(|published| published.best.to_string()),
            published_from: published.map_or("none", |published| source(published.from)),
            place: place(story),
            text: article.written_text(),
            blocks: article
                .blocks
                .iter()
                .map(|block| (block.kind, article.written_span(block.span)))
                .map(|(kind, span)| Block { kind: block_kind(kind), start: span.start(), end: span.end() })
                .collect(),
            names: annotations.names.iter().map(|one| name(story, one)).collect(),
            dates: annotations
                .dates
                .iter()
                // Dates of a title that came apart would need offsets of their own; nobody dates a story by them.
                .filter(|when| when.passage.part == Part::Text)
                .map(|when| Date {
                    at: At::of(story, when.passage),
                    text: words(story, when.passage),
                    when: Days::new(when.interval, when.precision),
                })
                .collect(),
            meetings: meetings
                .map(|(mention, told)| {
                    let at = MentionRef { story: number, mention };
                    meeting(story, told, self.meeting_of.get(&at), self.library.connections.completions.get(&at))
                })
                .collect(),
            series: story.series.iter().map(|told| series(story, told)).collect(),
        }
    }
}

/// Where the dateline says the story was written: the place's own name where the words are known to name one.
fn place(story: &Story) -> Option<&str> {
    let span = story.article.dateline?.place?;
    let named = story.annotations.names.iter().filter(|name| name.kind == NameKind::Place).find(|name| {
        name.mentions.iter().any(|mention| mention.passage.part == Part::Text && mention.passage.span.overlaps(span))
    });
    Some(named.map_or_else(|| span.of(&story.article.text), |name| name.name.as_str()))
}

fn name<'a>(story: &'a Story, name: &'a language::Name) -> Name<'a> {
    let form = |form| match form {
        Form::Name => "name",
        Form::Description => "description",
    };
    let mention = |mention: &language::NameMention| Mention {
        at: At::of(story, mention.passage),
        text: words(story, mention.passage),
        form: form(mention.form),
    };
    Name {
        id: name.id.as_str(),
        name: &name.name,
        kind: name.kind.word(),
        state: name.state.as_ref().map(EntityId::as_str),
        mentions: name.mentions.iter().map(mention).collect(),
    }
}

/// A meeting as `story` tells it, and, where that leaves something open, as linked stories do; `id` is the meeting's own.
pub(super) fn meeting<'a>(
    story: &'a Story,
    told: &'a MeetingMention,
    id: Option<&&'a str>,
    completion: Option<&'a Completion>,
) -> Meeting<'a> {
    let own = |one: &'a Participant| participant(story, one);
    // The words of an office stand in another story, unless it is the side that this one tells.
    let others = |one: &'a Participant| match told.participants.iter().find(|known| known.id == one.id) {
        Some(known) => participant(story, known),
        None => record::Participant { who: attendant(one), role: None },
    };
    let participants = match completion.and_then(|linked| linked.participants.as_ref()) {
        Some(all) => all.iter().map(others).collect(),
        None => told.participants.iter().map(own).collect(),
    };
    Meeting {
        id: id.copied().unwrap_or_default(),
        kind: told.kind.word(),
        status: told.status.word(),
        main: told.main,
        participants,
        when: completion.and_then(|linked| linked.when.as_ref()).or(told.when.as_ref()).map(when),
        place: completion.and_then(|linked| linked.place.as_ref()).or(told.place.as_ref()).map(location),
        series: told.series.as_ref().or_else(|| completion?.series.as_ref()).map(crate::meetings::SeriesId::as_str),
        ordinal: told.ordinal.or_else(|| completion?.ordinal),
        event: told.event.as_ref().map(EntityId::as_str),
        from_links: completion.map(|linked| linked.slots().collect()).unwrap_or_default(),
        confidence: told.confidence,
        echo: told.echo.is_some(),
        likely: told.is_likely,
        evidence: places(story, &told.evidence),
    }
}

fn series<'a>(story: &Story, told: &'a SeriesMention) -> Series<'a> {
    Series { id: told.id.as_str(), name: &told.name, evidence: places(story, &told.evidence) }
}

fn places(story: &Story, passages: &[Passage]) -> Vec<At> {
    passages.iter().map(|&passage| At::of(story, passage)).collect()
}

fn participant<'a>(story: &'a Story, one: &'a Participant) -> record::Participant<'a> {
    record::Participant { who: attendant(one), role: one.role.map(|role| Quote::of(story, role)) }
}

pub(super) fn attendant(one: &Participant) -> Attendant<'_> {
    Attendant {
        id: one.id.as_str(),
        name: &one.name,
        kind: one.kind.word(),
        acts_for: one.acts_for.iter().map(EntityId::as_str).collect(),
    }
}

pub(super) fn location(place: &MeetingPlace) -> Who<'_> {
    Who { id: place.id.as_str(), name: &place.name }
}

pub(super) fn when(date: &MeetingDate) -> When {
    When { days: Days::new(date.interval, date.precision), inferred: date.passage.is_none() }
}

const fn source(from: DateSource) -> &'static str {
    match from {
        DateSource::Metadata => "metadata",
        DateSource::Dateline => "dateline",
        DateSource::Text => "text",
        DateSource::Url => "url",
        DateSource::File => "file",
        DateSource::Links => "links",
        DateSource::Correction => "correction",
    }
}

const fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading => "heading",
        BlockKind::Quote => "quote",
        BlockKind::Caption => "caption",
        BlockKind::Headlines => "headlines",
        BlockKind::Chrome => "chrome",
        BlockKind::Dateline => "dateline",
    }
}
