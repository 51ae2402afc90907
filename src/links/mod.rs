//! All stories in; the meetings, series and links that join them out.
//!
//! **In:** every [`Story`] of a library.
//! **Out:** [`Connections`]: who is who across articles, [`Meeting`]s (clusters of mentions), [`Series`], and
//! [`Link`]s between stories, each with its reasons.
//! **Why:** this is what Dateline is for: two outlets, one meeting, and the reason in plain sight.
//!
//! The way: whoever several stories name gets one identity (`identities`); stories without a day take one from their neighbours (`dating`); tellings that share people are
//! compared (`compare`, with the weights of `weights`) and joined (`cluster`); each cluster becomes a meeting
//! (`assemble`). What is known of any two stories together is told by [`explain`].

mod assemble;
mod cluster;
mod compare;
mod dating;
mod explain;
mod identities;
#[cfg(test)]
mod tests;
mod types;
mod weights;

pub use explain::explain;
pub use types::{
    Connections, Entity, Explanation, Link, LinkTarget, Meeting, MentionRef, Reason, Series, Tier, Verdict,
};

use crate::language::Facts;
use crate::meetings::Story;

/// Joins the stories of a library. Stories that do not tell their own day may be read again with a neighbour's, which
/// is why they are taken mutably; their order stays.
pub fn connect(stories: &mut [Story], facts: &Facts) -> Connections {
    let undated = dating::undated(stories);
    let identities = identities::Identities::of(stories, facts);
    identities.apply_all(stories);
    dating::date_by_neighbours(undated, stories, &identities, facts);
    assemble::assemble(stories)
}
