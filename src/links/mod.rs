//! All stories in; the meetings, series and links that join them out.
//!
//! **In:** every [`Story`](crate::meetings::Story) of a library.
//! **Out:** [`Connections`]: who is who across articles, [`Meeting`]s (clusters of mentions), [`Series`], and
//! [`Link`]s between stories, each with its reasons.
//! **Why:** this is what Dateline is for: two outlets, one meeting, and the reason in plain sight.

mod types;

pub use types::{Connections, Entity, Link, LinkTarget, Meeting, MentionRef, Reason, Series, Tier};
