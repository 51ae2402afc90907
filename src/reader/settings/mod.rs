//! What the people who read have set.
//!
//! **In:** the text of `config.toml`. **Out:** [`Settings`], or a [`Fault`] with the place and the nearest thing that would
//! be right. **Why:** every choice is in one value that views and updates ask, and the commented
//! file of defaults ([`DEFAULT`]) is its documentation: a test holds the two together.

mod list;
mod outside;
mod page;
mod table;
mod terminal;
mod words;

use std::time::Duration;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use list::{GroupBy, Sort};
pub use outside::{CopyTo, OutsideSettings};
pub use page::PageSettings;
pub use terminal::Asked;
pub use words::{Labels, ReadWhen, least_word};

use super::actions::Context;
use super::model::names::ShownNames;
use super::theme::{AUTO, Shelf, Wish};
use crate::library::by_hand::{self, Fault, fault, known, nearest, string};
use crate::links::Tier;
use crate::search::Query;
use crate::text::sanitise::one_line;

/// The commented file of defaults.
pub const DEFAULT: &str = include_str!("default.toml");

/// Every setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When a story counts as read.
    pub read_when: ReadWhen,
    /// Which kinds of names are highlighted at the start.
    pub names: ShownNames,
    /// Whether the reader opens in linear mode.
    pub linear: bool,
    /// Which names are followed by their kind in linear mode.
    pub spoken_labels: Labels,
    /// Whether linear mode writes what is chosen once more in the last line.
    pub announce: bool,
    /// The order of the list.
    pub sort: Sort,
    /// Its groups.
    pub group: GroupBy,
    /// How sure the links are at least that are shown from the start.
    pub least: Tier,
    /// How a page looks from the start.
    pub page: PageSettings,
    /// What the terminal is asked for.
    pub asked: Asked,
    /// Whether the reader goes on where it was left.
    pub restore: bool,
    /// Where copied text goes, and what stories are opened in.
    pub outside: OutsideSettings,
    /// After which pause the keys that can follow are shown; `None` for never.
    pub which_key: Option<Duration>,
    /// Which theme it shall be.
    pub theme: Wish,
    /// Keys that people bound themselves, in the order of the file.
    pub keys: Vec<Binding>,
    /// Saved queries: a name, and what it asks.
    pub queries: Vec<(String, String)>,
}

/// A key that someone bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where; `None` for everywhere.
    pub context: Option<Context>,
    /// The keys, as they are written.
    pub chord: String,
    /// The name of the action, or `none`.
    pub action: String,
    /// The 1-based line that says so.
    pub line: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            read_when: ReadWhen::Left,
            names: ShownNames::default(),
            linear: false,
            spoken_labels: Labels::First,
            announce: false,
            sort: Sort::default(),
            group: GroupBy::default(),
            least: Tier::Series,
            page: PageSettings::default(),
            asked: Asked::default(),
            restore: true,
            outside: OutsideSettings::default(),
            which_key: Some(Duration::from_millis(500)),
            theme: Wish::default(),
            keys: Vec::new(),
            queries: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the text of a `config.toml`. Whatever it leaves out keeps its default; the first mistake in it is the error.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let (settings, faults) = Self::parse_what_is_right(text, None);
        faults.into_iter().next().map_or(Ok(settings), Err)
    }

    /// The same, with every theme that is named looked up among `themes`, and with every mistake, in the order of the file:
    /// what is right holds all the same.
    pub fn parse_what_is_right(text: &str, themes: Option<&Shelf>) -> (Self, Vec<Fault>) {
        let mut settings = Self::default();
        let (table, mut faults) = match by_hand::table_but_doubles(text) {
            Ok(read) => read,
            Err(fault) => return (settings, vec![fault]),
        };
        let sections = table::sections();
        for (key, value) in &table {
            let section = match known(key, &sections) {
                Ok(section) => section,
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            let DeValue::Table(inside) = value.get_ref() else {
                let what = format!("`{section}` is a section; write [{section}]");
                faults.push(Fault { at: key.span(), what });
                continue;
            };
            match section {
                "keys" => settings.bind(inside, None, text, &mut faults),
                "queries" => settings.save(inside, &mut faults),
                _ => settings.set(section, inside, themes, &mut faults),
            }
        }
        faults.sort_by_key(|fault| fault.at.start);
        (settings, faults)
    }

    fn set(&mut self, section: &str, inside: &DeTable<'_>, themes: Option<&Shelf>, faults: &mut Vec<Fault>) {
        let keys = table::keys_of(section);
        for (key, value) in inside {
            let done = known(key, &keys).and_then(|name| {
                if let ("theme", Some(themes)) = (section, themes) {
                    is_on_the_shelf(name, value, themes)?;
                }
                table::set(self, section, name, value)
            });
            faults.extend(done.err());
        }
    }

    fn bind(&mut self, inside: &DeTable<'_>, context: Option<Context>, text: &str, faults: &mut Vec<Fault>) {
        for (key, value) in inside {
            if let (DeValue::Table(deeper), None) = (value.get_ref(), context) {
                match known(key, &Context::ALL.map(Context::name)) {
                    Ok(name) => {
                        let context = Context::ALL.into_iter().find(|context| context.name() == name);
                        self.bind(deeper, context, text, faults);
                    }
                    Err(fault) => faults.push(fault),
                }
                continue;
            }
            let line = Fault { at: key.span(), what: String::new() }.line(text);
            match string(key.get_ref(), value) {
                Ok(action) => self.keys.push(Binding { context, chord: one_line(key.get_ref()), action, line }),
                Err(fault) => faults.push(fault),
            }
        }
    }

    fn save(&mut self, inside: &DeTable<'_>, faults: &mut Vec<Fault>) {
        // In the order of the file, which is that of the keys for them.
        let mut saved: Vec<_> = inside.iter().collect();
        saved.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in saved {
            let read = string(key.get_ref(), value).and_then(|query| match Query::parse(&query) {
                Ok(_) => Ok(query),
                Err(mistake) => fault(value.span(), mistake.message),
            });
            match read {
                Ok(query) => self.queries.push((one_line(key.get_ref()), query)),
                Err(fault) => faults.push(fault),
            }
        }
    }
}

/// Whether there is a theme of the name that `[theme]` gives.
fn is_on_the_shelf(key: &str, value: &Spanned<DeValue<'_>>, themes: &Shelf) -> Result<(), Fault> {
    let name = string(key, value)?;
    let is_auto = name == AUTO && key == "name";
    match themes.missing(&name).filter(|_| !is_auto) {
        Some(unknown) => fault(value.span(), unknown.to_string()),
        None => Ok(()),
    }
}

/// One of these words, or a fault that names them all.
fn one_of<T: Copy>(
    key: &str,
    value: &Spanned<DeValue<'_>>,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Result<T, Fault> {
    let written = string(key, value)?;
    if let Some(found) = all.iter().copied().find(|one| word(*one) == written) {
        return Ok(found);
    }
    let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
    let near = nearest(&written, &words);
    fault(value.span(), format!("`{key}` cannot be “{written}”{near} (it is one of {})", words.join(", ")))
}

#[cfg(test)]
mod tests;
