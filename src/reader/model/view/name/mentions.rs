//! The mentions of a name, story by story, as lines of a concordance.
//!
//! Every story takes a row of air, a row that tells which it is, and a row a mention; but for the air, each leads on.

use super::tables::under_each_other;
use super::{NamePage, WIDE};
use crate::dossier::Source;
use crate::dossier::name::{Columns, Line, sentence_of};
use crate::dossier::wording;
use crate::library::Library;
use crate::reader::model::view::content::{Cell, Role, Row, Target};
use crate::text::Span;
use crate::text::width::width;

/// Rows of a story beside its mentions.
const AROUND: usize = 2;
/// The columns before a mention.
const INDENT: u16 = 2;

/// What stands in a row.
enum Place {
    Air,
    Story(usize),
    Mention(usize),
}

impl NamePage {
    /// How many rows and stops all of them take.
    pub(super) fn mention_counts(&self) -> (usize, usize) {
        let (stories, mentions) = (self.dossier.stories(), self.dossier.mentions());
        (stories * AROUND + mentions, stories + mentions)
    }

    /// The last story that begins at or before this row (or stop), where each has so many beside its mentions.
    fn story_before(&self, at: usize, around: usize) -> usize {
        let (mut low, mut high) = (0, self.dossier.stories());
        while low < high {
            let middle = usize::midpoint(low, high);
            let first = self.dossier.story(middle).map_or(usize::MAX, |place| place.first + middle * around);
            if first <= at { low = middle + 1 } else { high = middle }
        }
        low.saturating_sub(1)
    }

    fn place(&self, row: usize) -> Option<Place> {
        let number = self.story_before(row, AROUND);
        let place = self.dossier.story(number)?;
        let own = row.checked_sub(place.first + number * AROUND)?;
        Some(match own {
            0 => Place::Air,
            1 => Place::Story(number),
            own => Place::Mention(place.first + own - AROUND),
        })
    }

    pub(super) fn row_of_mention_stop(&self, stop: usize) -> usize {
        let number = self.story_before(stop, 1);
        // A row of air for each story up to this one.
        stop + number + 1
    }

    pub(super) fn mention_stop_at(&self, row: usize) -> Option<usize> {
        match self.place(row)? {
            Place::Air => None,
            Place::Story(number) => Some(self.dossier.story(number)?.first + number),
            Place::Mention(mention) => Some(mention + self.dossier.story_of(mention) + 1),
        }
    }

    /// The whole sentence of the mention of this stop; `None` for the row of a story.
    pub(super) fn sentence_of_stop<'l>(&self, library: &'l Library, stop: usize) -> Option<&'l str> {
        let Some(Place::Mention(mention)) = self.place(self.row_of_mention_stop(stop)) else { return None };
        let source = self.dossier.mention(mention)?;
        let story = library.stories.get(source.story)?;
        Some(story.words(sentence_of(story, source.passage)))
    }

    pub(super) fn mention_target(&self, _: &Library, stop: usize) -> Option<Target> {
        match self.place(self.row_of_mention_stop(stop))? {
            Place::Air => None,
            Place::Story(number) => self.dossier.story(number).map(|place| Target::Story(place.story)),
            Place::Mention(mention) => self.dossier.mention(mention).map(Target::Passage),
        }
    }

    /// The words behind a stop: for the row of a story its first mention.
    pub(super) fn mention_source(&self, stop: usize) -> Option<Source> {
        match self.place(self.row_of_mention_stop(stop))? {
            Place::Air => None,
            Place::Story(number) => self.dossier.mention(self.dossier.story(number)?.first),
            Place::Mention(mention) => self.dossier.mention(mention),
        }
    }

    pub(super) fn mention_row(&self, library: &Library, row: usize) -> Row {
        match self.place(row) {
            Some(Place::Story(number)) => self.story_row(library, number),
            Some(Place::Mention(mention)) => self.line(library, mention),
            _ => Row::blank(),
        }
    }

    /// `21 May 2031   Northwire   Premier calls President`.
    fn story_row(&self, library: &Library, number: usize) -> Row {
        let Some(place) = self.dossier.story(number) else { return Row::blank() };
        let Some(story) = library.stories.get(place.story) else { return Row::blank() };
        let day = self.names.day(place.story).map_or_else(|| "no day".to_owned(), wording::day);
        let outlet = story.article.outlet.as_ref().map_or("", |outlet| outlet.name.as_str());
        let title = story.article.title.text.as_str();
        let mut cells = Vec::new();
        let mut column = 0;
        if self.columns >= WIDE {
            cells.push(Cell::new(under_each_other(&day), day.clone(), Role::Date).within(12));
            let wide = if self.columns < 96 { 14 } else { 22 };
            cells.push(Cell::new(14, outlet, Role::Muted).within(wide - 2));
            column = 14 + wide;
        }
        cells.push(Cell::new(column, title, Role::Strong));
        let told = [day.as_str(), outlet, title].into_iter().filter(|words| !words.is_empty());
        Row::new(cells).said(told.collect::<Vec<_>>().join(", "))
    }

    /// A mention in its sentence; whoever hears it is told the whole sentence.
    fn line(&self, library: &Library, mention: usize) -> Row {
        let Some(source) = self.dossier.mention(mention) else { return Row::blank() };
        let Some(story) = library.stories.get(source.story) else { return Row::blank() };
        let around = sentence_of(story, source.passage);
        let sentence = story.words(around);
        let from = source.passage.span.start().saturating_sub(around.span.start());
        let name = Span::new(from, from + source.passage.span.len());
        // The signs around the name take a column each.
        let room = usize::from(self.columns.saturating_sub(INDENT + 2));
        let columns = Columns::of(room);
        let line = Line::cut(sentence, name, columns);
        let column = |wide: usize| u16::try_from(wide).unwrap_or(u16::MAX).saturating_add(INDENT);
        let at = columns.left + usize::from(!line.touches);
        let behind = at + width(&line.name) + 2;
        let said = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        let left = Cell::new(INDENT, line.left, Role::Base);
        let (open, close) = (Cell::new(column(at), "‹", Role::Muted), Cell::new(column(behind - 1), "›", Role::Muted));
        let name = Cell::new(column(at + 1), line.name, Role::Name(self.entity.kind));
        Row::new(vec![left, open, name, close, Cell::new(column(behind), line.right, Role::Base)]).said(said)
    }
}
