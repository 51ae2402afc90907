//! A hit in, what it is worth out.
//!
//! **Why:** all stories are put in one order, whatever was found in each, and where.

use crate::search::haystack::Rating;

/// A field of a story, in the order in which a hit in it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Name,
    Outlet,
    Title,
}

/// The steps lie further apart than the matcher's own scores reach.
const STEP: i64 = 100_000;
/// What each place of a phrase is worth, up to [`OFTEN`] of them.
pub(super) const PLACE: i64 = 16;
/// A shorter phrase, in bytes, is only begun. Half of all words begin with one of a few letters; to count them says nothing of
/// a text and takes longer than anything else.
pub(super) const COUNTED: usize = 3;
/// A text that says a phrase more often is not more about it.
pub(super) const OFTEN: usize = 50;

/// What a hit is worth: letters side by side before letters apart, then the title before outlet and names, then the
/// matcher's own score.
pub(super) fn rank(field: Field, rating: Rating) -> i64 {
    let field = match field {
        Field::Title => 2,
        Field::Outlet => 1,
        Field::Name => 0,
    };
    STEP * (field + if rating.together { 3 } else { 0 }) + rating.score
}
