use super::*;

const LOW: Window = Window { rows: 3, step: 1 };

fn matches(count: usize) -> Vec<Match> {
    (0..count).map(|story| Match { story: story + 10, ..Match::default() }).collect()
}

fn list(count: usize) -> Stories {
    let mut stories = Stories::default();
    stories.list(matches(count), Vec::new());
    stories
}

/// Groups of these sizes; those that are negative are folded.
fn grouped(sizes: &[isize]) -> Stories {
    let mut from = 0;
    let mut groups = Vec::new();
    for (group, size) in sizes.iter().enumerate() {
        groups.push(ListedGroup::new(group, from, size.unsigned_abs(), *size < 0));
        from += size.unsigned_abs();
    }
    let mut stories = Stories::default();
    stories.list(matches(from), groups);
    stories
}

#[test]
fn the_choice_stays_on_the_list() {
    let mut stories = list(3);
    stories.go(-5);
    assert_eq!(stories.chosen(), Some(10));
    stories.go(isize::MAX);
    assert_eq!(stories.chosen(), Some(12));
    let mut none = list(0);
    none.go(1);
    assert_eq!(none.chosen(), None);
}

#[test]
fn the_window_follows_the_choice() {
    let mut stories = list(10);
    stories.go(4);
    stories.reveal(LOW);
    assert_eq!(stories.top, 2);
    stories.go(-4);
    stories.reveal(LOW);
    assert_eq!(stories.top, 0);
}

#[test]
fn the_window_can_be_moved_away_from_the_choice_but_not_off_the_list() {
    let mut stories = list(10);
    let window = Window { rows: 11, step: 3 };
    stories.scroll(100, window);
    assert_eq!((stories.top, stories.cursor), (6, 0));
    stories.scroll(-100, window);
    assert_eq!(stories.top, 0);
    stories.scroll(6, window);
    assert_eq!(stories.top, 6);
}

#[test]
fn a_story_that_is_not_listed_leaves_the_choice_alone() {
    let mut stories = list(3);
    stories.go(1);
    assert!(!stories.choose(99));
    assert_eq!(stories.chosen(), Some(11));
    assert!(stories.choose(12));
    assert_eq!(stories.chosen(), Some(12));
}

#[test]
fn heads_stand_before_their_stories_and_the_choice_goes_over_both() {
    let mut stories = grouped(&[2, -3, 1]);
    assert_eq!((stories.lines(), stories.len()), (6, 6));
    assert_eq!(stories.chosen(), Some(10), "the first story is chosen, not the head above it");
    let lines: Vec<Line> = (0..stories.lines()).filter_map(|at| stories.line(at)).collect();
    let expected = [Line::Head(0), Line::Story(0), Line::Story(1), Line::Head(1), Line::Head(2), Line::Story(5)];
    assert_eq!(lines, expected);
    stories.go(2);
    assert_eq!((stories.chosen(), stories.chosen_head()), (None, Some(1)));
    stories.go(isize::MAX);
    assert_eq!(stories.chosen(), Some(15));
}

#[test]
fn where_all_is_folded_the_first_head_is_chosen() {
    let stories = grouped(&[-2, -3]);
    assert_eq!((stories.cursor, stories.chosen_head(), stories.lines()), (0, Some(0), 2));
}

#[test]
fn folding_leaves_the_choice_on_its_story_or_on_the_head_of_its_group() {
    let mut stories = grouped(&[2, 3, 1]);
    assert!(stories.choose(15));
    stories.fold(|group| group == 0);
    assert_eq!(stories.chosen(), Some(15));
    stories.fold(|group| group == 2);
    assert_eq!(stories.chosen_head(), Some(2));
    stories.fold(|_| false);
    assert_eq!(stories.chosen_head(), Some(2));
    assert!(stories.choose(13));
    stories.fold(|_| true);
    assert!(stories.choose(11), "it is listed, under its head");
    assert_eq!(stories.chosen_head(), Some(0));
}

#[test]
fn rows_are_counted_with_heads_of_one_and_stories_of_three() {
    let stories = grouped(&[2, -3, 1]);
    let window = Window { rows: 10, step: 3 };
    let rows: Vec<usize> = stories.in_sight(window).map(|(row, ..)| row).collect();
    assert_eq!(rows, [0, 1, 4, 7, 8, 9]);
    assert_eq!(stories.whole(window), 5);
    assert_eq!(stories.line_at(0, window), Some(0));
    assert_eq!(stories.line_at(3, window), Some(1), "the blank row belongs to the story above it");
    assert_eq!(stories.line_at(7, window), Some(3));
    assert_eq!(stories.line_at(40, window), None);
}

#[test]
fn the_window_ends_with_the_last_line() {
    for sizes in [&[2, -3, 1][..], &[4], &[1, 1, 1, 1], &[-1, -1, 5]] {
        for rows in 1..14 {
            for step in [1, 2, 3] {
                let mut stories = grouped(sizes);
                let window = Window { rows, step };
                stories.scroll(isize::MAX, window);
                let last = stories.lines() - 1;
                assert!(stories.in_sight(window).any(|(_, at, _)| at == last), "{sizes:?} {rows} {step}");
                stories.go(isize::MAX);
                let before = stories.top;
                stories.reveal(window);
                assert_eq!(stories.top, before, "{sizes:?} {rows} {step}");
            }
        }
    }
}
