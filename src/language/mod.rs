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
mod houses;
mod kept;
mod lexicon;
mod line;
mod names;
mod number_words;
mod offices;
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
mod word_list;

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::article::{Article, Block, BlockKind, DateSource, Origin, StatedDate, Title, TitleFrom};
use crate::text::Span;

pub use calendar::{Interval, Precision, days_between};
pub use corrections::{Applied, Called, Changed, Correction, Corrections, join_equal};
pub use dates::{Tense, date_expressions, tense_at, weekday_abbreviated, weekday_named};
pub use facts::{Extent, Facts, Person, State, Term};
pub use houses::{is_called_as_house, is_house_in_town};
pub use line::Line;
pub(crate) use names::recogniser::clusters_of;
pub use names::{PersonName, person_apart, spelling_key, words_before};
pub use number_words::{ORDINALS, SMALL_NUMBERS, TENS};
pub use offices::{Naming, names_office};
pub(crate) use shapes::Shapes;
pub use spelling::slug;
pub use types::{
    Annotations, DayReason, EntityId, Form, KeptTokens, Name, NameKind, NameMention, Part, Passage, Published,
    Sentence, Token, TokenKind, When,
};
pub use user_names::{UserName, UserNames};
pub use word_list::WordList;

/// Blocks at which a glance looks, whatever they are.
const OPENING: usize = 4;
/// Blocks among which a glance looks for those that only date the article.
const HEADER: usize = 24;

/// Where an article names what, in order, without asking who is who: tokens, sentences, and the recogniser of names
/// with the rules that it listens to.
pub fn mentions(article: &Article, facts: &Facts) -> Vec<(Passage, NameKind)> {
    let (tokens, sentences) = sentences::split(article);
    let reading = Reading::of(article, &tokens, &sentences, facts);
    names::mentions(article, &reading.lines, &reading.found, reading.phrases(), facts)
}

/// Reads an article. `assumed` is the day that a neighbouring story suggests, for an article that does not tell its own.
pub fn annotate(article: &Article, facts: &Facts, assumed: Option<Date>) -> Annotations {
    annotate_with_progress(article, facts, assumed, &|_| ()).0
}

/// In so many steps an article is annotated, of which that of names takes longest.
pub const STEPS: usize = 5;

/// The same with the article's tokens, which whoever reads on need not take out of the annotations again; `step` is told how
/// many of [`STEPS`] are done.
pub fn annotate_with_progress(
    article: &Article,
    facts: &Facts,
    assumed: Option<Date>,
    step: &dyn Fn(usize),
) -> (Annotations, Vec<Token>) {
    let (tokens, sentences) = sentences::split(article);
    step(1);
    let reading = Reading::of(article, &tokens, &sentences, facts);
    step(2);
    let phrases = reading.phrases();
    step(3);
    let (names, mut corrected) = names::recognise(article, &reading.lines, &reading.found, phrases, facts);
    step(4);
    corrected.extend(facts.corrections.day_of(&article.id, &article.title.text).map(|(number, _)| number));
    let dated = reading.date(&reading.day_free(&names), assumed, &names);
    let (names, told) = reading.describe(dated, || names);
    let dates::Told { dates, published, possible_days } = told;
    let kept = KeptTokens::of(&tokens, &sentences);
    let mut read = Annotations {
        tokens: kept,
        sentences: sentences.into(),
        names,
        dates,
        published,
        possible_days,
        corrected: Vec::new(),
    };
    read.note_corrections(&corrected);
    step(STEPS);
    (read, tokens)
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
    dates_of(&opening, &lines, facts).published
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
    let told = dates_of(&article, &lines, Facts::shipped());
    told.dates.first().map(|when| when.interval)
}

/// What sentences tell of time by themselves, whoever they name.
fn dates_of(article: &Article, lines: &[Line<'_>], facts: &Facts) -> dates::Told {
    let found = dates::find(lines);
    dates::tell(article, lines, &found, &dates::own_day(article, lines, &[], facts, &found), None)
}

/// An article that was read without its day, to be read again on the days that neighbouring stories suggest. Its words
/// and its names stand, for the recogniser of names asks no calendar; dates get their values, names and descriptions go
/// to whom they mean on that day. The result is that of reading it all anew.
pub struct Undated<'a> {
    reading: Reading<'a>,
    annotations: &'a Annotations,
    names: Vec<Name>,
    day_free: DayFree<'a>,
}

