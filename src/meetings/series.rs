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

/// For each sentence the series that a round told in it is one of: the one named there, else the one that the article
/// named last before.
pub(super) fn of_rounds(scene: &Scene<'_>) -> Vec<Option<SeriesId>> {
    let named = |row: &Row<'_>| {
        let series = row.events.iter().find(|event| event.id.as_str().ends_with("-process"));
        series.map(|event| SeriesId::new(event.id.as_str()))
    };
    let mut last: Option<SeriesId> = None;
    let of_row = |row: &Row<'_>| {
        let here = named(row).or_else(|| last.clone());
        if row.is_story {
            last.clone_from(&here);
        }
        here
    };
    scene.rows.iter().map(of_row).collect()
}
