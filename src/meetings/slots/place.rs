//! Where: a trigger in, the place that the words around it give out.

use super::{LIGHT, Named, circumstances, clause, is_title, way};
use crate::language::{EntityId, Facts, is_house_in_town};
use crate::meetings::scene::{Row, Scene, Spot};
use crate::meetings::triggers::{self, Frame, Trigger};
use crate::meetings::types::MeetingKind;

/// The place that belongs to the trigger: `in Sochi` after it, `in Vienna` before it, `the St Petersburg talks`, `here`.
pub(in crate::meetings) fn place(
    scene: &Scene<'_>,
    row: &Row<'_>,
    trigger: &Trigger,
    participants: &[Named],
) -> Option<Spot> {
    let line = &row.line;
    let own = trigger.tokens.start.checked_sub(1).and_then(|at| row.spot_at(at)).filter(|_| !trigger.is_verb());
    if let Some(spot) = own.filter(|spot| !participants.iter().any(|named| named.tokens.start == spot.tokens.start)) {
        return Some(spot.clone());
    }
    if trigger.kind == MeetingKind::Visit {
        let goal = (trigger.tokens.end..trigger.tokens.end + VISIT_REACH)
            .find(|&at| row.spot_at(at).is_some() && !line.is(at.wrapping_sub(1), &["by", "from"]));
        let goal = goal.and_then(|at| row.spot_at(at));
        return goal.or_else(|| goal_before(row, trigger)).or_else(|| stay(row, trigger)).cloned();
    }
    let here = || scene.here.clone().map(|here| Spot { tokens: 0..0, ..here });
    if (trigger.tokens.end..trigger.tokens.end + HERE_REACH).any(|at| is_here(row, at)) {
        return here();
    }
    let goal = triggers::goal_of_way(line, trigger.tokens.start).and_then(|goal| row.spot_at(goal));
    if let Some(spot) = goal.filter(|_| trigger.is_verb()) {
        return Some(spot.clone());
    }
    // "discussed in detail the situation in the north": where that is, and not they.
    let topic = |spot: &Spot| {
        let told = trigger.tokens.end..spot.tokens.start;
        trigger.frame == Frame::Discusses && line.holds(told, &["situation", "crisis", "developments", "settlement"])
    };
    match behind(row, trigger) {
        Behind::Here => return here(),
        Behind::Place(spot) if topic(spot) => return None,
        Behind::Place(spot) => return Some(spot.clone()),
        Behind::Nothing => {}
    }
    if let Some(spot) = town_of_telegram(row, trigger).or_else(|| where_they(row, trigger)) {
        return Some(spot.clone());
    }
    before(row, trigger, participants)
        .or_else(|| goal_before(row, trigger))
        .or_else(|| way::joined_on(row, trigger))
        .or_else(|| way::visited(row, trigger))
        .or_else(|| way::left_behind(row, trigger))
        .or_else(|| circumstances::place_of_stay(row, trigger))
        .or_else(|| circumstances::town_beside_a_day(row, trigger, scene.facts))
        .cloned()
}

/// What the words behind a trigger say of its place.
enum Behind<'r> {
    Nothing,
    Here,
    Place(&'r Spot),
}

/// `met X on Monday in Sochi`, `the talks that were to open in Sochi`, `the round broke up here`.
fn behind<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Behind<'r> {
    let line = &row.line;
    let mut at = trigger.tokens.end;
    let welcomes = line.is(trigger.tokens.start, &["welcomed", "welcomes", "welcome", "welcoming"]);
    while at < line.len().min(trigger.tokens.end + REACH) {
        if let Some(end) = clause::aside_end(row, at) {
            at = end;
        }
        let dated = row.is_date_at(at)
            || row.is_date_at(at + 1)
            || line.is(at, &["on"])
                && (line.is_capitalised(at + 1) || line.word(at + 1).starts_with(|c: char| c.is_ascii_digit()));
        let leads = line.is(at, &["in", "at", "near", "outside"]) && !dated
            || welcomes && line.is(at, &["to"]) && row.spot_at(at + 1).is_some()
            || line.is(at, &["on"]) && row.spot_at(at + 1).is_some_and(|spot| is_island(row, spot));
        if leads {
            if let Some(spot) = spot_after(row, at + 1) {
                return Behind::Place(spot);
            }
        } else if is_here(row, at) {
            return Behind::Here;
        } else if !dated && !clause::is_of_the_meeting(row, trigger, at) && leads_away(row, trigger, at) {
            break;
        }
        at += 1;
    }
    Behind::Nothing
}

