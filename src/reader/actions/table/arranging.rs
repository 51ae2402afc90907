//! How the screen is divided, the order of the list, and the program itself.
//!
//! **In:** nothing. **Out:** these rows of the table. **Why:** they stand together in the help.

use crate::reader::actions::entry::{CHOOSING, EVERYWHERE, Entry, LIST, LOOKING, OVERLAY, PICKER, READING, entry};
use crate::reader::actions::{Command, Group};

pub(super) const ROWS: &[Entry] = {
    use Command as C;
    use Group::{Arrange, Edit, Find, Follow, Program};
    &[
        entry(C::Zen, "zen", Arrange, &["z"], READING, "the text alone, and back"),
        entry(C::WiderMeasure, "wider-measure", Arrange, &[", m"], READING, "longer lines of text"),
        entry(C::NarrowerMeasure, "narrower-measure", Arrange, &[", M"], READING, "shorter lines of text"),
        entry(C::Justify, "justify", Arrange, &[", j"], READING, "let lines end at the margin, or where words do"),
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
        entry(C::Queries, "queries", Find, &["F2"], EVERYWHERE, "ask one of the saved queries").hint("queries"),
        entry(C::Sort, "sort", Find, &[", s"], READING, "choose the order of the list"),
        entry(C::GroupBy, "group", Find, &[", g"], READING, "group the list: days, outlets, meetings, series"),
        entry(C::Fold, "fold", Find, &["x"], LIST, "fold the group at the cursor, or unfold it"),
        entry(C::FoldAll, "fold-all", Find, &["X"], LIST, "fold all groups, or unfold them"),
        entry(C::JumpToDay, "jump-to-day", Find, &["@"], LIST, "go to the story nearest to a day, a month or a year"),
        entry(C::Saved(1), "saved-query-1", Find, &["Alt-1"], EVERYWHERE, "ask the first of the saved queries"),
        entry(C::Saved(2), "saved-query-2", Find, &["Alt-2"], EVERYWHERE, "ask the second of the saved queries"),
        entry(C::Saved(3), "saved-query-3", Find, &["Alt-3"], EVERYWHERE, "ask the third of the saved queries"),
        entry(C::Saved(4), "saved-query-4", Find, &["Alt-4"], EVERYWHERE, "ask the fourth of the saved queries"),
        entry(C::Saved(5), "saved-query-5", Find, &["Alt-5"], EVERYWHERE, "ask the fifth of the saved queries"),
        entry(C::Saved(6), "saved-query-6", Find, &["Alt-6"], EVERYWHERE, "ask the sixth of the saved queries"),
        entry(C::Saved(7), "saved-query-7", Find, &["Alt-7"], EVERYWHERE, "ask the seventh of the saved queries"),
        entry(C::Saved(8), "saved-query-8", Find, &["Alt-8"], EVERYWHERE, "ask the eighth of the saved queries"),
        entry(C::Saved(9), "saved-query-9", Find, &["Alt-9"], EVERYWHERE, "ask the ninth of the saved queries"),
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
        entry(C::Linear, "linear", Program, &[", r"], EVERYWHERE, "linear mode, for screen readers: all in words"),
        entry(
            C::SpokenLabels,
            "spoken-labels",
            Program,
            &["t s"],
            READING,
            "kinds of names in linear mode: first, all, or none",
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
