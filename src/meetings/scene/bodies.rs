//! `the Commission`, `the union`, `the rebels`: rows in, the same with the body that is meant where its name is cut short out.
//!
//! **Why:** a story names `the Sandmark Dockers' Union` or `the rebel Front for the North` once and goes on with one word; at
//! the table it is the body that sits.

use std::ops::Range;

use super::{Actor, How, Row};
use crate::language::{EntityId, NameKind, WordList};

/// Words for bodies that a story takes up without the rest of their name.
const BODIES: &[&str] = &[
    "commission",
    "committee",
    "council",
    "union",
    "league",
    "movement",
    "alliance",
    "federation",
    "association",
    "organisation",
    "organization",
    "assembly",
    "party",
    "front",
    "authority",
    "agency",
    "confederation",
    "community",
];
/// Of these the ones that are taken up in lower case, too, where the story names no other body so.
const IN_LOWER_CASE: &[&str] =
    &["union", "movement", "alliance", "federation", "association", "front", "confederation"];
/// Those who fight a government, and what is said of their body …
const REBELS: &[&str] = &["rebels", "guerrillas", "insurgents", "separatists"];
/// … before its name.
const REBEL: &[&str] = &["rebel", "guerrilla", "insurgent", "separatist"];
/// Words before such people that are their own.
const DETERMINERS: &[&str] = &["the", "two", "some", "other", "several", "a", "its", "senior"];
/// How many bodies a story may take up; no story names more.
const MOST_BODIES: usize = 64;
/// How many such words of a sentence are read.
const MOST_WORDS: usize = 4;

/// A word for a body and which body bears it.
type Bearer = (String, (EntityId, String));

