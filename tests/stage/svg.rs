//! A screen as a picture.
//!
//! Every run of letters stands at its column with its width told, so that the picture looks the same in any monospaced
//! font and its text can be selected; rules and blocks are drawn, so that they meet without a gap.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The size of a cell and of the letters in it, in pixels.
const CELL: (f64, f64) = (8.4, 18.0);
const LETTERS: f64 = 14.0;
/// From the top of a cell to the line that letters stand on.
const BASELINE: f64 = 13.4;
/// Between the screen and the edge of the picture.
const EDGE: f64 = 12.0;

/// Cells side by side that look alike.
struct Run {
    x: u16,
    y: u16,
    columns: u16,
    words: String,
    look: Look,
}

#[derive(Clone, Copy, PartialEq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Draws a screen; `title` says what is seen on it, for whoever does not see it.
pub(crate) fn draw(buffer: &Buffer, cursor: Option<Position>, title: &str) -> String {
    let area = *buffer.area();
    let (width, height) = (f64::from(area.width) * CELL.0 + 2.0 * EDGE, f64::from(area.height) * CELL.1 + 2.0 * EDGE);
    let page = look(&buffer[(0, 0)]);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\">\n<title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\" \
         stroke=\"#808080\" stroke-opacity=\"0.4\"/>\n\
         <g font-family=\"'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace\" font-size=\"{LETTERS}\" \
         xml:space=\"preserve\">\n",
        escaped(title),
        color(page.bg),
    );
    let runs = runs(buffer);
    for run in runs.iter().filter(|run| run.look.bg != page.bg) {
        rect(&mut svg, (at(run.x, 0), at(run.y, 1)), (f64::from(run.columns) * CELL.0, CELL.1), run.look.bg);
    }
    for run in &runs {
        write_run(&mut svg, run);
    }
    if let Some(cursor) = cursor {
        rect(&mut svg, (at(cursor.x, 0), at(cursor.y, 1)), (2.0, CELL.1), page.fg);
    }
    svg + "</g>\n</svg>\n"
}

fn at(cell: u16, axis: usize) -> f64 {
    EDGE + f64::from(cell) * if axis == 0 { CELL.0 } else { CELL.1 }
}

fn look(cell: &Cell) -> Look {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (fg, bg) = if reversed { (cell.bg, cell.fg) } else { (cell.fg, cell.bg) };
    let drawn = Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED | Modifier::DIM;
    Look { fg, bg, modifier: cell.modifier & drawn }
}

/// Cells of one look, row by row. Whatever is no plain letter stands alone, for fonts differ in its width.
fn runs(buffer: &Buffer) -> Vec<Run> {
    let area = *buffer.area();
    let mut runs: Vec<Run> = Vec::new();
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(x, y)];
            let columns = u16::try_from(cell.symbol().width().max(1)).unwrap();
            let (look, joins) = (look(cell), is_letter(cell.symbol()));
            let goes_on = |run: &&mut Run| {
                run.y == y && run.x + run.columns == x && run.look == look && joins && run.words.chars().all(is_plain)
            };
            match runs.last_mut().filter(goes_on) {
                Some(run) => {
                    run.words.push_str(cell.symbol());
                    run.columns += columns;
                }
                None => runs.push(Run { x, y, columns, words: cell.symbol().to_owned(), look }),
            }
            x += columns;
        }
    }
    runs
}

fn is_letter(symbol: &str) -> bool {
    symbol.chars().all(is_plain)
}

/// What every monospaced font has, one column wide.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{17f}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…')
}

fn write_run(svg: &mut String, run: &Run) {
    let (x, y) = (at(run.x, 0), at(run.y, 1));
    let wide = f64::from(run.columns) * CELL.0;
    if let Some(parts) = drawn(&run.words) {
        for (left, top, width, height) in parts {
            rect(svg, (x + left, y + top), (width, height), run.look.fg);
        }
        return;
    }
    if run.look.modifier.contains(Modifier::UNDERLINED) {
        rect(svg, (x, y + BASELINE + 2.0), (wide, 1.0), run.look.fg);
    }
    let words = run.words.trim_end();
    let inside = words.trim_start();
    if inside.is_empty() {
        return;
    }
    let before = u16::try_from(words.width() - inside.width()).unwrap();
    let mut style = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::DIM, " opacity=\"0.6\""),
    ] {
        if run.look.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let columns = u16::try_from(inside.width()).unwrap();
    let length = if columns > 1 {
        format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", short(f64::from(columns) * CELL.0))
    } else {
        String::new()
    };
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" fill=\"{}\"{style}{length}>{}</text>",
        short(x + f64::from(before) * CELL.0),
        short(y + BASELINE),
        color(run.look.fg),
        escaped(inside),
    );
}

/// The parts of a sign that is drawn: left, top, width, height in a cell.
fn drawn(words: &str) -> Option<Vec<(f64, f64, f64, f64)>> {
    let (width, height) = CELL;
    let (middle, across) = ((height / 2.0).floor(), (width / 2.0).floor());
    let (thin, heavy) = (1.0, 2.0);
    Some(match words {
        "─" => vec![(0.0, middle, width, thin)],
        "━" => vec![(0.0, middle - 0.5, width, heavy)],
        "│" => vec![(across, 0.0, thin, height)],
        "┬" => vec![(0.0, middle, width, thin), (across, middle, thin, height - middle)],
        "┴" => vec![(0.0, middle, width, thin), (across, 0.0, thin, middle)],
        "▌" => vec![(0.0, 0.0, width / 2.0, height)],
        "▎" => vec![(0.0, 0.0, width / 4.0, height)],
        _ => return None,
    })
}

fn rect(svg: &mut String, (x, y): (f64, f64), (width, height): (f64, f64), fill: Color) {
    let _ = writeln!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" shape-rendering=\"crispEdges\"/>",
        short(x),
        short(y),
        short(width),
        short(height),
        color(fill),
    );
}

/// At most two decimals, and none that say nothing.
fn short(number: f64) -> String {
    let written = format!("{number:.2}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn color(color: Color) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => "currentColor".to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
