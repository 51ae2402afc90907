//! What is told of a meeting, one fact after the other.
//!
//! **In:** who, when, where, in which order a view wants them. **Out:** rows, with gaps between the facts.

use super::{Cell, Role, Row};
use crate::dossier::wording::when as when_told;
use crate::language::NameKind;
use crate::meetings::{MeetingDate, MeetingPlace, Participant, Status};
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// People that are named of a meeting.
const NAMED: usize = 3;

/// Facts one after the other, in as many rows as they need.
#[derive(Clone, Debug)]
pub struct Facts {
    rows: Vec<Vec<Cell>>,
    said: Vec<String>,
    start: u16,
    columns: u16,
    column: u16,
    is_begun: bool,
}

impl Facts {
    /// None yet; they begin in this column of so many.
    pub fn new(column: u16, columns: u16) -> Self {
        Self { rows: vec![Vec::new()], said: Vec::new(), start: column, columns, column, is_begun: false }
    }

    /// The rows so far; the first of them says it all.
    pub fn rows(self) -> Vec<Row> {
        let said = self.said.join(", ");
        let row = |(number, cells): (usize, Vec<Cell>)| {
            Row::new(cells).said(if number == 0 && !said.is_empty() { format!("{said}.") } else { String::new() })
        };
        self.rows.into_iter().enumerate().map(row).collect()
    }

    /// Words right behind those before.
    fn words(&mut self, words: &str, role: Role) {
        let wide = u16::try_from(width(words)).unwrap_or(u16::MAX);
        if self.column > self.start && self.column.saturating_add(wide) > self.columns {
            self.rows.push(Vec::new());
            self.column = self.start.saturating_add(2);
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell::new(self.column, words.trim_start_matches(if row.is_empty() { ' ' } else { '\0' }), role));
        }
        self.column = self.column.saturating_add(wide);
    }

    /// Where it comes from, before all facts.
    pub fn whence(&mut self, words: &str) {
        self.words(&format!("{words}: "), Role::Muted);
        self.said.push(words.replace(" · ", ", "));
    }

    /// A fact, after a gap where it is not the first.
    pub fn fact(&mut self, words: &str, role: Role) {
        if std::mem::replace(&mut self.is_begun, true) {
            self.column = self.column.saturating_add(2);
        }
        self.words(words, role);
        self.said.push(words.to_owned());
    }

    /// Who met: the first of them by name.
    pub fn people(&mut self, people: &[Participant]) {
        let named: Vec<String> = people.iter().take(NAMED).map(|who| one_line(&who.name)).collect();
        for (at, (name, who)) in named.iter().zip(people).enumerate() {
            if at > 0 {
                self.words(" – ", Role::Muted);
            }
            self.words(name, Role::Name(who.kind));
        }
        let more = people.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let none = if people.is_empty() { "not told who" } else { "" };
        for words in [more.as_str(), none].into_iter().filter(|words| !words.is_empty()) {
            self.words(words, Role::Muted);
        }
        self.said.push(format!("{}{more}{none}", named.join(" and ")));
        self.is_begun = true;
    }

    /// Whether it took place.
    pub fn status(&mut self, status: Status) {
        let words = if status == Status::Unknown { "status not told" } else { status.word() };
        self.fact(words, Role::Muted);
    }

    /// When, if that is told.
    pub fn when(&mut self, when: Option<MeetingDate>) {
        if let Some(when) = when {
            self.fact(&when_told(when), Role::Date);
        }
    }

    /// Where, if that is told.
    pub fn place(&mut self, place: Option<&MeetingPlace>) {
        if let Some(place) = place {
            self.fact(&one_line(&place.name), Role::Name(NameKind::Place));
        }
    }
}
