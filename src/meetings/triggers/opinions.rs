//! What somebody thinks of somebody: a verb in its sentence in, whether it tells of an opinion and no meeting out.
//!
//! **Why:** two agree in a room, and one agrees with another from afar; one sees a visitor, and a rival in a colleague.

use super::Trigger;
use crate::language::Line;

/// `agreed with X on Monday that it was late`: of one mind, and in no room.
pub(super) fn shares_a_view(line: &Line<'_>, trigger: &Trigger) -> bool {
    let end = trigger.tokens.end;
    let to = (end..end + VIEW_REACH).find(|&at| line.is(at, &["that", "to", "on"]) && !line.is_capitalised(at + 1));
    line.is(trigger.tokens.start, &["agreed"]) && line.is(end, &["with"]) && to.is_none_or(|at| line.is(at, &["that"]))
}

/// How many words behind `agreed with` the view may stand.
const VIEW_REACH: usize = 14;

/// `sees Minister X as a rival`, `saw President X win`: what somebody thinks or looks at.
pub(super) fn is_rated(line: &Line<'_>, trigger: &Trigger) -> bool {
    let end = trigger.tokens.end;
    let name = (end..end + VIEW_REACH).take_while(|&at| line.is_capitalised(at) || line.is(at, &["the", "of"])).last();
    let next = name.map_or(end, |name| name + 1);
    let plain = line.word(next).chars().all(char::is_lowercase) && !line.word(next).is_empty();
    let light = line.is(trigger.tokens.start, &["sees"]) && line.is(next, &["in"]);
    line.is(trigger.tokens.start, &["saw", "sees"]) && name.is_some() && plain && (light || !line.is(next, OF_A_SIGHT))
}

/// Words behind a name that go on with the one who sees.
const OF_A_SIGHT: &[&str] = &[
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
    "last",
    "before",
    "after",
    "with",
    "over",
    "about",
    "who",
    "from",
    "there",
    "here",
    "or",
    "early",
    "late",
    "during",
    "alone",
    "briefly",
    "privately",
    "twice",
    "when",
    "while",
    "earlier",
    "off",
    "by",
    "because",
    "whom",
    "whose",
    "but",
    "near",
    "through",
];
