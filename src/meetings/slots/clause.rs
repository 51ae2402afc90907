//! Clauses: a position in a sentence in, the words of its own clause and the subject in it out.
//!
//! There is no parser here: a clause begins behind a mark or a word that opens one, what stands between commas and
//! begins like an aside is jumped over, and the subject is the nearest list of people before the verb that is neither
//! behind a preposition nor the object of another verb.

mod asides;
mod phrases;
mod tellers;

use std::ops::Range;

pub(super) use asides::end_of as aside_end;
use asides::ending_at as aside;
use phrases::phrase_start;
pub(super) use tellers::only_tells;

use crate::language::Line;
use crate::meetings::scene::{Actor, Row};
use crate::meetings::triggers::Trigger;

/// Words that open a clause of their own.
const OPENERS: &[&str] = &[
    "that", "because", "while", "although", "though", "whereas", "when", "if", "whether", "but", "where", "until",
    "before", "after", "since", "unless",
];
/// Prepositions: who stands behind one is no subject.
const PREPOSITIONS: &[&str] = &[
    "with",
    "of",
    "to",
    "by",
    "for",
    "in",
    "from",
    "between",
    "against",
    "about",
    "at",
    "on",
    "over",
    "under",
    "alongside",
    "including",
    "than",
    "like",
    "toward",
    "towards",
    "near",
    "via",
    "through",
    "against",
    "without",
    "behind",
    "beside",
    "despite",
    "onto",
    "into",
    "among",
];
/// The longest aside in brackets between the members of a list.
const IN_BRACKETS: usize = 5;
/// How many words back a clause is followed; the work in a text without full stops is bounded by it.
const LONGEST_CLAUSE: usize = 64;
/// The longest list of those who meet.
const LONGEST_LIST: usize = 48;
/// How many mentions before one may lie in each other.
const NEIGHBOURS: usize = 4;

/// Where the clause of `at` begins. A noun may stand behind `after` and `before` without opening a clause.
pub(super) fn start(row: &Row<'_>, at: usize, is_verb: bool) -> usize {
    let line = &row.line;
    let opens = |position: usize| {
        matches!(line.word(position), ";" | ":" | "“" | "\"" | "—" | "–" | "”")
            || line.is(position, OPENERS)
                && !is_save_for(line, position)
                && (is_verb || !line.is(position, &["before", "after", "since", "until"]))
    };
    let low = row.start.max(at.saturating_sub(LONGEST_CLAUSE));
    let mut begin = at;
    while begin > low {
        // "Merkel, in office since 2005, met": what opens within an aside opens nothing for the verb.
        let jumped = match line.word(begin - 1) {
            "," if is_verb => aside(row, low, begin - 1),
            ")" => (low..begin - 1).rev().find(|&at| line.word(at) == "("),
            "\"" | "”" => line.quoted_word(begin - 1).filter(|open| *open >= low),
            _ => None,
        };
        match jumped {
            Some(open) => begin = open,
            None if opens(begin - 1) => break,
            None => begin -= 1,
        }
    }
    begin
}

/// `told no one but the cook`: this `but` leaves somebody out, and opens nothing.
fn is_save_for(line: &Line<'_>, but: usize) -> bool {
    let before = but.wrapping_sub(1);
    let whole = &[
        "everyone",
        "everybody",
        "everything",
        "all",
        "nobody",
        "nothing",
        "none",
        "anyone",
        "anybody",
        "anything",
        "nowhere",
    ];
    let no_one = line.is(before, &["one"]) && line.is(but.wrapping_sub(2), &["no", "any", "every"]);
    line.is(but, &["but"]) && (line.is(before, whole) || no_one)
}

/// The people who do what the verb at `head` tells, as the list of them; empty where nobody is found.
pub(super) fn subject<'r>(row: &'r Row<'_>, head: usize, is_verb: bool) -> Vec<&'r Actor> {
    let line = &row.line;
    let mut begin = start(row, head, is_verb);
    let mut at = head;
    let mut fallback: Option<Vec<&Actor>> = None;
    while let Some(before) = at.checked_sub(1).filter(|before| *before >= begin) {
        if line.is(before, &["who", "which"]) {
            // "Chirac, who received": whoever stands before the aside.
            let comma = usize::from(line.word(before.wrapping_sub(1)) == ",");
            if let Some(actor) = before.checked_sub(1 + comma).and_then(|end| row.actor_at(end)) {
                let list = list_ending_with(row, actor, row.start);
                return if is_made_up_of(row, &list) { list } else { vec![actor] };
            }
            begin = begin.min(before);
        }
        if line.word(before) == ")" {
            at = (begin..before).rev().find(|&at| line.word(at) == "(").unwrap_or(before);
            continue;
        }
        if line.word(before) == ","
            && let Some(open) = aside(row, begin, before)
        {
            at = open;
            continue;
        }
        let Some(actor) = row.actor_at(before) else {
            at = before;
            continue;
        };
        let list = list_ending_with(row, actor, begin);
        let first = list.first().map_or(actor.tokens.start, |first| first.tokens.start);
        let phrase = phrase_start(row, first, begin);
        if is_free(row, phrase, begin) {
            return list;
        }
        if fallback.is_none()
            && head.saturating_sub(actor.tokens.end) <= 3
            && !line.is(phrase.wrapping_sub(1), PREPOSITIONS)
        {
            fallback = Some(list);
        }
        at = phrase.min(before);
    }
    fallback.unwrap_or_default()
}

