//! What the model and the rules found, made one: the mentions of an article.
//!
//! The model decides ([`recogniser`]): it sees what the rules found ([`scan`]) as one more piece of evidence. Some
//! things the rules know better than any model trained on other texts, and have the last word on: events and documents
//! that a head word makes (`Astana talks`, `Resolution 2254`), what the article's own opening names, phrases that the
//! tables know in one sense only, and phrases of several words that they know where the model sees nothing.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::recogniser::{self, Recognised, label::Class};
use super::{Found, Known, scan};
use super::{extent, heads, kinds, titles};
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
    put(certain, &mut found);
    let mut opening = scan::opening(article, lines);
    opening.retain(|name| {
        let same = |mention: &&Found| mention.tokens == name.tokens && mention.line == name.line;
        let seen = found.iter().filter(same).find(|mention| is_named(mention));
        seen.is_none_or(|seen| seen.kind != name.kind && is_known_place(name, phrases))
    });
    for place in opening.iter_mut().filter(|name| name.kind == NameKind::Place) {
        place.sense = senses_at(place.line, &place.tokens, phrases).iter().copied().find(|sense| is_place(*sense));
    }
    put(opening, &mut found);
    let is_known = |rule: &Found| may_stand(rule, &found, is_sure(rule), lines.get(rule.line));
    let known: Vec<Found> = others.into_iter().filter(is_known).collect();
    put(known, &mut found);
    titles::take_off(lines, phrases, &mut found, facts);
    extent::complete(lines, phrases, &mut found);
    kinds::correct(lines, phrases, &mut found, facts);
    found
}

/// Whether it is a mention of someone, some body or some place.
const fn is_named(mention: &Found) -> bool {
    matches!(mention.kind, NameKind::Person | NameKind::Organisation | NameKind::Place)
}

/// Whether the opening tells of a place that the tables know as one, whatever else its name can mean: Brussels in a
/// dateline is no body.
fn is_known_place(name: &Found, phrases: &[Vec<Known>]) -> bool {
    name.kind == NameKind::Place && senses_at(name.line, &name.tokens, phrases).iter().any(|sense| is_place(*sense))
}

const fn is_place(sense: Sense) -> bool {
    matches!(sense, Sense::State(_) | Sense::Capital(_) | Sense::Place(_))
}

/// Puts `names` among the mentions, in the place of those that they overlap.
fn put(mut names: Vec<Found>, mentions: &mut Vec<Found>) {
    names.sort_by_key(|name| (name.line, name.tokens.start));
    names.dedup_by(|later, name| name.line == later.line && later.tokens.start < name.tokens.end);
    mentions.retain(|mention| overlapping(mention, &names).is_none());
    mentions.extend(names);
    mentions.sort_by_key(|mention| (mention.line, mention.tokens.start));
}

/// Whether the rules' name belongs among the mentions: nothing of the model's is there and the tables make it sure, or
/// the model has only a part of it: of a person or body whom the tables know (`Angela` in `Angela merkel`), or of a person
/// whose surname has a small word (`John` in `John van der Quill`).
fn may_stand(rule: &Found, found: &[Found], sure: bool, line: Option<&Line<'_>>) -> bool {
    let Some(mention) = overlapping(rule, found) else { return sure };
    let inside = mention.tokens.start >= rule.tokens.start && mention.tokens.end <= rule.tokens.end;
    let joined = || {
        let particle = |at: usize| line.is_some_and(|line| !line.is_capitalised(at));
        mention.kind == NameKind::Person && rule.kind == NameKind::Person && rule.tokens.clone().any(particle)
    };
    let known = sure && matches!(rule.sense, Some(Sense::Person(_) | Sense::Body(_)));
    inside && mention.tokens != rule.tokens && (known || joined())
}

/// The first of `names`, which are in order and apart, that shares a token with `name`.
fn overlapping<'n>(name: &Found, names: &'n [Found]) -> Option<&'n Found> {
    let at = names.partition_point(|other| (other.line, other.tokens.end) <= (name.line, name.tokens.start));
    names.get(at).filter(|other| other.line == name.line && other.tokens.start < name.tokens.end)
}

/// Whether the tables alone make it a name.
fn is_sure(rule: &Found) -> bool {
    rule.sense.is_some_and(|sense| rule.tokens.len() > 1 || matches!(sense, Sense::Seat(_)))
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
    let senses = senses_at(name.line, &name.tokens, phrases);
    let settled = senses.iter().copied().find_map(|sense| Some((settled(sense, name.tokens.len(), senses)?, sense)));
    let (kind, sense) = match settled {
        Some((kind, sense)) => (kind, Some(sense)),
        None => (kind, senses.iter().copied().find(|sense| agrees(*sense, kind))),
    };
    Some(Found { line: name.line, tokens: name.tokens, kind, sense })
}

/// What the tables know these words of a sentence as.
fn senses_at<'p>(line: usize, tokens: &Range<usize>, phrases: &'p [Vec<Known>]) -> &'p [Sense] {
    let known = phrases.get(line).map(Vec::as_slice).unwrap_or_default();
    let same = known.binary_search_by_key(&tokens.start, |known| known.start).ok().and_then(|at| known.get(at));
    same.filter(|known| known.length == tokens.len()).map(|known| known.senses.as_slice()).unwrap_or_default()
}

/// The kind that a phrase has whatever stands around it: a seat of government, and a person or state of several words
/// that the tables know as nothing else.
fn settled(sense: Sense, words: usize, senses: &[Sense]) -> Option<NameKind> {
    match sense {
        Sense::Seat(_) => Some(NameKind::Organisation),
        Sense::Person(_) if words > 1 && senses.len() == 1 => Some(NameKind::Person),
        Sense::State(_) if words > 1 && senses.len() == 1 => Some(NameKind::Place),
        _ => None,
    }
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
