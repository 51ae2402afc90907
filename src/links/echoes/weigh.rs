//! A sentence and a known meeting in, how much they have in common out.
//!
//! A sum of points, one for each thing that agrees or speaks against it; what is not told is not in the sum. The points are
//! set by hand: what is asked is not how likely it is that two tellings are one, but whether words are a telling at all.

use foldhash::HashSet;

use super::known::{Index, Known};
use super::passages::{Row, Said, together};
use super::people::{self, People};
use crate::language::{EntityId, Facts, Passage, When};
use crate::links::days::{Days, number_of};
use crate::links::vetoes::gap;
use crate::meetings::{MeetingKind, Story};

/// A sentence where it stands.
#[derive(Clone, Copy)]
pub(super) struct Passages<'p, 'r> {
    pub story: &'p Story,
    /// Everyone and everything that the story names.
    pub named: &'p HashSet<&'r EntityId>,
    /// All sentences of the story.
    pub rows: &'p [Row<'r>],
    /// Which it is.
    pub at: usize,
    /// Where the story was written.
    pub here: Option<&'r EntityId>,
    pub index: &'p Index<'r>,
    pub facts: &'p Facts,
}

impl<'p, 'r> Passages<'p, 'r> {
    fn row(&self) -> Option<&'p Row<'r>> {
        self.rows.get(self.at)
    }

    fn before(&self) -> Option<&'p Row<'r>> {
        self.rows.get(self.at.checked_sub(1)?)
    }
}

/// What a sentence has in common with a meeting.
#[derive(Clone, Debug)]
pub(super) struct Agreement<'r> {
    /// The sum.
    pub points: f64,
    /// The participants that it names: index into [`Known::people`], and the words.
    pub people: Vec<(usize, Passage)>,
    /// Its words for the day.
    pub day: Option<When>,
    /// Its words for the place.
    pub place: Option<Said<'r>>,
    /// How many of the participants it names itself, or means by a pronoun.
    pub here: usize,
    /// From the first to the last of the words that agree, in each sentence.
    pub evidence: Vec<Passage>,
}

/// The day or a few; a week; a month or a season; a year.
const ON_DAY: f64 = 2.5;
const IN_WEEK: f64 = 2.0;
const IN_MONTH: f64 = 1.6;
const IN_YEAR: f64 = 0.7;
/// Days of a season or a quarter.
const LONGEST_SEASON: i32 = 95;
/// The day of the meeting is not told, only inferred.
const UNSURE_DAY: f64 = -1.0;
/// Another day is told.
const OTHER_DAY: f64 = -3.0;
/// The town or house; a capital, where much else happens.
const PLACE: f64 = 2.5;
const CAPITAL: f64 = 1.8;
/// A town that its stories name beside it: this share of the points.
const BESIDE: f64 = 0.8;
/// No other meeting was there.
const ONLY_ONE_THERE: f64 = 0.5;
/// Another town is told, and not this one.
const OTHER_PLACE: f64 = -1.5;
/// Told by the sentence before: this share of the points.
const BEFORE: f64 = 0.7;
/// Told by the dateline alone, of a story of the day or the next.
const BY_DATELINE: f64 = 0.5;
/// Told by one of the next sentences, and how many are looked at.
const AFTER: f64 = 0.5;
const REACH_OF_AFTER: usize = 4;
/// A word of being together, or of a call for a call.
const FORM: f64 = 1.3;
/// `the two`, `both presidents`.
const PAIR: f64 = 0.8;
/// The named event.
const EVENT: f64 = 2.0;
/// Neither place nor form: nothing says that they met; `last weekend, when the two …` tells of an occasion.
const NOTHING_OF_A_MEETING: f64 = -3.5;
const OCCASION: f64 = -1.5;
/// Not both sides are named, and there is no word of a meeting, nor of a pair: people do much in one town on one day.
const ERRAND: f64 = -3.5;
/// No day, month or season, and no place: people meet again and again.
const NEITHER_DAY_NOR_PLACE: f64 = -2.0;
/// One is named, or nobody, and no time.
const ONE_AT_NO_TIME: f64 = -1.5;
/// One is named, and the story names no other who took part: it was another meeting of theirs.
const NO_OTHER_SIDE: f64 = -3.0;
/// What is told to the public, of sport, of papers, or as not having been.
const PUBLIC: f64 = -3.5;
const SPORT: f64 = -4.0;
const PAPER: f64 = -3.0;
const DENIED: f64 = -2.0;
/// They are told not to have met.
const NOT_MET: f64 = -4.0;
/// Words of things to come, where the meeting is past.
const STILL_TO_COME: f64 = -2.0;
/// A call without a word of one, or such a word for a meeting face to face.
const OTHER_FORM: f64 = -3.0;