/// Whether `here` stands at `at` for the town of the dateline, and not before its own: `here in Vienna`.
fn is_here(row: &Row<'_>, at: usize) -> bool {
    let told = || row.line.is(at + 1, &["in", "at", "near"]) && spot_after(row, at + 2).is_some();
    row.line.is(at, &["here"]) && !told()
}

/// `in Vienna on Monday X met Y`: the place that stands before the trigger with nothing but names and days between.
fn before<'r>(row: &'r Row<'_>, trigger: &Trigger, participants: &[Named]) -> Option<&'r Spot> {
    let line = &row.line;
    let passable = |at: usize| {
        LIGHT.contains(&line.word(at).to_lowercase().as_str())
            || participants.iter().any(|named| named.tokens.contains(&at))
            || row.is_date_at(at)
            || row.actor_at(at).is_some()
            || line.word(at) == ","
            || line.is_capitalised(at)
            || line.is(at + 1, &["of"]) && row.spot_at(at + 2).is_some()
            || is_title(line.word(at))
            || triggers::count(line.word(at)).is_some()
            // "was speaking in Oslo on Monday after talks with X".
            || at + 1 == trigger.phrase && !trigger.is_verb() && line.is(at, &["after", "following", "before"])
    };
    let mut at = trigger.tokens.start;
    while let Some(before) = at.checked_sub(1) {
        if line.is(before, &["in", "at", "near"]) {
            return spot_after(row, before + 1).filter(|spot| spot.tokens.end <= trigger.tokens.start);
        }
        if trigger.tokens.start - before > 12 || !passable(before) && row.spot_at(before).is_none() {
            break;
        }
        at = before;
    }
    None
}

/// `FMs MET JAKARTA TODAY`, `TALKS OF X AND Y, SHEPHERDSTOWN, BROKE OFF`: telegrams save the preposition.
fn town_of_telegram<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let is_capital = |word: &str| word.len() > 2 && word.chars().all(char::is_uppercase);
    if !is_capital(line.word(trigger.tokens.start))
        || !is_capital(line.word(trigger.tokens.end)) && line.word(trigger.tokens.end) != ","
    {
        return None;
    }
    let end = trigger.tokens.end;
    let spots = row.spots_between(end, end + REACH);
    let free = |spot: &&Spot| {
        let (before, after) = (spot.tokens.start.wrapping_sub(1), spot.tokens.end);
        spot.tokens.start == end || line.is(before, &[","]) && line.is(after, &[",", "."])
    };
    spots.iter().find(free).filter(|spot| row.peoples.iter().all(|people| people.tokens != spot.tokens))
}

