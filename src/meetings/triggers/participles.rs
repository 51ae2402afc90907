//! Participles that tell of a meeting: `Receiving X in Oslo, Y promised`, `while hosting X`, `visited Oslo, meeting X`.
//!
//! **In:** a sentence and a position. **Out:** in which frame the participle there names those who meet; and where the words
//! of its own begin, before which its subject stands. **Why:** `meeting` and `welcoming` are nouns and adjectives as often; only
//! the words on both sides tell.

use super::Frame;
use super::verbs::TITLES;
use crate::language::Line;

/// What a participle of the main clause's subject stands behind.
const LEADS: &[&str] = &["after", "before", "while", "when", "by", "upon", "since", "on"];
/// How many words behind a participle that opens a sentence the comma may stand.
const COMMA_REACH: usize = 24;

/// Verbs behind which the same subject does what the participle tells.
const ADMITTED: &[&str] = &[
    "seen",
    "spotted",
    "photographed",
    "filmed",
    "pictured",
    "admitted",
    "admits",
    "recalled",
    "recalls",
    "remembered",
    "remembers",
    "acknowledged",
    "confirmed",
    "enjoyed",
    "describes",
    "described",
    "regretted",
    "finished",
];

/// `A photograph showed X meeting Y`, `video of X greeting Y`.
fn is_pictured(line: &Line<'_>, at: usize) -> bool {
    let pictures = &[
        "showed",
        "shows",
        "showing",
        "photograph",
        "photographs",
        "photo",
        "photos",
        "picture",
        "pictures",
        "video",
        "footage",
        "image",
        "images",
        "photographed",
        "pictured",
        "filmed",
    ];
    line.is_capitalised(at.wrapping_sub(1)) && at > 0 && line.holds(at.saturating_sub(PICTURE_REACH)..at, pictures)
}

/// How many words before a participle the picture may be told.
const PICTURE_REACH: usize = 9;

/// In which frame the participle `word` at `at` names those who meet, and whether face to face.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<(Frame, bool)> {
    let frame = match word {
        "meeting" => Frame::Meets,
        "receiving" | "welcoming" | "hosting" | "greeting" => Frame::Hosts,
        _ => return None,
    };
    let opens = opens_the_sentence(line, at);
    let someone = |at: usize| line.is_capitalised(at) || line.is(at, &["his", "her"]);
    let whom = someone(at + 1) || frame == Frame::Meets && line.is(at + 1, &["with"]) && someone(at + 2);
    let whom = whom && (frame == Frame::Meets || !opens || is_guest(line, at + 1, word));
    // "Meeting in Oslo on Monday, X and Y agreed".
    let together = opens && frame == Frame::Meets && line.is(at + 1, &["in", "at", "on", "for"]);
    let behind = line.word(at.wrapping_sub(1)) == "," && frame == Frame::Meets && !opens;
    // "X and Y, meeting in Oslo on Monday, agreed".
    let aside =
        behind && line.is_capitalised(at.wrapping_sub(2)) && line.is(at + 1, &["in", "at", "on", "for", "behind"]);
    let together = together || aside;
    let led = line.is(at.wrapping_sub(1), LEADS) || line.is(at.wrapping_sub(1), ADMITTED) || is_pictured(line, at);
    // "after meeting X" is read as the noun of the same form.
    let noun = word == "meeting" && line.is(at.wrapping_sub(1), &["after", "before", "since", "upon"]);
    let goes_on = frame == Frame::Hosts && is_progressive(line, at, word);
    (together || goes_on || whom && (opens || behind || led && !noun)).then_some((frame, true))
}

/// `is hosting X in Oslo`, `was receiving President Y when`: what a host does while it is told; one hosts contests, too.
fn is_progressive(line: &Line<'_>, at: usize, word: &str) -> bool {
    let before = at.wrapping_sub(1 + usize::from(line.is(at.wrapping_sub(1), &["now", "also", "currently", "still"])));
    let alone = line.is_capitalised(at + 1) && !line.is_capitalised(at + 2);
    let as_a_guest = if alone && line.is(at + 2, &["at", "for", "over"]) { "receiving" } else { word };
    line.is(before, &["is", "are", "was", "were", "be", "been"])
        && !line.is(at + 1, SHOWS)
        && is_guest(line, at + 1, as_a_guest)
}

/// What is hosted under one word.
const SHOWS: &[&str] = &["Eurovision", "Expo", "Euro", "Olympics"];

/// Whether someone stands behind the `verb` of a house, and no prize, ruling or contest: `Receiving X in Oslo`, `Hosting French
/// president X`; not `Receiving Nobel honours`, `Welcoming Monday's ruling`, `Hosting Eurovision`.
fn is_guest(line: &Line<'_>, at: usize, verb: &str) -> bool {
    if line.is(at, &["his", "her"]) {
        return true;
    }
    let of_the_name = |at: &usize| {
        line.is_capitalised(*at) || line.is(*at, TITLES) || line.is(*at, PARTICLES) || line.word(*at) == "-"
    };
    let end = (at..at + LONGEST_GUEST).take_while(of_the_name).last().map_or(at, |last| last + 1);
    let names_of_time = line.holds(at..end, DAYS);
    let thing = end > at && line.is(end - 1, CONTESTS);
    let leads_on = !line.word(end).chars().any(char::is_alphanumeric) || line.is(end, BEHIND);
    let possessive = line.is(end, &["'s", "’s", "'", "’"]) || line.word(end.wrapping_sub(1)).ends_with("'s");
    // A house hosts contests and fairs under one word as often as guests.
    let alone = end == at + 1 && verb == "hosting";
    end > at && leads_on && !possessive && !names_of_time && !thing && !alone
}

/// How many words a guest's titles and name may have.
const LONGEST_GUEST: usize = 10;
/// Lower-case words within a name.
const PARTICLES: &[&str] = &["bin", "van", "von", "de", "der", "al", "el", "ibn", "da", "di", "del"];
/// What stands behind the name of a guest.
const BEHIND: &[&str] = &[
    "in",
    "at",
    "on",
    "and",
    "for",
    "over",
    "from",
    "of",
    "as",
    "with",
    "to",
    "late",
    "early",
    "yesterday",
    "today",
    "this",
    "last",
    "during",
    "after",
    "before",
    "near",
    "there",
    "here",
    "again",
];
/// Names of time, whose rulings, guests and games are welcomed.
const DAYS: &[&str] =
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Easter", "Christmas"];
/// How the names of what is hosted or received end that is nobody.
const CONTESTS: &[&str] = &[
    "Contest",
    "Cup",
    "Games",
    "Olympics",
    "Prize",
    "Award",
    "Awards",
    "Medal",
    "Festival",
    "Week",
    "Day",
    "Fair",
    "Expo",
    "Open",
    "League",
    "Final",
    "Forum",
    "Summit",
    "Conference",
];

/// Whether the participle at `at` opens its sentence, whose main clause follows a comma.
pub(in crate::meetings) fn opens_the_sentence(line: &Line<'_>, at: usize) -> bool {
    let first = at == 0 || matches!(line.before(at), "-" | "–" | "—" | ")");
    let comma = || (at + 2..at + COMMA_REACH).any(|at| line.word(at) == ",");
    is_participle(line, at) && line.is_capitalised(at) && first && comma()
}

/// Where the words of the participle at `at` begin, with what leads to it: its subject stands before them. `None` where it is
/// none.
pub(in crate::meetings) fn lead(line: &Line<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    (is_participle(line, at) && line.is(before, LEADS)).then_some(before)
}

fn is_participle(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["meeting", "receiving", "welcoming", "hosting", "greeting"])
}
