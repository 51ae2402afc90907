//! The page of a meeting: who, where and when with the words that say so, where outlets disagree, every story that tells
//! of it, the rounds before and after, other meetings of the same people.
//!
//! **In:** the library and a meeting. **Out:** a [`Content`]. **Why:** each fact is one step away from the sentence that it was
//! made of, so that nobody has to believe the program.

pub(super) mod people;

use std::collections::HashSet;

use self::people::Calling;
use super::lines::Lines;
use super::{Cell, Content, Inputs, Role, Row, Target, View};
use crate::dossier::meeting::{Difference, MeetingDossier, Related, Rounds, Telling};
use crate::dossier::timeline::Mark;
use crate::dossier::{Source, wording};
use crate::language::NameKind;
use crate::library::Library;
use crate::links::{Meeting, Tier};
use crate::reader::model::digest::count;
use crate::reader::model::linear::said;
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// Rows of a quotation at most; the story has the rest.
const QUOTED: usize = 3;

/// The page of the meeting with this index.
pub(super) fn content(inputs: &Inputs<'_>, number: usize) -> impl Content + use<> {
    let library = inputs.library;
    let dossier = MeetingDossier::new(library, number);
    let record = dossier.as_ref().and_then(|dossier| Some((dossier, dossier.record(library)?)));
    let Some((dossier, meeting)) = record else {
        return Lines::new(vec![Cell::new(1, "Meeting", Role::Strong)], "This meeting is not told of any more.");
    };
    let calling = Calling::default();
    let mut page = Page {
        lines: Lines::new(calling.cells(library, meeting, 1, inputs.columns / 3 * 2), ""),
        library,
        calling: &calling,
        columns: inputs.columns,
        label: if inputs.columns >= 50 { 10 } else { 0 },
        least: inputs.least,
        is_linear: inputs.is_linear,
    };
    let stories = count(dossier.stories(), "story", "stories");
    page.lines.set_count(stories);
    page.facts(dossier, meeting);
    page.differences(dossier);
    page.tellings(dossier);
    page.rounds(dossier);
    page.related(dossier);
    page.lines
}

/// A page as it is written.
struct Page<'l> {
    lines: Lines,
    library: &'l Library,
    calling: &'l Calling,
    columns: u16,
    /// Columns for what a fact is; 0 where it stands in front of the fact.
    label: u16,
    least: Tier,
    is_linear: bool,
}

