//! Colours by meaning.
//!
//! **In:** what the environment tells about the terminal, as data. **Out:** a [`Theme`]: a style for each role.
//! **Why:** views ask for what a thing means (`muted`, `accent`, a kind of name) and never for a colour, so that a
//! theme is one table. No role is told apart by colour alone: each kind of name has an attribute as well, which
//! stays where `NO_COLOR` takes the colours away.

use ratatui::style::{Color, Modifier, Style};

use crate::language::NameKind;

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

    fn wants_no_color(&self) -> bool {
        self.no_color.as_deref().is_some_and(|value| !value.is_empty())
    }

    fn has_truecolor(&self) -> bool {
        matches!(self.colorterm.as_deref(), Some("truecolor" | "24bit"))
    }

    /// Whether the background is known to be light: 7 (white) and 15 (bright white) of the sixteen colours.
    fn is_light(&self) -> bool {
        let background = self.colorfgbg.as_deref().and_then(|value| value.rsplit(';').next());
        matches!(background, Some("7" | "15"))
    }
}

/// A style for every role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The whole screen before anything is drawn.
    pub base: Style,
    /// What is beside the point: outlets, dates in lists, site chrome.
    pub muted: Style,
    /// Rules and bars that only separate.
    pub faint: Style,
    /// What can be followed.
    pub accent: Style,
    /// Headlines and headings.
    pub strong: Style,
    /// Words that tell a date.
    pub date: Style,
    /// Letters that the filter matched.
    pub matched: Style,
    /// What is wrong: errors, and the words they are about.
    pub wrong: Style,
    /// The background of the chosen row.
    pub select: Style,
    /// The background of the passage in focus.
    pub tint: Style,
    /// Text that is selected.
    pub selection: Style,
    /// What else the title of the chosen row has where there is no background for it.
    pub chosen: Style,
    /// What else the first row of a long passage in focus has where there is no background for it.
    pub focused: Style,
    person: Style,
    organisation: Style,
    place: Style,
    group: Style,
    event: Style,
    document: Style,
}

/// The colours that a theme is made from.
struct Palette {
    text: Option<Color>,
    background: Option<Color>,
    muted: Option<Color>,
    faint: Option<Color>,
    accent: Option<Color>,
    select: Option<Color>,
    tint: Option<Color>,
    selection: Option<Color>,
    person: Option<Color>,
    organisation: Option<Color>,
    place: Option<Color>,
    group: Option<Color>,
    event: Option<Color>,
    date: Option<Color>,
    wrong: Option<Color>,
}

const fn rgb(value: u32) -> Color {
    Color::from_u32(value)
}

const DARK: Palette = Palette {
    text: Some(rgb(0x00d7_dae0)),
    background: Some(rgb(0x0014_171c)),
    muted: Some(rgb(0x008b_93a0)),
    faint: Some(rgb(0x004b_525d)),
    accent: Some(rgb(0x00e0_a458)),
    select: Some(rgb(0x0026_2b33)),
    tint: Some(rgb(0x003a_3122)),
    selection: Some(rgb(0x002f_4d70)),
    person: Some(rgb(0x00f0_c987)),
    organisation: Some(rgb(0x0085_b8e8)),
    place: Some(rgb(0x009c_c98b)),
    group: Some(rgb(0x008f_bcbb)),
    event: Some(rgb(0x00d3_a4d9)),
    date: Some(rgb(0x00c8_ccd4)),
    wrong: Some(rgb(0x00f0_8a80)),
};

const LIGHT: Palette = Palette {
    text: Some(rgb(0x0024_292f)),
    background: Some(rgb(0x00ff_ffff)),
    muted: Some(rgb(0x0064_6c76)),
    faint: Some(rgb(0x00b4_bac2)),
    accent: Some(rgb(0x009a_5b00)),
    select: Some(rgb(0x00ee_f0f3)),
    tint: Some(rgb(0x00fb_f0dc)),
    selection: Some(rgb(0x00b9_d4f2)),
    person: Some(rgb(0x007a_4b00)),
    organisation: Some(rgb(0x000b_5cad)),
    place: Some(rgb(0x002a_6a33)),
    group: Some(rgb(0x0000_6d70)),
    event: Some(rgb(0x0080_368a)),
    date: Some(rgb(0x003b_424a)),
    wrong: Some(rgb(0x00b0_2a1e)),
};

