//! Verbs of being in somebody's company, or on the telephone with him: a position in a sentence in, how they name those who
//! meet out.
//!
//! **Why:** one sits next to the window, keeps a promise and expects rain; with a name behind the verb, and a table, a
//! house or an hour behind the name, the same words tell of a meeting.

use super::told::TIMES;
use super::verbs::TITLES;
use super::{Frame, PHONE, accompanied, someone};
use crate::language::{Line, WordList, weekday_named};
use crate::meetings::trades::is_trade;

/// Verbs of bargaining, in the past.
const BARGAINED: WordList = WordList::of(&["haggled", "bargained", "parleyed", "bantered", "lingered"]);
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
            if line.is(at + 1, &["by", "at", "in"])
                && (at + 2..at + 7).any(|at| super::is_home(line, at) && !line.is_capitalised(at)) =>
        {
            (Frame::Meets, true)
        }
        "arrived" | "arrives" | "drove" | "walked" | "came" | "comes" | "went" | "rode" | "hurried" | "cycled"
            if accompanied::is_to_a_house(line, at) =>
        {
            (Frame::Meets, true)
        }
        "seated" if line.is(at + 1, &["beside", "alongside", "opposite", "together"]) => (Frame::Speaks, true),
        "sat" | "sit" if is_sat_together(line, at) => (Frame::Speaks, true),
        "reached" | "got" | "had" | "joined" if is_on_the_line(line, at) => (Frame::Phones, false),
        "exchanged" | "exchange" | "exchanges" | "traded"
            if line.is(at + 1, &["words", "pleasantries", "greetings", "handshakes"])
                || line.reads(at + 1, "a few words") =>
        {
            (Frame::Speaks, true)
        }
        "faced" | "face" | "faces" if is_faced_over_a_table(line, at) => (Frame::Meets, true),
        "showed" | "shows" if is_shown_round(line, at) => (Frame::Hosts, true),
        "waiting" if is_waiting_somewhere(line, at) => (Frame::Meets, true),
        "walked" | "strolled" | "stood" | "posed" | "rode" if line.is(at + 1, &["together", "side"]) => {
            (Frame::Speaks, true)
        }
        "broke" | "parted" if is_end_of_talks(line, at) => (Frame::Speaks, true),
        "expects" | "awaits" | "awaited" if is_expected_somewhere(line, at) => (Frame::Hosts, true),
        "saw" if is_of_a_person(line, at) && (is_seen_somewhere(line, at) || is_holder_seen(line, at)) => {
            (Frame::Meets, true)
        }
        "sees" if is_of_a_person(line, at) && is_visited(line, at) => (Frame::Meets, true),
        "see" if line.is(at.wrapping_sub(1), &["will", "would"]) && is_visited(line, at) => (Frame::Meets, true),
        "see" if is_to_be_seen(line, at) => (Frame::Meets, true),
        _ if BARGAINED.contains(word) && line.is(at + 1, &["with", "over", "for", "about", "until", "in"]) => {
            (Frame::Speaks, true)
        }
        _ => return None,
    })
}

