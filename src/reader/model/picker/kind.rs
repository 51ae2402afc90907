//! What lists to pick from are for, and what each sort of them says.

use crate::reader::actions::Correct;
use crate::reader::layout::OVERLAY_WIDTH;

/// What a picker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All actions that do something here.
    Palette,
    /// Saved queries.
    Queries,
    /// Orders of the list.
    Sort,
    /// What groups of the list have in common.
    GroupBy,
    /// Places behind and ahead.
    Places,
    /// Stories to compare one with.
    Compare,
    /// Headings of a story.
    Outline,
    /// Paragraphs of a story without headings.
    Paragraphs,
    /// What tells the day of a story.
    Dating,
    /// The other story of two, linked ones first.
    Others,
    /// Themes, which the screen wears while they are chosen from.
    Themes,
    /// Names, one of which is asked about.
    Who,
    /// Names, one of which is corrected.
    Correct(Correct),
    /// Names, one of which is another's.
    SameAs,
    /// In which stories.
    Scope,
    /// Whether two names that are written alike are one.
    Taken,
    /// Kinds of names.
    KindOf,
    /// Mentions that are someone else's.
    Apart,
    /// Words that are never a name.
    Never,
    /// Meetings, one of which is the same.
    SameMeeting,
    /// Tellings that are of another meeting.
    OtherMeeting,
    /// Tellings that are of no meeting.
    NoMeeting,
    /// Days, one of which is wrong.
    WhichDay,
}

impl Kind {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Palette => "Actions",
            Self::Queries => "Saved queries",
            Self::Sort => "Order of the list",
            Self::GroupBy => "Groups of the list",
            Self::Places => "Where you were, the latest first",
            Self::Compare => "Compare with: the nearest first",
            Self::Outline => "Outline: headings and meetings",
            Self::Paragraphs => "Outline: no headings, so paragraphs",
            Self::Dating => "How the day is known",
            Self::Others => "Why linked, or why not: with which story?",
            Self::Themes => "Themes",
            Self::Who => "Who is this?",
            Self::Correct(Correct::Same) => "Two names for one: which is the first of them?",
            Self::Correct(Correct::Apart) => "One name for two people or things: which name?",
            Self::Correct(Correct::Rename) => "Which name is to be written in another way?",
            Self::Correct(Correct::Kind) => "Which name is of the wrong kind?",
            Self::Correct(_) => "Which of these is not a name at all?",
            Self::SameAs => "The same as which name?",
            Self::Scope => "In which stories?",
            Self::Taken => "Another name is written so already",
            Self::KindOf => "What does it name?",
            Self::Apart => "Which mentions are someone else?",
            Self::Never => "Which words are never a name?",
            Self::SameMeeting => "The same as which meeting?",
            Self::OtherMeeting => "Not the meeting of which story?",
            Self::NoMeeting => "No meeting at all: as told where?",
            Self::WhichDay => "Which day is wrong?",
        }
    }

    /// Whether it lies over list and text. Themes can only be judged where both stay in sight.
    pub const fn covers(self) -> bool {
        !matches!(self, Self::Themes)
    }

    /// How many columns its lines take at most: titles and sentences take more than names and actions.
    pub const fn width(self) -> u16 {
        /// For what would be cut in fewer.
        const WIDE: u16 = 112;
        match self {
            Self::Places
            | Self::Compare
            | Self::Outline
            | Self::Paragraphs
            | Self::Dating
            | Self::Others
            | Self::Apart
            | Self::SameMeeting
            | Self::OtherMeeting
            | Self::NoMeeting
            | Self::WhichDay => WIDE,
            _ => OVERLAY_WIDTH,
        }
    }

    /// What it says where no line matches.
    pub(super) const fn unmatched(self) -> &'static str {
        match self {
            Self::Palette => "No action is called so.",
            Self::Sort => "No order is called so.",
            Self::GroupBy => "No groups are called so.",
            Self::Places => "No place is in a story with such a title.",
            Self::Compare => "No other story has such a title or file.",
            Self::Outline => "No heading or passage has these words.",
            Self::Paragraphs => "No paragraph begins with these words.",
            Self::Queries => "No saved query is called so.",
            Self::Others => "No story has such a title, outlet or file.",
            Self::Themes => "No theme is called so.",
            Self::Who | Self::Correct(_) | Self::SameAs => "No name is written so.",
            Self::SameMeeting => "No meeting has these words.",
            _ => "Nothing here has these words.",
        }
    }

    /// What it says where there is no line at all.
    pub(super) const fn empty(self) -> &'static str {
        match self {
            Self::Queries => {
                "No query is saved yet. Write one into config.toml under [queries], as in: calls = \"kind:call\""
            }
            Self::Others => "There is no other story.",
            _ => "There is nothing to choose from.",
        }
    }
}
