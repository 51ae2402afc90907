//! Moving, following, looking at all stories, finding, typing.
//!
//! **In:** nothing. **Out:** these rows of the table. **Why:** they stand together in the help.

use crate::reader::actions::entry::{
    ERASING, EVERYWHERE, Entry, FILTER, FIND, FINDING, FOLLOWING, LETTER, LIST, LOOKING_AT, MOVING, READING, TEXT,
    TYPING, VIEW, entry,
};
use crate::reader::actions::{Command, Group};

pub(super) const ROWS: &[Entry] = {
    use Command as C;
    use Group::{Edit, Find, Follow, Look, Move};
    &[
        entry(C::Open, "open", Move, &["Enter", "l", "Right"], LIST, "read the story").hint("read"),
        entry(
            C::Follow,
            "follow",
            Follow,
            &["Enter"],
            FOLLOWING,
            "go on to the same meeting, or to what the row tells",
        )
        .hint("follow"),
        entry(C::NextMark, "next-mark", Follow, &["Tab"], EVERYWHERE, "next passage about a meeting, or the next row")
            .hint("next passage"),
        entry(
            C::PreviousMark,
            "previous-mark",
            Follow,
            &["S-Tab"],
            EVERYWHERE,
            "previous passage about a meeting, or the row before",
        ),
        entry(
            C::PreviousStory,
            "previous-story",
            Follow,
            &["["],
            EVERYWHERE,
            "previous story of this meeting, or of the series",
        )
        .hint("story of this meeting"),
        entry(C::NextStory, "next-story", Follow, &["]"], EVERYWHERE, "next story of this meeting, or of the series")
            .hint("story of this meeting"),
        entry(C::NextOther, "next-other", Follow, &["J", "S-Down"], EVERYWHERE, "choose the next of the other stories"),
        entry(C::PreviousOther, "previous-other", Follow, &["K", "S-Up"], EVERYWHERE, "choose the one before"),
        entry(C::Back, "back", Follow, &["C-o", "Backspace", "Alt-Left"], EVERYWHERE, "back to where you came from")
            .hint("back"),
        entry(C::Forward, "forward", Follow, &["Alt-Right", "C-i"], EVERYWHERE, "forward again").hint("forward"),
        entry(C::SetMark, "set-mark", Move, &["m"], READING, "set a mark at this place; a letter follows"),
        entry(C::GoToMark, "go-to-mark", Move, &["'"], READING, "go to a mark, by its letter; ' for the place before"),
        entry(
            C::LinkLabels,
            "link-labels",
            Follow,
            &["f"],
            READING,
            "letters on all links in sight: type them to follow",
        ),
        entry(C::Places, "places", Follow, &["H"], EVERYWHERE, "where you were, to pick from"),
        entry(C::Outline, "outline", Move, &["O"], READING, "outline of the story: headings, or paragraphs"),
        entry(C::Dating, "dating", Follow, &["D"], EVERYWHERE, "how the day of the story or meeting is known"),
        entry(C::NamePage, "name-page", Follow, &["i"], LOOKING_AT, "who is this? the page of a name here or in sight"),
        entry(C::LeaveLetter, "leave-letter", Move, &["Esc"], LETTER, "leave it").hint("leave"),
        entry(C::Stories, "stories", Look, &["1"], EVERYWHERE, "the stories: list and text"),
        entry(C::Meetings, "meetings", Look, &["2"], EVERYWHERE, "all meetings, by day").hint("views"),
        entry(C::Names, "names", Look, &["3"], EVERYWHERE, "all names: people, organisations, places").hint("views"),
        entry(C::Map, "map", Look, &["4"], EVERYWHERE, "a map of what stands around the story").hint("views"),
        entry(C::Why, "why", Look, &["w"], EVERYWHERE, "why two stories are linked: words and reasons").hint("why"),
        entry(C::Peek, "peek", Follow, &["p"], EVERYWHERE, "look at what Enter leads to, without going there")
            .hint("peek"),
        entry(C::WhyNot, "why-not", Look, &["W"], EVERYWHERE, "why the story is linked with another, or why not"),
        entry(C::Compare, "compare", Look, &["c"], EVERYWHERE, "the story side by side with the other one")
            .hint("compare"),
        entry(C::NextDisagreement, "next-disagreement", Look, &["}"], VIEW, "what the stories disagree about next"),
        entry(C::PreviousDisagreement, "previous-disagreement", Look, &["{"], VIEW, "what they disagree about before"),
        entry(
            C::LeftInView,
            "left-in-view",
            Look,
            &["Left", "h"],
            VIEW,
            "to the left: the other side, or the node there",
        ),
        entry(C::RightInView, "right-in-view", Look, &["Right", "l"], VIEW, "to the right"),
        entry(C::LeaveView, "leave-view", Look, &["Esc", "q"], VIEW, "leave the view for where you came from")
            .hint("leave"),
        entry(C::Leave, "leave", Move, &["Esc", "h", "Left"], TEXT, "back to the list").hint("list"),
        entry(C::Filter, "filter", Find, &["/"], LIST, "filter the stories: words, fields, phrases").hint("filter"),
        entry(C::Find, "find", Find, &["/"], FINDING, "look for words in story or help; narrow a view").hint("find"),
        entry(C::FindBack, "find-back", Find, &["Alt-/"], TEXT, "look for words towards the top"),
        entry(C::FindNext, "find-next", Find, &["n"], FINDING, "the next place of what is looked for").hint("next"),
        entry(C::FindPrevious, "find-previous", Find, &["N"], FINDING, "the place before"),
        entry(C::FindName, "find-name", Find, &["*"], TEXT, "look for the name in focus"),
        entry(C::FindAccept, "find-accept", Edit, &["Enter"], FIND, "keep what was found").hint("keep"),
        entry(C::FindCancel, "find-cancel", Edit, &["Esc"], FIND, "back to where you were").hint("cancel"),
        entry(C::ClearFilter, "clear-filter", Find, &["Esc"], LIST, "clear the filter").hint("clear filter"),
        entry(C::Accept, "accept", Edit, &["Enter"], FILTER, "read the chosen story; in a view, keep the list")
            .hint("read"),
        entry(C::Cancel, "cancel", Edit, &["Esc"], FILTER, "clear the filter, then leave it").hint("clear"),
        entry(C::Complete, "complete", Edit, &["Tab"], FILTER, "complete a field or a value; again for the next one")
            .hint("complete"),
        entry(C::CompleteBack, "complete-back", Edit, &["S-Tab"], FILTER, "complete with the choice before"),
        entry(C::OlderQuery, "older-query", Edit, &["Up"], FILTER, "the match before, or else the query asked before"),
        entry(C::NewerQuery, "newer-query", Edit, &["Down"], FILTER, "the query after it, or else the next match"),
        entry(C::NextMatch, "next-match", Edit, &["C-n", "C-j"], FILTER, "choose the next match"),
        entry(C::PreviousMatch, "previous-match", Edit, &["C-p", "C-k"], FILTER, "choose the match before"),
        entry(C::Down, "down", Move, &["j", "Down"], MOVING, "down a line, or to the next story"),
        entry(C::Up, "up", Move, &["k", "Up"], MOVING, "up a line, or to the story before"),
        entry(C::HalfPageDown, "half-page-down", Move, &["C-d"], MOVING, "down half a page"),
        entry(C::HalfPageUp, "half-page-up", Move, &["C-u"], MOVING, "up half a page"),
        entry(C::PageDown, "page-down", Move, &["Space", "PageDown", "C-f"], MOVING, "down a page"),
        entry(C::PageUp, "page-up", Move, &["PageUp", "C-b"], MOVING, "up a page"),
        entry(C::Top, "top", Move, &["g", "Home"], MOVING, "to the top"),
        entry(C::Bottom, "bottom", Move, &["G", "End"], MOVING, "to the end"),
        entry(C::CursorLeft, "cursor-left", Edit, &["Left", "C-b"], TYPING, "one character to the left"),
        entry(C::CursorRight, "cursor-right", Edit, &["Right", "C-f"], TYPING, "one character to the right"),
        entry(C::CursorHome, "cursor-home", Edit, &["Home", "C-a"], TYPING, "to the beginning"),
        entry(C::CursorEnd, "cursor-end", Edit, &["End", "C-e"], TYPING, "to the end"),
        entry(C::EraseLeft, "erase-left", Edit, &["Backspace", "C-h"], ERASING, "erase to the left"),
        entry(C::EraseRight, "erase-right", Edit, &["Delete", "C-d"], TYPING, "erase to the right"),
        entry(C::EraseWord, "erase-word", Edit, &["C-w", "Alt-Backspace"], TYPING, "erase the word to the left"),
        entry(C::EraseLine, "erase-line", Edit, &["C-u"], TYPING, "erase everything to the left"),
    ]
};
