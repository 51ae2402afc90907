//! The meetings of a name, and who is named beside it, as rows.

use super::{NamePage, number};
use crate::dossier::name::Met;
use crate::dossier::timeline::Mark;
use crate::dossier::wording;
use crate::library::Library;
use crate::links::Meeting;
use crate::meetings::Status;
use crate::reader::model::view::View;
use crate::reader::model::view::content::{Cell, Role, Row, Target};
use crate::reader::model::view::names::{counted, others, others_within};
use crate::text::width::width;

/// The columns of a row about a meeting: its days, who else, where, what, how many stories.
struct MetColumns {
    days: u16,
    who: u16,
    place: u16,
    status: u16,
    stories: u16,
}

/// The widest words among the meetings of a page, in columns, so that those of one sort stand below each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WidestMet {
    days: u16,
    place: u16,
}

impl WidestMet {
    /// Of these meetings.
    pub(super) fn of(library: &Library, met: &[Met]) -> Self {
        let meetings = met.iter().filter_map(|met| library.connections.meetings.get(met.meeting));
        meetings.fold(Self::default(), |widest, meeting| Self {
            days: widest.days.max(columns_of(&day_within(meeting))),
            place: widest.place.max(meeting.place.as_ref().map_or(0, |place| columns_of(&place.name))),
        })
    }
}

fn columns_of(words: &str) -> u16 {
    u16::try_from(width(words)).unwrap_or(u16::MAX)
}

/// `~22 May 2031` where there is no room for `about`.
fn day_within(meeting: &Meeting) -> String {
    let told = wording::when_met(meeting).unwrap_or_else(|| "no day".to_owned());
    told.strip_prefix("about ").map_or(told.clone(), |day| format!("~{day}"))
}

impl MetColumns {
    /// The columns of who met, at least, where a place could take more.
    const WHO: u16 = 20;

    fn of(columns: u16, widest: WidestMet) -> Self {
        let (days, place, status, stories) = match columns {
            0..40 => (7, 0, 0, 0),
            // The day of several ends where it must; who met and what it was is more.
            40..60 => (widest.days.saturating_add(2).clamp(8, 18), 0, 16, 0),
            60..96 => {
                let (days, status) = (18, 22);
                let most = columns.saturating_sub(days + status + Self::WHO).clamp(13, 20);
                (days, widest.place.saturating_add(1).clamp(13, most), status, 0)
            }
            _ => (22, widest.place.saturating_add(1).clamp(20, 24), 22, 10),
        };
        Self { days, who: columns.saturating_sub(days + place + status + stories), place, status, stories }
    }

    /// The same with what those who met leave free of their columns given to a place that is longer than its own.
    fn sharing(self, who: &str, place: &str) -> Self {
        let wide = |words: &str| u16::try_from(width(words)).unwrap_or(u16::MAX).saturating_add(1);
        let lacking = if self.place > 0 { wide(place).saturating_sub(self.place) } else { 0 };
        // One column stays free between the two.
        let given = lacking.min(self.who.saturating_sub(wide(who).saturating_add(1)));
        Self { who: self.who - given, place: self.place + given, ..self }
    }
}

/// The columns of a row about a name beside: its name, what it is, sentences, stories, how close the two are.
struct BesideColumns {
    name: u16,
    kind: u16,
    sentences: u16,
    stories: u16,
    association: u16,
}

impl BesideColumns {
    const fn of(columns: u16) -> Self {
        let (kind, sentences, stories, association) = match columns {
            0..40 => (0, 4, 0, 0),
            40..60 => (0, 10, 9, 5),
            60..96 => (0, 10, 9, 29),
            _ => (14, 11, 10, 29),
        };
        Self {
            name: columns.saturating_sub(kind + sentences + stories + association),
            kind,
            sentences,
            stories,
            association,
        }
    }
}

