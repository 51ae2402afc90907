//! What is looked at, as rows.
//!
//! **In:** words of a story, a story, a view. **Out:** rows, so many of them that stay, and which row has the words.

use super::Subject;
use crate::article::{Block, BlockKind};
use crate::dossier::Source;
use crate::dossier::name::sentence_of;
use crate::language::{Part, Passage};
use crate::library::Library;
use crate::links::Tier;
use crate::meetings::Story;
use crate::reader::model::view::prose::{outlet_and_day, prose};
use crate::reader::model::view::{Cell, Facts, Role, Row};
use crate::reader::model::{Model, digest, kin};
use crate::text::Span;
use crate::text::sanitise::one_line;

/// Bytes of a text that are shown before and after the words: some screens of them.
const AROUND: usize = 4000;
/// Rows of a view that are shown.
const TOP_FACTS: usize = 40;

/// Rows that were made.
pub(super) struct Made {
    pub(super) rows: Vec<Row>,
    /// How many of them stay.
    pub(super) head: usize,
    /// The row in which the words begin.
    pub(super) lit: usize,
}

impl Model {
    /// What is looked at, in so many columns.
    pub(super) fn peek_rows(&self, subject: Subject, columns: u16) -> Made {
        match subject {
            Subject::Words(source, tier) => words(&self.library, (source, tier), columns, self.is_linear()),
            Subject::Story(story) => self.story_rows(story, columns),
            Subject::View(view) => {
                let content = self.preview_of(view, columns);
                let mut rows = vec![Row::new(content.title())];
                rows.extend(content.head(&self.library, 0));
                let count = content.rows().min(TOP_FACTS);
                rows.extend((0..count).map(|number| content.row(&self.library, number, usize::MAX)));
                if count == 0 {
                    rows.push(Row::new(vec![Cell::new(0, content.empty(), Role::Muted)]));
                }
                Made { rows, head: 1, lit: 0 }
            }
            Subject::Nothing => {
                let rows = vec![Row::new(vec![Cell::new(0, "Nothing leads on from here.", Role::Muted)])];
                Made { rows, head: 0, lit: 0 }
            }
        }
    }

    /// A story from its beginning, with the meeting that it is about.
    fn story_rows(&self, story: usize, columns: u16) -> Made {
        let Some(told) = self.library.stories.get(story) else { return self.peek_rows(Subject::Nothing, columns) };
        let mut rows = heading(told, None);
        let head = rows.len();
        rows.push(Row::blank());
        if let Some(meeting) = self.main_meeting(story, told, columns) {
            rows.extend(meeting);
            rows.push(Row::blank());
        }
        let first = told.article.blocks.iter().find(|block| block.kind.is_story() && block.kind != BlockKind::Heading);
        let start = first.map_or(0, |block| block.span.start());
        let text = &told.article.text;
        let end = boundary(text, start.saturating_add(AROUND));
        let blocks = told.article.blocks.iter().filter(|block| block.kind.is_story() && block.span.start() >= start);
        for block in blocks.take_while(|block| block.span.start() < end) {
            let words = told.article.heading(block).1;
            let span = Span::new(words.start(), words.end().min(end.max(words.start())));
            rows.extend(paragraph(text, span, columns, self.is_linear(), &|_| Role::Base));
            rows.push(Row::blank());
        }
        Made { rows, head, lit: 0 }
    }

    /// The meeting that stands for a story, and how many others tell of it.
    fn main_meeting(&self, story: usize, told: &Story, columns: u16) -> Option<Vec<Row>> {
        let mention = kin::leading_mention(&self.library, story, self.least)?;
        let meeting = told.meetings.get(mention)?;
        let mut facts = Facts::new(0, columns);
        facts.people(&meeting.participants);
        facts.fact(meeting.kind.word(), Role::Muted);
        facts.status(meeting.status);
        facts.when(meeting.when);
        facts.place(meeting.place.as_ref());
        let digest = self.digests.get(story).copied().unwrap_or_default();
        let many = told.meetings.len();
        let stories = match (digest.linked, digest.kin) {
            (0, 0) => "told only here".to_owned(),
            (0, kin) => format!("{} of the same series", digest::count(kin, "story", "stories")),
            (linked, _) => format!("also covered in {}", digest::count(linked, "story", "stories")),
        };
        let words = format!("{} in all · {stories}", digest::count(many, "meeting", "meetings"));
        let mut rows = facts.rows();
        rows.push(Row::new(vec![Cell::new(0, words.clone(), Role::Muted)]).said(words.replace(" · ", ", ") + "."));
        Some(rows)
    }
}

