//! A story in, its sentences with whoever, wherever and whenever they name out.
//!
//! **Why:** what the story tells plainly is taken out first: its words are of that meeting and echo no other. Whom a sentence
//! names shows for most that they can echo no meeting; what the rest of its words say is read when somebody asks.

use std::cell::OnceCell;

use super::offices::{self, Office};
use super::words::Tone;
use crate::article::BlockKind;
use crate::language::{EntityId, Facts, Line, Name, NameKind, Part, Passage, Token, When};
use crate::meetings::Story;
use crate::text::Span;

/// Names of one sentence that are looked at; it bounds the work in a text without full stops.
pub(super) const MOST: usize = 12;

/// Something named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'s> {
    pub id: &'s EntityId,
    pub passage: Passage,
}

/// A story as it is listened to.
pub(super) struct Source<'s> {
    story: &'s Story,
    tokens: Vec<Token>,
    /// The words of what the story tells plainly, in order, none of which overlap.
    taken: Vec<Passage>,
    /// The place of the dateline: the one that `here` means.
    pub here: Option<&'s EntityId>,
}

impl<'s> Source<'s> {
    pub(super) fn of(story: &'s Story) -> Self {
        let tokens = story.annotations.tokens.of_all(&story.annotations.sentences);
        Self { story, tokens, taken: taken(story), here: dateline_place(story) }
    }

    /// Whether words belong to what the story tells plainly.
    fn is_taken(&self, passage: Passage) -> bool {
        let after = self.taken.partition_point(|own| own.start_key() < (passage.part, passage.span.end()));
        let own = after.checked_sub(1).and_then(|at| self.taken.get(at));
        own.is_some_and(|own| own.part == passage.part && own.span.overlaps(passage.span))
    }

    fn is_in_dateline(&self, passage: Passage) -> bool {
        let dateline = self.story.article.dateline.map(|dateline| dateline.span);
        passage.part == Part::Text && dateline.is_some_and(|span| span.overlaps(passage.span))
    }

    /// Whether words can be of an echo.
    fn counts(&self, passage: Passage) -> bool {
        !self.is_taken(passage) && !self.is_in_dateline(passage)
    }
}

/// One sentence of the story.
pub(super) struct Row<'s> {
    source: &'s Source<'s>,
    line: Line<'s>,
    /// Where it stands.
    pub passage: Passage,
    /// People, by name or by an office whose holder is known.
    pub people: Vec<Said<'s>>,
    /// The same with those of whom the story tells plainly that they met: whom the next sentences can mean.
    pub named: Vec<Said<'s>>,
    /// Where people are named: an office there is told with its holder.
    holders: Vec<Span>,
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
    words: OnceCell<Words>,
    /// Whether its `the one` means a meeting told before.
    is_taken_up: OnceCell<bool>,
}

/// What the words of a sentence say besides whom, where and when they name.
struct Words {
    tone: Tone,
    /// Offices of which it does not tell who holds them.
    offices: Vec<Office>,
    /// `between`, where it stands behind what was decided.
    between: Option<Passage>,
    /// The words that tell how people met.
    spoken: Vec<Passage>,
}

impl Words {
    fn of(row: &Row<'_>) -> Self {
        let (line, counts) = (&row.line, |passage| row.source.counts(passage));
        let tone = Tone::of(line, |at| counts(line.passage(at..at + 1)));
        let spoken = [tone.together, tone.afar, tone.pair].into_iter().flatten().map(|at| line.passage(at..at + 1));
        let is_unnamed = |office: &Office| !row.holders.iter().any(|holder| office.passage.span.overlaps(*holder));
        Self {
            offices: offices::in_line(line, counts).into_iter().filter(is_unnamed).collect(),
            between: tone.between.map(|at| line.passage(at..at + 1)),
            spoken: spoken.collect(),
            tone,
        }
    }
}

