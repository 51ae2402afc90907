//! Corrections, from where an error is seen.
//!
//! **In:** commands, lines that were picked, words that were typed. **Out:** another list to pick from or another line to
//! type, until it is clear what is meant; then a correction.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::language::{Correction, EntityId, NameKind, Passage, days_between};
use crate::library::corrections::What;
use crate::links::{Entity, Meeting, MeetingCorrection, MentionRef, Quote};
use crate::reader::actions::{Command, Correct};
use crate::reader::model::Model;
use crate::reader::model::correcting::{Asking, NameHere, Step, days, written};
use crate::reader::model::digest::count;
use crate::reader::model::picker::{Item, Kind, Pick, Picker};
use crate::reader::model::prompt::{Asked, Prompt};
use crate::reader::model::view::{View, correction_at};

/// Spellings of a name that are offered.
const SPELLINGS: usize = 24;

/// Does what a command means.
pub(super) fn run(model: &mut Model, command: Command) {
    match command {
        Command::Corrections => model.open_view(View::Corrections),
        Command::RemoveCorrection => remove(model),
        _ if model.finding.is_some() => {
            model.say("Names and meetings are still being looked for; correct them once they are found.");
        }
        Command::Correct(how) => begin(model, how),
        _ => {}
    }
}

/// Takes the correction under the cursor out.
fn remove(model: &mut Model) {
    let Some(open) = model.view().filter(|open| open.view == View::Corrections) else {
        model.say("Only a correction in their list can be taken out here.");
        return;
    };
    let number = correction_at(&model.library, &open.at.words, open.at.cursor);
    match number.and_then(|number| model.library.corrections.entries.get(number)).cloned() {
        Some(entry) => model.uncorrect(entry),
        None => model.say("No correction is under the cursor."),
    }
}

fn begin(model: &mut Model, how: Correct) {
    match how {
        Correct::SameMeeting | Correct::OtherMeeting => about_a_meeting(model, how),
        Correct::Date => about_a_date(model),
        _ => about_a_name(model, how),
    }
}

/// Opens a list to pick from; where there is nothing to choose, says why.
fn choose(model: &mut Model, kind: Kind, items: Vec<Item>, nothing: &str) {
    match items.as_slice() {
        [] => model.say(nothing),
        _ => model.picker = Some(Picker::new(kind, items)),
    }
}

fn item(label: impl Into<String>, detail: impl Into<String>, step: Step) -> Item {
    Item { label: label.into(), detail: detail.into(), pick: Pick::Correct(Box::new(step)) }
}

// --- names ------------------------------------------------------------------------------------------------------------

