//! Those who are seen and called on: whether the words at a position name a human being by office or trade.
//!
//! **In:** a sentence and a position behind a verb. **Out:** whether `see the finance minister, X`, `saw the imam Y` and
//! `call on the Speaker of the House, Mr Z` have a person for their object. **Why:** one sees growth and calls on a state
//! to stop; names are found later, and here only the form of the words can tell.

use super::calls::is_appeal;
use super::verbs::{MOTION, TITLES, WAY, lasts};
use crate::language::{Line, is_called_as_house};
use crate::meetings::trades::is_trade;

/// Offices and trades whose holders are told with their names.
const OFFICES: &[&str] = &[
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "pope",
    "patriarch",
    "archbishop",
    "bishop",
    "cardinal",
    "imam",
    "mufti",
    "rabbi",
    "leader",
    "chairman",
    "chairwoman",
    "chief",
    "boss",
    "head",
    "director",
    "executive",
    "governor",
    "mayor",
    "ambassador",
    "envoy",
    "negotiator",
    "mediator",
    "secretary",
    "commissioner",
    "commander",
    "general",
    "colonel",
    "speaker",
    "counterpart",
    "colleague",
    "founder",
    "owner",
    "financier",
    "senator",
    "representative",
];
/// Forms of address.
const ADDRESSES: &[&str] = &["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lady", "h.e", "h.e."];
/// Words before an office that say nothing of whose it is.
const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "new", "visiting", "outgoing", "former"];
/// Words behind a name that go on with the verb before it, and are no verb of the one who is named.
const BEHIND: &[&str] = &[
    "on",
    "in",
    "at",
    "and",
    "for",
    "to",
    "tomorrow",
    "today",
    "yesterday",
    "this",
    "later",
    "again",
    "next",
    "last",
    "before",
    "after",
    "with",
    "over",
    "about",
    "of",
    "who",
    "from",
    "there",
    "here",
    "first",
    "or",
    "early",
    "late",
    "during",
    "alone",
    "briefly",
    "privately",
    "twice",
];
/// Words that tell of a day or an hour.
const TIMES: &[&str] = &["tomorrow", "today", "tonight", "again", "next"];
/// How many words before an office belong to it.
const OFFICE_REACH: usize = 7;
/// How many words of whose office it is may stand behind it.
const OF_REACH: usize = 6;
/// The most words of a name.
const LONGEST_NAME: usize = 6;

/// `the finance minister, X`, `Tata chairman Y`, `the imam Z`, `Mr X`: someone who is named with what they are.
pub(super) fn is_by_office(line: &Line<'_>, at: usize) -> bool {
    let mut first = at;
    while line.is(first, ARTICLES) {
        first += 1;
    }
    if line.is(first, ADDRESSES) {
        return is_name(line, first + 1);
    }
    let of_the_phrase =
        |at: &usize| line.word(*at).chars().any(char::is_alphanumeric) || matches!(line.word(*at), "-" | "'" | "’");
    let office = (first..first + OFFICE_REACH).take_while(of_the_phrase).filter(|&at| line.is(at, OFFICES)).last();
    office.is_some_and(|office| is_name(line, office + 1) || is_name_behind_a_comma(line, office + 1))
}

/// `the banker X`, `Cottian rights activist Y`: someone who is named with a trade.
pub(super) fn is_by_trade(line: &Line<'_>, at: usize) -> bool {
    let first = at + usize::from(line.is(at, ARTICLES));
    let of_the_phrase = |at: &usize| {
        line.word(*at).chars().all(char::is_alphanumeric) && !line.is(*at, BEHIND) || matches!(line.word(*at), "-")
    };
    let trade = (first..first + TRADE_REACH).take_while(of_the_phrase).find(|&at| is_trade(line.word(at)));
    trade.is_some_and(|trade| is_name(line, trade + 1))
}

/// How many words before a name its trade may stand.
const TRADE_REACH: usize = 4;

/// `X tomorrow`, `X again`: a name with a time behind it.
pub(super) fn is_at_a_time(line: &Line<'_>, at: usize) -> bool {
    let end = end_of_name(line, at);
    end > at && line.is(end, TIMES)
}

