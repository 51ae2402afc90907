//! How the reader was left, and the way back there.
//!
//! **In:** the model at its end; the text of a file. **Out:** that text; the model as it was. **Why:** who comes back wants
//! to go on: the story, the place in it, the filter, whatever was changed by hand. What nobody changed by hand is not
//! kept, so that another setting counts the next time.

mod reopened;

use serde::{Deserialize, Serialize};

use super::appearance::Chosen;
use super::bookmarks::Lasting;
use super::names::ShownNames;
use super::{Focus, Model};
use crate::language::NameKind;
use crate::library::KeptPlace;
use crate::reader::settings::{GroupBy, Sort};
use crate::search::Query;
use crate::text::sanitise::one_line;

/// How the reader was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Left {
    /// The id of the story that was shown.
    story: Option<String>,
    /// The place in it.
    place: KeptPlace,
    /// Whether the text had the keyboard, and not the list.
    reading: bool,
    /// The filter line.
    filter: String,
    /// What was asked before, the latest last.
    queries: Vec<String>,
    /// The order of the list, where it is not that of the settings.
    sort: Option<String>,
    /// What its groups have in common, likewise.
    group: Option<String>,
    /// The kinds of names that were highlighted, likewise.
    names: Option<Vec<String>>,
    /// How the page was arranged by hand.
    page: Chosen,
    /// The view that was open, if one was.
    view: Option<serde_json::Value>,
}

impl Left {
    /// Reads what [`Self::written`] wrote; nothing where it cannot be understood.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// As it is kept.
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Model {
    /// Goes on where the reader was left, once the library is there.
    #[must_use]
    pub fn resumed(mut self, left: Left) -> Self {
        let sort = Sort::ALL.iter().find(|sort| left.sort.as_deref() == Some(sort.word()));
        self.order.sort = sort.copied().unwrap_or(self.order.sort);
        if let Some(group) = GroupBy::ALL.iter().find(|group| left.group.as_deref() == Some(group.word())) {
            self.order.group_by(*group);
        }
        if let Some(names) = &left.names {
            self.names =
                NameKind::ALL.into_iter().filter(|kind| names.iter().any(|name| name == kind.word())).collect();
        }
        self.typing.recall(left.queries.iter().map(|query| one_line(query)).collect());
        self.arrange(left.page);
        self.whereabouts.view.clone_from(&left.view);
        self.whereabouts.left = Some(left);
        self
    }

    /// Whether the reader goes on where it was left.
    pub(in crate::reader) const fn is_resumed(&self) -> bool {
        self.whereabouts.is_resumed
    }

    /// How the reader is left now; `None` where it never came to its library.
    pub(in crate::reader) fn left(&self) -> Option<Left> {
        if self.loading.is_some() || self.whereabouts.left.is_some() || self.library.stories.is_empty() {
            return None;
        }
        let here = self.lasting();
        let id = |story: usize| self.library.stories.get(story).map(|story| story.article.id.clone());
        let words = |names: ShownNames| names.kinds().map(|kind| kind.word().to_owned()).collect();
        let (settings, order) = (&self.settings, &self.order);
        Some(Left {
            story: here.and_then(|(story, _)| id(story)),
            place: here.map(|(_, at)| at.kept()).unwrap_or_default(),
            reading: self.focus == Focus::Text,
            filter: self.typing.asked.clone(),
            queries: self.typing.past().to_vec(),
            sort: (order.sort != settings.sort).then(|| order.sort.word().to_owned()),
            group: (order.group_by != settings.group).then(|| order.group_by.word().to_owned()),
            names: (self.names != settings.names).then(|| words(self.names)),
            page: self.arranged(),
            view: self.view_to_reopen(),
        })
    }

    /// Asks what the filter line asked when the reader was left; before the stories are listed.
    pub(super) fn resume_filter(&mut self) {
        let filter = self.whereabouts.left.as_ref().map(|left| one_line(&left.filter)).unwrap_or_default();
        if let Ok(query) = Query::parse(&filter)
            && !filter.is_empty()
        {
            self.input.set(&filter, "");
            self.typing.asked = filter;
            self.query = query.linked_from(self.least);
        }
    }

    /// Begins anew where nothing was touched yet: the list may be in another order now that everything is found, and whoever
    /// only waited expects the first story, the same at each start.
    pub(super) fn begin_again(&mut self) {
        if self.is_resumed() || self.whereabouts.is_touched || self.view().is_some() {
            return;
        }
        self.stories.choose_first();
        self.show(self.stories.chosen());
        self.before_filter.shown = self.shown;
        self.reveal_choice();
    }

    /// Shows the story that was left, at its place; the first one of the list where there is none.
    pub(super) fn begin(&mut self) {
        let left = self.whereabouts.left.take().unwrap_or_default();
        let id = left.story.as_deref().unwrap_or_default();
        let Some(story) = self.library.stories.iter().position(|story| story.article.id == id) else {
            // A filter that was left may find nothing today.
            self.show(self.stories.chosen().or(self.order.newest().first().copied()));
            self.before_filter.shown = self.shown;
            return;
        };
        if left.reading {
            self.focus = Focus::Text;
            // On a narrow screen the text may only now have got its columns.
            self.settle();
        }
        self.show(Some(story));
        if self.choose_unfolded(story) {
            self.reveal_choice();
        }
        self.settle();
        self.go_to_lasting(Lasting::of(left.place));
        self.before_filter.shown = self.shown;
        self.whereabouts.is_resumed = true;
    }
}
