//! What each agreement, gap and disagreement between two tellings is worth, in log odds.
//!
//! A first table by hand, from what was seen in development data: the sum of the terms, with [`PRIOR`], is the log
//! odds that both tell of the same meeting. Missing is neutral. Kept in one place so that it can be learned later.

/// Before anything is compared: most pairs of meetings that share people are different meetings.
pub(super) const PRIOR: f64 = -3.0;
/// Every participant of the smaller side is on the other side too, two at least.
pub(super) const SAME_PEOPLE: f64 = 3.6;
/// … less this for each doubling of the number of meetings in the library that have the same two people.
pub(super) const COMMON_PEOPLE: f64 = 0.25;
/// One participant is shared, and one side tells of no other.
pub(super) const ONE_SHARED: f64 = 1.0;
/// Both tell the same day or days.
pub(super) const SAME_DAY: f64 = 2.4;
/// One day apart: outlets on two continents date the same call so.
pub(super) const NEXT_DAY: f64 = 0.2;
/// Intervals that share days without being the same.
pub(super) const DAYS_OVERLAP: f64 = 1.0;
/// One tells no day, and its story is of the days after the other's.
pub(super) const DAY_FITS_STORY: f64 = 0.9;
/// One tells no day, and its story is of another time.
pub(super) const DAY_STRANGE_TO_STORY: f64 = -2.6;
/// Both tell the same place.
pub(super) const SAME_PLACE: f64 = 1.3;
/// Two places.
pub(super) const OTHER_PLACE: f64 = -2.6;
/// The same kind.
pub(super) const SAME_KIND: f64 = 0.6;
/// A call here, a handshake there.
pub(super) const CALL_OR_MEETING: f64 = -2.4;
/// The same number in the same series.
pub(super) const SAME_ROUND: f64 = 3.4;
/// The same named event.
pub(super) const SAME_EVENT: f64 = 2.2;
/// Planned in the later story, held in the earlier one.
pub(super) const STATUS_BACKWARDS: f64 = -1.2;
/// From this probability on two tellings are linked at all.
pub(super) const LINKED: f64 = 0.5;
/// From this probability on they are called the same meeting.
pub(super) const CERTAIN: f64 = 0.85;
/// Days after a meeting in which stories still tell of it without naming the day.
pub(super) const RECENT_DAYS: i32 = 21;

/// Days before a meeting in which stories tell of it as planned.
pub(super) const PLANNED_DAYS: i32 = 90;

/// Log odds as a probability.
pub(super) fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
