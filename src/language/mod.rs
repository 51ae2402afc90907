//! An [`Article`](crate::article::Article) in, its words understood: sentences, names, dates.
//!
//! **In:** the article's text and blocks.
//! **Out:** [`Annotations`]: tokens, sentences, [`Name`]s with their mentions, [`When`]s with calendar values, and the
//! article's own date with the reasons for it.
//! **Why:** a meeting is people, a place and a day; this room finds those three, without knowing what a meeting is.

mod calendar;
mod types;

pub use calendar::{Interval, Precision, days_between};
pub use types::{
    Annotations, EntityId, Form, Name, NameKind, NameMention, Part, Passage, Published, Sentence, Token, TokenKind,
    When,
};
