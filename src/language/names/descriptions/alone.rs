//! Descriptions without a state: `the president`, `the Secretary of State`, `the colonel`.
//!
//! They mean someone whom the story names, and only where it can be nobody else: the one president of the story, the
//! one colonel. Everything else stays without a name.

use super::around::is_plural;
use super::cast::{Cast, Role};
use super::crowns;
use super::phrase::{Phrase, head_word};
use crate::language::calendar::Interval;
use crate::language::line::Line;

/// Offices that are told by their name alone.
const ALONE: &[&str] = &["head-of-state", "head-of-government", "minister", "supreme-leader"];
/// Other words by which someone is told who was introduced with the same word.
const WORDS: &[&str] = &[
    "admiral",
    "ambassador",
    "archbishop",
    "ayatollah",
    "bishop",
    "brigadier",
    "captain",
    "cardinal",
    "chairman",
    "chairwoman",
    "colonel",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "duchess",
    "duke",
    "emir",
    "emissary",
    "envoy",
    "general",
    "governor",
    "imam",
    "king",
    "marshal",
    "mayor",
    "mediator",
    "negotiator",
    "patriarch",
    "premier",
    "prince",
    "princess",
    "queen",
    "rabbi",
    "secretary",
    "secretary-general",
    "senator",
    "sheikh",
    "speaker",
    "spokesman",
    "spokeswoman",
    "sultan",
];

/// How many sentences later the one may be named who is told by a title with a capital.
const LATER: usize = 6;

/// Whether the office is told by its name alone; a deputy is one of several.
fn is_told_alone(office: &str) -> bool {
    ALONE.contains(&office) || office.ends_with("-minister") && !office.starts_with("deputy-")
}

/// The one person of the story who holds the office of the phrase, if it is told with `the` and nothing else.
pub(super) fn only_holder<'c>(
    line: &Line<'_>,
    number: usize,
    phrase: &Phrase,
    cast: &'c Cast,
    days: Option<Interval>,
) -> Option<&'c Role> {
    let (start, end) = (phrase.tokens.start, phrase.tokens.end);
    let last = line.word(end - 1);
    let bare = line.is(start.checked_sub(1)?, &["the"])
        && !is_plural(last)
        && !line.is(end, &["of", "for", "or", "-", "elect", "general", "designate"])
        // "the foreign and defence ministers", but "the president and the prime minister".
        && (!line.is(end, &["and"]) || line.is(end + 1, &["the", "his", "her", "their"]))
        && !line.is_capitalised(end)
        && cast.person_at(number, end).is_none();
    if !bare {
        return None;
    }
    let head = head_word(line, phrase);
    let mut holders: Vec<&Role> = Vec::new();
    if phrase.offices.iter().any(|office| is_told_alone(office)) {
        let holds = |role: &&Role| holds(role, &phrase.offices, days) && crowns::agrees(&head, role);
        holders.extend(cast.people.iter().filter(holds));
    }
    if holders.is_empty() && WORDS.contains(&head.as_str()) {
        let called = |role: &&Role| role.told.iter().any(|told| told.head == head);
        holders.extend(cast.people.iter().filter(called));
    }
    let [only] = holders.as_slice() else { return None };
    // Whoever comes only later is not yet known to the reader, but for a headline and for the readers of a ministry's own
    // releases: "The Secretary met this morning with …".
    let follows =
        is_headline(line) && only.first.0 <= number + 2 || line.is_capitalised(start) && only.first.0 <= number + LATER;
    let known = only.first < (number, start) || follows;
    (known && !is_another(cast, number, &head, only)).then_some(only)
}

/// Whether the sentence ends like none.
fn is_headline(line: &Line<'_>) -> bool {
    !line.is(line.len().saturating_sub(1), &[".", "!", "?", "”", "\"", "'", "’", ":", ";", ",", "…"])
}

/// Whether the story speaks of one more without a name, after the person was last named: `a minister said`.
fn is_another(cast: &Cast, number: usize, head: &str, role: &Role) -> bool {
    let last = |rows: &[usize]| rows.get(rows.partition_point(|row| *row < number).checked_sub(1)?).copied();
    let nameless = cast.nameless.get(head).and_then(|rows| last(rows));
    nameless.is_some() && nameless > last(&role.rows)
}

/// Whether the story or the tables give the person one of the offices.
fn holds(role: &Role, offices: &[&'static str], days: Option<Interval>) -> bool {
    let fits = |office: &str| {
        is_told_alone(office) && offices.contains(&office)
            || offices.contains(&"minister") && is_told_alone(office) && office.ends_with("-minister")
    };
    role.holds(fits, days)
}
