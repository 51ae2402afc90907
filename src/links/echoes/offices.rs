//! Offices without a name: a sentence in, the offices that it tells of without naming who holds them out; and for someone
//! who took part in a meeting, the offices by which its stories introduce him.
//!
//! **Why:** where one outlet writes `Chancellor Amsel`, a letter to the editor writes `the chancellor`. Alone that may be
//! anyone; beside a report of the same day it is one of the two who met.

use std::sync::LazyLock;

use crate::language::{EntityId, Line, Part, Passage, Shapes};
use crate::links::telling::Telling;

/// Nouns of offices.
const HEADS: &[&str] = &[
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "leader",
    "chairman",
    "chairwoman",
    "secretary",
    "general",
    "governor",
    "mayor",
    "pope",
    "prince",
    "taoiseach",
    "commissioner",
    "ambassador",
];
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(HEADS.iter().chain(PLURALS).copied()));
/// Nouns that say little without the word before them.
const VAGUE: &[&str] = &["minister", "secretary"];
/// What stands before an office that is told without a name, and may stand between.
const ARTICLES: &[&str] = &["the"];
const OF_STATES: &[&str] = &["prime", "foreign", "defence", "defense", "federal", "state"];
/// How many words before an office are looked at.
const REACH: usize = 3;

/// The same of two who hold one each, and what stands before these.
const PLURALS: &[&str] = &[
    "presidents",
    "premiers",
    "ministers",
    "chancellors",
    "kings",
    "governors",
    "mayors",
    "commissioners",
    "ambassadors",
];
const PLURAL_ARTICLES: &[&str] = &["the", "two", "both", "their", "these"];

/// An office that a sentence tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// The noun, with the word before it where it says little alone; in lower case.
    pub name: String,
    /// Where it stands.
    pub passage: Passage,
    /// Whether it is told of two: `the two foreign ministers`.
    pub is_of_two: bool,
}

/// The offices of a sentence behind which no name stands.
pub(super) fn in_line(line: &Line<'_>, counts: impl Fn(Passage) -> bool) -> Vec<Office> {
    let told = (1..line.len()).filter_map(|at| {
        let is_of_two = line.is(at, PLURALS);
        let (heads, articles) = if is_of_two { (PLURALS, PLURAL_ARTICLES) } else { (HEADS, ARTICLES) };
        // "The chancellor of the university", "the club president" hold other offices.
        if !SHAPES.may_hold(line.word(at)) {
            return None;
        }
        let head = line.is(at, heads) && !line.is_capitalised(at + 1) && !line.is(at + 1, &["of", "for"]);
        let mut first = (at.saturating_sub(REACH)..at).rev();
        let of_office = |before: usize| line.is(before, OF_STATES) || is_of_two && before + 1 == at;
        let article =
            first.find(|&before| line.is(before, articles) || !of_office(before) && !line.is_capitalised(before));
        let determined = article.is_some_and(|article| line.is(article, articles));
        (head && determined && counts(line.passage(at..at + 1))).then_some((at, is_of_two))
    });
    let office = |(at, is_of_two): (usize, bool)| {
        let head = line.word(at);
        let head = if is_of_two { head.strip_suffix('s').unwrap_or(head) } else { head };
        let before = at.checked_sub(1).filter(|before| !line.is(*before, PLURAL_ARTICLES));
        let name = name(before.map(|before| line.word(before)).unwrap_or_default(), head);
        Office { name, passage: line.passage(at..at + 1), is_of_two }
    };
    told.map(office).collect()
}

/// Bytes before a name in which the office stands that introduces it, and behind it.
const INTRODUCTION: usize = 64;

/// Mentions of one name in a story that are looked at.
const MOST_MENTIONS: usize = 16;

