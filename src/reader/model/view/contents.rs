//! A view in, what it shows out.
//!
//! **In:** which view, and [`Inputs`]: the library, the room that there is, what narrows the view. **Out:** its [`Content`].
//! **Why:** here alone all views are listed; each has a file of its own for the rest.

use std::sync::Arc;

use super::{Content, MadeFor, View, compare, name, names};
use crate::library::{Library, Own};
use crate::links::Tier;
use crate::reader::model::Model;
use crate::reader::model::prepared::Prepared;
use crate::search::{Filter, NameQuery, Query, QueryError};

/// What a view is made from.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'m> {
    /// The stories and what joins them.
    pub library: &'m Arc<Library>,
    /// What was done with each story.
    pub own: &'m [Own],
    /// How many columns a row has.
    pub columns: u16,
    /// How many rows the screen has.
    pub rows: u16,
    /// What narrows the view.
    pub words: &'m str,
    /// How sure links are at least that are shown.
    pub least: Tier,
    /// Whether it is heard, not seen.
    pub is_linear: bool,
    /// Whether meetings and links are still being looked for.
    pub is_finding: bool,
    /// What was worked out of the library ahead.
    pub prepared: &'m Prepared,
}

impl<'m> Inputs<'m> {
    /// The index of the filter; it is made now where nobody needed it yet.
    pub fn filter(&self) -> &'m Filter {
        self.prepared.filter(self.library)
    }
}

impl Model {
    /// What a view shows, narrowed by `words`.
    pub(super) fn content_of(&self, view: View, words: &str) -> (Arc<dyn Content>, MadeFor) {
        (content(view, &self.inputs(words, self.view_columns(view))), self.made_for(view, words))
    }

    /// What a view would show in so many columns, as far as one looks at it in passing.
    pub(in crate::reader) fn preview_of(&self, view: View, columns: u16) -> Arc<dyn Content> {
        let inputs = self.inputs("", columns);
        match view {
            View::Name(entity) => name::preview(&inputs, entity),
            other => content(other, &inputs),
        }
    }

    fn inputs<'m>(&'m self, words: &'m str, columns: u16) -> Inputs<'m> {
        Inputs {
            library: &self.library,
            own: &self.keeping.own,
            columns,
            rows: self.size.1,
            words,
            least: self.least,
            is_linear: self.is_linear(),
            is_finding: self.finding.is_some(),
            prepared: &self.prepared,
        }
    }

    pub(super) fn made_for(&self, view: View, words: &str) -> MadeFor {
        MadeFor {
            own: if view.asked(words).unwrap_or(false) { self.own_changes() } else { 0 },
            library: self.views.library,
            size: self.size,
            words: words.to_owned(),
            least: self.least,
            is_linear: self.is_linear(),
        }
    }
}

impl View {
    /// Whether what narrows a view asks for what was done with stories; what is wrong with it, where something is.
    pub(in crate::reader) fn asked(self, words: &str) -> Result<bool, QueryError> {
        match self {
            Self::Meetings => Query::parse(words).map(|query| query.asks_for_own()),
            Self::Names => NameQuery::parse(words).map(|query| query.stories.asks_for_own()),
            _ => Ok(false),
        }
    }
}

fn content(view: View, inputs: &Inputs<'_>) -> Arc<dyn Content> {
    match view {
        View::Meetings => Arc::new(super::timeline::content(inputs)),
        View::Meeting(number) => super::meeting::content(inputs, number),
        View::Names => Arc::new(names::content(inputs)),
        View::Name(entity) => name::content(inputs, entity),
        View::Beside(entity) => name::beside(inputs, entity),
        View::Why { from, to } => Arc::new(super::why::content(inputs, from, to)),
        View::Map(node) => super::map::content(node, inputs),
        View::Compare { from, to } => Arc::new(compare::content(inputs, from, to)),
        View::Corrections => Arc::new(super::corrections::content(inputs)),
    }
}
