//! The table of actions.
//!
//! **In:** its parts. **Out:** [`TABLE`]. **Why:** the keymap, the hint line, the help, the palette and the documentation
//! are all made from it.

mod arranging;
mod reading;
mod taking;

use super::Entry;

/// The parts, in the order of the hint line and of the help.
const PARTS: [&[Entry]; 3] = [reading::ROWS, taking::ROWS, arranging::ROWS];

/// Every command. The order is that of the hint line and of the help.
pub const TABLE: &[Entry] = &joined::<{ PARTS[0].len() + PARTS[1].len() + PARTS[2].len() }>();

/// The parts one after the other.
#[expect(clippy::indexing_slicing, reason = "the compiler works it out: a wrong index ends the build")]
const fn joined<const LENGTH: usize>() -> [Entry; LENGTH] {
    let mut all = [PARTS[0][0]; LENGTH];
    let (mut part, mut at) = (0, 0);
    while part < PARTS.len() {
        let mut row = 0;
        while row < PARTS[part].len() {
            all[at] = PARTS[part][row];
            at += 1;
            row += 1;
        }
        part += 1;
    }
    all
}
