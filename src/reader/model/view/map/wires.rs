//! Lines between two columns.
//!
//! **In:** which row on the left is joined to which row on the right. **Out:** for every row between them the signs that
//! draw the lines. **Why:** lines that cross must not look joined, and those of the thing under the cursor must stand out
//! without colours.
//!
//! Every row on the right (a hub) has a vertical line of its own, as far to the left as it meets no other; what is joined
//! to it comes in from the left. Where a line goes through another one and is joined to it there is a dot, as in the plan of a
//! circuit; two lines that only cross do not touch: the horizontal one is left out there. The rows of the left and the right
//! have to be different ones.

/// Lines that end on the right at one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hub {
    /// The row on the right.
    pub(super) row: usize,
    /// The rows on the left that are joined to it.
    pub(super) joined: Vec<usize>,
}

/// Lines that are drawn between two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wires {
    hubs: Vec<Hub>,
    /// The column of each hub's vertical line.
    tracks: Vec<usize>,
    columns: usize,
}

/// Where lines go from a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four sides, each with a line or without one")]
struct Place {
    up: bool,
    down: bool,
    left: bool,
    right: bool,
    /// Whether a level line goes through without being joined to an upright one.
    passes: bool,
}

impl Wires {
    /// Finds a place for every line in so many columns; hubs that have no room share a line with others.
    pub(super) fn new(hubs: Vec<Hub>, columns: usize) -> Self {
        let most = columns.saturating_sub(2).max(1);
        let tracks: Vec<usize> = placed(&hubs).into_iter().map(|track| track.min(most - 1)).collect();
        // The lines stand evenly in the room that there is.
        let used = tracks.iter().max().map_or(1, |last| last + 1);
        let tracks = tracks.into_iter().map(|track| 1 + track * most / used + most / used / 2).collect();
        Self { hubs, tracks, columns }
    }

    /// The signs of a row, each with whether it belongs to a lit line; `lit` tells that of the line between two rows.
    pub(super) fn row(&self, row: usize, lit: impl Fn(usize, usize) -> bool) -> Vec<(char, bool)> {
        let plain = self.places(row, &|_, _| true);
        let bright = self.places(row, &lit);
        plain.into_iter().zip(bright).map(|(plain, bright)| sign(plain, bright)).collect()
    }

    /// Where the lines go that count, at every place of a row.
    fn places(&self, row: usize, counts: &dyn Fn(usize, usize) -> bool) -> Vec<Place> {
        let mut places = vec![Place::default(); self.columns];
        // How far a line comes in from the left, and whence one goes out to the right.
        let mut comes_to = None;
        let mut goes_from = None;
        for (hub, &track) in self.hubs.iter().zip(&self.tracks) {
            for &left in hub.joined.iter().filter(|left| counts(**left, hub.row)) {
                let (from, to) = (left.min(hub.row), left.max(hub.row));
                if left == row {
                    comes_to = comes_to.max(Some(track));
                }
                if hub.row == row {
                    goes_from = Some(track);
                }
                if let Some(place) = places.get_mut(track).filter(|_| (from..=to).contains(&row)) {
                    place.up |= row > from;
                    place.down |= row < to;
                    place.left |= left == row;
                    place.right |= hub.row == row;
                }
            }
        }
        for (column, place) in places.iter_mut().enumerate() {
            let comes = comes_to.is_some_and(|end| column < end);
            let goes = goes_from.is_some_and(|start| column > start);
            if place.left || place.right {
                // It is joined to the upright line here, and may go on.
                place.right |= comes;
                place.left |= goes;
            } else {
                place.passes = comes || goes;
            }
        }
        places
    }
}

/// How many vertical lines stand beside each other where none shares a column with another one.
pub(super) fn tracks(hubs: &[Hub]) -> usize {
    placed(hubs).into_iter().max().map_or(0, |last| last + 1)
}

/// The place of each hub's vertical line among them, from the left.
fn placed(hubs: &[Hub]) -> Vec<usize> {
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let place = |hub: &Hub| {
        let (from, to) = hub.extent();
        let is_free = |track: &Vec<(usize, usize)>| track.iter().all(|(start, end)| to < *start || *end < from);
        let track = taken.iter().position(is_free).unwrap_or(taken.len());
        match taken.get_mut(track) {
            Some(known) => known.push((from, to)),
            None => taken.push(vec![(from, to)]),
        }
        track
    };
    hubs.iter().map(place).collect()
}

impl Hub {
    /// The first and the last row that its lines touch.
    fn extent(&self) -> (usize, usize) {
        let rows = self.joined.iter().copied().chain([self.row]);
        (rows.clone().min().unwrap_or(self.row), rows.max().unwrap_or(self.row))
    }
}

