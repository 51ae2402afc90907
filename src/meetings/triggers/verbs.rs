//! Verbs that tell of a meeting: a position in a sentence in, the trigger that begins there out.

use super::calls::{is_appeal, is_paid, paid_on};
use super::tone::Tone;
use super::{Frame, PHONE, Trigger, company, journeys, someone, tables, together};
use crate::language::{Line, weekday_named};
use crate::meetings::types::MeetingKind;

/// Forms of `to be`, before which `meeting` is a verb and `received` is passive.
pub(super) const BE: &[&str] = &["is", "are", "was", "were", "been", "be", "being"];
/// What `spent … hours` may count.
const SPANS: &[&str] = &[
    "hour",
    "hours",
    "minutes",
    "half-hour",
    "evening",
    "afternoon",
    "morning",
    "forenoon",
    "night",
    "days",
    "day",
    "weekend",
];
/// With these a person is seen, not a thing.
pub(super) const TITLES: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "president",
    "prime",
    "chancellor",
    "king",
    "queen",
    "secretary",
    "minister",
];
/// What people have together.
const MEALS: &[&str] = &["lunch", "dinner", "breakfast", "tea", "coffee", "supper", "brunch", "drinks", "meal"];
/// Words between `to see` and the one who goes.
pub(super) const MOTION: &[&str] = &[
    "flew",
    "fly",
    "flies",
    "flying",
    "went",
    "travelled",
    "traveled",
    "travels",
    "travel",
    "heading",
    "heads",
    "headed",
    "stopped",
    "came",
    "comes",
    "drove",
    "returned",
    "arrived",
    "arrives",
    "trip",
    "go",
    "going",
    "went",
];

/// The verb `word` at `at` that tells of a meeting.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str, tone: &Tone<'_, '_>) -> Option<Trigger> {
    let next = |words: &[&str]| line.is(at + 1, words);
    let (frame, in_person) = frame(line, at, word, tone)?;
    // "spoke of his childhood", "speaking for the government": to nobody.
    let elsewhere =
        word == "speaking" && next(&["after", "before", "at", "in", "during", "ahead", "following", "from"]);
    if frame == Frame::Speaks
        && (elsewhere
            || word.starts_with("sp") && next(&["of", "out", "up", "volumes"])
            || word == "talked" && next(&["up", "down"]))
    {
        return None;
    }
    let by_telephone = super::nouns::by_telephone(line, at);
    let in_person = in_person && !by_telephone && !is_online(line, at);
    let phoned = (matches!(frame, Frame::Speaks | Frame::Discusses) && !in_person || by_telephone) && tone.on_phone();
    let kind = match frame {
        Frame::Phones => MeetingKind::Call,
        Frame::Visits => MeetingKind::Visit,
        _ if phoned && is_near(line, at, PHONE) => MeetingKind::Call,
        // "met online": face to face only on a screen.
        Frame::Meets | Frame::Speaks if is_online(line, at) => MeetingKind::Call,
        _ => MeetingKind::Talks,
    };
    Some(Trigger {
        is_in_person: in_person,
        is_definite: follows_the_sides(line, at),
        is_new: line.holds(at..at + 4, &["again"]) && frame != Frame::Joins,
        is_weak: frame == Frame::Joins,
        ..Trigger::plain(
            at..match paid_on(line, at) {
                Some(on) => on + 1,
                None if frame == Frame::Meets && next(&["on"]) && word.starts_with("call") => at + 2,
                None => at + 1,
            },
            kind,
            frame,
        )
    })
}

