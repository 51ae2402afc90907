//! The program as a test runs it, and what it left behind.

#![allow(clippy::unwrap_used, dead_code, reason = "a test may stop at the first surprise, and not every test uses all")]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program, to be run in this folder.
pub(crate) fn dateline(inside: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(inside).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    // Whoever runs the tests may have names of their own.
    command.env("XDG_CONFIG_HOME", inside.join("no-configuration"));
    command.env("XDG_STATE_HOME", inside.join("no-state"));
    command
}

/// Runs it to its end.
pub(crate) fn run<A: AsRef<OsStr>>(inside: &Path, arguments: &[A]) -> Ran {
    let output = dateline(inside).args(arguments).output().unwrap();
    // Whatever happens, nothing that a terminal would obey may come out.
    let printed = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        let unsafe_to_print = |c: char| c.is_control() && c != '\n' && c != '\t' || HIDDEN.contains(c);
        assert_eq!(text.chars().find(|&c| unsafe_to_print(c)), None, "in {text:?}");
        text
    };
    Ran { code: output.status.code(), out: printed(output.stdout), err: printed(output.stderr) }
}

/// Bidirectional controls and other characters that nobody sees.
const HIDDEN: &str = "\u{202a}\u{202b}\u{202d}\u{202e}\u{2066}\u{2067}\u{2069}\u{200b}\u{200e}\u{feff}\u{2028}\u{ad}\u{200c}\u{200d}\u{2060}";

/// A short story of one meeting.
pub(crate) const STORY: &str =
    "Leaders meet in Oslo\n\nPresident Jane Doe met Prime Minister John Roe in Oslo on Monday.\n";

/// The folder of the project.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One line on standard error, nothing on standard output, and this exit code.
#[track_caller]
pub(crate) fn fails(ran: &Ran, code: i32, message: &str) {
    assert_eq!((ran.code, ran.out.as_str(), ran.err.trim_end()), (Some(code), "", message));
}
