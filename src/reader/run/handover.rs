//! The terminal, handed to another program and taken back.
//!
//! **In:** a [`Request`] of `update`. **Out:** what came of it, told to the reader. **Why:** while an editor runs, nothing
//! of ours may read a key, draw, or end by a key that was meant for it.

use std::io;
use std::time::Instant;

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGINT, SIGWINCH};

use super::{Action, Incoming, Reader, Session};
use crate::reader::model::messages::Message;
use crate::reader::outside::{Outside, Program, Request};

impl Reader {
    /// Does what was asked of other programs.
    pub(super) fn ask_outside(&mut self, request: Request) -> io::Result<()> {
        let settings = self.model.settings.outside.clone();
        let told = match request {
            Request::Copy { text, what } => self.outside.copy(&settings, &text, &what, self.terminal.backend_mut())?,
            Request::CopyPath(path) => match Outside::written(&path) {
                Some(path) => self.outside.copy(&settings, &path, "the path", self.terminal.backend_mut())?,
                None => Some(Message::error("The path of this file holds signs that cannot be copied.")),
            },
            Request::Write { path, text } => Some(Outside::write(&path, &text)),
            Request::Edit { path, line } => match self.outside.editor(&settings, &path, line) {
                Ok(editor) => self.hand_over(&editor)?,
                Err(message) => Some(message),
            },
            Request::Page(text) => {
                let pager = self.outside.pager(&settings, text);
                self.hand_over(&pager)?
            }
            Request::Browse(address) => Some(self.outside.browse(&settings, &address)),
        };
        if let Some(message) = told {
            self.update(Action::Tell(message));
        }
        Ok(())
    }

    /// Gives the terminal to a program until it ends.
    fn hand_over(&mut self, program: &Program) -> io::Result<Option<Message>> {
        self.gate.close(|| {
            // Its thread sleeps until a key comes or the size changes.
            let _ = kill_process(getpid(), Signal::WINCH);
        });
        let told = program.run(Session::leave);
        // What was typed ahead, and signals that the keys of the other program sent to us as well, were not for us.
        let meant_for_us =
            |came: &Incoming| !matches!(came, Incoming::Terminal(_) | Incoming::Signal(SIGINT | SIGCONT | SIGWINCH));
        self.put_off.extend(self.incoming.try_iter());
        self.put_off.retain(meant_for_us);
        self.come_back()?;
        self.taken_back = Some(Instant::now());
        self.gate.open();
        Ok(told)
    }
}
