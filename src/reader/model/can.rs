//! A command in, whether it would do something now out.
//!
//! **Why:** the key line and the palette offer nothing that would only answer that it cannot be done.

use super::dating;
use super::peek::Subject;
use super::view::View;
use super::{Focus, Model};
use crate::dossier::neighbourhood::Node;
use crate::reader::actions::{Command, Take};

impl Model {
    /// Whether a command would do something now; the hint line shows only those.
    pub(in crate::reader) fn can(&self, command: Command) -> bool {
        if let Some(can) = self.view().and_then(|_| self.can_in_view(command)) {
            return can;
        }
        match command {
            Command::NextMark | Command::PreviousMark => !self.marks().is_empty(),
            Command::NextStory | Command::PreviousStory if self.view().is_some() => self.meeting_of_row().is_some(),
            Command::Follow | Command::NextStory | Command::PreviousStory => !self.panel.kin.is_empty(),
            Command::NextOther | Command::PreviousOther => self.panel.kin.len() > 1,
            Command::FindNext | Command::FindPrevious => match &self.overlay {
                Some(overlay) => overlay.look.is_some(),
                None => self.find.is_some(),
            },
            Command::Peek => self.subject_of_peek() != Subject::Nothing,
            Command::Why => self.pair_in_question().is_ok(),
            Command::WhyNot => self.story_in_question().is_some() && self.library.stories.len() > 1,
            Command::FindName => self.spot.is_some(),
            Command::RemoveCorrection => self.is_on_a_correction(),
            Command::Take(Take::Address | Take::Browser) => {
                let story = if self.focus == Focus::Text { self.shown } else { self.stories.chosen() };
                let article = story.and_then(|story| self.library.stories.get(story)).map(|story| &story.article);
                article.is_some_and(|article| article.url.is_some())
            }
            Command::Select(_) => self.story().is_some(),
            Command::SetMark | Command::LinkLabels | Command::Places | Command::Outline => self.shown.is_some(),
            Command::Dating => self.dated_here().is_some_and(|subject| dating::is_told(&self.library, subject)),
            Command::NamePage => !self.names_at_hand().is_empty(),
            Command::GoToMark => !self.whereabouts.bookmarks.is_empty() || self.whereabouts.before_jump.is_some(),
            Command::Back => self.history.has_back(),
            Command::Forward => self.history.has_forward(),
            Command::Complete => self.typing.offered().is_some(),
            Command::ClearFilter => !self.input.is_empty(),
            Command::Skipped => !self.library.skipped.is_empty() || !self.library.notices.is_empty(),
            Command::Star | Command::ToggleRead | Command::Tag | Command::Note => self.stories.chosen().is_some(),
            Command::Open | Command::Accept | Command::JumpToDay => !self.stories.is_empty(),
            Command::Fold | Command::FoldAll => !self.stories.groups().is_empty(),
            Command::Saved(number) => usize::from(number) <= self.settings.queries.len(),
            Command::Queries => !self.settings.queries.is_empty(),
            Command::Filter => !self.library.stories.is_empty(),
            _ => true,
        }
    }

    /// The same for what a view answers otherwise than the list and the text do; `None` for all else.
    fn can_in_view(&self, command: Command) -> Option<bool> {
        let view = self.view()?.view;
        Some(match command {
            Command::NextMark | Command::PreviousMark => true,
            // Of two stories, or of the one that the row tells of.
            Command::Compare => {
                matches!(view, View::Why { .. } | View::Compare { .. } | View::Meeting(_) | View::Map(Node::Story(_)))
                    || self.view_source().is_some() && !matches!(view, View::Names)
            }
            Command::Saved(_) | Command::Queries if self.narrowed_view().is_none() => false,
            Command::Follow => self.view_target().is_some() || self.unread_correction().is_some(),
            Command::FindNext | Command::FindPrevious if self.overlay.is_none() => self.looked_for_in_view().is_some(),
            Command::NextStory | Command::PreviousStory => self.meeting_of_row().is_some(),
            Command::Star | Command::ToggleRead | Command::Tag | Command::Note => self.story_of_row().is_some(),
            _ => return None,
        })
    }
}
