//! Everything that the reader knows at one moment.
//!
//! **In:** a library, and the changes that [`update`](super::update::update) makes. **Out:** a [`Model`], from which
//! the views draw.
//! **Why:** with all state in one place and one way to change it, a test can press any key on any screen and look
//! at what comes of it, without a terminal.

pub mod appearance;
pub mod arrival;
pub mod bookmarks;
mod can;
pub mod digest;
pub mod excerpt;
pub mod find;
pub mod history;
pub mod input;
pub mod keeping;
pub mod keyline;
pub mod kin;
pub mod labels;
pub mod left;
pub mod linear;
pub mod listing;
pub mod look;
pub mod marks;
pub mod messages;
pub mod names;
pub mod order;
pub mod outline;
pub mod overlay;
pub mod panel;
pub mod picker;
pub mod prepared;
pub mod prompt;
pub mod reports;
pub mod saved;
pub mod selection;
pub mod stories;
pub mod typing;
pub mod whereabouts;
pub mod window;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use self::appearance::Appearance;
use self::arrival::Finding;
use self::digest::Digest;
use self::excerpt::Excerpt;
use self::find::Find;
use self::history::{History, Place, Spot, Visit};
use self::input::Input;
use self::keeping::Keeping;
use self::linear::Linear;
use self::look::Look;
use self::messages::Messages;
use self::names::ShownNames;
use self::order::Order;
use self::overlay::Overlay;
use self::panel::Panel;
use self::picker::Picker;
use self::prepared::Prepared;
use self::prompt::Prompt;
use self::selection::Selecting;
use self::stories::Stories;
use self::typing::Typing;
use self::whereabouts::Whereabouts;
use super::actions::{Action, Context};
use super::keymap::{Found, Key, Keymap};
use super::layout::page::{Page, PlacedMark, lay_out_with};
use super::layout::{Panes, PickerParts, low_picker_parts, overlay_inside, picker_parts};
use super::settings::Settings;
use super::theme::Theme;
use crate::language::Passage;
use crate::library::{Library, Progress};
use crate::meetings::Story;
use crate::search::{Query, QueryError};

/// How many laid out articles are kept, the one on the screen among them.
const PAGES_KEPT: usize = 8;

/// Where the keyboard is, below anything laid over the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The filter line.
    Filter,
    /// The text.
    Text,
}

/// Where the list stood when the filter was opened: the way back where nothing matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BeforeFilter {
    /// The story that was read.
    pub(super) shown: Option<usize>,
    /// The first story in sight.
    pub(super) top: usize,
}

