//! A gate before the keyboard.
//!
//! **In:** the loop closes it before another program gets the terminal, and opens it afterwards. **Out:** the thread that
//! waits for keys stands still in between. **Why:** two programs that read one terminal each get some of the keys.
//!
//! The thread sleeps in a read without an end. The signal of a new size wakes it: crossterm then reports a size, whether
//! or not it is another one, and the thread comes by the gate.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The thread answers within microseconds; should it be gone, nothing waits for it.
const PATIENCE: Duration = Duration::from_secs(1);

/// How the gate stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// The thread may read.
    #[default]
    Open,
    /// It is to stop at the gate.
    Closing,
    /// It stands before it.
    Closed,
    /// It may go on, once what was typed meanwhile is thrown away.
    Opening,
}

/// The gate.
#[derive(Debug, Default)]
pub(in crate::reader) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

impl Gate {
    /// Stops the thread; `wake` makes it come by.
    pub(in crate::reader) fn close(&self, wake: impl FnOnce()) {
        self.set(State::Closing);
        wake();
        self.wait_for(State::Closed);
    }

    /// Lets the thread go on, and waits until it does.
    pub(in crate::reader) fn open(&self) {
        self.set(State::Opening);
        self.wait_for(State::Open);
    }

    /// For the thread, before each read: goes through an open gate, waits before a closed one. `forget` throws away what
    /// was typed while it was closed: it was meant for the other program.
    pub(in crate::reader) fn pass(&self, forget: impl FnOnce()) {
        let mut state = self.lock();
        if *state == State::Open {
            return;
        }
        if *state == State::Closing {
            *state = State::Closed;
            self.changed.notify_all();
        }
        let waited = self.changed.wait_while(state, |state| *state != State::Opening);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
        forget();
        self.set(State::Open);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, to: State) {
        *self.lock() = to;
        self.changed.notify_all();
    }

    fn wait_for(&self, wanted: State) {
        // After that time there is no one to wait for.
        drop(self.changed.wait_timeout_while(self.lock(), PATIENCE, |state| *state != wanted));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;
    use std::thread;

    use super::*;

    #[test]
    fn no_key_is_read_while_the_gate_is_closed_and_what_was_typed_then_is_forgotten() {
        let gate = Arc::new(Gate::default());
        let (type_in, typed) = channel();
        let (read, seen) = channel();
        let of_thread = Arc::clone(&gate);
        thread::spawn(move || {
            loop {
                of_thread.pass(|| while typed.try_recv().is_ok() {});
                let Ok(key) = typed.recv() else { return };
                read.send(key).unwrap();
            }
        });
        type_in.send('a').unwrap();
        assert_eq!(seen.recv(), Ok('a'));
        gate.close(|| type_in.send('!').unwrap());
        // What wakes it is read, unless it came by before.
        let _ = seen.recv_timeout(Duration::from_millis(100));
        type_in.send('b').unwrap();
        assert!(seen.recv_timeout(Duration::from_millis(50)).is_err());
        gate.open();
        type_in.send('c').unwrap();
        assert_eq!(seen.recv(), Ok('c'));
    }
}
