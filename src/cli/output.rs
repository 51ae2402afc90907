//! Text in, standard output and standard error out, without anything that a terminal would obey.
//!
//! Articles, file names and arguments come from outside. Text that is printed passes the sanitiser here once more,
//! whatever it went through before; JSON is escaped by its own rules and made of clean text.

use std::io::{self, BufWriter, StdoutLock, Write};

use super::source::Source;
use crate::library::{Library, Notice, Skipped};
use crate::text::sanitise::{one_line, sanitise};

/// How many files are told by name.
const TOLD: usize = 10;

/// Standard output, buffered. Raw bytes go through [`Write`], text through [`text`](Self::text).
pub(super) struct Output(BufWriter<StdoutLock<'static>>);

impl Output {
    pub(super) fn new() -> Self {
        Self(BufWriter::with_capacity(1 << 16, io::stdout().lock()))
    }

    /// Prints text of several lines and sends it on its way.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.0.write_all(sanitise(text).text.as_bytes())?;
        self.0.flush()
    }

    /// Prints one line, without blanks at its end.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        self.0.write_all(sanitise(line).text.trim_end().as_bytes())?;
        self.0.write_all(b"\n")
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Says something on standard error; whether anyone listens is not our trouble.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", sanitise(text).text.trim_end());
}

/// Says how many files were passed over, if any.
pub(super) fn tell_passed_over(library: &Library) {
    let counts: Vec<String> = [
        (library.hidden, "hidden (name it to read it all the same)"),
        (library.binary, "binary (save its text in a file to read it)"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{number} {what}"))
    .collect();
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
