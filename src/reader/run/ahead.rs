//! The story that is read, analysed ahead of the others.
//!
//! **In:** the model. **Out:** the story that it waits for, on the channel. **Why:** who reads a story of a large library
//! need not wait for the meetings of ten thousand others.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::{Incoming, Model, events};
use crate::language::Facts;
use crate::reader::events::Wanted;

/// Asks for the story that is read to be analysed ahead of the others.
pub(super) struct Ahead {
    sender: Sender<Incoming>,
    facts: Arc<Facts>,
    /// The thread that does it, once one was needed.
    thread: Option<Sender<Wanted>>,
    asked: Option<usize>,
}

impl Ahead {
    pub(super) const fn new(sender: Sender<Incoming>, facts: Arc<Facts>) -> Self {
        Self { sender, facts, thread: None, asked: None }
    }

    /// Asks, where it was not asked for already.
    pub(super) fn ask(&mut self, model: &Model) -> io::Result<()> {
        let Some((wanted, article)) = model.wants_analysed() else {
            // With no one to ask, the thread ends.
            self.thread = None;
            return Ok(());
        };
        if self.asked == Some(wanted) {
            return Ok(());
        }
        let thread = match self.thread.take() {
            Some(thread) => thread,
            None => events::analyse_ahead(self.sender.clone(), Arc::clone(&self.facts))?,
        };
        // Where it has ended, the story comes with all the others.
        let _ = thread.send((wanted, article));
        (self.thread, self.asked) = (Some(thread), Some(wanted));
        Ok(())
    }
}
