//! A library in, one aligned line a story out.

use std::io::{self, Write};

use super::meetings::padded;
use super::output::Output;
use crate::article::TitleFrom;
use crate::library::{Library, Own};
use crate::meetings::Story;
use crate::search::{Filter, Query};
use crate::text::width::{truncate, width};

/// The widest that the outlet's column grows, in columns of the terminal.
const OUTLET: usize = 20;
/// The widest that the title's column grows.
const TITLE: usize = 72;
/// The narrowest that it gets, for a narrow terminal.
const TITLE_AT_LEAST: usize = 16;
/// The width that the number of links seldom exceeds.
const LINKS: usize = 8;
/// The width of the day's column: a day, and a sign where it is a guess.
const DAY: usize = 11;

/// Prints all stories, newest first, with the numbers that `show` takes.
pub(super) fn write(library: &Library, out: &mut Output) -> io::Result<()> {
    lines(library, &library.newest_first(), out)
}

/// Prints the stories that `query` asks for, best first, with their numbers in the whole list; false where there is
/// none. `own` is what the reader did with each story.
pub(super) fn write_found(library: &Library, own: &[Own], query: &Query, out: &mut Output) -> io::Result<bool> {
    let found: Vec<usize> =
        Filter::new(library).run(library, own, query).into_iter().map(|found| found.story).collect();
    lines(library, &found, out).map(|()| !found.is_empty())
}

fn lines(library: &Library, chosen: &[usize], out: &mut Output) -> io::Result<()> {
    let mut numbers = vec![0; library.stories.len()];
    for (place, at) in library.newest_first().into_iter().enumerate() {
        if let Some(number) = numbers.get_mut(at) {
            *number = place + 1;
        }
    }
    let stories: Vec<(usize, usize, &Story)> =
        chosen.iter().filter_map(|&at| Some((*numbers.get(at)?, at, library.stories.get(at)?))).collect();
    let number = library.stories.len().to_string().len();
    let titles: Vec<String> = stories.iter().map(|(.., story)| title(story)).collect();
    let outlets = stories.iter().map(|(.., story)| width(outlet(story)).min(OUTLET)).max().unwrap_or(0);
    // Two blanks between columns, and the number of links.
    let others = number + DAY + outlets + 4 * 2 + LINKS;
    let room = out.columns().saturating_sub(others).max(TITLE_AT_LEAST);
    let widest = titles.iter().map(|title| width(title)).max().unwrap_or(0).min(room);
    for ((place, at, story), title) in stories.iter().zip(&titles) {
        out.line(&format!(
            "{place:number$}  {:DAY$}  {}  {}  {}",
            day(story),
            padded(outlet(story), outlets),
            padded(title, widest),
            links(library.linked_stories(*at)),
        ))?;
    }
    out.flush()
}

/// The day of publication, with `~` behind it where it is a guess; a dash where there is none.
pub(super) fn day(story: &Story) -> String {
    let published = story.annotations.published.as_ref();
    published.map_or_else(
        || "-".to_owned(),
        |published| format!("{}{}", published.best, if published.is_certain() { "" } else { "~" }),
    )
}

/// The title, cut to the width of its column; in quotation marks where it is the story's first sentence.
pub(super) fn title(story: &Story) -> String {
    let title = &story.article.title;
    match title.from {
        TitleFrom::Derived(_) => format!("“{}”", truncate(&title.text, TITLE - 2)),
        TitleFrom::Text(_) | TitleFrom::Record => truncate(&title.text, TITLE).into_owned(),
    }
}

fn outlet(story: &Story) -> &str {
    story.article.outlet.as_ref().map_or("-", |outlet| outlet.name.as_str())
}

fn links(number: usize) -> String {
    match number {
        0 => String::new(),
        1 => "1 link".to_owned(),
        number => format!("{number} links"),
    }
}
