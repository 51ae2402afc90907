//! A word of a sentence in, whether those around it make it tell of a meeting out: `an hour` that two spent is none in `an hour
//! later`, and `not` denies no meeting in `not only met`.

use crate::language::Line;

/// How much time tells of a meeting where two spent it, …
const HOW_MUCH: &[&str] = &[
    "a", "an", "half", "one", "two", "three", "four", "five", "six", "ten", "fifteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "ninety", "few", "several", "many", "some", "more",
];
/// … but not before these words …
const OF_THE_CLOCK: &[&str] = &["later", "after", "before", "earlier", "ago", "away", "from", "of"];
/// … nor behind these and its amount.
const BY_THE_CLOCK: &[&str] = &["in", "within", "after", "before", "by", "every", "per"];
/// Whose time it is, where it is the time of some who were told before.
const THEIRS: (&[&str], &[&str]) = (&["the", "their", "his", "her"], &["together", "with", "that", "they"]);
/// What one spends of time, so many words behind.
const TIME: (&[&str], usize) = (
    &["hour", "hours", "minutes", "day", "days", "yesterday", "morning", "afternoon", "evening", "night", "weekend"],
    5,
);
/// Within so many words of `me` stands with whom: `between the old chancellor and me`.
const PAIR_REACH: usize = 5;

/// Whether the word at `at` tells of time that was spent: `spent yesterday in`, `gave her an hour`, not `an hour later`, nor
/// `the rush hour`.
pub(super) fn is_spent(line: &Line<'_>, at: usize) -> bool {
    let (time, reach) = TIME;
    if line.is(at, &["spent"]) {
        return line.holds(at + 1..at + reach, time);
    }
    let Some(before) = at.checked_sub(1).filter(|_| !line.is(at + 1, OF_THE_CLOCK)) else { return false };
    let is_amount = line.is(before, HOW_MUCH) || line.word(before).bytes().all(|byte| byte.is_ascii_digit());
    let is_by_the_clock = line.holds(before.saturating_sub(2)..before, BY_THE_CLOCK);
    let is_theirs = line.is(before, THEIRS.0) && line.is(at + 1, THEIRS.1);
    line.is(before, &["for"]) || line.is(at + 1, &["together"]) || is_amount && !is_by_the_clock || is_theirs
}

/// `the chancellor and I`, `with me`, `between her and me`; not `Peter I and`, nor `told her and me`.
pub(super) fn is_with_another(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return line.word(at) == "I" && line.is(at + 1, &["and"]) };
    let is_joined = line.is(before, &["and"]);
    if line.is(at, &["me"]) {
        let since = before.saturating_sub(PAIR_REACH)..before;
        return line.is(before, &["with"]) || is_joined && line.holds(since, &["with", "between"]);
    }
    // `World War I and the peace`.
    let is_numeral = line.word(before).starts_with(char::is_uppercase);
    line.word(at) == "I" && (is_joined || !is_numeral && line.is(at + 1, &["and"]))
}

/// Whether `not` or `without` at `at` tells that some did not meet: not in `not only met`, nor in `had not met since May`, which
/// tells of what ended it.
pub(super) fn is_unmet(line: &Line<'_>, at: usize) -> bool {
    let Some(met) = (at + 1..at + 3).find(|met| line.is(*met, &["met", "meet", "spoken", "talked"])) else {
        return false;
    };
    let had = at.checked_sub(1).is_some_and(|before| line.is(before, &["had"]));
    let is_ended = had && line.holds(met + 1..met + PAIR_REACH, &["since", "until"]);
    !line.is(at + 1, &["only", "just", "merely"]) && !is_ended
}
