//! What was asked for in, the one story that is meant out, or how to ask better.

use std::path::Path;

use crate::library::Library;
use crate::text::fold::folded;
use crate::text::sanitise::one_line;

/// How many ids are told where several fit.
const TOLD: usize = 5;
/// Longer words are not compared letter by letter: nobody types them by hand.
const TYPED: usize = 200;

/// Why no story was picked. The messages are one line, free of control characters.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotOne {
    #[error("no article is called “{asked}”;{nearest} `dateline list` shows them all, and its numbers work too")]
    Unknown { asked: String, nearest: String },
    #[error("“{asked}” fits {count} articles: {ids}; give more of the id, or its number in `dateline list`")]
    Several { asked: String, count: usize, ids: String },
}

/// The story that `asked` means: an id, a number in the list, the beginning or end of one id only, the path of a file
/// that holds one article, or else a part that only one id holds.
pub(super) fn find(library: &Library, asked: &str) -> Result<usize, NotOne> {
    let ids = || library.stories.iter().map(|story| story.article.id.as_str()).enumerate();
    if let Some((exact, _)) = ids().find(|(_, id)| *id == asked) {
        return Ok(exact);
    }
    // Numbers are written without leading zeros; `000` is the beginning of an id.
    let number = asked.parse::<usize>().ok().filter(|number| number.to_string() == asked);
    let numbered = number.and_then(|number| library.newest_first().get(number.checked_sub(1)?).copied());
    if let Some(story) = numbered {
        return Ok(story);
    }
    let path = Path::new(asked);
    let read_from =
        |number: usize| library.stories.get(number).is_some_and(|story| same_file(&story.article.origin.path, path));
    let edge = |id: &str| {
        let name = id.rsplit('/').next().unwrap_or(id);
        id.starts_with(asked) || name.starts_with(asked) || id.ends_with(asked)
    };
    let part = folded(asked);
    let mut fitting: Vec<(usize, &str)> = Vec::new();
    if !part.is_empty() {
        fitting.extend(ids().filter(|(number, _)| read_from(*number)));
        if fitting.is_empty() {
            fitting.extend(ids().filter(|(_, id)| edge(id)));
        }
        if fitting.is_empty() {
            fitting.extend(ids().filter(|(_, id)| folded(id).contains(&part)));
        }
    }
    match fitting.as_slice() {
        [(story, _)] => Ok(*story),
        [] => Err(NotOne::Unknown { asked: one_line(asked), nearest: nearest(asked, ids().map(|(_, id)| id)) }),
        several => Err(several_fit(asked, several)),
    }
}

/// Whether two paths are written alike but for `./` at their beginning; the disk is not asked.
fn same_file(one: &Path, other: &Path) -> bool {
    one.strip_prefix(".").unwrap_or(one) == other.strip_prefix(".").unwrap_or(other)
}

fn several_fit(asked: &str, several: &[(usize, &str)]) -> NotOne {
    let mut ids = several.iter().take(TOLD).map(|(_, id)| *id).collect::<Vec<_>>().join(", ");
    if several.len() > TOLD {
        ids.push_str(", …");
    }
    NotOne::Several { asked: one_line(asked), count: several.len(), ids }
}

/// ` did you mean “…”?` where an id, its name without folders, or the beginning of one is only a slip away.
fn nearest<'a>(asked: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let asked = folded(asked);
    let length = asked.chars().count();
    if !(2..=TYPED).contains(&length) {
        return String::new();
    }
    let distance = |id: &str| {
        let name = id.rsplit('/').next().unwrap_or(id);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let beginning: String = name.chars().take(length).collect();
        [id, name, stem, &beginning].into_iter().map(|form| strsim::osa_distance(&asked, &folded(form))).min()
    };
    let nearest = ids.filter_map(|id| Some((distance(id)?, id))).min();
    let close = nearest.filter(|(distance, _)| distance * 3 <= length.max(3) + 1);
    close.map(|(_, id)| format!(" did you mean “{id}”?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(asked: &str) -> String {
        nearest(asked, ["news/harvest-fair.txt", "news/border-talks.txt", "b.txt"].into_iter())
    }

    #[test]
    fn a_slip_of_the_keyboard_is_answered_with_what_was_meant() {
        for asked in ["news/bordr-talks.txt", "bordertalks.txt", "Border-tlaks", "brder"] {
            assert_eq!(suggested(asked), " did you mean “news/border-talks.txt”?", "{asked}");
        }
    }

    #[test]
    fn what_is_like_nothing_is_answered_with_no_guess() {
        for asked in ["", "x", "quarterly", &"border".repeat(100)] {
            assert_eq!(suggested(asked), "", "{asked}");
        }
    }

    #[test]
    fn paths_are_the_same_with_and_without_a_dot_in_front() {
        assert!(same_file(Path::new("./a/b.txt"), Path::new("a/b.txt")));
        assert!(!same_file(Path::new("a/b.txt"), Path::new("b.txt")));
    }
}
