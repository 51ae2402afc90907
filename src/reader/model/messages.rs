//! What the reader had to say: answers to keys, what happened in the background, what went wrong.
//!
//! **In:** a [`Message`] from anywhere, the time of day. **Out:** the one that stands in place of the keys until the next
//! key, and all of them in a log that can be read again. **Why:** a line that vanishes at the next key is no way to tell
//! of a disk that is full; and with one place to tell, nothing is told on the screen alone.

use std::collections::VecDeque;

use jiff::civil::DateTime;

use super::Model;
use super::digest::count;
use crate::text::sanitise::one_line;

/// So many messages are kept; the oldest are forgotten first. It is a day's work of keys, and a few hundred kilobytes.
pub const MOST: usize = 1000;

/// What kind of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What a key had to say.
    Answer,
    /// Something that happened in the background and needs no one.
    Event,
    /// Something that should be known, although everything went on.
    Warning,
    /// Something that was not done.
    Error,
}

impl Kind {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Event => "event",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The sign for it, one column wide.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Answer => "·",
            Self::Event => "✓",
            Self::Warning => "▲",
            Self::Error => "✗",
        }
    }

    /// Whether someone should look at it.
    pub const fn is_trouble(self) -> bool {
        matches!(self, Self::Warning | Self::Error)
    }
}

/// Something to say, in one line of words that may reach a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    kind: Kind,
    words: String,
}

impl Message {
    /// One of this kind. What must not reach a terminal is taken out of the words.
    pub fn new(kind: Kind, words: &str) -> Self {
        Self { kind, words: one_line(words) }
    }

    /// What a key had to say.
    pub fn answer(words: impl AsRef<str>) -> Self {
        Self::new(Kind::Answer, words.as_ref())
    }

    /// Something that happened in the background and needs no one.
    pub fn event(words: impl AsRef<str>) -> Self {
        Self::new(Kind::Event, words.as_ref())
    }

    /// Something that should be known, although everything went on.
    pub fn warning(words: impl AsRef<str>) -> Self {
        Self::new(Kind::Warning, words.as_ref())
    }

    /// Something that was not done.
    pub fn error(words: impl AsRef<str>) -> Self {
        Self::new(Kind::Error, words.as_ref())
    }

    /// What kind it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Its words.
    pub fn words(&self) -> &str {
        &self.words
    }
}

/// A message in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// What was said.
    pub message: Message,
    /// When it was said last, where the reader is.
    pub at: DateTime,
    /// How many times it was said, one after the other.
    pub times: usize,
}

/// Everything that was said.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// The day and the time, as the loop told it last.
    pub now: DateTime,
    log: VecDeque<Logged>,
    notice: Option<Message>,
    warnings: usize,
    errors: usize,
    told: u64,
}

impl Messages {
    /// What was said, the newest last.
    pub fn log(&self) -> impl DoubleEndedIterator<Item = &Logged> + ExactSizeIterator {
        self.log.iter()
    }

    /// How many warnings and errors came since the log was looked at.
    pub const fn unseen(&self) -> usize {
        self.warnings + self.errors
    }

    /// `1 error`, `2 warnings`, `3 warnings and errors`: what came since the log was looked at; `None` for nothing.
    pub fn unseen_words(&self) -> Option<String> {
        match (self.warnings, self.errors) {
            (0, 0) => None,
            (0, errors) => Some(count(errors, "error", "errors")),
            (warnings, 0) => Some(count(warnings, "warning", "warnings")),
            (warnings, errors) => Some(format!("{} and errors", count(warnings + errors, "warning", "warnings"))),
        }
    }

    /// A number that is another one after each message.
    pub const fn told(&self) -> u64 {
        self.told
    }

    /// The log was looked at.
    pub const fn see(&mut self) {
        (self.warnings, self.errors) = (0, 0);
    }

    /// Puts a message into the log.
    fn put(&mut self, message: Message) {
        self.told = self.told.wrapping_add(1);
        match self.log.back_mut().filter(|last| last.message == message) {
            Some(last) => (last.at, last.times) = (self.now, last.times.saturating_add(1)),
            None => self.log.push_back(Logged { message, at: self.now, times: 1 }),
        }
        if self.log.len() > MOST {
            self.log.pop_front();
        }
    }
}

