//! What a reader corrects in the reading of stories: who is who, what a name is, and the day of a story.
//!
//! **In:** the entries of a file that a higher room read. **Out:** [`Corrections`], a part of
//! [`Facts`](super::facts::Facts). **Why:** no recogniser is always right, and whoever reads the stories has the last word.
//!
//! A name is told by how it is written on the screen (`Vladimir Putin`), or by its identity (`vladimir-putin`), so that an
//! entry holds whatever the words around it. Entries are known by their place in the list that was given; every
//! annotated story tells which of them changed something in it
//! ([`Annotations::corrected`](super::types::Annotations::corrected)).

mod apply;
mod change;

use std::collections::HashMap;

use jiff::civil::Date;

pub use apply::{Applied, Called, join_equal};
pub use change::Changed;

use super::facts::Facts;
use super::names::person_apart;
use super::spelling::slug;
use super::types::{EntityId, NameKind};
use super::user_names::UserNames;
use crate::text::sanitise::one_line;

/// One thing that a reader corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// These names are one; the first is the one to use.
    Same {
        /// Two or more.
        names: Vec<String>,
        /// The only story in which that is so.
        story: Option<String>,
    },
    /// Words that were taken for a name mean someone else.
    Apart {
        /// The name.
        name: String,
        /// As the mentions are written that are someone else's; none for all mentions in the story.
        words: Vec<String>,
        /// The only story in which that is so.
        story: Option<String>,
    },
    /// A name is to be written otherwise.
    Rename {
        /// The name.
        name: String,
        /// As it is to be written.
        to: String,
    },
    /// A name names something else than was thought.
    Kind {
        /// The name.
        name: String,
        /// What it names.
        kind: NameKind,
        /// The only story in which that is so.
        story: Option<String>,
    },
    /// Words are never a name.
    Never {
        /// Each as it is written in stories.
        words: Vec<String>,
        /// The only story in which that is so.
        story: Option<String>,
    },
    /// A story is of another day.
    Day {
        /// Its [`id`](crate::article::Article::id).
        story: String,
        /// Its title, so that a story of the same id in another folder is not meant; none for any.
        title: Option<String>,
        /// The day.
        day: Date,
    },
}

/// Everything that a reader corrected in the reading of stories, in the form in which it is asked.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    everywhere: Rules,
    by_story: HashMap<String, Rules>,
    days: HashMap<String, Vec<DayOf>>,
    /// By identity: how to write it.
    written: HashMap<String, (usize, String)>,
    /// New spelling → how entries write it, and the identity that is written so now.
    renamed: HashMap<String, (String, String)>,
    has_any: bool,
}

/// The rules of one story, or of all.
#[derive(Clone, Debug, Default)]
struct Rules {
    /// By identity: whose it is.
    same: HashMap<String, Target>,
    /// By the identity of the name that they were taken for.
    apart: HashMap<String, Vec<Parted>>,
    kinds: HashMap<String, (usize, NameKind)>,
    never: UserNames,
    /// By spelling: number of the entry.
    never_numbers: HashMap<String, usize>,
}

/// The day of a story, as an entry has it.
#[derive(Clone, Debug)]
struct DayOf {
    number: usize,
    title: Option<String>,
    day: Date,
}

/// Whom a name stands for.
#[derive(Clone, Debug)]
struct Target {
    number: usize,
    id: String,
    /// As the entry writes it.
    name: String,
}

/// Mentions that were taken for someone else's.
#[derive(Clone, Debug)]
struct Parted {
    number: usize,
    /// None for all.
    words: Vec<String>,
    /// Their own identity.
    id: String,
    /// As the entry writes the first; `None` for as it was.
    name: Option<String>,
}

impl Corrections {
    /// `corrections` in order: of two that contradict each other the later one counts.
    pub fn new(corrections: &[Correction]) -> Self {
        let mut all = Self { has_any: !corrections.is_empty(), ..Self::default() };
        let mut never: HashMap<Option<&String>, Vec<String>> = HashMap::new();
        for correction in corrections {
            if let Correction::Rename { name, to } = correction {
                let own = all.key(name);
                all.renamed.insert(slug(to), (to.clone(), own));
            }
        }
        for (number, correction) in corrections.iter().enumerate() {
            if let Correction::Never { words, story } = correction {
                let rules = all.rules(story.as_ref());
                rules.never_numbers.extend(words.iter().map(|words| (slug(words), number)));
                never.entry(story.as_ref()).or_default().extend(words.iter().cloned());
            }
            all.add(number, correction);
        }
        for (story, words) in never {
            all.rules(story).never = UserNames::new(Vec::new(), &words);
        }
        all
    }

