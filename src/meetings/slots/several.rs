//! Several who are not named: `the two`, `they`, `the foreign ministers`, `each of them`.
//!
//! **In:** a trigger in its sentence, and the sentences before. **Out:** whether it points back to several people, how
//! many they are, and whether officials of the same sides are meant. **Why:** who they are
//! is decided where the story's meetings are joined; here only the words are read.

use std::ops::Range;

use super::setting::is_setting;
use super::{clause, opponents, relatives};
use crate::meetings::scene::Row;
use crate::meetings::triggers::Trigger;

/// `the two`, `the pair`, `the three`: how many sides the words around the trigger count.
pub(super) fn told_number(row: &Row<'_>, trigger: &Trigger) -> Option<usize> {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let begin = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(8));
    let end = trigger.tokens.end;
    let of_them = if line.is(end, &["of", "between"]) { end..end + OF_THEM } else { end..end };
    let tells = |words: &[&str]| line.holds(begin..head, words) || line.holds(of_them.clone(), words);
    let numbers: [(&[&str], usize); 3] =
        [(&["two", "both", "pair", "duo"], 2), (&["three", "trio"], 3), (&["four", "quartet"], 4)];
    let told = numbers.iter().find(|(words, _)| tells(words)).map(|(_, number)| *number);
    told.or_else(|| opponents::meet(row, trigger).then_some(2))
}

/// How many words behind a noun its sides may be counted: `between the commanders of the two armies`.
const OF_THEM: usize = 7;

/// Words for several who were told before.
const SEVERAL: &[&str] = &[
    "they",
    "two",
    "both",
    "pair",
    "sides",
    "leaders",
    "ministers",
    "presidents",
    "men",
    "women",
    "parties",
    "we",
    "panels",
    "three",
    "four",
    "trio",
    "quartet",
    "duo",
    "delegations",
    "negotiators",
    "foes",
    "rivals",
    "neighbours",
    "neighbors",
    "prelates",
    "premiers",
    "chancellors",
    "generals",
    "kings",
    "chiefs",
    "bishops",
    "monarchs",
    "statesmen",
];

/// `The government and the rebels talked`: two sides that no name tells, and none of those who were told before.
pub(super) fn are_opponents(row: &Row<'_>, trigger: &Trigger) -> bool {
    !points_back(row, trigger) && opponents::meet(row, trigger)
}

/// `the two spoke`, `they negotiated`, `the pair spent the evening`, `their first talk`: several told before.
pub(super) fn points_back(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let begin = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(14));
    // "like people who expect to meet again": of none in particular.
    let begin = (begin..head).rev().find(|&at| line.is(at, &["who"])).map_or(begin, |who| who + 1);
    let is_thing = |at: usize| line.is(at + 1, THINGS_THAT_MEET);
    let told =
        |at: usize| line.is(at, SEVERAL) && !is_thing(at) && !is_of_their_people(row, at) && !is_of_a_trade(row, at);
    let subject = (trigger.is_verb() || is_setting(row, trigger)) && (begin..head).any(told);
    let their = line.holds(trigger.phrase..trigger.tokens.start, &["their", "our"]);
    let of_both = line.is(trigger.tokens.end, &["of", "between"])
        && (line.holds(trigger.tokens.end + 1..trigger.tokens.end + 5, &["two", "both", "sides", "leaders", "them"]));
    // "the encounter between the commanders of the two armies".
    let chiefs = &["commanders", "chiefs", "generals", "heads", "leaders", "ministers", "presidents", "premiers"];
    let commanders = line.is(trigger.tokens.end, &["of", "between"])
        && line.holds(trigger.tokens.end + 1..trigger.tokens.end + 4, chiefs)
        && line.holds(trigger.tokens.end + 2..trigger.tokens.end + OF_THEM, &["two", "both"]);
    let face = line.holds(trigger.tokens.end..trigger.tokens.end + 3, &["each"]);
    // "both chancellors' winter call".
    let phrase = trigger.phrase..trigger.tokens.start;
    let owned = |mark: usize| line.is(mark, &["'", "’"]) && line.is(mark.wrapping_sub(1), SEVERAL);
    let own = !trigger.is_verb() && phrase.clone().any(owned) && line.holds(phrase, &["two", "both"]);
    subject || relatives::is_of_those_told(row, trigger) || their || of_both || commanders || face || own
}

/// What meets without a word: `the two roads met`.
const THINGS_THAT_MEET: &[&str] = &[
    "halves", "ends", "roads", "rivers", "lines", "streets", "seas", "oceans", "paths", "walls", "lanes", "tracks",
    "storms", "fronts", "streams", "edges", "worlds", "currents", "tunnels", "bridges", "railways", "borders",
];

/// `executives of both countries`, `experts of the two sides`: people of theirs, and not the two who were told.
fn is_of_their_people(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let start = at - usize::from(line.is(at.wrapping_sub(1), &["the", "two", "both"]));
    let of = start.wrapping_sub(1 + usize::from(line.is(start.wrapping_sub(1), &["the"])));
    let leads =
        &["leaders", "presidents", "ministers", "heads", "premiers", "foreign", "talks", "meeting", "chiefs", "kings"];
    let lands = &["countries", "states", "nations", "governments", "sides"];
    line.is(of, &["of", "from"])
        && (line.is(at + 1, lands) || line.is(at, lands))
        && !line.is(of.wrapping_sub(1), leads)
        && line.word(of.wrapping_sub(1)).ends_with('s')
}

