//! What is known of one thing in, a page of Markdown to take away out.
//!
//! **In:** a library, and what the page is about. **Out:** a [`Dossier`]: the page, with a footnote for every fact (outlet,
//! title, day, sentence), and a good name for its file. **Why:** what was found has to leave the program with its sources, in
//! a form that notes, wikis and word processors read.

mod comparison;
mod meeting;
mod name;
mod story;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use crate::dossier::meeting::{MeetingDossier, MeetingIndex};
use crate::dossier::neighbourhood::{Labels, Node, label};
use crate::library::Library;
use crate::links::MentionRef;
use crate::text::fold::folded;

/// The longest name of a file without its end, in code points.
const LONGEST: usize = 60;

/// What a dossier is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A story with its meetings and links.
    Story(usize),
    /// A meeting as all stories tell it: index into [`Connections::meetings`](crate::links::Connections::meetings).
    Meeting(usize),
    /// A name: index into [`Connections::entities`](crate::links::Connections::entities).
    Name(usize),
    /// Two stories side by side.
    Comparison(usize, usize),
}

impl Subject {
    /// The meeting that a story tells of there; the story itself where it is none.
    pub fn told(library: &Library, at: MentionRef) -> Self {
        library.meeting_of(at).map_or(Self::Story(at.story), |(meeting, _)| Self::Meeting(meeting))
    }

    /// The word for it: `story`, `meeting`, `name`, `comparison`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Story(_) => "story",
            Self::Meeting(_) => "meeting",
            Self::Name(_) => "name",
            Self::Comparison(..) => "comparison",
        }
    }
}

/// A page to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// A name for its file, of letters, digits, hyphens and dots: `halvorsen-ilmaz-2031-05-21.md`.
    pub file: String,
    /// The page, in Markdown.
    pub markdown: String,
}

/// The page about something; `None` where it is not in the library.
pub fn dossier(library: &Library, subject: Subject) -> Option<Dossier> {
    let markdown = match subject {
        Subject::Story(story) => story::page(library, story)?,
        Subject::Meeting(meeting) => {
            let found = MeetingDossier::new(library, meeting)?;
            meeting::page(library, &Labels::new(library), &found)?
        }
        Subject::Name(name) => name::page(library, name)?,
        Subject::Comparison(left, right) => comparison::page(library, left, right)?,
    };
    Some(Dossier { file: file(library, subject), markdown })
}

/// Writes the dossiers of these meetings, one below the other; footnotes keep their page's numbers apart.
pub(super) fn write_meetings(
    library: &Library,
    meetings: impl Iterator<Item = usize>,
    mut out: impl Write,
) -> io::Result<()> {
    let (index, labels) = (MeetingIndex::of(library), Labels::new(library));
    let pages = meetings.filter_map(|number| meeting::page(library, &labels, &index.dossier(number)?));
    for (number, page) in pages.enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        // Footnotes are the whole document's.
        let apart = page.replace("[^", &format!("[^{}.", number + 1));
        out.write_all(apart.as_bytes())?;
    }
    out.flush()
}

/// The meetings that a story tells of, in the library's order.
pub(super) fn meetings_of(library: &Library, story: usize) -> Vec<usize> {
    let meetings = library.connections.meetings.iter().enumerate();
    meetings.filter(|(_, one)| one.mentions.iter().any(|at| at.story == story)).map(|(number, _)| number).collect()
}

fn file(library: &Library, subject: Subject) -> String {
    let meeting_day = |meeting: usize| {
        let when = library.connections.meetings.get(meeting).and_then(|meeting| meeting.when);
        when.map(|when| when.interval.from.to_string()).unwrap_or_default()
    };
    let published = |story: usize| {
        let published = library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
        published.map(|published| published.best.to_string()).unwrap_or_default()
    };
    let called = |node: Node| {
        let told = label(library, node);
        // A file is called after the whole name.
        if matches!(node, Node::Name(_)) { told.title } else { told.short }
    };
    let outlet = |story: usize| {
        let told = label(library, Node::Story(story));
        if told.whence.is_empty() { told.title } else { told.whence }
    };
    let (words, day) = match subject {
        Subject::Story(story) => (called(Node::Story(story)), published(story)),
        // By full names: what fits a small label may be the surname of one and the whole name of another.
        Subject::Meeting(meeting) => (label(library, Node::Meeting(meeting)).title, meeting_day(meeting)),
        Subject::Name(name) => (called(Node::Name(name)), String::new()),
        Subject::Comparison(left, right) => (format!("{} and {}", outlet(left), outlet(right)), published(left)),
    };
    let words = slug(&words);
    let words = if words.is_empty() { subject.word().to_owned() } else { words };
    if day.is_empty() { format!("{words}.md") } else { format!("{words}-{day}.md") }
}

/// Letters and digits of any script, small, words joined by hyphens; whole words of at most `LONGEST` code points.
pub fn slug(words: &str) -> String {
    let folded = folded(words);
    let mut slug = String::new();
    let mut length = 0;
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let count = word.chars().count();
        if length + count + 1 > LONGEST {
            if slug.is_empty() {
                slug.extend(word.chars().take(LONGEST));
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
        length += count + 1;
    }
    slug
}
