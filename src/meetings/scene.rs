//! An annotated article, laid out by sentence: who, where and when stands at which word.
//!
//! The rules of this room ask “who stands before this word?” and “which date is nearest?”; annotations are lists
//! over the whole article. This file turns the one into the other, once.

use std::ops::Range;

use crate::article::{Article, BlockKind};
use crate::language::{Annotations, EntityId, Facts, Form, Line, NameKind, Part, Passage, When};

/// Someone who can take part in a meeting, at one place in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// Token positions.
    pub tokens: Range<usize>,
    /// Who: one, or several for `the presidents of Turkey and Iran`.
    pub who: Vec<(EntityId, String)>,
    /// People meet; states and bodies do only where people are not named.
    pub is_person: bool,
    /// What it is.
    pub kind: NameKind,
}

/// A place named in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Token positions.
    pub tokens: Range<usize>,
    /// Which.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
}

/// One sentence with everything in it.
pub(super) struct Row<'a> {
    /// Its words.
    pub line: Line<'a>,
    /// Whether the story itself tells it (not a caption, a list of other headlines or the page around it).
    pub is_story: bool,
    /// People, states and bodies, in order.
    pub actors: Vec<Actor>,
    /// Places, in order.
    pub spots: Vec<Spot>,
    /// Dates, in order.
    pub dates: Vec<(Range<usize>, When)>,
    /// Named events, in order, each with its identity and name.
    pub events: Vec<Spot>,
    /// Position of the first word after the article's dateline, where this sentence opens the story: the dateline says
    /// where and when it was written, not where and when anyone met.
    pub start: usize,
}

/// The article, sentence by sentence.
pub(super) struct Scene<'a> {
    /// Its sentences.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Scene<'a> {
    /// Lays an article out.
    pub(super) fn new(article: &'a Article, annotations: &'a Annotations, facts: &Facts) -> Self {
        let mut rows: Vec<Row<'a>> = Line::all(article, annotations)
            .map(|line| {
                let kind = line.block.and_then(|block| article.blocks.get(block)).map(|block| block.kind);
                let is_story = kind.is_none_or(BlockKind::is_story);
                let dateline = article.dateline.map(|dateline| Passage { part: Part::Text, span: dateline.span });
                let start =
                    dateline.filter(|dateline| line.has(*dateline)).map_or(0, |dateline| line.positions(dateline).end);
                Row { line, is_story, actors: vec![], spots: vec![], dates: vec![], events: vec![], start }
            })
            .collect();
        let row_of = |passage: Passage| {
            annotations
                .sentences
                .partition_point(|sentence| sentence.passage.start_key() <= passage.start_key())
                .checked_sub(1)
        };
        for name in &annotations.names {
            let is_state = facts.state(&name.id).is_some();
            for mention in &name.mentions {
                let Some(row) = row_of(mention.passage).and_then(|row| rows.get_mut(row)) else { continue };
                let tokens = row.line.positions(mention.passage);
                let spot = || Spot { tokens: tokens.clone(), id: name.id.clone(), name: name.name.clone() };
                match name.kind {
                    NameKind::Person => row.add_person(tokens, &name.id, &name.name, mention.form),
                    NameKind::Place => {
                        if is_state {
                            row.add_body(tokens.clone(), &name.id, &name.name, name.kind);
                        }
                        row.spots.push(spot());
                    }
                    NameKind::Organisation => row.add_body(tokens, &name.id, &name.name, name.kind),
                    // "This summit", at the head of a sentence, points and names nothing.
                    NameKind::Event if row.line.is(tokens.start, &["this", "that", "their", "our", "his", "her"]) => {}
                    NameKind::Event => row.events.push(spot()),
                    NameKind::Group | NameKind::Document => {}
                }
            }
        }
        for when in &annotations.dates {
            let Some(row) = row_of(when.passage).and_then(|row| rows.get_mut(row)) else { continue };
            let tokens = row.line.positions(when.passage);
            row.dates.push((tokens, *when));
        }
        for row in &mut rows {
            let start = row.start;
            row.actors.retain(|actor| actor.tokens.start >= start);
            row.spots.retain(|spot| spot.tokens.start >= start);
            row.dates.retain(|(tokens, _)| tokens.start >= start);
            row.actors.sort_by_key(|actor| actor.tokens.start);
            row.drop_states_that_introduce_people();
            row.spots.sort_by_key(|spot| spot.tokens.start);
        }
        Self { rows }
    }
}

impl Row<'_> {
    fn add_person(&mut self, tokens: Range<usize>, id: &EntityId, name: &str, form: Form) {
        // Descriptions of several people are one mention of each, at the same words.
        let same = self.actors.iter_mut().find(|actor| form == Form::Description && actor.tokens == tokens);
        match same {
            Some(actor) => actor.who.push((id.clone(), name.to_owned())),
            None => self.actors.push(Actor {
                tokens,
                who: vec![(id.clone(), name.to_owned())],
                is_person: true,
                kind: NameKind::Person,
            }),
        }
    }

    fn add_body(&mut self, tokens: Range<usize>, id: &EntityId, name: &str, kind: NameKind) {
        self.actors.push(Actor { tokens, who: vec![(id.clone(), name.to_owned())], is_person: false, kind });
    }

    /// In `Turkey's President Tayyip Erdogan` and `US Secretary of State Antony Blinken` one person meets, not a state and
    /// a person.
    fn drop_states_that_introduce_people(&mut self) {
        let introduces = |at: usize| {
            let (Some(actor), Some(next)) = (self.actors.get(at), self.actors.get(at + 1)) else { return false };
            let gap = actor.tokens.end..next.tokens.start;
            let joins = |at: usize| self.line.is(at, &[",", "and", "with", "in", "on", "to", "between", "-", "–"]);
            !actor.is_person && next.is_person && gap.len() <= 6 && !gap.clone().any(joins)
        };
        let kept: Vec<bool> = (0..self.actors.len()).map(|at| !introduces(at)).collect();
        let mut kept = kept.into_iter();
        self.actors.retain(|_| kept.next().unwrap_or(true));
    }

    /// The actor whose words begin at `at` or cover it.
    pub(super) fn actor_at(&self, at: usize) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.tokens.contains(&at))
    }

    /// What the actor at `at` is; a person where there is none.
    pub(super) fn kind_at(&self, at: usize) -> NameKind {
        self.actor_at(at).map_or(NameKind::Person, |actor| actor.kind)
    }

    /// The place whose words cover `at`.
    pub(super) fn spot_at(&self, at: usize) -> Option<&Spot> {
        self.spots.iter().find(|spot| spot.tokens.contains(&at))
    }

    /// The date whose words cover `at`.
    pub(super) fn date_at(&self, at: usize) -> Option<&(Range<usize>, When)> {
        self.dates.iter().find(|(tokens, _)| tokens.contains(&at))
    }
}
