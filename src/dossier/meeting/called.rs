//! A meeting in, what it is called out.
//!
//! **Why:** lists, pages, maps and files have to call one meeting by the same words: after its series and its number there,
//! after the event that it is, or after those who met.

use crate::library::Library;
use crate::links::Meeting;
use crate::text::sanitise::one_line;

/// What stands between those who met.
pub const BETWEEN: &str = " – ";

/// The name that a meeting has of its own, clean and on one line: `Lindholm talks, round 3`; the event that it is, where
/// nobody tells who met. `None` where it is called after those who met.
pub fn own_name(library: &Library, meeting: &Meeting) -> Option<String> {
    match (series(library, meeting), meeting.ordinal) {
        (Some(series), Some(number)) => Some(format!("{series}, round {number}")),
        (Some(series), None) => Some(series),
        (None, _) if !meeting.participants.is_empty() => None,
        (None, Some(number)) => Some(event(library, meeting).unwrap_or_else(|| format!("round {number}"))),
        (None, None) => Some(event(library, meeting).unwrap_or_else(|| meeting.kind.word().to_owned())),
    }
}

/// What a meeting is called, with so many of those who met at most: `Astrid Halvorsen – Demir Ilmaz`.
pub fn called(library: &Library, meeting: &Meeting, most: usize) -> String {
    own_name(library, meeting).unwrap_or_else(|| {
        let mut who: Vec<String> = meeting.participants.iter().take(most).map(|one| one_line(&one.name)).collect();
        let left = meeting.participants.len().saturating_sub(most);
        who.extend((left > 0).then(|| format!("{left} more")));
        who.join(BETWEEN) + &number(meeting)
    })
}

/// `, round 24` of a meeting that is numbered in no series: the same people meet for many of them.
pub fn number(meeting: &Meeting) -> String {
    let number = meeting.ordinal.filter(|_| !meeting.participants.is_empty());
    number.map_or_else(String::new, |number| format!(", round {number}"))
}

/// The series that it is a part of, clean and on one line.
pub fn series(library: &Library, meeting: &Meeting) -> Option<String> {
    let id = meeting.series.as_ref()?;
    library.connections.series.iter().find(|series| series.id == *id).map(|series| one_line(&series.name))
}

/// The name of the event that a meeting is, as one of its stories gives it.
fn event(library: &Library, meeting: &Meeting) -> Option<String> {
    meeting.mentions.iter().find_map(|at| {
        let event = library.mention(*at)?.event.as_ref()?;
        library.stories.get(at.story)?.name(event).map(|name| one_line(&name.name))
    })
}
