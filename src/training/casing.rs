//! Labelled texts in, copies of some of their sentences in capitals out.
//!
//! News is full of headlines, captions and crossheads In Title Case or ALL IN CAPITALS, the corpora are not: capitals
//! tell names there, and a model that never sees them fail leans on them. A copy is what such a document looks like: three
//! sentences as lines in one casing, then a paragraph as it was written, for the rest of a document tells which words are
//! names.

use super::corpus::Labelled;
use super::draft::Draft;
use super::random::Random;
use crate::text::Span;

/// Sentences and paragraphs that are shorter, in bytes, are passed over: bylines and the like.
const SHORT: usize = 30;
/// Lines of a copy in capitals.
const LINES: usize = 3;
/// The share of copies in Title Case; the others are in capitals throughout. Headlines are more often in the former, and
/// it is the harder one.
const TITLE: f32 = 2.0 / 3.0;
/// Words that Title Case leaves as they are, but at the start of a line.
const SMALL: [&str; 22] = [
    "a", "after", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "over",
    "that", "the", "to", "up", "with",
];

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Casing {
    Capitals,
    Title,
}

/// Copies of a `share` of the texts, of those that have paragraphs enough.
pub(super) fn copies(documents: &[Labelled], share: f32, seed: u64) -> Vec<Labelled> {
    let mut random = Random::new(seed);
    let mut copies = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        if random.happens(share) {
            let copy = copy(document, &mut random);
            copies.extend(copy.and_then(|copy| copy.labelled(document.corpus, Some(number))));
        }
    }
    copies
}

fn copy(document: &Labelled, random: &mut Random) -> Option<Draft> {
    let Labelled { article, names, .. } = document;
    let paragraphs = paragraphs(&article.text);
    let first = random.below(paragraphs.len().checked_sub(LINES)?);
    let casing = if random.happens(TITLE) { Casing::Title } else { Casing::Capitals };
    let mut copy = Draft::default();
    for paragraph in paragraphs.iter().skip(first).take(LINES) {
        let end = paragraph.start() + first_sentence(paragraph.of(&article.text));
        copy.append(&recased(&Draft::of(&article.text, names, paragraph.start(), end), casing));
        copy.write("\n");
    }
    let plain = paragraphs.get(first + LINES)?;
    copy.append(&Draft::of(&article.text, names, plain.start(), plain.end()));
    Some(copy)
}

/// The lines of a text that are long enough.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut end = 0;
    let spans = text.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        Span::new(start, start + line.trim_end().len())
    });
    spans.filter(|span| span.end() - span.start() > SHORT).collect()
}

/// Where the first sentence ends, without its full stop; the first that is not short.
fn first_sentence(paragraph: &str) -> usize {
    let ends = paragraph.match_indices(['.', '!', '?']).map(|(at, _)| at).filter(|at| *at >= SHORT);
    let mut ends = ends.filter(|at| paragraph.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
    ends.next().unwrap_or(paragraph.len())
}

/// The line in this casing.
fn recased(line: &Draft, casing: Casing) -> Draft {
    let mut before = ' ';
    line.map(|at, letter| {
        let begins = !(before.is_alphanumeric() || "_’'".contains(before));
        before = letter;
        let rest = || line.text.get(at..).unwrap_or_default();
        match casing {
            Casing::Capitals => capital(letter),
            Casing::Title if begins && (at == 0 || !is_small(rest())) => capital(letter),
            Casing::Title => letter,
        }
    })
}

/// Whether the word that `text` begins with is one that Title Case leaves as it is.
fn is_small(text: &str) -> bool {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).is_some_and(|word| SMALL.contains(&word))
}

/// The capital of a letter, if that is one letter.
fn capital(letter: char) -> char {
    let mut capitals = letter.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => capital,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::language::training::Class;
    use crate::training::corpus::parse;

    fn line() -> Draft {
        let mut line = Draft::default();
        line.write("at the ferry of ");
        line.name("Zoë Größling", Class::Person);
        line.write(" it's 3rd time");
        line
    }

    #[test]
    fn capitals_are_put_where_the_casing_has_them_and_names_keep_their_places() {
        let names =
            |line: &Draft| line.names.iter().map(|(name, _)| name.of(&line.text).to_owned()).collect::<Vec<_>>();
        let title = recased(&line(), Casing::Title);
        assert_eq!(title.text, "At the Ferry of Zoë Größling It's 3rd Time");
        assert_eq!(names(&title), ["Zoë Größling"]);
        let capitals = recased(&line(), Casing::Capitals);
        assert_eq!(capitals.text, "AT THE FERRY OF ZOË GRÖßLING IT'S 3RD TIME");
        assert_eq!(names(&capitals), ["ZOË GRÖßLING"]);
    }

    #[test]
    fn a_copy_is_three_sentences_in_capitals_and_a_paragraph_as_it_was() {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday"];
        let paragraphs =
            days.map(|day| format!("The old ferry to Skelmouth was late again on {day}. Nobody knew why."));
        let text = paragraphs.join("\n\n");
        let spans: Vec<_> = text.match_indices("Skelmouth").map(|(at, name)| (at, at + name.len(), "LOC")).collect();
        let file = serde_json::json!({ "text": text, "spans": spans }).to_string();
        let documents = parse(&file, Path::new("a.jsonl"), 1).unwrap();
        let copies = copies(&documents, 1.0, 7);
        let [copy] = copies.as_slice() else { panic!("one copy") };
        let lines: Vec<_> = copy.article.text.lines().collect();
        let [first, _, third, last] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!(first.to_lowercase(), "the old ferry to skelmouth was late again on monday");
        assert!(third.contains("OLD FERRY") || third.contains("Old Ferry"), "{third}");
        assert_eq!(*last, paragraphs[3]);
        assert_eq!((copy.names.len(), copy.corpus, copy.source), (4, 1, Some(0)));
        assert!(copy.names.iter().all(|(name, _)| name.of(&copy.article.text).eq_ignore_ascii_case("Skelmouth")));
    }
}
