//! One annotated article in, the meetings that it tells of out.
//!
//! **In:** an article and its [`Annotations`].
//! **Out:** a [`Story`]: the article with its [`MeetingMention`]s (one for each meeting, however often it is told)
//! and the series it names.
//! **Why:** what one outlet says about one meeting, with the words that say it, is the unit that `links` compares.
//!
//! The way: the article is laid out by sentence (`scene`), words that tell of a meeting are found (`triggers`, once for a whole story: `words`),
//! the words around them say who, where and when (`slots`), which makes `candidates`; in a press service's release
//! the one that it is about comes first (`release`); what tells of the same meeting is joined (`merge`); of what leaves open who
//! met, the likely is completed (`half_told`); what the sentences around a meeting tell of its day and place is added (`settle`).

mod candidates;
pub(crate) mod company;
pub(crate) mod half_told;
mod learned;
mod merge;
mod offices;
mod reach;
mod release;
mod scene;
mod series;
mod settle;
mod slots;
#[cfg(test)]
mod tests;
mod trades;
mod triggers;
mod types;
mod words;

use std::sync::Arc;

use jiff::civil::Date;

pub use reach::{Reach, reach};
pub use types::{
    CorrectedDay, DeniedMention, Echo, MeetingDate, MeetingKind, MeetingMention, MeetingPlace, Participant, SeriesId,
    SeriesMention, Status, Story,
};

pub use words::MeetingWords;

use crate::article::{Article, BlockKind, TitleFrom};
use crate::language::{self, Annotations, EntityId, Facts, Part, Passage, Published, Token, annotate_with_progress};
use scene::Scene;
use settle::Tellings;

/// Reads one article to the end: names, dates, meetings. `assumed` is the day that a neighbouring story suggests, for
/// an article that does not tell its own.
pub fn read_story(article: impl Into<Arc<Article>>, facts: &Facts, assumed: Option<Date>) -> Story {
    read_story_with_progress(article, facts, assumed, &|_| ())
}

/// In so many steps an article is read.
pub const STEPS: usize = language::STEPS + 2;

/// The same as [`read_story`]; `step` is told how many of [`STEPS`] are done.
pub fn read_story_with_progress(
    article: impl Into<Arc<Article>>,
    facts: &Facts,
    assumed: Option<Date>,
    step: &dyn Fn(usize),
) -> Story {
    let article = article.into();
    let (annotations, tokens) = annotate_with_progress(&article, facts, assumed, step);
    tell_with_progress(article, annotations, &tokens, None, facts, step)
}

/// Finds the meetings of a story that was read before and is annotated anew; `tokens` are those that its annotations keep.
pub fn tell_again(before: &Story, annotations: Annotations, tokens: &[Token], facts: &Facts) -> Story {
    let (article, words) = (Arc::clone(&before.article), before.words.clone());
    tell_with_progress(article, annotations, tokens, words, facts, &|_| ())
}

fn tell_with_progress(
    article: Arc<Article>,
    annotations: Annotations,
    tokens: &[Token],
    words: Option<Arc<MeetingWords>>,
    facts: &Facts,
    step: &dyn Fn(usize),
) -> Story {
    let scene = Scene::new(&article, &annotations, tokens, facts);
    step(language::STEPS + 1);
    let is_read_again = words.is_some() || annotations.published.is_none() || annotations.is_tentative();
    let words = words.unwrap_or_else(|| Arc::new(MeetingWords::of(&scene)));
    let joined = drafts(&article, &scene, &words, &annotations);
    let half_told = half_told::complete(&scene, &joined);
    let published = annotations.published.as_ref();
    // What is told in full says when and where the others were, and not the other way round.
    let all = (!half_told.is_empty()).then(|| joined.told.iter().cloned().chain(half_told).collect());
    let mut meetings = settled((&article, &scene), joined.told, published, facts);
    let all = all.map(|all| settled((&article, &scene), all, published, facts));
    meetings.extend(all.into_iter().flatten().filter(|meeting| meeting.half_told));
    meetings.sort_by_key(|meeting| meeting.evidence.first().copied());
    let series = series::collect(&scene);
    step(STEPS);
    let words = is_read_again.then_some(words);
    let (denied, set_aside) = (Vec::new(), Vec::new());
    Story { article, annotations, meetings, series, denied, words, set_aside }.without_spare_room()
}

