//! What the work in the background has to report, for the log.
//!
//! **In:** a library, and how long something took. **Out:** messages. **Why:** what happened while someone read can be
//! looked up afterwards: how much there was, how long it took, what was left out and why.

use std::time::Duration;

use super::Model;
use super::digest::count;
use super::messages::Message;
use crate::library::Library;
use crate::text::sanitise::one_line;

/// So many files that were not read are told one by one; `!` lists them all.
const FILES: usize = 100;

/// The texts are there.
pub fn read(library: &Library, taken: Duration) -> Message {
    let stories = count(library.stories.len(), "story", "stories");
    Message::event(format!("Read {stories} of {} in {}.", library.label, told(taken)))
}

/// Everything is found; `taken` since the beginning.
pub fn analysed(library: &Library, taken: Duration) -> Message {
    let found = &library.connections;
    let (meetings, names) =
        (count(found.meetings.len(), "meeting", "meetings"), count(found.entities.len(), "name", "names"));
    Message::event(format!("Found {meetings} and {names}, {} after the start.", told(taken)))
}

fn told(taken: Duration) -> String {
    match taken.as_millis() {
        few @ 0..1000 => format!("{few} ms"),
        _ => format!("{:.1} s", taken.as_secs_f64()),
    }
}

impl Model {
    /// Puts the files that were not read into the log; the header counts them already.
    pub(super) fn log_unread(&mut self, library: &Library) {
        for skipped in library.skipped.iter().take(FILES) {
            let line = skipped.line.map(|line| format!(", line {line}")).unwrap_or_default();
            let path = one_line(&skipped.path.to_string_lossy());
            self.log(Message::warning(format!("Not read: {path}{line}: {}", skipped.why)));
        }
        let more = library.skipped.len().saturating_sub(FILES);
        if more > 0 {
            self.log(Message::warning(format!("Not read: {more} more; ! lists them all.")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture::library;
    use crate::reader::theme::Theme;

    #[test]
    fn files_that_were_not_read_are_in_the_log_and_counted_as_such_alone() {
        let mut model = Model::new(Theme::dark(), 80, 24);
        model.take_texts(library());
        let mut log = model.messages.log();
        assert!(log.any(|logged| logged.message.words().starts_with("Not read: ")));
        assert_eq!((model.messages.unseen(), model.notice()), (0, None));
    }

    #[test]
    fn reports_tell_how_much_and_how_long() {
        let library = library();
        let words = |message: Message| message.words().to_owned();
        assert_eq!(words(read(&library, Duration::from_millis(340))), "Read 6 stories of strait in 340 ms.");
        assert!(words(analysed(&library, Duration::from_secs(2))).ends_with(", 2.0 s after the start."));
    }
}
