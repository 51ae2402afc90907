//! What a user adds to the tables of facts: names with their kinds and aliases, and words that are never a name.
//!
//! **In:** the entries of a file that a higher room read. **Out:** [`UserNames`], a part of
//! [`Facts`](super::facts::Facts). **Why:** nobody's tables know the people of a local paper, and no recogniser is
//! always right; the reader has the last word.

use std::collections::HashMap;

use super::spelling::slug;
use super::tokens::tokens_in;
use super::types::{EntityId, NameKind};
use crate::text::Span;
use crate::text::fold::folded;

/// A name that the user adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserName {
    /// As it is to be written.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Other spellings.
    pub aliases: Vec<String>,
}

/// Everything that the user adds.
#[derive(Clone, Debug, Default)]
pub struct UserNames {
    names: Vec<(EntityId, UserName)>,
    /// First word, folded → spellings that begin with it, the longest first.
    spellings: HashMap<String, Vec<Spelling>>,
}

/// One spelling, cut into words as the text is.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    pub words: Vec<String>,
    /// Index of the name; `None` for what is never one.
    pub name: Option<usize>,
    /// Whether capitals count: not for what is written without any.
    pub is_exact: bool,
}

impl UserNames {
    /// `names`, and spellings that are `never` a name.
    pub fn new(names: Vec<UserName>, never: &[String]) -> Self {
        let mut spellings: HashMap<String, Vec<Spelling>> = HashMap::new();
        let mut add = |written: &str, name: Option<usize>| {
            let mut tokens = Vec::new();
            tokens_in(written, Span::whole(written), &mut tokens);
            let words: Vec<String> = tokens.iter().map(|token| token.span.of(written).to_owned()).collect();
            let Some(first) = words.first().map(|first| folded(first)) else { return };
            let is_exact = written.chars().any(char::is_uppercase);
            spellings.entry(first).or_default().push(Spelling { words, name, is_exact });
        };
        for (number, entry) in names.iter().enumerate() {
            std::iter::once(&entry.name).chain(&entry.aliases).for_each(|written| add(written, Some(number)));
        }
        for written in never {
            add(written, None);
        }
        for same in spellings.values_mut() {
            same.sort_by_key(|spelling| std::cmp::Reverse(spelling.words.len()));
        }
        let names = names.into_iter().map(|entry| (EntityId::new(&slug(&entry.name)), entry)).collect();
        Self { names, spellings }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.spellings.is_empty()
    }

    /// The name with this index, with its identity.
    pub(super) fn get(&self, index: usize) -> Option<(&EntityId, &UserName)> {
        self.names.get(index).map(|(id, name)| (id, name))
    }

    /// Whether one of the names has this identity.
    pub fn knows(&self, id: &EntityId) -> bool {
        self.names.iter().any(|(own, _)| own == id)
    }

    /// The spellings that may begin with the word, the longest first.
    pub(super) fn beginning_with(&self, word: &str) -> &[Spelling] {
        self.spellings.get(&folded(word)).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Spelling {
    /// Whether these words are written like it.
    pub(super) fn is_written<'w>(&self, words: impl Iterator<Item = &'w str>) -> bool {
        // A lower-case entry is compared folded; else each letter counts, but for invisible ones.
        let same = |own: &String, word: &str| {
            if self.is_exact { own == word } else { folded(own) == folded(word) }
        };
        let mut own = self.words.iter();
        words.take(self.words.len()).all(|word| own.next().is_some_and(|own| same(own, word))) && own.next().is_none()
    }
}
