//! The phrase of a name: where a name stands in, where its titles, trades and peoples begin out.
//!
//! **Why:** who stands behind a preposition or a verb is no subject, and between these and the name stand the words for what
//! its bearer is.

use super::{PREPOSITIONS, is_verb_like};
use crate::meetings::scene::Row;
use crate::meetings::slots::is_title;
use crate::meetings::trades::is_trade;

/// Offices that are no part of a name and belong to its phrase.
const OFFICES: &[&str] = &[
    "chief", "general", "party", "rebel", "head", "envoy", "ruler", "mayor", "governor", "emir", "king", "premier",
    "deputy", "acting", "interim", "senior", "chairman",
];
/// Longer ones.
const LONG_OFFICES: &[&str] = &["opposition", "chancellor", "commander"];

/// The part of a land that stands before its name.
const COMPASS: &[&str] = &[
    "eastern",
    "western",
    "northern",
    "southern",
    "central",
    "southeastern",
    "northeastern",
    "southwestern",
    "northwestern",
];

/// Where the phrase of the name at `start` begins: titles, peoples and articles before it belong to it.
pub(super) fn phrase_start(row: &Row<'_>, start: usize, begin: usize) -> usize {
    let line = &row.line;
    // "In Maputo he …", "In Maputo President X …": the place is no part of the name.
    let placed = |at: usize| {
        row.spot_at(at).is_some_and(|spot| line.is(spot.tokens.start.wrapping_sub(1), &["in", "at", "from", "near"]))
    };
    let light = |at: usize| {
        line.is_capitalised(at) && !placed(at)
            || is_title(line.word(at))
            || line.is(
                at,
                &["the", "a", "an", "'s", "’s", "new", "visiting", "former", "late", "his", "her", "then", "both"],
            )
            || line.is(at, OFFICES)
            || line.is(at, LONG_OFFICES)
            || line.is(at, COMPASS) && at + 1 == start
            || row.people_at(at)
            || is_trade(line.word(at))
            || is_trade(line.word(at + 1)) && at + 1 < start && describes(line.word(at))
            || line.is(at, &["of"]) && line.is(at + 1, &["state", "government", "staff"])
            || is_of_an_office(row, at)
    };
    (begin..start)
        .rev()
        .find(|&at| {
            !light(at)
                || row.is_date_at(at)
                || line.is(at, PREPOSITIONS)
                    && !line.is(at + 1, &["state", "government", "staff"])
                    && !is_of_an_office(row, at)
                || is_verb_like(line.word(at))
        })
        .map_or(begin, |at| at + 1)
}

/// `President of Quillia Jane Doe`: the `of` of an office before the name of its holder.
fn is_of_an_office(row: &Row<'_>, of: usize) -> bool {
    let line = &row.line;
    let offices = [
        "president",
        "minister",
        "affairs",
        "chancellor",
        "king",
        "queen",
        "chairman",
        "republic",
        "leader",
        "secretary",
        "head",
        "chief",
        "governor",
        "director",
        "speaker",
        "commander",
        "mayor",
        "archbishop",
    ];
    line.is(of, &["of"])
        && line.is(of.wrapping_sub(1), &offices)
        && (line.is_capitalised(of + 1) || line.is(of + 1, &["the"]))
}

/// `rights` of `rights activist X`, `veteran` of `veteran film director X`: a word that tells more of a trade.
fn describes(word: &str) -> bool {
    let plain = word.len() > 2 && word.chars().all(|c| c.is_lowercase() || c == '-');
    plain && !word.ends_with("ly") && !NO_ADJECTIVES.contains(&word)
}

/// Words that stand before a trade and tell nothing of it.
const NO_ADJECTIVES: &[&str] = &[
    "and", "but", "while", "when", "that", "who", "whom", "which", "as", "then", "also", "not", "had", "has", "have",
    "did", "will", "would", "could", "should", "may", "might", "can", "met", "saw", "see", "sees", "says", "asks",
    "told", "tells", "meets", "calls", "visits", "greets", "thanks", "praises", "lets", "gave", "gives", "since",
    "because", "where", "made", "brought", "took", "sent", "sends", "quoted", "left", "put", "rang", "heard", "held",
    "kept", "paid", "beat", "led",
];
