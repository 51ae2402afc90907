//! A story in, its sentences with whoever, wherever and whenever they name out.
//!
//! **Why:** what the story tells plainly is taken out first: its words are of that meeting and echo no other.

use super::offices::{self, Office};
use super::words::Tone;
use crate::article::BlockKind;
use crate::language::{EntityId, Facts, Line, Name, NameKind, Part, Passage, When};
use crate::meetings::Story;

/// Names of one sentence that are looked at; it bounds the work in a text without full stops.
pub(super) const MOST: usize = 12;

/// Something named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'s> {
    pub id: &'s EntityId,
    pub passage: Passage,
}

/// One sentence of the story.
#[derive(Debug)]
pub(super) struct Row<'s> {
    /// Where it stands.
    pub passage: Passage,
    /// People, by name or by an office whose holder is known.
    pub people: Vec<Said<'s>>,
    /// The same with those of whom the story tells plainly that they met: whom the next sentences can mean.
    pub named: Vec<Said<'s>>,
    /// Offices of which it does not tell who holds them.
    pub offices: Vec<Office>,
    /// States and bodies; a people (`Russian`) stands for its state.
    pub sides: Vec<Said<'s>>,
    /// Places behind a word that tells where, or at the head of the sentence.
    pub places: Vec<Said<'s>>,
    /// Places that stand for what was there: `after Vienna`, `since the Hofburg`.
    pub meant_by_place: Vec<Said<'s>>,
    /// Named events.
    pub events: Vec<Said<'s>>,
    /// Dates that have a value.
    pub dates: Vec<When>,
    /// Whether a date is told as that of an occasion: `last weekend, when …`.
    pub is_occasion: bool,
    /// `between`, where it stands behind what was decided.
    pub between: Option<Passage>,
    /// What its other words say.
    pub tone: Tone,
    /// The words that say so.
    pub spoken: Vec<Passage>,
}

impl<'s> Row<'s> {
    /// Puts a mention of a name where it belongs.
    fn take_in(&mut self, name: &'s Name, passage: Passage, line: &Line<'_>, facts: &Facts) {
        let said = Said { id: &name.id, passage };
        match name.kind {
            NameKind::Person => {
                self.offices.retain(|office| !office.passage.span.overlaps(passage.span));
                push(&mut self.people, said);
            }
            NameKind::Event => push(&mut self.events, said),
            NameKind::Group => push(&mut self.sides, Said { id: name.state.as_ref().unwrap_or(&name.id), ..said }),
            NameKind::Place | NameKind::Organisation => {
                let is_there = tells_where(line, passage);
                if is_there {
                    push(&mut self.places, said);
                } else if stands_for_what_was_there(line, passage) {
                    push(&mut self.places, said);
                    push(&mut self.meant_by_place, said);
                }
                if !is_there || name.kind == NameKind::Organisation || facts.state(&name.id).is_some() {
                    push(&mut self.sides, said);
                }
            }
            NameKind::Document => {}
        }
    }

    fn date(&mut self, when: When, line: &Line<'_>) {
        let end = line.positions(when.passage).end;
        self.is_occasion |= line.is(end, &["when"]) || line.is(end, &[","]) && line.is(end + 1, &["when"]);
        if self.dates.len() < MOST {
            self.dates.push(when);
        }
    }

    /// Whether these words stand in it.
    pub(super) fn holds(&self, words: Passage) -> bool {
        words.part == self.passage.part && self.passage.span.contains(words.span)
    }
}

/// The sentences that the story itself tells, in order.
pub(super) fn rows<'s>(story: &'s Story, facts: &Facts) -> Vec<Row<'s>> {
    let annotations = &story.annotations;
    let taken = taken(story);
    let is_taken = |passage: Passage| {
        let after = taken.partition_point(|own| own.start_key() < (passage.part, passage.span.end()));
        let own = after.checked_sub(1).and_then(|at| taken.get(at));
        own.is_some_and(|own| own.part == passage.part && own.span.overlaps(passage.span))
    };
    let dateline = story.article.dateline.map(|dateline| dateline.span);
    let in_dateline =
        |passage: Passage| passage.part == Part::Text && dateline.is_some_and(|span| span.overlaps(passage.span));
    let counts = |passage: Passage| !is_taken(passage) && !in_dateline(passage);
    let tokens = annotations.tokens.of_all(&annotations.sentences);
    let lines: Vec<Line<'_>> = Line::all(&story.article, &annotations.sentences, &tokens).collect();
    let mut rows: Vec<Option<Row<'s>>> = lines.iter().map(|line| blank(story, line, counts)).collect();
    let place_of = |passage: Passage| {
        let key = passage.start_key();
        let after = annotations.sentences.partition_point(|sentence| sentence.passage.start_key() <= key);
        after.checked_sub(1)
    };
    for name in &annotations.names {
        for mention in name.mentions.iter().filter(|mention| !in_dateline(mention.passage)) {
            let Some(at) = place_of(mention.passage) else { continue };
            if let (Some(line), Some(Some(row))) = (lines.get(at), rows.get_mut(at)) {
                if name.kind == NameKind::Person {
                    push(&mut row.named, Said { id: &name.id, passage: mention.passage });
                }
                if !is_taken(mention.passage) {
                    row.take_in(name, mention.passage, line, facts);
                }
            }
        }
    }
    for when in annotations.dates.iter().filter(|when| counts(when.passage)) {
        let Some(at) = place_of(when.passage) else { continue };
        if let (Some(line), Some(Some(row))) = (lines.get(at), rows.get_mut(at)) {
            row.date(*when, line);
        }
    }
    let place = dateline_place(story);
    for (line, row) in lines.iter().zip(&mut rows).filter_map(|(line, row)| Some((line, row.as_mut()?))) {
        let Some(id) = place.filter(|_| row.places.is_empty()) else { continue };
        let here = (0..line.len()).find(|&at| line.is(at, &["here"]) && counts(line.passage(at..at + 1)));
        row.places.extend(here.map(|at| Said { id, passage: line.passage(at..at + 1) }));
    }
    let mut rows: Vec<Row<'s>> = rows.into_iter().flatten().collect();
    take_one_for_what_it_means(&mut rows);
    rows
}

