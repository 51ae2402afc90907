//! The second round of dating: a story that no meeting dates takes its day from the stories that name the same people,
//! bodies, events and towns.
//!
//! **In:** stories, some still without a day, or with one that they only guess. **Out:** the same, some of these read on a
//! day of their company, with the names and the stories that told it. **Why:** a reader who finds the dateline `MANILA,
//! March 7` over two negotiators whom the library knows from one spring only knows the year; a sports preview of the same
//! summer shares no meeting.
//!
//! Company is weaker evidence than a meeting, so it is heard only where
//! - the story itself speaks from some day: its dateline has one, or it says `on Thursday`, `yesterday`, `May 3`; a
//!   handbook or a portrait has no day that could be told;
//! - what is shared is more than towns, and of one time by a clear majority (states and their peoples are named at any
//!   time and are not asked; a name speaks for a time only in the part of its stories that are of that time);
//! - the story can be read on that day: nobody has an office that they did not hold yet, and its dateline fits.
//!
//! The work grows with the number of stories: a name that very many stories share is not asked.

use std::cmp::Reverse;

use foldhash::HashMap;
use jiff::civil::Date;
use rayon::prelude::*;

use super::{UndatedStories, put, spelled, with_reason};
use crate::language::{Annotations, EntityId, Facts, Name, NameKind, Precision, Undated, days_between};
use crate::links::identities::Identities;
use crate::links::own_readings::OwnReadings;
use crate::links::reasons::spelled_list;
use crate::meetings::{Story, tell_again};
use crate::text::letters::count;

/// Days within which stories are of one time: news of one affair mostly goes on for some weeks.
const ONE_TIME: i32 = 45;
/// What one story must share with a story that has no dateline: a person and something else.
const COMPANION: u32 = 3;
/// What must speak for a time: as much as a person does whom three stories name, all of that time.
const ENOUGH: f64 = 1.5;
/// Every name is taken to be in one more story, of another time (add-one smoothing): being named once proves little.
const UNSEEN: f64 = 1.0;
/// The share of all that speaks which must speak for one time: three to one.
const CLEAR: f64 = 0.75;
/// How sure the dateline must be of one of its days, once the time is known.
const SURE: f64 = 0.6;
/// Days over which company loses most of its weight, where the story's own words put it off that day.
const FADES: f64 = 60.0;
/// Company of more times than these tells none.
const MOST_TIMES: usize = 8;
/// A name that more dated stories share is not asked; it bounds the work.
const MOST_STORIES: usize = 128;
/// Stories of which the identities are told.
const LISTED: usize = 8;
/// Names told in a reason.
const TOLD: usize = 3;

/// Dates those of `undated` that are still without a day that they know.
pub(super) fn date(
    undated: &UndatedStories,
    stories: &mut [Story],
    own: &mut OwnReadings,
    (identities, facts): (&Identities, &Facts),
) {
    // Where a dateline leaves only the year open, company has least to tell: these first, for they are then company for
    // the others.
    for open in [Open::Guessed, Open::Year, Open::All] {
        let asked: Vec<&(usize, Vec<Name>)> =
            undated.iter().filter(|(number, _)| stories.get(*number).and_then(Open::of) == Some(open)).collect();
        if asked.is_empty() {
            continue;
        }
        // Every story is judged by those dated before this pass, so that the order does not matter. One that only guesses
        // its day is judged by those that know theirs.
        let dated = Dated::new(stories, &asked, open);
        let read_on = |(number, names): &(usize, Vec<Name>)| {
            let mut story = dated.reading(dated.stories.get(*number)?, names, facts)?;
            identities.apply(*number, &mut story);
            Some((*number, story))
        };
        let read: Vec<(usize, Story)> = asked.into_par_iter().filter_map(read_on).collect();
        put(read, stories, own);
    }
}

/// What of a story's day is left open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// The year, of which one is the likeliest.
    Guessed,
    /// The year.
    Year,
    /// Everything.
    All,
}

impl Open {
    /// `None` where the day is known.
    fn of(story: &Story) -> Option<Self> {
        let annotations = &story.annotations;
        match (&annotations.published, annotations.possible_days.is_empty()) {
            (Some(_), _) => annotations.is_tentative().then_some(Self::Guessed),
            (None, false) => Some(Self::Year),
            (None, true) => Some(Self::All),
        }
    }
}

