//! What the model and the rules found, made one: the mentions of an article.
//!
//! The model decides ([`recogniser`]): it sees what the rules found ([`scan`]) as one more piece of evidence. Three
//! things the rules know better than any model trained on other texts, and have the last word on: events and documents
//! that a head word makes (`Astana talks`, `Resolution 2254`), phrases of several words that the tables know where the
//! model sees nothing, and what the article's own opening names.

use super::heads;
use super::recogniser::{self, Recognised, label::Class};
use super::{Found, Known, scan};
use crate::article::Article;
use crate::language::dates::Expression;
use crate::language::facts::Facts;
use crate::language::gazetteer::class::{DOCUMENT, DOCUMENT_WORD, EVENT, EVENT_WORD};
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::NameKind;

/// Every mention, in order.
pub(super) fn mentions(
    article: &Article,
    lines: &[Line<'_>],
    dates: &[(usize, Expression)],
    phrases: &[Vec<Known>],
    facts: &Facts,
) -> Vec<Found> {
    let rules = scan::scan(article, lines, dates, phrases, facts);
    let named = recogniser::recognise(lines, &rules);
    let mut found: Vec<Found> = named.into_iter().filter_map(|name| mention(name, lines, phrases)).collect();
    let (certain, others): (Vec<_>, Vec<_>) =
        rules.into_iter().partition(|rule| matches!(rule.kind, NameKind::Event | NameKind::Document));
    found.retain(|mention| !certain.iter().any(|rule| overlap(mention, rule)));
    found.extend(certain);
    let known = others.into_iter().filter(is_sure).filter(|rule| !found.iter().any(|mention| overlap(mention, rule)));
    let known: Vec<Found> = known.collect();
    found.extend(known);
    found.sort_by_key(|mention| (mention.line, mention.tokens.start));
    found
}

/// Whether the tables alone make it a name.
fn is_sure(rule: &Found) -> bool {
    rule.sense.is_some_and(|sense| rule.tokens.len() > 1 || matches!(sense, Sense::Seat(_)))
}

fn overlap(a: &Found, b: &Found) -> bool {
    a.line == b.line && a.tokens.start < b.tokens.end && b.tokens.start < a.tokens.end
}

/// The model's name as a mention, with what the tables know it as.
fn mention(name: Recognised, lines: &[Line<'_>], phrases: &[Vec<Known>]) -> Option<Found> {
    let line = lines.get(name.line)?;
    let kind = match name.class {
        Class::Person => NameKind::Person,
        Class::Organisation => NameKind::Organisation,
        Class::Place => NameKind::Place,
        Class::Group => NameKind::Group,
        Class::Other => kind_of_other(line, &name),
    };
    let known = phrases.get(name.line).into_iter().flatten();
    let mut same = known.filter(|known| known.start == name.tokens.start && known.length == name.tokens.len());
    let sense = same.find_map(|known| known.senses.iter().copied().find(|sense| agrees(*sense, kind)));
    Some(Found { line: name.line, tokens: name.tokens, kind, sense })
}

/// Whether what the tables know a phrase as is a name of this kind.
const fn agrees(sense: Sense, kind: NameKind) -> bool {
    matches!(
        (sense, kind),
        (Sense::Person(_), NameKind::Person)
            | (Sense::State(_) | Sense::Capital(_) | Sense::Place(_), NameKind::Place)
            | (Sense::Demonym(_), NameKind::Group)
            | (Sense::Body(_) | Sense::Seat(_), NameKind::Organisation)
    )
}

/// What a name is that is no person, body, place or group: an event if its words or the gazetteer say so; everything
/// else that has a title of its own counts with the documents.
fn kind_of_other(line: &Line<'_>, name: &Recognised) -> NameKind {
    let by_head = name.tokens.clone().rev().find_map(|at| heads::kind_at(line, at));
    match by_head {
        Some(kind @ (NameKind::Event | NameKind::Document)) => kind,
        _ if name.known & (DOCUMENT_WORD | DOCUMENT) != 0 => NameKind::Document,
        _ if name.known & (EVENT_WORD | EVENT) != 0 => NameKind::Event,
        _ => NameKind::Document,
    }
}
