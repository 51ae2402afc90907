//! Why two stories are linked, or why they are not.
//!
//! **In:** two stories. **Out:** a view: what joins them or comes nearest to it, and below each of these everything that
//! spoke for it and against it; above, where they stay, the sentences of both stories with the words that speak lit.
//! **Why:** a link that nobody can check is a claim. Here each reason leads to the words that it was made from.
//!
//! Every stop has two sides: the left and the right arrow choose the story, Enter leads to its words.

mod rows;
mod sentence;

use std::ops::Range;

use self::rows::{Body, heading};
use self::sentence::{Frame, Side, spoken, spoken_words};
use super::remembered::Remembered;
use super::{Cell, Content, From, Inputs, Role, Row, Target, Towards};
use crate::dossier::Source;
use crate::dossier::why::{Bond, Outcome, Why, why};
use crate::library::Library;
use crate::links::MentionRef;

/// From this width on the two sentences stand side by side, in columns.
const SIDE_BY_SIDE: u16 = 90;

/// What the cursor can stand on: a reason, or the heading of what it is about.
#[derive(Clone, Debug)]
struct Item {
    /// The rows of either side: the same ones, but in linear mode, where each side has words of its own.
    rows: [Range<usize>; 2],
    /// The words on either side.
    sources: [Option<Source>; 2],
    /// The words on either side that say most of what this is about.
    evidence: [Option<Source>; 2],
    /// The tellings that all this is about.
    about: Option<[MentionRef; 2]>,
    /// The tellings that it is about, on its heading.
    tellings: Option<[MentionRef; 2]>,
    /// The meeting that it is about, on its heading.
    meeting: Option<usize>,
    /// Its rows and those of all its reasons, on the heading.
    block: Option<Range<usize>>,
}

/// The view.
#[derive(Debug)]
pub(super) struct WhyView {
    title: &'static str,
    count: Option<String>,
    stories: [usize; 2],
    frame: Frame,
    columns: u16,
    is_linear: bool,
    rows: Vec<Row>,
    items: Vec<Item>,
    /// The sentences above, by the stop that the cursor is on.
    heads: Remembered<usize>,
    empty: &'static str,
}

/// Why the stories `from` and `to` are linked, or why they are not.
pub(super) fn content(inputs: &Inputs<'_>, from: usize, to: usize) -> WhyView {
    let library = inputs.library;
    let told = if inputs.is_finding { Why::default() } else { why(library, from, to) };
    let is_side_by_side = inputs.columns >= SIDE_BY_SIDE && !inputs.is_linear;
    let mut view = WhyView {
        title: if is_linked(&told) { "Why linked" } else { "Why not linked" },
        count: count(&told),
        stories: [from, to],
        frame: Frame::of(inputs, is_side_by_side),
        columns: inputs.columns,
        is_linear: inputs.is_linear,
        rows: Vec::new(),
        items: Vec::new(),
        heads: Remembered::new(1),
        empty: if inputs.is_finding { "Links are still being looked for." } else { "These stories are not there." },
    };
    let body = Body { library, columns: inputs.columns, stories: [from, to] };
    for bond in &told.bonds {
        view.add(&body, bond);
    }
    if !view.rows.is_empty() {
        view.rows.push(Row::blank());
        view.rows.extend(body.legend());
    }
    view
}

fn is_linked(told: &Why) -> bool {
    told.bonds.iter().any(|bond| !matches!(bond.outcome, Outcome::Apart(_)))
}

/// How much joins them.
fn count(told: &Why) -> Option<String> {
    let of = |is: fn(&Outcome) -> bool| told.bonds.iter().filter(|bond| is(&bond.outcome)).count();
    let meetings = of(|outcome| matches!(outcome, Outcome::Meeting(..)));
    let series = of(|outcome| matches!(outcome, Outcome::Series(_)));
    let meetings = match meetings {
        0 => None,
        1 => Some("one meeting".to_owned()),
        more => Some(format!("{more} meetings")),
    };
    let series = (series > 0).then(|| if series == 1 { "one series".to_owned() } else { format!("{series} series") });
    let told: Vec<String> = meetings.into_iter().chain(series).collect();
    (!told.is_empty()).then(|| format!("{} in common", told.join(" and ")))
}

impl WhyView {
    fn add(&mut self, body: &Body<'_>, bond: &Bond) {
        if !self.rows.is_empty() {
            self.rows.push(Row::blank());
        }
        let evidence = bond.evidence;
        let start = self.rows.len();
        self.rows.extend(heading(body, bond));
        let rows = self.sides_from(start, |side, name| {
            let (source, story) = (evidence.get(side).copied().flatten(), *body.stories.get(side)?);
            let telling = bond.tellings.and_then(|tellings| tellings.get(side).copied());
            Some(spoken(body.library, source, (story, telling), name))
        });
        let meeting = match bond.outcome {
            Outcome::Meeting(number, _) => Some(number),
            Outcome::Series(_) | Outcome::Apart(_) => None,
        };
        let heading = self.items.len();
        let about = bond.tellings;
        self.items.push(Item { rows, sources: evidence, evidence, about, tellings: about, meeting, block: None });
        let decides = bond.against.iter().map(|ground| (ground, true));
        for (ground, decides) in decides.chain(bond.grounds.iter().map(|ground| (ground, false))) {
            let start = self.rows.len();
            self.rows.extend(body.ground(ground, decides));
            let rows = self.sides_from(start, |side, name| {
                let words = ground.sources.get(side).copied().flatten();
                let known = evidence.get(side).copied().flatten();
                words.filter(|words| Some(*words) != known).map(|words| spoken_words(body.library, words, name))
            });
            let sources = ground.sources;
            self.items.push(Item { rows, sources, evidence, about, tellings: None, meeting: None, block: None });
        }
        if let Some(heading) = self.items.get_mut(heading) {
            heading.block = Some(start..self.rows.len());
        }
    }

