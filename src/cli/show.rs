//! One story of a library in, plain text out.

use std::io::{self, Write};

use super::list::day;
use super::output::Output;
use crate::article::{DateSource, TitleFrom};
use crate::library::Library;
use crate::links::{Link, LinkTarget};
use crate::meetings::{MeetingMention, Story};
use crate::text::sanitise::one_line;
use crate::text::width::truncate;

/// How many ids are told where several fit.
const TOLD: usize = 5;
/// How much of a passage is quoted, in columns.
const QUOTED: usize = 100;

/// Why no story was picked. The messages are one line, free of control characters.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotOne {
    #[error("no article is called “{0}”; `dateline list` shows them all, and its numbers work too")]
    Unknown(String),
    #[error("“{asked}” fits {count} articles: {ids}; give more of the id, or its number in `dateline list`")]
    Several { asked: String, count: usize, ids: String },
}

/// The story that `asked` means: an id, a number in the list, or the beginning or end of one id only.
pub(super) fn find(library: &Library, asked: &str) -> Result<usize, NotOne> {
    let ids = || library.stories.iter().map(|story| story.article.id.as_str()).enumerate();
    if let Some((exact, _)) = ids().find(|(_, id)| *id == asked) {
        return Ok(exact);
    }
    // Numbers are written without leading zeros; `000` is the beginning of an id.
    let number = asked.parse::<usize>().ok().filter(|number| number.to_string() == asked);
    let numbered = number.and_then(|number| library.newest_first().get(number.checked_sub(1)?).copied());
    if let Some(story) = numbered {
        return Ok(story);
    }
    let fits = |id: &str| {
        let name = id.rsplit('/').next().unwrap_or(id);
        id.starts_with(asked) || name.starts_with(asked) || id.ends_with(asked)
    };
    let fitting: Vec<(usize, &str)> = ids().filter(|(_, id)| !asked.is_empty() && fits(id)).collect();
    match fitting.as_slice() {
        [(story, _)] => Ok(*story),
        [] => Err(NotOne::Unknown(one_line(asked))),
        several => {
            let mut ids = several.iter().take(TOLD).map(|(_, id)| *id).collect::<Vec<_>>().join(", ");
            if several.len() > TOLD {
                ids.push_str(", …");
            }
            Err(NotOne::Several { asked: one_line(asked), count: several.len(), ids })
        }
    }
}

/// Prints a story: what is known of it, its text, its meetings, its links.
pub(super) fn write(library: &Library, number: usize, out: &mut Output) -> io::Result<()> {
    let Some(story) = library.stories.get(number) else { return out.flush() };
    head(story, out)?;
    text(story, out)?;
    if !story.meetings.is_empty() {
        out.line("")?;
        out.line("Meetings")?;
    }
    for meeting in &story.meetings {
        tell(story, meeting, out)?;
    }
    out.line("")?;
    out.line("Links")?;
    let mut alone = true;
    for link in library.links_of(number) {
        alone = false;
        follow(library, number, link, out)?;
    }
    if alone {
        out.line("  no other story here tells of these meetings")?;
    }
    out.flush()
}

fn head(story: &Story, out: &mut Output) -> io::Result<()> {
    let article = &story.article;
    out.line(&article.title.text)?;
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
    let title = match article.title.from {
        TitleFrom::Text(span) => Some(span),
        TitleFrom::Record | TitleFrom::Derived(_) => None,
    };
    for block in article.blocks.iter().filter(|block| Some(block.span) != title) {
        out.line("")?;
        for line in block.span.of(&article.text).lines() {
            out.line(line)?;
        }
    }
    Ok(())
}

fn tell(story: &Story, meeting: &MeetingMention, out: &mut Output) -> io::Result<()> {
    let who: Vec<&str> = meeting.participants.iter().map(|participant| participant.name.as_str()).collect();
    let parts = [
        Some(meeting.kind.word().to_owned()),
        (!who.is_empty()).then(|| who.join(", ")),
        meeting.when.as_ref().map(|when| when.interval.to_string()),
        meeting.place.as_ref().map(|place| place.name.clone()),
        Some(meeting.status.word().to_owned()),
        meeting.main.then(|| "what this story is about".to_owned()),
    ];
    out.line(&format!("  {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")))?;
    let words = meeting.evidence.first().map(|&passage| one_line(story.words(passage))).unwrap_or_default();
    out.line(&format!("    “{}”", truncate(&words, QUOTED)))
}

fn follow(library: &Library, from: usize, link: &Link, out: &mut Output) -> io::Result<()> {
    let other = if link.from == from { link.to } else { link.from };
    let Some(story) = library.stories.get(other) else { return Ok(()) };
    let series = match link.target {
        LinkTarget::Meeting(_) => None,
        LinkTarget::Series(series) => library.connections.series.get(series),
    };
    let why =
        series.map_or_else(|| link.tier.words().to_owned(), |series| format!("{}: {}", link.tier.words(), series.name));
    out.line(&format!("  {why} · {} · {} · {}", day(story).trim_end(), story.article.title.text, story.article.id))?;
    for reason in link.reasons.iter().filter(|reason| reason.weight > 0.0) {
        out.line(&format!("    {}", reason.says))?;
    }
    Ok(())
}

/// What the date was taken from, in words.
const fn source(from: DateSource) -> &'static str {
    match from {
        DateSource::Metadata => "from its record",
        DateSource::Dateline => "from its dateline",
        DateSource::Text => "from its text",
        DateSource::Url => "from its address",
        DateSource::File => "from the file's name",
        DateSource::Links => "from stories about the same meetings",
    }
}
