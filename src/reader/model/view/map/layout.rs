//! Where everything on the map stands.
//!
//! **In:** what stands around something, and how many columns there are. **Out:** a [`Layout`]: a [`Spot`] for each thing, the
//! columns between which lines are drawn, and the lines. **Why:** drawing, clicking and walking agree on every place.

use std::ops::Range;

use super::told;
use super::wires::{Hub, Wires, tracks};
use crate::dossier::neighbourhood::{Edge, Label, Neighbourhood, Node, Relation, label};
use crate::library::Library;
use crate::text::Span;
use crate::text::width::{truncate, width};
use crate::text::wrap::{Breaks, wrap};

/// What stands above and below the rows of a map on the screen, in rows, about.
const AROUND: u16 = 14;
/// What stands before the thing in the middle.
pub(super) const CENTRE: &str = "◆ ";
/// From this width on lines stand two columns apart, and names have room for how they belong to what is under the cursor.
const WIDE: u16 = 100;
/// That room, in columns.
const RELATION: usize = 11;
/// What a gap is wider by at most where the words need less than there is, in columns.
const WIDER: u16 = 12;
/// Columns for the sign of a series before a day.
const SIGN: usize = 2;
/// Between facts on one line.
const BETWEEN: &str = " · ";

/// One of the three columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Stories,
    Meetings,
    Names,
}

/// A thing and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) node: Node,
    pub(super) column: Column,
    pub(super) rows: Range<usize>,
    /// What stands in these rows: what it is called, in a row or two, then when and where it was.
    pub(super) lines: Vec<String>,
    /// How it is called.
    pub(super) told: Label,
}

impl Spot {
    /// The row at which lines begin and end.
    pub(super) fn port(&self) -> usize {
        match self.column {
            Column::Stories => self.rows.end - 1,
            Column::Meetings | Column::Names => self.rows.start,
        }
    }
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// By the rows that they end at, then from left to right: the order of stops.
    pub(super) spots: Vec<Spot>,
    /// The columns of the screen that each column takes.
    pub(super) columns: [Range<u16>; 3],
    /// How many columns before the stories there are for the line of a series.
    pub(super) lane: u16,
    /// The lines between stories and meetings, and between meetings and names.
    pub(super) wires: [Wires; 2],
    /// How it is told beside days how things belong to the one under the cursor.
    pub(super) beside: Beside,
    /// In the middle column the row where names meet that no meeting joins, if there are any.
    pub(super) named: Option<usize>,
    /// What is left out, at the end of each column: `and 12 more`.
    pub(super) more: Vec<(Column, usize, String)>,
    /// How many rows there are.
    pub(super) rows: usize,
}

impl Layout {
    pub(super) fn new(library: &Library, found: &Neighbourhood, columns: u16, rows: u16) -> Self {
        let graph = &found.graph;
        let is_kin = |edge: &Edge| edge.relation == Relation::Series && matches!(edge.from, Node::Story(_));
        let lane = if graph.edges.iter().any(is_kin) { 2 } else { 0 };
        let mut spots = places(library, found, usize::from(rows.saturating_sub(AROUND)));
        let named = spots.named;
        let gaps = hubs(&spots.all, &graph.edges, named).map(|hubs| {
            let tracks = tracks(&hubs) * if columns < WIDE { 1 } else { 2 };
            // What is too much for the screen has lines that share a column.
            let gap = u16::try_from(tracks).unwrap_or(u16::MAX).saturating_add(4);
            gap.clamp(6, (columns / 7).max(6))
        });
        let room = columns.saturating_sub(lane + gaps[0] + gaps[1] + 2);
        let (columns, beside) = widths(&spots.all, room, columns >= WIDE);
        let left = room.saturating_sub(columns.iter().sum());
        let gaps = gaps.map(|gap| gap + (left / 2).min(WIDER));
        let second = lane + columns[0] + gaps[0] + 1;
        let third = second + columns[1] + gaps[1] + 1;
        let columns = [lane..lane + columns[0], second..second + columns[1], third..third + columns[2]];
        for spot in &mut spots.all {
            let width = columns.get(spot.column as usize).map_or(0, |range| range.end - range.start);
            let is_centre = spot.node == found.centre;
            spot.lines = lines(
                &spot.told,
                spot.node,
                usize::from(width.saturating_sub(free(spot.column))),
                spots.titles,
                is_centre,
            );
            spot.rows.end = spot.rows.start + spot.lines.len();
        }
        let mut spots = spots.all;
        let [left, right] = hubs(&spots, &graph.edges, named);
        let wires = [Wires::new(left, usize::from(gaps[0])), Wires::new(right, usize::from(gaps[1]))];
        let (more, rows) = more(found, &spots, named);
        spots.sort_by_key(|spot| (spot.rows.end, spot.column));
        Self { spots, columns, lane, wires, beside, named, more, rows }
    }

