//! Two people in a sentence in, everything about them and their sentence that may tell whether they were together out.
//!
//! Recognised names are not noticed, for it must not matter who
//! it is; the place of each word is, for `with` between two names says more than elsewhere.

use std::ops::Range;

use crate::language::clusters_of;
use crate::meetings::learned::{Notice, Tell, plain, size};
use crate::meetings::scene::{How, Row};

/// How the sentence joins the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meetings) enum Link {
    /// `A and B`.
    And,
    /// `A … with B`.
    With,
    /// `A told B`, `A drove B`.
    Object,
    /// `the two`, `they`.
    Both,
    /// By nothing that is known.
    Loose,
}

/// Two in a sentence, as they stand in it.
#[derive(Clone, Debug)]
pub(in crate::meetings) struct Couple {
    /// The words of the first and of the second; the same for `the two`.
    pub words: [Range<usize>; 2],
    /// How each is told.
    pub how: [How; 2],
    /// How they are joined.
    pub link: Link,
    /// Whether they act for one state or body.
    pub is_of_one_side: bool,
    /// How many of the two act for a state or body, or are called by an office.
    pub in_office: u16,
    /// Points for signs of company, as `in_company` counts them.
    pub points: u32,
    /// Whether what they did is denied, supposed or quoted.
    pub is_untold: bool,
    /// Whether one of the meetings told last before is of the same two.
    pub is_told: bool,
}

/// Words behind the second of the two that are noticed as standing there.
const BEHIND: usize = 8;

/// Tells everything that is noticed to `tell`: the slot, and what.
pub(super) fn notice(row: &Row<'_>, couple: &Couple, number: usize, tell: Tell<'_>) {
    tell("always", Notice::Number(0));
    of_the_two(couple, tell);
    of_the_sentence(row, number, tell);
    of_its_words(row, couple, tell);
}

fn of_the_two(couple: &Couple, tell: Tell<'_>) {
    let how = |how| match how {
        How::Named => 'N',
        How::Described => 'D',
        How::Role => 'R',
        How::Pronoun => 'P',
    };
    let [a, b] = couple.how.map(how);
    let mut buffer = [0; 2];
    for (place, letter) in buffer.iter_mut().zip([a, b]) {
        *place = u8::try_from(letter).unwrap_or(b'?');
    }
    tell("told-as", Notice::Word(std::str::from_utf8(&buffer).unwrap_or_default()));
    let link = match couple.link {
        Link::And => "and",
        Link::With => "with",
        Link::Object => "object",
        Link::Both => "both",
        Link::Loose => "loose",
    };
    tell("joined", Notice::Word(link));
    tell("in-office", Notice::Number(couple.in_office));
    tell("signs", Notice::Number(size(usize::try_from(couple.points).unwrap_or(usize::MAX) / 2)));
    let [first, second] = &couple.words;
    tell("gap", Notice::Number(size(second.start.saturating_sub(first.end).div_ceil(4))));
    for (is, slot) in
        [(couple.is_of_one_side, "of-one-side"), (couple.is_untold, "untold"), (couple.is_told, "told-elsewhere")]
    {
        if is {
            tell(slot, Notice::Number(1));
        }
    }
}

fn of_the_sentence(row: &Row<'_>, number: usize, tell: Tell<'_>) {
    let people = row.actors.iter().filter(|actor| actor.is_person && actor.how != How::Pronoun).count();
    tell("people", Notice::Number(size(people)));
    let bodies = row.actors.iter().filter(|actor| !actor.is_person).count();
    tell("bodies", Notice::Number(size(bodies)));
    tell("places", Notice::Number(size(row.spots.len())));
    tell("length", Notice::Number(size(row.line.len().saturating_sub(row.start) / 10)));
    tell("days", Notice::Number(size(row.dates.iter().filter(|(_, when)| when.interval.is_day()).count())));
    tell("row", Notice::Number(size(number / 2)));
    let quotes = (row.start..row.line.len()).filter(|&at| matches!(row.line.word(at), "“" | "”" | "\"")).count();
    tell("quotes", Notice::Number(size(quotes)));
}

fn of_its_words(row: &Row<'_>, couple: &Couple, tell: Tell<'_>) {
    let line = &row.line;
    let [first, second] = &couple.words;
    let gap = first.end..second.start;
    let behind = second.end..second.end + BEHIND;
    let mut lowered = String::new();
    let mut before = String::new();
    for at in row.start..line.len() {
        before.clear();
        before.push_str(&lowered);
        lowered.clear();
        told(row, couple, at, &mut lowered);
        if lowered.is_empty() {
            // The words of a name are one.
            lowered.push_str(&before);
            continue;
        }
        if lowered == before && lowered.len() == 1 {
            continue;
        }
        let word = Notice::Word(&lowered);
        tell("pair", Notice::Words(&before, &lowered));
        if lowered.len() == 1 && !lowered.starts_with(char::is_alphanumeric) {
            continue;
        }
        tell("word", word);
        let clusters = clusters_of(&lowered);
        let place = if gap.contains(&at) {
            tell("between", word);
            Some(["between-large", "between-small"])
        } else if behind.contains(&at) {
            tell("behind", word);
            Some(["behind-large", "behind-small"])
        } else {
            None
        };
        let Some([large, small]) = clusters else { continue };
        tell("small", Notice::Number(small));
        tell("large", Notice::Number(large));
        if let Some([of_large, of_small]) = place {
            tell(of_large, Notice::Number(large));
            tell(of_small, Notice::Number(small));
        }
    }
}

/// The word at `at` as it is noticed; `A` and `B` for the two.
fn told(row: &Row<'_>, couple: &Couple, at: usize, out: &mut String) {
    let [first, second] = &couple.words;
    match () {
        () if couple.link != Link::Both && first.contains(&at) => out.push('A'),
        () if couple.link != Link::Both && second.contains(&at) => out.push('B'),
        () => plain(row, at, out),
    }
}
