//! Clusters in, [`Connections`] out: meetings with their identities, series, links with their reasons, entities.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::around::Around;
use super::cluster::cluster;
use super::compare::{compare, title};
use super::completion::completions;
use super::corrections::{self, Decisions};
use super::entities::entities;
use super::record::record;
use super::telling::Telling;
use super::tellings::Tellings;
use super::types::{Connections, Link, LinkTarget, Meeting, MentionRef, Reason, Series, Tier};
use super::weights::{CERTAIN, LINKED, probability};
use super::{half_told, rounds, sureness};
use crate::language::Passage;
use crate::meetings::{SeriesId, Story};

/// Which of these plain tellings are of one meeting; those of each of `whole` are known to be.
pub(super) fn clusters(
    plain: &[Telling<'_>],
    decisions: &Decisions,
    whole: &[Vec<MentionRef>],
) -> Vec<Vec<MentionRef>> {
    let in_full: Vec<Telling<'_>>;
    let has_half = plain.iter().any(|telling| telling.meeting.half_told);
    let full = if has_half {
        in_full = plain.iter().filter(|telling| !telling.meeting.half_told).cloned().collect();
        &in_full
    } else {
        plain
    };
    let clusters = cluster(full, &Around::of(full), decisions, whole);
    let named = |member: &usize| full.get(*member).map(Telling::mention);
    let clusters = clusters.iter().map(|members| members.iter().filter_map(named).collect()).collect();
    if has_half { half_told::join(plain, clusters, decisions) } else { clusters }
}

/// Clusters of plain tellings as indices into `tellings`, each with its echoes behind them.
fn with_echoes(tellings: &Tellings<'_>, clusters: &[Vec<MentionRef>]) -> Vec<Vec<usize>> {
    let all = tellings.all();
    let mut cluster_of: HashMap<(&str, Passage), usize> = HashMap::new();
    let mut joined: Vec<Vec<usize>> = Vec::with_capacity(clusters.len());
    for (number, mentions) in clusters.iter().enumerate() {
        let mut members: Vec<usize> = mentions.iter().filter_map(|mention| tellings.position(*mention)).collect();
        members.sort_unstable();
        for telling in members.iter().filter_map(|member| all.get(*member)) {
            let first = telling.evidence().map(|evidence| (telling.story.article.id.as_str(), evidence));
            first.map(|first| cluster_of.entry(first).or_insert(number));
        }
        joined.push(members);
    }
    for (at, telling) in all.iter().enumerate() {
        let Some(echo) = telling.meeting.echo.as_ref() else { continue };
        let source = (echo.story.as_str(), echo.evidence);
        // One that is its own source is of a meeting that a reader parted from all others.
        let is_own = telling.evidence().map(|evidence| (telling.story.article.id.as_str(), evidence)) == Some(source);
        match cluster_of.get(&source).and_then(|number| joined.get_mut(*number)) {
            Some(members) => members.push(at),
            None if is_own => {
                cluster_of.insert(source, joined.len());
                joined.push(vec![at]);
            }
            None => {}
        }
    }
    joined
}

/// Everything that joins `stories`, whose plain tellings these `clusters` join.
pub(super) fn assemble(stories: &[Story], clusters: &[Vec<MentionRef>], decisions: Decisions) -> Connections {
    let tellings = Tellings::of(stories);
    let clusters = with_echoes(&tellings, clusters);
    let tellings = tellings.all();
    let around = Around::of(tellings);
    let mut drafts: Vec<(Meeting, Vec<usize>)> =
        clusters.into_par_iter().map(|members| (record(tellings, &members), members)).collect();
    drafts.sort_by_cached_key(|(meeting, members)| (order(meeting), members.clone()));
    let rounds = rounds::group(stories, drafts.iter_mut().map(|(meeting, _)| meeting).collect());
    give_identities(drafts.iter_mut().map(|(meeting, _)| meeting));
    let links = drafts.par_iter().enumerate();
    let links = links.map(|(number, (_, members))| links_of(tellings, &around, (number, members), &decisions));
    let mut links: Vec<Link> = links.flatten_iter().collect();
    let mut series = series(stories);
    series.extend(rounds);
    links.extend(series.iter().enumerate().flat_map(|(number, series)| series_links(number, series)));
    links.sort_by_key(|a| (a.from, a.to, a.tier, a.target));
    let meetings: Vec<Meeting> = drafts.into_iter().map(|(meeting, _)| meeting).collect();
    let completions = completions(stories, &meetings);
    Connections { entities: entities(stories), meetings, series, links, completions, decisions }
}

/// Dated meetings first, by day.
fn order(meeting: &Meeting) -> (bool, Option<jiff::civil::Date>) {
    let day = meeting.when.map(|when| when.interval.from);
    (day.is_none(), day)
}

/// Identities made from what is told, so that they do not depend on the order of files: day, kind, who.
fn give_identities<'m>(meetings: impl Iterator<Item = &'m mut Meeting>) {
    let mut taken: HashSet<String> = HashSet::new();
    for meeting in meetings {
        let day = meeting.when.map_or_else(|| "undated".to_owned(), |when| when.interval.from.to_string());
        let mut who: Vec<&str> = meeting.participants.iter().map(|participant| participant.id.as_str()).collect();
        who.sort_unstable();
        who.truncate(3);
        let number = meeting.ordinal.map(|number| number.to_string());
        let about = meeting.series.as_ref().map(SeriesId::as_str);
        let place = meeting.place.as_ref().map(|place| place.id.as_str()).filter(|_| who.is_empty());
        let parts = [Some(day.as_str()), Some(meeting.kind.word()), about, number.as_deref(), place];
        let base: Vec<&str> = parts.into_iter().flatten().chain(who.iter().copied()).collect();
        let base = base.join("-");
        let mut id = base.clone();
        let mut count = 1;
        while !taken.insert(id.clone()) {
            count += 1;
            id = format!("{base}-{count}");
        }
        meeting.id = id;
    }
}

