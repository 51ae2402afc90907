//! Words of meeting that tell of something else: a trigger in its sentence in, whether it is one of these out.
//!
//! **Why:** elections and contests have rounds, a body is called a congress, a firm is called something, prices drop
//! in value, and a handshake deal is no handshake. The words beside the trigger say so; they are lists, which would hide the
//! rules that find meetings.

use super::{Frame, Trigger, opinions};
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
            || opinions::shares_a_view(line, trigger)
            || opinions::is_rated(line, trigger)
    } else {
        is_round_of_voting(line, trigger) || is_attributive(line, trigger) || is_some_other(line, trigger)
    }
}

/// `was embraced by half of Paris as a sister`, `is hugged by fans`: what is done to a figure, not two who meet.
fn is_hailed(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (at, end) = (trigger.tokens.start, trigger.tokens.end);
    let be = &["was", "were", "is", "are", "been", "being", "be", "widely", "warmly", "largely"];
    let embrace = line.is(at, &["embraced", "embraces", "hugged", "hugs"]);
    let by = line.is(end, &["by"]);
    // "by fans of X" names nobody who was there.
    let mut name = (end + 1..end + NAME_REACH).take_while(|&at| !line.is(at, &["of", "from", "in", "at", "on"]));
    let by_someone = by && name.any(|at| line.is_capitalised(at));
    let as_something = line.holds(end..end + RANK_REACH, &["as"]);
    // "hugged every one of the nurses".
    let each = line.is(end, &["each", "every"]) && !line.is(end + 1, &["other"]);
    embrace && each || embrace && (by || line.is(at.wrapping_sub(1), be)) && (!by_someone || as_something)
}

/// How many words behind `by` a name may stand …
const NAME_REACH: usize = 5;
/// … and within how many a figure's rank is told (`as a sister`).
const RANK_REACH: usize = 12;

/// `a bakery called Golden Crust, which`, `emerged as the winner`, `saw drops in their rating`: a name, a rank, a fall.
fn names_a_thing(line: &Line<'_>, trigger: &Trigger) -> bool {
    let at = trigger.tokens.start;
    let called = trigger.frame == Frame::Phones && line.is(at, &["called", "calls"]);
    let emerged = line.is(at, &["emerged"]) && line.is(at + 1, &["as", "victorious", "in", "that", "on"]);
    let falls =
        line.is(at, &["dropped", "drops"]) && !line.is(at + 2, &["on", "at", "for", "to", "with", "unannounced"]);
    called && is_name_giving(line, at) || emerged || falls
}

/// Things and groups that are called something; a person would call somebody.
const BEARERS: &[&str] = &[
    "firm",
    "company",
    "companies",
    "group",
    "groups",
    "ship",
    "boat",
    "dog",
    "film",
    "book",
    "song",
    "programme",
    "program",
    "project",
    "organisation",
    "organization",
    "party",
    "movement",
    "town",
    "village",
    "place",
    "magazine",
    "website",
    "app",
    "band",
    "club",
    "train",
    "man",
    "woman",
    "men",
    "women",
    "boy",
    "girl",
];

/// How many words before the noun its article may stand.
const ARTICLE_REACH: usize = 4;

/// `a bakery called X`, `the ship called X`, `so-called`: a name is told behind `called`, and nobody is telephoned.
fn is_name_giving(line: &Line<'_>, at: usize) -> bool {
    let before = line.before(at);
    let noun = at.wrapping_sub(1);
    let so = line.is(at.wrapping_sub(2), &["so"]) && matches!(before, "-" | "‑");
    // "a day earlier called X", "in a letter he called X", "an aide also called X".
    let acts = [
        "also", "then", "later", "and", "has", "have", "had", "who", "he", "she", "they", "we", "twice", "again",
        "earlier", "before", "ago", "already", "just", "himself", "herself", "first", "once", "now", "today",
    ];
    let plain = |word: &str| !word.is_empty() && word.chars().all(char::is_lowercase);
    let indefinite = (at.saturating_sub(ARTICLE_REACH)..noun)
        .rev()
        .take_while(|&at| plain(line.word(at)))
        .any(|at| line.is(at, &["a", "an", "this", "that", "these", "those"]));
    let thing = indefinite && plain(before) && !before.ends_with("ly") && !acts.contains(&before) && !is_office(before);
    so || thing || line.is(noun, BEARERS)
}

