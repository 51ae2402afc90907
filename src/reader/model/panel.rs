//! The panel below the text: the meeting in focus and the other stories that tell of it.
//!
//! **In:** the library, the story shown and what is in focus in it. **Out:** a [`Panel`]: which meeting, which other
//! stories, which of them is chosen; and which of its [`Line`]s fit into so many rows.
//! **Why:** Enter, the bracket keys, the hint line, the drawing and a click must all mean the same story.

use std::sync::{Arc, Mutex, PoisonError};

use super::Model;
use super::history::Spot;
use super::kin::{self, Kin};
use super::view::{Quoting, Role, Row};
use crate::dossier::name::sentence_of;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{MentionRef, Tier};
use crate::reader::layout::page::PlacedMark;

/// What the panel is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// For which story, focus and number of marks it was made.
    made_for: Option<(usize, Option<Spot>, usize, Tier)>,
    /// Index of the meeting in the story, if it tells of one.
    pub mention: Option<usize>,
    /// The other stories.
    pub kin: Vec<Kin>,
    /// How many others are not shown because they are less sure than what is asked for.
    pub hidden: usize,
    /// What joins them to it.
    pub bond: Bond,
    /// Which of the other stories is chosen.
    pub chosen: usize,
    /// Its words as they were quoted last: they are drawn with every frame and change with none.
    quoted: Kept,
}

/// Words as they were quoted: of the article at which address, which of them, in how many columns.
type Quoted = ((usize, Passage, u16), Option<Row>);

/// What was quoted last, which says nothing of the panel: another one begins without, and all are equal in it.
#[derive(Debug, Default)]
struct Kept(Mutex<Option<Quoted>>);

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What joins the other stories of a panel to the one that is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bond {
    /// They tell of the same meeting.
    #[default]
    Meeting,
    /// They name the series that the meeting belongs to.
    SeriesOfMeeting,
    /// They name a series that the story names, whatever its meetings belong to.
    SeriesOfStory,
}

/// A line of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Who met, how, when and where.
    Meeting,
    /// That no other story tells of it, or that there is no meeting.
    Statement,
    /// Nothing.
    Blank,
    /// The other story with this index, with its title.
    Kin(usize),
    /// The words of the chosen story.
    Quote,
    /// Why it belongs here.
    Reasons,
}

impl Panel {
    /// Makes the panel for a story and what is in focus there, unless it is that already. Stories that are less sure than
    /// `least` are left out.
    pub fn update(
        &mut self,
        library: &Library,
        (story, spot): (Option<usize>, Option<Spot>),
        marks: &[PlacedMark],
        least: Tier,
    ) {
        let wanted = story.map(|story| (story, spot, marks.len(), least));
        if self.made_for == wanted {
            return;
        }
        *self = Self { made_for: wanted, ..Self::default() };
        let Some(story) = story else { return };
        self.mention = match spot {
            Some(Spot::Mark(index)) => marks.get(index).map(|placed| placed.mark.mention),
            // A paragraph has its meeting in it; the name of a series has none.
            Some(Spot::Passage(passage)) => {
                let inside = |placed: &&PlacedMark| {
                    placed.mark.passage.part == passage.part && passage.span.contains(placed.mark.passage.span)
                };
                let mark = marks.iter().find(inside).map(|placed| placed.mark.mention);
                mark.or_else(|| told_by(library, story, passage))
            }
            None => kin::leading_mention(library, story, least),
        };
        self.take_meeting(library, story, least);
        if self.kin.is_empty() {
            let own = self.mention.and_then(|mention| kin::series_of(library, MentionRef { story, mention }));
            let (all, bond) = series(library, story, own);
            if self.keep_sure(all, least) {
                self.bond = bond;
            }
        }
        if self.kin.is_empty() && self.mention.is_none() && spot.is_some() {
            // A paragraph that tells of no meeting must not make it look as if the story told of none.
            self.mention = kin::leading_mention(library, story, least);
            self.hidden = 0;
            self.take_meeting(library, story, least);
        }
        // The surest of them, the first where several are.
        let surest =
            (0..self.kin.len()).min_by_key(|index| self.kin.get(*index).map(|kin| (kin.tier.is_none(), kin.tier)));
        self.chosen = surest.unwrap_or(0);
    }

    /// Takes the other stories of the meeting.
    fn take_meeting(&mut self, library: &Library, story: usize, least: Tier) {
        if let Some(mention) = self.mention {
            self.keep_sure(kin::of_meeting(library, MentionRef { story, mention }), least);
        }
    }