/// `the group, made up of X, Y and Z, which met`: all of them.
fn is_made_up_of(row: &Row<'_>, list: &[&Actor]) -> bool {
    let whole = reach(list);
    let low = whole.start.saturating_sub(MADE_UP).max(row.start);
    list.len() > 1 && row.line.holds(low..whole.end, &["made", "composed", "consisting", "comprising", "uniting"])
}

/// How many words before its members a body may be told to be made up of them.
const MADE_UP: usize = 4;

/// The longest note in brackets between two of a list.
const NOTE: usize = 10;

/// `the meeting that was to end by noon`, `the talks, which are to be held here`: a relative clause behind a noun that
/// tells of the meeting itself.
pub(super) fn is_of_the_meeting(row: &Row<'_>, trigger: &Trigger, who: usize) -> bool {
    let line = &row.line;
    let opened =
        ["opened", "opens", "began", "begins", "started", "starts", "ended", "ends", "lasted", "took", "closed"];
    let be = ["was", "were", "is", "are", "had", "has", "will", "would"];
    let own = ["to", "held", "due", "scheduled", "planned", "set", "opened", "begun", "been", "be", "take", "open"];
    let verb = who + 1;
    !trigger.is_verb()
        && line.is(who, &["that", "which"])
        && (line.is(verb, &opened) || line.is(verb, &be) && line.is(verb + 1, &own))
}

/// `actor` with those before it in the same list, in order.
fn list_ending_with<'r>(row: &'r Row<'_>, actor: &'r Actor, begin: usize) -> Vec<&'r Actor> {
    let mut list = vec![actor];
    let mut first = actor;
    let before = |first: &Actor| {
        let before = row.actors_before(first.tokens.start);
        before
            .iter()
            .rev()
            .take(NEIGHBOURS)
            .filter(|other| !introduces(row, other, first))
            .find(|other| other.tokens.end <= first.tokens.start && other.tokens.start >= begin)
    };
    // "X met Y, and Z met W": who is met is no subject of the next verb.
    let is_met = |other: &Actor| {
        let phrase = phrase_start(row, other.tokens.start, begin);
        row.line.is(phrase.wrapping_sub(1), MEETS) && phrase > begin + 1
    };
    while let Some(previous) = before(first)
        .filter(|previous| list.len() < LONGEST_LIST && are_listed(row, previous, first) && !is_met(previous))
    {
        list.insert(0, previous);
        first = previous;
    }
    list
}

/// `the premiers of Quillia, X, and Sudonia, Y`: the state that stands between the two for the one behind it.
fn introduces(row: &Row<'_>, state: &Actor, person: &Actor) -> bool {
    let line = &row.line;
    let before = state.tokens.start - usize::from(line.is(state.tokens.start.wrapping_sub(1), &["the"]));
    !state.is_person
        && person.is_person
        && state.tokens.end + 1 == person.tokens.start
        && line.word(state.tokens.end) == ","
        && line.is(before.wrapping_sub(1), &["and"])
}

