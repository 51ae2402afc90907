//! What is meant of a meeting that is none.
//!
//! **In:** the telling at hand, or two stories that are looked at together. **Out:** the correction where only one telling can
//! be meant; otherwise a list of the tellings to pick from, and all of them together. **Why:** one story's words may have been
//! taken for a meeting of which others tell rightly, and what is none at all may stand in ten of them.

use super::meetings::{called, met, quote};
use super::{ask_about, choose, item, step};
use crate::dossier::wording;
use crate::library::Library;
use crate::library::corrections::What;
use crate::links::{MeetingCorrection, MentionRef, Quote};
use crate::reader::model::Model;
use crate::reader::model::correcting::Step;
use crate::reader::model::digest::count;
use crate::reader::model::picker::Kind;
use crate::reader::model::view::View;

/// Asks in which stories it is none; where it is told once, it is none there.
pub(super) fn ask(model: &mut Model) {
    let library = std::sync::Arc::clone(&model.library);
    let pair = match model.view().map(|open| open.view) {
        Some(View::Why { from, to } | View::Compare { from, to }) => model.likeliest_pair(from, to),
        _ => None,
    };
    let at = model.telling_at_hand().or(pair.map(|(one, _)| one));
    let Some((at, (_, meeting))) = at.and_then(|at| Some((at, library.meeting_of(at)?))) else {
        model.say("No meeting is in focus; Tab puts a passage about one in focus.");
        return;
    };
    // What was pointed at first, and the other side of what is looked at beside it.
    let mut all = vec![at];
    all.extend(pair.map(|(_, other)| other));
    all.extend(meeting.mentions.iter().copied());
    let mut seen = std::collections::HashSet::new();
    all.retain(|at| seen.insert(*at));
    let denied = |tellings: &[MentionRef]| {
        let quotes: Vec<Quote> = tellings.iter().filter_map(|at| quote(model, *at)).collect();
        Step::Make(Box::new(What::Meeting(MeetingCorrection::NoMeeting(quotes))))
    };
    if let [_] = all.as_slice() {
        let only = denied(&all);
        step(model, only);
        return;
    }
    let each = all.iter().map(|at| {
        let (label, day) = told_in(&library, *at);
        item(label, day, denied(&[*at]))
    });
    let mut items: Vec<_> = each.collect();
    // One list of the meeting is about all that tell of it; the words in focus are about themselves first.
    let is_of_words = model.view().is_none_or(|open| matches!(open.view, View::Why { .. } | View::Compare { .. }));
    let label = match all.len() {
        of_meeting if meeting.mentions.len() == of_meeting => "no meeting at all",
        2 => "neither is one",
        _ => "none of them is one",
    };
    let every = item(label, count(all.len(), "telling", "tellings"), denied(&all));
    items.insert(usize::from(is_of_words), every);
    let told = met(&library, meeting, &called(&library));
    choose(model, Kind::NoMeeting, items, "No meeting is in focus.");
    if model.is_linear() {
        // What is asked is heard before a long name is cut.
        super::ask(model, format!("No meeting, as told in which story? {told}"));
    } else {
        ask_about(model, &told, "is no meeting, as told in…");
    }
}

/// A telling by its story and the story's day.
fn told_in(library: &Library, at: MentionRef) -> (String, String) {
    let Some(story) = library.stories.get(at.story) else { return Default::default() };
    let day = story.annotations.published.as_ref().map_or_else(|| "undated".to_owned(), wording::published);
    (library.called_story(&story.article.id), day)
}
