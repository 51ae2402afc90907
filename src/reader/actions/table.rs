//! The table of actions.
//!
//! **In:** nothing. **Out:** [`TABLE`]. **Why:** the keymap, the hint line, the help, the palette and the documentation
//! are all made from it.

use super::{Command, Context, Group};

/// One command as the reader sees it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Its name in a configuration.
    pub name: &'static str,
    /// Its heading in the help.
    pub group: Group,
    /// The keys it has from the start, as [`Key`](crate::reader::keymap::Key) reads them.
    pub keys: &'static [&'static str],
    /// Where it works.
    pub contexts: &'static [Context],
    /// Its label in the hint line, if it is worth the room; neighbours with the same label share it.
    pub hint: Option<&'static str>,
    /// One line of help, which can be read without its neighbours.
    pub help: &'static str,
}

const fn entry(
    command: Command,
    name: &'static str,
    group: Group,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    help: &'static str,
) -> Entry {
    Entry { command, name, group, keys, contexts, hint: None, help }
}

impl Entry {
    const fn hint(mut self, label: &'static str) -> Self {
        self.hint = Some(label);
        self
    }
}

const READING: &[Context] = &[Context::List, Context::Text];
const EVERYWHERE: &[Context] = &[Context::List, Context::Text, Context::View];
const MOVING: &[Context] = &[Context::List, Context::Text, Context::View, Context::Overlay];
const FOLLOWING: &[Context] = &[Context::Text, Context::View];
const VIEW: &[Context] = &[Context::View];
const LIST: &[Context] = &[Context::List];
const TEXT: &[Context] = &[Context::Text];
const FINDING: &[Context] = &[Context::Text, Context::View, Context::Overlay];
const FILTER: &[Context] = &[Context::Filter];
const TYPING: &[Context] = &[Context::Filter, Context::Find, Context::Prompt, Context::Picker];
const ERASING: &[Context] = &[Context::Filter, Context::Find, Context::Prompt, Context::Picker, Context::Letter];
const PROMPT: &[Context] = &[Context::Prompt];
const SELECT: &[Context] = &[Context::Select];
const TAKING: &[Context] = &[Context::Text, Context::Select, Context::View];
const CITING: &[Context] = &[Context::List, Context::Text, Context::Select, Context::View];
const FIND: &[Context] = &[Context::Find];
const PICKER: &[Context] = &[Context::Picker];
const OVERLAY: &[Context] = &[Context::Overlay];
const LOOKING: &[Context] = &[Context::List, Context::Text, Context::Select, Context::View, Context::Overlay];
const LOOKING_AT: &[Context] = &[Context::List, Context::Text, Context::View];
const LETTER: &[Context] = &[Context::Letter];
const CHOOSING: &[Context] = &[
    Context::List,
    Context::Filter,
    Context::Text,
    Context::Select,
    Context::View,
    Context::Overlay,
    Context::Find,
    Context::Prompt,
    Context::Picker,
    Context::Letter,
];

