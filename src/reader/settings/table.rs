//! The settings one by one: which keys a section has, and what each takes.

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;
use toml::de::DeValue;

use super::list::{GroupBy, Sort};
use super::outside::CopyTo;
use super::words::{Labels, ReadWhen, least_word};
use super::{Settings, one_of};
use crate::language::NameKind;
use crate::library::by_hand::{Fault, fault, nearest, string, strings};
use crate::links::Tier;
use crate::reader::layout::{LISTS, MEASURES, Margins, PANELS};
use crate::text::sanitise::one_line;

type Value<'v, 't> = &'v Spanned<DeValue<'t>>;

/// Reads one setting.
type Set = fn(&mut Settings, &str, Value<'_, '_>) -> Result<(), Fault>;

/// Section, key, and how its value is read; in the order of the commented file.
const TABLE: &[(&str, &str, Set)] = &[
    ("reading", "read-when", |to, key, value| {
        put(&mut to.read_when, one_of(key, value, ReadWhen::ALL, ReadWhen::word))
    }),
    ("reading", "names", |to, key, value| {
        let kinds = strings(key, value)?;
        let words = NameKind::ALL.map(NameKind::word);
        let known = |word: &String| NameKind::ALL.into_iter().find(|kind| kind.word() == word);
        if let Some(word) = kinds.iter().find(|word| known(word).is_none()) {
            let near = nearest(word, &words);
            return fault(
                value.span(),
                format!("`{key}` cannot hold “{word}”{near} (it takes any of {})", words.join(", ")),
            );
        }
        to.names = kinds.iter().filter_map(known).collect();
        Ok(())
    }),
    ("reading", "measure", |to, key, value| put(&mut to.page.measure, number(key, value, MEASURES))),
    ("reading", "margins", |to, key, value| put(&mut to.page.margins, one_of(key, value, Margins::ALL, Margins::word))),
    ("reading", "justify", |to, key, value| put(&mut to.page.justify, switch(key, value))),
    ("reading", "hyphenate", |to, key, value| put(&mut to.page.hyphenate, switch(key, value))),
    ("reading", "line-spacing", |to, key, value| put(&mut to.page.line_spacing, number(key, value, 1..=2))),
    ("reading", "linear", |to, key, value| put(&mut to.linear, switch(key, value))),
    ("reading", "spoken-labels", |to, key, value| {
        put(&mut to.spoken_labels, one_of(key, value, Labels::ALL, Labels::word))
    }),
    ("reading", "announce", |to, key, value| put(&mut to.announce, switch(key, value))),
    ("panes", "list", |to, key, value| put(&mut to.page.list, number_or_none(key, value, LISTS))),
    ("panes", "panel", |to, key, value| put(&mut to.page.panel, number_or_none(key, value, PANELS))),
    ("list", "sort", |to, key, value| put(&mut to.sort, one_of(key, value, Sort::ALL, Sort::word))),
    ("list", "group", |to, key, value| put(&mut to.group, one_of(key, value, GroupBy::ALL, GroupBy::word))),
    ("links", "least", |to, key, value| put(&mut to.least, one_of(key, value, Tier::ALL, least_word))),
    ("theme", "name", |to, key, value| put(&mut to.theme.name, string(key, value))),
    ("theme", "dark", |to, key, value| put(&mut to.theme.dark, string(key, value))),
    ("theme", "light", |to, key, value| put(&mut to.theme.light, string(key, value))),
    ("mouse", "enabled", |to, key, value| put(&mut to.asked.mouse, switch(key, value))),
    ("terminal", "title", |to, key, value| put(&mut to.asked.title, switch(key, value))),
    ("session", "restore", |to, key, value| put(&mut to.restore, switch(key, value))),
    ("copy", "to", |to, key, value| put(&mut to.outside.copy_to, one_of(key, value, CopyTo::ALL, CopyTo::word))),
    ("copy", "command", |to, key, value| put(&mut to.outside.copy_command, program(key, value))),
    ("open", "editor", |to, key, value| put(&mut to.outside.editor, program(key, value))),
    ("open", "pager", |to, key, value| put(&mut to.outside.pager, program(key, value))),
    ("open", "browser", |to, key, value| put(&mut to.outside.browser, program(key, value))),
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

/// A number, or 0 for what suits the screen.
fn number_or_none(key: &str, value: Value<'_, '_>, allowed: RangeInclusive<u16>) -> Result<Option<u16>, Fault> {
    if number(key, value, 0..=0).is_ok() {
        return Ok(None);
    }
    let (from, to) = allowed.clone().into_inner();
    match number(key, value, allowed) {
        Ok(number) => Ok(Some(number)),
        Err(_) => {
            fault(value.span(), format!("`{key}` takes a number from {from} to {to}, or 0 for what suits the screen"))
        }
    }
}

/// A command, or nothing.
fn program(key: &str, value: Value<'_, '_>) -> Result<String, Fault> {
    match value.get_ref().as_str() {
        Some(command) => Ok(one_line(command)),
        None => fault(value.span(), format!("`{key}` takes a command in quotation marks, or \"\" for none")),
    }
}

fn switch(key: &str, value: Value<'_, '_>) -> Result<bool, Fault> {
    match value.get_ref().as_bool() {
        Some(on) => Ok(on),
        None => fault(value.span(), format!("`{key}` is true or false")),
    }
}
