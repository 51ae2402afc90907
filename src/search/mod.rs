//! A query and a library in, the stories that match out, best first.
//!
//! **In:** what the reader has typed so far, and a [`Library`](crate::library::Library).
//! **Out:** [`Match`]es: which story, and how well; [`Lit`]: which letters of its title, outlet or names matched.
//! **Why:** a filter that shows where it matched can be trusted at a glance; it runs on every key.

mod choose;
mod complete;
mod filter;
mod find;
#[cfg(test)]
mod fixture;
mod haystack;
mod matcher;
mod names;
mod phrase;
pub mod query;

pub use choose::{Chosen, choose};
pub use complete::{Choice, Completion, Sought, complete, field_help};
pub use filter::{Filter, Lit, Match};
pub use find::{Searched, find};
pub use names::{FoundName, FoundNames, NameFilter};
pub use query::{NameQuery, Query, QueryError};
