//! What is told of a meeting, in one row.
//!
//! **In:** who, when, where, in which order a view wants them. **Out:** cells, one after the other with gaps between them.

use super::{Cell, Role};
use crate::dossier::wording::days;
use crate::language::NameKind;
use crate::meetings::{MeetingDate, MeetingPlace, Participant, Status};
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// People that are named of a meeting.
const NAMED: usize = 3;

/// Facts one after the other.
#[derive(Clone, Debug)]
pub struct Facts {
    cells: Vec<Cell>,
    column: u16,
    is_begun: bool,
}

impl Facts {
    /// None yet; the first one stands in this column.
    pub const fn new(column: u16) -> Self {
        Self { cells: Vec::new(), column, is_begun: false }
    }

    /// The cells so far.
    pub fn cells(self) -> Vec<Cell> {
        self.cells
    }

    /// Words right behind those before.
    pub fn words(&mut self, words: &str, role: Role) {
        self.cells.push(Cell::new(self.column, words, role));
        self.column = self.column.saturating_add(u16::try_from(width(words)).unwrap_or(u16::MAX));
    }

    /// A fact, after a gap where it is not the first.
    pub fn fact(&mut self, words: &str, role: Role) {
        if std::mem::replace(&mut self.is_begun, true) {
            self.column = self.column.saturating_add(2);
        }
        self.words(words, role);
    }

    /// Who met: the first of them by name.
    pub fn people(&mut self, people: &[Participant]) {
        for (at, who) in people.iter().take(NAMED).enumerate() {
            if at > 0 {
                self.words(" – ", Role::Muted);
            }
            self.words(&one_line(&who.name), Role::Name(who.kind));
        }
        if people.len() > NAMED {
            self.words(&format!(" and {} more", people.len() - NAMED), Role::Muted);
        }
        if people.is_empty() {
            self.words("not told who", Role::Muted);
        }
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
            self.fact(&days(when.interval), Role::Date);
        }
    }

    /// Where, if that is told.
    pub fn place(&mut self, place: Option<&MeetingPlace>) {
        if let Some(place) = place {
            self.fact(&one_line(&place.name), Role::Name(NameKind::Place));
        }
    }
}
