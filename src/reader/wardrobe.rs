//! The themes on disk, and what the terminal tells of its background, for the loop.
//!
//! **In:** where themes and the choice among them lie, what is set, the terminal. **Out:** the first theme; later, on the
//! channel of the loop, the themes that there are; the choice, kept. **Why:** no key waits for a disk, and a choice that was
//! made is kept before the program ends.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use super::events::Incoming;
use super::model::look::Look;
use super::model::messages::Message;
use super::run::Options;
use super::theme::background::{self, Asked};
use super::theme::kept::{self, Kept};
use super::theme::{AUTO, Palette, Shelf, Theme, Wish};

/// Where themes come from, and what decides between them.
#[derive(Debug)]
pub(super) struct Wardrobe {
    shelf: Shelf,
    wish: Wish,
    palette: Palette,
    /// Where the choice is kept; `None` for nowhere.
    file: Option<PathBuf>,
    /// The name of the theme in force when the reader began, or [`AUTO`].
    first: String,
    /// Whether the background is light, by the environment.
    told: Option<bool>,
    sender: Sender<Incoming>,
    /// The thread that keeps the last choice.
    keeping: Option<JoinHandle<()>>,
}

/// What the reader begins with.
pub(super) struct First {
    pub(super) theme: Theme,
    pub(super) look: Look,
    /// What was wrong with the theme that was asked for.
    pub(super) wrong: Option<Message>,
}

impl Wardrobe {
    pub(super) fn new(options: &Options, sender: Sender<Incoming>) -> Self {
        let wish = options.settings.theme.clone();
        let file = options.state.as_deref().map(kept::file);
        let chosen = file.as_deref().and_then(|file| kept::read(file, &wish.name));
        Self {
            shelf: options.themes.clone(),
            palette: options.surroundings.palette(),
            first: chosen.unwrap_or_else(|| wish.name.clone()),
            told: options.surroundings.is_light(),
            wish,
            file,
            sender,
            keeping: None,
        }
    }

    /// Asks the terminal for its background, where the answer makes a difference and nothing else tells it.
    pub(super) fn ask(&self) -> Asked {
        if self.first == AUTO && self.palette == Palette::True && self.told.is_none() {
            background::ask()
        } else {
            Asked::default()
        }
    }

    /// The theme to begin with, once the terminal has answered or was not asked.
    pub(super) fn first(&self, answer: Option<bool>) -> First {
        let is_light = self.told.or(answer);
        let (theme, wrong) = self.wish.theme(&self.first, &self.shelf, self.palette, is_light);
        let name = if wrong.is_some() { AUTO } else { &self.first };
        let look = Look {
            name: name.to_owned(),
            palette: self.palette,
            is_light,
            is_kept: self.file.is_some(),
            ..Look::default()
        };
        let words = |error| format!("The theme `{}` cannot be shown: {error}", self.first);
        First { theme, look, wrong: wrong.map(|error| Message::warning(words(error))) }
    }

    /// The theme for a background that the terminal has told of only now; `None` where another one was chosen.
    pub(super) fn suit(&self, in_force: &str, is_light: bool) -> Option<Theme> {
        (in_force == AUTO).then(|| self.wish.theme(AUTO, &self.shelf, self.palette, Some(is_light)).0)
    }

    /// Reads all themes; they come on the channel.
    pub(super) fn read(&self) -> io::Result<()> {
        let (themes, sender) = (self.shelf.clone(), self.sender.clone());
        let work = move || {
            let _ = sender.send(Incoming::Themes(themes.all()));
        };
        thread::Builder::new().name("themes".into()).spawn(work).map(drop)
    }

    /// Keeps a choice.
    pub(super) fn keep(&mut self, chosen: String) -> io::Result<()> {
        let Some(file) = self.file.clone() else { return Ok(()) };
        self.finish();
        let (kept, sender) = (Kept { chosen, instead_of: self.wish.name.clone() }, self.sender.clone());
        let work = move || {
            if let Err(error) = kept::write(&file, &kept) {
                let _ = sender.send(Incoming::Tell(Message::error(format!("The theme was not kept: {error}"))));
            }
        };
        self.keeping = Some(thread::Builder::new().name("theme".into()).spawn(work)?);
        Ok(())
    }

    fn finish(&mut self) {
        if let Some(thread) = self.keeping.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Wardrobe {
    fn drop(&mut self) {
        self.finish();
    }
}
