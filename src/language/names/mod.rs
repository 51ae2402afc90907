//! Sentences in, names out: who and what is mentioned, and which mentions are the same one.
//!
//! General rules over the tables of facts ([`scan`]) propose names; a trained model ([`recogniser`]) that sees their
//! proposals among much else decides; [`mentions`] joins the two, and [`user`] adds what the reader of the stories
//! knows better. Then [`identity`] tells which mentions are the same one. Descriptions by office (`the Turkish leader`) come last ([`descriptions`]), because who held an
//! office depends on the article's date.

mod descriptions;
mod extent;
mod heads;
mod identity;
mod kinds;
mod mentions;
mod office_words;
mod people;
mod phrases;
pub(crate) mod recogniser;
pub(crate) mod scan;
#[cfg(test)]
mod tests;
mod titles;
mod user;

pub(super) use descriptions::describe;
pub(super) use phrases::{Known, look_up};
pub(super) use user::take_out;

pub(super) use identity::Bearers;
pub use identity::{PersonName, person_apart, spelling_key};
pub use office_words::words_before;

use super::dates::Expression;
use super::facts::Facts;
use super::line::Line;
use super::types::{Form, Name, NameKind, Passage};
use crate::article::Article;
use std::collections::HashMap;
use std::ops::Range;

/// A mention that is not yet anyone's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Number of the sentence.
    pub line: usize,
    /// Token positions in it.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
    /// What the tables know it as.
    pub sense: Option<super::packed::Sense>,
}

/// Every mention of the article, in order, with its kind.
pub(super) fn mentions(
    article: &Article,
    lines: &[Line<'_>],
    dates: &[(usize, Expression)],
    phrases: &[Vec<Known>],
    facts: &Facts,
) -> Vec<(Passage, NameKind)> {
    let found = mentions::mentions(article, lines, dates, phrases, facts);
    found.into_iter().filter_map(|name| Some((lines.get(name.line)?.passage(name.tokens), name.kind))).collect()
}

/// Every name of the article, by first mention.
///
/// `dates` are its date expressions by sentence, which are no names; `phrases` what the tables know in each. With them come
/// the corrections that were heeded.
pub(super) fn recognise(
    article: &Article,
    lines: &[Line<'_>],
    dates: &[(usize, Expression)],
    phrases: &[Vec<Known>],
    facts: &Facts,
) -> (Vec<Name>, Vec<usize>) {
    let mut found = mentions::mentions(article, lines, dates, phrases, facts);
    user::apply(lines, &mut found, &facts.user);
    if facts.corrections.is_empty() {
        return (identity::group(lines, found, facts), Vec::new());
    }
    let mut heeded = facts.corrections.apply_to_found(&article.id, lines, &mut found);
    let mut names = identity::group(lines, found, facts);
    heeded.extend(facts.corrections.apply(article, &mut names, &HashMap::new()).numbers);
    (names, heeded)
}

/// The names as [`recognise`] found them, without what [`describe`] added.
pub(super) fn without_descriptions(names: &[Name]) -> Vec<Name> {
    let by_name = |name: &Name| name.mentions.iter().filter(|mention| mention.form == Form::Name).copied().collect();
    let found = names.iter().map(|name| Name { mentions: by_name(name), ..name.clone() });
    let mut found: Vec<Name> = found.filter(|name| !name.mentions.is_empty()).collect();
    // A description may come before the name.
    found.sort_by_key(|name| name.mentions.first().map(|mention| mention.passage));
    found
}
