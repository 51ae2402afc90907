//! Behind those who are met: a position there in, whether what follows tells of another meeting, or goes on with the next of them out.

use super::adverbials;
use super::unnamed::OFFICES;
use crate::meetings::scene::Row;

/// `met X and dined with Y`, `saw X, then spoke with Y`: another verb, and another meeting.
pub(super) fn tells_another(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let verb = at + 1 + usize::from(line.is(at + 1, &["then", "later", "afterwards"]));
    let acts = line.word(verb).len() > 4 && line.word(verb).ends_with("ed") || line.is(verb, &["spoke", "met", "sat"]);
    // "promised to hear the board, and to share its minutes with Y"; but "spoke to X and to Y".
    let and = at + usize::from(line.word(at) == ",");
    let whom = and + 2;
    let someone = row.actor_at(whom).is_some()
        || line.is_capitalised(whom)
        || line.is(whom, &["the", "a", "an", "his", "her", "its", "their", "both"])
        || super::is_title(line.word(whom))
        || line.is(whom, OFFICES);
    let aim = line.is(and, &["and"]) && line.is(and + 1, &["to"]) && !someone;
    // "lunch with X and a meeting with Y".
    let noun = (and + 1..and + 1 + ANOTHER).find(|&at| line.is(at, ANOTHERS));
    let another_noun = line.is(and, &["and"])
        && noun.is_some_and(|noun| {
            (and + 1..noun).all(|at| !line.is_capitalised(at)) && line.is(noun + 1, &["with", "between"])
        });
    aim || another_noun
        || !line.is(at, &["with", "as"])
            && acts
            && !line.is_capitalised(verb)
            && line.is(verb + 1, &["with", "by", "to"])
}

/// How many words behind `and` another meeting may be told …
const ANOTHER: usize = 4;
/// … and by which nouns.
pub(super) const ANOTHERS: &[&str] =
    &["meeting", "talks", "call", "conversation", "session", "dinner", "lunch", "breakfast", "discussions", "talk"];

/// How many words may be told aside of one of those who are met.
const ASIDE: usize = 30;
/// What tells that the next one came later, or apart.
const NEXT: &[&str] = &["separately", "later", "then", "afterwards", "finally", "also", "briefly", "next", "again"];

/// Where a list that was interrupted is taken up: at the second `with` in `with X, with whom he dined, and with Y` and in `with X and,
/// separately, with Y`, at `then` in `X for half an hour, then Y`.
pub(super) fn resumes_at(row: &Row<'_>, at: usize) -> Option<usize> {
    let line = &row.line;
    let relative = |at: usize| line.is(at, &["who", "whom", "whose", "which", "where"]);
    let aside = line.word(at) == ","
        && (relative(at + 1) || relative(at + 2) && line.is(at + 1, &["with", "to", "from", "by", "for"]));
    if aside {
        let ends = |at: &usize| matches!(line.word(*at), "." | ";" | ":" | "" | "“");
        let close = (at + 2..at + ASIDE)
            .take_while(|at| !ends(at))
            .find(|&at| line.word(at) == "," && with_behind(row, at + 1).is_some())?;
        return with_behind(row, close + 1);
    }
    let comma = usize::from(line.word(at) == ",");
    if let Some(with) = with_behind(row, at + comma).filter(|with| *with > at + comma + 1) {
        return Some(with);
    }
    if !line.is(at, &["for"]) {
        return None;
    }
    let end = adverbials::end_behind(row, at);
    let then = end + usize::from(matches!(line.word(end), "," | "and"));
    let then = then + usize::from(line.is(then, &["and"]));
    let next = line.is_capitalised(then + 1) || line.is(then + 1, &["the", "his", "her", "president"]);
    (end > at && then > end && line.is(then, NEXT) && next).then_some(then)
}

/// How many words may stand between `and` and `with`.
const NEXT_REACH: usize = 6;

/// Where `with` stands behind `and`, be the next one met later or separately.
fn with_behind(row: &Row<'_>, and: usize) -> Option<usize> {
    let line = &row.line;
    let mut at = and + 1;
    while at < and + NEXT_REACH && (line.word(at) == "," || line.is(at, NEXT)) {
        at += 1;
    }
    (line.is(and, &["and"]) && line.is(at, &["with"])).then_some(at)
}
