//! An annotated article, laid out by sentence: who, where and when stands at which word.
//!
//! The rules of this room ask “who stands before this word?” and “which date is nearest?”; annotations are lists
//! over the whole article. This file turns the one into the other, once. Those who are not named but told by whom they
//! act for (`the MILF negotiators`, `the Israeli and Palestinian delegations`) are added by `roles`, pronouns by
//! `pronouns`, and for whom everybody acts is gathered by `sides`.

mod apposed;
mod bodies;
mod collective;
mod delegates;
mod formats;
mod governments;
mod house;
mod pronouns;
mod realms;
mod referred;
mod roles;
mod seats;
mod sides;
mod them;
mod towns;
mod transcript;
mod voices;

use std::ops::Range;

use jiff::civil::Date;

pub(super) use delegates::Delegates;
pub(super) use sides::Sides;
use voices::Voices;

use crate::article::{Article, BlockKind, TitleFrom};
use crate::language::{
    Annotations, EntityId, Facts, Form, Interval, Line, Name, NameKind, Part, Passage, Token, When, date_expressions,
};

/// How someone is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By name.
    Named,
    /// By an office whose holder is known: `the Turkish leader`.
    Described,
    /// By an office or a delegation whose people are not known: the state or body stands for them.
    Role,
    /// `he`, `her`.
    Pronoun,
}

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
    /// How it is told.
    pub how: How,
    /// `the ministers of the Arctic Council`: more people than are named.
    pub is_many: bool,
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
    /// Whether it is a headline, or the title.
    pub is_headline: bool,
    /// Whether the story itself tells it (not a caption, a list of other headlines or the page around it).
    pub is_story: bool,
    /// People, states and bodies, in order.
    pub actors: Vec<Actor>,
    /// Peoples and their states (`Russian`), in order.
    pub peoples: Vec<Spot>,
    /// Places, in order.
    pub spots: Vec<Spot>,
    /// Dates, in order.
    pub dates: Vec<(Range<usize>, When)>,
    /// Date expressions of an article whose day is not known, so that they have no value (`on Thursday`).
    pub undated: Vec<Range<usize>>,
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
    /// For whom everybody acts.
    pub sides: Sides,
    /// Who speaks for each side.
    pub delegates: Delegates,
    /// Who speaks in each sentence, and to whom.
    pub voices: Voices,
    /// Where the article was written, by its dateline: what `here` means.
    pub here: Option<Spot>,
    /// The days on which the article may have been published …
    pub published: Option<Interval>,
    /// … and the likeliest of them.
    pub today: Option<Date>,
    /// The tables of facts.
    pub facts: &'a Facts,
}

impl<'a> Scene<'a> {
    /// Lays an article out; `tokens` are those that its annotations keep.
    pub(super) fn new(
        article: &'a Article,
        annotations: &'a Annotations,
        tokens: &'a [Token],
        facts: &'a Facts,
    ) -> Self {
        let mut rows = rows(article, annotations, tokens);
        for name in &annotations.names {
            take_in(&mut rows, name, annotations, facts);
        }
        for when in &annotations.dates {
            let Some(row) = row_of(&mut rows, annotations, when.passage) else { continue };
            let tokens = row.line.positions(when.passage);
            row.dates.push((tokens, *when));
        }
        let here = towns::written_in(article, annotations);
        rows.iter_mut().for_each(Row::put_in_order);
        realms::add(&mut rows, facts);
        formats::add(&mut rows, facts);
        towns::describe(&mut rows, here.as_ref(), facts);
        let mut sides = Sides::new(annotations, facts);
        let mut delegates = Delegates::default();
        let home = roles::government_named(&rows, facts).or_else(|| Sides::home(here.as_ref(), annotations, facts));
        sides.count(&rows, facts);
        for row in &mut rows {
            roles::add(row, home.as_ref(), facts);
            delegates.read(row);
            sides.drop_states_that_introduce_people(row);
            apposed::widen(row, &mut sides);
            roles::widen_over_delegations(row);
        }
        roles::take_up_names(&mut rows, &sides);
        let today = annotations.published.as_ref().map(|published| published.best);
        house::add(&mut rows, facts, today);
        referred::add(&mut rows, &sides);
        bodies::add(&mut rows);
        collective::add(&mut rows, &sides, facts, today);
        pronouns::add(&mut rows);
        them::add(&mut rows);
        let published = annotations.published.as_ref().map(|published| published.interval);
        let voices = Voices::new(&rows);
        Self { rows, sides, delegates, voices, here, published, today, facts }
    }
}

/// The sentence that holds a passage.
fn row_of<'r, 'a>(rows: &'r mut [Row<'a>], annotations: &Annotations, passage: Passage) -> Option<&'r mut Row<'a>> {
    let key = passage.start_key();
    let after = annotations.sentences.partition_point(|sentence| sentence.passage.start_key() <= key);
    rows.get_mut(after.checked_sub(1)?)
}

