//! What is laid over the screen, as lines that can be heard.
//!
//! **In:** an overlay, wrapped and in columns. **Out:** one line for each thing that it says, to be wrapped anew; without what
//! only explains how things look. **Why:** columns side by side are heard as one line after the other, which nobody can follow.

use super::said;
use crate::language::NameKind;
use crate::reader::model::overlay::{Line, Overlay};
use crate::text::letters::first_upper;

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reader) struct Said {
    /// Index of its first line in the overlay.
    pub(in crate::reader) first: usize,
    /// Its words.
    pub(in crate::reader) words: String,
}

/// Everything that is said.
pub(in crate::reader) fn lines(overlay: &Overlay) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    let mut is_open = false;
    for (first, line) in overlay.lines.iter().enumerate() {
        let words = match line {
            Line::Heading(words) => format!("Heading: {words}"),
            Line::File(words) => format!("File: {words}"),
            Line::Keys(keys, _, explained) => {
                let told = match keys.split_once(" … ") {
                    Some((first, last)) => format!("{} to {}", said::keys(&[first]), said::keys(&[last])),
                    None => said::keys(&keys.split("  ").collect::<Vec<_>>()),
                };
                format!("{told}: {explained}")
            }
            Line::Said(when, kind, _, words) => {
                format!("{}, {when}: {words}", first_upper(kind.word()))
            }
            Line::Legend(kinds) => {
                let words: Vec<&str> = kinds.iter().map(|kind| kind.kind.map_or("date", NameKind::word)).collect();
                format!("Kinds of names: {}", words.join(", "))
            }
            Line::Text(words) => words.clone(),
            Line::More(_, words) => {
                if let Some(last) = said.last_mut().filter(|_| is_open) {
                    let gap = if last.words.ends_with(' ') { "" } else { " " };
                    last.words = format!("{}{gap}{words}", last.words);
                }
                continue;
            }
            Line::Signs(_) | Line::Blank => {
                is_open = false;
                continue;
            }
        };
        is_open = true;
        said.push(Said { first, words });
    }
    said
}
