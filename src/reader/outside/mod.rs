//! Other programs: the clipboard, the editor, the pager, the browser.
//!
//! **In:** a [`Request`] that `update` made, what the environment and the settings say. **Out:** text handed over, a
//! program run, and words about what came of it. **Why:** all of this touches the world, and everything that leaves
//! goes through one room: clean text, no shell, and no article ever written to.

mod child;
mod clipboard;
mod command;
mod environment;
mod file;
pub(super) mod gate;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread;

pub use environment::{Clipboard, Environment};

pub(super) use self::child::Program;
use super::copying::as_it_is;
use super::events::Incoming;
use super::model::messages::Message;
use super::settings::{CopyTo, OutsideSettings};
use crate::library::by_hand::shown;
use crate::text::sanitise::one_line;

/// What `update` wants done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Clean text for the clipboard.
    Copy {
        /// The text.
        text: String,
        /// What it is, in a few words: `34 words`.
        what: String,
    },
    /// The path of a file for the clipboard.
    CopyPath(PathBuf),
    /// A file for the editor.
    Edit {
        /// The file.
        path: PathBuf,
        /// The 1-based line to begin at.
        line: Option<usize>,
    },
    /// Clean text for a new file.
    Write {
        /// The file, from the working folder on.
        path: PathBuf,
        /// The text.
        text: String,
    },
    /// Clean text for the pager.
    Page(String),
    /// An address for the browser.
    Browse(String),
}

/// The way out.
#[derive(Debug)]
pub(super) struct Outside {
    environment: Environment,
    /// The folder for what is copied into a file.
    folder: Option<PathBuf>,
    /// For words about what goes on in the background.
    sender: Sender<Incoming>,
    /// For names of files to look up, once there was one.
    looking: Option<Sender<String>>,
}

impl Outside {
    /// The way out; `state` is the file of what is kept of stories.
    pub(super) fn new(environment: Environment, state: Option<&Path>, sender: Sender<Incoming>) -> Self {
        Self { environment, folder: state.and_then(Path::parent).map(Path::to_owned), sender, looking: None }
    }

    /// Copies text; `out` leads to the terminal. Without words about it a program is still at it and will be told of.
    pub(super) fn copy(
        &self,
        settings: &OutsideSettings,
        text: &str,
        what: &str,
        out: &mut impl Write,
    ) -> io::Result<Option<Message>> {
        match settings.copy_to {
            CopyTo::File => Ok(Some(self.to_file(text, what, ""))),
            CopyTo::Command => {
                self.feed(&settings.copy_command, text, what);
                Ok(None)
            }
            CopyTo::Terminal => match clipboard::sequence(text, self.environment.clipboard) {
                Ok(sequence) => {
                    out.write_all(sequence.as_bytes())?;
                    out.flush()?;
                    Ok(Some(Message::answer(format!("Copied {what} to the terminal’s clipboard."))))
                }
                Err(why) => Ok(Some(self.to_file(text, what, why))),
            },
        }
    }

    /// Writes text into a new file.
    pub(super) fn write(path: &Path, text: &str) -> Message {
        file::write(&absolute(&file::at_home(path, std::env::var_os("HOME"))), text)
    }

    /// Asks whether there is something of this name, as [`Self::write`] understands it. It is looked up on a thread of its own,
    /// since a folder elsewhere may take its time; names that others came after meanwhile are not looked up.
    pub(super) fn look_up(&mut self, name: String) {
        let looking = self.looking.take().or_else(|| {
            let ((ask, asked), told) = (channel::<String>(), self.sender.clone());
            let work = move || {
                while let Ok(name) = asked.recv() {
                    let name = asked.try_iter().last().unwrap_or(name);
                    let is_there = is_there(&name);
                    if told.send(Incoming::IsThere(name, is_there)).is_err() {
                        return;
                    }
                }
            };
            // Where no thread can be had, it is said when the file is written.
            thread::Builder::new().name("looking".into()).spawn(work).is_ok().then_some(ask)
        });
        self.looking = looking.filter(|looking| looking.send(name).is_ok());
    }

    /// The path of a file as it is written anywhere else than in this folder; `None` where it holds signs that cannot be
    /// copied: another path would lead nowhere, or to another file.
    pub(super) fn written(path: &Path) -> Option<String> {
        absolute(path).to_str().and_then(as_it_is).map(str::to_owned)
    }

