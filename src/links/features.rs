//! Two tellings in, what agrees, what differs and what is missing out, as numbers.
//!
//! **Why:** the score is a sum of these numbers, each with its weight from `weights.txt`; the program that learns the
//! weights sees the same numbers. What is missing has no number: it is neutral.

use super::around::Around;
use super::days::{Days, can_meet};
use super::place::places;
use super::sides::Sides;
use super::telling::{Telling, words_of};
use super::topic::shared_topic;
use super::vetoes::{gap, is_moved};
use crate::language::{EntityId, NameKind};
use crate::meetings::{MeetingKind, Participant, Status};

macro_rules! features {
    ($($(#[$doc:meta])* $variant:ident = $name:literal in $group:literal;)*) => {
        /// One agreement or difference. The names are those of `weights.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Feature {
            $($(#[$doc])* $variant,)*
        }

        impl Feature {
            /// All of them, in the order of the table.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the table.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The reason that it is a part of.
            pub(super) const fn group(self) -> &'static str {
                match self {
                    $(Self::$variant => $group,)*
                }
            }
        }
    };
}

features! {
    /// Before anything is compared.
    Prior = "prior" in "prior";
    /// Two participants or more are the same, and none differs.
    PeopleSame = "people-same" in "participants";
    /// The same, but one is named by a state here and by whoever acts for it there: once for each.
    PeopleByState = "people-by-state" in "participants";
    /// One side names more than the other: once for each doubling of their number.
    PeopleMore = "people-more" in "participants";
    /// Each side names someone whom the other does not.
    PeopleOther = "people-other" in "participants";
    /// One side tells of one participant only, whom the other has.
    PeopleOne = "people-one" in "participants";
    /// One side names nobody, or one of several, but its story names those whom the other tells of: their share, 0 to 1.
    PeopleNear = "people-near" in "participants";
    /// Where both tell other days: for each doubling of the days on which the two are told to have met.
    PeopleCommon = "people-common" in "participants";
    /// Likewise where a day is not told.
    PeopleCommonUndated = "people-common-undated" in "participants";
    /// Both tell the same day or days.
    DaySame = "day-same" in "day";
    /// The same, but one or both were inferred.
    DaySameInferred = "day-same-inferred" in "day";
    /// A day told here is in a week or a few days told there.
    DayInside = "day-inside" in "day";
    /// Longer intervals that share days.
    DayOverlap = "day-overlap" in "day";
    /// Told days that follow each other.
    DayNext = "day-next" in "day";
    /// Days that follow each other, of which one was inferred.
    DayNextInferred = "day-next-inferred" in "day";
    /// The same, where some story tells of a meeting on either day.
    DayNextAgain = "day-next-again" in "day";
    /// Told days that follow each other, of a meeting face to face in the same place: no clock is another one there.
    DayNextThere = "day-next-there" in "day";
    /// Further apart, where one was inferred, or both at all: once for each day.
    DayNear = "day-near" in "day";
    /// One tells no day, and its story is of the days around the other's.
    DayFits = "day-fits" in "day";
    /// Likewise: for each doubling of the days from the told one to that story.
    DayLate = "day-late" in "day";
    /// Where the one without a day tells of a plan: for each doubling of the days from that story to the told one.
    DayAhead = "day-ahead" in "day";
    /// The same round on days apart, of which one was planned: it was put off.
    DayMoved = "day-moved" in "day";
    /// One tells no day, and its story is of another time.
    DayStrange = "day-strange" in "day";
    /// Neither tells a day, and the stories are of the same days.
    DayStories = "day-stories" in "day";
    /// The same place.
    PlaceSame = "place-same" in "place";
    /// A place and its country.
    PlaceInside = "place-inside" in "place";
    /// Two places.
    PlaceOther = "place-other" in "place";
    /// The same kind.
    KindSame = "kind-same" in "kind";
    /// Two words for meeting face to face.
    KindNear = "kind-near" in "kind";
    /// A call here, a handshake there, and neither tells of a screen.
    KindCall = "kind-call" in "kind";
    /// A call here, there people who spoke, of whom neither form nor place is told.
    KindOpen = "kind-open" in "kind";
    /// The same number in the same series.
    RoundSame = "round-same" in "ordinal";
    /// The same number, and not both tell of which series: once for a third round, more for a rarer number.
    NumberSame = "number-same" in "ordinal";
    /// The same named event, where neither is a meeting of two beside it.
    EventSame = "event-same" in "series";
    /// Two named events, likewise.
    EventOther = "event-other" in "series";
    /// The same series, without a number.
    SeriesSame = "series-same" in "series";
    /// Planned in the later story, held in the earlier one.
    StatusBackwards = "status-backwards" in "status";
    /// Planned here and held there, where not both tell the day.
    StatusOpen = "status-open" in "status";
    /// Names and words that both have besides those who meet: their share, 0 to 1.
    TopicShared = "topic-shared" in "topic";
    /// Nothing of the topic is shared though both tell enough of it.
    TopicOther = "topic-other" in "topic";
}

/// How many features there are.
pub(crate) const COUNT: usize = Feature::ALL.len();

/// The numbers of two tellings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Values([f64; COUNT]);

impl Values {
    /// The number of a feature; 0 where it says nothing.
    pub(crate) fn get(&self, feature: Feature) -> f64 {
        self.0.get(feature as usize).copied().unwrap_or_default()
    }

    /// Every feature with its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Feature, f64)> {
        Feature::ALL.iter().copied().zip(self.0)
    }

    fn set(&mut self, feature: Feature, value: f64) {
        if let Some(place) = self.0.get_mut(feature as usize) {
            *place = value;
        }
    }
}

/// Marks of the topic that both must have before it counts that they share none.
const ENOUGH: usize = 6;
/// Days within which stories that tell no day speak of the same one.
const SAME_NEWS: i32 = 2;
/// Days of a season at most.
const LONGEST_SEASON: i32 = 95;
/// An interval longer than this is a guess at a day, not a duration.
const LONGEST_MEETING: i32 = 10;

/// Compares two tellings.
pub(super) fn values(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>, around: &Around<'_>) -> Values {
    let mut values = Values([0.0; COUNT]);
    values.set(Feature::Prior, 1.0);
    people(a, b, sides, around, &mut values);
    if let Some((feature, value)) = days(a, b) {
        values.set(feature, value);
        if feature == Feature::DayFits {
            let (feature, value) = distance(a, b);
            values.set(feature, value);
        }
        if matches!(feature, Feature::DayNext | Feature::DayNextInferred) && is_again(a, b, sides, around) {
            values.set(Feature::DayNextAgain, 1.0);
        }
    }
    if let Some(feature) = places(a, b) {
        values.set(feature, 1.0);
        let is_call = [a, b].iter().any(|telling| telling.meeting.kind == MeetingKind::Call || telling.is_remote);
        if feature == Feature::PlaceSame && values.get(Feature::DayNext) > 0.0 && !is_call {
            values.set(Feature::DayNextThere, 1.0);
        }
    }
    kinds(a, b, &mut values);
    series(a, b, &mut values);
    statuses(a, b, &mut values);
    let topic = shared_topic(&a.topic, &b.topic);
    values.set(Feature::TopicShared, topic);
    if topic == 0.0 && a.topic.len().min(b.topic.len()) >= ENOUGH {
        values.set(Feature::TopicOther, 1.0);
    }
    values
}

fn people<'s>(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'s>, around: &Around<'_>, values: &mut Values) {
    let shared = sides.shared();
    values.set(Feature::PeopleNear, near(a, b, sides).max(near(b, a, sides)));
    if shared == 0 {
        return;
    }
    let by_state = f64::from(u32::try_from(sides.by_state.len()).unwrap_or(u32::MAX));
    values.set(Feature::PeopleByState, by_state);
    if sides.differ() {
        values.set(Feature::PeopleOther, 1.0);
    }
    if shared >= 2 {
        values.set(Feature::PeopleSame, 1.0);
        let more = sides.only.0.len().max(sides.only.1.len());
        values.set(Feature::PeopleMore, doublings(more + 1));
    } else {
        values.set(Feature::PeopleOne, 1.0);
    }
    let state = |one: &'s Participant, other: &'s Participant| if one.kind == NameKind::Person { other } else { one };
    let by_state = sides.by_state.iter().map(|(one, other)| state(one, other));
    let ids: Vec<&EntityId> = sides.same.iter().map(|(one, _)| *one).chain(by_state).map(|one| &one.id).collect();
    let common = doublings(usize::try_from(around.days_together(&ids)).unwrap_or(usize::MAX));
    match a.meeting.when.zip(b.meeting.when) {
        // People who meet every week still meet once a day.
        Some((x, y)) if x.interval == y.interval => {}
        Some(_) => values.set(Feature::PeopleCommon, common),
        None => values.set(Feature::PeopleCommonUndated, common),
    }
}

