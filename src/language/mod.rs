//! An [`Article`] in, its words understood: sentences, names, dates.
//!
//! **In:** the article's text and blocks.
//! **Out:** [`Annotations`]: tokens, sentences, [`Name`]s with their mentions, [`When`]s with calendar values, and the
//! article's own date with the reasons for it.
//! **Why:** a meeting is people, a place and a day; this room finds those three, without knowing what a meeting is.

mod calendar;
mod compounds;
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
mod packed;
mod sentences;
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

use crate::article::Article;

pub use calendar::{Interval, Precision, days_between};
pub use dates::{Tense, tense_at};
pub use facts::{Facts, Person};
pub use line::Line;
pub use names::{PersonName, spelling_key};
pub use spelling::slug;
pub use types::{
    Annotations, EntityId, Form, Name, NameKind, NameMention, Part, Passage, Published, Sentence, Token, TokenKind,
    When,
};
pub use user_names::{UserName, UserNames};

/// Where an article names what, in order, without asking who is who: tokens, sentences, and the recogniser of names
/// with the rules that it listens to.
pub fn mentions(article: &Article, facts: &Facts) -> Vec<(Passage, NameKind)> {
    let (tokens, sentences) = sentences::split(article);
    let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(article, &tokens, sentence)).collect();
    let found = dates::find(&lines);
    let phrases = names::look_up(&lines, facts);
    names::mentions(article, &lines, &found, &phrases, facts)
}

/// Reads an article. `assumed` is the day that a neighbouring story suggests, for an article that does not tell its own.
pub fn annotate(article: &Article, facts: &Facts, assumed: Option<Date>) -> Annotations {
    let (tokens, sentences) = sentences::split(article);
    let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(article, &tokens, sentence)).collect();
    let found = dates::find(&lines);
    let phrases = names::look_up(&lines, facts);
    let mut names = names::recognise(article, &lines, &found, &phrases, facts);
    let (mut dates, mut published) = dates::read(article, &lines, &names, facts, &found, assumed);
    if let Some(day) = published.as_ref().map(|published| published.best)
        && names::choose_by_day(article, &mut names, facts, day)
    {
        // Who was in office speaks for the day, so the day is asked again.
        (dates, published) = dates::read(article, &lines, &names, facts, &found, assumed);
    }
    names::describe(&lines, &phrases, &mut names, facts, published.as_ref().map(|published| published.best));
    Annotations { tokens, sentences, names, dates, published }
}
