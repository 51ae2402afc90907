//! What is done in company: a position in a sentence in, how the verb there names those who were together out.
//!
//! **Why:** who walks, eats, tours a dyke or goes through a draft meets nobody, unless it is told with whom (`with X`), or two do it
//! (`X and Y took a walk`, `they remained there for three hours`). The verb alone says nothing; together with one of these it says that two
//! were in one place.

use super::apart::{is_figurative, is_gone_for_good, is_in_a_state, is_meanwhile, is_place};
use super::verbs::lasts;
use super::{Frame, Trigger};
use crate::language::Line;
use crate::meetings::trades::is_trade;

/// How many words behind a verb the one may be told who came along …
const WITH_REACH: usize = 12;
/// … and before it those who do it.
const SUBJECT_REACH: usize = 8;

/// … and how many words the second of two may have, with whose he is.
const LIST_REACH: usize = 12;

/// What is taken and had by two.
pub(super) const TAKEN: &[&str] = &["walk", "stroll", "swim", "ride", "sauna", "hike", "tour"];
const HAD: &[&str] = &["word", "drink", "chat", "coffee", "beer", "whisky", "tea", "pint", "smoke"];
pub(super) const SHARED: &[&str] = &[
    "breakfast",
    "lunch",
    "dinner",
    "supper",
    "meal",
    "table",
    "car",
    "taxi",
    "bench",
    "box",
    "sofa",
    "lift",
    "bottle",
];
const EXCHANGED: &[&str] =
    &["compliments", "toasts", "gifts", "jokes", "niceties", "presents", "stories", "courtesies"];
/// What two bend over.
const PAPERS: &[&str] = &[
    "text",
    "draft",
    "figures",
    "papers",
    "accounts",
    "map",
    "maps",
    "plans",
    "list",
    "agenda",
    "details",
    "books",
    "declaration",
    "treaty",
    "numbers",
    "contract",
    "programme",
    "program",
    "budget",
    "documents",
];

/// In which frame the verb `word` at `at` names those who were together.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    let to_come = || line.is(at.wrapping_sub(1), &["will", "to", "would"]);
    let with = || is_with_someone(line, at + 1);
    let several = || is_of_several(line, at);
    let told = match word {
        // Going and looking, which two do as one …
        "walked" | "strolled" | "hiked" | "toured" | "inspected" | "golfed" | "skied" | "fished" | "sailed" => {
            !is_gone_for_good(line, at) && (with() || several())
        }
        "walk" | "stroll" | "hike" | "tour" | "inspect" | "golf" | "ski" | "fish" | "sail" if to_come() => {
            !is_gone_for_good(line, at) && (with() || several())
        }
        // … and what each may do by himself, too.
        "ate" | "drank" | "prayed" | "eat" | "drink" | "pray" => with() || several() && is_together(line, at),
        "took" | "take" | "takes" => thing(line, at, TAKEN) && (with() || several()),
        "had" | "has" | "have" => thing(line, at, HAD) && with(),
        "shared" | "share" | "shares" => thing(line, at, SHARED) && (with() || several()),
        "exchanged" | "swapped" | "traded" => {
            line.holds(at + 1..at + 3, EXCHANGED)
                && (with() || several())
                && !line.holds(at..at + WITH_REACH, &["letters", "post", "mail", "email"])
        }
        "compared" | "compares" | "compare" => line.is(at + 1, &["notes"]) && (with() || several()),
        "went" | "go" | "goes" | "going" | "gone" if line.is(at + 1, &["through", "over"]) => {
            is_bent_over_papers(line, at) && (with() || several())
        }
        // One goes it alone, retires from politics and slips in the polls.
        "went" | "go" | "withdrew" | "retired" | "slipped" => {
            several()
                && line.holds(at + 1..at + 4, &["alone", "together"])
                && !line.holds(at + 1..at + 4, &["it", "from", "in"])
        }
        "was" | "were" | "been" => {
            let behind_doors = line.is(at + 1, &["alone", "closeted", "locked"]);
            let lasting = line.is(at + 1, &["together"]) && lasts(line, at + 2);
            let told = line.is(at + 2, &["with"]) && with() || several() && is_somewhere(line, at + 2);
            (behind_doors || lasting) && told || line.reads(at + 1, "alone together") && several()
        }
        "remained" | "stayed" | "sat" | "stood" | "knelt" => {
            several() && !is_in_a_state(line, at) && (lasts(line, at) || is_late(line, at))
        }
        _ => is_done_to_each_other(line, at, word) && several(),
    };
    (told && !is_apart(line, at)).then_some((Frame::Joins, true))
}