/// `had the union's executive to Downing Street`, `has X to lunch`: asked to one's house.
pub(super) fn is_had_to_a_house(line: &Line<'_>, at: usize) -> bool {
    let of_guests = |at: &usize| {
        line.is_capitalised(*at)
            || line.is(*at, &["of", "'s", "’s", "'", "’"])
            || line.is(*at, ARTICLES)
            || line.is(*at, OFFICES)
            || line.word(*at).ends_with('s') && !line.is(*at, &["is", "was", "has", "this"])
    };
    if !(at + 2..=at + HOUSE_REACH).any(|at| line.is(at, &["to"])) {
        return false;
    }
    let guests = (at + 1..at + HOUSE_REACH)
        .take_while(|at| {
            !line.is(*at, &["to"]) && (of_guests(at) || line.is(at + 1, &["of", "to"]) || of_guests(&(at + 1)))
        })
        .count();
    let to = at + 1 + guests;
    let houses =
        ["downing street", "the white house", "the elysee", "the palace", "his office", "her office", "number ten"];
    let house = houses.iter().any(|house| line.reads(to + 1, house))
        || line.is(to + 1, &["lunch", "dinner", "breakfast", "tea", "supper"]);
    guests > 0 && line.is(to, &["to"]) && house
}

/// How many words behind `had` the house may stand.
const HOUSE_REACH: usize = 10;

/// `X in hospital`, `X at her farm`: a name with the bed or the house of its bearer behind it.
pub(super) fn is_at_home(line: &Line<'_>, at: usize) -> bool {
    let end = end_of_name(line, at);
    let own = line.is(end, &["at"]) && line.is(end + 1, &["his", "her", "home"]);
    end > at && (own || line.is(end, &["in"]) && line.is(end + 1, &["hospital", "prison", "jail", "exile"]))
}

/// `Minister, Mr X`, `Speaker of the House, Mr X`.
fn is_name_behind_a_comma(line: &Line<'_>, from: usize) -> bool {
    let comma = (from..from + OF_REACH).find(|&at| line.word(at) == ",");
    let of = |comma: usize| comma == from || line.is(from, &["of", "for", "in", "from"]);
    comma.is_some_and(|comma| {
        let name = comma + 1 + usize::from(line.is(comma + 1, ADDRESSES));
        of(comma) && is_name(line, name)
    })
}

/// Whether a name stands at `at`, and behind it no verb that the one named does: not `saw Minister X resign`.
fn is_name(line: &Line<'_>, at: usize) -> bool {
    let name = at + usize::from(line.is(at, ADDRESSES));
    let end = end_of_name(line, name);
    let same_day = line.is(end, &["the"]) && line.is(end + 1, &["same", "next", "following"]);
    end > name && (same_day || line.is(end, BEHIND) || !line.word(end).chars().any(char::is_alphanumeric))
}

fn end_of_name(line: &Line<'_>, at: usize) -> usize {
    let within = |at: usize| {
        line.is_capitalised(at)
            || line.is(at, &["de", "van", "von", "al", "el", "bin", "ibn", "da", "di", "del", "der", "ter", "-", "."])
                && line.is_capitalised(at + 1)
    };
    let mut end = at;
    while line.is_capitalised(at) && end < at + LONGEST_NAME && within(end) {
        end += 1;
    }
    end
}

/// `saw Federal President X`, `saw X, chief of the rebels, for two hours`; not `saw Spain win`.
pub(super) fn is_seen(line: &Line<'_>, at: usize) -> bool {
    let office = (at + 1..at + 4).take_while(|&at| line.is_capitalised(at)).any(|at| line.is(at, TITLES));
    line.is_capitalised(at + 1) && (office || lasts(line, at + 2))
}

/// `flew to Sirte on May 29 to see him`.
pub(super) fn next_to_motion(line: &Line<'_>, at: usize) -> bool {
    // "had been twice to Jerusalem to see him".
    let been = |way: usize| line.is(way, &["been"]) && line.holds(way + 1..way + 3, &["to"]);
    let low = at.saturating_sub(14);
    line.is(at.wrapping_sub(1), &["to"]) && (line.holds(low..at, MOTION) || (low..at).any(been))
}

/// `flew there to see the dam`: no one.
pub(super) fn is_sight(line: &Line<'_>, at: usize) -> bool {
    line.is(at + 1, &["the", "a", "an", "its", "how", "what"])
        && !(at + 2..at + 5).any(|at| line.is(at, TITLES) || line.is_capitalised(at))
}