/// The columns before a day that make its month stand below those of other days.
pub(super) fn under_each_other(day: &str) -> u16 {
    u16::from(day.starts_with(|c: char| c.is_ascii_digit()) && day.as_bytes().get(1) == Some(&b' '))
}

impl NamePage {
    /// `20 Nov 2017   Demir Ilmaz   Port Sarn   bilateral, held   2 stories`.
    pub(super) fn met_row(&self, library: &Library, met: usize) -> Row {
        let Some(met) = self.dossier.met.get(met) else { return Row::blank() };
        let Some(meeting) = library.connections.meetings.get(met.meeting) else { return Row::blank() };
        let mut at = MetColumns::of(self.columns, self.widest);
        // On the page of a town nobody has to be told that a meeting there was there.
        let is_here = meeting.place.as_ref().is_some_and(|place| place.id == self.entity.id);
        if is_here {
            (at.who, at.place) = (at.who + at.place, 0);
        }
        let days = self.days(meeting);
        let said_days = wording::when_met(meeting).unwrap_or_else(|| "day not told".to_owned());
        let who = others(library, self.dossier.entity, met);
        let place = meeting.place.as_ref().filter(|_| !is_here).map(|place| place.name.clone()).unwrap_or_default();
        // Whether it was held is left out where no story tells.
        let status = Some(meeting.status.word()).filter(|_| meeting.status != Status::Unknown);
        let told = Some(meeting.kind.word()).into_iter().chain(status).collect::<Vec<_>>().join(", ");
        // A call and a meeting of one day are told apart on every screen; whether it was held, by the sign of the timeline.
        let sign = Mark::of_status(meeting.status).sign();
        let status = if self.columns >= 60 { told.clone() } else { format!("{sign} {}", meeting.kind.word()) };
        let stories = counted(meeting.stories(), "story", "stories");
        let doubt = if meeting.is_likely { wording::PROBABLY_ONE } else { "" };
        let said = [said_days.as_str(), &who, &place, doubt, &told, &stories];
        let said = said.iter().filter(|words| !words.is_empty()).copied().collect::<Vec<_>>().join(", ");
        let brief = self.brief(library, met, at.who.saturating_sub(1));
        let at = at.sharing(&brief, &place);
        let mut column = 0;
        let mut cells = Vec::new();
        let mut add = |wide: u16, words: String, role: Role| {
            if wide > 1 && !words.is_empty() {
                let lead = if role == Role::Date { under_each_other(&words).min(wide - 1) } else { 0 };
                cells.push(Cell::new(column + lead, words, role).within(wide - 1 - lead));
            }
            column += wide;
        };
        // As the timeline does, where there is no room for `about`.
        let about = if meeting.is_about() { "~" } else { "" };
        let short = meeting.when.filter(|_| self.columns < 40);
        let short = short.map(|when| format!("{about}{}", when.interval.from.strftime("%-d %b")));
        add(at.days, short.unwrap_or(days), Role::Date);
        add(at.who, brief, Role::Accent);
        add(at.place, place, Role::Base);
        add(at.status, status, Role::Muted);
        if at.stories > 0 {
            cells.push(Cell::new(column, stories, Role::Muted).right(at.stories));
        }
        Row::new(cells).said(said)
    }

    /// When it was, in as many words as there is room for.
    fn days(&self, meeting: &Meeting) -> String {
        let undated = if self.columns < 40 { "no day" } else { "day not told" };
        match self.columns {
            40..60 => day_within(meeting),
            _ => wording::when_met(meeting).unwrap_or_else(|| undated.to_owned()),
        }
    }

    /// Who else was there, in so many columns, with a sign before what is only probably a meeting.
    fn brief(&self, library: &Library, met: &Met, columns: u16) -> String {
        let is_likely = library.connections.meetings.get(met.meeting).is_some_and(|meeting| meeting.is_likely);
        let sign = if is_likely { wording::PROBABLY_SIGN } else { "" };
        let room = columns.saturating_sub(u16::try_from(width(sign)).unwrap_or(0));
        format!("{sign}{}", others_within(library, self.dossier.entity, met, (&self.calling, room)))
    }

