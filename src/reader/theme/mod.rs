//! Colours by meaning.
//!
//! **In:** themes in TOML, and what is known about the terminal, as data. **Out:** a [`Theme`]: a style for each [`Role`].
//! **Why:** views ask for what a thing means (`muted`, `accent`, a kind of name) and never for a colour, so that a
//! theme is one table. No role is told apart by colour alone: each kind of name has an attribute as well, which
//! stays where `NO_COLOR` takes the colours away.

pub mod background;
mod choice;
mod color;
pub mod kept;
mod role;
mod sheet;
mod shelf;

#[cfg(test)]
mod tests;

use ratatui::style::{Modifier, Style};

pub use choice::{AUTO, Palette, Surroundings, Wish};
pub use role::Role;
pub use shelf::{Listed, Shelf, ThemeError};

use crate::language::NameKind;

/// A style for every role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "`Role::about` says what each is for")]
pub struct Theme {
    pub base: Style,
    pub muted: Style,
    pub faint: Style,
    pub accent: Style,
    pub strong: Style,
    pub date: Style,
    pub matched: Style,
    pub wrong: Style,
    pub select: Style,
    pub tint: Style,
    pub selection: Style,
    pub chosen: Style,
    pub focused: Style,
    person: Style,
    organisation: Style,
    place: Style,
    group: Style,
    event: Style,
    document: Style,
}

impl Theme {
    /// A built-in theme; one without any style where there is none of this name.
    pub fn shipped(name: &str) -> Self {
        Shelf::default().load(name).unwrap_or_default()
    }

    /// The dark theme in 24-bit colours, on a background of its own.
    pub fn dark() -> Self {
        Self::shipped("dark")
    }

    /// Plain text, without a background of its own.
    pub const fn base_text(&self) -> Style {
        match self.base.fg {
            Some(color) => Style::new().fg(color),
            None => Style::new(),
        }
    }

    /// How a kind of name is drawn.
    pub const fn name(&self, kind: NameKind) -> Style {
        match kind {
            NameKind::Person => self.person,
            NameKind::Organisation => self.organisation,
            NameKind::Place => self.place,
            NameKind::Group => self.group,
            NameKind::Event => self.event,
            NameKind::Document => self.document,
        }
    }

    /// How a place that was looked for is drawn: reversed and alike on whatever words it lies, so that no kind of name looks
    /// so; the one in focus with one more sign, and in the colour of the text.
    pub fn found(&self, in_focus: bool) -> Style {
        let own = self.matched.add_modifier;
        let own = if own.contains(Modifier::REVERSED) { own } else { Modifier::REVERSED.union(Modifier::UNDERLINED) };
        let signs = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::ITALIC];
        let more = signs.into_iter().find(|sign| in_focus && !own.contains(*sign)).unwrap_or_default();
        let signs = own | more;
        let fg = if in_focus { self.matched.fg.and(self.base.fg).or(self.matched.fg) } else { self.matched.fg };
        Style { fg, add_modifier: signs, sub_modifier: Modifier::all().difference(signs), ..self.matched }
    }

    /// The style of a role.
    pub fn style(mut self, role: Role) -> Style {
        *self.style_mut(role)
    }

    pub(super) const fn style_mut(&mut self, role: Role) -> &mut Style {
        match role {
            Role::Text => &mut self.base,
            Role::Muted => &mut self.muted,
            Role::Faint => &mut self.faint,
            Role::Accent => &mut self.accent,
            Role::Strong => &mut self.strong,
            Role::Date => &mut self.date,
            Role::Matched => &mut self.matched,
            Role::Wrong => &mut self.wrong,
            Role::Select => &mut self.select,
            Role::Tint => &mut self.tint,
            Role::Selection => &mut self.selection,
            Role::Chosen => &mut self.chosen,
            Role::Focused => &mut self.focused,
            Role::Person => &mut self.person,
            Role::Organisation => &mut self.organisation,
            Role::Place => &mut self.place,
            Role::Group => &mut self.group,
            Role::Event => &mut self.event,
            Role::Document => &mut self.document,
        }
    }
}
