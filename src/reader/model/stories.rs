//! The list of stories.
//!
//! **In:** what is listed, in order and in groups. **Out:** its lines (stories, and heads of groups), which one is
//! chosen and from which one on they are in sight.
//! **Why:** moving through a list of a hundred thousand must cost the same as through five: the list is a vector of
//! small records with a window on it, and lines are reckoned from the groups, never written out.

use crate::library::Own;
use crate::search::Match;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// What is listed, in order; with the matched letters where the filter is at work.
    pub matches: Vec<Match>,
    /// Its groups, in order; empty where it is one list.
    groups: Vec<ListedGroup>,
    /// Index of the chosen line.
    pub cursor: usize,
    /// Index of the first line in sight.
    pub top: usize,
    /// How many of the listed stories were not read yet.
    unread: usize,
}

/// A group of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListedGroup {
    /// Which, by its index in the grouping.
    pub group: usize,
    /// Index of its first story in [`Stories::matches`].
    pub from: usize,
    /// How many stories it has.
    pub count: usize,
    /// How many of them were not read yet.
    pub unread: usize,
    /// Whether only its head is listed.
    pub folded: bool,
    /// The line of its head.
    line: usize,
}

impl ListedGroup {
    /// So many stories from this one on.
    pub const fn new(group: usize, from: usize, count: usize, folded: bool) -> Self {
        Self { group, from, count, unread: 0, folded, line: 0 }
    }
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, by its index in the list.
    Head(usize),
    /// A story, by its index in [`Stories::matches`].
    Story(usize),
}

/// The rows in which lines are in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// How many rows.
    pub rows: usize,
    /// Rows that a story takes, with the blank one after it; the head of a group takes one.
    pub step: usize,
}

impl Stories {
    /// Lists these; the first story is chosen, or the first head where all groups are folded.
    pub fn list(&mut self, matches: Vec<Match>, groups: Vec<ListedGroup>) {
        *self = Self { matches, groups, ..Self::default() };
        self.number();
        self.choose_first();
    }

    /// Chooses the first story, or the first head where all groups are folded.
    pub fn choose_first(&mut self) {
        let first = self.groups.iter().find(|group| !group.folded).or(self.groups.first());
        self.cursor = first.map_or(0, |group| group.line + usize::from(!group.folded));
    }

    /// Counts the lines before each group.
    fn number(&mut self) {
        let mut line = 0;
        for group in &mut self.groups {
            group.line = line;
            line += 1 + if group.folded { 0 } else { group.count };
        }
    }

    /// How many stories are listed, those of folded groups among them.
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// The groups, in order.
    pub fn groups(&self) -> &[ListedGroup] {
        &self.groups
    }

    /// How many of the listed stories were not read yet, as last counted.
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// Counts what was not read yet, in all and in each group; `own` is what was done with each story of the library.
    pub fn count_unread(&mut self, own: &[Own]) {
        let is_unread = |found: &&Match| !own.get(found.story).is_some_and(|own| own.read);
        self.unread = self.matches.iter().filter(is_unread).count();
        for group in &mut self.groups {
            let stories = self.matches.get(group.from..group.from + group.count).unwrap_or_default();
            group.unread = stories.iter().filter(is_unread).count();
        }
    }

    /// How many lines there are.
    pub fn lines(&self) -> usize {
        let after = |group: &ListedGroup| group.line + 1 + if group.folded { 0 } else { group.count };
        self.groups.last().map_or(self.matches.len(), after)
    }

    /// The line with this index.
    pub fn line(&self, at: usize) -> Option<Line> {
        if at >= self.lines() {
            return None;
        }
        let Some(index) = self.group_of(at) else { return Some(Line::Story(at)) };
        let group = self.groups.get(index)?;
        Some(at.checked_sub(group.line + 1).map_or(Line::Head(index), |nth| Line::Story(group.from + nth)))
    }

    /// The group that a line belongs to.
    pub fn group_of(&self, line: usize) -> Option<usize> {
        self.groups.partition_point(|group| group.line <= line).checked_sub(1)
    }

    /// The chosen story; `None` on the head of a group.
    pub fn chosen(&self) -> Option<usize> {
        match self.line(self.cursor)? {
            Line::Story(index) => self.matches.get(index).map(|found| found.story),
            Line::Head(_) => None,
        }
    }

    /// The group whose head is chosen.
    pub fn chosen_head(&self) -> Option<usize> {
        match self.line(self.cursor)? {
            Line::Head(group) => Some(group),
            Line::Story(_) => None,
        }
    }

    /// Chooses the line that is `steps` further, or the last one that way.
    pub fn go(&mut self, steps: isize) {
        self.cursor = self.cursor.saturating_add_signed(steps).min(self.lines().saturating_sub(1));
    }

