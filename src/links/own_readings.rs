//! What each story told by itself, kept where other stories changed it.
//!
//! **In:** stories, before and after something is settled between them. **Out:** [`OwnReadings`], from which each story can be
//! had as it was [read](crate::meetings::read_story) alone. **Why:** joining stories calls people as most stories call them,
//! and dates what is undated by its neighbours. When one correction changes what a few stories say, all are joined anew, and
//! only these few are read again.
//!
//! Words and sentences stand whatever other stories say; they are not kept twice.

use std::sync::Arc;

use super::corrections::take_back;
use crate::language::{Annotations, Name, Published, When};
use crate::meetings::{MeetingMention, SeriesMention, Story};

/// What one story told by itself.
#[derive(Clone, Debug, PartialEq)]
struct OwnReading {
    names: Vec<Name>,
    dates: Vec<When>,
    published: Option<Published>,
    possible_days: Vec<jiff::civil::Date>,
    corrected: Vec<usize>,
    meetings: Vec<MeetingMention>,
    series: Vec<SeriesMention>,
}

/// For each story what it told by itself, as far as that is another thing than it tells now. Shared by the libraries in which
/// it is the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnReadings(Vec<Option<Arc<OwnReading>>>);

impl OwnReading {
    fn of(story: &Story) -> Self {
        let told = &story.annotations;
        Self {
            names: told.names.clone(),
            dates: told.dates.clone(),
            published: told.published.clone(),
            possible_days: told.possible_days.clone(),
            corrected: told.corrected.clone(),
            meetings: story.meetings.clone(),
            series: story.series.clone(),
        }
    }

    fn is_of(&self, story: &Story) -> bool {
        let told = &story.annotations;
        self.names == told.names
            && self.dates == told.dates
            && self.published == told.published
            && self.possible_days == told.possible_days
            && self.corrected == told.corrected
            && self.meetings == story.meetings
            && self.series == story.series
    }
}

impl OwnReadings {
    /// Those of so many stories, of which none was changed yet.
    pub(super) fn of(stories: usize) -> Self {
        Self(vec![None; stories])
    }

    /// Whether there is a place for each of so many stories: whether these were joined at all.
    pub fn are_of(&self, stories: usize) -> bool {
        self.0.len() == stories
    }

    /// Keeps what the story with this index told, if `change` changes that for the first time.
    pub(super) fn keep<T>(&mut self, number: usize, story: &mut Story, change: impl FnOnce(&mut Story) -> T) -> T {
        let Some(place @ None) = self.0.get_mut(number) else { return change(story) };
        let own = OwnReading::of(story);
        let done = change(story);
        if !own.is_of(story) {
            *place = Some(Arc::new(own));
        }
        done
    }

    /// Keeps what these stories told, whatever will become of them; [`Self::release`] lets go of those that stayed the same.
    pub(super) fn keep_all(&mut self, stories: &[Story], numbers: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut kept = Vec::new();
        for number in numbers {
            if let (Some(place @ None), Some(story)) = (self.0.get_mut(number), stories.get(number)) {
                *place = Some(Arc::new(OwnReading::of(story)));
                kept.push(number);
            }
        }
        kept
    }

    /// Lets go of those of `kept` that are still what the stories tell.
    pub(super) fn release(&mut self, stories: &[Story], kept: &[usize]) {
        for number in kept {
            let (Some(place), Some(story)) = (self.0.get_mut(*number), stories.get(*number)) else { continue };
            if place.as_ref().is_some_and(|own| own.is_of(story)) {
                *place = None;
            }
        }
    }

    /// The names that a story told by itself, and the [`Corrections`](crate::language::Corrections) that changed something
    /// in its reading.
    pub fn names<'s>(&'s self, number: usize, story: &'s Story) -> (&'s [Name], &'s [usize]) {
        match self.0.get(number).and_then(Option::as_ref) {
            Some(own) => (&own.names, &own.corrected),
            None => (&story.annotations.names, &story.annotations.corrected),
        }
    }

    /// The story with this index as it was read alone; the text is shared.
    pub fn restored(&self, number: usize, story: &Story) -> Story {
        let mut restored = match self.0.get(number).and_then(Option::as_ref) {
            Some(own) => own.as_told_in(story),
            None => story.clone(),
        };
        restored.meetings.retain(|meeting| meeting.echo.is_none());
        restored.meetings.iter_mut().for_each(take_back);
        restored
    }
}

impl OwnReading {
    fn as_told_in(&self, story: &Story) -> Story {
        let annotations = Annotations {
            tokens: story.annotations.tokens.clone(),
            sentences: story.annotations.sentences.clone(),
            names: self.names.clone(),
            dates: self.dates.clone(),
            published: self.published.clone(),
            possible_days: self.possible_days.clone(),
            corrected: self.corrected.clone(),
        };
        let article = Arc::clone(&story.article);
        Story { article, annotations, meetings: self.meetings.clone(), series: self.series.clone() }
    }
}
