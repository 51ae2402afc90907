//! A library in, one aligned line a story out.

use std::io::{self, Write};

use super::output::Output;
use crate::library::Library;
use crate::meetings::Story;
use crate::text::width::{truncate, width};

/// The widest that the outlet's column grows, in columns of the terminal.
const OUTLET: usize = 20;
/// The widest that the title's column grows.
const TITLE: usize = 72;

/// Prints the list, newest story first, with the numbers that `show` takes.
pub(super) fn write(library: &Library, out: &mut Output) -> io::Result<()> {
    let order = library.newest_first();
    let stories: Vec<(usize, &Story)> =
        order.into_iter().filter_map(|at| library.stories.get(at).map(|story| (at, story))).collect();
    let number = stories.len().to_string().len();
    let widest = |field: fn(&Story) -> &str, limit: usize| {
        stories.iter().map(|(_, story)| width(field(story)).min(limit)).max().unwrap_or(0)
    };
    let (outlets, titles) = (widest(outlet, OUTLET), widest(title, TITLE));
    for (place, (at, story)) in stories.iter().enumerate() {
        out.line(&format!(
            "{:number$}  {}  {}  {}  {}",
            place + 1,
            day(story),
            padded(outlet(story), outlets),
            padded(title(story), titles),
            links(library.linked_stories(*at)),
        ))?;
    }
    out.flush()
}

/// The day of publication, or as many blanks with a dash.
pub(super) fn day(story: &Story) -> String {
    let published = story.annotations.published.as_ref();
    published.map_or_else(|| "-         ".to_owned(), |published| published.best.to_string())
}

fn outlet(story: &Story) -> &str {
    story.article.outlet.as_ref().map_or("-", |outlet| outlet.name.as_str())
}

fn title(story: &Story) -> &str {
    &story.article.title.text
}

/// `text` in exactly `columns` columns, for it may hold characters of any width.
fn padded(text: &str, columns: usize) -> String {
    let text = truncate(text, columns);
    let blanks = columns.saturating_sub(width(&text));
    format!("{text}{:blanks$}", "")
}

fn links(number: usize) -> String {
    match number {
        0 => String::new(),
        1 => "1 link".to_owned(),
        number => format!("{number} links"),
    }
}
