//! How the day of a story or of a meeting is known.
//!
//! **In:** a library and one of its stories or meetings. **Out:** a list to pick from: what tells its day, with the words that say
//! so, and the other stories that it was taken from, with the words that they share with it. **Why:** a day that a story does not
//! tell itself is only as good as what it was taken from, and whoever doubts it looks there.

use std::collections::HashSet;

use super::Model;
use super::digest::published;
use super::picker::{Item, Kind, Pick, Picker};
use crate::article::{DateSource, TitleFrom};
use crate::dossier::Source;
use crate::dossier::wording::{day, when_met, when_told};
use crate::language::{DayReason, EntityId, Name, NameKind, Part, Passage, Precision, When, days_between};
use crate::library::Library;
use crate::links::{Meeting, MentionRef};
use crate::meetings::Story;
use crate::text::letters::first_upper;
use crate::text::sanitise::one_line;

/// Days from that of a story within which the days that it tells are near it.
const NEAR: i32 = 14;
/// So many of them are listed.
const MOST: usize = 3;

/// Whose day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// That of the story with this index.
    Story(usize),
    /// That of the meeting with this number.
    Meeting(usize),
}

impl Subject {
    /// What it is, in a word.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Story(_) => "story",
            Self::Meeting(_) => "meeting",
        }
    }
}

impl Model {
    /// Whose day is asked for: in a view that of the meeting under the cursor, or else of the story there.
    pub(in crate::reader) fn dated_here(&self) -> Option<Subject> {
        if self.view().is_none() {
            return self.shown().map(Subject::Story);
        }
        self.meeting_of_row().map(Subject::Meeting).or_else(|| self.story_of_row().map(Subject::Story))
    }
}

/// What tells the day of a story or a meeting; `None` where nothing does.
pub fn of(library: &Library, subject: Subject) -> Option<Picker> {
    match subject {
        Subject::Story(story) => of_story(library, story),
        Subject::Meeting(meeting) => of_meeting(library, meeting),
    }
}

/// Whether something tells the day of a story or a meeting; asked at every key, without the list of what does.
pub fn is_told(library: &Library, subject: Subject) -> bool {
    let is_dated = |at: &MentionRef| library.mention(*at).is_some_and(|told| told.when.is_some());
    match subject {
        Subject::Meeting(meeting) => {
            library.connections.meetings.get(meeting).is_some_and(|meeting| meeting.mentions.iter().any(is_dated))
        }
        Subject::Story(story) => {
            let known = library.stories.get(story).and_then(|told| told.annotations.published.as_ref());
            known.is_some_and(|known| {
                !known.reasons.is_empty()
                    || known.neighbours.iter().any(|id| library.story(id).is_some())
                    || known.from == DateSource::Links && !days_told(library, story).is_empty()
            })
        }
    }
}

fn of_story(library: &Library, story: usize) -> Option<Picker> {
    let told = library.stories.get(story)?;
    let known = told.annotations.published.as_ref()?;
    let index_of = |id: &String| library.stories.iter().position(|other| other.article.id == *id);
    let neighbours: Vec<usize> = known.neighbours.iter().filter_map(index_of).collect();
    let reasons = known.reasons.iter().map(|reason| {
        let here = said(told, reason).map(|passage| Pick::Source(Source { story, passage }));
        // What neither the text nor another story says (the name of the file) has no place to look at.
        let there = || neighbours.first().map_or(Pick::Nothing, |first| leads_to(library, story, *first));
        Item { label: first_upper(&one_line(&reason.says)), detail: String::new(), pick: here.unwrap_or_else(there) }
    });
    // Where no reason quotes the story, the days that it tells show how it was fitted in among the others.
    let is_fitted = known.from == DateSource::Links && !known.reasons.iter().any(|one| said(told, one).is_some());
    let own = days_told(library, story).into_iter().filter(|_| is_fitted);
    let others = neighbours.iter().filter_map(|other| neighbour(library, story, *other));
    let items: Vec<Item> = reasons.chain(others).chain(own).collect();
    if items.is_empty() {
        return None;
    }
    let below: Vec<String> = items.iter().map(|item| names_of(item).to_owned()).collect();
    let mut picker = Picker::new(Kind::Dating, items);
    if below.iter().any(|names| !names.is_empty()) {
        picker.below = below;
    }
    picker.question = Some(format!("How the day is known: {}", published(known)));
    Some(picker)
}

