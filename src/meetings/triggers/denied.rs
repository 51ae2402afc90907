//! What only seems to tell of a meeting: a denial, a wish, a habit, a demand that was met.

use super::{Frame, Trigger};
use crate::language::Line;

/// `did not meet`, `has never met`, `refused to meet`, `no meeting`: told, but as what did not take place.
pub(super) fn is_denied(line: &Line<'_>, trigger: &Trigger) -> bool {
    let between = &[
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
    ];
    let mut at = trigger.tokens.start;
    while let Some(before) = at.checked_sub(1).filter(|before| trigger.tokens.start - before <= 6) {
        let word = line.word(before);
        let no = line.is(
            before,
            &[
                "not", "never", "without", "refused", "refuses", "declined", "declines", "no", "cannot", "ruled",
                "rules", "neither", "denied", "denies", "rejected", "rejects", "unless", "instead",
            ],
        ) && !line.is(before.wrapping_sub(1), &["whether", "or"]);
        if no || word.ends_with("n't") || word.ends_with("n’t") {
            return true;
        }
        if !line.is(before, between) {
            break;
        }
        at = before;
    }
    is_wished(line, trigger)
}

/// `called for talks`, `offered to meet`, `if they meet`, `whether a summit`: told as a wish or a question.
fn is_wished(line: &Line<'_>, trigger: &Trigger) -> bool {
    let head = trigger.phrase.min(trigger.tokens.start);
    let near = |reach: usize, words: &[&str]| line.holds(head.saturating_sub(reach)..head, words);
    let asked = line.is(head.wrapping_sub(1), &["for"])
        && line
            .is(head.wrapping_sub(2), &["call", "calls", "called", "calling", "appeal", "appealed", "hopes", "hope"]);
    let conditional = near(4, &["if", "whether", "unless"]) && !trigger.is_definite;
    let urged = near(5, &["urged", "urges", "demanded", "demands", "wants", "wanted", "ready", "willing"])
        && line.is(head.wrapping_sub(1), &["to", "for", "hold", "start", "begin", "resume"]);
    // "May met Rutte" is no permission.
    let habit = line.is(head.wrapping_sub(1), &["to"]) && line.is(head.wrapping_sub(2), &["used"]);
    let might = trigger.is_verb() && matches!(line.before(head), "might" | "could" | "should" | "must" | "may");
    asked || conditional || urged || habit || might
}

/// `meets every second Tuesday`, `would meet once a year`, `as it does every three hours`.
pub(in crate::meetings) fn is_made_often(line: &Line<'_>, trigger: &Trigger) -> bool {
    let end = trigger.tokens.end;
    let often = |at: usize| {
        line.is(at, &["every", "weekly", "daily", "monthly", "annually", "regularly", "yearly", "routinely", "often"])
            || line.is(at, &["once", "twice"]) && line.is(at + 1, &["a"])
    };
    (end..end + 6).any(often)
        || (0..2).any(|at| line.is(at, &["when", "whenever"])) && line.is(end - 1, &["meet", "meets"])
}

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
    ];
    let end = trigger.tokens.end;
    let object =
        (end..end + 4).find(|&at| !line.is(at, &["the", "a", "all", "its", "their", "his", "her", "new", "these"]));
    let can = matches!(trigger.frame, Frame::Meets | Frame::Hosts | Frame::Discusses | Frame::Speaks);
    can && object.is_some_and(|at| line.is(at, things) || line.is(at + 1, things) && !line.is_capitalised(at))
}
