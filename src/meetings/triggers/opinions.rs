//! What somebody thinks of somebody: a verb in its sentence in, whether it tells of an opinion and no meeting out.
//!
//! **Why:** two agree in a room, and one agrees with another from afar; one sees a visitor, and a rival in a colleague.

use super::Trigger;
use super::verbs::TITLES;
use crate::language::Line;

/// `agreed with X on Monday that it was late`: of one mind, and in no room.
pub(super) fn shares_a_view(line: &Line<'_>, trigger: &Trigger) -> bool {
    let end = trigger.tokens.end;
    let to = (end..end + VIEW_REACH).find(|&at| line.is(at, &["that", "to", "on"]) && !line.is_capitalised(at + 1));
    line.is(trigger.tokens.start, &["agreed"]) && line.is(end, &["with"]) && to.is_none_or(|at| line.is(at, &["that"]))
}

/// How many words behind `agreed with` the view may stand.
const VIEW_REACH: usize = 14;

/// `sees Minister X as a rival`, `saw President X win`, `saw President X elected`: what somebody thinks or looks at.
pub(super) fn is_rated(line: &Line<'_>, trigger: &Trigger) -> bool {
    if !line.is(trigger.tokens.start, &["saw", "sees"]) {
        return false;
    }
    let end = trigger.tokens.end;
    let of_the_name = |at: &usize| line.is_capitalised(*at) || line.is(*at, &["the", "of"]) || line.is(*at, TITLES);
    let next = (end..end + VIEW_REACH).take_while(of_the_name).last().map_or(end, |name| name + 1);
    // "saw the president leave", "saw the president, X": only behind a name does an act tell what was looked at.
    if !line.is_capitalised(next.wrapping_sub(1)) || next == end {
        return false;
    }
    let light = line.is(trigger.tokens.start, &["sees"]) && line.is(next, &["in"]) && !line.is_capitalised(next + 1);
    light || line.is(next, &["as"]) || is_act(line, next)
}

/// `win`, `smiling`, `elected`: what the one who is seen does, or what is done to them.
fn is_act(line: &Line<'_>, at: usize) -> bool {
    // "re-elected" may be one word or three.
    let at = if line.word(at + 1) == "-" { at + 2 } else { at };
    let word = line.word(at);
    let lower = word.len() > 4 && word.chars().all(|c| c.is_lowercase() || c == '-');
    let doing = word.ends_with("ing") && !line.is(at, NO_ACTS);
    // "unaccompanied", "unannounced" tell in what way they met.
    let done = word.ends_with("ed") && !word.starts_with("un");
    lower && (doing || done) || !line.is_capitalised(at) && line.is(at, ACTS)
}

/// Words that only end like a participle.
const NO_ACTS: &[&str] = &["during", "following", "evening", "morning", "regarding", "concerning"];

/// What somebody may be seen to do or to have done to them, in forms that have no ending of their own.
const ACTS: &[&str] = &[
    "win",
    "lose",
    "leave",
    "resign",
    "fall",
    "fail",
    "rise",
    "go",
    "come",
    "arrive",
    "depart",
    "take",
    "make",
    "give",
    "get",
    "become",
    "grow",
    "speak",
    "say",
    "tell",
    "sign",
    "vote",
    "walk",
    "run",
    "drive",
    "fly",
    "stand",
    "sit",
    "smile",
    "laugh",
    "weep",
    "cry",
    "sleep",
    "eat",
    "drink",
    "dance",
    "sing",
    "play",
    "score",
    "beat",
    "lead",
    "open",
    "close",
    "lay",
    "cut",
    "turn",
    "try",
    "break",
    "die",
    "move",
    "return",
    "step",
    "wave",
    "bow",
    "pay",
    "join",
    "lift",
    "carry",
    "hold",
    "struggle",
    "triumph",
    "succeed",
    "sworn",
    "beaten",
    "crowned",
    "shot",
    "overthrown",
];
