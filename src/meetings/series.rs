//! Series of meetings: `the Astana talks`, which are not themselves a meeting.

use super::scene::{Row, Scene};
use super::triggers::Trigger;
use super::types::{MeetingKind, SeriesId, SeriesMention};

/// The series that the article names, with the words that do.
pub(super) fn collect(scene: &Scene<'_>) -> Vec<SeriesMention> {
    let mut series: Vec<SeriesMention> = Vec::new();
    for row in scene.rows.iter().filter(|row| row.is_story) {
        for event in row.events.iter().filter(|event| event.id.as_str().ends_with("-process")) {
            let evidence = row.line.passage(event.tokens.clone());
            match series.iter_mut().find(|known| known.id.as_str() == event.id.as_str()) {
                Some(known) => known.evidence.push(evidence),
                None => series.push(SeriesMention {
                    id: SeriesId::new(event.id.as_str()),
                    name: event.name.clone(),
                    evidence: vec![evidence],
                }),
            }
        }
    }
    series
}

/// Whether the trigger is part of a series' own name: `the Astana talks` are not one meeting.
pub(super) fn is_named_by(row: &Row<'_>, trigger: &Trigger) -> bool {
    let mut events = row.events_at(trigger.tokens.start);
    trigger.kind != MeetingKind::Round && events.any(|event| event.id.as_str().ends_with("-process"))
}

/// The series that a round is one of: the one named in its sentence, else the one that the article named last before.
pub(super) fn of_round(scene: &Scene<'_>, row: &Row<'_>, trigger: &Trigger) -> Option<SeriesId> {
    if trigger.kind != MeetingKind::Round {
        return None;
    }
    let named = |row: &Row<'_>| {
        row.events
            .iter()
            .find(|event| event.id.as_str().ends_with("-process"))
            .map(|event| SeriesId::new(event.id.as_str()))
    };
    let before = scene.rows.iter().filter(|other| other.is_story && other.line.whole() < row.line.whole());
    named(row).or_else(|| before.rev().find_map(named))
}
