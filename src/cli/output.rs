//! Text in, standard output and standard error out, without anything that a terminal would obey.
//!
//! Articles, file names and arguments come from outside. Text that is printed passes the sanitiser here once more,
//! whatever it went through before; JSON is escaped by its own rules and made of clean text.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use super::source::Source;
use crate::library::{Library, Notice, Skipped};
use crate::text::Span;
use crate::text::sanitise::{one_line, sanitise};
use crate::text::width::width;
use crate::text::wrap::{Breaks, wrap};

/// How many files are told by name.
const TOLD: usize = 10;

/// The narrowest terminal that lines are laid out for; a narrower one breaks them itself.
const NARROWEST: usize = 20;

/// Standard output, buffered. Raw bytes go through [`Write`], text through [`text`](Self::text).
pub(super) struct Output {
    to: BufWriter<StdoutLock<'static>>,
    /// How wide the terminal is; `None` for a file or a pipe, where lines are as long as they need to be.
    columns: Option<usize>,
}

impl Output {
    pub(super) fn new() -> Self {
        let size = || crossterm::terminal::size().ok().filter(|(columns, _)| *columns > 0);
        let columns = io::stdout().is_terminal().then(size).flatten();
        let columns = columns.map(|(columns, _)| usize::from(columns).max(NARROWEST));
        Self { to: BufWriter::with_capacity(1 << 16, io::stdout().lock()), columns }
    }

    /// How many columns there are for a line; without end where no terminal bounds them.
    pub(super) fn columns(&self) -> usize {
        self.columns.unwrap_or(usize::MAX)
    }

    /// Prints a paragraph behind `indent` blanks, in as many lines as the terminal needs; those that follow the first
    /// stand `hang` blanks further in.
    pub(super) fn paragraph(&mut self, indent: usize, hang: usize, words: &str) -> io::Result<()> {
        self.rows(&format!("{:indent$}", ""), indent + hang, words)
    }

    /// Prints a paragraph beside a label: the first line behind it, all others in the column `at`.
    pub(super) fn labelled(&mut self, label: &str, at: usize, words: &str) -> io::Result<()> {
        let blanks = at.saturating_sub(width(label));
        self.rows(&format!("{label}{:blanks$}", ""), at, words)
    }

    fn rows(&mut self, before: &str, at: usize, words: &str) -> io::Result<()> {
        let text = one_line(words);
        let Some(columns) = self.columns else { return self.line(&format!("{before}{text}")) };
        let room = columns.saturating_sub(at).max(NARROWEST / 2);
        for (number, row) in wrap(&text, Span::whole(&text), room, Breaks::Reflow).into_iter().enumerate() {
            let row = row.span.of(&text);
            let line = if number == 0 { format!("{before}{row}") } else { format!("{:at$}{row}", "") };
            self.line(&line)?;
        }
        Ok(())
    }

    /// Prints text of several lines and sends it on its way.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(sanitise(text).text.as_bytes())?;
        self.to.flush()
    }

    /// Prints one line, without blanks at its end.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        self.to.write_all(sanitise(line).text.trim_end().as_bytes())?;
        self.to.write_all(b"\n")
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Says something on standard error; whether anyone listens is not our trouble.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", sanitise(text).text.trim_end());
}

/// Says how many files were passed over, if any.
pub(super) fn tell_passed_over(library: &Library) {
    let counts = library.passed_over.words_and([
        " (name it to read it all the same)",
        " (save its text in a file to read it)",
        " (name it to read it as a story)",
    ]);
    if !counts.is_empty() {
        tell(&format!("dateline: passed over {}", counts.join(" and ")));
    }
}

/// Says what could not be read, and what is odd about the rest; false where something that could not be read was
/// asked for by name.
pub(super) fn tell_skipped(library: &Library, source: &Source) -> bool {
    let skipped = library.skipped.iter().map(|Skipped { path, line, why }| (path, *line, why));
    let notices = library.notices.iter().map(|Notice { path, line, what }| (path, *line, what));
    for (path, line, what) in skipped.chain(notices).take(TOLD) {
        let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
        tell(&one_line(&format!("dateline: {}{line}: {what}", path.display())));
    }
    let more = (library.skipped.len() + library.notices.len()).saturating_sub(TOLD);
    if more > 0 {
        tell(&format!("dateline: … and {more} more; the reader lists them all"));
    }
    !library.skipped.iter().any(|skipped| skipped.line.is_none() && source.names(&skipped.path))
}
