//! The real program in a pseudo-terminal: keys in, screens out.
//!
//! A thread feeds what the program writes to a terminal emulator; a test presses keys and waits until the screen shows
//! what it should. Nothing sleeps for a fixed time: a wait ends with the first screen that fits, or with a report of the
//! last one that did not.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, and no test file needs all of this"
)]

pub(crate) mod reader;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

/// How long the slowest machine may take for one step.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often the end of a program is looked for.
const GLANCE: Duration = Duration::from_millis(5);

/// What the program has drawn so far.
struct Drawn {
    parser: Parser,
    /// Everything it wrote, as bytes.
    written: Vec<u8>,
    /// Whether it has closed its side.
    ended: bool,
}

impl Drawn {
    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.written.extend_from_slice(bytes);
        self.ended = bytes.is_empty();
    }

    /// Whether the screen is one that a terminal would show: a frame that has begun is hidden until it is complete.
    fn is_whole(&self) -> bool {
        let last = |sign: &[u8]| self.written.windows(sign.len()).rposition(|bytes| bytes == sign);
        self.ended || last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }
}

/// A program in a terminal of its own.
pub(crate) struct Terminal {
    drawn: Arc<(Mutex<Drawn>, Condvar)>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
}

/// How to start it.
pub(crate) struct Start<'a> {
    pub(crate) program: &'a str,
    pub(crate) arguments: &'a [&'a str],
    pub(crate) inside: &'a Path,
    pub(crate) columns: u16,
    pub(crate) rows: u16,
}

impl Start<'_> {
    /// Starts the program.
    pub(crate) fn go(&self) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(self.program);
        command.args(self.arguments);
        command.cwd(self.inside);
        command.env("TERM", "xterm-256color");
        // Nothing of whoever runs the tests, and nothing left behind for them.
        command.env("XDG_CONFIG_HOME", beside(self.inside, "config"));
        command.env("XDG_STATE_HOME", beside(self.inside, "state"));
        command.env_remove("NO_COLOR");
        command.env_remove("COLORTERM");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        // The last handle of the slave side must be the program's, or its end is never seen.
        drop(pair.slave);
        let parser = Parser::new(cells(self.rows), cells(self.columns), 0);
        let drawn = Arc::new((Mutex::new(Drawn { parser, written: Vec::new(), ended: false }), Condvar::new()));
        let mut output = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let shared = Arc::clone(&drawn);
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            loop {
                let read = output.read(&mut bytes).unwrap_or(0);
                let mut drawn = shared.0.lock().expect("no panic while drawing");
                drawn.take(&bytes[..read]);
                shared.1.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        Terminal { drawn, keys, master: pair.master, child }
    }
}

/// A folder for what a program keeps that runs inside `folder`: the same for every program that does.
pub(crate) fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = if name.starts_with("dateline-test-") { name } else { format!("dateline-test-{}", std::process::id()) };
    std::env::temp_dir().join(format!("{name}-{what}"))
}

impl Terminal {
    /// Sends keys as a terminal would: `\r` for Enter, `\x1b[A` for the upward arrow.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the program takes keys");
        self.keys.flush().expect("the program takes keys");
    }

    /// Waits for a screen that fits and returns its text.
    #[track_caller]
    pub(crate) fn wait_for(&self, what: &str, fits: impl Fn(&Screen) -> bool) -> String {
        let until = Instant::now() + PATIENCE;
        let (drawn, changed) = (&self.drawn.0, &self.drawn.1);
        let mut drawn = drawn.lock().expect("no panic while drawing");
        loop {
            if drawn.is_whole() && fits(drawn.parser.screen()) {
                return drawn.parser.screen().contents();
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || drawn.ended {
                let end = if drawn.ended { "the program ended" } else { "time is up" };
                let last = drawn.parser.screen().contents();
                drop(drawn);
                panic!("waited for {what}, but {end}; the last screen:\n{last}");
            }
            drawn = changed.wait_timeout(drawn, left).expect("no panic while drawing").0;
        }
    }

    /// Waits until the screen shows `text` somewhere.
    #[track_caller]
    pub(crate) fn wait_for_text(&self, text: &str) -> String {
        self.wait_for(&format!("“{text}”"), |screen| screen.contents().contains(text))
    }

    /// The text of the screen as it is now.
    pub(crate) fn text(&self) -> String {
        self.look(Screen::contents)
    }

    /// Looks at the screen as it is now.
    pub(crate) fn look<T>(&self, at: impl Fn(&Screen) -> T) -> T {
        at(self.drawn.0.lock().expect("no panic while drawing").parser.screen())
    }

    /// Everything the program has written so far.
    pub(crate) fn written(&self) -> String {
        String::from_utf8_lossy(&self.drawn.0.lock().expect("no panic while drawing").written).into_owned()
    }

    /// Gives the terminal another size, as dragging its window does.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        // The emulator first: what the program draws for the new size must meet it.
        self.drawn.0.lock().expect("no panic while drawing").parser.screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("another size");
    }

    /// Sends a signal such as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("the program runs").to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &id]).status().expect("kill");
        assert!(sent.success(), "kill -s {name} {id}");
    }

    /// Waits for the end of the program and of its output.
    #[track_caller]
    pub(crate) fn wait_for_end(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        loop {
            let ended = self.drawn.0.lock().expect("no panic while drawing").ended;
            if let Some(status) = self.child.try_wait().expect("its status").filter(|_| ended) {
                return status;
            }
            assert!(Instant::now() < until, "the program does not end; its screen:\n{}", self.text());
            thread::sleep(GLANCE);
        }
    }

    /// Whether the line discipline of the shell is in force: echo and whole lines, not raw keys.
    pub(crate) fn is_cooked(&self) -> bool {
        let modes = self.master.get_termios().expect("the modes of the terminal");
        let modes = format!("{:?}", modes.local_flags);
        modes.contains("ECHO") && modes.contains("ICANON")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed must not leave its program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a terminal has at least one cell")
}
