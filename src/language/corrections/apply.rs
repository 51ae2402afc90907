//! The names of a story in, the same names as a reader corrected them out.
//!
//! **Why:** what one story alone tells of its names and what all stories together tell of them are corrected by the same
//! rules, each when it is known: here, on names with their mentions, wherever they came from.

use std::collections::HashMap;

use super::{Corrections, Target};
use crate::article::Article;
use crate::language::line::Line;
use crate::language::names::{Found, take_out};
use crate::language::spelling::slug;
use crate::language::types::{EntityId, Name, NameKind, NameMention, Part, Passage};

/// What to call someone, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// Who.
    pub id: EntityId,
    /// As it is to be written.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
}

/// What was changed in the names of a story.
#[derive(Clone, Debug, Default)]
pub struct Applied {
    /// By the identity before.
    pub moved: HashMap<EntityId, Called>,
    /// Mentions that have become someone else's, with the identity before.
    pub parted: Vec<(Passage, EntityId, Called)>,
    /// The entries that changed something.
    pub numbers: Vec<usize>,
}

impl Applied {
    /// Who someone of this identity is now, who was told of at `passage`.
    pub fn called(&self, id: &EntityId, passage: Passage) -> Option<&Called> {
        let here = |(parted, before, _): &&(Passage, EntityId, Called)| {
            before == id && parted.part == passage.part && parted.span.overlaps(passage.span)
        };
        self.parted.iter().find(here).map(|(_, _, called)| called).or_else(|| self.moved.get(id))
    }
}

impl Corrections {
    /// Corrects the names of a story. `known` is how the whole library calls those whom entries name, where that is known.
    pub fn apply(&self, article: &Article, names: &mut Vec<Name>, known: &HashMap<EntityId, Called>) -> Applied {
        let mut applied = Applied::default();
        if self.is_empty() {
            return applied;
        }
        let here: HashMap<EntityId, Called> = names.iter().map(|name| (name.id.clone(), called(name))).collect();
        let mut corrected = Vec::with_capacity(names.len());
        for name in names.drain(..) {
            let (rest, parted) = self.part(article, name, &mut applied);
            corrected.extend(parted);
            let Some(mut name) = rest else { continue };
            let before = called(&name);
            if let Some(Target { number, id, name: written }) = self.target(&article.id, &name) {
                let id = EntityId::new(id);
                let target = known.get(&id).or_else(|| here.get(&id)).cloned();
                let target = target.unwrap_or_else(|| Called { id, name: written.clone(), kind: name.kind });
                (name.id, name.name, name.kind) = (target.id, target.name, target.kind);
                applied.numbers.push(*number);
            }
            self.call(&article.id, &mut name, &mut applied);
            if called(&name) != before {
                applied.moved.insert(before.id, called(&name));
            }
            corrected.push(name);
        }
        *names = corrected;
        if !applied.numbers.is_empty() {
            join_equal(names);
        }
        applied
    }

    /// Takes the mentions that are someone else's out of a name. What is left of it comes first.
    fn part(&self, article: &Article, mut name: Name, applied: &mut Applied) -> (Option<Name>, Vec<Name>) {
        let rules = self.rules_in(&article.id).filter(|rules| !rules.apart.is_empty());
        let parts: Vec<_> = rules
            .flat_map(|rules| {
                self.keys(&name.id, &name.name).find_map(|key| rules.apart.get(&key)).into_iter().flatten()
            })
            .filter(|parted| parted.id != name.id.as_str())
            .collect();
        let mut others = Vec::new();
        for parted in parts {
            let is_other = |mention: &NameMention| {
                parted.words.is_empty() || parted.words.contains(&slug(written(article, mention.passage)))
            };
            let (other, own): (Vec<_>, Vec<_>) = name.mentions.into_iter().partition(is_other);
            name.mentions = own;
            if other.is_empty() {
                continue;
            }
            applied.numbers.push(parted.number);
            let own = parted.name.clone().unwrap_or_else(|| name.name.clone());
            let mut new = Name { id: EntityId::new(&parted.id), name: own, mentions: other, ..name.clone() };
            self.call(&article.id, &mut new, applied);
            let now = called(&new);
            applied.parted.extend(new.mentions.iter().map(|it| (it.passage, name.id.clone(), now.clone())));
            others.push(new);
        }
        ((!name.mentions.is_empty()).then_some(name), others)
    }

