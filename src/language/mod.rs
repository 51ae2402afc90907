//! An [`Article`] in, its words understood: sentences, names, dates.
//!
//! **In:** the article's text and blocks.
//! **Out:** [`Annotations`]: tokens, sentences, [`Name`]s with their mentions, [`When`]s with calendar values, and the
//! article's own date with the reasons for it.
//! **Why:** a meeting is people, a place and a day; this room finds those three, without knowing what a meeting is.

mod calendar;
mod compounds;
mod corrections;
mod dates;
mod facts;
#[cfg(test)]
mod fixture;
#[allow(
    dead_code,
    reason = "the build script writes the classes; the program names few, the weights know all by number"
)]
mod gazetteer;
mod lexicon;
mod line;
mod names;
mod number_words;
mod packed;
mod sentences;
mod shapes;
mod spelling;
#[cfg(test)]
mod tests;
mod token;
mod tokens;
#[cfg(feature = "training")]
pub(crate) mod training;
mod transliteration;
mod types;
mod user_names;

use jiff::civil::Date;

use crate::article::{Article, Block, BlockKind, DateSource, Origin, StatedDate, Title, TitleFrom};
use crate::text::Span;

pub use calendar::{Interval, Precision, days_between};
pub use corrections::{Applied, Called, Changed, Correction, Corrections, join_equal};
pub use dates::{Tense, tense_at};
pub use facts::{Facts, Person, State, Term};
pub use line::Line;
pub use names::{PersonName, person_apart, spelling_key, words_before};
pub use number_words::{SMALL_NUMBERS, TENS};
pub(crate) use shapes::Shapes;
pub use spelling::slug;
pub use types::{
    Annotations, EntityId, Form, Name, NameKind, NameMention, Part, Passage, Published, Sentence, Token, TokenKind,
    When,
};
pub use user_names::{UserName, UserNames};

/// Blocks at which a glance looks, whatever they are.
const OPENING: usize = 4;
/// Blocks among which a glance looks for those that only date the article.
const HEADER: usize = 24;

/// Where an article names what, in order, without asking who is who: tokens, sentences, and the recogniser of names
/// with the rules that it listens to.
pub fn mentions(article: &Article, facts: &Facts) -> Vec<(Passage, NameKind)> {
    let (tokens, sentences) = sentences::split(article);
    let Reading { lines, found, phrases, .. } = Reading::of(article, &tokens, &sentences, facts);
    names::mentions(article, &lines, &found, &phrases, facts)
}

/// Reads an article. `assumed` is the day that a neighbouring story suggests, for an article that does not tell its own.
pub fn annotate(article: &Article, facts: &Facts, assumed: Option<Date>) -> Annotations {
    let (tokens, sentences) = sentences::split(article);
    let reading = Reading::of(article, &tokens, &sentences, facts);
    let (names, mut corrected) = names::recognise(article, &reading.lines, &reading.found, &reading.phrases, facts);
    corrected.extend(facts.corrections.day_of(&article.id, &article.title.text).map(|(number, _)| number));
    let (names, told) = reading.on(assumed, names);
    let dates::Told { dates, published, possible_days } = told;
    let mut read = Annotations { tokens, sentences, names, dates, published, possible_days, corrected: Vec::new() };
    read.note_corrections(&corrected);
    read
}

/// The day that a glance at an article tells: at its opening, its header and what a machine wrote beside it. It takes
/// little time and no recogniser of names, and is what to go by until [`annotate`] tells better.
pub fn day_at_a_glance(article: &Article, facts: &Facts) -> Option<Published> {
    let opening = article.blocks.iter().enumerate().filter(|(number, block)| {
        let dates_it = matches!(block.kind, BlockKind::Dateline | BlockKind::Chrome | BlockKind::Caption);
        *number < OPENING || (*number < HEADER && dates_it)
    });
    let opening = Article { blocks: opening.map(|(_, block)| *block).collect(), ..article.clone() };
    let (tokens, sentences) = sentences::split(&opening);
    let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(&opening, &tokens, sentence)).collect();
    dates::read(&opening, &lines, &[], facts, &dates::find(&lines), None).published
}