impl Page<'_> {
    fn heading(&mut self, sign: &str, words: &str) {
        let said = words;
        let words = if sign.is_empty() { words.to_owned() } else { format!("{sign} {words}") };
        let role = if sign == "≠" { Role::Differs } else { Role::Strong };
        self.lines.add_row(Row::blank());
        self.lines.add_row(Row::new(vec![Cell::new(1, words, role)]).said(said));
    }

    /// A fact; the cursor stands on it where words say it.
    fn fact(&mut self, label: &str, words: String, role: Role, more: &str, source: Option<Source>) {
        let (at, words) =
            if self.label > 0 || label.is_empty() { (self.label + 1, words) } else { (1, format!("{label}: {words}")) };
        let spoken = [label, &words, more].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>();
        let spoken = if self.label > 0 { spoken.join(", ") } else { [words.as_str(), more].join(" ") };
        // Beside each other these stand below each other, where there is room for that.
        let after =
            at.saturating_add(columns_of(&words).max(if self.columns >= 70 { 24 } else { 0 })).saturating_add(3);
        let mut cells = vec![Cell::new(at, words, role)];
        if self.label > 0 {
            cells.insert(0, Cell::new(1, label, Role::Muted).within(self.label - 1));
        }
        if !more.is_empty() {
            cells.push(Cell::new(after, more, Role::Muted));
        }
        let row = Row::new(cells).said(spoken);
        match source {
            Some(source) => self.lines.add_stop([row], Some(Target::Passage(source)), Some(source)),
            None => self.lines.add_row(row),
        }
    }

    fn facts(&mut self, dossier: &MeetingDossier, meeting: &Meeting) {
        let all = dossier.stories();
        for (place, who) in dossier.who.iter().enumerate() {
            let label = if place == 0 { "who" } else { "" };
            let more = match who.source {
                None => "as in other rounds".to_owned(),
                Some(_) => who.naming(self.library, all),
            };
            self.fact(label, who.name.clone(), Role::Name(who.kind), &more, who.source);
        }
        let said = |source: Option<Source>| {
            source.map(|source| format!("“{}”", one_line(source.words(self.library)).trim())).unwrap_or_default()
        };
        let inferred = if meeting.when.is_some() { "inferred from the day of the story" } else { "" };
        let when = dossier.when.map_or_else(|| inferred.to_owned(), |source| said(Some(source)));
        let place = said(dossier.place);
        self.fact("when", people::when(meeting.when), Role::Date, &when, dossier.when);
        if let Some(told) = &meeting.place {
            self.fact("where", told.name.clone(), Role::Name(NameKind::Place), &place, dossier.place);
        }
        let is_kind =
            |telling: &&Telling| self.library.mention(telling.at).is_some_and(|told| told.kind == meeting.kind);
        let kind = dossier.tellings.iter().find(is_kind).map(|telling| telling.source);
        self.fact("kind", meeting.kind.word().into(), Role::Base, "", kind);
        let sign = Mark::of(meeting).sign();
        let by = dossier.status.map(|source| self.teller(source.story)).unwrap_or_default();
        let by = if all > 1 && !by.is_empty() { format!("told by {by}") } else { String::new() };
        let label = if self.is_linear { "status".to_owned() } else { format!("status {sign}") };
        self.fact(&label, people::status(meeting.status).into(), Role::Base, &by, dossier.status);
        let series = meeting.series.as_ref();
        let named = self.library.connections.series.iter().find(|one| Some(&one.id) == series);
        if let Some(series) = named {
            let number = meeting.ordinal.map(|number| format!("round {number}")).unwrap_or_default();
            let source = series.stories.first().map(|(story, passage)| Source { story: *story, passage: *passage });
            self.fact("series", series.name.clone(), Role::Name(NameKind::Event), &number, source);
        }
    }

    /// `Sputnik, 21 Nov 2017`.
    fn teller(&self, story: usize) -> String {
        format!("{}, {}", people::outlet(self.library, story), people::published(self.library, story))
    }

    fn differences(&mut self, dossier: &MeetingDossier) {
        let (progress, findings): (Vec<&Difference>, Vec<&Difference>) =
            dossier.differences.iter().partition(|difference| difference.is_progress);
        if !findings.is_empty() {
            self.heading("≠", "They disagree");
            for difference in findings {
                self.difference(dossier, difference, Role::Differs);
            }
        }
        if !progress.is_empty() {
            self.heading("", "In the course of time");
            for difference in progress {
                self.difference(dossier, difference, Role::Base);
            }
        }
    }

    fn difference(&mut self, dossier: &MeetingDossier, difference: &Difference, role: Role) {
        for (place, version) in difference.versions.iter().enumerate() {
            let tellers: Vec<String> = version
                .tellings
                .iter()
                .filter_map(|telling| dossier.tellings.get(*telling))
                .map(|telling| self.teller(telling.at.story))
                .collect();
            let others = tellers.len().saturating_sub(2);
            let more = if others > 0 { format!(" and {}", count(others, "other", "others")) } else { String::new() };
            let tellers: Vec<String> = tellers.into_iter().take(2).collect();
            let told = format!("{}{more}", tellers.join("; "));
            let label = if place == 0 { difference.slot.word() } else { "" };
            self.fact(label, version.value.words(), role, &told, Some(version.source));
        }
    }

    fn tellings(&mut self, dossier: &MeetingDossier) {
        let stories = count(dossier.stories(), "story", "stories");
        self.heading("", &format!("Told by {stories}"));
        let mut links = HashSet::new();
        for (place, telling) in dossier.tellings.iter().enumerate() {
            if place > 0 {
                self.lines.add_row(Row::blank());
            }
            // What joins two stories is told with the first of them.
            let is_new = telling.bond.as_ref().is_some_and(|bond| links.insert(bond.link));
            self.telling(telling, is_new);
        }
    }

    fn telling(&mut self, telling: &Telling, with_reasons: bool) {
        let story = telling.at.story;
        let (library, end) = (self.library, self.columns);
        let told = library.mention(telling.at);
        let title = library.stories.get(story).map_or("", |story| story.article.title.text.as_str());
        let status = told.map_or("", |told| people::status(told.status));
        let passing = if telling.in_passing { ", in passing" } else { "" };
        let bond = telling.bond.as_ref().filter(|bond| bond.tier <= self.least);
        let told = format!("{} · {status}{passing}", self.teller(story));
        let mut taken = 1;
        let mut first = Vec::new();
        let mut spoken = format!("{}, {status}{passing}: {}", self.teller(story), one_line(title).trim());
        if let Some(bond) = bond {
            let words =
                if end >= 90 { format!("{} {}", bond.tier.dots(), bond.tier.words()) } else { bond.tier.dots().into() };
            let room = columns_of(&words);
            taken = room + 4;
            first.push(Cell::new(end.saturating_sub(room + 1), words, Role::Accent).within(room));
            spoken = format!("{spoken}. {}", bond.tier.words());
        }
        first.insert(0, Cell::new(1, told, Role::Base).within(end.saturating_sub(taken)));
        let title = one_line(title);
        let quotation = people::quotation(library, telling.source);
        let room = usize::from(end.saturating_sub(5)).max(1);
        let mut rows = vec![Row::new(first).said(spoken)];
        // A title that was made of the first words says nothing that the words do not say.
        if !quotation.contains(title.trim()) {
            rows.push(Row::new(vec![Cell::new(1, title.trim(), Role::Strong)]).said(""));
        }
        rows.extend(wrapped(&quotation, room, QUOTED));
        if let Some(bond) = bond.filter(|bond| with_reasons && !bond.reasons.is_empty()) {
            rows.extend(wrapped(&bond.reasons.join(if self.is_linear { "; " } else { " · " }), room, 2));
        }
        self.lines.add_stop(rows, Some(Target::Mention(telling.at)), Some(telling.source));
    }

    fn rounds(&mut self, dossier: &MeetingDossier) {
        let Some(rounds) = dossier.rounds.as_ref().filter(|rounds| rounds.meetings.len() > 1) else { return };
        let Rounds { series, meetings, .. } = rounds;
        let name = self.library.connections.series.get(*series).map_or("", |series| series.name.as_str());
        self.heading("", &format!("{name}: {}", count(meetings.len(), "round", "rounds")));
        for (label, meeting) in [("before", rounds.before()), ("after", rounds.after())] {
            if let Some(meeting) = meeting {
                self.other(label, meeting, "");
            }
        }
    }

    fn related(&mut self, dossier: &MeetingDossier) {
        let is_round =
            |meeting: usize| dossier.rounds.as_ref().is_some_and(|rounds| rounds.meetings.contains(&meeting));
        let others: Vec<&Related> = dossier.related.iter().filter(|other| !is_round(other.meeting)).collect();
        if others.is_empty() {
            return;
        }
        self.heading("", "Other meetings of the same people");
        for other in others {
            let days = count(usize::try_from(other.days).unwrap_or(0), "day", "days");
            let label = match (other.days, other.is_earlier) {
                (0, _) => "same day".to_owned(),
                (_, true) => format!("−{days}"),
                (_, false) => format!("+{days}"),
            };
            let spoken = match (other.days, other.is_earlier) {
                (0, _) => label.clone(),
                (_, true) => format!("{days} earlier"),
                (_, false) => format!("{days} later"),
            };
            self.other(&label, other.meeting, &spoken);
        }
    }

    /// Another meeting, in a row that leads to its page.
    fn other(&mut self, label: &str, number: usize, spoken: &str) {
        let Some(meeting) = self.library.connections.meetings.get(number) else { return };
        let at = 1 + if self.label > 0 { self.label } else { columns_of(label) + 1 };
        let when = meeting.when.map_or_else(|| "day not told".to_owned(), wording::when);
        let after = at + columns_of(&when).max(12) + 2;
        let mut cells = vec![
            Cell::new(1, label, Role::Muted).within(at - 2),
            Cell::new(at, when.clone(), Role::Date).within(self.columns.saturating_sub(at)),
        ];
        let mut who = self.calling.cells(self.library, meeting, after, self.columns.saturating_sub(after));
        let place = meeting.place.as_ref().map(|place| place.name.as_str()).unwrap_or_default();
        let facts = [people::kind(meeting), place.to_owned(), people::status(meeting.status).to_owned()];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let heard = facts.join(", ");
        let facts = facts.join(" · ");
        if self.columns >= 100 {
            let begins = after + 44;
            who = self.calling.cells(self.library, meeting, after, 42);
            who.push(Cell::new(begins, facts, Role::Muted));
        }
        cells.append(&mut who);
        let label = if spoken.is_empty() { label } else { spoken };
        let told = format!("{label}: {when}, {}, {heard}", people::names(self.library, meeting));
        self.lines.add_stop([Row::new(cells).said(told)], Some(Target::View(View::Meeting(number))), None);
    }
}

fn columns_of(words: &str) -> u16 {
    u16::try_from(width(words)).unwrap_or(u16::MAX)
}

/// Words in so many rows at most, a little to the right.
fn wrapped(words: &str, room: usize, most: usize) -> Vec<Row> {
    let all = said::rows(words, room);
    let cut = all.len() > most;
    let mut rows: Vec<Row> = Vec::new();
    for (place, line) in all.into_iter().take(most).enumerate() {
        let last = cut && place + 1 == most;
        let line = if last { format!("{}…", line.trim_end()) } else { line };
        let spoken = if place == 0 { words.to_owned() } else { String::new() };
        rows.push(Row::new(vec![Cell::new(3, line, Role::Muted)]).said(spoken));
    }
    rows
}
