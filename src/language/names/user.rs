//! The user's own names, applied to whatever the recogniser found.
//!
//! **In:** sentences and their mentions. **Out:** the same mentions without those that are never a name, and with the
//! user's names wherever they stand. **Why:** it works on mentions, so that it does not matter who recognised them.

use std::ops::Range;

use super::Found;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::user_names::{Spelling, UserNames};

/// Takes out what is never a name and puts in the user's names, which win over every other mention.
pub(super) fn apply(lines: &[Line<'_>], found: &mut Vec<Found>, names: &UserNames) {
    if names.is_empty() {
        return;
    }
    let (never, own) = standing(lines, names);
    remove_never(found, &never);
    put_own(found, own, names);
}

/// Takes out what is never a name; returns the words that were taken for one.
pub(in crate::language) fn take_out<'l>(
    lines: &'l [Line<'_>],
    found: &mut Vec<Found>,
    names: &UserNames,
) -> Vec<&'l str> {
    if names.is_empty() {
        return Vec::new();
    }
    let (never, _) = standing(lines, names);
    let before = found.len();
    remove_never(found, &never);
    if found.len() == before {
        return Vec::new();
    }
    let words = |(number, tokens): (usize, Range<usize>)| lines.get(number).map(|line| line.span(tokens).of(line.text));
    never.into_iter().filter_map(words).collect()
}

/// Words by the number of their sentence.
type Words = Vec<(usize, Range<usize>)>;

/// Where words stand that are never a name, and where names of the user's, with their index.
fn standing(lines: &[Line<'_>], names: &UserNames) -> (Words, Vec<(usize, Range<usize>, usize)>) {
    let (mut never, mut own) = (Vec::new(), Vec::new());
    for (number, line) in lines.iter().enumerate() {
        let mut at = 0;
        while at < line.len() {
            let written = written_at(line, at, names);
            let end = at + written.map_or(1, |spelling| spelling.words.len());
            match written.map(|spelling| spelling.name) {
                Some(None) => never.push((number, at..end)),
                Some(Some(index)) => own.push((number, at..end, index)),
                None => {}
            }
            at = end;
        }
    }
    (never, own)
}

/// The longest of the user's spellings that stands at `at`.
fn written_at<'n>(line: &Line<'_>, at: usize, names: &'n UserNames) -> Option<&'n Spelling> {
    let spellings = names.beginning_with(line.word(at));
    spellings.iter().find(|spelling| spelling.is_written((at..line.len()).map(|at| line.word(at))))
}

/// Removes the mentions that lie within the given words; a longer name that holds them stays.
fn remove_never(found: &mut Vec<Found>, never: &[(usize, Range<usize>)]) {
    found.retain(|mention| {
        let after =
            never.partition_point(|(line, tokens)| (*line, tokens.start) <= (mention.line, mention.tokens.start));
        let before = after.checked_sub(1).and_then(|at| never.get(at));
        !before.is_some_and(|(line, tokens)| *line == mention.line && mention.tokens.end <= tokens.end)
    });
}

/// Puts the user's names in, in place of every mention that they touch.
fn put_own(found: &mut Vec<Found>, own: Vec<(usize, Range<usize>, usize)>, names: &UserNames) {
    found.retain(|mention| {
        let after =
            own.partition_point(|(line, tokens, _)| (*line, tokens.end) <= (mention.line, mention.tokens.start));
        let next = own.get(after);
        !next.is_some_and(|(line, tokens, _)| *line == mention.line && tokens.start < mention.tokens.end)
    });
    found.extend(own.into_iter().filter_map(|(line, tokens, index)| {
        let (_, name) = names.get(index)?;
        Some(Found { line, tokens, kind: name.kind, sense: Some(Sense::User(index)) })
    }));
    found.sort_by_key(|mention| (mention.line, mention.tokens.start));
}

#[cfg(test)]
mod tests {
    use crate::language::facts::Facts;
    use crate::language::fixture::{names, names_knowing};
    use crate::language::types::NameKind;
    use crate::language::user_names::{UserName, UserNames};

    fn knowing() -> Facts {
        let name = |name: &str, kind, aliases: &[&str]| UserName {
            name: name.into(),
            kind,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        };
        let names = vec![
            name("Maria Quilligan", NameKind::Person, &["Quilly", "the iron quill"]),
            name("Kremlin Cup", NameKind::Event, &[]),
            name("Vladimir Putin", NameKind::Person, &["VVP"]),
        ];
        Facts::with_user_names(UserNames::new(names, &["Norway".into(), "Angela Merkel".into()]))
    }

    #[track_caller]
    fn are(text: &str, expected: &[&str]) {
        assert_eq!(names_knowing(text, &knowing()), expected, "{text}");
    }

    #[test]
    fn own_names_are_found_wherever_they_stand_and_win() {
        are("A quilly saw Quilly play.", &["person maria-quilligan: Quilly"]);
        are(
            "They saw The Iron Quill at the Kremlin Cup.",
            &["person maria-quilligan: The Iron Quill", "event kremlin-cup: Kremlin Cup"],
        );
        are("Mrs Quilligan knew Quilly.", &["person maria-quilligan: Quilligan | Quilly"]);
    }

    #[test]
    fn an_alias_of_someone_whom_the_tables_know_is_that_person() {
        are("In Russia VVP spoke. Putin left.", &["place russia: Russia", "person vladimir-putin: VVP | Putin"]);
    }

    #[test]
    fn what_is_never_a_name_is_none_and_a_longer_name_with_it_is() {
        are("Norway slept. They met Angela Merkel.", &[]);
        are("The Bank of Norway slept.", &["organisation bank-of-norway: Bank of Norway"]);
    }

    #[test]
    fn without_any_nothing_changes() {
        let text = "Russia and Angela Merkel met.";
        assert_eq!(names_knowing(text, &Facts::with_user_names(UserNames::default())), names(text));
    }
}
