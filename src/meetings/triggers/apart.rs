//! What is done apart although the verb is one of company: a verb at its position in, whether the words behind it make it a figure of
//! speech or the deed of each for himself out.
//!
//! **Why:** one walks away from a coalition, sails through a vote, shares a table of figures and is alone in a race; nobody is met by it,
//! whoever else is named there.

use super::accompanied::{SHARED, TAKEN};
use super::verbs::lasts;
use super::{company, tables};
use crate::language::{Line, weekday_named};

/// Whether the verb `word` at `at`, which brings two together elsewhere, does not do so here.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> bool {
    match word {
        "walked" | "strolled" | "hiked" | "skied" | "fished" | "sailed" => {
            is_gone_for_good(line, at)
                || (at + 1..at + REACH).find(|&at| line.is(at, &["with"])).is_some_and(|with| is_meanwhile(line, with))
        }
        "ate" | "drank" | "prayed" => line.is(at + 1, &["alone"]),
        "took" | "takes" | "shared" | "shares" => {
            (at + 2..at + 4).any(|at| (line.is(at, TAKEN) || line.is(at, SHARED)) && is_figurative(line, at))
        }
        "were" => line.reads(at + 1, "alone in") && !is_place(line, at + 3),
        "withdrew" | "retired" | "slipped" => {
            line.is(at + 1, &["alone", "together"]) && line.is(at + 2, &["from", "in"])
        }
        "remained" | "stayed" => is_in_a_state(line, at),
        _ => false,
    }
}

/// How many words behind its verb the other may be told.
const REACH: usize = 12;

/// `with Y still speaking`: what the other did meanwhile.
pub(super) fn is_meanwhile(line: &Line<'_>, with: usize) -> bool {
    line.is(company::end_of_name(line, with + 1), &["still", "already"])
}

/// `a box of matches`, `a tour of duty`, `a hike in fares`: a container, a term and a rise; `a tour of the castle` is one.
pub(super) fn is_figurative(line: &Line<'_>, noun: usize) -> bool {
    let named = line.is_capitalised(noun + 2) || line.is(noun + 2, &["the", "a", "an", "his", "her"]);
    let toured = line.is(noun, &["tour", "walk", "ride"]) && named;
    let raised = &["pay", "price", "prices", "wages", "salary", "tax", "taxes", "rates", "fares", "fees", "rent"];
    let poured = line.is(noun, &["bottle", "pint", "drink"]);
    line.is(noun + 1, &["of"]) && !toured && !poured
        || line.is(noun, &["hike"]) && (line.is(noun + 1, &["in"]) && !named || line.holds(noun - 1..noun + 5, raised))
}

/// `walked away`, `walked out of`, `sailed through a test`, `fished for praise`: who leaves, passes or seeks something goes nowhere with
/// anybody.
pub(super) fn is_gone_for_good(line: &Line<'_>, at: usize) -> bool {
    let onward = line.is(at + 2, &["onto", "into", "to", "along"]);
    line.is(at + 1, &["away", "out", "off"]) && !onward
        || line.is(at + 1, &["through"]) && !is_place(line, at + 2)
        || line.is(at + 1, &["for"]) && !lasts(line, at + 1)
}

/// `in office`, `in touch`: how somebody stays wherever he is.
pub(super) fn is_in_a_state(line: &Line<'_>, at: usize) -> bool {
    let states = &[
        "power", "office", "charge", "contact", "touch", "bed", "custody", "jail", "prison", "hiding", "force", "place",
    ];
    line.is(at + 1, &["in"]) && line.is(at + 2, states)
}

/// Where two walk, and are alone.
const PLACES: &[&str] = &[
    "arcade",
    "avenue",
    "bar",
    "boat",
    "building",
    "bunker",
    "cabin",
    "cabinet",
    "camp",
    "car",
    "castle",
    "cathedral",
    "chamber",
    "chapel",
    "church",
    "city",
    "corridor",
    "corridors",
    "courtyard",
    "embassy",
    "exhibition",
    "factory",
    "fields",
    "forest",
    "gallery",
    "garden",
    "gardens",
    "gate",
    "grounds",
    "hall",
    "halls",
    "harbor",
    "harbour",
    "hotel",
    "island",
    "kitchen",
    "library",
    "lobby",
    "lounge",
    "mansion",
    "market",
    "mosque",
    "mountains",
    "museum",
    "orchard",
    "palace",
    "park",
    "pavilion",
    "plant",
    "port",
    "quarter",
    "rain",
    "restaurant",
    "room",
    "rooms",
    "ruins",
    "salon",
    "snow",
    "square",
    "streets",
    "study",
    "suite",
    "synagogue",
    "temple",
    "terrace",
    "town",
    "train",
    "tunnel",
    "valley",
    "village",
    "vineyard",
    "vineyards",
    "wood",
    "woods",
    "yard",
];
/// How many words a place may have.
const PLACE_REACH: usize = 7;

/// Whether the words from `from` on are a place: they end in a name or in what two may walk through.
pub(super) fn is_place(line: &Line<'_>, from: usize) -> bool {
    let ends = |at: &usize| {
        !line.word(*at).starts_with(char::is_alphabetic) && !line.is(*at, &["'s", "’s", "-"])
            || weekday_named(line.word(*at)).is_some()
            || line.is(
                *at,
                &[
                    "on",
                    "in",
                    "at",
                    "with",
                    "of",
                    "for",
                    "to",
                    "and",
                    "by",
                    "before",
                    "after",
                    "as",
                    "while",
                    "when",
                    "where",
                    "that",
                    "until",
                    "during",
                    "late",
                    "early",
                    "last",
                    "this",
                    "yesterday",
                ],
            )
    };
    let end = (from..from + PLACE_REACH).find(ends).unwrap_or(from + PLACE_REACH);
    let last = end - 1;
    end > from && (line.is_capitalised(last) || line.is(last, PLACES) || line.is(last, tables::HOMES))
}
