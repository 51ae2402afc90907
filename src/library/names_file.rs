//! The user's `names.toml`: where it lies, what it says, and what is wrong with it.
//!
//! **In:** the environment, then the file. **Out:** [`UserNames`], or a [`NamesError`] with the file, the line and the
//! nearest thing that would be right. **Why:** a list of names is written by hand, and a slip of the keyboard must be
//! told, not passed over. `docs/names.md` describes the file.

use std::ffi::OsString;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{reason, shown};
use crate::language::{NameKind, UserName, UserNames};
use crate::text::sanitise::one_line;

/// The keys of the file itself.
const KEYS: &[&str] = &["name", "never"];
/// The keys of a name. `never` belongs to the file, but TOML gives whatever follows `[[name]]` to the name.
const KEYS_OF_NAME: &[&str] = &["name", "kind", "aliases", "never"];

/// What is wrong with the file. Every message is one line, free of control characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{}: {what}", shown(path), line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct NamesError {
    /// The file.
    pub path: PathBuf,
    /// 1-based; `None` where the file as a whole cannot be read.
    pub line: Option<usize>,
    /// What, and what to do about it.
    pub what: String,
}

/// Where the file lies by the variables of the environment: `dateline/names.toml` in `XDG_CONFIG_HOME`, else in
/// `.config` of the home folder; on Windows in `APPDATA`. `None` where none of them says.
pub fn names_file(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // The XDG base directory specification has relative paths ignored.
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || folder("HOME").map(|home| home.join(".config"));
    let windows = || folder("APPDATA").filter(|_| cfg!(windows));
    let config = folder("XDG_CONFIG_HOME").or_else(windows).or_else(home)?;
    Some(config.join("dateline").join("names.toml"))
}

/// Reads the file. One that is not there adds no names.
pub fn read_names(path: &Path) -> Result<UserNames, NamesError> {
    let wrong = |what: String| NamesError { path: path.to_owned(), line: None, what };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(UserNames::default()),
        Err(error) => return Err(wrong(reason(&error))),
    };
    let text = String::from_utf8(bytes).map_err(|_| wrong("is not UTF-8; save it as UTF-8".to_owned()))?;
    parse_names(&text).map_err(|fault| {
        let before = text.get(..fault.at.start).unwrap_or(&text);
        let line = Some(before.matches('\n').count() + 1);
        NamesError { path: path.to_owned(), line, what: fault.what }
    })
}

/// Something wrong at a place in the text.
#[derive(Debug)]
struct Fault {
    at: Range<usize>,
    what: String,
}

fn fault<T>(at: Range<usize>, what: String) -> Result<T, Fault> {
    Err(Fault { at, what })
}

fn parse_names(text: &str) -> Result<UserNames, Fault> {
    let file = DeTable::parse(text)
        .map_err(|error| Fault { at: error.span().unwrap_or_default(), what: one_line(error.message()) })?;
    let (mut names, mut never) = (Vec::new(), Vec::new());
    for (key, value) in file.get_ref() {
        match known(key, KEYS)? {
            "name" => {
                let DeValue::Array(entries) = value.get_ref() else {
                    return fault(key.span(), "`name` begins a list of names; write [[name]]".to_owned());
                };
                for entry in entries {
                    names.push(name(entry, &mut never)?);
                }
            }
            _ => never.extend(strings("never", value)?),
        }
    }
    Ok(UserNames::new(names, &never))
}

fn name(entry: &Spanned<DeValue<'_>>, never: &mut Vec<String>) -> Result<UserName, Fault> {
    let DeValue::Table(table) = entry.get_ref() else {
        return fault(entry.span(), "a name is a table; write [[name]]".to_owned());
    };
    let (mut written, mut kind, mut aliases) = (None, None, Vec::new());
    for (key, value) in table {
        match known(key, KEYS_OF_NAME)? {
            "name" => written = Some(string("name", value)?),
            "kind" => kind = Some(kind_of(value)?),
            "aliases" => aliases = strings("aliases", value)?,
            _ => never.extend(strings("never", value)?),
        }
    }
    let Some(name) = written else {
        return fault(entry.span(), "a name without the key `name`; add name = \"…\"".to_owned());
    };
    let Some(kind) = kind else {
        return fault(entry.span(), format!("“{name}” has no kind; add kind = \"person\" or another of {}", kinds()));
    };
    Ok(UserName { name, kind, aliases })
}