/// What a sentence and a meeting have in common by what it names and dates: what is asked before its other words are read.
pub(super) struct Bearings<'r> {
    day: Day,
    place: Place<'r>,
    event: Option<Said<'r>>,
    /// No sum of points is higher, whatever its other words say.
    pub most: f64,
}

/// What a sentence names of a meeting, and when and where; `None` where it cannot tell of the meeting, or where even the
/// friendliest words would leave it below `least` points.
pub(super) fn bearings<'r>(known: &Known<'r>, passage: &Passages<'_, 'r>, least: f64) -> Option<Bearings<'r>> {
    let (row, before) = (passage.row()?, passage.before());
    let event = row.events.iter().find(|event| known.events.contains(&event.id)).copied();
    let day = Day::of(known, row, before);
    let at_best = people::most(known, row) + sum(&[(true, FORM), (true, PAIR), (event.is_some(), EVENT)]) + ROUNDING;
    if at_best + day.points + PLACE + ONLY_ONE_THERE < least {
        return None;
    }
    let place = Place::of(known, row, before, passage);
    let is_pair = day.when.is_some() && place.said.is_some();
    let may_be_near = is_pair || place.is_only_one || people::are_known(known, passage);
    if !may_be_near || day.when.is_none() && is_to_come(known, passage.story) {
        return None;
    }
    let is_timed = is_timed(&day);
    let nowhere = !is_timed && place.said.is_none();
    let most = at_best + day.points + place.points + sum(&[(nowhere, NEITHER_DAY_NOR_PLACE)]);
    let is_alone = || !is_timed && !place.is_only_one && people::most_here(known, passage) < 2;
    let most = if most >= least && is_alone() { most + ONE_AT_NO_TIME } else { most };
    (most >= least).then_some(Bearings { day, place, event, most })
}

/// What a sum of points may be off by the order of its terms.
const ROUNDING: f64 = 1e-9;

/// Weighs a sentence; `None` where it cannot tell of the meeting.
pub(super) fn weigh<'r>(
    known: &Known<'r>,
    passage: &Passages<'_, 'r>,
    Bearings { day, place, event, .. }: Bearings<'r>,
) -> Option<Agreement<'r>> {
    let (row, before) = (passage.row()?, passage.before());
    let form = if known.kind == MeetingKind::Call { row.tone().afar } else { together(passage.rows, passage.at) };
    let people = People::of(known, passage);
    // An hour is of a meeting where it is told of two.
    let has_form = form.is_some()
        || is_meant_by_place(known, row)
        || row.tone().is_lasting && people.present >= 2 && known.kind != MeetingKind::Call;
    let parts = Parts { people, day, place, has_form, event };
    if !parts.can_be(known, passage.story) || parts.is_beside(known, row) {
        return None;
    }
    let points = parts.for_it(row) + parts.against_it(known, passage, row);
    let Parts { people, day, place, event, .. } = parts;
    let own =
        [day.when.map(|when| when.passage), place.said.map(|said| said.passage), event.map(|event| event.passage)];
    let named = people.said.iter().map(|(_, passage)| *passage).filter(|passage| row.holds(*passage));
    let words: Vec<Passage> = named.chain(own.into_iter().flatten()).collect();
    let evidence = [before, Some(row)].into_iter().flatten().filter_map(|row| reach(row, &words));
    let evidence: Vec<Passage> = evidence.collect();
    let evidence = if evidence.is_empty() { vec![row.passage] } else { evidence };
    Some(Agreement { points, people: people.said, day: day.when, place: place.said, here: people.here, evidence })
}

/// Whether a day, a month or a season is told.
fn is_timed(day: &Day) -> bool {
    day.when.is_some_and(|when| when.interval.days() <= LONGEST_SEASON)
}

/// Whether the place of the meeting stands for it: `after Vienna`.
fn is_meant_by_place(known: &Known<'_>, row: &Row<'_>) -> bool {
    let is_there = |said: &Said<'_>| known.places.iter().any(|place| place.id == *said.id);
    known.kind != MeetingKind::Call && row.meant_by_place.iter().any(is_there)
}

/// What a sentence and a meeting have in common, part by part.
struct Parts<'r> {
    people: People,
    day: Day,
    place: Place<'r>,
    /// Whether a word tells of meeting, or of calling for a call.
    has_form: bool,
    event: Option<Said<'r>>,
}