/// The finished meetings, each with the day and the place that the story tells for it.
fn settled(
    (article, scene): (&Article, &Scene<'_>),
    drafts: Vec<merge::Draft>,
    published: Option<&Published>,
    facts: &Facts,
) -> Vec<MeetingMention> {
    let mut told: Vec<(MeetingMention, bool)> = drafts.into_iter().map(merge::Draft::finish).collect();
    told.sort_by_key(|(meeting, _)| meeting.evidence.first().copied());
    let (mut meetings, vague): (Vec<MeetingMention>, Vec<bool>) = told.into_iter().unzip();
    let main = mark_main(article, &mut meetings);
    let tellings = Tellings::of(scene, &meetings);
    settle::time::settle(scene, &tellings, published, &mut meetings, &vague);
    if let Some(published) = published
        && let Some((meeting, vague)) = main.and_then(|main| Some((meetings.get_mut(main)?, *vague.get(main)?)))
    {
        date_by_the_story(meeting, vague, published, facts);
    }
    for meeting in &mut meetings {
        scene.delegates.name(meeting, &scene.sides, scene.facts);
    }
    settle::length::lengthen(scene, &tellings, &mut meetings);
    for meeting in &mut meetings {
        plan(meeting, published);
    }
    settle::place::settle(article, scene, &tellings, published, &mut meetings);
    meetings
}

/// What the story tells of meeting, joined.
fn drafts(article: &Article, scene: &Scene<'_>, words: &MeetingWords, annotations: &Annotations) -> merge::Joined {
    let candidates = candidates::collect(scene, words);
    merge::join(release::lead(article, scene, candidates, annotations.published.as_ref()))
}

/// Marks the meeting that the article is about: the one told in the title or at the very beginning, most often. Says
/// which one it marked; a release has marked its own.
fn mark_main(article: &Article, meetings: &mut [MeetingMention]) -> Option<usize> {
    if meetings.iter().any(|meeting| meeting.main) {
        return None;
    }
    // What is told in full goes before.
    let openings = [OPENING, LONG_OPENING];
    let in_turn = [false, true].into_iter().flat_map(|by_half| openings.map(|paragraphs| (by_half, paragraphs)));
    let number = in_turn.into_iter().find_map(|(by_half, paragraphs)| {
        let opening = opening_end(article, paragraphs);
        let weight = |meeting: &MeetingMention| {
            let early = meeting.evidence.iter().filter(|passage| is_opening(article, passage, opening)).count();
            let titled = meeting.evidence.iter().any(|passage| is_title(article, passage));
            (early > 0).then_some(early * 4 + meeting.evidence.len() + if titled { TITLED } else { 0 })
        };
        // The first one of equal weight: `max_by_key` would take the last.
        let weighed = meetings.iter().enumerate().rev().filter(|(_, meeting)| meeting.half_told == by_half);
        let (_, number) = weighed
            .filter_map(|(number, meeting)| Some((weight(meeting)?, number)))
            .max_by_key(|(weight, _)| *weight)?;
        Some(number)
    })?;
    meetings.get_mut(number)?.main = true;
    Some(number)
}

/// News tells of the day: a main meeting that nothing dates was on the article's own. `vague`: told as one of the past.
fn date_by_the_story(meeting: &mut MeetingMention, vague: bool, published: &Published, facts: &Facts) {
    let day = published.best;
    let historic = || meeting.participants.iter().any(|one| left_office_long_before(&one.id, day, facts));
    if meeting.when.is_none() && meeting.status == Status::Held && !vague && !historic() {
        meeting.when = Some(settle::time::of_the_story(published));
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
        when.passage.is_some() && published.is_some_and(|published| when.interval.from > published.best)
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

/// Paragraphs of a story's opening, and of one that begins with what stands around its meeting.
const OPENING: usize = 2;
const LONG_OPENING: usize = 4;

/// Where the opening of the story ends, in bytes: after so many of its paragraphs.
fn opening_end(article: &Article, paragraphs: usize) -> usize {
    let blocks = article.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote));
    blocks.take(paragraphs).last().map_or(0, |block| block.span.end())
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
