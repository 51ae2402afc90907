//! A line that is being typed in, what could go on at the cursor out.
//!
//! **In:** a [`Library`], what the reader did with its stories, the line and the cursor. **Out:** a [`Completion`].
//! **Why:** nobody knows by heart how an outlet is written or which kinds of meetings there are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::phrase;
use super::query::lex::{self, Body};
use super::query::{FIELDS, Flag, Possession};
use crate::language::NameKind;
use crate::library::{Library, Own};
use crate::meetings::{MeetingKind, Status};
use crate::text::Span;
use crate::text::fold::folded;

/// So many choices are offered at most: more are no help.
const MOST: usize = 50;

/// What could stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the line that a choice takes the place of.
    pub span: Span,
    /// The likeliest first; never empty.
    pub choices: Vec<Choice>,
}

/// One thing that could stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is written into the line.
    pub text: String,
    /// What it is called in a list of choices.
    pub shown: String,
    /// What it asks, for a field.
    pub help: Option<&'static str>,
    /// How many stories it would find; `None` where that is not known.
    pub stories: Option<usize>,
}

/// What could go on in `line` at the byte offset `cursor`; `None` where nothing fits. `own` is as in
/// [`Filter::run`](super::Filter::run).
pub fn complete(library: &Library, own: &[Own], line: &str, cursor: usize) -> Option<Completion> {
    let at_cursor = |raw: &lex::Raw| raw.span.start() < cursor && cursor <= raw.span.end();
    let raw = lex::terms(line).into_iter().find(at_cursor);
    let (span, choices) = match raw.map(|raw| (raw.body, raw.span)) {
        None => (Span::new(cursor, cursor), fields("")),
        Some((Body::Word(word), _)) => (word, fields(line.get(word.start()..cursor).unwrap_or_default())),
        Some((Body::Field { name, value }, whole)) if cursor >= value.start() => {
            let typed = folded(line.get(value.start()..cursor.min(value.end())).unwrap_or_default());
            let field = name.of(line).to_ascii_lowercase();
            (Span::new(name.start(), whole.end()), values(library, own, &field, typed.trim()))
        }
        Some(_) => return None,
    };
    (!choices.is_empty()).then_some(Completion { span, choices })
}

/// The fields whose names begin with what is typed.
fn fields(typed: &str) -> Vec<Choice> {
    let typed = typed.to_ascii_lowercase();
    let begun = FIELDS.iter().filter(|(field, _)| field.starts_with(&typed));
    begun
        .map(|(field, help)| {
            let text = format!("{field}:");
            Choice { shown: text.clone(), text, help: Some(help), stories: None }
        })
        .collect()
}

/// The values of a field that go with what is typed (folded), those of most stories first.
fn values(library: &Library, own: &[Own], field: &str, typed: &str) -> Vec<Choice> {
    let words = |words: Vec<&'static str>| words.into_iter().map(|word| (word.to_owned(), None)).collect();
    let all: Vec<(String, Option<usize>)> = match field {
        "who" => names(library, &[NameKind::Person, NameKind::Organisation]),
        "where" => names(library, &[NameKind::Place]),
        "outlet" => {
            counted(library.stories.iter().filter_map(|story| story.article.outlet.as_ref()?.name.clone().into()))
        }
        "when" => months(library),
        "tag" => counted(own.iter().flat_map(|own| own.tags.iter().cloned())),
        "kind" => words(MeetingKind::ALL.iter().map(|kind| kind.word()).collect()),
        "status" => words(Status::ALL.iter().map(|status| status.word()).collect()),
        "is" => words(Flag::ALL.iter().map(|flag| flag.word()).collect()),
        "has" => words(Possession::ALL.iter().map(|thing| thing.word()).collect()),
        "meeting" => {
            library.connections.meetings.iter().map(|one| (one.id.clone(), Some(one.mentions.len()))).collect()
        }
        _ => Vec::new(),
    };
    let fits = |value: &str| typed.is_empty() || phrase::places(&folded(value), typed).next().is_some();
    let choice = |(value, stories): (String, Option<usize>)| {
        let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
        // A value cannot hold the mark that ends it.
        let written = value.replace(['"', '“', '”', '„'], "");
        Choice { text: format!("{field}:{quote}{written}{quote} "), shown: value, help: None, stories }
    };
    all.into_iter().filter(|(value, _)| fits(value)).take(MOST).map(choice).collect()
}

fn names(library: &Library, kinds: &[NameKind]) -> Vec<(String, Option<usize>)> {
    let named = library.connections.entities.iter().filter(|entity| kinds.contains(&entity.kind));
    let mut named: Vec<(String, usize)> = named.map(|entity| (entity.name.clone(), entity.stories.len())).collect();
    named.sort_by_key(|(_, stories)| Reverse(*stories));
    named.into_iter().map(|(name, stories)| (name, Some(stories))).collect()
}

fn counted(values: impl Iterator<Item = String>) -> Vec<(String, Option<usize>)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counted: Vec<(String, usize)> = counts.into_iter().collect();
    counted.sort_by_key(|(_, stories)| Reverse(*stories));
    counted.into_iter().map(|(value, stories)| (value, Some(stories))).collect()
}

/// The months in which stories were published, the latest first.
fn months(library: &Library) -> Vec<(String, Option<usize>)> {
    let days = library.stories.iter().filter_map(|story| story.annotations.published.as_ref());
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for published in days {
        *counts.entry(published.best.strftime("%Y-%m").to_string()).or_default() += 1;
    }
    counts.into_iter().rev().map(|(month, stories)| (month, Some(stories))).collect()
}

#[cfg(test)]
mod tests;