impl Parts<'_> {
    /// Whether the words can be of the meeting at all. One still to come is told with its day; a story that names nobody
    /// who took part is of the same weeks, and of a place where nothing else is known to have been.
    fn can_be(&self, known: &Known<'_>, story: &Story) -> bool {
        let is_timed = self.day.when.is_some();
        let is_pair = self.people.is_pair_of_offices && is_timed && self.place.said.is_some();
        let is_only_there = self.place.is_only_one && (is_timed || is_recent(known, story));
        let is_near = !self.people.is_strange || is_pair || is_only_there;
        is_near && (is_timed || !is_to_come(known, story))
    }

    /// Whether people of whom a gathering's stories tell nothing are told to have met where it was: they met beside it.
    fn is_beside(&self, known: &Known<'_>, row: &Row<'_>) -> bool {
        let gathers = matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference | MeetingKind::Multilateral);
        let met = self.has_form || row.tone().pair.is_some();
        gathers && met && self.event.is_none() && self.people.here == 0 && !row.people.is_empty()
    }

    fn for_it(&self, row: &Row<'_>) -> f64 {
        let others = [(self.has_form, FORM), (row.tone().pair.is_some(), PAIR), (self.event.is_some(), EVENT)];
        self.people.points + self.day.points + self.place.points + sum(&others)
    }

    fn against_it(&self, known: &Known<'_>, passage: &Passages<'_, '_>, row: &Row<'_>) -> f64 {
        let (story, before) = (passage.story, passage.before());
        let (tone, here) = (row.tone(), self.people.here);
        let is_placed = self.place.said.is_some();
        let is_timed = is_timed(&self.day);
        let tells_of_meeting = self.has_form || self.event.is_some();
        let is_paper = tone.is_paper || self.day.is_before && before.is_some_and(|row| row.tone().is_paper);
        // Two who put their names to a paper in some place were there.
        let is_signing = tone.is_signed && tone.pair.is_some() && is_placed;
        let of_call = known.kind == MeetingKind::Call;
        let is_other_form = of_call && tone.afar.is_none() || !of_call && tone.afar.is_some() && !self.has_form;
        sum(&[
            (!is_placed && !tells_of_meeting && row.is_occasion, OCCASION),
            (!is_placed && !tells_of_meeting && !row.is_occasion, NOTHING_OF_A_MEETING),
            (!is_placed && !is_timed, NEITHER_DAY_NOR_PLACE),
            (here < 2 && !is_timed && !self.place.is_only_one, ONE_AT_NO_TIME),
            (here == 1 && self.people.told < 2 && !tone.is_own, NO_OTHER_SIDE),
            (here < 2 && !tells_of_meeting && tone.pair.is_none(), ERRAND),
            (tone.is_public && tone.between.is_none(), PUBLIC),
            (tone.is_sport, SPORT),
            (is_paper && !self.has_form && !is_signing, PAPER),
            (tone.is_denied, DENIED),
            (tone.is_unmet, NOT_MET),
            (tone.is_to_come && !is_to_come(known, story), STILL_TO_COME),
            (is_other_form, OTHER_FORM),
        ])
    }
}

/// The points of what holds.
fn sum(points: &[(bool, f64)]) -> f64 {
    points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum()
}

/// Bytes from the words that agree to one that tells how they met, within which it is a part of the evidence.
const NEAR: usize = 48;

/// From the first to the last of these words that stand in the sentence.
fn reach(row: &Row<'_>, words: &[Passage]) -> Option<Passage> {
    let own = words.iter().copied().filter(|word| row.holds(*word)).reduce(Passage::cover)?;
    let gap = |word: &Passage| {
        let (word, own) = (word.span, own.span);
        word.start().saturating_sub(own.end()).max(own.start().saturating_sub(word.end()))
    };
    Some(row.spoken().iter().filter(|word| gap(word) <= NEAR).copied().fold(own, Passage::cover))
}

/// Whether the meeting is still to come when the story is published: only words that tell its day can tell of it.
fn is_to_come(known: &Known<'_>, story: &Story) -> bool {
    let published = story.annotations.published.as_ref().map(|published| number_of(published.interval.to));
    known.first_day().zip(published).is_some_and(|(first, published)| first > published)
}

/// Days after a meeting in which stories tell of it without its day.
const RECENT_DAYS: i32 = 21;

