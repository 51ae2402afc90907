//! A library in; every meeting and series that joins its stories out, with the words of each and what speaks for it.
//!
//! A meeting that many stories tell has many links. Each story is told once, with the surest of its links to the stories
//! above it; `--json` has them all.

use std::collections::HashMap;
use std::io::{self, Write};

use super::output::{self, Output};
use super::words::{counted, meeting, quoted, story, told as told_words};
use crate::language::Passage;
use crate::library::Library;
use crate::links::{Link, LinkTarget, Meeting, MentionRef, Reason, Series};
use crate::meetings::MeetingMention;

/// What stands before a reason.
const FOR: char = '+';
pub(super) const AGAINST: char = '-';
const NEITHER: char = '·';

/// Prints the links; false where there are none.
pub(super) fn write(library: &Library, out: &mut Output) -> io::Result<bool> {
    let mut links: HashMap<LinkTarget, Vec<&Link>> = HashMap::new();
    for link in &library.connections.links {
        links.entry(link.target).or_default().push(link);
    }
    let mut first = true;
    for (number, one) in library.connections.meetings.iter().enumerate().filter(|(_, one)| one.stories() > 1) {
        part(&mut first, out)?;
        let links = links.get(&LinkTarget::Meeting(number)).map(Vec::as_slice).unwrap_or_default();
        joined_by_meeting(library, one, links, out)?;
    }
    for series in library.connections.series.iter().filter(|series| series.stories.len() > 1) {
        part(&mut first, out)?;
        joined_by_series(library, series, out)?;
    }
    out.flush()?;
    Ok(!first)
}

/// Says why there are no links.
pub(super) fn tell_nothing(library: &Library) {
    output::tell(&match library.stories.len() {
        1 => "dateline: only one story here, and a link joins two; give a folder, or more files".to_owned(),
        number => format!(
            "dateline: no links: no two of the {number} stories here tell of one meeting or series; `dateline meetings` \
             prints what they tell, `dateline explain A B` why two are not linked"
        ),
    });
}

/// A blank line between two groups.
fn part(first: &mut bool, out: &mut Output) -> io::Result<()> {
    if std::mem::replace(first, false) { Ok(()) } else { out.line("") }
}

fn joined_by_meeting(library: &Library, one: &Meeting, links: &[&Link], out: &mut Output) -> io::Result<()> {
    let stories = counted(one.stories(), "story", "stories");
    out.paragraph(0, 2, &format!("{} · {stories}", meeting(library, one)))?;
    let order = in_time(library, &one.mentions);
    let surest = surest_to_one_above(&order, links);
    for &mention in &order {
        tell_story(library, mention.story, told_words(library, mention), out)?;
        let Some(link) = surest.get(&mention.story) else { continue };
        let link = link.turned_from(mention.story);
        let other = link.to;
        let ambiguous = order.len() > 2;
        let with = library.stories.get(other).filter(|_| ambiguous).map(|other| format!(" as {}", other.article.id));
        out.paragraph(4, 2, &format!("{}{}:", link.tier.words(), with.unwrap_or_default()))?;
        let told = |story: usize| order.iter().find(|mention| mention.story == story);
        let quoted = |story: usize| told(story).map(|&at| evidence(library, at)).unwrap_or_default();
        let known = (quoted(link.from), quoted(link.to));
        for reason in &link.reasons {
            tell_reason(library, (link.from, link.to), reason, known, out)?;
        }
    }
    Ok(())
}

/// For each story of a meeting the surest of its links to a story that stands before it in `order`.
fn surest_to_one_above<'l>(order: &[MentionRef], links: &[&'l Link]) -> HashMap<usize, &'l Link> {
    let place: HashMap<usize, usize> =
        order.iter().enumerate().map(|(place, mention)| (mention.story, place)).collect();
    let mut surest: HashMap<usize, &Link> = HashMap::new();
    for &link in links {
        let lower = if place.get(&link.from) < place.get(&link.to) { link.to } else { link.from };
        let best = surest.entry(lower).or_insert(link);
        if link.confidence > best.confidence {
            *best = link;
        }
    }
    surest
}

/// As the stories were published; those whose day cannot be told come last.
fn in_time(library: &Library, mentions: &[MentionRef]) -> Vec<MentionRef> {
    let day = |mention: &MentionRef| {
        let published = library.stories.get(mention.story).and_then(|story| story.annotations.published.as_ref());
        (published.is_none(), published.map(|published| published.best))
    };
    let mut mentions = mentions.to_vec();
    mentions.sort_by_key(day);
    mentions
}

fn joined_by_series(library: &Library, series: &Series, out: &mut Output) -> io::Result<()> {
    let stories = counted(series.stories.len(), "story", "stories");
    out.paragraph(0, 2, &format!("same series · {} · {stories}", series.name))?;
    for &(number, passage) in &series.stories {
        tell_story(library, number, Some(passage), out)?;
    }
    Ok(())
}

/// A story on one line, its words below.
pub(super) fn tell_story(library: &Library, number: usize, words: Option<Passage>, out: &mut Output) -> io::Result<()> {
    let Some(one) = library.stories.get(number) else { return Ok(()) };
    out.paragraph(2, 2, &story(one))?;
    words.map_or(Ok(()), |words| out.paragraph(4, 1, &quoted(one.words(words))))
}

/// The words that tell of a meeting in one story.
pub(super) fn evidence(library: &Library, at: MentionRef) -> &[Passage] {
    library.mention(at).map(|told: &MeetingMention| told.evidence.as_slice()).unwrap_or_default()
}

/// What speaks for a link (`+`), against it (`-`) or neither (`·`), with the words of both sides; those in `known`,
/// for either side, were quoted already.
pub(super) fn tell_reason(
    library: &Library,
    (from, to): (usize, usize),
    reason: &Reason,
    known: (&[Passage], &[Passage]),
    out: &mut Output,
) -> io::Result<()> {
    let sign = match reason.weight {
        weight if weight > 0.0 => FOR,
        weight if weight < 0.0 => AGAINST,
        _ => NEITHER,
    };
    tell_marked(library, (from, to), (sign, reason), known, out)
}

/// The same with a sign of its own.
pub(super) fn tell_marked(
    library: &Library,
    (from, to): (usize, usize),
    (sign, reason): (char, &Reason),
    known: (&[Passage], &[Passage]),
    out: &mut Output,
) -> io::Result<()> {
    let words = |number: usize, passage: Option<Passage>, known: &[Passage]| {
        let passage = passage.filter(|passage| !known.contains(passage))?;
        Some(quoted(library.stories.get(number)?.words(passage)))
    };
    let sides = [words(from, reason.from, known.0), words(to, reason.to, known.1)];
    let mut sides: Vec<String> = sides.into_iter().flatten().collect();
    sides.dedup();
    let quotation = if sides.is_empty() { String::new() } else { format!(": {}", sides.join(" – ")) };
    out.paragraph(6, 2, &format!("{sign} {}{quotation}", reason.says))
}
