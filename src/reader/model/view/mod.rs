//! The views beside list and text: meetings, names, a map, why two stories are linked, two stories side by side.
//!
//! **In:** the library, and where someone is in a view. **Out:** which view is open, its [`Content`], the cursor in it, and
//! which rows are in sight. **Why:** every view answers the same keys and keeps its place when it is left, because there is
//! one way to be in a view.

mod compare;
mod content;
mod contents;
mod corrections;
mod course;
mod facts;
mod lines;
mod map;
mod meeting;
mod name;
mod names;
pub mod prose;
mod quoting;
mod remembered;
mod renewed;
mod sight;
#[cfg(test)]
mod tests;
mod timeline;
mod why;
mod words;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

pub use self::content::{Cell, Content, From, Role, Row, Target, Towards};
pub use self::contents::Inputs;
pub use self::facts::Facts;
pub use self::lines::Lines;
pub(in crate::reader) use self::names::counted;
pub(in crate::reader::model) use self::quoting::Quoting;
pub use self::sight::Parts;
use super::Model;
use super::input::Input;
use crate::dossier::neighbourhood::Node;
use crate::reader::actions::Command;
use crate::search::QueryError;

/// A view, by what it is about. Numbers are those of the library that is read now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// All meetings by day.
    Meetings,
    /// One of them: an index into [`Connections::meetings`](crate::links::Connections::meetings).
    Meeting(usize),
    /// All names.
    Names,
    /// One of them: an index into [`Connections::entities`](crate::links::Connections::entities).
    Name(usize),
    /// Everyone who is named beside it, and no closer to it than chance would bring about.
    Beside(usize),
    /// What stands around something.
    Map(Node),
    /// What speaks for it and against it that two stories tell of one meeting.
    Why {
        /// Index of one story.
        from: usize,
        /// Index of the other.
        to: usize,
    },
    /// Two stories side by side.
    Compare {
        /// Index of the story on the left.
        from: usize,
        /// Index of the story on the right.
        to: usize,
    },
    /// What readers corrected.
    Corrections,
}

impl View {
    /// The commands that lead to views from everywhere, and what these are called in the first line.
    pub const TABS: [(Command, &'static str); 4] = [
        (Command::Stories, "stories"),
        (Command::Meetings, "meetings"),
        (Command::Names, "names"),
        (Command::Map, "map"),
    ];

    /// What it is called in a list of places.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Meetings => "all meetings",
            Self::Meeting(_) => "a meeting",
            Self::Names => "all names",
            Self::Name(_) => "a name",
            Self::Beside(_) => "names beside a name",
            Self::Map(_) => "the map",
            Self::Why { .. } => "why they are linked",
            Self::Compare { .. } => "side by side",
            Self::Corrections => "corrections",
        }
    }

    /// To which of these a view belongs.
    pub const fn tab(self) -> Option<Command> {
        match self {
            Self::Meetings | Self::Meeting(_) => Some(Command::Meetings),
            Self::Names | Self::Name(_) | Self::Beside(_) => Some(Command::Names),
            Self::Map(_) => Some(Command::Map),
            Self::Why { .. } | Self::Compare { .. } | Self::Corrections => None,
        }
    }
}

/// Where someone is in a view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The stop that the cursor is on.
    pub cursor: usize,
    /// The first row in sight.
    pub top: usize,
    /// What narrows the view, or is looked for in it.
    pub words: String,
}

/// The line that is typed at the bottom of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What is typed.
    pub input: Input,
    /// Where the view stood before.
    before: At,
    /// The words that were looked for last, and the stop where they were found.
    sought: Option<(String, Option<usize>)>,
}

/// The view on the screen.
#[derive(Clone, Debug)]
pub struct Open {
    /// Which.
    pub view: View,
    /// Where in it.
    pub at: At,
    /// What is typed into its line, while that is open.
    pub typed: Option<Typed>,
    /// What it shows: with a mistake in what narrows it, what was shown before.
    pub content: Arc<dyn Content>,
    /// What is wrong with what narrows it.
    pub mistake: Option<QueryError>,
    /// Whether what narrows it waits for the filter, which another thread prepares.
    waits: bool,
    made_for: MadeFor,
    /// What the cursor stood on before everything was analysed anew.
    stood: Option<renewed::Stood>,
}

/// What a content depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeFor {
    library: usize,
    size: (u16, u16),
    words: String,
    least: crate::links::Tier,
    /// Counts what was done with stories; 0 where `words` do not ask for that.
    own: usize,
    is_linear: bool,
}

/// Where a view was left.
#[derive(Clone, Debug)]
struct Left {
    at: At,
    /// What it was narrowed by.
    filter: String,
    /// What its cursor stood on.
    stood: Option<renewed::Stood>,
    /// Whether everything was analysed anew since.
    is_renewed: bool,
}

/// What a view showed that was left not long ago: going back must not make it again.
#[derive(Clone, Debug)]
struct Kept {
    view: View,
    content: Arc<dyn Content>,
    made_for: MadeFor,
}

/// So many views are kept with what they showed: a walk over a map opens hundreds, and one of them may take megabytes.
const KEPT: usize = 8;

/// Views: the one on the screen, and where the others were left.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// The one on the screen, if one is.
    pub open: Option<Open>,
    left: HashMap<View, Left>,
    /// The last left, the latest at the end.
    kept: VecDeque<Kept>,
    /// Counts the libraries that came in.
    library: usize,
}

