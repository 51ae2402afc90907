//! What is meant of a name.
//!
//! **In:** the names at hand. **Out:** lists to pick from: which name, which other one, which of its mentions, in which
//! stories. **Why:** one name is many mentions in many stories, and seldom all of them are wrong.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::{ask, choose, item};
use crate::language::{Correction, EntityId, NameKind, Passage, slug};
use crate::library::corrections::{What, called, with_article};
use crate::links::Entity;
use crate::reader::actions::Correct;
use crate::reader::model::Model;
use crate::reader::model::correcting::{Asking, NameHere, Renaming, Step};
use crate::reader::model::digest::count;
use crate::reader::model::picker::{Item, Kind};
use crate::reader::model::prompt::{Asked, Prompt};
use crate::text::sanitise::one_line;

/// Spellings of a name that are offered one by one.
const SPELLINGS: usize = 24;

pub(super) fn about_a_name(model: &mut Model, how: Correct) {
    let names = model.names_at_hand();
    if let [only] = names.as_slice() {
        of_name(model, how, &only.clone());
        return;
    }
    let line = |here: &NameHere| {
        let entity = model.entity(&here.id)?;
        Some(item(&entity.name, told(entity), Step::Name(how, here.clone())))
    };
    let items = names.iter().filter_map(line).collect();
    choose(model, Kind::Correct(how), items, "There is no name here; 3 lists all names.");
}

fn told(entity: &Entity) -> String {
    format!("{}  {}", entity.kind.word(), count(entity.mentions, "mention", "mentions"))
}

pub(super) fn of_name(model: &mut Model, how: Correct, here: &NameHere) {
    let Some(entity) = model.entity(&here.id).cloned() else {
        model.say("This name is not there any more.");
        return;
    };
    let called = one_line(&entity.name);
    let name = model.as_entries_write(&entity);
    match how {
        Correct::Same => {
            let line = |other: &Entity| item(&other.name, told(other), Step::SameAs(here.clone(), other.id.clone()));
            let items = others(model, &entity).into_iter().map(line).collect();
            choose(model, Kind::SameAs, items, "There is no other name.");
            ask(model, format!("“{called}” is the same as…"));
        }
        Correct::Rename => {
            let renaming = Renaming { here: here.clone(), name, now: called.clone() };
            model.correcting.asking = Some(Asking::Rename(renaming));
            model.prompt = Some(Prompt::new(Asked::Rename, here.story.unwrap_or(0), &called));
        }
        Correct::Kind => {
            let make = |kind: NameKind| What::Reading(Correction::Kind { name: name.clone(), kind, story: None });
            let kinds = NameKind::ALL.into_iter().filter(|kind| *kind != entity.kind);
            let items = kinds.map(|kind| item(kind.word(), "", Step::Make(Box::new(make(kind)))));
            choose(model, Kind::KindOf, items.collect(), "");
            ask(model, format!("What does “{called}” name? Not {}, but…", with_article(entity.kind.word())));
        }
        Correct::Apart => {
            let items = parts(model, &entity, here);
            choose(model, Kind::Apart, items, "No mention of this name can be told from the others.");
            ask(model, format!("Where is “{called}” someone else, or something else?"));
        }
        _ => {
            let items = never(model, &entity, here);
            choose(model, Kind::Never, items, "This name has no words of its own.");
            ask(model, format!("“{called}”: which words are never a name?"));
        }
    }
}

/// Takes another spelling. Where another name is written so already, asks whether both are one.
pub(super) fn rename(model: &mut Model, renaming: Renaming, typed: &str) {
    let Renaming { here, name, now } = renaming;
    if typed == now {
        model.say("That is how it is written.");
        return;
    }
    let wanted = slug(typed);
    let is_other = |other: &&Entity| other.id != here.id && slug(&other.name) == wanted;
    let other = model.library.connections.entities.iter().find(is_other).cloned();
    let rename = What::Reading(Correction::Rename { name, to: typed.to_owned() });
    let Some(other) = other else {
        model.correct(rename);
        return;
    };
    let items = vec![
        item(
            format!("one and the same: “{now}” is “{}”", other.name),
            told(&other),
            Step::SameAs(here, other.id.clone()),
        ),
        item(format!("two that are written alike: “{now}” is written “{typed}”"), "", Step::Make(Box::new(rename))),
    ];
    choose(model, Kind::Taken, items, "");
    ask(model, format!("There is {} “{}” already", with_article(other.kind.word()), one_line(&other.name)));
}

/// All other names, those most alike first: with a word in common, of the same kind, mentioned most.
fn others<'m>(model: &'m Model, entity: &Entity) -> Vec<&'m Entity> {
    let own: HashSet<&str> = entity.id.as_str().split('-').collect();
    let all = model.library.connections.entities.iter().filter(|other| other.id != entity.id);
    let rank = |other: &&Entity| {
        let (other_kind, shares) =
            (other.kind != entity.kind, other.id.as_str().split('-').any(|word| own.contains(word)));
        (other_kind || !shares, other_kind)
    };
    let mut others: Vec<&Entity> = all.collect();
    // The list is by mentions already, and the sort keeps that.
    others.sort_by_cached_key(rank);
    others
}