/// `is due to see Merkel`; `will see growth` and `wants to see it end` tell of nobody.
pub(super) fn is_due(line: &Line<'_>, at: usize) -> bool {
    let due = line.is(at.wrapping_sub(1), &["to"])
        && line.is(at.wrapping_sub(2), &["due", "scheduled", "set", "is", "are", "was", "were", "expected"]);
    let titled = (at + 1..at + 4).find(|&at| line.is_capitalised(at));
    let title = &["president", "prime", "minister", "opposition", "leader", "king", "chancellor", "foreign", "mr"];
    due && titled.is_some_and(|name| (at + 1..name).all(|at| line.is(at, title)))
}

/// `will see the finance minister, X`, `is due in Oslo on Monday to see the banker Y`, `will see X tomorrow`.
pub(super) fn is_seen_by_appointment(line: &Line<'_>, at: usize) -> bool {
    let low = at.saturating_sub(WAY);
    let due = || line.holds(low..at, &["due", "scheduled", "expected", "leaves", "heads", "walked", "drives"]);
    let aimed = line.is(at.wrapping_sub(1), &["to"]) && due();
    let will = line.is(at.wrapping_sub(1), &["will"]);
    // "was in Oslo on Monday to see Premier X".
    let was = |be: usize| {
        line.is(be, &["was", "is", "were", "are"])
            && line.is(be + 1, &["in", "at"])
            && (be + 2..at.saturating_sub(1)).all(|told| is_of_a_place_or_day(line, told))
    };
    let aimed = aimed || line.is(at.wrapping_sub(1), &["to"]) && (low..at).any(was);
    is_seen_in_turn(line, at) || (aimed || will) && (is_by_office(line, at + 1) || is_at_a_time(line, at + 1))
}

/// Places in a row of visitors.
const TURNS: &[&str] = &["next", "first", "last", "latest", "only", "second", "third", "fourth", "fifth"];
/// How many words before `to see` they may stand.
const TURN_REACH: usize = 5;

/// `was the next to see X`, `became the first minister to meet Y`: `head` behind `to`, in a row of those who did.
pub(in crate::meetings) fn is_in_turn(line: &Line<'_>, head: usize) -> bool {
    let low = head.saturating_sub(TURN_REACH);
    let turn = (low..head).rev().find(|&at| line.is(at, TURNS));
    let be = &["was", "were", "became", "is", "been", "become"];
    line.is(head.wrapping_sub(1), &["to"])
        && turn.is_some_and(|turn| {
            line.is(turn.wrapping_sub(1), &["the"])
                && line.holds(turn.saturating_sub(4)..turn, be)
                && !line.holds(turn.saturating_sub(4)..turn, &["will", "would", "to", "not"])
        })
}

/// `was the next to see Chancellor X on Friday`; one may be the first to see Rome burn.
fn is_seen_in_turn(line: &Line<'_>, at: usize) -> bool {
    let end = end_of_name(line, at + 1);
    let behind = end > at + 1 && (line.is(end, BEHIND) || !line.word(end).chars().any(char::is_alphanumeric));
    is_in_turn(line, at) && (behind && !line.is(end, &["of"]) || is_by_office(line, at + 1))
}

/// Whether a word may stand between `was in` and `to see`: what else somebody did there has an aim of its own.
fn is_of_a_place_or_day(line: &Line<'_>, at: usize) -> bool {
    let small = &[
        "in",
        "at",
        "on",
        "the",
        "a",
        "an",
        "his",
        "her",
        "of",
        "last",
        "this",
        "today",
        "yesterday",
        "tomorrow",
        "again",
        "also",
        "early",
        "late",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "weekend",
        "month",
        "capital",
        "city",
        "town",
        "de",
        "'s",
        "’s",
    ];
    let number = line.word(at).bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let house = is_called_as_house(line.word(at));
    line.is_capitalised(at) || line.is(at, small) || number || house || matches!(line.word(at), "," | "-")
}

/// `is to call on the Speaker, Mr X`; `called on parliament to act` is an appeal.
pub(super) fn is_call_on_someone(line: &Line<'_>, at: usize) -> bool {
    line.is(at.wrapping_sub(1), &["to", "will", "would"]) && is_by_office(line, at + 2) && !is_appeal(line, at)
}
