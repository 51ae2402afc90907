//! Bytes in, safe Unicode text out: the ground floor of the house.
//!
//! **In:** the bytes of a file, or any string from outside (a file name, a record's field).
//! **Out:** text without escape sequences or invisible controls, and the tools that every later room needs to
//! look at text: ranges ([`Span`]), folding for comparison, display width, and wrapping into rows.
//! **Why:** articles are untrusted. Everything that may reach a terminal passes through this room once, so that
//! no other room has to think about it.

pub mod decode;
pub mod fold;
pub mod hyphenation;
pub mod justify;
pub mod letters;
pub mod offsets;
pub mod sanitise;
pub mod span;
pub mod width;
pub mod wrap;
pub mod written;

pub use span::Span;
