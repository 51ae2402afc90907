//! The thread that keeps what the reader does with stories.
//!
//! **In:** the articles of a library, then changes to single stories. **Out:** what was kept of each, and what went wrong,
//! on the channel of the loop. **Why:** a disk can be slow and another reader may be writing: no key waits for either.
//! When the reader ends, everything it was told is kept before the program does.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::events::Incoming;
use super::model::messages::Message;
use crate::article::Article;
use crate::library::by_hand::shown;
use crate::library::{Change, StateError, Store, StoryKey};

/// What the thread is told.
enum Told {
    /// The articles of the library, in its order.
    Library(Vec<Arc<Article>>),
    /// Changes to stories, by index.
    Changes(Vec<(usize, Change)>),
}

/// The way to the thread. Dropping it waits until everything is kept.
#[derive(Debug)]
pub(super) struct Keeper {
    told: Option<Sender<Told>>,
    /// What the thread begins with; `None` once it has begun.
    waiting: Option<Waiting>,
    thread: Option<JoinHandle<()>>,
}

/// What the thread begins with.
#[derive(Debug)]
struct Waiting {
    path: Option<PathBuf>,
    told: Receiver<Told>,
    sender: Sender<Incoming>,
}

impl Keeper {
    /// One that will keep in the file at `path`; without one nothing is kept.
    pub(super) fn new(path: Option<PathBuf>, sender: Sender<Incoming>) -> Self {
        let (tell, told) = channel();
        Self { told: Some(tell), waiting: Some(Waiting { path, told, sender }), thread: None }
    }

    /// Asks for what was kept of these articles. The thread begins with that, which is after the first screen.
    pub(super) fn library(&mut self, articles: Vec<Arc<Article>>) -> io::Result<()> {
        self.tell(Told::Library(articles));
        let Some(Waiting { path, told, sender }) = self.waiting.take() else { return Ok(()) };
        let work = move || match path.and_then(|path| open(&path, &sender)) {
            Some(store) => keep(store, &told, &sender),
            None => keep_nothing(&told, &sender),
        };
        self.thread = Some(thread::Builder::new().name("keeper".into()).spawn(work)?);
        Ok(())
    }

    /// Has changes kept.
    pub(super) fn changes(&self, changes: Vec<(usize, Change)>) {
        if !changes.is_empty() {
            self.tell(Told::Changes(changes));
        }
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
    }
}

fn tell(sender: &Sender<Incoming>, message: Message) {
    let _ = sender.send(Incoming::Tell(message));
}

fn open(path: &Path, sender: &Sender<Incoming>) -> Option<Store> {
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

fn keep(mut store: Store, told: &Receiver<Told>, sender: &Sender<Incoming>) {
    let mut keys: Vec<StoryKey> = Vec::new();
    while let Ok(what) = told.recv() {
        let done = match what {
            Told::Library(articles) => {
                keys = StoryKey::of_all(articles.iter().map(AsRef::as_ref));
                store.load(&keys).map(|kept| {
                    let _ = sender.send(Incoming::Kept(kept));
                })
            }
            Told::Changes(changes) => write(&mut store, &keys, changes),
        };
        if let Err(error) = done {
            tell(sender, Message::error(format!("Not kept: {error}")));
        }
    }
}

/// Answers that nothing was kept, so that no one waits for it.
fn keep_nothing(told: &Receiver<Told>, sender: &Sender<Incoming>) {
    while let Ok(what) = told.recv() {
        if let Told::Library(_) = what {
            let _ = sender.send(Incoming::Kept(Vec::new()));
        }
    }
}

fn write(store: &mut Store, keys: &[StoryKey], changes: Vec<(usize, Change)>) -> Result<(), StateError> {
    let known = |(story, change): (usize, Change)| Some((keys.get(story)?.clone(), change));
    store.keep(&changes.into_iter().filter_map(known).collect::<Vec<_>>())
}