/// `a long walk`, `a word`: the thing stands behind its article.
fn thing(line: &Line<'_>, at: usize, things: &[&str]) -> bool {
    let noun = (at + 2..at + 4).find(|&at| line.is(at, things));
    line.is(at + 1, &["a", "an", "the", "some"]) && noun.is_some_and(|noun| !is_figurative(line, noun))
}

/// `through the draft`, `over the map`; one goes over a budget by some millions, too.
fn is_bent_over_papers(line: &Line<'_>, at: usize) -> bool {
    let paper = (at + 2..at + 5).find(|&at| line.is(at, PAPERS));
    let exceeded = |paper: usize| line.is(at + 1, &["over"]) && (paper == at + 2 || line.is(paper + 1, &["by"]));
    paper.is_some_and(|paper| !exceeded(paper))
}

/// `kissed each other`, `kissed three times`, `fell into one another's arms`: with a body, and not with a ballot.
fn is_done_to_each_other(line: &Line<'_>, at: usize, word: &str) -> bool {
    let each_other = |at: usize| line.reads(at, "each other") || line.reads(at, "one another");
    let of_the_other =
        |at: usize, what: &[&str]| each_other(at) && line.is(at + 2, &["'s", "’s"]) && line.is(at + 3, what);
    match word {
        "kissed" | "toasted" | "greeted" => {
            each_other(at + 1)
                || line.is(at + 1, &["twice"])
                || super::count(line.word(at + 1)).is_some() && line.is(at + 2, &["times"])
        }
        "fell" => of_the_other(at + 2, &["arms", "necks"]) && line.is(at + 1, &["into", "on", "around", "round"]),
        "looked" => each_other(at + 1) && line.is(at + 3, &["in"]) && line.is(at + 5, &["eye", "eyes", "face"]),
        "got" | "get" | "gotten" => line.reads(at + 1, "to know") && each_other(at + 3),
        _ => false,
    }
}

/// `with X`, `along the river with the premier`: before another clause begins.
fn is_with_someone(line: &Line<'_>, from: usize) -> bool {
    let ends = |at: &usize| {
        matches!(line.word(*at), "." | ";" | ":" | "," | "" | "“" | "”")
            || line.is(*at, &["that", "who", "which", "but"])
    };
    let with = (from..from + WITH_REACH).take_while(|at| !ends(at)).find(|&at| line.is(at, &["with"]));
    with.is_some_and(|with| {
        !is_meanwhile(line, with)
            && (line.is_capitalised(with + 1) || line.is(with + 1, &["him", "her", "the", "his", "president"]))
    })
}

/// `X and Y took`, `X and his host Y took`, `the two had taken`: who does it are several.
fn is_of_several(line: &Line<'_>, at: usize) -> bool {
    let helps = &[
        "had", "have", "has", "later", "then", "also", "both", "again", "will", "would", "to", "first", "once", "just",
        "even",
    ];
    let low = at.saturating_sub(SUBJECT_REACH + 3);
    let end = (low..at).rev().find(|&at| !line.is(at, helps)).map_or(low, |last| last + 1);
    // "X and the premier of Sudonia, Y, took": the comma behind the name closes an aside.
    let last = if line.word(end.wrapping_sub(1)) == "," { end.checked_sub(2) } else { end.checked_sub(1) };
    let Some(last) = last else { return false };
    let counted =
        &["they", "two", "both", "pair", "men", "women", "leaders", "presidents", "ministers", "premiers", "duo"];
    if line.is(last, counted) {
        return true;
    }
    let and = (last.saturating_sub(LIST_REACH)..last).rev().find(|&at| line.is(at, &["and"]));
    let of_a_name = |at: usize| {
        line.is_capitalised(at)
            || line.is(
                at,
                &[
                    "his",
                    "her",
                    "the",
                    "host",
                    "guest",
                    "president",
                    "minister",
                    "premier",
                    "foreign",
                    "prime",
                    "counterpart",
                    "colleague",
                ],
            )
            || is_trade(line.word(at))
            || line.is(at, &["of"])
            || matches!(line.word(at), "-" | ",")
    };
    line.is_capitalised(last)
        && and.is_some_and(|and| {
            (and + 1..last).all(of_a_name)
                && and.checked_sub(1).is_some_and(|before| line.is_capitalised(before) || line.word(before) == ",")
        })
}

