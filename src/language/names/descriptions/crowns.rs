//! Thrones and offices of one state alone: `the Queen`, `the Pope`, `the Taoiseach`, `Her Majesty`.
//!
//! **In:** the word for the office, and the states of which the story speaks. **Out:** whether someone of the story can be
//! meant by it, and else the states whose holder is. **Why:** in the tables kings and presidents are heads of state alike,
//! but nobody calls a president a king; and while any state may have a president, only one has a Taoiseach, and few that
//! a story names have a queen.

use super::cast::Role;
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::types::{EntityId, Name, NameKind};

/// Words for those who reign, with the states that have or had them.
const THRONES: &[(&[&str], &[&str])] = &[
    (&["pope", "pontiff"], &["vatican"]),
    (&["taoiseach"], &["ireland"]),
    (&["emperor", "empress"], &["japan"]),
    (&["shah"], &["iran"]),
    (&["emir", "amir"], &["kuwait", "qatar"]),
    (&["sultan"], &["brunei", "oman"]),
    (&["king", "queen", "monarch", "sovereign"], KINGDOMS),
];
const KINGDOMS: &[&str] = &[
    "bahrain",
    "belgium",
    "bhutan",
    "cambodia",
    "denmark",
    "eswatini",
    "jordan",
    "lesotho",
    "malaysia",
    "morocco",
    "nepal",
    "netherlands",
    "norway",
    "saudi-arabia",
    "spain",
    "sweden",
    "thailand",
    "tonga",
    "united-kingdom",
];

/// The states that have or had what the word tells; none where it is no throne.
fn realms_of(head: &str) -> &'static [&'static str] {
    THRONES.iter().find(|(words, _)| words.contains(&head)).map_or(&[], |(_, states)| states)
}

/// Whether someone who holds the office that `head` stands for can be called so: no president is a king, and no king a
/// president or a queen.
pub(super) fn agrees(head: &str, role: &Role) -> bool {
    let told = role.told.iter().any(|told| told.head == head);
    let realms = realms_of(head);
    let reigns = |states: &[&str]| {
        role.known.is_some_and(|known| known.terms.iter().any(|term| states.contains(&term.of.as_str())))
    };
    if !realms.is_empty() {
        return told || is_called(head, &role.name) || reigns(realms) && fits_sex(head, &role.name);
    }
    let is_king = reigns(KINGDOMS)
        && role.known.is_some_and(|known| known.terms.iter().any(|term| term.office == "head-of-state"));
    told || !is_king || !matches!(head, "president" | "chancellor")
}

/// Whether the story or the tables know the person as one who reigns.
pub(super) fn is_crowned(role: &Role) -> bool {
    let told = |head: &str| !realms_of(head).is_empty();
    role.told.iter().any(|told_as| told(&told_as.head))
        || role.name.split(' ').next().is_some_and(|first| told(&first.to_lowercase()))
        || role.known.is_some_and(|known| {
            known.terms.iter().any(|term| KINGDOMS.contains(&term.of.as_str()) && term.office == "head-of-state")
        })
}

/// `Pope Francis` is a pope.
fn is_called(head: &str, name: &str) -> bool {
    name.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case(head))
}

/// Whether the name is not that of a king where a queen is meant, or the other way round.
pub(super) fn fits_sex(head: &str, name: &str) -> bool {
    match head {
        "queen" | "empress" => is_called("queen", name) || is_called("empress", name),
        "king" | "emperor" => !is_called("queen", name) && !is_called("empress", name),
        _ => true,
    }
}

/// The states of which a story speaks, each with how often.
#[derive(Debug, Default)]
pub(super) struct Spoken(Vec<(EntityId, usize)>);

impl Spoken {
    /// Those that the names of a story tell.
    pub(super) fn of(names: &[Name], facts: &Facts) -> Self {
        let mut spoken = Self::default();
        for name in names {
            let state = match name.kind {
                NameKind::Place => facts.state_of(&name.id, &name.name),
                NameKind::Person => None,
                _ => name.state.clone(),
            };
            let Some(state) = state else { continue };
            match spoken.0.iter_mut().find(|(known, _)| *known == state) {
                Some((_, count)) => *count += name.mentions.len(),
                None => spoken.0.push((state, name.mentions.len())),
            }
        }
        spoken
    }

    /// The state whose throne the bare word means, and the office in the tables: its only one, or the one of which the
    /// story speaks more than of any other that `has` a holder who can be called so.
    pub(super) fn realm(&self, head: &str, has: impl Fn(&EntityId) -> bool) -> Option<EntityId> {
        let realms = realms_of(head);
        if let [only] = realms {
            return Some(EntityId::new(only));
        }
        let mut fitting: Vec<&(EntityId, usize)> =
            self.0.iter().filter(|(state, _)| realms.contains(&state.as_str()) && has(state)).collect();
        fitting.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        match fitting.as_slice() {
            [(state, _)] => Some(state.clone()),
            [(state, most), (_, next), ..] if most > next => Some(state.clone()),
            _ => None,
        }
    }
}

/// The office of the tables that a throne is.
pub(super) fn office(head: &str) -> &'static str {
    if head == "taoiseach" { "head-of-government" } else { "head-of-state" }
}

/// Whether the bare word at `at`, behind `the`, means a throne: a king of one state among several needs his capital, for
/// chess and bees have kings and queens, too.
pub(super) fn is_throne(line: &Line<'_>, at: usize, head: &str) -> bool {
    let realms = realms_of(head);
    let the = at > 0 && line.is(at - 1, &["the"]);
    let bare = !line.is(at + 1, &["of", "for", "or", "-", "elect"]) && !line.is_capitalised(at + 1);
    the && bare && (realms.len() == 1 || !realms.is_empty() && line.is_capitalised(at))
}

/// `Her Majesty`, `His Holiness`: the word for the throne that the form of address at `at` stands for.
pub(super) fn addressed(line: &Line<'_>, at: usize) -> Option<&'static str> {
    let head = match (line.is(at, &["her"]), line.is(at, &["his"])) {
        (true, _) if line.is(at + 1, &["majesty"]) => "queen",
        (_, true) if line.is(at + 1, &["majesty"]) => "king",
        (_, true) if line.is(at + 1, &["holiness"]) => "pope",
        _ => return None,
    };
    // "His Majesty the King" is told by his office, and "Her Majesty's Treasury" is no one.
    let goes_on = line.is_capitalised(at + 2) || line.is(at + 2, &["the", "'s", "’s"]) && line.is_capitalised(at + 3);
    (line.is_capitalised(at + 1) && !goes_on).then_some(head)
}