    /// The thing in a column at a row, with its number.
    pub(super) fn spot_at(&self, column: Column, row: usize) -> Option<(usize, &Spot)> {
        self.spots.iter().enumerate().find(|(_, spot)| spot.column == column && spot.rows.contains(&row))
    }

    /// The number of a thing.
    pub(super) fn number(&self, node: Node) -> Option<usize> {
        self.spots.iter().position(|spot| spot.node == node)
    }
}

/// Things in the rows where they stand, as if each had one row of words and one below.
struct Places {
    all: Vec<Spot>,
    /// Where names meet that no meeting joins.
    named: Option<usize>,
    /// How many rows there are for what a story or meeting is called.
    titles: usize,
}

/// Puts everything into rows, of which so many are in sight at once.
fn places(library: &Library, found: &Neighbourhood, in_sight: usize) -> Places {
    let graph = &found.graph;
    let has_named = graph.edges.iter().any(|edge| edge.relation == Relation::Names);
    let middle = graph.meetings.len() + usize::from(has_named);
    let tallest = graph.stories.len().max(middle).max(1);
    // As airy as there is room: two rows of words, one below and a blank one; without the second; without the blank one.
    let pitch = [5, 4, 3].into_iter().find(|pitch| tallest * pitch <= in_sight).unwrap_or(2);
    let names = graph.names.len();
    let fits =
        |step: usize| names * step + middle <= if step > 2 { tallest * pitch } else { in_sight.max(tallest * pitch) };
    let step = [3, 2].into_iter().find(|step| fits(*step)).unwrap_or(1);
    let blocks = tallest.max((names * step).div_ceil(pitch));
    // What is shorter than the tallest column stands beside its middle.
    let first = |number: usize| blocks.saturating_sub(number) / 2 * pitch;
    let mut all = Vec::new();
    let mut spot = |node: Node, column: Column, rows: Range<usize>| {
        all.push(Spot { node, column, rows, lines: Vec::new(), told: label(library, node) });
    };
    for (number, story) in graph.stories.iter().enumerate() {
        let row = first(graph.stories.len()) + number * pitch;
        spot(Node::Story(*story), Column::Stories, row..row + 2);
    }
    let start = first(middle);
    for (number, meeting) in graph.meetings.iter().enumerate() {
        let row = start + number * pitch;
        spot(Node::Meeting(*meeting), Column::Meetings, row..row + 2);
    }
    // Lines to a name and to a meeting must not lie in one row.
    let taken = |row: usize| row >= start && (row - start).is_multiple_of(pitch) && (row - start) / pitch < middle;
    let mut row = (blocks * pitch).saturating_sub(names * step) / 2;
    for name in &graph.names {
        row += usize::from(taken(row));
        spot(Node::Name(*name), Column::Names, row..row + 1);
        row += step;
    }
    Places {
        all,
        named: has_named.then(|| start + graph.meetings.len() * pitch),
        titles: pitch.saturating_sub(2).max(1),
    }
}

