//! What each story told by itself, kept where other stories changed it.
//!
//! **In:** stories, before and after something is settled between them. **Out:** [`OwnReadings`], from which each story can be
//! had as it was [read](crate::meetings::read_story) alone. **Why:** joining stories calls people as most stories call them,
//! and dates what is undated by its neighbours. When one correction changes what a few stories say, all are joined anew, and
//! only these few are read again.
//!
//! Words and sentences stand whatever other stories say; they are not kept twice.

use std::borrow::Cow;
use std::sync::Arc;

use foldhash::HashMap;
use rayon::prelude::*;

use super::corrections::{give_back, take_back};
use super::echoes;
use crate::language::{EntityId, Name, Published, When};
use crate::meetings::{MeetingMention, SeriesMention, Story};

/// What one story told by itself, as far as that is another thing than it tells now: mostly whom its meetings act for, or what
/// it calls one of its names, while all else stands.
#[derive(Clone, Debug, Default, PartialEq)]
struct OwnReading {
    names: Option<Box<[OwnName]>>,
    dates: Option<Vec<When>>,
    #[expect(clippy::option_option, reason = "a story that told no day may tell one now")]
    published: Option<Option<Published>>,
    possible_days: Option<Vec<jiff::civil::Date>>,
    corrected: Option<Vec<usize>>,
    meetings: Option<Vec<MeetingMention>>,
    series: Option<Vec<SeriesMention>>,
}

/// A name as the story told it by itself.
#[derive(Clone, Debug, PartialEq)]
enum OwnName {
    /// As the story tells it now: its place among the names. Most names of most stories stay.
    Same(u32),
    Other(Box<Name>),
}

/// For each story what it told by itself, as far as that is another thing than it tells now. Shared by the libraries in which
/// it is the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnReadings(Vec<Option<Arc<OwnReading>>>);

impl OwnReading {
    /// All that the story tells besides its names, but for what is `kept` of a time before.
    fn of(story: &Story, kept: Option<&Self>) -> Self {
        fn copy<T: Clone>(kept: Option<&Option<T>>, told: &T) -> Option<T> {
            let is_kept = kept.is_some_and(Option::is_some);
            (!is_kept).then(|| told.clone())
        }
        let told = &story.annotations;
        Self {
            names: None,
            dates: copy(kept.map(|kept| &kept.dates), &told.dates),
            published: copy(kept.map(|kept| &kept.published), &told.published),
            possible_days: copy(kept.map(|kept| &kept.possible_days), &told.possible_days),
            corrected: copy(kept.map(|kept| &kept.corrected), &told.corrected),
            meetings: copy(kept.map(|kept| &kept.meetings), &story.meetings),
            series: copy(kept.map(|kept| &kept.series), &story.series),
        }
    }

    /// Only what the story no longer tells so.
    fn changed_in(mut self, story: &Story) -> Self {
        let told = &story.annotations;
        self.dates.take_if(|own| *own == told.dates);
        self.published.take_if(|own| *own == told.published);
        self.possible_days.take_if(|own| *own == told.possible_days);
        self.corrected.take_if(|own| *own == told.corrected);
        self.meetings.take_if(|own| *own == story.meetings);
        self.series.take_if(|own| *own == story.series);
        self
    }

