//! The second round of dating: a story that does not tell its own day takes it from stories about the same meetings, or
//! else from those that name the same people ([`company`]), and a dateline its year from the time of the whole library
//! ([`library`]).
//!
//! **In:** stories, some without a day. **Out:** the same stories, read again from a neighbour's day where that makes
//! a meeting of theirs agree with one of the neighbour's. A story reads differently once its year is known
//! (`November 22` has a value, `the presidents of Turkey and Iran` have names), which is why everything that asks the
//! calendar is done again and not patched; what does not (words, sentences, names) is kept from the first reading.

mod company;
mod library;
mod reach;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use jiff::civil::Date;
use rayon::prelude::*;

use self::reach::Reach;
use super::around::Around;
use super::compare::score;
use super::days::number_of;
use super::identities::Identities;
use super::own_readings::OwnReadings;
use super::progress::Counted;
use super::telling::Telling;
use super::vetoes::gap;
use super::weights::probability;
use crate::article::DateSource;
use crate::language::{
    self, Annotations, EntityId, Facts, Interval, Name, Precision, Published, Undated, When, days_between,
};
use crate::meetings::{MeetingMention, Story, tell_again};
use crate::text::letters::count;

/// How many neighbours are tried, those with most people in common first.
const NEIGHBOURS: usize = 8;
/// How sure the best pair of meetings must be before a day is taken over.
const SURE: f64 = 0.8;
/// Days by which a neighbour's day may be off those that the dateline of an undated story allows.
const SAME_NEWS: i32 = 45;
/// Days of the longest month.
const LONGEST_MONTH: i32 = 31;
/// From this probability on no further year is tried.
const SETTLED: f64 = 0.95;
/// Days of events told by one neighbour that are tried besides its own.
const MOST_EVENTS: usize = 4;
/// Days that are told from further off count as this far: history is of no time.
const FARTHEST_TOLD: i32 = 365;
/// No single meeting speaks louder (in log odds), so that two say more than one of which much is told.
const MOST_ODDS: f64 = 4.0;
/// What a meeting says that is told of the next day only: on the right day most fall on one.
const OFF_BY_A_DAY: f64 = 0.5;

/// The stories that do not tell their day, or not surely, by index, each with the names of its own reading.
pub(super) type UndatedStories = Vec<(usize, Vec<Name>)>;

/// Finds the undated stories, before anything in them is rewritten.
pub(super) fn undated(stories: &[Story]) -> UndatedStories {
    let stories = stories.iter().enumerate();
    let undated =
        stories.filter(|(_, story)| story.annotations.published.is_none() || story.annotations.is_tentative());
    undated.map(|(number, story)| (number, story.annotations.names.clone())).collect()
}

/// Gives undated stories the day of the neighbour whose meetings they agree with best, or of the company that they keep.
pub(super) fn date_by_neighbours(
    undated: &UndatedStories,
    stories: &mut [Story],
    own: &mut OwnReadings,
    (identities, facts): (&Identities, &Facts),
    counted: &Counted<'_>,
) {
    if undated.is_empty() {
        return;
    }
    // Every story is judged by the stories that were dated before this round, so that the order does not matter.
    let dated = Dated::new(stories);
    let read_on = |common: &mut Vec<u32>, (number, names): &(usize, Vec<Name>)| {
        let read = best_reading(&dated, common, (*number, names), (identities, facts), Reach::may_hold);
        counted.one_more();
        read.map(|story| (*number, story))
    };
    let read: Vec<Option<(usize, Story)>> = undated.par_iter().map_init(|| vec![0; stories.len()], read_on).collect();
    put(read.into_iter().flatten(), stories, own);
    company::date(undated, stories, own, (identities, facts));
    library::date(undated, stories, own, (identities, facts));
}

/// Puts stories as they were read again into their places, and keeps what they told before.
fn put(read: impl IntoIterator<Item = (usize, Story)>, stories: &mut [Story], own: &mut OwnReadings) {
    for (number, story) in read {
        if let Some(place) = stories.get_mut(number) {
            own.keep(number, place, |place| *place = story);
        }
    }
}

/// The reading with what told its day and the identities of those stories, where other stories did.
fn with_reason(reading: &mut Annotations, reason: String, neighbours: Vec<String>) {
    if let Some(published) = reading.published.as_mut().filter(|published| published.from == DateSource::Links) {
        published.reasons.push(reason.into());
        published.neighbours = neighbours;
    }
}

