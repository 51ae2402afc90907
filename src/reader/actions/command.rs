//! The commands that keys are bound to, where they work and under which heading they stand.

/// What a key can be bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table holds one line of help for each, which is shown to readers as well")]
pub enum Command {
    Down,
    Up,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Open,
    Leave,
    Filter,
    ClearFilter,
    Accept,
    Cancel,
    NextMatch,
    PreviousMatch,
    Complete,
    CompleteBack,
    OlderQuery,
    NewerQuery,
    CursorLeft,
    CursorRight,
    CursorHome,
    CursorEnd,
    EraseLeft,
    EraseRight,
    EraseWord,
    EraseLine,
    NextMark,
    PreviousMark,
    Follow,
    NextStory,
    PreviousStory,
    NextOther,
    PreviousOther,
    Back,
    Forward,
    Stories,
    Meetings,
    Names,
    Map,
    Compare,
    NextDisagreement,
    PreviousDisagreement,
    LeftInView,
    RightInView,
    LeaveView,
    Find,
    FindBack,
    FindNext,
    FindPrevious,
    FindName,
    FindAccept,
    FindCancel,
    Take(Take),
    Select(Select),
    Correct(Correct),
    Corrections,
    RemoveCorrection,
    SetMark,
    GoToMark,
    LeaveLetter,
    LinkLabels,
    Places,
    Outline,
    /// Tell how the day of the story is known.
    Dating,
    /// Open the page of a name at hand.
    NamePage,
    SwitchPersons,
    SwitchOrganisations,
    SwitchPlaces,
    SwitchGroups,
    SwitchEvents,
    SwitchDocuments,
    SwitchNames,
    Star,
    ToggleRead,
    Tag,
    Note,
    StarAll,
    ReadAll,
    UnreadAll,
    Undo,
    AcceptPrompt,
    CancelPrompt,
    Sort,
    GroupBy,
    Fold,
    FoldAll,
    JumpToDay,
    Saved(u8),
    LeastSure,
    Why,
    Peek,
    WhyNot,
    Messages,
    Mouse,
    Skipped,
    Zen,
    WiderMeasure,
    NarrowerMeasure,
    Justify,
    Hyphenate,
    LineSpacing,
    Margins,
    WiderList,
    NarrowerList,
    TallerPanel,
    LowerPanel,
    Palette,
    Queries,
    Themes,
    Pick,
    NextItem,
    PreviousItem,
    ClosePicker,
    Help,
    Close,
    Linear,
    SpokenLabels,
    WhereAmI,
    Redraw,
    Suspend,
    Quit,
    QuitAnywhere,
}

/// What is taken from a story, and where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table holds one line of help for each, which is shown to readers as well")]
pub enum Take {
    Words,
    Selected,
    Sentence,
    Quotation,
    Citation,
    Dossier,
    DossierFile,
    Story,
    Path,
    Address,
    Editor,
    Pager,
    Browser,
}

/// What is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table holds one line of help for each, which is shown to readers as well")]
pub enum Correct {
    Same,
    Apart,
    Rename,
    Kind,
    Never,
    SameMeeting,
    OtherMeeting,
    NoMeeting,
    Date,
}

/// What becomes of a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table holds one line of help for each, which is shown to readers as well")]
pub enum Select {
    Begin,
    End,
    Swap,
    Left,
    Right,
    Down,
    Up,
    WordBack,
    Word,
    SentenceBack,
    Sentence,
    ParagraphBack,
    Paragraph,
    RowStart,
    RowEnd,
    PageDown,
    PageUp,
    Top,
    Bottom,
}

impl Command {
    /// The first and the last key of the saved queries, where they are told in one line.
    pub const SAVED_KEYS: [&'static str; 2] = ["Alt-1", "Alt-9"];
    /// What these keys do.
    pub const SAVED_HELP: &'static str = "ask the first to the ninth of the saved queries";
}

/// Where the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// The list of stories.
    List,
    /// The filter line above it.
    Filter,
    /// The text of a story.
    Text,
    /// The same while something is being selected in it.
    Select,
    /// The line for what is looked for in it, or in what is laid over the screen.
    Find,
    /// A line that a key asks for: tags, a note.
    Prompt,
    /// A view beside list and text: meetings, names, a map.
    View,
    /// Something laid over the screen: the help, the messages, the files that were not read.
    Overlay,
    /// A list to pick from.
    Picker,
    /// Any letter: of a mark, of a label.
    Letter,
}

impl Context {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::List,
        Self::Filter,
        Self::Text,
        Self::Select,
        Self::Find,
        Self::Prompt,
        Self::View,
        Self::Overlay,
        Self::Picker,
        Self::Letter,
    ];

    /// Whether letters are typed here.
    pub const fn is_typed_into(self) -> bool {
        matches!(self, Self::Filter | Self::Find | Self::Prompt | Self::Picker | Self::Letter)
    }

    /// What it is called in the help, behind what is done there.
    pub const fn place(self) -> &'static str {
        match self {
            Self::List => "in the list",
            Self::Filter => "in the filter line",
            Self::Text => "in the text",
            Self::Select => "while something is selected",
            Self::Find => "in the line that looks for words",
            Self::Prompt => "in a line that a key asked for",
            Self::View => "in a view",
            Self::Overlay => "in the help and the messages",
            Self::Picker => "in a list to pick from",
            Self::Letter => "where a letter is waited for",
        }
    }

    /// Its name in a configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Filter => "filter",
            Self::Text => "text",
            Self::Select => "select",
            Self::Find => "find",
            Self::Prompt => "prompt",
            Self::View => "view",
            Self::Overlay => "overlay",
            Self::Picker => "picker",
            Self::Letter => "letter",
        }
    }
}

/// A heading in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Following meetings from story to story.
    Follow,
    /// Looking at all stories together.
    Look,
    /// Finding a story.
    Find,
    /// Selecting in a text.
    Select,
    /// Copying, and opening in other programs.
    Take,
    /// What is kept of stories.
    Keep,
    /// What the program got wrong.
    Correct,
    /// Moving.
    Move,
    /// How the screen is divided and the text is set.
    Arrange,
    /// The filter line.
    Edit,
    /// The program itself.
    Program,
}

impl Group {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 11] = [
        Self::Follow,
        Self::Look,
        Self::Find,
        Self::Select,
        Self::Take,
        Self::Keep,
        Self::Correct,
        Self::Move,
        Self::Arrange,
        Self::Edit,
        Self::Program,
    ];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Follow => "Follow a meeting",
            Self::Look => "Look at all stories together",
            Self::Find => "Find a story",
            Self::Select => "Select in the text",
            Self::Take => "Copy and open",
            Self::Keep => "Keep",
            Self::Correct => "Correct what is wrong",
            Self::Move => "Move",
            Self::Arrange => "Arrange the page",
            Self::Edit => "Type",
            Self::Program => "The program",
        }
    }
}
