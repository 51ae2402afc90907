//! Descriptions of two people: `the two leaders`, `both presidents`, `the pair`, `the foreign ministers`.
//!
//! They mean the two whom the story told together last, if they hold the office; an office that those do not hold
//! is that of their states: after Putin met Biden, `the two foreign ministers` are Lavrov and Blinken.

use std::ops::Range;

use super::cast::{Cast, Player, Role};
use crate::language::calendar::Interval;
use crate::language::line::Line;
use crate::language::word_list::WordList;

/// How many sentences back a pair may stand for `the two presidents`, for `the two men` and for `the presidents`.
const LONG_REACH: usize = 10;
const REACH: usize = 6;
const SHORT_REACH: usize = 3;
/// How many mentions of people in one sentence are looked at.
const MOST_PLAYERS: usize = 64;
/// Words between two people who are told together.
const TOGETHER: &[&str] = &[
    "and",
    "with",
    "met",
    "meets",
    "meet",
    "to",
    "between",
    "called",
    "telephoned",
    "phoned",
    "hosted",
    "hosts",
    "received",
    "receives",
    "welcomed",
    "welcomes",
    "host",
    "receive",
    "welcome",
    "told",
    "greeted",
    "greets",
    "congratulated",
    "counterpart",
    "thanked",
];

/// Plural nouns for two people, with the office that each must have; `*` for any head.
const NOUNS: &[(&str, Option<&str>)] = &[
    ("leaders", Some("*")),
    ("presidents", Some("head-of-state")),
    ("premiers", Some("head-of-government")),
    ("chancellors", Some("head-of-government")),
    ("ministers", Some("minister")),
    ("diplomats", Some("minister")),
    ("statesmen", Some("*")),
    ("politicians", None),
    ("men", None),
    ("women", None),
];
/// With which of them, or with what before them, the words for two people begin.
const FIRST: WordList = WordList::of(&[
    "both",
    "two",
    "pair",
    "duo",
    "prime",
    "foreign",
    "defence",
    "defense",
    "leaders",
    "presidents",
    "premiers",
    "chancellors",
    "ministers",
    "diplomats",
    "statesmen",
    "politicians",
    "men",
    "women",
]);
/// What a verb of two people can be that does not end like one.
const VERBS: &[&str] = &[
    "met", "meet", "spoke", "speak", "talked", "talk", "agreed", "agree", "were", "are", "had", "have", "will",
    "would", "also", "then", "did", "said", "say", "shook", "held", "hold", "last", "first", "sat", "ate", "left",
    "went", "made", "gave", "took", "told", "walked", "can", "could", "never", "began", "wrote", "sang", "slept",
    "came", "may", "might", "must", "should", "do", "was",
];
/// What follows a verb and not an adjective.
const AFTER_VERB: &[&str] = &[
    "the", "a", "an", "to", "in", "on", "at", "with", "by", "that", "for", "over", "about", "their", "his", "her",
    "each", "how", "during", "after", "before", "from", "it", "them", "and", ".", ",", "when", "as", "what", "into",
    "out", "up",
];

/// Words for two people in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub tokens: Range<usize>,
    /// What both must hold.
    office: Option<&'static str>,
    /// Whether the words tell that they are two.
    is_counted: bool,
    are_men: bool,
    are_women: bool,
}

/// The words for two people that begin at `at`.
pub(super) fn words_at(line: &Line<'_>, at: usize) -> Option<Words> {
    if !line.is_of(at, &FIRST) {
        return None;
    }
    let the = line.is(at.wrapping_sub(1), &["the"]);
    let both = line.is(at, &["both"]);
    if !the && !both {
        return None;
    }
    let number = both || line.is(at, &["two"]);
    if the && line.is(at, &["pair", "duo"]) {
        return is_subject(line, at + 1).then(|| Words::new(at..at + 1, None, true));
    }
    let first = if number { at + 1 } else { at };
    // "the two foreign ministers", "both prime ministers".
    let kind = [
        ("prime", "head-of-government"),
        ("foreign", "foreign-minister"),
        ("defence", "defence-minister"),
        ("defense", "defence-minister"),
    ];
    let kind = kind.iter().find(|(word, _)| line.is(first, &[word])).map(|(_, office)| *office);
    let noun = if kind.is_some() { first + 1 } else { first };
    let Some((_, office)) = NOUNS.iter().find(|(word, _)| line.is(noun, &[word])) else {
        // "The two shook hands", "both agreed".
        return (number && kind.is_none() && is_subject(line, first)).then(|| Words::new(at..at + 1, None, true));
    };
    if kind.is_some() && !line.is(noun, &["ministers"]) || !number && office.is_none() {
        return None;
    }
    let ends = !line.is(noun + 1, &["of", "from", "who", "and", "whose", "for"]) && !line.is_capitalised(noun + 1);
    let words = Words {
        are_men: line.is(noun, &["men", "statesmen"]),
        are_women: line.is(noun, &["women"]),
        ..Words::new(at..noun + 1, kind.or(*office), number)
    };
    ends.then_some(words)
}

