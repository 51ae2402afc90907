//! A correction in, the same in plain words and in TOML out.

use std::fmt::Write as _;

use super::{Entry, What};
use crate::language::{Correction, Interval};
use crate::links::{MeetingCorrection, Quote};

/// Characters of a quotation in a sentence.
const QUOTED: usize = 48;

/// How stories and names are called: by their ids, or as [`told`](super::told) calls them.
pub(super) struct Called<'c> {
    /// A story, by its id.
    pub story: &'c dyn Fn(&str) -> String,
    /// A name, as an entry writes it.
    pub name: &'c dyn Fn(&str) -> String,
}

impl Called<'_> {
    /// As the file writes them.
    const PLAIN: Called<'static> = Called { story: &str::to_owned, name: &str::to_owned };
}

impl What {
    /// In one line, as in `“Wladimir Putin” is “Vladimir Putin”`; stories are called by their ids.
    pub fn words(&self) -> String {
        self.words_with(&Called::PLAIN)
    }

    pub(super) fn words_with(&self, called: &Called<'_>) -> String {
        match self {
            Self::Reading(correction) => of_reading(correction, called),
            Self::Meeting(correction) => of_meeting(correction, called),
        }
    }

    /// In one word or two, for lists.
    pub const fn sort(&self) -> &'static str {
        match self {
            Self::Reading(Correction::Same { .. }) => "same name",
            Self::Reading(Correction::Apart { .. }) => "not the same",
            Self::Reading(Correction::Rename { .. }) => "rename",
            Self::Reading(Correction::Kind { .. }) => "kind",
            Self::Reading(Correction::Never { .. }) => "never a name",
            Self::Reading(Correction::Day { .. }) => "day of a story",
            Self::Meeting(MeetingCorrection::Same(_)) => "same meeting",
            Self::Meeting(MeetingCorrection::Apart { .. }) => "not the same meeting",
            Self::Meeting(MeetingCorrection::Day { .. }) => "day of a meeting",
            Self::Meeting(MeetingCorrection::NoMeeting(_)) => "no meeting",
        }
    }

    /// The stories that it names, each once, in its order.
    pub fn stories(&self) -> Vec<&str> {
        let mut stories: Vec<&str> = match self {
            Self::Reading(correction) => story_of(correction).into_iter().collect(),
            Self::Meeting(correction) => correction.quotes().map(|quote| quote.story.as_str()).collect(),
        };
        let mut seen = std::collections::HashSet::new();
        stories.retain(|story| seen.insert(*story));
        stories
    }
}

fn story_of(correction: &Correction) -> Option<&str> {
    match correction {
        Correction::Same { story, .. }
        | Correction::Apart { story, .. }
        | Correction::Kind { story, .. }
        | Correction::Never { story, .. } => story.as_deref(),
        Correction::Day { story, .. } => Some(story),
        Correction::Rename { .. } => None,
    }
}

/// ` in …` where an entry holds in one story only.
pub(super) fn place(correction: &Correction, called: &Called<'_>) -> String {
    match correction {
        Correction::Day { .. } => String::new(),
        other => story_of(other).map(|story| format!(" in {}", (called.story)(story))).unwrap_or_default(),
    }
}

fn of_reading(correction: &Correction, called: &Called<'_>) -> String {
    let place = place(correction, called);
    let name_of = |name: &String| (called.name)(name);
    match correction {
        Correction::Same { names, .. } => {
            let names: Vec<String> = names.iter().map(name_of).collect();
            let (first, others) = names.split_first().map_or(("", &[][..]), |(first, others)| (first.as_str(), others));
            let verb = if others.len() > 1 { "are" } else { "is" };
            format!("{} {verb} “{first}”{place}", listed(others))
        }
        Correction::Apart { name, words, .. } if words.is_empty() => {
            format!("“{}” is someone else{place}", name_of(name))
        }
        Correction::Apart { name, words, .. } => format!("{} is not “{}”{place}", listed(words), name_of(name)),
        Correction::Rename { name, to } => format!("“{}” is written “{to}”", name_of(name)),
        Correction::Kind { name, kind, .. } => format!("“{}” is {}{place}", name_of(name), with_article(kind.word())),
        Correction::Never { words, .. } => format!("{} is never a name{place}", listed(words)),
        Correction::Day { story, day, .. } => {
            format!("{} is of {}", (called.story)(story), told(Interval::day(*day)))
        }
    }
}

/// `a place`, `an event`.
pub fn with_article(word: &str) -> String {
    format!("{} {word}", if word.starts_with(['o', 'e']) { "an" } else { "a" })
}

/// The stories of tellings, each once.
pub(super) fn stories<'q>(quotes: impl IntoIterator<Item = &'q Quote>, called: &Called<'_>) -> String {
    let mut stories: Vec<String> = quotes.into_iter().map(|quote| (called.story)(&quote.story)).collect();
    let mut seen = std::collections::HashSet::new();
    stories.retain(|story| seen.insert(story.clone()));
    all(&stories)
}

fn of_meeting(correction: &MeetingCorrection, called: &Called<'_>) -> String {
    match correction {
        MeetingCorrection::Same(tellings) => {
            format!("{}: one meeting in {}", met(tellings.first()), stories(tellings, called))
        }
        MeetingCorrection::Apart { telling, others } => {
            let own = (called.story)(&telling.story);
            format!("{} in {own} is not the meeting in {}", met(Some(telling)), stories(others, called))
        }
        MeetingCorrection::NoMeeting(tellings) => {
            format!("{} is no meeting in {}", met(tellings.first()), stories(tellings, called))
        }
        MeetingCorrection::Day { telling, on, .. } => {
            format!("{} was on {}, told in {}", met(Some(telling)), told(*on), (called.story)(&telling.story))
        }
    }
}