/// All state of the reader.
#[derive(Clone, Debug)]
pub struct Model {
    /// Shared with whoever works ahead.
    pub(super) library: Arc<Library>,
    pub(super) digests: Vec<Digest>,
    /// How far the reading of the library has come; `None` once its texts are there.
    pub(super) loading: Option<Progress>,
    /// What is known while names, meetings and links are still being looked for; `None` before and after.
    pub(super) finding: Option<Finding>,
    pub(super) theme: Theme,
    /// Which theme that is, and which others there are.
    pub(super) look: Look,
    pub(super) settings: Settings,
    pub(super) keymap: Keymap,
    /// Keys pressed that more have to follow.
    pub(super) pending: Vec<Key>,
    /// Whether those that can follow are shown.
    pub(super) shows_following: bool,
    pub(super) size: (u16, u16),
    pub(super) panes: Panes,
    /// How the screen is divided and the text is set.
    pub(super) appearance: Appearance,
    /// One thing below the other, for those who hear the screen or read it with their fingers.
    pub(super) linear: Linear,
    pub(super) focus: Focus,
    pub(super) overlay: Option<Overlay>,
    /// A list to pick from, above everything else.
    pub(super) picker: Option<Picker>,
    /// Whether the window of the terminal is looked at; terminals that do not tell are.
    pub(super) is_looked_at: bool,
    /// What the reader had to say.
    pub(super) messages: Messages,
    pub(super) stories: Stories,
    /// Its order and its groups.
    pub(super) order: Order,
    pub(super) input: Input,
    /// What the filter line asks for, as last understood.
    pub(super) query: Query,
    /// What is wrong with the filter line.
    pub(super) mistake: Option<QueryError>,
    /// Completion and history of the filter line.
    pub(super) typing: Typing,
    /// For stories that were in sight while a phrase was asked for: the line that has it, if there is one.
    pub(super) excerpts: HashMap<usize, Option<Excerpt>>,
    /// What the reader did with each story.
    pub(super) keeping: Keeping,
    /// A line that a key asked for.
    pub(super) prompt: Option<Prompt>,
    /// What was worked out before it was asked for.
    prepared: Prepared,
    /// The story in the reading pane.
    pub(super) shown: Option<usize>,
    /// The first row in sight.
    pub(super) top: usize,
    pub(super) spot: Option<Spot>,
    /// What is looked for in the story.
    pub(super) find: Option<Find>,
    /// What is selected in it.
    pub(super) selecting: Selecting,
    pub(super) panel: Panel,
    pub(super) history: History,
    /// Marks, and what the next letter is for.
    pub(super) whereabouts: Whereabouts,
    /// Which kinds of names are highlighted.
    pub(super) names: ShownNames,
    places: HashMap<usize, Place>,
    /// How long each story takes that was laid out.
    minutes: HashMap<usize, usize>,
    /// Where the list stood when the filter was opened.
    pub(super) before_filter: BeforeFilter,
    /// Laid out articles; the first one is on the screen.
    pages: Vec<Page>,
}

impl Model {
    /// A reader that waits for its library, on a screen of this size.
    pub fn new(theme: Theme, width: u16, height: u16) -> Self {
        let mut model = Self {
            library: Arc::default(),
            digests: Vec::new(),
            loading: Some(Progress::Scanning),
            finding: None,
            theme,
            look: Look::default(),
            settings: Settings::default(),
            keymap: Keymap::default(),
            pending: Vec::new(),
            shows_following: false,
            size: (width, height),
            panes: Panes::default(),
            appearance: Appearance::default(),
            linear: Linear::default(),
            focus: Focus::List,
            overlay: None,
            picker: None,
            is_looked_at: true,
            messages: Messages::default(),
            stories: Stories::default(),
            order: Order::default(),
            input: Input::default(),
            query: Query::default(),
            mistake: None,
            typing: Typing::default(),
            excerpts: HashMap::new(),
            keeping: Keeping::default(),
            prompt: None,
            prepared: Prepared::default(),
            shown: None,
            top: 0,
            spot: None,
            find: None,
            selecting: Selecting::default(),
            panel: Panel::default(),
            history: History::default(),
            whereabouts: Whereabouts::default(),
            names: ShownNames::default(),
            places: HashMap::new(),
            minutes: HashMap::new(),
            before_filter: BeforeFilter::default(),
            pages: Vec::new(),
        };
        model.settle();
        model
    }

    /// Where the keyboard is.
    pub fn context(&self) -> Context {
        if self.awaited().is_some() {
            return Context::Letter;
        }
        if self.picker.is_some() {
            return Context::Picker;
        }
        if self.prompt.is_some() {
            return Context::Prompt;
        }
        if self.overlay.as_ref().is_some_and(Overlay::is_typed_into) {
            return Context::Find;
        }
        if self.overlay.is_none() && self.find.as_ref().is_some_and(|find| find.typing) {
            return Context::Find;
        }
        match (&self.overlay, self.focus) {
            (Some(_), _) => Context::Overlay,
            (None, Focus::List) => Context::List,
            (None, Focus::Filter) => Context::Filter,
            (None, Focus::Text) if self.selecting.selection.is_some() => Context::Select,
            (None, Focus::Text) => Context::Text,
        }
    }

