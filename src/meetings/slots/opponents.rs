//! Two sides told by what they are: `the government and the rebels`, `union and management negotiators`.
//!
//! **In:** a trigger in its sentence. **Out:** whether such a pair meets. **Why:** where no name stands, two such words still tell that
//! two sides met; who they are, the story may say elsewhere.

use std::ops::Range;

use super::clause;
use crate::meetings::scene::Row;
use crate::meetings::triggers::{Frame, Trigger};

/// Sides of a conflict or a dispute.
const SIDES: &[&str] = &[
    "government",
    "army",
    "military",
    "junta",
    "opposition",
    "rebel",
    "rebels",
    "guerrilla",
    "guerrillas",
    "insurgents",
    "separatists",
    "militia",
    "management",
    "union",
    "unions",
    "employers",
    "strikers",
];
/// Words of one of them alone, which do not make the other side of each other.
const REBELS: &[&str] = &["rebel", "rebels", "guerrilla", "guerrillas", "insurgents", "separatists", "militia"];
/// Those whom a side sends.
const SENT: &[&str] = &[
    "negotiators",
    "commanders",
    "delegations",
    "delegates",
    "representatives",
    "officials",
    "leaders",
    "teams",
    "envoys",
    "sides",
    "generals",
    "officers",
];
/// How many words before its verb the pair may stand …
const REACH: usize = 14;
/// … and behind a noun.
const BEHIND: usize = 10;
/// How many words may stand between two sides.
const APART: usize = 4;

/// Whether two sides told so meet by the words of `trigger`.
pub(super) fn meet(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let end = trigger.tokens.end;
    let acts = matches!(trigger.frame, Frame::Meets | Frame::Speaks);
    let holds = || {
        line.holds(
            head.saturating_sub(3)..head,
            &[
                "held", "hold", "holds", "resumed", "resume", "began", "begin", "opened", "start", "started", "ended",
                "had",
            ],
        )
    };
    let low = clause::start(row, head, true).max(head.saturating_sub(REACH)).max(row.start);
    let subject = (acts || !trigger.is_verb() && holds())
        && pair(row, low..head).is_some_and(|pair| is_free(row, pair.end..head));
    let between = !trigger.is_verb()
        && line.is(end, &["between"])
        && pair(row, end + 1..end + BEHIND).is_some_and(|pair| pair.start <= end + 3);
    subject || between
}

/// The words of two sides joined by `and`.
fn pair(row: &Row<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let line = &row.line;
    let side = |at: usize| line.is(at, SIDES) && !line.is_capitalised(at) || at == row.start && line.is(at, SIDES);
    let and = words.clone().find(|&at| line.is(at, &["and"]))?;
    let near = |at: &usize| words.contains(at) && side(*at);
    let first = (and.saturating_sub(APART)..and).rev().find(near)?;
    let second = (and + 1..and + APART).find(near)?;
    let same =
        line.is(first, REBELS) && line.is(second, REBELS) || line.word(first).eq_ignore_ascii_case(line.word(second));
    let end = second + 1 + usize::from(line.is(second + 1, SENT));
    (!same).then_some(first..end)
}

/// Whether between the pair and what they do nobody else and nothing of theirs stands: `the government and the rebels' camp was`.
fn is_free(row: &Row<'_>, words: Range<usize>) -> bool {
    let line = &row.line;
    let light = &[
        "on", "in", "at", "are", "were", "will", "to", "have", "had", "also", "then", "again", "expected", "due",
        "set", "said", "they", "would", "should", "held", "hold", "resumed", "resume", "began", "begin", "opened",
        "start", "started", "ended", "later", "peace", "their", "new", "first", "fresh", "formal", "direct", "a",
        "the", "face", "second", "third", "round", "of",
    ];
    words.into_iter().all(|at| line.is(at, light) || row.is_date_at(at) || row.spot_at(at).is_some())
}
