//! Programs that are run.
//!
//! **In:** words of a command. **Out:** what came of it, in words. **Why:** some get the terminal, some only text, some
//! nothing at all; none goes through a shell.

use std::io::{self, ErrorKind, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use signal_hook::consts::SIGQUIT;

use crate::library::by_hand::shown;
use crate::reader::model::messages::Message;
use crate::text::sanitise::one_line;

/// A program that is to have the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reader) struct Program {
    /// Its words.
    pub(super) arguments: Vec<String>,
    /// What it reads from its standard input; `None` for the keyboard.
    pub(super) stdin: Option<String>,
    /// The file that it may change.
    pub(super) watched: Option<PathBuf>,
    /// The setting that names another one.
    pub(super) setting: &'static str,
}

impl Program {
    /// Runs it to its end on the terminal, which `give_back` gives back. `None` where there is nothing to tell.
    pub(in crate::reader) fn run(&self, give_back: impl FnOnce()) -> Option<Message> {
        let before = self.stamp();
        let set = format!("set {} under [open] in config.toml", self.setting);
        let ended = {
            let _quit = Unquittable::new();
            give_back();
            self.to_its_end()
        };
        if let Some(path) = self.watched.as_ref().filter(|_| before != self.stamp()) {
            let words = format!("{} was changed; what is shown is what it was before.", shown(path));
            return Some(Message::warning(words));
        }
        match ended {
            Ok(status) if status.success() => None,
            Ok(status) => Some(Message::warning(format!("{}; {set}.", told(&self.arguments, status)))),
            Err(why) => Some(Message::error(format!("{}; {set}.", complaint(&self.arguments, &why)))),
        }
    }

    fn to_its_end(&self) -> io::Result<ExitStatus> {
        let stdin = if self.stdin.is_some() { Stdio::piped() } else { Stdio::inherit() };
        let mut child = command(&self.arguments)?.stdin(stdin).spawn()?;
        if let Some(text) = &self.stdin {
            give(&mut child, text)?;
        }
        child.wait()
    }

    /// When the file was changed last, and how long it is.
    fn stamp(&self) -> Option<(SystemTime, u64)> {
        let known = std::fs::metadata(self.watched.as_ref()?).ok()?;
        Some((known.modified().ok()?, known.len()))
    }
}

/// Runs a program without a terminal and gives it a text; an error says in words what went wrong.
pub(super) fn feed(arguments: &[String], text: &str) -> Result<(), String> {
    let run = || {
        let mut child = silent(arguments)?.stdin(Stdio::piped()).spawn()?;
        give(&mut child, text)?;
        child.wait()
    };
    verdict(arguments, run())
}

/// Runs a program without a terminal.
pub(super) fn apart(arguments: &[String]) -> Result<(), String> {
    let run = || silent(arguments)?.stdin(Stdio::null()).spawn()?.wait();
    verdict(arguments, run())
}

fn verdict(arguments: &[String], ended: io::Result<ExitStatus>) -> Result<(), String> {
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(told(arguments, status)),
        Err(why) => Err(complaint(arguments, &why)),
    }
}

/// How a program ended.
fn told(arguments: &[String], status: ExitStatus) -> String {
    format!("`{}` ended with {status}", name(arguments))
}

/// Why there was nothing to run.
fn complaint(arguments: &[String], why: &io::Error) -> String {
    match why.kind() {
        _ if arguments.is_empty() => "no program is set".to_owned(),
        ErrorKind::NotFound => format!("there is no program `{}`", name(arguments)),
        _ => format!("`{}` could not be run: {why}", name(arguments)),
    }
}

fn name(arguments: &[String]) -> String {
    arguments.first().map(|name| one_line(name)).unwrap_or_default()
}

fn command(arguments: &[String]) -> io::Result<Command> {
    let (program, rest) = arguments.split_first().ok_or_else(|| io::Error::from(ErrorKind::NotFound))?;
    let mut command = Command::new(program);
    command.args(rest);
    Ok(command)
}

/// A command whose words reach no screen and which no key of the terminal stops.
fn silent(arguments: &[String]) -> io::Result<Command> {
    let mut command = command(arguments)?;
    command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    Ok(command)
}

/// Gives a text to a program that may have seen enough of it before its end.
fn give(child: &mut Child, text: &str) -> io::Result<()> {
    let Some(mut stdin) = child.stdin.take() else { return Ok(()) };
    match stdin.write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// While this lives, Ctrl-\ in another program does not end the reader with it. (Neither does Ctrl-C: its signal is
/// caught anyway, and thrown away by whoever handed the terminal over.)
struct Unquittable(&'static Arc<AtomicBool>);

impl Unquittable {
    fn new() -> Self {
        static ENDS_US: OnceLock<Arc<AtomicBool>> = OnceLock::new();
        let ends_us = ENDS_US.get_or_init(|| {
            let ends_us = Arc::new(AtomicBool::new(true));
            // Where it cannot be caught, it does what it always does.
            let _ = signal_hook::flag::register_conditional_default(SIGQUIT, Arc::clone(&ends_us));
            ends_us
        });
        ends_us.store(false, Ordering::SeqCst);
        Self(ends_us)
    }
}

impl Drop for Unquittable {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_program_that_is_not_there_or_fails_is_told_with_what_to_set() {
        let run = |arguments: &[&str]| {
            Program { arguments: words(arguments), stdin: None, watched: None, setting: "editor" }.run(|| ())
        };
        let missing = run(&["no-such-program-at-all"]).unwrap();
        let expected = "there is no program `no-such-program-at-all`; set editor under [open] in config.toml.";
        assert_eq!(missing.words(), expected);
        let failed = run(&["false"]).unwrap();
        assert!(failed.words().contains("`false` ended with exit status: 1"), "{}", failed.words());
        assert_eq!(run(&["true"]), None);
        assert!(run(&[]).unwrap().words().contains("no program is set"));
    }

    #[test]
    fn a_pager_that_has_seen_enough_is_no_error() {
        let text = Some("line\n".repeat(100_000));
        let program = Program { arguments: words(&["true"]), stdin: text, watched: None, setting: "pager" };
        assert_eq!(program.run(|| ()), None);
    }

    #[test]
    fn text_is_fed_to_a_program_and_its_failure_told() {
        assert_eq!(feed(&words(&["cat"]), "some text"), Ok(()));
        assert!(feed(&words(&["false"]), "").unwrap_err().contains("`false` ended"));
        assert!(apart(&words(&["no-such-program-at-all"])).unwrap_err().contains("no program"));
    }
}
