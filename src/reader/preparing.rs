//! Work ahead: what the filter needs before it is asked, and how many stories each saved query finds.
//!
//! **In:** what the [`Model`] wants prepared. **Out:** an index that it shares, and counts. **Why:** the first letter that
//! is typed should cost no more than the tenth, and nobody should wait for the counts of queries that they may never ask.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::events::{Incoming, tell_reached};
use super::model::Model;
use super::model::prepared::{Service, Wanted, Work};
use super::model::underway::Task;

/// The thread that works ahead.
pub(super) struct Preparing {
    sender: Sender<Incoming>,
    /// Once there was something to do.
    thread: Option<Sender<Work>>,
    asked: Option<Wanted>,
}

impl Preparing {
    pub(super) const fn new(sender: Sender<Incoming>) -> Self {
        Self { sender, thread: None, asked: None }
    }

    /// Asks for what the model wants now, where that was not asked for.
    pub(super) fn ask(&mut self, model: &Model) -> io::Result<()> {
        let service = model.service();
        if !model.library.stories.is_empty() {
            service.begin();
        }
        let Some(wanted) = model.wants_prepared().filter(|wanted| self.asked.as_ref() != Some(wanted)) else {
            return Ok(());
        };
        let thread = match self.thread.take() {
            Some(thread) => thread,
            None => work(self.sender.clone(), service.clone())?,
        };
        // Where the thread has ended, the filter does its work itself, and there are no counts.
        if thread.send(model.work(wanted)).is_err() {
            service.end();
        }
        (self.thread, self.asked) = (Some(thread), Some(wanted));
        Ok(())
    }
}

/// Works on a thread of its own until there is no one to ask for more.
fn work(sender: Sender<Incoming>, service: Service) -> io::Result<Sender<Work>> {
    let (ask, asked) = channel::<Work>();
    let work = move || {
        while let Ok(mut work) = asked.recv() {
            // What was wanted before is not wanted any more.
            while let Ok(newer) = asked.try_recv() {
                work = newer;
            }
            let report = tell_reached(&sender, Task::Filter);
            let over = || drop(sender.send(Incoming::Underway(Task::Filter, None)));
            let Ok(counts) = catch_unwind(AssertUnwindSafe(|| work.carry_out_with_progress(&report, over))) else {
                // The filter does its work itself, for whoever waits for it.
                service.end();
                over();
                return;
            };
            if let Some(counts) = counts
                && sender.send(Incoming::Counted(counts)).is_err()
            {
                return;
            }
        }
    };
    thread::Builder::new().name("ahead".into()).spawn(work)?;
    Ok(ask)
}
