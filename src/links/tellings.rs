//! All stories in, all their tellings out, each found by its place.
//!
//! **Why:** tellings are held against each other in an order that is the stories' own, so that the order of files never shows;
//! whoever knows a story and the number of its meeting finds the telling all the same without a look-up table.

use std::borrow::Cow;
use std::collections::HashSet;

use rayon::prelude::*;

use super::telling::Telling;
use super::types::MentionRef;
use crate::meetings::{MeetingMention, Story};

/// The tellings of a library.
pub(super) struct Tellings<'a> {
    /// Ordered by the identity of their stories; those of one story in its own order.
    all: Vec<Telling<'a>>,
    /// Of each story, how many stand before its first.
    starts: Vec<usize>,
}

impl<'a> Tellings<'a> {
    /// All tellings of `stories`, with their topics.
    pub(super) fn of(stories: &'a [Story]) -> Self {
        Self::with(stories, |_, meeting| meeting)
    }

    /// The same, each meeting as `told` tells it.
    pub(super) fn with(
        stories: &'a [Story],
        told: impl Fn(MentionRef, &'a MeetingMention) -> &'a MeetingMention + Sync,
    ) -> Self {
        let mut numbered: Vec<(usize, &Story)> = stories.iter().enumerate().collect();
        numbered.sort_by_key(|&(_, story)| (&story.article.id, &story.article.text));
        let mut starts = vec![0; stories.len()];
        let mut before = 0;
        for (number, story) in &numbered {
            if let Some(start) = starts.get_mut(*number) {
                *start = before;
            }
            before += story.meetings.len();
        }
        let of_story = |(number, story)| {
            let told = |mention, meeting| told(MentionRef { story: number, mention }, meeting);
            Telling::of_story_as(number, story, told).collect::<Vec<_>>()
        };
        let all = numbered.into_par_iter().map(of_story).flatten_iter().collect();
        Self { all, starts }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Telling<'a>] {
        &self.all
    }

    /// Those that their stories tell plainly.
    pub(super) fn plain(self) -> Vec<Telling<'a>> {
        self.all.into_iter().filter(|telling| telling.meeting.echo.is_none()).collect()
    }

    /// Those that tell who met.
    pub(super) fn in_full(&self) -> Cow<'_, [Telling<'a>]> {
        self.in_full_and(&HashSet::new())
    }

    /// The same, and these.
    pub(super) fn in_full_and(&self, named: &HashSet<MentionRef>) -> Cow<'_, [Telling<'a>]> {
        let is_in_full = |telling: &&Telling<'_>| !telling.meeting.half_told || named.contains(&telling.mention());
        if self.all.iter().all(|telling| is_in_full(&telling)) {
            return Cow::Borrowed(&self.all);
        }
        Cow::Owned(self.all.iter().filter(is_in_full).cloned().collect())
    }

    /// Where among [`Self::all`] the telling of this mention stands.
    pub(super) fn position(&self, mention: MentionRef) -> Option<usize> {
        let at = self.starts.get(mention.story)? + mention.mention;
        self.all.get(at).filter(|telling| telling.mention() == mention).map(|_| at)
    }

    /// The telling of this mention.
    pub(super) fn get(&self, mention: MentionRef) -> Option<&Telling<'a>> {
        self.all.get(self.position(mention)?)
    }

    /// Those of one story, in its order.
    pub(super) fn of_story(&self, story: usize) -> &[Telling<'a>] {
        let own = self.starts.get(story).and_then(|start| self.all.get(*start..)).unwrap_or_default();
        own.get(..own.iter().take_while(|telling| telling.number == story).count()).unwrap_or_default()
    }
}
