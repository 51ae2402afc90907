use std::sync::Arc;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::language::Precision;
use crate::links::{Connections, Series};
use crate::meetings::{MeetingKind, Status};

/// A meeting on these days.
fn meeting(when: Option<(Date, Date, Precision)>, status: Status, series: Option<&str>) -> Meeting {
    Meeting {
        id: String::new(),
        kind: MeetingKind::Talks,
        status,
        participants: Vec::new(),
        sides_of_series: false,
        is_guessed: false,
        is_likely: false,
        when: when.map(|(from, to, precision)| MeetingDate {
            interval: Interval::between(from, to),
            precision,
            passage: None,
        }),
        place: None,
        ordinal: None,
        series: series.map(SeriesId::new),
        mentions: Vec::new(),
    }
}

fn day(on: Date) -> Meeting {
    meeting(Some((on, on, Precision::Day)), Status::Held, None)
}

fn library(meetings: Vec<Meeting>, series: &[&str]) -> Library {
    let series = series.iter().map(|name| Series {
        id: SeriesId::new(name),
        name: (*name).to_owned(),
        is_named: true,
        stories: Vec::new(),
    });
    let connections = Connections { meetings, series: series.collect(), ..Connections::default() };
    Library { connections, ..Library::default() }
}

fn all(library: &Library) -> Timeline {
    Timeline::new(library, &(0..library.connections.meetings.len()).collect::<Vec<_>>())
}

/// The axis as it is read.
fn line(from: Date, to: Date, columns: usize) -> String {
    let mut line = String::new();
    for tick in Axis::new(Interval::between(from, to), columns).ticks() {
        line.push_str(&" ".repeat(tick.column - line.len()));
        line.push_str(&tick.words);
    }
    line
}

#[test]
fn the_scale_is_the_finest_that_fits() {
    let unit = |from, to, columns| Axis::new(Interval::between(from, to), columns).unit();
    assert_eq!(unit(date(2031, 5, 1), date(2031, 5, 31), 60), Unit::Day);
    assert_eq!(unit(date(2031, 1, 1), date(2031, 12, 31), 60), Unit::Week);
    assert_eq!(unit(date(2030, 1, 1), date(2033, 12, 31), 60), Unit::Month);
    assert_eq!(unit(date(2020, 1, 1), date(2033, 12, 31), 60), Unit::Quarter);
    assert_eq!(unit(date(1990, 1, 1), date(2033, 12, 31), 60), Unit::Years(1));
    assert_eq!(unit(date(1500, 1, 1), date(2033, 12, 31), 60), Unit::Years(10));
    assert_eq!(unit(date(2031, 5, 1), date(2031, 5, 31), 1), Unit::Month);
    assert_eq!(unit(date(2031, 5, 1), date(2031, 5, 31), 0), Unit::Month);
}

#[test]
fn the_axis_tells_years_first_and_then_what_there_is_room_for() {
    let (spring, summer) = (date(2031, 5, 28), date(2031, 6, 8));
    assert_eq!(
        line(spring, summer, 100),
        "28 May  29      30      31      Jun     2       3       4       5       6       7       8"
    );
    assert_eq!(line(spring, summer, 24), "28 May  Jun     5");
    assert_eq!(line(date(2030, 10, 3), date(2031, 4, 2), 28), "Oct  Nov Dec 2031 Feb Mar");
    assert_eq!(
        line(date(2030, 10, 3), date(2032, 4, 2), 60),
        "Oct      2031     Apr      Jul      Oct      2032     Apr"
    );
    assert_eq!(line(date(1931, 1, 1), date(2031, 1, 1), 60), "1930 1940 1950 1960 1970 1980 1990 2000 2010 2020 2030");
    assert_eq!(line(spring, summer, 3), "May");
    assert_eq!(line(spring, summer, 2), "");
}

