//! JSON Lines: one story a line.
//!
//! **In:** lines of JSON objects with `id`, `title`, `outlet` or `source`, `published` or `date`, `url`, `text`.
//! **Out:** one record a line; a line that cannot be read is told with its number. **Why:** crawlers and archives
//! keep thousands of stories in one file.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::{Fault, Found, Reached, Record, is_worth_telling};
use crate::article::{days, outlets};
use crate::text::sanitise::one_line;
use crate::text::written;

/// The records of the lines that can be read, and the faults of those that cannot.
pub(super) fn read(file_id: &str, text: &str, reached: Reached<'_>) -> Found {
    let mut found = Found::default();
    let lines = text.matches('\n').count() + 1;
    for (index, line) in text.split('\n').enumerate() {
        let number = index + 1;
        if is_worth_telling(number, lines) {
            reached(number, lines);
        }
        // A mark at the beginning of a line comes from files that were joined.
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if line.is_empty() {
            continue;
        }
        match record(file_id, number, line) {
            Ok((record, notice)) => {
                found.records.push(record);
                found.notices.extend(notice.map(|what| Fault::new(Some(number), what)));
            }
            Err(why) => found.faults.push(Fault::new(Some(number), format!("{why}; mend the line or take it out"))),
        }
    }
    if found.records.is_empty() && found.faults.is_empty() {
        found.faults.push(Fault::new(None, "has no records, only white space; give one JSON object a line"));
    }
    found
}

/// The record of a line, with what is odd about it; else why there is none.
fn record(file_id: &str, number: usize, line: &str) -> Result<(Record, Option<String>), String> {
    let value: Value = serde_json::from_str(line).map_err(|error| complaint(&error))?;
    let Value::Object(fields) = value else {
        return Err(format!("is {}, not a JSON object with the fields of an article", kind(&value)));
    };
    let (text, written) = match fields.get("text") {
        None | Some(Value::Null) => return Err("has no `text` field".to_owned()),
        Some(Value::String(text)) => written::read(text),
        Some(other) => return Err(format!("has {} as its `text`, not a string", kind(other))),
    };
    if text.trim().is_empty() {
        return Err("has an empty `text`".to_owned());
    }
    let source = name(&fields, "source");
    // Some archives put the page's address where the outlet's name belongs.
    let source_address = source.clone().filter(|source| outlets::host(source).is_some());
    let outlet = name(&fields, "outlet").filter(|outlet| outlets::host(outlet).is_none());
    let (title, notice) = match fields.get("title") {
        None | Some(Value::Null | Value::String(_)) => (name(&fields, "title"), None),
        Some(other) => {
            (None, Some(format!("has {} as its `title`, not a string; the text gives the title here", kind(other))))
        }
    };
    let record = Record {
        id: name(&fields, "id").unwrap_or_else(|| format!("{file_id}#{number}")),
        line: Some(number),
        title,
        outlet: outlet.or_else(|| source.filter(|_| source_address.is_none())),
        published: ["published", "date"].iter().find_map(|field| day(fields.get(*field)?)),
        url: name(&fields, "url").or(source_address),
        text,
        written,
    };
    Ok((record, notice))
}

/// A field with a name or number in it, as one clean line; an object that has a `name` counts as well.
fn name(fields: &Map<String, Value>, field: &str) -> Option<String> {
    let line = match fields.get(field)? {
        Value::String(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        Value::Object(inner) => one_line(inner.get("name")?.as_str()?),
        _ => return None,
    };
    (!line.is_empty()).then_some(line)
}

/// The day a field states, in words, in ISO form or as a Unix time.
fn day(value: &Value) -> Option<Date> {
    match value {
        Value::String(text) => days::stated(&one_line(text)),
        Value::Number(number) => days::from_unix(number.as_i64()?),
        _ => None,
    }
}

/// What is wrong with a line, in plain words.
fn complaint(error: &serde_json::Error) -> String {
    // The position is within the line; the line's number is told apart.
    let column = error.column();
    if error.is_eof() {
        return format!("breaks off after column {column}, before the end of its JSON object");
    }
    let text = error.to_string();
    format!("is not valid JSON at column {column}: {}", text.split(" at line ").next().unwrap_or_default())
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