/// Where the name that begins at `from` ends, with small words and titles in it.
pub(super) fn end_of_name(line: &Line<'_>, from: usize) -> usize {
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

/// Where whoever is named behind the verb at `at`, be it by a pronoun, ends.
fn end_of_object(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = if line.is(at + 1, &["him", "her"]) { at + 2 } else { end_of_name(line, at + 1) };
    (end > at + 1).then_some(end)
}

/// `sat for two hours over the ledgers`, `sat forty minutes together`; one sits for hours in a waiting room, too.
fn is_sat_together(line: &Line<'_>, at: usize) -> bool {
    let length = (at + 2..at + 4).find(|&length| line.is(length, &["hours", "minutes"]));
    length.is_some_and(|length| line.is(length + 1, &["over", "with", "together"]))
}

/// `faced X across a desk`; a fleet faces another across a strait.
fn is_faced_over_a_table(line: &Line<'_>, at: usize) -> bool {
    end_of_object(line, at)
        .is_some_and(|end| line.is(end, &["across"]) && line.holds(end + 1..end + 7, &["table", "desk"]))
}

/// `faced each other`, but not over a gap.
pub(super) fn is_face_to_face(line: &Line<'_>, at: usize) -> bool {
    (line.reads(at + 1, "each other") || line.reads(at + 1, "to face")) && !is_across_a_gap(line, at + 3)
}

/// `across the fjord`, `in the final`: over what two face each other who do not meet.
fn is_across_a_gap(line: &Line<'_>, at: usize) -> bool {
    let tables = &["table", "desk", "room", "aisle"];
    line.is(at, &["across", "over"]) && !line.holds(at + 1..at + 4, tables)
        || line.is(at, &["in"])
            && line.holds(at + 1..at + 4, &["final", "finals", "court", "ring", "runoff", "election"])
}

/// `showed X round the shipyard`: a place and no share of the votes.
fn is_shown_round(line: &Line<'_>, at: usize) -> bool {
    let is_number = |at: usize| line.word(at).starts_with(|first: char| first.is_ascii_digit());
    end_of_object(line, at).is_some_and(|end| {
        line.is(end, &["round", "around"])
            && line.is(end + 1, &["the", "his", "her"])
            && line.word(end + 2).starts_with(char::is_alphabetic)
            && !(end + 2..end + 5).any(is_number)
            && !line.holds(end + 2..end + 5, &["percent", "cent"])
    })
}

/// Whether a human being does what the verb at `at` tells: years, deals and seasons see things as well.
fn is_of_a_person(line: &Line<'_>, at: usize) -> bool {
    let adverb = line.is(at.wrapping_sub(1), &["also", "later", "then", "first", "last", "will", "would"]);
    let end = at.saturating_sub(usize::from(adverb));
    let Some(last) = end.checked_sub(1) else { return false };
    if line.is(last, &["he", "she", "they", "we", "i", "who", "and", ","])
        || line.is(last, TITLES)
        || is_trade(line.word(last))
    {
        return true;
    }
    let Some(start) = (0..end).rev().take_while(|&at| line.is_capitalised(at)).last() else { return false };
    let lead = start.wrapping_sub(1);
    // "The last year of X saw" is about a year; "President X of Chile saw" is not.
    let told_in_passing = line.is(lead, &["under", "after", "before", "for", "in", "on", "with"])
        || line.is(lead, &["of"]) && !line.is_capitalised(lead.wrapping_sub(1));
    // Times see people come and go.
    let is_time = line.is(start, TIMES) || weekday_named(line.word(start)).is_some();
    !told_in_passing && !is_time
}

/// `was waiting for X at the quay`; one waits for an answer from somebody, too, and for somebody to resign.
fn is_waiting_somewhere(line: &Line<'_>, at: usize) -> bool {
    let first = at + 2 + usize::from(line.is(at + 2, &["the"]));
    let end = if line.is(at + 2, &["him", "her"]) { at + 3 } else { end_of_name(line, first) };
    line.is(at + 1, &["for"])
        && end > first
        && line.is(end, &["at", "in", "outside", "on"])
        && !line.is(end + 1, &["vain"])
}

/// `parted after twenty minutes`, `broke up without a deal`: what has gone on for hours, or was to end in an accord.
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

/// `sees Nils Ek in Bergen on Thursday`: somebody with a full name, in a town; polls see people in trouble.
fn is_visited(line: &Line<'_>, at: usize) -> bool {
    let end = end_of_name(line, at + 1);
    let day = |at: usize| {
        weekday_named(line.word(at)).is_some() || line.is(at, &["today", "tomorrow", "tonight", "next", "later"])
    };
    // "sees Nils Ek in Bergen as a rival next year": what somebody takes him for.
    let visited = (end..=end + SCREEN_REACH).find(|&at| day(at)).is_some_and(|day| !line.holds(end..day, &["as"]));
    is_seen_somewhere(line, at)
        && line.is(end, &["in", "at", "on"])
        && visited
        && !line
            .holds(end..end + SCREEN_REACH, &["lead", "leading", "trouble", "percent", "%", "front", "power", "charge"])
}

/// `saw the Quillian emir privately`: an office of some state, and a house or a time behind it.
fn is_holder_seen(line: &Line<'_>, at: usize) -> bool {
    let offices = &["president", "premier", "chancellor", "king", "queen", "emir", "leader", "minister"];
    let office = (at + 3..at + 6).find(|&at| line.is(at, offices));
    line.is(at + 1, &["the"])
        && line.is_capitalised(at + 2)
        && office.is_some_and(|office| {
            line.is(office + 1, &["in", "at", "on", "again", "privately", "briefly", "twice", "alone"])
                && !line.holds(
                    office + 1..office + 1 + SCREEN_REACH,
                    &["television", "tv", "screen", "film", "video", "court", "tears"],
                )
        })
}

/// How many words behind a name the screen may be told on which somebody is seen.
const SCREEN_REACH: usize = 5;

/// `she will see him on Monday`; a contract sees somebody somewhere as well.
fn is_to_be_seen(line: &Line<'_>, at: usize) -> bool {
    line.is(at + 1, &["him", "her"])
        && line.is(at.wrapping_sub(1), &["will", "would"])
        && line.is(at + 2, &["in", "at", "on", "again", "tomorrow", "later", "next", "there"])
        && is_of_a_person(line, at)
        && !line.holds(at + 2..at + 2 + SCREEN_REACH, &["until"])
}
