//! What the recogniser says of a token: outside every name, or which part of a name of which class.
//!
//! The scheme is BILOU (Ratinov and Roth 2009): beginning, inside, last, outside, and "unit" for a name of one token.

use std::ops::Range;

/// The classes that the recogniser tells apart. What a [`Class::Other`] is (an event, a document), its words decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Class {
    /// A human being.
    Person,
    /// A body.
    Organisation,
    /// A place.
    Place,
    /// A nationality, religion or movement.
    Group,
    /// Anything else with a name: events, documents, works, products.
    Other,
}

impl Class {
    /// All of them, by index.
    pub(crate) const ALL: [Self; 5] = [Self::Person, Self::Organisation, Self::Place, Self::Group, Self::Other];

    /// Its position in [`Class::ALL`].
    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// How many labels there are: "outside", and four positions of each class.
pub(crate) const LABELS: usize = 1 + 4 * Class::ALL.len();

/// The label of a token outside every name.
pub(crate) const OUTSIDE: usize = 0;

/// Position in a name: the first token of several.
pub(crate) const BEGIN: usize = 0;
/// Position in a name: a token between the first and the last.
pub(crate) const INSIDE: usize = 1;
/// Position in a name: the last token of several.
pub(crate) const LAST: usize = 2;
/// Position in a name: the only token.
pub(crate) const UNIT: usize = 3;

/// The label of a position in a name of `class`.
pub(crate) const fn label(class: Class, position: usize) -> usize {
    1 + class.index() * 4 + position
}

/// The index of a label's class; `None` outside.
pub(crate) const fn class_of(label: usize) -> Option<usize> {
    match label.checked_sub(1) {
        Some(rest) => Some(rest / 4),
        None => None,
    }
}

#[cfg(test)]
/// Whether a name can begin, or "outside" go on, after this label.
pub(crate) const fn closes(label: usize) -> bool {
    label == OUTSIDE || (label - 1) % 4 >= LAST
}

#[cfg(test)]
/// Whether this label can follow one that closes.
pub(crate) const fn opens(label: usize) -> bool {
    label == OUTSIDE || matches!((label - 1) % 4, BEGIN | UNIT)
}

/// The names that valid labels spell: token ranges with the index of the class.
pub(crate) fn names_in(labels: &[u8]) -> impl Iterator<Item = (Range<usize>, Class)> {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(at, &label)| {
        let label = usize::from(label);
        let class = class_of(label)?;
        let position = (label - 1) % 4;
        if matches!(position, BEGIN | UNIT) {
            start = at;
        }
        let class = Class::ALL.get(class).copied()?;
        (position >= LAST).then_some((start..at + 1, class))
    })
}