/// How many columns stay free behind the words of a thing, so that no line touches them.
pub(super) const fn free(column: Column) -> u16 {
    match column {
        Column::Stories | Column::Meetings => 1,
        Column::Names => 0,
    }
}

/// How things belong to the one under the cursor, as far as it is told beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// In words: `tells of`, `series ●○○`.
    Words,
    /// The dots of what is not sure, and nothing of the rest: there is no room for all words, and some alone would mislead.
    Dots,
}

impl Beside {
    /// The columns it takes, with those before it.
    const fn columns(self) -> usize {
        match self {
            Self::Words => 14,
            Self::Dots => 5,
        }
    }
}

/// How wide the three columns are, with so much room in all: as wide as their words where there is room for that, and never
/// narrower than their days, by which one meeting of the same people is told from another; and how it is told beside these
/// how things belong to the one under the cursor.
fn widths(spots: &[Spot], room: u16, is_wide: bool) -> ([u16; 3], Beside) {
    let of = |column: Column| spots.iter().filter(move |spot| spot.column == column);
    let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
    let widest = |column: Column, more: usize| {
        let words = of(column).map(|spot| (width(spot.told.doubt()) + width(&spot.told.title)).max(below(spot)));
        words.max().map_or(0, |words| narrow(words + more))
    };
    let free = usize::from(free(Column::Stories)) + width(CENTRE);
    let day = |column: Column, beside: Beside| {
        let sign = if column == Column::Meetings { SIGN } else { 0 };
        let days = of(column).map(|spot| width(&brief_day(&spot.told.day)) + sign + beside.columns() + 1);
        days.max().map_or(0, narrow)
    };
    let days = |beside: Beside| [day(Column::Stories, beside), day(Column::Meetings, beside)];
    let names = widest(Column::Names, if is_wide { RELATION } else { 0 });
    let beside = match days(Beside::Words) {
        [stories, meetings] if stories + meetings + names.min(room / 4) <= room => Beside::Words,
        _ => Beside::Dots,
    };
    let [stories, meetings] = days(beside);
    // Titles of stories are cut anyway; who met should not be.
    let who = of(Column::Meetings).map(|spot| {
        let Label { fewer, short, .. } = &spot.told;
        width(spot.told.doubt()) + width(fewer.first().unwrap_or(short)) + free
    });
    let who = who.max().map_or(0, narrow).min(room / 5 * 2);
    let least = [stories, meetings.max(who)];
    let wanted = [widest(Column::Stories, free), widest(Column::Meetings, free), names];
    (shared(wanted, least, room), beside)
}

/// The columns that stories, meetings and names get of so many: of what they would need, and what stories and meetings have
/// at least.
fn shared([stories, meetings, names]: [u16; 3], least: [u16; 2], room: u16) -> [u16; 3] {
    /// What stories and meetings have in any case, for the words that tell how many are left out.
    const LEAST: u16 = 12;
    let days = least[0].saturating_add(least[1]);
    let most = room.saturating_sub(stories.saturating_add(meetings)).max(room.saturating_mul(2) / 5);
    let names = names.min(most).min(room.saturating_sub(days).max(room / 5));
    let rest = room.saturating_sub(names);
    let half = rest / 2;
    let [stories, meetings] = [stories, meetings].map(|wanted| wanted.max(half.min(LEAST)));
    if stories <= rest.saturating_sub(meetings) {
        return [stories, meetings, names];
    }
    // What one of them does not need, the other one gets.
    let given = if meetings < half { rest - meetings } else { stories.min(half) };
    let least = [least[0].min(stories), least[1].min(meetings)];
    let has_room = least[0] <= rest.saturating_sub(least[1]);
    let stories = if has_room { given.max(least[0]).min(rest - least[1]) } else { given };
    [stories, meetings.min(rest - stories), names]
}

