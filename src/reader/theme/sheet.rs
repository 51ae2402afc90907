//! The text of one theme.
//!
//! **In:** TOML. **Out:** a [`Sheet`]: what the theme inherits, its colours and its roles, or a [`Fault`] with its place
//! and the nearest thing that would be right. **Why:** a theme is written by hand; names of colours can be resolved only
//! once all that is inherited is known, so that this is a step of its own.

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::color;
use super::role::Role;
use crate::library::by_hand::{self, Fault, fault, known, nearest, string};
use crate::text::sanitise::one_line;

/// The sections and keys of a theme.
const KEYS: &[&str] = &["about", "inherits", "palette", "roles"];
/// The keys of a role.
const KEYS_OF_ROLE: &[&str] = &["fg", "bg", "attributes"];
/// Attributes and their names.
const ATTRIBUTES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];
/// In place of a colour: no colour of its own.
const NO_COLOR: &str = "none";

/// What one file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// What it is, in a few words.
    pub(super) about: Option<String>,
    /// The theme that it begins with, and the 1-based line that says so.
    pub(super) inherits: Option<(String, usize)>,
    /// Its own colours.
    pub(super) palette: Vec<(String, Color)>,
    /// What it says of roles.
    roles: Vec<(Role, Part)>,
}

/// What is said of a role; the rest stays as it was inherited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Part {
    fg: Option<Ink>,
    bg: Option<Ink>,
    attributes: Option<Modifier>,
}

/// A colour as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ink {
    /// No colour of its own.
    None,
    /// A name, and the 1-based line that uses it. The palette may hold it, or the terminal.
    Named(String, usize),
    /// The colour itself.
    Color(Color),
}

/// A colour that no palette holds.
#[derive(Debug)]
pub(super) struct Unknown {
    /// 1-based.
    pub(super) line: usize,
    /// What is wrong.
    pub(super) what: String,
}

impl Sheet {
    /// Reads the text of a theme.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let mut sheet = Self::default();
        for (key, value) in &by_hand::table(text)? {
            match known(key, KEYS)? {
                "about" => sheet.about = Some(string("about", value)?),
                "inherits" => sheet.inherits = Some((string("inherits", value)?, line(value, text))),
                "palette" => sheet.read_palette(section("palette", value)?)?,
                _ => sheet.read_roles(section("roles", value)?, text)?,
            }
        }
        Ok(sheet)
    }

    fn read_palette(&mut self, colors: &DeTable<'_>) -> Result<(), Fault> {
        for (name, value) in colors {
            let written = string(name.get_ref(), value)?;
            let Some(color) = color::literal(&written).or_else(|| color::of_terminal(&written)) else {
                return fault(value.span(), no_color(&written, &color::NAMES.map(|(name, _)| name)));
            };
            self.palette.push((one_line(name.get_ref()), color));
        }
        Ok(())
    }

    fn read_roles(&mut self, roles: &DeTable<'_>, text: &str) -> Result<(), Fault> {
        let names: Vec<&str> = Role::all().map(Role::name).collect();
        for (key, value) in roles {
            let Some(role) = Role::named(key.get_ref()) else {
                let (written, near) = (one_line(key.get_ref()), nearest(key.get_ref(), &names));
                return fault(key.span(), format!("there is no role `{written}`{near}"));
            };
            let part = match value.get_ref() {
                DeValue::Table(table) => part(table, text)?,
                _ => Part { fg: Some(ink(role.name(), value, text)?), ..Part::default() },
            };
            self.roles.push((role, part));
        }
        Ok(())
    }

    /// Says its part of a role: `style` is what it was before, `palette` holds all colours, the nearest last.
    pub(super) fn paint(&self, role: Role, style: Style, palette: &[(&str, Color)]) -> Result<Style, Unknown> {
        let Some((_, part)) = self.roles.iter().find(|(own, _)| *own == role) else { return Ok(style) };
        Ok(Style {
            fg: part.fg.as_ref().map_or(Ok(style.fg), |ink| ink.color(palette))?,
            bg: part.bg.as_ref().map_or(Ok(style.bg), |ink| ink.color(palette))?,
            add_modifier: part.attributes.unwrap_or(style.add_modifier),
            ..style
        })
    }
}

impl Ink {
    fn color(&self, palette: &[(&str, Color)]) -> Result<Option<Color>, Unknown> {
        let (name, line) = match self {
            Self::None => return Ok(None),
            Self::Color(color) => return Ok(Some(*color)),
            Self::Named(name, line) => (name, *line),
        };
        let own = palette.iter().rfind(|(own, _)| own == name).map(|(_, color)| *color);
        let color = own.or_else(|| color::of_terminal(name));
        color.map(Some).ok_or_else(|| {
            let known: Vec<&str> =
                palette.iter().map(|(name, _)| *name).chain(color::NAMES.iter().map(|(name, _)| *name)).collect();
            Unknown { line, what: no_color(name, &known) }
        })
    }
}

fn no_color(written: &str, known: &[&str]) -> String {
    let near = nearest(written, known);
    let help = if near.is_empty() { "; a colour is \"#d7dae0\", a number to 255 or a name of the palette" } else { "" };
    format!("there is no colour `{written}`{near}{help}")
}

fn line(value: &Spanned<DeValue<'_>>, text: &str) -> usize {
    Fault { at: value.span(), what: String::new() }.line(text)
}

fn section<'v, 't>(name: &str, value: &'v Spanned<DeValue<'t>>) -> Result<&'v DeTable<'t>, Fault> {
    match value.get_ref() {
        DeValue::Table(table) => Ok(table),
        _ => fault(value.span(), format!("`{name}` is a section; write [{name}]")),
    }
}

fn part(table: &DeTable<'_>, text: &str) -> Result<Part, Fault> {
    let mut part = Part::default();
    for (key, value) in table {
        match known(key, KEYS_OF_ROLE)? {
            "fg" => part.fg = Some(ink("fg", value, text)?),
            "bg" => part.bg = Some(ink("bg", value, text)?),
            _ => part.attributes = Some(attributes(value)?),
        }
    }
    Ok(part)
}

fn ink(key: &str, value: &Spanned<DeValue<'_>>, text: &str) -> Result<Ink, Fault> {
    let written = string(key, value)?;
    Ok(match color::literal(&written) {
        Some(color) => Ink::Color(color),
        None if written == NO_COLOR => Ink::None,
        None if written.starts_with('#') => return fault(value.span(), no_color(&written, &[])),
        None => Ink::Named(written, line(value, text)),
    })
}

fn attributes(value: &Spanned<DeValue<'_>>) -> Result<Modifier, Fault> {
    let DeValue::Array(list) = value.get_ref() else {
        return fault(value.span(), "`attributes` takes a list: attributes = [\"bold\", \"italic\"]".to_owned());
    };
    let names = ATTRIBUTES.map(|(name, _)| name);
    list.iter().try_fold(Modifier::empty(), |all, one| {
        let written = string("attributes", one)?;
        if let Some((_, attribute)) = ATTRIBUTES.iter().find(|(name, _)| *name == written) {
            return Ok(all | *attribute);
        }
        let near = nearest(&written, &names);
        fault(one.span(), format!("there is no attribute `{written}`{near} (there are {})", names.join(", ")))
    })
}