    /// Chooses a story, or the head of its group where that is folded; tells whether it is listed.
    pub fn choose(&mut self, story: usize) -> bool {
        let found = self.matches.iter().position(|found| found.story == story);
        let line = found.map(|at| match self.group_with(at).and_then(|group| self.groups.get(group)) {
            Some(group) if group.folded => group.line,
            Some(group) => group.line + 1 + (at - group.from),
            None => at,
        });
        self.cursor = line.unwrap_or(self.cursor);
        line.is_some()
    }

    /// Whether a story is listed.
    pub fn holds(&self, story: usize) -> bool {
        self.matches.iter().any(|found| found.story == story)
    }

    /// The group that holds the match with this index.
    pub fn group_with(&self, found: usize) -> Option<usize> {
        self.groups.partition_point(|group| group.from <= found).checked_sub(1)
    }

    /// Folds groups or unfolds them, by their index in the grouping. Whoever stood in one that is folded now stands on its
    /// head.
    pub fn fold(&mut self, is_folded: impl Fn(usize) -> bool) {
        let at = self.line(self.cursor);
        for group in &mut self.groups {
            group.folded = is_folded(group.group);
        }
        self.number();
        let group = match at {
            Some(Line::Head(group)) => Some((group, None)),
            Some(Line::Story(found)) => self.group_with(found).map(|group| (group, Some(found))),
            None => None,
        };
        if let Some((group, found)) = group.and_then(|(group, found)| Some((self.groups.get(group)?, found))) {
            let inside = found.filter(|_| !group.folded).map_or(0, |found| 1 + found - group.from);
            self.cursor = group.line + inside;
        }
    }

    /// Rows that a line takes, with the blank one after it.
    fn rows_of(&self, line: usize, window: Window) -> usize {
        if matches!(self.line(line), Some(Line::Head(_))) { 1 } else { window.step.max(1) }
    }

    /// The first line of a window whose last one is `last`.
    fn top_above(&self, last: usize, window: Window) -> usize {
        let blank = usize::from(window.step == 3 && !matches!(self.line(last), Some(Line::Head(_))));
        // The blank row after the last story need not fit.
        let mut left = (window.rows + blank).saturating_sub(self.rows_of(last, window));
        let mut top = last;
        while let Some(above) = top.checked_sub(1) {
            let Some(rest) = left.checked_sub(self.rows_of(above, window)) else { break };
            (left, top) = (rest, above);
        }
        top
    }

    /// Moves the window so that the chosen line is in it.
    pub fn reveal(&mut self, window: Window) {
        let highest = self.top_above(self.cursor, window);
        self.top = self.top.clamp(highest, self.cursor);
        // A story at the top brings the head of its group with it.
        if self.top > highest
            && let Some(Line::Head(_)) = self.line(self.top - 1)
        {
            self.top -= 1;
        }
    }

    /// Moves the window by `steps` lines, as far as there are any.
    pub fn scroll(&mut self, steps: isize, window: Window) {
        self.top = self.top.saturating_add_signed(steps);
        self.clamp(window);
    }

    /// Keeps the window on the list.
    pub fn clamp(&mut self, window: Window) {
        let last = self.lines().saturating_sub(1);
        // Only near the end there is anything to reckon.
        if self.top.saturating_add(window.rows) > last {
            self.top = self.top.min(self.top_above(last, window));
        }
    }

    /// The lines in sight, from the top, each with the row where it begins.
    pub fn in_sight(&self, window: Window) -> impl Iterator<Item = (usize, usize, Line)> + '_ {
        let mut row = 0;
        (self.top..).map_while(move |at| {
            let line = self.line(at).filter(|_| row < window.rows)?;
            let begins = row;
            row += self.rows_of(at, window);
            Some((begins, at, line))
        })
    }

    /// How many lines are wholly in sight; at least one.
    pub fn whole(&self, window: Window) -> usize {
        let fits = |(row, at, line): &(usize, usize, Line)| {
            let blank = usize::from(window.step == 3 && matches!(line, Line::Story(_)));
            row + self.rows_of(*at, window) <= window.rows + blank
        };
        self.in_sight(window).take_while(fits).count().max(1)
    }

    /// The line that stands at this row of the window; the blank row after a story belongs to it.
    pub fn line_at(&self, row: usize, window: Window) -> Option<usize> {
        let at = self.in_sight(window).take_while(|(begins, ..)| *begins <= row).last();
        at.filter(|(begins, at, _)| row < begins + self.rows_of(*at, window)).map(|(_, at, _)| at)
    }
}

#[cfg(test)]
mod tests;
