//! Descriptions without a state: `the president`, `the Secretary of State`, `the two leaders`, `both ministers`.
//!
//! They mean someone whom the story names, and only where it can be nobody else: the one president of the story, the
//! two people who were told together last. Everything else stays without a name.

use std::ops::Range;

use jiff::civil::Date;

use super::Phrase;
use super::cast::{Cast, Role};
use crate::language::line::Line;

/// Offices that are told by their name alone.
const ALONE: &[&str] = &["head-of-state", "head-of-government", "minister", "supreme-leader"];

/// Whether the office is told by its name alone; a deputy is one of several.
fn is_told_alone(office: &str) -> bool {
    ALONE.contains(&office) || office.ends_with("-minister") && !office.starts_with("deputy-")
}

/// The one person of the story who holds the office of the phrase, if it is told with `the` and nothing else.
pub(super) fn only_holder<'c>(
    line: &Line<'_>,
    number: usize,
    phrase: &Phrase,
    offices: &[&'static str],
    cast: &'c Cast,
    date: Option<Date>,
) -> Option<&'c Role> {
    let (start, end) = (phrase.tokens.start, phrase.tokens.end);
    let bare = line.before(start).eq_ignore_ascii_case("the")
        && !line.word(end - 1).ends_with('s')
        && !line.is(end, &["of", "for", "and", "or", "-", "elect", "general", "designate"])
        && !line.is_capitalised(end)
        && cast.person_at(number, end).is_none()
        && offices.iter().any(|office| is_told_alone(office));
    if !bare {
        return None;
    }
    let mut holders = cast.people.iter().filter(|role| holds(role, offices, date));
    let only = holders.next().filter(|_| holders.next().is_none())?;
    // Whoever comes only later is not yet known to the reader.
    (only.first < (number, start)).then_some(only)
}

/// Whether the story or the tables give the person one of the offices.
fn holds(role: &Role, offices: &[&'static str], date: Option<Date>) -> bool {
    let fits = |office: &str| {
        is_told_alone(office) && offices.contains(&office)
            || offices.contains(&"minister") && is_told_alone(office) && office.ends_with("-minister")
    };
    let told = role.offices.iter().any(|(_, told)| told.iter().any(|office| fits(office)));
    let known = role.known.is_some_and(|person| {
        person.terms.iter().any(|term| fits(term.office) && date.is_none_or(|date| term.holds(date)))
    });
    told || known
}

/// How many sentences back a pair may stand.
const REACH: usize = 6;
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
    "hosted",
    "hosts",
    "received",
    "receives",
    "welcomed",
    "welcomes",
    "host",
    "receive",
];

/// Plural nouns for two people, with the office that each must have if the tables know them; `*` for any head.
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

/// The words of a description of two people that begins at `at`, and what they must hold.
fn pair_at(line: &Line<'_>, at: usize) -> Option<(Range<usize>, Option<&'static str>)> {
    let the_two = line.is(at, &["two"]) && line.before(at).eq_ignore_ascii_case("the");
    if !the_two && !line.is(at, &["both"]) {
        return None;
    }
    // "the two foreign ministers", "both prime ministers".
    let noun_at = if line.is(at + 1, &["foreign", "prime", "defence", "defense"]) { at + 2 } else { at + 1 };
    let (_, office) = NOUNS.iter().find(|(noun, _)| line.is(noun_at, &[noun]))?;
    let office = if line.is(at + 1, &["prime"]) { Some("head-of-government") } else { *office };
    (!line.is(noun_at + 1, &["of", "from", "who"])).then_some((at..noun_at + 1, office))
}

/// Every description of two people in the sentence, with the two it means.
pub(super) fn pairs<'c>(
    lines: &[Line<'_>],
    number: usize,
    cast: &'c Cast,
    date: Option<Date>,
) -> Vec<(Range<usize>, [&'c Role; 2])> {
    let Some(line) = lines.get(number) else { return Vec::new() };
    let told = (0..line.len()).filter_map(|at| pair_at(line, at));
    told.filter_map(|(tokens, office)| {
        let pair = last_pair(lines, number, tokens.start, cast)?;
        pair.iter().all(|role| fits(role, office, date)).then_some((tokens, pair))
    })
    .collect()
}

/// The two people told together last before `at`: the nearest sentence that names several must name just two.
fn last_pair<'c>(lines: &[Line<'_>], number: usize, at: usize, cast: &'c Cast) -> Option<[&'c Role; 2]> {
    for row in (number.saturating_sub(REACH)..=number).rev() {
        let players = cast.players.get(row)?.iter().filter(|player| row < number || player.tokens.end <= at);
        let mut people: Vec<(usize, Range<usize>)> = Vec::new();
        for player in players {
            if !people.iter().any(|(person, _)| *person == player.person) {
                people.push((player.person, player.tokens.clone()));
            }
        }
        match people.as_slice() {
            [] | [_] => {}
            [(one, here), (other, there)] => {
                let line = lines.get(row)?;
                let together = line.holds(here.end..there.start, TOGETHER);
                let pair = [cast.people.get(*one)?, cast.people.get(*other)?];
                return together.then_some(pair);
            }
            _ => return None,
        }
    }
    None
}

/// Whether the person can be meant by the office; someone whom neither the tables nor the story give any can only be one
/// of two men.
fn fits(role: &Role, office: Option<&str>, date: Option<Date>) -> bool {
    let Some(office) = office else { return true };
    let is = |held: &str| match office {
        "*" => held.starts_with("head-of-") || held == "supreme-leader" || held == "leader",
        "minister" => held.ends_with("minister"),
        office => held == office,
    };
    let told = role.offices.iter().any(|(_, told)| told.iter().any(|held| is(held)));
    let known = role.known.is_some_and(|person| {
        person.terms.iter().any(|term| is(term.office) && date.is_none_or(|date| term.holds(date)))
    });
    told || known
}
