//! The messages, the newest last, each with the time of day and its kind.

use jiff::civil::Date;

use super::{Item, Line, Section, rows};
use crate::reader::model::messages::{Logged, Messages};

/// From this width on, words stand beside the time and the kind, from this column on; else below them.
const BESIDE: (usize, usize) = (56, 21);

/// Where words begin below their time.
const BELOW: usize = 3;

/// One section; one for each day where there were several.
pub(super) fn sections(messages: &Messages, columns: usize) -> Vec<Section> {
    let mut days: Vec<(Date, Section)> = Vec::new();
    for logged in messages.log() {
        let day = logged.at.date();
        if days.last().is_none_or(|(last, _)| *last != day) {
            days.push((day, Section { heading: told(day), items: Vec::new() }));
        }
        if let Some((_, section)) = days.last_mut() {
            section.items.push(one(logged, columns));
        }
    }
    if let [(_, only)] = days.as_mut_slice() {
        only.heading.clear();
    }
    if days.is_empty() {
        let words = "Nothing was said yet. What happens in the background and what goes wrong will stand here.";
        let lines = rows(words, columns).into_iter().map(Line::Text).collect();
        days.push((Date::ZERO, Section { heading: String::new(), items: vec![Item { lines, ..Item::default() }] }));
    }
    days.into_iter().map(|(_, section)| section).collect()
}

fn told(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn one(logged: &Logged, columns: usize) -> Item {
    let (message, time) = (&logged.message, logged.at.time());
    let words = match logged.times {
        0 | 1 => message.words().to_owned(),
        times => format!("{} ({times} times)", message.words()),
    };
    let beside = columns >= BESIDE.0;
    let at = if beside { BESIDE.1 } else { BELOW };
    let column = u16::try_from(at).unwrap_or(u16::MAX);
    let mut rows = rows(&words, columns.saturating_sub(at)).into_iter();
    let first = if beside { rows.next().unwrap_or_default() } else { String::new() };
    let when = time.strftime("%H:%M:%S").to_string();
    let searched = format!("{when} {} {words}", message.kind().word());
    let mut lines = vec![Line::Said(when, message.kind(), column, first)];
    lines.extend(rows.map(|row| Line::More(column, row)));
    Item { lines, words: searched, is_apart: false }
}