    /// The rows of either side of something that begins in row `start`. In linear mode what each side says is added below it, and
    /// the cursor stands on that of the right side where there is one.
    fn sides_from(&mut self, start: usize, words: impl Fn(usize, &str) -> Option<Row>) -> [Range<usize>; 2] {
        if !self.is_linear {
            return [start..self.rows.len(), start..self.rows.len()];
        }
        self.rows.extend(words(0, "Here"));
        let left = start..self.rows.len();
        self.rows.extend(words(1, "There"));
        let right = left.end..self.rows.len();
        [left.clone(), if right.is_empty() { left } else { right }]
    }

    /// The sentences of both stories that the stop `at` is about.
    fn sentences(&self, library: &Library, at: usize) -> Vec<Row> {
        let Some((item, chosen)) = self.item(at) else { return Vec::new() };
        let side = |number: usize| Side {
            story: self.stories.get(number).copied().unwrap_or_default(),
            source: item.sources.get(number).copied().flatten(),
            evidence: item.evidence.get(number).copied().flatten(),
            telling: item.about.and_then(|about| about.get(number).copied()),
            is_chosen: number == chosen,
        };
        self.frame.rows(library, [side(0), side(1)])
    }

    fn item(&self, stop: usize) -> Option<(&Item, usize)> {
        Some((self.items.get(stop / 2)?, stop % 2))
    }
}

impl Content for WhyView {
    fn title(&self) -> Vec<Cell> {
        vec![Cell::new(0, self.title, Role::Strong)]
    }

    fn count(&self) -> Option<String> {
        self.count.clone()
    }

    fn head(&self, library: &Library, at: usize) -> Vec<Row> {
        self.heads.get(at, || self.sentences(library, at))
    }

    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, _: &Library, number: usize, _: usize) -> Row {
        self.rows.get(number).cloned().unwrap_or_default()
    }

    fn stops(&self) -> usize {
        self.items.len() * 2
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        let rows = self.item(stop).and_then(|(item, side)| item.rows.get(side));
        rows.cloned().unwrap_or_default()
    }

    fn block_of(&self, stop: usize) -> Option<Range<usize>> {
        self.item(stop).and_then(|(item, _)| item.block.clone())
    }

    fn stop_at(&self, row: usize, column: u16) -> Option<usize> {
        let of = |side: usize| {
            self.items.iter().position(|item| item.rows.get(side).is_some_and(|rows| rows.contains(&row)))
        };
        match (of(0), of(1)) {
            (Some(item), Some(_)) => Some(item * 2 + usize::from(column >= self.columns / 2)),
            (Some(item), None) => Some(item * 2),
            (None, right) => right.map(|item| item * 2 + 1),
        }
    }

    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        // Whoever hears it goes through both sides, one after the other.
        let is_own = |stop: usize| self.rows_of(stop) != self.rows_of(stop - stop % 2) || stop.is_multiple_of(2);
        let beside = |stop: usize| Some(stop).filter(|stop| self.is_linear && is_own(*stop));
        match towards {
            Towards::Up if stop % 2 == 1 && self.is_linear => Some(stop - 1),
            Towards::Up => stop.checked_sub(1).and_then(beside).or_else(|| stop.checked_sub(2)),
            Towards::Down if stop.is_multiple_of(2) && beside(stop + 1).is_some() => Some(stop + 1),
            Towards::Down if self.is_linear => Some(stop - stop % 2 + 2).filter(|next| *next < self.stops()),
            Towards::Down => Some(stop + 2).filter(|next| *next < self.stops()),
            Towards::Left => Some(stop - stop % 2).filter(|to| *to != stop),
            Towards::Right => Some(stop - stop % 2 + 1).filter(|to| *to != stop && *to < self.stops()),
        }
    }

    fn start(&self, _: &Library, from: From) -> usize {
        let is_in_focus = |item: &Item| {
            let tellings = item.tellings.as_ref().map_or(&[][..], |tellings| &tellings[..]);
            from.mention.is_some_and(|mention| tellings.contains(&mention))
        };
        self.items.iter().position(is_in_focus).unwrap_or(0) * 2
    }

    fn target(&self, library: &Library, stop: usize) -> Option<Target> {
        let story = *self.stories.get(stop % 2)?;
        let _ = library.stories.get(story)?;
        Some(self.source(library, stop).map_or(Target::Story(story), Target::Passage))
    }

    fn source(&self, _: &Library, stop: usize) -> Option<Source> {
        let (item, side) = self.item(stop)?;
        let words = |sources: &[Option<Source>; 2]| sources.get(side).copied().flatten();
        words(&item.sources).or_else(|| words(&item.evidence))
    }

    fn stop_of(&self, meeting: usize) -> Option<usize> {
        self.items.iter().position(|item| item.meeting == Some(meeting)).map(|item| item * 2)
    }

    fn empty(&self) -> &str {
        self.empty
    }
}
