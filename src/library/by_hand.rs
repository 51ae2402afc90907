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
    let table = DeTable::parse(text).map(Spanned::into_inner);
    table.map_err(|error| Fault { at: error.span().unwrap_or_default(), what: one_line(error.message()) })
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