/// In which frame the verb `word` at `at` names those who meet, and whether face to face.
fn frame(line: &Line<'_>, at: usize, word: &str, tone: &Tone<'_, '_>) -> Option<(Frame, bool)> {
    let next = |words: &[&str]| line.is(at + 1, words);
    let now = || usize::from(line.is(at.wrapping_sub(1), &["now", "currently", "still"]));
    let after_be = || line.is(at.wrapping_sub(1 + now()), BE);
    Some(match word {
        "meet" | "reconvene" if !line.is(at.wrapping_sub(1), &["a", "the"]) => (Frame::Meets, true),
        // "looking forward to meeting President X"; "prior to meeting" is a noun as often.
        "meeting" if line.is(at.wrapping_sub(1), &["to"]) && line.is_capitalised(at + 1) => (Frame::Meets, true),
        "meeting"
            if after_be() || next(&["with"]) && line.is(at.wrapping_sub(1), &["and", "after", "before", "by"]) =>
        {
            (Frame::Meets, true)
        }
        "met" if together::is_met_by(line, at) => (Frame::Hosts, true),
        // "was met with boos".
        "met" if line.is(at.wrapping_sub(1), &["was", "were", "been", "being"]) => return None,
        "met" | "meets" | "reconvened" | "reconvenes" | "gathered" | "gather" | "gathers" | "huddled" | "huddle"
        | "assembled" | "embraced" | "hugged" | "embraces" | "hugs" => (Frame::Meets, true),
        "convened" | "convene" | "convenes" if !after_be() && !next(&["a", "an", "the", "his", "her", "its", "by"]) => {
            (Frame::Meets, true)
        }
        "received" | "receives" | "receive" | "hosted" | "hosts" | "welcomed" | "welcomes" | "greeted" | "greets"
        | "entertained" | "entertains" => (Frame::Hosts, true),
        "host" | "welcome" | "greet" if is_to_come(line, at) => (Frame::Hosts, true),
        "invited" | "invites" if is_asked_to_a_meal(line, at) => (Frame::Hosts, true),
        // "paid a courtesy call on the president".
        "call" if is_paid(line, at) => (Frame::Meets, true),
        "dines" | "dined" | "dine" | "lunched" | "lunch" | "lunches" | "breakfasted"
            if next(&["with", "on", "in", "at", "together"])
                && !line.is(at.wrapping_sub(1), &["a", "the", "working", "for", "over", "at", "private", "state"])
                && !line.holds(at.saturating_sub(GIVEN)..at, &["gave", "gives", "give", "given"]) =>
        {
            (Frame::Speaks, true)
        }
        "spoke" | "speaks" | "speak" | "talked" | "spoken" | "negotiated" | "negotiate" | "conferred" | "confer"
        | "consulted" | "conversed" | "chatted" | "speaking" | "talking" => (Frame::Speaks, false),
        "telephoned" | "phoned" | "phones" | "telephones" | "dialled" | "dialed" => (Frame::Phones, false),
        "called" | "calls"
            if next(&["on"])
                && (line.is_capitalised(at + 2) || line.is(at + 2, &["the", "his", "her"]))
                && !is_appeal(line, at) =>
        {
            (Frame::Meets, true)
        }
        "discussed" | "discusses" | "discuss" if !after_be() => (Frame::Discusses, false),
        "discussing" if after_be() => (Frame::Discusses, false),
        _ => return idiom(line, at, word, tone),
    })
}

/// `spent two hours in Oslo`; `both spent the day in the same building` tells that they did not meet.
fn is_spent_together(line: &Line<'_>, at: usize) -> bool {
    // "spent most of Monday with X".
    let day = |at: usize| weekday_named(line.word(at)).is_some() && line.is(at + 1, &["with"]);
    (line.holds(at + 1..at + 6, SPANS) || (at + 1..at + 5).any(day))
        && !line.holds(at + 1..at + 9, &["same", "apart", "separately"])
}

