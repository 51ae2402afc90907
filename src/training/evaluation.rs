//! A packed model and labelled texts in, how often its names are right, out.
//!
//! The measure is the scorer's: a name is right if its first and last character (articles and possessives aside) and
//! its kind are. Groups and others count together as `MISC`, which corpora divide differently.

use std::collections::BTreeSet;
use std::fmt;

use super::corpus::Labelled;
use super::edges::trimmed;
use crate::language::training::{Class, Trial};
use crate::text::Span;

/// The kinds that are told apart.
const KINDS: [&str; 4] = ["PER", "ORG", "LOC", "MISC"];

/// How many names were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Found and labelled.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Labelled.
    pub gold: usize,
}

/// How many names of each of the kinds were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scores([Count; KINDS.len()]);

/// Scores `model` on labelled texts.
pub(super) fn evaluate(model: &mut Trial, documents: &[Labelled]) -> Scores {
    let mut scores = Scores::default();
    for document in documents {
        let text = &document.article.text;
        let found = model.names(&document.article);
        let found = found.into_iter().map(|(span, class)| (trimmed(text, span.start(), span.end()), class));
        scores.count(found, &document.names);
    }
    scores
}

impl Scores {
    fn count(&mut self, found: impl Iterator<Item = (Span, Class)>, gold: &[(Span, Class)]) {
        let found: BTreeSet<(Span, usize)> = found.map(|(span, class)| (span, kind(class))).collect();
        let gold: BTreeSet<(Span, usize)> = gold.iter().map(|(span, class)| (*span, kind(*class))).collect();
        for (number, count) in self.0.iter_mut().enumerate() {
            let own = |names: &BTreeSet<(Span, usize)>| names.iter().filter(|(_, kind)| *kind == number).count();
            count.found += own(&found);
            count.gold += own(&gold);
            count.right += found.intersection(&gold).filter(|(_, kind)| *kind == number).count();
        }
    }

    /// People, bodies and places together.
    pub(super) fn three(&self) -> Count {
        let [person, organisation, place, _] = self.0;
        let add =
            |a: Count, b: Count| Count { right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold };
        add(add(person, organisation), place)
    }
}

/// The position of a class among the kinds.
const fn kind(class: Class) -> usize {
    match class {
        Class::Person => 0,
        Class::Organisation => 1,
        Class::Place => 2,
        Class::Group | Class::Other => 3,
    }
}

impl Count {
    /// The harmonic mean of precision and recall, from 0 to 1.
    pub(super) fn f1(self) -> f64 {
        share(2 * self.right, self.found + self.gold)
    }
}

/// A line for all three kinds together, and one for each that is labelled at all.
impl fmt::Display for Scores {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let three = [("PER+ORG+LOC", self.three())];
        for (name, count) in three.into_iter().chain(KINDS.into_iter().zip(self.0)) {
            let Count { right, found, gold } = count;
            if gold > 0 {
                let (precision, recall) = (share(right, found), share(right, gold));
                let measures = format!("P {precision:.3}  R {recall:.3}  F1 {:.3}", count.f1());
                writeln!(formatter, "  {name:<11}  {measures}   ({right} right, {found} found, {gold} labelled)")?;
            }
        }
        Ok(())
    }
}

/// `part` of `whole`, 0 of nothing.
fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_right_only_with_its_range_and_its_kind() {
        let [a, b, c] = [Span::new(0, 4), Span::new(5, 9), Span::new(10, 14)];
        let gold = [(a, Class::Person), (b, Class::Place), (c, Class::Group)];
        let found = [(a, Class::Person), (b, Class::Person), (c, Class::Other)];
        let mut scores = Scores::default();
        scores.count(found.into_iter(), &gold);
        assert_eq!(scores.three(), Count { right: 1, found: 2, gold: 2 });
        assert_eq!(scores.0.map(|count| count.right), [1, 0, 0, 1]);
        assert!((scores.three().f1() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn a_kind_that_nobody_labelled_is_not_scored() {
        let mut scores = Scores::default();
        scores.count([(Span::new(0, 4), Class::Other)].into_iter(), &[(Span::new(0, 4), Class::Person)]);
        assert!(!scores.to_string().contains("MISC"));
    }
}
