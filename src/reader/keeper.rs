//! The thread that keeps what the reader does with stories.
//!
//! **In:** the articles of a library, then changes to single stories. **Out:** what was kept of each, and what went wrong,
//! on the channel of the loop. **Why:** a disk can be slow and another reader may be writing: no key waits for either.
//! When the reader ends, everything it was told is kept before the program does.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::events::{Incoming, tell_reached};
use super::model::messages::Message;
use super::model::underway::Task;
use super::update::Effects;
use crate::article::Article;
use crate::library::by_hand::shown;
use crate::library::{Change, Kept, Mark, Sessions, StateError, Store, StoryKey};

/// What the thread is told.
enum Told {
    /// The articles of the library, in its order.
    Library(Vec<Arc<Article>>),
    /// Changes to stories, by index.
    Changes(Vec<(usize, Change)>),
    /// Marks that were set, each in the story with this index.
    Marks(Vec<(usize, Mark)>),
    /// Another reader may have changed something.
    Again,
}

/// Where it is kept what the reader does.
#[derive(Clone, Debug, Default)]
pub(super) struct Where {
    /// The file of what is done with stories; `None` for nowhere.
    pub(super) state: Option<PathBuf>,
    /// The library that marks belong to.
    pub(super) library: String,
    /// Where it is kept how the reader is left; `None` for nowhere.
    pub(super) sessions: Option<Sessions>,
}

/// The way to the thread. Dropping it waits until everything is kept.
#[derive(Debug)]
pub(super) struct Keeper {
    told: Option<Sender<Told>>,
    /// What the thread begins with; `None` once it has begun.
    waiting: Option<Waiting>,
    thread: Option<JoinHandle<()>>,
    /// Where it is kept how the reader is left, and for which library.
    sessions: Option<(Sessions, String)>,
    /// How it is left.
    left: Option<String>,
}

/// What the thread begins with.
#[derive(Debug)]
struct Waiting {
    place: Where,
    told: Receiver<Told>,
    sender: Sender<Incoming>,
}

impl Keeper {
    /// One that will keep there; without a file nothing is kept.
    pub(super) fn new(place: Where, sender: Sender<Incoming>) -> Self {
        let (tell, told) = channel();
        let sessions = place.sessions.clone().map(|sessions| (sessions, place.library.clone()));
        Self { told: Some(tell), waiting: Some(Waiting { place, told, sender }), thread: None, sessions, left: None }
    }

    /// Asks for what was kept of these articles. The thread begins with that, which is after the first screen.
    pub(super) fn library(&mut self, articles: Vec<Arc<Article>>) -> io::Result<()> {
        self.tell(Told::Library(articles));
        let Some(Waiting { place, told, sender }) = self.waiting.take() else { return Ok(()) };
        let work = move || match open(place.state.as_deref(), &sender) {
            Some(store) => keep(store, &place.library, &told, &sender),
            None => keep_nothing(&told, &sender),
        };
        self.thread = Some(thread::Builder::new().name("keeper".into()).spawn(work)?);
        Ok(())
    }

    /// Has kept what an action led to.
    pub(super) fn keep(&mut self, effects: &mut Effects) {
        if let Some(left) = effects.left.take() {
            self.left = Some(left.written());
        }
        if !effects.keep.is_empty() {
            self.tell(Told::Changes(std::mem::take(&mut effects.keep)));
        }
        if !effects.marks.is_empty() {
            self.tell(Told::Marks(std::mem::take(&mut effects.marks)));
        }
    }

    /// Asks for what is kept now. It is answered in any case.
    pub(super) fn look_again(&self) {
        self.tell(Told::Again);
    }

