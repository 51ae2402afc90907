//! Views, found again in another analysis of the same library.
//!
//! **In:** the numbers of a view in the library as it was. **Out:** the same view with the numbers of the library as it is
//! now; nothing where what it is about is not there any more; the cursor on what it stood on. **Why:** a correction analyses
//! everything anew, and who corrects something wants to see what came of it where they stand, and go on from there.

use std::collections::HashMap;

use super::corrections::stop_of;
use super::{Open, Target, View, Views};
use crate::dossier::Source;
use crate::dossier::neighbourhood::Node;
use crate::library::Library;
use crate::library::corrections::What;
use crate::links::MentionRef;
use crate::reader::model::Model;
use crate::reader::model::picker::Pick;

/// What a cursor stood on, to be found in what its view shows now.
#[derive(Clone, Debug)]
pub(super) struct Stood {
    on: On,
    /// How many rows below the first one in sight.
    below: usize,
}

#[derive(Clone, Debug)]
enum On {
    Target(Target),
    Correction(What),
}

impl Stood {
    /// What the cursor of a view stands on.
    pub(super) fn of(open: &Open, library: &Library) -> Option<Self> {
        let (at, content) = (&open.at, &open.content);
        let on = if open.view == View::Corrections {
            let number = content.correction(at.cursor)?;
            On::Correction(library.corrections.entries.get(number)?.what.clone())
        } else {
            On::Target(content.target(library, at.cursor)?)
        };
        let below = content.rows_of(at.cursor).start.saturating_sub(at.top);
        Some(Self { on, below })
    }
}

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
            View::Beside(number) => View::Beside(self.name(number)?),
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
        let mut now = meeting.mentions.iter().filter_map(|mention| self.mention(*mention));
        now.find_map(|mention| Some(self.now.meeting_of(mention)?.0))
    }

    /// By the words that told of a meeting first.
    fn mention(&self, at: MentionRef) -> Option<MentionRef> {
        let words = self.before.mention(at)?.evidence.first()?;
        let story = self.story(at.story)?;
        let told = &self.now.stories.get(story)?.meetings;
        let tells = |mention: &usize| told.get(*mention).is_some_and(|told| told.evidence.contains(words));
        // Of several that the same words tell, the one in the same place.
        let mention = Some(at.mention).filter(tells).or_else(|| (0..told.len()).find(tells))?;
        Some(MentionRef { story, mention })
    }

    fn target(&self, target: Target) -> Option<Target> {
        Some(match target {
            Target::View(view) => Target::View(self.view(view)?),
            Target::Mention(mention) => Target::Mention(self.mention(mention)?),
            Target::Passage(source) => Target::Passage(Source { story: self.story(source.story)?, ..source }),
            Target::Story(story) => Target::Story(self.story(story)?),
        })
    }

    /// What a cursor stood on, as it is now.
    fn stood(&self, stood: Stood) -> Option<Stood> {
        let on = match stood.on {
            On::Target(target) => On::Target(self.target(target)?),
            correction @ On::Correction(_) => correction,
        };
        Some(Stood { on, ..stood })
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
        let left = left.into_iter().filter_map(|(view, mut left)| {
            left.stood = left.stood.take().and_then(|stood| renewed.stood(stood));
            left.is_renewed = true;
            Some((renewed.view(view)?, left))
        });
        self.left = left.collect();
        visits.for_each(|visit| *visit = visit.and_then(|view| renewed.view(view)));
        let Some(open) = &mut self.open else { return false };
        let stood = open.stood.take().or_else(|| Stood::of(open, before));
        open.stood = stood.and_then(|stood| renewed.stood(stood));
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

impl Open {
    /// Puts the cursor on what it stood on before everything was analysed anew, the same number of rows below the top.
    pub(super) fn find_again(&mut self, library: &Library) {
        let Some(stood) = self.stood.take() else { return };
        let here = self.at.cursor;
        let stop = match &stood.on {
            On::Correction(what) => stop_of(library, &self.at.words, what),
            On::Target(target) => {
                let is_it = |stop: &usize| self.content.target(library, *stop) == Some(*target);
                let same = Some(here).filter(|here| *here < self.content.stops()).filter(is_it);
                // One thing may stand in several rows: then the nearest.
                same.or_else(|| (0..self.content.stops()).filter(is_it).min_by_key(|stop| stop.abs_diff(here)))
            }
        };
        if let Some(stop) = stop {
            self.at.cursor = stop;
            self.at.top = self.content.rows_of(stop).start.saturating_sub(stood.below);
        }
    }
}

impl Model {
    /// Has the list that is open lead to the same views as before, in the library that comes in.
    pub(in crate::reader) fn renew_list(&mut self, now: &Library) {
        let Some(picker) = &mut self.picker else { return };
        if !picker.items.iter().any(|item| matches!(item.pick, Pick::View(_))) {
            return;
        }
        let renewed = Renewed::of(&self.library, now);
        picker.renew(|pick| match pick {
            Pick::View(view) => renewed.view(view).map(Pick::View),
            other => Some(other),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture::library;

    /// The fixture, with its meetings and names numbered the other way round, and without the name of this number.
    fn turned(without: Option<usize>) -> Library {
        let mut library = library();
        library.connections.meetings.reverse();
        if let Some(number) = without {
            library.connections.entities.remove(number);
        }
        library.connections.entities.reverse();
        library
    }

    #[test]
    fn views_are_found_again_by_what_they_are_about() {
        let (before, now) = (library(), turned(Some(0)));
        let renewed = Renewed::of(&before, &now);
        let last = before.connections.meetings.len() - 1;
        assert_eq!(renewed.view(View::Meeting(0)), Some(View::Meeting(last)));
        assert_eq!(renewed.view(View::Map(Node::Meeting(last))), Some(View::Map(Node::Meeting(0))));
        assert_eq!(renewed.view(View::Name(0)), None, "it is not there any more");
        let names = now.connections.entities.len();
        assert_eq!(renewed.view(View::Name(1)), Some(View::Name(names - 1)));
        let why = View::Why { from: 0, to: 1 };
        assert_eq!((renewed.view(why), renewed.view(View::Names)), (Some(why), Some(View::Names)));
    }

    #[test]
    fn a_meeting_that_got_another_identity_is_found_by_the_words_that_tell_of_it() {
        let (before, mut now) = (library(), turned(None));
        now.connections.meetings.iter_mut().for_each(|meeting| meeting.id.push_str("-corrected"));
        let last = before.connections.meetings.len() - 1;
        assert_eq!(Renewed::of(&before, &now).view(View::Meeting(0)), Some(View::Meeting(last)));
    }

    #[test]
    fn a_list_of_views_leads_to_the_same_ones_and_loses_those_that_are_gone() {
        use crate::reader::model::picker::{Item, Kind, Picker};
        let mut model = Model::new(crate::reader::theme::Theme::dark(), 120, 36);
        model.load(library());
        let name = |number: usize| Item {
            label: model.library.connections.entities[number].name.clone(),
            detail: String::new(),
            pick: Pick::View(View::Name(number)),
        };
        let mut picker = Picker::new(Kind::Who, vec![name(0), name(1), name(2)]);
        picker.go(2, 10);
        let chosen = model.library.connections.entities[2].id.clone();
        model.picker = Some(picker);
        model.renew_list(&turned(Some(0)));
        let picker = model.picker.as_ref().unwrap();
        let Some(Pick::View(View::Name(number))) = picker.picked() else { panic!("{:?}", picker.picked()) };
        assert_eq!((picker.items.len(), &turned(Some(0)).connections.entities[*number].id), (2, &chosen));
    }

    #[test]
    fn the_cursor_stays_on_what_it_stood_on() {
        for view in [View::Names, View::Meetings] {
            let mut model = Model::new(crate::reader::theme::Theme::dark(), 120, 36);
            model.load(library());
            model.open_view(view);
            model.go_to_stop(1);
            let stands = |model: &Model| match model.view_target() {
                Some(Target::View(View::Name(number))) => model.library.connections.entities[number].id.to_string(),
                Some(Target::View(View::Meeting(number))) => model.library.connections.meetings[number].id.clone(),
                other => panic!("{other:?}"),
            };
            let before = stands(&model);
            model.take_again(std::sync::Arc::new(turned(Some(0))));
            model.settle();
            assert_eq!(stands(&model), before, "in {view:?}");
            model.turn_to(None);
            model.take_again(std::sync::Arc::new(library()));
            model.turn_to(Some(view));
            assert_eq!(stands(&model), before, "in {view:?}, which was left");
        }
    }
}
