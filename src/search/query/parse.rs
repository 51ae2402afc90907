//! A line in, a [`Query`] or a [`QueryError`] out.

use super::lex::{self, Body, Raw};
use super::values::{self, Flag, Possession, days};
use super::{FIELDS, Group, How, Query, QueryError, Term, Test};
use crate::meetings::{MeetingKind, Status};
use crate::text::Span;
use crate::text::fold::folded;

/// Longest word or phrase that is compared, in folded characters: nobody types more by hand.
const LONGEST: usize = 100;
/// A field that is further from what was typed is no slip of the keyboard.
const SLIP: usize = 2;

pub(super) fn parse(line: &str) -> Result<Query, QueryError> {
    let mut query = Query::default();
    let mut alternative = false;
    for raw in lex::terms(line) {
        if raw.body == Body::Or {
            alternative = true;
            continue;
        }
        // What is only begun asks for nothing yet; it still stands between two alternatives.
        let Some(test) = test(line, raw)? else { continue };
        let term = Term { negated: raw.negated, test, span: raw.span };
        match query.groups.last_mut().filter(|_| alternative) {
            Some(group) => group.terms.push(term),
            None => query.groups.push(Group { terms: vec![term] }),
        }
        alternative = false;
    }
    Ok(query)
}

/// What a term asks; `None` where it is only begun.
pub(super) fn test(line: &str, raw: Raw) -> Result<Option<Test>, QueryError> {
    match raw.body {
        Body::Or => Ok(None),
        Body::Word(span) => Ok(word(span.of(line))),
        Body::Quoted(span) => Ok(Some(compared(span.of(line))).filter(|phrase| !phrase.is_empty()).map(Test::Phrase)),
        Body::Field { name, value } => field(line, name, value),
    }
}

/// A word with its signs.
fn word(written: &str) -> Option<Test> {
    let (exact, rest) = strip(written, |text| text.strip_prefix('\''));
    let (prefix, rest) = strip(rest, |text| text.strip_prefix('^').filter(|_| !exact));
    let (suffix, rest) = strip(rest, |text| text.strip_suffix('$').filter(|_| !exact));
    let how = match (exact, prefix, suffix) {
        (true, ..) => How::Exact,
        (_, true, true) => How::Whole,
        (_, true, false) => How::Prefix,
        (_, false, true) => How::Suffix,
        (_, false, false) => How::Fuzzy,
    };
    Some(compared(rest)).filter(|word| !word.is_empty()).map(|word| Test::Word(word, how))
}

fn strip(text: &str, sign: impl Fn(&str) -> Option<&str>) -> (bool, &str) {
    sign(text).map_or((false, text), |rest| (true, rest))
}

/// A word or phrase in the form that is compared: folded, with single spaces.
fn compared(written: &str) -> String {
    let folded: String = folded(written).chars().take(LONGEST).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn field(line: &str, name: Span, value: Span) -> Result<Option<Test>, QueryError> {
    let asked = name.of(line).to_ascii_lowercase();
    let Some((field, _)) = FIELDS.iter().find(|(field, _)| *field == asked) else {
        return Err(QueryError { span: name, message: unknown(&asked) });
    };
    let written = value.of(line);
    let text = compared(written);
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = |message| QueryError { span: value, message };
    Ok(Some(match *field {
        "who" => Test::Who(text),
        "where" => Test::Where(text),
        "outlet" => Test::Outlet(text),
        "tag" => Test::Tag(text),
        "meeting" => Test::Meeting(written.trim().to_owned()),
        "when" => Test::When(days(written.trim()).map_err(wrong)?),
        "kind" => Test::Kind(values::begun("kind", &text, MeetingKind::ALL, MeetingKind::word).map_err(wrong)?),
        "status" => Test::Status(values::begun("status", &text, Status::ALL, Status::word).map_err(wrong)?),
        "is" => Test::Is(values::begun("is", &text, Flag::ALL, Flag::word).map_err(wrong)?),
        _ => Test::Has(values::begun("has", &text, Possession::ALL, Possession::word).map_err(wrong)?),
    }))
}

/// `there is no field wher: did you mean where:?`
fn unknown(asked: &str) -> String {
    // Of two that are equally far, the one that is only not finished yet.
    let near =
        FIELDS.iter().map(|(field, _)| (strsim::osa_distance(asked, field), !field.starts_with(asked), *field)).min();
    let hint = match near.filter(|(distance, ..)| *distance <= SLIP && asked.len() > *distance) {
        Some((_, _, field)) => format!("did you mean {field}:?"),
        None => FIELDS.iter().map(|(field, _)| format!("{field}:")).collect::<Vec<_>>().join(" "),
    };
    format!("no field {asked}: – {hint} (a ' before it searches for the word itself)")
}
