//! What stands around a name: whether a person's stories and another story are likely to speak of the same people.
//!
//! Two stories are near where they are of the same weeks and share a name that is not in every story, or, where a day is
//! unknown, two such names. States and their peoples are in every story and say nothing.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::Entry;
use crate::language::{EntityId, Facts, NameKind, days_between};
use crate::meetings::Story;

/// Days within which two stories are of the same weeks.
const SAME_WEEKS: i32 = 30;
/// A name in more stories than these, and in more than a quarter of all, says nothing.
const RARE: usize = 8;
/// How many stories are looked at for one name.
const MOST_STORIES: usize = 64;

/// The telling names of every story, and its day.
pub(super) struct Surroundings<'s> {
    /// By story: telling names.
    names: Vec<Vec<&'s EntityId>>,
    days: Vec<Option<Date>>,
    /// By telling name: its stories, ascending.
    stories: HashMap<&'s EntityId, &'s [usize]>,
}

impl<'s> Surroundings<'s> {
    pub(super) fn new(stories: &[Story], entries: &'s [Entry<'s>], facts: &Facts) -> Self {
        let mut names = vec![Vec::new(); stories.len()];
        let mut by_name = HashMap::new();
        for entry in entries {
            let telling = entry.kind != NameKind::Group && facts.state(entry.id).is_none();
            if !telling || entry.stories.len() > RARE.max(stories.len() / 4) {
                continue;
            }
            by_name.insert(entry.id, entry.stories.as_slice());
            for story in &entry.stories {
                if let Some(names) = names.get_mut(*story) {
                    names.push(entry.id);
                }
            }
        }
        let day = |story: &Story| story.annotations.published.as_ref().map(|published| published.best);
        Self { names, days: stories.iter().map(day).collect(), stories: by_name }
    }

    /// Whether any of `others` (ascending) is near `story`. A story is not near itself.
    pub(super) fn are_near(&self, story: usize, others: &[usize]) -> bool {
        let day = self.days.get(story).copied().flatten();
        let mut shared = HashSet::new();
        for &name in self.names.get(story).into_iter().flatten() {
            let Some(stories) = self.stories.get(name) else { continue };
            for other in common(stories, others).filter(|other| *other != story).take(MOST_STORIES) {
                match day.zip(self.days.get(other).copied().flatten()) {
                    Some((a, b)) if days_between(a, b).abs() <= SAME_WEEKS => return true,
                    Some(_) => {}
                    None => {
                        shared.insert(name);
                    }
                }
            }
            if shared.len() > 1 {
                return true;
            }
        }
        false
    }
}

/// What is in both lists, which ascend.
fn common<'l>(a: &'l [usize], b: &'l [usize]) -> impl Iterator<Item = usize> + 'l {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().copied().filter(|one| long.binary_search(one).is_ok())
}