/// Who met, or else the words that tell of it.
pub(super) fn met(quote: Option<&Quote>) -> String {
    let Some(quote) = quote else { return String::new() };
    if quote.who.is_empty() {
        let cut: String = quote.words.chars().take(QUOTED).collect();
        let more = if cut.len() < quote.words.len() { "…" } else { "" };
        return format!("“{}{more}”", cut.trim_end());
    }
    let who: Vec<&str> = quote.who.iter().take(3).map(String::as_str).collect();
    format!("{}{}", who.join(" – "), if quote.who.len() > 3 { " …" } else { "" })
}

pub(super) fn listed(words: &[String]) -> String {
    all(&words.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>())
}

/// `A`, `A and B`, `A, B and C`.
fn all(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

pub(super) fn told(days: Interval) -> String {
    let day = |day: jiff::civil::Date| day.strftime("%-d %b %Y").to_string();
    if days.is_day() { day(days.from) } else { format!("{} to {}", day(days.from), day(days.to)) }
}

impl Entry {
    /// As the file has it: a comment in words, then the entry.
    pub(super) fn toml(&self, words: &str) -> String {
        let mut lines = format!("{}\n", self.comment(words));
        let mut put = |line: String| {
            let _ = writeln!(lines, "{line}");
        };
        match &self.what {
            What::Reading(correction) => reading_toml(correction, &mut put),
            What::Meeting(correction) => meeting_toml(correction, &mut put),
        }
        if let Some(day) = self.made {
            put(format!("made = {day}"));
        }
        if let Some(changed) = &self.changed {
            put(format!("changed = {}", quoted(changed)));
        }
        lines
    }

    /// The line before it, with these words.
    pub(super) fn comment(&self, words: &str) -> String {
        let day = self.made.map(|day| format!("{day}: ")).unwrap_or_default();
        format!("# {day}{words}")
    }
}

fn reading_toml(correction: &Correction, put: &mut impl FnMut(String)) {
    match correction {
        Correction::Same { names, .. } => {
            put("[[same-name]]".to_owned());
            put(format!("names = {}", list(names)));
        }
        Correction::Apart { name, words, .. } => {
            put("[[not-same-name]]".to_owned());
            put(format!("name = {}", quoted(name)));
            if !words.is_empty() {
                put(format!("words = {}", list(words)));
            }
        }
        Correction::Rename { name, to } => {
            put("[[rename]]".to_owned());
            put(format!("name = {}", quoted(name)));
            put(format!("to = {}", quoted(to)));
        }
        Correction::Kind { name, kind, .. } => {
            put("[[kind]]".to_owned());
            put(format!("name = {}", quoted(name)));
            put(format!("kind = {}", quoted(kind.word())));
        }
        Correction::Never { words, .. } => {
            put("[[never-a-name]]".to_owned());
            put(format!("words = {}", list(words)));
        }
        Correction::Day { .. } => put("[[story-date]]".to_owned()),
    }
    if let Some(story) = story_of(correction) {
        put(format!("story = {}", quoted(story)));
    }
    if let Correction::Day { title, day, .. } = correction {
        if let Some(title) = title {
            put(format!("title = {}", quoted(title)));
        }
        put(format!("day = {day}"));
    }
}

fn meeting_toml(correction: &MeetingCorrection, put: &mut impl FnMut(String)) {
    let several = |key: &str, quotes: &[Quote], put: &mut dyn FnMut(String)| {
        put(format!("{key} = ["));
        for quote in quotes {
            put(format!("  {},", telling(quote)));
        }
        put("]".to_owned());
    };
    match correction {
        MeetingCorrection::Same(tellings) => {
            put("[[same-meeting]]".to_owned());
            several("tellings", tellings, put);
        }
        MeetingCorrection::NoMeeting(tellings) => {
            put("[[no-meeting]]".to_owned());
            several("tellings", tellings, put);
        }
        MeetingCorrection::Apart { telling: one, others } => {
            put("[[not-same-meeting]]".to_owned());
            put(format!("telling = {}", telling(one)));
            several("others", others, put);
        }
        MeetingCorrection::Day { telling: one, others, on } => {
            put("[[meeting-date]]".to_owned());
            put(format!("telling = {}", telling(one)));
            if !others.is_empty() {
                several("others", others, put);
            }
            put(if on.is_day() { format!("on = {}", on.from) } else { format!("on = {}", quoted(&on.to_string())) });
        }
    }
}

fn telling(quote: &Quote) -> String {
    let mut keys = vec![format!("story = {}", quoted(&quote.story)), format!("words = {}", quoted(&quote.words))];
    if quote.occurrence > 1 {
        keys.push(format!("occurrence = {}", quote.occurrence));
    }
    if !quote.who.is_empty() {
        keys.push(format!("who = {}", list(&quote.who)));
    }
    if quote.in_passing {
        keys.push("in_passing = true".to_owned());
    }
    format!("{{ {} }}", keys.join(", "))
}

fn list(words: &[String]) -> String {
    format!("[{}]", words.iter().map(|words| quoted(words)).collect::<Vec<_>>().join(", "))
}

/// A basic string of TOML: <https://toml.io/en/v1.0.0#string>.
fn quoted(words: &str) -> String {
    let mut written = String::with_capacity(words.len() + 2);
    written.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}