#[test]
fn meetings_are_grouped_by_month_and_longer_times_stand_before_the_months_in_them() {
    let told = |from, to, precision| meeting(Some((from, to, precision)), Status::Held, None);
    let library = library(
        vec![
            meeting(None, Status::Planned, None),
            day(date(2031, 2, 3)),
            day(date(2031, 1, 9)),
            told(date(2031, 1, 1), date(2031, 12, 31), Precision::Year),
            told(date(2031, 1, 1), date(2031, 1, 31), Precision::Month),
            told(date(2031, 1, 30), date(2031, 2, 2), Precision::Range),
            told(date(2031, 1, 1), date(2031, 3, 31), Precision::Quarter),
        ],
        &[],
    );
    let timeline = all(&library);
    assert_eq!(timeline.meetings, [3, 6, 4, 2, 5, 1, 0]);
    assert_eq!(timeline.undated, 1);
    let groups: Vec<(Stretch, usize)> = timeline.groups.iter().map(|group| (group.when, group.count)).collect();
    let longer = |to| Stretch::Longer(Interval::between(date(2031, 1, 1), to));
    let month = |month| Stretch::Month(date(2031, month, 1));
    assert_eq!(
        groups,
        [
            (longer(date(2031, 12, 31)), 1),
            (longer(date(2031, 3, 31)), 1),
            (month(1), 3),
            (month(2), 1),
            (Stretch::Undated, 1)
        ]
    );
    assert_eq!(timeline.group_of(0), Some(0));
    assert_eq!(timeline.group_of(4), Some(2));
}

#[test]
fn series_of_several_rounds_have_lanes_and_all_others_share_the_last_one() {
    let round = |on, series| meeting(Some((on, on, Precision::Day)), Status::Held, Some(series));
    let library = library(
        vec![
            round(date(2031, 1, 9), "lake"),
            round(date(2031, 2, 9), "harbour"),
            round(date(2031, 3, 9), "lake"),
            round(date(2031, 4, 9), "once"),
            day(date(2031, 5, 9)),
            round(date(2031, 6, 9), "harbour"),
            round(date(2031, 7, 9), "lake"),
        ],
        &["harbour", "lake", "once"],
    );
    let timeline = all(&library);
    let lanes: Vec<(&str, &[usize])> =
        timeline.lanes.iter().map(|lane| (lane.name.as_str(), lane.meetings.as_slice())).collect();
    assert_eq!(lanes, [("lake", &[0, 2, 6][..]), ("harbour", &[1, 5]), ("other", &[3, 4])]);
    let chart = Chart::new(&library, &timeline, 40, 2).unwrap();
    let lanes: Vec<(&str, &[usize])> =
        chart.lanes.iter().map(|lane| (lane.name.as_str(), lane.meetings.as_slice())).collect();
    assert_eq!(lanes, [("lake", &[0, 2, 6][..]), ("other", &[1, 3, 4, 5])]);
    assert_eq!(Chart::new(&library, &timeline, 40, 1).unwrap().lanes.len(), 1);
}

#[test]
fn several_days_go_on_and_vague_days_may_be_anywhere_in_their_time() {
    let library = library(
        vec![
            meeting(Some((date(2031, 5, 2), date(2031, 5, 4), Precision::Range)), Status::Planned, None),
            meeting(Some((date(2031, 5, 5), date(2031, 5, 11), Precision::Week)), Status::Held, None),
        ],
        &[],
    );
    let chart = Chart::new(&library, &all(&library), 10, 1).unwrap();
    let [cells] = chart.cells.as_slice() else { panic!("{chart:?}") };
    assert_eq!(cells.iter().map(|cell| cell.goes_on).collect::<Vec<_>>()[..4], [true, true, true, false]);
    assert_eq!(cells.iter().filter(|cell| cell.may_be).count(), 7);
    assert_eq!(chart.place_of(&library, 0), Some((0, 0)));
    assert_eq!(chart.place_of(&library, 1), Some((0, 6)), "in the middle of its week");
    assert_eq!((cells[0].mark, cells[6].mark), (Some(Mark::Planned), Some(Mark::Vague)));
}

#[test]
fn stories_are_counted_where_they_were_published() {
    let mut library = library(vec![day(date(2031, 5, 2)), day(date(2031, 5, 6))], &[]);
    let article =
        crate::article::read("a.txt", std::path::Path::new("a.txt"), b"Ferry late\n\nMay 4, 2031\n\nIt was late.\n");
    let facts = crate::language::Facts::shipped();
    let article = Arc::new(article.articles.into_iter().next().unwrap());
    library.stories.push(crate::meetings::read_story(article, facts, None));
    let chart = Chart::new(&library, &all(&library), 5, 1).unwrap();
    assert_eq!(chart.stories, [0, 0, 1, 0, 0]);
}

