//! What answers a query in one story in, how well it does and which letters to light out.

use super::asked::{Answer, Asked};
use super::{Match, SearchedName};
use crate::search::haystack::Hit;

/// A field of a story, in the order in which a hit in it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Name,
    Outlet,
    Title,
}

/// One word's best hits in one story.
pub(super) struct WordHits<'a> {
    pub(super) rank: i64,
    pub(super) best: Field,
    pub(super) title: Option<Hit>,
    pub(super) outlet: Option<&'a Hit>,
    /// The name, by its index, and the hit in it.
    pub(super) name: Option<(usize, &'a Hit)>,
}

/// The steps lie further apart than the matcher's own scores reach.
const STEP: i64 = 100_000;
/// What each place of a phrase is worth, up to [`OFTEN`] of them.
const PLACE: i64 = 16;
/// A shorter phrase, in bytes, is only begun. Half of all words begin with one of a few letters; to count them says nothing of
/// a text and takes longer than anything else.
pub(super) const COUNTED: usize = 3;
/// A text that says a phrase more often is not more about it.
pub(super) const OFTEN: usize = 50;

/// What a hit is worth: letters side by side before letters apart, then the title before outlet and names, then the
/// matcher's own score.
pub(super) fn rank(field: Field, hit: &Hit) -> i64 {
    let field = match field {
        Field::Title => 2,
        Field::Outlet => 1,
        Field::Name => 0,
    };
    STEP * (field + if hit.together { 3 } else { 0 }) + hit.score
}

/// Puts the answers to all terms together.
pub(super) fn gather(story: usize, answers: Vec<Answer<'_>>, asked: &Asked<'_>, names: &[SearchedName]) -> Match {
    let mut found = Match { story, ..Match::default() };
    let mut best_name: Option<(i64, usize)> = None;
    for answer in answers {
        let hit = match answer {
            Answer::Word(hit) => hit,
            Answer::Phrase(often) => {
                found.score += PLACE * i64::try_from(often.min(OFTEN)).unwrap_or_default();
                continue;
            }
            Answer::Field => continue,
        };
        found.score += hit.rank;
        let title = hit.title.filter(|title| title.together || hit.best == Field::Title);
        match title {
            // One word, as most queries are: no need to copy.
            Some(title) if found.title.is_empty() => found.title = title.offsets,
            Some(title) => found.title.extend(title.offsets),
            None => {}
        }
        found.outlet.extend(shown(hit.outlet, hit.best == Field::Outlet));
        if let Some((name, hit)) = hit.name.filter(|(_, name)| name.together || hit.best == Field::Name) {
            let rank = rank(Field::Name, hit);
            if best_name.is_none_or(|(best, _)| rank > best) {
                best_name = Some((rank, name));
            }
        }
    }
    for offsets in [&mut found.title, &mut found.outlet] {
        offsets.sort_unstable();
        offsets.dedup();
    }
    found.name = best_name.and_then(|(_, name)| {
        let hits: Vec<&Hit> = asked.hits_in(name).collect();
        Some((names.get(name)?.spelled.clone(), lit(&hits)))
    });
    found
}

/// The letters of a name that any of the words found in it.
fn lit(hits: &[&Hit]) -> Vec<usize> {
    let together = hits.iter().any(|hit| hit.together);
    let shown = hits.iter().filter(|hit| hit.together || !together);
    let mut offsets = shown.map(|hit| hit.offsets.as_slice()).collect::<Vec<_>>().concat();
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

/// The letters to show: those of the field that decided, and whole runs in any other.
fn shown(hit: Option<&Hit>, decided: bool) -> impl Iterator<Item = usize> {
    hit.filter(|hit| decided || hit.together).into_iter().flat_map(|hit| hit.offsets.iter().copied())
}