/// Colours of the terminal's sixteen, on its own background. Which shades these are is the terminal's affair: none of
/// them is sure to stand out on white and on black alike. So only blue, magenta and red are used, which most palettes
/// keep apart from both, and attributes tell the roles from each other.
const SIXTEEN: Palette = Palette {
    text: Some(Color::Reset),
    background: None,
    muted: Some(Color::Reset),
    faint: Some(Color::Reset),
    accent: Some(Color::Magenta),
    select: None,
    tint: None,
    selection: None,
    person: Some(Color::Red),
    organisation: Some(Color::Blue),
    place: Some(Color::Blue),
    group: Some(Color::Red),
    event: Some(Color::Magenta),
    date: Some(Color::Reset),
    wrong: Some(Color::Red),
};

const NONE: Palette = Palette {
    text: None,
    background: None,
    muted: None,
    faint: None,
    accent: None,
    select: None,
    tint: None,
    selection: None,
    person: None,
    organisation: None,
    place: None,
    group: None,
    event: None,
    date: None,
    wrong: None,
};

const fn colored(color: Option<Color>, attributes: Modifier) -> Style {
    let style = Style::new().add_modifier(attributes);
    match color {
        Some(color) => style.fg(color),
        None => style,
    }
}

const fn shaded(color: Option<Color>) -> Style {
    match color {
        Some(color) => Style::new().bg(color),
        None => Style::new(),
    }
}

impl Palette {
    /// A theme of these colours. Where colours are missing, attributes do their work.
    const fn theme(&self) -> Theme {
        let plain = Modifier::empty();
        let quiet = if matches!(self.muted, None | Some(Color::Reset)) { Modifier::DIM } else { plain };
        let distant = if matches!(self.faint, None | Some(Color::Reset)) { Modifier::DIM } else { plain };
        let lit = if matches!(self.accent, None | Some(Color::Magenta)) { Modifier::BOLD } else { plain };
        let chosen = if self.select.is_none() { Modifier::REVERSED } else { plain };
        let focused = if self.tint.is_none() { Modifier::BOLD.union(Modifier::UNDERLINED) } else { plain };
        let event = Modifier::ITALIC.union(Modifier::BOLD);
        let document = Modifier::ITALIC.union(Modifier::UNDERLINED);
        let group = Modifier::BOLD.union(Modifier::UNDERLINED);
        Theme {
            base: match self.background {
                Some(background) => colored(self.text, plain).bg(background),
                None => colored(self.text, plain),
            },
            muted: colored(self.muted, quiet),
            faint: colored(self.faint, distant),
            accent: colored(self.accent, lit),
            strong: colored(self.text, Modifier::BOLD),
            date: colored(self.date, Modifier::UNDERLINED),
            matched: colored(self.accent, Modifier::BOLD.union(Modifier::UNDERLINED)),
            wrong: colored(self.wrong, Modifier::UNDERLINED),
            select: shaded(self.select),
            tint: shaded(self.tint),
            selection: match self.selection {
                // All of it in one colour, or the muted parts could not be read here.
                Some(color) => colored(self.text, plain).bg(color),
                None => Style::new().add_modifier(Modifier::REVERSED),
            },
            chosen: Style::new().add_modifier(chosen),
            focused: Style::new().add_modifier(focused),
            person: colored(self.person, Modifier::BOLD),
            organisation: colored(self.organisation, Modifier::UNDERLINED),
            place: colored(self.place, Modifier::ITALIC),
            group: colored(self.group, group),
            event: colored(self.event, event),
            document: colored(self.event, document),
        }
    }
}

impl Theme {
    /// The dark theme in 24-bit colours, on a background of its own.
    pub const DARK: Self = DARK.theme();
    /// The light theme in 24-bit colours, on a background of its own.
    pub const LIGHT: Self = LIGHT.theme();
    /// The terminal's sixteen colours, on its own background.
    pub const SIXTEEN: Self = SIXTEEN.theme();
    /// Attributes alone.
    pub const COLORLESS: Self = NONE.theme();

