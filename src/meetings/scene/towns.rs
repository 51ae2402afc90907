//! Towns that are told by a description: the sentences in, places at the words that stand for them out.
//!
//! `the Malaysian capital`, `the capital of Iceland` and `the Swiss city` name a town as well as its name does; `this
//! city`, `the same town` and `the same hall` stand for the one that the story is written in or that it told last.
//! **Why:** the rules that ask where a meeting was look for a place behind `in` and `at`; where these are places too,
//! they need no rules of their own.

use super::{Row, Spot};
use crate::article::Article;
use crate::language::{Annotations, EntityId, Facts, NameKind, Part, WordList, slug};

/// The town in which the article was written, by its dateline or the lines above the story.
pub(super) fn written_in(article: &Article, annotations: &Annotations) -> Option<Spot> {
    let place = article.dateline?.place?;
    let told = annotations.names.iter().filter(|name| name.kind == NameKind::Place).filter_map(|name| {
        let within = |passage: &crate::language::Passage| passage.part == Part::Text && place.contains(passage.span);
        let first = name.mentions.iter().map(|mention| mention.passage).find(within)?;
        Some((first.span.start(), name))
    });
    if let Some((_, name)) = told.min_by_key(|(start, _)| *start) {
        return Some(Spot { tokens: 0..0, id: name.id.clone(), name: name.name.clone() });
    }
    // A name that no table knows may be taken for another kind of name; the dateline says that it is a town.
    let words = place.of(&article.text).split(',').next()?;
    let is_short = (1..=MOST_WORDS).contains(&words.split_whitespace().count());
    let is_name = words.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '.'));
    (is_short && is_name).then(|| Spot { tokens: 0..0, id: EntityId::new(&slug(words)), name: in_small_letters(words) })
}

/// The most words of a town's name.
const MOST_WORDS: usize = 3;

