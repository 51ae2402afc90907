//! Words of meeting that tell of something else: a trigger in its sentence in, whether it is one of these out.
//!
//! **Why:** elections and contests have rounds, a body is called a congress, a firm is called something, prices drop
//! in value, and a handshake deal is no handshake. The words beside the trigger say so; they are lists, which would hide the
//! rules that find meetings.

use super::{Frame, Trigger};
use crate::language::Line;
use crate::meetings::types::MeetingKind;

/// Whether the words around `trigger` use it for something else than a meeting.
pub(super) fn is_figurative(line: &Line<'_>, trigger: &Trigger) -> bool {
    if trigger.is_verb() {
        is_hailed(line, trigger)
            || names_a_thing(line, trigger)
            || is_no_company(line, trigger)
            || is_purpose_of_another(line, trigger)
            || gathers_things(line, trigger)
    } else {
        is_round_of_voting(line, trigger) || is_attributive(line, trigger) || is_some_other(line, trigger)
    }
}

/// `was embraced by Washington as the antithesis of X`, `is hugged by fans`: what is done to a figure, not two who meet.
fn is_hailed(line: &Line<'_>, trigger: &Trigger) -> bool {
    let at = trigger.tokens.start;
    let be = &["was", "were", "is", "are", "been", "being", "be", "widely", "warmly", "largely"];
    let embrace = line.is(at, &["embraced", "embraces", "hugged", "hugs"]);
    embrace && (line.is(at.wrapping_sub(1), be) || line.is(trigger.tokens.end, &["by"]))
}

/// `a firm called Acme Trade, which`, `emerged as the winner`, `saw drops in their rating`: a name, a rank, a fall.
fn names_a_thing(line: &Line<'_>, trigger: &Trigger) -> bool {
    let at = trigger.tokens.start;
    let before = line.before(at);
    let called = trigger.frame == Frame::Phones && line.is(at, &["called", "calls"]);
    let acts =
        ["also", "then", "later", "and", "has", "have", "had", "who", "he", "she", "they", "we", "twice", "again"];
    let noun = before.chars().all(char::is_lowercase) && !before.is_empty() && !before.ends_with("ly");
    let emerged = line.is(at, &["emerged"]) && line.is(at + 1, &["as", "victorious", "in", "that", "on"]);
    let falls =
        line.is(at, &["dropped", "drops"]) && !line.is(at + 2, &["on", "at", "for", "to", "with", "unannounced"]);
    let so = line.is(at.wrapping_sub(2), &["so"]) && matches!(before, "-" | "‑");
    called && so || called && noun && !acts.contains(&before) && !is_office(before) || emerged || falls
}

/// `the foreign minister called Merkel on Monday`: an office can call.
fn is_office(word: &str) -> bool {
    ["minister", "president", "premier", "chancellor", "king", "leader", "secretary", "envoy", "chief"].contains(&word)
}

/// `caught talking on the phone`, `sit down strikes`: what nobody does with somebody.
fn is_no_company(line: &Line<'_>, trigger: &Trigger) -> bool {
    let at = trigger.tokens.start;
    let caught = line.is(at.wrapping_sub(1), &["caught", "stop", "stopped", "avoid", "without", "started"])
        && line.is(at, &["talking", "speaking"])
        && !line.is(trigger.tokens.end, &["to", "with"]);
    let strike = line.is(at, &["sit", "sat"]) && line.is(at + 2, &["strike", "strikes", "protest", "protests"]);
    caught || strike
}

/// `bring together trade from three continents`: things, and nobody.
fn gathers_things(line: &Line<'_>, trigger: &Trigger) -> bool {
    let people = [
        "leaders",
        "ministers",
        "representatives",
        "delegates",
        "officials",
        "experts",
        "presidents",
        "heads",
        "envoys",
        "countries",
        "states",
        "delegations",
        "parties",
        "negotiators",
        "diplomats",
        "members",
        "hundreds",
        "dozens",
        "more",
        "some",
        "over",
        "about",
        "nearly",
        "around",
        "both",
        "the",
        "a",
        "all",
        "for",
        "at",
        "in",
        "senior",
        "top",
        "with",
        "political",
        "foreign",
        "world",
        "rival",
        "government",
        "representation",
        "to",
        "on",
        "by",
    ];
    let next = line.word(trigger.tokens.end + 1);
    let thing = next.len() > 2 && next.chars().all(char::is_lowercase) && !people.contains(&next);
    line.is(trigger.tokens.start, &["bring", "brings", "brought"])
        && line.is(trigger.tokens.end, &["together"])
        && thing
}

