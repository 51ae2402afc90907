//! What stands before the story: page header, masthead, headline, deck, byline, dateline.
//!
//! **In:** the parts of the text before its first paragraph. **Out:** which of them is the headline, and what the
//! others are. **Why:** the headline is the line that says something; a letterhead, a section's name or a place
//! above it does not.

use super::opening::{Trust, dateline, is_kicker};
use super::outlets;
use super::parts::{Part, Sort};
use super::prose::Look;
use super::{BlockKind, Span, header, heading, masthead};

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
    /// It is a number: of a page, an issue, a release.
    Number,
    /// It names an outlet or institution.
    Masthead,
    /// It names a section or kind of story.
    Kicker,
}

/// Sorts the parts before the first paragraph and finds the headline among them.
pub(super) fn read(text: &str, parts: &mut [Part]) -> Head {
    let mut head = Head::default();
    let mut doubts: Vec<Option<Doubt>> = (0..parts.len()).map(|index| doubt(text, parts, index)).collect();
    doubt_by_neighbours(text, parts, &mut doubts);
    let best = doubts.iter().enumerate().filter_map(|(index, doubt)| Some(((*doubt)?, index))).min();
    let chosen =
        best.filter(|(doubt, index)| may_be_title(text, parts, &doubts, (*doubt, *index))).map(|(_, index)| index);
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
                    let name = masthead_name(text, span);
                    if outlets::named(name.of(text)).is_some() {
                        head.outlet = head.outlet.or(Some(name));
                    } else {
                        head.letterhead = head.letterhead.or(Some(name));
                    }
                    BlockKind::Chrome
                }
                Some(Doubt::Number | Doubt::Kicker) => BlockKind::Chrome,
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
    let words = heading::heading(text, part.span).1;
    let line = words.of(text);
    if is_kicker(line) {
        return Some(Doubt::Kicker);
    }
    let first = first_segment(text, words);
    if masthead::is_letterhead(line) || masthead::edition(line).is_some() || outlets::named(first.of(text)).is_some() {
        return Some(Doubt::Masthead);
    }
    if masthead::is_number(line) {
        return Some(Doubt::Number);
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
fn may_be_title(text: &str, parts: &[Part], doubts: &[Option<Doubt>], (doubt, index): (Doubt, usize)) -> bool {
    let Some(part) = parts.get(index) else { return false };
    match doubt {
        Doubt::None => true,
        Doubt::Place => part.look.words >= 3 && !part.span.of(text).contains(','),
        // `Courier TV – what the ministers agreed on` may be the title of a programme's story.
        Doubt::Masthead => part.look.words >= first_segment(text, part.span).of(text).split_whitespace().count() + 4,
        // Below a letterhead it is that of a release. Else it may be a house, or a place in a race: `No. 10`.
        Doubt::Number => !doubts.contains(&Some(Doubt::Masthead)),
        Doubt::Kicker => false,
    }
}

/// What only a look at the lines around it tells: an institution above the name of a section (`The Royal Mint of Torvik`, below
/// it `News`), and a word or two between a letterhead and a date (`BULLETIN`), where a line that says more follows.
fn doubt_by_neighbours(text: &str, parts: &[Part], doubts: &mut [Option<Doubt>]) {
    let says_more =
        |doubts: &[Option<Doubt>], after: usize| doubts.iter().skip(after + 1).any(|one| *one == Some(Doubt::None));
    let sorted =
        |doubts: &[Option<Doubt>], index: Option<usize>| index.and_then(|index| doubts.get(index).copied().flatten());
    for index in 0..parts.len().min(HIGHEST) {
        let Some(part) = parts.get(index).filter(|_| sorted(doubts, Some(index)) == Some(Doubt::None)) else {
            continue;
        };
        let is_section = |at: usize| {
            let is_label = parts.get(at).is_some_and(|part| matches!(part.sort, Sort::Label(_)));
            is_label || matches!(sorted(doubts, Some(at)), Some(Doubt::Kicker | Doubt::Masthead))
        };
        let is_above = is_section(index + 1) && masthead::is_institution(part.span.of(text));
        let is_below = part.look.words <= FEW
            && sorted(doubts, index.checked_sub(1)) == Some(Doubt::Masthead)
            && stand_together(text, parts, index)
            && stand_together(text, parts, index + 1)
            && parts.get(index + 1).is_some_and(|next| {
                matches!(next.sort, Sort::Header(_)) || sorted(doubts, Some(index + 1)) == Some(Doubt::Number)
            });
        let is_numbered = sorted(doubts, Some(index + 1)) == Some(Doubt::Number);
        if is_section_label(text, parts, doubts, index) {
            if let Some(doubt) = doubts.get_mut(index) {
                *doubt = Some(Doubt::Kicker);
            }
            continue;
        }
        if (is_above && says_more(doubts, index) || is_below && (is_numbered || says_more(doubts, index)))
            && let Some(doubt) = doubts.get_mut(index)
        {
            *doubt = Some(Doubt::Masthead);
        }
    }
}

/// Whether a line names a section or a sort of text (`News story`): a masthead stands above it, and below it a line that says
/// more, in more words.
fn is_section_label(text: &str, parts: &[Part], doubts: &[Option<Doubt>], index: usize) -> bool {
    let Some(part) = parts.get(index) else { return false };
    let is_headed = doubts.iter().take(index).any(|above| *above == Some(Doubt::Masthead));
    let below = doubts.iter().zip(parts).skip(index + 1).find(|(doubt, _)| **doubt == Some(Doubt::None));
    is_headed
        && below.is_some_and(|(_, below)| below.look.words >= HEADLINE)
        && masthead::is_section(heading::heading(text, part.span).1.of(text))
}

/// Words of a headline below the name of a section, at least.
const HEADLINE: usize = 4;
/// Lines from the top among which a masthead is looked for.
const HIGHEST: usize = 6;
/// Words of a line that a letterhead has below its name, at most.
const FEW: usize = 2;

/// Whether no blank line parts the part at `index` from the one before it.
fn stand_together(text: &str, parts: &[Part], index: usize) -> bool {
    let both = index.checked_sub(1).and_then(|before| Some((parts.get(before)?, parts.get(index)?)));
    let between = both.and_then(|(one, other)| text.get(one.span.end()..other.span.start()));
    between.is_some_and(|between| between.matches('\n').count() == 1)
}

/// The name in a masthead, without what stands behind a dash or bar, and without its edition.
fn masthead_name(text: &str, span: Span) -> Span {
    let span = heading::heading(text, span).1;
    let name = masthead::edition(span.of(text)).map(|length| Span::new(span.start(), span.start() + length));
    name.unwrap_or_else(|| first_segment(text, span))
}

/// What stands before the first dash or bar.
fn first_segment(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let end = [" - ", " – ", " — ", " | ", ": "].iter().filter_map(|separator| line.find(separator)).min();
    end.map_or(span, |end| Span::new(span.start(), span.start() + end).trimmed(text))
}

/// The headline without the signs of a heading, a kicker with a day before it (`THE WORLD, Sunday — A Visit`) or the outlet's name behind it
/// (`A visit | Reuters`), and that name.
fn trimmed_title(text: &str, span: Span) -> (Span, Option<Span>) {
    let span = heading::heading(text, span).1;
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