/// What each telling of a meeting says of its day; the story is told as well that a day is counted from.
fn of_meeting(library: &Library, number: usize) -> Option<Picker> {
    let meeting = library.connections.meetings.get(number)?;
    let items: Vec<Item> = meeting.mentions.iter().filter_map(|at| telling(library, *at)).collect();
    let is_dated = |at: &MentionRef| library.mention(*at).is_some_and(|told| told.when.is_some());
    if !meeting.mentions.iter().any(is_dated) {
        return None;
    }
    let mut picker = Picker::new(Kind::Dating, items);
    picker.question = when_met(meeting).map(|day| format!("How the day of the meeting is known: {day}"));
    Some(picker)
}

/// `Northwire says “on Monday”, counted from about 22 May 2031`, with the day that this is.
fn telling(library: &Library, at: MentionRef) -> Option<Item> {
    let (story, told) = (library.stories.get(at.story)?, library.mention(at)?);
    let outlet = story.article.outlet.as_ref().map_or("A story of an unknown outlet", |outlet| outlet.name.as_str());
    let from = story.annotations.published.as_ref().map_or_else(|| "an unknown day".to_owned(), published);
    let words = told.when.and_then(|when| when.passage);
    let says = match (told.when, words) {
        _ if told.corrected.is_some() => "as corrected".to_owned(),
        (None, _) => "says no day".to_owned(),
        (Some(_), None) => format!("says no day; it is of {from}"),
        (Some(_), Some(words)) => {
            let counted = if story.is_guessed(told) { format!(", counted from {from}") } else { String::new() };
            format!("says “{}”{counted}", one_line(story.words(words)).trim())
        }
    };
    let passage = words.or_else(|| told.evidence.first().copied())?;
    Some(Item {
        label: first_upper(&format!("{} {says}", one_line(outlet))),
        detail: when_told(story, told).unwrap_or_default(),
        pick: Pick::Source(Source { story: at.story, passage }),
    })
}

/// The words of a story that tell days near its own, which it was put among them for: `“last Thursday” is 25 Mar 2004 then`.
fn days_told(library: &Library, number: usize) -> Vec<Item> {
    let Some(story) = library.stories.get(number) else { return Vec::new() };
    let Some(known) = story.annotations.published.as_ref() else { return Vec::new() };
    let is_near = |when: &&When| {
        let is_day = when.precision == Precision::Day && when.passage.part == Part::Text;
        is_day && days_between(known.best, when.interval.from).abs() <= NEAR
    };
    let item = |when: &When| {
        let label = format!("“{}” is {} then", one_line(story.words(when.passage)), day(when.interval.from));
        Item { label, detail: String::new(), pick: Pick::Source(Source { story: number, passage: when.passage }) }
    };
    story.annotations.dates.iter().filter(is_near).take(MOST).map(item).collect()
}

/// Where another story, from which the day was taken, shares something with it: the sentence that tells of the meeting that both
/// tell of, else the first that names whom both name and few others do.
fn leads_to(library: &Library, story: usize, other: usize) -> Pick {
    let words = of_shared_meeting(library, story, other).or_else(|| of_shared_name(library, story, other));
    words.map_or(Pick::Story(other), Pick::Source)
}

fn of_shared_meeting(library: &Library, story: usize, other: usize) -> Option<Source> {
    let telling = |meeting: &Meeting, of: usize| meeting.mentions.iter().copied().find(|at| at.story == of);
    let shared = library.connections.meetings.iter().filter_map(|meeting| {
        let (own, there) = (telling(meeting, story)?, telling(meeting, other)?);
        // The surest evidence are days that both tell in words.
        let tells_day = |at| library.mention(at).and_then(|told| told.when?.passage).is_some();
        Some(((tells_day(own) && tells_day(there), tells_day(there)), there))
    });
    let shared: Vec<_> = shared.collect();
    let (_, there) = shared.iter().rev().max_by_key(|(tells_day, _)| *tells_day)?;
    Source::of_telling(library, *there)
}