/// The same for verbs that tell of a meeting only with the words behind them: `sat down`, `shook hands`, `flew to`.
fn idiom(line: &Line<'_>, at: usize, word: &str, tone: &Tone<'_, '_>) -> Option<(Frame, bool)> {
    let next = |words: &[&str]| line.is(at + 1, words);
    Some(match word {
        "sat" | "sit" | "sits" | "sitting"
            if next(&["down", "across", "opposite", "together", "with", "beside", "alongside", "between"]) =>
        {
            (Frame::Speaks, true)
        }
        "shook" | "shakes" | "shake" | "shaking" | "clasped"
            if next(&["hands"]) || line.reads(at + 1, "the hand of") =>
        {
            (Frame::Speaks, true)
        }
        "bumped" | "ran" if next(&["into"]) && line.is_capitalised(at + 2) => (Frame::Meets, true),
        "visited" | "visits" if someone::is_at_home(line, at + 1) => (Frame::Meets, true),
        "visited" | "visits" | "visit" if is_visit_to_someone(line, at) => (Frame::Meets, true),
        "came" | "come" | "comes" if line.reads(at + 1, "face to face") => (Frame::Speaks, true),
        "saw" | "see" | "seen" | "found" if next(&["each"]) || line.reads(at + 1, "one another") => {
            (Frame::Speaks, true)
        }
        "saw" | "sees"
            if (line.is(at + 1, TITLES) || someone::is_seen(line, at) || someone::is_by_office(line, at + 1))
                && !tone.is_all_capitals() =>
        {
            (Frame::Meets, true)
        }
        "was" | "were" | "is" if next(&["with"]) && line.is_capitalised(at + 2) && lasts(line, at + 3) => {
            (Frame::Speaks, true)
        }
        "stood" | "stands" if next(&["beside", "alongside"]) => (Frame::Meets, true),
        "closeted" => (Frame::Speaks, true),
        "joined" | "joins" if is_joined_for(line, at) => (Frame::Meets, true),
        "walked" | "strolled" if next(&["with"]) && line.is_capitalised(at + 2) => (Frame::Speaks, true),
        "host" | "hosts"
            if next(&["to"]) && line.holds(at.saturating_sub(2)..at, &["played", "plays", "play", "was", "is"]) =>
        {
            (Frame::Hosts, true)
        }
        "dropped" | "drops" if next(&["in"]) => (Frame::Meets, true),
        "came" | "flew" | "travelled" | "traveled"
            if next(&["to"]) && line.is_capitalised(at + 2) && !is_way_to_someone(line, at) =>
        {
            (Frame::Visits, true)
        }
        "had" | "have" | "has" if someone::is_had_to_a_house(line, at) => (Frame::Hosts, true),
        "had" | "have" | "has" | "took" | "takes" | "take" | "shared" if is_meal(line, at) => (Frame::Speaks, true),
        "faced" | "face" if company::is_face_to_face(line, at) => (Frame::Speaks, true),
        "spent" | "spend" | "spends" if is_spent_together(line, at) => (Frame::Speaks, true),
        "brought" | "brings" | "bring" if line.holds(at + 1..at + 30, &["room", "together", "table"]) => {
            (Frame::Meets, true)
        }
        // "His aides sat in": beside those who met.
        "sat" | "sits" if next(&["in"]) && (line.word(at + 2) == "." || line.is(at + 2, &["on", ",", "too"])) => {
            return None;
        }
        "sat" | "sits" if next(&["in", "around", "at", "side", "for"]) => (Frame::Joins, true),
        "see" if someone::next_to_motion(line, at) && !someone::is_sight(line, at) || someone::is_due(line, at) => {
            (Frame::Meets, true)
        }
        "see" if someone::is_seen_by_appointment(line, at) => (Frame::Meets, true),
        "visited" | "visits" | "visit" if is_visit(line, at) => (Frame::Visits, true),
        "sign" if line.is(at.wrapping_sub(1), &["will", "to"]) => (Frame::Joins, true),
        "signed" if next(&["off", "up"]) || together::is_for_one_side(line, at) => return None,
        "agreed" | "signed" | "emerged" | "initialled" | "initialed" | "reconciled" => (Frame::Joins, true),
        _ => return together::at(line, at, word),
    })
}

/// `took tea with`, `had dinner at the home of`, `have lunch together`.
pub(super) fn is_meal(line: &Line<'_>, at: usize) -> bool {
    let meal = (at + 1..at + 3).find(|&meal| line.is(meal, MEALS));
    meal.is_some_and(|meal| {
        line.is(meal + 1, &["together", "with", "in", "at", "on"])
            || (meal + 1..meal + MEAL_REACH).any(|at| line.is(at, &["with"]) || is_home(line, at))
    })
}

/// How many words behind `gave` the meal may stand that is given, and that nobody lunches by himself.
const GIVEN: usize = 8;

/// How many words behind a meal the one may stand with whom it is taken.
const MEAL_REACH: usize = 8;

/// `the home of`, `the lakeside house of`: whose house it is sits at the table.
pub(in crate::meetings) fn is_home(line: &Line<'_>, at: usize) -> bool {
    line.is(at, tables::HOMES) && line.is(at + 1, &["of"])
}

/// `for two hours`, `for 40 minutes` somewhere behind `from`.
pub(super) fn lasts(line: &Line<'_>, from: usize) -> bool {
    let spans = &["hour", "hours", "minutes", "half-hour"];
    (from..from + LASTING).any(|at| line.is(at, &["for"]) && line.holds(at + 1..at + 5, spans))
}

/// `met X online on Monday`, `met virtually`, `gathered by video link`.
fn is_online(line: &Line<'_>, at: usize) -> bool {
    let end = (at + 1..(at + ONLINE).min(line.len()))
        .find(|&at| matches!(line.word(at), "." | ";" | ":" | "," | "and" | "“"));
    let screens = &["online", "virtually", "remotely", "videoconference"];
    let by = |at: usize| {
        line.is(at, &["by", "via", "over", "through", "on"]) && line.is(at + 1, &["video", "zoom", "videolink"])
    };
    (at + 1..end.unwrap_or(at + ONLINE)).any(|at| line.is(at, screens) || by(at))
        || line.is(at.wrapping_sub(1), screens)
}

/// How many words behind its verb a screen may be told.
const ONLINE: usize = 12;

