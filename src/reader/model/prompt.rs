//! A line of words that a key asks for: the tags of a story, a note.
//!
//! **In:** what is typed. **Out:** clean words to be kept. **Why:** one line serves all that is asked for in words, with the
//! same keys as the filter.

use super::input::Input;
use crate::text::fold::folded;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The tags of a story, with commas between them.
    Tags,
    /// A note on a story.
    Note,
    /// A day, a month or a year to go to in the list.
    Day,
    /// How to write a name.
    Rename,
    /// The day of a meeting.
    MeetingDay,
    /// The day of a story.
    StoryDay,
    /// The name of a file for a dossier.
    File,
}

impl Asked {
    /// What stands before the line.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Tags => "tags, with commas: ",
            Self::Note => "note: ",
            Self::Day => "go to: ",
            Self::Rename => "is written: ",
            Self::MeetingDay => "the meeting was on: ",
            Self::StoryDay => "the story is of: ",
            Self::File => "write to: ",
        }
    }

    /// What can be typed, for whoever has not typed anything yet.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Tags | Self::Note | Self::Rename | Self::File => "",
            Self::MeetingDay => "2017-11-20, 20 November 2017, 2017-11-20..2017-11-22",
            Self::StoryDay => "2017-11-20, 20 November 2017",
            Self::Day => "2017, 2017-11, 2017-11-13, <2017 …",
        }
    }
}

/// A line that is being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for.
    pub asked: Asked,
    /// For which story.
    pub story: usize,
    /// What is typed.
    pub input: Input,
    /// What is wrong with it.
    pub mistake: Option<String>,
    /// For a file, the name that was looked up last, and whether there is one of that name.
    pub looked_up: Option<(String, bool)>,
}

impl Prompt {
    /// With what is there already.
    pub fn new(asked: Asked, story: usize, written: &str) -> Self {
        let mut input = Input::default();
        input.set(written, "");
        Self { asked, story, input, mistake: None, looked_up: None }
    }
}

impl Prompt {
    /// What is to be known of what is typed, though it is no mistake.
    pub fn note(&self) -> Option<&'static str> {
        let (name, is_there) = self.looked_up.as_ref()?;
        (*is_there && *name == self.input.text()).then_some("this name is taken; the file gets a number")
    }
}

/// Tags as they were typed, in order, each once: without the `#` that stands before them on the screen, and of those that
/// `tag:` cannot tell apart, the one that was typed first.
pub fn tags(typed: &str) -> Vec<String> {
    let clean = |tag: &str| tag.trim().trim_start_matches('#').trim_start().to_owned();
    let mut tags: Vec<(String, String)> =
        typed.split(',').map(clean).filter(|tag| !tag.is_empty()).map(|tag| (folded(&tag), tag)).collect();
    // The sort keeps the order of equal ones.
    tags.sort_by(|one, other| one.0.cmp(&other.0));
    tags.dedup_by(|later, first| later.0 == first.0);
    tags.into_iter().map(|(_, tag)| tag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_put_in_order_and_kept_once() {
        assert_eq!(tags(" b, a ,,b, to check"), ["a", "b", "to check"]);
        assert!(tags(" , , # ").is_empty());
    }

    #[test]
    fn a_tag_has_no_sign_before_it_and_no_second_one_in_another_case() {
        assert_eq!(tags("#d, ##d, Éclair, eclair, b, B"), ["b", "d", "Éclair"]);
    }
}
