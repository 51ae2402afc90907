//! The words of a story that tell of a meeting in, the telling out.
//!
//! **Why:** offsets are void as soon as someone mends a slip in a story. Words are looked up: the very words first, then
//! words that hold them or are held by them, then those that share most with them.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::language::{Passage, slug};
use crate::links::types::MentionRef;
use crate::meetings::{DeniedMention, MeetingMention, Story};

/// Words beyond which a quote is cut: the beginning of a long paragraph names it well enough.
const LONGEST: usize = 40;
/// The share of words that an edited sentence must have kept.
const KEPT: f64 = 0.6;
/// Words of a sentence that are compared. It bounds the work in a text without full stops.
const COMPARED: usize = 256;

/// A telling of a meeting, by its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// [`Article::id`](crate::article::Article::id) of its story.
    pub story: String,
    /// Words that tell of it.
    pub words: String,
    /// Which of the places that hold these very words, from 1.
    pub occurrence: usize,
    /// Who met, for words that tell of several meetings.
    pub who: Vec<String>,
    /// Whether the words tell of it only in passing, so that nothing but another story's report shows what they are about.
    pub in_passing: bool,
}

/// Why a quote names nothing any more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Gone {
    /// The story is not in the library.
    Story(String),
    /// The words are no longer in this story, or no meeting is told in them.
    Words(String),
    /// The words are in this story, and a correction says that they tell of no meeting.
    Denied(String),
}

impl Quote {
    /// Names a telling; `None` where there is none.
    pub fn of(stories: &[Story], at: MentionRef) -> Option<Self> {
        let story = stories.get(at.story)?;
        let meeting = story.meetings.get(at.mention)?;
        let first = *meeting.evidence.first()?;
        let words = beginning(story.words(first));
        let in_passing = meeting.echo.is_some();
        let alike = story.meetings.iter().filter(|other| other.echo.is_some() == in_passing);
        let all = alike.flat_map(|meeting| &meeting.evidence);
        let mut same: Vec<Passage> = all.filter(|other| beginning(story.words(**other)) == words).copied().collect();
        same.sort_unstable();
        same.dedup();
        let occurrence = same.iter().position(|other| *other == first).map_or(1, |before| before + 1);
        let who = meeting.participants.iter().map(|who| who.name.clone()).collect();
        Some(Self { story: story.article.id.clone(), words, occurrence, who, in_passing })
    }
}

/// Stories, to look tellings up in.
pub(in crate::links) struct Places<'s> {
    stories: &'s [Story],
    by_id: HashMap<&'s str, usize>,
}

/// How well words of a story agree with a quote, the best last.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Agreement {
    /// They share this much with it.
    Kept(f64),
    /// They are so much of it.
    Within(f64),
    /// They hold it.
    Holds,
    /// They begin as it does, as far as a quote goes.
    Whole,
}

impl<'s> Places<'s> {
    pub(in crate::links) fn of(stories: &'s [Story]) -> Self {
        let by_id = stories.iter().enumerate().map(|(number, story)| (story.article.id.as_str(), number)).collect();
        Self { stories, by_id }
    }

    /// The telling that a quote names: one that the story tells plainly, unless the quote is of one in passing or nothing else
    /// is said in its words.
    pub(in crate::links) fn find(&self, quote: &Quote) -> Result<MentionRef, Gone> {
        match self.place(quote)? {
            (story, Ok(mention)) => Ok(MentionRef { story, mention }),
            (_, Err(_)) => Err(Gone::Denied(quote.story.clone())),
        }
    }

    /// What a quote names where a reader said that it is no meeting, with the index of its story.
    pub(in crate::links) fn find_denied(&self, quote: &Quote) -> Option<(usize, &'s DeniedMention)> {
        let (number, found) = self.place(quote).ok()?;
        Some((number, self.stories.get(number)?.denied.get(found.err()?)?))
    }

