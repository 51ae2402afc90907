//! The paragraphs of two stories as rows.

use super::item::{Item, Line, Shape};
use super::{Grid, Names, Told, passage};
use crate::dossier::Source;
use crate::dossier::comparison::Comparison;
use crate::language::{NameKind, Part};
use crate::library::Library;
use crate::reader::model::digest::count;
use crate::reader::model::view::Role;
use crate::text::Span;
use crate::text::letters::first_upper;
use crate::text::wrap::{Breaks, Fill, Fit, fill, glyphs};

/// Above so many bytes of a story, rows are filled one after the other.
const LONG: usize = 200_000;

pub(super) fn items(library: &Library, grid: Grid, comparison: &Comparison, names: &Names) -> Vec<Item> {
    let rows = &comparison.paragraphs;
    if rows.is_empty() {
        return Vec::new();
    }
    let is_cut = comparison.is_cut.contains(&true);
    let both = rows.iter().filter(|row| row.sides.iter().all(Option::is_some)).count();
    let told = if both == 0 { "none go together".to_owned() } else { count(both, "pair", "pairs") };
    let cut = if is_cut { "; only the beginning is compared" } else { "" };
    let heading = vec![("Paragraph by paragraph".to_owned(), Role::Strong), (format!("  {told}{cut}"), Role::Muted)];
    let mut items = vec![Item::heading(heading, 0)];
    items.extend(rows.iter().map(|row| {
        let mut side = 0;
        let sides = row.sides.map(|source| {
            let name = names.of_side(side);
            side += 1;
            source.map_or_else(Told::default, |source| {
                let lines = self::rows(library, grid, source).into_iter().map(Line::Text).collect();
                let words = source.words(library).split_whitespace().collect::<Vec<_>>().join(" ");
                passage(
                    source,
                    lines,
                    if grid.is_linear { format!("{}: {words}", first_upper(name)) } else { String::new() },
                )
            })
        });
        Item { shape: Shape::Text, sides, below: 1, ..Item::default() }
    }));
    items
}

/// The rows of a passage in a column of text.
pub(super) fn rows(library: &Library, grid: Grid, source: Source) -> Vec<Span> {
    let Some(story) = library.stories.get(source.story).filter(|_| !grid.is_linear) else { return Vec::new() };
    let text = story.article.text.as_str();
    let fit = if text.len() > LONG { Fit::Quick } else { Fit::Even };
    let how = Fill { columns: grid.width(!grid.has_two_columns()), breaks: Breaks::Reflow, fit };
    fill(text, source.passage.span, how).into_iter().map(|row| row.span).collect()
}

/// Where a story names whom, in reading order, without overlaps.
pub(super) fn names(library: &Library, story: usize) -> Vec<(Span, NameKind)> {
    let Some(story) = library.stories.get(story) else { return Vec::new() };
    let mut named: Vec<(Span, NameKind)> = Vec::new();
    for name in &story.annotations.names {
        let mentions = name.mentions.iter().filter(|mention| mention.passage.part == Part::Text);
        named.extend(mentions.map(|mention| (mention.passage.span, name.kind)));
    }
    named.sort_unstable_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut end = 0;
    named.retain(|(span, _)| {
        let is_free = span.start() >= end;
        end = if is_free { span.end() } else { end };
        is_free
    });
    named
}

/// A row of text, parted where names begin and end.
pub(super) fn pieces(text: &str, row: Span, named: &[(Span, NameKind)]) -> Vec<(String, Role)> {
    let mut at = named.partition_point(|(span, _)| span.end() <= row.start());
    let mut pieces: Vec<(String, Role)> = Vec::new();
    for glyph in glyphs(text, row) {
        while named.get(at).is_some_and(|(span, _)| span.end() <= glyph.offset) {
            at += 1;
        }
        let name = named.get(at).filter(|(span, _)| span.holds(glyph.offset));
        let role = name.map_or(Role::Base, |(_, kind)| Role::Name(*kind));
        match pieces.last_mut() {
            Some((words, last)) if *last == role => words.push_str(glyph.symbol),
            _ => pieces.push((glyph.symbol.to_owned(), role)),
        }
    }
    pieces
}
