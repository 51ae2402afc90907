//! The one door into the state.
//!
//! **In:** the [`Model`] and an [`Action`]. **Out:** the changed model, and [`Effects`]: what the run loop has to do.
//! **Why:** nothing here reads or writes anything outside the model, so every walk through the reader can be
//! replayed in a test.

mod arrange;
mod compare;
mod copy;
mod correct;
mod dossier;
mod edit;
mod find;
mod follow;
mod keep;
mod labels;
mod linear;
mod names;
mod order;
mod overlay;
mod peek;
mod pick;
mod places;
mod pointer;
mod scroll;
mod select;
mod sureness;
mod themes;
mod view;
mod visits;
mod why;
mod window;

use super::actions::{Action, Command, Take};
use super::model::correcting;
use super::model::left::Left;
use super::model::prompt::Asked;
use super::model::{Focus, Model};
use super::outside::Request;
use crate::library::{Change, Mark};

/// What the run loop has to do after an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// What to draw.
    pub draw: Draw,
    /// How to go on.
    pub next: Next,
    /// What to keep of stories, by index.
    pub keep: Vec<(usize, Change)>,
    /// What is to become of the file of corrections.
    pub correct: Vec<correcting::Request>,
    /// What other programs have to do.
    pub request: Option<Request>,
    /// Marks to keep, each in the story with this index.
    pub marks: Vec<(usize, Mark)>,
    /// How the reader is left, at its end.
    pub left: Option<Left>,
    /// The themes are to be read, for [`Action::Themes`].
    pub read_themes: bool,
    /// The name of the theme that was chosen, to be kept.
    pub keep_theme: Option<String>,
    /// A file of which it is to be told whether it is there, for [`Action::IsThere`].
    pub look_up: Option<String>,
    /// Whether what was kept is to be looked up again: another reader may have changed it.
    pub look_again: bool,
}

/// What to draw after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Draw {
    /// The screen is still right.
    Nothing,
    /// What changed.
    #[default]
    Changes,
    /// Everything, from an empty screen.
    Everything,
}

/// How to go on after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Next {
    /// Wait for the next one.
    #[default]
    GoOn,
    /// Give the terminal to the shell until it lets us go on.
    Suspend,
    /// End.
    Quit,
}

/// Carries an action out.
pub fn update(model: &mut Model, action: Action) -> Effects {
    let mut effects = Effects::default();
    let told = model.messages.told();
    // By what was on the screen when it was clicked on.
    let pointed_at = pointer::pointed_at(model, &action);
    let mut begun = Vec::new();
    // What comes from the background ends neither a notice nor a chord that is being pressed.
    if action.is_from_a_hand() {
        model.whereabouts.is_touched = true;
        model.forget_notice();
        if matches!(action, Action::Click { .. } | Action::ClickAgain { .. } | Action::Wheel { .. }) {
            model.whereabouts.awaited = None;
        }
        begun = std::mem::take(&mut model.pending);
    }
    let action = pointed_at.map_or(action, Action::Do);
    match action {
        Action::Begin(key) => {
            model.pending = begun;
            model.pending.push(key);
        }
        Action::Forget => model.say("These keys do nothing here; ? shows those that do."),
        Action::NotHere(command) => view::tell_not_here(model, command),
        // What was begun is forgotten already.
        Action::LeaveKeys => {}
        Action::ShowFollowing => model.shows_following = model.waits_for_more(),
        Action::Do(command) => run(model, command, &mut effects),
        Action::ChooseFirst => scroll::go(model, Command::Top),
        Action::Paste(text) => window::paste(model, &text),
        Action::Insert(typed) => insert(model, &typed),
        Action::Resize { width, height } => {
            resize(model, width, height);
            // Even where the size is the same as before: it may have been smaller for a moment, and the terminal has
            // then forgotten what it cut off.
            effects.draw = Draw::Everything;
        }
        Action::Click { column, row } => {
            select::press(model, column, row);
            pointer::click(model, column, row, &mut effects);
        }
        Action::ClickAgain { column, row, times } => {
            if !select::press_again(model, column, row, times) {
                pointer::click(model, column, row, &mut effects);
            }
        }
        Action::Drag { column, row } => {
            if !arrange::drag(model, (column, row).into()) && !select::drag(model, column, row) {
                effects.draw = Draw::Nothing;
            }
        }
        Action::Release => {
            model.selecting.press = None;
            if !arrange::release(model) {
                effects.draw = Draw::Nothing;
            }
        }
        Action::Wheel { column, row, steps } => pointer::wheel(model, column, row, steps),
        Action::Progress(progress) => model.take_progress(progress),
        Action::Read(library) => model.take_texts(*library),
        Action::Analysed(index, story) => model.take_story(index, *story),
        Action::Loaded(library) => model.load(*library),
        Action::Kept(kept) => model.take_kept(kept),
        Action::Counted(counts) => model.take_counts(counts),
        Action::Looked | Action::LookedAway | Action::KeptAgain(_) => window::take(model, action, &mut effects),
        Action::Tell(message) => model.tell(message),
        Action::Marks(marks) => model.whereabouts.bookmarks.take(marks),
        Action::Corrected(corrected) => model.take_corrected(&corrected),
        Action::Correcting(progress) => model.correcting.progress = Some(progress),
        Action::Uncorrected(message, request) => model.take_failed_correction(message, request.as_deref()),
        Action::Underway(task, reached) => {
            let is_new = model.take_underway(task, reached);
            if !edit::list_what_waits(model) && !is_new {
                effects.draw = Draw::Nothing;
            }
        }
        Action::IsThere(name, is_there) => dossier::take_look(model, name, is_there),
        Action::Themes(listed) => themes::take(model, listed),
        Action::Suit(is_light, theme) => themes::suit(model, is_light, &theme),
        Action::Redraw => effects.draw = Draw::Everything,
    }
    model.shows_following &= model.waits_for_more();
    overlay::follow_log(model, told);
    themes::follow(model);
    model.settle();
    if effects.next == Next::Quit {
        effects.left = model.left();
        // Whoever ends the reader leaves the story.
        model.focus = Focus::List;
        model.settle();
    }
    effects.look_up = dossier::wants_look(model);
    effects.keep = model.take_unsaved();
    effects.correct = model.take_wanted_corrections();
    effects.marks = model.whereabouts.bookmarks.take_unsaved();
    effects
}

