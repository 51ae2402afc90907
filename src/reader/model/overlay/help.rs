//! The help: which key does what, and what the signs mean.
//!
//! **In:** the action table, the keys as they are bound, the place where the keyboard was. **Out:** sections. **Why:** who
//! asks for help wants to know first what can be done here.

use std::borrow::Cow;

use super::{GAP, Item, Line, Section, rows};
use crate::dossier::comparison::Agreement;
use crate::dossier::timeline::Mark;
use crate::language::NameKind;
use crate::links::Tier;
use crate::reader::actions::{Command, Context, Entry, Group, TABLE};
use crate::reader::keymap::Keymap;
use crate::reader::model::names::ShownNames;
use crate::text::letters::first_upper;
use crate::text::width::width;

/// From which width on the explanations begin at which column.
const EXPLAINED_AT: [(usize, usize); 2] = [(72, 28), (50, 18)];

/// Where explanations begin below their keys.
const BELOW: usize = 3;

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
    /// Stories that are probably of the same meeting.
    Probably,
    /// Stories of the same series.
    SameSeries,
    /// A row that tells of a meeting of which others only probably tell.
    TellsProbably,
    /// How sure a link is.
    Sure(Tier),
    /// A day that is not certain.
    Guessed,
    /// A first sentence in place of a title.
    Derived,
    /// A meeting on the line of time, or in a row of the list of meetings.
    Mark(Mark),
    /// So many meetings in one column of the line of time.
    Several,
    /// More of them than a digit tells.
    Many,
    /// A meeting that goes on for several days.
    GoesOn,
    /// Days on one of which a meeting is, and nobody tells on which.
    MayBe,
    /// Stories that disagree about a meeting.
    Differs,
    /// What two stories that are compared tell.
    Compared(Agreement),
}

impl Sign {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 25] = [
        Self::Number,
        Self::Tells,
        Self::InFocus,
        Self::SameMeeting,
        Self::Probably,
        Self::SameSeries,
        Self::TellsProbably,
        Self::Sure(Tier::Same),
        Self::Sure(Tier::Probable),
        Self::Sure(Tier::Series),
        Self::Guessed,
        Self::Derived,
        Self::Mark(Mark::Held),
        Self::Mark(Mark::Planned),
        Self::Mark(Mark::Cancelled),
        Self::Mark(Mark::Unknown),
        Self::Mark(Mark::Vague),
        Self::Several,
        Self::Many,
        Self::GoesOn,
        Self::MayBe,
        Self::Differs,
        Self::Compared(Agreement::Same),
        Self::Compared(Agreement::Near),
        Self::Compared(Agreement::OnlyLeft),
    ];

    /// The sign, and what it means.
    pub const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Number => ("²", "number of a meeting"),
            Self::Tells => ("▎", "tells of one"),
            Self::InFocus => ("▌", "in focus"),
            Self::SameMeeting => ("⇄", "same meeting"),
            Self::Probably => ("≈", "probably a meeting, or probably the same one"),
            Self::SameSeries => ("↝", "same series"),
            Self::TellsProbably => ("┊", "tells of what is probably one, or probably the same"),
            Self::Sure(tier) => (tier.dots(), tier.words()),
            Self::Compared(how) => (how.sign(), compared(how)),
            Self::Guessed => ("~", "guessed day"),
            Self::Derived => ("¶", "no title of its own"),
            Self::Mark(mark) => (mark.sign(), mark.words()),
            Self::Several => ("2…9", "so many meetings"),
            Self::Many => ("▁…█", "few to many"),
            Self::GoesOn => ("━", "several days"),
            Self::MayBe => ("┈", "some day of these"),
            Self::Differs => ("≠", "stories disagree"),
        }
    }
}

/// What the sign between the two sides of a comparison says.
const fn compared(how: Agreement) -> &'static str {
    match how {
        Agreement::Same => "compared: both tell the same",
        Agreement::Near => "compared: told differently, both can be true",
        Agreement::OnlyLeft | Agreement::OnlyRight => "compared: only one tells",
        Agreement::Differs => "compared: they disagree",
    }
}

/// A kind of names in the legend; `None` is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which.
    pub kind: Option<NameKind>,
    /// Whether it is highlighted in the text.
    pub is_lit: bool,
}

impl Shown {
    /// The word for it, with whether it is switched off.
    pub fn told(self) -> Cow<'static, str> {
        let word = self.kind.map_or("date", NameKind::word);
        if self.is_lit { Cow::Borrowed(word) } else { Cow::Owned(format!("{word} (off)")) }
    }
}

