//! Colours as they are written, and as terminals with fewer of them can show them.
//!
//! **In:** words of a theme, 24-bit colours. **Out:** colours. **Why:** a theme is written once; what a terminal makes of
//! it is decided here.

use ratatui::style::{Color, Style};

/// The colours of the terminal: its own foreground or background, and the sixteen, whose shades are its own affair.
pub(super) const NAMES: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// A colour of the terminal, by its name.
pub(super) fn of_terminal(name: &str) -> Option<Color> {
    NAMES.iter().find(|(own, _)| *own == name).map(|(_, color)| *color)
}

/// `#d7dae0`, or the number of one of the 256.
pub(super) fn literal(written: &str) -> Option<Color> {
    let Some(digits) = written.strip_prefix('#') else { return written.parse().ok().map(Color::Indexed) };
    let is_whole = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_whole.then(|| u32::from_str_radix(digits, 16).ok().map(Color::from_u32)).flatten()
}

/// The style in the nearest of the 256 colours.
pub(super) fn of_256(style: Style) -> Style {
    Style { fg: style.fg.map(nearest_of_256), bg: style.bg.map(nearest_of_256), ..style }
}

/// Levels of each part in the cube of 6×6×6 colours from 16 on; a ramp of 24 greys follows it. The first sixteen are left
/// out, for terminals shade them as they like. Levels: xterm's `256colres.pl`.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn nearest_of_256(color: Color) -> Color {
    let Color::Rgb(r, g, b) = color else { return color };
    let at = |part: u8| {
        let steps = (0_u8..).zip(LEVELS);
        steps.min_by_key(|(_, level)| level.abs_diff(part)).unwrap_or((0, 0))
    };
    let [(ri, r6), (gi, g6), (bi, b6)] = [at(r), at(g), at(b)];
    let far = |other: [u8; 3]| -> u32 {
        other.iter().zip([r, g, b]).map(|(one, part)| u32::from(one.abs_diff(part)).pow(2)).sum()
    };
    let greys = (0..24_u8).map(|step| (232 + step, 8 + 10 * step));
    let grey = greys.min_by_key(|(_, level)| far([*level; 3]));
    match grey {
        Some((index, level)) if far([level; 3]) < far([r6, g6, b6]) => Color::Indexed(index),
        _ => Color::Indexed(16 + 36 * ri + 6 * gi + bi),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_as_six_digits_or_as_a_number_to_255() {
        assert_eq!(literal("#0A10ff"), Some(Color::Rgb(10, 16, 255)));
        assert_eq!(literal("208"), Some(Color::Indexed(208)));
        for wrong in ["#fff", "#12345g", "#+12345", "256", "-1", "red", "", "#"] {
            assert_eq!(literal(wrong), None, "{wrong}");
        }
        assert_eq!(of_terminal("bright-white"), Some(Color::White));
        assert_eq!(of_terminal("grey"), None);
    }

    #[test]
    fn the_nearest_of_256_colours_is_taken() {
        for (color, index) in [
            (Color::Rgb(0, 0, 0), 16),
            (Color::Rgb(255, 255, 255), 231),
            (Color::Rgb(255, 0, 0), 196),
            (Color::Rgb(20, 23, 28), 234),
            (Color::Rgb(128, 128, 128), 244),
            (Color::Rgb(96, 134, 176), 67),
        ] {
            assert_eq!(nearest_of_256(color), Color::Indexed(index), "{color:?}");
        }
        assert_eq!(nearest_of_256(Color::Red), Color::Red);
    }
}
