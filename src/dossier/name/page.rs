//! One name in, everything that the stories say of it out.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::prelude::*;

use super::company::{Beside, beside};
use super::course::Course;
use super::index::Names;
use super::met::{Met, met};
use super::offices::{Calling, Office, offices};
use super::written::{Writings, Written};
use crate::dossier::Source;
use crate::language::{Facts, Form, NameKind, NameMention, Passage, words_before};
use crate::library::Library;
use crate::meetings::Story;

/// Ways in which someone is called that are asked for an office, the most frequent: someone of a thousand stories has thousands.
const CALLED: usize = 200;

/// Everything that is known of one name. Who it is, its kind and its counts stand in the library's
/// [`Entity`](crate::links::Entity).
#[derive(Clone, Debug, PartialEq)]
pub struct NameDossier {
    /// Index into [`Connections::entities`](crate::links::Connections::entities).
    pub entity: usize,
    /// How it is written, the most frequent first.
    pub written: Vec<Written>,
    /// The offices and descriptions by which the stories call it, the most frequent first.
    pub called: Vec<Written>,
    /// Its offices by the tables of facts.
    pub offices: Vec<Office>,
    /// The meetings that it has to do with, the latest first.
    pub met: Vec<Met>,
    /// Who is named beside it.
    pub beside: Vec<Beside>,
    /// The stories that mention it, newest first, each with the number of mentions in it and in all stories before it.
    stories: Vec<(usize, usize)>,
    /// Every mention, story by story in that order, in reading order within each.
    mentions: Vec<Source>,
}

/// Where a mention stands in the list of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionPlace {
    /// Index of the story.
    pub story: usize,
    /// Which of the mentions are in it.
    pub first: usize,
    /// One past the last of them.
    pub end: usize,
}

/// What one story says.
struct Told {
    mentions: Vec<NameMention>,
    /// The words of offices before the name.
    before: Vec<Source>,
    /// Descriptions that are those of others too.
    of_several: Vec<Passage>,
}

impl NameDossier {
    /// Gathers everything of the entity with this index; `None` where there is none. Linear in the names of the
    /// stories that mention it.
    pub fn of(library: &Library, names: &Names, entity: usize) -> Option<Self> {
        let Gathered { summary, order, stories, mentions } = gather(library, names, entity)?;
        let beside = beside(library, names, entity, &order);
        let NameSummary { written, called, offices, met, .. } = summary;
        Some(Self { entity, written, called, offices, met, beside, stories, mentions })
    }

    /// The same without who is named beside it, for a look in passing. Linear in its own mentions, whatever else the stories
    /// name.
    pub fn alone(library: &Library, names: &Names, entity: usize) -> Option<Self> {
        let Gathered { summary, stories, mentions, .. } = gather(library, names, entity)?;
        let NameSummary { written, called, offices, met, .. } = summary;
        Some(Self { entity, written, called, offices, met, beside: Vec::new(), stories, mentions })
    }

    /// How many stories mention it.
    pub fn stories(&self) -> usize {
        self.stories.len()
    }

    /// How often it is mentioned.
    pub fn mentions(&self) -> usize {
        self.mentions.len()
    }

    /// The words of the mention with this number; `None` where there are fewer.
    pub fn mention(&self, number: usize) -> Option<Source> {
        self.mentions.get(number).copied()
    }

    /// The `number`th story, newest first, with the numbers of its mentions.
    pub fn story(&self, number: usize) -> Option<MentionPlace> {
        let (story, first) = *self.stories.get(number)?;
        let end = self.stories.get(number + 1).map_or(self.mentions.len(), |(_, first)| *first);
        Some(MentionPlace { story, first, end })
    }

    /// The place, newest first, of the story that holds the mention with this number.
    pub fn story_of(&self, mention: usize) -> usize {
        self.stories.partition_point(|(_, first)| *first <= mention).saturating_sub(1)
    }

    /// Its stories over time, between the first and the last day of the library's, in at most `most` stretches; `None`
    /// where no story has a day.
    pub fn course(&self, names: &Names, most: usize) -> Option<Course> {
        let (from, to) = names.days()?;
        let mut course = Course::spanning(from, to, most);
        self.stories.iter().filter_map(|(story, _)| names.day(*story)).for_each(|day| course.count(day));
        Some(course)
    }

    /// The first and the last day of its stories.
    pub fn days(&self, names: &Names) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        let days = || self.stories.iter().filter_map(|(story, _)| names.day(*story));
        Some((days().min()?, days().max()?))
    }
}