fn about_a_name(model: &mut Model, how: Correct) {
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

/// Goes on with a step that was picked.
pub(super) fn step(model: &mut Model, step: Step) {
    match step {
        Step::Name(how, here) => of_name(model, how, &here),
        Step::SameAs(here, other) => same_as(model, &here, &other),
        Step::Day(asking) => ask_for_a_day(model, asking),
        Step::Make(what) => model.correct(*what),
    }
}

fn of_name(model: &mut Model, how: Correct, here: &NameHere) {
    let Some(entity) = model.entity(&here.id).cloned() else {
        model.say("This name is not there any more.");
        return;
    };
    match how {
        Correct::Same => {
            let items = others(model, &entity).into_iter();
            let line = |other: Entity| item(&other.name, told(&other), Step::SameAs(here.clone(), other.id));
            choose(model, Kind::SameAs, items.map(line).collect(), "There is no other name.");
        }
        Correct::Rename => {
            model.correcting.asking = Some(Asking::Rename(written(&entity)));
            model.prompt = Some(Prompt::new(Asked::Rename, here.story.unwrap_or(0), &entity.name));
        }
        Correct::Kind => {
            let make = |kind: NameKind| What::Reading(Correction::Kind { name: written(&entity), kind, story: None });
            let kinds = NameKind::ALL.into_iter().filter(|kind| *kind != entity.kind);
            let items = kinds.map(|kind| item(kind.word(), "", Step::Make(Box::new(make(kind)))));
            choose(model, Kind::KindOf, items.collect(), "");
        }
        Correct::Apart => {
            let items = parts(model, &entity, here);
            choose(model, Kind::Apart, items, "No mention of this name can be told from the others.");
        }
        _ => {
            let items = never(model, &entity, here);
            choose(model, Kind::Never, items, "This name has no words of its own.");
        }
    }
}

/// All other names, those most alike first: with a word in common, of the same kind, mentioned most.
fn others(model: &Model, entity: &Entity) -> Vec<Entity> {
    let words = |id: &EntityId| -> HashSet<String> { id.as_str().split('-').map(str::to_owned).collect() };
    let own = words(&entity.id);
    let all = model.library.connections.entities.iter().filter(|other| other.id != entity.id);
    let mut others: Vec<(bool, bool, Entity)> =
        all.map(|other| (other.kind != entity.kind, words(&other.id).is_disjoint(&own), other.clone())).collect();
    // The list is by mentions already, and the sort keeps that.
    others.sort_by_key(|(other_kind, nothing_shared, _)| (*nothing_shared || *other_kind, *other_kind));
    others.into_iter().map(|(_, _, other)| other).collect()
}

/// One is the other: in every story, or in this one, where it is in others too.
fn same_as(model: &mut Model, here: &NameHere, other: &EntityId) {
    let (Some(own), Some(other)) = (model.entity(&here.id).cloned(), model.entity(other).cloned()) else {
        model.say("This name is not there any more.");
        return;
    };
    let names = vec![written(&other), written(&own)];
    let make = |story: Option<String>| What::Reading(Correction::Same { names: names.clone(), story });
    let this = here.story.and_then(|story| model.library.stories.get(story)).map(|story| story.article.id.clone());
    let Some(this) = this.filter(|_| own.stories.len() > 1) else {
        model.correct(make(None));
        return;
    };
    let stories = count(own.stories.len(), "story", "stories");
    let items = vec![
        item(format!("“{}” is “{}” in all stories", own.name, other.name), stories, Step::Make(Box::new(make(None)))),
        item(format!("only in {this}"), "1 story", Step::Make(Box::new(make(Some(this))))),
    ];
    choose(model, Kind::Scope, items, "");
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
    found.truncate(SPELLINGS);
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
    let name = written(entity);
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
        let whole = item(format!("whoever {id} calls so"), mentions(all), apart(Vec::new(), Some(id.clone())));
        items.push(whole);
        if own.len() > 1 {
            let line = |(words, number): (String, usize)| {
                item(format!("“{words}” in {id}"), mentions(number), apart(vec![words], Some(id.clone())))
            };
            items.extend(own.into_iter().map(line));
        }
    }
    let everywhere = spellings(model, entity, None);
    let line = |(words, number): (String, usize)| {
        item(format!("“{words}” in all stories"), mentions(number), apart(vec![words], None))
    };
    if everywhere.len() > 1 {
        items.extend(everywhere.into_iter().map(line));
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
    let mut items: Vec<Item> = all.iter().map(line).collect();
    if all.len() > 1 {
        let words: Vec<String> = all.iter().map(|(words, _)| words.clone()).collect();
        let told = mentions(all.iter().map(|(_, number)| number).sum());
        items.insert(1, item("all of its spellings in all stories", told, never(words, None)));
    }
    let story = here.story.and_then(|story| Some((story, model.library.stories.get(story)?.article.id.clone())));
    if let Some((number, id)) = story.filter(|_| entity.stories.len() > 1) {
        let mut own = spellings(model, entity, Some(number));
        pointed_first(model, here, &mut own);
        let line = |(words, number): (String, usize)| {
            item(format!("“{words}” only in {id}"), mentions(number), never(vec![words], Some(id.clone())))
        };
        items.extend(own.into_iter().map(line));
    }
    items
}

// --- meetings and days --------------------------------------------------------------------------------------------------

fn about_a_meeting(model: &mut Model, how: Correct) {
    // Between two stories that are looked at together it is clear which two are meant.
    if let Some(View::Why { from, to } | View::Compare { from, to }) = model.view().map(|open| open.view) {
        let pair = model.likeliest_pair(from, to);
        let quotes = pair.and_then(|(one, other)| Some((quote(model, one)?, quote(model, other)?)));
        match quotes {
            Some((one, other)) if how == Correct::SameMeeting => {
                model.correct(What::Meeting(MeetingCorrection::Same(vec![one, other])));
            }
            Some((one, other)) => {
                model.correct(What::Meeting(MeetingCorrection::Apart { telling: one, others: vec![other] }));
            }
            None => model.say("One of these stories tells of no meeting."),
        }
        return;
    }
    let Some(at) = model.telling_at_hand() else {
        model.say("No meeting is in focus; Tab puts a passage about one in focus.");
        return;
    };
    if how == Correct::SameMeeting { same_meeting(model, at) } else { other_meeting(model, at) }
}

fn quote(model: &Model, at: MentionRef) -> Option<Quote> {
    Quote::of(&model.library.stories, at)
}

/// Offers every other meeting, the nearest in time and company first.
fn same_meeting(model: &mut Model, at: MentionRef) {
    let library = std::sync::Arc::clone(&model.library);
    let (Some(own), Some(told)) = (library.meeting_of(at).map(|(_, meeting)| meeting), quote(model, at)) else {
        return;
    };
    let shared = |meeting: &Meeting| {
        let has = |id: &EntityId| own.participants.iter().any(|who| who.id == *id);
        meeting.participants.iter().filter(|who| has(&who.id)).count()
    };
    let days = |meeting: &Meeting| match own.when.zip(meeting.when) {
        Some((one, other)) => days_between(one.interval.from, other.interval.from).unsigned_abs(),
        None => u32::MAX,
    };
    let mut others: Vec<&Meeting> = library.connections.meetings.iter().filter(|other| other.id != own.id).collect();
    others.sort_by_key(|other| (Reverse(shared(other)), days(other)));
    let line = |other: &Meeting| {
        // A telling of another story, so that the entry names two.
        let mention = other.mentions.iter().find(|mention| mention.story != at.story).or(other.mentions.first())?;
        let same = MeetingCorrection::Same(vec![told.clone(), Quote::of(&library.stories, *mention)?]);
        Some(item(met(other), circumstances(other), Step::Make(Box::new(What::Meeting(same)))))
    };
    let items = others.into_iter().filter_map(line).collect();
    choose(model, Kind::SameMeeting, items, "There is no other meeting.");
}

/// Offers the other tellings of the meeting, and all of them together.
fn other_meeting(model: &mut Model, at: MentionRef) {
    let library = std::sync::Arc::clone(&model.library);
    let (Some((_, meeting)), Some(telling)) = (library.meeting_of(at), quote(model, at)) else { return };
    let others: Vec<MentionRef> = meeting.mentions.iter().copied().filter(|other| *other != at).collect();
    let quotes: Vec<Quote> = others.iter().filter_map(|other| Quote::of(&library.stories, *other)).collect();
    let apart = |others: Vec<Quote>| {
        Step::Make(Box::new(What::Meeting(MeetingCorrection::Apart { telling: telling.clone(), others })))
    };
    if let [_] = quotes.as_slice() {
        step(model, apart(quotes));
        return;
    }
    let mut items = Vec::new();
    if quotes.len() > 1 {
        let stories = count(quotes.len(), "telling", "tellings");
        items.push(item("none of the others", stories, apart(quotes.clone())));
    }
    for (other, quote) in others.iter().zip(quotes) {
        let article = library.stories.get(other.story).map(|story| &story.article);
        let title = article.map_or("", |article| article.title.text.as_str());
        items.push(item(title, quote.story.clone(), apart(vec![quote])));
    }
    choose(model, Kind::OtherMeeting, items, "No other story tells of this meeting, so there is nothing to part.");
}

/// `20 Nov 2017  Vladimir Putin – Bashar al-Assad`.
fn met(meeting: &Meeting) -> String {
    let day = meeting.when.map_or_else(|| "no day".to_owned(), |when| day(when.interval.from));
    let who: Vec<&str> = meeting.participants.iter().take(4).map(|who| who.name.as_str()).collect();
    format!("{day}  {}", if who.is_empty() { meeting.kind.word().to_owned() } else { who.join(" – ") })
}

fn circumstances(meeting: &Meeting) -> String {
    let place = meeting.place.as_ref().map(|place| format!("{}  ", place.name)).unwrap_or_default();
    let stories: HashSet<usize> = meeting.mentions.iter().map(|mention| mention.story).collect();
    format!("{place}{}  {}", meeting.kind.word(), count(stories.len(), "story", "stories"))
}

fn day(day: jiff::civil::Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// Which day is wrong: the meeting's or the story's.
fn about_a_date(model: &mut Model) {
    let mut items = Vec::new();
    if let Some(at) = model.telling_at_hand()
        && let Some((telling, told)) = quote(model, at).zip(model.library.mention(at))
    {
        let when = told.when.map_or_else(|| "no day is told".to_owned(), |when| day(when.interval.from));
        let who: Vec<&str> = told.participants.iter().take(3).map(|who| who.name.as_str()).collect();
        let who = if who.is_empty() { told.kind.word().to_owned() } else { who.join(" – ") };
        items.push(item(format!("the meeting: {who}"), when, Step::Day(Asking::MeetingDay(telling))));
    }
    if let Some((number, story)) = model.story_at_hand().and_then(|at| Some((at, model.library.stories.get(at)?))) {
        let published = story.annotations.published.as_ref();
        let when = published.map_or_else(|| "no day is known".to_owned(), |published| day(published.best));
        let label = format!("the story itself: {}", story.article.title.text);
        items.push(item(label, when, Step::Day(Asking::StoryDay(number))));
    }
    if let [Item { pick: Pick::Correct(only), .. }] = items.as_slice() {
        step(model, (**only).clone());
        return;
    }
    choose(model, Kind::WhichDay, items, "Nothing here has a day.");
}

fn ask_for_a_day(model: &mut Model, asking: Asking) {
    let (asked, story) = match &asking {
        Asking::StoryDay(story) => (Asked::StoryDay, Some(*story)),
        Asking::MeetingDay(quote) => {
            let is_it = |story: &crate::meetings::Story| story.article.id == quote.story;
            (Asked::MeetingDay, model.library.stories.iter().position(is_it))
        }
        Asking::Rename(_) => return,
    };
    model.correcting.asking = Some(asking);
    model.prompt = Some(Prompt::new(asked, story.unwrap_or(0), ""));
}

/// Takes what was typed; tells whether the line was one for corrections.
pub(super) fn accept(model: &mut Model) -> bool {
    let Some(prompt) = &model.prompt else { return false };
    if !matches!(prompt.asked, Asked::Rename | Asked::MeetingDay | Asked::StoryDay) {
        return false;
    }
    let (typed, story) = (prompt.input.text().trim().to_owned(), prompt.story);
    let Some(asking) = model.correcting.asking.clone().filter(|_| !typed.is_empty()) else {
        model.prompt = None;
        return true;
    };
    match made(model, asking, &typed, story) {
        Ok(what) => {
            model.prompt = None;
            model.correcting.asking = None;
            model.correct(what);
        }
        Err(mistake) => {
            if let Some(prompt) = &mut model.prompt {
                prompt.mistake = Some(mistake);
            }
        }
    }
    true
}

fn made(model: &Model, asking: Asking, typed: &str, story: usize) -> Result<What, String> {
    let published = model.library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
    let told = days(typed, published.map(|published| published.best));
    let no_day = || "this is no day; write 2017-11-20 or 20 November 2017".to_owned();
    match asking {
        Asking::Rename(_) if !typed.chars().any(char::is_alphanumeric) => Err("a name has letters".to_owned()),
        Asking::Rename(name) => Ok(What::Reading(Correction::Rename { name, to: typed.to_owned() })),
        Asking::MeetingDay(telling) => {
            let on = told.ok_or_else(no_day)?;
            Ok(What::Meeting(MeetingCorrection::Day { telling, on }))
        }
        Asking::StoryDay(number) => {
            let on = told.ok_or_else(no_day)?;
            let id = model.library.stories.get(number).map(|story| story.article.id.clone());
            let id = id.ok_or_else(|| "this story is not there any more".to_owned())?;
            if on.is_day() {
                Ok(What::Reading(Correction::Day { story: id, day: on.from }))
            } else {
                Err("a story is of one day; write 2017-11-20 or 20 November 2017".to_owned())
            }
        }
    }
}
