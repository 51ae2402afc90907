//! A meeting in, what it is called out.
//!
//! **Why:** lists, pages, maps and files have to call one meeting by the same words: after its series and its number there,
//! after the event that it is, or after those who met.

use crate::dossier::wording;
use crate::language::{ORDINALS, TENS};
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::MeetingKind;
use crate::text::sanitise::one_line;

/// What stands between those who met.
pub const BETWEEN: &str = " – ";
/// Stands for whom no story names; it is the same on every screen.
pub const UNNAMED: &str = "others";
/// Stands where no story names anybody, and there is no place to call the meeting after.
const NOBODY: &str = "not told who";

/// The name that a meeting has of its own, clean and on one line: `Lindholm talks, round 3`; the event that it is, where
/// nobody tells who met. `None` where it is called after those who met.
pub fn own_name(library: &Library, meeting: &Meeting) -> Option<String> {
    match (series(library, meeting), meeting.ordinal) {
        (Some(series), Some(number)) => Some(format!("{series}, round {number}")),
        (Some(series), None) => Some(series),
        // A numbered event is called after what is numbered, whoever of those who met is told.
        (None, Some(number)) if numbered_event(library, meeting).is_some() => {
            numbered_event(library, meeting).map(|event| nth(number, &event))
        }
        (None, _) if !meeting.participants.is_empty() => None,
        (None, Some(_)) if event(library, meeting).is_some() => event(library, meeting),
        (None, Some(_)) => numbered(meeting),
        // Where nobody is named, the place tells one talk from another.
        (None, None) => Some(event(library, meeting).unwrap_or_else(|| match &meeting.place {
            Some(place) => format!("{} in {}", meeting.kind.word(), one_line(&place.name)),
            None => format!("{}, {NOBODY}", meeting.kind.word()),
        })),
    }
}

/// What a meeting is called, with so many of those who met at most: `Astrid Halvorsen – Demir Ilmaz`.
pub fn called(library: &Library, meeting: &Meeting, most: usize) -> String {
    own_name(library, meeting).unwrap_or_else(|| {
        let mut who: Vec<String> = meeting.participants.iter().take(most).map(|one| one_line(&one.name)).collect();
        let left = meeting.participants.len().saturating_sub(most);
        who.extend((left > 0).then(|| format!("{left} more")));
        who.extend(is_half_told(meeting).then(|| UNNAMED.to_owned()));
        who.join(BETWEEN) + &number(meeting)
    })
}

/// Whether of those who met one only is told, though nobody meets alone. Whoever travels may.
pub fn is_half_told(meeting: &Meeting) -> bool {
    meeting.participants.len() == 1 && meeting.kind != MeetingKind::Visit
}

/// `, round 24` of a meeting that is numbered in no series: the same people meet for many of them.
pub fn number(meeting: &Meeting) -> String {
    let number = numbered(meeting).filter(|_| !meeting.participants.is_empty());
    number.map_or_else(String::new, |number| format!(", {number}"))
}

/// What sort of meeting it is, with its number: `round 24`, `6th summit`, `bilateral, round 3`.
pub fn kind(meeting: &Meeting) -> String {
    let kind = meeting.kind.word();
    match numbered(meeting) {
        Some(number) if number.contains(kind) => number,
        Some(number) => format!("{kind}, {number}"),
        None => kind.to_owned(),
    }
}

/// The same with the word that it is only probably a meeting, where it is: `probably bilateral`.
pub fn kind_with_doubt(meeting: &Meeting) -> String {
    if meeting.is_likely { format!("{} {}", wording::PROBABLY, kind(meeting)) } else { kind(meeting) }
}

/// `round 24`, `6th summit`; in a series all are rounds. `None` where no number is told. One number is told in one form.
pub fn numbered(meeting: &Meeting) -> Option<String> {
    let number = meeting.ordinal?;
    Some(match meeting.kind {
        _ if meeting.series.is_some() => format!("round {number}"),
        MeetingKind::Summit | MeetingKind::Conference => nth(number, meeting.kind.word()),
        _ => format!("round {number}"),
    })
}

/// `6th summit`; as it is where it begins with a number already, be it in figures, in words or a Roman one.
fn nth(number: u32, of: &str) -> String {
    let first = of.split([' ', '-']).next().unwrap_or_default();
    let is_word = ORDINALS.iter().any(|word| word.eq_ignore_ascii_case(first)) || of.contains('-') && is_tens(first);
    let is_roman = !first.is_empty() && first.chars().all(|letter| "IVXLC".contains(letter));
    if is_word || is_roman || of.starts_with(|first: char| first.is_ascii_digit()) {
        return of.to_owned();
    }
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending} {of}")
}

fn is_tens(word: &str) -> bool {
    TENS.iter().any(|tens| tens.eq_ignore_ascii_case(word))
}

/// The series that it is a part of, clean and on one line.
pub fn series(library: &Library, meeting: &Meeting) -> Option<String> {
    let id = meeting.series.as_ref()?;
    library.connections.series.iter().find(|series| series.id == *id).map(|series| one_line(&series.name))
}

/// The name of the event that a meeting is, where that is what its number counts: summits that are called after a town are not
/// counted by it.
fn numbered_event(library: &Library, meeting: &Meeting) -> Option<String> {
    let places = meeting.mentions.iter().filter_map(|at| library.mention(*at)?.place.as_ref());
    let places: Vec<String> = places.chain(&meeting.place).map(|place| place.name.to_lowercase()).collect();
    event(library, meeting).filter(|event| !places.iter().any(|place| event.to_lowercase().contains(place.as_str())))
}

/// The name of the event that a meeting is, as one of its stories gives it.
fn event(library: &Library, meeting: &Meeting) -> Option<String> {
    meeting.mentions.iter().find_map(|at| {
        let event = library.mention(*at)?.event.as_ref()?;
        library.stories.get(at.story)?.name(event).map(|name| one_line(&name.name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_event_is_called_by_its_number_and_never_by_two() {
        let told = [1, 2, 3, 6, 11, 12, 13, 21, 102, 111].map(|number| nth(number, "summit"));
        let expected = ["1st", "2nd", "3rd", "6th", "11th", "12th", "13th", "21st", "102nd", "111th"];
        assert_eq!(told, expected.map(|number| format!("{number} summit")));
        for name in ["6th Northern Forum", "Sixth Northern Forum", "Twenty-Sixth Northern Forum", "VI Northern Forum"] {
            assert_eq!(nth(6, name), name);
        }
        assert_eq!(nth(6, "Northern Forum"), "6th Northern Forum");
    }
}