/// Every command. The order is that of the hint line and of the help.
pub const TABLE: &[Entry] = {
    use super::{Correct as E, Select as S, Take as T};
    use Command as C;
    use Group::{Arrange, Correct, Edit, Find, Follow, Keep, Look, Move, Program, Select, Take};
    &[
        entry(C::Open, "open", Move, &["Enter", "l", "Right"], LIST, "read the story").hint("read"),
        entry(
            C::Follow,
            "follow",
            Follow,
            &["Enter"],
            FOLLOWING,
            "go to the same meeting in the other story, or to what the row tells of",
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
            READING,
            "previous story of this meeting, or of the series",
        )
        .hint("story of this meeting"),
        entry(C::NextStory, "next-story", Follow, &["]"], READING, "next story of this meeting, or of the series")
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
            "letters on all links in sight; typed, they are followed",
        ),
        entry(C::Places, "places", Follow, &["H"], EVERYWHERE, "where you were, to pick from"),
        entry(C::Outline, "outline", Move, &["O"], READING, "outline of the story: headings, or paragraphs"),
        entry(
            C::NamePage,
            "name-page",
            Follow,
            &["i"],
            LOOKING_AT,
            "who is this? the page of a name in the passage or in sight",
        ),
        entry(C::LeaveLetter, "leave-letter", Move, &["Esc"], LETTER, "leave it").hint("leave"),
        entry(C::Stories, "stories", Look, &["1"], EVERYWHERE, "the stories: list and text"),
        entry(C::Meetings, "meetings", Look, &["2"], EVERYWHERE, "all meetings, by day").hint("views"),
        entry(C::Names, "names", Look, &["3"], EVERYWHERE, "all names: people, organisations, places").hint("views"),
        entry(C::Map, "map", Look, &["4"], EVERYWHERE, "a map of what stands around the story").hint("views"),
        entry(C::Why, "why", Look, &["w"], EVERYWHERE, "why two stories are linked: the words and the reasons")
            .hint("why"),
        entry(C::Peek, "peek", Follow, &["p"], EVERYWHERE, "look at what Enter leads to, without going there")
            .hint("peek"),
        entry(
            C::WhyNot,
            "why-not",
            Look,
            &["W"],
            EVERYWHERE,
            "why the story is linked with another, or why not: pick one",
        ),
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
        entry(
            C::Find,
            "find",
            Find,
            &["/"],
            FINDING,
            "look for words in the story, the help, the messages; narrow a view",
        )
        .hint("find"),
        entry(C::FindBack, "find-back", Find, &["Alt-/"], TEXT, "look for words towards the top"),
        entry(C::FindNext, "find-next", Find, &["n"], FINDING, "the next place of what is looked for").hint("next"),
        entry(C::FindPrevious, "find-previous", Find, &["N"], FINDING, "the place before"),
        entry(C::FindName, "find-name", Find, &["*"], TEXT, "look for the name in focus"),
        entry(C::FindAccept, "find-accept", Edit, &["Enter"], FIND, "keep what was found").hint("keep"),
        entry(C::FindCancel, "find-cancel", Edit, &["Esc"], FIND, "back to where you were").hint("cancel"),
        entry(C::ClearFilter, "clear-filter", Find, &["Esc"], LIST, "clear the filter").hint("clear filter"),
        entry(C::Accept, "accept", Edit, &["Enter"], FILTER, "read the chosen story").hint("read"),
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
        entry(
            C::Select(S::Begin),
            "select",
            Select,
            &["v"],
            TEXT,
            "select from the passage in focus on, or the first sentence",
        ),
        entry(C::Take(T::Selected), "copy-selected", Take, &["Enter"], SELECT, "copy what is selected").hint("copy"),
        entry(
            C::Select(S::Sentence),
            "select-sentence",
            Select,
            &[")"],
            SELECT,
            "to the end of the sentence, then the next",
        )
        .hint("sentence"),
        entry(
            C::Select(S::SentenceBack),
            "select-sentence-back",
            Select,
            &["("],
            SELECT,
            "to the beginning of the sentence",
        )
        .hint("sentence"),
        entry(C::Select(S::Word), "select-word", Select, &["w", "e"], SELECT, "a word on").hint("word"),
        entry(C::Select(S::WordBack), "select-word-back", Select, &["b"], SELECT, "a word back").hint("word"),
        entry(
            C::Select(S::Paragraph),
            "select-paragraph",
            Select,
            &["}"],
            SELECT,
            "to the end of the paragraph, then the next",
        ),
        entry(
            C::Select(S::ParagraphBack),
            "select-paragraph-back",
            Select,
            &["{"],
            SELECT,
            "to the beginning of the paragraph",
        ),
        entry(C::Select(S::Left), "select-left", Select, &["h", "Left"], SELECT, "a letter back"),
        entry(C::Select(S::Right), "select-right", Select, &["l", "Right"], SELECT, "a letter on"),
        entry(C::Select(S::Down), "select-down", Select, &["j", "Down"], SELECT, "a row down"),
        entry(C::Select(S::Up), "select-up", Select, &["k", "Up"], SELECT, "a row up"),
        entry(
            C::Select(S::RowStart),
            "select-row-start",
            Select,
            &["0", "Home"],
            SELECT,
            "to the beginning of the row",
        ),
        entry(C::Select(S::RowEnd), "select-row-end", Select, &["$", "End"], SELECT, "to the end of the row"),
        entry(
            C::Select(S::PageDown),
            "select-page-down",
            Select,
            &["C-d", "Space", "PageDown"],
            SELECT,
            "half a page down",
        ),
        entry(C::Select(S::PageUp), "select-page-up", Select, &["C-u", "PageUp"], SELECT, "half a page up"),
        entry(C::Select(S::Top), "select-top", Select, &["g"], SELECT, "to the beginning of the story"),
        entry(C::Select(S::Bottom), "select-bottom", Select, &["G"], SELECT, "to the end of the story"),
        entry(C::Select(S::Swap), "select-swap", Select, &["o"], SELECT, "let the other end move").hint("other end"),
        entry(C::Select(S::End), "select-end", Select, &["Esc", "v", "q"], SELECT, "select nothing any more")
            .hint("end"),
        entry(
            C::Take(T::Words),
            "copy",
            Take,
            &["y y"],
            TAKING,
            "copy what is selected, or the passage or sentence in focus",
        ),
        entry(C::Take(T::Sentence), "copy-sentence", Take, &["y s"], TAKING, "copy the sentence"),
        entry(
            C::Take(T::Quotation),
            "copy-quotation",
            Take,
            &["y q"],
            TAKING,
            "copy a quotation, with where it comes from",
        ),
        entry(C::Take(T::Citation), "copy-citation", Take, &["y c"], CITING, "copy outlet, title, day and address"),
        entry(
            C::Take(T::Dossier),
            "copy-dossier",
            Take,
            &["y d"],
            EVERYWHERE,
            "copy the dossier of the page, the meeting in focus, or the story, as Markdown",
        ),
        entry(C::Take(T::DossierFile), "write-dossier", Take, &["y D"], EVERYWHERE, "write the dossier into a file"),
        entry(C::Take(T::Story), "copy-story", Take, &["y a"], CITING, "copy the whole story"),
        entry(C::Take(T::Path), "copy-path", Take, &["y p"], CITING, "copy the path of the file"),
        entry(C::Take(T::Address), "copy-address", Take, &["y u"], CITING, "copy the address of the story"),
        entry(
            C::Take(T::Editor),
            "open-editor",
            Take,
            &["o e"],
            EVERYWHERE,
            "open the file in the editor, at this line",
        ),
        entry(C::Take(T::Pager), "open-pager", Take, &["o p"], EVERYWHERE, "read the text in the pager"),
        entry(
            C::Take(T::Browser),
            "open-browser",
            Take,
            &["o u"],
            EVERYWHERE,
            "open the address of the story in the browser",
        ),
        entry(C::Star, "star", Keep, &["s"], READING, "give the story a star, or take it away"),
        entry(C::ToggleRead, "toggle-read", Keep, &["u"], READING, "mark the story as unread, or as read"),
        entry(C::Tag, "tag", Keep, &["#"], READING, "change the tags of the story"),
        entry(C::Note, "note", Keep, &["a"], READING, "write a note on the story"),
        entry(C::StarAll, "star-all", Keep, &["A s"], LIST, "give every listed story a star"),
        entry(C::ReadAll, "read-all", Keep, &["A r"], LIST, "mark every listed story as read"),
        entry(C::UnreadAll, "unread-all", Keep, &["A u"], LIST, "mark every listed story as unread"),
        entry(
            C::Undo,
            "undo",
            Keep,
            &["U"],
            EVERYWHERE,
            "take the last change to stories, or the last correction, back",
        ),
        entry(C::Correct(E::Same), "same-name", Correct, &["e s"], EVERYWHERE, "two names are one and the same"),
        entry(
            C::Correct(E::Apart),
            "not-same-name",
            Correct,
            &["e a"],
            EVERYWHERE,
            "mentions of a name are someone else",
        ),
        entry(C::Correct(E::Rename), "rename", Correct, &["e r"], EVERYWHERE, "write a name otherwise"),
        entry(
            C::Correct(E::Kind),
            "wrong-kind",
            Correct,
            &["e k"],
            EVERYWHERE,
            "say what a name names: a person, a place, an organisation",
        ),
        entry(C::Correct(E::Never), "never-a-name", Correct, &["e n"], EVERYWHERE, "words are never a name"),
        entry(
            C::Correct(E::SameMeeting),
            "same-meeting",
            Correct,
            &["e m"],
            EVERYWHERE,
            "the meeting in focus is the same as another",
        ),
        entry(
            C::Correct(E::OtherMeeting),
            "not-same-meeting",
            Correct,
            &["e x"],
            EVERYWHERE,
            "the meeting in focus is not that of other stories",
        ),
        entry(
            C::Correct(E::Date),
            "wrong-date",
            Correct,
            &["e d"],
            EVERYWHERE,
            "the day of a meeting or of a story is wrong",
        ),
        entry(
            C::Corrections,
            "corrections",
            Correct,
            &["E"],
            EVERYWHERE,
            "everything that was corrected, to look at and take back",
        ),
        entry(
            C::RemoveCorrection,
            "remove-correction",
            Correct,
            &["d", "Delete"],
            VIEW,
            "take the correction under the cursor out of the list",
        )
        .hint("take out"),
        entry(C::AcceptPrompt, "accept-prompt", Edit, &["Enter"], PROMPT, "keep what is typed").hint("keep"),
        entry(C::CancelPrompt, "cancel-prompt", Edit, &["Esc"], PROMPT, "leave it as it was").hint("cancel"),
        entry(C::Zen, "zen", Arrange, &["z"], READING, "the text alone, and back"),
        entry(C::WiderMeasure, "wider-measure", Arrange, &[", m"], READING, "longer lines of text"),
        entry(C::NarrowerMeasure, "narrower-measure", Arrange, &[", M"], READING, "shorter lines of text"),
        entry(
            C::Justify,
            "justify",
            Arrange,
            &[", j"],
            READING,
            "let lines end at the margin, or where their words do",
        ),
        entry(
            C::Hyphenate,
            "hyphenate",
            Arrange,
            &[", h"],
            READING,
            "divide English words at the ends of lines, or not",
        ),
        entry(C::LineSpacing, "line-spacing", Arrange, &[", l"], READING, "a blank row between lines of text, or none"),
        entry(C::Margins, "margins", Arrange, &[", i"], READING, "narrow, normal or wide margins"),
        entry(C::WiderList, "wider-list", Arrange, &["+"], READING, "a wider list"),
        entry(C::NarrowerList, "narrower-list", Arrange, &["-"], READING, "a narrower list"),
        entry(C::TallerPanel, "taller-panel", Arrange, &["Alt-+"], EVERYWHERE, "a taller panel"),
        entry(C::LowerPanel, "lower-panel", Arrange, &["Alt--"], EVERYWHERE, "a lower panel"),
        entry(C::Palette, "palette", Program, &[":", "C-p"], LOOKING, "find an action by its name and carry it out")
            .hint("actions"),
        entry(C::Queries, "queries", Find, &["F2"], READING, "ask one of the saved queries").hint("queries"),
        entry(C::Sort, "sort", Find, &[", s"], READING, "choose the order of the list"),
        entry(
            C::GroupBy,
            "group",
            Find,
            &[", g"],
            READING,
            "choose the groups of the list: days, outlets, meetings, series",
        ),
        entry(C::Fold, "fold", Find, &["x"], LIST, "fold the group at the cursor, or unfold it"),
        entry(C::FoldAll, "fold-all", Find, &["X"], LIST, "fold all groups, or unfold them"),
        entry(C::JumpToDay, "jump-to-day", Find, &["@"], LIST, "go to the story nearest to a day, a month or a year"),
        entry(C::Saved(1), "saved-query-1", Find, &["Alt-1"], READING, "ask the first of the saved queries"),
        entry(C::Saved(2), "saved-query-2", Find, &["Alt-2"], READING, "ask the second of the saved queries"),
        entry(C::Saved(3), "saved-query-3", Find, &["Alt-3"], READING, "ask the third of the saved queries"),
        entry(C::Saved(4), "saved-query-4", Find, &["Alt-4"], READING, "ask the fourth of the saved queries"),
        entry(C::Saved(5), "saved-query-5", Find, &["Alt-5"], READING, "ask the fifth of the saved queries"),
        entry(C::Saved(6), "saved-query-6", Find, &["Alt-6"], READING, "ask the sixth of the saved queries"),
        entry(C::Saved(7), "saved-query-7", Find, &["Alt-7"], READING, "ask the seventh of the saved queries"),
        entry(C::Saved(8), "saved-query-8", Find, &["Alt-8"], READING, "ask the eighth of the saved queries"),
        entry(C::Saved(9), "saved-query-9", Find, &["Alt-9"], READING, "ask the ninth of the saved queries"),
        entry(C::Themes, "themes", Program, &[", t"], EVERYWHERE, "choose a theme: the screen wears it at once"),
        entry(C::Pick, "pick", Edit, &["Enter"], PICKER, "take the chosen line").hint("take"),
        entry(C::NextItem, "next-item", Edit, &["Down", "C-n", "C-j", "Tab"], PICKER, "the next line"),
        entry(C::PreviousItem, "previous-item", Edit, &["Up", "C-p", "C-k", "S-Tab"], PICKER, "the line before"),
        entry(C::LeastSure, "least-sure", Follow, &[", c"], EVERYWHERE, "how sure links are at least that are shown"),
        entry(C::Messages, "messages", Program, &["M"], EVERYWHERE, "what was said: events, warnings, errors"),
        entry(
            C::SwitchPersons,
            "switch-persons",
            Program,
            &["t p"],
            READING,
            "highlight names of persons, or no longer",
        ),
        entry(
            C::SwitchOrganisations,
            "switch-organisations",
            Program,
            &["t o"],
            READING,
            "highlight names of organisations, or no longer",
        ),
        entry(
            C::SwitchPlaces,
            "switch-places",
            Program,
            &["t l"],
            READING,
            "highlight names of places (locations), or no longer",
        ),
        entry(C::SwitchGroups, "switch-groups", Program, &["t g"], READING, "highlight names of groups, or no longer"),
        entry(C::SwitchEvents, "switch-events", Program, &["t e"], READING, "highlight names of events, or no longer"),
        entry(
            C::SwitchDocuments,
            "switch-documents",
            Program,
            &["t d"],
            READING,
            "highlight names of documents, or no longer",
        ),
        entry(C::SwitchNames, "switch-names", Program, &["t a"], READING, "highlight all kinds of names, or none"),
        entry(C::Mouse, "mouse", Program, &[", x"], EVERYWHERE, "hand the mouse to the terminal, or take it"),
        entry(C::Skipped, "not-read", Program, &["!"], EVERYWHERE, "the files that could not be read, and why")
            .hint("not read"),
        entry(C::Help, "help", Program, &["?", "F1"], EVERYWHERE, "this help").hint("help"),
        entry(
            C::Close,
            "close",
            Program,
            &["Esc", "q", "?", "Enter", "!", "M"],
            OVERLAY,
            "close what is laid over the screen",
        )
        .hint("close"),
        entry(C::ClosePicker, "close-picker", Edit, &["Esc"], PICKER, "close the list").hint("close"),
        entry(
            C::Linear,
            "linear",
            Program,
            &[", r"],
            EVERYWHERE,
            "linear mode, for screen readers: one thing below the other, in words",
        ),
        entry(
            C::SpokenLabels,
            "spoken-labels",
            Program,
            &["t s"],
            READING,
            "kinds of names in linear mode: at the first mention, at all, at none",
        ),
        entry(
            C::WhereAmI,
            "where-am-i",
            Program,
            &["="],
            EVERYWHERE,
            "tell where you are, and in linear mode the keys",
        ),
        entry(C::Redraw, "redraw", Program, &["C-l"], CHOOSING, "draw the screen anew"),
        entry(C::Suspend, "suspend", Program, &["C-z"], CHOOSING, "suspend; fg in the shell brings it back"),
        entry(C::Quit, "quit", Program, &["q"], READING, "quit").hint("quit"),
        entry(C::QuitAnywhere, "quit-anywhere", Program, &["C-c"], CHOOSING, "quit, wherever you are"),
    ]
};
