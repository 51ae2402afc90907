//! What an action does, in a few words.
//!
//! **In:** a command. **Out:** at most 23 columns, for the commands that are reached by several keys from the start.
//! **Why:** the box of the keys that can follow has no room for sentences; and it shows what was pressed already, so that
//! `y` need not say `copy` in every line.

use super::{Command, Correct, Take};

/// A few words for where there is little room; `None` for what is reached by one key.
pub const fn brief(command: Command) -> Option<&'static str> {
    Some(match command {
        Command::Take(Take::Words) => "selection or sentence",
        Command::Take(Take::Sentence) => "sentence",
        Command::Take(Take::Quotation) => "quotation with source",
        Command::Take(Take::Citation) => "citation",
        Command::Take(Take::Dossier) => "dossier",
        Command::Take(Take::DossierFile) => "dossier to a file",
        Command::Take(Take::Story) => "whole story",
        Command::Take(Take::Path) => "path of the file",
        Command::Take(Take::Address) => "address",
        Command::Take(Take::Editor) => "in the editor",
        Command::Take(Take::Pager) => "in the pager",
        Command::Take(Take::Browser) => "in the browser",
        Command::Correct(Correct::Same) => "same as another name",
        Command::Correct(Correct::Apart) => "someone else",
        Command::Correct(Correct::Rename) => "another spelling",
        Command::Correct(Correct::Kind) => "wrong kind",
        Command::Correct(Correct::Never) => "never a name",
        Command::Correct(Correct::SameMeeting) => "same meeting as …",
        Command::Correct(Correct::OtherMeeting) => "not the same meeting",
        Command::Correct(Correct::NoMeeting) => "no meeting at all",
        Command::Correct(Correct::Date) => "wrong date",
        Command::StarAll => "star all listed",
        Command::ReadAll => "all listed as read",
        Command::UnreadAll => "all listed as unread",
        Command::WiderMeasure => "longer lines",
        Command::NarrowerMeasure => "shorter lines",
        Command::Justify => "justified lines",
        Command::Hyphenate => "divided words",
        Command::LineSpacing => "line spacing",
        Command::Margins => "margins",
        Command::Sort => "order of the list",
        Command::GroupBy => "groups of the list",
        Command::LeastSure => "least sure links shown",
        Command::Themes => "themes",
        Command::Mouse => "mouse",
        Command::Linear => "linear mode",
        Command::SwitchPersons => "persons",
        Command::SwitchOrganisations => "organisations",
        Command::SwitchPlaces => "places",
        Command::SwitchGroups => "groups",
        Command::SwitchEvents => "events",
        Command::SwitchDocuments => "documents",
        Command::SwitchNames => "all kinds, or none",
        Command::SpokenLabels => "kinds in linear mode",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::actions::TABLE;
    use crate::text::width::width;

    #[test]
    fn every_line_of_the_palette_fits_eighty_columns_and_every_help_a_row_of_sixty() {
        for entry in TABLE {
            let keys = entry.keys.join("  ");
            let line = width(entry.name) + 2 + width(entry.help) + 2 + width(&keys);
            assert!(line <= 80 - 4 - 3, "{} takes {line} columns", entry.name);
            assert!(width(entry.help) <= 60 - 4 - 5, "{}: {}", entry.name, entry.help);
        }
    }

    #[test]
    fn every_line_of_help_stands_alone_and_every_chord_has_few_words_of_its_own() {
        for entry in TABLE {
            assert!(!entry.help.starts_with('…') && !entry.help.is_empty(), "{}", entry.name);
            let has_a_chord = entry.keys.iter().any(|chord| chord.contains(' '));
            assert!(brief(entry.command).is_some() || !has_a_chord, "{}", entry.name);
            assert!(brief(entry.command).is_none_or(|words| width(words) <= 23), "{}", entry.name);
        }
    }
}