    /// The telling that a quote names by its place among the meetings of its story, or else among those that are denied: words
    /// that a reader took away do not mean the next best ones.
    fn place(&self, quote: &Quote) -> Result<(usize, Result<usize, usize>), Gone> {
        let (number, story) = self.story(quote).ok_or_else(|| Gone::Story(quote.story.clone()))?;
        let count = story.meetings.len();
        let told = |in_passing: bool| {
            let all = story.meetings.iter().chain(story.denied.iter().map(|denied| &denied.meeting)).enumerate();
            said(quote, story, all.filter(|(_, told)| told.echo.is_some() == in_passing))
        };
        let found = if quote.in_passing { told(true) } else { told(false).or_else(|| told(true)) };
        let found = found.ok_or_else(|| Gone::Words(quote.story.clone()))?;
        Ok((number, found.checked_sub(count).map_or(Ok(found), Err)))
    }

    /// The story that a quote names, by its index.
    pub(in crate::links) fn story(&self, quote: &Quote) -> Option<(usize, &'s Story)> {
        let number = self.by_id.get(quote.story.as_str()).copied()?;
        Some((number, self.stories.get(number)?))
    }
}

/// Which of these meetings of a story its quote names, by the number that stands before it.
pub(in crate::links) fn said<'m>(
    quote: &Quote,
    story: &Story,
    meetings: impl Iterator<Item = (usize, &'m MeetingMention)>,
) -> Option<usize> {
    let wanted = one_space(&quote.words);
    let mut told: Vec<(Agreement, Passage, usize, &MeetingMention)> = Vec::new();
    for (mention, meeting) in meetings {
        let passages = meeting.evidence.iter();
        told.extend(passages.filter_map(|at| Some((agreement(&wanted, story.words(*at))?, *at, mention, meeting))));
    }
    let best = told.iter().map(|(agreement, ..)| *agreement).reduce(|best, one| if one > best { one } else { best });
    told.retain(|(agreement, ..)| Some(*agreement) == best);
    told.sort_by_key(|(_, at, mention, _)| (*at, *mention));
    let mut places: Vec<Passage> = told.iter().map(|(_, at, ..)| *at).collect();
    places.dedup();
    let place = places.get(quote.occurrence.saturating_sub(1)).or(places.last()).copied();
    // Who met tells more than which of the same words it was: a sentence more before them moves their number.
    let fits = |(_, at, _, meeting): &(Agreement, Passage, usize, &MeetingMention)| {
        (in_common(&quote.who, meeting), Some(*at) == place)
    };
    let first = told.iter().reduce(|best, one| if fits(one) > fits(best) { one } else { best });
    first.map(|(_, _, mention, _)| *mention)
}

fn agreement(wanted: &str, words: &str) -> Option<Agreement> {
    if beginning(words) == beginning(wanted) {
        return Some(Agreement::Whole);
    }
    let words = one_space(words);
    if words.contains(wanted) {
        return Some(Agreement::Holds);
    }
    #[allow(clippy::cast_precision_loss, reason = "the lengths of two sentences")]
    if wanted.contains(words.as_str()) && !words.is_empty() {
        return Some(Agreement::Within(words.len() as f64 / wanted.len().max(1) as f64));
    }
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    wanted.split(' ').take(COMPARED).for_each(|word| counts.entry(word).or_default().0 += 1);
    words.split(' ').take(COMPARED).for_each(|word| counts.entry(word).or_default().1 += 1);
    let shared: usize = counts.values().map(|(a, b)| a.min(b)).sum();
    let most: usize = counts.values().map(|(a, b)| a.max(b)).sum();
    #[allow(clippy::cast_precision_loss, reason = "counts of a few hundred words")]
    let kept = shared as f64 / most.max(1) as f64;
    (kept >= KEPT).then_some(Agreement::Kept(kept))
}

/// How many of these names are the meeting's, and how many it has besides; nothing where none are given.
fn in_common(who: &[String], meeting: &MeetingMention) -> (usize, Reverse<usize>) {
    let is_named = |name: &&String| {
        let wanted = slug(name);
        meeting.participants.iter().any(|one| one.id.as_str() == wanted || slug(&one.name) == wanted)
    };
    let common = who.iter().filter(is_named).count();
    let more = if who.is_empty() { 0 } else { meeting.participants.len().saturating_sub(common) };
    (common, Reverse(more))
}

/// As much of some words as a quote holds.
fn beginning(words: &str) -> String {
    words.split_whitespace().take(LONGEST).collect::<Vec<_>>().join(" ")
}

/// Words with one space between each two.
fn one_space(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
