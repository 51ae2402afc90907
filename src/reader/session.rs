//! The terminal, taken and given back.
//!
//! **In:** the shell's terminal, and what it is to be asked for. **Out:** a screen of our own, raw keys, pastes told from
//! keys, whether its window is looked at, the mouse, a title; and afterwards everything as it was. **Why:** a program that
//! leaves a broken terminal behind is not trusted twice. The terminal is given back on every way out: at the end, on an error, on a panic (in any thread) and on a signal, which ends the loop.

use std::io::{self, Write as _, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange, KeyboardEnhancementFlags,
    PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};

use super::model::window::Wishes;
use crate::text::sanitise::one_line;

/// Presses, the wheel, and moves with a button held down, with coordinates that reach beyond column 223. Other moves are
/// left out: each would wake us.
const MOUSE_ON: &str = "\u{1b}[?1002h\u{1b}[?1006h";
const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1002l";

/// Terminals keep a stack of titles: what the window was called before is put on it, and taken from it at the end.
const TITLE_PUSH: &str = "\u{1b}[22;0t";
const TITLE_POP: &str = "\u{1b}[23;0t";

/// Terminals, as `TERM` begins, of which it is not sure that they know what a title is: they could print it.
const UNTITLED: [&str; 9] = ["dumb", "linux", "ansi", "cons", "emacs", "eterm", "sun", "vt", "unknown"];

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// How many times it was taken: whatever it was asked for before, it has forgotten.
static TIMES: AtomicUsize = AtomicUsize::new(0);
/// Whether its title is on the stack.
static TITLED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal while it is ours; dropping this gives it back.
#[derive(Debug)]
pub(super) struct Session {
    /// What it was asked for last, and in which of the times that it was taken.
    told: (usize, Wishes),
    has_titles: bool,
}

/// Whether a terminal has titles, by its `TERM`.
pub fn has_titles(term: Option<&str>) -> bool {
    term.is_some_and(|term| !term.is_empty() && !UNTITLED.iter().any(|name| term.starts_with(name)))
}

impl Session {
    /// Takes the terminal; `has_titles` tells whether one can be written.
    pub(super) fn enter(has_titles: bool) -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                before(panic);
            }));
        });
        // Made first: if the terminal is only half taken, dropping this gives it back.
        let session = Self { told: (0, Wishes::default()), has_titles };
        Self::take()?;
        Ok(session)
    }

    /// Takes the terminal again after [`Self::leave`].
    pub(super) fn take() -> io::Result<()> {
        // Marked as taken first: giving back what was only half taken does no harm.
        TAKEN.store(true, Ordering::SeqCst);
        TIMES.fetch_add(1, Ordering::SeqCst);
        enable_raw_mode()?;
        // Terminals that know the keyboard protocol then tell C-i from Tab; the others ignore it. Asking first would
        // cost a round trip, over SSH a slow one, before the first screen.
        execute!(
            stdout(),
            EnterAlternateScreen,
            PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES),
            EnableBracketedPaste,
            EnableFocusChange,
            Hide
        )
    }

    /// Asks the terminal for what is wished, where it was asked for something else before.
    pub(super) fn ask(&mut self, wishes: Wishes) -> io::Result<()> {
        let times = TIMES.load(Ordering::SeqCst);
        if self.told.0 != times {
            self.told = (times, Wishes::default());
        }
        let (mut out, before) = (stdout(), &self.told.1);
        if wishes == *before {
            return Ok(());
        }
        if wishes.mouse != before.mouse {
            queue!(out, Print(if wishes.mouse { MOUSE_ON } else { MOUSE_OFF }))?;
        }
        if let Some(title) = wishes.title.as_ref().filter(|_| self.has_titles && wishes.title != before.title) {
            if !TITLED.swap(true, Ordering::SeqCst) {
                queue!(out, Print(TITLE_PUSH))?;
            }
            // The words come from an article: whatever they went through before, nothing in them may end the sequence.
            queue!(out, Print(format_args!("\u{1b}]2;{}\u{1b}\\", one_line(title))))?;
        }
        self.told.1 = wishes;
        out.flush()
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
        if TITLED.swap(false, Ordering::SeqCst) {
            let _ = queue!(out, Print(TITLE_POP));
        }
        let _ = queue!(
            out,
            Print(MOUSE_OFF),
            DisableFocusChange,
            DisableBracketedPaste,
            PopKeyboardEnhancementFlags,
            LeaveAlternateScreen,
            Show
        );
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_without_titles_are_known_by_their_names() {
        for term in ["xterm-256color", "tmux-256color", "screen", "foot", "alacritty"] {
            assert!(has_titles(Some(term)), "{term}");
        }
        for term in [None, Some(""), Some("dumb"), Some("linux"), Some("vt220")] {
            assert!(!has_titles(term), "{term:?}");
        }
    }

    /// What the test below runs in a terminal of its own.
    #[test]
    #[ignore = "it takes the terminal and panics"]
    fn a_panic_while_the_terminal_is_ours() {
        let mut session = Session::enter(true).unwrap();
        session.ask(Wishes { mouse: true, title: Some("a\u{1b}]0;b".into()) }).unwrap();
        panic!("as a test");
    }

    #[test]
    #[cfg(unix)]
    fn a_panic_turns_off_every_mode_before_it_is_told() {
        let name = "reader::session::tests::a_panic_while_the_terminal_is_ours";
        let mut command = portable_pty::CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["--ignored", "--exact", name, "--nocapture", "--test-threads=1"]);
        let pair = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (mut output, mut written) = (pair.master.try_clone_reader().unwrap(), Vec::new());
        // Some systems end it with an error.
        let _ = io::Read::read_to_end(&mut output, &mut written);
        child.wait().unwrap();
        let written = String::from_utf8_lossy(&written);
        let told = written.find("as a test").unwrap();
        let modes = [
            ("\u{1b}[?1002h", "\u{1b}[?1002l"),
            ("\u{1b}[?1006h", "\u{1b}[?1006l"),
            ("\u{1b}[?1004h", "\u{1b}[?1004l"),
            ("\u{1b}[?2004h", "\u{1b}[?2004l"),
            ("\u{1b}[?1049h", "\u{1b}[?1049l"),
            ("\u{1b}[>1u", "\u{1b}[<1u"),
            (TITLE_PUSH, TITLE_POP),
        ];
        for (on, off) in modes {
            let (on_at, off_at) = (written.find(on).unwrap(), written.find(off).unwrap());
            assert!(on_at < off_at && off_at < told, "{on:?} {off:?}");
        }
        assert!(written.contains("\u{1b}]2;a\u{1b}\\"), "nothing in a title ends it");
    }
}
