//! Reasons as rows.
//!
//! **In:** what joins two stories or keeps them apart, and everything that spoke for it and against it. **Out:** rows, each
//! with a bar for its weight. **Why:** how much a reason weighs matters beside the others only: a bar is compared at a
//! glance, and a number would be read as if it meant something by itself.

use crate::dossier::meeting::own_name;
use crate::dossier::why::{Bond, Ground, Outcome, verdict_words};
use crate::dossier::wording;
use crate::language::NameKind;
use crate::library::Library;
use crate::links::{MentionRef, Tier, Verdict};
use crate::reader::model::linear::said;
use crate::reader::model::view::prose::outlet_and_day;
use crate::reader::model::view::{Cell, Facts, Role, Row};
use crate::text::letters::first_upper;
use crate::text::sanitise::one_line;

/// From this width on what a reason says stands beside its bar, in columns.
const BESIDE: u16 = 50;
/// Columns for what a reason is about.
const ABOUT: u16 = 13;
/// The longest bar, in columns.
const LONGEST: u16 = 12;
/// The same where there is little room.
const SHORT: u16 = 6;
/// Log odds of the longest bar.
const HEAVIEST: f64 = 5.0;
/// What rows are made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body<'l> {
    pub(super) library: &'l Library,
    pub(super) columns: u16,
    pub(super) stories: [usize; 2],
}

/// What joins the two or comes nearest to it: in words and dots, and what it is.
pub(super) fn heading(body: &Body<'_>, bond: &Bond) -> Vec<Row> {
    let sure = |tier: Tier| format!("{} {}", tier.dots(), tier.words());
    let connections = &body.library.connections;
    match bond.outcome {
        Outcome::Meeting(number, tier) => {
            let Some(meeting) = connections.meetings.get(number) else { return Vec::new() };
            let mut told = Facts::new(3, body.columns);
            // By the words by which lists and pages call it.
            match own_name(body.library, meeting) {
                Some(name) => told.fact(&first_upper(&name), Role::Strong),
                None => told.people(&meeting.participants),
            }
            told.fact(meeting.kind.word(), Role::Muted);
            told.status(meeting.status);
            told.when(meeting.when);
            told.place(meeting.place.as_ref());
            let sure =
                Row::new(vec![Cell::new(0, sure(tier), Role::Accent)]).said(said::sentence(&first_upper(tier.words())));
            std::iter::once(sure).chain(told.rows()).chain(body.doubts(bond)).collect()
        }
        Outcome::Series(number) => {
            let name = connections.series.get(number).map(|series| one_line(&series.name)).unwrap_or_default();
            vec![
                Row::new(vec![Cell::new(0, sure(Tier::Series), Role::Accent)])
                    .said(said::sentence(&first_upper(Tier::Series.words()))),
                Row::new(vec![Cell::new(3, name, Role::Name(NameKind::Event))]),
            ]
        }
        Outcome::Apart(verdict) => body.apart(verdict, bond.tellings),
    }
}

