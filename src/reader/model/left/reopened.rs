//! The view that was open when the reader was left, and the way back into it.
//!
//! **In:** the view on the screen; what was kept of it. **Out:** what it is about by names that outlive another analysis; the
//! view with the numbers of the library that is read now. **Why:** numbers of meetings and names are those of one analysis;
//! their identities, and the words that tell of a meeting, are the same the next time.

use serde::{Deserialize, Serialize};

use crate::dossier::neighbourhood::Node;
use crate::language::EntityId;
use crate::library::Library;
use crate::links::MentionRef;
use crate::reader::model::Model;
use crate::reader::model::view::{At, Target, View};
use crate::text::sanitise::one_line;

/// A view, and where in it someone was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reopened {
    about: About,
    /// What narrowed it, or was looked for.
    #[serde(default)]
    words: String,
    /// What Enter would have opened.
    #[serde(default)]
    on: Option<About>,
    /// The stop of the cursor.
    #[serde(default)]
    stop: usize,
}

/// What a view is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum About {
    Meetings,
    Names,
    Corrections,
    Meeting {
        id: String,
        /// The story that told of it first, and the words.
        story: String,
        words: String,
    },
    Name(String),
    Story(String),
    Map(Box<About>),
    Why(String, String),
    Compare(String, String),
}

impl About {
    fn of(library: &Library, view: View) -> Option<Self> {
        let id = |story: usize| library.stories.get(story).map(|story| story.article.id.clone());
        Some(match view {
            View::Meetings => Self::Meetings,
            View::Names => Self::Names,
            View::Corrections => Self::Corrections,
            View::Meeting(number) => {
                let meeting = library.connections.meetings.get(number)?;
                let at = *meeting.mentions.first()?;
                let words = library.mention(at)?.evidence.first();
                let words = words.zip(library.stories.get(at.story)).map(|(words, story)| story.words(*words));
                Self::Meeting {
                    id: meeting.id.clone(),
                    story: id(at.story)?,
                    words: words.unwrap_or_default().to_owned(),
                }
            }
            // Whoever reads on begins with the page itself.
            View::Name(number) | View::Beside(number) => {
                Self::Name(library.connections.entities.get(number)?.id.to_string())
            }
            View::Map(Node::Story(story)) => Self::Map(Box::new(Self::Story(id(story)?))),
            View::Map(Node::Meeting(meeting)) => Self::Map(Box::new(Self::of(library, View::Meeting(meeting))?)),
            View::Map(Node::Name(name)) => Self::Map(Box::new(Self::of(library, View::Name(name))?)),
            View::Why { from, to } => Self::Why(id(from)?, id(to)?),
            View::Compare { from, to } => Self::Compare(id(from)?, id(to)?),
        })
    }

    /// The same in this library, if it is there.
    fn view(&self, library: &Library) -> Option<View> {
        let story = |id: &str| library.stories.iter().position(|story| story.article.id == id);
        Some(match self {
            Self::Meetings => View::Meetings,
            Self::Names => View::Names,
            Self::Corrections => View::Corrections,
            Self::Meeting { id, story: teller, words } => {
                let meetings = &library.connections.meetings;
                let by_id = meetings.iter().position(|meeting| meeting.id == *id);
                View::Meeting(by_id.or_else(|| told_by(library, story(teller)?, words))?)
            }
            Self::Name(id) => {
                let id = EntityId::new(id);
                View::Name(library.connections.entities.iter().position(|entity| entity.id == id)?)
            }
            Self::Map(centre) => View::Map(match &**centre {
                Self::Story(id) => Node::Story(story(id)?),
                other => match other.view(library)? {
                    View::Meeting(meeting) => Node::Meeting(meeting),
                    View::Name(name) => Node::Name(name),
                    _ => return None,
                },
            }),
            Self::Why(from, to) => View::Why { from: story(from)?, to: story(to)? },
            Self::Compare(from, to) => View::Compare { from: story(from)?, to: story(to)? },
            Self::Story(_) => return None,
        })
    }

