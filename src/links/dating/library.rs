//! The last resort for a dateline without a sure year: the time that the library is of.
//!
//! **In:** stories whose dateline leaves the year open, or only guessed, and that neither a meeting nor company dates.
//! **Out:** the same, some of these read on that day of their dateline around which most other stories lie. **Why:** who
//! keeps the news of one year has most of it dated; `BRUSSELS, Sept 8` with one weekday fits two years, of which that one
//! is far likelier.
//!
//! Each possible day has what the story itself tells of it (a share), times the stories that know a day near it, and one
//! more (add-one smoothing): a few stories of another time decide nothing against clear words.

use jiff::civil::Date;
use rayon::prelude::*;

use super::{UndatedStories, put, with_reason};
use crate::article::DateSource;
use crate::language::{Annotations, Facts, Name, Undated};
use crate::links::days::number_of;
use crate::links::identities::Identities;
use crate::links::own_readings::OwnReadings;
use crate::meetings::{Story, tell_again};

/// Days around a possible day in which the other stories of its time lie: half a year, so that each is of one time only.
const HALF_A_YEAR: i32 = 182;
/// Fewer stories make no time.
const FEWEST: usize = 3;
/// The share that the day must have of all that speaks.
const SURE: f64 = 0.6;

/// Dates those of `undated` whose year is still open.
pub(super) fn date(
    undated: &UndatedStories,
    stories: &mut [Story],
    own: &mut OwnReadings,
    (identities, facts): (&Identities, &Facts),
) {
    let known = Known::of(stories);
    let read_on = |(number, names): &(usize, Vec<Name>)| {
        let mut story = known.reading(stories.get(*number)?, names, facts)?;
        identities.apply(*number, &mut story);
        Some((*number, story))
    };
    let read: Vec<(usize, Story)> = undated.par_iter().filter_map(read_on).collect();
    put(read, stories, own);
}

/// The days of the stories that know theirs by themselves, counted, ascending.
struct Known(Vec<i32>);

impl Known {
    fn of(stories: &[Story]) -> Self {
        let knows = |annotations: &Annotations| {
            let published = annotations.published.as_ref().filter(|published| published.from != DateSource::Links)?;
            (!annotations.is_tentative()).then_some(published.best)
        };
        let mut days: Vec<i32> = stories.iter().filter_map(|story| knows(&story.annotations)).map(number_of).collect();
        days.sort_unstable();
        Self(days)
    }

    /// How many of them are near `day`.
    fn near(&self, day: Date) -> usize {
        let day = number_of(day);
        let before = self.0.partition_point(|known| day - known > HALF_A_YEAR);
        let until = self.0.partition_point(|known| known - day <= HALF_A_YEAR);
        until.saturating_sub(before)
    }

    /// The story read in the time of the library, where that is another than it guessed and clear.
    fn reading(&self, open: &Story, names: &[Name], facts: &Facts) -> Option<Story> {
        let annotations = &open.annotations;
        let guessed = annotations.published.as_ref();
        if guessed.is_some() && !annotations.is_tentative() {
            return None;
        }
        // Most stories are of the time of the library already, and need no second look.
        let guessed_near = guessed.map_or(0, |guessed| self.near(guessed.best));
        let most = annotations.possible_days.iter().map(|day| self.near(*day)).max()?;
        if most < FEWEST || most <= guessed_near {
            return None;
        }
        let tokens = annotations.tokens.of_all(&annotations.sentences);
        let undated = Undated::new(&open.article, (annotations, names), &tokens, facts);
        let (day, near) = self.clearest(undated.possible())?;
        let dated = undated.date(day);
        let is_another = guessed.is_none_or(|guessed| guessed.best != day);
        if near < FEWEST || !is_another || dated.published().is_none_or(|published| published.best != day) {
            return None;
        }
        let mut reading = undated.annotate(dated);
        with_reason(
            &mut reading,
            format!("{near} of {} stories that tell their day are of about that time", self.0.len()),
            Vec::new(),
        );
        Some(tell_again(open, reading, &tokens, facts))
    }

    /// The day that has by far the most of the shares and the stories near it, with the number of these.
    fn clearest(&self, possible: &[(Date, f64)]) -> Option<(Date, usize)> {
        let weighed: Vec<(f64, Date, usize)> = possible
            .iter()
            .map(|(day, share)| {
                let near = self.near(*day);
                (share * (1.0 + f64::from(u32::try_from(near).unwrap_or(u32::MAX))), *day, near)
            })
            .collect();
        let all: f64 = weighed.iter().map(|(weight, ..)| weight).sum();
        let best = weighed.into_iter().max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
        (best.0 >= SURE * all).then_some((best.1, best.2))
    }
}
