//! What the reader corrects: what is being asked for, what is being worked out, what came of it.
//!
//! **In:** what someone points at (`subject`), and what they say of it. **Out:** [`Request`]s to whoever writes the file, and
//! a library that was analysed anew. **Why:** an error is corrected where it is seen, what that changed is told, and the
//! same key as for stars takes it back.

mod subject;

use std::sync::Arc;

pub use self::subject::NameHere;
use super::Model;
use super::messages::Message;
use super::view::View;
use crate::language::{Correction, EntityId, Interval, slug};
use crate::library::corrections::{Entry, Standing, What};
use crate::library::{ByHandError, Library, Progress};
use crate::links::{Entity, Quote};
use crate::reader::actions::{Command, Correct};
use crate::text::letters::first_upper;

/// What is to become of the file of corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// One entry more.
    Add(Entry),
    /// One entry less.
    Remove(Entry),
}

impl Request {
    /// What undoes it.
    fn undone(&self) -> Self {
        match self {
            Self::Add(entry) => Self::Remove(entry.clone()),
            Self::Remove(entry) => Self::Add(entry.clone()),
        }
    }

    /// The entry that it is about.
    pub const fn entry(&self) -> &Entry {
        match self {
            Self::Add(entry) | Self::Remove(entry) => entry,
        }
    }
}

/// A step on the way to a correction, as lists to pick from have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is about this name.
    Name(Correct, NameHere),
    /// This name is the same as that one.
    SameAs(NameHere, EntityId),
    /// A day is asked for.
    Day(Asking),
    /// It is this.
    Make(Box<What>),
}

/// What a line of words is typed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Another spelling of a name.
    Rename(Renaming),
    /// The day of the meeting of which these tell.
    MeetingDay {
        /// Where it was pointed at.
        telling: Quote,
        /// What else an entry is to name, so that it means the whole meeting.
        others: Vec<Quote>,
    },
    /// The day of the story with this index.
    StoryDay(usize),
}

/// A name that is to be written otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Which, and where it was pointed at.
    pub here: NameHere,
    /// As entries write it.
    pub name: String,
    /// As the screen writes it now.
    pub now: String,
}

/// What is being corrected.
#[derive(Clone, Debug, Default)]
pub struct Correcting {
    /// What the open line is typed for.
    pub asking: Option<Asking>,
    /// How far the stories are that are analysed anew.
    pub progress: Option<Progress>,
    /// What no one was told of yet.
    wanted: Vec<Request>,
    /// What was asked for and did not come in yet.
    under_way: Vec<Request>,
}

/// A correction that was carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The library as it is now.
    pub library: Arc<Library>,
    /// What was asked.
    pub request: Request,
    /// What that changed, in words.
    pub changed: String,
    /// Whether others wrote into the file meanwhile, and the library is as their corrections make it too.
    pub is_shared: bool,
}

impl Model {
    /// Asks for a correction to be kept and applied.
    pub(in crate::reader) fn correct(&mut self, what: What) {
        if self.is_corrected(&what) {
            let words = what.told(&self.library);
            self.say(format!("That is among the corrections already: {words}."));
            return;
        }
        let made = Some(self.messages.now.date()).filter(|day| day.year() > 1);
        self.ask_for(Request::Add(Entry { what, made, changed: None }));
    }

    /// Whether this is among the corrections, or will be once everything that was asked for is done.
    fn is_corrected(&self, what: &What) -> bool {
        let now = self.library.corrections.entries.iter().any(|entry| entry.what == *what);
        let later = self.correcting.under_way.iter().rev().find(|request| request.entry().what == *what);
        later.map_or(now, |request| matches!(request, Request::Add(_)))
    }

    /// Asks for a correction to be taken out.
    pub(in crate::reader) fn uncorrect(&mut self, entry: Entry) {
        self.ask_for(Request::Remove(entry));
    }

    fn ask_for(&mut self, request: Request) {
        let words = request.entry().what.told(&self.library);
        let (said, told) = match &request {
            Request::Add(_) => ("Correcting", format!("corrected that {words}")),
            Request::Remove(_) => ("Taking back", format!("took back that {words}")),
        };
        self.say(format!("{said}: {words} …"));
        self.remember_correction(told, request.undone());
        self.want(request);
    }

    fn want(&mut self, request: Request) {
        self.correcting.under_way.push(request.clone());
        self.correcting.wanted.push(request);
    }

    /// Takes a correction back, as the last thing that was done.
    pub(super) fn take_correction_back(&mut self, request: Request) {
        self.want(request);
    }

