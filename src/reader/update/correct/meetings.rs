//! What is meant of a meeting, or of a day.
//!
//! **In:** the telling at hand, or two stories that are looked at together. **Out:** lists to pick from: which other meeting,
//! which of the other tellings, whose day; a line to type the right day into.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::{ask_about, choose, item, step};
use crate::dossier::meeting::{kind_with_doubt, number, own_name};
use crate::dossier::wording;
use crate::language::{EntityId, days_between};
use crate::library::Library;
use crate::library::corrections::What;
use crate::links::{Meeting, MeetingCorrection, MentionRef, Quote};
use crate::meetings::SeriesId;
use crate::reader::actions::Correct;
use crate::reader::model::Model;
use crate::reader::model::correcting::{Asking, Step};
use crate::reader::model::digest::count;
use crate::reader::model::picker::{Item, Kind, Pick};
use crate::reader::model::prompt::{Asked, Prompt};
use crate::reader::model::view::View;
use crate::text::width::width;

pub(super) fn about_a_meeting(model: &mut Model, how: Correct) {
    // Between two stories that are looked at together it is clear which two are meant.
    if let Some(View::Why { from, to } | View::Compare { from, to }) = model.view().map(|open| open.view) {
        let pair = model.likeliest_pair(from, to);
        let quotes = pair.and_then(|(one, other)| Some((quote(model, one)?, quote(model, other)?)));
        match quotes {
            Some((one, other)) if how == Correct::SameMeeting => {
                model.correct(What::Meeting(MeetingCorrection::Same(vec![one, other])));
            }
            Some((one, other)) => {
                model.correct(What::Meeting(MeetingCorrection::Apart { telling: one, others: vec![other] }));
            }
            None => model.say("One of these stories tells of no meeting."),
        }
        return;
    }
    let Some(at) = model.telling_at_hand() else {
        model.say("No meeting is in focus; Tab puts a passage about one in focus.");
        return;
    };
    if how == Correct::SameMeeting { same_meeting(model, at) } else { other_meeting(model, at) }
}

pub(super) fn quote(model: &Model, at: MentionRef) -> Option<Quote> {
    Quote::of(&model.library.stories, at)
}

fn is_plain(library: &Library, at: MentionRef) -> bool {
    library.mention(at).is_some_and(|told| told.echo.is_none())
}

/// A plain telling of the meeting, this one if it is: what only echoes it has its day from there.
fn plain(library: &Library, meeting: &Meeting, at: MentionRef) -> MentionRef {
    let mut all = std::iter::once(at).chain(meeting.mentions.iter().copied());
    all.find(|at| is_plain(library, *at)).unwrap_or(at)
}

/// Offers every other meeting, the nearest in time and company first. Of words that tell of a meeting in passing it is said
/// which meeting they are about; of others, that two meetings are one.
fn same_meeting(model: &mut Model, at: MentionRef) {
    let library = std::sync::Arc::clone(&model.library);
    let Some((_, own)) = library.meeting_of(at) else { return };
    let is_plain = |at: &MentionRef| is_plain(&library, *at);
    let Some(told) = quote(model, at) else { return };
    let called = called(&library);
    let shared = |meeting: &Meeting| {
        let has = |id: &EntityId| own.participants.iter().any(|who| who.id == *id);
        meeting.participants.iter().filter(|who| has(&who.id)).count()
    };
    let apart = |meeting: &Meeting| match own.when.zip(meeting.when) {
        Some((one, other)) => days_between(one.interval.from, other.interval.from).unsigned_abs(),
        None => u32::MAX,
    };
    let mut others: Vec<&Meeting> = library.connections.meetings.iter().filter(|other| other.id != own.id).collect();
    others.sort_by_key(|other| (Reverse(shared(other)), apart(other)));
    // So that what stands behind the days begins in one column.
    let is_wide = model.is_linear() || usize::from(model.size.0) >= ONE_ROW;
    let days = others.iter().map(|other| width(&when_of(other))).max().filter(|_| is_wide).unwrap_or(0);
    let (mut items, mut around) = (Vec::new(), Vec::new());
    for other in others {
        // A telling of another story, so that the entry names two.
        let plain = || other.mentions.iter().filter(|mention| is_plain(mention));
        let mention = plain().find(|mention| mention.story != at.story).or(plain().next()).or(other.mentions.first());
        let Some(quote) = mention.and_then(|mention| Quote::of(&library.stories, *mention)) else { continue };
        let same = MeetingCorrection::Same(vec![told.clone(), quote]);
        let label = format!("{:>days$}  {}", when_of(other), who_of(&library, other, &called));
        let told = circumstances(other);
        let detail = if is_wide { told.clone() } else { String::new() };
        items.push(item(label, detail, Step::Make(Box::new(What::Meeting(same)))));
        around.push(told);
    }
    choose(model, Kind::SameMeeting, items, "There is no other meeting.");
    if let Some(picker) = &mut model.picker {
        if !is_wide {
            picker.below.clone_from(&around);
        }
        picker.also = around;
    }
    if told.in_passing {
        ask_about(model, &format!("“{}”", told.words), "is about…");
    } else {
        ask_about(model, &met(&library, own, &called), "is the same meeting as…");
    }
}

