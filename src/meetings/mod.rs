//! One annotated article in, the meetings that it tells of out.
//!
//! **In:** an article and its [`Annotations`].
//! **Out:** a [`Story`]: the article with its [`MeetingMention`]s (one for each meeting, however often it is told)
//! and the series it names.
//! **Why:** what one outlet says about one meeting, with the words that say it, is the unit that `links` compares.
//!
//! The way: the article is laid out by sentence (`scene`), words that tell of a meeting are found (`triggers`),
//! the words around them say who, where and when (`slots`), which makes `candidates`; in a press service's release
//! the one that it is about comes first (`release`); what tells of the same meeting is joined (`merge`).

mod candidates;
mod merge;
mod release;
mod scene;
mod series;
mod slots;
#[cfg(test)]
mod tests;
mod triggers;
mod types;

use std::sync::Arc;

use jiff::civil::Date;

pub use types::{
    Echo, MeetingDate, MeetingKind, MeetingMention, MeetingPlace, Participant, SeriesId, SeriesMention, Status, Story,
};

use crate::article::{Article, BlockKind, TitleFrom};
use crate::language::{Annotations, EntityId, Facts, Interval, Part, Passage, Precision, Published, annotate};
use scene::{Scene, Spot};

/// Reads one article to the end: names, dates, meetings. `assumed` is the day that a neighbouring story suggests, for
/// an article that does not tell its own.
pub fn read_story(article: impl Into<Arc<Article>>, facts: &Facts, assumed: Option<Date>) -> Story {
    let article = article.into();
    let annotations = annotate(&article, facts, assumed);
    tell(article, annotations, facts)
}

/// Finds the meetings of an annotated article.
pub fn tell(article: Arc<Article>, annotations: Annotations, facts: &Facts) -> Story {
    let scene = Scene::new(&article, &annotations, facts);
    let found = release::lead(&article, &scene, candidates::collect(&scene), annotations.published.as_ref());
    let drafts = merge::join(found);
    let mut told: Vec<(MeetingMention, bool)> = drafts.into_iter().map(merge::Draft::finish).collect();
    for (meeting, _) in &mut told {
        plan(meeting, annotations.published.as_ref());
    }
    told.sort_by_key(|(meeting, _)| meeting.evidence.first().copied());
    let (mut meetings, vague): (Vec<MeetingMention>, Vec<bool>) = told.into_iter().unzip();
    mark_main(&article, &annotations, facts, &mut meetings, &vague);
    for meeting in &mut meetings {
        scene.delegates.name(meeting);
    }
    place_main(&article, &annotations, scene.here.as_ref(), facts, &mut meetings);
    let series = series::collect(&scene);
    Story { article, annotations, meetings, series }
}

/// Marks the meeting that the article is about: the one told in the title or at the very beginning, most often.
fn mark_main(
    article: &Article,
    annotations: &Annotations,
    facts: &Facts,
    meetings: &mut [MeetingMention],
    vague: &[bool],
) {
    if meetings.iter().any(|meeting| meeting.main) {
        return;
    }
    let opening = opening_end(article);
    let weight = |meeting: &MeetingMention| {
        let early = meeting.evidence.iter().filter(|passage| is_opening(article, passage, opening)).count();
        let titled = meeting.evidence.iter().any(|passage| is_title(article, passage));
        (early > 0).then_some(early * 4 + meeting.evidence.len() + if titled { TITLED } else { 0 })
    };
    // The first one of equal weight: `max_by_key` would take the last.
    let main = meetings
        .iter_mut()
        .zip(vague)
        .rev()
        .filter_map(|(meeting, vague)| weight(meeting).map(|weight| (weight, meeting, vague)))
        .max_by_key(|(weight, _, _)| *weight);
    if let Some((_, meeting, &vague)) = main {
        meeting.main = true;
        let published = annotations.published.as_ref().map(|published| published.best);
        let historic = published
            .is_some_and(|day| meeting.participants.iter().any(|one| left_office_long_before(&one.id, day, facts)));
        if meeting.when.is_none() && meeting.status == Status::Held && !vague && !historic {
            // News tells of the day: where no day is told, the meeting was on the article's own.
            meeting.when = annotations.published.as_ref().map(|published| MeetingDate {
                interval: Interval::day(published.best),
                precision: Precision::Day,
                passage: None,
            });
        }
    }
}