/// The share of the participants of `full` whom the story of `vague`, which tells of one at most, names beside it.
fn near(vague: &Telling<'_>, full: &Telling<'_>, sides: &Sides<'_>) -> f64 {
    let (few, many) = (&vague.meeting.participants, &full.meeting.participants);
    if few.len() > 1 || few.len() != sides.shared() || many.len() < 2 || is_beside(full, vague) {
        return 0.0;
    }
    let named = many.iter().filter(|who| vague.story.name(&who.id).is_some()).count();
    let size = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    // One name in common says little: the news is full of it.
    if named < 2 { 0.0 } else { size(named) / size(many.len()) }
}

fn doublings(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)).log2()
}

fn days(a: &Telling<'_>, b: &Telling<'_>) -> Option<(Feature, f64)> {
    let (Some((x, one)), Some((y, other))) = (a.meeting.when.zip(a.days), b.meeting.when.zip(b.days)) else {
        return match (a.meeting.when, b.meeting.when) {
            (Some(x), None) => fits(Days::of(x.interval), b),
            (None, Some(y)) => fits(Days::of(y.interval), a),
            _ => undated(a, b),
        };
    };
    let inferred = x.passage.is_none() || y.passage.is_none();
    if is_no_day(a, b) {
        return None;
    }
    // Two stories that tell their own day's news, each of its own day, seldom tell the same.
    let both = x.passage.is_none() && y.passage.is_none();
    Some(match gap(one, other) {
        0 if one == other && one.to - one.from <= LONGEST_MEETING => {
            (if inferred { Feature::DaySameInferred } else { Feature::DaySame }, 1.0)
        }
        0 if is_inside(one, other) => (Feature::DayInside, 1.0),
        0 => (Feature::DayOverlap, 1.0),
        _ if is_moved(a, b) => (Feature::DayMoved, 1.0),
        days if both => (Feature::DayNear, f64::from(days)),
        1 => (if inferred { Feature::DayNextInferred } else { Feature::DayNext }, 1.0),
        days => (Feature::DayNear, f64::from(days - 1)),
    })
}

