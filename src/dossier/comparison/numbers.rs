//! Two stories in, the numbers that both give for one thing out: alike, nearly alike, or different.
//!
//! Numbers are compared only where two sentences are about the same and count the same (`22 ships` here, `24 vessels`
//! there). Days, years, clock times and numbers in names count nothing.

mod figures;

use std::collections::{HashMap, HashSet};

use super::likeness::{Content, Index, Rarity};
use super::meetings::fact;
use super::wording::{Mark, Words};
use super::{Agreement, Aspect, Fact, Source, Told, Value};
use crate::meetings::Story;
use figures::{Figure, figures};

/// Likeness from which two sentences are about the same; where their numbers differ, more is asked, for nobody looks twice
/// at numbers that agree.
const ALIKE: f64 = 0.3;
const SURELY_ALIKE: f64 = 0.4;
/// What every sentence is taken to say besides, in weights of rare words.
const DAMPING: f64 = 1.5;
/// How much the longer one counts.
const LONGER: f64 = 0.3;
/// How far apart numbers may lie, as a share of the greater one, where one is told as about that many.
const ABOUT: f64 = 0.2;
/// Facts that are told.
const MOST: usize = 12;

/// What it adds that both say the same of what they count: `300 growers came`.
const SAME_PREDICATE: f64 = 0.15;

/// A sentence that counts something.
struct Counting {
    content: Content,
    /// The same without its numbers: `about 300 growers came` and `about 450 growers came` tell of one thing.
    beside: Content,
    figures: Vec<Figure>,
}

/// What both stories count, differences first.
pub(super) fn compared(stories: [(usize, &Story); 2], words: [&Words<'_>; 2], rarity: &Rarity) -> Vec<Fact> {
    let [(left, one), (right, other)] = stories;
    let [in_left, in_right] = words;
    let (of_left, of_right) = (counting(one, in_left, rarity), counting(other, in_right, rarity));
    let (by_left, by_right) = (given(&of_left), given(&of_right));
    let index = Index::of(of_right.iter().map(|sentence| &sentence.content));
    let mut pairs: Vec<(&Figure, &Figure)> = Vec::new();
    for sentence in &of_left {
        let like = index.like(&sentence.content).filter_map(|at| {
            let other = of_right.get(at)?;
            let likeness = likeness(sentence, other);
            (likeness >= ALIKE).then_some((other, likeness))
        });
        let Some((partner, likeness)) = like.max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        pairs.extend(of_one_thing(&sentence.figures, &partner.figures).into_iter().filter(|(a, b)| {
            // Who gives the other number too, elsewhere, speaks of two things.
            let are_two = by_left.contains(&key(b)) || by_right.contains(&key(a));
            agreement(a, b) != Agreement::Differs || !are_two && likeness >= SURELY_ALIKE
        }));
    }
    pairs.extend(of_one_name(&of_left, &of_right, &pairs));
    let facts = pairs.into_iter().filter_map(|(a, b)| {
        let told = [(left, one, a), (right, other, b)].map(|(number, story, figure)| {
            let source = Source { story: number, passage: figure.passage };
            Some(Told { value: Value::Words(in_one_line(story.words(figure.passage))), source })
        });
        fact(Aspect::Number, told, || agreement(a, b))
    });
    let mut facts: Vec<Fact> = facts.collect();
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.agreement));
    facts.truncate(MOST);
    facts
}

/// How much two sentences are about the same, 0 to 1, whatever their numbers are.
fn likeness(one: &Counting, other: &Counting) -> f64 {
    if one.beside.is_same(&other.beside) {
        return 1.0;
    }
    let whole = one.content.likeness(&other.content, DAMPING, LONGER);
    let beside = one.beside.likeness(&other.beside, DAMPING, LONGER);
    let said_alike = |a: &Figure, b: &Figure| a.thing == b.thing && a.predicate.is_some() && a.predicate == b.predicate;
    let is_said_alike = one.figures.iter().any(|a| other.figures.iter().any(|b| said_alike(a, b)));
    whole.max(if is_said_alike && beside > 0.0 { (beside + SAME_PREDICATE).min(1.0) } else { beside })
}

/// Equal numbers of what both call by the same two words or more (`five demilitarised strips`), wherever they stand; each
/// that is not among `pairs` already, once.
fn of_one_name<'f>(
    left: &'f [Counting],
    right: &'f [Counting],
    pairs: &[(&'f Figure, &'f Figure)],
) -> Vec<(&'f Figure, &'f Figure)> {
    let named = |figure: &&Figure| figure.is_named;
    let called = |figure: &Figure| (figure.name, key(figure));
    let there = right.iter().flat_map(|sentence| &sentence.figures).filter(named);
    let there: HashMap<_, &Figure> = there.map(|figure| (called(figure), figure)).collect();
    let mut known: HashSet<_> = pairs.iter().map(|(figure, _)| key(figure)).collect();
    let here = left.iter().flat_map(|sentence| &sentence.figures).filter(named);
    let found = here.filter_map(|figure| Some((figure, *there.get(&called(figure))?)));
    found.filter(|(figure, _)| known.insert(key(figure))).collect()
}

/// A number and what it counts, to be looked up.
fn key(figure: &Figure) -> (Mark, String) {
    (figure.thing, format!("{:.3}", figure.value))
}

/// All numbers that a story gives.
fn given(sentences: &[Counting]) -> HashSet<(Mark, String)> {
    sentences.iter().flat_map(|sentence| &sentence.figures).map(key).collect()
}

fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn counting(story: &Story, words: &Words<'_>, rarity: &Rarity) -> Vec<Counting> {
    let found = figures(story).into_iter().map(|(sentence, figures)| {
        let marks = words.marks(sentence);
        let numbers: HashSet<Mark> = figures.iter().flat_map(|figure| words.marks(figure.number)).collect();
        let beside = marks.iter().copied().filter(|mark| !numbers.contains(mark)).collect();
        Counting { beside: Content::of(beside, rarity), content: Content::of(marks, rarity), figures }
    });
    found.collect()
}

/// The figures that count the same thing; a thing that one sentence counts twice only where the numbers are equal.
fn of_one_thing<'f>(left: &'f [Figure], right: &'f [Figure]) -> Vec<(&'f Figure, &'f Figure)> {
    let mut pairs = Vec::new();
    for one in left {
        let of_thing = |figures: &'f [Figure]| figures.iter().filter(|figure| figure.thing == one.thing);
        let equal = of_thing(right).find(|other| other.is_equal(one));
        let only = || of_thing(right).next().filter(|_| of_thing(left).count() == 1 && of_thing(right).count() == 1);
        pairs.extend(equal.or_else(only).map(|other| (one, other)));
    }
    pairs
}

fn agreement(one: &Figure, other: &Figure) -> Agreement {
    let apart = (one.value - other.value).abs() / one.value.max(other.value).max(1.0);
    match (one.is_rough || other.is_rough, one.is_equal(other)) {
        (_, true) => Agreement::Same,
        (true, false) if apart <= ABOUT => Agreement::Near,
        _ => Agreement::Differs,
    }
}
