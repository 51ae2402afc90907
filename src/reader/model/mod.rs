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
pub mod correcting;
pub mod dating;
pub mod digest;
pub mod excerpt;
pub mod find;
pub mod headline;
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
pub mod peek;
pub mod picker;
pub mod prepared;
pub mod prompt;
pub mod query_line;
mod question;
pub mod reports;
pub mod saved;
pub mod selection;
mod sight;
pub mod stories;
pub mod sureness;
pub mod typing;
pub mod underway;
pub mod view;
pub mod whereabouts;
pub mod window;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use self::appearance::Appearance;
use self::arrival::Finding;
use self::correcting::Correcting;
use self::digest::Digest;
use self::excerpt::Excerpt;
use self::find::Find;
use self::history::{History, Place, Spot};
use self::input::Input;
use self::keeping::Keeping;
use self::linear::Linear;
use self::look::Look;
use self::messages::{Message, Messages};
use self::names::ShownNames;
use self::order::Order;
use self::overlay::Overlay;
use self::panel::Panel;
use self::peek::Peek;
use self::picker::Picker;
use self::prepared::Prepared;
use self::prompt::Prompt;
use self::selection::Selecting;
use self::stories::Stories;
use self::typing::Typing;
use self::underway::Underway;
use self::view::Views;
use self::whereabouts::Whereabouts;
use super::actions::{Action, Context};
use super::keymap::{Found, Key, Keymap};
use super::layout::Panes;
use super::layout::page::Page;
use super::settings::Settings;
use super::theme::Theme;
use crate::language::Passage;
use crate::library::{Library, Progress};
use crate::links::Tier;
use crate::meetings::Story;
use crate::search::{Lit, Query, QueryError};

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
    /// The view beside list and text, below what is laid over the screen.
    pub(super) views: Views,
    /// A list to pick from, above everything else.
    pub(super) picker: Option<Picker>,
    /// Whether the window of the terminal is looked at; terminals that do not tell are.
    pub(super) is_looked_at: bool,
    /// A look at what Enter would lead to.
    pub(super) peek: Option<Peek>,
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
    /// For stories that were in sight while words were asked for: where those were found.
    pub(super) lit: HashMap<usize, Lit>,
    /// What the reader did with each story.
    pub(super) keeping: Keeping,
    /// A line that a key asked for.
    pub(super) prompt: Option<Prompt>,
    /// What is being corrected.
    pub(super) correcting: Correcting,
    /// What was worked out before it was asked for.
    prepared: Prepared,
    /// What goes on in the background.
    pub(super) underway: Underway,
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
    /// The least sure links that are shown.
    pub(super) least: Tier,
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
            views: Views::default(),
            picker: None,
            peek: None,
            is_looked_at: true,
            messages: Messages::default(),
            stories: Stories::default(),
            order: Order::default(),
            input: Input::default(),
            query: Query::default(),
            mistake: None,
            typing: Typing::default(),
            excerpts: HashMap::new(),
            lit: HashMap::new(),
            keeping: Keeping::default(),
            prompt: None,
            correcting: Correcting::default(),
            prepared: Prepared::default(),
            underway: Underway::default(),
            shown: None,
            top: 0,
            spot: None,
            find: None,
            selecting: Selecting::default(),
            panel: Panel::default(),
            history: History::default(),
            whereabouts: Whereabouts::default(),
            least: Settings::default().least,
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
        if self.overlay.is_none() && self.view().is_none() && self.find.as_ref().is_some_and(|find| find.typing) {
            return Context::Find;
        }
        match (&self.overlay, self.view(), self.focus) {
            (Some(_), ..) => Context::Overlay,
            (None, Some(open), _) if open.typed.is_some() => {
                if open.content.is_filtered() {
                    Context::Filter
                } else {
                    Context::Find
                }
            }
            (None, Some(_), _) => Context::View,
            (None, None, Focus::List) => Context::List,
            (None, None, Focus::Filter) => Context::Filter,
            (None, None, Focus::Text) if self.selecting.selection.is_some() => Context::Select,
            (None, None, Focus::Text) => Context::Text,
        }
    }

    /// Takes settings; what is wrong with bindings is left out of the keymap.
    #[must_use]
    pub fn with(mut self, settings: Settings) -> Self {
        let (keymap, _, replaced) = Keymap::new(&settings.keys);
        self.keymap = keymap;
        for lost in replaced {
            self.log(Message::event(format!("Configuration, {lost}.")));
        }
        self.order.sort = settings.sort;
        self.order.group_by(settings.group);
        self.names = settings.names;
        self.least = settings.least;
        self.order.count_links_from(settings.least);
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
            // Whoever leaves keys that were begun wants no answer.
            Found::Nothing if keys.len() > 1 => {
                Some(if key == Key::ESCAPE { Action::LeaveKeys } else { Action::Forget })
            }
            Found::Nothing if context == Context::View => [Context::Text, Context::List]
                .into_iter()
                .find_map(|elsewhere| self.keymap.begun_by(elsewhere, key))
                .map(Action::NotHere),
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
}
