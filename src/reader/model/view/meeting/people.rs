//! A meeting in, the words for who met, when and how out, as lists, pages and linear mode use them.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::dossier::meeting::{
    BETWEEN, UNNAMED, called as called_in_full, is_half_told, number, numbered, own_name, series,
};
use crate::dossier::{Source, wording};
use crate::export::citation::{quoted as quoted_in_marks, quoted_passage};
use crate::language::{EntityId, Facts, Form, NameKind};
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::{Participant, Status};
use crate::reader::model::view::{Cell, Role};
use crate::text::sanitise::one_line;
use crate::text::width::{truncate, width};

/// Columns of a name that is cut, at least.
const LEAST: usize = 6;

/// Stories that are asked how they call someone for short, where those of the meeting only have the full name.
const ASKED: usize = 12;

/// How people are called for short; names are looked up when they are first asked for.
#[derive(Debug, Default)]
pub(in crate::reader::model::view) struct Calling {
    entities: OnceLock<HashMap<EntityId, usize>>,
}

impl Calling {
    /// The same with the number of a round: those of one series, and those for which the same people meet, have nothing else to
    /// tell them apart.
    pub(in crate::reader::model::view) fn numbered(
        &self,
        library: &Library,
        meeting: &Meeting,
        column: u16,
        columns: u16,
    ) -> Vec<Cell> {
        let number = match own_name(library, meeting) {
            // Of a name that fits nothing is missing.
            Some(name) if meeting.series.is_none() || width(&name) <= usize::from(columns) => String::new(),
            Some(_) => numbered(meeting).map_or_else(String::new, |number| format!(", {number}")),
            None => number(meeting),
        };
        let wide = u16::try_from(width(&number)).unwrap_or(u16::MAX);
        // Where nothing legible would be left of the series, its number alone tells more.
        if meeting.series.is_some() && wide > 0 && usize::from(columns) < width(&number) + LEAST {
            let number = number.trim_start_matches([',', ' ']).to_owned();
            return vec![Cell::new(column, number, Role::Base).within(columns)];
        }
        let mut cells = self.cells(library, meeting, column, columns.saturating_sub(wide));
        if wide > 0 {
            let end = |cell: &Cell| {
                let words = u16::try_from(width(&cell.words)).unwrap_or(u16::MAX);
                cell.column.saturating_add(words.min(cell.width))
            };
            let behind = cells.iter().map(end).max().unwrap_or(column);
            cells.push(Cell::new(behind, number, Role::Base).within(wide));
        }
        cells
    }

    /// What a meeting is called from `column` on, in so many columns: by its own name, or by those who met, by their full
    /// names where these fit, else as stories call them for short, else as many as fit with the number of the others. What is
    /// only probably a meeting has a sign before it.
    pub(in crate::reader::model::view) fn cells(
        &self,
        library: &Library,
        meeting: &Meeting,
        column: u16,
        columns: u16,
    ) -> Vec<Cell> {
        if !meeting.is_likely {
            return self.plain_cells(library, meeting, (column, columns));
        }
        let wide = u16::try_from(width(wording::PROBABLY_SIGN)).unwrap_or(0);
        let sign = Cell::new(column, wording::PROBABLY_SIGN, Role::Muted).within(columns);
        let called = self.plain_cells(library, meeting, (column.saturating_add(wide), columns.saturating_sub(wide)));
        std::iter::once(sign).chain(called).collect()
    }

    fn plain_cells(&self, library: &Library, meeting: &Meeting, (column, columns): (u16, u16)) -> Vec<Cell> {
        let room = usize::from(columns);
        if let Some(name) = own_name(library, meeting) {
            // Where both do not fit, the number stands in another column.
            let is_long = meeting.ordinal.is_some() && width(&name) > room;
            let words = series(library, meeting).filter(|_| is_long).unwrap_or(name);
            return vec![Cell::new(column, words, Role::Base).within(columns)];
        }
        let all: Vec<&Participant> = meeting.participants.iter().collect();
        self.people(library, meeting, &all, (column, columns))
    }

