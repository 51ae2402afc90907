//! One story of a library in, plain text out.

use std::io::{self, Write};

use super::list::{day, title};
use super::output::Output;
use super::words::{names, or_linked, status, when_told};
use crate::article::{DateSource, TitleFrom};
use crate::dossier::wording;
use crate::library::Library;
use crate::links::{Completion, Link, LinkTarget, MentionRef};
use crate::meetings::{MeetingMention, MeetingPlace, Participant, Story};
use crate::text::sanitise::one_line;
use crate::text::width::truncate;

/// How much of a passage is quoted, in columns.
const QUOTED: usize = 100;

/// Prints a story: what is known of it, its text, its meetings, its links.
pub(super) fn write(library: &Library, number: usize, out: &mut Output) -> io::Result<()> {
    let Some(story) = library.stories.get(number) else { return out.flush() };
    head(story, out)?;
    text(story, out)?;
    if !story.meetings.is_empty() {
        out.line("")?;
        out.line("Meetings")?;
    }
    for (mention, meeting) in story.meetings.iter().enumerate() {
        let linked = library.connections.completions.get(&MentionRef { story: number, mention });
        tell(story, meeting, linked, out)?;
    }
    out.line("")?;
    out.line("Links")?;
    let others = others(library, number);
    if others.is_empty() {
        out.line(match story.meetings.as_slice() {
            [] => "  nothing links this story to another",
            [_] => "  no other story here tells of this meeting",
            _ => "  no other story here tells of these meetings",
        })?;
    }
    for (other, links) in others {
        follow(library, (number, other), &links, out)?;
    }
    out.flush()
}

/// Every linked story once, with all that links it, surest first: the same meeting, then probably the same, then the
/// same series; within these the order of the library.
fn others(library: &Library, number: usize) -> Vec<(usize, Vec<&Link>)> {
    let mut others: Vec<(usize, Vec<&Link>)> = Vec::new();
    let mut links: Vec<&Link> = library.links_of(number).collect();
    links.sort_by_key(|link| link.tier);
    for link in links {
        let other = link.other(number);
        match others.iter_mut().find(|(known, _)| *known == other) {
            Some((_, links)) => links.push(link),
            None => others.push((other, vec![link])),
        }
    }
    others
}

fn head(story: &Story, out: &mut Output) -> io::Result<()> {
    let article = &story.article;
    match article.title.from {
        TitleFrom::Derived(_) => out.line(&format!("“{}” (no headline; the first sentence)", article.title.text))?,
        TitleFrom::Text(_) | TitleFrom::Record => out.line(&article.title.text)?,
    }
    let published = story.annotations.published.as_ref().map(|published| {
        let about = if published.is_certain() { "" } else { "about " };
        format!("{about}{} ({})", published.best, source(published.from))
    });
    let parts = [
        article.outlet.as_ref().map(|outlet| outlet.name.clone()),
        Some(published.unwrap_or_else(|| "no date".to_owned())),
        Some(article.id.clone()),
        article.url.clone(),
    ];
    out.line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// The text, block by block; without the title, which stands above already.
fn text(story: &Story, out: &mut Output) -> io::Result<()> {
    let article = &story.article;
    for block in article.blocks.iter().filter(|block| !article.is_title(block)) {
        out.line("")?;
        for line in article.heading(block).1.of(&article.text).lines() {
            out.line(line)?;
        }
    }
    Ok(())
}

fn tell(story: &Story, meeting: &MeetingMention, linked: Option<&Completion>, out: &mut Output) -> io::Result<()> {
    let who = |all: &Vec<Participant>| names(all).join(", ");
    let place = |place: &MeetingPlace| place.name.clone();
    let parts = [
        meeting.kind.word().to_owned(),
        or_linked(linked.and_then(|linked| linked.participants.as_ref()).map(who), || who(&meeting.participants)),
        when_told(story, meeting, linked),
        or_linked(linked.and_then(|linked| linked.place.as_ref()).map(place), || {
            meeting.place.as_ref().map(place).unwrap_or_default()
        }),
        status(meeting.status).unwrap_or_default().to_owned(),
        if meeting.is_likely { wording::PROBABLY_ONE.to_owned() } else { String::new() },
        if meeting.main { "what this story is about".to_owned() } else { String::new() },
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    out.line(&format!("  {}", parts.join(" · ")))?;
    let words = meeting.evidence.first().map(|&passage| one_line(story.words(passage))).unwrap_or_default();
    out.line(&format!("    “{}”", truncate(&words, QUOTED)))
}

/// One line about another story, with everything that the two share; below it what speaks for that.
fn follow(library: &Library, (own, other): (usize, usize), links: &[&Link], out: &mut Output) -> io::Result<()> {
    let Some(story) = library.stories.get(other) else { return Ok(()) };
    let shared: Vec<String> = links.iter().map(|link| shared(library, link)).collect();
    out.line(&format!("  {} · {} · {} · {}", shared.join("; "), day(story), title(story), story.article.id))?;
    let mut told: Vec<&str> = Vec::new();
    let said = links.iter().flat_map(|link| link.reasons.iter().zip(link.said_from(own)));
    for (_, says) in said.filter(|(reason, _)| reason.weight > 0.0) {
        if !told.contains(&says) {
            told.push(says);
            out.line(&format!("    {says}"))?;
        }
    }
    Ok(())
}

/// What two stories share, in words: `same meeting (call, 2017-11-21)`, `same series (Astana process)`.
fn shared(library: &Library, link: &Link) -> String {
    let what = match link.target {
        LinkTarget::Meeting(meeting) => library.connections.meetings.get(meeting).map(|meeting| {
            let parts = [
                Some(meeting.kind.word().to_owned()),
                meeting.when.as_ref().map(|when| when.interval.to_string()),
                meeting.place.as_ref().map(|place| place.name.clone()),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }),
        LinkTarget::Series(series) => library.connections.series.get(series).map(|series| series.name.clone()),
    };
    what.map_or_else(|| link.tier.words().to_owned(), |what| format!("{} ({what})", link.tier.words()))
}

/// What the date was taken from, in words.
const fn source(from: DateSource) -> &'static str {
    match from {
        DateSource::Metadata => "from its record",
        DateSource::Dateline => "from its dateline",
        DateSource::Text => "from its text",
        DateSource::Url => "from its address",
        DateSource::File => "from the file's name",
        DateSource::Links => "from linked stories",
        DateSource::Correction => "corrected",
    }
}