/// A day that is not sure in less room.
pub(super) fn brief_day(day: &str) -> String {
    day.strip_prefix("about ").map_or_else(|| day.to_owned(), |day| format!("c. {day}"))
}

/// The columns that the row below what a thing is called needs, with how it belongs to the thing under the cursor.
fn below(spot: &Spot) -> usize {
    let told = &spot.told;
    match spot.column {
        Column::Stories if told.whence.is_empty() => width(&told.day) + Beside::Words.columns(),
        Column::Stories => width(&told.day) + (width(BETWEEN) + width(&told.whence)).max(Beside::Words.columns()),
        Column::Meetings => SIGN + width(&told.day) + Beside::Words.columns(),
        Column::Names => 0,
    }
}

/// What stands in the rows of a thing, so many columns wide, with so many rows for what it is called.
fn lines(told: &Label, node: Node, room: usize, titles: usize, is_centre: bool) -> Vec<String> {
    let dot = |facts: [&str; 2]| facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(BETWEEN);
    let sign = format!("{}{}", if is_centre { CENTRE } else { "" }, told.doubt());
    let room_for_words = room.saturating_sub(width(&sign));
    let called = |words: &str| called(words, &told.number, room_for_words, titles, &sign);
    match node {
        Node::Story(_) => {
            let day = if told.day.is_empty() { "undated" } else { &told.day };
            let mut lines = called(&told.title);
            // The outlet gives way to the day; one that is not sure is told shorter before that.
            let taken = width(BETWEEN) + width(&told.whence);
            let day = if width(day) + taken > room && !told.whence.is_empty() { &brief_day(day) } else { day };
            let left = room.saturating_sub(width(day) + width(BETWEEN));
            let whence = if left < 4 { "".into() } else { truncate(&told.whence, left) };
            lines.push(dot([&whence, day]));
            lines
        }
        Node::Meeting(_) => {
            // In full where there is room for all of them, so that no name is short beside a long one.
            let rows = wrap(&told.title, Span::whole(&told.title), room_for_words.max(1), Breaks::Reflow);
            let is_short = rows.len() > titles.max(1);
            // Rather fewer of those who met than half of a name.
            let fits = |words: &&String| {
                wrap(words, Span::whole(words), room_for_words.max(1), Breaks::Reflow).len() <= titles.max(1)
            };
            let brief = || std::iter::once(&told.short).chain(&told.fewer).find(fits).unwrap_or(&told.short);
            let mut lines = called(if is_short { brief() } else { &told.title });
            // A day that is not sure is told shorter before the place is cut.
            let is_cut = width(&told.day) + width(BETWEEN) + width(&told.whence) > room && !told.whence.is_empty();
            let day = if is_cut { brief_day(&told.day) } else { told.day.clone() };
            // Rather no town than half of one: the names have it beside, and the words below tell it whole.
            let is_whole = day.is_empty() || width(&day) + width(BETWEEN) + width(&told.whence) <= room;
            lines.push(dot([&day, if is_whole { &told.whence } else { "" }]));
            lines
        }
        Node::Name(_) => {
            // A surname whole says more than half of a name.
            let name = if width(&told.title) > room_for_words { &told.short } else { &told.title };
            vec![format!("{sign}{}", truncate(name, room_for_words))]
        }
    }
}

/// Words in so many rows at most, the last one cut, but never what they end with; the sign before the first.
fn called(words: &str, end: &str, room: usize, rows: usize, sign: &str) -> Vec<String> {
    let wrapped = wrap(words, Span::whole(words), room.max(1), Breaks::Reflow);
    let mut lines: Vec<String> = Vec::new();
    for (number, row) in wrapped.iter().enumerate().take(rows.max(1)) {
        let rest = words.get(row.span.start()..).unwrap_or_default().trim();
        let is_last = number + 1 == rows.max(1);
        let line = if is_last { told::cut_before(rest, end, room) } else { row.span.of(words).trim().to_owned() };
        let before = if number == 0 { sign.to_owned() } else { " ".repeat(width(sign)) };
        lines.push(format!("{before}{line}"));
    }
    if lines.is_empty() { vec![sign.to_owned()] } else { lines }
}

