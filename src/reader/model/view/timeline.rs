//! All meetings by day: the line of time with a lane a series, and below it a row a meeting.
//!
//! **In:** the library and what narrows the view. **Out:** a [`Content`]. **Why:** who met again and again, and when, is
//! seen on the line; whom a reader looks for is found in the rows; both light up the same meeting.

mod axis;
mod line;
#[cfg(test)]
mod tests;
mod unfolded;

use std::ops::Range;

use self::axis::Frame;
use self::line::{Measure, Widest};
use super::content::{From, Towards};
use super::meeting::people::Calling;
use super::remembered::Remembered;
use super::{Cell, Content, Inputs, Role, Row, Target, View};
use crate::dossier::meeting::Certainty;
use crate::dossier::timeline::{Chart, Stretch, Timeline};
use crate::dossier::wording::days;
use crate::library::Library;
use crate::links::Tier;
use crate::reader::model::digest::count;
use crate::search::Query;
use crate::text::width::width;

/// Rows that are kept for the next frame: some screens full.
const ROWS: usize = 400;

/// From this height of a screen on there is room for the line of time, in rows.
const AXIS_FROM: u16 = 14;

/// The view.
#[derive(Debug)]
struct Meetings {
    timeline: Timeline,
    chart: Option<(Frame, Chart)>,
    certainty: Certainty,
    calling: Calling,
    least: Tier,
    measure: Measure,
    columns: u16,
    /// Rows between two groups.
    gap: usize,
    /// How many meetings the library has.
    all: usize,
    /// The place of the one that is asked for most.
    best: usize,
    is_finding: bool,
    empty: String,
    heads: Remembered<usize>,
    made: Remembered<usize>,
    unfolded: Remembered<(usize, u16)>,
}

/// The meetings that `inputs` ask for.
pub(super) fn content(inputs: &Inputs<'_>) -> impl Content + use<> {
    let library = inputs.library;
    let all = library.connections.meetings.len();
    let query = Query::parse(inputs.words).unwrap_or_default().linked_from(inputs.least);
    let (shown, best) = if query.is_empty() {
        ((0..all).collect(), None)
    } else {
        inputs.filter().meetings_with_best(library, inputs.own, &query)
    };
    let timeline = Timeline::new(library, &shown);
    let lanes = lanes(inputs.rows);
    let frame = Frame::new(inputs.columns, timeline.lanes.iter().take(lanes).map(|lane| width(&lane.name)));
    let is_drawn = inputs.rows >= AXIS_FROM || inputs.is_linear;
    let chart = is_drawn.then(|| Chart::new(library, &timeline, frame.room(), lanes)).flatten();
    Meetings {
        chart: chart.map(|chart| (frame, chart)),
        certainty: Certainty::of(library),
        calling: Calling::default(),
        least: inputs.least,
        measure: Measure::new(inputs.columns, Widest::of(library, &timeline.meetings)),
        columns: inputs.columns,
        gap: usize::from(inputs.rows >= 30 && !inputs.is_linear),
        all,
        best: best.and_then(|best| timeline.meetings.iter().position(|one| *one == best)).unwrap_or(0),
        is_finding: inputs.is_finding,
        empty: empty(inputs, all),
        heads: Remembered::new(1),
        made: Remembered::new(ROWS),
        unfolded: Remembered::new(1),
        timeline,
    }
}

/// How many lanes there is room for on a screen of so many rows.
const fn lanes(rows: u16) -> usize {
    match rows {
        0..18 => 1,
        18..24 => 2,
        24..30 => 3,
        30..45 => 5,
        _ => 8,
    }
}

fn empty(inputs: &Inputs<'_>, all: usize) -> String {
    if inputs.is_finding {
        return "Meetings are still being looked for; all of them come in together, at the end.".into();
    }
    match all {
        0 => "No meetings were found in these stories.".into(),
        1 => "Nothing matches; Esc shows the only meeting again.".into(),
        _ => format!("Nothing matches; Esc shows all {all} meetings again."),
    }
}

/// What a row is.
enum Line {
    Head(usize),
    /// The meeting at this place of the timeline.
    Meeting(usize),
    Blank,
}

impl Meetings {
    /// The row of a group's heading: one row and the gap above for each group before it.
    fn head_row(&self, group: usize) -> usize {
        let from = self.timeline.groups.get(group).map_or(self.timeline.meetings.len(), |group| group.from);
        from + group * (1 + self.gap)
    }

    fn line(&self, row: usize) -> Line {
        let (mut low, mut high) = (0, self.timeline.groups.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.head_row(middle) <= row { low = middle + 1 } else { high = middle }
        }
        let Some((number, group)) = low.checked_sub(1).and_then(|at| Some((at, self.timeline.groups.get(at)?))) else {
            return Line::Blank;
        };
        match row - self.head_row(number) {
            0 => Line::Head(number),
            nth if nth <= group.count => Line::Meeting(group.from + nth - 1),
            _ => Line::Blank,
        }
    }

    fn meeting(&self, stop: usize) -> Option<usize> {
        self.timeline.meetings.get(stop).copied()
    }

