//! The text of the file in, the same text with one entry more, one less, or one thing noted out.
//!
//! **Why:** the file is its owner's. Their comments, their order and their blank lines stay as they are, byte for byte;
//! only the lines of the entry that is meant are touched.

use super::parse::placed;
use super::{Entry, What};
use crate::library::by_hand::Fault;

/// What a new file begins with.
pub(super) const HEADER: &str = "\
# What you corrected in Dateline. Each entry wins over what the stories let the program find; none changes an article.
# Edit, move and delete entries as you like, and keep the file under version control: it is read at every start, and
# `dateline config check` tells what is wrong in it. The reader adds entries at the end (press e) and lists them (E).
#
#   [[same-name]]         names = [\"Vladimir Putin\", \"Wladimir Putin\"]   one and the same; the first is how to write it
#   [[not-same-name]]     name = \"John Smith\", words = [\"J. Smith\"]      these mentions are someone else
#   [[rename]]            name = \"Kiev\", to = \"Kyiv\"
#   [[kind]]              name = \"Kremlin Cup\", kind = \"event\"           person, organisation, place, group, event, document
#   [[never-a-name]]      words = [\"Key Points\"]
#   [[same-meeting]]      tellings = [{ story = \"a.txt\", words = \"…\" }, { story = \"b.txt\", words = \"…\" }]
#   [[not-same-meeting]]  telling = { story = \"a.txt\", words = \"…\" }, others = [{ story = \"b.txt\", words = \"…\" }]
#   [[meeting-date]]      telling = { story = \"a.txt\", words = \"…\" }, on = 2017-11-20
#   [[story-date]]        story = \"a.txt\", title = \"…\", day = 2017-11-21
#
# Each key stands on a line of its own. With story = \"a.txt\" an entry about a name holds in that story only. Of two entries
# that contradict each other the later one counts. made and changed say when an entry was made, and what it changed then.
";

/// The text with an entry at its end.
pub(super) fn with(text: &str, entry: &Entry) -> String {
    let text = if text.is_empty() { HEADER } else { text };
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{end}\n{}", entry.toml())
}

/// The text without the last entry that says this; `None` where none does.
pub(super) fn without(text: &str, what: &What) -> Option<String> {
    let (entries, _) = placed(text);
    let found = entries.into_iter().rfind(|placed| placed.entry.what == *what)?;
    let start = line_start(text, found.at.start);
    let end = line_end(text, found.at.end);
    let before = text.get(..start)?;
    // The comment that the program wrote, and the blank line before it; a comment of anyone else stays.
    let comment = format!("{}\n", found.entry.comment());
    let before = before.strip_suffix(comment.as_str()).unwrap_or(before);
    let before = before.strip_suffix("\n\n").map_or_else(|| before.to_owned(), |kept| format!("{kept}\n"));
    Some(format!("{before}{}", text.get(end..)?))
}

/// The text in which the last entry that says this tells what it changed.
pub(super) fn noting(text: &str, what: &What, changed: &str) -> Option<String> {
    let (entries, _) = placed(text);
    let found = entries.into_iter().rfind(|placed| placed.entry.what == *what)?;
    let entry = Entry { what: what.clone(), made: None, changed: Some(changed.to_owned()) };
    let toml = entry.toml();
    let line = toml.lines().last()?;
    if let Some(at) = found.changed_at {
        let value = line.split_once('=')?.1.trim_start();
        return Some(format!("{}{value}{}", text.get(..at.start)?, text.get(at.end..)?));
    }
    let end = line_end(text, found.at.end);
    let before = text.get(..end)?;
    let break_before = if before.ends_with('\n') { "" } else { "\n" };
    Some(format!("{before}{break_before}{line}\n{}", text.get(end..)?))
}

/// The first mistake of a text that keeps it from being read as a whole: writing into it could make things worse.
pub(super) fn broken(text: &str) -> Option<Fault> {
    crate::library::by_hand::table(text).err()
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Behind the line break of the line that holds `at`.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}
