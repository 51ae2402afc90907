//! Entries and an analysed library in, whether each entry applies out.

use super::{Corrections, What};
use crate::library::types::Library;
use crate::links::{Gone, MentionRef};

/// Whether an entry applies to a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Applies {
        /// The stories in which it changed a reading, ascending; empty for an entry about meetings.
        stories: Vec<usize>,
        /// The tellings that it names; empty for an entry about a reading.
        tellings: Vec<MentionRef>,
    },
    /// No name and no story that it is about is here: it may be of use in another library.
    Elsewhere,
    /// It does not, for this reason, in one line.
    Gone(String),
}

/// The standing of each entry, in their order.
pub fn standing(library: &Library, corrections: &Corrections) -> Vec<Standing> {
    let mut all = vec![Standing::Elsewhere; corrections.entries.len()];
    if corrections.is_empty() {
        return all;
    }
    let of_meetings = corrections.of_meetings();
    let found = crate::links::standing(&library.stories, &of_meetings);
    for ((number, _), found) in corrections.numbered_of_meetings().zip(found) {
        let standing = match found {
            Ok(tellings) => Standing::Applies { stories: Vec::new(), tellings },
            Err(Gone::Story(story)) => Standing::Gone(format!("{story} is no longer here")),
            Err(Gone::Words(story)) => Standing::Gone(format!("{story} no longer tells of a meeting in these words")),
        };
        if let Some(place) = all.get_mut(number) {
            *place = standing;
        }
    }
    let numbers: Vec<usize> = corrections.numbered_of_reading().map(|(number, _)| number).collect();
    let mut changed: Vec<Vec<usize>> = vec![Vec::new(); numbers.len()];
    for (story, read) in library.stories.iter().enumerate() {
        for number in &read.annotations.corrected {
            if let Some(stories) = changed.get_mut(*number) {
                stories.push(story);
            }
        }
    }
    for (number, stories) in numbers.into_iter().zip(changed) {
        let is_heeded = !stories.is_empty();
        let standing =
            if is_heeded { Standing::Applies { stories, tellings: Vec::new() } } else { Standing::Gone(String::new()) };
        if let Some(place) = all.get_mut(number) {
            *place = standing;
        }
    }
    let here: std::collections::HashSet<&str> = library.stories.iter().map(|story| story.article.id.as_str()).collect();
    for (standing, entry) in all.iter_mut().zip(&corrections.entries) {
        let named = entry.what.stories();
        if matches!(standing, Standing::Gone(_)) && !named.iter().any(|story| here.contains(story)) {
            *standing = Standing::Elsewhere;
        } else if let (Standing::Gone(why), What::Reading(_), [story]) = (standing, &entry.what, named.as_slice()) {
            *why = format!("{story} has no such name");
        }
    }
    all
}