impl Model {
    /// Says something: in place of the keys until the next one is pressed, and in the log. An event is put into the log
    /// alone: nobody has to be interrupted by it.
    pub fn tell(&mut self, message: Message) {
        if message.kind != Kind::Event {
            self.messages.notice = Some(message.clone());
        }
        self.messages.warnings += usize::from(message.kind == Kind::Warning);
        self.messages.errors += usize::from(message.kind == Kind::Error);
        self.messages.put(message);
    }

    /// Answers a key that could do nothing, or did something that is not seen.
    pub fn say(&mut self, words: impl AsRef<str>) {
        self.tell(Message::answer(words));
    }

    /// Puts into the log what the screen tells in another way already.
    pub fn log(&mut self, message: Message) {
        self.messages.put(message);
    }

    /// What stands in place of the keys.
    pub fn notice(&self) -> Option<&Message> {
        self.messages.notice.as_ref()
    }

    /// The words that stand in place of the keys.
    pub fn notice_words(&self) -> Option<&str> {
        self.notice().map(Message::words)
    }

    /// What stood in place of the keys was seen.
    pub(in crate::reader) fn forget_notice(&mut self) {
        self.messages.notice = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::theme::Theme;

    fn model() -> Model {
        Model::new(Theme::shipped("sixteen"), 80, 24)
    }

    #[test]
    fn what_is_said_stands_on_the_screen_once_and_stays_in_the_log() {
        let mut model = model();
        model.say("Nothing to take back.");
        assert_eq!(model.notice_words(), Some("Nothing to take back."));
        model.forget_notice();
        assert_eq!(model.notice(), None);
        assert_eq!(model.messages.log().count(), 1);
        assert_eq!(model.messages.unseen(), 0);
    }

    #[test]
    fn an_event_interrupts_nobody_and_trouble_is_counted_until_it_was_seen() {
        let mut model = model();
        model.tell(Message::event("linked"));
        assert_eq!((model.notice(), model.messages.unseen()), (None, 0));
        model.tell(Message::warning("set aside"));
        model.tell(Message::error("not kept"));
        assert_eq!(model.messages.unseen(), 2);
        assert_eq!(model.messages.unseen_words().as_deref(), Some("2 warnings and errors"));
        model.messages.see();
        assert_eq!(model.messages.unseen(), 0);
    }

    #[test]
    fn what_was_not_seen_is_called_what_it_is() {
        let told = |messages: &[Message]| {
            let mut model = model();
            for message in messages {
                model.tell(message.clone());
            }
            model.messages.unseen_words()
        };
        let (warning, error) = (Message::warning("set aside"), Message::error("not kept"));
        assert_eq!(told(&[Message::event("read")]), None);
        assert_eq!(told(std::slice::from_ref(&error)).as_deref(), Some("1 error"));
        assert_eq!(told(&[warning.clone(), warning]).as_deref(), Some("2 warnings"));
    }

    #[test]
    fn the_same_words_twice_are_one_line_with_a_count() {
        let mut model = model();
        model.say("round again");
        model.messages.now = jiff::civil::date(2020, 5, 4).at(9, 30, 0, 0);
        model.say("round again");
        let logged: Vec<&Logged> = model.messages.log().collect();
        assert_eq!((logged.len(), logged[0].times, logged[0].at.hour()), (1, 2, 9));
    }

    #[test]
    fn the_log_has_an_end_and_loses_the_oldest() {
        let mut model = model();
        for number in 0..MOST + 5 {
            model.say(format!("number {number}"));
        }
        assert_eq!(model.messages.log().len(), MOST);
        assert_eq!(model.messages.log().next().unwrap().message.words(), "number 5");
    }

    #[test]
    fn words_of_a_message_are_clean() {
        assert_eq!(Message::error("a\u{1b}[31mb\nc").words(), "ab c");
    }
}