    /// Takes those that are sure enough, and counts the others; tells whether there are any that are.
    fn keep_sure(&mut self, all: Vec<Kin>, least: Tier) -> bool {
        let count = all.len();
        self.kin = all.into_iter().filter(|kin| kin.sureness() <= least).collect();
        self.hidden += count - self.kin.len();
        !self.kin.is_empty()
    }

    /// Whether the other stories share only a series.
    pub fn by_series(&self) -> bool {
        self.bond != Bond::Meeting
    }

    /// The chosen other story.
    pub fn chosen(&self) -> Option<&Kin> {
        self.kin.get(self.chosen)
    }

    /// The words of the chosen story in one row of so many columns, with what stands around them.
    pub(in crate::reader) fn quotation(&self, library: &Library, columns: u16) -> Option<Row> {
        let kin = self.chosen()?;
        let story = library.stories.get(kin.story)?;
        let words = kin.words(library)?.passage;
        let asked = (Arc::as_ptr(&story.article).addr(), words, columns);
        let mut quoted = self.quoted.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, row)) = quoted.as_ref().filter(|(told, _)| *told == asked) {
            return row.clone();
        }
        let quoting = Quoting::of(story, sentence_of(story, words), words, usize::from(columns), 1);
        let row = quoting.rows(0, columns, Role::Base, Role::Muted).into_iter().next();
        *quoted = Some((asked, row.clone()));
        row
    }

    /// Chooses another of the stories, round and round.
    pub fn choose(&mut self, steps: isize) {
        let count = self.kin.len().max(1);
        let by = steps.rem_euclid(isize::try_from(count).unwrap_or(1)).unsigned_abs();
        self.chosen = (self.chosen + by) % count;
    }

    /// The lines that are shown in so many rows.
    pub fn lines(&self, rows: usize) -> Vec<Line> {
        let chosen = Line::Kin(self.chosen);
        let mut lines = match (self.mention.is_some(), self.chosen().is_some(), self.by_series()) {
            (true, true, false) if rows >= 5 => vec![Line::Meeting, Line::Blank, chosen, Line::Quote, Line::Reasons],
            (true, true, false) if rows >= 3 => vec![Line::Meeting, chosen, Line::Reasons],
            (true, true, true) if rows >= 5 => vec![Line::Meeting, Line::Statement, chosen, Line::Quote, Line::Reasons],
            (true, true, true) if rows >= 3 => vec![Line::Meeting, Line::Statement, chosen],
            // A statement with nothing behind its colon tells less than the meeting.
            (true, true, true) if rows < 2 => vec![Line::Meeting],
            // Without the statement the other story would pass for one about this meeting.
            (_, true, true) if rows < 3 => vec![Line::Statement, chosen],
            (false, true, _) if rows >= 5 => vec![Line::Statement, Line::Blank, chosen, Line::Quote, Line::Reasons],
            (false, true, _) if rows >= 3 => vec![Line::Statement, chosen, Line::Reasons],
            (_, true, _) => vec![chosen],
            (true, false, _) if rows >= 3 => vec![Line::Meeting, Line::Blank, Line::Statement],
            (true, false, _) => vec![Line::Meeting],
            (false, false, _) => vec![Line::Statement],
        };
        let others = (0..self.kin.len()).filter(|index| *index != self.chosen).map(Line::Kin);
        let room = rows.saturating_sub(lines.len());
        if rows >= 5 {
            lines.extend(others.take(room));
        }
        lines.truncate(rows);
        lines
    }
}

impl Model {
    /// Where the meeting of the panel is told, where none of its passages is in sight.
    pub(in crate::reader) fn meeting_out_of_sight(&self) -> Option<&'static str> {
        let mention = self.panel.mention?;
        let bottom = self.top + self.text_height();
        let of_it = self.marks().iter().filter(|placed| placed.mark.mention == mention);
        let (mut above, mut below) = (false, false);
        for rows in of_it.map(|placed| &placed.rows) {
            match (rows.end <= self.top, rows.start >= bottom) {
                (true, _) => above = true,
                (_, true) => below = true,
                _ => return None,
            }
        }
        match (above, below) {
            (_, true) => Some("further down"),
            (true, false) => Some("further up"),
            (false, false) => None,
        }
    }
}

/// The meeting of a story of which just these words tell who, when or where.
fn told_by(library: &Library, story: usize, passage: Passage) -> Option<usize> {
    library.stories.get(story)?.meetings.iter().position(|meeting| {
        let who = meeting.participants.iter().flat_map(|who| [Some(who.passage), who.role]).flatten();
        let when = meeting.when.and_then(|when| when.passage);
        let place = meeting.place.as_ref().map(|place| place.passage);
        who.chain(when).chain(place).any(|words| words == passage)
    })
}

