//! The text of a page as it is drawn, with the way back to the article.
//!
//! **In:** pieces of an article, copied in reading order, and words put between them (the numbers of meetings, the
//! line under the title). **Out:** one text to wrap and draw, and the article's offset for each place in it.
//! **Why:** what is drawn is not quite the article: the title stands first, numbers follow passages. Wrapping has to
//! see those, while names and evidence are ranges into the article.

use crate::language::{Part, Passage};
use crate::text::Span;

/// A text to draw, made of pieces of an article.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    text: String,
    /// Pieces in the order in which they stand in `text`.
    runs: Vec<Run>,
    /// Indices into `runs` in the order of the article.
    by_source: Vec<usize>,
}

/// A piece of the article.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it stands in the sheet.
    shown: Span,
    /// Where it comes from.
    from: Passage,
}

impl Sheet {
    /// The text to draw.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts words in that are not the article's.
    pub fn write(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    /// Copies a passage; `source` is the text that it points into.
    pub fn copy(&mut self, source: &str, from: Passage) -> Span {
        let shown = self.write(from.span.of(source));
        if !shown.is_empty() {
            self.runs.push(Run { shown, from });
        }
        shown
    }

    /// To be called once everything is copied.
    pub fn finish(&mut self) {
        let mut order: Vec<usize> = (0..self.runs.len()).collect();
        order.sort_by_key(|index| self.runs.get(*index).map(|run| run.from));
        self.by_source = order;
    }

    /// The place in the article that is shown at `offset`, or the last one before it.
    pub fn source(&self, offset: usize) -> Option<(Part, usize)> {
        let after = self.runs.partition_point(|run| run.shown.start() <= offset);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let inside = (offset - run.shown.start()).min(run.shown.len());
        Some((run.from.part, run.from.span.start() + inside))
    }

    /// What a part of the sheet shows of the article, in the order of the sheet; pieces that only a number parts are one.
    pub fn passages(&self, shown: Span) -> Vec<Passage> {
        let first = self.runs.partition_point(|run| run.shown.end() <= shown.start());
        let mut found: Vec<Passage> = Vec::new();
        for run in self.runs.iter().skip(first).take_while(|run| run.shown.start() < shown.end()) {
            let start = shown.start().max(run.shown.start()) - run.shown.start();
            let end = shown.end().min(run.shown.end()) - run.shown.start();
            if start >= end {
                continue;
            }
            let from = run.from.span.start();
            let piece = Passage { part: run.from.part, span: Span::new(from + start, from + end) };
            match found.last_mut().filter(|last| last.part == piece.part && last.span.end() == piece.span.start()) {
                Some(last) => *last = last.cover(piece),
                None => found.push(piece),
            }
        }
        found
    }

    /// Where a passage is shown, from its first shown byte to its last; numbers inside it are part of it.
    pub fn shown(&self, passage: Passage) -> Option<Span> {
        let run = |at: usize| self.by_source.get(at).and_then(|index| self.runs.get(*index));
        let first = self.by_source.partition_point(|index| {
            self.runs
                .get(*index)
                .is_some_and(|run| (run.from.part, run.from.span.end()) <= (passage.part, passage.span.start()))
        });
        let mut found: Option<Span> = None;
        for run in (first..).map_while(run) {
            let from = run.from;
            if from.part != passage.part || from.span.start() >= passage.span.end() {
                break;
            }
            let start = passage.span.start().max(from.span.start()) - from.span.start();
            let end = passage.span.end().min(from.span.end()) - from.span.start();
            let shown = Span::new(run.shown.start() + start, run.shown.start() + end);
            found = Some(match found {
                // The title stands first even where it comes later in the text: a passage is never stretched over
                // what lies between.
                Some(so_far) if shown.start() >= so_far.end() && shown.start() - so_far.end() <= GAP => {
                    so_far.cover(shown)
                }
                Some(so_far) => so_far,
                None => shown,
            });
        }
        found
    }
}

/// How many bytes may lie between two shown pieces of one passage: a number, or the space between two blocks.
const GAP: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "News / World\n\nTalks in Sarn\n\nThey met. Later they spoke.";

    fn passage(words: &str) -> Passage {
        let start = SOURCE.find(words).unwrap();
        Passage { part: Part::Text, span: Span::new(start, start + words.len()) }
    }

    fn sheet() -> Sheet {
        let mut sheet = Sheet::default();
        sheet.copy(SOURCE, passage("Talks in Sarn"));
        sheet.write("\n3 min\n");
        sheet.copy(SOURCE, passage("News / World"));
        sheet.write("\n");
        sheet.copy(SOURCE, passage("They met."));
        sheet.write("²");
        sheet.copy(SOURCE, passage(" Later they spoke."));
        sheet.finish();
        sheet
    }

    #[test]
    fn what_is_drawn_leads_back_to_the_article() {
        let sheet = sheet();
        for words in ["Talks", "World", "met", "spoke"] {
            let shown = sheet.text().find(words).unwrap();
            assert_eq!(sheet.source(shown), Some((Part::Text, SOURCE.find(words).unwrap())), "{words}");
        }
    }

    #[test]
    fn a_passage_is_found_where_it_is_drawn() {
        let sheet = sheet();
        for words in ["Talks in Sarn", "News", "met.", "spoke"] {
            let shown = sheet.shown(passage(words)).unwrap();
            assert_eq!(shown.of(sheet.text()), words);
        }
        assert_eq!(sheet.shown(passage("met. Later")).unwrap().of(sheet.text()), "met.² Later");
    }

    #[test]
    fn a_part_of_the_sheet_leads_back_to_the_passages_that_it_shows() {
        let sheet = sheet();
        assert_eq!(
            sheet.passages(Span::whole(sheet.text())),
            [passage("Talks in Sarn"), passage("News / World"), passage("They met. Later they spoke.")]
        );
        let from = sheet.text().find("met").unwrap();
        let to = sheet.text().find(" they").unwrap();
        assert_eq!(sheet.passages(Span::new(from, to)), [passage("met. Later")]);
        assert_eq!(sheet.passages(Span::new(from, from)), []);
    }

    #[test]
    fn a_passage_that_is_not_drawn_is_not_found() {
        let mut sheet = Sheet::default();
        sheet.copy(SOURCE, passage("They met."));
        sheet.finish();
        assert_eq!(sheet.shown(passage("Talks")), None);
        assert_eq!(sheet.shown(passage("spoke")), None);
    }
}
