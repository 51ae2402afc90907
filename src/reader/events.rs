//! What comes from outside: keys, the mouse, signals, the library.
//!
//! **In:** the terminal, the operating system, the threads that read the library and single stories. **Out:** [`Incoming`] on one channel,
//! and from it [`Action`]s. **Why:** the loop waits on one channel and sleeps while nothing comes.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind, poll, read};
use rayon::ThreadPoolBuilder;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::actions::Action;
use super::keymap::Key;
use super::model::Model;
use super::model::correcting::{Corrected, Request};
use super::model::messages::Message;
use super::model::prepared::Counts;
use super::model::reports;
use super::model::underway::{Reached, Task};
use super::outside::gate::Gate;
use super::theme::Listed;
use super::theme::background::{Heard, Listener};
use crate::article::Article;
use crate::language::Facts;
use crate::library::{Kept, Library, Mark, Progress, Report};
use crate::meetings::{Story, read_story};

/// What takes no longer needs no telling how far it has come.
const PATIENCE: Duration = Duration::from_millis(200);
/// How long the first screen may take before the stories are analysed all the same.
const FIRST_SCREEN: Duration = Duration::from_millis(100);
/// A story that is left sooner is not analysed ahead of the others.
const GLANCE: Duration = Duration::from_millis(40);

/// Something from outside.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A key, the mouse, a paste, another size.
    Terminal(Event),
    /// No key will come any more.
    TerminalLost(io::Error),
    /// A signal.
    Signal(i32),
    /// The reading of the library has come so far.
    Progress(Progress),
    /// The texts of the library.
    Read(Box<Library>),
    /// What was found in one story, ahead of the others.
    Analysed(usize, Box<Story>),
    /// The library, or why there is none.
    Loaded(Result<Box<Library>, String>),
    /// What was kept of every story, by index.
    Kept(Vec<Kept>),
    /// The marks that were kept, each with the index of its story, where that is still there.
    Marks(Vec<(Option<usize>, Mark)>),
    /// How many stories each saved query finds.
    Counted(Counts),
    /// A correction was kept and applied.
    Corrected(Box<Corrected>),
    /// The library is being analysed anew.
    Correcting(Progress),
    /// Something in the background has come so far; `None` where it is done.
    Underway(Task, Option<Reached>),
    /// A correction came to nothing.
    Uncorrected(Message, Option<Box<Request>>),
    /// The themes that there are.
    Themes(Vec<Listed>),
    /// Whether the terminal's background is light, told late.
    Background(bool),
    /// What is kept of every story now; `None` where no other reader has changed anything.
    KeptAgain(Option<Vec<Kept>>),
    /// Whether there is a file of this name.
    IsThere(String, bool),
    /// Something that went wrong or is worth knowing, from a thread in the background.
    Tell(Message),
}

/// Reads the library on a thread of its own, then analyses it. `shown` tells that its texts are on the screen: until
/// then the first screen has the machine for itself.
pub(super) fn load<L>(sender: Sender<Incoming>, facts: Arc<Facts>, read: L, shown: Receiver<()>) -> io::Result<()>
where
    L: FnOnce(Report<'_>) -> Result<Library, String> + Send + 'static,
{
    let begun = Instant::now();
    // A thread is as nice as the one that makes it, and the filter waits for the threads that all share: they are made
    // here, by a thread that does not give way.
    let _ = rayon::current_num_threads();
    let work = move || {
        give_way();
        // What is there in no time needs no progress.
        let report = |progress| {
            if begun.elapsed() >= PATIENCE {
                let _ = sender.send(Incoming::Progress(progress));
            }
        };
        let all = || {
            let library = read(&report)?;
            let read_in = begun.elapsed();
            let _ = sender.send(Incoming::Read(Box::new(library.at_a_glance(&facts, &report))));
            let _ = sender.send(Incoming::Tell(reports::read(&library, read_in)));
            let _ = shown.recv_timeout(FIRST_SCREEN);
            Ok(aside(|| library.analysed(&facts, &report)))
        };
        let loaded = catch_unwind(AssertUnwindSafe(all));
        let loaded = loaded.unwrap_or_else(|_| Err("the stories could not be read: a bug in dateline".into()));
        let report = loaded.as_ref().ok().map(|library| reports::analysed(library, begun.elapsed()));
        let _ = sender.send(Incoming::Loaded(loaded.map(Box::new)));
        let _ = report.map(|message| sender.send(Incoming::Tell(message)));
    };
    thread::Builder::new().name("library".into()).spawn(work).map(drop)
}

/// Tells how far something has come, once it takes so long that someone may ask, and not more often than anyone can read.
pub(super) fn tell_reached(sender: &Sender<Incoming>, task: Task) -> impl Fn(usize, usize) + Sync + '_ {
    /// So often at most from the first story to the last.
    const TIMES: usize = 50;
    let begun = Instant::now();
    move |done, all| {
        if done.is_multiple_of(all / TIMES + 1) && begun.elapsed() >= PATIENCE {
            let _ = sender.send(Incoming::Underway(task, Some((done, all))));
        }
    }
}

/// Analyses many stories with threads of its own, or what is typed into the filter would wait until all of them are done.
pub(super) fn aside<T: Send>(analyse: impl FnOnce() -> T + Send) -> T {
    match ThreadPoolBuilder::new().start_handler(|_| give_way()).build() {
        Ok(pool) => pool.install(analyse),
        Err(_) => analyse(),
    }
}

