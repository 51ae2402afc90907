//! Words that tell of a meeting.
//!
//! **In:** one sentence. **Out:** its [`Trigger`]s: which words, noun or verb, what sort of meeting they speak of,
//! and how they point to it (`a meeting`, `the meeting`, `the seventh round`, `telephone interviews`).

use std::ops::Range;

use super::types::MeetingKind;
use crate::language::Line;

/// Words that tell of a meeting, at one place in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about the words, and any may go with any")]
pub(super) struct Trigger {
    /// Token positions of the head word (and of `phone` before it).
    pub tokens: Range<usize>,
    /// What the words say of its sort; participants may say more.
    pub kind: MeetingKind,
    /// `held a meeting` is a noun, `met` a verb.
    pub is_verb: bool,
    /// `the meeting`, `this conversation`: it may have been told before.
    pub is_definite: bool,
    /// `his recent meeting`: the one who is spoken of takes part.
    pub is_possessed: bool,
    /// `met`, `meeting`: face to face, where nothing says by telephone; `discussed` and `talks` leave it open.
    pub is_in_person: bool,
    /// `a new meeting`, `another round`: none that was told before.
    pub is_new: bool,
    /// `discussed`: what follows directly is the topic, not who is met.
    pub has_topic: bool,
    /// `talks` are one meeting, `meetings` and `telephone interviews` are several.
    pub is_plural: bool,
    /// 7 for `the seventh round`.
    pub ordinal: Option<u32>,
    /// `trilateral`, `four-way`: how many sides.
    pub sides: Option<usize>,
}

const ORDINALS: [&str; 30] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
];
const PHONE: &[&str] = &["phone", "telephone", "telephoned", "phoned", "video", "videoconference", "receiver"];
/// What makes a meeting none of ours when it stands before the noun.
const OTHER_GATHERINGS: &[&str] = &[
    "news",
    "press",
    "media",
    "town-hall",
    "hall",
    "board",
    "committee",
    "cabinet",
    "council",
    "shareholders",
    "team",
    "working",
    "prayer",
    "annual",
    "plenary",
    "staff",
    "emergency",
    "caucus",
    "parish",
    "party",
    "general",
];

/// The triggers of a sentence, in order.
pub(super) fn in_line(line: &Line<'_>) -> Vec<Trigger> {
    let on_phone = line.holds(0..line.len(), PHONE);
    let mut found: Vec<Trigger> = Vec::new();
    for at in 0..line.len() {
        let Some(trigger) = verb(line, at, on_phone).or_else(|| noun(line, at)) else { continue };
        if is_denied(line, &trigger) || meets_a_thing(line, &trigger) {
            continue;
        }
        // In "the seventh round of Astana talks" the round is told, not the talks.
        let within_round = found.last().is_some_and(|last| {
            last.kind == MeetingKind::Round
                && line.is(last.tokens.end, &["of"])
                && at < last.tokens.end + 7
                && !trigger.is_verb
        });
        if !within_round {
            found.push(trigger);
        }
    }
    found
}

/// `did not meet`, `has never met`, `refused to meet`, `no meeting`: told, but as what did not take place.
fn is_denied(line: &Line<'_>, trigger: &Trigger) -> bool {
    let between = &["have", "has", "had", "been", "be", "yet", "to", "even", "ever", "personally", "a", "any", "hold"];
    let mut at = trigger.tokens.start;
    while let Some(before) = at.checked_sub(1).filter(|before| trigger.tokens.start - before <= 5) {
        let word = line.word(before);
        let no =
            line.is(before, &["not", "never", "without", "refused", "refuses", "declined", "declines", "no", "cannot"]);
        if no || word.ends_with("n't") || word.ends_with("n’t") {
            return true;
        }
        if !line.is(before, between) {
            return false;
        }
        at = before;
    }
    false
}

