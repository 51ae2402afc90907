//! The line that asks: that of the list, or of a view that is narrowed.
//!
//! **In:** what is typed, wherever it is. **Out:** [`QueryLine`]: the line as it is shown, and what is wrong with it; what
//! could go on in it. **Why:** the list and the views take the same queries with the same help, so that there is one line,
//! which only asks for other things.

use ratatui::layout::Rect;

use super::input::Input;
use super::linear::said;
use super::messages::Message;
use super::typing::Typing;
use super::view::{Open, View};
use super::{Focus, Model};
use crate::reader::actions::Context;
use crate::search::{Query, QueryError, Sought, complete};
use crate::text::width::{ELLIPSIS, truncate};

/// A line that asks, as it is shown.
#[derive(Clone, Copy, Debug)]
pub struct QueryLine<'m> {
    /// What stands before the cursor.
    pub before: &'m str,
    /// What stands after it.
    pub after: &'m str,
    /// What is wrong with it.
    pub mistake: Option<&'m QueryError>,
    /// Whether it has the keyboard.
    pub is_typed: bool,
    /// Whether all of it is selected, so that what is typed takes its place.
    pub is_selected: bool,
}

impl QueryLine<'_> {
    /// All of it.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }
}

/// A mistake, as it is told below the line.
fn told(mistake: &QueryError) -> String {
    format!("✗ {mistake}")
}

/// Columns that are left for it, with a margin on both sides.
fn told_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(2))
}

/// How many rows it takes to tell a mistake in full, in so many columns.
pub(super) fn rows_to_tell(mistake: &QueryError, columns: u16) -> u16 {
    u16::try_from(said::rows(&told(mistake), told_columns(columns)).len()).unwrap_or(u16::MAX)
}

impl Model {
    /// The view on the screen, where it is narrowed by a query.
    pub(in crate::reader) fn narrowed_view(&self) -> Option<&Open> {
        self.view().filter(|open| open.content.is_filtered())
    }

    /// The line of the view on the screen, or else of the list.
    pub(in crate::reader) fn query_line(&self) -> QueryLine<'_> {
        let Some(open) = self.narrowed_view() else {
            let (before, after) = self.input.parts();
            let is_typed = self.focus == Focus::Filter && self.view().is_none();
            let is_selected = is_typed && self.input.is_selected();
            return QueryLine { before, after, mistake: self.mistake.as_ref(), is_typed, is_selected };
        };
        let (before, after) = open.typed.as_ref().map_or((open.at.words.as_str(), ""), |typed| typed.input.parts());
        let is_selected = open.typed.as_ref().is_some_and(|typed| typed.input.is_selected());
        QueryLine { before, after, mistake: open.mistake.as_ref(), is_typed: open.typed.is_some(), is_selected }
    }

    /// What is typed into, with what helps there: the line of the view on the screen, or else of the list.
    pub(in crate::reader) fn typed_line(&mut self) -> (&mut Typing, &mut Input) {
        let Self { typing, input, views, .. } = self;
        let of_view = views.open.as_mut().filter(|open| open.content.is_filtered());
        match of_view.and_then(|open| open.typed.as_mut()) {
            Some(typed) => (typing, &mut typed.input),
            None => (typing, input),
        }
    }

    /// What the line looks for.
    pub(in crate::reader) fn sought(&self) -> Sought {
        match self.narrowed_view().map(|open| open.view) {
            Some(View::Meetings) => Sought::Meetings,
            Some(View::Names) => Sought::Names,
            _ => Sought::Stories,
        }
    }

    /// Looks up what could go on at the cursor of the line.
    pub(in crate::reader) fn offer_completion(&mut self) {
        let line = self.query_line();
        let (words, cursor) = (line.text(), line.before.len());
        self.typing.offer(complete(&self.library, &self.keeping.own, self.sought(), &words, cursor));
    }

    /// Writes a query that was asked before into the line, or with `forward` the one after it; tells whether there was one.
    pub(in crate::reader) fn recall_query(&mut self, forward: bool) -> bool {
        let view = self.narrowed_view().map(|open| open.view);
        let can_be_asked = |line: &str| match view {
            Some(view) => view.asked(line).is_ok(),
            None => Query::parse(line).is_ok(),
        };
        let (typing, input) = self.typed_line();
        if forward { typing.newer(input, can_be_asked) } else { typing.older(input, can_be_asked) }
    }

    /// Remembers what the line asks; what is wrong with it goes into the log, where no line is too short for it.
    pub(in crate::reader) fn remember_query(&mut self) {
        let (line, mistake) = (self.query_line().text(), self.query_line().mistake.map(ToString::to_string));
        if let Some(mistake) = mistake {
            self.log(Message::error(format!("The filter {line} asks for nothing: {mistake}")));
        }
        self.typing.remember(&line);
    }

    /// The rows below the line.
    pub(in crate::reader) fn below_query(&self) -> Rect {
        if self.narrowed_view().is_some() { self.view_parts().below } else { self.list_rows().below }
    }

    /// What is wrong with the line, for the rows below it; and all of it for the last line, where these are too few while
    /// the line is typed.
    pub(in crate::reader) fn mistake_rows(&self) -> Option<(Vec<String>, Option<String>)> {
        let told = told(self.query_line().mistake?);
        let below = self.below_query();
        let mut rows = said::rows(&told, told_columns(below.width));
        let most = usize::from(below.height);
        if rows.len() <= most {
            return Some((rows, None));
        }
        rows.truncate(most);
        if let Some(last) = rows.last_mut() {
            *last = truncate(&format!("{last}{ELLIPSIS}"), told_columns(below.width)).into_owned();
        }
        Some((rows, (self.context() == Context::Filter).then_some(told)))
    }

    /// What is to be known of the line while it is typed, beside what stands below it: the rest of what is wrong with it, or
    /// what the chosen field asks.
    pub(in crate::reader) fn about_the_query(&self) -> Option<String> {
        if self.context() != Context::Filter {
            return None;
        }
        let chosen = || {
            let (completion, at) = self.typing.offered()?;
            let choice = completion.choices.get(at?)?;
            Some(format!("{} {}", choice.shown, choice.help?))
        };
        self.mistake_rows().and_then(|(_, last)| last).or_else(chosen)
    }
}
