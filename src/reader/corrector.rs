//! The threads that keep corrections and apply them.
//!
//! **In:** what is to become of the file. **Out:** the file, written; the library, analysed anew, with what that changed, on
//! the channel of the loop. **Why:** a large library takes seconds, and no key waits for it. Writing has a thread of its own,
//! so that whoever ends the reader at once has their correction kept all the same.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rayon::ThreadPoolBuilder;

use super::events::Incoming;
use super::model::correcting::{Corrected, Request};
use super::model::messages::Message;
use crate::language::Facts;
use crate::library::corrections::{Corrections, Difference, TakenOut, add, note, put_back, read_corrections, remove};
use crate::library::{Library, Progress};

/// What takes no longer needs no telling how far it has come.
const PATIENCE: Duration = Duration::from_millis(200);

/// A request, and the library that it is about.
type Asked = (Request, Arc<Library>);

/// The way to the threads. Dropping it waits until everything is written.
pub(super) struct Corrector {
    file: Option<PathBuf>,
    facts: Arc<Facts>,
    sender: Sender<Incoming>,
    /// Once there was something to correct.
    asked: Option<Sender<Asked>>,
    writer: Option<JoinHandle<()>>,
}

impl Corrector {
    /// One that keeps corrections in this file; without one, none can be kept.
    pub(super) const fn new(file: Option<PathBuf>, facts: Arc<Facts>, sender: Sender<Incoming>) -> Self {
        Self { file, facts, sender, asked: None, writer: None }
    }

    /// Asks for requests to be carried out, one after the other. What cannot be is told on the channel.
    pub(super) fn ask(&mut self, requests: Vec<Request>, library: &Arc<Library>) {
        for request in requests {
            if let Err(why) = self.ask_one(request.clone(), library) {
                let _ = self.sender.send(Incoming::Uncorrected(Message::error(why), Some(Box::new(request))));
                return;
            }
        }
    }

    fn ask_one(&mut self, request: Request, library: &Arc<Library>) -> Result<(), String> {
        let Some(file) = self.file.clone() else {
            let why = "Neither XDG_CONFIG_HOME nor HOME says where corrections would lie; use --corrections FILE.";
            return Err(why.to_owned());
        };
        if self.asked.is_none() {
            let (asked, requests) = channel();
            let work = Work { file, facts: Arc::clone(&self.facts), sender: self.sender.clone() };
            let begun = work.begin(requests);
            self.writer = Some(begun.map_err(|error| format!("The correction could not be kept: {error}"))?);
            self.asked = Some(asked);
        }
        // The thread may be gone: then nobody would write it.
        let is_sent = self.asked.as_ref().is_some_and(|asked| asked.send((request, Arc::clone(library))).is_ok());
        if !is_sent {
            self.asked = None;
            return Err("The correction could not be kept; try it again.".to_owned());
        }
        Ok(())
    }
}