fn of_shared_name(library: &Library, story: usize, other: usize) -> Option<Source> {
    let people = |of: usize| {
        let names = library.stories.get(of).map(|story| story.annotations.names.as_slice()).unwrap_or_default();
        names.iter().filter(|name| name.kind == NameKind::Person)
    };
    let ids: HashSet<&EntityId> = people(story).map(|name| &name.id).collect();
    let shared: Vec<&Name> = people(other).filter(|name| ids.contains(&name.id)).collect();
    let known = library.connections.entities.iter();
    let rarest =
        known.filter(|known| shared.iter().any(|name| name.id == known.id)).min_by_key(|one| one.stories.len())?;
    let passage = shared.into_iter().find(|name| name.id == rarest.id)?.mentions.first()?.passage;
    Some(Source { story: other, passage })
}

/// A story that the day of `story` was taken from: its title, outlet and day.
fn neighbour(library: &Library, story: usize, other: usize) -> Option<Item> {
    let told = library.stories.get(other)?;
    let outlet = told.article.outlet.as_ref().map_or("unknown", |outlet| outlet.name.as_str());
    let day = told.annotations.published.as_ref().map_or_else(|| "undated".into(), published);
    let detail = format!("{} · {day}", one_line(outlet));
    Some(Item { label: one_line(&told.article.title.text), detail, pick: leads_to(library, story, other) })
}

/// The names that a reason lists at its end: they have a row of their own.
fn names_of(item: &Item) -> &str {
    let is_reason = item.detail.is_empty();
    item.label.split_once(": ").filter(|_| is_reason).map_or("", |(_, names)| names)
}

