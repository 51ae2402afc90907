//! What was corrected before and what is corrected now in, the stories that now read otherwise out.
//!
//! **Why:** one more correction changes a few stories of ten thousand. All others would be read again as they stand.
//!
//! An entry reaches the names that it means and, through other entries about these, further ones: all of them together are
//! its *keys*, the identities and spellings that it can touch. A story is read again where one of them can have stood in it
//! before corrections were applied. That a story is read again needlessly costs time; that one is not read again would be
//! wrong, so every doubt is decided for reading.

use std::collections::HashSet;

use super::{Correction, Facts};
use crate::article::Article;
use crate::language::packed::Sense;
use crate::language::spelling::{key, slug};
use crate::language::transliteration::without_article;
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention};
use crate::text::fold::folded;

/// How the entries of two lists of corrections differ, and what that reaches.
#[derive(Debug, Default)]
pub struct Changed {
    /// So many entries at the beginning of both lists are the same, and so many at the end.
    before: usize,
    behind: usize,
    /// Entries of the old list, and of the new one.
    old: usize,
    new: usize,
    /// Stories whose day, or whose own rules, changed.
    stories: HashSet<String>,
    /// Identities and spellings that changed entries can touch.
    keys: HashSet<String>,
    /// The words of these, as far as they are of more than one letter.
    words: HashSet<String>,
    /// Whether words of the text itself are meant, and not only those of names that are known already.
    asks_text: bool,
    /// The entries of the old list under which a name may no longer stand as it stood before them.
    hiding: HashSet<usize>,
}

impl Changed {
    /// What changed from one list to the other.
    pub fn between(old: &[&Correction], new: &[&Correction]) -> Self {
        let before = old.iter().zip(new).take_while(|(one, other)| one == other).count();
        let rest = old.len().min(new.len()) - before;
        let behind = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
        let mut changed = Self { before, behind, old: old.len(), new: new.len(), ..Self::default() };
        let own = |list: &[&Correction]| -> Vec<Correction> {
            list.iter().skip(before).take(list.len() - before - behind).map(|one| (*one).clone()).collect()
        };
        let mut asked: Vec<Correction> = own(old).into_iter().chain(own(new)).collect();
        asked.retain(|one| {
            let story = only_story(one).cloned();
            let is_everywhere = story.is_none();
            changed.stories.extend(story);
            is_everywhere
        });
        changed.reach(&asked, old, new);
        changed.words =
            changed.keys.iter().flat_map(|key| key.split('-')).filter(|word| is_word(word)).map(Into::into).collect();
        let hides = |one: &Correction| {
            matches!(one, Correction::Same { .. } | Correction::Apart { .. } | Correction::Rename { .. })
        };
        let hiding = old.iter().enumerate().filter(|(_, one)| !changed.keys.is_empty() && hides(one));
        changed.hiding = hiding.map(|(number, _)| number).collect();
        changed
    }

    /// Adds the keys of these entries, and those of all others that share one with them, and so on.
    fn reach(&mut self, asked: &[Correction], old: &[&Correction], new: &[&Correction]) {
        let mut rest: Vec<&Correction> = old.iter().chain(new).copied().collect();
        let mut added: Vec<&Correction> = asked.iter().collect();
        while !added.is_empty() {
            for one in added.drain(..) {
                self.asks_text |= matches!(one, Correction::Kind { .. } | Correction::Never { .. });
                self.keys.extend(keys(one));
            }
            let known = &self.keys;
            rest.retain(|one| {
                let is_reached = keys(one).iter().any(|key| known.contains(key));
                if is_reached {
                    added.push(one);
                }
                !is_reached
            });
        }
    }

    /// Whether both lists say the same in the same order.
    pub const fn is_nothing(&self) -> bool {
        self.before == self.old && self.before == self.new
    }

    /// The place in the new list of an entry of the old one; nothing where it is no longer there.
    pub const fn now(&self, number: usize) -> Option<usize> {
        if number < self.before {
            Some(number)
        } else if number + self.behind >= self.old {
            Some(number + self.new - self.old)
        } else {
            None
        }
    }

