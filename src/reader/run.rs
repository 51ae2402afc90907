//! The loop: wait, take everything that has come, change the state, draw once.
//!
//! **In:** [`Options`], and a function that reads the library. **Out:** how it [`Ended`]. **Why:** all that touches the
//! world is here; it draws only when something changed and sleeps while nothing comes.

use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout, stdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, size};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use rustix::process::{Signal, getpgrp, kill_process_group};
use signal_hook::consts::{SIGCONT, SIGWINCH};

use super::actions::Action;
use super::events::{self, Incoming, Report};
use super::model::Model;
use super::session::Session;
use super::theme::{Surroundings, Theme};
use super::update::{Draw, Effects, Next, update};
use super::views;
use crate::library::Library;

/// A library that is there within this time is shown at once; for a slower one the progress is shown.
const PATIENCE: Duration = Duration::from_millis(200);

/// How long to wait for the signal that a suspension is over, where there was none.
const AFTER_SUSPENSION: Duration = Duration::from_millis(100);

/// What the reader has to know from outside.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The terminal, as the environment describes it.
    pub surroundings: Surroundings,
}

/// How the reader ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// As it was asked to.
    Quit,
    /// By this signal; the terminal is restored.
    Signal(i32),
}

/// Why the reader could not go on; the terminal is restored.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
    /// There is no library; in the words of the function that reads it.
    #[error("{0}")]
    Library(String),
}

/// Reads stories until the reader is asked to end. `load` runs on a thread of its own.
pub fn run<L>(options: &Options, load: L) -> Result<Ended, Failure>
where
    L: FnOnce(Report<'_>) -> Result<Library, String> + Send + 'static,
{
    let (sender, incoming) = channel();
    events::load(sender.clone(), load)?;
    let early = wait_for_library(&incoming);
    if let Some(Incoming::Loaded(Err(why))) = early {
        return Err(Failure::Library(why));
    }
    events::watch_signals(sender.clone())?;
    let session = Session::enter()?;
    events::watch_terminal(sender)?;
    let (width, height) = size()?;
    let mut reader = Reader {
        model: Model::new(Theme::choose(&options.surroundings), width, height),
        terminal: Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())))?,
        _session: session,
        incoming,
        put_off: VecDeque::new(),
    };
    if let Some(early) = early {
        reader.take(early)?;
    }
    reader.run()
}

/// The library, or else the last that was heard of it.
fn wait_for_library(incoming: &Receiver<Incoming>) -> Option<Incoming> {
    let until = Instant::now() + PATIENCE;
    let mut last = None;
    loop {
        match incoming.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(loaded @ Incoming::Loaded(_)) => return Some(loaded),
            Ok(other) => last = Some(other),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return last,
        }
    }
}

/// Waits for the signal that a suspension is over; gives what came before it, which still counts.
fn before_going_on(incoming: &Receiver<Incoming>) -> Vec<Incoming> {
    let until = Instant::now() + AFTER_SUSPENSION;
    let mut before = Vec::new();
    while let Ok(incoming) = incoming.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if matches!(incoming, Incoming::Signal(SIGCONT)) {
            break;
        }
        before.push(incoming);
    }
    before
}

/// The model and the world around it.
struct Reader {
    model: Model,
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    /// Gives the terminal back when the reader ends, however it ends.
    _session: Session,
    incoming: Receiver<Incoming>,
    /// What came while the reader waited to be let go on.
    put_off: VecDeque<Incoming>,
}

impl Reader {
    fn run(&mut self) -> Result<Ended, Failure> {
        self.draw()?;
        while let Ok(first) = self.incoming.recv() {
            let mut draw = false;
            let mut next = Some(first);
            // Whatever has come meanwhile is taken as well, and drawn once.
            while let Some(incoming) = next {
                match self.take(incoming)? {
                    Step::Drawn => {}
                    Step::Changed => draw = true,
                    Step::End(ended) => return Ok(ended),
                }
                next = self.put_off.pop_front().or_else(|| self.incoming.try_recv().ok());
            }
            if draw {
                self.draw()?;
            }
        }
        Ok(Ended::Quit)
    }

    /// Carries out what has come.
    fn take(&mut self, incoming: Incoming) -> Result<Step, Failure> {
        let action = match incoming {
            Incoming::Terminal(event) => events::action(&self.model, event),
            Incoming::TerminalLost(error) => return Err(error.into()),
            Incoming::Signal(SIGCONT) => {
                self.come_back()?;
                return Ok(Step::Changed);
            }
            Incoming::Signal(SIGWINCH) => {
                let (width, height) = size()?;
                Some(Action::Resize { width, height })
            }
            Incoming::Signal(signal) => return Ok(Step::End(Ended::Signal(signal))),
            Incoming::Progress(progress) => Some(Action::Progress(progress)),
            Incoming::Loaded(Ok(library)) => Some(Action::Loaded(library)),
            Incoming::Loaded(Err(why)) => return Err(Failure::Library(why)),
        };
        let Some(action) = action else { return Ok(Step::Drawn) };
        let effects = update(&mut self.model, action);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Effects) -> Result<Step, Failure> {
        match effects.next {
            Next::Quit => return Ok(Step::End(Ended::Quit)),
            Next::Suspend => self.suspend()?,
            Next::GoOn if effects.draw == Draw::Everything => self.forget_screen()?,
            Next::GoOn => {}
        }
        Ok(if effects.draw == Draw::Nothing { Step::Drawn } else { Step::Changed })
    }

    /// Gives the terminal to the shell until it lets us go on.
    fn suspend(&mut self) -> io::Result<()> {
        Session::leave();
        // The whole group, as the terminal itself would: with `cargo run`, cargo has to stop as well, or the shell
        // would go on waiting for it.
        kill_process_group(getpgrp(), Signal::TSTP)?;
        // Here we stop. The signal that wakes us is then on the channel; keys pressed meanwhile went to the shell.
        self.put_off.extend(before_going_on(&self.incoming));
        self.come_back()
    }

    /// Takes the terminal again, whatever has become of it and of its size.
    fn come_back(&mut self) -> io::Result<()> {
        Session::leave();
        Session::take()?;
        let (width, height) = size()?;
        update(&mut self.model, Action::Resize { width, height });
        self.forget_screen()
    }

    /// Makes the next drawing start from nothing. (`Terminal::clear` would ask the terminal for its cursor, and wait.)
    fn forget_screen(&mut self) -> io::Result<()> {
        let (width, height) = size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
    }

    fn draw(&mut self) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| views::draw(&self.model, frame))?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }
}

/// What one thing from outside led to.
enum Step {
    /// The screen is still right.
    Drawn,
    /// The screen has to be drawn.
    Changed,
    /// The end.
    End(Ended),
}

#[cfg(test)]
mod tests {
    use signal_hook::consts::SIGTERM;

    use super::*;

    #[test]
    fn what_comes_during_a_suspension_is_not_lost() {
        let (sender, incoming) = channel();
        for came in [Incoming::Loaded(Ok(Box::default())), Incoming::Signal(SIGTERM), Incoming::Signal(SIGCONT)] {
            sender.send(came).unwrap();
        }
        let kept = before_going_on(&incoming);
        assert!(matches!(kept.as_slice(), [Incoming::Loaded(Ok(_)), Incoming::Signal(SIGTERM)]), "{kept:?}");
        assert!(incoming.try_recv().is_err());
    }
}