/// Sentences before one that tells of `the one in Vienna`, in which it stands what they are.
const REACH_OF_ONE: usize = 3;

/// `The meetings were three. The one in Vienna …`: such a word tells how people met, as the word told before does.
fn take_one_for_what_it_means(rows: &mut [Row<'_>]) {
    let mut left = 0;
    for row in rows {
        let tells = row.tone.together.is_some();
        if !tells && left > 0 && row.tone.one.is_some() {
            row.tone.together = row.tone.one;
        }
        left = if row.tone.together.is_some() { REACH_OF_ONE } else { usize::saturating_sub(left, 1) };
    }
}

/// The place of the dateline: the one that `here` means.
pub(super) fn dateline_place(story: &Story) -> Option<&EntityId> {
    let span = story.article.dateline?.place?;
    let is_there = |name: &&Name| {
        let here = |passage: Passage| passage.part == Part::Text && passage.span.overlaps(span);
        name.kind == NameKind::Place && name.mentions.iter().any(|mention| here(mention.passage))
    };
    story.annotations.names.iter().find(is_there).map(|name| &name.id)
}

/// The words of what the story tells plainly, in order, none of which overlap.
fn taken(story: &Story) -> Vec<Passage> {
    let mut told: Vec<Passage> = story.meetings.iter().flat_map(|meeting| meeting.evidence.iter().copied()).collect();
    told.sort_unstable();
    let mut taken: Vec<Passage> = Vec::with_capacity(told.len());
    for passage in told {
        match taken.last_mut() {
            Some(last) if last.part == passage.part && last.span.end() >= passage.span.start() => {
                *last = last.cover(passage);
            }
            _ => taken.push(passage),
        }
    }
    taken
}

fn push<'s>(said: &mut Vec<Said<'s>>, one: Said<'s>) {
    if said.len() < MOST && !said.iter().any(|known| known.id == one.id) {
        said.push(one);
    }
}

/// A sentence without its names; `None` where it is not the story's own telling.
fn blank<'s>(story: &Story, line: &Line<'_>, counts: impl Fn(Passage) -> bool + Copy) -> Option<Row<'s>> {
    let block = line.block.and_then(|block| story.article.blocks.get(block));
    let kind = block.map(|block| block.kind);
    if !kind.is_none_or(BlockKind::is_story) || line.is_empty() {
        return None;
    }
    let tone = Tone::of(line, |at| counts(line.passage(at..at + 1)));
    let spoken = [tone.together, tone.afar, tone.pair].into_iter().flatten().map(|at| line.passage(at..at + 1));
    Some(Row {
        passage: line.whole(),
        people: vec![],
        named: vec![],
        offices: offices::in_line(line, counts),
        sides: vec![],
        places: vec![],
        meant_by_place: vec![],
        events: vec![],
        dates: vec![],
        is_occasion: false,
        between: tone.between.map(|at| line.passage(at..at + 1)),
        tone,
        spoken: spoken.collect(),
    })
}

/// Words behind which a place stands.
const WHERE: &[&str] =
    &["in", "at", "on", "near", "outside", "into", "inside", "off", "around", "across", "towards", "toward"];

/// `after Vienna`, `since Kolm`, with nothing but a day or the end behind it: what happened there, not the way from it.
fn stands_for_what_was_there(line: &Line<'_>, passage: Passage) -> bool {
    let tokens = line.positions(passage);
    let since = tokens.start.checked_sub(1).is_some_and(|at| line.is(at, &["after", "since"]));
    let ends = tokens.end >= line.len()
        || line.is(
            tokens.end,
            &[",", ".", ";", ":", "–", "—", "on", "last", "in", "and", "that", "the", "they", "he", "she"],
        );
    since && ends
}

/// Words behind which `to` a place says where someone was or will be.
const GOING: &[&str] = &[
    "came",
    "come",
    "comes",
    "coming",
    "drove",
    "flew",
    "flies",
    "fly",
    "flying",
    "go",
    "goes",
    "going",
    "journey",
    "travel",
    "travelled",
    "traveled",
    "travelling",
    "traveling",
    "travels",
    "trip",
    "trips",
    "visit",
    "visits",
    "went",
];

/// `in Kolm`, `at the Grand Hotel`, `Kolm, last weekend`: whether the words tell where something was.
fn tells_where(line: &Line<'_>, passage: Passage) -> bool {
    let tokens = line.positions(passage);
    let before = |back: usize| tokens.start.checked_sub(back).is_some_and(|at| line.is(at, WHERE));
    let article = tokens.start.checked_sub(1).is_some_and(|at| line.is(at, &["the", "old", "nearby", "neutral"]));
    let goes = tokens.start.checked_sub(2).is_some_and(|at| line.is(at, GOING) && line.is(at + 1, &["to", "for"]));
    // "Everybody knows Kolm, a summer ago".
    let then = tokens.end + 1..tokens.end + 5;
    let timed = line.word(tokens.end) == "," && (line.holds(then, &["ago"]) || line.is(tokens.end + 1, &["last"]));
    tokens.start == 0 || before(1) || article && before(2) || goes || timed
}