    /// The same in one piece, of these who met.
    pub(in crate::reader::model::view) fn words(
        &self,
        library: &Library,
        meeting: &Meeting,
        who: &[&Participant],
        columns: u16,
    ) -> String {
        let cells = self.people(library, meeting, who, (0, columns));
        cells.iter().map(|cell| truncate(&cell.words, usize::from(cell.width)).into_owned()).collect()
    }

    /// These of those who met, from `column` on in so many columns.
    fn people(
        &self,
        library: &Library,
        meeting: &Meeting,
        all: &[&Participant],
        (column, columns): (u16, u16),
    ) -> Vec<Cell> {
        let room = usize::from(columns);
        // No screen has room for more.
        let some = || all.iter().copied().take(room);
        let full: Vec<String> = some().map(|one| one.name.clone()).collect();
        let names = if full.len() == all.len() && taken(&full) <= room {
            full
        } else {
            some().map(|one| self.brief(library, meeting, one)).collect()
        };
        let mut cells = Vec::new();
        let mut x = 0;
        for (place, (name, who)) in names.iter().zip(all).enumerate() {
            let left = all.len() - place - 1;
            let more = if left > 0 { format!(" +{left}").len() } else { 0 };
            let before = if place > 0 { width(BETWEEN) } else { 0 };
            // A second name is worth cutting, a third one is not.
            let least = if place == 1 && left == 0 { LEAST.min(width(name)) } else { width(name) };
            if place > 0 && x + before + least + more > room {
                cells.push(cell(column, x, room, format!(" +{}", left + 1), Role::Muted));
                break;
            }
            if place > 0 {
                cells.push(cell(column, x, room, BETWEEN.into(), Role::Muted));
            }
            x += before;
            cells.push(cell(column, x, room, name.clone(), Role::Name(who.kind)));
            x += width(name);
        }
        let fits = x + width(BETWEEN) + width(UNNAMED) <= room;
        let has_others = is_half_told(meeting) && all.len() == 1 && fits;
        cells.extend(has_others.then(|| cell(column, x, room, format!("{BETWEEN}{UNNAMED}"), Role::Muted)));
        cells
    }

    /// The part of a name by which someone is called for short (`Xi`, not `Jinping`): as the tables of facts know it, or the
    /// shortest by which a story does, one of the meeting or else any other. The full name where none does.
    fn brief(&self, library: &Library, meeting: &Meeting, who: &Participant) -> String {
        if who.kind != NameKind::Person {
            return who.name.clone();
        }
        if let Some(surname) = Facts::shipped().surname(&who.id, &who.name) {
            return surname.to_owned();
        }
        let of_meeting = meeting.mentions.iter().take(ASKED).map(|at| at.story);
        let here = of_meeting.filter_map(|story| called(library, story, who)).min_by_key(|name| width(name));
        let elsewhere = || {
            let numbered = || library.connections.entities.iter().enumerate();
            let all = self.entities.get_or_init(|| numbered().map(|(number, one)| (one.id.clone(), number)).collect());
            let entity = library.connections.entities.get(*all.get(&who.id)?)?;
            let others = entity.stories.iter().take(ASKED).filter_map(|story| called(library, *story, who));
            others.min_by_key(|name| width(name))
        };
        // A single word is as short as it gets; two may be what one story alone calls them, where all others take one.
        let is_shortest = |name: &&str| width(name) < width(&who.name) && !name.contains(' ');
        let brief =
            here.filter(is_shortest).or_else(|| elsewhere().into_iter().chain(here).min_by_key(|name| width(name)));
        brief.unwrap_or(&who.name).to_owned()
    }
}

/// The shortest part of someone's name by which a story calls them.
fn called<'l>(library: &'l Library, story: usize, who: &Participant) -> Option<&'l str> {
    let story = library.stories.get(story)?;
    let by_name = story.name(&who.id)?.mentions.iter().filter(|mention| mention.form == Form::Name);
    let forms = by_name.map(|mention| story.words(mention.passage));
    forms.filter(|form| width(form) > 1 && is_part(form, &who.name)).min_by_key(|form| width(form))
}

