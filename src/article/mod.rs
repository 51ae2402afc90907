//! The text of one file in, [`Article`]s out.
//!
//! **In:** a file's bytes with its path (plain text, or JSONL with one article a line).
//! **Out:** articles whose title, outlet, dateline, stated dates and blocks are known, by general rules.
//! **Why:** the story has to be told from what surrounds it (breadcrumbs, captions, lists of other headlines,
//! footers) before anyone may draw facts from it.

mod blocks;
mod compose;
mod days;
mod formats;
mod furniture;
mod head;
mod header;
mod heading;
mod layout;
mod masthead;
mod opening;
mod outlets;
mod parts;
mod prose;
mod tokens;

use jiff::civil::Date;

use crate::text::Span;
use crate::text::written::Written;

pub use formats::{Fault, Reached, Reading, read, read_telling};

/// One article: clean text, stored once, and byte ranges into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Relative path of the file with `/` between folders, or the record's own id where it has one.
    pub id: String,
    /// Where it was read from.
    pub origin: Origin,
    /// The clean text that every [`Span`] of the article points into.
    pub text: String,
    /// The same as it was written, where that holds soft hyphens, zero width spaces or the like: for exports only.
    pub written: Option<Written>,
    /// The headline.
    pub title: Title,
    /// Who published it, if that is told.
    pub outlet: Option<Outlet>,
    /// The opening such as `MOSCOW, July 6 /TASS/.`, if there is one.
    pub dateline: Option<Dateline>,
    /// Dates that name the day of publication outside the running text (record field, URL, file name), most trusted first.
    pub stated_dates: Vec<StatedDate>,
    /// The address of the original, if that is told.
    pub url: Option<String>,
    /// The parts of the text in order; they do not overlap and leave only white space out.
    pub blocks: Vec<Block>,
}

impl Article {
    /// The text as it was written, soft hyphens and the like included. Not for a terminal.
    pub fn written_text(&self) -> &str {
        self.written.as_ref().map_or(&self.text, Written::text)
    }

    /// Where a range of [`text`](Self::text) stands in [`written_text`](Self::written_text).
    pub fn written_span(&self, span: Span) -> Span {
        self.written.as_ref().map_or(span, |written| written.span(span))
    }
}

/// Where an article was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The path as given or found, for opening the file and for messages.
    pub path: std::path::PathBuf,
    /// 1-based line in a file of many records.
    pub line: Option<usize>,
}

/// A headline and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// One line, no line breaks, ready for the screen.
    pub text: String,
    /// Where it comes from.
    pub from: TitleFrom,
}

/// Where a headline comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleFrom {
    /// It stands in the article's text, at this range.
    Text(Span),
    /// It came apart from the text, as a record's field; ranges into it are ranges into [`Title::text`].
    Record,
    /// There is none: this is the first sentence of the story, at this range.
    Derived(Span),
}

/// A publisher or agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// As a reader would write it.
    pub name: String,
    /// Where the text says so; `None` for a record's field.
    pub span: Option<Span>,
}

/// An opening such as `MOSCOW, July 6 /TASS/.` or `KOLM, May 12 (Northwire) –`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The whole opening.
    pub span: Span,
    /// The place it names.
    pub place: Option<Span>,
    /// The words that tell the day; `language` gives them a value.
    pub date: Option<Span>,
    /// The agency it names.
    pub agency: Option<Span>,
}

/// A day of publication that was stated in machine form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedDate {
    /// The day.
    pub date: Date,
    /// What stated it.
    pub from: DateSource,
}

/// What a publication date was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateSource {
    /// A field of the record.
    Metadata,
    /// The opening of the story.
    Dateline,
    /// Other words of the article: a header line, a caption, its own date expressions.
    Text,
    /// The address of the original.
    Url,
    /// The file's name.
    File,
    /// Stories of other outlets about the same meetings, or of one time that name the same people.
    Links,
    /// Whoever reads the story says so.
    Correction,
}

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without surrounding white space.
    pub span: Span,
}

/// What a part of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text of the story.
    Paragraph,
    /// A headline or a heading inside the story.
    Heading,
    /// A paragraph that is one quotation.
    Quote,
    /// The words under a picture.
    Caption,
    /// One line of a list of other stories' headlines, or that list's label.
    Headlines,
    /// Breadcrumbs, page headers, font switches, footers.
    Chrome,
    /// A line that holds only the dateline or byline.
    Dateline,
}

impl BlockKind {
    /// Whether meetings told here are told by this story (and not by another one, or by the page around it).
    pub const fn is_story(self) -> bool {
        matches!(self, Self::Paragraph | Self::Heading | Self::Quote)
    }
}
