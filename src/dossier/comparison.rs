//! Two stories in, what they tell alike and what they tell otherwise out.
//!
//! **In:** a [`Library`] and the indices of two of its stories.
//! **Out:** a [`Comparison`]: the facts of each meeting that both tell, side by side; what else only one of them tells or
//! both tell with another number; their quotations, matched across wording; their paragraphs, aligned.
//! **Why:** whoever reads two outlets on one meeting wants to know what the second adds, and where they disagree. Nothing
//! is judged: each fact stands with the words that say it.

mod alignment;
mod likeness;
mod matching;
mod meetings;
mod numbers;
mod quotations;
#[cfg(test)]
mod tests;
mod told_once;
mod wording;

use super::Source;
use crate::language::{EntityId, Interval, NameKind};
use crate::library::Library;
use crate::links::MentionRef;
use crate::meetings::Story;
use likeness::Rarity;
use wording::Words;

/// Two stories compared. Everything of two sides holds the left story's first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Indices of the two stories.
    pub stories: [usize; 2],
    /// The meetings that both tell, as the library orders them.
    pub meetings: Vec<SharedMeeting>,
    /// Indices into [`Connections::series`](crate::links::Connections::series) of the series that both name.
    pub series: Vec<usize>,
    /// What is told beside the meetings: numbers that differ or agree first, then days and names told in one only, the
    /// weightiest first.
    pub beside: Vec<Fact>,
    /// What is quoted: matched quotations first in the order of the left story, then those of the left only, then those
    /// of the right only.
    pub quotations: Vec<QuotationPair>,
    /// The paragraphs of both, in order, each once, up to [`MOST_COMPARED`].
    pub paragraphs: Vec<Aligned>,
    /// Whether each story is longer than what was compared.
    pub is_cut: [bool; 2],
}

/// A meeting that both stories tell.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedMeeting {
    /// Index into [`Connections::meetings`](crate::links::Connections::meetings).
    pub meeting: usize,
    /// How each story tells it.
    pub tellings: [MentionRef; 2],
    /// What they tell of it.
    pub facts: Vec<Fact>,
}

/// One thing that at least one of two stories tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub aspect: Aspect,
    /// How the two go together.
    pub agreement: Agreement,
    /// What each tells; at least one does.
    pub told: [Option<Told>; 2],
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// When a meeting was.
    Day,
    /// Where it was.
    Place,
    /// What sort of meeting it was.
    Kind,
    /// Whether it took place.
    Status,
    /// Who took part.
    Participant,
    /// By which office a participant is called.
    Office,
    /// Its number in the series.
    Ordinal,
    /// The series that it is a part of.
    Series,
    /// A number with what it counts.
    Number,
    /// A day that is told, of whatever.
    OtherDay,
    /// Someone or something named.
    Name(NameKind),
}

impl Aspect {
    /// The word used on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Place => "place",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Participant => "who",
            Self::Office => "called",
            Self::Ordinal => "round",
            Self::Series => "series",
            Self::Number => "number",
            Self::OtherDay => "other day",
            Self::Name(kind) => kind.word(),
        }
    }
}

/// How what two stories tell goes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// Both tell the same.
    Same,
    /// Both tell it, one more exactly or at another time; both can be true.
    Near,
    /// Only the left one tells it.
    OnlyLeft,
    /// Only the right one tells it.
    OnlyRight,
    /// What they tell cannot both be true of one thing.
    Differs,
}

impl Agreement {
    /// The sign used on the screen, one column wide.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Near => "±",
            Self::OnlyLeft | Self::OnlyRight => "+",
            Self::Differs => "≠",
        }
    }
}

/// What one story tells, and the words that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub value: Value,
    /// The words.
    pub source: Source,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Days.
    Days(Interval),
    /// Days that no words say, so that they were inferred.
    About(Interval),
    /// Anything else, as a reader would write it.
    Words(String),
}

/// What someone is quoted as saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words, without the marks: one range for each paragraph; never empty.
    pub parts: Vec<Source>,
    /// Who said it, where the sentence tells.
    pub speaker: Option<Speaker>,
}

impl Quotation {
    /// Its first words.
    pub fn source(&self) -> Option<Source> {
        self.parts.first().copied()
    }
}

/// Who is named as the speaker of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
    /// Where the sentence says so.
    pub source: Source,
}

/// A quotation of one story and what the other one has of it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotationPair {
    /// On each side; at least one is there. The same quotation stands in two pairs where the other side parts it.
    pub sides: [Option<Quotation>; 2],
    /// How the two go together.
    pub wording: Wording,
    /// How much the shorter one says in common with the longer one, 0 to 1.
    pub likeness: f64,
}

/// How two quotations go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// Word for word.
    Exact,
    /// One is a part of the other, word for word.
    Part,
    /// The same in other words.
    Other,
    /// Only one story has it.
    Single,
}

/// Two paragraphs that stand side by side, or one beside a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aligned {
    /// On each side; at least one is there.
    pub sides: [Option<Source>; 2],
    /// How alike they are, 0 to 1; 0 beside a gap.
    pub likeness: f64,
}

/// Bytes of a story that are compared, from its beginning. No article is as long; a book or a log would freeze the screen.
pub const MOST_COMPARED: usize = 240_000;

/// Where the part of a story that is compared ends: a byte offset.
pub(super) fn end_of(story: &Story) -> usize {
    let text = story.article.text.as_str();
    let end = MOST_COMPARED.min(text.len());
    (0..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0)
}

/// Compares two stories of a library. Stories that there are not tell nothing. The time grows with the length of the two
/// stories up to [`MOST_COMPARED`] and with the number of meetings; of other stories a sample is read.
pub fn compare(library: &Library, left: usize, right: usize) -> Comparison {
    let (Some(one), Some(other)) = (library.stories.get(left), library.stories.get(right)) else {
        return Comparison { stories: [left, right], ..Comparison::default() };
    };
    let stories = [(left, one), (right, other)];
    let rarity = Rarity::of(library);
    let words = [one, other].map(|story| Words::within(story, end_of(story)));
    let [in_left, in_right] = &words;
    let meetings = meetings::shared(library, stories);
    let mut beside = numbers::compared(stories, [in_left, in_right], &rarity);
    beside.extend(told_once::days(stories, &meetings));
    beside.extend(told_once::names(stories, &meetings));
    let series = library.connections.series.iter().enumerate().filter(|(_, series)| {
        [left, right].iter().all(|story| series.stories.binary_search_by_key(story, |(teller, _)| *teller).is_ok())
    });
    Comparison {
        stories: [left, right],
        series: series.map(|(number, _)| number).collect(),
        beside,
        quotations: matching::matched(stories, [in_left, in_right], &rarity),
        paragraphs: alignment::align(stories, [in_left, in_right], &rarity, &meetings),
        is_cut: [one, other].map(|story| end_of(story) < story.article.text.len()),
        meetings,
    }
}
