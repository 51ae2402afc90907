//! A change to what was done with a story, and the way back.
//!
//! **In:** what the reader knew and what it is to be. **Out:** what is kept, changed. **Why:** another reader may have written
//! meanwhile: tags and notes of both stay, as far as neither takes away what the other wrote.

use rusqlite::{Connection, params};

use super::own::{Kept, ReadUpTo};

/// Between the tags of a story, in the file.
const BETWEEN_TAGS: char = '\n';

/// A change to what was done with one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Whether it was read.
    Read(bool),
    /// Whether it has a star.
    Starred(bool),
    /// Its tags.
    Tags {
        /// Those that the reader knew.
        known: Vec<String>,
        /// Those that stand in their place.
        now: Vec<String>,
    },
    /// Its note; empty for none.
    Note {
        /// What the reader knew.
        known: String,
        /// What stands in its place.
        now: String,
    },
    /// How far it was read.
    UpTo(Option<ReadUpTo>),
}

impl Change {
    pub(super) fn write(&self, connection: &Connection, file: &str) -> Result<(), rusqlite::Error> {
        let there = |column: &str| -> Result<String, rusqlite::Error> {
            connection.query_row(&format!("SELECT {column} FROM story WHERE file = ?1"), [file], |row| row.get(0))
        };
        match self {
            Self::Read(read) => {
                connection.execute("UPDATE story SET read = ?2, marked = 1 WHERE file = ?1", params![file, read])
            }
            Self::Starred(starred) => {
                connection.execute("UPDATE story SET starred = ?2 WHERE file = ?1", params![file, starred])
            }
            Self::Tags { known, now } => {
                let there: Vec<String> = tags_in(&there("tags")?).map(str::to_owned).collect();
                let tags = tagged(&there, known, now).join(&BETWEEN_TAGS.to_string());
                connection.execute("UPDATE story SET tags = ?2 WHERE file = ?1", params![file, tags])
            }
            Self::Note { known, now } => {
                let note = noted(&there("note")?, known, now);
                connection.execute("UPDATE story SET note = ?2 WHERE file = ?1", params![file, note])
            }
            Self::UpTo(place) => connection.execute(
                "UPDATE story SET in_title = ?2, offset = ?3, above = ?4 WHERE file = ?1",
                params![
                    file,
                    place.map(|place| place.in_title),
                    place.map(|place| i64::try_from(place.offset).unwrap_or(i64::MAX)),
                    place.map(|place| i64::try_from(place.above).unwrap_or(i64::MAX)),
                ],
            ),
        }
        .map(|_| ())
    }

    /// The change made.
    pub fn apply(&self, kept: &mut Kept) {
        match self {
            Self::Read(read) => (kept.own.read, kept.is_marked) = (*read, true),
            Self::Starred(starred) => kept.own.starred = *starred,
            Self::Tags { known, now } => kept.own.tags = tagged(&kept.own.tags, known, now),
            Self::Note { known, now } => kept.own.note = noted(&kept.own.note, known, now),
            Self::UpTo(place) => kept.up_to = *place,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn undone(&self, before: &Kept) -> Self {
        let own = &before.own;
        match self {
            Self::Read(_) => Self::Read(own.read),
            Self::Starred(_) => Self::Starred(own.starred),
            Self::Tags { known, now } => Self::Tags { known: tagged(&own.tags, known, now), now: own.tags.clone() },
            Self::Note { known, now } => Self::Note { known: noted(&own.note, known, now), now: own.note.clone() },
            Self::UpTo(_) => Self::UpTo(before.up_to),
        }
    }
}

/// The tags in a field of the file.
pub(super) fn tags_in(field: &str) -> impl Iterator<Item = &str> {
    field.split(BETWEEN_TAGS).filter(|tag| !tag.is_empty())
}

/// The tags that are there, without those that were taken away and with those that were added, ascending.
fn tagged(there: &[String], known: &[String], now: &[String]) -> Vec<String> {
    if there == known {
        return now.to_vec();
    }
    let stays = |tag: &&String| now.contains(tag) || !known.contains(tag);
    let added = now.iter().filter(|tag| !known.contains(tag));
    let mut tags: Vec<String> = there.iter().filter(stays).chain(added).cloned().collect();
    tags.sort();
    tags.dedup();
    tags
}

/// The note that is there, with the new words in the place of those that were known; what another reader wrote stays above them.
fn noted(there: &str, known: &str, now: &str) -> String {
    if there == known || there.is_empty() || there == now {
        return now.to_owned();
    }
    if let Some((above, below)) = lines_around(there, known) {
        let lines = [above, now, below].map(|lines| lines.trim_matches('\n')).into_iter();
        return lines.filter(|lines| !lines.is_empty()).collect::<Vec<_>>().join("\n");
    }
    if now.is_empty() { there.to_owned() } else { format!("{there}\n{now}") }
}

/// What stands above and below these lines in a note that holds them as whole lines.
fn lines_around<'n>(note: &'n str, lines: &str) -> Option<(&'n str, &'n str)> {
    let mut places = note.match_indices(lines).filter(|_| !lines.is_empty());
    places.find_map(|(at, _)| {
        let (above, rest) = note.split_at_checked(at)?;
        let below = rest.get(lines.len()..)?;
        let is_whole = (above.is_empty() || above.ends_with('\n')) && (below.is_empty() || below.starts_with('\n'));
        is_whole.then_some((above, below))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tags: &str) -> Vec<String> {
        tags.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_note_takes_the_place_of_its_own_lines_only_and_of_no_part_of_a_word() {
        assert_eq!(noted("look again", "ok", "done"), "look again\ndone");
        assert_eq!(noted("theirs\nmine", "mine", "mine, longer"), "theirs\nmine, longer");
        assert_eq!(noted("mine\ntheirs", "mine", ""), "theirs");
        assert_eq!(noted("mine", "mine", "new"), "new");
    }

    #[test]
    fn tags_that_another_reader_gave_stay_and_those_it_took_do_not_come_back() {
        let told = |there: &str, known: &str, now: &str| tagged(&words(there), &words(known), &words(now)).join(" ");
        assert_eq!(told("a b", "a b", "b c"), "b c");
        assert_eq!(told("second", "", "first"), "first second");
        assert_eq!(told("a b x", "a b", "b"), "b x");
        assert_eq!(told("b", "a b", "a b c"), "b c");
        assert_eq!(told("x", "x y", "x"), "x");
    }

    #[test]
    fn a_note_that_another_reader_wrote_is_not_lost() {
        assert_eq!(noted("old", "old", "new"), "new");
        assert_eq!(noted("theirs", "", "mine"), "theirs\nmine");
        assert_eq!(noted("theirs", "", ""), "theirs");
        assert_eq!(noted("mine\ntheirs", "mine", "mine again"), "mine again\ntheirs");
        assert_eq!(noted("theirs\nmine", "mine", ""), "theirs", "taken back, theirs stays");
        assert_eq!(noted("", "mine", "mine again"), "mine again");
    }
}
