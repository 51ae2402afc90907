//! The page about the keys, made from the table of actions.

use std::fmt::Write as _;

use super::{Group, TABLE};

/// The page about the keys, in Markdown.
pub fn keys_markdown() -> String {
    let mut page = String::from(
        "# Keys\n\nMade from the table of actions; `?` shows the same in the reader, and `:` finds an \
         action by its name.\n\n![The help: every key, in groups](pictures/help.svg)\n\n![The list of actions, filtered by a \
         word](pictures/palette.svg)\n",
    );
    for group in Group::ALL {
        let _ = write!(page, "\n## {}\n\n| keys | what they do |\n|---|---|\n", group.title());
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            let keys: Vec<String> = entry.keys.iter().map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
            let _ = writeln!(page, "| {} | {} |", keys.join(" "), entry.help);
        }
    }
    page.push_str(
        "\nThe mouse works too: the wheel scrolls what is under it, a click chooses a story, a pane or a marked passage\n\
         and does what a key in the last line, a count or a tab offers, and borders between panes can be dragged.\n",
    );
    page
}