impl Drop for Corrector {
    fn drop(&mut self) {
        self.asked = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

/// What the threads need.
#[derive(Clone)]
struct Work {
    file: PathBuf,
    facts: Arc<Facts>,
    sender: Sender<Incoming>,
}

/// A change that was written, with all corrections after it.
type Written = (Request, Corrections, Arc<Library>);

impl Work {
    fn begin(self, requests: Receiver<Asked>) -> std::io::Result<JoinHandle<()>> {
        let (written, to_apply) = channel();
        let applying = self.clone();
        thread::Builder::new().name("correcting".into()).spawn(move || applying.apply(&to_apply))?;
        thread::Builder::new().name("corrections".into()).spawn(move || {
            // What was taken out, as it stood, for whoever takes that back.
            let mut out: Vec<TakenOut> = Vec::new();
            for (request, library) in requests {
                match self.write(&request, &library, &mut out) {
                    Ok(corrections) => drop(written.send((request, corrections, library))),
                    Err(why) => {
                        let request = Some(Box::new(request));
                        drop(self.sender.send(Incoming::Uncorrected(Message::error(why), request)));
                    }
                }
            }
        })
    }

    fn write(&self, request: &Request, library: &Library, out: &mut Vec<TakenOut>) -> Result<Corrections, String> {
        let words = request.entry().what.commented(library);
        let done = match request {
            Request::Add(entry) => {
                let is_it = |taken: &TakenOut| (&taken.entry.what, taken.entry.made) == (&entry.what, entry.made);
                let done = match out.iter().rposition(is_it).map(|at| out.remove(at)) {
                    Some(taken) => put_back(&self.file, &taken, &words),
                    None => add(&self.file, entry, &words),
                };
                done.map(|()| true)
            }
            Request::Remove(entry) => remove(&self.file, &entry.what, &words).map(|taken| {
                let was_there = taken.is_some();
                out.extend(taken);
                was_there
            }),
        };
        if !done.map_err(|error| error.to_string())? {
            return Err("This correction is not in the file any more.".to_owned());
        }
        let (corrections, _) = read_corrections(&self.file).map_err(|error| error.to_string())?;
        Ok(corrections)
    }

    /// Analyses the library anew after each change; changes that came in meanwhile are applied together, since an analysis
    /// takes seconds and the last corrections hold all before them.
    fn apply(&self, written: &Receiver<Written>) {
        let mut latest: Option<Arc<Library>> = None;
        while let Ok((request, mut corrections, library)) = written.recv() {
            let mut requests = vec![request];
            for (request, later, _) in written.try_iter() {
                requests.push(request);
                corrections = later;
            }
            let before = latest.take().unwrap_or(library);
            let begun = Instant::now();
            let report = |progress: Progress| {
                if begun.elapsed() >= PATIENCE {
                    let _ = self.sender.send(Incoming::Correcting(progress));
                }
            };
            let analyse = || before.unread().correcting(corrections).analysed(&self.facts, &report);
            let all = || match ThreadPoolBuilder::new().build() {
                Ok(pool) => pool.install(analyse),
                Err(_) => analyse(),
            };
            let Ok(mut after) = catch_unwind(AssertUnwindSafe(all)) else {
                let why = "The stories could not be analysed anew: a bug in dateline. The correction is kept.";
                let _ = self.sender.send(Incoming::Uncorrected(Message::error(why), None));
                continue;
            };
            let mut changed = Difference::between(&before, &after).words();
            if let others @ 1.. = requests.len() - 1 {
                changed = format!("{changed}, together with {others} more");
            }
            for request in &requests {
                self.tell_in_file(request, &changed, &mut after);
            }
            let library = Arc::new(after);
            latest = Some(Arc::clone(&library));
            let Some(request) = requests.pop() else { continue };
            let corrected = Corrected { library, request, changed };
            if self.sender.send(Incoming::Corrected(Box::new(corrected))).is_err() {
                return;
            }
        }
    }
}

impl Work {
    /// Writes behind a correction what it changed; one that was taken back has no place for that.
    fn tell_in_file(&self, request: &Request, changed: &str, after: &mut Library) {
        let Request::Add(entry) = request else { return };
        // Of a correction that was taken back meanwhile nothing is left to be told.
        if !after.corrections.entries.iter().any(|own| own.what == entry.what) {
            return;
        }
        let kept = note(&self.file, &entry.what, changed);
        after.corrections = Arc::new(noted(&after.corrections, entry, changed));
        if let Err(error) = kept {
            let _ = self.sender.send(Incoming::Tell(Message::warning(error.to_string())));
        }
    }
}

/// The corrections, of which the last one that says the same tells what it changed.
fn noted(corrections: &Corrections, entry: &crate::library::corrections::Entry, changed: &str) -> Corrections {
    let mut noted = corrections.clone();
    if let Some(own) = noted.entries.iter_mut().rfind(|own| own.what == entry.what) {
        own.changed = Some(changed.to_owned());
    }
    noted
}