/// Whether two that follow each other are members of one list: commas, `and`, titles and peoples stand between them.
pub(super) fn are_listed(row: &Row<'_>, one: &Actor, next: &Actor) -> bool {
    let line = &row.line;
    // "X (1.15pm), then Y": what is put in brackets parts nobody.
    let open = one.tokens.end;
    let close = (open + 1..next.tokens.start.min(open + NOTE)).find(|&at| line.word(at) == ")");
    let behind = close.filter(|_| line.word(open) == "(").map_or(open, |close| close + 1);
    let gap = behind..next.tokens.start;
    let joined = gap.clone().any(|at| line.is(at, &["and", ","]) || matches!(line.word(at), "&" | "-" | "–"));
    // "X, the president, and Y": an aside between them may hold a preposition.
    let breaks = |at: usize| {
        is_clause_end(line.word(at))
            || is_verb_like(line.word(at))
            || line.is(at, PREPOSITIONS) && !line.is(at, &["of"])
            || line.is(at, OPENERS)
    };
    // "X, whose party drove out Y": told of the one, and no list.
    let relative = gap.clone().any(|at| line.is(at, &["who", "whose", "whom", "which"]));
    // "Presidents X (Norrmark) and Y (61)".
    let open = gap.start;
    let aside = (open..gap.end).find(|&at| line.word(at) == ")").filter(|close| close - open <= IN_BRACKETS);
    // "X (1 p.m.), then Y (4 p.m.)" are two meetings.
    let in_turn = gap.clone().any(|at| line.is(at, &["then"]));
    let has_aside = line.word(open) == "(" && !in_turn;
    let gap = aside.filter(|_| has_aside).map_or(gap.clone(), |close| close + 1..gap.end);
    let alike = one.is_person == next.is_person;
    alike && joined && !relative && gap.len() <= 9 && !gap.clone().any(breaks)
}

/// Whether the phrase that begins at `phrase` can be a subject.
fn is_free(row: &Row<'_>, phrase: usize, begin: usize) -> bool {
    let line = &row.line;
    let Some(before) = phrase.checked_sub(1).filter(|before| *before >= begin) else { return true };
    let object = is_verb_like(line.word(before))
        && row.actors_before(before).last().is_some_and(|actor| actor.tokens.start >= begin);
    !line.is(before, PREPOSITIONS) && !object
}

/// Whether who stands behind the word at `at` is no subject: `with`, `behind`.
pub(super) fn is_preposition(line: &Line<'_>, at: usize) -> bool {
    line.is(at, PREPOSITIONS) && !line.is(at, &["of"])
}

/// Marks that end a clause.
pub(super) fn is_clause_end(word: &str) -> bool {
    matches!(word, "." | ";" | ":" | "\"" | "”" | "“" | "–" | "—" | "?" | "!" | "(" | ")")
}

/// Whether a word is a verb, as far as its form tells.
pub(super) fn is_verb_like(word: &str) -> bool {
    let verb = [
        "said",
        "told",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "met",
        "is",
        "are",
        "who",
        "which",
        "spoke",
        "held",
        "says",
        "tells",
        "would",
        "also",
        "flew",
        "came",
        "went",
        "left",
        "saw",
        "gave",
        "took",
        "began",
        "meets",
        "meet",
        "hosts",
        "receives",
        "telephones",
        "thanks",
        "urges",
    ];
    verb.contains(&word)
        || word.len() > 4
            && word.ends_with("ed")
            && word.chars().next().is_some_and(char::is_lowercase)
            && !matches!(word, "based" | "named" | "armed" | "speed" | "breed" | "greed")
}

/// The actors that follow `actor` in the same list, itself first.
pub(super) fn list_from<'r>(row: &'r Row<'_>, actor: &'r Actor) -> Vec<&'r Actor> {
    let mut list = vec![actor];
    let mut member = actor;
    let after = |member: &Actor| row.actors_from(member.tokens.end).first();
    while let Some(next) = after(member).filter(|next| list.len() < LONGEST_LIST && are_listed(row, member, next)) {
        list.push(next);
        member = next;
    }
    list
}

/// The same for those whom a verb has as its objects: who does something of their own, `and Z met W`, is none of them.
pub(super) fn objects_from<'r>(row: &'r Row<'_>, actor: &'r Actor) -> Vec<&'r Actor> {
    let mut list = list_from(row, actor);
    let acts = |actor: &&Actor| {
        let behind = actor.tokens.end + usize::from(row.line.word(actor.tokens.end).ends_with("ly"));
        row.line.is(behind, MEETS)
    };
    // "met X and Y, his spokesman Z said".
    let other = |actor: &&Actor| acts(actor) || only_tells(row, actor);
    if let Some(first) = list.iter().skip(1).position(other) {
        list.truncate(first + 1);
    }
    list
}

/// What is done to someone by whoever stands before it.
const MEETS: &[&str] = &[
    "met",
    "meets",
    "received",
    "receives",
    "hosted",
    "hosts",
    "welcomed",
    "welcomes",
    "greeted",
    "telephoned",
    "phoned",
    "visited",
    "saw",
];

/// The words from the first to the last of a list.
pub(super) fn reach(list: &[&Actor]) -> Range<usize> {
    let start = list.first().map_or(0, |actor| actor.tokens.start);
    start..list.last().map_or(start, |actor| actor.tokens.end)
}
