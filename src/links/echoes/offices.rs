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
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(HEADS.iter().copied()));
/// Nouns that say little without the word before them.
const VAGUE: &[&str] = &["minister", "secretary"];
/// What stands before an office that is told without a name, and may stand between.
const ARTICLES: &[&str] = &["the"];
const OF_STATES: &[&str] = &["prime", "foreign", "defence", "defense", "federal", "state"];
/// How many words before an office are looked at.
const REACH: usize = 3;

/// An office that a sentence tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// The noun, with the word before it where it says little alone; in lower case.
    pub name: String,
    /// Where it stands.
    pub passage: Passage,
}

/// The offices of a sentence behind which no name stands.
pub(super) fn in_line(line: &Line<'_>, counts: impl Fn(Passage) -> bool) -> Vec<Office> {
    let told = (1..line.len()).filter(|&at| {
        // "The chancellor of the university", "the club president" hold other offices.
        let head = SHAPES.may_hold(line.word(at))
            && line.is(at, HEADS)
            && !line.is_capitalised(at + 1)
            && !line.is(at + 1, &["of", "for"]);
        let first = at.saturating_sub(REACH)..at;
        let article = || first.rev().find(|&before| !line.is(before, OF_STATES) && !line.is_capitalised(before));
        let is_determined = || article().is_some_and(|article| line.is(article, ARTICLES));
        head && is_determined() && counts(line.passage(at..at + 1))
    });
    told.map(|at| Office { name: name(line.word(at - 1), line.word(at)), passage: line.passage(at..at + 1) }).collect()
}

/// Bytes before a name in which the office stands that introduces it.
const INTRODUCTION: usize = 40;

/// Mentions of one name in a story that are looked at.
const MOST_MENTIONS: usize = 16;

/// The offices with which the stories of these tellings introduce `who`.
pub(super) fn of(who: &EntityId, members: &[&Telling<'_>]) -> Vec<String> {
    let introduced = members.iter().flat_map(|telling| {
        let story = telling.story;
        let mentions = story.name(who).into_iter().flat_map(|name| name.mentions.iter().take(MOST_MENTIONS));
        let named = mentions.filter(|mention| mention.passage.part == Part::Text);
        named.filter_map(|mention| introduction(&story.article.text, mention.passage.span.start()))
    });
    let mut offices: Vec<String> = introduced.collect();
    offices.sort_unstable();
    offices.dedup();
    offices
}

/// The office that stands right before byte `start` of `text`.
fn introduction(text: &str, start: usize) -> Option<String> {
    let before = text.get(..start)?;
    let from = (before.len().saturating_sub(INTRODUCTION)..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let mut words = before.get(from..)?.split_whitespace().rev();
    // "The chancellor, Ilse Hagen".
    let head = words.next()?.trim_end_matches(',').to_lowercase();
    HEADS.contains(&head.as_str()).then(|| name(words.next().unwrap_or_default(), &head))
}

fn name(before: &str, head: &str) -> String {
    let (before, head) = (before.to_lowercase(), head.to_lowercase());
    match head.as_str() {
        "minister" if before == "prime" => "premier".to_owned(),
        vague if VAGUE.contains(&vague) => format!("{before} {vague}"),
        _ => head,
    }
}
