//! A library in, one aligned line a meeting out: when, who, where, of what kind, whether held, in how many stories.

use std::io::{self, Write};

use jiff::civil::Date;

use super::output::{self, Output};
use super::words::{counted, people, quoted, status, story, told, when_met, who};
use crate::dossier::meeting::kind_with_doubt;
use crate::dossier::wording;
use crate::library::Library;
use crate::links::{Completion, Meeting, MentionRef};
use crate::meetings::{MeetingKind, Status};
use crate::text::fold::folded;
use crate::text::width::{truncate, width};

/// The widest that the columns of days and places grow on a terminal, in columns of it.
const WHEN: usize = 23;
const PLACE: usize = 20;
/// Where fewer columns than these are left for who met, a meeting takes two lines.
const WHO: usize = 24;
/// What stands for a fact that is not told.
const NOT_TOLD: &str = "-";
/// Between columns.
const GAP: &str = "  ";

/// Which meetings are asked for; what is empty or `None` asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Each of these is a part of a participant's name.
    pub(super) who: Vec<String>,
    /// A part of the place's name.
    pub(super) place: Option<String>,
    /// One of these kinds.
    pub(super) kinds: Vec<MeetingKind>,
    /// One of these.
    pub(super) statuses: Vec<Status>,
    /// On this day or later.
    pub(super) since: Option<Date>,
    /// On this day or earlier.
    pub(super) until: Option<Date>,
}

impl Filter {
    /// The meetings that fit, by index, in the order of the library: by day.
    pub(super) fn run(&self, library: &Library) -> Vec<usize> {
        let meetings = library.connections.meetings.iter().enumerate();
        meetings.filter(|(_, meeting)| self.fits(meeting)).map(|(number, _)| number).collect()
    }

    fn fits(&self, meeting: &Meeting) -> bool {
        let named = |name: &str, asked: &str| folded(name).contains(&folded(asked));
        let takes_part = |asked: &String| meeting.participants.iter().any(|one| named(&one.name, asked));
        let days = meeting.when.map(|when| when.interval);
        self.who.iter().all(takes_part)
            && self.place.as_ref().is_none_or(|asked| meeting.place.as_ref().is_some_and(|at| named(&at.name, asked)))
            && (self.kinds.is_empty() || self.kinds.contains(&meeting.kind))
            && (self.statuses.is_empty() || self.statuses.contains(&meeting.status))
            && self.since.is_none_or(|since| days.is_some_and(|days| days.to >= since))
            && self.until.is_none_or(|until| days.is_some_and(|days| days.from <= until))
    }
}

/// Prints these meetings; `with_stories` also who tells of each, in which words.
pub(super) fn write(library: &Library, chosen: &[usize], with_stories: bool, out: &mut Output) -> io::Result<()> {
    let meetings: Vec<&Meeting> =
        chosen.iter().filter_map(|number| library.connections.meetings.get(*number)).collect();
    let rows: Vec<Row<'_>> = meetings.iter().map(|meeting| Row::of(meeting)).collect();
    let layout = Layout::of(&rows, out.columns(), library);
    for row in &rows {
        layout.print(row, library, out)?;
        for &mention in if with_stories { row.meeting.mentions.as_slice() } else { &[] } {
            told_in(library, mention, out)?;
        }
    }
    out.flush()
}

/// Says why there is nothing to print.
pub(super) fn tell_nothing(library: &Library) {
    let stories = counted(library.stories.len(), "story here tells", "stories here tell");
    output::tell(&match library.connections.meetings.len() {
        0 => {
            format!("dateline: no meetings: {stories} of none; `dateline show` prints a story and what was found in it")
        }
        number => format!(
            "dateline: no such meeting among {} here; leave out an option, or a part of a name, to see more",
            counted(number, "meeting", "meetings")
        ),
    });
}