/// The dated stories, by what they name.
struct Dated<'s> {
    stories: &'s [Story],
    /// For each name that the stories asked share, the dated stories that have it.
    by_name: HashMap<&'s EntityId, Vec<usize>>,
}

/// A dated story that shares names with the undated one.
struct Companion<'s> {
    story: &'s Story,
    day: Date,
    /// The names in common, by their place among those of the undated story.
    shared: Vec<usize>,
    /// What these weigh.
    weight: u32,
}

/// Companions of one time, those that share most first.
struct Time<'s> {
    first: Companion<'s>,
    others: Vec<&'s Story>,
    votes: f64,
}

impl<'s> Dated<'s> {
    fn new(stories: &'s [Story], asked: &[&(usize, Vec<Name>)], open: Open) -> Self {
        let knows = |story: &Story| match Open::of(story) {
            None => true,
            Some(Open::Guessed) => open != Open::Guessed,
            Some(Open::Year | Open::All) => false,
        };
        let asked = asked.iter().filter_map(|(number, _)| stories.get(*number));
        let mut by_name: HashMap<&EntityId, Vec<usize>> =
            asked.flat_map(telling).map(|name| (&name.id, Vec::new())).collect();
        for (number, story) in stories.iter().enumerate().filter(|(_, story)| knows(story)) {
            for name in &story.annotations.names {
                if let Some(stories) = by_name.get_mut(&name.id) {
                    stories.push(number);
                }
            }
        }
        by_name.retain(|_, stories| (1..=MOST_STORIES).contains(&stories.len()));
        Self { stories, by_name }
    }

    /// The undated story as read in the time of its company, if that is clear. `names` are those of its first reading.
    fn reading(&self, undated: &Story, names: &[Name], facts: &Facts) -> Option<Story> {
        let shared: Vec<&Name> = telling(undated).collect();
        let has_dateline = !undated.annotations.possible_days.is_empty();
        let times = self.times(self.companions(&shared, if has_dateline { 1 } else { COMPANION }), &shared)?;
        if !times.iter().any(|time| time.votes >= ENOUGH) {
            return None;
        }
        let first = &undated.annotations;
        let tokens = first.tokens.of_all(&first.sentences);
        let (time, mut reading) = clearest(times, &Undated::new(&undated.article, (first, names), &tokens, facts))?;
        let published = reading.published.as_ref()?;
        let fits = if has_dateline {
            published.confidence >= SURE && undated.annotations.possible_days.contains(&published.best)
        } else {
            speaks_from_a_day(first, &reading)
        };
        let stories = std::iter::once(time.first.story).chain(time.others.iter().copied()).take(LISTED);
        let stories = stories.map(|story| story.article.id.clone()).collect();
        with_reason(&mut reading, reason(&shared, &time), stories);
        fits.then(|| tell_again(undated, reading, &tokens, facts))
    }

