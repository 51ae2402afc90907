//! The thread that keeps what the reader does with stories.
//!
//! **In:** the articles of a library, then changes to single stories. **Out:** what was kept of each, and what went wrong,
//! on the channel of the loop. **Why:** a disk can be slow and another reader may be writing: no key waits for either.
//! When the reader ends, everything it was told is kept before the program does.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::events::Incoming;
use crate::article::Article;
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
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the thread, which opens the file at `path`; without one nothing is kept.
    pub(super) fn start(path: Option<PathBuf>, sender: Sender<Incoming>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self { told: None, thread: None }) };
        let (tell, told) = channel();
        let work = move || keep(&path, &told, &sender);
        let thread = thread::Builder::new().name("keeper".into()).spawn(work)?;
        Ok(Self { told: Some(tell), thread: Some(thread) })
    }

    /// Asks for what was kept of these articles.
    pub(super) fn library(&self, articles: Vec<Arc<Article>>) {
        self.tell(Told::Library(articles));
    }

    /// Has changes kept.
    pub(super) fn changes(&self, changes: Vec<(usize, Change)>) {
        if !changes.is_empty() {
            self.tell(Told::Changes(changes));
        }
    }

    fn tell(&self, what: Told) {
        if let Some(told) = &self.told {
            // Where the thread has ended, it has said why.
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

fn keep(path: &std::path::Path, told: &Receiver<Told>, sender: &Sender<Incoming>) {
    let say = |words: String| {
        let _ = sender.send(Incoming::Tell(words));
    };
    let mut store = match Store::open(path) {
        Ok((store, None)) => store,
        Ok((store, Some(aside))) => {
            let aside = crate::library::by_hand::shown(&aside);
            say(format!("What was kept of stories was damaged; it lies in {aside}, and a new file was begun."));
            store
        }
        Err(error) => return say(format!("Nothing you mark will be kept: {error}")),
    };
    let mut keys: Vec<StoryKey> = Vec::new();
    while let Ok(what) = told.recv() {
        let done = match what {
            Told::Library(articles) => {
                let here = std::env::current_dir().unwrap_or_default();
                keys = articles.iter().map(|article| StoryKey::of(article, &here)).collect();
                store.load(&keys).map(|kept| {
                    let _ = sender.send(Incoming::Kept(kept));
                })
            }
            Told::Changes(changes) => write(&mut store, &keys, changes),
        };
        if let Err(error) = done {
            say(format!("Not kept: {error}"));
        }
    }
}

fn write(store: &mut Store, keys: &[StoryKey], changes: Vec<(usize, Change)>) -> Result<(), StateError> {
    let known = |(story, change): (usize, Change)| Some((keys.get(story)?.clone(), change));
    store.keep(&changes.into_iter().filter_map(known).collect::<Vec<_>>())
}
