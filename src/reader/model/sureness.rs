//! How sure links have to be to be shown.
//!
//! **In:** the state of the reader. **Out:** what is said of the links that are left out. **Why:** whoever hides what is less
//! sure must not take a story for one that nothing is linked to.

use super::Model;
use super::digest::count;
use crate::links::Tier;
use crate::reader::actions::Command;

/// What is shown from this on, in a sentence.
pub const fn told(least: Tier) -> &'static str {
    match least {
        Tier::Same => "Shown: ●●● same meeting only.",
        Tier::Probable => "Shown: ●●● same meeting, ●●○ probably the same meeting.",
        Tier::Series => "All links are shown: ●●● same meeting, ●●○ probably, ●○○ same series.",
    }
}

/// The same in words alone, for those who hear it.
pub const fn spoken(least: Tier) -> &'static str {
    match least {
        Tier::Same => "Shown: the same meeting only.",
        Tier::Probable => "Shown: the same meeting, and probably the same meeting.",
        Tier::Series => "All links are shown: the same meeting, probably the same meeting, the same series.",
    }
}

/// What comes after this, round and round: less and less, then everything again.
pub const fn next(least: Tier) -> Tier {
    match least {
        Tier::Series => Tier::Probable,
        Tier::Probable => Tier::Same,
        Tier::Same => Tier::Series,
    }
}

impl Model {
    /// `2 less sure links are hidden (, c)`, and the same in fewer words; `None` where none is.
    pub(in crate::reader) fn hidden_links(&self) -> Option<[String; 2]> {
        let hidden = self.panel.hidden;
        if hidden == 0 {
            return None;
        }
        let keys = self.keymap().chords_anywhere(Command::LeastSure);
        let key = keys.first().map_or_else(String::new, |key| self.told_key(key));
        let (shows, brief) = match (key.is_empty(), hidden) {
            (true, _) => (String::new(), String::new()),
            (false, 1) => (format!("; {key} shows it"), format!(" ({key})")),
            (false, _) => (format!("; {key} shows them"), format!(" ({key})")),
        };
        let is = if hidden == 1 { "is" } else { "are" };
        let whole =
            format!("{} {is} hidden{shows}", count(hidden, "link that is less sure", "links that are less sure"));
        Some([whole, format!("{} hidden{brief}", count(hidden, "link", "links"))])
    }
}
