//! What only seems to tell of a meeting: a denial, a wish, a demand that was met.

use std::ops::Range;

use super::{Frame, Trigger};
use crate::language::Line;

/// Words that may stand between a denial and what it denies.
const BETWEEN: &[&str] = &[
    "have",
    "has",
    "had",
    "been",
    "be",
    "yet",
    "to",
    "even",
    "ever",
    "personally",
    "a",
    "any",
    "hold",
    "plans",
    "for",
    "three-way",
    "bilateral",
    "trilateral",
    "formal",
    "direct",
    "immediate",
    "new",
    "further",
    "face",
    "-",
    "such",
    "of",
    "the",
    "out",
    "with",
    "sit",
    "take",
    "having",
    "official",
    "high-level",
    "expected",
    "scheduled",
    "due",
    "likely",
];

/// `spoke in favour of direct talks between X and Y`, `a ban on X's visit`, `a future gathering`: nothing has a day yet.
fn is_wanted_or_banned(line: &Line<'_>, trigger: &Trigger, head: usize) -> bool {
    let lead =
        |last: &[&str], before: &[&str]| line.is(head.wrapping_sub(1), last) && line.is(head.wrapping_sub(2), before);
    let future = || {
        (head..trigger.tokens.start).any(|at| line.is(at, &["future"]) && line.is(at.wrapping_sub(1), &["a", "some"]))
    };
    !trigger.is_verb()
        && (lead(&["of"], &["favour", "favor"]) || lead(&["on"], &["ban", "bans", "moratorium", "veto"]) || future())
}

/// `did not meet`, `has never met`, `refused to meet`, `no meeting`: told, but as what did not take place.
pub(super) fn is_denied(line: &Line<'_>, trigger: &Trigger) -> bool {
    let mut at = trigger.tokens.start;
    while let Some(before) = at.checked_sub(1).filter(|before| trigger.tokens.start - before <= 6) {
        let word = line.word(before);
        let no = line.is(
            before,
            &[
                "not", "never", "without", "refused", "refuses", "declined", "declines", "no", "cannot", "ruled",
                "rules", "neither", "denied", "denies", "rejected", "rejects", "unless", "instead", "avoided",
                "avoids", "avoid", "shunned", "shuns",
            ],
        ) && !line.is(before.wrapping_sub(1), &["whether", "or"]);
        // "has yet to meet".
        let yet = line.is(before, &["yet"])
            && line.is(before + 1, &["to"])
            && line.is(before.wrapping_sub(1), &["has", "have", "had", "is", "are", "was", "were"]);
        if no || yet || word.ends_with("n't") || word.ends_with("n’t") {
            return true;
        }
        if !line.is(before, BETWEEN) {
            break;
        }
        at = before;
    }
    let head = trigger.tokens.start;
    let neither = trigger.is_verb()
        && (head.saturating_sub(NEITHER_REACH)..head).any(|at| {
            line.is(at, &["neither"])
                && line.holds(at + 1..head, &["nor"])
                && !line.holds(at + 1..head, &["but", "when"])
        });
    neither
        || is_a_rumour(line, trigger)
        || is_of_one_house(line, trigger)
        || is_wished(line, trigger)
        || is_ruled_out(line, trigger)
        || is_broken_off(line, trigger)
        || is_a_question(line, trigger)
}

/// `broke off coalition talks`, `walked out of the meeting`: that one ended, and where and when it ran is not told.
fn is_broken_off(line: &Line<'_>, trigger: &Trigger) -> bool {
    let head = trigger.phrase.min(trigger.tokens.start);
    let off = (head.saturating_sub(BREAK_REACH)..head).rev().find(|&at| line.is(at, &["off"]));
    let breaks = &["broke", "break", "breaks", "broken", "breaking", "called", "call", "calls", "calling"];
    let broken = off.filter(|&off| line.is(off.wrapping_sub(1), breaks));
    let calls = broken.is_some_and(|off| line.is(off - 1, &["called", "call", "calls", "calling"]));
    let apart = |off: usize| !line.holds(off + 1..head, &["to", "after", "before", "and", "for", ","]);
    // What is called off is told as cancelled.
    !trigger.is_verb() && !calls && broken.is_some_and(apart)
}

/// How many words before a noun `broke off` may stand.
const BREAK_REACH: usize = 5;

