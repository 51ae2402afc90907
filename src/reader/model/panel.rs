//! The panel below the text: the meeting in focus and the other stories that tell of it.
//!
//! **In:** the library, the story shown and what is in focus in it. **Out:** a [`Panel`]: which meeting, which other
//! stories, which of them is chosen; and which of its [`Line`]s fit into so many rows.
//! **Why:** Enter, the bracket keys, the hint line, the drawing and a click must all mean the same story.

use super::history::Spot;
use super::kin::{self, Kin};
use crate::library::Library;
use crate::links::MentionRef;
use crate::reader::layout::page::PlacedMark;

/// What the panel is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// For which story, focus and number of marks it was made.
    made_for: Option<(usize, Option<Spot>, usize)>,
    /// Index of the meeting in the story, if it tells of one.
    pub mention: Option<usize>,
    /// The other stories.
    pub kin: Vec<Kin>,
    /// Whether they share only a series.
    pub by_series: bool,
    /// Which of the other stories is chosen.
    pub chosen: usize,
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
    /// Makes the panel for a story and what is in focus there, unless it is that already.
    pub fn update(&mut self, library: &Library, story: Option<usize>, spot: Option<Spot>, marks: &[PlacedMark]) {
        let wanted = story.map(|story| (story, spot, marks.len()));
        if self.made_for == wanted {
            return;
        }
        *self = Self { made_for: wanted, ..Self::default() };
        let Some(story) = story else { return };
        self.mention = match spot {
            Some(Spot::Mark(index)) => marks.get(index).map(|placed| placed.mark.mention),
            Some(Spot::Passage(_)) => None,
            None => kin::leading_mention(library, story),
        };
        if let Some(mention) = self.mention {
            self.kin = kin::of_meeting(library, MentionRef { story, mention });
        }
        if self.kin.is_empty() {
            self.kin = kin::of_series(library, story);
            self.by_series = !self.kin.is_empty();
        }
        // The surest of them, the first where several are.
        let surest =
            (0..self.kin.len()).min_by_key(|index| self.kin.get(*index).map(|kin| (kin.tier.is_none(), kin.tier)));
        self.chosen = surest.unwrap_or(0);
    }

    /// The chosen other story.
    pub fn chosen(&self) -> Option<&Kin> {
        self.kin.get(self.chosen)
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
        let mut lines = match (self.mention.is_some(), self.chosen().is_some(), self.by_series) {
            (true, true, false) if rows >= 5 => vec![Line::Meeting, Line::Blank, chosen, Line::Quote, Line::Reasons],
            (true, true, false) if rows >= 3 => vec![Line::Meeting, chosen, Line::Reasons],
            (true, true, true) if rows >= 5 => vec![Line::Meeting, Line::Statement, chosen, Line::Quote, Line::Reasons],
            (true, true, true) if rows >= 3 => vec![Line::Meeting, Line::Statement, chosen],
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture;

    fn panel(story: usize) -> Panel {
        let mut panel = Panel::default();
        panel.update(&fixture::library(), Some(story), None, &[]);
        panel
    }

    #[test]
    fn the_chosen_story_is_shown_wherever_there_is_a_row() {
        for story in [fixture::CALL, fixture::SUMMIT, fixture::ROUND, fixture::SERIES, fixture::WIDE] {
            let panel = panel(story);
            for rows in 1..12 {
                let lines = panel.lines(rows);
                assert!(lines.len() <= rows);
                assert!(lines.contains(&Line::Kin(panel.chosen)), "{story} {rows}: {lines:?}");
            }
            assert_eq!(panel.lines(0), []);
        }
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
        panel.update(&library, Some(fixture::WIDE), None, &[]);
        assert_eq!(panel.chosen, 1);
        panel.update(&library, Some(fixture::CALL), None, &[]);
        assert_eq!(panel.chosen, 0);
    }
}