/// Whether what stands at `at` follows a subject that is complete.
fn is_subject(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && line.is(at + 1, AFTER_VERB);
    line.is(at, VERBS) || regular || line.is(at, &[".", ",", "'s", "’s"])
}

impl Words {
    const fn new(tokens: Range<usize>, office: Option<&'static str>, is_counted: bool) -> Self {
        Self { tokens, office, is_counted, are_men: false, are_women: false }
    }

    /// The two people of the story whom the words at sentence `number` mean.
    pub(super) fn resolve(
        &self,
        lines: &[Line<'_>],
        number: usize,
        cast: &Cast,
        days: Option<Interval>,
    ) -> Option<[usize; 2]> {
        let reach = match self.office {
            _ if !self.is_counted => SHORT_REACH,
            Some(office) if office != "*" => LONG_REACH,
            _ => REACH,
        };
        let fits = |pair: &[usize; 2]| {
            pair.iter().all(|person| cast.people.get(*person).is_some_and(|role| self.fits(role, days)))
        };
        let together = last_pair(lines, number, self.tokens.start, reach, cast);
        let only = || only_two(number, cast).filter(|_| self.is_counted);
        // "Powell received Kagame. Both presidents …": not those told last, but the two of the story who hold the office.
        let holders = || self.office.filter(|_| self.is_counted).and_then(|_| self.only_holders(number, cast, days));
        together.filter(fits).or_else(|| only().filter(fits)).or_else(holders)
    }

    /// The only two of those told so far who hold the office.
    fn only_holders(&self, number: usize, cast: &Cast, days: Option<Interval>) -> Option<[usize; 2]> {
        let told = cast.people.iter().enumerate().take(MOST_PLAYERS).filter(|(_, role)| role.first.0 <= number);
        let (holders, others): (Vec<_>, Vec<_>) = told.partition(|(_, role)| self.fits(role, days));
        // Where nobody else is told, the two were told apart on purpose.
        let [(one, _), (other, _)] = holders.as_slice() else { return None };
        (!others.is_empty()).then_some([*one, *other])
    }

    /// The office of the states of the two who were told together last, if these hold another one.
    pub(super) fn other_office(&self) -> Option<&'static str> {
        self.office.filter(|office| !matches!(*office, "*" | "minister"))
    }

    /// Whether the person can be meant; someone whom neither the tables nor the story give any office can only be one of
    /// two men.
    fn fits(&self, role: &Role, days: Option<Interval>) -> bool {
        if self.are_men && role.is_woman == Some(true) || self.are_women && role.is_woman == Some(false) {
            return false;
        }
        let Some(office) = self.office else { return true };
        let is = |held: &str| match office {
            "*" => held.starts_with("head-of-") || matches!(held, "supreme-leader" | "leader"),
            "minister" => held.ends_with("minister"),
            office => held == office,
        };
        role.holds(is, days)
    }
}

/// The two people told together last before `at`: the nearest sentence that names several must name just two.
pub(super) fn last_pair(lines: &[Line<'_>], number: usize, at: usize, reach: usize, cast: &Cast) -> Option<[usize; 2]> {
    for row in (number.saturating_sub(reach)..=number).rev() {
        let players = cast.players.get(row)?.iter().filter(|player| row < number || player.tokens.end <= at);
        let mut people: Vec<&Player> = Vec::new();
        for player in players.take(MOST_PLAYERS) {
            if !people.iter().any(|other| other.person == player.person) {
                people.push(player);
            }
        }
        match people.as_slice() {
            [] | [_] => {}
            [one, other] => {
                let line = lines.get(row)?;
                let gap = one.tokens.end..other.tokens.start;
                let listed = gap.len() == 1 && line.is(gap.start, &[","]);
                let together = one.tokens == other.tokens || listed || line.holds(gap, TOGETHER);
                return together.then_some([one.person, other.person]);
            }
            _ => return None,
        }
    }
    None
}

/// The only two people whom the story has named before the sentence, each in a sentence of their own.
fn only_two(number: usize, cast: &Cast) -> Option<[usize; 2]> {
    let mut before = cast.people.iter().enumerate().filter(|(_, role)| role.first.0 < number);
    let ((one, first), (other, second)) = (before.next()?, before.next()?);
    (before.next().is_none() && first.first.0 != second.first.0).then_some([one, other])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_for_two_people_is_looked_for() {
        assert!(NOUNS.iter().all(|(noun, _)| FIRST.contains(noun)));
    }
}