/// With how many others of a meeting or series each story is linked at most: enough for any reader, while a thousand
/// stories of one summit do not make half a million links. They still share its identity.
const PARTNERS: usize = 64;

/// A link for every two stories of a meeting, within [`PARTNERS`].
fn links_of(
    tellings: &[Telling<'_>],
    around: &Around<'_>,
    (number, members): (usize, &[usize]),
    decisions: &Decisions,
) -> Vec<Link> {
    let told: Vec<&Telling<'_>> = members.iter().filter_map(|member| tellings.get(*member)).collect();
    let (mut links, mut apart) = (Vec::new(), HashSet::new());
    for (at, a) in told.iter().enumerate() {
        for b in told.iter().skip(at + 1).take(PARTNERS) {
            // A correction may join what one story tells twice.
            if a.number == b.number {
                continue;
            }
            let (a, b) = if a.number <= b.number { (*a, *b) } else { (*b, *a) };
            let mut comparison = compare(a, b, around);
            let is_corrected = decisions.says(a.mention(), b.mention()) == Some(true);
            if is_corrected {
                corrections::join_by_hand(&mut comparison.reasons, a, b);
            }
            if !comparison.vetoes.is_empty() {
                apart.insert((a.number, b.number));
            }
            // Two tellings that only a third one joins are still of the same meeting, though less surely.
            let echo = [a, b].into_iter().filter(|telling| telling.meeting.echo.is_some());
            let echo = echo.map(|telling| telling.meeting.confidence).reduce(f64::min);
            let confidence = echo.unwrap_or_else(|| probability(comparison.score)).max(LINKED);
            let confidence = if is_corrected { 1.0 } else { confidence };
            // There are more links than stories, and each is kept.
            comparison.reasons.shrink_to_fit();
            comparison.reasons.iter_mut().for_each(|reason| reason.says.shrink_to_fit());
            let tier = if confidence >= CERTAIN { Tier::Same } else { Tier::Probable };
            links.push(Link {
                from: a.number,
                to: b.number,
                target: LinkTarget::Meeting(number),
                tier,
                confidence,
                reasons: comparison.reasons,
            });
        }
    }
    let titled =
        |story: usize| told.iter().find(|telling| telling.number == story).map_or_else(String::new, |it| title(it));
    sureness::settle(&mut links, &apart, titled);
    links
}

fn series(stories: &[Story]) -> Vec<Series> {
    let mut found: BTreeMap<SeriesId, (String, Vec<(usize, Passage)>)> = BTreeMap::new();
    for (number, story) in stories.iter().enumerate() {
        for mention in &story.series {
            let Some(first) = mention.evidence.first() else { continue };
            let (name, told) = found.entry(mention.id.clone()).or_insert_with(|| (mention.name.clone(), Vec::new()));
            if mention.name < *name {
                name.clone_from(&mention.name);
            }
            told.push((number, *first));
        }
    }
    found.into_iter().map(|(id, (name, stories))| Series { id, name, is_named: true, stories }).collect()
}

fn series_links(number: usize, series: &Series) -> Vec<Link> {
    let mut links = Vec::new();
    for (at, (from, here)) in series.stories.iter().enumerate() {
        for (to, there) in series.stories.iter().skip(at + 1).take(PARTNERS) {
            let says = if series.is_named { "both name the" } else { "both tell of rounds of the" };
            let says = format!("{says} {}", series.name);
            let reason =
                Reason { feature: "series", weight: 1.0, from: Some(*here), to: Some(*there), says, says_turned: None };
            links.push(Link {
                from: *from,
                to: *to,
                target: LinkTarget::Series(number),
                tier: Tier::Series,
                confidence: LINKED,
                reasons: vec![reason],
            });
        }
    }
    links
}