/// One is the other: in every story, or in this one, where it is in others too.
pub(super) fn same_as(model: &mut Model, here: &NameHere, other: &EntityId) {
    let (Some(own), Some(other)) = (model.entity(&here.id).cloned(), model.entity(other).cloned()) else {
        model.say("This name is not there any more.");
        return;
    };
    let names = vec![model.as_entries_write(&other), model.as_entries_write(&own)];
    let make = |story: Option<String>| What::Reading(Correction::Same { names: names.clone(), story });
    let this = here.story.and_then(|story| model.library.stories.get(story)).map(|story| story.article.id.clone());
    let Some(this) = this.filter(|_| own.stories.len() > 1) else {
        model.correct(make(None));
        return;
    };
    let stories = count(own.stories.len(), "story", "stories");
    let items = vec![
        item(format!("“{}” is “{}” in all stories", own.name, other.name), stories, Step::Make(Box::new(make(None)))),
        item(
            format!("only in {}", model.library.called_story(&this)),
            "1 story",
            Step::Make(Box::new(make(Some(this)))),
        ),
    ];
    let question = format!("“{}” is “{}”: in which stories?", one_line(&own.name), one_line(&other.name));
    choose(model, Kind::Scope, items, "");
    ask(model, question);
}

/// How a name is written: in this story, and in all.
fn spellings(model: &Model, entity: &Entity, story: Option<usize>) -> Vec<(String, usize)> {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for story in entity.stories.iter().copied().filter(|own| story.is_none_or(|story| story == *own)) {
        let Some(story) = model.library.stories.get(story) else { continue };
        for mention in story.name(&entity.id).into_iter().flat_map(|name| &name.mentions) {
            let words = story.words(mention.passage).split_whitespace().collect::<Vec<_>>().join(" ");
            let words = ["'s", "’s"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(&words).to_owned();
            *found.entry(words).or_default() += 1;
        }
    }
    let mut found: Vec<(String, usize)> = found.into_iter().collect();
    found.sort_by_key(|(_, count)| Reverse(*count));
    found
}

/// The spelling that was pointed at comes first.
fn pointed_first(model: &Model, here: &NameHere, spellings: &mut [(String, usize)]) {
    let words = here.story.zip(here.mention).and_then(|(story, at)| Some(spelling(model, story, at)?.to_owned()));
    spellings.sort_by_key(|(spelling, _)| words.as_ref().is_none_or(|words| words != spelling));
}

fn spelling(model: &Model, story: usize, at: Passage) -> Option<&str> {
    Some(model.library.stories.get(story)?.words(at))
}

/// Which mentions are someone else's: in this story, all of them there, or everywhere.
fn parts(model: &Model, entity: &Entity, here: &NameHere) -> Vec<Item> {
    let name = model.as_entries_write(entity);
    let apart = |words: Vec<String>, story: Option<String>| {
        Step::Make(Box::new(What::Reading(Correction::Apart { name: name.clone(), words, story })))
    };
    let mentions = |number: usize| count(number, "mention", "mentions");
    let mut items = Vec::new();
    let story = here.story.and_then(|story| Some((story, model.library.stories.get(story)?.article.id.clone())));
    if let Some((number, id)) = story {
        let mut own = spellings(model, entity, Some(number));
        pointed_first(model, here, &mut own);
        let all = own.iter().map(|(_, count)| count).sum();
        let called = model.library.called_story(&id);
        let whole = item(format!("everywhere in {called}"), mentions(all), apart(Vec::new(), Some(id.clone())));
        items.push(whole);
        if own.len() > 1 {
            let line = |(words, number): (String, usize)| {
                item(format!("“{words}” in {called}"), mentions(number), apart(vec![words], Some(id.clone())))
            };
            items.extend(own.into_iter().take(SPELLINGS).map(line));
        }
    }
    let everywhere = spellings(model, entity, None);
    let line = |(words, number): (String, usize)| {
        item(format!("“{words}” in all stories"), mentions(number), apart(vec![words], None))
    };
    if everywhere.len() > 1 {
        items.extend(everywhere.into_iter().take(SPELLINGS).map(line));
    }
    // It may be somebody else in any of its stories, not in that alone where it was pointed at.
    if entity.stories.len() > 1 {
        let line = |other: usize| {
            let story = model.library.stories.get(other)?;
            let all = story.name(&entity.id).map_or(0, |name| name.mentions.len());
            let whole = apart(Vec::new(), Some(story.article.id.clone()));
            Some(item(format!("everywhere in {}", called(&story.article)), mentions(all), whole))
        };
        let others = entity.stories.iter().copied().filter(|other| Some(*other) != here.story);
        items.extend(others.filter_map(line));
    }
    items
}

/// Which words are never a name: everywhere, or in this story.
fn never(model: &Model, entity: &Entity, here: &NameHere) -> Vec<Item> {
    let mut all = spellings(model, entity, None);
    pointed_first(model, here, &mut all);
    let never = |words: Vec<String>, story: Option<String>| {
        Step::Make(Box::new(What::Reading(Correction::Never { words, story })))
    };
    let mentions = |number: usize| count(number, "mention", "mentions");
    let line = |(words, number): &(String, usize)| {
        item(format!("“{words}” in all stories"), mentions(*number), never(vec![words.clone()], None))
    };
    let mut items: Vec<Item> = all.iter().take(SPELLINGS).map(line).collect();
    if all.len() > 1 {
        let words: Vec<String> = all.iter().map(|(words, _)| words.clone()).collect();
        let told = mentions(all.iter().map(|(_, number)| number).sum());
        items.insert(1, item("all of its spellings in all stories", told, never(words, None)));
    }
    let story = here.story.and_then(|story| Some((story, model.library.stories.get(story)?.article.id.clone())));
    if let Some((number, id)) = story.filter(|_| entity.stories.len() > 1) {
        let mut own = spellings(model, entity, Some(number));
        pointed_first(model, here, &mut own);
        let called = model.library.called_story(&id);
        let line = |(words, number): (String, usize)| {
            item(format!("“{words}” only in {called}"), mentions(number), never(vec![words], Some(id.clone())))
        };
        items.extend(own.into_iter().take(SPELLINGS).map(line));
    }
    items
}
