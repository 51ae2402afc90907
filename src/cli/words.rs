//! Facts in, the words out in which every command tells them.

use super::list::{day, title};
use crate::dossier::Source;
use crate::dossier::meeting::kind_with_doubt;
use crate::dossier::wording::PROBABLY;
use crate::language::{Interval, Passage};
use crate::library::Library;
use crate::links::{Completion, Meeting, MentionRef};
use crate::meetings::{MeetingDate, MeetingMention, MeetingPlace, Participant, Status, Story};
pub(super) use crate::text::letters::count as counted;
use crate::text::sanitise::one_line;
use crate::text::width::{truncate, width};

/// Between facts on one line.
pub(super) const BETWEEN: &str = " · ";
/// Behind what a story leaves open and linked stories tell.
pub(super) const FROM_LINKED: &str = "(from linked stories)";
/// How much of a passage is quoted, in columns.
pub(super) const QUOTED: usize = 240;

/// `A`, `A and B`, `A, B and C`; in at most `columns` columns as `A, B and 3 more`.
pub(super) fn people(names: &[&str], columns: usize) -> String {
    let whole = match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    };
    if width(&whole) <= columns {
        return whole;
    }
    // The first is always named, cut where it must be.
    let some = (1..names.len()).rev().map(|shown| {
        let (first, rest) = names.split_at(shown);
        (format!("{} and {} more", first.join(", "), rest.len()), shown)
    });
    let fits = some.into_iter().find(|(text, shown)| *shown == 1 || width(text) <= columns);
    truncate(fits.as_ref().map_or(&whole, |(text, _)| text), columns).into_owned()
}

/// Who met, in at most `columns` columns; the series first where the meeting is a part of one, and the event's name
/// where nobody is named.
pub(super) fn who(library: &Library, meeting: &Meeting, columns: usize) -> String {
    if meeting.sides_of_series {
        let left = columns.saturating_sub(width(FROM_LINKED) + 1);
        let told = who_met(library, meeting, left);
        return truncate(&format!("{told} {FROM_LINKED}"), columns).into_owned();
    }
    who_met(library, meeting, columns)
}

fn who_met(library: &Library, meeting: &Meeting, columns: usize) -> String {
    let names = names(&meeting.participants);
    let series = meeting.series.as_ref();
    let series = series.and_then(|id| library.connections.series.iter().find(|series| &series.id == id));
    let series = series.map(|series| series.name.as_str());
    let Some(of) = series.or_else(|| event(library, meeting).filter(|_| names.is_empty())) else {
        return people(&names, columns);
    };
    if names.is_empty() {
        return truncate(of, columns).into_owned();
    }
    let before = format!("{of}: ");
    let left = columns.saturating_sub(width(&before));
    truncate(&format!("{before}{}", people(&names, left)), columns).into_owned()
}

/// The name of the event that a meeting is, as one of its stories gives it.
fn event<'a>(library: &'a Library, meeting: &Meeting) -> Option<&'a str> {
    let named = |at: &MentionRef| {
        let event = library.mention(*at)?.event.as_ref()?;
        library.stories.get(at.story)?.name(event).map(|name| name.name.as_str())
    };
    meeting.mentions.iter().find_map(named)
}

pub(super) fn names(participants: &[Participant]) -> Vec<&str> {
    participants.iter().map(|participant| participant.name.as_str()).collect()
}

/// The days of a meeting, with `~` behind them where no words tell them or those count from a day that nobody knows.
fn when(date: MeetingDate, is_guessed: bool) -> String {
    let mark = if is_guessed || date.passage.is_none() { "~" } else { "" };
    format!("{}{mark}", days(date.interval))
}

/// The days of a meeting by all that tell of it, with `~` behind them where they are only likely.
pub(super) fn when_met(meeting: &Meeting) -> Option<String> {
    Some(format!("{}{}", days(meeting.when?.interval), if meeting.is_about() { "~" } else { "" }))
}

/// `2017-11-21`, `2017-11-21..22`, `2017-11`, `2017`: what both ends share is written once.
fn days(interval: Interval) -> String {
    let Interval { from, to } = interval;
    let whole_months = from.day() == 1 && to == to.last_of_month();
    match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => from.to_string(),
        (true, _) if whole_months && (from.month(), to.month()) == (1, 12) => from.strftime("%Y").to_string(),
        (true, true) if whole_months => from.strftime("%Y-%m").to_string(),
        (true, false) if whole_months => format!("{}..{}", from.strftime("%Y-%m"), to.strftime("%m")),
        (true, true) => format!("{from}..{}", to.strftime("%d")),
        (true, false) => format!("{from}..{}", to.strftime("%m-%d")),
        (false, _) => interval.to_string(),
    }
}