    /// The month, or what else its meetings share, and how many they are.
    fn heading(&self, group: usize) -> Row {
        let Some(group) = self.timeline.groups.get(group) else { return Row::blank() };
        let words = match group.when {
            Stretch::Month(first) => first.strftime("%B %Y").to_string(),
            Stretch::Longer(interval) => format!("{}, day not told", days(interval)),
            Stretch::Undated => "Day not told".into(),
        };
        let meetings = count(group.count, "meeting", "meetings");
        let spoken = format!("{words}, {meetings}");
        let at = u16::try_from(width(&words)).unwrap_or(u16::MAX).saturating_add(3);
        let mut cells = vec![Cell::new(1, words, Role::Strong)];
        if self.columns >= 40 {
            cells.push(Cell::new(at, meetings, Role::Muted));
        }
        Row::new(cells).said(spoken)
    }
}

impl Content for Meetings {
    fn title(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::new(1, "Meetings", Role::Strong)];
        if let Some((_, chart)) = self.chart.as_ref().filter(|_| self.columns >= 50)
            && let Some(interval) = self.timeline.days
        {
            let unit = chart.axis.unit().words();
            let scale = if self.columns >= 70 { format!(" · by {unit}") } else { String::new() };
            cells.push(Cell::new(11, format!("{}{scale}", days(interval)), Role::Muted));
        }
        cells
    }

    fn count(&self) -> Option<String> {
        // Nothing was counted yet.
        if self.is_finding {
            return None;
        }
        let shown = self.timeline.meetings.len();
        let all = count(self.all, "meeting", "meetings");
        let told = if shown == self.all { all } else { format!("{shown} of {all}") };
        let undated = self.timeline.undated;
        Some(if undated > 0 && self.columns >= 70 { format!("{told}, {undated} undated") } else { told })
    }

    fn head(&self, library: &Library, at: usize) -> Vec<Row> {
        let Some((frame, chart)) = &self.chart else { return Vec::new() };
        self.heads.get(at, || frame.rows(library, chart, self.meeting(at)))
    }

    fn head_rows(&self, _: &Library, _: usize) -> usize {
        self.chart.as_ref().map_or(0, |(_, chart)| Frame::height(chart))
    }

    fn rows(&self) -> usize {
        let groups = self.timeline.groups.len();
        self.timeline.meetings.len() + groups + groups.saturating_sub(1) * self.gap
    }

    fn row(&self, library: &Library, number: usize, _: usize) -> Row {
        match self.line(number) {
            Line::Head(group) => self.heading(group),
            Line::Meeting(place) => {
                let Some(meeting) = self.meeting(place) else { return Row::blank() };
                let make = || {
                    let tier = self.certainty.tier(library, meeting).map(|tier| (tier, tier <= self.least));
                    vec![self.measure.row(library, &self.calling, meeting, tier)]
                };
                self.made.get(meeting, make).pop().unwrap_or_default()
            }
            Line::Blank => Row::blank(),
        }
    }

    fn stops(&self) -> usize {
        self.timeline.meetings.len()
    }

    fn rows_of(&self, stop: usize) -> Range<usize> {
        let Some(group) = self.timeline.group_of(stop).filter(|_| stop < self.stops()) else { return 0..0 };
        let from = self.timeline.groups.get(group).map_or(0, |group| group.from);
        let row = self.head_row(group) + 1 + (stop - from);
        row..row + 1
    }

    fn stop_at(&self, row: usize, _: u16) -> Option<usize> {
        match self.line(row) {
            Line::Meeting(place) if place < self.stops() => Some(place),
            _ => None,
        }
    }

    /// Left and right go to the first meeting of the month before or after.
    fn step(&self, stop: usize, towards: Towards) -> Option<usize> {
        let group = self.timeline.group_of(stop)?;
        let first = |group: usize| self.timeline.groups.get(group).map(|group| group.from);
        match towards {
            Towards::Up => stop.checked_sub(1),
            Towards::Down => Some(stop + 1).filter(|next| *next < self.stops()),
            Towards::Left => first(group).filter(|from| *from < stop).or_else(|| first(group.checked_sub(1)?)),
            Towards::Right => first(group + 1),
        }
    }

    /// The meeting in focus in the story, or else the first one that the story tells of.
    fn start(&self, library: &Library, from: From) -> usize {
        let in_focus = from.mention.and_then(|mention| library.meeting_of(mention)).map(|(number, _)| number);
        let place_of = |meeting: usize| self.timeline.meetings.iter().position(|one| *one == meeting);
        let of_story = || {
            let meetings = &library.connections.meetings;
            self.timeline.meetings.iter().position(|number| {
                let tells = meetings.get(*number).map(|meeting| &meeting.mentions);
                tells.is_some_and(|tells| tells.iter().any(|at| Some(at.story) == from.story))
            })
        };
        in_focus.and_then(place_of).or_else(of_story).unwrap_or(0)
    }

    fn best(&self) -> usize {
        self.best
    }

    fn target(&self, _: &Library, stop: usize) -> Option<Target> {
        self.meeting(stop).map(|meeting| Target::View(View::Meeting(meeting)))
    }

    /// The words of the latest story that tells of it.
    fn source(&self, library: &Library, stop: usize) -> Option<crate::dossier::Source> {
        crate::dossier::meeting::leading(library, self.meeting(stop)?)
    }

    fn has_detail(&self) -> bool {
        true
    }

    fn detail(&self, library: &Library, stop: usize, columns: u16) -> Vec<Row> {
        let Some(meeting) = self.meeting(stop) else { return Vec::new() };
        self.unfolded.get((meeting, columns), || unfolded::rows(library, &self.calling, meeting, (columns, self.least)))
    }

    fn empty(&self) -> &str {
        &self.empty
    }

    fn is_filtered(&self) -> bool {
        true
    }
}
