//! Mentions in, the parts of people's names out: each form is taken apart once, however often it stands in the article.

use std::collections::HashMap;
use std::rc::Rc;

use super::canonical::{spaced, without_titles};
use super::honorific::{Gender, relation};
use super::person_name::PersonName;
use super::titled::NOT_NOW;
use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::names::Found;
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::types::{EntityId, NameKind};

/// Sentence and first token.
pub(super) type Place = (usize, usize);

/// A mention of a person.
pub(super) struct Mention {
    pub place: Place,
    /// Without titles.
    pub words: Rc<str>,
    pub name: Rc<PersonName>,
    pub gender: Option<Gender>,
    pub table: Vec<&'static Person>,
    /// The user's name for the person.
    pub own: Option<Called>,
    pub is_relative: bool,
    /// What the words before it call the person.
    pub rank: Option<Rank>,
    /// `Reed said`: whoever speaks was introduced just before.
    pub speaks: bool,
    /// The name after `and`, for `John and Mary Smith`.
    pub partner: Option<Rc<str>>,
}

/// What a title makes of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// `President Reed`, `Prime Minister Reed`.
    Leader,
    /// `Minister Reed`.
    Minister,
}

/// Words of an office before a name.
const MOST_WORDS: usize = 4;

/// An identity and a name.
pub(super) type Called = (EntityId, String);

impl Mention {
    /// Whether it says more than a surname.
    pub(super) fn introduces(&self) -> bool {
        !self.name.is_bare() || !self.table.is_empty() || self.own.is_some()
    }
}

/// Forms that were taken apart already, by their words as they stand in the text.
pub(super) type Forms<'a> = HashMap<(&'a str, Option<Sense>), Form>;

/// One form of a name.
#[derive(Clone)]
pub(super) struct Form {
    words: Rc<str>,
    name: Rc<PersonName>,
    /// What titles within it tell.
    title: Option<Gender>,
    table: Vec<&'static Person>,
    own: Option<Called>,
}

/// The mention as a person's, if it is one.
pub(super) fn mention<'a>(lines: &[Line<'a>], found: &Found, forms: &mut Forms<'a>, facts: &Facts) -> Option<Mention> {
    let line = lines.get(found.line).filter(|_| found.kind == NameKind::Person)?;
    let start = found.tokens.start;
    let whole = line.span(found.tokens.clone()).of(line.text);
    let key = (whole, found.sense);
    let form = if let Some(form) = forms.get(&key) {
        form.clone()
    } else {
        let form = form(whole, found.sense, facts)?;
        forms.insert(key, form.clone());
        form
    };
    let Form { words, name, title, table, own } = form;
    let gender = title.or_else(|| Gender::before(line, start)).or_else(|| Gender::of_given_name(name.first_given()));
    let is_relative = relation(line, start).is_some();
    let rank = rank(line, start, facts);
    let place = (found.line, start);
    let end = found.tokens.end;
    let speaks = line.is(end, SPEAKS) || line.is(start.wrapping_sub(1), SPEAKS);
    Some(Mention { place, words, name, gender, table, own, is_relative, rank, speaks, partner: None })
}

/// What the longest words for an office right before `start` make of someone now; nothing behind `former` and the like.
fn rank(line: &Line<'_>, start: usize, facts: &Facts) -> Option<Rank> {
    let offices = |from: usize| -> Vec<&str> {
        let keys: Vec<String> = (from..start).map(|at| key(line.word(at))).collect();
        let senses = facts.lexicon.phrase(&keys.join(" "), false);
        senses
            .filter_map(|sense| match sense {
                Sense::Office(index) => facts.offices.get(index).copied(),
                _ => None,
            })
            .collect()
    };
    if !start.checked_sub(1).is_some_and(|last| line.is(last, RANKS)) {
        return None;
    }
    let told = (start.saturating_sub(MOST_WORDS)..start).map(|from| (from, offices(from)));
    let (from, offices) = told.into_iter().find(|(_, offices)| !offices.is_empty())?;
    if from.checked_sub(1).is_some_and(|before| line.is(before, NOT_NOW)) {
        return None;
    }
    match () {
        () if offices.iter().any(|office| office.starts_with("head-of-")) => Some(Rank::Leader),
        () if offices.iter().any(|office| is_ministry(office)) => Some(Rank::Minister),
        () => None,
    }
}

/// Beside the name of whoever is quoted.
const SPEAKS: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "added",
    "noted",
    "explained",
    "stated",
    "stressed",
    "recalled",
    "replied",
    "wrote",
];

/// The last words of the offices that are asked for.
const RANKS: &[&str] = &["chancellor", "king", "minister", "pm", "premier", "president", "queen", "secretary"];

/// Whether an office of the tables is a minister's, whatever the ministry.
pub(super) fn is_ministry(office: &str) -> bool {
    office == "minister" || office.ends_with("-minister")
}

/// Takes a form apart; `None` where it is not a person's.
fn form(whole: &str, sense: Option<Sense>, facts: &Facts) -> Option<Form> {
    let whole = spaced(whole);
    let table = match sense {
        Some(Sense::Person(index)) => holders(&whole, index, facts),
        Some(Sense::User(_)) | None => Vec::new(),
        Some(_) => return None,
    };
    let own = match sense {
        Some(Sense::User(index)) => facts.user.get(index).map(|(id, user)| (id.clone(), user.name.clone())),
        _ => None,
    };
    let whole = own.as_ref().map_or(whole, |(_, name)| name.clone());
    let (words, title) = without_titles(&whole, facts);
    let name = Rc::new(PersonName::parse(words)?);
    Some(Form { words: words.into(), name, title, table, own })
}

/// The office-holders who are written so; mostly one, but George Bush is father and son.
fn holders(words: &str, index: usize, facts: &Facts) -> Vec<&'static Person> {
    let keys: Vec<String> = words.split(' ').map(key).collect();
    let others = facts.lexicon.phrase(&keys.join(" "), true).filter_map(|sense| match sense {
        Sense::Person(other) if other != index => Some(other),
        _ => None,
    });
    std::iter::once(index).chain(others).filter_map(|index| facts.people.get(index)).collect()
}
