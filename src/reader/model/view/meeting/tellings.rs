//! A telling of a meeting in, rows out: whose it is, its title, its words, what joins it to the others.
//!
//! **Why:** a few stories are told in as many rows as they need. Of thousands each takes the same number, so that the page knows
//! how long it is before anything is laid out, and makes the rows that are in sight.

use super::people;
use crate::dossier::meeting::Telling;
use crate::library::Library;
use crate::links::Tier;
use crate::reader::model::linear::said;
use crate::reader::model::view::quoting::Quoting;
use crate::reader::model::view::{Cell, Role, Row};
use crate::text::letters::first_upper;
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// The column in which a quotation begins.
const QUOTATION: u16 = 3;
/// Rows of a quotation at most; the story has the rest.
const QUOTED: usize = 3;
/// Rows of reasons at most.
const REASONS: usize = 2;

#[cfg(test)]
thread_local! {
    /// How many tellings were put into words on this thread.
    pub(super) static COMPOSED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How tellings are laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct TellingRows {
    pub columns: u16,
    pub least: Tier,
    pub is_linear: bool,
}

impl TellingRows {
    /// Rows of a telling of which each takes the same number, with the one that is left free below it.
    pub(super) const EACH: usize = 4;

    /// In as many rows as it needs; with what joins it to the others where that is to be told.
    pub(super) fn whole(self, library: &Library, telling: &Telling, with_reasons: bool) -> Vec<Row> {
        let mut rows = vec![self.head(library, telling)];
        let quotation = people::quotation(library, telling.source);
        rows.extend(title(library, telling, &quotation));
        rows.extend(self.quoted(library, telling, &quotation, QUOTED));
        if let Some(bond) = telling.bond.filter(|_| with_reasons) {
            let reasons = bond.reasons(library).collect::<Vec<_>>();
            if !reasons.is_empty() {
                rows.extend(self.wrapped(&reasons.join(if self.is_linear { "; " } else { " · " }), REASONS));
            }
        }
        rows
    }

    /// In [`EACH`](Self::EACH) rows.
    pub(super) fn short(self, library: &Library, telling: &Telling) -> Vec<Row> {
        #[cfg(test)]
        COMPOSED.set(COMPOSED.get() + 1);
        let mut rows = vec![self.head(library, telling)];
        let quotation = people::quotation(library, telling.source);
        rows.extend(title(library, telling, &quotation));
        rows.extend(self.quoted(library, telling, &quotation, Self::EACH - 1 - rows.len()));
        rows.resize_with(Self::EACH, Row::blank);
        rows
    }

    /// Whose it is, from when, which status it tells, and how sure it is that it belongs here.
    fn head(self, library: &Library, telling: &Telling) -> Row {
        let (story, end) = (telling.at.story, self.columns);
        let title = library.stories.get(story).map_or("", |story| story.article.title.text.as_str());
        let status = library.mention(telling.at).map_or("", |told| people::status(told.status));
        let passing = if telling.in_passing { ", in passing" } else { "" };
        let teller = people::teller(library, story);
        let told = format!("{teller} · {status}{passing}");
        let mut taken = 1;
        let mut cells = Vec::new();
        let mut spoken = format!("{teller}, {status}{passing}: {}", one_line(title).trim());
        // Whoever sees the telling is told how sure it is; only what is sure enough to be followed has the accent.
        if let Some(bond) = telling.bond {
            let role = if bond.tier <= self.least { Role::Accent } else { Role::Muted };
            let words =
                if end >= 90 { format!("{} {}", bond.tier.dots(), bond.tier.words()) } else { bond.tier.dots().into() };
            let room = u16::try_from(width(&words)).unwrap_or(u16::MAX);
            taken = room + 4;
            cells.push(Cell::new(end.saturating_sub(room + 1), words, role).within(room));
            spoken = format!("{} {}", said::sentence(&spoken), first_upper(bond.tier.words()));
        }
        cells.insert(0, Cell::new(1, told, Role::Base).within(end.saturating_sub(taken)));
        Row::new(cells).said(spoken)
    }

    /// The sentence that tells of the meeting in so many rows at most. Of a long one the words that tell of it are seen: its
    /// beginning may be about something else. Whoever hears it is told the whole sentence.
    fn quoted(self, library: &Library, telling: &Telling, whole: &str, most: usize) -> Vec<Row> {
        let room = self.columns.saturating_sub(QUOTATION + 2).max(1);
        let quoting = Quoting::around(library, telling.source, usize::from(room), most);
        let rows = quoting.map(|quoting| quoting.rows(QUOTATION, room, Role::Base, Role::Muted)).unwrap_or_default();
        let said = |place: usize| if place == 0 { whole.to_owned() } else { String::new() };
        rows.into_iter().enumerate().map(|(place, row)| row.said(said(place))).collect()
    }

    /// Words in so many rows at most, a little to the right.
    fn wrapped(self, words: &str, most: usize) -> Vec<Row> {
        let room = usize::from(self.columns.saturating_sub(5)).max(1);
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
}

/// The title of a story; nothing where it was made of the first words and says what the words say.
fn title(library: &Library, telling: &Telling, quotation: &str) -> Option<Row> {
    let title = library.stories.get(telling.at.story).map_or("", |story| story.article.title.text.as_str());
    let title = one_line(title);
    let title = title.trim();
    (!quotation.contains(title)).then(|| Row::new(vec![Cell::new(1, title, Role::Strong)]).said(""))
}
