//! Where the story has arrived: sentences before a telling in, the town in which they leave the reader out.
//!
//! **Why:** a report says once that the guest flew to a town, and tells of the talks there a paragraph later without
//! naming it again. What the sentence tells has to be of the same day and the same people.

use super::place::{MOST_SPOTS, Told, is_in_the_first_person, is_scene, placed, tells_of_speech};
use super::{Tellings, names_one_of};
use crate::language::Interval;
use crate::meetings::scene::{Row, Scene, Spot};
use crate::meetings::triggers;
use crate::meetings::types::{MeetingMention, MeetingPlace, Status};

/// How many sentences back the way to the meeting may be told.
const BACK: usize = 6;

/// The town in which the story has arrived where it tells of the meeting.
pub(super) fn arrived(
    scene: &Scene<'_>,
    tellings: &Tellings,
    number: usize,
    meeting: &MeetingMention,
    told: &Told,
) -> Option<MeetingPlace> {
    if meeting.status == Status::Cancelled {
        return None;
    }
    let day = meeting.when?.interval;
    let first = *tellings.rows(number).first()?;
    let row = scene.rows.get(first).filter(|row| row.is_story && row.line.block.is_some())?;
    if is_in_the_first_person(row) {
        return None;
    }
    let low = first.saturating_sub(BACK);
    let before = scene.rows.get(low..first)?.iter().enumerate().rev();
    for (back, other) in before {
        if other.is_headline || !other.is_story {
            break;
        }
        let spots: Vec<&Spot> = other
            .spots
            .iter()
            .take(MOST_SPOTS)
            .filter(|spot| told.admits(scene, spot))
            .filter(|spot| is_reached(other, spot))
            .collect();
        let Some(spot) = spots.first() else { continue };
        let is_one = spots.iter().all(|one| one.id == spot.id);
        let is_of_another = tellings.tells_of_another(low + back, number);
        let fits = is_one && !is_of_another && !tells_of_speech(other) && is_of_day(other, day);
        return (fits && names_one_of(other, &meeting.participants)).then(|| placed(other, spot));
    }
    None
}

/// How many dates of a sentence are looked at.
const MOST_DATES: usize = 16;

/// Whether a sentence tells of no other day than that.
fn is_of_day(row: &Row<'_>, day: Interval) -> bool {
    row.undated.is_empty() && row.dates.iter().take(MOST_DATES).all(|(_, when)| when.interval.gap(day) <= 0)
}

/// `arrived in Oslo`, `were welcomed to Oslo`, `in Oslo` where the sentence happens.
fn is_reached(row: &Row<'_>, spot: &Spot) -> bool {
    let line = &row.line;
    let Some(lead) = spot.tokens.start.checked_sub(1) else { return false };
    let way = || (lead.saturating_sub(WAY)..lead).any(|at| triggers::is_motion(line, at));
    let welcomed = || line.holds(lead.saturating_sub(WAY)..lead, &["welcomed", "brought"]);
    line.is(lead, &["to", "in", "at", "into"]) && way() || line.is(lead, &["to"]) && welcomed() || is_scene(row, spot)
}

/// How many words may stand between a way and its goal.
const WAY: usize = 4;