/// Years after someone's last term in which a meeting without a day is no news of theirs.
const YEARS_AFTER_OFFICE: i16 = 12;

/// Whether `who` left the last office that the tables know long before `day`: an essay tells of them, not the news.
fn left_office_long_before(who: &EntityId, day: Date, facts: &Facts) -> bool {
    let Some(person) = facts.person(who) else { return false };
    let left = person.terms.iter().map(|term| term.to).max_by_key(|to| to.map_or((true, None), |to| (false, Some(to))));
    left.flatten().is_some_and(|to| to.year() + YEARS_AFTER_OFFICE < day.year())
}

/// `The ministers meet on Thursday`: what a story tells in the present of a day to come is planned.
fn plan(meeting: &mut MeetingMention, published: Option<&Published>) {
    let to_come = |when: MeetingDate| {
        when.passage.is_some() && published.is_some_and(|published| when.interval.from > published.interval.to)
    };
    if meeting.status == Status::Held && meeting.when.is_some_and(to_come) {
        meeting.status = Status::Planned;
    }
    // "was to meet on Monday", told on Friday: whether it did is not told.
    let gone = |when: MeetingDate| {
        when.passage.is_some() && published.is_some_and(|published| when.interval.to < published.interval.from)
    };
    if meeting.status == Status::Planned && meeting.when.is_some_and(gone) {
        meeting.status = Status::Unknown;
    }
}

/// A report is written where its meeting was: a main meeting of the day whose town nobody tells took place in that of the
/// dateline, and so did one in a house (`in the Harpa concert hall`) that no table knows.
fn place_main(
    article: &Article,
    annotations: &Annotations,
    here: Option<&Spot>,
    facts: &Facts,
    meetings: &mut [MeetingMention],
) {
    let main = meetings.iter_mut().find(|meeting| meeting.main);
    let (Some(meeting), Some(here), Some(dateline)) = (main, here, article.dateline) else { return };
    let Some(published) = annotations.published.as_ref() else { return };
    let of_the_day = meeting.when.is_some_and(|when| when.interval.gap(Interval::day(published.best)) <= 1);
    let in_a_town = meeting.place.as_ref().is_some_and(|place| facts.state_of(&place.id, &place.name).is_some());
    let in_a_town = in_a_town || meeting.place.as_ref().is_some_and(|place| place.id == here.id);
    let held = matches!(meeting.status, Status::Held | Status::Ongoing) && meeting.kind != MeetingKind::Call;
    if held && of_the_day && !in_a_town && facts.state_of(&here.id, &here.name).is_some() {
        let passage = Passage { part: Part::Text, span: dateline.place.unwrap_or(dateline.span) };
        meeting.place = Some(MeetingPlace { id: here.id.clone(), name: here.name.clone(), passage });
    }
}

/// Where the opening of the story ends, in bytes: after its second paragraph.
fn opening_end(article: &Article) -> usize {
    let paragraphs =
        article.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote));
    paragraphs.take(2).last().map_or(0, |block| block.span.end())
}

/// How much more a meeting in the title weighs than one sentence about another.
const TITLED: usize = 16;

fn is_title(article: &Article, passage: &Passage) -> bool {
    match article.title.from {
        TitleFrom::Record => passage.part == Part::Title,
        TitleFrom::Text(title) => passage.part == Part::Text && title.contains(passage.span),
        TitleFrom::Derived(_) => false,
    }
}

fn is_opening(article: &Article, passage: &Passage, opening: usize) -> bool {
    let title = article.title.from == TitleFrom::Record && passage.part == Part::Title;
    title || passage.part == Part::Text && passage.span.end() <= opening
}
