//! Pieces of text and names in, a labelled text that nobody wrote out.
//!
//! [`casing`](super::casing) makes texts; this keeps the places of their names right.

use super::corpus::{Labelled, article_of};
use crate::language::training::Class;
use crate::text::Span;

/// A text in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// What is written so far.
    pub text: String,
    /// The names in it, by their bytes.
    pub names: Vec<(Span, Class)>,
}

impl Draft {
    /// Writes `words`, which hold no name.
    pub(super) fn write(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Writes the name `words`.
    #[cfg(test)]
    pub(super) fn name(&mut self, words: &str, class: Class) {
        let start = self.text.len();
        self.text.push_str(words);
        self.names.push((Span::new(start, self.text.len()), class));
    }

    /// Writes all that `other` holds.
    pub(super) fn append(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let names = other.names.iter();
        self.names.extend(names.map(|(name, class)| (Span::new(start + name.start(), start + name.end()), *class)));
    }

    /// The stretch `start..end` of a text, with those of its `names` that lie in it whole.
    pub(super) fn of(text: &str, names: &[(Span, Class)], start: usize, end: usize) -> Self {
        let inside = names.iter().filter(|(name, _)| start <= name.start() && name.end() <= end);
        let moved = inside.map(|(name, class)| (Span::new(name.start() - start, name.end() - start), *class));
        Self { text: text.get(start..end).unwrap_or_default().to_owned(), names: moved.collect() }
    }

    /// The same with each character, told with its place in bytes, as `change` would have it.
    pub(super) fn map(&self, mut change: impl FnMut(usize, char) -> char) -> Self {
        let mut text = String::with_capacity(self.text.len());
        // Where each byte came to lie; capitals may take more bytes or fewer.
        let mut places = Vec::with_capacity(self.text.len() + 1);
        for (at, letter) in self.text.char_indices() {
            places.resize(at + letter.len_utf8(), text.len());
            text.push(change(at, letter));
        }
        places.push(text.len());
        let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
        let moved = |(name, class): &(Span, Class)| (Span::new(place(name.start()), place(name.end())), *class);
        let names = self.names.iter().map(moved).collect();
        Self { text, names }
    }

    /// The text as one of a corpus, made of the `source`-th text if of any; `None` if the program would change it.
    pub(super) fn labelled(self, corpus: usize, source: Option<usize>) -> Option<Labelled> {
        let article = article_of(&self.text, "made_up.jsonl".as_ref()).filter(|article| article.text == self.text)?;
        Some(Labelled { article, names: self.names, corpus, source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_stay_the_same_words_wherever_they_are_moved(parts in prop::collection::vec((".{0,5}", ".{1,8}"), 0..5)) {
            let mut draft = Draft::default();
            for (words, name) in &parts {
                draft.write(words);
                draft.name(name, Class::Person);
            }
            let mut moved = Draft::default();
            moved.write("ß");
            moved.append(&draft.map(|_, letter| if letter == 'a' { 'ß' } else { letter }));
            let whole = Draft::of(&moved.text, &moved.names, "ß".len(), moved.text.len());
            let words: Vec<_> = whole.names.iter().map(|(name, _)| name.of(&whole.text).to_owned()).collect();
            let expected: Vec<_> = parts.iter().map(|(_, name)| name.replace('a', "ß")).collect();
            prop_assert_eq!(words, expected);
        }
    }
}
