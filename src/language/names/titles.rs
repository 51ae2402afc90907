//! Mentions of people in, the same without the titles that were taken for names out: `Secretary-General Quill`,
//! `Federal Chancellor` beside the chancellor's name, `Jr.` behind a comma.
//!
//! **Why:** headlines write titles with capitals, and a model that has seen few of them takes them for people, who then
//! meet beside those who bear them. A title that many families bear as their name (`King`, `Major`) stays.

use std::ops::Range;

use super::{Found, Known};
use crate::language::facts::Facts;
use crate::language::gazetteer::Gazetteer;
use crate::language::gazetteer::class::{FAMILY_NAME, GIVEN_NAME};
use crate::language::gazetteer::hash::PhraseHash;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::types::NameKind;

/// What tells generations apart, behind a name.
const GENERATIONS: &[&str] = &["Jr.", "Jr", "Sr.", "Sr"];
/// Forms of address that stand before a name.
const ADDRESSES: &[&str] = &["H.E.", "Excellency"];

/// Takes titles off the names of people, and leaves out people who are nothing else.
pub(super) fn take_off(lines: &[Line<'_>], phrases: &[Vec<Known>], found: &mut Vec<Found>, facts: &Facts) {
    let starts: Vec<(usize, usize)> = found.iter().map(|name| (name.line, name.tokens.start)).collect();
    found.retain_mut(|name| {
        let Some(line) = lines.get(name.line) else { return true };
        if name.kind != NameKind::Person || name.sense.is_some() {
            return true;
        }
        let known = phrases.get(name.line).map(Vec::as_slice).unwrap_or_default();
        if name.tokens.clone().all(|at| line.is(at, GENERATIONS)) {
            return false;
        }
        let start = behind_titles(line, &name.tokens, known, facts);
        if start >= name.tokens.end {
            // "Secretary-General Quill", of which only the title was found.
            let is_name = line.is_capitalised(start)
                && starts.binary_search(&(name.line, start)).is_err()
                && known.binary_search_by_key(&start, |known| known.start).ok().is_none_or(|at| {
                    known
                        .get(at)
                        .is_some_and(|known| known.senses.iter().any(|sense| matches!(sense, Sense::Person(_))))
                });
            name.tokens = start..start + 1;
            return is_name;
        }
        let is_shorter = start > name.tokens.start;
        name.tokens.start = start;
        let bare = name.tokens.start..without_generation(line, &name.tokens);
        if is_shorter || bare != name.tokens {
            name.sense = person(known, &bare);
        }
        true
    });
}

/// Where the name begins behind the titles at its beginning.
fn behind_titles(line: &Line<'_>, tokens: &Range<usize>, known: &[Known], facts: &Facts) -> usize {
    let mut start = tokens.start;
    while start < tokens.end {
        let office = known.binary_search_by_key(&start, |known| known.start).ok().and_then(|at| known.get(at));
        let office = office.filter(|known| known.senses.iter().any(|sense| matches!(sense, Sense::Office(_))));
        let length = match office {
            Some(known) if known.length > 1 => known.length,
            _ if line.word(start).contains('-') && is_office(line.word(start), facts) => 1,
            // "Chancellor" alone is no name; "Chancellor Quill" may stay one.
            Some(known) if tokens.len() == 1 && !is_borne_as_name(line.word(start)) => known.length,
            _ if line.is(start, ADDRESSES) => 1,
            _ => break,
        };
        start += length;
    }
    start
}

/// Whether a word with a hyphen is an office (`Secretary-General`).
fn is_office(word: &str, facts: &Facts) -> bool {
    let words: Vec<String> = word.split('-').map(key).collect();
    facts.lexicon.phrase(&words.join(" "), false).any(|sense| matches!(sense, Sense::Office(_)))
}

fn is_borne_as_name(word: &str) -> bool {
    let entry = Gazetteer::shipped().look_up(PhraseHash::EMPTY.extend(PhraseHash::word(word)));
    entry.classes & (FAMILY_NAME | GIVEN_NAME) != 0
}

/// The end of the name without `Jr.` and the comma before it.
fn without_generation(line: &Line<'_>, tokens: &Range<usize>) -> usize {
    let last = tokens.end.saturating_sub(1);
    if tokens.len() < 2 || !line.is(last, GENERATIONS) {
        return tokens.end;
    }
    if line.is(last - 1, &[","]) { last - 1 } else { last }
}

/// The person whom the tables know by exactly these words.
fn person(known: &[Known], tokens: &Range<usize>) -> Option<Sense> {
    let at = known.binary_search_by_key(&tokens.start, |known| known.start).ok()?;
    let known = known.get(at).filter(|known| known.length == tokens.len())?;
    known.senses.iter().copied().find(|sense| matches!(sense, Sense::Person(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fixture::story;
    use crate::language::names::look_up;
    use crate::language::{Annotations, Line};

    /// The people left of those whose words are `taken` as names in `text`.
    fn left(text: &str, taken: &[&str]) -> Vec<String> {
        let article = story(text);
        let annotations: Annotations = crate::language::fixture::read(&article);
        let tokens = annotations.tokens.of_all(&annotations.sentences);
        let lines: Vec<Line<'_>> = Line::all(&article, &annotations.sentences, &tokens).collect();
        let phrases = look_up(&lines, Facts::shipped());
        let line = lines[0];
        let mut found: Vec<Found> = taken
            .iter()
            .map(|words| {
                let start = text.find(words).unwrap();
                let passage = crate::language::Passage {
                    part: crate::language::Part::Text,
                    span: crate::text::Span::new(start, start + words.len()),
                };
                Found { line: 0, tokens: line.positions(passage), kind: NameKind::Person, sense: None }
            })
            .collect();
        eprintln!(
            "DBG {:?} {:?} {:?}",
            (0..line.len()).map(|at| line.word(at)).collect::<Vec<_>>(),
            phrases,
            Facts::shipped().lexicon.phrase(&key("Secretary-General"), false).collect::<Vec<_>>()
        );
        take_off(&lines, &phrases, &mut found, Facts::shipped());
        found.into_iter().map(|name| line.span(name.tokens).of(text).to_owned()).collect()
    }

    #[test]
    fn titles_are_no_people() {
        assert_eq!(
            left(
                "Talks with Federal Chancellor of Ruritania Zelma Quill began",
                &["Federal Chancellor", "Zelma Quill"]
            ),
            ["Zelma Quill"]
        );
        assert_eq!(left("They saw Zelma Quill, Jr. there", &["Zelma Quill", "Jr."]), ["Zelma Quill"]);
    }

    #[test]
    fn a_title_before_a_name_gives_way_to_it() {
        assert_eq!(left("A call with Secretary-General Quill began", &["Secretary-General"]), ["Quill"]);
        assert_eq!(left("A call with Secretary-General Quill began", &["Secretary-General Quill"]), ["Quill"]);
    }

    #[test]
    fn names_that_are_also_titles_stay() {
        assert_eq!(left("They saw Dean Quill and Major there", &["Dean Quill", "Major"]), ["Dean Quill", "Major"]);
    }
}
