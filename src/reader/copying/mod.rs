//! What is taken from a story: words, citations, the whole of it.
//!
//! **In:** a story, and passages of it. **Out:** text for another program, clean and in whole lines. **Why:** line breaks
//! and hyphens of a page are no part of what was written, and a quotation is worth as much as its source.

mod plain;
#[cfg(test)]
mod tests;

pub use crate::export::citation::{Dating, citation, is_web_address, quotation};
pub use plain::{as_it_is, paragraphs, to_be_paged, whole};
