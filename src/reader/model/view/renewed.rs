//! Views, found again in another analysis of the same library.
//!
//! **In:** the numbers of a view in the library as it was. **Out:** the same view with the numbers of the library as it is
//! now; nothing where what it is about is not there any more. **Why:** a correction analyses everything anew, and who
//! corrects something wants to see what came of it where they stand.

use std::collections::HashMap;

use super::{View, Views};
use crate::dossier::neighbourhood::Node;
use crate::library::Library;
use crate::links::MentionRef;

/// What stood where in the library before, and stands where now.
struct Renewed<'l> {
    before: &'l Library,
    now: &'l Library,
    stories: HashMap<&'l str, usize>,
    meetings: HashMap<&'l str, usize>,
    names: HashMap<&'l str, usize>,
}

impl<'l> Renewed<'l> {
    fn of(before: &'l Library, now: &'l Library) -> Self {
        let numbered = |(number, id): (usize, &'l str)| (id, number);
        let stories = now.stories.iter().map(|story| story.article.id.as_str());
        let meetings = now.connections.meetings.iter().map(|meeting| meeting.id.as_str());
        let names = now.connections.entities.iter().map(|name| name.id.as_str());
        Self {
            before,
            now,
            stories: stories.enumerate().map(numbered).collect(),
            meetings: meetings.enumerate().map(numbered).collect(),
            names: names.enumerate().map(numbered).collect(),
        }
    }

    fn view(&self, view: View) -> Option<View> {
        Some(match view {
            View::Meetings | View::Names | View::Corrections => view,
            View::Meeting(number) => View::Meeting(self.meeting(number)?),
            View::Name(number) => View::Name(self.name(number)?),
            View::Map(Node::Story(number)) => View::Map(Node::Story(self.story(number)?)),
            View::Map(Node::Meeting(number)) => View::Map(Node::Meeting(self.meeting(number)?)),
            View::Map(Node::Name(number)) => View::Map(Node::Name(self.name(number)?)),
            View::Why { from, to } => View::Why { from: self.story(from)?, to: self.story(to)? },
            View::Compare { from, to } => View::Compare { from: self.story(from)?, to: self.story(to)? },
        })
    }

    fn story(&self, number: usize) -> Option<usize> {
        self.stories.get(self.before.stories.get(number)?.article.id.as_str()).copied()
    }

    /// By its identity, or else by the words that told of it first.
    fn meeting(&self, number: usize) -> Option<usize> {
        let meeting = self.before.connections.meetings.get(number)?;
        if let Some(same) = self.meetings.get(meeting.id.as_str()) {
            return Some(*same);
        }
        meeting.mentions.iter().find_map(|mention| {
            let words = self.before.mention(*mention)?.evidence.first()?;
            let story = self.story(mention.story)?;
            let told = self.now.stories.get(story)?.meetings.iter();
            let same = told.enumerate().find(|(_, told)| told.evidence.contains(words))?;
            let (number, _) = self.now.meeting_of(MentionRef { story, mention: same.0 })?;
            Some(number)
        })
    }

    fn name(&self, number: usize) -> Option<usize> {
        let entity = self.before.connections.entities.get(number)?;
        let by_name = || self.now.connections.entities.iter().position(|other| other.name == entity.name);
        self.names.get(entity.id.as_str()).copied().or_else(by_name)
    }
}

impl Views {
    /// What views show is to be made anew.
    pub(in crate::reader) const fn library_changed(&mut self) {
        self.library += 1;
    }

    /// Takes in another analysis: views that are open or were left are those of the same things, `visits` (views in the way
    /// back and forward) as well. Tells whether the view that was open is gone.
    pub(in crate::reader) fn renew<'v>(
        &mut self,
        before: &Library,
        now: &Library,
        visits: impl Iterator<Item = &'v mut Option<View>>,
    ) -> bool {
        self.library_changed();
        if before.connections.meetings.is_empty() && before.connections.entities.is_empty() {
            // Nothing was found before, so there was nothing to look at but what is the same in every library.
            return false;
        }
        // What they showed is of the library before, and would be made anew all the same.
        self.kept.clear();
        let renewed = Renewed::of(before, now);
        let left = std::mem::take(&mut self.left);
        self.left = left.into_iter().filter_map(|(view, at)| Some((renewed.view(view)?, at))).collect();
        visits.for_each(|visit| *visit = visit.and_then(|view| renewed.view(view)));
        let Some(open) = &mut self.open else { return false };
        let renewed = renewed.view(open.view);
        let is_gone = renewed.is_none();
        if let Some(view) = renewed {
            open.view = view;
        } else {
            self.open = None;
        }
        is_gone
    }
}