/// What works in `from` under the headings of its groups, then place by place whatever else there is.
pub(super) fn sections(keymap: &Keymap, names: ShownNames, from: Context, columns: usize) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut told: Vec<(Command, &[String])> = Vec::new();
    for group in Group::ALL {
        let here = TABLE.iter().filter(|entry| entry.group == group && entry.contexts.contains(&from));
        let heading = format!("{}, {}", group.title(), from.place());
        sections.push(Section { heading, items: items(keymap, from, columns, here, &mut told) });
    }
    let legend = Section { heading: "How names and signs look".into(), items: signs(names, columns.saturating_sub(1)) };
    // They stand in the text.
    sections.insert(if from == Context::Text { 0 } else { sections.len() }, legend);
    for place in Context::ALL.into_iter().filter(|place| *place != from) {
        let there = TABLE.iter().filter(|entry| entry.contexts.contains(&place));
        let heading = first_upper(place.place());
        sections.push(Section { heading, items: items(keymap, place, columns, there, &mut told) });
    }
    sections
}

/// The entries that were not told yet with the keys that they have in `place`.
fn items<'k>(
    keymap: &'k Keymap,
    place: Context,
    columns: usize,
    entries: impl Iterator<Item = &'static Entry>,
    told: &mut Vec<(Command, &'k [String])>,
) -> Vec<Item> {
    let mut items = Vec::new();
    let [first, last] = Command::SAVED_KEYS;
    let (as_from_the_start, saved_keys) = (saved_as_from_the_start(keymap, place), [format!("{first} … {last}")]);
    for entry in entries {
        let chords = keymap.chords(place, entry.command);
        match entry.command {
            Command::Saved(1) if as_from_the_start && !told.contains(&(entry.command, chords)) => {
                told.push((entry.command, chords));
                items.push(one(&saved_keys, Command::SAVED_HELP, columns));
                continue;
            }
            Command::Saved(_) if as_from_the_start => continue,
            _ => {}
        }
        if !told.contains(&(entry.command, chords)) {
            told.push((entry.command, chords));
            items.push(one(chords, entry.help, columns));
        }
    }
    items
}

/// Whether the saved queries have the keys here that they have from the start: one line tells them all.
fn saved_as_from_the_start(keymap: &Keymap, place: Context) -> bool {
    let mut saved = TABLE.iter().filter(|entry| matches!(entry.command, Command::Saved(_)));
    saved.all(|entry| keymap.chords(place, entry.command) == entry.keys)
}

/// Keys and what they do: side by side where there is room.
fn one(chords: &[String], help: &str, columns: usize) -> Item {
    let keys = if chords.is_empty() { "no key".to_owned() } else { chords.join("  ") };
    let words = format!("{keys} {help}");
    let beside = EXPLAINED_AT.iter().find(|(from, _)| columns >= *from).map(|(_, at)| *at);
    let at = beside.unwrap_or(BELOW);
    let mut rows = rows(help, columns.saturating_sub(at)).into_iter();
    let column = u16::try_from(at).unwrap_or(u16::MAX);
    let first = match beside {
        Some(at) if width(&keys) + 3 <= at => rows.next().unwrap_or_default(),
        _ => String::new(),
    };
    let mut lines = vec![Line::Keys(keys, column, first)];
    lines.extend(rows.map(|row| Line::More(column, row)));
    Item { lines, words, is_apart: false }
}

/// How names look, and what the signs mean.
fn signs(names: ShownNames, columns: usize) -> Vec<Item> {
    let shown = |kind: Option<NameKind>| Shown { kind, is_lit: kind.is_none_or(|kind| names.shows(kind)) };
    let kinds: Vec<Shown> = NameKind::ALL.into_iter().map(Some).chain([None]).map(shown).collect();
    let legend = fill(&kinds, columns, |kind| width(&kind.told())).into_iter().map(|kinds| Item {
        words: kinds.iter().map(|kind| kind.told()).collect::<Vec<_>>().join(" "),
        lines: vec![Line::Legend(kinds)],
        is_apart: false,
    });
    let signs =
        fill(&Sign::ALL, columns, |sign| width(sign.told().0) + 1 + width(sign.told().1)).into_iter().map(|signs| {
            Item {
                // A sign is looked for as it stands on the screen too.
                words: signs
                    .iter()
                    .map(|sign| format!("{} {}", sign.told().0, sign.told().1))
                    .collect::<Vec<_>>()
                    .join(" "),
                lines: vec![Line::Signs(signs)],
                is_apart: false,
            }
        });
    legend.chain(signs).collect()
}

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
