//! The terminal, given to the shell and taken again.
//!
//! **In:** a key that asks for it, or the signal that wakes us. **Out:** the same screen as before. **Why:** while the shell
//! has the terminal nothing of ours may be drawn, and nothing that comes meanwhile may be lost.

use std::io;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crossterm::terminal::size;
use ratatui::layout::Rect;
use rustix::process::{Signal, getpgrp, kill_process_group};
use signal_hook::consts::SIGCONT;

use super::{Action, Incoming, Reader, Session};

/// How long to wait for the signal that a suspension is over, where there was none.
const AFTER_SUSPENSION: Duration = Duration::from_millis(100);

impl Reader {
    /// Gives the terminal to the shell until it lets us go on.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        Session::leave();
        // The whole group, as the terminal itself would: with `cargo run`, cargo has to stop as well, or the shell
        // would go on waiting for it.
        kill_process_group(getpgrp(), Signal::TSTP)?;
        // Here we stop. The signal that wakes us is then on the channel; keys pressed meanwhile went to the shell.
        self.put_off.extend(before_going_on(&self.incoming));
        self.come_back()
    }

    /// Takes the terminal again, whatever has become of it and of its size.
    pub(super) fn come_back(&mut self) -> io::Result<()> {
        Session::leave();
        Session::take()?;
        let (width, height) = size()?;
        let mut effects = self.update(Action::Resize { width, height });
        self.keeper.keep(&mut effects);
        self.forget_screen()
    }

    /// Makes the next drawing start from nothing. (`Terminal::clear` would ask the terminal for its cursor, and wait.)
    pub(super) fn forget_screen(&mut self) -> io::Result<()> {
        let (width, height) = size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

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
