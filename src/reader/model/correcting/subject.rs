//! What someone points at who wants to correct something: which names, which telling of a meeting, which story.
//!
//! **Why:** an error is seen on a row of a view, on a passage in focus, on a page. Each has some names and a telling near to
//! it; the nearest comes first, and where there are several, the reader picks.

use std::collections::HashSet;

use crate::dossier::Source;
use crate::dossier::neighbourhood::Node;
use crate::language::{EntityId, Passage};
use crate::links::MentionRef;
use crate::reader::model::view::{Target, View};
use crate::reader::model::{Focus, Model};

/// A name, and where it was pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameHere {
    /// Who.
    pub id: EntityId,
    /// The story in which it was pointed at, if it was one.
    pub story: Option<usize>,
    /// The mention.
    pub mention: Option<Passage>,
}

impl NameHere {
    const fn new(id: EntityId) -> Self {
        Self { id, story: None, mention: None }
    }
}

impl Model {
    /// The names that may be meant, the nearest first, each once.
    pub(in crate::reader) fn names_at_hand(&self) -> Vec<NameHere> {
        let mut names = match self.view() {
            Some(open) => self.names_of_view(open.view),
            None => match (self.focus, self.shown, self.stories.chosen()) {
                (Focus::Text, Some(story), _) => self.names_of_text(story),
                (_, _, Some(story)) => self.names_of_story(story, 0),
                _ => Vec::new(),
            },
        };
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(name.id.clone()));
        names
    }

    fn names_of_view(&self, view: View) -> Vec<NameHere> {
        let (target, source) = (self.view_target(), self.view_source());
        let entity = |number: usize| self.library.connections.entities.get(number).map(|entity| entity.id.clone());
        // A row of the list of names, or a node of the map, is about one name alone.
        let of_row = match target {
            Some(Target::View(View::Name(number) | View::Map(Node::Name(number)))) => entity(number),
            _ => None,
        };
        let of_page = match view {
            View::Name(number) | View::Beside(number) | View::Map(Node::Name(number)) => entity(number),
            _ => None,
        };
        if let Some(id) = of_row.or(of_page) {
            let here = source.map(|source| (source.story, source.passage));
            return vec![NameHere {
                id,
                story: here.map(|(story, _)| story),
                mention: here.map(|(_, passage)| passage),
            }];
        }
        let mut names = source.map(|source| self.names_near(source)).unwrap_or_default();
        let meeting = match (view, target) {
            (_, Some(Target::View(View::Meeting(number)))) | (View::Meeting(number), _) => Some(number),
            _ => None,
        };
        if let Some(meeting) = meeting.and_then(|number| self.library.connections.meetings.get(number)) {
            names.extend(meeting.participants.iter().map(|who| NameHere::new(who.id.clone())));
            names.extend(meeting.place.iter().map(|place| NameHere::new(place.id.clone())));
        }
        names
    }

    /// The names of a story's words, then those of the rest of the sentence.
    fn names_near(&self, source: Source) -> Vec<NameHere> {
        let Some(story) = self.library.stories.get(source.story) else { return Vec::new() };
        let holds = |sentence: &&crate::language::Sentence| {
            sentence.passage.part == source.passage.part && sentence.passage.span.overlaps(source.passage.span)
        };
        let sentences = story.annotations.sentences.iter().filter(holds);
        let whole = sentences.fold(source.passage, |whole, sentence| whole.cover(sentence.passage));
        let mut found = self.names_within(source.story, source.passage);
        found.extend(self.names_within(source.story, whole));
        found
    }

    /// The names in a passage, in its order.
    fn names_within(&self, story: usize, passage: Passage) -> Vec<NameHere> {
        let mut found: Vec<(Passage, NameHere)> = self
            .mentions_of(story)
            .filter(|(at, _)| at.part == passage.part && at.span.overlaps(passage.span))
            .collect();
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, name)| name).collect()
    }

    fn mentions_of(&self, story: usize) -> impl Iterator<Item = (Passage, NameHere)> + '_ {
        let names = self.library.stories.get(story).into_iter().flat_map(|story| &story.annotations.names);
        names.flat_map(move |name| {
            name.mentions.iter().map(move |mention| {
                let here = NameHere { id: name.id.clone(), story: Some(story), mention: Some(mention.passage) };
                (mention.passage, here)
            })
        })
    }

    /// The names of the passage in focus, then those from the first row in sight on, then those before.
    fn names_of_text(&self, story: usize) -> Vec<NameHere> {
        let focus = self.focused_passage();
        let mut names = focus.map(|passage| self.names_within(story, passage)).unwrap_or_default();
        let top = self.page().and_then(|page| page.anchor(self.top)).map(|anchor| anchor.passage.start_key());
        let from = if self.top == 0 { 0 } else { top.map_or(0, |(_, offset)| offset) };
        names.extend(self.names_of_story(story, from));
        names
    }

    /// All names of a story: those from this byte of the text on, then those before it, then those of a title.
    fn names_of_story(&self, story: usize, from: usize) -> Vec<NameHere> {
        let mut found: Vec<(Passage, NameHere)> = self.mentions_of(story).collect();
        found.sort_by_key(|(at, _)| (at.span.start() < from, at.part, at.span.start()));
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// The telling of a meeting that may be meant.
    pub(in crate::reader) fn telling_at_hand(&self) -> Option<MentionRef> {
        let Some(open) = self.view() else {
            let mention = self.panel.mention?;
            return Some(MentionRef { story: self.shown?, mention });
        };
        let first = |meeting: usize| self.library.connections.meetings.get(meeting)?.mentions.first().copied();
        if let View::Why { from, to } = open.view {
            return self.likeliest_pair(from, to).map(|(one, _)| one);
        }
        match self.view_target() {
            Some(Target::Mention(mention)) => return Some(mention),
            Some(Target::View(View::Meeting(meeting) | View::Map(Node::Meeting(meeting)))) => return first(meeting),
            _ => {}
        }
        let by_source = self.view_source().and_then(|source| {
            let told = &self.library.stories.get(source.story)?.meetings;
            let tells =
                |passage: &Passage| passage.part == source.passage.part && passage.span.overlaps(source.passage.span);
            let of_page = |mention: &usize| match open.view {
                View::Meeting(number) => {
                    let at = MentionRef { story: source.story, mention: *mention };
                    let meeting = self.library.connections.meetings.get(number);
                    meeting.is_some_and(|meeting| meeting.mentions.binary_search(&at).is_ok())
                }
                _ => true,
            };
            let mut found = (0..told.len())
                .filter(|mention| told.get(*mention).is_some_and(|meeting| meeting.evidence.iter().any(tells)));
            found.find(of_page).map(|mention| MentionRef { story: source.story, mention })
        });
        let of_page = || match open.view {
            View::Meeting(meeting) | View::Map(Node::Meeting(meeting)) => first(meeting),
            _ => None,
        };
        by_source.or_else(of_page)
    }

    /// The tellings of two stories that are likeliest to be of one meeting.
    pub(in crate::reader) fn likeliest_pair(&self, from: usize, to: usize) -> Option<(MentionRef, MentionRef)> {
        crate::links::explain(&self.library.stories, &self.library.connections, from, to).pair
    }

    /// The story that may be meant.
    pub(in crate::reader) fn story_at_hand(&self) -> Option<usize> {
        let Some(open) = self.view() else {
            return if self.focus == Focus::Text { self.shown } else { self.stories.chosen() };
        };
        match (self.view_target(), self.view_source(), open.view) {
            (Some(Target::Story(story) | Target::View(View::Map(Node::Story(story)))), ..)
            | (_, _, View::Map(Node::Story(story))) => Some(story),
            (_, Some(source), _) => Some(source.story),
            _ => None,
        }
    }
}
