//! Walking from mark to mark and from story to story.
//!
//! **In:** a command such as `follow`. **Out:** another passage in focus, in sight; the way back is remembered. **Why:**
//! all ways that lead to a passage end here, so that each of them is remembered and brings its words into sight alike.

use crate::reader::layout::page::PlacedMark;
use crate::reader::model::history::{Place, Spot, Visit};
use crate::reader::model::kin::{Kin, Landing};
use crate::reader::model::{Focus, Model};

/// Puts the next mark in focus, or the one before; after the last comes the first again.
///
/// Without one in focus, or with one that has been scrolled away, it is the first that is in sight or below, so that
/// a reader goes on from where they read.
pub(super) fn next_mark(model: &mut Model, forward: bool) {
    let count = model.marks().len();
    model.focus = Focus::Text;
    model.settle();
    if count == 0 {
        let still = model.wants_analysed().is_some();
        model.whereabouts.wanted_mark = still.then_some(forward);
        model.say(if still {
            "Meetings are still being looked for; the passage comes into focus then."
        } else {
            "This story tells of no meeting."
        });
        return;
    }
    let bottom = model.top + model.text_height();
    let in_sight = |mark: &usize| {
        model.marks().get(*mark).is_some_and(|placed| placed.rows.start < bottom && placed.rows.end > model.top)
    };
    let here = model.linear.row;
    let other = |mark: usize| other_mark(model, mark, forward);
    let next = match (model.focused_mark().filter(in_sight), forward) {
        // From where the cursor is, wherever it went since.
        (_, true) if model.is_linear() && !model.linear.is_on_focus => {
            model.marks().iter().position(|placed| placed.rows.start >= here).unwrap_or(0)
        }
        (_, false) if model.is_linear() && !model.linear.is_on_focus => {
            model.marks().iter().rposition(|placed| placed.rows.start < here).unwrap_or(count - 1)
        }
        (Some(mark), _) => other(mark),
        (None, true) => model.marks().iter().position(|placed| placed.rows.start >= model.top).unwrap_or(0),
        (None, false) => model.marks().iter().rposition(|placed| placed.rows.start < bottom).unwrap_or(count - 1),
    };
    focus_mark(model, next);
}

/// Goes to the passage that was asked for before the story was looked through.
pub(super) fn go_on(model: &mut Model) {
    if model.wants_analysed().is_none()
        && let Some(forward) = model.whereabouts.wanted_mark.take()
    {
        model.forget_notice();
        next_mark(model, forward);
    }
}

/// The next mark after this one, or the one before. Of several that begin in one place and tell of the same meeting, one is
/// enough: nothing that can be seen would change.
fn other_mark(model: &Model, mark: usize, forward: bool) -> usize {
    let marks = model.marks();
    let step = |from: usize| if forward { (from + 1) % marks.len() } else { (from + marks.len() - 1) % marks.len() };
    let looks = |at: usize| marks.get(at).map(|placed| (placed.mark.mention, placed.shown.start()));
    let mut next = step(mark);
    while next != mark && looks(next) == looks(mark) {
        next = step(next);
    }
    next
}

/// Puts a mark in focus and brings it into sight.
pub(super) fn focus_mark(model: &mut Model, mark: usize) {
    model.spot = Some(Spot::Mark(mark));
    if let Some(rows) = model.marks().get(mark).map(|placed| placed.rows.clone()) {
        reveal(model, rows.start, rows.end);
    }
}

/// Goes to the chosen story of the panel, to the passage that belongs here.
pub(super) fn follow(model: &mut Model) {
    match model.panel.chosen().cloned() {
        Some(kin) => go_to(model, &kin),
        None => model.say(nothing_to_follow(model)),
    }
}

/// Goes to the next story of the meeting, or the one before.
pub(super) fn next_story(model: &mut Model, forward: bool) {
    let kin = if forward { model.panel.kin.first() } else { model.panel.kin.last() };
    match kin.cloned() {
        Some(kin) => go_to(model, &kin),
        None => model.say(nothing_to_follow(model)),
    }
}

/// Follows the story with this index in the panel.
pub(super) fn follow_to(model: &mut Model, index: usize) {
    if let Some(kin) = model.panel.kin.get(index).cloned() {
        go_to(model, &kin);
    }
}

pub(super) fn nothing_to_follow(model: &Model) -> String {
    if let Some([hidden, _]) = model.hidden_links() {
        return format!("{hidden}.");
    }
    let words = if model.finding.is_some() {
        "Links are still being looked for."
    } else if model.panel.mention.is_some() {
        "No other story tells of this meeting."
    } else {
        "Nothing leads on from this story."
    };
    words.to_owned()
}

fn go_to(model: &mut Model, kin: &Kin) {
    model.leave_here();
    model.arrive(kin.story);
    match kin.landing {
        Landing::Mention(mention) => {
            let words = kin.words(&model.library).map(|words| words.passage);
            let is_its = |placed: &&PlacedMark| placed.mark.mention == mention;
            let says_most = |placed: &PlacedMark| is_its(&placed) && Some(placed.mark.passage) == words;
            let marks = model.marks();
            let found = marks.iter().position(says_most).or_else(|| marks.iter().position(|one| is_its(&one)));
            match found {
                Some(mark) => focus_mark(model, mark),
                None => model.spot = None,
            }
        }
        Landing::Passage(passage) => {
            model.spot = Some(Spot::Passage(passage));
            let rows = model.page().and_then(|page| Some(page.rows_of(page.sheet.shown(passage)?)));
            if let Some(rows) = rows {
                reveal(model, rows.start, rows.end);
            }
        }
        Landing::Top => {
            model.go_to(Place::default());
        }
    }
}

/// Back to where the reader came from.
pub(super) fn back(model: &mut Model) {
    let to = model.here().and_then(|here| model.history.back(here));
    revisit(model, to, "There is nothing to go back to.");
}

/// Forward again.
pub(super) fn forward(model: &mut Model) {
    let to = model.here().and_then(|here| model.history.forward(here));
    revisit(model, to, "There is nothing to go forward to.");
}

fn revisit(model: &mut Model, to: Option<Visit>, otherwise: &str) {
    let Some(to) = to else {
        model.say(otherwise);
        return;
    };
    model.whereabouts.before_jump = model.here();
    visit(model, to);
}

/// Shows a place.
pub(super) fn visit(model: &mut Model, visit: Visit) {
    let had_view = model.view().is_some();
    model.turn_to(None);
    model.arrive(visit.story);
    model.go_to(visit.place);
    if (had_view || visit.view.is_some()) && visit.in_list {
        model.focus = Focus::List;
        model.settle();
    }
    model.turn_to(visit.view);
}

/// Brings rows into sight. Where they are not, they come to a third of the height, with what led to them above.
pub(super) fn reveal(model: &mut Model, start: usize, end: usize) {
    if model.is_linear() {
        model.go_to_focus(start);
        return;
    }
    let height = model.text_height();
    let in_sight = start >= model.top && end <= model.top + height;
    if !in_sight {
        model.top = start.saturating_sub(height / 3).min(model.last_top());
    }
}
