//! Where themes come from: those that are built in, and the files of whoever reads.
//!
//! **In:** a name, or nothing. **Out:** a [`Theme`], or why there is none, with the file, the line and the nearest thing that
//! would be right; or the list of all. **Why:** only the theme that is asked for is read, with what it inherits, so that
//! the first screen waits for nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use super::Theme;
use super::role::Role;
use super::sheet::Sheet;
use crate::library::ByHandError;
use crate::library::by_hand::{self, nearest};
use crate::text::sanitise::one_line;

/// The themes that are built in, by name, in the order of the list.
const SHIPPED: [(&str, &str); 7] = [
    ("dark", include_str!("dark.toml")),
    ("light", include_str!("light.toml")),
    ("high-contrast", include_str!("high-contrast.toml")),
    ("high-contrast-light", include_str!("high-contrast-light.toml")),
    ("colour-blind-safe", include_str!("colour-blind-safe.toml")),
    ("sixteen", include_str!("sixteen.toml")),
    (NONE, include_str!("none.toml")),
];
/// What a theme that inherits nothing begins with: attributes do the work of the colours that it leaves out.
const NONE: &str = "none";
/// The end of the name of a theme's file.
const ENDING: &str = "toml";

/// Why a theme cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// Nothing has this name.
    #[error("there is no theme `{name}`{near} (`dateline config themes` lists them)")]
    Unknown {
        /// The name, in one line free of control characters.
        name: String,
        /// `; did you mean …`, or nothing.
        near: String,
    },
    /// Something is wrong with a file.
    #[error(transparent)]
    File(#[from] ByHandError),
}

/// A theme as it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// What it is, in a few words; empty where it does not say.
    pub about: String,
    /// Its file; `None` where it is built in.
    pub file: Option<PathBuf>,
    /// The theme, or what is wrong with it.
    pub theme: Result<Theme, ThemeError>,
}

/// The themes that there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    folder: Option<PathBuf>,
}

/// A theme and what it inherits, itself first.
struct Chain(Vec<Link>);

struct Link {
    name: String,
    file: Option<PathBuf>,
    sheet: Sheet,
}

impl Shelf {
    /// Themes that are built in, and those in the folder `themes` of this configuration folder.
    pub fn new(configuration: Option<&Path>) -> Self {
        Self { folder: configuration.map(|folder| folder.join("themes")) }
    }

    /// The folder of the themes that people write.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The theme of this name. One in the folder stands before a built-in one of the same name.
    pub fn load(&self, name: &str) -> Result<Theme, ThemeError> {
        self.chain(name)?.theme()
    }

    /// All themes: those that are built in, then those of the folder by name.
    pub fn all(&self) -> Vec<Listed> {
        let own = self.own_names();
        let shipped = SHIPPED.iter().map(|(name, _)| (*name).to_owned()).filter(|name| !own.contains(name));
        shipped.chain(own.iter().cloned()).map(|name| self.listed(name)).collect()
    }

    /// Why there is no theme of this name; `None` where there is one, be it with faults.
    pub fn missing(&self, name: &str) -> Option<ThemeError> {
        let is_shipped = || SHIPPED.iter().any(|(own, _)| *own == name);
        let is_own = || self.file(name).is_some_and(|file| file.exists());
        (!is_shipped() && !is_own()).then(|| self.unknown(name))
    }

    fn listed(&self, name: String) -> Listed {
        let chain = self.chain(&name);
        let about = chain.as_ref().ok().and_then(|Chain(links)| links.first()?.sheet.about.clone()).unwrap_or_default();
        let file = self.file(&name).filter(|file| file.exists());
        Listed { name, about, file, theme: chain.and_then(|chain| chain.theme()) }
    }

    /// The names of all themes.
    fn names(&self) -> Vec<String> {
        SHIPPED.iter().map(|(name, _)| (*name).to_owned()).chain(self.own_names()).collect()
    }

