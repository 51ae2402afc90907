//! What the things of a graph are called.
//!
//! **In:** a library and a thing in it. **Out:** its [`Label`]: what it is called, the same in short, when and where it
//! was. **Why:** a map has little room; every map and list calls a thing by the same words.

use std::collections::HashMap;

use super::Node;
use super::parties::called_as_state;
use crate::dossier::meeting::{self, number, own_name};
use crate::dossier::wording;
use crate::language::{EntityId, Facts, Form, NameKind};
use crate::library::Library;
use crate::links::{Connections, Entity, Meeting};
use crate::meetings::{Participant, Status, Story};
use crate::text::letters::count;
use crate::text::sanitise::one_line;

/// Between facts on one line.
pub const BETWEEN: &str = " · ";
/// So many people stand for a meeting where there are more.
const NAMED: usize = 3;
/// So many other stories are asked how they call someone, where those of the meeting give the whole name only.
const ASKED: usize = 20;

/// How a thing is called; clean, on one line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The title of a story; who met, or the round of which series; a name.
    pub title: String,
    /// The same in few words, as where people are called by one name only.
    pub short: String,
    /// The same in ever fewer words, where several met: `Halvorsen – Ilmaz +2`, `Halvorsen +3`.
    pub fewer: Vec<String>,
    /// What both end with where it is a round of several: `, round 24`. Nothing else tells one from another.
    pub number: String,
    /// `21 Nov 2017`; empty where it is not known, and for names.
    pub day: String,
    /// The outlet of a story; the place of a meeting; the kind of a name.
    pub whence: String,
    /// Whether it is only probably a meeting; its facts say so in words.
    pub is_likely: bool,
    /// Of a meeting its kind, its status and how many stories tell of it; of a name how many name it.
    pub facts: String,
}

impl Label {
    /// Day, place and facts on one line.
    pub fn about(&self) -> String {
        joined([&self.day, &self.whence, &self.facts])
    }

    /// Day and place alone.
    pub fn when_and_where(&self) -> String {
        joined([&self.day, &self.whence])
    }

    /// The sign that stands before what it is called wherever no words say that it is only probably a meeting; empty for all
    /// else.
    pub const fn doubt(&self) -> &'static str {
        if self.is_likely { wording::PROBABLY_SIGN } else { "" }
    }

    /// What it is called with these words behind it that say that it is only probably a meeting.
    pub fn told_with_doubt(&self) -> String {
        if self.is_likely { format!("{} ({})", self.title, wording::PROBABLY_ONE) } else { self.title.clone() }
    }
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a String>) -> String {
    let told: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    told.join(BETWEEN)
}

/// How a thing is called; empty where there is no such thing. Whoever asks for many asks [`Labels`].
pub fn label(library: &Library, node: Node) -> Label {
    Labels { library, index: None }.of(node)
}

/// How the things of a library are called.
#[derive(Debug)]
pub struct Labels<'l> {
    library: &'l Library,
    /// Looked through once; without it the library is looked through where it is asked.
    index: Option<Index<'l>>,
}

#[derive(Debug)]
struct Index<'l> {
    entities: HashMap<&'l EntityId, &'l Entity>,
}

impl<'l> Labels<'l> {
    /// For many questions: names are looked through once.
    pub fn new(library: &'l Library) -> Self {
        let entities = library.connections.entities.iter();
        let entities = entities.rev().map(|entity| (&entity.id, entity)).collect();
        Self { library, index: Some(Index { entities }) }
    }

    /// How a thing is called; empty where there is no such thing.
    pub fn of(&self, node: Node) -> Label {
        let Connections { meetings, entities, .. } = &self.library.connections;
        let found = match node {
            Node::Story(story) => self.library.stories.get(story).map(of_story),
            Node::Meeting(meeting) => meetings.get(meeting).map(|meeting| of_meeting(self, meeting)),
            Node::Name(name) => entities.get(name).map(|entity| self.of_name(entity)),
        };
        found.unwrap_or_default()
    }

    fn of_name(&self, entity: &Entity) -> Label {
        let state = called_as_state(entity, |state| self.entity(state).is_some());
        let title = one_line(state.unwrap_or(&entity.name));
        let surname = || Facts::shipped().surname(&entity.id, &entity.name).map(one_line);
        let called = || entity.stories.iter().take(ASKED).find_map(|story| one_word(self.library, *story, &entity.id));
        let short = (entity.kind == NameKind::Person).then(|| surname().or_else(called)).flatten();
        Label {
            short: short.unwrap_or_else(|| title.clone()),
            title,
            fewer: Vec::new(),
            number: String::new(),
            day: String::new(),
            is_likely: false,
            whence: if state.is_some() { "state" } else { entity.kind.word() }.to_owned(),
            facts: count(entity.stories.len(), "story", "stories"),
        }
    }

    fn entity(&self, id: &EntityId) -> Option<&'l Entity> {
        match &self.index {
            Some(index) => index.entities.get(id).copied(),
            None => self.library.entity(id),
        }
    }
}

