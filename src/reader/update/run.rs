//! A command in, what it does to the model out.
//!
//! **In:** the [`Model`] and a [`Command`]. **Out:** the changed model, and [`Effects`]. **Why:** commands are parted by what
//! they are about, and the parts are asked in turn: what is laid over the screen hears a key before what lies below it. A
//! test holds that every command of the table is known to one of them.

use super::{
    Draw, Effects, Next, accept_filter, arrange, compare, copy, correct, dossier, edit, find, follow, keep, linear,
    names, open, order, overlay, peek, pick, places, scroll, select, sureness, themes, view, why,
};
use crate::reader::actions::{Command, Take};
use crate::reader::model::prompt::Asked;
use crate::reader::model::{Focus, Model};

/// Some commands; tells whether this was one of them.
type Part = fn(&mut Model, Command, &mut Effects) -> bool;

/// All of them, in the order in which they are asked.
const PARTS: [Part; 9] = [program, laid_over, views, stories, screen, lists, text, links, lines];

/// Carries a command out; tells whether it is known.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Effects) -> bool {
    PARTS.iter().any(|part| part(model, command, effects))
}

/// What works everywhere.
fn program(_: &mut Model, command: Command, effects: &mut Effects) -> bool {
    match command {
        Command::Quit | Command::QuitAnywhere => effects.next = Next::Quit,
        Command::Suspend => effects.next = Next::Suspend,
        Command::Redraw => effects.draw = Draw::Everything,
        _ => return false,
    }
    true
}

/// What is laid over list and text, which takes commands first.
fn laid_over(model: &mut Model, command: Command, effects: &mut Effects) -> bool {
    // There is nothing laid over the screen where it is not closed there.
    if overlay::run(model, command) || command == Command::Close {
        return true;
    }
    // Until the library is there, there is nothing to move in; a view that is asked for opens then.
    if model.loading.is_some() {
        view::want(model, command);
        effects.draw = Draw::Nothing;
        return true;
    }
    let opens_file = matches!(command, Command::Follow | Command::Take(Take::Editor));
    peek::run(model, command) || (opens_file && correct::open_file(model, effects)) || view::run(model, command)
}

/// The views beside list and text.
fn views(model: &mut Model, command: Command, effects: &mut Effects) -> bool {
    match command {
        // No view is open.
        Command::LeaveView | Command::LeftInView | Command::RightInView => {}
        Command::Stories | Command::Meetings | Command::Names | Command::Map => view::open(model, command),
        Command::Why => why::open(model),
        Command::WhyNot => why::pick(model),
        Command::Take(what @ (Take::Dossier | Take::DossierFile)) => dossier::run(model, what, effects),
        Command::Peek => peek::open(model),
        Command::Compare => compare::open(model),
        Command::NextDisagreement => compare::next_disagreement(model, true),
        Command::PreviousDisagreement => compare::next_disagreement(model, false),
        Command::NamePage => names::who(model),
        _ => return false,
    }
    true
}

/// What is done with stories, and with what was found in them.
fn stories(model: &mut Model, command: Command, effects: &mut Effects) -> bool {
    match command {
        Command::Take(what) => copy::run(model, what, effects),
        Command::Select(what) => select::run(model, what),
        Command::Correct(_) | Command::Corrections | Command::RemoveCorrection => correct::run(model, command),
        Command::Star | Command::ToggleRead => keep::one(model, command),
        Command::StarAll | Command::ReadAll | Command::UnreadAll => keep::all(model, command),
        Command::Tag => keep::ask(model, Asked::Tags),
        Command::Note => keep::ask(model, Asked::Note),
        Command::Undo => keep::undo(model),
        Command::AcceptPrompt if model.prompt.as_ref().is_some_and(|prompt| prompt.asked == Asked::File) => {
            dossier::write(model, effects);
        }
        Command::AcceptPrompt => keep::accept(model),
        Command::CancelPrompt => model.prompt = None,
        _ => return false,
    }
    true
}

/// What the screen looks like.
fn screen(model: &mut Model, command: Command, effects: &mut Effects) -> bool {
    match command {
        Command::Zen
        | Command::WiderMeasure
        | Command::NarrowerMeasure
        | Command::Justify
        | Command::Hyphenate
        | Command::LineSpacing
        | Command::Margins
        | Command::WiderList
        | Command::NarrowerList
        | Command::TallerPanel
        | Command::LowerPanel => arrange::run(model, command),
        Command::Linear | Command::SpokenLabels | Command::WhereAmI => linear::run(model, command),
        Command::LeastSure => sureness::cycle(model),
        Command::Mouse => model.switch_mouse(),
        Command::Themes => themes::open(model, effects),
        Command::SwitchPersons
        | Command::SwitchOrganisations
        | Command::SwitchPlaces
        | Command::SwitchGroups
        | Command::SwitchEvents
        | Command::SwitchDocuments
        | Command::SwitchNames => names::switch(model, command),
        _ => return false,
    }
    true
}

