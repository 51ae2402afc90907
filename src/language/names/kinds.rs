//! Mentions in, mentions whose kind the story itself tells out.
//!
//! **Why:** an unknown name is a guess. Where a head of state is told to be the president of something, that is no person.

use super::{Found, Known};
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::NameKind;

/// Makes places of what heads of state or government and foreign ministers are told to be of.
pub(super) fn correct(lines: &[Line<'_>], phrases: &[Vec<Known>], found: &mut [Found], facts: &Facts) {
    let mut states: Vec<&str> = Vec::new();
    for at in 0..found.len() {
        let (Some(name), before) = (found.get(at), at.checked_sub(1).and_then(|at| found.get(at))) else { continue };
        let Some(line) = lines.get(name.line).filter(|_| is_unknown_person(name)) else { continue };
        let start = name.tokens.start;
        let the = usize::from(line.is(start.wrapping_sub(1), &["the"]));
        let Some(of) = start.checked_sub(1 + the).filter(|of| line.is(*of, &["of"])) else { continue };
        // "President Maria Quilligan of Quillonia", "the president of Quillonia"
        let holder = before
            .filter(|holder| holder.line == name.line && holder.tokens.end == of && holder.kind == NameKind::Person);
        let end = holder.map_or(of, |holder| holder.tokens.start);
        if is_office_of_state_before(name.line, end, phrases, facts) {
            states.push(line.word(start));
        }
    }
    if states.is_empty() {
        return;
    }
    for name in found.iter_mut().filter(|name| is_unknown_person(name)) {
        if lines.get(name.line).is_some_and(|line| states.contains(&line.word(name.tokens.start))) {
            name.kind = NameKind::Place;
        }
    }
}

/// Whether it is a single word that is taken for a person without the tables' saying so.
fn is_unknown_person(name: &Found) -> bool {
    name.kind == NameKind::Person && name.sense.is_none() && name.tokens.len() == 1
}

/// Whether an office that only states have ends before `end`.
fn is_office_of_state_before(line: usize, end: usize, phrases: &[Vec<Known>], facts: &Facts) -> bool {
    let known = phrases.get(line).map(Vec::as_slice).unwrap_or_default();
    let next = known.partition_point(|known| known.start < end);
    let office = next.checked_sub(1).and_then(|at| known.get(at)).filter(|known| known.start + known.length == end);
    office.is_some_and(|office| {
        office.senses.iter().any(|sense| {
            let office = if let Sense::Office(index) = sense { facts.offices.get(*index) } else { None };
            office.is_some_and(|office| office.starts_with("head-of-") || *office == "foreign-minister")
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::language::fixture::names;

    #[test]
    fn what_someone_is_president_of_is_no_person() {
        let quillonia = |text: &str| names(text).into_iter().any(|name| name.starts_with("place freedonia:"));
        assert!(quillonia("President Zelma Quillon of Freedonia arrived. Freedonia is small."));
        assert!(quillonia("Prime Minister Zelma Quillon of Freedonia spoke. The president of Freedonia arrived."));
    }
}
