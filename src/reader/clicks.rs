//! Clicks that belong together.
//!
//! **In:** actions, and when they came. **Out:** the same, a quick second or third click on one cell as
//! [`Action::ClickAgain`]. **Why:** `update` has no clock, and terminals count no clicks.

use std::time::{Duration, Instant};

use super::actions::Action;

/// Clicks on one cell that are closer together belong together: the usual time of desktops.
const TOGETHER: Duration = Duration::from_millis(400);

/// The last click, and how many came before it in one go.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(u16, u16, Instant)>,
    times: u8,
}

impl Clicks {
    /// The action, with the count of a click that came in one go with others.
    pub(super) fn count(&mut self, action: Action, now: Instant) -> Action {
        let Action::Click { column, row } = action else { return action };
        let together = |(c, r, at): (u16, u16, Instant)| (c, r) == (column, row) && now.duration_since(at) <= TOGETHER;
        self.times = if self.last.is_some_and(together) { self.times.saturating_add(1) } else { 1 };
        self.last = Some((column, row, now));
        if self.times > 1 { Action::ClickAgain { column, row, times: self.times } } else { action }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_clicks_on_one_cell_are_counted_and_slow_ones_or_those_beside_it_are_not() {
        let mut clicks = Clicks::default();
        let begun = Instant::now();
        let mut click = |column, milliseconds| match clicks
            .count(Action::Click { column, row: 3 }, begun + Duration::from_millis(milliseconds))
        {
            Action::ClickAgain { times, .. } => times,
            _ => 1,
        };
        assert_eq!([click(5, 0), click(5, 200), click(5, 500)], [1, 2, 3]);
        assert_eq!(click(5, 1000), 1, "too late");
        assert_eq!(click(6, 1100), 1, "another cell");
        assert_eq!(click(6, 1200), 2);
    }

    #[test]
    fn what_is_no_click_passes() {
        assert_eq!(Clicks::default().count(Action::Release, Instant::now()), Action::Release);
    }
}
