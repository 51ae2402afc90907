//! What can be laid over the screen: the help, and the files that were not read.
//!
//! **In:** the action table, or the library. **Out:** the lines to show. **Why:** they are scrolled, so the state
//! must know how many there are; drawing them is the views' part.

use crate::language::NameKind;
use crate::library::Library;
use crate::reader::actions::{Group, TABLE};
use crate::reader::keymap::Keymap;
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::text::width::width;
use crate::text::wrap::{Breaks, wrap};

/// What is laid over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The keys and the legend.
    Help,
    /// The files that could not be read.
    Skipped,
}

/// Something laid over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// What.
    pub kind: Kind,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The first one in sight.
    pub top: usize,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading.
    Heading(String),
    /// Keys and what they do.
    Keys(String, &'static str),
    /// Kinds of names, each drawn as in the text; `None` is a date.
    Legend(Vec<Option<NameKind>>),
    /// Signs in list, text and margin, with what they mean.
    Signs(Vec<Sign>),
    /// A file.
    File(String),
    /// Running text.
    Text(String),
    /// Nothing.
    Blank,
}

/// A sign in list, text or margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The number of a meeting.
    Number,
    /// A row that tells of a meeting.
    Tells,
    /// A row in focus.
    InFocus,
    /// Stories of the same meeting.
    SameMeeting,
    /// Stories of the same series.
    SameSeries,
    /// A day that is not certain.
    Guessed,
    /// A first sentence in place of a title.
    Derived,
}

impl Sign {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 7] =
        [Self::Number, Self::Tells, Self::InFocus, Self::SameMeeting, Self::SameSeries, Self::Guessed, Self::Derived];

    /// The sign, and what it means.
    pub const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Number => ("²", "number of a meeting"),
            Self::Tells => ("▎", "tells of one"),
            Self::InFocus => ("▌", "in focus"),
            Self::SameMeeting => ("⇄", "same meeting"),
            Self::SameSeries => ("↝", "same series"),
            Self::Guessed => ("~", "guessed day"),
            Self::Derived => ("¶", "no title of its own"),
        }
    }
}

/// Spaces between the words of a legend.
pub const GAP: usize = 2;

/// Fills lines of so many columns with items of these widths, a gap between them.
fn fill<T: Copy>(items: &[T], columns: usize, width_of: impl Fn(T) -> usize) -> Vec<Vec<T>> {
    let mut lines: Vec<Vec<T>> = Vec::new();
    let mut used = 0;
    for item in items {
        let wide = width_of(*item);
        if let Some(line) = lines.last_mut().filter(|_| used + GAP + wide <= columns) {
            line.push(*item);
            used += GAP + wide;
        } else {
            lines.push(vec![*item]);
            used = wide;
        }
    }
    lines
}

impl Overlay {
    /// The help, with the legend wrapped to `columns`.
    pub fn help(keymap: &Keymap, columns: usize) -> Self {
        let columns = columns.saturating_sub(1);
        let mut lines = vec![Line::Heading("In the text".into())];
        let kinds: Vec<Option<NameKind>> = NameKind::ALL.into_iter().map(Some).chain([None]).collect();
        let kinds = fill(&kinds, columns, |kind| width(kind.map_or("date", NameKind::word)));
        lines.extend(kinds.into_iter().map(Line::Legend));
        let signs = fill(&Sign::ALL, columns, |sign| width(sign.told().1) + 2);
        lines.extend(signs.into_iter().map(Line::Signs));
        lines.push(Line::Blank);
        for group in Group::ALL {
            lines.push(Line::Heading(group.title().into()));
            let entries = TABLE.iter().filter(|entry| entry.group == group);
            lines.extend(entries.map(|entry| Line::Keys(keymap.chords_anywhere(entry.command).join("  "), entry.help)));
            lines.push(Line::Blank);
        }
        lines.pop();
        Self { kind: Kind::Help, lines, top: 0 }
    }