/// The offices with which the stories of these tellings introduce `who`.
pub(super) fn of(who: &EntityId, members: &[&Telling<'_>]) -> Vec<String> {
    let introduced = members.iter().flat_map(|telling| {
        let story = telling.story;
        let mentions = story.name(who).into_iter().flat_map(|name| name.mentions.iter().take(MOST_MENTIONS));
        let named = mentions.filter(|mention| mention.passage.part == Part::Text).map(|mention| mention.passage.span);
        let text = story.article.text.as_str();
        named.flat_map(move |span| introduction(text, span.start()).into_iter().chain(apposition(text, span.end())))
    });
    let mut offices: Vec<String> = introduced.collect();
    offices.sort_unstable();
    offices.dedup();
    offices
}

/// How someone is addressed between the office and the name.
const ADDRESSES: &[&str] = &["mr", "mrs", "ms", "dr", "h.e"];
/// What may stand between the noun of an office and a name, besides names: `Secretary of Lakes and Canals, Dr Brel`.
const BETWEEN: &[&str] = &["of", "for", "the", "and"];
/// Words between an office and a name at most.
const MOST_BETWEEN: usize = 7;

/// The office that stands before byte `start` of `text`, in its line: `Chancellor`, `the chancellor,`, `the Minister of Fisheries, Mr`.
fn introduction(text: &str, start: usize) -> Option<String> {
    let before = text.get(..start)?;
    let from = (before.len().saturating_sub(INTRODUCTION)..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let before = before.get(from..)?;
    let before = before.rsplit(['\n', ';', '“', '"']).next()?;
    let mut words: Vec<&str> = before.split_whitespace().collect();
    while words.last().is_some_and(|word| ADDRESSES.contains(&bare(word).as_str())) {
        words.pop();
    }
    let is_between = |word: &&str| BETWEEN.contains(word) || word.starts_with(char::is_uppercase);
    let is_head = |word: &str| HEADS.contains(&bare(word).as_str());
    let at = words
        .iter()
        .rposition(|word| is_head(word) || !is_between(word))
        .filter(|at| is_head(words.get(*at).unwrap_or(&"")))?;
    let behind = words.get(at + 1..)?;
    let head = bare(words.get(at)?);
    if behind.is_empty() {
        // "The chancellor, Ilse Hagen".
        return Some(name(at.checked_sub(1).and_then(|before| words.get(before)).unwrap_or(&""), &head));
    }
    // Whoever follows a full stop or an office `of` something without a comma is somebody else.
    let is_apposed = behind.last().is_some_and(|word| word.ends_with(','));
    let ends = behind.iter().rev().skip(1).chain(words.get(at)).any(|word| word.ends_with([',', '.', ':']));
    let is_of = behind.first().is_some_and(|word| ["of", "for"].contains(word));
    if ends || !is_apposed || !is_of || behind.len() > MOST_BETWEEN {
        return None;
    }
    Some(named_after(at.checked_sub(1).and_then(|before| words.get(before)).unwrap_or(&""), &head, behind))
}

/// The office that stands behind byte `end` of `text`: `, the German chancellor`, `, Foreign Minister of Norway`.
fn apposition(text: &str, end: usize) -> Option<String> {
    let behind = text.get(end..)?.strip_prefix(", ")?;
    let to = (0..=behind.len().min(INTRODUCTION)).rev().find(|to| behind.is_char_boundary(*to))?;
    let behind = behind.get(..to)?.split(['\n', ';', '“', '"', '.', '(']).next()?;
    let words: Vec<&str> = behind.split_whitespace().take(MOST_BETWEEN).collect();
    let head = words.iter().position(|word| HEADS.contains(&bare(word).as_str()))?;
    let first = words.get(..head)?;
    let is_plain = |word: &&str| {
        !(word.ends_with(',') || word.starts_with("wh") || NO_OFFICE.contains(word))
            && (word.starts_with(char::is_uppercase)
                || *word == "the"
                || OF_STATES.contains(word)
                || word.len() > SMALL)
    };
    let of =
        words.get(head + 1..).filter(|_| !words.get(head).is_some_and(|word| word.ends_with(','))).unwrap_or_default();
    let before = head.checked_sub(1).and_then(|before| words.get(before)).unwrap_or(&"");
    first.iter().all(is_plain).then(|| named_after(before, &bare(words.get(head).unwrap_or(&"")), of))
}

/// Longer words that stand in none.
const NO_OFFICE: &[&str] =
    &["after", "before", "under", "against", "about", "until", "their", "later", "calling", "whom"];
/// Letters of words such as `and`, `who`, `that`, which stand in no office.
const SMALL: usize = 4;

/// The office of these words; one that says little by itself is called after what it is for: `Minister of Fisheries`.
fn named_after(before: &str, head: &str, of: &[&str]) -> String {
    let is_of = of.first().is_some_and(|word| ["of", "for"].contains(word));
    let says = VAGUE.contains(&head) && !OF_STATES.contains(&bare(before).as_str());
    let what = of.iter().skip(1).find(|word| **word != "the").filter(|_| is_of && says);
    name(what.map_or(before, |what| what), head)
}

/// A word in lower case, without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase()
}

fn name(before: &str, head: &str) -> String {
    let (before, head) = (bare(before), head.to_lowercase());
    match head.as_str() {
        "minister" if before == "prime" => "premier".to_owned(),
        vague if VAGUE.contains(&vague) => format!("{before} {vague}"),
        _ => head,
    }
}