    fn tell(&self, what: Told) {
        if let Some(told) = &self.told {
            // The thread ends with this sender and not before.
            let _ = told.send(what);
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.told = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        if let (Some((sessions, library)), Some(left)) = (&self.sessions, &self.left) {
            // Nothing that anyone wrote is lost with it, and the terminal is the shell's again.
            let _ = sessions.keep(library, left);
        }
    }
}

fn tell(sender: &Sender<Incoming>, message: Message) {
    let _ = sender.send(Incoming::Tell(message));
}

/// The file; where there is none, it is told why.
fn open(path: Option<&Path>, sender: &Sender<Incoming>) -> Option<Store> {
    let Some(path) = path else {
        let why = "no folder is known for it; set XDG_STATE_HOME or HOME";
        tell(sender, Message::error(format!("Nothing you mark will be kept: {why}")));
        return None;
    };
    match Store::open(path) {
        Ok((store, None)) => Some(store),
        Ok((store, Some(aside))) => {
            let aside = shown(&aside);
            let words = format!("What was kept of stories was damaged; it lies in {aside}, and a new file was begun.");
            tell(sender, Message::warning(words));
            Some(store)
        }
        Err(error) => {
            tell(sender, Message::error(format!("Nothing you mark will be kept: {error}")));
            None
        }
    }
}

fn keep(mut store: Store, library: &str, told: &Receiver<Told>, sender: &Sender<Incoming>) {
    let mut keys: Vec<StoryKey> = Vec::new();
    while let Ok(what) = told.recv() {
        let done = match what {
            Told::Library(articles) => {
                // Half of the way is to know the stories, half to find them.
                let report = tell_reached(sender, Task::Keeping);
                let all = articles.len();
                let told = |at: usize, from: usize| report(from.midpoint(at), all);
                keys = StoryKey::of_all(articles.iter().enumerate().map(|(at, article)| {
                    told(at, 0);
                    article.as_ref()
                }));
                let done = answer(&store, library, &keys, sender, &|at| told(at, all));
                let _ = sender.send(Incoming::Underway(Task::Keeping, None));
                done
            }
            Told::Again => {
                let kept = look_again(&store, &keys);
                let (kept, done) = kept.map_or_else(|error| (None, Err(error)), |kept| (kept, Ok(())));
                let _ = sender.send(Incoming::KeptAgain(kept));
                done
            }
            Told::Changes(changes) => write(&mut store, &keys, changes),
            Told::Marks(marks) => {
                let known = |(story, mark): (usize, Mark)| Some((keys.get(story)?, mark));
                let mut marks = marks.into_iter().filter_map(known);
                marks.try_for_each(|(key, mark)| store.keep_mark(library, key, &mark))
            }
        };
        if let Err(error) = done {
            tell(sender, Message::error(format!("Not kept: {error}")));
        }
    }
}

/// Tells what was kept of stories with these keys.
fn answer(
    store: &Store,
    library: &str,
    keys: &[StoryKey],
    sender: &Sender<Incoming>,
    report: &dyn Fn(usize),
) -> Result<(), StateError> {
    let kept = store.load_with_progress(keys, report)?;
    let _ = sender.send(Incoming::Kept(kept));
    let marks = store.marks(library)?;
    // A story is known by its file, else by its words.
    let by_file: HashMap<&str, usize> = keys.iter().enumerate().map(|(at, key)| (key.file.as_str(), at)).collect();
    let by_words: HashMap<&str, usize> = keys.iter().enumerate().map(|(at, key)| (key.words.as_str(), at)).collect();
    let known = |key: &StoryKey| by_file.get(key.file.as_str()).or(by_words.get(key.words.as_str())).copied();
    if !marks.is_empty() {
        let _ = sender.send(Incoming::Marks(marks.into_iter().map(|(key, mark)| (known(&key), mark)).collect()));
    }
    Ok(())
}

/// Answers that nothing was kept, so that no one waits for it.
fn keep_nothing(told: &Receiver<Told>, sender: &Sender<Incoming>) {
    while let Ok(what) = told.recv() {
        let _ = match what {
            Told::Library(_) => sender.send(Incoming::Kept(Vec::new())),
            Told::Again => sender.send(Incoming::KeptAgain(None)),
            Told::Changes(_) | Told::Marks(_) => Ok(()),
        };
    }
}

/// What is kept now, where another reader has changed something since it was looked up.
fn look_again(store: &Store, keys: &[StoryKey]) -> Result<Option<Vec<Kept>>, StateError> {
    if store.is_as_loaded()? { Ok(None) } else { store.load(keys).map(Some) }
}

fn write(store: &mut Store, keys: &[StoryKey], changes: Vec<(usize, Change)>) -> Result<(), StateError> {
    let known = |(story, change): (usize, Change)| Some((keys.get(story)?.clone(), change));
    store.keep(&changes.into_iter().filter_map(known).collect::<Vec<_>>())
}