/// Puts every mention of a name where it stands.
fn take_in(rows: &mut [Row<'_>], name: &Name, annotations: &Annotations, facts: &Facts) {
    let is_body = name.kind == NameKind::Organisation;
    if is_body && governments::is_sent_by_one(&name.name) {
        governments::take_in(rows, name, annotations, facts);
        return;
    }
    let is_state = name.kind == NameKind::Place && facts.state(&name.id).is_some();
    let government = is_body.then(|| governments::state_of(&name.name, facts)).flatten();
    // "At the Elysee" and "in the Kremlin" tell the town.
    let town = is_body.then(|| facts.town_of_seat(&name.name)).flatten();
    let people = name.state.as_ref().and_then(|state| facts.state(state));
    for mention in &name.mentions {
        let Some(row) = row_of(rows, annotations, mention.passage) else { continue };
        let tokens = row.line.positions(mention.passage);
        let spot = |id: &EntityId, name: &str| Spot { tokens: tokens.clone(), id: id.clone(), name: name.to_owned() };
        match name.kind {
            NameKind::Person => row.add_person(tokens, &name.id, &name.name, mention.form),
            NameKind::Place => {
                row.spots.push(spot(&name.id, &name.name));
                if is_state {
                    row.add_body(tokens, &name.id, &name.name, name.kind);
                }
            }
            NameKind::Organisation => {
                if let Some(state) = government {
                    row.add_body(tokens, &state.id, state.name, NameKind::Place);
                    continue;
                }
                row.spots.extend(town.map(|town| spot(&town.id, town.name)));
                if town.is_some() && seats::is_a_place(row, tokens.start) {
                    continue;
                }
                row.add_body(tokens, &name.id, &name.name, name.kind);
            }
            // "This summit", at the head of a sentence, points and names nothing.
            NameKind::Event if row.line.is(tokens.start, &["this", "that", "their", "our", "his", "her"]) => {}
            NameKind::Event => formats::add_event(row, tokens, name, facts),
            NameKind::Group => {
                let (id, called) = people.map_or((&name.id, name.name.as_str()), |state| (&state.id, state.name));
                row.peoples.push(spot(id, called));
            }
            NameKind::Document => {}
        }
    }
}

/// The sentences, empty as yet.
fn rows<'a>(article: &'a Article, annotations: &'a Annotations, tokens: &'a [Token]) -> Vec<Row<'a>> {
    let is_undated = annotations.published.is_none();
    let row = |line: Line<'a>| {
        let kind = line.block.and_then(|block| article.blocks.get(block)).map(|block| block.kind);
        let is_story = kind.is_none_or(BlockKind::is_story);
        let titled = matches!(article.title.from, TitleFrom::Text(title) if line.whole().span.start() < title.end() && title.start() < line.whole().span.end());
        let is_headline = kind.is_none_or(|kind| kind == BlockKind::Heading) || titled;
        let dateline = article.dateline.map(|dateline| Passage { part: Part::Text, span: dateline.span });
        let start = dateline.filter(|dateline| line.has(*dateline)).map_or(0, |dateline| line.positions(dateline).end);
        let undated = if is_undated { date_expressions(&line) } else { vec![] };
        Row {
            line,
            is_headline,
            is_story,
            actors: vec![],
            peoples: vec![],
            spots: vec![],
            dates: vec![],
            undated,
            events: vec![],
            start,
        }
    };
    Line::all(article, &annotations.sentences, tokens).map(row).collect()
}

