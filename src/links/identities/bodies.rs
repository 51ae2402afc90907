//! Bodies, places and documents of all stories in, which of them are one out.
//!
//! Spellings that differ by rule (`organisation`, `organization`; `Ansar al-Quil`, `Ansar el-Quil`) are one. An
//! abbreviation stands for the long form that a story ties it to, where no other story ties it to another.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};

use super::{Called, Entry, Identities};
use crate::language::{EntityId, NameKind, Part, slug, spelling_key};
use crate::links::introduced::LONG_FORMS;
use crate::meetings::Story;

/// Finds what is one under several names.
pub(super) fn unify(stories: &[Story], entries: &[Entry<'_>], identities: &mut Identities) {
    let mut same: HashMap<(NameKind, String), Vec<&Entry<'_>>> = HashMap::new();
    for entry in entries.iter().filter(|entry| matters(entry.kind)) {
        same.entry((entry.kind, spelling_key(entry.name))).or_default().push(entry);
    }
    for entries in same.into_values().filter(|entries| entries.len() > 1) {
        // The tables' name, else that of most stories; of equals the first by identity.
        let best =
            entries.iter().max_by_key(|entry| (entry.is_known, entry.stories.len(), std::cmp::Reverse(entry.id)));
        let Some(called) = best.map(|best| Called { id: best.id.clone(), name: best.name.to_owned() }) else {
            continue;
        };
        for entry in entries.into_iter().filter(|entry| !entry.is_known && *entry.id != called.id) {
            identities.everywhere.insert(entry.id.clone(), called.clone());
        }
    }
    for entry in entries.iter().filter(|entry| entry.kind == NameKind::Place && !entry.is_known) {
        let short = LONG_FORMS.iter().find_map(|long| entry.id.as_str().strip_prefix(long));
        let known = short.and_then(|short| entries.binary_search_by(|other| other.id.as_str().cmp(short)).ok());
        if let Some(place) = known.and_then(|at| entries.get(at)).filter(|other| other.kind == NameKind::Place) {
            let called = Called { id: place.id.clone(), name: place.name.to_owned() };
            identities.everywhere.insert(entry.id.clone(), called);
        }
    }
    let tied = abbreviations(stories);
    for entry in entries.iter().filter(|entry| matters(entry.kind) && !entry.is_known) {
        let Some(long) = tied.get(entry.id.as_str()).filter(|ids| ids.len() == 1).and_then(BTreeSet::first) else {
            continue;
        };
        let called = identities.everywhere.get(*long).cloned();
        let known = entries.binary_search_by(|other| other.id.cmp(long)).ok().and_then(|at| entries.get(at));
        let called = called.or_else(|| known.map(|it| Called { id: it.id.clone(), name: it.name.to_owned() }));
        if let Some(called) = called.filter(|called| called.id != *entry.id) {
            identities.everywhere.insert(entry.id.clone(), called);
        }
    }
}

const fn matters(kind: NameKind) -> bool {
    matches!(kind, NameKind::Organisation | NameKind::Place | NameKind::Document)
}

/// The identity that an abbreviation alone would have → the long forms that stories tie it to.
fn abbreviations(stories: &[Story]) -> BTreeMap<String, BTreeSet<&EntityId>> {
    let mut tied: BTreeMap<String, BTreeSet<&EntityId>> = BTreeMap::new();
    for story in stories {
        let bodies = story.annotations.names.iter().filter(|name| matters(name.kind) && name.name.contains(' '));
        for name in bodies {
            for mention in &name.mentions {
                let title = mention.passage.part == Part::Title;
                let text = if title { &story.article.title.text } else { &story.article.text };
                let words = mention.passage.span.of(text);
                if is_abbreviation(words) {
                    let ids = tied.entry(slug(words)).or_default();
                    ids.insert(&name.id);
                }
            }
        }
    }
    tied
}

/// One word, mostly capitals.
fn is_abbreviation(words: &str) -> bool {
    (2..=8).contains(&words.len())
        && words.chars().filter(char::is_ascii_uppercase).count() * 2 > words.len()
        && words.chars().all(char::is_alphanumeric)
}
