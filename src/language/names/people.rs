//! Where a person's name begins and ends, when no table knows it.

use std::ops::Range;

use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::types::TokenKind;

/// Small words inside surnames.
pub(super) const PARTICLES: &[&str] =
    &["al", "el", "bin", "bint", "ibn", "abu", "de", "der", "den", "van", "von", "da", "di", "du", "la", "le", "ter"];
/// Words after a name that only people do.
const HUMAN_VERBS: &[&str] = &[
    "said",
    "says",
    "told",
    "added",
    "stressed",
    "asked",
    "replied",
    "met",
    "spoke",
    "noted",
    "recalled",
    "arrived",
    "flew",
    "shook",
    "declared",
    "pointed",
    "urged",
    "thanked",
    "talked",
    "explained",
    "remarked",
    "waved",
];

/// The longest stretch of a person's name that begins at `at`: capitals, initials and particles that no table knows
/// as something else.
pub(super) fn stretch(line: &Line<'_>, at: usize, senses: &[Option<Sense>], taken: &[bool]) -> Range<usize> {
    let free = |position: usize| {
        !taken.get(position).copied().unwrap_or(true)
            && !matches!(
                senses.get(position).copied().flatten(),
                Some(Sense::Office(_) | Sense::Body(_) | Sense::Seat(_) | Sense::Demonym(_))
            )
    };
    let mut end = at;
    loop {
        let is_part = line.is_capitalised(end) && free(end);
        let is_particle = || line.is(end, PARTICLES) && (line.is_capitalised(end + 1) || line.is(end + 1, PARTICLES));
        let is_al = || line.kind(end) == Some(TokenKind::Word) && line.word(end).to_lowercase().starts_with("al-");
        if !is_part && !(end > at && (is_particle() || is_al())) {
            return at..end;
        }
        end += 1;
    }
}

/// Whether the words of `range` read as a person, given what stands around them.
pub(super) fn reads_as_person(line: &Line<'_>, range: &Range<usize>, senses: &[Option<Sense>], facts: &Facts) -> bool {
    let titled = range.start.checked_sub(1).is_some_and(|before| {
        let before = if line.is(before, &[","]) { before.saturating_sub(1) } else { before };
        matches!(senses.get(before).copied().flatten(), Some(Sense::Office(_)))
    });
    let given = facts.lexicon.is_given_name(&key(line.word(range.start)));
    let initials = line.word(range.start).ends_with('.') && line.word(range.start).len() <= 6;
    let acts = line.is(range.end, HUMAN_VERBS)
        || line.is(range.end, &[","]) && line.kind(range.end + 1) == Some(TokenKind::Number);
    let long = range.len() >= 2;
    titled || long && (given || initials) || acts && !line.word(range.start).chars().all(char::is_uppercase)
}
