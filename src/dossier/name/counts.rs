//! How often each name is mentioned in some stories.

use super::index::Names;
use crate::library::Library;

/// How often every entity is mentioned, and in how many stories; in the order of the library's entities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Mentions of each.
    pub mentions: Vec<usize>,
    /// Stories that mention each.
    pub stories: Vec<usize>,
}

impl Counts {
    /// Counts in the stories for which `counted` says so; all of them where it is `None`. Linear in the names of the
    /// stories.
    pub fn of(library: &Library, names: &Names, counted: Option<&[bool]>) -> Self {
        let entities = &library.connections.entities;
        let Some(counted) = counted else {
            return Self {
                mentions: entities.iter().map(|entity| entity.mentions).collect(),
                stories: entities.iter().map(|entity| entity.stories.len()).collect(),
            };
        };
        let mut counts = Self { mentions: vec![0; entities.len()], stories: vec![0; entities.len()] };
        // An entity may stand in a story under two names and is counted there once.
        let mut last = vec![usize::MAX; entities.len()];
        let stories = library.stories.iter().enumerate();
        for (number, story) in stories.filter(|(number, _)| counted.get(*number) == Some(&true)) {
            for (name, entity) in names.in_story(number) {
                let told = story.annotations.names.get(name).map_or(0, |name| name.mentions.len());
                if let Some(mentions) = counts.mentions.get_mut(entity) {
                    *mentions += told;
                }
                if let (Some(stories), Some(last)) = (counts.stories.get_mut(entity), last.get_mut(entity)) {
                    *stories += usize::from(*last != number);
                    *last = number;
                }
            }
        }
        counts
    }
}
