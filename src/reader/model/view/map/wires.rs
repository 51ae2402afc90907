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

/// Where lines go from a place: up, down, left, right.
type Ways = [bool; 4];

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
        let plain = self.ways(row, &|_, _| true);
        let bright = self.ways(row, &lit);
        let sign = |(plain, bright): (Ways, Ways)| {
            if bright.contains(&true) { (heavy(bright), true) } else { (light(plain), false) }
        };
        plain.into_iter().zip(bright).map(sign).collect()
    }

    /// Where the lines go that count, at every place of a row.
    fn ways(&self, row: usize, counts: &dyn Fn(usize, usize) -> bool) -> Vec<Ways> {
        let mut ways = vec![[false; 4]; self.columns];
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
                if let Some(place) = ways.get_mut(track).filter(|_| (from..=to).contains(&row)) {
                    place[0] |= row > from;
                    place[1] |= row < to;
                    place[2] |= left == row;
                    place[3] |= hub.row == row;
                }
            }
        }
        for (column, place) in ways.iter_mut().enumerate() {
            let passes = comes_to.is_some_and(|end| column < end) || goes_from.is_some_and(|start| column > start);
            // A line that is only crossed is not touched.
            let is_upright = place[0] || place[1];
            if passes && !is_upright {
                (place[2], place[3]) = (true, true);
            } else if passes && place[2] {
                place[3] = true;
            }
        }
        ways
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

/// The sign for lines to these sides.
pub(super) fn light(ways: Ways) -> char {
    sign(ways, ['│', '─', '╭', '╮', '╰', '╯', '├', '┤', '┬', '┴', '•'])
}

/// The same for lines that are lit.
pub(super) fn heavy(ways: Ways) -> char {
    sign(ways, ['┃', '━', '┏', '┓', '┗', '┛', '┣', '┫', '┳', '┻', '●'])
}

fn sign([up, down, left, right]: Ways, signs: [char; 11]) -> char {
    let [upright, level, right_below, left_below, right_above, left_above, no_left, no_right, no_up, no_down, all] =
        signs;
    match (up, down, left, right) {
        (false, false, false, false) => ' ',
        (_, _, false, false) => upright,
        (false, false, _, _) => level,
        (false, true, false, true) => right_below,
        (false, true, true, false) => left_below,
        (true, false, false, true) => right_above,
        (true, false, true, false) => left_above,
        (true, true, false, true) => no_left,
        (true, true, true, false) => no_right,
        (false, true, true, true) => no_up,
        (true, false, true, true) => no_down,
        (true, true, true, true) => all,
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(drawn, "\n─╮\n ┏━\n━┛\n");
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
}
