//! One annotated article in, the meetings that it tells of out.
//!
//! **In:** an article and its [`Annotations`].
//! **Out:** a [`Story`]: the article with its [`MeetingMention`]s (one for each meeting, however often it is told)
//! and the series it names.
//! **Why:** what one outlet says about one meeting, with the words that say it, is the unit that `links` compares.

mod types;

pub use types::{
    MeetingDate, MeetingKind, MeetingMention, MeetingPlace, Participant, SeriesId, SeriesMention, Status, Story,
};
