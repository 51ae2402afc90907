//! All stories in, who and what is named in the library out.

use std::cmp::Reverse;

use foldhash::{HashMap, HashMapExt};

use super::types::Entity;
use crate::language::EntityId;
use crate::meetings::Story;

/// Everyone and everything that any story names, most mentioned first.
pub(super) fn entities(stories: &[Story]) -> Vec<Entity> {
    let mut found: HashMap<&EntityId, Entity> = HashMap::new();
    for (number, story) in stories.iter().enumerate() {
        for name in &story.annotations.names {
            let entity = found.entry(&name.id).or_insert_with(|| Entity {
                id: name.id.clone(),
                name: name.name.clone(),
                kind: name.kind,
                mentions: 0,
                stories: Vec::new(),
            });
            entity.mentions += name.mentions.len();
            entity.stories.push(number);
            let is_spelled_alike = name.name == entity.name && name.kind == entity.kind;
            if !is_spelled_alike && (goodness(&name.name), name.kind) < (goodness(&entity.name), entity.kind) {
                entity.name.clone_from(&name.name);
                entity.kind = name.kind;
            }
        }
    }
    let mut entities: Vec<Entity> = found.into_values().collect();
    entities.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.id.cmp(&b.id)));
    for entity in &mut entities {
        entity.stories.dedup();
    }
    entities
}

/// A longer spelling is the better name, whichever story comes first.
fn goodness(name: &str) -> (Reverse<usize>, &str) {
    (Reverse(name.chars().count()), name)
}
