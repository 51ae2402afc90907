//! A library in, machine-readable text out.
//!
//! **In:** a [`Library`].
//! **Out:** JSON Lines (one article a line), one JSON document, or the answer to a single question in the same terms,
//! written to any writer as it is made; described in `docs/export.md` and, exactly, in `docs/dateline-1.schema.json`. Also a
//! graph in DOT of what joins the stories, and dossiers in Markdown.
//! **Why:** the facts belong to whoever reads the stories: they must be able to carry them off to other tools.

mod answers;
mod articles;
pub mod citation;
mod document;
pub mod dossier;
mod dot;
mod escape;
mod markdown;
mod record;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, PrettyFormatter};

use crate::dossier::neighbourhood::Node;
use crate::library::Library;
use crate::links::Explanation;
use escape::Escaping;

/// The version of the format, in every line and document; a change that breaks a program which reads it changes it.
pub const SCHEMA: &str = "dateline/1";

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// JSON Lines: one object a line, one line an article.
    Jsonl,
    /// One document with articles, names, meetings, series and links.
    Json,
    /// A graph of stories, meetings and names.
    Dot,
    /// The dossiers of meetings.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Jsonl, Self::Json, Self::Dot, Self::Markdown];

    /// Whether it can be written of what stands around one thing alone.
    pub const fn can_be_around(self) -> bool {
        matches!(self, Self::Dot | Self::Markdown)
    }

    /// What it is called on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Json => "json",
            Self::Dot => "dot",
            Self::Markdown => "markdown",
        }
    }

    /// The format of this name.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }
}

/// Writes `library` to `out`, article by article; fails only where `out` does. The caller brings the buffer.
///
/// No control and no invisible character is written as such, whatever the library holds.
pub fn write(library: &Library, format: Format, mut out: impl Write) -> io::Result<()> {
    let articles = || articles::Articles::new(library);
    match format {
        Format::Jsonl => {
            for article in articles().records() {
                article.serialize(&mut Serializer::with_formatter(&mut out, Escaping(CompactFormatter)))?;
                out.write_all(b"\n")?;
            }
        }
        Format::Json => return pretty(&document::Document::new(library, &articles()), out),
        Format::Dot => return dot::write_whole(library, out),
        Format::Markdown => return dossier::write_meetings(library, 0..library.connections.meetings.len(), out),
    }
    out.flush()
}

/// Writes what stands around one thing, for a form that [can](Format::can_be_around); for others nothing.
pub fn write_around(library: &Library, centre: Node, format: Format, out: impl Write) -> io::Result<()> {
    match format {
        Format::Dot => dot::write_around(library, centre, out),
        Format::Markdown => {
            let meetings = match centre {
                Node::Story(story) => dossier::meetings_of(library, story),
                Node::Meeting(meeting) => vec![meeting],
                Node::Name(_) => Vec::new(),
            };
            dossier::write_meetings(library, meetings.into_iter(), out)
        }
        Format::Jsonl | Format::Json => Ok(()),
    }
}

/// Writes the meetings with these indices as one document, in their order.
pub fn write_meetings(library: &Library, chosen: &[usize], out: impl Write) -> io::Result<()> {
    pretty(&answers::Meetings::new(library, chosen), out)
}

/// Writes every link of a library as one document.
pub fn write_links(library: &Library, out: impl Write) -> io::Result<()> {
    pretty(&answers::Links::new(library), out)
}

/// Writes why two stories are linked or not as one document.
pub fn write_explanation(library: &Library, explanation: &Explanation, out: impl Write) -> io::Result<()> {
    pretty(&answers::Explained::new(library, explanation), out)
}

fn pretty(document: &impl Serialize, mut out: impl Write) -> io::Result<()> {
    document.serialize(&mut Serializer::with_formatter(&mut out, Escaping(PrettyFormatter::new())))?;
    out.write_all(b"\n")?;
    out.flush()
}