    /// Whether it is there before anything was found in the stories.
    const fn is_at_once(&self) -> bool {
        matches!(self, Self::Meetings | Self::Names | Self::Corrections)
    }
}

/// The meeting of which a story tells in these words.
fn told_by(library: &Library, story: usize, words: &str) -> Option<usize> {
    let told = library.stories.get(story)?;
    let tells = |mention: &usize| {
        let evidence = told.meetings.get(*mention).map(|mention| mention.evidence.as_slice()).unwrap_or_default();
        evidence.first().is_some_and(|passage| told.words(*passage) == words)
    };
    let mention = (0..told.meetings.len()).find(tells)?;
    library.meeting_of(MentionRef { story, mention }).map(|(number, _)| number)
}

impl Model {
    /// What is kept of the view on the screen; where there is none, of the one that still waits to be opened again.
    pub(super) fn view_to_reopen(&self) -> Option<serde_json::Value> {
        let Some(open) = self.view() else { return self.whereabouts.view.clone() };
        let on = match self.view_target() {
            Some(Target::View(view)) => About::of(&self.library, view),
            _ => None,
        };
        let (words, stop) = (open.at.words.clone(), open.at.cursor);
        serde_json::to_value(Reopened { about: About::of(&self.library, open.view)?, words, on, stop }).ok()
    }

    /// Opens the view that was kept, where nothing was touched since the start; what is not found yet is tried again once
    /// everything was looked for.
    pub(in crate::reader::model) fn reopen_view(&mut self) {
        let Some(kept) = self.whereabouts.view.take().filter(|_| !self.whereabouts.is_touched) else { return };
        // What another version wrote may not be understood.
        let Ok(reopened) = serde_json::from_value::<Reopened>(kept.clone()) else { return };
        let is_finding = self.finding.is_some();
        if is_finding {
            self.whereabouts.view = Some(kept.clone());
            if !reopened.about.is_at_once() || self.view().is_some() {
                return;
            }
        }
        let Some(view) = reopened.about.view(&self.library) else { return };
        self.turn_to(Some(view));
        self.whereabouts.view = is_finding.then_some(kept);
        let words = one_line(&reopened.words);
        if let Some(open) = &mut self.views.open {
            open.at = At { words, ..At::default() };
        }
        self.settle_view();
        let on = reopened.on.as_ref().and_then(|on| on.view(&self.library)).map(Target::View);
        let Some(open) = &self.views.open else { return };
        let is_it = |stop: &usize| on.is_some() && open.content.target(&self.library, *stop) == on;
        let kept = Some(reopened.stop).filter(is_it);
        let stop = kept.or_else(|| (0..open.content.stops()).find(is_it)).unwrap_or(reopened.stop);
        self.go_to_stop(stop.min(open.content.stops().saturating_sub(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::reader::actions::Action;
    use crate::reader::model::left::Left;
    use crate::reader::theme::Theme;
    use crate::reader::update::update;

    fn left_on_a_meeting() -> Left {
        let (id, story) = ("none-of-these".into(), "1.txt".into());
        let about = About::Meeting { id, story, words: "They met in Kolm.".into() };
        let view = serde_json::to_value(Reopened { about, words: String::new(), on: None, stop: 0 }).ok();
        Left { view, ..Left::default() }
    }

    #[test]
    fn who_leaves_before_all_is_found_does_not_lose_the_view_that_waits() {
        let kept = left_on_a_meeting();
        let mut model = Model::new(Theme::dark(), 100, 30).resumed(kept.clone());
        let text = b"Mariana Voss opened a harbour in the north\n\nShe spoke of ships.\n";
        let articles = crate::article::read("1.txt", std::path::Path::new("1.txt"), text).articles;
        update(&mut model, Action::Read(Box::new(Library::from_articles("test", articles).unread())));
        assert_eq!(model.left().map(|left| left.view), Some(kept.view));
        // Whoever turned to something else has left it behind.
        model.turn_to(None);
        assert_eq!(model.left().map(|left| left.view), Some(None));
    }
}
