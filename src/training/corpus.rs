//! A file of labelled texts in, articles with their names out.
//!
//! A line is a JSON object with a `text` and its `spans`: triples of start, end (in code points) and label. Corpora
//! label differently; here their labels become the recogniser's classes, spans are cut as the scorer cuts
//! them, and [titles](super::titles) are no part of a person's name.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::edges::trimmed;
use super::error::Error;
use super::titles::without_title;
use crate::article::{self, Article};
use crate::language::training::{Class, is_demonym};
use crate::text::Span;

/// One labelled text.
#[derive(Clone, Debug)]
pub(super) struct Labelled {
    /// The article as the program reads it.
    pub article: Article,
    /// Its names.
    pub names: Vec<(Span, Class)>,
    /// The place of its corpus in the recipe, from 0.
    pub corpus: usize,
    /// The number of the text that this is a copy of, if of any.
    pub source: Option<usize>,
}

/// A line of the file.
#[derive(Deserialize)]
struct Record {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

/// Reads the labelled texts of the file at `path`, the `corpus`-th of the recipe.
pub(super) fn read(path: &Path, corpus: usize) -> Result<Vec<Labelled>, Error> {
    let file = fs::read_to_string(path).map_err(Error::unreadable(path))?;
    let labelled = parse(&file, path, corpus)?;
    if labelled.is_empty() { Err(Error::Empty { path: path.to_owned() }) } else { Ok(labelled) }
}

/// The labelled texts in `file`; `path` is for messages. A text that the program would change (it takes invisible
/// characters out) is left out: its offsets would point beside its names.
pub(super) fn parse(file: &str, path: &Path, corpus: usize) -> Result<Vec<Labelled>, Error> {
    let mut labelled = Vec::new();
    for (number, line) in file.lines().enumerate() {
        let record: Record = serde_json::from_str(line).map_err(|error| Error::Malformed {
            path: path.to_owned(),
            line: number + 1,
            why: error.to_string(),
        })?;
        let article = article_of(&record.text, path).filter(|article| article.text == record.text);
        let names = names(&record, corpus > 0);
        labelled.extend(article.map(|article| Labelled { article, names, corpus, source: None }));
    }
    Ok(labelled)
}

/// The article that the program makes of a text without a title.
pub(super) fn article_of(text: &str, path: &Path) -> Option<Article> {
    let line = serde_json::json!({ "id": "text", "text": text }).to_string();
    article::read("corpus.jsonl", path, line.as_bytes()).articles.pop()
}

/// The names of a text; with `strip`, people without their titles, as the first corpus labels them.
fn names(record: &Record, strip: bool) -> Vec<(Span, Class)> {
    let ends = std::iter::once(record.text.len());
    let bytes: Vec<usize> = record.text.char_indices().map(|(at, _)| at).chain(ends).collect();
    let name = |(start, end, label): &(usize, usize, String)| {
        let span = trimmed(&record.text, *bytes.get(*start)?, *bytes.get(*end)?);
        let class = class_of(label, span.of(&record.text))?;
        let person = strip && class == Class::Person;
        let span = if person { without_title(&record.text, span) } else { span };
        span.of(&record.text).chars().any(char::is_alphabetic).then_some((span, class))
    };
    record.spans.iter().filter_map(name).collect()
}

/// The class that a corpus means by its label for these words; `None` for what is no name (days, sums of money).
fn class_of(label: &str, words: &str) -> Option<Class> {
    Some(match label {
        "PER" | "Person" => Class::Person,
        "ORG" | "Organization" => Class::Organisation,
        "LOC" | "Location" | "Facility" => Class::Place,
        "NORP" => Class::Group,
        // Corpora with this label have none for groups.
        "MISC" if is_group(words) => Class::Group,
        "MISC" | "Misc" | "Product" => Class::Other,
        _ => return None,
    })
}

/// Whether a name of a corpus that has no class for groups reads as one.
fn is_group(words: &str) -> bool {
    const ENDINGS: [&str; 9] = ["ian", "ians", "ish", "ese", "ist", "ists", "ism", "lim", "lims"];
    !words.contains(' ') && (is_demonym(words) || ENDINGS.iter().any(|ending| words.ends_with(ending)))
}