fn told_in(library: &Library, at: MentionRef, out: &mut Output) -> io::Result<()> {
    let Some(teller) = library.stories.get(at.story) else { return Ok(()) };
    out.paragraph(4, 2, &story(teller))?;
    let words = told(library, at).map(|passage| teller.words(passage)).unwrap_or_default();
    out.paragraph(6, 1, &quoted(words))?;
    if library.mention(at).is_some_and(|told| told.is_likely) {
        out.paragraph(6, 2, &format!("{}: {}", wording::PROBABLY_ONE, wording::UNSAID))?;
    }
    let linked = library.connections.completions.get(&at);
    let open: Vec<&str> = linked.into_iter().flat_map(Completion::slots).filter_map(not_told).collect();
    if open.is_empty() {
        Ok(())
    } else {
        out.paragraph(6, 2, &format!("{} from linked stories", people(&open, usize::MAX)))
    }
}

/// What a slot that the story leaves open is called; `None` for what the line of a meeting does not show.
fn not_told(slot: &'static str) -> Option<&'static str> {
    match slot {
        "participants" => Some("who"),
        "when" | "where" => Some(slot),
        _ => None,
    }
}

/// A meeting as it is printed; who met is spelled when it is known how much room there is.
struct Row<'a> {
    meeting: &'a Meeting,
    when: String,
    place: &'a str,
    kind: String,
    stories: String,
}

impl<'a> Row<'a> {
    fn of(meeting: &'a Meeting) -> Self {
        Self {
            meeting,
            when: when_met(meeting).unwrap_or_else(|| "-".to_owned()),
            place: meeting.place.as_ref().map_or(NOT_TOLD, |place| place.name.as_str()),
            kind: kind_with_doubt(meeting),
            stories: counted(meeting.stories(), "story", "stories"),
        }
    }

    fn status(&self) -> &'static str {
        status(self.meeting.status).unwrap_or(NOT_TOLD)
    }
}

/// How wide the columns are; `who` is `None` where there is no room for it on the same line.
struct Layout {
    when: usize,
    who: Option<usize>,
    place: usize,
    kind: usize,
    status: usize,
}

impl Layout {
    fn of(rows: &[Row<'_>], columns: usize, library: &Library) -> Self {
        let widest = |cell: &dyn Fn(&Row<'_>) -> usize| rows.iter().map(cell).max().unwrap_or(0);
        let bounded = |widest: usize, most: usize| if columns == usize::MAX { widest } else { widest.min(most) };
        let when = bounded(widest(&|row| width(&row.when)), WHEN);
        let place = bounded(widest(&|row| width(row.place)), PLACE);
        let (kind, status) = (widest(&|row| width(&row.kind)), widest(&|row| row.status().len()));
        let others = when + place + kind + status + widest(&|row| row.stories.len()) + 5 * GAP.len();
        let left = columns.saturating_sub(others);
        let whole = widest(&|row| width(&who(library, row.meeting, usize::MAX)));
        let cut = widest(&|row| width(&who(library, row.meeting, left))).max(1);
        Self { when, who: (left >= WHO.min(whole)).then_some(cut), place, kind, status }
    }

    fn print(&self, row: &Row<'_>, library: &Library, out: &mut Output) -> io::Result<()> {
        let stories = &row.stories;
        let when = padded(&row.when, self.when);
        let Some(room) = self.who else {
            let column = self.when + GAP.len();
            out.labelled(&when, column, or_dash(&who(library, row.meeting, usize::MAX)))?;
            let told = [row.kind.as_str(), row.place, row.status(), stories];
            let told: Vec<&str> = told.into_iter().filter(|fact| *fact != NOT_TOLD).collect();
            return out.labelled("", column, &told.join(super::words::BETWEEN));
        };
        let cells = [
            when,
            padded(or_dash(&who(library, row.meeting, room)), room),
            padded(row.place, self.place),
            padded(&row.kind, self.kind),
            padded(row.status(), self.status),
            stories.clone(),
        ];
        out.line(&cells.join(GAP))
    }
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { NOT_TOLD } else { text }
}

/// `text` in exactly `columns` columns, for it may hold characters of any width.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let text = truncate(text, columns);
    let blanks = columns.saturating_sub(width(&text));
    format!("{text}{:blanks$}", "")
}
