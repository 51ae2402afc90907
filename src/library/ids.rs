//! Stories in any order in, the order of the library out, each story with an id of its own.

use std::collections::{HashMap, HashSet};

use super::types::Notice;
use crate::meetings::Story;
use crate::text::sanitise::one_line;

/// Sorts the stories by id and makes every id unique: the first to bring one keeps it, the next is called `id~2`.
/// Returns what was renamed.
pub(super) fn settle(stories: &mut [Story]) -> Vec<Notice> {
    for (number, story) in stories.iter_mut().enumerate() {
        let clean = one_line(&story.article.id);
        story.article.id = if clean.is_empty() { format!("article-{}", number + 1) } else { clean };
    }
    let place =
        |story: &Story| (story.article.id.clone(), story.article.origin.path.clone(), story.article.origin.line);
    stories.sort_by_cached_key(place);
    let mut taken: HashSet<String> = stories.iter().map(|story| story.article.id.clone()).collect();
    let mut given: HashMap<String, usize> = HashMap::new();
    let mut renamed = Vec::new();
    for story in stories.iter_mut() {
        let uses = given.entry(story.article.id.clone()).or_insert(0);
        *uses += 1;
        if *uses == 1 {
            continue;
        }
        let id = loop {
            let id = format!("{}~{uses}", story.article.id);
            if taken.insert(id.clone()) {
                break id;
            }
            *uses += 1;
        };
        renamed.push(Notice {
            path: story.article.origin.path.clone(),
            line: story.article.origin.line,
            what: format!("its id “{}” was taken already; it is called “{id}” here", story.article.id),
        });
        story.article.id = id;
    }
    stories.sort_by_cached_key(place);
    renamed
}
