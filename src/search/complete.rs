//! A line that is being typed in, what could go on at the cursor out.
//!
//! **In:** a [`Library`], what the reader did with its stories, what is looked for, the line and the cursor. **Out:** a
//! [`Completion`]. **Why:** nobody knows by heart how an outlet is written or which kinds of meetings there are.

mod values;

use super::phrase;
use super::query::FIELDS;
use super::query::lex::{self, Body};
use crate::library::{Library, Own};
use crate::text::Span;
use crate::text::fold::folded;

/// So many choices are offered at most: more are no help.
const MOST: usize = 50;

/// What a line looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sought {
    /// Stories.
    #[default]
    Stories,
    /// Meetings: what is offered has to do with one.
    Meetings,
    /// Names: `kind:` is one of names, too.
    Names,
}

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
pub fn complete(library: &Library, own: &[Own], sought: Sought, line: &str, cursor: usize) -> Option<Completion> {
    let at_cursor = |raw: &lex::Raw| raw.span.start() < cursor && cursor <= raw.span.end();
    let raw = lex::terms(line).into_iter().find(at_cursor);
    let (span, choices) = match raw.map(|raw| (raw.body, raw.span)) {
        None => (Span::new(cursor, cursor), fields("", sought)),
        Some((Body::Word(word), _)) => (word, fields(line.get(word.start()..cursor).unwrap_or_default(), sought)),
        Some((Body::Field { name, value }, whole)) if cursor >= value.start() => {
            let typed = folded(line.get(value.start()..cursor.min(value.end())).unwrap_or_default());
            let field = name.of(line).to_ascii_lowercase();
            let all = values::of(library, own, sought, &field);
            (Span::new(name.start(), whole.end()), fitting(all, &field, typed.trim()))
        }
        Some(_) => return None,
    };
    (!choices.is_empty()).then_some(Completion { span, choices })
}

/// What a field asks, where names are looked for and it asks something else than of stories.
const OF_NAMES: [(&str, &str); 2] =
    [("who", "a person or body, and everyone who met them"), ("kind", "what it names; or a meeting of this kind")];
/// The same where meetings are looked for.
const OF_MEETINGS: [(&str, &str); 3] = [
    ("who", "a person or body who took part"),
    ("where", "the place of the meeting, or its state"),
    ("when", "a day of the meeting, as any story tells it"),
];

/// What a field asks.
pub fn field_help(sought: Sought, field: &str) -> Option<&'static str> {
    let own: &[(&str, &str)] = match sought {
        Sought::Stories => &[],
        Sought::Meetings => &OF_MEETINGS,
        Sought::Names => &OF_NAMES,
    };
    let told = own.iter().chain(FIELDS).find(|(name, _)| name.eq_ignore_ascii_case(field));
    told.map(|(_, help)| *help)
}

/// The fields whose names begin with what is typed.
fn fields(typed: &str, sought: Sought) -> Vec<Choice> {
    let typed = typed.to_ascii_lowercase();
    let begun = FIELDS.iter().filter(|(field, _)| field.starts_with(&typed));
    begun
        .map(|(field, _)| {
            let text = format!("{field}:");
            Choice { shown: text.clone(), text, help: field_help(sought, field), stories: None }
        })
        .collect()
}

/// Those of the values of a field that go with what is typed (folded).
fn fitting(all: Vec<values::Value>, field: &str, typed: &str) -> Vec<Choice> {
    let fits = |value: &str| typed.is_empty() || phrase::places(&folded(value), typed).next().is_some();
    let choice = |(value, stories): values::Value| {
        let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
        // A value cannot hold the mark that ends it.
        let written = value.replace(['"', '“', '”', '„'], "");
        Choice { text: format!("{field}:{quote}{written}{quote} "), shown: value, help: None, stories }
    };
    all.into_iter().filter(|(value, _)| fits(value)).take(MOST).map(choice).collect()
}

#[cfg(test)]
mod tests;