    /// Takes settings; what is wrong with bindings is left out of the keymap.
    #[must_use]
    pub fn with(mut self, settings: Settings) -> Self {
        self.keymap = Keymap::new(&settings.keys).0;
        self.order.sort = settings.sort;
        self.order.group_by(settings.group);
        self.names = settings.names;
        self.linear.is_on = settings.linear;
        self.linear.kinds = settings.spoken_labels;
        self.settings = settings;
        self.settle();
        self
    }

    /// Takes what is known about themes and the terminal.
    #[must_use]
    pub fn wearing(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// What the next key press asks for; `None` where it asks for nothing.
    pub fn pressed(&self, key: Key) -> Option<Action> {
        let context = self.context();
        let mut keys = self.pending.clone();
        keys.push(key);
        match self.keymap.find(context, &keys) {
            Found::Command(command) => Some(Action::Do(command)),
            Found::Begun => Some(Action::Begin(key)),
            Found::Nothing if keys.len() > 1 => Some(Action::Forget),
            Found::Nothing => {
                key.typed().filter(|_| context.is_typed_into()).map(|letter| Action::Insert(letter.to_string()))
            }
        }
    }

    /// After which pause the keys that can follow those pressed are to be shown; `None` where there is nothing to show.
    pub fn pause(&self) -> Option<Duration> {
        self.settings.which_key.filter(|_| self.waits_for_more() && !self.shows_following)
    }

    /// The keys and what they do.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Index of the story in the reading pane.
    pub fn shown(&self) -> Option<usize> {
        self.shown
    }

    /// The mark in focus, in reading order.
    pub fn focused_mark(&self) -> Option<usize> {
        match self.spot {
            Some(Spot::Mark(index)) => Some(index),
            _ => None,
        }
    }

    /// The passage in focus.
    pub(super) fn focused_passage(&self) -> Option<Passage> {
        match self.spot? {
            Spot::Mark(index) => self.marks().get(index).map(|placed| placed.mark.passage),
            Spot::Passage(passage) => Some(passage),
        }
    }

    /// The story in the reading pane.
    pub(super) fn story(&self) -> Option<&Story> {
        self.library.stories.get(self.shown?)
    }

    /// The rows of the story in the reading pane.
    pub(super) fn page(&self) -> Option<&Page> {
        self.pages.first().filter(|page| Some(page.story) == self.shown)
    }

    /// The marks of the story in the reading pane.
    pub(super) fn marks(&self) -> &[PlacedMark] {
        self.page().map_or(&[], |page| &page.marks)
    }

    /// How many rows of text are in sight.
    pub(super) fn text_height(&self) -> usize {
        usize::from(self.panes.measure().height)
    }

    /// The last row that may be the first in sight.
    pub(super) fn last_top(&self) -> usize {
        // In linear mode the last page may be a short one: what was on the page before is not told again.
        let least = if self.is_linear() { 1 } else { self.text_height() };
        self.page().map_or(0, |page| page.rows.len().saturating_sub(least))
    }

    /// Where the reader is.
    pub(super) fn here(&self) -> Option<Visit> {
        let story = self.shown?;
        let place = match self.page() {
            Some(page) => {
                let top = if self.is_linear() { self.linear.row } else { self.top };
                Place { top: (top > 0).then(|| page.anchor(top)).flatten(), spot: self.spot }
            }
            // Its pane is folded away and it has not been looked at since.
            None => self.places.get(&story).copied().unwrap_or_default(),
        };
        Some(Visit { story, place })
    }

    /// Shows a story at the place where it was left.
    pub(super) fn show(&mut self, story: Option<usize>) {
        if story == self.shown || story.is_none() {
            return;
        }
        if let Some(here) = self.here() {
            self.places.insert(here.story, here.place);
        }
        self.shown = story;
        self.spot = None;
        self.find = None;
        self.top = 0;
        (self.linear.row, self.linear.is_on_focus) = (0, false);
        self.lay_out();
        if self.page().is_some()
            && let Some(place) = story.and_then(|story| self.places.get(&story).copied())
        {
            self.go_to(place);
        }
    }

    /// Goes to a place in the story that is shown.
    pub(super) fn go_to(&mut self, place: Place) {
        self.spot = place.spot;
        self.top = place.top.and_then(|top| self.page()?.row_at(top)).unwrap_or(0);
        (self.linear.row, self.linear.is_on_focus) = (self.top, self.focus_row() == Some(self.top));
    }

    /// Brings the rest of the state in line after a change: parts of the screen, rows of the text, window of the
    /// list, panel.
    pub(super) fn settle(&mut self) {
        let (width, height) = self.size;
        // Whatever leaves the text brings the rest of the screen back.
        self.appearance.zen &= self.focus == Focus::Text;
        self.panes = Panes::of(width, height, self.focus == Focus::Text, self.arrangement());
        let window = self.list_window();
        self.stories.clamp(window);
        self.quote_texts(window);
        self.selecting.keep_to(self.shown.filter(|_| self.focus == Focus::Text));
        self.lay_out();
        self.top = self.top.min(self.last_top());
        let marks =
            self.pages.first().filter(|page| Some(page.story) == self.shown).map_or(&[][..], |page| &page.marks);
        self.panel.update(&self.library, self.shown, self.spot, marks);
        let height = self.overlay_height();
        if self.is_linear() {
            self.settle_linear();
            self.quote_texts(window);
        } else if let Some(overlay) = &mut self.overlay {
            overlay.scroll(0, height);
        }
        self.notice_reading();
    }

    /// How many lines of a list to pick from are in sight.
    pub(super) fn picker_height(&self) -> usize {
        let rows = picker_parts(self.size.0, self.size.1).items.height;
        usize::from(rows / self.picker.as_ref().map_or(1, |picker| picker.step(rows)))
    }

    /// Where the parts of the list to pick from stand.
    pub(super) fn picker_parts(&self) -> PickerParts {
        let (width, height) = self.size;
        match self.picker.as_ref().filter(|picker| !picker.kind.covers()) {
            Some(picker) => low_picker_parts(width, height, u16::try_from(picker.items.len()).unwrap_or(u16::MAX)),
            None => picker_parts(width, height),
        }
    }

    /// Whether something is laid over list and text.
    pub(super) fn is_covered(&self) -> bool {
        self.overlay.is_some() || self.picker.as_ref().is_some_and(|picker| picker.kind.covers())
    }

    /// How many lines of what is laid over the screen are in sight.
    pub(super) fn overlay_height(&self) -> usize {
        usize::from(overlay_inside(self.size.0, self.size.1).height)
    }

    /// Makes sure that the story shown is laid out as it is to be set, at the place where it was left.
    fn lay_out(&mut self) {
        let typography = self.typography();
        let Some(story) = self.shown else { return };
        // A pane that is folded away needs no rows.
        if typography.columns == 0 || self.page().is_some_and(|page| page.typography == typography) {
            return;
        }
        let mut place = self.here().map(|here| here.place).unwrap_or_default();
        place.top = self.hold(story, place.top);
        let fits = |page: &Page| page.story == story && page.typography == typography;
        if let Some(index) = self.pages.iter().position(fits) {
            let page = self.pages.remove(index);
            self.pages.insert(0, page);
        } else if let Some(told) = self.library.stories.get(story) {
            let digest = self.digests.get(story).copied().unwrap_or_default();
            let minutes = *self.minutes.entry(story).or_insert_with(|| digest::minutes(&told.article));
            let facts = digest::facts(told, minutes, (!self.is_only_read(story)).then_some(digest), self.own(story));
            let (facts, links) = if self.linear.is_on {
                (linear::story::facts(told, facts), linear::meeting::links(&self.library, story))
            } else {
                (facts, Vec::new())
            };
            self.pages.insert(0, lay_out_with(story, told, &facts, typography, &links));
            self.pages.truncate(PAGES_KEPT);
        }
        self.go_to(place);
        self.held(story, place.top);
    }
}
