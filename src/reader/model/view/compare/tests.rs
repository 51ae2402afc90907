//! A library in, its stories side by side out.

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::article::{Block, BlockKind};
use crate::language::Interval;
use crate::links::Tier;
use crate::reader::fixture::{ALONE, CALL, ROUND, SERIES, SUMMIT, library};
use crate::reader::model::prepared::Prepared;

/// The fixture, in which the second story tells another day of the call, and quotes the premier in other words.
fn differing() -> Library {
    let mut library = library();
    let story = &mut library.stories[SUMMIT];
    story.meetings[0].when.as_mut().unwrap().interval = Interval::day(date(2031, 5, 20));
    let article = Arc::make_mut(&mut story.article);
    let start = article.text.len() + 2;
    article.text.push_str(
        "\n\n“It was agreed between us that ships are not turned back while the inquiry goes on,” the Premier said.",
    );
    article.blocks.push(Block { kind: BlockKind::Quote, span: Span::new(start, article.text.len()) });
    library
}

fn page(library: &Library, (from, to): (usize, usize), columns: u16, is_linear: bool) -> SideBySide {
    let library = Arc::new(library.clone());
    let inputs = Inputs {
        library: &library,
        columns,
        rows: 36,
        own: &[],
        words: "",
        least: Tier::Series,
        is_linear,
        is_finding: false,
        prepared: &Prepared::default(),
    };
    content(&inputs, from, to)
}

/// The words of the rows of a stop.
fn at(page: &SideBySide, library: &Library, stop: usize) -> String {
    page.rows_of(stop).map(|row| page.row(library, row, stop).words()).collect::<Vec<_>>().join(" / ")
}

#[test]
fn left_and_right_choose_the_story_and_up_and_down_stay_in_it() {
    let library = differing();
    let page = page(&library, (CALL, SUMMIT), 116, false);
    let story = |stop: usize| page.source(&library, stop).unwrap().story;
    let day = page.step(0, Towards::Down).unwrap();
    assert_eq!(story(day), CALL, "{}", at(&page, &library, day));
    let right = page.step(day, Towards::Right).unwrap();
    assert_eq!(story(right), SUMMIT);
    assert_eq!(page.step(right, Towards::Right), None);
    assert_eq!(page.step(right, Towards::Left), Some(day));
    let below = page.step(right, Towards::Down).unwrap();
    assert_eq!(story(below), SUMMIT, "{}", at(&page, &library, below));
    assert_eq!(page.step(below, Towards::Up), Some(right));
}

#[test]
fn disagreements_are_lit_and_walked_round_and_round() {
    let library = differing();
    let page = page(&library, (CALL, SUMMIT), 116, false);
    assert_eq!(page.count().unwrap(), "1 disagreement ≠");
    let stop = page.disagreement(0, true).unwrap();
    assert!(at(&page, &library, stop).starts_with("≠ day 21 May 2031"), "{}", at(&page, &library, stop));
    assert_eq!(page.disagreement(stop, true), Some(stop), "there is only one");
    assert_eq!(page.disagreement(0, false), Some(stop));
}

#[test]
fn quotations_that_are_one_in_other_words_stand_in_one_row() {
    let library = differing();
    let page = page(&library, (CALL, SUMMIT), 116, false);
    let rows: Vec<String> = (0..page.rows()).map(|row| page.row(&library, row, 0).words()).collect();
    assert!(rows.iter().any(|row| row == "Quotations 1 quotation in common"), "{rows:#?}");
    let row = rows.iter().find(|row| row.starts_with("± words")).unwrap();
    assert!(row.contains("We have agreed") && row.contains("It was agreed"), "{row}");
}