/// `Did X speak with Y on Monday?`: asked, and not told.
fn is_a_question(line: &Line<'_>, trigger: &Trigger) -> bool {
    let asks =
        &["did", "does", "do", "has", "have", "had", "will", "would", "should", "could", "can", "is", "was", "were"];
    // "Q: Did X meet Y?"
    let first = (0..ASKER).find(|&at| line.word(at) == ":").map_or(0, |colon| colon + 1);
    trigger.is_verb() && line.is(first, asks) && line.len().checked_sub(1).is_some_and(|last| line.word(last) == "?")
}

/// How many words may tell who asks.
const ASKER: usize = 4;

/// `denied a report that X had met Y`, `has no plans for X to meet Y`, `No third round has been set`.
fn is_a_rumour(line: &Line<'_>, trigger: &Trigger) -> bool {
    let head = trigger.tokens.start;
    let low = head.saturating_sub(RUMOUR_REACH);
    let rumours =
        &["report", "reports", "rumour", "rumours", "rumor", "rumors", "claim", "claims", "story", "suggestions"];
    let denials =
        &["denied", "denies", "dismissed", "dismisses", "denying", "fable", "invention", "fabrication", "rejected"];
    let rumour = (low..head).rev().find(|&at| line.is(at, rumours));
    let denied = rumour.is_some_and(|rumour| {
        line.holds(rumour.saturating_sub(RUMOUR_REACH)..rumour, denials)
            && line.holds(rumour + 1..head, &["that", "of"])
    });
    // "denied on Monday that X had met Y".
    let denial = (low..head).rev().find(|&at| line.is(at, &["denied", "denies", "denying"]));
    let denied = denied
        || denial.is_some_and(|denial| {
            line.holds(denial + 1..denial + THAT_REACH, &["that"])
                && !line.holds(denial + 1..head, &["but", "after", "when", "while"])
        });
    let no_plans = |at: usize| line.is(at, &["no"]) && line.is(at + 1, &["plan", "plans", "intention"]);
    let none = !trigger.is_verb() && line.is(trigger.phrase, &["no"]) && trigger.phrase < head;
    // "pulled out of the talks with Y", "boycotted the summit": whoever did so was not there.
    let near = trigger.phrase.min(head).saturating_sub(AWAY_REACH)..head;
    let away = |at: usize| {
        line.is(at, &["boycotted", "boycotts", "skipped", "skips", "snubbed"])
            || ["pulled out of", "pulls out of", "withdrew from", "withdraws from", "stayed away from"]
                .iter()
                .any(|words| line.reads(at, words))
    };
    let absent = |at: usize| {
        line.reads(at, "failed to") && line.is(at + 2, &["show", "turn", "appear", "attend", "come"])
            || line.reads(at, "absent from")
            || line.reads(at, "not attend")
            || line.reads(at, "not show up")
    };
    let absent = !trigger.is_verb() && (trigger.phrase.saturating_sub(ABSENT_REACH)..head).any(absent);
    let away =
        absent || !trigger.is_verb() && !line.holds(head..head + RUMOUR_REACH, &["between"]) && near.clone().any(away);
    denied || none || away || (low..head).any(no_plans)
}

/// How many words before a meeting `failed to show up` may stand.
const ABSENT_REACH: usize = 7;
/// How many words before a meeting `boycotted` may stand.
const AWAY_REACH: usize = 5;

/// How many words behind a denial its `that` may stand.
const THAT_REACH: usize = 5;

/// How many words before its verb a rumour and its denial may stand.
const RUMOUR_REACH: usize = 24;

/// `the board of the bank meets this week`: a body whose own people meet, and nobody else.
fn is_of_one_house(line: &Line<'_>, trigger: &Trigger) -> bool {
    let head = trigger.tokens.start;
    // "shareholders meet in May", "parents met the head teacher".
    let own_people = &["shareholders", "lawyers", "parents", "residents", "fans", "players", "jurors", "pupils"];
    if trigger.frame == Frame::Meets && line.holds(head.saturating_sub(5)..head, own_people) {
        return true;
    }
    let houses = &["board", "committee", "parliament", "cabinet", "commission", "council", "assembly", "senate"];
    let house = |at: usize| {
        line.is(at, houses) && !line.is_capitalised(at) && line.is(at.wrapping_sub(1), &["the", "a", "its", "their"])
    };
    let end = trigger.tokens.end;
    let alone = !line.is(end, &["with"]) && !line.is_capitalised(end) && !line.is(end, &["the", "his", "her"]);
    let of = |at: usize| line.is(at + 1, &["of"]) || at + 1 == head;
    let meets = trigger.frame == Frame::Meets && line.is(head, &["meets", "met", "meet"]);
    meets && alone && (head.saturating_sub(HOUSE_REACH)..head).any(|at| house(at) && of(at))
}