fn of_story(story: &Story) -> Label {
    let title = one_line(&story.article.title.text);
    let title = if title.is_empty() { one_line(&story.article.id) } else { title };
    let published = story.annotations.published.as_ref();
    Label {
        short: title.clone(),
        title,
        fewer: Vec::new(),
        number: String::new(),
        day: published.map(wording::published).unwrap_or_default(),
        is_likely: false,
        whence: story.article.outlet.as_ref().map(|outlet| one_line(&outlet.name)).unwrap_or_default(),
        facts: String::new(),
    }
}

fn of_meeting(labels: &Labels<'_>, meeting: &Meeting) -> Label {
    let full = |one: &Participant| one_line(&one.name);
    let brief = |one: &Participant| short_name(labels, meeting, one);
    let kind = meeting::kind_with_doubt(meeting);
    let status = Some(meeting.status).filter(|status| *status != Status::Unknown);
    let status = status.map_or_else(String::new, |status| status.word().to_owned());
    let title = who(labels, meeting, full, usize::MAX);
    // Of what begins with its number nothing is lost where it is cut.
    let round = [meeting::numbered(meeting), meeting.ordinal.map(|number| format!("round {number}"))];
    let round = round.into_iter().flatten().map(|round| format!(", {round}")).find(|round| title.ends_with(round));
    let short = who(labels, meeting, brief, NAMED);
    Label {
        title,
        number: round.unwrap_or_default(),
        fewer: fewer(labels, meeting, &short),
        short,
        day: wording::when_met(meeting).unwrap_or_default(),
        is_likely: meeting.is_likely,
        whence: meeting.place.as_ref().map(|place| one_line(&place.name)).unwrap_or_default(),
        facts: joined(&[kind, status, count(meeting.stories(), "story", "stories")]),
    }
}

/// The first two of more who met, then the first alone, each with the number of the others; nothing for what has a name of its own.
fn fewer(labels: &Labels<'_>, meeting: &Meeting, short: &str) -> Vec<String> {
    let all = meeting.participants.len();
    if all < 3 || own_name(labels.library, meeting).is_some() {
        return Vec::new();
    }
    let number = number(meeting);
    let names = || short.strip_suffix(&number).unwrap_or(short).split(meeting::BETWEEN);
    let some = |most: usize| {
        let told: Vec<&str> = names().take(most).collect();
        format!("{} +{}{number}", told.join(meeting::BETWEEN), all - most)
    };
    vec![some(2), some(1)]
}

/// The name of its own, or who met, `most` of them.
fn who(labels: &Labels<'_>, meeting: &Meeting, call: impl Fn(&Participant) -> String, most: usize) -> String {
    if let Some(name) = own_name(labels.library, meeting) {
        return name;
    }
    let people = &meeting.participants;
    let mut told: Vec<String> = people.iter().take(most).map(call).collect();
    if people.len() > most {
        told.push(format!("{} more", people.len() - most));
    }
    told.extend(meeting::is_half_told(meeting).then(|| meeting::UNNAMED.to_owned()));
    told.join(meeting::BETWEEN) + &number(meeting)
}

/// The surname of someone whom a table knows, else the one word by which the stories call him most; of several the first, and the
/// whole name where there is none.
fn short_name(labels: &Labels<'_>, meeting: &Meeting, one: &Participant) -> String {
    if one.kind != NameKind::Person {
        return one_line(&one.name);
    }
    if let Some(surname) = Facts::shipped().surname(&one.id, &one.name) {
        return one_line(surname);
    }
    let told = |story: usize| one_word(labels.library, story, &one.id);
    let mut own = meeting.mentions.iter().map(|at| at.story);
    // Only where its own stories say no short name are others looked for.
    let others = || {
        let entity = labels.entity(&one.id)?;
        entity.stories.iter().copied().take(ASKED).find_map(told)
    };
    own.find_map(told).or_else(others).unwrap_or_else(|| one_line(&one.name))
}

/// The one word by which a story calls someone most.
fn one_word(library: &Library, story: usize, who: &EntityId) -> Option<String> {
    let story = library.stories.get(story)?;
    let mentions = story.name(who)?.mentions.iter().filter(|mention| mention.form == Form::Name);
    let mut words: Vec<(&str, usize)> = Vec::new();
    for word in mentions.map(|mention| story.words(mention.passage)).filter(|word| is_one_word(word)) {
        match words.iter_mut().find(|(known, _)| *known == word) {
            Some((_, number)) => *number += 1,
            None => words.push((word, 1)),
        }
    }
    words.into_iter().rev().max_by_key(|(_, number)| *number).map(|(word, _)| one_line(word))
}

/// Whether this can stand for a name: one word, and no initials.
fn is_one_word(word: &str) -> bool {
    !word.contains(char::is_whitespace) && !word.contains('.') && word.chars().any(char::is_lowercase)
}
