//! Entries and an analysed library in, whether each entry applies out.

use std::collections::HashSet;

use super::{Corrections, What};
use crate::language::{Correction, Passage, slug};
use crate::library::types::Library;
use crate::links::{Gone, MentionRef};

/// Whether an entry applies to a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Applies {
        /// The stories in which it changed a reading, ascending, or tell of no meeting; empty for another entry about meetings.
        stories: Vec<usize>,
        /// The tellings that it names; empty for an entry about a reading.
        tellings: Vec<MentionRef>,
        /// What of it is not there any more, in one line.
        gone: Option<String>,
        /// The words that it says are no meeting, each with its story.
        denied: Vec<(usize, Passage)>,
    },
    /// A later entry counts instead: its place among the entries.
    Overruled(usize),
    /// What it is about is here, and is read without it as it says, or cannot be read so.
    Idle,
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
    let here: HashSet<&str> = library.stories.iter().map(|story| story.article.id.as_str()).collect();
    for (number, standing) in
        of_meetings(library, corrections, &here).into_iter().chain(of_readings(library, corrections, &here))
    {
        if let Some(place) = all.get_mut(number) {
            *place = standing;
        }
    }
    all
}

fn of_meetings(library: &Library, corrections: &Corrections, here: &HashSet<&str>) -> Vec<(usize, Standing)> {
    let numbered: Vec<usize> = corrections.numbered_of_meetings().map(|(number, _)| number).collect();
    let found = crate::links::standing(&library.stories, &corrections.of_meetings());
    let told = |gone: &Gone| match gone {
        Gone::Story(story) => format!("{story} is no longer here"),
        Gone::Denied(story) => {
            format!("a correction says that these words of {} tell of no meeting", library.called_story(story))
        }
        Gone::Words(story) => {
            format!("{} no longer tells of a meeting in these words", library.called_story(story))
        }
    };
    let standing = |(number, found): (&usize, crate::links::Heeded)| {
        let is_here = corrections
            .entries
            .get(*number)
            .is_some_and(|entry| entry.what.stories().iter().any(|story| here.contains(story)));
        let gone = found.gone.first().map(told);
        let by = found.overruled.and_then(|by| numbered.get(by).copied());
        let standing = match (found.holds, by) {
            (true, Some(by)) => Standing::Overruled(by),
            (true, None) => Standing::Applies {
                stories: found.denied.iter().map(|(story, _)| *story).collect(),
                tellings: found.tellings,
                gone,
                denied: found.denied,
            },
            (false, _) if is_here => Standing::Gone(gone.unwrap_or_else(|| "it names one telling only".to_owned())),
            (false, _) => Standing::Elsewhere,
        };
        (*number, standing)
    };
    numbered.iter().zip(found).map(standing).collect()
}

fn of_readings(library: &Library, corrections: &Corrections, here: &HashSet<&str>) -> Vec<(usize, Standing)> {
    let numbered: Vec<(usize, &Correction)> = corrections.numbered_of_reading().collect();
    let mut changed: Vec<Vec<usize>> = vec![Vec::new(); numbered.len()];
    for (story, read) in library.stories.iter().enumerate() {
        for number in &read.annotations.corrected {
            if let Some(stories) = changed.get_mut(*number) {
                stories.push(story);
            }
        }
    }
    let mut all = Vec::with_capacity(numbered.len());
    for (at, ((number, correction), stories)) in numbered.iter().zip(changed).enumerate() {
        let later = || numbered.iter().skip(at + 1).rev().find(|(_, later)| overrules(later, correction));
        let standing = if !stories.is_empty() {
            Standing::Applies { stories, tellings: Vec::new(), gone: None, denied: Vec::new() }
        } else if let Some((by, _)) = later() {
            Standing::Overruled(*by)
        } else if is_named(library, correction) {
            Standing::Idle
        } else {
            let named = What::Reading((*correction).clone());
            match named.stories().as_slice() {
                [story] if here.contains(story) && matches!(correction, Correction::Day { .. }) => {
                    let story = library.called_story(story);
                    Standing::Gone(format!("{story} has another title: it may be a story of another folder"))
                }
                [story] if here.contains(story) => {
                    Standing::Gone(format!("{} has no such name", library.called_story(story)))
                }
                _ => Standing::Elsewhere,
            }
        };
        all.push((*number, standing));
    }
    all
}

/// Whether a later entry answers the same question as an earlier one.
#[allow(clippy::many_single_char_names, reason = "two of each, side by side")]
fn overrules(later: &Correction, earlier: &Correction) -> bool {
    let same = |a: &str, b: &str| slug(a) == slug(b);
    let all = |a: &[String], b: &[String]| {
        let sorted =
            |words: &[String]| -> std::collections::BTreeSet<String> { words.iter().map(|word| slug(word)).collect() };
        sorted(a) == sorted(b)
    };
    match (later, earlier) {
        (Correction::Same { names: a, story: x }, Correction::Same { names: b, story: y })
        | (Correction::Never { words: a, story: x }, Correction::Never { words: b, story: y }) => x == y && all(a, b),
        (Correction::Apart { name: a, words: v, story: x }, Correction::Apart { name: b, words: w, story: y }) => {
            x == y && same(a, b) && all(v, w)
        }
        (Correction::Rename { name: a, .. }, Correction::Rename { name: b, .. }) => same(a, b),
        (Correction::Kind { name: a, story: x, .. }, Correction::Kind { name: b, story: y, .. }) => {
            x == y && same(a, b)
        }
        (Correction::Day { story: x, title: later, .. }, Correction::Day { story: y, title: earlier, .. }) => {
            x == y && (later.is_none() || later == earlier)
        }
        _ => false,
    }
}

/// Whether a name that a correction is about is in the library, or in its only story.
fn is_named(library: &Library, correction: &Correction) -> bool {
    let (names, story): (Vec<&String>, _) = match correction {
        Correction::Same { names, story } => (names.iter().collect(), story.as_ref()),
        Correction::Apart { name, story, .. } | Correction::Kind { name, story, .. } => (vec![name], story.as_ref()),
        Correction::Rename { name, to } => (vec![name, to], None),
        Correction::Never { .. } | Correction::Day { .. } => return false,
    };
    let wanted: HashSet<String> = names.into_iter().map(|name| slug(name)).collect();
    let is_it = |id: &str, name: &str| wanted.contains(id) || wanted.contains(&slug(name));
    match story {
        None => library.connections.entities.iter().any(|entity| is_it(entity.id.as_str(), &entity.name)),
        Some(story) => {
            let own = library.story(story);
            own.is_some_and(|own| own.annotations.names.iter().any(|name| is_it(name.id.as_str(), &name.name)))
        }
    }
}
