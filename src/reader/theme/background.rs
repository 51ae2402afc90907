//! Whether the terminal's background is light, asked of the terminal.
//!
//! **In:** the terminal, before its keys are read; later the events that it sends. **Out:** whether the background is light.
//! **Why:** the environment seldom tells. Terminals answer in a few milliseconds, but one behind a slow line may answer when
//! the screen is there already: its answer then comes among the keys, where [`Listener`] takes it out, or somebody would
//! seem to have typed `]11;rgb:ffff/ffff/ffff`.

use std::io::{self, Write as _, stdout};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, poll};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use terminal_colorsaurus::{Color, Error, QueryOptions, background_color};

/// How long the first screen waits for an answer: what nobody notices.
const PATIENCE: Duration = Duration::from_millis(40);
/// How long to look for what was typed ahead. (With no time at all crossterm does not look.)
const GLANCE: Duration = Duration::from_micros(200);
/// After this long no answer is to be expected any more.
const LATEST: Duration = Duration::from_secs(10);
/// The question, for when nobody waits for the answer.
const QUESTION: &str = "\u{1b}]11;?\u{7}";
/// What an answer opens with, after the Alt-`]` as which keys are told of its first two bytes.
const OPENING: &str = "11;rgb";
/// The longest answer, as keys: `11;rgba:` and four numbers of four digits.
const LONGEST: usize = 32;

/// What the terminal said.
#[derive(Debug, Default)]
pub struct Asked {
    /// Whether its background is light; `None` where it has not answered.
    pub is_light: Option<bool>,
    /// Takes an answer that may still come out of the keys.
    pub listener: Listener,
    /// Keeps what comes meanwhile from being echoed; dropping it ends that.
    pub hush: Option<Hush>,
}

/// Raw keys, until the terminal is taken for good.
#[derive(Debug)]
pub struct Hush(());

impl Hush {
    fn new() -> io::Result<Self> {
        enable_raw_mode().map(|()| Self(()))
    }

    /// Whoever takes the terminal looks after its mode from now on.
    pub fn hand_over(self) {
        std::mem::forget(self);
    }
}

impl Drop for Hush {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// Asks the terminal, and waits a little for its answer. What was typed ahead is not lost: then nobody waits.
pub fn ask() -> Asked {
    let Ok(hush) = Hush::new() else { return Asked::default() };
    if poll(GLANCE).unwrap_or(true) {
        let asked = write!(stdout(), "{QUESTION}").and_then(|()| stdout().flush());
        let listener = if asked.is_ok() { Listener::new() } else { Listener::default() };
        return Asked { is_light: None, listener, hush: Some(hush) };
    }
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    let (is_light, listener) = match background_color(options) {
        Ok(color) => (Some(is_light(&color)), Listener::default()),
        Err(Error::Timeout(_)) => (None, Listener::new()),
        Err(_) => (None, Listener::default()),
    };
    Asked { is_light, listener, hush: Some(hush) }
}

fn is_light(color: &Color) -> bool {
    color.perceived_lightness() > 0.5
}

/// Takes the answer of a terminal out of the keys.
#[derive(Debug, Default)]
pub struct Listener {
    /// Until when one is to be expected.
    until: Option<Instant>,
    /// Keys that may belong to one.
    held: Vec<Event>,
    /// What they spell.
    spelled: String,
}

/// What an event was.
#[derive(Debug, PartialEq)]
pub enum Heard {
    /// The terminal's answer: whether its background is light.
    Background(bool),
    /// These events are no answer; none where more has to come before that can be said.
    Events(Vec<Event>),
}

impl Listener {
    /// One that expects an answer.
    fn new() -> Self {
        Self { until: Some(Instant::now() + LATEST), ..Self::default() }
    }

    /// Takes the next event.
    pub fn take(&mut self, event: Event) -> Heard {
        let expects = self.until.is_some_and(|until| Instant::now() < until);
        if self.held.is_empty() && !(expects && is_key(&event, ']', KeyModifiers::ALT)) {
            return Heard::Events(vec![event]);
        }
        if self.held.is_empty() {
            self.held.push(event);
            return Heard::Events(Vec::new());
        }
        if is_key(&event, 'g', KeyModifiers::CONTROL) || is_key(&event, '\\', KeyModifiers::ALT) {
            let answer = color(&self.spelled).map(|color| is_light(&color));
            return match answer {
                Some(light) => {
                    *self = Self::default();
                    Heard::Background(light)
                }
                None => self.give_back(event),
            };
        }
        match typed(&event).filter(|letter| self.goes_on_with(*letter)) {
            Some(letter) => {
                self.spelled.push(letter);
                self.held.push(event);
                Heard::Events(Vec::new())
            }
            None => self.give_back(event),
        }
    }

