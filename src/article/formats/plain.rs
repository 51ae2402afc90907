//! Plain text: one story a file.
//!
//! **In:** the text of a file. **Out:** one record. **Why:** most saved stories are just that.

use super::{Fault, Record};
use crate::text::sanitise::sanitise;

/// The file's story.
pub(super) fn read(id: &str, text: &str) -> (Vec<Record>, Vec<Fault>) {
    let text = sanitise(text).text;
    if text.trim().is_empty() {
        return (Vec::new(), vec![Fault::new(None, "has no text, only white space; save the story's text in it")]);
    }
    (vec![Record { id: id.to_owned(), text: text.into_owned(), ..Record::default() }], Vec::new())
}