/// `PORT ALMA` as `Port Alma`.
fn in_small_letters(words: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    let word = |word: &str| if word.contains(char::is_lowercase) { word.to_owned() } else { capital(word) };
    words.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Puts a place where a description stands for a town, in every sentence.
pub(super) fn describe(rows: &mut [Row<'_>], here: Option<&Spot>, facts: &Facts) {
    let mut last: Option<(usize, Spot)> = None;
    // Where no dateline says it, the headline may: `THE QUEEN IN ACCRA`.
    let titled = rows.iter().take(2).filter(|row| row.is_headline);
    let titled =
        titled.flat_map(|row| row.spots.iter().filter(|spot| is_told_as_a_place(row, spot, facts))).next().cloned();
    let here = here.cloned().or(titled);
    let here = here.as_ref();
    for number in 0..rows.len() {
        let Some(row) = rows.get(number) else { continue };
        let mut found: Vec<Spot> = Vec::new();
        for at in (0..row.line.len()).filter(|&at| is_noun(row.line.word(at))).take(MOST_DESCRIBED) {
            let told = found.last().or_else(|| town_before(row, at, facts)).or(last.as_ref().map(|(_, spot)| spot));
            // "At Kolm House in Kolm … In the same building": right before, and nearer than the dateline.
            let is_near = last.as_ref().is_some_and(|(of, _)| number - of <= 1) && row.line.block.is_some();
            let here = if is_near && row.line.is(at.wrapping_sub(1), &["same"]) { told } else { here };
            found.extend(described(rows, row, at, (here, told), facts));
        }
        let told = row.spots.iter().rev().find(|spot| is_told_as_a_place(row, spot, facts));
        last = told.map(|spot| (number, spot.clone())).or(last);
        if let Some(row) = rows.get_mut(number)
            && !found.is_empty()
        {
            found.retain(|spot| row.spot_at(spot.tokens.start).is_none());
            // In "the capital of Iceland" the town is told, and no other place.
            row.spots.retain(|spot| !found.iter().any(|town| town.tokens.contains(&spot.tokens.start)));
            row.spots.append(&mut found);
            row.spots.sort_by_key(|spot| spot.tokens.start);
        }
    }
}

/// Nouns by which a town is described, and of the houses in which people meet.
const TOWNS: WordList = WordList::of(&["capital", "city", "town"]);
/// Houses stand for a town only as `the same hall`, `this building`.
const HOUSES: WordList = WordList::of(&[
    "building", "hotel", "hall", "palace", "villa", "house", "room", "place", "castle", "venue", "island", "resort",
]);

fn is_noun(word: &str) -> bool {
    TOWNS.contains(word) || HOUSES.contains(word)
}

/// The town told last in the sentence before `at`.
fn town_before<'r>(row: &'r Row<'_>, at: usize, facts: &Facts) -> Option<&'r Spot> {
    let end = row.spots.partition_point(|spot| spot.tokens.start < at);
    let before = row.spots.get(..end).unwrap_or_default().iter().rev().take(NEIGHBOURS);
    before.into_iter().find(|spot| spot.tokens.end <= at && is_told_as_a_place(row, spot, facts))
}

/// `in Oslo`, not `Oslo said`, and no state.
fn is_told_as_a_place(row: &Row<'_>, spot: &Spot, facts: &Facts) -> bool {
    let before = spot.tokens.start.wrapping_sub(1);
    row.line.is(before, &["in", "at", "near", "to", "from", "outside"]) && facts.state(&spot.id).is_none()
}

/// How many places before a word are looked at …
const NEIGHBOURS: usize = 16;
/// … how many of the story for a town of some state …
const MOST_SPOTS: usize = 256;
/// … and how many descriptions of a sentence.
const MOST_DESCRIBED: usize = 16;

/// How many words may stand between `this` and its noun, or a people and its town.
const ADJECTIVES: usize = 3;

fn described(
    rows: &[Row<'_>],
    row: &Row<'_>,
    at: usize,
    (here, told): (Option<&Spot>, Option<&Spot>),
    facts: &Facts,
) -> Option<Spot> {
    let line = &row.line;
    let low = at.saturating_sub(ADJECTIVES);
    let is_town = line.is_of(at, &TOWNS);
    let spot = |from: usize, end: usize, of: &Spot| Spot { tokens: from..end, ..of.clone() };
    let same = (low..at).rev().find(|&at| line.is(at, &["same"]));
    if let Some(same) = same {
        // "The same hall" stands in the town; what was told last may be the hall itself.
        return if is_town { told.or(here) } else { here.or(told) }.map(|of| spot(same, at + 1, of));
    }
    let this = (low..at).rev().find(|&at| line.is(at, &["this"]));
    if let Some(this) = this {
        return here.or(told).map(|of| spot(this, at + 1, of));
    }
    let capital = |state: &EntityId, from: usize, end: usize| {
        let town = facts.capital_of(state)?;
        Some(Spot { tokens: from..end, id: town.id.clone(), name: town.name.to_owned() })
    };
    if line.is(at, &["capital"]) {
        let of = at + 1;
        let the = usize::from(line.is(of + 1, &["the"]));
        if let Some(state) = row.spot_at(of + 1 + the).filter(|_| line.is(of, &["of"])) {
            return capital(&state.id, at, state.tokens.end);
        }
    }
    let end = row.peoples.partition_point(|people| people.tokens.start < at);
    let people = row.peoples.get(..end).unwrap_or_default().last();
    let people = people.filter(|people| people.tokens.start >= low && people.tokens.end <= at);
    match people.filter(|_| is_town) {
        Some(people) if line.is(at, &["capital"]) => capital(&people.id, people.tokens.start, at + 1),
        // "The Swiss city": the town of that state which the story tells.
        Some(people) => {
            let of = rows.iter().flat_map(|row| &row.spots).take(MOST_SPOTS).find(|spot| {
                facts.state(&spot.id).is_none() && facts.state_of(&spot.id, &spot.name).as_ref() == Some(&people.id)
            })?;
            Some(spot(people.tokens.start, at + 1, of))
        }
        None => None,
    }
}
