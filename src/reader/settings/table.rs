//! The settings one by one: which keys a section has, and what each takes.

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;
use toml::de::DeValue;

use super::words::{Clipboard, Grouping, ReadWhen, Sort};
use super::{Settings, one_of};
use crate::library::by_hand::{Fault, fault, string};
use crate::text::sanitise::one_line;

type Value<'v, 't> = &'v Spanned<DeValue<'t>>;

/// Reads one setting.
type Set = fn(&mut Settings, &str, Value<'_, '_>) -> Result<(), Fault>;

/// Section, key, and how its value is read; in the order of the commented file.
const TABLE: &[(&str, &str, Set)] = &[
    ("list", "sort", |to, key, value| put(&mut to.sort, one_of(key, value, Sort::ALL, Sort::word))),
    ("list", "group", |to, key, value| put(&mut to.group, one_of(key, value, Grouping::ALL, Grouping::word))),
    ("list", "width", |to, key, value| put(&mut to.list_width, number(key, value, 15..=60))),
    ("reading", "measure", |to, key, value| put(&mut to.measure, number(key, value, 30..=200))),
    ("reading", "justify", |to, key, value| put(&mut to.justify, truth(key, value))),
    ("reading", "hyphenate", |to, key, value| put(&mut to.hyphenate, language(key, value))),
    ("reading", "spacing", |to, key, value| put(&mut to.spacing, number(key, value, 0..=2))),
    ("reading", "read-when", |to, key, value| {
        put(&mut to.read_when, one_of(key, value, ReadWhen::ALL, ReadWhen::word))
    }),
    ("theme", "name", |to, key, value| put(&mut to.theme, string(key, value))),
    ("theme", "dark", |to, key, value| put(&mut to.dark, string(key, value))),
    ("theme", "light", |to, key, value| put(&mut to.light, string(key, value))),
    ("mouse", "enabled", |to, key, value| put(&mut to.mouse, truth(key, value))),
    ("window", "title", |to, key, value| put(&mut to.title, truth(key, value))),
    ("copy", "to", |to, key, value| put(&mut to.copy_to, one_of(key, value, Clipboard::ALL, Clipboard::word))),
    ("copy", "citation", |to, key, value| put(&mut to.citation, string(key, value))),
    ("open", "editor", |to, key, value| put(&mut to.editor, words(key, value))),
    ("open", "pager", |to, key, value| put(&mut to.pager, words(key, value))),
    ("help", "which-key", |to, key, value| {
        let pause = number(key, value, 0..=10_000)?;
        to.which_key = (pause > 0).then(|| Duration::from_millis(u64::from(pause)));
        Ok(())
    }),
];

/// Sections whose keys are anybody's choice.
const FREE: [&str; 2] = ["keys", "queries"];

/// The sections, in the order of the commented file.
pub(super) fn sections() -> Vec<&'static str> {
    let mut sections: Vec<&str> = TABLE.iter().map(|(section, ..)| *section).chain(FREE).collect();
    sections.dedup();
    sections
}

/// The keys of a section.
pub(super) fn keys_of(section: &str) -> Vec<&'static str> {
    TABLE.iter().filter(|(own, ..)| *own == section).map(|(_, key, _)| *key).collect()
}

/// Reads one setting of those in the table.
pub(super) fn set(to: &mut Settings, section: &str, key: &str, value: Value<'_, '_>) -> Result<(), Fault> {
    let entry = TABLE.iter().find(|(own, name, _)| (*own, *name) == (section, key));
    entry.map_or(Ok(()), |(.., set)| set(to, key, value))
}

fn put<T>(to: &mut T, value: Result<T, Fault>) -> Result<(), Fault> {
    *to = value?;
    Ok(())
}

fn number(key: &str, value: Value<'_, '_>, allowed: RangeInclusive<u16>) -> Result<u16, Fault> {
    let written =
        value.get_ref().as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
    match written.filter(|number| allowed.contains(number)) {
        Some(number) => Ok(number),
        None => fault(value.span(), format!("`{key}` takes a number from {} to {}", allowed.start(), allowed.end())),
    }
}

fn truth(key: &str, value: Value<'_, '_>) -> Result<bool, Fault> {
    value.get_ref().as_bool().map_or_else(|| fault(value.span(), format!("`{key}` takes true or false")), Ok)
}

/// Words, or none.
fn words(key: &str, value: Value<'_, '_>) -> Result<String, Fault> {
    let words = value.get_ref().as_str().map(|words| one_line(words).trim().to_owned());
    words.map_or_else(|| fault(value.span(), format!("`{key}` takes words in quotation marks")), Ok)
}

fn language(key: &str, value: Value<'_, '_>) -> Result<Option<String>, Fault> {
    let code = string(key, value)?.to_lowercase();
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    match code.as_str() {
        "off" => Ok(None),
        _ if is_code => Ok(Some(code)),
        _ => fault(value.span(), format!("`{key}` takes off, or the two letters of a language: en, de, fr …")),
    }
}