/// The key, if it is one of `keys`.
fn known(key: &Spanned<std::borrow::Cow<'_, str>>, keys: &[&'static str]) -> Result<&'static str, Fault> {
    let written = key.get_ref().as_ref();
    keys.iter().find(|known| **known == written).copied().map_or_else(
        || fault(key.span(), format!("there is no key `{}`{}", one_line(written), nearest(written, keys))),
        Ok,
    )
}

fn kind_of(value: &Spanned<DeValue<'_>>) -> Result<NameKind, Fault> {
    let written = string("kind", value)?;
    let kind = NameKind::ALL.into_iter().find(|kind| kind.word() == written);
    let words = NameKind::ALL.map(NameKind::word);
    let what = || format!("there is no kind “{written}”{}; the kinds are {}", nearest(&written, &words), kinds());
    kind.map_or_else(|| fault(value.span(), what()), Ok)
}

fn kinds() -> String {
    NameKind::ALL.map(NameKind::word).join(", ")
}

fn string(key: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    let words = value.get_ref().as_str().map(|words| one_line(words).trim().to_owned());
    match words {
        Some(words) if words.chars().any(char::is_alphanumeric) => Ok(words),
        Some(_) => fault(value.span(), format!("`{key}` holds no word")),
        None => fault(value.span(), format!("`{key}` takes words in quotation marks")),
    }
}

fn strings(key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Fault> {
    let DeValue::Array(list) = value.get_ref() else {
        return fault(value.span(), format!("`{key}` takes a list: {key} = [\"…\", \"…\"]"));
    };
    list.iter().map(|one| string(key, one)).collect()
}

/// `; did you mean …` where something of `known` is at most a third away.
fn nearest(written: &str, known: &[&str]) -> String {
    let close = |other: &&&str| strsim::osa_distance(written, other) * 3 <= other.chars().count().max(3) + 2;
    let nearest = known.iter().filter(close).min_by_key(|other| strsim::osa_distance(written, other));
    nearest.map(|other| format!("; did you mean `{other}`?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faulty(text: &str) -> (usize, String) {
        let fault = parse_names(text).unwrap_err();
        (text.get(..fault.at.start).unwrap().matches('\n').count() + 1, fault.what)
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_nearest_right_thing() {
        for (text, line, what) in [
            ("\n[[nmae]]\n", 2, "there is no key `nmae`; did you mean `name`?"),
            ("[[name]]\nname = \"A\"\nalias = []\n", 3, "there is no key `alias`; did you mean `aliases`?"),
            ("colour = 1", 1, "there is no key `colour`"),
            ("never = \"Key\"", 1, "`never` takes a list: never = [\"…\", \"…\"]"),
            ("never = [\"Key\",\n 7]", 2, "`never` takes words in quotation marks"),
            ("never = [\" \"]", 1, "`never` holds no word"),
            ("name = \"A\"", 1, "`name` begins a list of names; write [[name]]"),
            ("[[name]]\nkind = \"person\"", 1, "a name without the key `name`; add name = \"…\""),
            (
                "[[name]]\nname = \"A\"",
                1,
                "“A” has no kind; add kind = \"person\" or another of person, organisation, place, group, event, document",
            ),
            (
                "[[name]]\nname = \"A\"\nkind = \"organization\"",
                3,
                "there is no kind “organization”; did you mean `organisation`?; the kinds are person, organisation, place, group, event, document",
            ),
        ] {
            assert_eq!(faulty(text), (line, what.to_owned()), "{text}");
        }
        assert_eq!(faulty("never = [").0, 1);
        assert_eq!(faulty("never = []\nnever = []").0, 2);
    }

    #[test]
    fn never_may_stand_before_the_names_or_after() {
        for text in [
            "never = [\"Key\"]\n[[name]]\nname = \"A\"\nkind = \"place\"",
            "[[name]]\nname = \"A\"\nkind = \"place\"\nnever = [\"Key\"]",
        ] {
            assert!(!parse_names(text).unwrap().is_empty());
        }
        assert!(parse_names("# nothing yet\n").unwrap().is_empty());
    }

    #[test]
    fn the_file_lies_in_the_configuration_folder() {
        let path = |variables: &[(&str, &str)]| {
            let value = |name: &str| variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).into());
            names_file(value)
        };
        assert_eq!(path(&[("XDG_CONFIG_HOME", "/c"), ("HOME", "/h")]), Some("/c/dateline/names.toml".into()));
        assert_eq!(path(&[("XDG_CONFIG_HOME", "c"), ("HOME", "/h")]), Some("/h/.config/dateline/names.toml".into()));
        assert_eq!(path(&[("XDG_CONFIG_HOME", ""), ("HOME", "/h")]), Some("/h/.config/dateline/names.toml".into()));
        assert_eq!(path(&[]), None);
    }
}
