//! Which theme it shall be.
//!
//! **In:** what the environment tells about the terminal, what is set, and what was chosen in the reader. **Out:** the name
//! of a theme. **Why:** the ways of choosing meet in one place: `NO_COLOR` before everything, then a choice, then what is
//! set, then what suits the terminal.

use super::color::of_256;
use super::shelf::{Shelf, ThemeError};
use super::{Role, Theme};

/// The name that leaves the choice to the terminal.
pub const AUTO: &str = "auto";

/// What the environment tells about the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `COLORTERM`.
    pub colorterm: Option<String>,
    /// `NO_COLOR`; counts where it is not empty.
    pub no_color: Option<String>,
    /// `COLORFGBG`, which some terminals set to `foreground;background`.
    pub colorfgbg: Option<String>,
}

impl Surroundings {
    /// What `lookup` (usually [`std::env::var`]) tells.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Self {
        Self { colorterm: lookup("COLORTERM"), no_color: lookup("NO_COLOR"), colorfgbg: lookup("COLORFGBG") }
    }

    /// What the terminal can show and what is wanted of it.
    pub fn palette(&self) -> Palette {
        if self.no_color.as_deref().is_some_and(|value| !value.is_empty()) {
            Palette::None
        } else if matches!(self.colorterm.as_deref(), Some("truecolor" | "24bit")) {
            Palette::True
        } else {
            Palette::Few
        }
    }

    /// Whether the background is light: 7 (white) and 15 (bright white) of the sixteen colours. `None` where nothing says.
    pub fn is_light(&self) -> Option<bool> {
        let background: u8 = self.colorfgbg.as_deref()?.rsplit(';').next()?.parse().ok()?;
        Some(matches!(background, 7 | 15))
    }
}

/// Which colours there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// None are wanted.
    None,
    /// Perhaps the sixteen, perhaps 256.
    Few,
    /// All of 24 bits.
    #[default]
    True,
}

impl Palette {
    /// The theme in the colours that there are.
    #[must_use]
    pub fn limit(self, mut theme: Theme) -> Theme {
        if self == Self::Few {
            for role in Role::all() {
                let style = theme.style_mut(role);
                *style = of_256(*style);
            }
        }
        theme
    }
}

/// What is set under `[theme]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The name of a theme, or [`AUTO`].
    pub name: String,
    /// The theme that [`AUTO`] takes on a dark background.
    pub dark: String,
    /// The theme that [`AUTO`] takes on a light background.
    pub light: String,
}

impl Default for Wish {
    fn default() -> Self {
        Self { name: AUTO.to_owned(), dark: "dark".to_owned(), light: "light".to_owned() }
    }
}

impl Wish {
    /// The name of the theme that `name` (a theme or [`AUTO`]) stands for; a background that nothing tells of counts as
    /// dark.
    pub fn resolve<'a>(&'a self, name: &'a str, palette: Palette, is_light: Option<bool>) -> &'a str {
        match (palette, name) {
            (Palette::None, _) => "none",
            (Palette::Few, AUTO) => "sixteen",
            (Palette::True, AUTO) if is_light == Some(true) => &self.light,
            (Palette::True, AUTO) => &self.dark,
            (_, name) => name,
        }
    }

    /// The theme that `name` stands for. Where it cannot be had, the built-in one for the terminal, and why.
    pub fn theme(
        &self,
        name: &str,
        themes: &Shelf,
        palette: Palette,
        is_light: Option<bool>,
    ) -> (Theme, Option<ThemeError>) {
        let ready = |name: &str| themes.load(self.resolve(name, palette, is_light)).map(|theme| palette.limit(theme));
        match ready(name) {
            Ok(theme) => (theme, None),
            Err(error) => {
                let plain = Self::default();
                let instead = Shelf::default().load(plain.resolve(AUTO, palette, is_light));
                (instead.map(|theme| palette.limit(theme)).unwrap_or_default(), Some(error))
            }
        }
    }
}
