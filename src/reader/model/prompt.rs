//! A line of words that a key asks for: the tags of a story, a note.

use super::input::Input;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The tags of a story, with commas between them.
    Tags,
    /// A note on a story.
    Note,
    /// A day, a month or a year to go to in the list.
    Day,
}

impl Asked {
    /// What stands before the line.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Tags => "tags, with commas: ",
            Self::Note => "note: ",
            Self::Day => "go to: ",
        }
    }

    /// What can be typed, for whoever has not typed anything yet.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Tags | Self::Note => "",
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
}

impl Prompt {
    /// With what is there already.
    pub fn new(asked: Asked, story: usize, written: &str) -> Self {
        let mut input = Input::default();
        input.set(written, "");
        Self { asked, story, input, mistake: None }
    }
}

/// Tags as they were typed, in order, each once.
pub fn tags(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> =
        typed.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
    tags.sort();
    tags.dedup();
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_put_in_order_and_kept_once() {
        assert_eq!(tags(" b, a ,,b, to check"), ["a", "b", "to check"]);
        assert!(tags(" , ").is_empty());
    }
}