/// `flew to Tunis from Valletta, Malta, where they negotiated`, `a summit in Lusaka at which X sat with Y`: the place that
/// the relative clause of the trigger hangs on.
fn where_they<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let low = trigger.tokens.start.saturating_sub(WAY).max(row.start);
    let broken = |at: usize| clause::is_clause_end(line.word(at)) || line.word(at) == ",";
    let mut pronoun = (low..trigger.tokens.start)
        .rev()
        .find(|&at| line.is(at, &["where"]) || line.is(at, &["which"]) && line.is(at.wrapping_sub(1), &["at", "in"]))?;
    // "where he held talks with X".
    let held = ["held", "holds", "had", "has", "hold", "opened", "began"];
    let told = trigger.is_verb() || line.is(trigger.phrase.min(trigger.tokens.start).wrapping_sub(1), &held);
    if !told || (pronoun..trigger.tokens.start).any(broken) {
        return None;
    }
    pronoun -= usize::from(line.is(pronoun, &["which"]));
    let comma = pronoun - usize::from(line.word(pronoun.wrapping_sub(1)) == ",");
    // "travels on to Riga on Friday, where": the day stands between.
    let mut end = way::before_a_date(row, comma);
    let mut found = row.spot_at(end.checked_sub(1)?)?;
    // "Valletta, Malta": the town, not what it lies in.
    while let Some(spot) = found.tokens.start.checked_sub(2).and_then(|at| row.spot_at(at))
        && line.word(found.tokens.start - 1) == ","
        && spot.tokens.end < end
    {
        (found, end) = (spot, spot.tokens.end);
    }
    Some(found)
}

/// `on Sandray Island`, `on this island`: one meets on it, not in it; `talks on Kosovo` are about it.
fn is_island(row: &Row<'_>, spot: &Spot) -> bool {
    row.line.holds(spot.tokens.clone(), &["island", "islands", "isle", "mount", "lake"])
}

/// What a place of a meeting is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meetings) enum Extent {
    /// A town, or a place in the country.
    Town,
    /// A house, which some town holds.
    House,
    /// A state, or a part of the world that lies in several.
    State,
}

/// Whether a place is a town, a house or a state.
pub(in crate::meetings) fn extent(facts: &Facts, id: &EntityId, name: &str) -> Extent {
    let is_wide = || facts.state_of(id, name).is_none() && facts.knows(id, name);
    if facts.state(id).is_some() || is_wide() {
        Extent::State
    } else if name.contains(' ') && name.split_whitespace().any(is_house_in_town) {
        Extent::House
    } else {
        Extent::Town
    }
}

/// How many words before the trigger the goal of a way may stand.
const WAY: usize = 14;

/// `flew to Aachen on Saturday to see her`, `arrived in Warsaw for a visit`: where the way to the meeting led.
fn goal_before<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let aimed =
        head.checked_sub(1).filter(|&at| line.is(at, if trigger.is_verb() { &["to"] } else { &["for", "on"] }))?;
    let way = (aimed.saturating_sub(WAY).max(row.start)..aimed).rev().find(|&at| triggers::is_motion(line, at))?;
    let lead = (way + 1..aimed).find(|&at| line.is(at, &["to", "in", "at", "into"]))?;
    let breaks = (way..aimed).any(|at| clause::is_clause_end(line.word(at)));
    row.spot_at(lead + 1).filter(|spot| !breaks && spot.tokens.end <= aimed)
}

/// `is in Quillia on a three-day visit`: where the visitor is.
fn stay<'r>(row: &'r Row<'_>, trigger: &Trigger) -> Option<&'r Spot> {
    let line = &row.line;
    let on = trigger.phrase.checked_sub(1).filter(|&at| line.is(at, &["on", "for"]))?;
    let spot = row.spot_at(on.checked_sub(1)?)?;
    let lead = spot.tokens.start.checked_sub(1)?;
    let the = usize::from(line.is(lead, &["the"]));
    line.is(lead.checked_sub(the)?, &["in", "to"]).then_some(spot)
}

/// How many words after the trigger its place may stand.
const REACH: usize = 28;