/// The stories that share the meeting's own series; where there are none, a series that the story names.
fn series(library: &Library, story: usize, own: Option<usize>) -> (Vec<Kin>, Bond) {
    let all = kin::of_series(library, story);
    let of_meeting: Vec<Kin> = all.iter().filter(|kin| own.is_some() && kin.series == own).cloned().collect();
    match (of_meeting.is_empty(), all.is_empty()) {
        (false, _) => (of_meeting, Bond::SeriesOfMeeting),
        (true, false) => (all, Bond::SeriesOfStory),
        (true, true) => (all, Bond::Meeting),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture;

    fn panel(story: usize) -> Panel {
        let mut panel = Panel::default();
        panel.update(&fixture::library(), (Some(story), None), &[], Tier::Series);
        panel
    }

    #[test]
    fn the_chosen_story_is_shown_wherever_there_is_a_row() {
        for story in [fixture::CALL, fixture::SUMMIT, fixture::ROUND, fixture::SERIES, fixture::WIDE] {
            let panel = panel(story);
            for rows in 1..12 {
                let lines = panel.lines(rows);
                assert!(lines.len() <= rows);
                let told = match (panel.by_series() && rows == 1, panel.mention) {
                    (true, Some(_)) => Line::Meeting,
                    (true, None) => Line::Statement,
                    (false, _) => Line::Kin(panel.chosen),
                };
                assert!(lines.contains(&told), "{story} {rows}: {lines:?}");
            }
            assert_eq!(panel.lines(0), []);
        }
    }

    #[test]
    fn a_series_of_the_story_is_not_taken_for_one_of_its_meeting() {
        let mut library = fixture::library();
        let bond = |library: &Library| {
            let mut panel = Panel::default();
            panel.update(library, (Some(fixture::ROUND), None), &[], Tier::Series);
            assert_eq!((panel.mention, panel.kin.len()), (Some(0), 1));
            panel.bond
        };
        assert_eq!(bond(&library), Bond::SeriesOfMeeting);
        library.stories[fixture::ROUND].meetings[0].series = None;
        for meeting in &mut library.connections.meetings {
            meeting.series = None;
        }
        assert_eq!(bond(&library), Bond::SeriesOfStory);
    }

    #[test]
    fn a_story_of_the_series_never_stands_without_the_statement() {
        for story in [fixture::ROUND, fixture::SERIES] {
            for rows in 1..12 {
                let lines = panel(story).lines(rows);
                let has_story = lines.iter().any(|line| matches!(line, Line::Kin(_)));
                assert!(lines.contains(&Line::Statement) || !has_story, "{story} {rows}");
            }
        }
    }

    #[test]
    fn stories_that_are_less_sure_than_the_threshold_are_counted_but_not_shown() {
        let library = fixture::library();
        let told = |story, least| {
            let mut panel = Panel::default();
            panel.update(&library, (Some(story), None), &[], least);
            (panel.kin.len(), panel.hidden, panel.bond)
        };
        assert_eq!(told(fixture::WIDE, Tier::Probable), (2, 0, Bond::Meeting));
        assert_eq!(told(fixture::WIDE, Tier::Same), (0, 2, Bond::Meeting));
        assert_eq!(told(fixture::SERIES, Tier::Series), (1, 0, Bond::SeriesOfStory));
        assert_eq!(told(fixture::SERIES, Tier::Probable), (0, 1, Bond::Meeting));
    }

    #[test]
    fn choosing_goes_round() {
        let mut panel = panel(fixture::WIDE);
        assert_eq!(panel.kin.len(), 2);
        panel.choose(1);
        assert_eq!(panel.chosen, 1);
        panel.choose(1);
        assert_eq!(panel.chosen, 0);
        panel.choose(-1);
        assert_eq!(panel.chosen, 1);
    }

    #[test]
    fn a_story_without_meetings_is_stated_as_such() {
        let panel = panel(fixture::ALONE);
        assert_eq!((panel.mention, panel.kin.len()), (None, 0));
        assert_eq!(panel.lines(5), [Line::Statement]);
    }

    #[test]
    fn a_choice_is_kept_while_the_focus_stays() {
        let library = fixture::library();
        let mut panel = panel(fixture::WIDE);
        panel.choose(1);
        panel.update(&library, (Some(fixture::WIDE), None), &[], Tier::Series);
        assert_eq!(panel.chosen, 1);
        panel.update(&library, (Some(fixture::CALL), None), &[], Tier::Series);
        assert_eq!(panel.chosen, 0);
    }
}
