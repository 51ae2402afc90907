//! Two stories in; why they are linked, or what speaks against it, out.

use std::collections::HashSet;
use std::io::{self, Write};

use super::links::{AGAINST, evidence, tell_marked, tell_reason, tell_story};
use super::output::Output;
use super::words::{meeting, mention, people, quoted, story, told as told_words};
use crate::dossier::why::verdict_words;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{Explanation, Link, LinkTarget, MentionRef, Reason};
use crate::text::letters::first_upper;

/// Prints why the two stories are linked or not.
pub(super) fn write(library: &Library, explanation: &Explanation, out: &mut Output) -> io::Result<()> {
    let sides = (explanation.from, explanation.to);
    for one in [sides.0, sides.1].into_iter().filter_map(|number| library.stories.get(number)) {
        out.paragraph(0, 2, &story(one))?;
    }
    out.line("")?;
    let links = links_between(library, sides);
    if !links.iter().any(|link| matches!(link.target, LinkTarget::Meeting(_))) {
        not_one_meeting(library, explanation, !links.is_empty(), out)?;
    }
    for (number, link) in links.iter().enumerate() {
        if number > 0 {
            out.line("")?;
        }
        tell_link(library, &link.turned_from(sides.0), out)?;
    }
    out.flush()
}

/// Prints what there is to say of a story and itself.
pub(super) fn write_same(library: &Library, number: usize, out: &mut Output) -> io::Result<()> {
    let id = library.stories.get(number).map(|story| story.article.id.as_str()).unwrap_or_default();
    out.line(&format!("Both are the same article, {id}; name two."))?;
    out.flush()
}

/// What joins the two, surest first.
pub(super) fn links_between(library: &Library, (one, other): (usize, usize)) -> Vec<&Link> {
    let (from, to) = (one.min(other), one.max(other));
    let links = library.connections.links.iter();
    let mut links: Vec<&Link> = links.filter(|link| link.from == from && link.to == to).collect();
    links.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.confidence.total_cmp(&a.confidence)));
    // A correction may join several tellings of two stories: their meeting is told once, as the view tells it.
    let mut known = HashSet::new();
    links.retain(|link| known.insert(link.target));
    links
}

fn tell_link(library: &Library, link: &Link, out: &mut Output) -> io::Result<()> {
    let tier = first_upper(link.tier.words());
    let sides = (link.from, link.to);
    let mut known: (&[Passage], &[Passage]) = (&[], &[]);
    match link.target {
        LinkTarget::Meeting(number) => {
            let Some(one) = library.connections.meetings.get(number) else { return Ok(()) };
            out.paragraph(0, 2, &format!("{tier}: {}", meeting(library, one)))?;
            let told = |story: usize| one.mentions.iter().filter(move |at| at.story == story);
            for &at in told(link.from).chain(told(link.to)) {
                let told = evidence(library, at);
                tell_story(library, at.story, told_words(library, at), out)?;
                *(if at.story == link.from { &mut known.0 } else { &mut known.1 }) = told;
            }
        }
        LinkTarget::Series(number) => {
            let Some(series) = library.connections.series.get(number) else { return Ok(()) };
            out.paragraph(0, 2, &format!("{tier}: {}", series.name))?;
        }
    }
    link.reasons.iter().try_for_each(|reason| tell_reason(library, sides, reason, known, out))
}

/// Why the two tell of no common meeting: the likeliest pair of tellings and what came of it.
fn not_one_meeting(library: &Library, told: &Explanation, kin: bool, out: &mut Output) -> io::Result<()> {
    let but = if kin { ", but the same series (below)" } else { "" };
    let Some((here, there)) = told.pair else {
        let silent = [told.from, told.to].into_iter().filter_map(|number| library.stories.get(number));
        let silent: Vec<&str> =
            silent.filter(|story| story.meetings.is_empty()).map(|story| story.article.id.as_str()).collect();
        let tell = if silent.len() > 1 { "tell" } else { "tells" };
        let silent = people(&silent, usize::MAX);
        return end(&format!("Not the same meeting{but}: {silent} {tell} of no meeting."), kin, out);
    };
    let why = verdict_words(told.verdict);
    out.paragraph(0, 2, &format!("Not the same meeting{but}: {why}"))?;
    for at in [here, there] {
        tell_told(library, at, out)?;
    }
    let known = (evidence(library, here), evidence(library, there));
    let sides = (told.from, told.to);
    if !told.vetoes.is_empty() {
        out.line("    What decides against it")?;
        for veto in &told.vetoes {
            tell_marked(library, sides, (AGAINST, veto), known, out)?;
        }
    }
    // What decides has been told.
    let decided = |one: &&Reason| told.vetoes.iter().any(|veto| veto.feature == one.feature);
    let weighed: Vec<&Reason> = told.reasons.iter().filter(|one| !decided(one)).collect();
    if !weighed.is_empty() {
        out.line("    What speaks for it (+) and against it (-)")?;
        for reason in weighed {
            tell_reason(library, sides, reason, known, out)?;
        }
    }
    if kin { out.line("") } else { Ok(()) }
}

fn end(line: &str, kin: bool, out: &mut Output) -> io::Result<()> {
    out.paragraph(0, 2, line)?;
    if kin { out.line("") } else { Ok(()) }
}

/// A telling on one line, its words below.
fn tell_told(library: &Library, at: MentionRef, out: &mut Output) -> io::Result<()> {
    let (Some(told), Some(story)) = (library.mention(at), library.stories.get(at.story)) else { return Ok(()) };
    out.paragraph(
        2,
        2,
        &format!("{}: {}", story.article.id, mention(story, told, library.connections.completions.get(&at))),
    )?;
    told_words(library, at).map_or(Ok(()), |words| out.paragraph(4, 1, &quoted(story.words(words))))
}
