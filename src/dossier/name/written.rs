//! The mentions of a name in, each way in which it is written or called out.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::dossier::Source;

/// One way in which a name is written, or an office or description by which it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The words, with single spaces.
    pub words: String,
    /// How often.
    pub times: usize,
    /// The first place in the newest story.
    pub first: Source,
}

/// Ways of writing, being counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Writings<'a> {
    known: HashMap<Cow<'a, str>, usize>,
    found: Vec<Written>,
}

impl<'a> Writings<'a> {
    /// Counts one place where `words` stand.
    pub(super) fn count(&mut self, words: &'a str, source: Source) {
        let words = spaced(words);
        if words.is_empty() {
            return;
        }
        if let Some(written) = self.known.get(&words).and_then(|number| self.found.get_mut(*number)) {
            written.times += 1;
            return;
        }
        self.found.push(Written { words: words.clone().into_owned(), times: 1, first: source });
        self.known.insert(words, self.found.len() - 1);
    }

    /// The most frequent first, then in the order in which they were met.
    pub(super) fn sorted(mut self) -> Vec<Written> {
        self.found.sort_by_key(|written| std::cmp::Reverse(written.times));
        self.found
    }
}

/// The words with single plain spaces between them: a name may be broken over two lines.
pub(super) fn spaced(words: &str) -> Cow<'_, str> {
    let is_plain = words.trim() == words
        && !words.contains("  ")
        && words.chars().all(|c| c == ' ' || !(c.is_whitespace() || c.is_control()));
    if is_plain { Cow::Borrowed(words) } else { Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" ")) }
}
