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
use crate::text::width::width;

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
}

impl QueryLine<'_> {
    /// All of it.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }
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
            return QueryLine { before, after, mistake: self.mistake.as_ref(), is_typed };
        };
        let (before, after) = open.typed.as_ref().map_or((open.at.words.as_str(), ""), |typed| typed.input.parts());
        QueryLine { before, after, mistake: open.mistake.as_ref(), is_typed: open.typed.is_some() }
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

    /// What is wrong with the line, for the rows below it; and for the last line, where one row there is too short for it
    /// while the line is typed: its beginning stands in one and the rest in the other, or all of it in the last line.
    pub(in crate::reader) fn mistake_rows(&self) -> Option<(Vec<String>, Option<String>)> {
        let told = format!("✗ {}", self.query_line().mistake?);
        let room = |area: Rect| usize::from(area.width.saturating_sub(2));
        let below = self.below_query();
        let rows = said::rows(&told, room(below));
        if rows.len() <= usize::from(below.height) {
            return Some((rows, None));
        }
        if self.context() != Context::Filter {
            return Some((vec![told], None));
        }
        if below.is_empty() || width(&told) <= room(self.panes.hints) {
            return Some((vec![told.clone()], Some(told)));
        }
        let mut fits = 0;
        for (at, _) in told.match_indices(' ') {
            if told.get(..at).is_some_and(|words| width(words) <= room(below)) {
                fits = at;
            }
        }
        let (first, rest) = told.split_at_checked(fits)?;
        Some((vec![first.to_owned()], Some(format!("… {}", rest.trim_start()))))
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
