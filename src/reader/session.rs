//! The terminal, taken and given back.
//!
//! **In:** the shell's terminal. **Out:** a screen of our own, raw keys, the mouse; and afterwards everything as it
//! was. **Why:** a program that leaves a broken terminal behind is not trusted twice. The terminal is given back on
//! every way out: at the end, on an error, on a panic (in any thread) and on a signal, which ends the loop.

use std::io::{self, Write as _, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags,
    PushKeyboardEnhancementFlags,
};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};

/// Presses, the wheel, and moves with a button held down, with coordinates that reach beyond column 223. Other moves are
/// left out: each would wake us.
const MOUSE_ON: &str = "\u{1b}[?1002h\u{1b}[?1006h";
const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1002l";

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal while it is ours; dropping this gives it back.
#[derive(Debug)]
pub(super) struct Session(());

impl Session {
    /// Takes the terminal.
    pub(super) fn enter() -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                before(panic);
            }));
        });
        // Made first: if the terminal is only half taken, dropping this gives it back.
        let session = Self(());
        Self::take()?;
        Ok(session)
    }

    /// Takes the terminal again after [`Self::leave`].
    pub(super) fn take() -> io::Result<()> {
        // Marked as taken first: giving back what was only half taken does no harm.
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        // Terminals that know the keyboard protocol then tell C-i from Tab; the others ignore it. Asking first would
        // cost a round trip, over SSH a slow one, before the first screen.
        execute!(
            stdout(),
            EnterAlternateScreen,
            PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES),
            EnableBracketedPaste,
            Print(MOUSE_ON),
            Hide
        )
    }

    /// Gives the terminal back for a while.
    pub(super) fn leave() {
        give_back();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, if it is ours. Nothing can be done about errors: the terminal may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = stdout();
        let _ = queue!(
            out,
            Print(MOUSE_OFF),
            DisableBracketedPaste,
            PopKeyboardEnhancementFlags,
            LeaveAlternateScreen,
            Show
        );
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}