/// Whether one tells only a year, or as little, and the other days in it: neither speaks for them nor against.
pub(super) fn is_no_day(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let Some((one, other)) = a.days.zip(b.days) else { return false };
    gap(one, other) == 0 && [one, other].iter().any(|days| days.to - days.from > LONGEST_SEASON)
}

/// Whether one tells a day or a few and the other a week or less that holds them.
fn is_inside(one: Days, other: Days) -> bool {
    let holds = |long: Days, short: Days| {
        long.from <= short.from && short.to <= long.to && long.to - long.from <= LONGEST_MEETING
    };
    holds(one, other) || holds(other, one)
}

/// How many doublings of days lie between the day that one tells and the story that tells none: it is late, unless it
/// tells of a plan.
fn distance(a: &Telling<'_>, b: &Telling<'_>) -> (Feature, f64) {
    let (told, silent) = if a.meeting.when.is_some() { (a, b) } else { (b, a) };
    let days = told.told().and_then(|days| silent.days_of_story.iter().map(|day| (day - days.to).abs()).min());
    let feature = if silent.meeting.status == Status::Planned { Feature::DayAhead } else { Feature::DayLate };
    (feature, doublings(usize::try_from(days.unwrap_or_default()).unwrap_or_default() + 1))
}

/// Whether some story tells that those whom both name met on the one day and on the other.
fn is_again(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>, around: &Around<'_>) -> bool {
    let first = |telling: &Telling<'_>| telling.told().map(|days| days.to);
    let ids: Vec<&EntityId> = sides.same.iter().map(|(one, _)| &one.id).collect();
    first(a).zip(first(b)).is_some_and(|(x, y)| around.met_again(&ids, x.min(y)))
}

/// Whether a day told by the other story fits a story that tells none.
fn fits(told: Days, silent: &Telling<'_>) -> Option<(Feature, f64)> {
    let last = Days { from: told.to, to: told.to };
    let fits = can_meet(&silent.possible, &[last])?;
    Some((if fits { Feature::DayFits } else { Feature::DayStrange }, 1.0))
}

fn undated(a: &Telling<'_>, b: &Telling<'_>) -> Option<(Feature, f64)> {
    if !can_meet(&a.possible, &b.possible)? {
        return Some((Feature::DayStrange, 1.0));
    }
    let is_same = a.days_of_story.iter().any(|x| b.days_of_story.iter().any(|y| (x - y).abs() <= SAME_NEWS));
    is_same.then_some((Feature::DayStories, 1.0))
}

