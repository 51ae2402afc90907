//! Plain text: one story a file.
//!
//! **In:** the text of a file. **Out:** one record. **Why:** most saved stories are just that.

use super::{Fault, Found, Reached, Record};
use crate::text::written;

/// The file's story.
pub(super) fn read(id: &str, text: &str, _: Reached<'_>) -> Found {
    let (text, written) = written::read(text);
    if text.trim().is_empty() {
        let why = "has no text, only white space; save the story's text in it";
        return Found { faults: vec![Fault::new(None, why)], ..Found::default() };
    }
    let record = Record { id: id.to_owned(), text, written, ..Record::default() };
    Found { records: vec![record], ..Found::default() }
}
