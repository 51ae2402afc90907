//! What stands before the story: page header, masthead, headline, deck, byline, dateline.
//!
//! **In:** the parts of the text before its first paragraph. **Out:** which of them is the headline, and what the
//! others are. **Why:** the headline is the line that says something; a letterhead, a section's name or a place
//! above it does not.

use super::opening::{Trust, dateline, is_kicker};
use super::outlets;
use super::parts::{Part, Sort};
use super::prose::Look;
use super::{BlockKind, Span, header};
use crate::text::fold::folded;

/// What is known of the head of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The headline, without a kicker before it or the outlet's name behind it.
    pub(super) title: Option<Span>,
    /// An outlet that the masthead or the headline's end names.
    pub(super) outlet: Option<Span>,
    /// The letterhead of an institution.
    pub(super) letterhead: Option<Span>,
}

/// How unlikely a line is the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    /// It says something.
    None,
    /// It is the name of a place next to a date.
    Place,
    /// It names an outlet or institution.
    Masthead,
    /// It names a section or kind of story.
    Kicker,
}

/// Sorts the parts before the first paragraph and finds the headline among them.
pub(super) fn read(text: &str, parts: &mut [Part]) -> Head {
    let mut head = Head::default();
    let doubts: Vec<Option<Doubt>> = (0..parts.len()).map(|index| doubt(text, parts, index)).collect();
    let best = doubts.iter().enumerate().filter_map(|(index, doubt)| Some(((*doubt)?, index))).min();
    let chosen = best.filter(|(doubt, index)| may_be_title(text, parts, *doubt, *index)).map(|(_, index)| index);
    for (index, part) in parts.iter_mut().enumerate() {
        let span = part.span;
        part.kind = Some(match &part.sort {
            Sort::Chrome | Sort::Label(_) => BlockKind::Chrome,
            Sort::Headline => BlockKind::Headlines,
            Sort::Caption => BlockKind::Caption,
            Sort::Header(line) if line.bars && line.outlet.is_some() && !line.byline => BlockKind::Chrome,
            Sort::Header(_) => BlockKind::Dateline,
            // What stands in points above a story sums it up.
            Sort::Bullet | Sort::Prose => BlockKind::Paragraph,
            Sort::Line if Some(index) == chosen => {
                let (title, outlet) = trimmed_title(text, span);
                head.title = Some(title);
                head.outlet = head.outlet.or(outlet);
                BlockKind::Heading
            }
            Sort::Line => match doubts.get(index).copied().flatten() {
                Some(Doubt::Place) => BlockKind::Dateline,
                Some(Doubt::Masthead) => {
                    let name = first_segment(text, span);
                    if outlets::named(name.of(text)).is_some() {
                        head.outlet = head.outlet.or(Some(name));
                    } else {
                        head.letterhead = head.letterhead.or(Some(name));
                    }
                    BlockKind::Chrome
                }
                Some(Doubt::Kicker) => BlockKind::Chrome,
                _ => BlockKind::Heading,
            },
        });
    }
    head
}

/// How unlikely the line at `index` is the headline; `None` where it cannot be one.
fn doubt(text: &str, parts: &[Part], index: usize) -> Option<Doubt> {
    let part = parts.get(index)?;
    if part.sort != Sort::Line || !part.look.is_headline() {
        return None;
    }
    let line = part.span.of(text);
    if is_kicker(line) {
        return Some(Doubt::Kicker);
    }
    let first = first_segment(text, part.span);
    if is_letterhead(line) || outlets::named(first.of(text)).is_some() {
        return Some(Doubt::Masthead);
    }
    let dated = |other: Option<usize>| {
        other
            .and_then(|other| parts.get(other))
            .is_some_and(|part| matches!(&part.sort, Sort::Header(line) if line.date.is_some()))
    };
    if header::is_place(line) && (dated(index.checked_sub(1)) || dated(Some(index + 1))) {
        return Some(Doubt::Place);
    }
    Some(Doubt::None)
}

/// Whether the least doubtful line will do.
fn may_be_title(text: &str, parts: &[Part], doubt: Doubt, index: usize) -> bool {
    let Some(part) = parts.get(index) else { return false };
    match doubt {
        Doubt::None => true,
        Doubt::Place => part.look.words >= 3 && !part.span.of(text).contains(','),
        // `Courier TV – what the ministers agreed on` may be the title of a programme's story.
        Doubt::Masthead => part.look.words >= first_segment(text, part.span).of(text).split_whitespace().count() + 4,
        Doubt::Kicker => false,
    }
}

/// Letterheads of institutions.
fn is_letterhead(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "office of the",
        "the office of",
        "ministry of",
        "the ministry of",
        "department of",
        "u.s. department of",
        "us department of",
        "embassy of",
        "the embassy of",
        "government of",
        "the government of",
        "republic of",
        "the white house",
        "press service",
        "press office",
        "press release",
        "press statement",
        "secretariat",
        "presidency of",
        "the presidency",
        "permanent mission",
        "for immediate release",
        "united nations security council",
        "council of the european union",
        "european commission",
        "state department",
        "foreign ministry",
        "prime minister's office",
    ];
    let bare = folded(line);
    let words = line.split_whitespace().count();
    words <= 9 && STARTS.iter().any(|start| bare.starts_with(start)) && is_names_only(line)
}

/// Whether every word has a capital, but for the small words of names.
fn is_names_only(line: &str) -> bool {
    line.split_whitespace().all(|word| {
        !word.starts_with(char::is_lowercase) || matches!(word, "of" | "the" | "and" | "for" | "to" | "in" | "de")
    })
}

/// What stands before the first dash or bar.
fn first_segment(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let end = [" - ", " – ", " — ", " | ", ": "].iter().filter_map(|separator| line.find(separator)).min();
    end.map_or(span, |end| Span::new(span.start(), span.start() + end).trimmed(text))
}

/// The headline without a kicker with a day before it (`THE WORLD, Sunday — A Visit`) or the outlet's name behind it
/// (`A visit | Reuters`), and that name.
fn trimmed_title(text: &str, span: Span) -> (Span, Option<Span>) {
    let line = span.of(text);
    let mut title = span;
    let mut outlet = None;
    for separator in [" | ", " - ", " – ", " — "] {
        if let Some(at) = line.rfind(separator) {
            let name = Span::new(span.start() + at + separator.len(), span.end());
            if outlets::find(name.of(text)).is_some() {
                title = Span::new(span.start(), span.start() + at).trimmed(text);
                outlet = Some(name);
                break;
            }
        }
    }
    if let Some(opening) = dateline(text, title, Trust::Later) {
        let rest = Span::new(opening.span.end(), title.end()).trimmed(text);
        let look = Look::at(rest.of(text));
        if look.words >= 3 && look.is_headline() {
            title = rest;
        }
    }
    (title, outlet)
}
