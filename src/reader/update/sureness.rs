//! How sure links have to be to be shown.
//!
//! **In:** the wish for another threshold. **Out:** fewer links in the list, in the text and in the panel, or all of them
//! again; and what is shown now.

use crate::reader::model::Model;
use crate::reader::model::sureness::{next, spoken, told};

/// Shows the next fewer links, or all of them again.
pub(super) fn cycle(model: &mut Model) {
    let least = next(model.least);
    model.show_links_from(least);
    let words = if model.is_linear() { spoken(least) } else { told(least) };
    model.say(words);
}