/// What is joined to each meeting on its left, and to each name.
fn hubs(spots: &[Spot], edges: &[Edge], named: Option<usize>) -> [Vec<Hub>; 2] {
    let port = |node: Node| spots.iter().find(|spot| spot.node == node).map(Spot::port);
    let mut hubs = [Vec::new(), Vec::new()];
    let [to_meetings, to_names] = &mut hubs;
    let meetings = spots.iter().filter(|spot| spot.column == Column::Meetings);
    for spot in meetings {
        let stories =
            edges.iter().filter_map(|edge| edge.other(spot.node)).filter(|node| matches!(node, Node::Story(_)));
        to_meetings.push(Hub { row: spot.port(), joined: stories.filter_map(port).collect() });
    }
    let says_name = |edge: &&Edge| edge.relation == Relation::Names;
    to_meetings.extend(named.map(|row| {
        let mut joined: Vec<usize> = edges.iter().filter(says_name).filter_map(|edge| port(edge.from)).collect();
        joined.dedup();
        Hub { row, joined }
    }));
    for spot in spots.iter().filter(|spot| spot.column == Column::Names) {
        let others =
            edges.iter().filter_map(|edge| edge.other(spot.node)).filter(|node| matches!(node, Node::Meeting(_)));
        let is_named = edges.iter().filter(says_name).any(|edge| edge.to == spot.node);
        let joined = others.filter_map(port).chain(named.filter(|_| is_named)).collect();
        to_names.push(Hub { row: spot.port(), joined });
    }
    hubs.map(|hubs| hubs.into_iter().filter(|hub| !hub.joined.is_empty()).collect())
}

/// What is told below the columns that leave something out, and how many rows there are then.
fn more(found: &Neighbourhood, spots: &[Spot], named: Option<usize>) -> (Vec<(Column, usize, String)>, usize) {
    let left_out = [
        (Column::Stories, found.more_stories),
        (Column::Meetings, found.more_meetings),
        (Column::Names, found.more_names),
    ];
    let end = |column: Column| {
        let named = named.filter(|_| column == Column::Meetings).map(|row| row + 1);
        let last = spots.iter().filter(|spot| spot.column == column).map(|spot| spot.rows.end).chain(named).max();
        last.unwrap_or(0)
    };
    let mut rows = end(Column::Stories).max(end(Column::Meetings)).max(end(Column::Names));
    let mut more = Vec::new();
    for (column, number) in left_out.into_iter().filter(|(_, number)| *number > 0) {
        let row = end(column) + usize::from(column != Column::Names);
        rows = rows.max(row + 1);
        more.push((column, row, told::left_out(number)));
    }
    (more, rows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn long_titles_beside_no_meeting_leave_the_names_on_the_screen() {
        assert_eq!(shared([90, 3, 20], [0, 0], 60), [28, 12, 20]);
        assert_eq!(shared([3, 90, 20], [0, 0], 60), [12, 28, 20]);
        assert_eq!(shared([90, 90, 90], [0, 0], 100), [30, 30, 40]);
    }

    #[test]
    fn columns_are_as_wide_as_their_words_where_there_is_room_and_days_are_whole_where_there_is_little() {
        assert_eq!(shared([60, 50, 40], [31, 31], 160), [60, 50, 40]);
        assert_eq!(shared([60, 50, 40], [20, 22], 58), [20, 22, 16]);
    }

    proptest! {
        #[test]
        fn columns_take_no_more_than_there_is(wanted: [u16; 3], least: [u16; 2], room: u16) {
            let columns = shared(wanted, least, room);
            prop_assert!(columns.iter().map(|wide| u32::from(*wide)).sum::<u32>() <= u32::from(room), "{columns:?}");
        }
    }
}
