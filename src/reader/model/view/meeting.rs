//! The page of a meeting: who, where and when with the words that say so, where outlets disagree, every story that tells
//! of it, the rounds before and after, other meetings of the same people.
//!
//! **In:** the library and a meeting. **Out:** a [`Content`]. **Why:** each fact is one step away from the sentence that it was
//! made of, so that nobody has to believe the program.

mod long;
pub(super) mod people;
mod tellings;

use std::collections::HashSet;
use std::sync::Arc;

use self::long::LongPage;
use self::people::Calling;
use self::tellings::TellingRows;
use super::lines::Lines;
use super::{Cell, Content, Inputs, Role, Row, Target, View};
use crate::dossier::meeting::{Difference, MeetingDossier, Related, Rounds, Slot, kind, leading, numbered, own_name};
use crate::dossier::timeline::Mark;
use crate::dossier::{Source, wording};
use crate::language::NameKind;
use crate::library::Library;
use crate::links::Meeting;
use crate::reader::model::digest::count;
use crate::reader::model::linear::said;
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// More stories than these are laid out when they are in sight, and each in the same number of rows.
const MANY: usize = 100;
/// Columns beside a fact in which words are worth wrapping.
const BESIDE: u16 = 30;
/// Tellers of one way in which something is told that are named.
const NAMED: usize = 2;

/// The page of the meeting with this index.
pub(super) fn content(inputs: &Inputs<'_>, number: usize) -> Arc<dyn Content> {
    let library = inputs.library;
    let dossier = MeetingDossier::new(library, number);
    let record = dossier.as_ref().and_then(|dossier| Some((dossier, dossier.record(library)?)));
    let Some((dossier, meeting)) = record else {
        let title = vec![Cell::new(1, "Meeting", Role::Strong)];
        return Arc::new(Lines::new(title, "This meeting is not told of any more."));
    };
    let calling = Calling::default();
    let rows = TellingRows { columns: inputs.columns, least: inputs.least, is_linear: inputs.is_linear };
    let mut page = Page {
        lines: Lines::new(calling.numbered(library, meeting, 1, inputs.columns / 3 * 2), ""),
        library,
        calling: &calling,
        columns: inputs.columns,
        label: if inputs.columns >= 50 { 10 } else { 0 },
        beside: beside(inputs.columns, dossier, meeting),
        rows,
    };
    page.lines.set_count(count(dossier.stories(), "story", "stories"));
    page.facts(dossier, meeting);
    page.differences(dossier);
    page.heading("", &format!("Told by {}", count(dossier.stories(), "story", "stories")));
    let is_long = dossier.tellings.len() > MANY;
    let front = is_long.then(|| std::mem::take(&mut page.lines));
    if !is_long {
        page.tellings(dossier);
    }
    page.rounds(dossier);
    page.related(dossier);
    match front {
        Some(front) => Arc::new(LongPage { front, tellings: dossier.tellings.clone(), back: page.lines, rows }),
        None => Arc::new(page.lines),
    }
}

/// A page as it is written.
struct Page<'l> {
    lines: Lines,
    library: &'l Library,
    calling: &'l Calling,
    columns: u16,
    /// Columns for what a fact is; 0 where it stands in front of the fact.
    label: u16,
    /// Columns for a fact, so that what stands beside each begins below that of the others.
    beside: u16,
    rows: TellingRows,
}

/// A fact of the page.
#[derive(Clone, Debug, Default)]
struct Fact {
    /// What it is; empty below another of its sort.
    label: String,
    words: String,
    role: Role,
    /// What stands beside it.
    more: String,
    source: Option<Source>,
    /// Whether other stories tell it otherwise.
    differs: bool,
}

impl Fact {
    fn new(label: &str, words: impl Into<String>, role: Role) -> Self {
        Self { label: label.to_owned(), words: words.into(), role, ..Self::default() }
    }