/// How many words before its verb a body may stand.
const HOUSE_REACH: usize = 8;

/// How many words before its verb the `neither` of `neither X nor Y met` may stand.
const NEITHER_REACH: usize = 14;

/// `a meeting … is out of the question`, `had they met, …`: what stands behind says that there was none.
fn is_ruled_out(line: &Line<'_>, trigger: &Trigger) -> bool {
    let (head, end) = (trigger.tokens.start, trigger.tokens.end);
    let unlikely = &["overdue", "unlikely", "impossible", "unthinkable"];
    let behind = |at: usize| {
        line.reads(at, "out of the question")
            || line.is(at, &["was", "were", "is", "been"]) && line.reads(at + 1, "ruled out")
            || line.is(at, unlikely) && line.is(at.wrapping_sub(1), &["is", "was", "are", "were", "long", "very"])
            || line.reads(at, "would be") && line.is(at + 2, SUPPOSED) && is_of_its_phrase(line, end..at)
            || line.reads(at, "not taken place")
            || line.reads(at, "not take place")
            || line.reads(at, "never took place")
    };
    let unreal = line.is(0, &["had"]) && trigger.is_verb() && trigger.tokens.start <= 6;
    // "If they met, it would be their first encounter".
    let phrase = trigger.phrase;
    let be = (phrase.saturating_sub(2)..head).find(|&at| line.is(at, &["be"]));
    let would_be = be.is_some_and(|be| line.is(be.wrapping_sub(1), &["would", "might", "could"]))
        && !trigger.is_verb()
        && line.is(0, &["if", "were", "should"]);
    unreal || would_be || !trigger.is_verb() && (end..end + RULED_OUT_REACH).any(behind)
}

/// `with X in Oslo on Monday`, `with the rebels`: words that only tell more of the noun before them. In `after talks with X, Y
/// said a deal would be good` and `after talks with X that a deal would be good` something else is good.
fn is_of_its_phrase(line: &Line<'_>, words: Range<usize>) -> bool {
    words.clone().all(|at| {
        let word = line.word(at);
        let part = word.chars().any(char::is_alphanumeric) || matches!(word, "-" | "'s" | "’s");
        // Behind a name a lower-case word that is no preposition is what its bearer does.
        let acts = at > words.start && line.is_capitalised(at - 1) && !line.is_capitalised(at);
        let light = line.is(at, OF_A_PHRASE) || word.starts_with(|c: char| !c.is_alphabetic());
        part && !line.is(at, OTHERWISE) && (!acts || light)
    })
}

/// Words that lead on within the phrase of a noun.
const OF_A_PHRASE: &[&str] = &[
    "with", "between", "and", "or", "of", "in", "at", "on", "about", "over", "for", "next", "this", "early", "late",
    "now", "alone", "-",
];

/// Words behind which something else is told.
const OTHERWISE: &[&str] = &[
    "that", "which", "who", "when", "while", "but", "because", "after", "before", "said", "says", "told", "tells",
    "added", "thought", "thinks", "hoped", "hopes", "was", "were", "is", "are", "had", "has", "ended", "began",
    "agreed", "felt",
];

/// What is said of talks that nobody holds yet.
const SUPPOSED: &[&str] = &[
    "useless",
    "pointless",
    "premature",
    "useful",
    "possible",
    "welcome",
    "helpful",
    "good",
    "bad",
    "wrong",
    "meaningless",
    "unthinkable",
    "impossible",
    "productive",
    "fruitless",
    "counterproductive",
];

/// How many words behind a noun it may be ruled out.
const RULED_OUT_REACH: usize = 14;