    /// Everything that whoever writes the file is to be told.
    pub(in crate::reader) fn take_wanted_corrections(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.correcting.wanted)
    }

    /// Takes in the library as a correction made it.
    pub(in crate::reader) fn take_corrected(&mut self, corrected: &Corrected) {
        self.correcting.progress = None;
        let under_way = &mut self.correcting.under_way;
        if let Some(at) = under_way.iter().position(|request| *request == corrected.request) {
            // Those before it were written before it.
            under_way.drain(..=at);
        }
        let closed = self.take_again(Arc::clone(&corrected.library));
        let closed = closed.map_or_else(String::new, |closed| format!(" {closed}"));
        let keys = self.keymap().chords_anywhere(Command::Undo);
        let is_next = self.takes_back_next(&corrected.request.undone());
        let key = keys.first().filter(|_| is_next);
        let back = key.map_or_else(String::new, |key| format!("; {} takes it back", self.told_key(key)));
        // What came of it is what one waits for.
        let (what, changed) = (&corrected.request.entry().what, &corrected.changed);
        let (did, words) = match &corrected.request {
            Request::Add(_) => ("Corrected", what.told(&self.library)),
            Request::Remove(_) => ("No longer corrected", what.undone(&self.library)),
        };
        let shared = if corrected.is_shared { " What was corrected elsewhere meanwhile holds too." } else { "" };
        self.say(format!("{did}: {changed}{back}.{closed} {}.{shared}", first_upper(&words)));
    }

    /// Something went wrong with a correction; `request` is what did not come into the file, if that is it. The steps back
    /// are then as they were before it was asked for.
    pub(in crate::reader) fn take_failed_correction(&mut self, message: Message, request: Option<&Request>) {
        self.correcting.progress = None;
        if let Some(request) = request {
            let under_way = &mut self.correcting.under_way;
            if let Some(at) = under_way.iter().rposition(|own| own == request) {
                under_way.remove(at);
            }
            if !self.forget_correction(&request.undone()) {
                // It was itself a step back, and can be tried again.
                let told = format!("corrected that {}", request.entry().what.told(&self.library));
                self.remember_correction(told, request.clone());
            }
        }
        self.tell(message);
    }

    /// Puts corrections that no longer apply into the log.
    pub(super) fn log_standing(&mut self, library: &Library) {
        let standing = || library.standing.iter().zip(&library.corrections.entries);
        for (standing, entry) in standing() {
            if let Standing::Applies { gone: Some(why), .. } = standing {
                let words = format!("A correction applies in part only: {}: {why}.", entry.what.told(library));
                self.log(Message::warning(words));
            }
            if let Standing::Gone(why) = standing {
                let words = format!("A correction no longer applies: {}: {why}.", entry.what.told(library));
                self.tell(Message::warning(words));
            }
        }
        let elsewhere = standing().filter(|(standing, _)| **standing == Standing::Elsewhere).count();
        if elsewhere > 0 {
            let told = super::digest::count(elsewhere, "correction is", "corrections are");
            self.log(Message::event(format!("{told} about names and stories that are not here; E lists them.")));
        }
    }

    /// Whether a correction is under the cursor.
    pub(super) fn is_on_a_correction(&self) -> bool {
        let of_them = self.view().filter(|open| open.view == View::Corrections);
        of_them.is_some_and(|open| open.content.correction(open.at.cursor).is_some())
    }

    /// What could not be read of the file of corrections, if that is under the cursor.
    pub(in crate::reader) fn unread_correction(&self) -> Option<&ByHandError> {
        let open = self.view().filter(|open| open.view == View::Corrections)?;
        self.library.corrections.faults.get(open.content.unread_correction(open.at.cursor)?)
    }

    /// The name with this identity.
    pub(in crate::reader) fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.library.entity(id)
    }
}

impl Model {
    /// As entries write a name, so that they find it again: as the screen does; where another name is written so too, or this
    /// one was written otherwise once, as the stories write it; or else its identity.
    pub(in crate::reader) fn as_entries_write(&self, entity: &Entity) -> String {
        let is_own = |words: &str| slug(words) == entity.id.as_str() && !self.is_taken_over(words);
        if is_own(&entity.name) {
            return entity.name.clone();
        }
        let stories = entity.stories.iter().filter_map(|story| self.library.stories.get(*story));
        let mut written = stories.flat_map(|story| {
            let mentions = story.name(&entity.id).into_iter().flat_map(|name| &name.mentions);
            mentions.map(|mention| story.words(mention.passage))
        });
        written.find(|words| is_own(words)).map_or_else(|| entity.id.to_string(), str::to_owned)
    }

    /// Whether another name is written so by a correction.
    fn is_taken_over(&self, words: &str) -> bool {
        let own = slug(words);
        self.library.corrections.entries.iter().any(
            |entry| matches!(&entry.what, What::Reading(Correction::Rename { name, to }) if slug(to) == own && slug(name) != own),
        )
    }
}

/// The days that words tell: a date as a machine writes it, or in words, counted from `near` where they need that.
pub fn days(words: &str, near: Option<jiff::civil::Date>) -> Option<Interval> {
    let iso = crate::search::query::Days::parse(words.trim()).ok();
    let iso = iso.and_then(|days| Some(Interval { from: days.from?, to: days.to? }));
    iso.or_else(|| crate::language::days_in_words(words, near))
}
