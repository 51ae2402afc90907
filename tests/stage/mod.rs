//! Screens as tests see them: the reader on an invented library, keys in, and a whole screen as text with its styles.

#![allow(
    dead_code,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at a surprise"
)]

use std::fmt::Write as _;

use dateline::reader::actions::Action;
use dateline::reader::keymap::Key;
use dateline::reader::model::Model;
use dateline::reader::theme::{Role, Theme};
use dateline::reader::update::update;
use dateline::reader::views::draw;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

#[allow(dead_code, reason = "the reader's own tests use the rest")]
#[path = "../../src/reader/fixture.rs"]
pub(crate) mod fixture;

/// Columns and rows of a screen.
pub(crate) type Size = (u16, u16);

/// Every size that screens are looked at in.
pub(crate) const SIZES: [Size; 4] = [(120, 36), (80, 24), (60, 20), (20, 6)];

/// The themes whose styles are written down: two that differ in every colour, and one without any.
const THEMES: [&str; 3] = ["dark", "light", "none"];

/// Signs for styles, in the order in which they are met.
const SIGNS: &str = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// The reader with the invented library.
pub(crate) fn reader(theme: &Theme, (width, height): Size) -> Model {
    let mut model = Model::new(*theme, width, height);
    update(&mut model, Action::Loaded(Box::new(fixture::library())));
    model
}

/// Presses keys, one a word; in a line that is typed a word without a binding is typed, `_` as a space.
pub(crate) fn press(model: &mut Model, keys: &str) {
    for word in keys.split_whitespace() {
        let command = Key::parse(word).and_then(|key| model.keymap().command(model.context(), key));
        let action = match command {
            Some(command) => Action::Do(command),
            None if model.context().is_typed_into() => Action::Insert(word.replace('_', " ")),
            None => panic!("{word} does nothing in {:?}", model.context()),
        };
        update(model, action);
    }
}

/// What the reader draws.
pub(crate) fn screen(model: &Model, (width, height): Size) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(model, frame)).unwrap();
    terminal
}

/// Compares a screen at every size with the one that was looked at: its words, and its styles in three themes.
#[allow(unused_macros, reason = "not every test looks at screens")]
macro_rules! at_every_size {
    ($name:expr, $model:expr) => {
        for size in crate::stage::SIZES {
            let name = format!("{}-{}x{}", $name, size.0, size.1);
            // The code that made a screen is in the test.
            insta::with_settings!({omit_expression => true}, {
                insta::assert_snapshot!(name, crate::stage::sheet($model, size));
            });
        }
    };
}
/// The reader after these keys.
pub(crate) fn after(keys: &str) -> impl Fn(&Theme, Size) -> Model {
    move |theme, size| {
        let mut model = reader(theme, size);
        press(&mut model, keys);
        model
    }
}

/// A screen as rows of words, then rows of signs for their styles, then what each sign means in each of the themes.
pub(crate) fn sheet(model: impl Fn(&Theme, Size) -> Model, size: Size) -> String {
    let themes = THEMES.map(Theme::shipped);
    let mut screens = themes.map(|theme| screen(&model(&theme, size), size));
    let cursor = screens[0].backend().cursor_visible().then(|| screens[0].get_cursor_position().unwrap());
    let buffers = screens.each_ref().map(|screen| screen.backend().buffer());
    let words = rows(buffers[0]);
    for (theme, buffer) in themes.iter().zip(buffers) {
        assert_eq!(words, rows(buffer), "a theme changes words");
        faint_is_no_word(theme, buffer);
    }
    // The dot is plain text.
    let plain = themes.map(|theme| described(Cell::default().set_style(theme.style(Role::Text))));
    let mut legend: Vec<[String; 3]> = vec![plain];
    let mut signs = String::new();
    for y in 0..size.1 {
        let mut row = String::new();
        for x in glyphs(buffers[0], y) {
            let styles = buffers.map(|buffer| described(&buffer[(x, y)]));
            let at = legend.iter().position(|known| *known == styles).unwrap_or_else(|| {
                legend.push(styles);
                legend.len() - 1
            });
            let columns = buffers[0][(x, y)].symbol().width();
            row.extend(std::iter::repeat_n(SIGNS.chars().nth(at).unwrap_or('?'), columns));
        }
        signs.push_str(row.trim_end_matches('.'));
        signs.push('\n');
    }
    let mut sheet = words;
    if let Some(cursor) = cursor {
        let _ = writeln!(sheet, "the cursor stands in column {}, row {}", cursor.x, cursor.y);
    }
    let _ = write!(sheet, "{}\n{signs}", "=".repeat(usize::from(size.0)));
    for (sign, styles) in SIGNS.chars().zip(legend) {
        let told: Vec<String> = THEMES.iter().zip(styles).map(|(theme, style)| format!("{theme} {style}")).collect();
        let _ = writeln!(sheet, "{sign}  {}", told.join("  |  "));
    }
    sheet
}

/// The words of each row, without the blanks at its end.
pub(crate) fn rows(buffer: &Buffer) -> String {
    let row = |y| glyphs(buffer, y).into_iter().map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..buffer.area().height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
}

/// The columns at which a glyph begins: the cell after a wide one belongs to it.
fn glyphs(buffer: &Buffer, y: u16) -> Vec<u16> {
    let mut columns = Vec::new();
    let mut x = 0;
    while x < buffer.area().width {
        columns.push(x);
        x += u16::try_from(buffer[(x, y)].symbol().width().max(1)).unwrap();
    }
    columns
}

/// `d7dae0 on 14171c bold`.
fn described(cell: &Cell) -> String {
    let color = |color: Color| match color {
        Color::Rgb(r, g, b) => format!("{r:02x}{g:02x}{b:02x}"),
        Color::Reset => "-".to_owned(),
        other => other.to_string(),
    };
    let names = cell.modifier.iter_names().map(|(name, _)| name.to_lowercase());
    let colors = format!("{} on {}", color(cell.fg), color(cell.bg));
    std::iter::once(colors).chain(names).collect::<Vec<_>>().join(" ")
}

/// Whoever cannot see what is faint misses rules and bars, and never a word.
#[track_caller]
fn faint_is_no_word(theme: &Theme, buffer: &Buffer) {
    let faint = theme.style(Role::Faint).fg;
    let is_word = |cell: &&Cell| Some(cell.fg) == faint && cell.symbol().chars().any(char::is_alphanumeric);
    let word: String = buffer.content().iter().filter(is_word).map(Cell::symbol).collect();
    assert!(faint == theme.style(Role::Muted).fg || word.is_empty(), "faint: {word}");
}