    fn more(mut self, words: impl Into<String>) -> Self {
        self.more = words.into();
        self
    }

    const fn from(mut self, source: Option<Source>) -> Self {
        self.source = source;
        self
    }

    const fn differs(mut self, differs: bool) -> Self {
        self.differs = differs;
        self
    }
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
    fn fact(&mut self, fact: Fact) {
        let Fact { label, words, role, more, source, differs } = fact;
        let is_beside = self.label > 0 || label.is_empty();
        let (at, words) = match (is_beside, differs) {
            (true, _) => (self.label + 1, words),
            (false, false) => (1, format!("{label}: {words}")),
            (false, true) => (1, format!("≠ {label}: {words}")),
        };
        let told = if differs { format!("{label}, told in other ways too") } else { label.clone() };
        let spoken = [&told, &words, &more].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>();
        let apart = if differs { "They disagree. " } else { "" };
        let spoken = if self.label > 0 {
            spoken.join(", ")
        } else {
            format!("{apart}{}", [words.trim_start_matches("≠ "), &more].join(" "))
        };
        let after = at.saturating_add(columns_of(&words).max(self.beside)).saturating_add(3);
        let mut cells = vec![Cell::new(at, words, role)];
        if self.label > 0 {
            if differs {
                cells.insert(0, Cell::new(columns_of(&label) + 2, "≠", Role::Differs));
            }
            cells.insert(0, Cell::new(1, label, Role::Muted).within(self.label - 1));
        }
        let mut below = Vec::new();
        if !more.is_empty() {
            // What does not fit beside the fact stands below it.
            let room = self.columns.saturating_sub(after);
            let at = if columns_of(&more) <= room || room >= BESIDE { after } else { at.saturating_add(2) };
            let mut rows = said::rows(&more, usize::from(self.columns.saturating_sub(at)).max(1)).into_iter();
            if at == after {
                cells.extend(rows.next().map(|words| Cell::new(at, words, Role::Muted)));
            }
            below.extend(rows.map(|words| Row::new(vec![Cell::new(at, words, Role::Muted)]).said("")));
        }
        let rows = std::iter::once(Row::new(cells).said(spoken)).chain(below);
        match source {
            Some(source) => self.lines.add_stop(rows, Some(Target::Passage(source)), Some(source)),
            None => rows.for_each(|row| self.lines.add_row(row)),
        }
    }

    fn facts(&mut self, dossier: &MeetingDossier, meeting: &Meeting) {
        let all = dossier.stories();
        let differs = |slot: Slot| dossier.disagreement(slot).is_some();
        // What no words say was made from those that tell of the meeting at all.
        let any = dossier.status.or_else(|| dossier.tellings.first().map(|telling| telling.source));
        for (place, who) in dossier.who.iter().enumerate() {
            let more =
                if meeting.sides_of_series { "as in other rounds".to_owned() } else { who.naming(self.library, all) };
            let label = if place == 0 { "who" } else { "" };
            let fact = Fact::new(label, who.name.clone(), Role::Name(who.kind)).more(more).from(who.source.or(any));
            self.fact(fact.differs(place == 0 && differs(Slot::Participants)));
        }
        self.when(dossier, meeting, any);
        if let Some(told) = &meeting.place {
            let place = Fact::new("where", told.name.clone(), Role::Name(NameKind::Place)).from(dossier.place);
            self.told_fact(dossier, place, Slot::Place);
        }
        let is_kind = |telling: &&crate::dossier::meeting::Telling| {
            self.library.mention(telling.at).is_some_and(|told| told.kind == meeting.kind)
        };
        let kind = dossier.tellings.iter().find(is_kind).map(|telling| telling.source).or(any);
        self.fact(Fact::new("kind", meeting.kind.word(), Role::Base).from(kind).differs(differs(Slot::Kind)));
        self.status(dossier, meeting, any);
        if meeting.is_likely {
            let (words, why) = people::doubt(dossier.stories(), self.rows.is_linear);
            self.fact(Fact::new("how sure", words, Role::Base).more(why).from(any));
        }
        let series = meeting.series.as_ref();
        let named = self.library.connections.series.iter().find(|one| Some(&one.id) == series);
        if let Some(series) = named {
            let number = numbered(meeting).unwrap_or_default();
            let source = series.stories.first().map(|(story, passage)| Source { story: *story, passage: *passage });
            let fact = Fact::new("series", series.name.clone(), Role::Name(NameKind::Event)).more(number).from(source);
            self.fact(fact.differs(differs(Slot::Number)));
        }
    }