    /// The names that the story told by itself.
    fn names<'s>(&self, story: &'s Story) -> Cow<'s, [Name]> {
        let told = &story.annotations.names;
        let name = |own: &OwnName| match own {
            OwnName::Same(at) => told.get(usize::try_from(*at).ok()?).cloned(),
            OwnName::Other(name) => Some((**name).clone()),
        };
        self.names.as_ref().map_or(Cow::Borrowed(told), |own| Cow::Owned(own.iter().filter_map(name).collect()))
    }

    /// With what was the same until `later`.
    fn extend(&mut self, later: Self) {
        fn add<T>(own: &mut Option<T>, later: Option<T>) {
            *own = own.take().or(later);
        }
        add(&mut self.dates, later.dates);
        add(&mut self.published, later.published);
        add(&mut self.possible_days, later.possible_days);
        add(&mut self.corrected, later.corrected);
        add(&mut self.meetings, later.meetings);
        add(&mut self.series, later.series);
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

    /// Keeps what the story with this index told, as far as `change` changes that for the first time.
    pub(super) fn keep(&mut self, number: usize, story: &mut Story, change: impl FnOnce(&mut Story)) {
        match self.0.get_mut(number) {
            Some(place) => keep(place, story, change),
            None => change(story),
        }
    }

    /// The same for all stories that `may_change`, on every core: none asks what another tells.
    pub(super) fn keep_all(
        &mut self,
        stories: &mut [Story],
        may_change: impl Fn(usize, &Story) -> bool + Sync,
        change: impl Fn(usize, &mut Story) + Sync,
    ) {
        self.0.resize(self.0.len().max(stories.len()), None);
        let stories = stories.par_iter_mut().zip(&mut self.0).enumerate();
        stories.filter(|(number, (story, _))| may_change(*number, story)).for_each(|(number, (story, place))| {
            keep(place, story, |story| change(number, story));
        });
    }

    /// The names that a story told by itself, and the [`Corrections`](crate::language::Corrections) that changed something
    /// in its reading.
    pub fn names<'s>(&'s self, number: usize, story: &'s Story) -> (Cow<'s, [Name]>, &'s [usize]) {
        let told = &story.annotations;
        match self.0.get(number).and_then(Option::as_ref) {
            Some(own) => (own.names(story), own.corrected.as_ref().unwrap_or(&told.corrected)),
            None => (Cow::Borrowed(&told.names), &told.corrected),
        }
    }

    /// The story with this index as it was read alone; the text is shared.
    pub fn restored(&self, number: usize, story: &Story) -> Story {
        let mut restored = match self.0.get(number).and_then(Option::as_ref) {
            Some(own) => own.as_told_in(story),
            None => story.clone(),
        };
        echoes::take_out(&mut restored);
        give_back(std::slice::from_mut(&mut restored));
        restored.meetings.iter_mut().for_each(take_back);
        restored
    }
}

/// Keeps what a story told, as far as `change` changes that for the first time.
fn keep(place: &mut Option<Arc<OwnReading>>, story: &mut Story, change: impl FnOnce(&mut Story)) {
    let names = place.as_ref().map_or(Cow::Borrowed(&*story.annotations.names), |own| own.names(story)).into_owned();
    let before = OwnReading::of(story, place.as_deref());
    change(story);
    let (names, changed) = (differing(names, &story.annotations.names), before.changed_in(story));
    if place.is_some() || names.is_some() || changed != OwnReading::default() {
        let own = Arc::make_mut(place.get_or_insert_default());
        own.extend(changed);
        own.names = names;
    }
}

impl OwnReading {
    fn as_told_in(&self, story: &Story) -> Story {
        let mut restored = story.clone();
        let told = &mut restored.annotations;
        told.names = self.names(story).into_owned();
        put_back(&mut told.dates, self.dates.as_ref());
        put_back(&mut told.published, self.published.as_ref());
        put_back(&mut told.possible_days, self.possible_days.as_ref());
        put_back(&mut told.corrected, self.corrected.as_ref());
        if let Some(meetings) = &self.meetings {
            // What was denied or set aside later is among them.
            restored.meetings.clone_from(meetings);
            restored.denied.clear();
            restored.set_aside.clear();
        }
        put_back(&mut restored.series, self.series.as_ref());
        restored
    }
}

fn put_back<T: Clone>(told: &mut T, own: Option<&T>) {
    if let Some(own) = own {
        told.clone_from(own);
    }
}

/// The `own` names of a story that tells these `now`, where that is another thing.
fn differing(own: Vec<Name>, now: &[Name]) -> Option<Box<[OwnName]>> {
    if own == now {
        return None;
    }
    let places: HashMap<&EntityId, (u32, &Name)> = (0..).zip(now).map(|(at, name)| (&name.id, (at, name))).collect();
    let kept = |name: Name| match places.get(&name.id) {
        Some((at, same)) if **same == name => OwnName::Same(*at),
        _ => OwnName::Other(Box::new(name)),
    };
    Some(own.into_iter().map(kept).collect())
}