    /// The dated stories that share names of at least this weight, and half as much as the one that shares most; those
    /// that share most first.
    fn companions(&self, names: &[&Name], least: u32) -> Vec<Companion<'s>> {
        let stories_of = |(at, name): (usize, &&Name)| {
            let stories = self.by_name.get(&name.id).map_or(&[][..], Vec::as_slice);
            stories.iter().map(move |story| (*story, at))
        };
        let mut shared: Vec<(usize, usize)> = names.iter().enumerate().flat_map(stories_of).collect();
        shared.sort_unstable();
        let companion = |shared: &[(usize, usize)]| {
            let weight = shared.iter().filter_map(|(_, at)| names.get(*at)).map(|name| weight(name)).sum();
            let story = self.stories.get(shared.first()?.0).filter(|_| weight >= least)?;
            let day = story.annotations.published.as_ref()?.best;
            Some(Companion { story, day, shared: shared.iter().map(|(_, at)| *at).collect(), weight })
        };
        let mut companions: Vec<Companion<'s>> = shared.chunk_by(|a, b| a.0 == b.0).filter_map(companion).collect();
        let most = companions.iter().map(|companion| companion.weight).max().unwrap_or(0);
        companions.retain(|companion| companion.weight * 2 >= most);
        companions.sort_unstable_by_key(|companion| {
            let article = &companion.story.article;
            (Reverse(companion.weight), companion.day, &article.id, &article.text)
        });
        companions
    }

    /// The times of these companions, each around the one that shares most, with what speaks for it; `None` where there
    /// are too many times.
    fn times(&self, companions: Vec<Companion<'s>>, names: &[&Name]) -> Option<Vec<Time<'s>>> {
        let mut times: Vec<Time<'s>> = Vec::new();
        for companion in companions {
            if let Some(time) = times.iter_mut().find(|time| is_of_one_time(time.first.day, companion.day)) {
                time.others.push(companion.story);
            } else if times.len() < MOST_TIMES {
                let votes = self.votes(names, companion.day);
                times.push(Time { first: companion, others: Vec::new(), votes });
            } else {
                return None;
            }
        }
        Some(times)
    }

    /// What speaks for the time around `day`: every name, in the part of its stories that are of that time. Towns alone
    /// say nothing.
    fn votes(&self, names: &[&Name], day: Date) -> f64 {
        let mut votes = [0.0, 0.0];
        for name in names {
            let Some(stories) = self.by_name.get(&name.id) else { continue };
            let days = stories.iter().filter_map(|story| self.stories.get(*story)?.annotations.published.as_ref());
            let here = days.filter(|published| is_of_one_time(published.best, day)).count();
            let (here, all) = (u32::try_from(here).unwrap_or(0), u32::try_from(stories.len()).unwrap_or(u32::MAX));
            let kind = usize::from(name.kind == NameKind::Place);
            if let Some(votes) = votes.get_mut(kind) {
                *votes += f64::from(weight(name)) * f64::from(here) / (f64::from(all) + UNSEEN);
            }
        }
        let [others, towns] = votes;
        if others > 0.0 { others + towns } else { 0.0 }
    }
}

fn is_of_one_time(a: Date, b: Date) -> bool {
    days_between(a, b).abs() <= ONE_TIME
}

/// The time for which by far most speaks, among those in which the story can be read, and how it reads then.
fn clearest<'s>(times: Vec<Time<'s>>, undated: &Undated<'_>) -> Option<(Time<'s>, Annotations)> {
    let read = |time: Time<'s>| {
        let dated = undated.date(time.first.day);
        let off = f64::from(days_between(dated.published()?.best, time.first.day).abs());
        let votes = time.votes * (-off / FADES).exp();
        Some((votes, time, undated.annotate(dated)))
    };
    let times: Vec<(f64, Time<'s>, Annotations)> = times.into_iter().filter_map(read).collect();
    let all: f64 = times.iter().map(|(votes, ..)| votes).sum();
    let clear = times.into_iter().find(|(votes, time, _)| time.votes >= ENOUGH && *votes >= CLEAR * all);
    clear.map(|(_, time, reading)| (time, reading))
}

/// The names of a story that say something of its time.
fn telling(story: &Story) -> impl Iterator<Item = &Name> {
    story.annotations.names.iter().filter(|name| weight(name) > 0)
}

/// How much a name says of the time of those who name it. People and events come and go; states and peoples stay.
fn weight(name: &Name) -> u32 {
    match name.kind {
        NameKind::Person | NameKind::Event => 2,
        NameKind::Place if name.state.as_ref() == Some(&name.id) => 0,
        NameKind::Group => 0,
        NameKind::Organisation | NameKind::Place | NameKind::Document => 1,
    }
}

/// Whether the story says a day that has a value only once its own day is known: `on Thursday`, `yesterday`, `May 3`.
fn speaks_from_a_day(first: &Annotations, reading: &Annotations) -> bool {
    let days =
        |annotations: &Annotations| annotations.dates.iter().filter(|when| when.precision == Precision::Day).count();
    days(reading) > days(first)
}

/// `2 stories of about 19 Mar 2012 name the same: Lena Roth and Harbour Club`.
fn reason(names: &[&Name], time: &Time<'_>) -> String {
    let mut shared: Vec<&Name> = time.first.shared.iter().filter_map(|at| names.get(*at)).copied().collect();
    shared.sort_by_key(|name| Reverse(weight(name)));
    shared.truncate(TOLD);
    let words: Vec<&str> = shared.iter().map(|name| name.name.as_str()).collect();
    let name = if time.others.is_empty() { "names" } else { "name" };
    let stories = count(time.others.len() + 1, "story", "stories");
    format!("{stories} of about {} {name} the same: {}", spelled(time.first.day), spelled_list(&words))
}