/// `12 Mar 2018`, as reasons tell days.
fn spelled(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// The dated stories, as undated ones ask for them.
struct Dated<'s> {
    stories: &'s [Story],
    /// Those of one month stand together, in the order of identities, so that the order of files does not matter. A person of
    /// the news is named in thousands of stories, of each of which this is all that is looked at.
    by_month: Vec<DatedStory>,
    /// Where each month begins and ends among them.
    months: Vec<Range<usize>>,
    /// For each person, the places of the stories that name them among those, ascending.
    by_person: HashMap<&'s EntityId, Vec<usize>>,
    /// Of each story, once that was asked for, the meetings that it tells with their day: many ask for the same neighbours.
    tellings: Vec<OnceLock<Vec<Telling<'s>>>>,
}

/// What is asked of a dated story.
struct DatedStory {
    number: usize,
    /// Its day, counted.
    day: i32,
    month: (i16, i8),
    /// The place in the order of identities.
    rank: usize,
    /// Whether it only guesses its day.
    is_guessed: bool,
}

impl<'s> Dated<'s> {
    fn new(stories: &'s [Story]) -> Self {
        let mut order: Vec<(&Story, usize)> = stories.iter().zip(0..).collect();
        order.sort_by_key(|(story, _)| (&story.article.id, &story.article.text));
        let dated = order.into_iter().enumerate().filter_map(|(rank, (story, number))| {
            let day = story.annotations.published.as_ref()?.best;
            let month = (day.year(), day.month());
            Some(DatedStory { number, day: number_of(day), month, rank, is_guessed: story.annotations.is_tentative() })
        });
        let mut by_month: Vec<DatedStory> = dated.collect();
        // A stable sort: those of a month keep their order.
        by_month.sort_by_key(|story| story.month);
        let mut months: Vec<Range<usize>> = Vec::new();
        for stories in by_month.chunk_by(|one, other| one.month == other.month) {
            let start = months.last().map_or(0, |before| before.end);
            months.push(start..start + stories.len());
        }
        let mut by_person: HashMap<&EntityId, Vec<usize>> = HashMap::new();
        for (place, story) in by_month.iter().enumerate() {
            for id in stories.get(story.number).map(named_people).unwrap_or_default() {
                by_person.entry(id).or_default().push(place);
            }
        }
        let tellings = stories.iter().map(|_| OnceLock::new()).collect();
        Self { stories, by_month, months, by_person, tellings }
    }

    /// The stories to try with what they tell, as [`Self::neighbours`]; those without a meeting of a told day are none.
    fn tellings_near(&self, undated: &Story, common: &mut [u32]) -> Vec<Neighbour<'_>> {
        let tellings = |other: usize| {
            let story = self.stories.get(other)?;
            let day = story.annotations.published.as_ref()?.best;
            let told = self.tellings.get(other)?;
            let tellings = told.get_or_init(|| Telling::plain_of(other, story, tells_its_day).collect());
            (!tellings.is_empty()).then_some(Neighbour { id: &story.article.id, day, tellings })
        };
        self.neighbours(undated, common).into_iter().filter_map(tellings).collect()
    }

    /// The stories to try, those with most people in common first, one a month: neighbours of one month would have the
    /// story read in the same way. A story that only guesses its day is none for one whose dateline leaves years
    /// open: neither knows better, and a guess of the one would be a certainty of the other. `common` holds a zero for each
    /// story, before and after.
    fn neighbours(&self, undated: &Story, common: &mut [u32]) -> Vec<usize> {
        let possible: Vec<i32> = undated.annotations.possible_days.iter().map(|day| number_of(*day)).collect();
        // Whether a story of this day can be news of what the undated story is news of.
        let is_near = |day: i32, slack: i32| {
            possible.is_empty() || possible.iter().any(|own| (own - day).abs() <= SAME_NEWS + slack)
        };
        let may_be = |story: &DatedStory| is_near(story.day, 0) && (possible.is_empty() || !story.is_guessed);
        let named = named_people(undated);
        let mut lists: Vec<&[usize]> =
            named.into_iter().filter_map(|id| self.by_person.get(id)).map(Vec::as_slice).collect();
        // A person of the news is named in a thousand stories, of which only the best of each month is asked for.
        let mut best: Vec<(Reverse<u32>, usize, usize)> = Vec::new();
        for month in &self.months {
            let mut best_of_month: Option<(u32, usize)> = None;
            let may_be_then = self.by_month.get(month.start).is_some_and(|first| is_near(first.day, LONGEST_MONTH));
            for list in &mut lists {
                let (here, later) = list.split_at(list.partition_point(|place| *place < month.end));
                *list = later;
                for &place in here.iter().filter(|_| may_be_then) {
                    let Some(count) = common.get_mut(place) else { continue };
                    *count += 1;
                    // Of equals the first: its count is told when it is reached.
                    let is_better =
                        best_of_month.is_none_or(|(most, at)| *count > most || *count == most && place < at);
                    if *count >= 2 && is_better && self.by_month.get(place).is_some_and(may_be) {
                        best_of_month = Some((*count, place));
                    }
                }
            }
            if let Some(counts) = common.get_mut(month.clone()).filter(|_| may_be_then) {
                counts.fill(0);
            }
            let found = best_of_month.and_then(|(count, place)| Some((count, self.by_month.get(place)?)));
            best.extend(found.map(|(count, story)| (Reverse(count), story.rank, story.number)));
        }
        best.sort_unstable();
        best.into_iter().map(|(_, _, other)| other).take(NEIGHBOURS).collect()
    }
}