/// `business leaders`, `church leaders`: of no states, and none of those who were told.
fn is_of_a_trade(row: &Row<'_>, at: usize) -> bool {
    let trades = &[
        "business",
        "church",
        "religious",
        "community",
        "tribal",
        "union",
        "opposition",
        "party",
        "industry",
        "world",
        "student",
        "labour",
        "labor",
        "civic",
    ];
    row.line.is(at, &["leaders"]) && row.line.is(at.wrapping_sub(1), trades)
}

/// `received X and Y separately`, `each of the two will be received`, `held separate meetings with X, Y and Z`.
pub(in crate::meetings) fn is_one_by_one(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let (start, end) = (trigger.tokens.start.saturating_sub(10).max(row.start), trigger.tokens.end + 10);
    // "telephone conversations with X and Y": as many as there are guests.
    let counted = trigger.is_plural && !trigger.is_verb() && line.is(trigger.tokens.end, &["with"]);
    counted
        || line.holds(start..end, &["separately", "separate", "each"])
        || (start..end).any(|at| line.reads(at, "in turn"))
        || is_one_after_another(row, trigger)
        || repeats_its_with(row, trigger)
}

/// `met with X of Quillia and with Y of Sudonia`, `talks with X, who had flown in, and with Y`: one meeting has one `with`.
fn repeats_its_with(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let end = trigger.tokens.end;
    let several = trigger.is_verb() || line.word(end - 1).ends_with('s');
    let first = (end..end + WITH_REACH).find(|&at| line.is(at, &["with"]) || is_stop(line.word(at)));
    let Some(first) = first.filter(|&first| several && line.is(first, &["with"])) else { return false };
    let behind =
        (first + 1..first + SEQUENCE_REACH).take_while(|&at| !is_stop(line.word(at)) && !line.is(at, &["that"]));
    behind.into_iter().any(|at| line.is(at, &["and"]) && line.is(at + 1, &["with"]) && line.is_capitalised(at + 2))
}

/// How many words behind its verb the first `with` may stand.
const WITH_REACH: usize = 8;

/// `met first X and then Y`, `with X and afterwards with Y`.
fn is_one_after_another(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let end = trigger.tokens.end;
    let behind = end..end + SEQUENCE_REACH;
    let close = behind.clone().find(|&at| is_stop(line.word(at))).unwrap_or(behind.end);
    let later = |at: usize| {
        line.is(at, &["then", "afterwards", "afterward", "later"])
            && line.is(at.wrapping_sub(1), &["and", ","])
            && (line.is_capitalised(at + 1) || line.is(at + 1, &["with", "the", "his", "her", "by"]))
    };
    (end..close).any(later)
}

/// Whether a mark ends what one verb tells; brackets only hold a note.
fn is_stop(word: &str) -> bool {
    clause::is_clause_end(word) && !matches!(word, "(" | ")")
}

/// How many words behind a trigger the next one of several may be told.
const SEQUENCE_REACH: usize = 24;

/// `the foreign ministers`, `experts`, `the delegations`: officials in the plural as the subject of the trigger.
pub(in crate::meetings) fn officials_before(row: &Row<'_>, trigger: &Trigger) -> Option<Range<usize>> {
    let line = &row.line;
    let nouns = &[
        "ministers",
        "secretaries",
        "negotiators",
        "envoys",
        "experts",
        "delegations",
        "officials",
        "diplomats",
        "generals",
        "advisers",
        "officers",
        "engineers",
        "societies",
        "specialists",
        "technicians",
        "scientists",
        "commanders",
        "aides",
    ];
    let head = trigger.tokens.start;
    let begin = clause::start(row, head, true).max(head.saturating_sub(if trigger.is_verb() { 6 } else { 10 }));
    if !trigger.is_verb() {
        // "The foreign ministers will stay behind for talks": officials open the clause.
        let first = begin + usize::from(line.is(begin, &["the"]));
        let noun = if line.is(first, &["foreign", "defence", "defense", "finance"]) { first + 1 } else { first };
        let setting = line.is(trigger.phrase.wrapping_sub(1), &["for", "to", "hold", "held", "after", "during", "in"]);
        return (line.is(noun, nouns) && noun > begin && setting).then_some(first..noun + 1);
    }
    let light = |at: usize| {
        line.is(at, &["are", "were", "will", "to", "is", "had", "have", "also", "then", "due", "set", "later", "would"])
    };
    let noun = (begin..head).rev().find(|&at| !light(at)).filter(|&at| trigger.is_verb() && line.is(at, nouns))?;
    let qualified =
        line.is(noun.wrapping_sub(1), &["foreign", "defence", "defense", "finance", "interior", "energy", "trade"]);
    Some(if qualified { noun - 1..noun + 1 } else { noun..noun + 1 })
}
