//! Dateline reads a folder of news articles and shows who met whom, where and when.
//!
//! # A tour of the house
//!
//! The rooms stand in the order in which the data walks through them. Each uses only the rooms before it
//! (`tests/architecture.rs` reads the `use` lines and keeps it so).
//!
//! | room | what enters → what leaves |
//! |---|---|
//! | [`text`] | bytes → safe Unicode text, ranges into it, folding, width, wrapped rows |
//! | [`article`] | text of one file → [`article::Article`]: title, outlet, dateline, blocks |
//! | [`language`] | article → [`language::Annotations`]: sentences, names, dates |
//! | [`meetings`] | the above → [`meetings::Story`]: what one article says of each meeting |
//! | [`links`] | all stories → [`links::Connections`]: meetings across articles, series, links with reasons |
//! | [`library`] | paths → [`library::Library`]: scan, read in parallel, analyse |
//! | [`dossier`] | library → what all stories together say of a meeting, a name, two stories |
//! | [`search`] | query + library → ranked stories |
//! | [`export`] | library → JSON, JSONL |
//! | [`reader`] | the terminal reader: model, actions, views |
//! | [`cli`] | arguments, subcommands, exit codes |
//! | `training` | labelled texts → the weights of the recogniser of names; only with the feature of that name |
//!
//! Text is stored once, as UTF-8, in [`article::Article::text`]; names, dates, meetings, evidence and rows on the
//! screen are byte ranges into it ([`text::Span`]). Only where a text was written with soft hyphens or the like is that
//! kept beside it, for exports ([`text::written`]). Start reading at [`library::Library`], which holds everything, and
//! follow a type that interests you down to the room that makes it.

// The reader's fixture is compiled into unit tests and integration tests alike and names this crate from outside.
#[cfg(test)]
extern crate self as dateline;

pub mod article;
pub mod cli;
pub mod dossier;
pub mod export;
pub mod language;
pub mod library;
pub mod links;
pub mod meetings;
pub mod reader;
pub mod search;
pub mod text;
#[cfg(feature = "training")]
pub mod training;