/// The words of the story that a reason was taken from. Those of a headline are not shown in the text as well.
fn said(story: &Story, reason: &DayReason) -> Option<Passage> {
    let title = if let TitleFrom::Text(span) = story.article.title.from { Some(span) } else { None };
    let is_hidden = |at: &Passage| at.part == Part::Text && title.is_some_and(|title| title.contains(at.span));
    reason.passage.filter(|at| !is_hidden(at) && !story.words(*at).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture;

    fn picked(picker: &Picker) -> Vec<(&str, &Pick)> {
        picker.items.iter().map(|item| (item.label.as_str(), &item.pick)).collect()
    }

    /// What the call's story says of the first meeting that the summit's tells of too.
    fn telling_of_both(library: &Library) -> crate::links::MentionRef {
        let mentions = library.connections.meetings.iter().map(|meeting| meeting.mentions.as_slice());
        let mut both = mentions.filter(|told| told.iter().any(|at| at.story == fixture::SUMMIT));
        both.find_map(|told| told.iter().copied().find(|at| at.story == fixture::CALL)).unwrap()
    }

    #[test]
    fn a_story_that_shares_no_meeting_is_shown_where_it_names_the_same() {
        let mut library = fixture::library();
        library.connections.meetings.clear();
        let id = library.stories[fixture::CALL].article.id.clone();
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        day.reasons = vec!["1 story names the same: Ilmaz".to_owned().into()];
        day.neighbours = vec![id];
        let picker = of(&library, Subject::Story(fixture::SUMMIT)).unwrap();
        let Pick::Source(there) = picked(&picker)[0].1 else { panic!("{:?}", picker.items) };
        let names = &library.stories[fixture::SUMMIT].annotations.names;
        let said = there.words(&library);
        assert!(there.story == fixture::CALL && names.iter().any(|name| name.name.contains(said)), "{said}");
    }

    #[test]
    fn words_of_the_story_lead_to_themselves_and_other_stories_to_those() {
        let mut library = fixture::library();
        let id = library.stories[fixture::CALL].article.id.clone();
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        day.from = DateSource::Links;
        day.neighbours = vec![id, "gone.txt".into()];
        let at = library.stories[fixture::SUMMIT].article.text.find("on 24 May").unwrap();
        let quoted = Passage { part: Part::Text, span: crate::text::Span::new(at, at + "on 24 May".len()) };
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        let says = "its dateline says “on 24 May”".to_owned();
        let others = "1 story names the same: Ilmaz".to_owned();
        day.reasons = vec![DayReason { says, passage: Some(quoted) }, others.into()];
        let picker = of(&library, Subject::Story(fixture::SUMMIT)).unwrap();
        let lines = picked(&picker);
        assert_eq!(lines.len(), 3, "a story that is gone is not told: {lines:?}");
        let text = &library.stories[fixture::SUMMIT].article.text;
        let Pick::Source(source) = lines[0].1 else { panic!("{lines:?}") };
        assert_eq!((lines[0].0, source.passage.span.of(text)), ("Its dateline says “on 24 May”", "on 24 May"));
        let there = Source::of_telling(&library, telling_of_both(&library)).unwrap();
        assert_eq!(lines[1], ("1 story names the same: Ilmaz", &Pick::Source(there)), "what both tell of");
        assert_eq!(picker.below, ["", "Ilmaz", ""]);
        assert_eq!(lines[2].1, &Pick::Source(there));
        assert_eq!(picker.question.as_deref(), Some("How the day is known: about 22 May 2031"));
    }

    #[test]
    fn a_day_that_only_others_told_is_shown_with_the_days_of_the_story() {
        let mut library = fixture::library();
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        (day.from, day.reasons) = (DateSource::Links, vec!["1 story names the same: Ilmaz".to_owned().into()]);
        day.neighbours.clear();
        let picker = of(&library, Subject::Story(fixture::SUMMIT)).unwrap();
        let lines = picked(&picker);
        let last = lines.last().unwrap();
        assert_eq!(last.0, "“24 May” is 24 May 2031 then");
        let Pick::Source(source) = last.1 else { panic!("{lines:?}") };
        assert_eq!(source.passage.span.of(&library.stories[fixture::SUMMIT].article.text), "24 May");
        library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap().from = DateSource::Text;
        assert_eq!(of(&library, Subject::Story(fixture::SUMMIT)).unwrap().items.len(), 1, "the story tells its day");
    }

    #[test]
    fn a_reason_that_stands_in_no_story_leads_nowhere() {
        let mut library = fixture::library();
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        day.reasons = vec!["its file is named so".to_owned().into(), "it is called “24 May”".to_owned().into()];
        day.neighbours.clear();
        let picker = of(&library, Subject::Story(fixture::SUMMIT)).unwrap();
        let picks: Vec<&Pick> = picker.items.iter().map(|item| &item.pick).collect();
        assert_eq!(picks, [&Pick::Nothing, &Pick::Nothing]);
    }

    #[test]
    fn a_story_without_a_day_has_nothing_to_tell() {
        let mut library = fixture::library();
        library.stories[fixture::SUMMIT].annotations.published = None;
        assert!(of(&library, Subject::Story(fixture::SUMMIT)).is_none());
        for nobody in [Subject::Story(usize::MAX), Subject::Meeting(usize::MAX)] {
            assert!(of(&library, nobody).is_none(), "{nobody:?}");
        }
    }

    #[test]
    fn each_telling_of_a_meeting_says_its_day_in_words_that_are_led_to() {
        let library = fixture::library();
        let (number, _) = library.meeting_of(MentionRef { story: fixture::CALL, mention: 0 }).unwrap();
        let picker = of(&library, Subject::Meeting(number)).unwrap();
        let lines = picked(&picker);
        assert_eq!(lines.len(), library.connections.meetings[number].mentions.len());
        assert_eq!(lines[0].0, "Northwire says “on Wednesday”");
        let Pick::Source(source) = lines[0].1 else { panic!("{lines:?}") };
        assert_eq!(library.stories[source.story].words(source.passage), "on Wednesday");
        assert!(picker.title().starts_with("How the day of the meeting is known: 21 May 2031"), "{}", picker.title());
    }
}
