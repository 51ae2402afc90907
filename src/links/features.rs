//! Two tellings in, what agrees, what differs and what is missing out, as numbers.
//!
//! **Why:** the score is a sum of these numbers, each with its weight from `weights.txt`; the program that learns the
//! weights sees the same numbers. What is missing has no number: it is neutral.

use super::sides::Sides;
use super::telling::{Around, Days, Telling, shared_topic};
use super::vetoes::gap;
use crate::language::EntityId;
use crate::meetings::{MeetingKind, Status};

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
    /// Where both tell other days: for each doubling of the days on which the two are told to have met.
    PeopleCommon = "people-common" in "participants";
    /// Likewise where a day is not told.
    PeopleCommonUndated = "people-common-undated" in "participants";
    /// Both tell the same day or days.
    DaySame = "day-same" in "day";
    /// The same, but one or both were inferred.
    DaySameInferred = "day-same-inferred" in "day";
    /// Intervals that share days.
    DayOverlap = "day-overlap" in "day";
    /// Told days that follow each other.
    DayNext = "day-next" in "day";
    /// Days that follow each other, of which one was inferred.
    DayNextInferred = "day-next-inferred" in "day";
    /// The same, where some story tells of a meeting on either day.
    DayNextAgain = "day-next-again" in "day";
    /// Further apart, where one was inferred, or both at all: once for each day.
    DayNear = "day-near" in "day";
    /// One tells no day, and its story is of the days around the other's.
    DayFits = "day-fits" in "day";
    /// Likewise: for each doubling of the days from the told one to that story.
    DayLate = "day-late" in "day";
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
    /// A call here, a handshake there, and neither tells of a screen.
    KindCall = "kind-call" in "kind";
    /// The same number in the same series.
    RoundSame = "round-same" in "ordinal";
    /// The same number, and not both tell of which series.
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
            values.set(Feature::DayLate, late(a, b));
        }
        if matches!(feature, Feature::DayNext | Feature::DayNextInferred) && is_again(a, b, sides, around) {
            values.set(Feature::DayNextAgain, 1.0);
        }
    }
    if let Some(feature) = places(a, b) {
        values.set(feature, 1.0);
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

fn people(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>, around: &Around<'_>, values: &mut Values) {
    let shared = sides.shared();
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
    let ids: Vec<&EntityId> = sides.same.iter().map(|(one, _)| &one.id).collect();
    let common = doublings(usize::try_from(around.days_together(&ids)).unwrap_or(usize::MAX));
    match a.meeting.when.zip(b.meeting.when) {
        // People who meet every week still meet once a day.
        Some((x, y)) if x.interval == y.interval => {}
        Some(_) => values.set(Feature::PeopleCommon, common),
        None => values.set(Feature::PeopleCommonUndated, common),
    }
}

fn doublings(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)).log2()
}

fn days(a: &Telling<'_>, b: &Telling<'_>) -> Option<(Feature, f64)> {
    let (Some(x), Some(y)) = (a.meeting.when, b.meeting.when) else {
        return match (a.meeting.when, b.meeting.when) {
            (Some(x), None) => fits(Days::of(x.interval), b),
            (None, Some(y)) => fits(Days::of(y.interval), a),
            _ => undated(a, b),
        };
    };
    let inferred = x.passage.is_none() || y.passage.is_none();
    // Two stories that tell their own day's news, each of its own day, seldom tell the same.
    let both = x.passage.is_none() && y.passage.is_none();
    let (one, other) = (Days::of(x.interval), Days::of(y.interval));
    Some(match gap(one, other) {
        0 if one == other && one.to - one.from <= LONGEST_MEETING => {
            (if inferred { Feature::DaySameInferred } else { Feature::DaySame }, 1.0)
        }
        0 => (Feature::DayOverlap, 1.0),
        days if both => (Feature::DayNear, f64::from(days)),
        1 => (if inferred { Feature::DayNextInferred } else { Feature::DayNext }, 1.0),
        days => (Feature::DayNear, f64::from(days - 1)),
    })
}

/// How many doublings of days lie between the day that one tells and the story that tells none.
fn late(a: &Telling<'_>, b: &Telling<'_>) -> f64 {
    let (told, silent) = if a.meeting.when.is_some() { (a, b) } else { (b, a) };
    let days = told.possible.zip(silent.published).map_or(0, |(days, published)| (published - days.to).abs());
    doublings(usize::try_from(days).unwrap_or_default() + 1)
}

/// Whether some story tells that those whom both name met on the one day and on the other.
fn is_again(a: &Telling<'_>, b: &Telling<'_>, sides: &Sides<'_>, around: &Around<'_>) -> bool {
    let first = |telling: &Telling<'_>| telling.possible.map(|days| days.to);
    let ids: Vec<&EntityId> = sides.same.iter().map(|(one, _)| &one.id).collect();
    first(a).zip(first(b)).is_some_and(|(x, y)| around.met_again(&ids, x.min(y)))
}

/// Whether a day told by the other story fits a story that tells none.
fn fits(told: Days, silent: &Telling<'_>) -> Option<(Feature, f64)> {
    let possible = silent.possible?;
    let fits = possible.from <= told.to && told.to <= possible.to;
    Some((if fits { Feature::DayFits } else { Feature::DayStrange }, 1.0))
}

fn undated(a: &Telling<'_>, b: &Telling<'_>) -> Option<(Feature, f64)> {
    let (x, y) = (a.possible?, b.possible?);
    if !x.meets(y) {
        return Some((Feature::DayStrange, 1.0));
    }
    let (x, y) = (a.published?, b.published?);
    ((x - y).abs() <= SAME_NEWS).then_some((Feature::DayStories, 1.0))
}

fn places(a: &Telling<'_>, b: &Telling<'_>) -> Option<Feature> {
    let (x, y) = (a.meeting.place.as_ref()?, b.meeting.place.as_ref()?);
    Some(if x.id == y.id {
        Feature::PlaceSame
    } else if in_state(a, &x.id, &y.id) || in_state(b, &y.id, &x.id) {
        Feature::PlaceInside
    } else {
        Feature::PlaceOther
    })
}

/// Whether `place` of this story lies in the state `state`.
fn in_state(telling: &Telling<'_>, place: &EntityId, state: &EntityId) -> bool {
    telling.story.name(place).is_some_and(|name| name.state.as_ref() == Some(state))
}

fn kinds(a: &Telling<'_>, b: &Telling<'_>, values: &mut Values) {
    let (x, y) = (a.meeting.kind, b.meeting.kind);
    if x == y {
        values.set(Feature::KindSame, 1.0);
    } else if (x == MeetingKind::Call) != (y == MeetingKind::Call) && !a.is_remote && !b.is_remote {
        values.set(Feature::KindCall, 1.0);
    }
}

fn series(a: &Telling<'_>, b: &Telling<'_>, values: &mut Values) {
    let (one, other) = (a.meeting, b.meeting);
    let same_series = one.series.is_some() && one.series == other.series;
    if same_series && one.ordinal.is_some() && one.ordinal == other.ordinal {
        values.set(Feature::RoundSame, 1.0);
    } else if same_series {
        values.set(Feature::SeriesSame, 1.0);
    } else if one.ordinal.is_some() && one.ordinal == other.ordinal {
        values.set(Feature::NumberSame, 1.0);
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
    let later = a.published.zip(b.published).is_some_and(|(x, y)| y > x);
    a.meeting.status == Status::Held && b.meeting.status == Status::Planned && later
}
