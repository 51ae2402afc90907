//! Labelled files in, documents with a label for every token out.

use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::article::{self, Article};
use crate::language::training::{
    BEGIN, Class, Clusters, Document, INSIDE, LAST, OUTSIDE, Statistics, UNIT, Vocabulary, annotated_lines, label,
};
use crate::text::Span;

/// One labelled text.
pub(super) struct Labelled {
    /// The article as the program would read it.
    pub article: Article,
    /// Its names: byte ranges, trimmed as the scorer trims them, with the class.
    pub names: Vec<(Span, Class)>,
    /// Which corpus it is from.
    pub corpus: usize,
}

/// A line of a corpus file.
#[derive(Deserialize)]
struct Record {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

/// Reads a corpus file. Offsets in it count code points.
pub(super) fn read(path: &Path, corpus: usize) -> io::Result<Vec<Labelled>> {
    let mut read = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let record: Record = serde_json::from_str(line)?;
        let json = serde_json::json!({ "id": "x", "text": record.text }).to_string();
        let mut batch = article::read("corpus.jsonl", path, json.as_bytes());
        let Some(article) = batch.articles.pop() else { continue };
        let mut bytes: Vec<usize> = record.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(record.text.len());
        let mut names = Vec::new();
        if article.text == record.text {
            for (start, end, kind) in &record.spans {
                if let (Some(class), Some(&start), Some(&end)) = (class_of(kind), bytes.get(*start), bytes.get(*end)) {
                    let span = trimmed(&record.text, start, end);
                    let words = span.of(&record.text);
                    let class = if class == Class::Other && corpus_mixes_groups(kind) && is_group(words) {
                        Class::Group
                    } else {
                        class
                    };
                    if words.chars().any(char::is_alphabetic) {
                        names.push((span, class));
                    }
                }
            }
        } else {
            // Its offsets would point beside its names.
            continue;
        }
        read.push(Labelled { article, names, corpus });
    }
    Ok(read)
}

fn class_of(kind: &str) -> Option<Class> {
    Some(match kind {
        "PER" | "Person" => Class::Person,
        "ORG" | "Organization" => Class::Organisation,
        "LOC" | "Location" | "Facility" => Class::Place,
        "NORP" => Class::Group,
        "MISC" | "Misc" | "Product" => Class::Other,
        _ => return None,
    })
}

fn corpus_mixes_groups(kind: &str) -> bool {
    kind == "MISC"
}

/// Whether a name of a corpus without a class for groups reads as one.
fn is_group(words: &str) -> bool {
    !words.contains(' ')
        && (crate::language::training::is_demonym(words)
            || ["ian", "ians", "ish", "ese", "ist", "ists", "ism", "lim", "lims"]
                .iter()
                .any(|end| words.ends_with(end)))
}

/// Without articles, quotation marks and possessive endings.
pub(super) fn trimmed(text: &str, mut start: usize, mut end: usize) -> Span {
    loop {
        let before = (start, end);
        let held = text.get(start..end).unwrap_or_default();
        let inner = held.trim_start_matches([
            ' ', '\t', '\n', '\u{a0}', '"', '“', '”', '‘', '’', '\'', '(', ')', '[', ']', ',', ';', ':',
        ]);
        start += held.len() - inner.len();
        let outer =
            inner.trim_end_matches([' ', '\t', '\n', '\u{a0}', '"', '“', '”', '(', ')', '[', ']', ',', ';', ':']);
        end = start + outer.len();
        for article in ["the ", "The ", "THE ", "a ", "an "] {
            if outer.starts_with(article) {
                start += article.len();
            }
        }
        let held = text.get(start..end).unwrap_or_default();
        for ending in ["'s", "’s", "'", "’"] {
            if held.ends_with(ending) && held.len() > ending.len() {
                end -= ending.len();
                break;
            }
        }
        if (start, end) == before {
            return Span::new(start, end);
        }
    }
}

/// Reads the article's words and gives each its label; names that no tokens match exactly are left out and counted.
pub(super) fn label_tokens(
    labelled: &Labelled,
    model: &Clusters,
    vocabulary: &mut Vocabulary,
    document: &mut Document,
    statistics: &mut Statistics,
) -> (Vec<u8>, Vec<bool>, usize) {
    let (tokens, sentences) = annotated_lines(&labelled.article);
    let lines: Vec<_> = sentences.iter().map(|s| crate::language::Line::new(&labelled.article, &tokens, s)).collect();
    document.read(&lines, model, vocabulary);
    document.hint(&crate::language::training::hints(&labelled.article, &lines));
    statistics.count(document);
    let mut gold = vec![OUTSIDE as u8; tokens.len()];
    let mut lost = 0;
    let mut unsure = vec![false; tokens.len()];
    for (span, class) in &labelled.names {
        let first = tokens.partition_point(|token| token.span.start() < span.start());
        let end = tokens.partition_point(|token| token.span.end() <= span.end());
        let end = match tokens.get(end) {
            Some(token)
                if token.span.start() < span.end()
                    && token.span.end() == span.end() + 1
                    && token.span.of(&labelled.article.text).ends_with('.') =>
            {
                end + 1
            }
            _ => end,
        };
        let exact = tokens.get(first).is_some_and(|token| token.span.start() == span.start())
            && end.checked_sub(1).and_then(|last| tokens.get(last)).is_some_and(|token| {
                token.span.end() == span.end()
                    || token.span.end() == span.end() + 1 && token.span.of(&labelled.article.text).ends_with('.')
            });
        let whole = document.regions.iter().any(|region| region.tokens.start <= first && end <= region.tokens.end);
        let free = gold.get(first..end).is_some_and(|gold| gold.iter().all(|l| *l == OUTSIDE as u8));
        if !(exact && whole && free && first < end) {
            lost += 1;
            let near = tokens.partition_point(|token| token.span.end() <= span.start());
            let past = tokens.partition_point(|token| token.span.start() < span.end());
            for u in unsure.get_mut(near..past).unwrap_or_default() {
                *u = true
            }
            if std::env::var("LOST").is_ok() {
                println!(
                    "LOST {exact} {whole} {free} [{}] {:?}",
                    span.of(&labelled.article.text),
                    tokens
                        .get(first..end)
                        .unwrap_or_default()
                        .iter()
                        .map(|t| t.span.of(&labelled.article.text))
                        .collect::<Vec<_>>()
                );
            }
            continue;
        }
        for at in first..end {
            let position = match (at == first, at + 1 == end) {
                (true, true) => UNIT,
                (true, false) => BEGIN,
                (false, true) => LAST,
                (false, false) => INSIDE,
            };
            gold[at] = label(*class, position) as u8;
        }
    }
    (gold, unsure, lost)
}