impl<'s> Row<'s> {
    fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self))
    }

    /// What its other words say.
    pub(super) fn tone(&self) -> &Tone {
        &self.words().tone
    }

    /// Offices of which it does not tell who holds them.
    pub(super) fn offices(&self) -> &[Office] {
        &self.words().offices
    }

    /// `between`, where it stands behind what was decided.
    pub(super) fn between(&self) -> Option<Passage> {
        self.words().between
    }

    /// The words that tell how people met.
    pub(super) fn spoken(&self) -> &[Passage] {
        &self.words().spoken
    }

    /// Puts a mention of a name where it belongs.
    fn take_in(&mut self, name: &'s Name, passage: Passage, facts: &Facts) {
        let line = &self.line;
        let said = Said { id: &name.id, passage };
        match name.kind {
            NameKind::Person => {
                self.holders.push(passage.span);
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

    fn date(&mut self, when: When) {
        let line = &self.line;
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
pub(super) fn rows<'s>(source: &'s Source<'s>, facts: &Facts) -> Vec<Row<'s>> {
    let story = source.story;
    let annotations = &story.annotations;
    let lines = Line::all(&story.article, &annotations.sentences, &source.tokens);
    let mut rows: Vec<Option<Row<'s>>> = lines.map(|line| blank(source, line)).collect();
    let place_of = |passage: Passage| {
        let key = passage.start_key();
        let after = annotations.sentences.partition_point(|sentence| sentence.passage.start_key() <= key);
        after.checked_sub(1)
    };
    for name in &annotations.names {
        for mention in name.mentions.iter().filter(|mention| !source.is_in_dateline(mention.passage)) {
            let Some(at) = place_of(mention.passage) else { continue };
            if let Some(Some(row)) = rows.get_mut(at) {
                if name.kind == NameKind::Person {
                    push(&mut row.named, Said { id: &name.id, passage: mention.passage });
                }
                if !source.is_taken(mention.passage) {
                    row.take_in(name, mention.passage, facts);
                }
            }
        }
    }
    for when in annotations.dates.iter().filter(|when| source.counts(when.passage)) {
        let Some(at) = place_of(when.passage) else { continue };
        if let Some(Some(row)) = rows.get_mut(at) {
            row.date(*when);
        }
    }
    let mut rows: Vec<Row<'s>> = rows.into_iter().flatten().collect();
    for row in &mut rows {
        let Some(id) = source.here.filter(|_| row.places.is_empty()) else { continue };
        let line = &row.line;
        let here = (0..line.len()).find(|&at| line.is(at, &["here"]) && source.counts(line.passage(at..at + 1)));
        row.places.extend(here.map(|at| Said { id, passage: line.passage(at..at + 1) }));
    }
    rows
}

/// Sentences before one that tells of `the one in Vienna`, in which it stands what they are.
const REACH_OF_ONE: usize = 3;

/// The word of being together of the sentence `at`. `The meetings were three. The one in Vienna …`: such a word tells how people
/// met, as the word told before does.
pub(super) fn together(rows: &[Row<'_>], at: usize) -> Option<usize> {
    let tone = rows.get(at)?.tone();
    tone.together.or_else(|| tone.one.filter(|_| is_taken_up(rows, at)))
}

/// Whether a word of being together stands before `the one` of the sentence `at`, within the reach of that or of another one
/// between them.
fn is_taken_up(rows: &[Row<'_>], at: usize) -> bool {
    let mut passed: Vec<&Row<'_>> = rows.get(at).into_iter().collect();
    let mut left = REACH_OF_ONE;
    let mut is_found = false;
    for row in rows.get(..at).unwrap_or_default().iter().rev() {
        let tone = row.tone();
        // What is known of another one holds for all that lead to it.
        let known = row.is_taken_up.get().copied();
        if let Some(known) = known.or(tone.together.map(|_| true)) {
            is_found = known;
            break;
        }
        if tone.one.is_some() {
            passed.push(row);
            left = REACH_OF_ONE;
        } else {
            left -= 1;
        }
        if left == 0 {
            break;
        }
    }
    for row in passed {
        let _ = row.is_taken_up.set(is_found);
    }
    is_found
}

/// The place of the dateline: the one that `here` means.
fn dateline_place(story: &Story) -> Option<&EntityId> {
    let span = story.article.dateline?.place?;
    let is_there = |name: &&Name| {
        let here = |passage: Passage| passage.part == Part::Text && passage.span.overlaps(span);
        name.kind == NameKind::Place && name.mentions.iter().any(|mention| here(mention.passage))
    };
    story.annotations.names.iter().find(is_there).map(|name| &name.id)
}

/// The words of what the story tells plainly, in order, none of which overlap.
fn taken(story: &Story) -> Vec<Passage> {
    let plain = story.meetings.iter().filter(|meeting| !meeting.half_told);
    let mut told: Vec<Passage> = plain.flat_map(|meeting| meeting.evidence.iter().copied()).collect();
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
fn blank<'s>(source: &'s Source<'s>, line: Line<'s>) -> Option<Row<'s>> {
    let block = line.block.and_then(|block| source.story.article.blocks.get(block));
    let kind = block.map(|block| block.kind);
    if !kind.is_none_or(BlockKind::is_story) || line.is_empty() {
        return None;
    }
    Some(Row {
        source,
        passage: line.whole(),
        line,
        people: vec![],
        named: vec![],
        holders: vec![],
        sides: vec![],
        places: vec![],
        meant_by_place: vec![],
        events: vec![],
        dates: vec![],
        is_occasion: false,
        words: OnceCell::new(),
        is_taken_up: OnceCell::new(),
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