#[expect(clippy::too_many_lines, reason = "one arm a room, so that the compiler sees that no command is left out")]
fn run(model: &mut Model, command: Command, effects: &mut Effects) {
    match command {
        Command::Quit | Command::QuitAnywhere => effects.next = Next::Quit,
        Command::Suspend => effects.next = Next::Suspend,
        Command::Redraw => effects.draw = Draw::Everything,
        _ if overlay::run(model, command) => {}
        // There is nothing laid over the screen.
        Command::Close => {}
        // Until the library is there, there is nothing to move in.
        _ if model.loading.is_some() => effects.draw = Draw::Nothing,
        _ if peek::run(model, command) => {}
        Command::Follow | Command::Take(Take::Editor) if correct::open_file(model, effects) => {}
        _ if view::run(model, command) => {}
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
        Command::Sort
        | Command::GroupBy
        | Command::Fold
        | Command::FoldAll
        | Command::JumpToDay
        | Command::Saved(_) => order::run(model, command),
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
        Command::Palette => pick::palette(model),
        Command::Queries => pick::queries(model),
        Command::Themes => themes::open(model, effects),
        Command::Pick => pick::pick(model, effects),
        Command::NextItem => pick::go(model, 1),
        Command::PreviousItem => pick::go(model, -1),
        Command::ClosePicker => model.picker = None,
        Command::Help | Command::Messages | Command::Skipped => overlay::open(model, command),
        Command::Down
        | Command::Up
        | Command::HalfPageDown
        | Command::HalfPageUp
        | Command::PageDown
        | Command::PageUp
        | Command::Top
        | Command::Bottom => scroll::go(model, command),
        Command::Open => open(model),
        Command::Accept => accept_filter(model),
        Command::Complete => edit::complete(model, true),
        Command::CompleteBack => edit::complete(model, false),
        Command::OlderQuery => edit::older(model),
        Command::NewerQuery => edit::newer(model),
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
        Command::SetMark
        | Command::GoToMark
        | Command::LeaveLetter
        | Command::LinkLabels
        | Command::Places
        | Command::Outline => places::run(model, command),
        Command::NamePage => names::who(model),
        Command::EraseLeft if model.awaited().is_some() => places::erase(model),
        Command::SwitchPersons
        | Command::SwitchOrganisations
        | Command::SwitchPlaces
        | Command::SwitchGroups
        | Command::SwitchEvents
        | Command::SwitchDocuments
        | Command::SwitchNames => names::switch(model, command),
        Command::NextMark => follow::next_mark(model, true),
        Command::PreviousMark => follow::next_mark(model, false),
        Command::Follow => follow::follow(model),
        Command::NextStory => follow::next_story(model, true),
        Command::PreviousStory => follow::next_story(model, false),
        Command::NextOther => model.panel.choose(1),
        Command::PreviousOther => model.panel.choose(-1),
        Command::Back => follow::back(model),
        Command::Forward => follow::forward(model),
        Command::Filter => edit::open(model),
        Command::ClearFilter => edit::clear(model),
        Command::Cancel => edit::cancel(model),
        Command::NextMatch => scroll::choose(model, 1),
        Command::PreviousMatch => scroll::choose(model, -1),
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
    }
}

/// Types text into the line that is open.
fn insert(model: &mut Model, typed: &str) {
    if !places::letter(model, typed)
        && !pick::insert(model, typed)
        && !overlay::insert(model, typed)
        && !view::insert(model, typed)
        && !keep::insert(model, typed)
        && !find::insert(model, typed)
    {
        edit::insert(model, typed);
    }
}

/// Reads the story that the filter found.
fn accept_filter(model: &mut Model) {
    model.log_mistake();
    model.typing.remember(&model.input.text());
    open(model);
}

fn resize(model: &mut Model, width: u16, height: u16) {
    model.size = (width, height);
    model.forget_labels();
    model.settle();
    model.reveal_choice();
    overlay::renew(model);
}

/// Reads the chosen story. On the head of a group, unfolds it, or goes to its first story.
fn open(model: &mut Model) {
    if let Some(head) = model.stories.chosen_head() {
        order::enter(model, head);
    } else if model.stories.chosen().is_some() {
        model.show(model.stories.chosen());
        model.focus = Focus::Text;
        model.settle();
        find::begin_with_the_phrase(model);
    }
}

#[cfg(test)]
mod tests;