/// `together` before the clause ends.
fn is_together(line: &Line<'_>, at: usize) -> bool {
    let end = (at + 1..at + WITH_REACH).find(|&at| matches!(line.word(at), "." | "," | ";" | ":" | ""));
    line.holds(at + 1..end.unwrap_or(at + WITH_REACH), &["together"])
}

/// `in the library`, `at Chequers`, `for an hour`; one is alone in a race and in opposing a plan.
fn is_somewhere(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["in", "at"]) && is_place(line, at + 1) || lasts(line, at)
}

/// `each`, `separately`, `in turn`: not as one.
fn is_apart(line: &Line<'_>, at: usize) -> bool {
    let near = at.saturating_sub(2)..at + WITH_REACH;
    let each = near.clone().any(|at| line.is(at, &["each"]) && !line.is(at + 1, &["other"]));
    each || line.holds(near, &["separately", "respectively", "apart", "own", "separate", "different"])
}

/// `sat up until after midnight`.
fn is_late(line: &Line<'_>, at: usize) -> bool {
    line.holds(at + 1..at + 4, &["until", "till"])
        && line.holds(at + 2..at + 7, &["midnight", "dawn", "late", "night", "morning", "daybreak"])
}

/// How many words behind a verb of going the house may stand.
const HOUSE_REACH: usize = 8;

/// `arrived at the farm of X`, `drove up to the residence of Y`: to the house of somebody who is at home there.
pub(super) fn is_to_a_house(line: &Line<'_>, at: usize) -> bool {
    let behind = at + 1 + usize::from(line.is(at + 1, &["up", "over", "round", "straight", "on"]));
    let gone = &["former", "late", "burned", "burnt", "childhood", "abandoned", "grave", "birthplace", "old"];
    let house = (behind + 1..behind + HOUSE_REACH).find(|&at| super::is_home(line, at));
    let owned = house.is_some_and(|house| {
        (behind + 1..house).all(|at| line.word(at).chars().all(char::is_alphabetic))
            && !line.holds(behind..house + 4, gone)
            // "the House of Deputies" is nobody's home.
            && !line.is_capitalised(house)
            && (line.is_capitalised(house + 2) || line.is(house + 2, &["the", "president", "prime"]))
    });
    line.is(behind, &["at", "to", "into"]) && owned
}

/// What is done within a meeting and tells of it: agreeing, putting one's hand to a paper, telling the other, sitting.
const WITHIN_A_MEETING: &[&str] = &[
    "agreed",
    "signed",
    "sign",
    "emerged",
    "put",
    "reached",
    "struck",
    "clinched",
    "sealed",
    "hammered",
    "thrashed",
    "concluded",
    "negotiated",
    "initialled",
    "initialed",
    "reconciled",
    "affixed",
    "appended",
    "told",
    "assured",
    "informed",
    "briefed",
    "sat",
    "sits",
];

/// Whether `trigger` tells of a deed that two share for its own sake, as a walk or a meal, and not of what is done within a meeting.
pub(in crate::meetings) fn is_shared_deed(line: &Line<'_>, trigger: &Trigger) -> bool {
    trigger.is_weak && trigger.is_verb() && !line.is(trigger.tokens.start, WITHIN_A_MEETING)
}