/// When one story tells that a meeting was, or the stories linked to it, with `~` behind a day that is only likely; empty
/// where nobody tells.
pub(super) fn when_told(story: &Story, told: &MeetingMention, linked: Option<&Completion>) -> String {
    or_linked(linked.and_then(|linked| linked.when).map(|date| when(date, false)), || {
        told.when.map(|date| when(date, story.is_guessed(told))).unwrap_or_default()
    })
}

/// `held`; `None` where no story tells whether a meeting was.
pub(super) fn status(status: Status) -> Option<&'static str> {
    (status != Status::Unknown).then(|| status.word())
}

/// `call · Ann Doe and John Roe · 2017-11-21 · Sochi · held`.
pub(super) fn meeting(library: &Library, meeting: &Meeting) -> String {
    let parts = [
        kind_with_doubt(meeting),
        who(library, meeting, usize::MAX),
        when_met(meeting).unwrap_or_default(),
        meeting.place.as_ref().map(|place| place.name.clone()).unwrap_or_default(),
        status(meeting.status).unwrap_or_default().to_owned(),
    ];
    joined(parts)
}

/// The same of what one story tells, with what it leaves open from the stories linked to it.
pub(super) fn mention(story: &Story, told: &MeetingMention, linked: Option<&Completion>) -> String {
    let who = |all: &Vec<Participant>| people(&names(all), usize::MAX);
    let place = |place: &MeetingPlace| place.name.clone();
    let parts = [
        if told.is_likely { format!("{PROBABLY} {}", told.kind.word()) } else { told.kind.word().to_owned() },
        or_linked(linked.and_then(|linked| linked.participants.as_ref()).map(who), || who(&told.participants)),
        when_told(story, told, linked),
        or_linked(linked.and_then(|linked| linked.place.as_ref()).map(place), || {
            told.place.as_ref().map(place).unwrap_or_default()
        }),
        status(told.status).unwrap_or_default().to_owned(),
    ];
    joined(parts)
}

/// What linked stories tell, marked as such, else what the story tells itself.
pub(super) fn or_linked(linked: Option<String>, own: impl FnOnce() -> String) -> String {
    linked.map_or_else(own, |linked| format!("{linked} {FROM_LINKED}"))
}

/// `2017-11-21~ · Sputnik · Putin discusses Syria · a.txt`.
pub(super) fn story(story: &Story) -> String {
    let outlet = story.article.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default();
    let day = if story.annotations.published.is_some() { day(story) } else { "no date".to_owned() };
    joined([day, outlet, title(story), story.article.id.clone()])
}

/// The passage of a telling that says most of who met and when: a headline alone seldom does.
pub(super) fn told(library: &Library, at: MentionRef) -> Option<Passage> {
    Source::of_telling(library, at).map(|source| source.passage)
}

/// The words of a passage in quotation marks, on one line.
pub(super) fn quoted(words: &str) -> String {
    // Quotation marks at the edges would stand double.
    let words = one_line(words);
    format!("“{}”", truncate(words.trim_matches(['“', '”', '"', ' ']), QUOTED))
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_who_do_not_fit_are_counted() {
        let names = ["Jane Doe", "John Roe", "Ada Poe"];
        assert_eq!(people(&names, 40), "Jane Doe, John Roe and Ada Poe");
        assert_eq!(people(&names, 29), "Jane Doe, John Roe and 1 more");
        assert_eq!(people(&names, 20), "Jane Doe and 2 more");
        assert_eq!(people(&names, 9), "Jane Doe…");
        assert_eq!(people(&names[..1], 5), "Jane…");
        assert_eq!(people(&[], 5), "");
    }

    #[test]
    fn what_both_ends_of_an_interval_share_is_written_once() {
        let days = |from: &str, to: &str| days(Interval { from: from.parse().unwrap(), to: to.parse().unwrap() });
        assert_eq!(days("2017-11-21", "2017-11-21"), "2017-11-21");
        assert_eq!(days("2017-11-21", "2017-11-22"), "2017-11-21..22");
        assert_eq!(days("2017-11-30", "2017-12-01"), "2017-11-30..12-01");
        assert_eq!(days("2017-12-31", "2018-01-01"), "2017-12-31..2018-01-01");
        assert_eq!(days("2017-02-01", "2017-02-28"), "2017-02");
        assert_eq!(days("2017-07-01", "2017-09-30"), "2017-07..09");
        assert_eq!(days("2017-01-01", "2017-12-31"), "2017");
    }

    #[test]
    fn a_quotation_stands_on_one_line_in_one_pair_of_marks() {
        assert_eq!(quoted("“They\n met”"), "“They met”");
        assert_eq!(quoted("he “met” her"), "“he “met” her”");
    }
}