/// Whether the word at `at`, behind the trigger, opens what the meeting was about, or another thought.
fn leads_away(row: &Row<'_>, trigger: &Trigger, at: usize) -> bool {
    let line = &row.line;
    if trigger.frame == Frame::Discusses {
        let light = LIGHT.contains(&line.word(at).to_lowercase().as_str())
            || line.is_capitalised(at)
            || row.actor_at(at).is_some();
        return !light;
    }
    let topics = &[
        "about",
        "regarding",
        "concerning",
        "on",
        "over",
        "that",
        "which",
        "who",
        "while",
        "because",
        "but",
        "against",
        "toward",
        "towards",
    ];
    // "over lunch", "about two hours", "for a walk": no topics; "about the war" is one.
    let spans =
        &["hour", "hours", "minutes", "day", "days", "half", "lunch", "dinner", "breakfast", "weekend", "coffee"];
    let some = &["two", "three", "a", "an", "the", "nearly", "more", "about"];
    let over = line.is(at, &["over", "about", "for"]) && line.holds(at + 1..at + 4, spans)
        || line.is(at, &["for"]) && line.holds(at + 1..at + 4, some);
    let aim = line.is(at, &["for"]) && !over
        || line.is(at, &["to"]) && !leads_to_someone(row, at) && !line.is(at + 1, &["be", "open", "begin", "start"]);
    let verb = clause::is_verb_like(line.word(at))
        && !line.is(
            at,
            &[
                "was",
                "is",
                "are",
                "be",
                "been",
                "were",
                "held",
                "took",
                "began",
                "ended",
                "lasted",
                "opened",
                "also",
                "has",
                "had",
                "will",
                "scheduled",
                "planned",
                "started",
                "expected",
                "concluded",
                "resumed",
                "closed",
                "wrapped",
                "convened",
                "gathered",
                "collapsed",
                "adjourned",
                "stalled",
                "failed",
                "would",
                "postponed",
                "moved",
                "delayed",
                "rescheduled",
            ],
        )
        && row.actor_at(at).is_none();
    // "on the sidelines of a summit in Oslo": beside it, and in the same place.
    let beside =
        line.is(at, &["on", "at"]) && line.holds(at + 1..at + 3, &["sidelines", "margins", "fringes", "sideline"]);
    clause::is_clause_end(line.word(at)) || line.is(at, topics) && !over && !beside || aim || verb
}

/// `talked to German Chancellor X`: to somebody, with the title before the name.
fn leads_to_someone(row: &Row<'_>, to: usize) -> bool {
    let name = (to + 1..to + 8)
        .find(|&at| !row.line.is_capitalised(at) && !is_title(row.line.word(at)) || row.actor_at(at).is_some());
    name.and_then(|at| row.actor_at(at)).is_some_and(|actor| actor.is_person)
}

/// How many words after `visited` and `a visit` its goal may stand.
const VISIT_REACH: usize = 6;
/// How many words after the trigger `here` may stand.
const HERE_REACH: usize = 6;

/// What `on the` may stand before within a place: `in a tent on the edge of Tripoli`.
const EDGES: &[&str] =
    &["edge", "outskirts", "banks", "bank", "shore", "shores", "coast", "island", "border", "northern", "southern"];

/// The place in `in the Russian Black Sea resort of Sochi`: the last one of the phrase; a body only where it is a house
/// (`at the White House`), and never the state that only introduces the town.
pub(super) fn spot_after<'r>(row: &'r Row<'_>, from: usize) -> Option<&'r Spot> {
    let end = (from..(from + 12).min(row.line.len()))
        .find(|&at| {
            matches!(row.line.word(at), "," | "." | ";" | "”" | "\"")
                || row.line.is(at, &["with", "and", "by", "for", "to", "about", "over", "under", "after", "before"])
                || row.line.is(at, &["during", "where", "which", "who", "that", "as", "when", "while", "amid", "until"])
                || row.line.is(at, &["if", "unless", "whether", "though", "although", "because", "but", "or", "than"])
                || row.line.is(at, &["on"]) && !row.line.holds(at + 1..at + 3, EDGES)
        })
        .unwrap_or((from + 12).min(row.line.len()));
    row.spots_between(from, end).iter().rfind(|spot| spot.tokens.end <= end)
}