/// Whether the story may be of the weeks after the meeting.
fn is_recent(known: &Known<'_>, story: &Story) -> bool {
    let published = story.annotations.published.as_ref().map(|published| number_of(published.best));
    let is_of_then = |published: i32| {
        known.days.is_none() || known.tellable().any(|days| (days.from..=days.to + RECENT_DAYS).contains(&published))
    };
    published.is_none_or(is_of_then)
}

/// What the sentence says of the day.
#[derive(Default)]
struct Day {
    points: f64,
    when: Option<When>,
    /// Whether the sentence before tells it.
    is_before: bool,
}

impl Day {
    fn of(known: &Known<'_>, row: &Row<'_>, before: Option<&Row<'_>>) -> Self {
        if known.days.is_none() {
            return Self::default();
        }
        let best = |row: &Row<'_>| {
            let is_told = |when: &&When| known.tellable().any(|days| gap(Days::of(when.interval), days) <= 0);
            let agreeing = row.dates.iter().filter(is_told);
            agreeing.min_by_key(|when| (when.interval.days(), when.passage)).copied()
        };
        let worth = |when: When| {
            let points = match when.interval.days() {
                ..=4 => ON_DAY,
                5..=10 => IN_WEEK,
                11..=LONGEST_SEASON => IN_MONTH,
                _ => IN_YEAR,
            };
            let is_told = known.when.is_some_and(|when| when.passage.is_some());
            if is_told { points } else { points + UNSURE_DAY }
        };
        if let Some(when) = best(row) {
            return Self { points: worth(when), when: Some(when), is_before: false };
        }
        if !row.dates.is_empty() {
            return Self { points: OTHER_DAY, ..Self::default() };
        }
        let told = before.and_then(best);
        told.map_or_else(Self::default, |when| Self { points: worth(when) * BEFORE, when: Some(when), is_before: true })
    }
}

/// What the sentence says of the place.
#[derive(Default)]
struct Place<'r> {
    points: f64,
    said: Option<Said<'r>>,
    is_only_one: bool,
}

impl<'r> Place<'r> {
    fn of(known: &Known<'r>, row: &Row<'r>, before: Option<&Row<'r>>, passage: &Passages<'_, 'r>) -> Self {
        let facts = passage.facts;
        let told = |said: &Said<'r>, share: f64| {
            let is_in_capital = facts.capitals.iter().any(|capital| capital.id == *said.id);
            let points = if is_in_capital { CAPITAL } else { PLACE };
            let is_only_one = !is_in_capital && passage.index.meetings_at(said.id) == 1;
            let points = share * points + if is_only_one { ONLY_ONE_THERE } else { 0.0 };
            Self { points, said: Some(*said), is_only_one }
        };
        let is_there = |said: &&Said<'_>| known.places.iter().any(|place| place.id == *said.id);
        let is_near = |said: &&Said<'_>| known.near.contains(&said.id);
        if let Some(said) = row.places.iter().find(is_there) {
            return told(said, 1.0);
        }
        if let Some(said) = row.places.iter().find(is_near) {
            return told(said, BESIDE);
        }
        let other = row.places.iter().any(|said| facts.state(said.id).is_none());
        if other {
            return Self { points: if known.places.is_empty() { 0.0 } else { OTHER_PLACE }, ..Self::default() };
        }
        if let Some(said) = before.and_then(|row| row.places.iter().find(is_there)) {
            return told(said, BEFORE);
        }
        if is_from_there(known, passage) {
            return Self { points: BY_DATELINE * PLACE, ..Self::default() };
        }
        // What comes to the point later may name the place there, where nothing else was ever told to be.
        let after = passage.rows.iter().skip(passage.at + 1).take(REACH_OF_AFTER);
        let after = after.flat_map(|row| &row.places).find(is_there).map(|said| told(said, AFTER));
        after.filter(|place| place.is_only_one).unwrap_or_default()
    }
}

/// Days after a meeting on which a report of it is written where it was.
const ON_THE_SPOT: i32 = 1;

/// Whether the story was written where the meeting was, on its last day or the next.
fn is_from_there(known: &Known<'_>, passage: &Passages<'_, '_>) -> bool {
    let published = passage.story.annotations.published.as_ref().map(|published| number_of(published.best));
    let is_then = |day: i32| known.tellable().any(|days| (days.to..=days.to + ON_THE_SPOT).contains(&day));
    let is_there = |id: &EntityId| known.places.iter().any(|place| place.id == *id);
    passage.here.is_some_and(is_there) && published.is_some_and(is_then)
}