/// `a minister called Merkel on Monday`: an office can call.
fn is_office(word: &str) -> bool {
    [
        "minister",
        "president",
        "premier",
        "chancellor",
        "king",
        "leader",
        "secretary",
        "envoy",
        "chief",
        "official",
        "aide",
        "senator",
        "general",
        "ambassador",
        "diplomat",
        "mediator",
        "negotiator",
        "adviser",
        "advisor",
        "spokesman",
        "spokeswoman",
        "lawmaker",
        "governor",
        "mayor",
    ]
    .contains(&word)
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

/// What is brought together and meets nobody. Those who are brought together are too many to be listed.
const THINGS: &[&str] = &[
    "trade",
    "goods",
    "products",
    "funds",
    "funding",
    "money",
    "capital",
    "investment",
    "investments",
    "resources",
    "skills",
    "expertise",
    "knowledge",
    "experience",
    "information",
    "data",
    "evidence",
    "research",
    "science",
    "technology",
    "technologies",
    "ideas",
    "elements",
    "strands",
    "threads",
    "pieces",
    "aspects",
    "features",
    "themes",
    "works",
    "art",
    "paintings",
    "films",
    "music",
    "songs",
    "stories",
    "styles",
    "traditions",
    "cultures",
    "food",
    "services",
    "markets",
    "industries",
    "laws",
    "rules",
];

/// `bring together skills from two valleys`: things, and nobody.
fn gathers_things(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (at, end) = (trigger.tokens.start, trigger.tokens.end);
    // "brought together trade ministers": the thing tells what they are ministers of.
    let thing = (end + 1..end + 3).any(|at| {
        let next = line.word(at + 1);
        line.is(at, THINGS) && !(next.ends_with('s') && next.chars().all(char::is_lowercase))
    });
    line.is(at, &["bring", "brings", "brought"]) && line.is(end, &["together"]) && thing
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
    "voting",
    "voters",
    "runoff",
    "ballot",
    "ballots",
    "candidate",
    "candidates",
    "outright",
    "playoffs",
    "playoff",
    "tournament",
    "championship",
    "championships",
    "seed",
    "bout",
    "knockout",
];

/// More of what rounds are made of, told right beside the round: `a round of sanctions`. Talks can be about them.
const ROUNDS_OF: &[&str] = &[
    "vote",
    "votes",
    "poll",
    "polls",
    "presidential",
    "draft",
    "funding",
    "interviews",
    "admissions",
    "counselling",
    "vaccination",
    "vaccinations",
    "infections",
    "sanctions",
    "layoffs",
];

/// What rounds that are none of voting are of, and who negotiates in them.
const TALKS: &[&str] = &[
    "talks",
    "negotiations",
    "consultations",
    "meetings",
    "discussions",
    "dialogue",
    "conversations",
    "negotiators",
    "negotiator",
    "delegations",
    "delegation",
    "delegates",
    "envoys",
    "envoy",
    "mediators",
    "mediator",
    "mediation",
    "ceasefire",
    "truce",
    "discussed",
    "negotiated",
];

/// How many words on each side of a round what it is of may stand …
const ROUND_REACH: usize = 24;
/// … and how many before or behind it what a round is made of.
const ROUND_OF_REACH: usize = 5;
/// How many words behind a round its sides may be told.
const SIDES_REACH: usize = 10;

/// `was beaten in the first round`, `has begun its fourth cycle`: a round of votes, bouts or courses. Where
/// the sides are told (`the third round between`), only what it is made of counts.
fn is_round_of_voting(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let around = start.saturating_sub(ROUND_REACH)..end + ROUND_REACH;
    let beside = |words: &[&str]| {
        line.holds(start.saturating_sub(2)..start, words)
            || line.is(end, &["of"]) && line.holds(end..end + ROUND_OF_REACH, words)
    };
    let made_of = beside(VOTING) || beside(ROUNDS_OF);
    let run_off = |at: usize| line.reads(at, "run - off");
    let voting = line.holds(around.clone(), VOTING) || around.clone().any(run_off);
    let avoided = line.holds(start.saturating_sub(5)..start, &["avoid", "avoided", "without", "won", "win"]);
    let owned = line.is(end - 1, &["cycle"]) && line.holds(trigger.phrase..start, &["its", "their", "election"]);
    let sides = line.holds(end..end + SIDES_REACH, &["between", "with"]);
    let round = trigger.kind == MeetingKind::Round && !line.holds(around, TALKS);
    round && (made_of || owned || !sides && (voting || avoided))
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

/// `at any summit`, `whatever forum`, `some congress or other`: none in particular. `Some talks` were held.
fn is_some_other(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (opens, end) = (trigger.phrase, trigger.tokens.end);
    let several = trigger.is_plural || line.word(end - 1).ends_with('s');
    let none = line.is(opens, &["any", "whatever", "every"]) || line.is(opens, &["some"]) && !several;
    let close =
        (end..end + SIDES_REACH).find(|&at| matches!(line.word(at), "," | ";" | ".")).unwrap_or(end + SIDES_REACH);
    none && opens < trigger.tokens.start && !line.holds(end..close, &["between", "with"])
}