/// A day that was told in words must agree: one inferred from the neighbour's own day proves nothing.
fn tells_its_day(meeting: &MeetingMention) -> bool {
    !meeting.half_told && meeting.when.is_some_and(|when| when.passage.is_some())
}

/// The days on which a story was tried: its own, and every day that it tells then.
#[derive(Default)]
struct Tried(Vec<(OwnDay, Vec<When>)>);

/// The day that a story is taken to be of, if any, and the days of which it can be.
type OwnDay = Option<(Date, Interval)>;

impl Tried {
    /// Whether the story was not tried yet on the days by which it is dated here; now it is.
    fn add(&mut self, dated: &language::Dated) -> bool {
        let own = dated.published().map(|it| (it.best, it.interval));
        let is_new = !self.0.iter().any(|(day, dates)| *day == own && dates == dated.dates());
        if is_new {
            self.0.push((own, dated.dates().to_vec()));
        }
        is_new
    }
}

/// Whether a reading with these dates is worth telling in full: as [`Reach::may_hold`], or, to test that, always.
type MayHold = fn(&Reach, &[When], Option<Date>, &[Neighbour<'_>]) -> bool;

fn best_reading(
    dated: &Dated<'_>,
    common: &mut [u32],
    (number, names): (usize, &[Name]),
    (identities, facts): (&Identities, &Facts),
    may_hold: MayHold,
) -> Option<Story> {
    let undated = dated.stories.get(number).filter(|story| !story.meetings.is_empty())?;
    let neighbours = Some(dated.tellings_near(undated, common)).filter(|found| !found.is_empty())?;
    // Its names are since called as all stories call them.
    let first = &undated.annotations;
    let tokens = first.tokens.of_all(&first.sentences);
    let readings = Undated::new(&undated.article, (first, names), &tokens, facts);
    let reach = Reach::of(undated, &tokens);
    let has_dateline = !first.possible_days.is_empty();
    let mut best: Option<Best> = None;
    // Neighbours of several months mostly leave the story on one day, on which it tells the same.
    let mut tried = Tried::default();
    for day in anchors(undated, &neighbours) {
        let on_day = readings.date(day);
        let told_day = on_day.published().map(|on| on.best).filter(|own| first.possible_days.contains(own));
        if !may_hold(&reach, on_day.dates(), told_day, &neighbours) || !tried.add(&on_day) {
            continue;
        }
        // A dateline leaves only the year open: the neighbour with most people in common that agrees has it.
        let own = neighbours.iter().find(|neighbour| has_dateline && neighbour.day == day);
        let others = own.map_or(neighbours.as_slice(), std::slice::from_ref);
        if own.is_some() && !may_hold(&reach, on_day.dates(), told_day, others) {
            continue;
        }
        let published = on_day.published().cloned();
        let mut story = tell_again(undated, readings.annotate(on_day), &tokens, facts);
        identities.apply(number, &mut story);
        if let Some(agreement) = agreement((number, &story), told_day.is_some(), others) {
            let off = published.as_ref().map_or(0, |published| days_off(published.best, &story.annotations.dates));
            if best.as_ref().is_none_or(|best| (agreement, Reverse(off)) > (best.agreement, Reverse(best.off))) {
                best = Some(Best { agreement, off, story, published, day });
            }
        }
        if has_dateline && best.as_ref().is_some_and(|best| probability(best.agreement.1) >= SETTLED) {
            break;
        }
    }
    let Best { mut story, published, day, .. } = best?;
    story.annotations.published = published;
    let agreeing = agreeing((number, &story), &neighbours);
    with_reason(&mut story.annotations, reason(agreeing.len(), day), agreeing);
    Some(story)
}

/// `2 stories tell of the same meetings around 12 Mar 2018`.
fn reason(stories: usize, day: Date) -> String {
    let tell_of = if stories == 1 { "tells of the same meeting" } else { "tell of the same meetings" };
    format!("{} {tell_of} around {}", count(stories, "story", "stories"), spelled(day))
}

/// The identities of the neighbours whose meetings agree with those of the story, those that agree best first.
fn agreeing(story: (usize, &Story), neighbours: &[Neighbour<'_>]) -> Vec<String> {
    let annotations = &story.1.annotations;
    let is_told = annotations.published.as_ref().is_some_and(|own| annotations.possible_days.contains(&own.best));
    let agreement = |neighbour| agreement(story, is_told, std::slice::from_ref(neighbour));
    let mut agreeing: Vec<_> =
        neighbours.iter().filter_map(|neighbour| Some((agreement(neighbour)?, neighbour))).collect();
    agreeing.sort_by(|(a, _), (b, _)| b.0.total_cmp(&a.0));
    agreeing.into_iter().map(|(_, neighbour)| neighbour.id.to_owned()).collect()
}

/// The reading that agrees best so far.
struct Best {
    /// How much its meetings agree with those of all neighbours.
    agreement: (f64, f64),
    /// How far the days that it tells are from its own: of equal readings the one that speaks of its own time.
    off: i32,
    /// The story as told anew.
    story: Story,
    /// What its day is taken to be.
    published: Option<Published>,
    /// The day near which it was read.
    day: Date,
}

/// Days between a story's own day and the days that it tells, in sum.
fn days_off(own: Date, dates: &[When]) -> i32 {
    let days = dates.iter().filter(|when| when.precision == Precision::Day);
    days.map(|when| days_between(own, when.interval.from).abs().min(FARTHEST_TOLD)).sum()
}

/// A neighbour of an undated story: its day, and its meetings of a told day.
struct Neighbour<'d> {
    id: &'d str,
    day: Date,
    tellings: &'d [Telling<'d>],
}

/// The days near which an undated story is read: those of its neighbours, and, where nothing else tells its day, also those for
/// which a neighbour tells that the same people met or will meet, for the news of an event stands in the story of that day,
/// however long before it was announced.
fn anchors(undated: &Story, neighbours: &[Neighbour<'_>]) -> Vec<Date> {
    let people = named_people(undated);
    let is_shared = |telling: &&Telling<'_>| {
        let ids = telling.meeting.participants.iter().map(|participant| &participant.id);
        ids.filter(|id| people.contains(id)).count() >= 2
    };
    let mut anchors: Vec<Date> = Vec::new();
    for neighbour in neighbours {
        anchors.push(neighbour.day);
        if undated.annotations.possible_days.is_empty() {
            let shared = neighbour.tellings.iter().filter(is_shared).filter_map(|telling| telling.meeting.when);
            let told = shared.filter(|when| when.interval.is_day()).map(|when| when.interval.from);
            anchors.extend(told.filter(|day| days_between(neighbour.day, *day).abs() <= SAME_NEWS).take(MOST_EVENTS));
        }
    }
    let mut seen = HashSet::new();
    anchors.retain(|day| seen.insert(*day));
    anchors
}

/// How much the meetings of a story agree with those that its neighbours tell: the log odds of each with the telling that fits it
/// best, as far as they speak for it, in sum, since the right day fits more of them than a day that fits one by chance; and the
/// highest of them. `None` where no meeting surely is one of theirs. Where the dateline of the story leaves only the year open, a
/// meeting of its own day has a day that was told as well.
fn agreement((number, story): (usize, &Story), has_dateline: bool, others: &[Neighbour<'_>]) -> Option<(f64, f64)> {
    let around = Around::default();
    let is_asked = |meeting: &MeetingMention| {
        tells_its_day(meeting) || has_dateline && !meeting.half_told && meeting.when.is_some()
    };
    let (mut sum, mut most) = (0.0, f64::NEG_INFINITY);
    for one in Telling::plain_of(number, story, is_asked) {
        let others = others.iter().flat_map(|neighbour| neighbour.tellings);
        let odds = |other: &Telling<'_>| {
            let is_off = one.told().zip(other.told()).is_some_and(|(one, other)| gap(one, other) > 0);
            let odds = score(&one, other, &around)?;
            Some((odds.clamp(0.0, MOST_ODDS) * if is_off { OFF_BY_A_DAY } else { 1.0 }, odds))
        };
        let odds: Vec<(f64, f64)> = others.filter_map(odds).collect();
        sum += odds.iter().map(|(heard, _)| *heard).fold(0.0, f64::max);
        most = odds.iter().map(|(_, odds)| *odds).fold(most, f64::max);
    }
    (probability(most) >= SURE).then_some((sum, most))
}

fn named_people(story: &Story) -> Vec<&EntityId> {
    let people = story.annotations.names.iter().filter(|name| name.kind == crate::language::NameKind::Person);
    people.map(|name| &name.id).collect()
}

#[cfg(test)]
mod tests;