    fn goes_on_with(&self, letter: char) -> bool {
        match OPENING.get(self.spelled.len()..) {
            Some(left) if !left.is_empty() => left.starts_with(letter),
            _ => self.spelled.len() < LONGEST && (letter.is_ascii_hexdigit() || "a:/".contains(letter)),
        }
    }

    /// It was somebody's keys after all.
    fn give_back(&mut self, event: Event) -> Heard {
        self.spelled.clear();
        let mut events = std::mem::take(&mut self.held);
        events.push(event);
        Heard::Events(events)
    }
}

fn is_key(event: &Event, letter: char, with: KeyModifiers) -> bool {
    matches!(event, Event::Key(KeyEvent { code: KeyCode::Char(own), modifiers, .. }) if *own == letter && *modifiers == with)
}

fn typed(event: &Event) -> Option<char> {
    match event {
        Event::Key(KeyEvent { code: KeyCode::Char(letter), modifiers, .. })
            if KeyModifiers::SHIFT.contains(*modifiers) =>
        {
            Some(*letter)
        }
        _ => None,
    }
}

/// The colour of `11;rgb:1414/1717/1c1c`: each part one to four digits, of which the first ones count most.
fn color(answer: &str) -> Option<Color> {
    let (_, parts) = answer.split_once(':')?;
    let part = |digits: &str| {
        let number = u32::from_str_radix(digits, 16).ok()?;
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok().filter(|count| (1..=4).contains(count))?)? - 1;
        u16::try_from(number * u32::from(u16::MAX) / most).ok()
    };
    let mut parts = parts.split('/').map(part);
    Some(Color::rgb(parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events of a spelling in which `^g` is Ctrl-g, and `~` stands before a key with Alt.
    fn events(spelled: &str) -> Vec<Event> {
        let mut with = KeyModifiers::NONE;
        let mut events = Vec::new();
        for letter in spelled.chars() {
            match letter {
                '~' => with = KeyModifiers::ALT,
                '^' => with = KeyModifiers::CONTROL,
                _ => {
                    events.push(Event::Key(KeyEvent::new(KeyCode::Char(letter), with)));
                    with = KeyModifiers::NONE;
                }
            }
        }
        events
    }

    fn heard(listener: &mut Listener, spelled: &str) -> (Option<bool>, Vec<Event>) {
        let (mut light, mut passed) = (None, Vec::new());
        for event in events(spelled) {
            match listener.take(event) {
                Heard::Background(is_light) => light = Some(is_light),
                Heard::Events(events) => passed.extend(events),
            }
        }
        (light, passed)
    }

    #[test]
    fn a_late_answer_is_taken_out_of_the_keys() {
        for (spelled, light) in [
            ("~]11;rgb:ffff/ffff/ffff~\\", true),
            ("~]11;rgb:14/17/1c^g", false),
            ("~]11;rgba:FFFF/FFFF/f0f0/FFFF^g", true),
        ] {
            let (answer, passed) = heard(&mut Listener::new(), &format!("j{spelled}k"));
            assert_eq!((answer, passed), (Some(light), events("jk")), "{spelled}");
        }
    }

    #[test]
    fn keys_that_only_begin_like_an_answer_are_given_back_in_their_order() {
        for spelled in ["~]j", "~]11;rgbj", "~]11;rgb:^g", "~]11;rgb:zz", "~]^g", "~]~]", "~]11;rgb:ffff/~\\"] {
            assert_eq!(heard(&mut Listener::new(), spelled), (None, events(spelled)), "{spelled}");
        }
    }

    #[test]
    fn after_one_answer_or_without_a_question_nothing_is_held_back() {
        assert_eq!(heard(&mut Listener::default(), "~]"), (None, events("~]")));
        let mut listener = Listener::new();
        heard(&mut listener, "~]11;rgb:0/0/0^g");
        assert_eq!(heard(&mut listener, "~]11"), (None, events("~]11")));
    }
}