/// Puts the body that is meant where a word stands for its name.
pub(super) fn add(rows: &mut [Row<'_>]) {
    let rebels = only_rebels(rows);
    let mut told: Vec<Bearer> = Vec::new();
    for row in rows.iter_mut().filter(|row| row.is_story) {
        let words = (row.start..row.line.len()).filter_map(|at| Some((at, taken_up(row, at)?)));
        let named = words
            .take(MOST_WORDS * MOST_WORDS)
            .filter_map(|(at, word)| Some((at..at + 1, bearer(row, at, &word, &told)?)));
        let of_rebels = rebels.iter().flat_map(|who| words_for_rebels(row).map(move |words| (words, who.clone())));
        let found: Vec<Actor> = named.take(MOST_WORDS).chain(of_rebels.take(MOST_WORDS)).map(body).collect();
        remember(row, &mut told);
        if !found.is_empty() {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
}

fn body((tokens, who): (Range<usize>, (EntityId, String))) -> Actor {
    Actor { tokens, who: vec![who], is_person: false, kind: NameKind::Organisation, how: How::Named, is_many: false }
}

/// The word at `at`, if it may stand for a body: `the Commission`, `the union`.
fn taken_up(row: &Row<'_>, at: usize) -> Option<String> {
    const NOUNS: WordList = WordList::of(BODIES);
    let line = &row.line;
    if !line.is_of(at, &NOUNS) {
        return None;
    }
    let is_capitalised = line.is_capitalised(at);
    let is_one = (is_capitalised || line.is(at, IN_LOWER_CASE))
        && at > row.start
        && line.is(at - 1, &["the"])
        && !line.is_capitalised(at + 1)
        && !line.is(at + 1, &["of", "for", "on", "-"])
        && (is_capitalised || ends_or_acts(row, at + 1) && may_meet(row, at - 1))
        && row.actor_at(at).is_none();
    is_one.then(|| line.word(at).to_lowercase())
}

/// Whether a body told by one word at `at` may be a side of what the sentence tells: it opens the sentence or stands behind a mark,
/// a day, a place, a preposition or a verb of meeting. `told reporters the union was late and met X` has it in a clause of
/// its own, and somebody else met.
fn may_meet(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let Some(before) = at.checked_sub(1).filter(|&before| before > row.start) else { return true };
    let leads = &[
        "and", "or", "but", "with", "between", "of", "by", "to", "from", "for", "in", "while", "after", "before",
        "when", "met", "meet", "meets", "meeting", "received", "receives", "hosted", "invited", "joined", "saw",
    ];
    let mark = !line.word(before).chars().any(char::is_alphanumeric);
    mark || line.is(before, leads) || row.is_date_at(before) || row.spot_at(before).is_some()
}

/// Whether what stands behind a word for a body leaves it alone: `the union said`, but not `the union leader`.
fn ends_or_acts(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let behind = &[
        "and", "in", "at", "will", "would", "has", "had", "is", "was", "were", "are", "said", "met", "with", "to",
        "have", "held",
    ];
    let word = line.word(at);
    !word.chars().any(char::is_alphanumeric)
        || line.is(at, behind)
        || row.is_date_at(at)
        || word.len() > 4 && word.ends_with("ed")
}

/// The body that `word` at `at` means: the one told last before, in lower case the only one.
fn bearer(row: &Row<'_>, at: usize, word: &str, told: &[Bearer]) -> Option<(EntityId, String)> {
    let mut fitting = told.iter().rev().take(MOST_BODIES).filter(|(last, _)| last == word);
    let (_, last) = fitting.next()?;
    (row.line.is_capitalised(at) || fitting.all(|(_, other)| other.0 == last.0)).then(|| last.clone())
}

/// Adds the bodies that the row names, by the word that tells what they are.
fn remember(row: &Row<'_>, told: &mut Vec<Bearer>) {
    let named = row.actors.iter().filter(|actor| actor.kind == NameKind::Organisation && actor.who.len() == 1);
    for who in named.take(MOST_BODIES).filter_map(|actor| actor.who.first()) {
        if let Some((_, last)) = who.1.rsplit_once(' ') {
            told.push((last.to_lowercase(), who.clone()));
        }
        // "the Movement of the North".
        let opens = who.1.split_once(" of ").or_else(|| who.1.split_once(" for ")).map(|(head, _)| head.to_lowercase());
        if let Some(head) = opens {
            told.push((head.rsplit(' ').next().unwrap_or(&head).to_owned(), who.clone()));
        }
    }
}

/// The one body that the story calls rebels: `the rebel Front of Quill`, `FQ guerrillas`. A story with several has none.
fn only_rebels(rows: &[Row<'_>]) -> Option<(EntityId, String)> {
    let mut found: Option<(EntityId, String)> = None;
    for row in rows.iter().filter(|row| row.is_story) {
        let bodies = row.actors.iter().filter(|actor| actor.kind == NameKind::Organisation && actor.who.len() == 1);
        for actor in bodies.take(MOST_BODIES).filter(|actor| is_called_rebel(row, &actor.tokens)) {
            let Some(who) = actor.who.first() else { continue };
            if found.as_ref().is_some_and(|(id, _)| *id != who.0) {
                return None;
            }
            found = Some(who.clone());
        }
    }
    found
}

fn is_called_rebel(row: &Row<'_>, tokens: &Range<usize>) -> bool {
    let line = &row.line;
    line.is(tokens.end, REBELS)
        || line.is(tokens.end, REBEL)
        || line.is(tokens.end.wrapping_sub(1), REBELS)
        || line.is(tokens.start.wrapping_sub(1), REBEL)
        || line.is(tokens.start.wrapping_sub(1), &["the"]) && line.is(tokens.start.wrapping_sub(2), REBELS)
}

/// `the rebels`, `rebel negotiators`, `rebel commanders`: where nobody is named by them.
fn words_for_rebels<'r>(row: &'r Row<'_>) -> impl Iterator<Item = Range<usize>> + 'r {
    let line = &row.line;
    let people =
        &["negotiators", "commanders", "leaders", "delegates", "delegation", "representatives", "envoys", "officers"];
    (row.start..line.len()).filter_map(move |at| {
        let end = if line.is(at, REBELS) {
            at + 1
        } else if line.is(at, REBEL) && line.is(at + 1, people) {
            at + 2
        } else {
            return None;
        };
        let free = (at..end).all(|at| row.actor_at(at).is_none()) && !line.is_capitalised(end);
        let beside = row.actor_at(at.wrapping_sub(1)).is_some_and(|actor| actor.tokens.end == at)
            || row.people_at(at.wrapping_sub(1));
        let start = (row.start..at).rev().take_while(|&at| line.is(at, DETERMINERS)).last().unwrap_or(at);
        (free && !beside && may_meet(row, start)).then_some(at..end)
    })
}