fn kinds(a: &Telling<'_>, b: &Telling<'_>, values: &mut Values) {
    let (x, y) = (a.meeting.kind, b.meeting.kind);
    let is_call = |telling: &Telling<'_>| telling.meeting.kind == MeetingKind::Call;
    // Some call it a meeting that leaders see each other on a screen.
    let on_screen = |telling: &Telling<'_>| is_call(telling) || telling.is_remote;
    if x == y || on_screen(a) && on_screen(b) {
        values.set(Feature::KindSame, 1.0);
    } else if is_call(a) == is_call(b) {
        let is_near = !is_beside(a, b) && !is_beside(b, a);
        values.set(Feature::KindNear, if is_near { 1.0 } else { 0.0 });
    } else if is_of_open_form(a) || is_of_open_form(b) {
        values.set(Feature::KindOpen, 1.0);
    } else if !a.is_remote && !b.is_remote {
        values.set(Feature::KindCall, 1.0);
    }
}

/// Words of speaking, which may be done by phone.
const SPEAKING: &str = "spoke spoken talked talks conversation discussed discussion exchanged";
/// Words of seeing each other.
const SEEING: &str = "met meet meeting hosted received welcomed visit visited guest sat dined dinner lunch breakfast hands \
                      face session summit audience table";
/// Words of the evidence that are read for its form. It bounds the work in a text without full stops.
const READ_FOR_FORM: usize = 128;

/// Whether its words leave open whether people saw each other: `spoke with the minister`, without a place.
fn is_of_open_form(telling: &Telling<'_>) -> bool {
    let meeting = telling.meeting;
    if meeting.place.is_some() || !matches!(meeting.kind, MeetingKind::Talks | MeetingKind::Bilateral) {
        return false;
    }
    let words = meeting.evidence.iter().flat_map(|passage| words_of(telling.story.words(*passage))).take(READ_FOR_FORM);
    let said = words.fold((false, false), |(speaks, sees), word| {
        let is = |list: &str| list.split(' ').any(|other| word.eq_ignore_ascii_case(other));
        (speaks || is(SPEAKING), sees || is(SEEING))
    });
    said == (true, false)
}

/// Whether one is a meeting of two and the other a numbered or named gathering: two meet beside a gathering.
fn is_beside(two: &Telling<'_>, many: &Telling<'_>) -> bool {
    let gathers = matches!(many.meeting.kind, MeetingKind::Summit | MeetingKind::Conference);
    let is_known = many.meeting.ordinal.is_some() || many.event.is_some();
    two.meeting.kind == MeetingKind::Bilateral && gathers && is_known && many.meeting.participants.is_empty()
}

fn series(a: &Telling<'_>, b: &Telling<'_>, values: &mut Values) {
    let (one, other) = (a.meeting, b.meeting);
    let same_series = one.series.is_some() && one.series == other.series;
    if same_series && one.ordinal.is_some() && one.ordinal == other.ordinal {
        values.set(Feature::RoundSame, 1.0);
    } else if same_series {
        values.set(Feature::SeriesSame, 1.0);
    } else if let Some(number) = one.ordinal.filter(|_| one.ordinal == other.ordinal) {
        // Many talks have a second round, few a twenty-sixth.
        let rarity = doublings(usize::try_from(number).unwrap_or(usize::MAX)) / f64::log2(3.0);
        values.set(Feature::NumberSame, rarity.clamp(0.5, 2.0));
    }
    if let Some((x, y)) = a.event.zip(b.event).filter(|_| a.is_open() && b.is_open()) {
        values.set(if x.0 == y.0 { Feature::EventSame } else { Feature::EventOther }, 1.0);
    }
}

fn statuses(a: &Telling<'_>, b: &Telling<'_>, values: &mut Values) {
    let (x, y) = (a.meeting.status, b.meeting.status);
    if is_backwards(a, b) || is_backwards(b, a) {
        values.set(Feature::StatusBackwards, 1.0);
    }
    let dated = a.meeting.when.is_some() && b.meeting.when.is_some();
    if !dated && (x == Status::Planned) != (y == Status::Planned) {
        values.set(Feature::StatusOpen, 1.0);
    }
}

/// Whether the meeting is held in `a` and still planned in `b`, whose story is the later one.
fn is_backwards(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let later = a.published().zip(b.published()).is_some_and(|(x, y)| y > x);
    a.meeting.status == Status::Held && b.meeting.status == Status::Planned && later
}