/// Offers the other tellings of the meeting, and all of them together.
fn other_meeting(model: &mut Model, at: MentionRef) {
    let library = std::sync::Arc::clone(&model.library);
    let (Some((_, meeting)), Some(telling)) = (library.meeting_of(at), quote(model, at)) else { return };
    let others: Vec<MentionRef> = meeting.mentions.iter().copied().filter(|other| *other != at).collect();
    let quotes: Vec<Quote> = others.iter().filter_map(|other| Quote::of(&library.stories, *other)).collect();
    let apart = |others: Vec<Quote>| {
        Step::Make(Box::new(What::Meeting(MeetingCorrection::Apart { telling: telling.clone(), others })))
    };
    if let [_] = quotes.as_slice() {
        step(model, apart(quotes));
        return;
    }
    let mut items = Vec::new();
    if quotes.len() > 1 {
        let stories = count(quotes.len(), "telling", "tellings");
        items.push(item("none of the others", stories, apart(quotes.clone())));
    }
    for (other, quote) in others.iter().zip(quotes) {
        let day = library.stories.get(other.story).and_then(|story| story.annotations.published.as_ref());
        let day = day.map_or_else(|| "undated".to_owned(), wording::published);
        items.push(item(library.called_story(&quote.story), day, apart(vec![quote])));
    }
    let told = met(&library, meeting, &called(&library));
    choose(model, Kind::OtherMeeting, items, "No other story tells of this meeting, so there is nothing to part.");
    ask_about(model, &told, "is not the meeting told in…");
}

/// Columns from which on there is room in one row for when, who, where and what. Below that the circumstances have a row of
/// their own, so that those who met can be told from those who met on another day.
const ONE_ROW: usize = 100;

/// What series are called, by identity.
type Called<'l> = HashMap<&'l SeriesId, &'l str>;

pub(super) fn called(library: &Library) -> Called<'_> {
    library.connections.series.iter().map(|series| (&series.id, series.name.as_str())).collect()
}

/// `20 Nov 2017`, `14–15 Sep 2017`, `no day`.
fn when_of(meeting: &Meeting) -> String {
    wording::when_met(meeting).unwrap_or_else(|| "no day".to_owned())
}

/// `Vladimir Putin – Bashar al-Assad`, `Lindholm talks, round 6`.
fn who_of(library: &Library, meeting: &Meeting, called: &Called<'_>) -> String {
    let who: Vec<&str> = meeting.participants.iter().take(4).map(|who| who.name.as_str()).collect();
    let series = meeting.series.as_ref().and_then(|series| called.get(series)).copied();
    match (series, meeting.ordinal) {
        (Some(series), Some(number)) => format!("{series}, round {number}"),
        (Some(series), None) if who.is_empty() => series.to_owned(),
        // The event that it is, where nobody tells who met.
        _ if who.is_empty() => own_name(library, meeting).unwrap_or_else(|| meeting.kind.word().to_owned()),
        (None, Some(_)) => own_name(library, meeting).unwrap_or_else(|| who.join(" – ") + &number(meeting)),
        _ => who.join(" – "),
    }
}