    /// When it was: as the words say it, as a reader corrected it, or as it was inferred.
    fn when(&mut self, dossier: &MeetingDossier, meeting: &Meeting, any: Option<Source>) {
        let differs = dossier.disagreement(Slot::Day).is_some();
        let fact = Fact::new("when", people::when(meeting), Role::Date);
        match (dossier.corrected_day(self.library), dossier.when) {
            (Some(told), when) => {
                let words = told.map(|told| one_line(told.words(self.library)).trim().to_owned());
                let words = words.map_or_else(|| "no day is told".to_owned(), |words| format!("told: “{words}”"));
                let source = told.or(when).or(any);
                self.fact(fact.more(format!("as corrected; {words}")).from(source).differs(differs));
            }
            (None, Some(source)) => self.told_fact(dossier, fact.from(Some(source)), Slot::Day),
            (None, None) => {
                let inferred = if meeting.when.is_some() { "inferred from the day of the story" } else { "" };
                self.fact(fact.more(inferred).from(meeting.when.and(any)).differs(differs));
            }
        }
    }

    /// A fact with the words that say it; with whose they are, where others tell it otherwise, or where day and place are
    /// those of different stories.
    fn told_fact(&mut self, dossier: &MeetingDossier, fact: Fact, slot: Slot) {
        let differs = dossier.disagreement(slot).is_some();
        let Some(source) = fact.source else { return self.fact(fact.differs(differs)) };
        let mut more = format!("“{}”", one_line(source.words(self.library)).trim());
        if differs || dossier.is_put_together(self.library) {
            more = format!("{more}, told by {}", people::teller(self.library, source.story));
        }
        self.fact(fact.more(more).differs(differs));
    }