/// The list of stories, lists to pick from, and what is laid over the screen.
fn lists(model: &mut Model, command: Command, effects: &mut Effects) -> bool {
    match command {
        Command::Sort
        | Command::GroupBy
        | Command::Fold
        | Command::FoldAll
        | Command::JumpToDay
        | Command::Saved(_) => order::run(model, command),
        Command::Palette => pick::palette(model),
        Command::Queries => pick::queries(model),
        Command::Pick => pick::pick(model, effects),
        Command::NextItem => pick::go(model, 1),
        Command::PreviousItem => pick::go(model, -1),
        Command::ClosePicker => model.picker = None,
        Command::Help | Command::Messages | Command::Skipped => overlay::open(model, command),
        Command::Open => open(model),
        _ => return false,
    }
    true
}

/// Moving in the text, and looking for words in it.
fn text(model: &mut Model, command: Command, _: &mut Effects) -> bool {
    match command {
        Command::Down
        | Command::Up
        | Command::HalfPageDown
        | Command::HalfPageUp
        | Command::PageDown
        | Command::PageUp
        | Command::Top
        | Command::Bottom => scroll::go(model, command),
        Command::Find => find::open(model, false),
        Command::FindBack => find::open(model, true),
        Command::FindNext => find::next(model, true),
        Command::FindPrevious => find::next(model, false),
        Command::FindName => find::name(model),
        Command::FindAccept => find::accept(model),
        Command::FindCancel => find::cancel(model),
        // What is lit goes first.
        Command::Leave if model.find.is_some() => model.find = None,
        Command::Leave if model.appearance.zen => model.appearance.zen = false,
        Command::Leave => model.focus = Focus::List,
        _ => return false,
    }
    true
}

/// The ways from one passage or story to another, and back.
fn links(model: &mut Model, command: Command, _: &mut Effects) -> bool {
    match command {
        Command::SetMark
        | Command::GoToMark
        | Command::LeaveLetter
        | Command::LinkLabels
        | Command::Places
        | Command::Outline
        | Command::Dating => places::run(model, command),
        Command::NextMark => follow::next_mark(model, true),
        Command::PreviousMark => follow::next_mark(model, false),
        Command::Follow => follow::follow(model),
        Command::NextStory => follow::next_story(model, true),
        Command::PreviousStory => follow::next_story(model, false),
        Command::NextOther => model.panel.choose(1),
        Command::PreviousOther => model.panel.choose(-1),
        Command::Back => follow::back(model),
        Command::Forward => follow::forward(model),
        _ => return false,
    }
    true
}

/// The lines that are typed into.
fn lines(model: &mut Model, command: Command, _: &mut Effects) -> bool {
    match command {
        Command::Accept => accept_filter(model),
        Command::Complete => edit::complete(model, true),
        Command::CompleteBack => edit::complete(model, false),
        Command::OlderQuery => edit::older(model),
        Command::NewerQuery => edit::newer(model),
        Command::Filter => edit::open(model),
        Command::ClearFilter => edit::clear(model),
        Command::Cancel => edit::cancel(model),
        Command::NextMatch => edit::go(model, 1),
        Command::PreviousMatch => edit::go(model, -1),
        Command::EraseLeft if model.awaited().is_some() => places::erase(model),
        Command::CursorLeft
        | Command::CursorRight
        | Command::CursorHome
        | Command::CursorEnd
        | Command::EraseLeft
        | Command::EraseRight
        | Command::EraseWord
        | Command::EraseLine => {
            if !pick::edit(model, command) && !keep::edit(model, command) && !find::change(model, command) {
                edit::edit(model, command);
            }
        }
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::actions::TABLE;
    use crate::reader::fixture::library;
    use crate::reader::theme::Theme;

    #[test]
    fn every_command_of_the_table_is_known() {
        for entry in TABLE {
            let mut model = Model::new(Theme::dark(), 120, 36);
            model.load(library());
            assert!(run(&mut model, entry.command, &mut Effects::default()), "{}", entry.name);
        }
    }
}