#[test]
fn without_any_day_there_is_no_chart() {
    let library = library(vec![meeting(None, Status::Planned, None)], &[]);
    let timeline = all(&library);
    assert_eq!((timeline.undated, timeline.days), (1, None));
    assert_eq!(Chart::new(&library, &timeline, 40, 3), None);
    assert_eq!(all(&Library::default()), Timeline::default());
}

#[test]
fn lanes_that_are_put_together_keep_the_order_of_the_timeline() {
    let told = |from, to, precision, status, series| meeting(Some((from, to, precision)), status, series);
    let library = library(
        vec![
            told(date(2031, 1, 1), date(2031, 1, 1), Precision::Day, Status::Planned, Some("lake")),
            told(date(2031, 1, 1), date(2031, 12, 31), Precision::Year, Status::Held, None),
            told(date(2031, 2, 1), date(2031, 2, 1), Precision::Day, Status::Held, Some("lake")),
        ],
        &["lake"],
    );
    let timeline = all(&library);
    let chart = Chart::new(&library, &timeline, 40, 1).unwrap();
    assert_eq!(timeline.lanes.len(), 2);
    assert_eq!(chart.lanes[0].meetings, timeline.meetings);
    assert_ne!(timeline.meetings, [0, 1, 2], "a year stands before its months");
}

/// Any day that the calendar can tell, most of them of our time.
fn any_day() -> impl Strategy<Value = Date> {
    let year = prop_oneof![6 => 1990_i16..2035, 2 => 1500_i16..2200, 1 => -9999_i16..=9999];
    (year, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, of_month)| date(year, month, of_month))
}

fn any_meeting() -> impl Strategy<Value = Meeting> {
    let precision = prop::sample::select(vec![Precision::Day, Precision::Range, Precision::Month, Precision::Year]);
    let status = prop::sample::select(Status::ALL.to_vec());
    let series = prop::option::of(prop::sample::select(vec!["lake", "harbour", "ridge"]));
    let when = prop::option::weighted(0.9, (any_day(), any_day(), any::<bool>(), precision));
    (when, status, series).prop_map(|(when, status, series)| {
        let when = when.map(|(from, to, one, precision)| (from, if one { from } else { to }, precision));
        meeting(when, status, series)
    })
}

proptest! {
    #[test]
    fn every_dated_meeting_stands_in_exactly_one_column(
        meetings in prop::collection::vec(any_meeting(), 0..40), columns in 1_usize..=300, lanes in 0_usize..6,
    ) {
        let library = library(meetings, &["lake", "harbour", "ridge"]);
        let timeline = all(&library);
        prop_assert_eq!(timeline.meetings.len(), library.connections.meetings.len());
        prop_assert_eq!(timeline.groups.iter().map(|group| group.count).sum::<usize>(), timeline.meetings.len());
        let dated = timeline.meetings.len() - timeline.undated;
        let Some(chart) = Chart::new(&library, &timeline, columns, lanes) else {
            prop_assert_eq!(dated, 0);
            return Ok(());
        };
        prop_assert!(chart.axis.columns() <= columns && chart.lanes.len() <= lanes.max(1));
        let drawn: usize = chart.cells.iter().flatten().map(|cell| cell.meetings).sum();
        prop_assert_eq!(drawn, dated);
        for meeting in &timeline.meetings {
            let place = chart.place_of(&library, *meeting);
            prop_assert_eq!(place.is_some(), library.connections.meetings[*meeting].when.is_some());
            if let Some((lane, column)) = place {
                prop_assert!(chart.cells[lane][column].meetings > 0);
            }
        }
        prop_assert!(chart.cells.iter().flatten().all(|cell| (cell.meetings > 0) == cell.mark.is_some()));
    }

    #[test]
    fn later_days_never_stand_further_left_and_words_never_touch(
        one in any_day(), other in any_day(), days in prop::collection::vec(any_day(), 2..9), columns in 0_usize..=300,
    ) {
        let axis = Axis::new(Interval::between(one, other), columns);
        let mut days = days;
        days.sort_unstable();
        prop_assert!(days.iter().map(|day| axis.column_of(*day)).is_sorted());
        prop_assert!(days.iter().all(|day| axis.column_of(*day) < axis.columns()));
        let mut end = None;
        for tick in axis.ticks() {
            prop_assert!(end.is_none_or(|end| end < tick.column), "{:?}", axis.ticks());
            prop_assert!(tick.words.is_ascii());
            end = Some(tick.column + tick.words.len());
            prop_assert!(end.is_some_and(|end| end <= columns.max(1)));
        }
    }
}