/// How many words behind a verb its length may be told.
const LASTING: usize = 12;

/// `invited X and Y to breakfast at his residence`: as it is told, they came.
fn is_asked_to_a_meal(line: &Line<'_>, at: usize) -> bool {
    (at + 2..at + INVITATION).any(|lead| {
        line.is(lead, &["to", "for"])
            && (line.is(lead + 1, MEALS)
                || line.is(lead + 1, &["a", "an"]) && (lead + 2..lead + 5).any(|at| line.is(at, MEALS)))
    })
}

/// How many words behind `invited` the meal may stand.
const INVITATION: usize = 14;

/// How many words off the telephone may stand.
const PHONE_REACH: usize = 16;

fn is_near(line: &Line<'_>, at: usize, words: &[&str]) -> bool {
    line.holds(at.saturating_sub(PHONE_REACH)..at + PHONE_REACH, words)
}

/// `flew`, `arrived`: a verb of going somewhere.
pub(in crate::meetings) fn is_motion(line: &Line<'_>, at: usize) -> bool {
    line.is(at, MOTION)
}

/// `flew to Sirte to see him`, `came to Sochi for talks`: a way to a meeting that other words tell.
fn is_way_to_someone(line: &Line<'_>, at: usize) -> bool {
    let talks = &["talks", "meeting", "negotiations", "consultations", "summit"];
    (at + 3..at + WAY).any(|lead| {
        line.is(lead, &["to"]) && (line.is(lead + 1, &["see", "meet"]) || journeys::is_aim(line, lead + 1))
            || line.is(lead, &["for"]) && line.holds(lead + 1..lead + 5, talks)
    })
}

/// How many words behind the verb of going its aim may stand.
pub(super) const WAY: usize = 12;

/// `joined Merkel for talks`, `were joined by Macron for dinner`; `joined the union` is no meeting.
fn is_joined_for(line: &Line<'_>, at: usize) -> bool {
    let aims = &["talks", "lunch", "dinner", "breakfast", "meeting", "negotiations", "coffee", "tea"];
    let aim = |lead: usize| line.is(lead, &["for", "at"]) && line.holds(lead + 1..lead + 4, aims);
    (line.is_capitalised(at + 1) || line.is(at + 1, &["by", "the"])) && (at + 2..at + INVITATION).any(aim)
}

/// `Blair visited Tripoli`; a noun stands behind an article or an adjective.
fn is_visit(line: &Line<'_>, at: usize) -> bool {
    let verb = !line.is(at, &["visit", "visits"])
        || line.is(at.wrapping_sub(1), &["to", "will", "would"])
        || line.is(at, &["visits"]) && line.is_capitalised(at.wrapping_sub(1));
    verb && line.is_capitalised(at + 1)
}

/// `is to visit the Patriarch`: someone, and no place.
fn is_visit_to_someone(line: &Line<'_>, at: usize) -> bool {
    let holders =
        &["patriarch", "archbishop", "pope", "president", "premier", "chancellor", "king", "queen", "emir", "governor"];
    let verb = !line.is(at, &["visit", "visits"]) || line.is(at.wrapping_sub(1), &["to", "will", "would"]);
    let told = at + 1 + usize::from(line.is(at + 1, &["the"]));
    let office = (told..told + 2).find(|&at| line.is(at, holders));
    verb && (office.is_some_and(|office| !line.is(office + 1, &["'s", "’s", "'"]))
        || someone::is_by_trade(line, at + 1))
}

/// `the two leaders discussed`, `both sides met`: those who were told before.
fn follows_the_sides(line: &Line<'_>, at: usize) -> bool {
    let sides = &[
        "sides",
        "leaders",
        "presidents",
        "ministers",
        "parties",
        "men",
        "two",
        "they",
        "pair",
        "officials",
        "both",
        "women",
        "three",
        "panels",
        "delegations",
        "negotiators",
    ];
    (at.saturating_sub(3)..at).any(|position| line.is(position, sides))
}

/// `will host`, `is to greet`, `will on Friday welcome`, `would then host`.
pub(super) fn is_to_come(line: &Line<'_>, at: usize) -> bool {
    let between = &["also", "then", "later", "now", "again", "on", "today", "tomorrow", "tonight"];
    let stands_between = |at: usize| line.is(at, between) || weekday_named(line.word(at)).is_some();
    let before = (at.saturating_sub(BETWEEN_WILL)..at).rev().find(|&before| !stands_between(before));
    before.is_some_and(|will| line.is(will, &["to", "will", "would"]))
}

/// How many words may stand between `will` and its verb, and `will`.
const BETWEEN_WILL: usize = 4;
