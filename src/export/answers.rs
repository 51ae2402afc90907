//! Answers to single questions, as JSON: some meetings, all links, why two stories are linked or not.
//!
//! Each is an object with `schema` and one more field; what is in it is what the whole document has under the same name.

use serde::Serialize;

use super::SCHEMA;
use super::articles;
use super::document::{Ids, Link, Meeting, Reason};
use super::record::{self, rounded};
use crate::library::Library;
use crate::links::{self, MentionRef, Verdict};

/// Some meetings of a library.
#[derive(Serialize)]
pub(super) struct Meetings<'a> {
    schema: &'static str,
    meetings: Vec<Meeting<'a>>,
}

impl<'a> Meetings<'a> {
    /// Those with these indices, in their order.
    pub(super) fn new(library: &'a Library, chosen: &[usize]) -> Self {
        let meetings = chosen.iter().filter_map(|number| library.connections.meetings.get(*number));
        Self { schema: SCHEMA, meetings: meetings.map(|meeting| Ids(library).meeting(meeting)).collect() }
    }
}

/// All links of a library.
#[derive(Serialize)]
pub(super) struct Links<'a> {
    schema: &'static str,
    links: Vec<Link<'a>>,
}

impl<'a> Links<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        Self { schema: SCHEMA, links: library.connections.links.iter().map(|link| Ids(library).link(link)).collect() }
    }
}

/// Why two stories are linked or not.
#[derive(Serialize)]
pub(super) struct Explained<'a> {
    schema: &'static str,
    explanation: Explanation<'a>,
}

#[derive(Serialize)]
struct Explanation<'a> {
    from: &'a str,
    to: &'a str,
    links: Vec<Link<'a>>,
    verdict: &'static str,
    #[serde(serialize_with = "rounded")]
    confidence: f64,
    #[serde(serialize_with = "rounded")]
    score: f64,
    pair: Option<Pair<'a>>,
    reasons: Vec<Reason<'a>>,
    vetoes: Vec<Reason<'a>>,
}

/// The tellings that are likeliest to be of one meeting.
#[derive(Serialize)]
struct Pair<'a> {
    from: record::Meeting<'a>,
    to: record::Meeting<'a>,
}

impl<'a> Explained<'a> {
    pub(super) fn new(library: &'a Library, told: &'a links::Explanation) -> Self {
        let (ids, sides) = (Ids(library), (told.from, told.to));
        let between = |link: &&links::Link| (link.from, link.to) == (sides.0.min(sides.1), sides.0.max(sides.1));
        let pair = told
            .pair
            .and_then(|(here, there)| Some(Pair { from: telling(library, here)?, to: telling(library, there)? }));
        let explanation = Explanation {
            from: ids.article(sides.0),
            to: ids.article(sides.1),
            links: library.connections.links.iter().filter(between).map(|link| ids.link(link)).collect(),
            verdict: verdict(told.verdict),
            confidence: told.confidence,
            score: told.score,
            pair,
            reasons: ids.reasons(sides, &told.reasons),
            vetoes: ids.reasons(sides, &told.vetoes),
        };
        Self { schema: SCHEMA, explanation }
    }
}

/// A meeting as one story tells it.
fn telling(library: &Library, at: MentionRef) -> Option<record::Meeting<'_>> {
    let id = library.meeting_of(at).map(|(_, meeting)| meeting.id.as_str());
    let completion = library.connections.completions.get(&at);
    Some(articles::meeting(library.stories.get(at.story)?, library.mention(at)?, id.as_ref(), completion))
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same(_) => "same",
        Verdict::Corrected => "corrected",
        Verdict::Vetoed => "vetoed",
        Verdict::Unlikely => "unlikely",
        Verdict::KeptApart => "kept apart",
        Verdict::NothingToCompare => "nothing to compare",
    }
}