    pub(super) fn met_target(&self, met: usize) -> Option<Target> {
        self.dossier.met.get(met).map(|met| Target::View(View::Meeting(met.meeting)))
    }

    /// What the numbers beside names are.
    pub(super) fn beside_head(&self) -> Option<Row> {
        let at = BesideColumns::of(self.columns);
        let column = at.name + at.kind;
        let words = |column, words: &str, wide| Cell::new(column, words, Role::Muted).right(wide);
        (at.stories > 0).then(|| {
            let mut cells =
                vec![words(column, "sentences", at.sentences), words(column + at.sentences, "stories", at.stories)];
            if at.association > 5 {
                cells.push(Cell::new(column + at.sentences + at.stories + 6, "how close", Role::Muted));
            }
            Row::new(cells).said("")
        })
    }

    /// `Demir Ilmaz   person   12   5   +  more than chance`.
    pub(super) fn beside_row(&self, library: &Library, beside: usize) -> Row {
        let Some(beside) = self.dossier.beside.get(beside) else { return Row::blank() };
        let Some(entity) = library.connections.entities.get(beside.entity) else { return Row::blank() };
        let at = BesideColumns::of(self.columns);
        let mut cells =
            vec![Cell::new(0, entity.name.clone(), Role::Name(entity.kind)).within(at.name.saturating_sub(1))];
        if at.kind > 0 {
            cells.push(Cell::new(at.name, entity.kind.word(), Role::Muted));
        }
        let mut column = at.name + at.kind;
        cells.push(Cell::new(column, number(beside.sentences), Role::Base).right(at.sentences));
        column += at.sentences;
        if at.stories > 0 {
            cells.push(Cell::new(column, number(beside.stories), Role::Base).right(at.stories));
        }
        column += at.stories;
        let (sign, words) = (beside.association.sign(), beside.closeness());
        if at.association > 0 && !sign.is_empty() {
            cells.push(Cell::new(column + 3, sign, Role::Muted));
        }
        if at.association > 5 {
            cells.push(Cell::new(column + 6, words.clone(), Role::Muted).within(at.association - 6));
        }
        let sentences = counted(beside.sentences, "sentence", "sentences");
        let stories = counted(beside.stories, "story", "stories");
        Row::new(cells).said(format!(
            "{}, {}, in {sentences} and {stories} with it, {words}",
            entity.name,
            entity.kind.word()
        ))
    }

    pub(super) fn beside_target(&self, beside: usize) -> Option<Target> {
        self.dossier.beside.get(beside).map(|beside| Target::View(View::Name(beside.entity)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_place_takes_what_those_who_met_leave_free_and_no_more() {
        let at = |who: &str, place: &str| {
            let at = MetColumns::of(76, WidestMet::default()).sharing(who, place);
            (at.who, at.place)
        };
        let (who, place) = at("Demir Ilmaz", "Port Sarn");
        assert_eq!(at("Demir Ilmaz", "Upper Lindholm"), (who - 2, place + 2));
        let long = "Upper Lindholm on the Strait of Vell";
        let given = at("Demir Ilmaz", long);
        assert_eq!((given.0, given.0 + given.1), (13, who + place), "a column stays free");
        assert_eq!(at("Astrid Halvorsen – Ilm", long), (who, place), "nothing is free");
        assert_eq!(
            MetColumns::of(50, WidestMet::default()).sharing("", long).place,
            0,
            "where places are left out, they stay so"
        );
    }

    #[test]
    fn places_stand_below_each_other_as_far_as_who_met_has_room() {
        let at = |place: u16| {
            let at = MetColumns::of(76, WidestMet { days: 11, place });
            (at.who, at.place)
        };
        assert_eq!(at(9), (23, 13));
        assert_eq!(at(14), (21, 15), "all begin in one column");
        assert_eq!(at(40), (20, 16), "who met comes first");
    }
}
