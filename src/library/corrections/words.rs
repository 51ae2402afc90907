//! A correction in, the same in plain words and in TOML out.

use std::fmt::Write as _;

use super::{Entry, What};
use crate::language::{Correction, Interval};
use crate::links::{MeetingCorrection, Quote};

/// Characters of a quotation in a sentence.
const QUOTED: usize = 48;

impl What {
    /// In one line, as in `“Wladimir Putin” is “Vladimir Putin”`.
    pub fn words(&self) -> String {
        match self {
            Self::Reading(correction) => of_reading(correction),
            Self::Meeting(correction) => of_meeting(correction),
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

fn of_reading(correction: &Correction) -> String {
    let place = match correction {
        Correction::Day { .. } => String::new(),
        other => story_of(other).map(|story| format!(" in {story}")).unwrap_or_default(),
    };
    match correction {
        Correction::Same { names, .. } => {
            let (first, others) = names.split_first().map_or(("", &[][..]), |(first, others)| (first.as_str(), others));
            let verb = if others.len() > 1 { "are" } else { "is" };
            format!("{} {verb} “{first}”{place}", listed(others))
        }
        Correction::Apart { name, words, .. } if words.is_empty() => format!("“{name}” is someone else{place}"),
        Correction::Apart { name, words, .. } => format!("{} is not “{name}”{place}", listed(words)),
        Correction::Rename { name, to } => format!("“{name}” is written “{to}”"),
        Correction::Kind { name, kind, .. } => {
            let a = if kind.word().starts_with(['o', 'e']) { "an" } else { "a" };
            format!("“{name}” is {a} {}{place}", kind.word())
        }
        Correction::Never { words, .. } => format!("{} is never a name{place}", listed(words)),
        Correction::Day { story, day, .. } => format!("{story} is of {}", told(Interval::day(*day))),
    }
}

fn of_meeting(correction: &MeetingCorrection) -> String {
    match correction {
        MeetingCorrection::Same(tellings) => {
            let stories: Vec<String> = tellings.iter().map(|quote| quote.story.clone()).collect();
            format!("{}: one meeting in {}", met(tellings.first()), all(&stories))
        }
        MeetingCorrection::Apart { telling, others } => {
            let stories: Vec<String> = others.iter().map(|quote| quote.story.clone()).collect();
            format!("{} in {} is not the meeting in {}", met(Some(telling)), telling.story, all(&stories))
        }
        MeetingCorrection::Day { telling, on } => {
            format!("{} in {} was on {}", met(Some(telling)), telling.story, told(*on))
        }
    }
}

/// Who met, or else the words that tell of it.
fn met(quote: Option<&Quote>) -> String {
    let Some(quote) = quote else { return String::new() };
    if quote.who.is_empty() {
        let cut: String = quote.words.chars().take(QUOTED).collect();
        let more = if cut.len() < quote.words.len() { "…" } else { "" };
        return format!("“{}{more}”", cut.trim_end());
    }
    let who: Vec<&str> = quote.who.iter().take(3).map(String::as_str).collect();
    format!("{}{}", who.join(" – "), if quote.who.len() > 3 { " …" } else { "" })
}

fn listed(words: &[String]) -> String {
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

fn told(days: Interval) -> String {
    let day = |day: jiff::civil::Date| day.strftime("%-d %b %Y").to_string();
    if days.is_day() { day(days.from) } else { format!("{} to {}", day(days.from), day(days.to)) }
}

impl Entry {
    /// As the file has it: a comment in words, then the entry.
    pub(super) fn toml(&self) -> String {
        let mut lines = format!("{}\n", self.comment());
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

    /// The line before it, in words.
    pub(super) fn comment(&self) -> String {
        let day = self.made.map(|day| format!("{day}: ")).unwrap_or_default();
        format!("# {day}{}", self.what.words())
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
        MeetingCorrection::Apart { telling: one, others } => {
            put("[[not-same-meeting]]".to_owned());
            put(format!("telling = {}", telling(one)));
            several("others", others, put);
        }
        MeetingCorrection::Day { telling: one, on } => {
            put("[[meeting-date]]".to_owned());
            put(format!("telling = {}", telling(one)));
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