impl Row<'_> {
    fn add_person(&mut self, tokens: Range<usize>, id: &EntityId, name: &str, form: Form) {
        let how = if form == Form::Description { How::Described } else { How::Named };
        let who = vec![(id.clone(), name.to_owned())];
        self.actors.push(Actor { tokens, who, is_person: true, kind: NameKind::Person, how, is_many: false });
    }

    fn add_body(&mut self, tokens: Range<usize>, id: &EntityId, name: &str, kind: NameKind) {
        if seats::is_inner_body(name) {
            return;
        }
        let who = vec![(id.clone(), name.to_owned())];
        self.actors.push(Actor { tokens, who, is_person: false, kind, how: How::Named, is_many: false });
    }

    /// Leaves out what the dateline names, and sorts by place.
    fn put_in_order(&mut self) {
        let start = self.start;
        let line = self.line;
        self.actors
            .retain(|actor| actor.tokens.start >= start && !actor.tokens.is_empty() && !seats::is_elect(&line, actor));
        self.spots.retain(|spot| spot.tokens.start >= start);
        self.peoples.retain(|people| people.tokens.start >= start);
        self.dates.retain(|(tokens, _)| tokens.start >= start);
        self.actors.sort_by_key(|actor| (actor.tokens.start, std::cmp::Reverse(actor.tokens.end)));
        // Descriptions of several people are one mention of each, at the same words.
        self.actors.dedup_by(|next, first| {
            let same = next.how == How::Described && next.tokens == first.tokens;
            if same {
                first.who.append(&mut next.who);
            }
            same
        });
        self.spots.sort_by_key(|spot| spot.tokens.start);
        self.dates.sort_by_key(|(tokens, _)| tokens.start);
        self.events.sort_by_key(|event| event.tokens.start);
        self.peoples.sort_by_key(|people| people.tokens.start);
    }

    /// The actor whose words cover `at`.
    pub(super) fn actor_at(&self, at: usize) -> Option<&Actor> {
        self.actor_number_at(at).and_then(|number| self.actors.get(number))
    }

    /// Which of the actors it is whose words cover `at`.
    fn actor_number_at(&self, at: usize) -> Option<usize> {
        let after = self.actors.partition_point(|actor| actor.tokens.start <= at);
        let first = after.saturating_sub(OVERLAPPING);
        let near = self.actors.get(first..after).unwrap_or_default();
        near.iter().position(|actor| actor.tokens.contains(&at)).map(|number| first + number)
    }

    /// The actors that begin at `at` or later, in order.
    pub(super) fn actors_from(&self, at: usize) -> &[Actor] {
        let first = self.actors.partition_point(|actor| actor.tokens.start < at);
        self.actors.get(first..).unwrap_or_default()
    }

    /// The actors that begin before `at`, in order.
    pub(super) fn actors_before(&self, at: usize) -> &[Actor] {
        let end = self.actors.partition_point(|actor| actor.tokens.start < at);
        self.actors.get(..end).unwrap_or_default()
    }

    /// The peoples that begin at `at` or later, in order.
    pub(super) fn peoples_from(&self, at: usize) -> &[Spot] {
        let first = self.peoples.partition_point(|people| people.tokens.start < at);
        self.peoples.get(first..).unwrap_or_default()
    }

    /// The dates that begin at `at` or later, in order.
    pub(super) fn dates_from(&self, at: usize) -> &[(Range<usize>, When)] {
        let first = self.dates.partition_point(|(tokens, _)| tokens.start < at);
        self.dates.get(first..).unwrap_or_default()
    }

    /// The places that begin at `from` or later and not behind `end`, in order.
    pub(super) fn spots_between(&self, from: usize, end: usize) -> &[Spot] {
        let first = self.spots.partition_point(|spot| spot.tokens.start < from);
        let last = self.spots.partition_point(|spot| spot.tokens.start <= end);
        self.spots.get(first..last).unwrap_or_default()
    }

    /// The named events whose words cover `at`, in order.
    pub(super) fn events_at(&self, at: usize) -> impl Iterator<Item = &Spot> {
        let after = self.events.partition_point(|event| event.tokens.start <= at);
        let near = self.events.get(after.saturating_sub(OVERLAPPING)..after).unwrap_or_default();
        near.iter().filter(move |event| event.tokens.contains(&at))
    }

    /// Whether the name of a people covers `at`.
    pub(super) fn people_at(&self, at: usize) -> bool {
        let after = self.peoples.partition_point(|people| people.tokens.start <= at);
        after.checked_sub(1).and_then(|last| self.peoples.get(last)).is_some_and(|people| people.tokens.contains(&at))
    }

    /// The place whose words cover `at`.
    pub(super) fn spot_at(&self, at: usize) -> Option<&Spot> {
        let after = self.spots.partition_point(|spot| spot.tokens.start <= at);
        let near = self.spots.get(after.saturating_sub(OVERLAPPING)..after).unwrap_or_default();
        near.iter().find(|spot| spot.tokens.contains(&at))
    }

    /// Whether a date stands at `at`, though its day may not be known.
    pub(super) fn is_date_at(&self, at: usize) -> bool {
        let after = self.undated.partition_point(|tokens| tokens.start <= at);
        let last = after.checked_sub(1).and_then(|last| self.undated.get(last));
        self.date_at(at).is_some() || last.is_some_and(|tokens| tokens.contains(&at))
    }

    /// The date whose words cover `at`.
    pub(super) fn date_at(&self, at: usize) -> Option<&(Range<usize>, When)> {
        let after = self.dates.partition_point(|(tokens, _)| tokens.start <= at);
        let near = self.dates.get(after.saturating_sub(OVERLAPPING)..after).unwrap_or_default();
        near.iter().find(|(tokens, _)| tokens.contains(&at))
    }
}

/// How many mentions that begin before a word may cover it: names hardly ever lie in each other.
const OVERLAPPING: usize = 4;