/// What a list tells of a name: everything but who is named beside it and where each mention is.
#[derive(Clone, Debug, PartialEq)]
pub struct NameSummary {
    /// How it is written, the most frequent first.
    pub written: Vec<Written>,
    /// The offices and descriptions by which the stories call it, the most frequent first.
    pub called: Vec<Written>,
    /// Its offices by the tables of facts.
    pub offices: Vec<Office>,
    /// The meetings that it has to do with, the latest first.
    pub met: Vec<Met>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// How many stories mention it.
    pub stories: usize,
}

impl NameSummary {
    /// Looks at the mentions of the entity with this index; `None` where there is none. Linear in these, whatever else the
    /// stories name.
    pub fn of(library: &Library, names: &Names, entity: usize) -> Option<Self> {
        Some(gather(library, names, entity)?.summary)
    }
}

/// What the mentions of a name say.
struct Gathered {
    summary: NameSummary,
    /// The stories that mention it, newest first.
    order: Vec<usize>,
    stories: Vec<(usize, usize)>,
    mentions: Vec<Source>,
}

fn gather(library: &Library, names: &Names, entity: usize) -> Option<Gathered> {
    let one = library.connections.entities.get(entity)?;
    let mut order = one.stories.clone();
    order.sort_by_key(|story| names.rank(*story));
    let has_offices = one.kind == NameKind::Person;
    let told: Vec<Told> = order.par_iter().map(|story| told(library, names, *story, entity, has_offices)).collect();
    let (mut written, mut called) = (Writings::default(), Writings::default());
    let (mut stories, mut mentions) = (Vec::with_capacity(order.len()), Vec::with_capacity(one.mentions));
    for (&story, told) in order.iter().zip(&told) {
        stories.push((story, mentions.len()));
        for mention in &told.mentions {
            let source = Source { story, passage: mention.passage };
            mentions.push(source);
            // `The two presidents` is no way to call one of them.
            if told.of_several.contains(&mention.passage) {
                continue;
            }
            let writings = if mention.form == Form::Name { &mut written } else { &mut called };
            writings.count(source.words(library), source);
        }
        told.before.iter().for_each(|source| called.count(source.words(library), *source));
    }
    let days: Vec<_> = order.iter().filter_map(|story| names.day(*story)).collect();
    let called = called.sorted();
    let calling: Vec<Calling<'_>> = called
        .iter()
        .take(CALLED)
        .map(|one| Calling { words: &one.words, source: one.first, day: names.day(one.first.story) })
        .collect();
    let summary = NameSummary {
        written: written.sorted(),
        offices: if has_offices { offices(Facts::shipped(), &one.id, &days, &calling) } else { Vec::new() },
        called,
        met: met(library, names, entity),
        mentions: mentions.len(),
        stories: stories.len(),
    };
    Some(Gathered { summary, order, stories, mentions })
}

fn told(library: &Library, names: &Names, story: usize, entity: usize, has_offices: bool) -> Told {
    let mut told = Told { mentions: Vec::new(), before: Vec::new(), of_several: Vec::new() };
    let Some(read) = library.stories.get(story) else { return told };
    let own = names.names_of(story, entity).filter_map(|name| read.annotations.names.get(name));
    told.mentions.extend(own.flat_map(|name| name.mentions.iter().copied()));
    told.mentions.sort_by_key(|mention| (mention.passage, Reverse(mention.form == Form::Name)));
    if has_offices {
        let by_name = told.mentions.iter().filter(|mention| mention.form == Form::Name);
        let before = by_name.filter_map(|mention| words_before(&read.article, &read.annotations, mention.passage));
        told.before.extend(before.map(|passage| Source { story, passage }));
        told.of_several = of_several(read, &told.mentions);
    }
    told
}

/// Those descriptions among a person's mentions that are other people's as well: `the two leaders`.
fn of_several(story: &Story, mentions: &[NameMention]) -> Vec<Passage> {
    let is_description = |mention: &&NameMention| mention.form == Form::Description;
    let own: Vec<Passage> = mentions.iter().filter(is_description).map(|mention| mention.passage).collect();
    if own.is_empty() {
        return own;
    }
    let people = story.annotations.names.iter().filter(|name| name.kind == NameKind::Person);
    let mut times: HashMap<Passage, usize> = HashMap::new();
    for mention in people.flat_map(|name| &name.mentions).filter(is_description) {
        *times.entry(mention.passage).or_default() += 1;
    }
    // Each stands once among its own.
    own.into_iter().filter(|passage| times.get(passage).is_some_and(|times| *times > 1)).collect()
}