/// `Vladimir Putin – Bashar al-Assad, 20 Nov 2017`.
pub(super) fn met(library: &Library, meeting: &Meeting, called: &Called<'_>) -> String {
    let who = who_of(library, meeting, called);
    wording::when_met(meeting).map_or_else(|| who.clone(), |when| format!("{who}, {when}"))
}

/// Where, what, and in how many stories: `Sochi · bilateral · 2 stories`.
fn circumstances(meeting: &Meeting) -> String {
    let place = meeting.place.as_ref().map(|place| format!("{} · ", place.name)).unwrap_or_default();
    format!("{place}{} · {}", kind_with_doubt(meeting), count(meeting.stories(), "story", "stories"))
}

/// Which day is wrong: the meeting's or the story's.
pub(super) fn about_a_date(model: &mut Model) {
    let mut items = Vec::new();
    let library = std::sync::Arc::clone(&model.library);
    if let Some(at) = model.telling_at_hand()
        && let Some((_, meeting)) = library.meeting_of(at)
        && let Some(asking) = day_of(&library, meeting, plain(&library, meeting, at))
    {
        let when = wording::when_met(meeting).unwrap_or_else(|| "no day is told".to_owned());
        let who = who_of(&library, meeting, &called(&library));
        items.push(item(format!("the meeting: {who}"), when, Step::Day(asking)));
    }
    if let Some((number, story)) = model.story_at_hand().and_then(|at| Some((at, model.library.stories.get(at)?))) {
        let published = story.annotations.published.as_ref();
        let when = published.map_or_else(|| "no day is known".to_owned(), wording::published);
        let label = format!("the story itself: {}", story.article.title.text);
        items.push(item(label, when, Step::Day(Asking::StoryDay(number))));
    }
    if let [Item { pick: Pick::Correct(only), .. }] = items.as_slice() {
        step(model, (**only).clone());
        return;
    }
    choose(model, Kind::WhichDay, items, "Nothing here has a day.");
}

/// What an entry is to name that corrects the day of a meeting. One telling is enough where the stories by themselves join
/// all that tell of it; where a corrected day joined some, one is named of those of each correction, and every other one.
fn day_of(library: &Library, meeting: &Meeting, at: MentionRef) -> Option<Asking> {
    let by = |at: &MentionRef| library.mention(*at).and_then(|told| told.corrected).map(|corrected| corrected.by);
    let others = meeting.mentions.iter().filter(|other| **other != at && is_plain(library, **other));
    let mut known: HashSet<usize> = by(&at).into_iter().collect();
    let mut named: Vec<MentionRef> = others.copied().collect();
    if by(&at).is_none() && named.iter().all(|other| by(other).is_none()) {
        named.clear();
    }
    named.retain(|other| by(other).is_none_or(|by| known.insert(by)));
    let quotes = |at: MentionRef| Quote::of(&library.stories, at);
    Some(Asking::MeetingDay { telling: quotes(at)?, others: named.into_iter().filter_map(quotes).collect() })
}

pub(super) fn ask_for_a_day(model: &mut Model, asking: Asking) {
    let (asked, story) = match &asking {
        Asking::StoryDay(story) => (Asked::StoryDay, Some(*story)),
        Asking::MeetingDay { telling, .. } => {
            let is_it = |story: &crate::meetings::Story| story.article.id == telling.story;
            (Asked::MeetingDay, model.library.stories.iter().position(is_it))
        }
        Asking::Rename(_) => return,
    };
    model.correcting.asking = Some(asking);
    model.prompt = Some(Prompt::new(asked, story.unwrap_or(0), ""));
}