    /// Whether a story may read otherwise now: its article, and the names that its own reading gave under the old list, with
    /// the entries that changed something in it.
    pub fn touches(&self, article: &Article, names: &[Name], corrected: &[usize], facts: &Facts) -> bool {
        if self.stories.contains(&article.id) {
            return true;
        }
        if self.keys.is_empty() {
            return false;
        }
        corrected.iter().any(|number| self.now(*number).is_none() || self.hiding.contains(number))
            || names.iter().any(|name| self.is_meant(article, name, facts))
            || self.asks_text && self.is_written_in(article)
    }

    fn is_meant(&self, article: &Article, name: &Name, facts: &Facts) -> bool {
        self.keys.contains(name.id.as_str())
            || self.keys.contains(&slug(&name.name))
            || name.kind == NameKind::Person && self.may_have_been_meant(article, name, facts)
    }

    /// Whether a person may have been someone else before it was asked who was in office on the day of the story: someone of
    /// a like name, or whom the tables call by the same words.
    fn may_have_been_meant(&self, article: &Article, name: &Name, facts: &Facts) -> bool {
        let mentions = name.mentions.iter().filter(|mention| mention.form == Form::Name);
        let mut written: Vec<&str> =
            mentions.map(|mention: &NameMention| super::apply::written(article, mention.passage)).collect();
        written.sort_unstable();
        written.dedup();
        let is_known = facts.person(&name.id).is_some();
        written.into_iter().any(|words| {
            slug(words).split('-').any(|word| self.words.contains(word)) || is_known && self.is_called(words, facts)
        })
    }

    /// Whether the tables call someone so who is meant by a key.
    fn is_called(&self, words: &str, facts: &Facts) -> bool {
        let phrase = words.split_whitespace().map(key).collect::<Vec<_>>().join(" ");
        let alone = without_article(&phrase);
        let senses = facts.lexicon.phrase(&phrase, true).filter_map(|sense| match sense {
            Sense::Person(index) => facts.people.get(index),
            _ => None,
        });
        let is_key = |id: &EntityId| self.keys.contains(id.as_str());
        senses.chain(facts.people_called(&key(alone))).any(|person| is_key(&person.id))
    }

    /// Whether the article holds a key anywhere, whatever stands between its words.
    fn is_written_in(&self, article: &Article) -> bool {
        let texts = [squeezed(&article.title.text), squeezed(&article.text)];
        let is_in = |key: &String| {
            let key = squeezed(key);
            !key.is_empty() && texts.iter().any(|text| text.contains(&key))
        };
        self.keys.iter().any(is_in)
    }
}

/// The only story in which an entry holds.
const fn only_story(one: &Correction) -> Option<&String> {
    match one {
        Correction::Day { story, .. } => Some(story),
        Correction::Same { story, .. }
        | Correction::Apart { story, .. }
        | Correction::Kind { story, .. }
        | Correction::Never { story, .. } => story.as_ref(),
        Correction::Rename { .. } => None,
    }
}

/// The identities and spellings that an entry names.
fn keys(one: &Correction) -> Vec<String> {
    match one {
        Correction::Same { names, .. } => names.iter().map(|name| slug(name)).collect(),
        Correction::Apart { name, words, story } => {
            let own = slug(name);
            // As whom a mention is told apart that is written like the name itself.
            let ending = story.as_deref().map_or_else(|| "2".to_owned(), slug);
            let apart = format!("{own}-{ending}");
            words.iter().map(|words| slug(words)).chain([own, apart]).collect()
        }
        Correction::Rename { name, to } => vec![slug(name), slug(to)],
        Correction::Kind { name, .. } => vec![slug(name)],
        Correction::Never { words, .. } => words.iter().map(|words| slug(words)).collect(),
        Correction::Day { .. } => Vec::new(),
    }
}

/// Single letters are initials, which anybody may have.
fn is_word(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// Folded letters and digits alone.
fn squeezed(text: &str) -> String {
    let mut letters = folded(text);
    letters.retain(char::is_alphanumeric);
    letters
}