/// `met the demands`, `meets the criteria`: fulfilled, not seen.
fn meets_a_thing(line: &Line<'_>, trigger: &Trigger) -> bool {
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
    trigger.is_verb
        && object.is_some_and(|at| line.is(at, things) || line.is(at + 1, things) && !line.is_capitalised(at))
}

/// `the two leaders discussed`, `both sides met`: those who were told before.
fn follows_the_sides(line: &Line<'_>, at: usize) -> bool {
    let sides = &["sides", "leaders", "presidents", "ministers", "parties", "men", "two", "they", "pair", "officials"];
    (at.saturating_sub(3)..at).any(|position| line.is(position, sides))
}

fn verb(line: &Line<'_>, at: usize, on_phone: bool) -> Option<Trigger> {
    let word = line.word(at).to_lowercase();
    let next = |words: &[&str]| line.is(at + 1, words);
    let kind = match word.as_str() {
        "met" | "meets" => Some(MeetingKind::Talks),
        "meet" if !line.is(at.wrapping_sub(1), &["a", "the"]) => Some(MeetingKind::Talks),
        "meeting" if line.is(at.wrapping_sub(1), &["is", "are", "was", "were", "been"]) => Some(MeetingKind::Talks),
        "received" | "receives" | "receive" | "hosted" | "hosts" | "welcomed" | "dines" | "dined" => {
            Some(MeetingKind::Talks)
        }
        "spoke" | "speaks" | "talked" | "spoken" | "negotiated" | "conferred" | "speaking"
            if next(&["with", "to", "by", "on", "over", "early", "in", "for"]) || on_phone =>
        {
            Some(if on_phone { MeetingKind::Call } else { MeetingKind::Talks })
        }
        "telephoned" | "phoned" => Some(MeetingKind::Call),
        "discussed" | "discusses" | "discuss"
            if !line.is(at.wrapping_sub(1), &["was", "were", "be", "been", "is", "are"]) =>
        {
            Some(if on_phone { MeetingKind::Call } else { MeetingKind::Talks })
        }
        "sat" if next(&["down"]) => Some(MeetingKind::Talks),
        "shook" | "shakes" if line.is(at + 1, &["hands"]) => Some(MeetingKind::Talks),
        _ => None,
    }?;
    Some(Trigger {
        tokens: at..at + 1,
        kind,
        is_verb: true,
        is_in_person: matches!(kind, MeetingKind::Talks)
            && !matches!(
                word.as_str(),
                "spoke" | "speaks" | "talked" | "spoken" | "speaking" | "discussed" | "discusses" | "discuss"
            ),
        is_new: line.holds(at..at + 4, &["again"]),
        has_topic: word.starts_with("discuss"),
        is_definite: follows_the_sides(line, at),
        is_possessed: false,
        is_plural: false,
        ordinal: None,
        sides: None,
    })
}

