//! Verbs of being in somebody's company, or on the telephone with him: a position in a sentence in, how they name those who
//! meet out.
//!
//! **Why:** one sits next to the window, keeps a promise and expects rain; with a name behind the verb, and a table, a
//! house or an hour behind the name, the same words tell of a meeting.

use super::{Frame, PHONE, someone};
use crate::language::Line;

/// Words of a length of time.
const HOURS: &[&str] = &["hour", "hours", "minutes", "half-hour", "afternoon", "evening", "morning", "night"];
/// Verbs of bargaining, in the past.
const BARGAINED: &[&str] = &["haggled", "bargained", "parleyed", "bantered", "lingered"];
/// How many words a name with its titles may have.
const NAME_REACH: usize = 8;

/// In which frame the verb `word` at `at` names those who meet, and whether face to face.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    Some(match word {
        "had" | "has" | "have" if is_had_over(line, at) => (Frame::Hosts, true),
        "sat" | "sit" | "sits" | "sitting" | "seated"
            if line.reads(at + 1, "next to")
                && (line.is_capitalised(at + 3) || someone::is_by_office(line, at + 3)) =>
        {
            (Frame::Speaks, true)
        }
        // "stopped by the office of X".
        "stopped" | "stops" | "looked"
            if line.is(at + 1, &["by", "at", "in"]) && (at + 2..at + 7).any(|at| super::is_home(line, at)) =>
        {
            (Frame::Meets, true)
        }
        "seated" if line.is(at + 1, &["beside", "alongside", "opposite", "together"]) => (Frame::Speaks, true),
        // "sat five hours over maps", "sat silent for some minutes".
        "sat" | "sit" if line.holds(at + 2..at + 4, &["hours", "minutes"]) => (Frame::Speaks, true),
        "reached" | "got" | "had" | "joined" if is_on_the_line(line, at) => (Frame::Phones, false),
        "exchanged" | "exchange" | "exchanges" | "traded"
            if line.is(at + 1, &["words", "pleasantries", "greetings", "handshakes"])
                || line.reads(at + 1, "a few words") =>
        {
            (Frame::Speaks, true)
        }
        // "faced X across a table", "showed X round the harbour".
        "faced" | "face" | "faces" if is_with_name_then(line, at, &["across"]) => (Frame::Meets, true),
        "showed" | "shows" if is_with_name_then(line, at, &["round", "around"]) => (Frame::Hosts, true),
        "waiting" if is_waiting_somewhere(line, at) => (Frame::Meets, true),
        "walked" | "strolled" | "stood" | "posed" | "rode" if line.is(at + 1, &["together", "side"]) => {
            (Frame::Speaks, true)
        }
        // "broke up after five hours without a deal".
        "broke" | "parted" if is_end_of_talks(line, at) => (Frame::Speaks, true),
        "kept" if is_kept_for_hours(line, at) => (Frame::Meets, true),
        "expects" | "awaits" | "awaited" if is_expected_somewhere(line, at) => (Frame::Hosts, true),
        "saw" if is_seen_somewhere(line, at) => (Frame::Meets, true),
        "see" if is_sought_out(line, at) => (Frame::Meets, true),
        _ if BARGAINED.contains(&word) && line.is(at + 1, &["with", "over", "for", "about", "until", "in"]) => {
            (Frame::Speaks, true)
        }
        _ => return None,
    })
}

/// Where the name that begins at `from` ends, with small words and titles in it.
fn end_of_name(line: &Line<'_>, from: usize) -> usize {
    let within =
        |at: usize| line.is_capitalised(at) || line.is(at, &["de", "van", "von", "al", "bin", "-", "'s", "’s"]);
    (from..from + NAME_REACH).find(|&at| !within(at)).unwrap_or(from + NAME_REACH)
}

/// `had Macron over for dinner`, `has the bishop round for tea`; not `had the files sent over`.
fn is_had_over(line: &Line<'_>, at: usize) -> bool {
    let first = at + 1 + usize::from(line.is(at + 1, &["the", "his", "her"]));
    let end = end_of_name(line, first);
    let end = if end == first && first > at + 1 { first + 1 } else { end };
    end > first
        && line.is(end, &["over", "round", "around"])
        && (line.is(end + 1, &["for", "to", "at", "on", "in", "yesterday", "last", "this"])
            || !line.word(end + 1).chars().any(char::is_alphanumeric))
        && !line.reads(end + 1, "a barrel")
}

/// `reached X by phone`, `got X on the line`, `joined X on a video call`.
fn is_on_the_line(line: &Line<'_>, at: usize) -> bool {
    let first = at + 1 + usize::from(line.is(at + 1, &["the", "his", "her"]));
    let end = end_of_name(line, first);
    let end = if line.is(at + 1, &["him", "her", "them"]) { at + 2 } else { end };
    let lead = line.is(end, &["by", "on", "over", "via"]);
    let far = end + 1 + usize::from(line.is(end + 1, &["the", "a", "his", "her"]));
    end > at + 1
        && lead
        && (line.is(far, PHONE) || line.is(far, &["line", "conference"]) && line.is(far - 1, &["the", "a"]))
        && !line.is(far + 1, &["number", "bill", "book"])
}

