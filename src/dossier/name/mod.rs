//! A library in; who and what is named in it, and everything that is said of one name, out.
//!
//! **In:** a [`Library`](crate::library::Library).
//! **Out:** [`Names`], looked through once; from it the [`Counts`] of a list and the [`NameDossier`] of one name: how it is
//! written and called, its offices, the meetings it took part in, who is named beside it, its mentions by article.
//! **Why:** a name may be mentioned fifty thousand times; its page has to open at once and its counts have to be right
//! before anything is drawn, so that what costs a pass over the library is done once.
//!
//! The way: `index` numbers the names of every story and the meetings of every name; `counts` counts for a list;
//! `page` gathers one name from `written` (spellings and descriptions), `offices` (the tables of facts), `met` and
//! `company` (who is named beside it); `concordance` cuts a mention's sentence to columns; `course` spreads stories
//! over time.

mod company;
mod concordance;
mod counts;
mod course;
mod index;
mod met;
mod offices;
mod page;
#[cfg(test)]
mod tests;
mod written;

pub use company::{Association, Beside};
pub use concordance::{Columns, Line, sentence_of};
pub use counts::Counts;
pub use course::{Course, Unit};
pub use index::Names;
pub use met::{Met, Part};
pub use offices::{Calling, Office, offices};
pub use page::{MentionPlace, NameDossier, NameSummary};
pub use written::Written;
