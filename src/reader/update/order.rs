//! Order, groups and saved queries of the list, and the way to a day.
//!
//! **In:** a command, or what was picked. **Out:** the same stories in another order, or another line chosen.
//! **Why:** whatever the order, the story that was chosen stays chosen: what is put in order is the list, not the reader.

use jiff::civil::Date;
use ratatui::layout::{Position, Rect};

use super::{edit, scroll};
use crate::reader::actions::Command;
use crate::reader::model::digest::day;
use crate::reader::model::messages::Message;
use crate::reader::model::picker::Picker;
use crate::reader::model::prompt::{Asked, Prompt};
use crate::reader::model::{Focus, Model};
use crate::reader::settings::{GroupBy, Sort};
use crate::search::query::Days;

/// Carries one of these commands out.
pub(super) fn run(model: &mut Model, command: Command) {
    let is_grouped = !model.stories.groups().is_empty();
    match command {
        Command::Sort => model.picker = Some(Picker::sorts(model.order.sort)),
        Command::GroupBy => model.picker = Some(Picker::groups(model.order.group_by)),
        Command::Fold | Command::FoldAll if !is_grouped => {
            let keys = model.keymap().chords_anywhere(Command::GroupBy);
            let how = keys.first().map_or_else(String::new, |key| format!("; {} makes some", model.told_key(key)));
            model.say(format!("The list has no groups{how}."));
        }
        Command::Fold => {
            if let Some(group) = model.stories.group_of(model.stories.cursor) {
                model.fold(group);
                model.reveal_choice();
            }
        }
        Command::FoldAll => {
            model.fold_all();
            model.reveal_choice();
        }
        Command::JumpToDay if model.stories.is_empty() => model.say("No story is listed."),
        Command::JumpToDay => model.prompt = Some(Prompt::new(Asked::Day, 0, "")),
        Command::Saved(number) => saved(model, usize::from(number)),
        _ => {}
    }
}

/// Lists the stories in another order; the chosen one stays chosen.
pub(super) fn sort(model: &mut Model, sort: Sort) {
    model.order.sort = sort;
    model.list_again();
}

/// Lists the stories in other groups; the chosen one stays chosen.
pub(super) fn group_by(model: &mut Model, group_by: GroupBy) {
    model.order.group_by(group_by);
    model.list_again();
}

/// Unfolds a group, or goes to the first story of one that is unfolded.
pub(super) fn enter(model: &mut Model, listed: usize) {
    if model.stories.groups().get(listed).is_some_and(|group| group.folded) {
        model.fold(listed);
        model.reveal_choice();
    } else {
        scroll::choose(model, 1);
    }
    model.focus = Focus::List;
}

/// Asks the saved query with this number, from 1.
pub(super) fn saved(model: &mut Model, number: usize) {
    let saved = number.checked_sub(1).and_then(|at| model.settings.queries.get(at)).map(|(_, query)| query.clone());
    if let Some(query) = saved {
        edit::ask(model, &query);
        return;
    }
    let words = match model.settings.queries.len() {
        0 => "No queries are saved; config.toml holds them under [queries].".to_owned(),
        1 => "Only one query is saved.".to_owned(),
        count => format!("Only {count} queries are saved."),
    };
    model.say(words);
}

/// A click on the row of the saved queries, of which `row` is the area.
pub(super) fn click_saved(model: &mut Model, row: Rect, at: Position) {
    let (column, columns) = (usize::from(at.x - row.x), usize::from(row.width.saturating_sub(2)));
    let tab = model.saved_tabs(columns).into_iter().find(|tab| tab.columns().contains(&column.wrapping_sub(1)));
    match tab.map(|tab| tab.query) {
        Some(Some(query)) => saved(model, query + 1),
        Some(None) => edit::clear(model),
        None => {}
    }
}

/// Goes to the story nearest to the day that was typed; what is no day is told in place.
pub(super) fn jump(model: &mut Model) {
    let Some(prompt) = &mut model.prompt else { return };
    let typed = prompt.input.text();
    let typed = typed.trim();
    let days = match Days::parse(typed) {
        _ if typed.is_empty() => {
            model.prompt = None;
            return;
        }
        Err(mistake) => {
            prompt.mistake = Some(mistake.clone());
            // Beside the line there may be no room for all of it.
            model.log(Message::answer(mistake));
            return;
        }
        Ok(days) => days,
    };
    model.prompt = None;
    let Some((story, published)) = nearest(model, days) else {
        model.say("None of the listed stories tells its day.");
        return;
    };
    model.choose_unfolded(story);
    model.reveal_choice();
    model.show(model.stories.chosen());
    let found = if days.distance(published) > 0 {
        format!("No story of {typed} is listed; the nearest is of {}.", day(published))
    } else if !is_by_day(model) {
        format!("The list is {}; this is its first story of {typed}.", order(model))
    } else {
        return;
    };
    model.say(found);
}

/// The listed story that is nearest to these days, and its own day: the first in the list of those that are equally
/// near. Where the days have one end only, those nearest to that end.
fn nearest(model: &Model, days: Days) -> Option<(usize, Date)> {
    let to_end = |day: Date| match (days.from, days.to) {
        (Some(end), None) | (None, Some(end)) => Days { from: Some(end), to: Some(end) }.distance(day),
        _ => 0,
    };
    let dated = model.stories.matches.iter().filter_map(|found| {
        let published = model.library.stories.get(found.story)?.annotations.published.as_ref()?;
        Some((found.story, published.best))
    });
    dated.min_by_key(|(_, day)| (days.distance(*day), to_end(*day)))
}

/// Whether one goes through the days on the way down the list.
fn is_by_day(model: &Model) -> bool {
    let by_day = match model.order.sort {
        Sort::Relevance => !model.order.is_scored(),
        Sort::Newest | Sort::Oldest => true,
        Sort::Title | Sort::Outlet | Sort::Linked => false,
    };
    by_day && matches!(model.order.group_by, GroupBy::None | GroupBy::Day)
}

/// What the list is, where it is not by day.
fn order(model: &Model) -> String {
    match model.order.group_by {
        GroupBy::None | GroupBy::Day => match model.order.sort {
            Sort::Title | Sort::Outlet => format!("in order of {}s", model.order.sort.word()),
            Sort::Linked => "in order of links".into(),
            _ => "in order of matches".into(),
        },
        GroupBy::Series => "in groups by series".into(),
        by => format!("in groups by {}", by.word()),
    }
}