/// `kept him four hours`, `kept X at his villa until midnight`: no promise is kept so.
fn is_kept_for_hours(line: &Line<'_>, at: usize) -> bool {
    let end = if line.is(at + 1, &["him", "her", "them"]) { at + 2 } else { end_of_name(line, at + 1) };
    let waiting = line.holds(end..end + 2, &["waiting", "guessing", "busy"]);
    end > at + 1 && !waiting && line.holds(end..end + 4, HOURS)
}

/// Whether a name follows, and one of `words` behind it.
fn is_with_name_then(line: &Line<'_>, at: usize, words: &[&str]) -> bool {
    let end = if line.is(at + 1, &["him", "her"]) { at + 2 } else { end_of_name(line, at + 1) };
    end > at + 1 && line.is(end, words)
}

/// `was waiting for X at the quay`; one waits for an answer from somebody, too, and for somebody to resign.
fn is_waiting_somewhere(line: &Line<'_>, at: usize) -> bool {
    let first = at + 2 + usize::from(line.is(at + 2, &["the", "his", "her"]));
    let end = if line.is(at + 2, &["him", "her"]) { at + 3 } else { end_of_name(line, first) };
    line.is(at + 1, &["for"])
        && end > at + 2
        && line.is(end, &["at", "in", "outside", "on"])
        && !line.is(end + 1, &["vain"])
}

/// `broke up after five hours`, `parted without an accord`: what has gone on for hours, or was to end in an accord.
fn is_end_of_talks(line: &Line<'_>, at: usize) -> bool {
    let behind = at + 1 + usize::from(line.is(at + 1, &["up"]));
    let after = line.is(behind, &["after"]) && line.holds(behind + 1..behind + 5, &["hours", "minutes", "hour"]);
    let without = line.is(behind, &["without"])
        && line.holds(behind + 1..behind + 4, &["agreement", "accord", "deal", "result", "agreeing", "settling"]);
    (behind > at + 1 || line.is(at, &["parted"])) && (after || without)
}

/// `expects the envoy in Berlin on Monday`: a house, and a day or an hour; one expects a rise in the autumn, too.
fn is_expected_somewhere(line: &Line<'_>, at: usize) -> bool {
    let first = at + 1 + usize::from(line.is(at + 1, &["the", "his", "her"]));
    let end = end_of_name(line, first);
    end > first && line.is(end, &["in", "at"]) && line.is_capitalised(end + 1) && !line.is(end + 2, &["to"])
}

/// `saw Nils Ek in Bergen on Monday`: a full name, and a place or a time behind it; not on a screen.
fn is_seen_somewhere(line: &Line<'_>, at: usize) -> bool {
    let screens = &[
        "television",
        "tv",
        "screen",
        "screens",
        "stage",
        "film",
        "picture",
        "pictures",
        "video",
        "footage",
        "dream",
        "concert",
        "mirror",
        "action",
        "court",
        "match",
        "play",
    ];
    let end = end_of_name(line, at + 1);
    let him = line.is(at + 1, &["him", "her"]);
    let end = if him { at + 2 } else { end };
    (him || end >= at + 3)
        && end < at + 1 + NAME_REACH
        && line.is(end, &["in", "at", "on", "again", "privately", "briefly", "twice", "yesterday", "alone"])
        && !line.holds(end..end + SCREEN_REACH, screens)
}

/// How many words behind a name the screen may be told on which somebody is seen.
const SCREEN_REACH: usize = 5;

/// `broke the journey to see Foreign Minister X`, `plans to see Nils Ek in Bergen`, `will see me`.
fn is_sought_out(line: &Line<'_>, at: usize) -> bool {
    let to = line.is(at.wrapping_sub(1), &["to"]);
    let planned = to && line.is(at.wrapping_sub(2), &["plans", "planned", "intends", "arranged", "came", "hurried"]);
    let him = line.is(at + 1, &["him", "her"])
        && line.is(at.wrapping_sub(1), &["will", "would"])
        && line.is(at + 2, &["in", "at", "on", "again", "tomorrow", "later", "next", "there"]);
    let me = line.is(at + 1, &["me"]) && line.is(at.wrapping_sub(1), &["to", "will"]);
    let end = end_of_name(line, at + 1);
    to && (someone::is_by_office(line, at + 1) || planned && end >= at + 3 && line.is(end, &["in", "at", "on"]))
        || him
        || me && !line.is(at + 2, &["as", "win", "lose", "go", "leave", "fail"])
}
