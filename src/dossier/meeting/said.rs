//! A meeting in, the words that say when and where it was, and whether, out.
//!
//! **Why:** the record has each thing from the telling that says it most exactly, but not every such telling says it in words that
//! a reader takes for it: `the Swiss city` is Geneva only where another sentence says so. Shown are the words that name it.

use std::cmp::Reverse;

use super::{Source, Telling};
use crate::dossier::name::sentence_of;
use crate::language::{Interval, Passage};
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{MeetingMention, MeetingPlace, Status, Story};

/// The tellings of a meeting, each with its story, in the order of stories.
pub(super) fn told<'a>(library: &'a Library, record: &'a Meeting) -> impl Iterator<Item = (usize, &'a MeetingMention)> {
    record.mentions.iter().filter_map(|at| Some((at.story, library.mention(*at)?)))
}

/// The words that say when it was; of several days that one word ends, the words around it.
pub(super) fn when(library: &Library, record: &Meeting) -> Option<Source> {
    let passage = record.when?.passage?;
    let is_from = |telling: &MeetingMention| telling.when.is_some_and(|when| when.passage == Some(passage));
    // Of a round that one story opens and another closes, the last day's words speak for all.
    let exact = told(library, record).find(|(_, telling)| telling.when == record.when);
    let (story, telling) = exact.or_else(|| told(library, record).find(|(_, telling)| is_from(telling)))?;
    let says = |all: &Story| says_days(all, passage, record.when.map(|when| when.interval));
    let is_whole = library.stories.get(story).is_none_or(says);
    let around = telling.evidence.iter().find(|one| one.part == passage.part && one.span.contains(passage.span));
    let passage = around.filter(|_| !is_whole).copied().unwrap_or(passage);
    Some(Source { story, passage })
}

/// Whether words of a story tell all of these days, as far as they are known as a date.
fn says_days(story: &Story, passage: Passage, days: Option<Interval>) -> bool {
    let dates = story.annotations.dates.iter();
    let said = dates.filter(|date| date.passage.part == passage.part && passage.span.contains(date.passage.span));
    let mut said = said.map(|date| date.interval).peekable();
    let Some(days) = days.filter(|_| said.peek().is_some()) else { return true };
    let (from, to) = said.fold((days.to, days.from), |(from, to), one| (from.min(one.from), to.max(one.to)));
    from <= days.from && days.to <= to
}

/// The words that say where it was: those that name the place, of the telling whose status leads; where none name it, those
/// that mean it.
pub(super) fn place(library: &Library, record: &Meeting) -> Option<Source> {
    let place = record.place.as_ref()?;
    let tellings = told(library, record).enumerate().flat_map(|(order, (number, telling))| {
        let own = telling.place.as_ref().filter(|own| own.id == place.id);
        let story = library.stories.get(number);
        let leads = telling.echo.is_none() && telling.status == record.status;
        let said = story.zip(own).map(|(story, own)| words_of(story, telling, own)).unwrap_or_default();
        said.into_iter().map(move |(is_named, passage)| {
            ((!is_named, !leads, order, passage.start_key()), Source { story: number, passage })
        })
    });
    tellings.min_by_key(|(key, _)| *key).map(|(_, source)| source)
}

/// The words by which a telling says where it was, each with whether they name the place: its own, and those in the sentences that
/// tell of it.
fn words_of(story: &Story, telling: &MeetingMention, place: &MeetingPlace) -> Vec<(bool, Passage)> {
    let names = |passage: Passage| {
        let said = story.words(passage).to_lowercase();
        let mut words = place.name.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| word.chars().count() > 2 && said.contains(&word.to_lowercase()))
    };
    let own = (names(place.passage), place.passage);
    if own.0 {
        return vec![own];
    }
    let sentences: Vec<Passage> = telling.evidence.iter().map(|passage| sentence_of(story, *passage)).collect();
    let mentions = story.name(&place.id).map(|name| name.mentions.as_slice()).unwrap_or_default();
    let is_told = |at: &Passage| sentences.iter().any(|one| one.part == at.part && one.span.contains(at.span));
    let found = mentions.iter().map(|mention| mention.passage).find(|at| is_told(at) && names(*at));
    found.map(|at| (true, at)).into_iter().chain([own]).collect()
}

/// The words of the telling whose status leads.
pub(super) fn status(library: &Library, record: &Meeting, tellings: &[Telling]) -> Option<Source> {
    let leads = |telling: &&Telling| {
        !telling.is_echo && library.mention(telling.at).is_some_and(|told| told.status == record.status)
    };
    tellings.iter().find(leads).map(|telling| telling.source)
}

/// The stories that tell the status that leads, each once, and the latest of them. What is told in passing says nothing of its own,
/// unless nothing else does.
pub(super) fn status_told_by(
    library: &Library,
    status: Option<Status>,
    tellings: &[Telling],
) -> (usize, Option<usize>) {
    let tells = |telling: &&Telling| library.mention(telling.at).map(|told| told.status) == status;
    let by = |with_echoes: bool| {
        let told = tellings.iter().filter(tells).filter(|telling| with_echoes || !telling.is_echo);
        let mut stories: Vec<(Reverse<Option<jiff::civil::Date>>, usize)> =
            told.map(|telling| (Reverse(telling.published), telling.at.story)).collect();
        stories.sort_unstable();
        let latest = stories.first().map(|(_, story)| *story);
        stories.sort_unstable_by_key(|(_, story)| *story);
        stories.dedup_by_key(|(_, story)| *story);
        (stories.len(), latest)
    };
    // Whoever tells it in passing tells it too; but the last to tell it is one who tells of the meeting itself.
    let (all, latest) = by(true);
    (all, by(false).1.or(latest))
}