/// Lets the thread that answers keys go first where there are more threads than cores.
fn give_way() {
    /// As `nice` has it: about a third of the time that others of the program get.
    #[cfg(target_os = "linux")]
    const NICE: i32 = 5;
    // Elsewhere this would slow the whole program down; on Linux it is a matter of the thread that asks.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, NICE);
}

/// A story to be analysed ahead of the others, by its index.
pub(super) type Wanted = (usize, Arc<Article>);

/// Analyses single stories on a thread of its own, until there is no one to ask for more.
pub(super) fn analyse_ahead(sender: Sender<Incoming>, facts: Arc<Facts>) -> io::Result<Sender<Wanted>> {
    let (ask, asked) = channel::<Wanted>();
    let work = move || {
        give_way();
        while let Ok(mut wanted) = asked.recv() {
            // Who runs down the list reads nothing on the way; and a small library is there before this is over.
            loop {
                match asked.recv_timeout(GLANCE) {
                    Ok(newer) => wanted = newer,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            let (index, article) = wanted;
            let read = catch_unwind(AssertUnwindSafe(|| read_story(article, &facts, None)));
            let Ok(story) = read else { return };
            if sender.send(Incoming::Analysed(index, Box::new(story))).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("story".into()).spawn(work)?;
    Ok(ask)
}

/// Held by a thread that watches: should it panic, the loop ends, for it would wait in vain.
struct Watch(Sender<Incoming>);

impl Drop for Watch {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Incoming::TerminalLost(io::Error::other("it is no longer watched: a bug in dateline")));
        }
    }
}

/// Waits for keys on a thread of its own; `listener` takes what is none out of them.
pub(super) fn watch_terminal(sender: Sender<Incoming>, mut listener: Listener, gate: Arc<Gate>) -> io::Result<()> {
    let work = move || {
        let _watch = Watch(sender.clone());
        loop {
            gate.pass(forget_keys);
            let heard = match read().map(|event| listener.take(event)) {
                Ok(Heard::Background(is_light)) => vec![Incoming::Background(is_light)],
                Ok(Heard::Events(events)) => events.into_iter().map(Incoming::Terminal).collect(),
                Err(error) => {
                    let _ = sender.send(Incoming::TerminalLost(error));
                    return;
                }
            };
            if heard.into_iter().try_for_each(|incoming| sender.send(incoming)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("terminal".into()).spawn(work).map(drop)
}

/// Throws away what was typed so far.
fn forget_keys() {
    // Without any time to wait, crossterm would not look at what it has read already.
    while poll(Duration::from_millis(1)).unwrap_or(false) && read().is_ok() {}
}

/// Waits for signals on a thread of its own. They are caught from the moment this returns, so that a change of size
/// after the first look at it is not lost, whenever the thread that waits for keys gets to its own watch.
pub(super) fn watch_signals(sender: Sender<Incoming>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH])?;
    let work = move || {
        let _watch = Watch(sender.clone());
        for signal in signals.forever() {
            if sender.send(Incoming::Signal(signal)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".into()).spawn(work).map(drop)
}

/// What an event of the terminal asks for, where the keyboard is.
pub(super) fn action(model: &Model, event: Event) -> Option<Action> {
    match event {
        Event::Key(event) => model.pressed(Key::pressed(event)?),
        Event::Paste(text) => Some(Action::Paste(text)),
        Event::FocusGained => Some(Action::Looked),
        Event::FocusLost => Some(Action::LookedAway),
        Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Action::Click { column, row }),
            MouseEventKind::Drag(MouseButton::Left) => Some(Action::Drag { column, row }),
            MouseEventKind::Up(MouseButton::Left) => Some(Action::Release),
            MouseEventKind::ScrollDown => Some(Action::Wheel { column, row, steps: 1 }),
            MouseEventKind::ScrollUp => Some(Action::Wheel { column, row, steps: -1 }),
            _ => None,
        },
        // The signal tells of a new size, and sooner.
        Event::Resize(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_os = "linux")]
    use crate::language::UserNames;

    #[cfg(target_os = "linux")]
    #[test]
    fn threads_that_the_filter_waits_for_do_not_give_way_to_the_analysis() {
        let nice = || rustix::process::getpriority_process(None).ok();
        let (own, (told, asked)) = (nice(), channel());
        let read = move |_: Report<'_>| {
            told.send((nice(), rayon::broadcast(|_| nice()))).unwrap();
            Err("as a test".to_owned())
        };
        let (sender, _incoming) = channel();
        load(sender, Arc::new(Facts::with_user_names(UserNames::default())), read, channel().1).unwrap();
        let (library, shared) = asked.recv().unwrap();
        assert_eq!(library, Some(5), "the library is read by a thread that gives way");
        assert!(shared.iter().all(|shared| *shared == own), "{shared:?} of {own:?}");
    }

    #[test]
    fn a_watching_thread_that_panics_ends_the_loop() {
        let (sender, incoming) = channel();
        let watching = thread::spawn(move || {
            let _watch = Watch(sender);
            panic!("as a test");
        });
        assert!(watching.join().is_err());
        assert!(matches!(incoming.try_recv(), Ok(Incoming::TerminalLost(_))));
    }

    #[test]
    fn a_watching_thread_that_ends_in_peace_says_nothing() {
        let (sender, incoming) = channel();
        drop(Watch(sender));
        assert!(incoming.try_recv().is_err());
    }
}
