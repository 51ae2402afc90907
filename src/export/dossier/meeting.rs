//! A meeting's page: who, where and when, how each story tells it, where they disagree.

use std::collections::HashSet;

use crate::dossier::Source;
use crate::dossier::meeting::{Attendee, MeetingDossier, Slot, Telling, kind};
use crate::dossier::neighbourhood::{Labels, Node};
use crate::dossier::wording;
use crate::export::markdown::{Page, escape};
use crate::library::Library;
use crate::links::{Meeting, MentionRef};
use crate::meetings::Status;

/// What is said of an outlet that no story tells.
const UNKNOWN_OUTLET: &str = "unknown outlet";
/// So many of the reasons of a link are told.
const REASONS: usize = 3;

/// The page of a meeting.
pub(super) fn page(library: &Library, labels: &Labels<'_>, found: &MeetingDossier) -> Option<String> {
    let record = found.record(library)?;
    let told = labels.of(Node::Meeting(found.meeting));
    let day = if told.day.is_empty() { String::new() } else { format!(", {}", told.day) };
    let mut page = Page::new(library, &format!("{}{day}", told.title));
    page.part();
    facts(&mut page, library, found, record);
    tellings(&mut page, library, found);
    differences(&mut page, library, found);
    others(&mut page, library, labels, found);
    Some(page.finish())
}

fn facts(page: &mut Page<'_>, library: &Library, found: &MeetingDossier, record: &Meeting) {
    let who = if record.sides_of_series { "Who, from other rounds of its series" } else { "Who" };
    let stories = found.stories();
    let called = |one: &Attendee| {
        let is_told = record.sides_of_series || one.inferred.is_empty();
        if is_told { one.name.clone() } else { format!("{} ({})", one.name, one.naming(library, stories)) }
    };
    page.facts(who, found.who.iter().map(|one| (called(one), one.source)));
    if let Some(when) = wording::when_met(record) {
        let is_corrected = found.corrected_day(library).is_some();
        let inferred = match found.when {
            _ if is_corrected => " (as corrected; the stories do not tell this day)",
            None => " (inferred; no story says it in words)",
            Some(_) => "",
        };
        let apart = apart(library, found, Slot::Day, found.when);
        let mut notes = page.note(found.when);
        if !is_corrected && record.is_about() {
            notes += &match (found.when, of_whose_day(library, record)) {
                (Some(words), _) => page.note_of_day(words.story),
                (None, Some(story)) => page.note_of_story_day(story),
                (None, None) => String::new(),
            };
        }
        page.noted("When", &format!("{when}{inferred}{apart}"), &notes);
    }
    if let Some(place) = &record.place {
        let apart = apart(library, found, Slot::Place, found.place);
        page.fact("Where", &format!("{}{apart}", place.name), found.place);
    }
    let is_kind = |telling: &&Telling| library.mention(telling.at).is_some_and(|told| told.kind == record.kind);
    page.fact("Kind", &kind(record), found.tellings.iter().find(is_kind).map(|telling| telling.source));
    if record.is_likely {
        let why = if stories > 1 { wording::WHY_PROBABLY_ALL } else { wording::WHY_PROBABLY };
        page.noted("How sure", &format!("{}, for {why}", wording::PROBABLY_ONE), "");
    }
    // As on the screen, a page is silent of what no story tells.
    if record.status == Status::Unknown {
        return;
    }
    let apart = apart(library, found, Slot::Status, None);
    let told = wording::stories_of(found.status_told_by(library).0, found.stories());
    let by = if told.is_empty() { String::new() } else { format!(" (told by {told})") };
    page.fact("Status", &format!("{}{by}{apart}", record.status.word()), found.status);
}

/// The story on whose day a meeting was put of which no words tell the day.
fn of_whose_day(library: &Library, record: &Meeting) -> Option<usize> {
    let is_told_so = |at: &&MentionRef| library.mention(**at).is_some_and(|told| told.when == record.when);
    record.mentions.iter().find(is_told_so).map(|at| at.story)
}

/// What is said behind a fact that other stories tell otherwise, or that no story tells beside the other facts.
fn apart(library: &Library, found: &MeetingDossier, slot: Slot, source: Option<Source>) -> String {
    let outlet = source.and_then(|source| library.stories.get(source.story)).map(|story| story.article.outlet.as_ref());
    let outlet = outlet.map(|outlet| outlet.map_or(UNKNOWN_OUTLET, |outlet| outlet.name.as_str()));
    let by = outlet.map_or_else(String::new, |outlet| format!(", told by {outlet}"));
    match found.disagreement(slot) {
        Some(_) => format!("{by} ≠ others tell otherwise"),
        None if source.is_some() && found.is_put_together(library) => by,
        None => String::new(),
    }
}

