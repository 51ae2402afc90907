//! The user's `names.toml`: where it lies, what it says, and what is wrong with it.
//!
//! **In:** the environment, then the file. **Out:** [`UserNames`], or a [`ByHandError`] with the file, the line and the
//! nearest thing that would be right. **Why:** a list of names is written by hand, and a slip of the keyboard must be
//! told, not passed over. `docs/names.md` describes the file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::DeValue;

use super::by_hand::{ByHandError, Fault, fault, known, nearest, read, string, strings, table};
use super::folders::configuration_folder;
use crate::language::{NameKind, UserName, UserNames};

/// The keys of the file itself.
const KEYS: &[&str] = &["name", "never"];
/// The keys of a name. `never` belongs to the file, but TOML gives whatever follows `[[name]]` to the name.
const KEYS_OF_NAME: &[&str] = &["name", "kind", "aliases", "never"];

/// Where the file lies: `names.toml` in the [`configuration_folder`]. `None` where no variable says.
pub fn names_file(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    Some(configuration_folder(variable)?.join("names.toml"))
}

/// Reads the file. One that is not there adds no names.
pub fn read_names(path: &Path) -> Result<UserNames, ByHandError> {
    Ok(read(path, parse_names)?.unwrap_or_default())
}

fn parse_names(text: &str) -> Result<UserNames, Fault> {
    let file = table(text)?;
    let (mut names, mut never) = (Vec::new(), Vec::new());
    for (key, value) in &file {
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

fn kind_of(value: &Spanned<DeValue<'_>>) -> Result<NameKind, Fault> {
    let written = string("kind", value)?;
    let kind = NameKind::ALL.into_iter().find(|kind| kind.word() == written);
    let words = NameKind::ALL.map(NameKind::word);
    let what = || format!("there is no kind “{written}”{} (the kinds are {})", nearest(&written, &words), kinds());
    kind.map_or_else(|| fault(value.span(), what()), Ok)
}

fn kinds() -> String {
    NameKind::ALL.map(NameKind::word).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faulty(text: &str) -> (usize, String) {
        let fault = parse_names(text).unwrap_err();
        (fault.line(text), fault.what)
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
                "there is no kind “organization”; did you mean `organisation`? (the kinds are person, organisation, place, group, event, document)",
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
}
