//! The threads that keep corrections and apply them.
//!
//! **In:** what is to become of the file. **Out:** the file, written; the library, corrected, with what that changed, on
//! the channel of the loop. **Why:** a large library takes seconds, and no key waits for it. Writing has a thread of its own,
//! so that whoever ends the reader at once has their correction kept all the same.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::events::{Incoming, aside};
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

/// A change that was written.
struct Written {
    request: Request,
    /// Whether its entry is one that the program has just worded; one that was put back stands as its owner wrote it.
    is_new: bool,
    /// All before it: what another reader or an editor wrote meanwhile is among them.
    before: Corrections,
    /// All after it.
    corrections: Corrections,
    library: Arc<Library>,
}

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
                    Ok((before, corrections, is_new)) => {
                        drop(written.send(Written { request, is_new, before, corrections, library }));
                    }
                    Err(why) => {
                        let request = Some(Box::new(request));
                        drop(self.sender.send(Incoming::Uncorrected(Message::error(why), request)));
                    }
                }
            }
        })
    }

    /// Writes a change; gives all corrections before and after it, and whether there is a new entry among them.
    fn write(
        &self,
        request: &Request,
        library: &Library,
        out: &mut Vec<TakenOut>,
    ) -> Result<(Corrections, Corrections, bool), String> {
        let all =
            || read_corrections(&self.file).map(|(corrections, _)| corrections).map_err(|error| error.to_string());
        // What cannot be read is told by whoever is to write it.
        let before = all().unwrap_or_default();
        let words = request.entry().what.commented(library);
        let mut is_new = false;
        let done = match request {
            Request::Add(entry) => {
                let is_it = |taken: &TakenOut| (&taken.entry.what, taken.entry.made) == (&entry.what, entry.made);
                let known = out.iter().rposition(is_it);
                let done = match known.and_then(|at| out.get(at)) {
                    Some(taken) => put_back(&self.file, taken, &words),
                    None => add(&self.file, entry, &words),
                };
                is_new = known.is_none();
                // Where it could not be written this is tried again, and then it is still known how it stood.
                if let Some(at) = known.filter(|_| done.is_ok()) {
                    out.remove(at);
                }
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
        Ok((before, all()?, is_new))
    }

    /// Corrects the library after each change; changes that came in meanwhile are applied together, since an analysis
    /// takes seconds and the last corrections hold all before them.
    fn apply(&self, written: &Receiver<Written>) {
        let mut latest: Option<Arc<Library>> = None;
        while let Ok(first) = written.recv() {
            let Written { request, is_new, before: known, mut corrections, library } = first;
            let mut requests = vec![(request, is_new)];
            for later in written.try_iter() {
                requests.push((later.request, later.is_new));
                corrections = later.corrections;
            }
            let before = latest.take().unwrap_or(library);
            let is_shared = !say_the_same(&known, &before.corrections);
            let begun = Instant::now();
            let report = |progress: Progress| {
                if begun.elapsed() >= PATIENCE {
                    let _ = self.sender.send(Incoming::Correcting(progress));
                }
            };
            // What others corrected meanwhile is not what this correction changed.
            let analyse = || {
                let before = if is_shared { Arc::new(before.corrected(known, &self.facts, &report)) } else { before };
                let after = before.corrected(corrections, &self.facts, &report);
                (before, after)
            };
            let Ok((before, mut after)) = catch_unwind(AssertUnwindSafe(|| aside(analyse))) else {
                let why = "The stories could not be analysed anew: a bug in dateline. The correction is kept.";
                let _ = self.sender.send(Incoming::Uncorrected(Message::error(why), None));
                continue;
            };
            let mut changed = Difference::between(&before, &after).words();
            if let others @ 1.. = requests.len() - 1 {
                changed = format!("{changed}, together with {others} more");
            }
            for (request, _) in requests.iter().filter(|(_, is_new)| *is_new) {
                self.tell_in_file(request, &changed, &mut after);
            }
            let library = Arc::new(after);
            latest = Some(Arc::clone(&library));
            let Some((request, _)) = requests.pop() else { continue };
            let corrected = Corrected { library, request, changed, is_shared };
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

/// Whether two lists correct the same; when their entries were made and what they changed does not matter.
fn say_the_same(one: &Corrections, other: &Corrections) -> bool {
    one.entries.iter().map(|entry| &entry.what).eq(other.entries.iter().map(|entry| &entry.what))
}

/// The corrections, of which the last one that says the same tells what it changed.
fn noted(corrections: &Corrections, entry: &crate::library::corrections::Entry, changed: &str) -> Corrections {
    let mut noted = corrections.clone();
    if let Some(own) = noted.entries.iter_mut().rfind(|own| own.what == entry.what) {
        own.changed = Some(changed.to_owned());
    }
    noted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Correction, UserNames};
    use crate::library::corrections::{Entry, What};

    const OWN: &str = "[[rename]] # as of 2018\nname = \"Kolm\"\nto = \"Kollum\"\n";

    fn entry() -> Entry {
        let what = What::Reading(Correction::Rename { name: "Kolm".into(), to: "Kollum".into() });
        Entry { what, made: None, changed: None }
    }

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("dateline-corrector-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder.join("corrections.toml")
    }

    fn work(file: PathBuf) -> (Work, Receiver<Incoming>) {
        let (sender, incoming) = channel();
        (Work { file, facts: Arc::new(Facts::with_user_names(UserNames::default())), sender }, incoming)
    }

    #[test]
    fn what_could_not_be_put_back_is_put_back_as_it_stood_when_it_is_tried_again() {
        let file = scratch("again");
        std::fs::write(&file, OWN).unwrap();
        let (work, _incoming) = work(file.clone());
        let (library, mut out) = (Library::default(), Vec::new());
        work.write(&Request::Remove(entry()), &library, &mut out).unwrap();
        let left = std::fs::read_to_string(&file).unwrap();
        // Someone is in the midst of writing an entry.
        std::fs::write(&file, "[[rena").unwrap();
        assert!(work.write(&Request::Add(entry()), &library, &mut out).is_err());
        std::fs::write(&file, left).unwrap();
        work.write(&Request::Add(entry()), &library, &mut out).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), OWN);
        let _ = std::fs::remove_dir_all(file.parent().unwrap());
    }

    #[test]
    fn what_is_put_back_is_not_written_into() {
        let file = scratch("own");
        std::fs::write(&file, OWN).unwrap();
        let (work, incoming) = work(file.clone());
        let (asked, requests) = channel();
        let writer = work.begin(requests).unwrap();
        let library = Arc::new(Library::default());
        for request in [Request::Remove(entry()), Request::Add(entry())] {
            asked.send((request, Arc::clone(&library))).unwrap();
            // Each with an analysis of its own.
            assert!(matches!(incoming.recv(), Ok(Incoming::Corrected(_))));
        }
        drop(asked);
        writer.join().unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), OWN);
        let _ = std::fs::remove_dir_all(file.parent().unwrap());
    }

    #[test]
    fn what_another_reader_corrected_meanwhile_is_not_told_as_what_this_one_changed() {
        use crate::article::read;
        let file = scratch("shared");
        let (work, incoming) = work(file.clone());
        let text =
            "A quiet week\n\nWednesday, March 14, 2018\n\nZorbax Quilligan met Feridun Norbury in Berlin on Tuesday.\n";
        let articles = read("0.txt", std::path::Path::new("0.txt"), text.as_bytes()).articles;
        let library = Arc::new(Library::from_articles("test", articles));
        let (asked, requests) = channel();
        let writer = work.begin(requests).unwrap();
        let rename = |name: &str, to: &str| Entry {
            what: What::Reading(Correction::Rename { name: name.into(), to: to.into() }),
            made: None,
            changed: None,
        };
        add(&file, &rename("Feridun Norbury", "Norbury the Elder"), "by another one").unwrap();
        let told = |request: Request| {
            asked.send((request, Arc::clone(&library))).unwrap();
            let Ok(Incoming::Corrected(corrected)) = incoming.recv() else { panic!() };
            let is_there = corrected.library.connections.entities.iter().any(|one| one.name == "Norbury the Elder");
            (corrected.changed.clone(), corrected.is_shared, is_there)
        };
        let quill = rename("Zorbax Quilligan", "Quill");
        assert_eq!(told(Request::Add(quill.clone())), ("1 name changed".to_owned(), true, true));
        assert_eq!(told(Request::Remove(quill)), ("1 name changed".to_owned(), false, true), "that is known by now");
        drop(asked);
        writer.join().unwrap();
        let _ = std::fs::remove_dir_all(file.parent().unwrap());
    }
}