fn tellings(page: &mut Page<'_>, library: &Library, found: &MeetingDossier) {
    page.heading("How each story tells it");
    // What joins two stories is told with the first of them.
    let mut links = HashSet::new();
    for telling in &found.tellings {
        let Some(mention) = library.mention(telling.at) else { continue };
        let status = Some(mention.status).filter(|status| *status != Status::Unknown);
        let mut told: Vec<String> = status.map(|status| status.word().to_owned()).into_iter().collect();
        let corrected = if mention.corrected.is_some() { ", as corrected" } else { "" };
        let story = library.stories.get(telling.at.story);
        let when = story.and_then(|story| wording::when_told(story, mention));
        told.extend(when.map(|when| when + corrected));
        told.extend(mention.place.as_ref().map(|place| place.name.clone()));
        told.extend(telling.in_passing.then(|| "only in passing".to_owned()));
        let is_new = telling.bond.is_some_and(|bond| links.insert(bond.link));
        let sure = bond(library, telling, is_new);
        let told = if told.is_empty() { String::new() } else { format!(": {}", escape(&told.join(", "))) };
        let line = format!("{}{told}{sure}", page.cited(telling.at.story));
        page.item(&line);
        let sentence = page.sentence(telling.source);
        if let Some(sentence) = sentence {
            page.quote(sentence.words(library));
        }
    }
}

/// How sure it is that a story tells of this meeting; and why, where that is not told yet.
fn bond(library: &Library, telling: &Telling, with_reasons: bool) -> String {
    let Some(bond) = telling.bond else { return String::new() };
    let reasons: Vec<&str> = bond.reasons(library).take(if with_reasons { REASONS } else { 0 }).collect();
    let why = if reasons.is_empty() { String::new() } else { format!(" ({})", escape(&reasons.join("; "))) };
    format!("; {}{why}", bond.tier.words())
}

fn differences(page: &mut Page<'_>, library: &Library, found: &MeetingDossier) {
    let parts = [("Where they disagree", false), ("What changed with time", true)];
    for (heading, is_progress) in parts {
        let mut differences = found.differences.iter().filter(|one| one.is_progress == is_progress).peekable();
        if differences.peek().is_none() {
            continue;
        }
        page.heading(heading);
        for difference in differences {
            let versions: Vec<String> = difference
                .versions
                .iter()
                .map(|version| {
                    let tellings = version.tellings.iter().filter_map(|number| found.tellings.get(*number));
                    let outlets: Vec<&str> =
                        tellings.map(|telling| telling.outlet(library).unwrap_or(UNKNOWN_OUTLET)).collect();
                    let mut known = HashSet::new();
                    let outlets: Vec<&str> = outlets.into_iter().filter(|outlet| known.insert(*outlet)).collect();
                    let note = page.note(Some(version.source));
                    format!("{}{note}", escape(&format!("{} ({})", version.value.words(), outlets.join(", "))))
                })
                .collect();
            page.item(&format!(
                "**{}:** {}",
                difference.slot.word(),
                versions.join(if is_progress { "; before that " } else { " ≠ " })
            ));
        }
    }
}

fn others(page: &mut Page<'_>, library: &Library, labels: &Labels<'_>, found: &MeetingDossier) {
    let called = |meeting: usize| {
        let told = labels.of(Node::Meeting(meeting));
        let title = told.told_with_doubt();
        [told.day, title].into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(": ")
    };
    if let Some(rounds) = &found.rounds {
        let name = library.connections.series.get(rounds.series).map_or("", |series| series.name.as_str());
        page.heading(&format!("Series: {name}"));
        for round in [("before", rounds.before()), ("after", rounds.after())] {
            if let (what, Some(meeting)) = round {
                page.fact(what, &called(meeting), first_words(library, meeting));
            }
        }
    }
    if !found.related.is_empty() {
        page.heading("Other meetings of the same people");
    }
    for related in &found.related {
        let told = called(related.meeting);
        // Those whom it is called after are not named twice.
        let shared: Vec<&str> = related.shared.iter().map(String::as_str).filter(|name| !told.contains(name)).collect();
        let shared = if shared.is_empty() { String::new() } else { format!(" ({})", escape(&shared.join(", "))) };
        let note = page.note(first_words(library, related.meeting));
        page.item(&format!("{}{shared}{note}", escape(&told)));
    }
}

/// The words that tell of a meeting first.
fn first_words(library: &Library, meeting: usize) -> Option<Source> {
    let at = library.connections.meetings.get(meeting)?.mentions.first()?;
    let passage = *library.mention(*at)?.evidence.first()?;
    Some(Source { story: at.story, passage })
}