    /// The theme that suits the terminal.
    pub fn choose(surroundings: &Surroundings) -> Self {
        if surroundings.wants_no_color() {
            Self::COLORLESS
        } else if !surroundings.has_truecolor() {
            Self::SIXTEEN
        } else if surroundings.is_light() {
            Self::LIGHT
        } else {
            Self::DARK
        }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surroundings(colorterm: &str, no_color: &str, colorfgbg: &str) -> Surroundings {
        let told = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Surroundings { colorterm: told(colorterm), no_color: told(no_color), colorfgbg: told(colorfgbg) }
    }

    #[test]
    fn the_theme_follows_what_the_terminal_can_show() {
        assert_eq!(Theme::choose(&surroundings("truecolor", "", "")), Theme::DARK);
        assert_eq!(Theme::choose(&surroundings("24bit", "", "0;15")), Theme::LIGHT);
        assert_eq!(Theme::choose(&surroundings("", "", "15;0")), Theme::SIXTEEN);
        assert_eq!(Theme::choose(&surroundings("truecolor", "1", "")), Theme::COLORLESS);
    }

    fn styles(theme: &Theme) -> Vec<Style> {
        let mut all = vec![theme.base, theme.muted, theme.accent, theme.strong, theme.date, theme.matched];
        all.extend(NameKind::ALL.map(|kind| theme.name(kind)));
        all
    }

    #[test]
    fn no_color_means_no_color() {
        let theme = Theme::COLORLESS;
        for style in styles(&theme).into_iter().chain([theme.faint, theme.select, theme.tint, theme.selection]) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn kinds_of_names_differ_in_more_than_colour() {
        for theme in [Theme::DARK, Theme::LIGHT, Theme::SIXTEEN, Theme::COLORLESS] {
            let signs: std::collections::BTreeSet<u16> =
                NameKind::ALL.iter().map(|kind| theme.name(*kind).add_modifier.bits()).collect();
            assert_eq!(signs.len(), NameKind::ALL.len());
            assert!(!signs.contains(&0), "a name without a sign looks like text");
        }
    }

    #[test]
    fn of_the_sixteen_colours_only_those_are_used_that_most_backgrounds_leave_readable() {
        let safe = [None, Some(Color::Reset), Some(Color::Blue), Some(Color::Magenta), Some(Color::Red)];
        let theme = Theme::SIXTEEN;
        for style in styles(&theme).into_iter().chain([theme.faint, theme.select, theme.tint, theme.selection]) {
            assert!(safe.contains(&style.fg) && style.bg.is_none(), "{style:?}");
        }
    }

    #[test]
    fn what_is_chosen_and_in_focus_has_a_sign_where_there_is_no_background_for_it() {
        for theme in [Theme::SIXTEEN, Theme::COLORLESS] {
            assert!(theme.chosen.add_modifier.contains(Modifier::REVERSED));
            assert!(theme.focused.add_modifier.contains(Modifier::UNDERLINED));
            assert!(theme.selection.add_modifier.contains(Modifier::REVERSED));
        }
        assert_eq!((Theme::DARK.chosen, Theme::DARK.focused), (Style::new(), Style::new()));
    }

    fn luminance(color: Color) -> f64 {
        let Color::Rgb(r, g, b) = color else { panic!("{color:?} is not a 24-bit colour") };
        let [r, g, b] = [r, g, b].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_role_can_be_read_on_every_background_it_stands_on() {
        for theme in [Theme::DARK, Theme::LIGHT] {
            assert!(contrast(theme.selection.fg.unwrap(), theme.selection.bg.unwrap()) >= 4.5);
            for background in [theme.base.bg, theme.select.bg, theme.tint.bg].into_iter().flatten() {
                for style in styles(&theme) {
                    let reached = contrast(style.fg.unwrap(), background);
                    assert!(reached >= 4.0, "{style:?} on {background:?}: {reached:.2}");
                }
            }
        }
    }
}