/// The sign of a place, and whether it belongs to a lit line: `bright` are those of its lines that do. Each arm of a sign is
/// as heavy as its line, so that no line ends in a gap where another one leaves it.
fn sign(plain: Place, bright: Place) -> (char, bool) {
    let is_lit = bright != Place::default();
    if plain.passes {
        let is_upright = plain.up || plain.down;
        // Of two lines that only cross the lit one is whole; else the upright one.
        let is_level = !is_upright || bright.passes && !(bright.up || bright.down);
        return match (is_level, bright.passes, bright.up || bright.down) {
            (true, true, _) => ('━', true),
            (true, false, _) => ('─', false),
            (false, _, true) => ('┃', true),
            (false, ..) => ('│', false),
        };
    }
    let arm = |plain: bool, bright: bool| usize::from(plain || bright) + usize::from(bright);
    let ways = [
        arm(plain.up, bright.up),
        arm(plain.down, bright.down),
        arm(plain.left, bright.left || bright.passes),
        arm(plain.right, bright.right || bright.passes),
    ];
    (drawn(ways), is_lit)
}

/// The sign whose arms up, down, left and right are these: 0 for none, 1 for a light line, 2 for a heavy one.
fn drawn([up, down, left, right]: [usize; 4]) -> char {
    // Lines that are joined on all sides have a dot, as in the plan of a circuit: a cross would look like two that pass.
    const UPRIGHT: [[char; 3]; 3] = [[' ', '╷', '╻'], ['╵', '│', '╽'], ['╹', '╿', '┃']];
    const LEVEL: [[char; 3]; 3] = [[' ', '╶', '╺'], ['╴', '─', '╼'], ['╸', '╾', '━']];
    // By the upright arm, then by the level one.
    const UP_LEFT: [[char; 2]; 2] = [['╯', '┙'], ['┚', '┛']];
    const UP_RIGHT: [[char; 2]; 2] = [['╰', '┕'], ['┖', '┗']];
    const DOWN_LEFT: [[char; 2]; 2] = [['╮', '┑'], ['┒', '┓']];
    const DOWN_RIGHT: [[char; 2]; 2] = [['╭', '┍'], ['┎', '┏']];
    // By the arms in line with each other, then by the third.
    const NO_LEFT: [[[char; 2]; 2]; 2] = [[['├', '┝'], ['┟', '┢']], [['┞', '┡'], ['┠', '┣']]];
    const NO_RIGHT: [[[char; 2]; 2]; 2] = [[['┤', '┥'], ['┧', '┪']], [['┦', '┩'], ['┨', '┫']]];
    const NO_UP: [[[char; 2]; 2]; 2] = [[['┬', '┰'], ['┮', '┲']], [['┭', '┱'], ['┯', '┳']]];
    const NO_DOWN: [[[char; 2]; 2]; 2] = [[['┴', '┸'], ['┶', '┺']], [['┵', '┹'], ['┷', '┻']]];
    let two = |table: [[char; 2]; 2], one: usize, other: usize| {
        table.get(one - 1).and_then(|row| row.get(other - 1)).copied().unwrap_or(' ')
    };
    let three = |table: [[[char; 2]; 2]; 2], one: usize, other: usize, third: usize| {
        table.get(one - 1).map_or(' ', |rest| two(*rest, other, third))
    };
    let straight = |table: [[char; 3]; 3], one: usize, other: usize| {
        table.get(one).and_then(|row| row.get(other)).copied().unwrap_or(' ')
    };
    match [up, down, left, right] {
        [_, _, 0, 0] => straight(UPRIGHT, up, down),
        [0, 0, _, _] => straight(LEVEL, left, right),
        [_, 0, _, 0] => two(UP_LEFT, up, left),
        [_, 0, 0, _] => two(UP_RIGHT, up, right),
        [0, _, _, 0] => two(DOWN_LEFT, down, left),
        [0, _, 0, _] => two(DOWN_RIGHT, down, right),
        [_, _, 0, _] => three(NO_LEFT, up, down, right),
        [_, _, _, 0] => three(NO_RIGHT, up, down, left),
        [0, _, _, _] => three(NO_UP, left, right, down),
        [_, 0, _, _] => three(NO_DOWN, left, right, up),
        [1, 1, 1, 1] => '•',
        _ => '●',
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(hubs: &[(usize, &[usize])], columns: usize, rows: usize, lit: impl Fn(usize, usize) -> bool) -> String {
        let hubs = hubs.iter().map(|(row, joined)| Hub { row: *row, joined: joined.to_vec() }).collect();
        let wires = Wires::new(hubs, columns);
        let row = |row| wires.row(row, &lit).into_iter().map(|(sign, _)| sign).collect::<String>();
        (0..rows).map(|number| row(number).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn two_on_the_left_come_together_at_one_on_the_right() {
        assert_eq!(drawn(&[(2, &[1, 3])], 3, 5, |_, _| false), "\n─╮\n ├─\n─╯\n");
    }

    #[test]
    fn lines_that_cross_do_not_touch() {
        // The first hub is joined to the last row on the left, the second one to the first.
        let drawn = drawn(&[(1, &[4]), (3, &[0])], 6, 5, |_, _| false);
        assert_eq!(drawn, "────╮\n  ╭─│─\n  │ │\n  │ ╰─\n──╯", "{drawn}");
    }

    #[test]
    fn what_is_lit_is_drawn_with_other_signs() {
        let drawn = drawn(&[(2, &[1, 3])], 3, 5, |left, _| left == 3);
        assert_eq!(drawn, "\n─╮\n ┢━\n━┛\n");
    }

    #[test]
    fn a_line_that_is_joined_to_another_one_and_goes_on_has_a_dot_there() {
        // The row on the left is joined to both hubs, of which the first has another line from below.
        let drawn = drawn(&[(0, &[1, 2]), (3, &[1])], 6, 4, |_, _| false);
        assert_eq!(drawn, "  ╭───\n──•─╮\n──╯ │\n    ╰─", "{drawn}");
    }

    #[test]
    fn hubs_far_from_each_other_share_a_column() {
        let drawn = drawn(&[(0, &[1]), (3, &[4])], 3, 5, |_, _| false);
        assert_eq!(drawn, " ╭─\n─╯\n\n ╭─\n─╯");
    }

    #[test]
    fn a_line_that_leaves_a_lit_one_is_joined_to_it() {
        // The row on the left is joined to a lit hub below and to one above that is not.
        let hubs = [(0, &[2][..]), (4, &[2])];
        assert_eq!(drawn(&hubs, 6, 5, |_, right| right == 4), "  ╭───\n  │\n━━┷━┓\n    ┃\n    ┗━");
        assert_eq!(drawn(&hubs, 6, 5, |_, right| right == 0), "  ┏━━━\n  ┃\n━━┹─╮\n    │\n    ╰─");
    }

    #[test]
    fn of_two_lines_that_cross_the_lit_one_is_whole() {
        let hubs = [(1, &[4][..]), (3, &[0])];
        assert_eq!(drawn(&hubs, 6, 5, |left, _| left == 4), "────╮\n  ┏━━━\n  ┃ │\n  ┃ ╰─\n━━┛");
        assert_eq!(drawn(&hubs, 6, 5, |left, _| left == 0), "━━━━┓\n  ╭─┃─\n  │ ┃\n  │ ┗━\n──╯");
    }

    /// The arms of a sign.
    fn arms(sign: char) -> [usize; 4] {
        let all = (0..81).map(|number| [number / 27, number / 9 % 3, number / 3 % 3, number % 3]);
        all.into_iter().find(|ways| super::drawn(*ways) == sign).unwrap_or_else(|| panic!("{sign}"))
    }

    #[test]
    fn each_sign_of_two_or_three_arms_is_another_one() {
        let all = (0..81).map(|number| [number / 27, number / 9 % 3, number / 3 % 3, number % 3]);
        let signs: Vec<char> =
            all.filter(|ways: &[usize; 4]| ways.contains(&0)).map(super::drawn).filter(|sign| *sign != ' ').collect();
        let different: std::collections::BTreeSet<char> = signs.iter().copied().collect();
        assert_eq!((signs.len(), different.len()), (64, 64));
    }

    proptest! {
        #[test]
        fn every_line_goes_on_as_heavy_as_it_is_until_it_is_joined_or_crossed(
            rows in prop::collection::vec(prop::collection::vec(0usize..12, 1..5), 1..6), lit in 0usize..12
        ) {
            // Rows on the left are even ones, those on the right odd.
            let hubs = rows.iter().enumerate().map(|(number, joined)| {
                Hub { row: number * 2 + 1, joined: joined.iter().map(|row| row * 2).collect() }
            });
            let wires = Wires::new(hubs.collect(), 40);
            let drawn: Vec<Vec<char>> = (0..26)
                .map(|row| wires.row(row, |left, _| left == lit * 2).into_iter().map(|(sign, _)| sign).collect())
                .collect();
            let arms = |row: usize, column: usize| match drawn[row][column] {
                // Joined on all sides: as heavy as whatever comes there.
                '•' | '●' => None,
                sign => Some(arms(sign)),
            };
            let is_crossed = |[up, down, left, right]: [usize; 4], is_upright: bool| {
                if is_upright { up + down == 0 && left == right && left > 0 } else { left + right == 0 && up == down && up > 0 }
            };
            for row in 0..26 {
                for column in 0..39 {
                    if let (Some(one), Some(other)) = (arms(row, column), arms(row, column + 1)) {
                        let is_whole = one[3] == other[2] || is_crossed(one, false) || is_crossed(other, false);
                        prop_assert!(is_whole, "row {row}, column {column}: {:#?}", drawn);
                    }
                    if row < 25 && let (Some(one), Some(other)) = (arms(row, column), arms(row + 1, column)) {
                        let is_whole = one[1] == other[0] || is_crossed(one, true) || is_crossed(other, true);
                        prop_assert!(is_whole, "row {row}, column {column}: {:#?}", drawn);
                    }
                }
            }
        }
    }
}
