//! Files that people write by hand, in TOML: their keys and values, and what is wrong with them.
//!
//! **In:** a file such as `names.toml` or `config.toml`. **Out:** what a reader of one sort of file makes of it, or a
//! [`ByHandError`] with the file, the line and the nearest thing that would be right. **Why:** a slip of the keyboard
//! must be told, not passed over, and in the same words whichever file it is in.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::reason;
pub use super::error::shown;
use crate::text::sanitise::one_line;

/// What is wrong with a file written by hand. Every message is one line, free of control characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{}: {what}", shown(path), line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct ByHandError {
    /// The file.
    pub path: PathBuf,
    /// 1-based; `None` where the file as a whole cannot be read.
    pub line: Option<usize>,
    /// What, and what to do about it.
    pub what: String,
}

/// Reads a file and what it says; `None` where there is none.
pub fn read<T>(path: &Path, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, ByHandError> {
    let Some(text) = text_of(path)? else { return Ok(None) };
    parse(&text).map(Some).map_err(|fault| fault.in_file(path, &text))
}

/// What such a file says; `None` where there is none.
pub fn text_of(path: &Path) -> Result<Option<String>, ByHandError> {
    let wrong = |what: String| ByHandError { path: path.to_owned(), line: None, what };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(wrong(reason(&error))),
    };
    String::from_utf8(bytes).map(Some).map_err(|_| wrong("is not UTF-8; save it as UTF-8".to_owned()))
}

/// The keys and values of a text.
pub fn table(text: &str) -> Result<DeTable<'_>, Fault> {
    let (table, doubled) = table_but_doubles(text)?;
    doubled.into_iter().next().map_or(Ok(table), Err)
}

/// The same where only keys stand twice: the first of each holds, and the others are told.
pub fn table_but_doubles(text: &str) -> Result<(DeTable<'_>, Vec<Fault>), Fault> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let table = table.into_inner();
    let (doubled, others): (Vec<_>, Vec<_>) = errors.iter().partition(|error| error.message() == DOUBLED);
    if let Some(error) = others.first() {
        return Err(told(text, &table, error));
    }
    let doubled = doubled.into_iter().map(|error| told(text, &table, error)).collect();
    Ok((table, doubled))
}

/// What is no TOML in a text of which `table` could be read, and what to do about it.
pub fn told(text: &str, table: &DeTable<'_>, error: &toml::de::Error) -> Fault {
    let at = error.span().unwrap_or_default();
    let what = if error.message() == DOUBLED { doubled(text, table, &at) } else { one_line(error.message()) };
    Fault { at, what }
}

/// `toml` says so of a key or a section that stands twice.
const DOUBLED: &str = "duplicate key";

/// `` `measure` stands here a second time (first in line 2); take one of the two out ``.
fn doubled(text: &str, table: &DeTable<'_>, at: &Range<usize>) -> String {
    let key = text.get(at.clone()).unwrap_or_default();
    let name = key.trim_matches(['"', '\'']);
    let first = |line: Option<usize>| line.map_or_else(String::new, |line| format!(" (first in line {line})"));
    let number = Fault { at: at.clone(), what: String::new() }.line(text);
    if let Some(section) = text.lines().nth(number - 1).and_then(section) {
        let before = text.lines().position(|line| self::section(line) == Some(section));
        let first = first(before.map(|line| line + 1).filter(|line| *line < number));
        return format!("[{}] begins here a second time{first}; put both under one heading", one_line(section));
    }
    let mut places = Vec::new();
    places_of(table, name, &mut places);
    // Of a name that several sections have, that in the section of the second one stands right before it.
    let before = places.into_iter().filter(|start| *start < at.start).max();
    let first = first(before.map(|start| Fault { at: start..start, what: String::new() }.line(text)));
    format!("`{}` stands here a second time{first}; take one of the two out", one_line(key))
}

