//! Why two stories are linked, or why they are not.
//!
//! **In:** a command. **Out:** the view that tells it, or a list of stories to pick the other one from; or why there is nothing
//! to tell.

use crate::reader::model::Model;
use crate::reader::model::view::View;

/// Tells why the story that is read and the chosen one are linked.
pub(super) fn open(model: &mut Model) {
    match model.pair_in_question() {
        Ok((from, to)) => {
            let meeting = model.view().and_then(|open| open.content.meeting_of(open.at.cursor));
            model.open_view(View::Why { from, to });
            let stop = meeting.zip(model.view()).and_then(|(meeting, open)| open.content.stop_of(meeting));
            if let Some(stop) = stop {
                model.go_to_stop(stop);
            }
        }
        Err(words) => model.say(words),
    }
}

/// Lets the other story be picked: any of the library.
pub(super) fn pick(model: &mut Model) {
    match model.story_in_question() {
        Some(story) => model.picker = Some(model.others_picker(story)),
        None => model.say("There is no story to ask about."),
    }
}
