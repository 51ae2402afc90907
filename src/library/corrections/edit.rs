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
#   [[no-meeting]]        tellings = [{ story = \"a.txt\", words = \"…\" }]                       what is told there is none
#   [[meeting-date]]      telling = { story = \"a.txt\", words = \"…\" }, on = 2017-11-20
#   [[story-date]]        story = \"a.txt\", title = \"…\", day = 2017-11-21
#
# Each key stands on a line of its own. With story = \"a.txt\" an entry about a name holds in that story only. Of two entries
# that contradict each other the later one counts. made and changed say when an entry was made, and what it changed then.
";

/// The text with an entry at its end, and `words` in the comment before it.
pub(super) fn with(text: &str, entry: &Entry, words: &str) -> String {
    let text = if text.is_empty() { HEADER } else { text };
    // A blank line before it; where the last line had no end, none: so it is known again that it had none.
    format!("{text}\n{}", entry.toml(words))
}

/// The text without the last entry that says this and the comment before it that says `words`, and what was taken out; `None`
/// where none does.
pub(super) fn without(text: &str, what: &What, words: &str) -> Option<(String, TakenOut)> {
    let (entries, _) = placed(text);
    let number = entries.iter().rposition(|placed| placed.entry.what == *what)?;
    let found = entries.get(number)?;
    let end = line_end(text, found.at.end);
    let before = text.get(..line_start(text, found.at.start))?;
    // The comment that the program wrote, and the blank line before it; a comment of anyone else stays.
    let comments = [words, &what.words()].map(|words| found.entry.comment(words));
    let dated = found.entry.made.map(|_| found.entry.comment(""));
    let is_comment = |line: &&str| {
        // Titles and outlets may be others today than when it was written; the day is that of the entry.
        dated.as_ref().is_some_and(|dated| line.starts_with(dated.as_str()))
            || comments.iter().any(|comment| line.trim_end_matches(['\r', '\n']) == comment)
    };
    let own = before.split_inclusive('\n').next_back().filter(is_comment);
    let before = own.map_or(before, |own| before.strip_suffix(own).unwrap_or(before));
    let blank = ["\r\n\r\n", "\n\n"].into_iter().find(|blank| before.ends_with(blank));
    let is_last = end == text.len() && own.is_some() && blank.is_none();
    let line = ["\r\n", "\n"].into_iter().find(|line| is_last && before.len() > line.len() && before.ends_with(line));
    let start = before.len() - blank.map_or(0, |blank| blank.len() / 2) - line.map_or(0, str::len);
    let neighbour = |number: Option<usize>| number.and_then(|number| entries.get(number));
    let previous = neighbour(number.checked_sub(1)).map_or(0, |placed| line_start(text, placed.at.start));
    let next = neighbour(Some(number + 1)).map_or(text.len(), |placed| line_end(text, placed.at.end));
    let left = format!("{}{}", text.get(..start)?, text.get(end..)?);
    let taken = TakenOut {
        entry: found.entry.clone(),
        text: text.get(start..end)?.to_owned(),
        before: text.get(previous.min(start)..start)?.to_owned(),
        after: text.get(end..next)?.to_owned(),
        at: start,
        left: left.clone(),
    };
    Some((left, taken))
}

/// What was taken out of the file, to be put back as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOut {
    /// The entry.
    pub entry: Entry,
    /// Its bytes, with the comments in it.
    text: String,
    /// What stood before it, from the beginning of the entry before it on, and behind it, up to the end of the next one.
    before: String,
    after: String,
    /// Where it stood, in bytes, and the whole file without it.
    at: usize,
    left: String,
}

/// The text with what was taken out where it stood, and which of the entries it is then; `None` where neither neighbour is
/// as it was.
pub(super) fn back(text: &str, taken: &TakenOut) -> Option<(String, usize)> {
    let TakenOut { before, after, left, .. } = taken;
    // Nothing but the place tells where the only entry of a file stood, or one of two that are the same.
    let is_as_left = text == left || (!left.trim().is_empty() && text.starts_with(left.as_str()));
    // Where these words stand, once and no oftener.
    let only = |words: &str| {
        let mut places = text.match_indices(words).map(|(at, _)| at).filter(|_| !words.is_empty());
        places.next().filter(|_| places.next().is_none())
    };
    let between = only(&format!("{before}{after}")).or_else(|| only(before)).map(|at| at + before.len());
    let at = is_as_left.then_some(taken.at).or(between).or_else(|| only(after))?;
    let number = placed(text).0.iter().filter(|placed| placed.at.start < at).count();
    Some((format!("{}{}{}", text.get(..at)?, taken.text, text.get(at..)?), number))
}

/// The text with what was taken out at its end, as it was written, with the comments in it.
pub(super) fn at_end(text: &str, taken: &TakenOut) -> String {
    let text = if text.is_empty() { HEADER } else { text };
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{end}\n{}", taken.text.trim_start_matches(['\r', '\n']))
}

/// The text in which the last entry that says this tells what it changed.
pub(super) fn noting(text: &str, what: &What, changed: &str) -> Option<String> {
    let (entries, _) = placed(text);
    let found = entries.into_iter().rfind(|placed| placed.entry.what == *what)?;
    let entry = Entry { what: what.clone(), made: None, changed: Some(changed.to_owned()) };
    let toml = entry.toml("");
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
    let fault = crate::library::by_hand::table(text).err()?;
    // The same line is told as where the file is read: there is more to be said than that it is no TOML.
    let told = placed(text).1.into_iter().find(|told| told.line(text) == fault.line(text));
    Some(told.unwrap_or(fault))
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Behind the line break of the line that holds `at`.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}