fn cell(column: u16, x: usize, room: usize, words: String, role: Role) -> Cell {
    let at = column.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
    Cell::new(at, words, role).within(u16::try_from(room.saturating_sub(x)).unwrap_or(u16::MAX))
}

fn taken(names: &[String]) -> usize {
    names.iter().map(|name| width(name)).sum::<usize>() + width(BETWEEN) * names.len().saturating_sub(1)
}

/// Whether `form` is made of whole words of `name`, or of those that hyphens join.
fn is_part(form: &str, name: &str) -> bool {
    name.match_indices(form).any(|(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        let after = name.get(at + form.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// What it is called, in full: `Astrid Halvorsen – Demir Ilmaz`; a round of a series also by those who met.
pub(in crate::reader::model::view) fn names(library: &Library, meeting: &Meeting) -> String {
    let name = called_in_full(library, meeting, usize::MAX);
    let name = if meeting.is_likely { format!("{} {name}", wording::PROBABLY) } else { name };
    if meeting.series.is_none() || meeting.participants.is_empty() {
        return name;
    }
    let names: Vec<&str> = meeting.participants.iter().map(|one| one.name.as_str()).collect();
    format!("{name}, {}", names.join(BETWEEN))
}

/// `Monday, 20 Nov 2017`, `20–22 Nov 2017`, `day not told`.
pub(in crate::reader::model::view) fn when(meeting: &Meeting) -> String {
    let Some(when) = meeting.when else { return "day not told".into() };
    let told = wording::days(when.interval);
    let told = if when.interval.is_day() { format!("{}, {told}", when.interval.from.strftime("%A")) } else { told };
    if meeting.is_about() { format!("about {told}") } else { told }
}

/// `held`; `not told whether held`.
pub(in crate::reader::model::view) const fn status(status: Status) -> &'static str {
    match status {
        Status::Unknown => "not told whether held",
        told => told.word(),
    }
}

/// That it is only probably a meeting, by so many stories, and why; without signs where it is heard.
pub(in crate::reader::model::view) fn doubt(stories: usize, is_heard: bool) -> (String, &'static str) {
    let why = if stories > 1 { wording::WHY_PROBABLY_ALL } else { wording::WHY_PROBABLY };
    let sign = if is_heard { "" } else { wording::PROBABLY_SIGN };
    (format!("{sign}{}", wording::PROBABLY_ONE), why)
}

/// The sentence that has these words, in quotation marks; the words alone where no sentence has them.
pub(in crate::reader::model::view) fn quotation(library: &Library, source: Source) -> String {
    let quoted = library.stories.get(source.story).and_then(|story| {
        let sentences = &story.annotations.sentences;
        let after = sentences.partition_point(|one| one.passage.start_key() <= source.passage.start_key());
        let sentence = sentences.get(after.checked_sub(1)?)?.passage;
        let holds = sentence.part == source.passage.part && sentence.span.contains(source.passage.span);
        holds.then(|| quoted_passage(story, sentence))
    });
    quoted.unwrap_or_else(|| quoted_in_marks(&one_line(source.words(library))))
}

/// The outlet of a story, or that it is not known.
pub(in crate::reader::model::view) fn outlet(library: &Library, story: usize) -> &str {
    let outlet = library.stories.get(story).and_then(|story| story.article.outlet.as_ref());
    outlet.map_or("unknown outlet", |outlet| &outlet.name)
}

/// `21 Nov 2017`, or `undated`.
pub(in crate::reader::model::view) fn published(library: &Library, story: usize) -> String {
    let story = library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
    story.map_or_else(|| "undated".into(), crate::reader::model::digest::published)
}

/// `Sputnik, 21 Nov 2017`.
pub(in crate::reader::model::view) fn teller(library: &Library, story: usize) -> String {
    format!("{}, {}", outlet(library, story), published(library, story))
}
