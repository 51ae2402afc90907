//! What was typed into the filter line in, what it asks for out.
//!
//! **In:** a line such as `who:putin when:2017-11 'sochi !trump "ceasefire zone"`.
//! **Out:** a [`Query`], or a [`QueryError`] that says which part cannot be understood and what would be.
//! **Why:** the list, the command line and saved queries ask the same questions in the same words.
//!
//! The way: the line is cut into raw terms (`lex`), each becomes a [`Term`] (`parse`), the values of fields are read
//! by `values`. A term that is only begun (`who:`, a lone `!`) asks for nothing yet and is no error, so that
//! the list does not flicker while one types.
//!
//! The signs of words are those of fzf: <https://github.com/junegunn/fzf#search-syntax>.

pub(super) mod lex;
mod names;
mod parse;
#[cfg(test)]
mod tests;
mod values;

pub use names::{NameQuery, NameTest};
pub use values::{Days, Flag, Possession};

use crate::links::Tier;
use crate::meetings::{MeetingKind, Status};
use crate::text::Span;

/// Everything that is asked for: every group must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In the order in which they were typed.
    pub groups: Vec<Group>,
    /// How sure a link is at least that `is:linked` counts.
    pub least: Tier,
}

/// Terms with `|` between them: one of them must hold. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// In the order in which they were typed.
    pub terms: Vec<Term>,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether it must not hold (`!`).
    pub negated: bool,
    /// What is asked.
    pub test: Test,
    /// Its bytes in the line.
    pub span: Span,
}

/// What a story can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Its title, its outlet or a name in it; the word is folded (see [`crate::text::fold`]) and not empty.
    Word(String, How),
    /// Its full text, case and diacritics aside; folded, single spaces, not empty.
    Phrase(String),
    /// A person or body that it names; folded.
    Who(String),
    /// A place that it names; folded.
    Where(String),
    /// Its own day, or a day on which a meeting was that it tells of.
    When(Days),
    /// Its outlet; folded.
    Outlet(String),
    /// The kind of a meeting that it tells of: any of these, in their order.
    Kind(Vec<MeetingKind>),
    /// Whether such a meeting was held, is planned …: any of these.
    Status(Vec<Status>),
    /// What the reader did with it, or whether it is linked: any of these.
    Is(Vec<Flag>),
    /// What it has: any of these.
    Has(Vec<Possession>),
    /// A tag of the reader's own that begins so; folded.
    Tag(String),
    /// A meeting whose identity begins so, as exports write it.
    Meeting(String),
}

/// How a word is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Letters may be left out: `ptn` finds `Putin`.
    Fuzzy,
    /// `'word`: all letters, side by side.
    Exact,
    /// `^word`: at the beginning of a title, an outlet or a name.
    Prefix,
    /// `word$`: at the end of one.
    Suffix,
    /// `^word$`: all of one.
    Whole,
}

/// The fields, as they are written before the colon, with what each asks; the order is that of the completion.
pub const FIELDS: &[(&str, &str)] = &[
    ("who", "a person or body in the story"),
    ("where", "a place in the story"),
    ("when", "the story's day, or that of a meeting in it"),
    ("outlet", "who published it"),
    ("kind", "a meeting of this kind"),
    ("status", "a meeting that was held, is planned …"),
    ("is", "unread, starred, linked …"),
    ("has", "a note, a tag, a meeting"),
    ("tag", "a tag of your own"),
    ("meeting", "a meeting, by its identity in exports"),
];

/// A part of a query that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    /// The bytes of the line that it is about.
    pub span: Span,
    /// What is wrong and what would be right, in one line.
    pub message: String,
}

impl Query {
    /// Reads a line. Linear in its length.
    pub fn parse(line: &str) -> Result<Self, QueryError> {
        parse::parse(line)
    }

    /// The same, for whom only links count that are at least so sure.
    #[must_use]
    pub const fn linked_from(mut self, least: Tier) -> Self {
        self.least = least;
        self
    }

    /// Whether nothing is asked for: every story matches.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Every test that is to hold, in the order in which they were typed.
    pub fn wanted(&self) -> impl Iterator<Item = &Test> {
        self.groups.iter().flat_map(|group| &group.terms).filter(|term| !term.negated).map(|term| &term.test)
    }

    /// Whether it asks for anything that the reader did with stories.
    pub fn asks_for_own(&self) -> bool {
        let own = |test: &Test| match test {
            Test::Is(flags) => flags.iter().any(|flag| matches!(flag, Flag::Unread | Flag::Read | Flag::Starred)),
            Test::Has(things) => things.iter().any(|thing| matches!(thing, Possession::Note | Possession::Tag)),
            Test::Tag(_) => true,
            _ => false,
        };
        self.groups.iter().flat_map(|group| &group.terms).any(|term| own(&term.test))
    }

    /// How many letters its words have in all: so many can be lit in titles, outlets and names.
    pub fn letters(&self) -> usize {
        let words = self.wanted().filter_map(|test| match test {
            Test::Word(word, _) => Some(word.chars().count()),
            _ => None,
        });
        words.sum()
    }

    /// The phrases that are looked for in full texts.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.wanted().filter_map(|test| match test {
            Test::Phrase(phrase) => Some(phrase.as_str()),
            _ => None,
        })
    }
}