    fn to_file(&self, text: &str, what: &str, why: &str) -> Message {
        let Some(folder) = &self.folder else {
            return Message::error("Nothing was copied: no folder for it is known; set HOME or XDG_STATE_HOME.");
        };
        match clipboard::keep(folder, text) {
            Ok(path) => Message::answer(format!("Copied {what} to {}{why}.", shown(&path))),
            Err(error) => Message::error(format!("Nothing was copied: {}: {error}.", shown(folder))),
        }
    }

    /// Gives text to a program on a thread of its own: no key waits for it.
    fn feed(&self, command: &str, text: &str, what: &str) {
        let (text, what, written) = (text.to_owned(), what.to_owned(), one_line(command));
        let arguments = command::words(command);
        self.in_background(move || {
            Some(match child::feed(&arguments, &text) {
                Ok(()) => Message::answer(format!("Copied {what} with `{written}`.")),
                Err(why) => {
                    Message::error(format!("Nothing was copied: {why}; see command under [copy] in config.toml."))
                }
            })
        });
    }

    /// Opens an address in the browser, apart from the terminal.
    pub(super) fn browse(&self, settings: &OutsideSettings, address: &str) -> Message {
        let own = &settings.browser;
        if own.is_empty() && !self.environment.has_display {
            return Message::error("There is no display for a browser; copy the address, or set browser under [open].");
        }
        let default = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        let mut arguments = command::words(if own.is_empty() { default } else { own });
        arguments.push(address.to_owned());
        self.in_background(move || {
            let why = child::apart(&arguments).err()?;
            Some(Message::error(format!("The address was not opened: {why}; set browser under [open] in config.toml.")))
        });
        Message::answer(format!("Opening {address}"))
    }

    /// The editor for a file at a line; an error says what to set.
    pub(super) fn editor(
        &self,
        settings: &OutsideSettings,
        path: &Path,
        line: Option<usize>,
    ) -> Result<Program, Message> {
        if !path.is_file() {
            return Err(Message::error(format!(
                "There is no file {}: the story is built in, or was moved.",
                shown(path)
            )));
        }
        let said = [&settings.editor, &self.environment.visual, &self.environment.editor];
        let Some(command) = said.into_iter().find(|command| !command.is_empty()) else {
            let words = "No editor is known: set VISUAL or EDITOR, or editor under [open] in config.toml.";
            // Nothing went wrong: this is how it is set.
            return Err(Message::answer(words));
        };
        let arguments = command::editor(command, &absolute(path), line);
        Ok(Program { arguments, stdin: None, watched: Some(path.to_owned()), setting: "editor" })
    }

    /// The pager for a text.
    pub(super) fn pager(&self, settings: &OutsideSettings, text: String) -> Program {
        let said = [&settings.pager, &self.environment.pager];
        let command = said.into_iter().find(|command| !command.is_empty()).map_or("less", String::as_str);
        let arguments = command::pager(command, &self.environment.less);
        Program { arguments, stdin: Some(text), watched: None, setting: "pager" }
    }

    fn in_background(&self, work: impl FnOnce() -> Option<Message> + Send + 'static) {
        let told = self.sender.clone();
        let spawned = thread::Builder::new().name("outside".into()).spawn(move || {
            if let Some(message) = work() {
                let _ = told.send(Incoming::Tell(message));
            }
        });
        if let Err(error) = spawned {
            let _ = self.sender.send(Incoming::Tell(Message::error(format!("No program could be run: {error}."))));
        }
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether there is something of this name.
fn is_there(typed: &str) -> bool {
    let path = absolute(&file::at_home(Path::new(typed.trim()), std::env::var_os("HOME")));
    path.symlink_metadata().is_ok_and(|found| !found.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_looked_up_beside_the_keys_and_the_last_one_is_always_told() {
        let (sender, incoming) = channel();
        let mut outside = Outside::new(Environment::default(), None, sender);
        for name in ["no-such-folder/a", "no-such-folder/ab", "Cargo.toml"] {
            outside.look_up(name.to_owned());
        }
        let last = incoming.iter().find_map(|came| match came {
            Incoming::IsThere(name, is_there) if name == "Cargo.toml" => Some(is_there),
            _ => None,
        });
        assert_eq!(last, Some(true));
    }
}