#[test]
fn every_stop_leads_to_words_and_every_row_can_be_drawn_however_narrow_it_is() {
    let library = differing();
    for pair in [(CALL, SUMMIT), (SUMMIT, CALL), (ROUND, SERIES), (ALONE, CALL), (CALL, CALL)] {
        for columns in (1..140).step_by(7) {
            let page = page(&library, pair, columns, false);
            for row in 0..=page.rows() {
                let cells = page.row(&library, row, 0).cells;
                assert!(cells.iter().all(|cell| !cell.words.contains('\n')), "{cells:?}");
            }
            let mut before = 0;
            for stop in 0..page.stops() {
                let rows = page.rows_of(stop);
                assert!(
                    rows.start >= before && rows.end <= page.rows() && !rows.is_empty(),
                    "{columns} {stop} {rows:?}"
                );
                before = rows.start;
                let shown = page.columns_of(stop).map_or(0, |columns| columns.start);
                let found = page.stop_at(rows.start, shown).unwrap();
                assert_eq!(page.rows_of(found), rows, "{columns} {stop}");
                match page.target(&library, stop).unwrap() {
                    Target::Passage(source) => assert!(!source.words(&library).is_empty()),
                    Target::View(View::Meeting(_)) => {}
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

#[test]
fn a_row_is_said_with_whoever_tells_it() {
    let library = differing();
    let page = page(&library, (CALL, SUMMIT), 80, true);
    let rows: Vec<String> = (0..page.rows()).map(|row| page.row(&library, row, 0).told()).collect();
    for words in [
        "They disagree. Day: Northwire tells 21 May 2031, story B tells 20 May 2031.",
        "Both tell. Status: held.",
        "Both quote, in other words. Northwire: Astrid Halvorsen: “We have agreed",
    ] {
        assert!(rows.iter().any(|row| row.starts_with(words)), "{words}: {rows:#?}");
    }
    assert!(rows.iter().all(|row| !row.contains(['≠', '≈'])), "{rows:#?}");
}

#[test]
fn stories_without_a_common_meeting_say_so_and_name_the_series_that_both_name() {
    let library = library();
    let first = |pair| page(&library, pair, 116, false).row(&library, 0, 0).words();
    assert_eq!(first((ALONE, CALL)), "These stories tell of no meeting in common.");
    let both = page(&library, (ROUND, SERIES), 116, false);
    let told = both.row(&library, 1, 0).words();
    assert!(told.starts_with("= series Lindholm talks"), "{told}");
    let stories = [0, 1].map(|stop| both.source(&library, stop).map(|source| source.story));
    assert_eq!(stories, [Some(ROUND), Some(SERIES)], "each side leads to the words that name it");
    let gone = page(&library, (CALL, 90), 116, false);
    assert_eq!((gone.rows(), gone.stops()), (0, 0));
}

#[test]
fn the_words_that_tell_of_a_meeting_stand_behind_its_heading() {
    let library = library();
    let page = page(&library, (CALL, SUMMIT), 116, false);
    assert!(matches!(page.target(&library, 0), Some(Target::View(View::Meeting(_)))));
    assert_eq!(page.source(&library, 0).map(|source| source.story), Some(CALL));
}

#[test]
fn what_one_story_alone_tells_is_never_cut_without_a_word() {
    use crate::dossier::comparison::{Agreement, Aspect, Fact, Told, Value};
    let library = library();
    let fact = |number: usize, agreement: Agreement| {
        let passage = library.stories[CALL].meetings[0].evidence[0];
        let told = Told { value: Value::Words(format!("Name {number}")), source: Source { story: CALL, passage } };
        let told = if agreement == Agreement::OnlyLeft { [Some(told), None] } else { [None, Some(told)] };
        Fact { aspect: Aspect::Name(NameKind::Person), agreement, told }
    };
    let told = |left: usize, right: usize| {
        let mut beside: Vec<Fact> = (0..left).map(|number| fact(number, Agreement::OnlyLeft)).collect();
        beside.extend((0..right).map(|number| fact(number, Agreement::OnlyRight)));
        let comparison = Comparison { beside, ..Comparison::default() };
        let shared = Arc::new(library.clone());
        let inputs = Inputs {
            library: &shared,
            columns: 116,
            rows: 36,
            own: &[],
            words: "",
            least: Tier::Series,
            is_linear: false,
            is_finding: false,
            prepared: &Prepared::default(),
        };
        let grid = Grid::new(116, false);
        let names = Names(["Northwire".to_owned(), "the Gazette".to_owned()]);
        let (items, rest) =
            (facts::items(&inputs, grid, &comparison, &names), facts::rest(&inputs, grid, &comparison, &names));
        let count =
            |items: &[Item]| items.iter().flat_map(|item| &item.sides).filter(|side| side.target.is_some()).count();
        let said = items.iter().find(|item| item.spoken.starts_with("and ")).map(|item| item.spoken.clone());
        (count(&items), count(&rest), said.unwrap_or_default())
    };
    assert_eq!(told(8, 3), (11, 0, String::new()));
    assert_eq!(told(15, 3), (9, 9, "and 9 more told by Northwire, at the end.".to_owned()));
    assert_eq!(told(15, 10), (12, 13, "and 9 more told by Northwire, 4 by the Gazette, at the end.".to_owned()));
}