/// `called for talks`, `offered to meet`, `if they meet`, `whether a summit`: told as a wish or a question.
fn is_wished(line: &Line<'_>, trigger: &Trigger) -> bool {
    let head = trigger.phrase.min(trigger.tokens.start);
    let near = |reach: usize, words: &[&str]| line.holds(head.saturating_sub(reach)..head, words);
    let asked = line.is(head.wrapping_sub(1), &["for"])
        && line
            .is(head.wrapping_sub(2), &["call", "calls", "called", "calling", "appeal", "appealed", "hopes", "hope"]);
    // "If the two were to meet again".
    let unreal = line.is(head.wrapping_sub(2), &["were"]) && line.is(head.wrapping_sub(1), &["to"]) && near(9, &["if"]);
    let conditional = unreal
        || is_open(line, trigger, head)
        || near(4, &["if", "whether", "unless"]) && (trigger.is_verb() || !trigger.is_definite);
    let urged = near(
        5,
        &["urged", "urges", "demanded", "demands", "wants", "wanted", "ready", "willing", "offered", "offers", "like"],
    ) && line.is(head.wrapping_sub(1), &["to", "for", "hold", "start", "begin", "resume", "have"]);
    // "May met Rutte" is no permission.
    let habit = line.is(head.wrapping_sub(1), &["to"]) && line.is(head.wrapping_sub(2), &["used"]);
    let modal = head.saturating_sub(usize::from(line.is(head.wrapping_sub(1), &["be", "have"])));
    let might = trigger.is_verb() && matches!(line.before(modal), "might" | "could" | "should" | "must" | "may");
    // "If he stays, they will have to meet", "would need to meet first", "I'd love them to sit down".
    let supposed = (0..2).any(|at| line.is(at, &["if"]))
        && trigger.is_verb()
        && line.holds(2..head, &["will", "would", "may", "might", "can", "could"]);
    let needed = trigger.is_verb()
        && line.is(head.wrapping_sub(1), &["to"])
        && (line.is(head.wrapping_sub(2), &["need", "needs", "have"])
            && line.holds(head.saturating_sub(5)..head, &["would", "will", "may"])
            || line.holds(head.saturating_sub(9)..head, &["love", "wish"]));
    // "agreed to speak again soon", "hoped they would meet".
    let some_day = trigger.is_verb()
        && line.is(head.wrapping_sub(1), &["to"])
        && (line.is(trigger.tokens.end, &["soon"]) || line.is(trigger.tokens.end + 1, &["soon"]));
    let hoped = trigger.is_verb()
        && line.is(head.wrapping_sub(1), &["would"])
        && line.holds(head.saturating_sub(6)..head, &["hoped", "hopes", "hope"]);
    let might = might || supposed || needed || some_day || hoped || is_wanted_or_banned(line, trigger, head);
    let offered = |at: usize| line.is(at, SOUGHT) && line.is(at + 1, &["a", "an", "talks"]);
    let asked = asked || !trigger.is_verb() && (head.saturating_sub(1)..trigger.tokens.start).any(offered);
    asked || conditional || urged || habit || might
}

/// Verbs of seeking a meeting that nobody has granted yet.
const SOUGHT: &[&str] = &[
    "proposed",
    "proposes",
    "suggested",
    "offered",
    "offers",
    "demanded",
    "demands",
    "requested",
    "requests",
    "sought",
    "seeks",
    "wants",
    "wanted",
];

/// `If Prime Minister X met Y, prices would fall`, `Whether X will meet Y is unclear`.
fn is_open(line: &Line<'_>, trigger: &Trigger, head: usize) -> bool {
    let low = head.saturating_sub(OPEN_REACH);
    let opens =
        (low..head).rev().find(|&at| line.is(at, &["if", "whether"]) || matches!(line.word(at), "," | ";" | "“"));
    trigger.is_verb() && opens.is_some_and(|at| at == 0 && line.is(at, &["if", "whether"]))
}

/// How many words behind `if` its verb may stand.
const OPEN_REACH: usize = 12;

/// `met the demands`, `meets the criteria`: fulfilled, not seen.
pub(super) fn meets_a_thing(line: &Line<'_>, trigger: &Trigger) -> bool {
    let things = &[
        "demand",
        "demands",
        "condition",
        "conditions",
        "criteria",
        "deadline",
        "deadlines",
        "requirements",
        "needs",
        "expectations",
        "challenge",
        "challenges",
        "obligations",
        "goal",
        "goals",
        "target",
        "targets",
        "resistance",
        "opposition",
        "criticism",
        "standards",
        "defendant",
        "defendants",
    ];
    let end = trigger.tokens.end;
    let object =
        (end..end + 4).find(|&at| !line.is(at, &["the", "a", "all", "its", "their", "his", "her", "new", "these"]));
    let can = matches!(trigger.frame, Frame::Meets | Frame::Hosts | Frame::Discusses | Frame::Speaks);
    // "met opposition leader X".
    let people =
        &["leader", "leaders", "figure", "figures", "politician", "politicians", "members", "parties", "chief"];
    let object = object.filter(|&at| !line.is(at + 1, people));
    can && object.is_some_and(|at| line.is(at, things) || line.is(at + 1, things) && !line.is_capitalised(at))
}