    /// Whether there is nothing.
    pub const fn is_empty(&self) -> bool {
        !self.has_any
    }

    /// The day of the story with this id and title, with the number of the entry that says so: the last one that does.
    pub(super) fn day_of(&self, story: &str, title: &str) -> Option<(usize, Date)> {
        let means = |day: &&DayOf| day.title.as_ref().is_none_or(|own| own == one_line(title).trim());
        self.days.get(story)?.iter().rfind(means).map(|found| (found.number, found.day))
    }

    fn rules(&mut self, story: Option<&String>) -> &mut Rules {
        match story {
            None => &mut self.everywhere,
            Some(story) => self.by_story.entry(story.clone()).or_default(),
        }
    }

    /// The rules that hold in a story, its own first.
    fn rules_in(&self, story: &str) -> impl Iterator<Item = &Rules> {
        self.by_story.get(story).into_iter().chain([&self.everywhere])
    }

    /// The identity that an entry means. What is written as an identity is one, even where another name is spelled so now.
    fn key(&self, written: &str) -> String {
        let slug = slug(written);
        let is_identity = slug == written;
        let renamed = self.renamed.get(&slug).filter(|(to, _)| !is_identity || to == written);
        renamed.map(|(_, own)| own.clone()).unwrap_or(slug)
    }

    /// Under what an entry may mean a name: its identity, and its spelling where no namesake has that and no entry gave it.
    fn keys(&self, id: &EntityId, name: &str) -> impl Iterator<Item = String> + use<> {
        let spelling = slug(name);
        let is_namesake = *id == person_apart(&EntityId::new(&spelling));
        let is_given = self.renamed.get(&spelling).is_some_and(|(_, own)| own == id.as_str());
        std::iter::once(id.as_str().to_owned()).chain((!is_namesake && !is_given).then_some(spelling))
    }

    fn add(&mut self, number: usize, correction: &Correction) {
        match correction {
            Correction::Same { names, story } => {
                let Some((first, others)) = names.split_first() else { return };
                let (first, name) = (self.key(first), first.clone());
                let others: Vec<String> = others.iter().map(|other| self.key(other)).collect();
                self.rules(story.as_ref()).join(number, (first, name), others);
            }
            Correction::Apart { name, words, story } => {
                let own = self.key(name);
                let id = words.first().map_or_else(|| own.clone(), |first| slug(first));
                let ending = story.as_deref().map_or_else(|| "2".to_owned(), slug);
                let id = if id == own { format!("{id}-{ending}") } else { id };
                let slugs = words.iter().map(|words| slug(words)).collect();
                let parted = Parted { number, words: slugs, id, name: words.first().cloned() };
                self.rules(story.as_ref()).apart.entry(own).or_default().push(parted);
            }
            Correction::Rename { name, to } => {
                let own = self.key(name);
                self.written.insert(own, (number, to.clone()));
            }
            Correction::Kind { name, kind, story } => {
                let own = self.key(name);
                self.rules(story.as_ref()).kinds.insert(own, (number, *kind));
            }
            Correction::Day { story, title, day } => {
                let day = DayOf { number, title: title.clone(), day: *day };
                self.days.entry(story.clone()).or_default().push(day);
            }
            Correction::Never { .. } => {}
        }
    }
}

impl Rules {
    /// Notes that `others` are whoever `first` is.
    fn join(&mut self, number: usize, (first, name): (String, String), others: Vec<String>) {
        let known = self.same.get(&first).map(|known| (known.id.clone(), known.name.clone()));
        // Where the one that was used until now is among the others, this entry says that it is no longer to be used.
        let (root, name) = known.filter(|(id, _)| !others.contains(id)).unwrap_or((first, name));
        for other in others {
            if other == root {
                continue;
            }
            // Whoever was this one before is the new one now.
            let moved = self.same.values_mut().filter(|target| target.id == other);
            moved.for_each(|target| (target.id, target.name) = (root.clone(), name.clone()));
            self.same.insert(other, Target { number, id: root.clone(), name: name.clone() });
        }
        self.same.retain(|own, target| *own != target.id);
    }
}