impl Views {
    /// Remembers where a view is left, and what it shows for a while.
    fn leave(&mut self, open: Open, library: &crate::library::Library) {
        let is_renewed = open.stood.is_some();
        let now = || renewed::Stood::of(&open, library);
        let stood = open.stood.clone().or_else(now);
        let Open { view, at, content, made_for, .. } = open;
        self.left.insert(view, Left { at, filter: made_for.words.clone(), stood, is_renewed });
        self.take_kept(view);
        self.kept.push_back(Kept { view, content, made_for });
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    /// What a view showed when it was left, if that is still known.
    fn take_kept(&mut self, view: View) -> Option<Kept> {
        let place = self.kept.iter().position(|kept| kept.view == view)?;
        self.kept.remove(place)
    }
}

impl Model {
    /// The view on the screen.
    pub(in crate::reader) fn view(&self) -> Option<&Open> {
        self.views.open.as_ref()
    }

    /// Opens a view where it was left, or else where the present place leads; the way back is remembered.
    pub(in crate::reader) fn open_view(&mut self, view: View) {
        if self.view().is_some_and(|open| open.view == view) {
            return;
        }
        self.leave_here();
        self.turn_to(Some(view));
    }

    /// Shows a view, or with `None` list and text, without a step in the way back.
    pub(in crate::reader) fn turn_to(&mut self, view: Option<View>) {
        // No other view waits to be opened any more.
        self.whereabouts.view = None;
        let from = self.from();
        if let Some(open) = self.views.open.take() {
            let library = Arc::clone(&self.library);
            self.views.leave(open, &library);
        }
        self.linear.line = 0;
        let Some(view) = view else { return };
        self.selecting.selection = None;
        let left = self.views.left.remove(&view);
        let is_new = left.is_none();
        let new = || Left { at: At::default(), filter: String::new(), stood: None, is_renewed: false };
        let Left { at, filter, stood, is_renewed } = left.unwrap_or_else(new);
        let kept = self.views.take_kept(view).map(|kept| (kept.content, kept.made_for));
        let was_kept = kept.is_some();
        let (content, made_for) = kept.unwrap_or_else(|| self.content_of(view, &filter));
        // What narrows it may find something else by now.
        let stood = stood.filter(|_| is_renewed || !was_kept);
        let mut open = Open { view, at, typed: None, content, mistake: None, waits: false, made_for, stood };
        open.find_again(&self.library);
        self.views.open = Some(open);
        let library = Arc::clone(&self.library);
        if let Some(open) = self.views.open.as_mut().filter(|_| is_new) {
            open.at.cursor = open.content.start(&library, from);
        }
        self.settle_view();
        self.show_cursor_in_the_middle();
        self.typing.offer(None);
    }

    /// Where someone comes from who opens a view now.
    fn from(&self) -> From {
        let story = self.shown;
        let source = story.zip(self.focused_passage());
        let mention = story.zip(self.panel.mention);
        From {
            story,
            mention: mention.map(|(story, mention)| crate::links::MentionRef { story, mention }),
            source: source.map(|(story, passage)| crate::dossier::Source { story, passage }),
        }
    }

    /// What Enter follows in the view on the screen.
    pub(in crate::reader) fn view_target(&self) -> Option<Target> {
        let open = self.view()?;
        open.content.target(&self.library, open.at.cursor)
    }

    /// The meeting that the row under the cursor is about, or else the page.
    pub(in crate::reader) fn meeting_of_row(&self) -> Option<usize> {
        let of_row = match self.view_target() {
            Some(Target::View(View::Meeting(meeting) | View::Map(Node::Meeting(meeting)))) => Some(meeting),
            Some(Target::Mention(at)) => self.library.meeting_of(at).map(|(meeting, _)| meeting),
            _ => None,
        };
        match self.view()?.view {
            // Other meetings stand on its page as well, but it is about one.
            View::Meeting(meeting) => Some(of_row.filter(|_| self.is_on_another_meeting()).unwrap_or(meeting)),
            _ => of_row,
        }
    }

    /// Whether Enter would open another meeting.
    fn is_on_another_meeting(&self) -> bool {
        matches!(self.view_target(), Some(Target::View(_)))
    }

    /// The story that the row under the cursor is about, where it is about one alone.
    pub(in crate::reader) fn story_of_row(&self) -> Option<usize> {
        match self.view_target() {
            Some(Target::Story(story) | Target::View(View::Map(Node::Story(story)))) => Some(story),
            Some(Target::View(_)) => None,
            Some(target) => target.source(&self.library).map(|source| source.story),
            None => self.view_source().map(|source| source.story),
        }
    }

    /// The words of the rows under the cursor, a line a row; `None` where no view is open, or it has no rows.
    pub(in crate::reader) fn view_words(&self) -> Option<String> {
        let open = self.view()?;
        let rows = open.content.rows_of(open.at.cursor);
        let rows = rows.filter(|row| *row < open.content.rows());
        // Of a row that several things stand in, only the cells of this one count.
        let columns = open.content.columns_of(open.at.cursor);
        let is_own = |cell: &Cell| columns.as_ref().is_none_or(|columns| columns.contains(&cell.column));
        let words = |row: usize| {
            let mut row = open.content.row(&self.library, row, open.at.cursor);
            row.cells.retain(is_own);
            row.words()
        };
        let words: Vec<String> = rows.map(words).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// The words behind what the cursor is on in the view on the screen.
    pub(in crate::reader) fn view_source(&self) -> Option<crate::dossier::Source> {
        let open = self.view()?;
        open.content.source(&self.library, open.at.cursor)
    }
}