    /// The files that could not be read, and the notices on others, with the reasons wrapped to `columns`.
    pub fn skipped(library: &Library, columns: usize) -> Self {
        let skipped = library.skipped.iter().map(|skipped| (&skipped.path, skipped.line, skipped.why.clone()));
        let notices =
            library.notices.iter().map(|notice| (&notice.path, notice.line, format!("read, but {}", notice.what)));
        let mut lines = Vec::new();
        for (path, line, what) in skipped.chain(notices) {
            let mut file = one_line(&path.to_string_lossy());
            if let Some(line) = line {
                file = format!("{file}, line {line}");
            }
            let rows = wrap(&what, Span::whole(&what), columns, Breaks::Reflow);
            lines.push(Line::File(file));
            lines.extend(rows.iter().map(|row| Line::Text(row.span.of(&what).to_owned())));
            lines.push(Line::Blank);
        }
        if library.skipped.is_empty() {
            lines.push(Line::Text("Every file was read.".into()));
        }
        let passed_over = library.hidden + library.binary;
        if passed_over > 0 {
            lines.push(Line::Text(format!("Passed over: {} hidden, {} binary.", library.hidden, library.binary)));
        } else if lines.last() == Some(&Line::Blank) {
            lines.pop();
        }
        Self { kind: Kind::Skipped, lines, top: 0 }
    }

    /// Moves by `steps` lines, of which `height` are in sight.
    pub fn scroll(&mut self, steps: isize, height: usize) {
        self.top = self.top.saturating_add_signed(steps).min(self.lines.len().saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_holds_every_command() {
        let help = Overlay::help(&Keymap::default(), 80);
        for entry in TABLE {
            assert!(help.lines.iter().any(|line| matches!(line, Line::Keys(_, help) if *help == entry.help)));
        }
    }

    #[test]
    fn a_hostile_path_is_shown_clean() {
        let mut library = Library::default();
        library.skipped.push(crate::library::Skipped {
            path: "a\u{1b}[31m\u{202e}b\n.txt".into(),
            line: None,
            why: "it is empty".into(),
        });
        let shown = Overlay::skipped(&library, 40);
        assert_eq!(shown.lines[0], Line::File("ab .txt".into()));
    }

    #[test]
    fn notices_stand_below_what_was_not_read() {
        let mut library = Library::default();
        library.skipped.push(crate::library::Skipped { path: "z.txt".into(), line: None, why: "is empty".into() });
        let what = "its id was taken already".to_owned();
        library.notices.push(crate::library::Notice { path: "a.jsonl".into(), line: Some(3), what });
        let shown = Overlay::skipped(&library, 40);
        assert_eq!(shown.lines[0], Line::File("z.txt".into()));
        assert_eq!(shown.lines[3], Line::File("a.jsonl, line 3".into()));
        assert_eq!(shown.lines[4], Line::Text("read, but its id was taken already".into()));
    }

    #[test]
    fn scrolling_stops_at_the_ends() {
        let mut help = Overlay::help(&Keymap::default(), 80);
        help.scroll(isize::MAX, 10);
        assert_eq!(help.top, help.lines.len() - 10);
        help.scroll(-10_000, 10);
        assert_eq!(help.top, 0);
    }

    #[test]
    fn the_legend_comes_first_and_is_wrapped_to_the_width() {
        for columns in [16, 40, 80] {
            let help = Overlay::help(&Keymap::default(), columns);
            let kinds: Vec<usize> = help
                .lines
                .iter()
                .filter_map(|line| match line {
                    Line::Legend(kinds) => Some(kinds.len()),
                    _ => None,
                })
                .collect();
            assert_eq!(kinds.iter().sum::<usize>(), NameKind::ALL.len() + 1);
            assert!((columns < 60) == (kinds.len() > 1), "{columns}: {kinds:?}");
            assert!(matches!(help.lines.get(1), Some(Line::Legend(_))));
        }
    }
}