    /// Whom a name stands for, if an entry tells.
    fn target(&self, story: &str, name: &Name) -> Option<&Target> {
        let rules = self.rules_in(story).filter(|rules| !rules.same.is_empty());
        let mut found = rules.filter_map(|rules| self.keys(&name.id, &name.name).find_map(|key| rules.same.get(&key)));
        let first = found.next()?;
        (first.id != name.id.as_str()).then_some(first)
    }

    /// Who a body or state is in this story, of which nothing but its identity is told there.
    pub fn stands_for(&self, story: &str, id: &EntityId) -> Option<EntityId> {
        let target = self.rules_in(story).find_map(|rules| rules.same.get(id.as_str()))?;
        (target.id != id.as_str()).then(|| EntityId::new(&target.id))
    }

    /// Gives a name the kind and the spelling that entries tell.
    fn call(&self, story: &str, name: &mut Name, applied: &mut Applied) {
        let rules = self.rules_in(story).filter(|rules| !rules.kinds.is_empty());
        let mut kinds = rules.filter_map(|rules| self.keys(&name.id, &name.name).find_map(|key| rules.kinds.get(&key)));
        if let Some((number, kind)) = kinds.next() {
            // It may have been read so already: then the entry was heeded all the same.
            name.kind = *kind;
            applied.numbers.push(*number);
        }
        if self.written.is_empty() {
            return;
        }
        let written = self.keys(&name.id, &name.name).find_map(|key| self.written.get(&key));
        if let Some((number, to)) = written {
            name.name.clone_from(to);
            applied.numbers.push(*number);
        }
    }

    /// The identities of those as whom others are corrected, so that a library can tell how it calls them.
    pub fn targets(&self) -> impl Iterator<Item = EntityId> {
        let all = self.by_story.values().chain([&self.everywhere]);
        all.flat_map(|rules| rules.same.values()).map(|target| EntityId::new(&target.id))
    }

    /// Corrects what was found before it is asked who is who: words that are no name, and kinds. Returns the entries that
    /// changed something.
    pub(in crate::language) fn apply_to_found(
        &self,
        story: &str,
        lines: &[Line<'_>],
        found: &mut Vec<Found>,
    ) -> Vec<usize> {
        let mut numbers = Vec::new();
        for rules in self.rules_in(story) {
            let removed = take_out(lines, found, &rules.never);
            numbers.extend(removed.iter().filter_map(|words| rules.never_numbers.get(&slug(words))));
            if rules.kinds.is_empty() {
                continue;
            }
            for mention in found.iter_mut() {
                let Some(line) = lines.get(mention.line) else { continue };
                let words = line.span(mention.tokens.clone()).of(line.text);
                let Some((number, kind)) = rules.kinds.get(&slug(words)) else { continue };
                numbers.push(*number);
                if mention.kind != *kind {
                    (mention.kind, mention.sense) = (*kind, None);
                }
            }
        }
        numbers
    }
}

fn called(name: &Name) -> Called {
    Called { id: name.id.clone(), name: name.name.clone(), kind: name.kind }
}

/// The words of a mention without a possessive ending.
pub(super) fn written(article: &Article, passage: Passage) -> &str {
    let words = match passage.part {
        Part::Title => passage.span.of(&article.title.text),
        Part::Text => passage.span.of(&article.text),
    };
    ["'s", "’s"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words)
}

/// Makes one of names that have become equal, in the order of their first mentions.
pub fn join_equal(names: &mut Vec<Name>) {
    let mut places: HashMap<EntityId, usize> = HashMap::new();
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let place = *places.entry(name.id.clone()).or_insert(joined.len());
        match joined.get_mut(place) {
            Some(known) => {
                known.mentions.extend(name.mentions);
                known.mentions.sort_by_key(|mention| mention.passage);
            }
            None => joined.push(name),
        }
    }
    joined.sort_by_key(|name| name.mentions.first().map(|mention| mention.passage));
    *names = joined;
}
