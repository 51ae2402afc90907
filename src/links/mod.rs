//! All stories in; the meetings, series and links that join them out.
//!
//! **In:** every [`Story`] of a library.
//! **Out:** [`Connections`]: who is who across articles, [`Meeting`]s (clusters of mentions), [`Series`], and
//! [`Link`]s between stories, each with its reasons.
//! **Why:** this is what Dateline is for: two outlets, one meeting, and the reason in plain sight.
//!
//! The way: whoever several stories name gets one identity (`identities`); stories without a day take one from their
//! neighbours (`dating`); what a story told before that is kept (`own_readings`). Tellings that share people, a round, an
//! event or place and week (`blocks`) are compared (`compare`: `sides` tells who is who, `vetoes` what decides, `features` (of places: `place`) what is weighed with the table of `weights`,
//! `reasons` says it in words) and joined (`cluster`, and what is told by half: `half_told`); what other stories tell of them only in passing is heard (`echoes`);
//! each cluster becomes a meeting (`assemble`), whose `record` says each thing as exactly as any story does; numbered rounds are
//! grouped into series (`rounds`), and what single tellings leave open is told by the others (`completion`). What is known of any
//! two stories together is told by [`explain`].

mod allegiance;
mod around;
mod assemble;
mod background;
mod blocks;
mod cluster;
mod compare;
mod completion;
mod corrections;
mod dating;
mod days;
mod echoes;
mod entities;
mod explain;
mod features;
mod half_told;
mod identities;
mod introduced;
mod own_readings;
mod place;
mod progress;
mod reasons;
mod record;
mod rounds;
mod sides;
mod standing;
mod sureness;
mod telling;
mod tellings;
#[cfg(test)]
mod tests;
mod topic;
#[cfg(feature = "training")]
pub(crate) mod training;
mod types;
mod vetoes;
mod weights;

pub use corrections::{Decisions, Gone, Heeded, MeetingCorrection, Quote, standing};
pub use explain::explain;
pub use own_readings::OwnReadings;
pub use place::is_told_as_house;
pub use progress::{Reached, Report, STEPS};
pub use reasons::spelled_list;
pub use standing::Standing;
pub use sureness::surest;
pub use types::{
    Completion, Connections, Entity, Explanation, Link, LinkTarget, Meeting, MentionRef, Reason, Series, Tier, Verdict,
};
pub use vetoes::is_put_off;

use crate::language::Facts;
use crate::meetings::Story;
use progress::Counted;
use tellings::Tellings;

/// A report that nobody hears.
const UNTOLD: Report<'static> = &|_| {};

/// Joins the stories of a library. Stories that do not tell their own day may be read again with a neighbour's, which
/// is why they are taken mutably; their order stays.
///
/// What a story tells only in passing is added to its meetings; stories may have been connected before.
pub fn connect(stories: &mut [Story], facts: &Facts) -> Connections {
    connect_corrected(stories, facts, &[])
}

/// The same with what a reader corrects of it, which counts for more than whatever the stories tell.
pub fn connect_corrected(stories: &mut [Story], facts: &Facts, corrections: &[MeetingCorrection]) -> Connections {
    connect_keeping(stories, facts, corrections, UNTOLD).0
}

/// The same, with what each story told by itself before others changed it; `report` is told how far it has come.
pub fn connect_keeping(
    stories: &mut [Story],
    facts: &Facts,
    corrections: &[MeetingCorrection],
    report: Report<'_>,
) -> (Connections, OwnReadings) {
    echoes::remove(stories);
    corrections::give_back(stories);
    let mut own = OwnReadings::of(stories.len());
    corrections::date(stories, corrections);
    settle(stories, facts, &mut own, report);
    report(Reached { steps: 1, inside: None });
    (join_settled(stories, facts, corrections, report), own)
}

/// Joins stories anew that were connected before, by other corrections of which tellings are of one meeting: whoever is who in
/// them, and every day that they tell, must be what [`connect_corrected`] would settle now.
pub fn rejoin(stories: &mut [Story], facts: &Facts, corrections: &[MeetingCorrection]) -> Connections {
    echoes::remove(stories);
    corrections::give_back(stories);
    join_settled(stories, facts, corrections, UNTOLD)
}

fn join_settled(
    stories: &mut [Story],
    facts: &Facts,
    corrections: &[MeetingCorrection],
    report: Report<'_>,
) -> Connections {
    corrections::deny(stories, corrections);
    // What is one meeting by what is told is put on its corrected day as a whole. Some stories were read again meanwhile.
    let dated = corrections::date_meetings(stories, corrections);
    let heard = Counted::new(report, 1, stories.len());
    let clusters = echoes::add(stories, facts, corrections, &dated, &heard);
    report(Reached { steps: 2, inside: None });
    assemble::assemble(stories, &clusters, Decisions::of(stories, corrections))
}

/// The last step of [`connect`] alone, on stories whose people and days it has settled and whose echoes it has heard: what
/// [`connect`] found last.
pub fn join(stories: &[Story]) -> Connections {
    let clusters = assemble::clusters(&Tellings::of(stories).plain(), &Decisions::default(), &[]);
    assemble::assemble(stories, &clusters, Decisions::default())
}

/// Settles who is who across stories and when stories were published, before their meetings are compared.
fn settle(stories: &mut [Story], facts: &Facts, own: &mut OwnReadings, report: Report<'_>) {
    let undated = dating::undated(stories);
    let identities = identities::Identities::of(stories, facts);
    identities.apply_all(stories, own);
    let read = Counted::new(report, 0, undated.len());
    dating::date_by_neighbours(&undated, stories, own, (&identities, facts), &read);
    allegiance::fill(stories, facts, own);
}
