//! The format itself: what a program that reads the output sees, and in which order.
//!
//! Everything is borrowed from the library; `articles` and `document` fill it in. A change here is a change of
//! `docs/dateline-1.schema.json` and `docs/export.md`.

use serde::{Serialize, Serializer};

use crate::language::{Interval, Part, Passage, Precision};
use crate::meetings::Story;
use crate::text::Span;

/// One article.
#[derive(Serialize)]
pub(super) struct Article<'a> {
    pub(super) schema: &'static str,
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) outlet: Option<&'a str>,
    pub(super) published: Option<String>,
    pub(super) published_from: &'static str,
    pub(super) place: Option<&'a str>,
    pub(super) text: &'a str,
    pub(super) blocks: Vec<Block>,
    pub(super) names: Vec<Name<'a>>,
    pub(super) dates: Vec<Date<'a>>,
    pub(super) meetings: Vec<Meeting<'a>>,
    pub(super) series: Vec<Series<'a>>,
}

/// A part of the text.
#[derive(Serialize)]
pub(super) struct Block {
    pub(super) kind: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Who or what an article names.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the format's")]
pub(super) struct Name<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state: Option<&'a str>,
    pub(super) mentions: Vec<Mention<'a>>,
}

/// Where a name stands.
#[derive(Serialize)]
pub(super) struct Mention<'a> {
    #[serde(flatten)]
    pub(super) at: At,
    pub(super) text: &'a str,
    pub(super) form: &'static str,
}

/// A date expression of the text.
#[derive(Serialize)]
pub(super) struct Date<'a> {
    #[serde(flatten)]
    pub(super) at: At,
    pub(super) text: &'a str,
    #[serde(flatten)]
    pub(super) when: Days,
}

/// Some days, both ends included.
#[derive(Serialize)]
pub(super) struct Days {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) precision: &'static str,
}

/// A meeting as one article tells it.
#[derive(Serialize)]
pub(super) struct Meeting<'a> {
    pub(super) id: &'a str,
    pub(super) kind: &'static str,
    pub(super) status: &'static str,
    pub(super) main: bool,
    pub(super) participants: Vec<Participant<'a>>,
    pub(super) when: Option<When>,
    #[serde(rename = "where")]
    pub(super) place: Option<Who<'a>>,
    pub(super) series: Option<&'a str>,
    pub(super) ordinal: Option<u32>,
    pub(super) event: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) from_links: Vec<&'static str>,
    #[serde(serialize_with = "rounded")]
    pub(super) confidence: f64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) echo: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) likely: bool,
    pub(super) evidence: Vec<At>,
}

/// An identity with its name.
#[derive(Serialize)]
pub(super) struct Who<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
}

/// Someone at a meeting, as any article tells it.
#[derive(Serialize)]
pub(super) struct Attendant<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: &'static str,
    pub(super) acts_for: Vec<&'a str>,
}

/// Someone at a meeting, as one article tells it.
#[derive(Serialize)]
pub(super) struct Participant<'a> {
    #[serde(flatten)]
    pub(super) who: Attendant<'a>,
    pub(super) role: Option<Quote<'a>>,
}

/// The days of a meeting.
#[derive(Serialize)]
pub(super) struct When {
    #[serde(flatten)]
    pub(super) days: Days,
    pub(super) inferred: bool,
}

/// A series of meetings as one article names it.
#[derive(Serialize)]
pub(super) struct Series<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) evidence: Vec<At>,
}

/// A place in an article: bytes of its text as it was written, or of its title where that came apart from the text.
#[derive(Clone, Copy, Serialize)]
pub(super) struct At {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<&'static str>,
}

impl At {
    /// Where a passage of `story` stands.
    pub(super) fn of(story: &Story, passage: Passage) -> Self {
        let span = written(story, passage);
        let part = (passage.part == Part::Title).then_some("title");
        Self { start: span.start(), end: span.end(), part }
    }
}

/// A place in an article with the words that stand there.
#[derive(Serialize)]
pub(super) struct Quote<'a> {
    #[serde(flatten)]
    at: At,
    text: &'a str,
}

impl<'a> Quote<'a> {
    /// A passage of `story`.
    pub(super) fn of(story: &'a Story, passage: Passage) -> Self {
        Self { at: At::of(story, passage), text: words(story, passage) }
    }
}

/// The words of a passage, as they were written.
pub(super) fn words(story: &Story, passage: Passage) -> &str {
    let article = &story.article;
    written(story, passage).of(if passage.part == Part::Title { &article.title.text } else { article.written_text() })
}

/// Where a passage stands in what is exported: soft hyphens and the like count in the text; a title has none.
fn written(story: &Story, passage: Passage) -> Span {
    match passage.part {
        Part::Title => passage.span,
        Part::Text => story.article.written_span(passage.span),
    }
}

impl Days {
    pub(super) fn new(interval: Interval, precision: Precision) -> Self {
        let precision = match precision {
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Year => "year",
            Precision::Range => "range",
        };
        Self { from: interval.from.to_string(), to: interval.to.to_string(), precision }
    }
}

/// Three decimals say all that a score knows; a score that is no number is none.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes every field by reference")]
pub(super) fn rounded<S: Serializer>(score: &f64, out: S) -> Result<S::Ok, S::Error> {
    let score = if score.is_finite() { (score * 1000.0).round() / 1000.0 } else { 0.0 };
    // Minus zero would be printed as such.
    out.serialize_f64(score + 0.0)
}
