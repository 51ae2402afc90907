//! The words of a noun's own phrase: where it begins, which number it gives, how many sides it counts.

use crate::language::{Line, ORDINALS};

const TENS: [(&str, u32); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// What talks are measured in.
const MEASURES: &[&str] =
    &["hour", "hours", "minutes", "day", "days", "week", "weeks", "months", "series", "string", "session", "rounds"];

/// What is done with a meeting: none of these is part of its noun's phrase.
const HELD: &[&str] = &[
    "held",
    "hold",
    "holds",
    "holding",
    "had",
    "have",
    "has",
    "having",
    "began",
    "begin",
    "begins",
    "open",
    "opens",
    "opened",
    "start",
    "starts",
    "started",
    "resume",
    "resumes",
    "resumed",
    "conclude",
    "concluded",
    "ended",
    "finished",
    "wrapped",
    "wound",
    "up",
    "attend",
    "attended",
    "attends",
    "chaired",
    "chairs",
    "addressed",
    "addresses",
    "address",
    "inaugurated",
    "attending",
    "hosted",
    "hosts",
    "will",
    "would",
    "cancelled",
    "canceled",
    "postponed",
    "off",
    "already",
    "who",
    "which",
    "that",
];

/// What talks are about, told before them.
const SUBJECTS: &[&str] = &[
    "economic",
    "trade",
    "military",
    "political",
    "security",
    "energy",
    "border",
    "water",
    "wage",
    "pay",
    "cordial",
    "frank",
    "friendly",
    "warm",
    "hearty",
    "fruitful",
    "open",
    "lengthy",
    "financial",
    "technical",
    "cultural",
    "commercial",
];

/// Those of whom one says in the plural whose meeting it was.
pub(super) const OWNERS: &[&str] =
    &["presidents", "leaders", "ministers", "premiers", "chancellors", "envoys", "negotiators", "kings", "secretaries"];

/// The words before a noun that belong to it.
pub(super) struct Phrase {
    /// Position of its first word.
    pub start: usize,
}

impl Phrase {
    /// The phrase whose head stands at `at`.
    pub(super) fn around(line: &Line<'_>, at: usize) -> Self {
        let mut start = at;
        while let Some(before) = start.checked_sub(1) {
            let word = line.word(before);
            if let Some(open) = line.quoted_word(before) {
                start = open;
                continue;
            }
            let stops = word.is_empty()
                || !word.chars().any(char::is_alphanumeric)
                || line.is(
                    before,
                    &[
                        "of", "in", "on", "with", "at", "to", "and", "for", "from", "by", "after", "during", "over",
                        "into", "under", "near", "as", "between",
                    ],
                )
                || line.is(before, &["said", "told", "following", "about", "before", "took", "take", "were", "was"])
                || line.is(before, HELD)
                || at - before > 6;
            // "economic and trade talks".
            let paired = word == "and" && line.is(before + 1, SUBJECTS) && line.is(before.wrapping_sub(1), SUBJECTS);
            // "both chancellors' winter call".
            let owned = matches!(word, "'" | "’")
                && line.word(before.wrapping_sub(1)).ends_with('s')
                && line.is(before.wrapping_sub(1), OWNERS);
            let joined = paired || owned || matches!(word, "-" | "–") && at - before < 4;
            if stops && !joined {
                break;
            }
            start = before;
        }
        // "two days of talks", "a string of conversations".
        if line.is(start.wrapping_sub(1), &["of"]) && line.is(start.wrapping_sub(2), MEASURES) {
            let counted =
                |at: &usize| line.is(*at, &["a", "an", "the", "full", "long"]) || count(line.word(*at)).is_some();
            start -= 2;
            start = (0..start).rev().take_while(counted).last().unwrap_or(start);
        }
        Self { start }
    }

    /// Whether a `round` is one of talks: `the seventh round of Astana talks`, `six rounds of the negotiations`.
    pub(super) fn counts_talks(&self, line: &Line<'_>, at: usize) -> bool {
        let talks = &[
            "talks",
            "negotiations",
            "consultations",
            "meetings",
            "discussions",
            "process",
            "dialogue",
            "exchanges",
            "conversations",
            "commission",
        ];
        // "the seventh round of the talks", "cycle 41 of the conversations".
        let of = at + 1 + usize::from(line.word(at + 1).parse::<u32>().is_ok());
        let told = line.is(of, &["of"]) && line.holds(of + 1..of + 7, talks);
        told || self.ordinal(line, at).is_some() && !line.is(at + 1, &["of"])
    }

    /// `the meeting`, `their talks`, `Monday's meeting`: one that may have been told.
    pub(super) fn is_definite(&self, line: &Line<'_>, at: usize) -> bool {
        let days = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let of_a_day = |at: usize| line.is(at, days) && line.is(at + 1, &["'s", "’s"]);
        line.holds(self.start..at, &["the", "this", "that", "their", "his", "her", "these", "its"])
            || (self.start..at).any(of_a_day)
    }

    /// `a new meeting`, `one more round`: none that was told before.
    pub(super) fn is_new(&self, line: &Line<'_>, at: usize) -> bool {
        line.holds(self.start..at, &["new", "another", "further", "next", "future", "fresh"])
            || (self.start..at).any(|at| line.reads(at, "one more"))
    }

    /// `It was the fifth parley`: said of the one that was told.
    pub(super) fn is_of_the_told(&self, line: &Line<'_>) -> bool {
        line.is(self.start.wrapping_sub(1), &["was", "is"])
            && line.is(self.start.wrapping_sub(2), &["this", "it", "that"])
    }

    /// 7 for `the seventh round`.
    pub(super) fn ordinal(&self, line: &Line<'_>, at: usize) -> Option<u32> {
        (self.start..at).find_map(|position| ordinal_at(line, position))
    }

    /// 3 for `the trilateral summit`.
    pub(super) fn sides(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        (self.start..at).find_map(|position| {
            let word = line.word(position).to_lowercase();
            match word.as_str() {
                "bilateral" => Some(2),
                "trilateral" | "tripartite" | "three-way" => Some(3),
                "quadrilateral" | "four-way" => Some(4),
                // "There were four talks" of a translator are talks of four; "held four talks" counts them.
                "four" if line.is(at, &["talks"]) && line.is(position.wrapping_sub(1), &["was", "were"]) => Some(4),
                "three" | "four" | "five" | "six"
                    if line.is(position + 1, &["-"]) && line.is(position + 2, &["way", "party"]) =>
                {
                    count(&word)
                }
                "five-party" => Some(5),
                "six-party" => Some(6),
                _ => None,
            }
        })
    }
}

/// `seventh`, `26th`, `twenty-sixth` as a number.
pub(in crate::meetings) fn ordinal_at(line: &Line<'_>, at: usize) -> Option<u32> {
    let word = line.word(at);
    if !ends_as_ordinal(word) {
        return None;
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    if let Some(number) = digits.and_then(|digits| digits.parse().ok()) {
        return Some(number);
    }
    let word = word.to_lowercase();
    let unit = |word: &str| ORDINALS.iter().position(|name| *name == word).and_then(|n| u32::try_from(n + 1).ok());
    // "twenty-sixth" is three words to the rules.
    let joined = || {
        let tens = at.checked_sub(2).filter(|_| matches!(line.before(at), "-" | "‑"))?;
        let (_, tens) = TENS.iter().find(|(name, _)| line.is(tens, &[name]))?;
        unit(&word).filter(|rest| *rest < 10).map(|rest| tens + rest)
    };
    joined().or_else(|| unit(&word)).or_else(|| {
        let (tens, rest) = word.split_once('-')?;
        let (_, tens) = TENS.iter().find(|(name, _)| *name == tens)?;
        unit(rest).filter(|rest| *rest < 10).map(|rest| tens + rest)
    })
}

/// Whether a word ends like `first`, `second`, `third` or `fourth`: most end otherwise, and need not be looked up.
fn ends_as_ordinal(word: &str) -> bool {
    let [.., a, b] = word.as_bytes() else { return false };
    matches!(&[a.to_ascii_lowercase(), b.to_ascii_lowercase()], b"st" | b"nd" | b"rd" | b"th")
}

/// `six`, `6` as a number.
pub(in crate::meetings) fn count(word: &str) -> Option<usize> {
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = word.to_lowercase();
    names.iter().position(|name| *name == word).map(|n| n + 1).or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ordinal_ends_as_one() {
        assert!(ORDINALS.iter().all(|word| ends_as_ordinal(word) && ends_as_ordinal(&word.to_uppercase())));
        assert!(["1st", "22nd", "3rd", "14th"].iter().all(|word| ends_as_ordinal(word)));
        assert!(["", "t", "six", "rounds", "é"].iter().all(|word| !ends_as_ordinal(word)));
    }
}