/// An article with a day for itself and for each date that it tells, in which nobody is described yet.
pub struct Dated {
    /// The names, where the day gave some to others.
    names: Option<Vec<Name>>,
    told: dates::Told,
}

impl Dated {
    /// The date expressions that have a calendar value.
    pub fn dates(&self) -> &[When] {
        &self.told.dates
    }

    /// When the article was published, if it can have been near the day that was suggested.
    pub const fn published(&self) -> Option<&Published> {
        self.told.published.as_ref()
    }
}

impl<'a> Undated<'a> {
    /// `annotations` and their `names` are what [`annotate`] made of the article without a day, `tokens` those that they keep;
    /// other names that the annotations have since do not count.
    pub fn new(
        article: &'a Article,
        (annotations, names): (&'a Annotations, &[Name]),
        tokens: &'a [Token],
        facts: &'a Facts,
    ) -> Self {
        let reading = Reading::of(article, tokens, &annotations.sentences, facts);
        let names = names::without_descriptions(names);
        let day_free = reading.day_free(&names);
        Self { reading, annotations, names, day_free }
    }

    /// The days that its dateline leaves open, each with the share of what the article itself tells that speaks for it, the
    /// likeliest first.
    pub fn possible(&self) -> &[(Date, f64)] {
        self.day_free.own.shares()
    }

    /// The article dated by this day, of which [`Self::annotate`] makes a reading.
    pub fn date(&self, day: Date) -> Dated {
        self.reading.date(&self.day_free, Some(day), &self.names)
    }

    /// The reading of the article on the day that it was dated by.
    pub fn annotate(&self, dated: Dated) -> Annotations {
        let (names, told) = self.reading.describe(dated, || self.names.clone());
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
    /// What the tables of facts know, sentence by sentence, once that was asked for.
    phrases: OnceCell<Vec<Vec<names::Known>>>,
}

impl<'a> Reading<'a> {
    fn of(article: &'a Article, tokens: &'a [Token], sentences: &[Sentence], facts: &'a Facts) -> Self {
        let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(article, tokens, sentence)).collect();
        let found = dates::find(&lines);
        Self { article, facts, lines, found, phrases: OnceCell::new() }
    }

    fn phrases(&self) -> &[Vec<names::Known>] {
        self.phrases.get_or_init(|| names::look_up(&self.lines, self.facts))
    }

    /// What the article itself tells of its day, if these are its names.
    fn own_day(&self, names: &[Name]) -> dates::OwnDay {
        dates::own_day(self.article, &self.lines, names, self.facts, &self.found)
    }

    /// What these names of the article tell, whatever its day is.
    fn day_free(&self, names: &[Name]) -> DayFree<'a> {
        DayFree { own: self.own_day(names), bearers: OnceCell::new() }
    }

    /// What depends on the day: the day itself, what the date expressions mean, and who is meant by `names`, of which
    /// `day_free` was made.
    fn date(&self, day_free: &DayFree<'a>, assumed: Option<Date>, names: &[Name]) -> Dated {
        let Self { article, facts, lines, found, .. } = self;
        let mut told = dates::tell(article, lines, found, &day_free.own, assumed);
        let bearers = || day_free.bearers.get_or_init(|| names::Bearers::of(article, names, facts));
        let day = told.published.as_ref().map(|published| published.best);
        let names = day.and_then(|day| bearers().on(names, day));
        if let Some(names) = &names {
            // Who was in office speaks for the day, so the day is asked again.
            told = dates::tell(article, lines, found, &self.own_day(names), assumed);
        }
        Dated { names, told }
    }

    /// The names with the descriptions of those who held an office on that day, and the dates; `names` are those of which no
    /// day gave any to others.
    fn describe(&self, dated: Dated, names: impl FnOnce() -> Vec<Name>) -> (Vec<Name>, dates::Told) {
        let Dated { names: given, told } = dated;
        let mut names = given.unwrap_or_else(names);
        let days = told.published.as_ref().map(|published| published.interval);
        names::describe(&self.lines, self.phrases(), &mut names, self.facts, days);
        (names, told)
    }
}

/// What an article and its names tell whatever its day is, to be asked for one day after another.
struct DayFree<'a> {
    /// What it tells of its own day.
    own: dates::OwnDay,
    /// Whom its names can mean, once a day was asked for.
    bearers: OnceCell<names::Bearers<'a>>,
}