/// How many words before `to discuss` the words for those who met may stand.
const PURPOSE_REACH: usize = 48;

/// `met a delegation, intending to discuss the port`: what the meeting of the same sentence is for, and no other one.
fn is_purpose_of_another(line: &Line<'_>, trigger: &Trigger) -> bool {
    let at = trigger.tokens.start;
    let meets = ["met", "meets", "meet", "meeting", "talks", "gathered", "received", "negotiations", "summit"];
    let low = at.saturating_sub(PURPOSE_REACH);
    let stop = (low..at).rev().find(|&at| matches!(line.word(at), ";" | "." | "”" | "“"));
    trigger.frame == Frame::Discusses
        && line.is(at.wrapping_sub(1), &["to"])
        && line.is(at.wrapping_sub(2), &["intending", "intended", "aiming", "aimed", "seeking", "order", "convened"])
        && line.holds(stop.unwrap_or(low)..at, &meets)
}

/// Words of elections and contests, whose rounds nobody negotiates.
const VOTING: &[&str] = &[
    "election",
    "elections",
    "electoral",
    "vote",
    "votes",
    "voting",
    "voters",
    "runoff",
    "ballot",
    "ballots",
    "poll",
    "polls",
    "presidential",
    "candidate",
    "candidates",
    "outright",
    "draft",
    "playoffs",
    "playoff",
    "tournament",
    "championship",
    "championships",
    "seed",
    "bout",
    "knockout",
    "funding",
    "interviews",
    "admissions",
    "counselling",
    "vaccination",
    "infections",
    "sanctions",
    "layoffs",
];

/// What rounds that are none of voting are of.
const TALKS: &[&str] =
    &["talks", "negotiations", "consultations", "meetings", "discussions", "dialogue", "conversations"];

/// How many words on each side of a round what it is of may stand.
const ROUND_REACH: usize = 24;

/// `won outright in the first round`, `avoid a second round`, `in its third cycle`: a round of votes, bouts or courses.
fn is_round_of_voting(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let around = start.saturating_sub(ROUND_REACH)..end + ROUND_REACH;
    let run_off = |at: usize| line.reads(at, "run - off");
    let voting = line.holds(around.clone(), VOTING) || around.clone().any(run_off);
    let avoided = line.holds(start.saturating_sub(5)..start, &["avoid", "avoided", "without", "into", "won", "win"]);
    let owned = line.is(end - 1, &["cycle"]) && line.holds(trigger.phrase..start, &["its", "their", "election"]);
    trigger.kind == MeetingKind::Round && !line.holds(around, TALKS) && (voting || avoided || owned)
}

/// `the handshake deal`, `conference rooms`, `visit visas`, `talks offer`: the noun only tells what sort of thing the next one is.
fn is_attributive(line: &Line<'_>, trigger: &Trigger) -> bool {
    let things = &[
        "deal",
        "pact",
        "politics",
        "room",
        "rooms",
        "hall",
        "halls",
        "call",
        "centre",
        "center",
        "visa",
        "visas",
        "building",
        "buildings",
        "facilities",
        "speaker",
        "paper",
        "papers",
        "app",
        "show",
        "shows",
        "venue",
        "table",
        "website",
        "fatigue",
        "agenda",
        "organiser",
        "organisers",
        "organizers",
    ];
    // "in the conference room where X met Y" and "the handshake deal" alike.
    let noun = trigger.tokens.end - 1;
    let short = line.is(noun, &["handshake", "conference", "congress", "summit", "visit", "talk", "chat", "forum"]);
    let deal = line.is(noun, &["deal", "pact", "agreement"]) && line.is(noun.wrapping_sub(1), &["handshake"]);
    deal || short && line.is(trigger.tokens.end, things)
}

/// `in some international conference`, `any summit`, `whatever forum`: none in particular.
fn is_some_other(line: &Line<'_>, trigger: &Trigger) -> bool {
    let none = ["some", "any", "whatever", "every", "most", "various", "numerous", "countless"];
    let opened = line.is(trigger.phrase, &none) && trigger.phrase < trigger.tokens.start;
    opened && !line.is(trigger.tokens.end, &["between", "with"])
}