/// Title, outlet and day; how sure it is that the words belong here.
fn heading(story: &Story, tier: Option<Tier>) -> Vec<Row> {
    let title = one_line(&story.article.title.text);
    let mut below = vec![Cell::new(0, outlet_and_day(story), Role::Muted)];
    if let Some(tier) = tier {
        let column = crate::text::width::width(&outlet_and_day(story)) + 3;
        let words = format!("{} {}", tier.dots(), tier.words());
        below.push(Cell::new(u16::try_from(column).unwrap_or(u16::MAX), words, Role::Accent));
    }
    let said = tier.map_or_else(
        || format!("{}.", outlet_and_day(story).replace(" · ", ", ")),
        |tier| {
            format!(
                "{}. {}.",
                outlet_and_day(story).replace(" · ", ", "),
                crate::text::letters::first_upper(tier.words())
            )
        },
    );
    vec![Row::new(vec![Cell::new(0, title, Role::Strong)]), Row::new(below).said(said)]
}

/// Words of a story with the sentences around them; theirs is lit.
fn words(library: &Library, (source, tier): (Source, Option<Tier>), columns: u16, is_linear: bool) -> Made {
    let Some(story) = library.stories.get(source.story) else {
        return Made { rows: Vec::new(), head: 0, lit: 0 };
    };
    let mut rows = heading(story, tier);
    let head = rows.len();
    rows.push(Row::blank());
    let words = source.passage;
    let sentence = sentence_of(story, words);
    // The title stands above.
    let sentence =
        if words.part == Part::Title { Passage { part: Part::Text, span: Span::new(0, 0) } } else { sentence };
    let text = &story.article.text;
    let start = boundary(text, sentence.span.start().saturating_sub(AROUND));
    let end = boundary(text, sentence.span.end().saturating_add(AROUND));
    let role = |offset: usize| match () {
        () if words.part == Part::Text && words.span.holds(offset) => Role::Lit,
        () if sentence.span.holds(offset) => Role::Base,
        () => Role::Muted,
    };
    // What surrounds the story is left out, and its title, which stands above; unless the words stand there.
    let has_words = |span: Span| words.part == Part::Text && span.overlaps(words.span);
    let is_told = |block: &Block| block.kind.is_story() && !story.article.is_title(block);
    let blocks = story.article.blocks.iter().filter(|block| is_told(block) || has_words(block.span));
    let blocks = blocks.map(|block| story.article.heading(block).1);
    let mut lit = rows.len();
    for span in blocks.filter(|span| span.end() > start && span.start() < end) {
        let span = Span::new(span.start().max(start), span.end().min(end));
        let set = paragraph(text, span, columns, is_linear, &role);
        if span.contains(Span::new(words.span.start(), words.span.start())) {
            let before = set.iter().position(|row| row.cells.iter().any(|cell| cell.role != Role::Muted));
            lit = rows.len() + before.unwrap_or(0);
        }
        rows.extend(set);
        rows.push(Row::blank());
    }
    Made { rows, head, lit }
}

/// A paragraph in rows; as one line where it is heard.
fn paragraph(text: &str, span: Span, columns: u16, is_linear: bool, role: &impl Fn(usize) -> Role) -> Vec<Row> {
    if is_linear {
        return vec![Row::blank().said(one_line(span.of(text)))];
    }
    prose(text, span, columns, 0, role)
}

/// The end of a character at or before this byte.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}
