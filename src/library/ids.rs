//! Articles in any order in, the order of the library out, each article with an id of its own.

use std::collections::{HashMap, HashSet};

use super::types::Notice;
use crate::article::Article;
use crate::text::sanitise::one_line;

/// Sorts the articles by id and makes every id unique: the first to bring one keeps it, the next is called `id~2`.
/// Returns what was renamed.
pub(super) fn settle(articles: &mut [Article]) -> Vec<Notice> {
    for (number, article) in articles.iter_mut().enumerate() {
        let clean = one_line(&article.id);
        article.id = if clean.is_empty() { format!("article-{}", number + 1) } else { clean };
    }
    let place = |article: &Article| (article.id.clone(), article.origin.path.clone(), article.origin.line);
    articles.sort_by_cached_key(place);
    let mut taken: HashSet<String> = articles.iter().map(|article| article.id.clone()).collect();
    let mut given: HashMap<String, usize> = HashMap::new();
    let mut renamed = Vec::new();
    for article in articles.iter_mut() {
        let uses = given.entry(article.id.clone()).or_insert(0);
        *uses += 1;
        if *uses == 1 {
            continue;
        }
        let id = loop {
            let id = format!("{}~{uses}", article.id);
            if taken.insert(id.clone()) {
                break id;
            }
            *uses += 1;
        };
        renamed.push(Notice {
            path: article.origin.path.clone(),
            line: article.origin.line,
            what: format!("its id “{}” was taken already; it is called “{id}” here", article.id),
        });
        article.id = id;
    }
    articles.sort_by_cached_key(place);
    renamed
}