/// The name of the section, or of the list, that this line begins; the first line may have a byte order mark before it.
fn section(line: &str) -> Option<&str> {
    let heading = line.trim_start_matches('\u{feff}').trim_start().strip_prefix('[')?;
    heading.strip_prefix('[').unwrap_or(heading).split(']').next().map(str::trim)
}

/// Where keys of this name stand.
fn places_of(table: &DeTable<'_>, name: &str, places: &mut Vec<usize>) {
    for (key, value) in table {
        if key.get_ref() == name {
            places.push(key.span().start);
        }
        let deeper = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        };
        for value in deeper {
            if let DeValue::Table(inside) = value.get_ref() {
                places_of(inside, name, places);
            }
        }
    }
}

/// Something wrong at a place in the text.
#[derive(Debug)]
pub struct Fault {
    /// Bytes of the text.
    pub at: Range<usize>,
    /// What, and what to do about it, in one line free of control characters.
    pub what: String,
}

/// A [`Fault`] as an error.
pub fn fault<T>(at: Range<usize>, what: String) -> Result<T, Fault> {
    Err(Fault { at, what })
}

impl Fault {
    /// The same, told with the file that says `text`.
    pub fn in_file(self, path: &Path, text: &str) -> ByHandError {
        ByHandError { path: path.to_owned(), line: Some(self.line(text)), what: self.what }
    }

    /// The 1-based line of `text` that it is in.
    pub fn line(&self, text: &str) -> usize {
        text.get(..self.at.start).unwrap_or(text).matches('\n').count() + 1
    }
}

/// The key, if it is one of `keys`.
pub fn known(key: &Spanned<Cow<'_, str>>, keys: &[&'static str]) -> Result<&'static str, Fault> {
    let written = key.get_ref().as_ref();
    keys.iter().find(|known| **known == written).copied().map_or_else(
        || fault(key.span(), format!("there is no key `{}`{}", one_line(written), nearest(written, keys))),
        Ok,
    )
}

/// A value that has to be words, free of control characters.
pub fn string(key: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    let words = value.get_ref().as_str().map(|words| one_line(words).trim().to_owned());
    match words {
        Some(words) if words.chars().any(char::is_alphanumeric) => Ok(words),
        Some(_) => fault(value.span(), format!("`{key}` holds no word")),
        None => fault(value.span(), format!("`{key}` takes words in quotation marks")),
    }
}

/// A value that has to be a list of words.
pub fn strings(key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Fault> {
    let DeValue::Array(list) = value.get_ref() else {
        return fault(value.span(), format!("`{key}` takes a list: {key} = [\"…\", \"…\"]"));
    };
    list.iter().map(|one| string(key, one)).collect()
}

/// `; did you mean …` where something of `known` is at most a third away.
pub fn nearest(written: &str, known: &[&str]) -> String {
    let close = |other: &&&str| strsim::osa_distance(written, other) * 3 <= other.chars().count().max(3) + 2;
    let nearest = known.iter().filter(close).min_by_key(|other| strsim::osa_distance(written, other));
    nearest.map(|other| format!("; did you mean `{other}`?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubles(text: &str) -> Vec<(usize, String)> {
        let (_, faults) = table_but_doubles(text).unwrap();
        faults.into_iter().map(|fault| (fault.line(text), fault.what)).collect()
    }

    #[test]
    fn a_section_that_begins_twice_is_told_with_the_first_line_also_behind_a_byte_order_mark_and_as_a_list() {
        let told = |name: &str, first: usize| {
            format!("[{name}] begins here a second time (first in line {first}); put both under one heading")
        };
        assert_eq!(doubles("\u{feff}[panes]\nlist = 40\n[panes]\ntext = 2\n"), [(3, told("panes", 1))]);
        assert_eq!(doubles("\n[[panes]]\nlist = 40\n[panes]\ntext = 2\n"), [(4, told("panes", 2))]);
        assert_eq!(doubles("[panes]\nlist = 40\n[[panes]]\ntext = 2\n"), [(3, told("panes", 1))]);
        assert_eq!(doubles("[[panes]]\nlist = 40\n[[panes]]\nlist = 2\n"), []);
    }
}
