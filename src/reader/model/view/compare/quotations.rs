//! The quotations of two stories as rows.

use super::facts::wrapped;
use super::item::{Item, Line, Shape};
use super::{Grid, Names, Told, passage, texts};
use crate::dossier::Source;
use crate::dossier::comparison::{Agreement, Comparison, Quotation, QuotationPair, Wording};
use crate::language::Passage;
use crate::library::Library;
use crate::reader::model::digest::count;
use crate::reader::model::view::Role;
use crate::text::Span;

pub(super) fn items(library: &Library, grid: Grid, comparison: &Comparison, names: &Names) -> Vec<Item> {
    let pairs = &comparison.quotations;
    let matched = pairs.iter().filter(|pair| pair.wording != Wording::Single).count();
    let told = match (pairs.len(), matched) {
        (0, _) => "neither story quotes anybody".to_owned(),
        (_, 0) => "none in common".to_owned(),
        (_, matched) => format!("{} in common", count(matched, "quotation", "quotations")),
    };
    let heading = vec![("Quotations".to_owned(), Role::Strong), (format!("  {told}"), Role::Muted)];
    let mut items = vec![Item::heading(heading, usize::from(pairs.is_empty()))];
    items.extend(pairs.iter().map(|pair| item(library, grid, pair, names)));
    items
}

fn item(library: &Library, grid: Grid, pair: &QuotationPair, names: &Names) -> Item {
    let [left, right] = &pair.sides;
    let (agreement, label) = match pair.wording {
        Wording::Exact => (Agreement::Same, "word for word"),
        Wording::Part => (Agreement::Near, "in part"),
        Wording::Other => (Agreement::Near, "in other words"),
        Wording::Single if left.is_some() => (Agreement::OnlyLeft, ""),
        Wording::Single => (Agreement::OnlyRight, ""),
    };
    let is_stacked = !grid.has_two_columns();
    // The column of labels has room for one word.
    let label = match pair.wording {
        Wording::Single if is_stacked => {
            if left.is_some() {
                "in A only"
            } else {
                "in B only"
            }
        }
        _ if is_stacked => label,
        _ => label.split(' ').next_back().unwrap_or_default(),
    };
    let spoken = match pair.wording {
        Wording::Exact => "Both quote, word for word.".to_owned(),
        Wording::Part => "Both quote, one only in part.".to_owned(),
        Wording::Other => "Both quote, in other words.".to_owned(),
        Wording::Single => format!("Only {} quotes.", names.of_side(usize::from(right.is_some()))),
    };
    let sides = [(0, left), (1, right)].map(|(side, quotation)| {
        quotation.as_ref().map_or_else(Told::default, |quotation| told(library, grid, quotation, names.of_side(side)))
    });
    let label = if label.is_empty() { vec![] } else { vec![(label.to_owned(), Role::Muted)] };
    Item { shape: Shape::Text, label, agreement: Some(agreement), sides, below: 1, spoken }
}

/// The words, and below them who said so.
fn told(library: &Library, grid: Grid, quotation: &Quotation, name: &str) -> Told {
    let Some(source) = quotation.source() else { return Told::default() };
    let parts = quotation.parts.iter().map(|part| texts::rows(library, grid, with_marks(library, *part)));
    let mut lines: Vec<Line> = parts.flatten().map(Line::Text).collect();
    let speaker = quotation.speaker.as_ref().map(|speaker| speaker.name.as_str());
    lines.extend(
        speaker
            .into_iter()
            .flat_map(|name| wrapped(&format!("— {name}"), grid.width(!grid.has_two_columns()), Role::Muted)),
    );
    let words: Vec<&str> = quotation.parts.iter().map(|part| part.words(library)).collect();
    let words = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let spoken = match speaker {
        Some(speaker) => format!("{name}: {speaker}: “{words}”"),
        None => format!("{name}: “{words}”"),
    };
    passage(source, lines, crate::text::letters::first_upper(&spoken))
}

/// A quotation with its marks, as far as they stand right beside it.
fn with_marks(library: &Library, source: Source) -> Source {
    let Some(story) = library.stories.get(source.story) else { return source };
    let (text, span) = (story.article.text.as_str(), source.passage.span);
    let is_mark = |c: &char| "\"'“”„‟‘’‚‛«»‹›「」『』".contains(*c);
    let before = text.get(..span.start()).and_then(|text| text.chars().next_back()).filter(is_mark);
    let after = text.get(span.end()..).and_then(|text| text.chars().next()).filter(is_mark);
    let start = span.start() - before.map_or(0, char::len_utf8);
    let end = span.end() + after.map_or(0, char::len_utf8);
    Source { passage: Passage { span: Span::new(start, end), ..source.passage }, ..source }
}