/// The first days that words tell, as in `20 November 2017`, or `last Monday`, counted from `near`.
pub fn days_in_words(words: &str, near: Option<Date>) -> Option<Interval> {
    let stated = near.map(|date| StatedDate { date, from: DateSource::Metadata });
    let whole = Block { kind: BlockKind::Paragraph, span: Span::whole(words) };
    let article = Article {
        id: String::new(),
        origin: Origin { path: std::path::PathBuf::new(), line: None },
        text: words.to_owned(),
        written: None,
        title: Title { text: String::new(), from: TitleFrom::Derived(Span::default()) },
        outlet: None,
        dateline: None,
        stated_dates: stated.into_iter().collect(),
        url: None,
        blocks: vec![whole],
    };
    let (tokens, sentences) = sentences::split(&article);
    let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(&article, &tokens, sentence)).collect();
    let told = dates::read(&article, &lines, &[], Facts::shipped(), &dates::find(&lines), None);
    told.dates.first().map(|when| when.interval)
}

/// An article that was read without its day, to be read again on the days that neighbouring stories suggest. Its words
/// and its names stand, for the recogniser of names asks no calendar; dates get their values, names and descriptions go
/// to whom they mean on that day. The result is that of reading it all anew.
pub struct Undated<'a> {
    reading: Reading<'a>,
    annotations: &'a Annotations,
    names: Vec<Name>,
}

impl<'a> Undated<'a> {
    /// `annotations` are what [`annotate`] made of the article without a day.
    pub fn new(article: &'a Article, annotations: &'a Annotations, facts: &'a Facts) -> Self {
        let reading = Reading::of(article, &annotations.tokens, &annotations.sentences, facts);
        Self { reading, annotations, names: names::without_descriptions(&annotations.names) }
    }

    /// Reads the article on this day.
    pub fn annotate_on(&self, day: Date) -> Annotations {
        let (names, told) = self.reading.on(Some(day), self.names.clone());
        let (tokens, sentences) = (self.annotations.tokens.clone(), self.annotations.sentences.clone());
        let dates::Told { dates, published, possible_days } = told;
        let corrected = self.annotations.corrected.clone();
        Annotations { tokens, sentences, names, dates, published, possible_days, corrected }
    }
}

/// What an article says whatever its day is.
struct Reading<'a> {
    article: &'a Article,
    facts: &'a Facts,
    lines: Vec<Line<'a>>,
    /// Date expressions without a value, each with the number of its sentence.
    found: Vec<(usize, dates::Expression)>,
    /// What the tables of facts know, sentence by sentence.
    phrases: Vec<Vec<names::Known>>,
}

impl<'a> Reading<'a> {
    fn of(article: &'a Article, tokens: &'a [Token], sentences: &[Sentence], facts: &'a Facts) -> Self {
        let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(article, tokens, sentence)).collect();
        let found = dates::find(&lines);
        let phrases = names::look_up(&lines, facts);
        Self { article, facts, lines, found, phrases }
    }

    /// What depends on the day: who is meant by `names`, what the date expressions mean, and the day itself.
    fn on(&self, assumed: Option<Date>, mut names: Vec<Name>) -> (Vec<Name>, dates::Told) {
        let Self { article, facts, lines, found, phrases } = self;
        let mut told = dates::read(article, lines, &names, facts, found, assumed);
        let day = |published: &Option<Published>| published.as_ref().map(|published| published.best);
        if let Some(day) = day(&told.published)
            && names::choose_by_day(article, &mut names, facts, day)
        {
            // Who was in office speaks for the day, so the day is asked again.
            told = dates::read(article, lines, &names, facts, found, assumed);
        }
        names::describe(lines, phrases, &mut names, facts, told.published.as_ref().map(|published| published.interval));
        (names, told)
    }
}
