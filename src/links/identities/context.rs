//! What stands around a name: whether a person's stories and another story are likely to speak of the same people.
//!
//! Two stories are near where they are of the same weeks and share a name that is not in every story, or, where a day is
//! unknown, two such names. States and their peoples are in every story and say nothing.

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;

use super::Entry;
use crate::language::{Facts, NameKind, days_between};
use crate::meetings::Story;

/// Days within which two stories are of the same weeks.
const SAME_WEEKS: i32 = 30;
/// A name in more stories than these, and in more than a quarter of all, says nothing.
const RARE: usize = 8;
/// How many stories are looked at for one name.
const MOST_STORIES: usize = 64;

/// The telling names of every story, and its day.
pub(super) struct Surroundings<'s> {
    /// By story: the places of its telling names in `stories`.
    names: Vec<Vec<usize>>,
    days: Vec<Option<Date>>,
    /// For each telling name its stories, ascending.
    stories: Vec<&'s [usize]>,
}

impl<'s> Surroundings<'s> {
    pub(super) fn new(stories: &[Story], entries: &'s [Entry<'s>], facts: &Facts) -> Self {
        let mut names = vec![Vec::new(); stories.len()];
        let mut by_name = Vec::new();
        for entry in entries {
            let telling = entry.kind != NameKind::Group && facts.state(entry.id).is_none();
            if !telling || entry.stories.len() > RARE.max(stories.len() / 4) {
                continue;
            }
            for story in &entry.stories {
                // A story may name it twice, as things of two kinds.
                if let Some(names) = names.get_mut(*story).filter(|names| names.last() != Some(&by_name.len())) {
                    names.push(by_name.len());
                }
            }
            by_name.push(entry.stories.as_slice());
        }
        let day = |story: &Story| story.annotations.published.as_ref().map(|published| published.best);
        Self { names, days: stories.iter().map(day).collect(), stories: by_name }
    }

    /// The stories of a person, ascending, to be held against others.
    pub(super) fn around<'o>(&'o self, stories: &'o [usize]) -> Around<'o> {
        Around { surroundings: self, stories, shared: HashMap::new() }
    }
}

/// What stands around a person's stories.
pub(super) struct Around<'o> {
    surroundings: &'o Surroundings<'o>,
    stories: &'o [usize],
    /// By telling name: the first of the person's stories that have it, one more than are looked at. Stories of one affair ask
    /// for the same few names again and again.
    shared: HashMap<usize, Vec<usize>>,
}

impl Around<'_> {
    /// Whether any of the person's stories is near `story`. A story is not near itself.
    pub(super) fn is_near(&mut self, story: usize) -> bool {
        let Surroundings { names, days, stories } = self.surroundings;
        let day_of = |story: usize| days.get(story).copied().flatten();
        let mut shared = 0;
        for &name in names.get(story).into_iter().flatten() {
            let Some(stories) = stories.get(name) else { continue };
            let both = self.shared.entry(name);
            let both = both.or_insert_with(|| common(stories, self.stories).take(MOST_STORIES + 1).collect());
            let mut is_shared = false;
            for other in both.iter().filter(|other| **other != story).take(MOST_STORIES) {
                match day_of(story).zip(day_of(*other)) {
                    Some((a, b)) if days_between(a, b).abs() <= SAME_WEEKS => return true,
                    Some(_) => {}
                    None => is_shared = true,
                }
            }
            shared += usize::from(is_shared);
            if shared > 1 {
                return true;
            }
        }
        false
    }
}

impl Surroundings<'_> {
    /// Whether these two lists of stories (ascending) have one in common of the weeks of `story`, or of an unknown day.
    pub(super) fn share_story_of(&self, story: usize, one: &[usize], other: &[usize]) -> bool {
        let day = |story: usize| self.days.get(story).copied().flatten();
        let is_then = |shared: usize| {
            let days = day(story).zip(day(shared));
            shared != story && days.is_none_or(|(a, b)| days_between(a, b).abs() <= SAME_WEEKS)
        };
        common(one, other).take(MOST_STORIES).any(is_then)
    }
}

/// What is in both lists, which ascend.
fn common<'l>(a: &'l [usize], b: &'l [usize]) -> impl Iterator<Item = usize> + 'l {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().copied().filter(|one| long.binary_search(one).is_ok())
}