fn noun(line: &Line<'_>, at: usize) -> Option<Trigger> {
    let word = line.word(at).to_lowercase();
    let singular = word.strip_suffix('s').unwrap_or(&word);
    let kind = match singular {
        "meeting" if !line.is(at.wrapping_sub(1), &["is", "are", "was", "were", "been"]) => MeetingKind::Talks,
        "talk" if word == "talks" => MeetingKind::Talks,
        "negotiation" if word == "negotiations" => MeetingKind::Talks,
        "consultation" if word == "consultations" => MeetingKind::Talks,
        "conversation" | "audience" | "encounter" | "get-together" | "tete-a-tete" => MeetingKind::Talks,
        "call" | "interview" => MeetingKind::Call,
        "summit" => MeetingKind::Summit,
        "conference" | "congres" | "congress" | "forum" => MeetingKind::Conference,
        "round" => MeetingKind::Round,
        _ => return None,
    };
    let phrase = Phrase::around(line, at);
    let phoned = line.holds(phrase.start..at, PHONE);
    // "his call with Macron" is by telephone; "a call for talks" is not.
    let called = word == "call" && line.is(at + 1, &["with", "between"]);
    let gathering = matches!(singular, "call" | "interview") && !phoned && !called;
    if gathering || line.holds(phrase.start..at, OTHER_GATHERINGS) {
        return None;
    }
    if kind == MeetingKind::Round && !phrase.counts_talks(line, at) {
        return None;
    }
    let many = word.ends_with('s') && !matches!(word.as_str(), "talks" | "negotiations" | "consultations" | "congress");
    Some(Trigger {
        tokens: if phoned { at - 1..at + 1 } else { at..at + 1 },
        kind: if phoned { MeetingKind::Call } else { kind },
        is_verb: false,
        is_definite: line.holds(phrase.start..at, &["the", "this", "that", "their", "his", "her", "these", "its"]),
        is_in_person: matches!(singular, "meeting" | "audience" | "encounter" | "summit" | "get-together"),
        is_new: line.holds(phrase.start..at, &["new", "another", "further", "next", "second", "future"]),
        has_topic: false,
        is_possessed: line.holds(phrase.start..at, &["his", "her", "their", "my", "our"]),
        is_plural: many,
        ordinal: phrase.ordinal(line, at),
        sides: phrase.sides(line, at),
    })
}

/// The words before a noun that belong to it.
struct Phrase {
    start: usize,
}

impl Phrase {
    fn around(line: &Line<'_>, at: usize) -> Self {
        let mut start = at;
        while let Some(before) = start.checked_sub(1) {
            let word = line.word(before);
            let stops = word.is_empty()
                || !word.chars().any(char::is_alphanumeric)
                || line
                    .is(before, &["of", "in", "on", "with", "at", "to", "and", "for", "from", "by", "after", "during"])
                || line.is(before, &["said", "told", "following", "held", "hold", "about", "before", "took", "were"])
                || at - before > 6;
            if stops && !(line.is(before, &["-"]) && at - before < 4) {
                break;
            }
            start = before;
        }
        Self { start }
    }

    /// Whether a `round` is one of talks: `the seventh round of Astana talks`, `six rounds of the negotiations`.
    fn counts_talks(&self, line: &Line<'_>, at: usize) -> bool {
        let told = line.is(at + 1, &["of"])
            && line.holds(
                at + 2..at + 7,
                &["talks", "negotiations", "consultations", "meetings", "discussions", "process"],
            );
        told || self.ordinal(line, at).is_some() && !line.is(at + 1, &["of"])
    }

    fn ordinal(&self, line: &Line<'_>, at: usize) -> Option<u32> {
        (self.start..at).find_map(|position| ordinal_at(line, position))
    }

    fn sides(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        (self.start..at).find_map(|position| {
            let word = line.word(position).to_lowercase();
            match word.as_str() {
                "bilateral" => Some(2),
                "trilateral" | "tripartite" => Some(3),
                "quadrilateral" | "four" if line.is(at, &["talks"]) => Some(4),
                "three" | "four" | "five" | "six"
                    if line.is(position + 1, &["-"]) && line.is(position + 2, &["way", "party"]) =>
                {
                    ["three", "four", "five", "six"].iter().position(|name| *name == word).map(|n| n + 3)
                }
                _ => None,
            }
        })
    }
}

/// `seventh`, `26th` as a number.
pub(super) fn ordinal_at(line: &Line<'_>, at: usize) -> Option<u32> {
    let word = line.word(at).to_lowercase();
    let spelled = ORDINALS.iter().position(|name| *name == word).and_then(|n| u32::try_from(n + 1).ok());
    let ending = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    spelled.or_else(|| ending.and_then(|digits| digits.parse().ok()))
}

/// `six`, `6` as a number.
pub(super) fn count(word: &str) -> Option<usize> {
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = word.to_lowercase();
    names.iter().position(|name| *name == word).map(|n| n + 1).or_else(|| word.parse().ok())
}
