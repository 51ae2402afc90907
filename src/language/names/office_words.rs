//! A name in its sentence in, the words of the office before it out: `Vellish Foreign Minister` before `Zelma Quill`.
//!
//! **Why:** names are recognised without what stands before them, but by what somebody is called tells who that is.

use crate::article::Article;
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::{Annotations, Passage, TokenKind};

/// The most words of an office before a name, without those that tell of what it is.
const LONGEST: usize = 5;
/// The most words that tell of what it is: `European Union`.
const OWNER: usize = 3;
/// Forms of address, which say nothing of anyone.
const ADDRESSES: &[&str] =
    &["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Sir", "Madam", "Madame", "Dame", "Lord", "Lady"];
/// Last words of offices that are none alone.
const LAST_WORDS: &[&str] = &["state", "staff", "affairs", "general", "council"];

/// The words of an office (of what, and which) directly before the name that stands at `name`; `None` where there are
/// none.
pub fn words_before(article: &Article, annotations: &Annotations, name: Passage) -> Option<Passage> {
    let facts = Facts::shipped();
    let next = annotations.sentences.partition_point(|sentence| sentence.passage.start_key() <= name.start_key());
    let number = next.checked_sub(1)?;
    let sentence = annotations.sentences.get(number)?;
    let tokens = annotations.tokens.of_sentence(number, sentence);
    let line = Line::one(article, &tokens, sentence);
    let at = line.positions(name).start;
    let last = at.checked_sub(1)?;
    // Nearly every name stands behind a word that ends no office, which costs one look.
    let is_last = line.kind(last) == Some(TokenKind::Word)
        && (line.is_capitalised(last)
            || line.is(last, LAST_WORDS)
            || line.word(last).contains('-')
            || matches!(facts.lexicon.word(line.word(last)), Some(Sense::Office(_))));
    if !is_last || line.is(last, ADDRESSES) {
        return None;
    }
    let reaches = |start: usize, end: usize, is: fn(&Sense) -> bool| {
        facts
            .lexicon
            .longest_at(&line, start)
            .is_some_and(|(length, senses)| start + length == end && senses.iter().any(is))
    };
    let is_office = |sense: &Sense| matches!(sense, Sense::Office(_));
    let is_owner =
        |sense: &Sense| matches!(sense, Sense::State(_) | Sense::Demonym(_) | Sense::Body(_) | Sense::Place(_));
    let start = (at.saturating_sub(LONGEST)..at).find(|start| reaches(*start, at, is_office))?;
    let owner = (start.saturating_sub(OWNER)..start).find(|owner| reaches(*owner, start, is_owner));
    Some(line.passage(owner.unwrap_or(start)..at))
}

#[cfg(test)]
mod tests {
    use crate::language::fixture::{read, story};
    use crate::language::{Part, Passage};
    use crate::text::Span;

    fn before(text: &str, name: &str) -> String {
        let article = story(text);
        let annotations = read(&article);
        let start = text.find(name).unwrap();
        let passage = Passage { part: Part::Text, span: Span::new(start, start + name.len()) };
        super::words_before(&article, &annotations, passage)
            .map_or_else(String::new, |found| found.span.of(text).to_owned())
    }

    #[test]
    fn an_office_is_told_with_what_it_is_of() {
        let told = |text| before(text, "Zelma Quill");
        assert_eq!(told("Talks with Norwegian Foreign Minister Zelma Quill began."), "Norwegian Foreign Minister");
        assert_eq!(told("In Oslo, US secretary of state Zelma Quill spoke."), "US secretary of state");
        assert_eq!(told("They greeted president Zelma Quill."), "president");
    }

    #[test]
    fn other_words_and_forms_of_address_are_no_office() {
        let told = |text| before(text, "Zelma Quill");
        assert_eq!(told("They spoke with Zelma Quill."), "");
        assert_eq!(told("Zelma Quill spoke."), "");
        assert_eq!(told("Later Mr Zelma Quill spoke."), "");
        assert_eq!(told("The president, Zelma Quill, spoke."), "");
    }
}
