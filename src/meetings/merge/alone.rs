//! Meetings of which one side alone is named: a visit, a speech at a conference.
//!
//! **In:** a meeting in the making, and the others of its story. **Out:** whether one participant is enough. **Why:** who
//! goes somewhere in office or speaks at a gathering meets somebody there, whom many stories never name; who merely
//! travels or listens does not.

use super::{Draft, MOST_COMPARED, exact};
use crate::language::{EntityId, NameKind};
use crate::meetings::candidates::Candidate;
use crate::meetings::types::{MeetingKind, Participant};

/// `The envoy visited Oslo`, `The minister addressed the congress`: told by the one who came in office. A journey within
/// one's own state is none.
pub(super) fn is_told_alone(known: &Candidate) -> bool {
    let in_office = |one: &Participant| one.kind == NameKind::Person && (known.is_official || !one.acts_for.is_empty());
    let at_home = |one: &Participant| known.state_of_place.as_ref().is_some_and(|state| one.acts_for.contains(state));
    let visit = known.kind == MeetingKind::Visit
        && known.place.is_some()
        && matches!(known.participants.as_slice(), [one] if in_office(one) && !at_home(one));
    let gathering = matches!(known.kind, MeetingKind::Summit | MeetingKind::Conference);
    visit || known.is_joined && gathering && known.participants.iter().any(in_office)
}

/// Whether a meeting may be told without the name of anybody.
pub(super) fn is_without_names(known: &Candidate) -> bool {
    are_two_unnamed(known) || is_of_a_joint_body(known)
}

/// `A call between the two ministers on Tuesday`, `The government and the rebels met on Monday`: two, whom the story may never
/// name, on a day of their own.
fn are_two_unnamed(known: &Candidate) -> bool {
    let dated = known.when.is_some_and(|when| when.passage.is_some() && exact(when));
    let no_one = |one: &Participant| one.kind == NameKind::Place && one.role.is_some();
    let unnamed = known.participants.len() < 2 && known.participants.iter().all(no_one);
    let two = known.points_back && unnamed && known.sides == Some(2);
    two && dated && !known.is_weak && !known.is_vague
}

/// How many words of the name of a body are looked at.
const MOST_WORDS: usize = 16;
/// What bodies are called in which two sides sit …
const JOINT: &[&str] = &["Joint", "Mixed", "Trilateral", "Bilateral", "Tripartite", "Intergovernmental", "Binational"];
/// … and those of which one state or one house has several branches sit together.
const OF_ONE_HOUSE: &[&str] = &[
    "Chiefs",
    "Staff",
    "Select",
    "Standing",
    "Congressional",
    "Parliamentary",
    "Legislative",
    "Taxation",
    "Intelligence",
];

/// `The Joint Border Commission met in Oslo on Monday`: a body in which two sides sit, told by its name alone.
fn is_of_a_joint_body(known: &Candidate) -> bool {
    let joint = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().take(MOST_WORDS).collect();
        let first = words.first().is_some_and(|first| JOINT.contains(first));
        let commission = words.iter().skip(1).any(|word| ["Commission", "Council"].contains(word));
        // "The Joint Committee on Pensions" is one of a parliament.
        let sits = commission || words.len() > 2 && words.last() == Some(&"Committee");
        first && sits && !words.iter().any(|word| OF_ONE_HOUSE.contains(word))
    };
    let body = |one: &Participant| one.kind == NameKind::Organisation && joint(&one.name);
    let dated = known.when.is_some_and(|when| when.passage.is_some() && exact(when));
    matches!(known.participants.as_slice(), [one] if body(one)) && dated && known.place.is_some() && !known.is_weak
}

/// `the ministers of the union met`, `the trilateral summit in Oslo on Monday`: of more than are named. Told by the number of its sides, its
/// day and its place, no other can be meant.
pub(super) fn is_of_several_sides(known: &Candidate) -> bool {
    let dated = known.when.is_some_and(|when| when.passage.is_some());
    let several = known.sides.is_some_and(|sides| sides > 2);
    let counted = several && dated && known.place.is_some() && !known.points_back && !known.is_weak;
    counted || known.is_many && (known.when.is_some() || known.place.is_some())
}

/// `The actor told a conference on Monday`: one person who spoke at a gathering without a name, which for those who hold no
/// office is no meeting.
pub(super) fn is_a_speech(known: &Candidate) -> bool {
    let alone = matches!(known.participants.as_slice(), [one] if one.kind == NameKind::Person);
    known.is_joined && alone && known.event.is_none() && !known.is_many && !is_told_alone(known)
}

/// Whether a draft is the visit of someone whose stay is told meeting by meeting (`received`).
pub(super) fn is_a_stay_told(draft: &Draft, received: &[EntityId]) -> bool {
    draft.known.kind == MeetingKind::Visit
        && matches!(draft.known.participants.as_slice(), [one] if received.contains(&one.id))
}

/// Whose stay is told by whom they met, and on which day: their visit is no meeting beside these.
pub(super) fn received_there(drafts: &[Draft]) -> Vec<EntityId> {
    let told = |draft: &&Draft| {
        let known = &draft.known;
        known.kind != MeetingKind::Visit
            && known.participants.len() > 1
            && known.when.is_some_and(|when| when.passage.is_some() && exact(when))
    };
    drafts
        .iter()
        .filter(told)
        .take(MOST_COMPARED)
        .flat_map(|draft| draft.known.participants.iter().map(|one| one.id.clone()))
        .collect()
}

/// Whether two people and nobody else took part.
pub(super) fn are_two_people(participants: &[Participant]) -> bool {
    participants.len() == 2 && participants.iter().all(|one| one.kind == NameKind::Person)
}