    /// The status that leads, and who tells it.
    fn status(&mut self, dossier: &MeetingDossier, meeting: &Meeting, any: Option<Source>) {
        let all = dossier.stories();
        let (stories, latest) = dossier.status_told_by(self.library);
        let latest = latest.map(|latest| people::teller(self.library, latest)).unwrap_or_default();
        let by = match (wording::stories_of(stories, all), stories) {
            (told, _) if told.is_empty() => String::new(),
            (_, 1) => format!("told by {latest}"),
            (told, stories) if stories == all => format!("told by {told}"),
            (told, _) => format!("told by {told}, the latest {latest}"),
        };
        let sign = Mark::of_status(meeting.status).sign();
        let differs = dossier.disagreement(Slot::Status).is_some();
        // There is no room for a second sign.
        let is_bare = self.rows.is_linear || differs;
        let label = if is_bare { "status".to_owned() } else { format!("status {sign}") };
        let fact = Fact::new(&label, people::status(meeting.status), Role::Base).more(by).from(any);
        self.fact(fact.differs(differs));
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
            let tellings = version.tellings.iter().filter_map(|telling| dossier.tellings.get(*telling));
            let tellers = tellings.take(NAMED).map(|telling| people::teller(self.library, telling.at.story));
            let tellers: Vec<String> = tellers.collect();
            let others = version.tellings.len().saturating_sub(NAMED);
            let more = if others > 0 { format!(" and {}", count(others, "other", "others")) } else { String::new() };
            let told = format!("{}{more}", tellers.join("; "));
            let label = if place == 0 { difference.slot.word() } else { "" };
            self.fact(Fact::new(label, version.value.words(), role).more(told).from(Some(version.source)));
            // Each thing that stories disagree about is one place, its first version.
            if place == 0 && !difference.is_progress {
                self.lines.dispute();
            }
        }
    }

    fn tellings(&mut self, dossier: &MeetingDossier) {
        let mut links = HashSet::new();
        for (place, telling) in dossier.tellings.iter().enumerate() {
            if place > 0 {
                self.lines.add_row(Row::blank());
            }
            // What joins two stories is told with the first of them.
            let is_new = telling.bond.is_some_and(|bond| links.insert(bond.link));
            let rows = self.rows.whole(self.library, telling, is_new);
            self.lines.add_stop(rows, Some(Target::Mention(telling.at)), Some(telling.source));
        }
    }

    fn rounds(&mut self, dossier: &MeetingDossier) {
        let Some(rounds) = dossier.rounds.as_ref().filter(|rounds| rounds.meetings.len() > 1) else { return };
        let Rounds { series, meetings, .. } = rounds;
        let name = self.library.connections.series.get(*series).map_or("", |series| series.name.as_str());
        let is_round = |number: &&usize| {
            self.library.connections.meetings.get(**number).is_some_and(|meeting| meeting.ordinal.is_some())
        };
        let rounds_told = meetings.iter().filter(is_round).count();
        let counted = if rounds_told == meetings.len() { ("round", "rounds") } else { ("meeting", "meetings") };
        self.heading("", &format!("{name}: {}", count(meetings.len(), counted.0, counted.1)));
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
        let when = wording::when_met(meeting).unwrap_or_else(|| "day not told".to_owned());
        let after = at + columns_of(&when).max(if self.columns >= 70 { 17 } else { 12 }) + 2;
        let mut cells = vec![
            Cell::new(1, label, Role::Muted).within(at - 2),
            Cell::new(at, when.clone(), Role::Date).within(self.columns.saturating_sub(at)),
        ];
        let mut who = self.calling.cells(self.library, meeting, after, self.columns.saturating_sub(after));
        let place = meeting.place.as_ref().map(|place| place.name.as_str()).unwrap_or_default();
        // A round that is called by its number is not told by it twice.
        let is_numbered = meeting.ordinal.is_some() && own_name(self.library, meeting).is_some();
        let kind = if is_numbered { String::new() } else { kind(meeting) };
        let facts = [kind, place.to_owned(), people::status(meeting.status).to_owned()];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let heard = facts.join(", ");
        let facts = facts.join(" · ");
        if self.columns >= 100 {
            // On a wide screen names are not cut.
            let wide = 42 + (self.columns - 100) / 2;
            let begins = after + wide + 2;
            who = self.calling.cells(self.library, meeting, after, wide);
            who.push(Cell::new(begins, facts, Role::Muted));
        }
        cells.append(&mut who);
        let label = if spoken.is_empty() { label } else { spoken };
        let told = format!("{label}: {when}, {}, {heard}", people::names(self.library, meeting));
        let words = leading(self.library, number);
        self.lines.add_stop([Row::new(cells).said(told)], Some(Target::View(View::Meeting(number))), words);
    }
}

/// The columns that the facts of a page need beside each other, as far as there is room for that.
fn beside(columns: u16, dossier: &MeetingDossier, meeting: &Meeting) -> u16 {
    let most = match columns {
        100.. => columns / 3,
        70..100 => 24,
        _ => return 0,
    };
    let who = dossier.who.iter().map(|who| columns_of(&who.name));
    let when = columns_of(&people::when(meeting));
    let place = meeting.place.as_ref().map_or(0, |place| columns_of(&place.name));
    who.chain([when, place, 24]).filter(|wide| *wide <= most).max().unwrap_or(most)
}

fn columns_of(words: &str) -> u16 {
    u16::try_from(width(words)).unwrap_or(u16::MAX)
}