impl Body<'_> {
    /// Which of the two stories only make it likely that they met, and why.
    fn doubts(&self, bond: &Bond) -> Vec<Row> {
        let is_likely = |at: &&MentionRef| self.library.mention(**at).is_some_and(|told| told.is_likely);
        let likely: Vec<&MentionRef> = bond.tellings.iter().flatten().filter(is_likely).collect();
        let told = match likely.as_slice() {
            [] => return Vec::new(),
            [one] => {
                let story = self.library.stories.get(one.story);
                let whose = story.map(|story| format!("{}: ", outlet_and_day(story))).unwrap_or_default();
                format!("{whose}{}, for {}", wording::PROBABLY_ONE, wording::WHY_PROBABLY)
            }
            _ => format!("{}, for {}", first_upper(wording::PROBABLY_ONE), wording::WHY_PROBABLY_ALL),
        };
        self.wrapped(&format!("{told}."), 3, Role::Base)
    }

    /// Why no meeting joins the two, and what was compared.
    fn apart(&self, verdict: Verdict, tellings: Option<[MentionRef; 2]>) -> Vec<Row> {
        let mut rows = vec![Row::new(vec![Cell::new(0, "○○○ not the same meeting", Role::Strong)])];
        if let Some(row) = rows.first_mut() {
            row.spoken = Some("Not the same meeting.".into());
        }
        let why = self.verdict(verdict);
        rows.extend(self.wrapped(&why, 3, Role::Base));
        for mention in tellings.into_iter().flatten() {
            rows.extend(self.telling(mention));
            if self.library.mention(mention).is_some_and(|told| told.is_likely) {
                let why = format!("{}, for {}.", first_upper(wording::PROBABLY_ONE), wording::WHY_PROBABLY);
                rows.extend(self.wrapped(&why, 5, Role::Muted));
            }
        }
        rows
    }

    fn verdict(&self, verdict: Verdict) -> String {
        let told = |story: usize| self.library.stories.get(story).is_some_and(|story| !story.meetings.is_empty());
        let [one, other] = self.stories;
        let words = match verdict {
            Verdict::NothingToCompare if one == other => "This is one and the same story.",
            Verdict::NothingToCompare if !told(one) && !told(other) => "Neither story tells of a meeting.",
            Verdict::NothingToCompare if !told(one) => "The first story tells of no meeting.",
            Verdict::NothingToCompare => "The second story tells of no meeting.",
            _ => verdict_words(verdict),
        };
        first_upper(words)
    }

    /// What one story tells: `Northwire · 21 May 2031: Astrid Halvorsen – Demir Ilmaz  call  held  21 May 2031`.
    fn telling(&self, mention: MentionRef) -> Vec<Row> {
        let (Some(story), Some(told)) = (self.library.stories.get(mention.story), self.library.mention(mention)) else {
            return Vec::new();
        };
        let mut line = Facts::new(3, self.columns);
        line.whence(&outlet_and_day(story));
        line.people(&told.participants);
        line.fact(told.kind.word(), Role::Muted);
        line.status(told.status);
        line.when(told.when);
        line.place(told.place.as_ref());
        line.rows()
    }

    /// A reason: what it is about, its bar, what it says. What `decides` weighs more than everything else together.
    pub(super) fn ground(&self, ground: &Ground, decides: bool) -> Vec<Row> {
        let is_beside = self.columns >= BESIDE;
        let longest = if is_beside { LONGEST } else { SHORT };
        let bar = bar(ground, decides, longest);
        let role = match bar.chars().next() {
            Some('█') => Role::Accent,
            _ => Role::Muted,
        };
        let says = if decides { format!("decides: {}", ground.says) } else { ground.says.clone() };
        let mut first = vec![
            Cell::new(3, ground.about(), Role::Muted).within(ABOUT - 1),
            Cell::new(3 + ABOUT, bar, role).within(longest),
        ];
        let spoken = spoken(ground, decides);
        let quiet = |row: Row| Row { spoken: Some(String::new()), ..row };
        if !is_beside {
            let rows = self.wrapped(&says, 3, Role::Base).into_iter().map(quiet);
            return std::iter::once(Row::new(first).said(spoken)).chain(rows).collect();
        }
        let at = 3 + ABOUT + LONGEST + 2;
        let mut rest = self.wrapped(&says, at, Role::Base).into_iter();
        first.extend(rest.next().map(|row| row.cells).unwrap_or_default());
        std::iter::once(Row::new(first).said(spoken)).chain(rest.map(quiet)).collect()
    }

    /// What the bars mean.
    pub(super) fn legend(&self) -> Vec<Row> {
        let rows = self.wrapped("█ speaks for it   ▒ speaks against it   · neither", 3, Role::Muted);
        rows.into_iter().map(|row| Row { spoken: Some(String::new()), ..row }).collect()
    }

    /// Words in rows, from this column on.
    fn wrapped(&self, words: &str, column: u16, role: Role) -> Vec<Row> {
        let room = usize::from(self.columns.saturating_sub(column).max(8));
        said::rows(words, room).into_iter().map(|row| Row::new(vec![Cell::new(column, row, role)])).collect()
    }
}

/// Its weight as a bar: full where it speaks for it, shaded where it speaks against it, a dot where it is missing.
fn bar(ground: &Ground, decides: bool, longest: u16) -> String {
    let whole = usize::from(longest);
    if decides {
        return "▒".repeat(whole);
    }
    if ground.is_correction() {
        return "█".repeat(whole);
    }
    if ground.weight == 0.0 {
        return "·".to_owned();
    }
    let sign = if ground.weight > 0.0 { "█" } else { "▒" };
    let share = (ground.weight.abs() / HEAVIEST).clamp(0.0, 1.0);
    let cells =
        (1..whole).take_while(|cells| f64::from(u32::try_from(*cells).unwrap_or(1)) < share * f64::from(longest));
    sign.repeat(cells.count() + 1)
}

/// The same in words: `Speaks for it, much: both name A and B.`
fn spoken(ground: &Ground, decides: bool) -> String {
    let how_much = match ground.weight.abs() {
        much if much >= 3.0 => "much",
        some if some >= 1.0 => "somewhat",
        _ => "a little",
    };
    let speaks = match ground.weight {
        _ if decides => "Decides against it".to_owned(),
        _ if ground.is_correction() => "Decided".to_owned(),
        0.0 => "Neither for nor against it".to_owned(),
        weight if weight > 0.0 => format!("Speaks for it, {how_much}"),
        _ => format!("Speaks against it, {how_much}"),
    };
    said::sentence(&format!("{speaks}: {}: {}", ground.about(), ground.says))
}