    fn own_names(&self) -> Vec<String> {
        let entries = self.folder.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
        let name = |path: PathBuf| {
            let is_theme = path.extension().is_some_and(|ending| ending == ENDING);
            path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_theme).map(str::to_owned)
        };
        let mut names: Vec<String> = entries.filter_map(|entry| name(entry.path())).filter(|n| is_name(n)).collect();
        names.sort();
        names
    }

    fn file(&self, name: &str) -> Option<PathBuf> {
        let folder = self.folder.as_ref().filter(|_| is_name(name))?;
        Some(folder.join(format!("{name}.{ENDING}")))
    }

    fn unknown(&self, name: &str) -> ThemeError {
        let names = self.names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        ThemeError::Unknown { name: one_line(name), near: nearest(name, &names) }
    }

    fn chain(&self, name: &str) -> Result<Chain, ThemeError> {
        let first = self.link(name, None)?;
        let mut links = vec![first];
        while let Some(parent) = links.last().and_then(Link::parent) {
            let heir = links.last();
            let link = self.link(&parent.0, heir).map_err(|error| match (error, heir) {
                (ThemeError::Unknown { name, near }, Some(heir)) => {
                    heir.wrong(parent.1, format!("it inherits `{name}`, which is no theme{near}"))
                }
                (error, _) => error,
            })?;
            if links.iter().any(|seen| (&seen.name, &seen.file) == (&link.name, &link.file)) {
                let way: Vec<&str> = links.iter().map(|seen| seen.name.as_str()).chain([link.name.as_str()]).collect();
                let what = format!("themes inherit each other in a circle: {}", way.join(", "));
                return Err(heir.map_or_else(|| self.unknown(name), |heir| heir.wrong(parent.1, what)));
            }
            links.push(link);
        }
        Ok(Chain(links))
    }

    /// One theme. Whoever inherits a theme of their own name means the one that is built in.
    fn link(&self, name: &str, heir: Option<&Link>) -> Result<Link, ThemeError> {
        let shipped = SHIPPED.iter().find(|(own, _)| *own == name);
        let means_shipped = shipped.is_some() && heir.is_some_and(|heir| heir.name == name && heir.file.is_some());
        let file = self.file(name).filter(|_| !means_shipped);
        if let Some(file) = file
            && let Some(sheet) = by_hand::read(&file, Sheet::parse)?
        {
            return Ok(Link { name: name.to_owned(), file: Some(file), sheet });
        }
        let (name, text) = shipped.ok_or_else(|| self.unknown(name))?;
        // A test reads them all.
        let sheet = Sheet::parse(text).unwrap_or_default();
        Ok(Link { name: (*name).to_owned(), file: None, sheet })
    }
}

impl Link {
    /// What it inherits, and the line that says so; the line is of no use where nothing says so.
    fn parent(&self) -> Option<(String, usize)> {
        let said = self.sheet.inherits.clone();
        said.or_else(|| self.file.is_some().then(|| (NONE.to_owned(), 1)))
    }

    fn wrong(&self, line: usize, what: String) -> ThemeError {
        let path = self.file.clone().unwrap_or_else(|| PathBuf::from(&self.name));
        ByHandError { path, line: Some(line), what }.into()
    }
}

impl Chain {
    fn theme(&self) -> Result<Theme, ThemeError> {
        let Self(links) = self;
        let colors = links.iter().rev().flat_map(|link| &link.sheet.palette);
        let palette: Vec<_> = colors.map(|(name, color)| (name.as_str(), *color)).collect();
        let mut theme = Theme::default();
        for role in Role::all() {
            let style = theme.style_mut(role);
            for link in links.iter().rev() {
                *style = link
                    .sheet
                    .paint(role, *style, &palette)
                    .map_err(|unknown| link.wrong(unknown.line, unknown.what))?;
            }
        }
        Ok(theme)
    }
}

/// Whether this can be the name of a theme: something that is shown on the screen and is no way to another folder.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name != super::choice::AUTO && name.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c))
}
