//! The page about the keys, made from the table of actions.

use std::fmt::Write as _;

use super::{Command, Context, Entry, Group, TABLE};

/// The page about the keys, in Markdown.
pub fn keys_markdown() -> String {
    let mut page = String::from(
        "# Keys\n\nMade from the table of actions; `?` shows the same in the reader, and `:` finds an \
         action by its name.\n\n![The help: every key, in groups](pictures/help.svg)\n\n![The list of actions, filtered by a \
         word](pictures/palette.svg)\n\nThe places in the column “where” are those of `[keys.…]` in the \
         [configuration](configuration.md): the same key may do another thing in another place.\n",
    );
    for group in Group::ALL {
        let _ = write!(page, "\n## {}\n\n| keys | where | what they do |\n|---|---|---|\n", group.title());
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            page.push_str(&row(entry));
        }
    }
    page.push_str(
        "\nThe mouse works too: the wheel scrolls what is under it, a click chooses a story, a pane or a marked passage and\n\
         does what a key in the last line or a tab offers. A count in the first line leads to what it counts: the list, all\n\
         meetings, all names, the messages, the files that were not read. That in the heading of the list asks for what is\n\
         unread; while something is asked, the count there and in the heading of a view shows everything again. The head of\n\
         a group folds it, a fact in the accent under the title leads on, and borders between panes can be dragged.\n",
    );
    page
}

/// The row of an entry; those of the saved queries share one.
fn row(entry: &Entry) -> String {
    let keys: Vec<String> = entry.keys.iter().map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
    let (keys, help) = match entry.command {
        Command::Saved(1) => (Command::SAVED_KEYS.map(|key| format!("`{key}`")).join(" … "), Command::SAVED_HELP),
        Command::Saved(_) => return String::new(),
        _ => (keys.join(" "), entry.help),
    };
    format!("| {keys} | {} | {help} |\n", places(entry.contexts))
}

/// The names of the places in a configuration.
fn places(contexts: &[Context]) -> String {
    if contexts.len() == Context::ALL.len() {
        return "everywhere".into();
    }
    contexts.iter().map(|context| context.name()).collect::<Vec<_>>().join(", ")
}
