//! One record in, its [`Article`] out.
//!
//! **In:** a clean text and what its file or record says of it. **Out:** the article with title, outlet, dateline,
//! stated days and blocks. **Why:** every format ends here, so that all stories are read by the same rules.

use std::path::Path;

use jiff::civil::Date;

use super::blocks::{Outline, outline, paragraphs};
use super::heading::heading;
use super::opening::{Trust, dateline, speaker};
use super::parts::Sort;
use super::prose::first_sentence;
use super::{
    Article, Block, BlockKind, DateSource, Dateline, Origin, Outlet, Span, StatedDate, Title, TitleFrom, days, outlets,
};
use crate::text::fold::folded;
use crate::text::sanitise::one_line;
use crate::text::written::Written;

/// What a file or record says of one story, all of it clean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Record {
    /// Identifies the story.
    pub(super) id: String,
    /// Its line in a file of many.
    pub(super) line: Option<usize>,
    /// A title apart from the text.
    pub(super) title: Option<String>,
    /// A name of the outlet.
    pub(super) outlet: Option<String>,
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// The address of the original.
    pub(super) url: Option<String>,
    /// The text.
    pub(super) text: String,
    /// The same with its soft characters, if it has any.
    pub(super) written: Option<Written>,
}

/// Makes an article of a record from the file at `path`.
pub(super) fn compose(record: Record, path: &Path) -> Article {
    let Record { id, line, title, outlet, published, url, text, written } = record;
    let outline = outline(&text);
    let dateline = find_dateline(&text, &outline);
    let url = url.or_else(|| address(&text, &outline));
    let outlet = outlet
        .map(|name| Outlet { name: outlets::canonical(&name), span: None })
        .or_else(|| find_outlet(&text, &outline, dateline.as_ref()))
        .or_else(|| Some(Outlet { name: outlets::of_address(url.as_deref()?)?, span: None }))
        .or_else(|| letterhead(&text, &outline));
    let title = match title {
        Some(title) => record_title(&text, &outline, title),
        None => text_title(&text, &outline, dateline.as_ref()),
    };
    Article {
        stated_dates: stated_dates(published, url.as_deref(), &id, line),
        origin: Origin { path: path.to_owned(), line },
        id,
        title,
        outlet,
        dateline,
        url,
        blocks: outline.blocks,
        text,
        written,
    }
}

/// The headline in the text, or the first sentence of the story.
fn text_title(text: &str, outline: &Outline, dateline: Option<&Dateline>) -> Title {
    if let Some(span) = outline.head.title {
        return Title { text: one_line(span.of(text)), from: TitleFrom::Text(span) };
    }
    let opened = |span: Span| match dateline {
        Some(dateline) if span.contains(dateline.span) => Span::new(dateline.span.end(), span.end()),
        _ => span,
    };
    let first = paragraphs(&outline.blocks).map(opened).find(|span| !span.trimmed(text).is_empty());
    let any = || outline.blocks.first().map_or(Span::whole(text), |block| block.span);
    let sentence = first_sentence(text, first.unwrap_or_else(any));
    Title { text: one_line(sentence.of(text)), from: TitleFrom::Derived(sentence) }
}

/// A record's title, which often stands at the beginning of the text as well.
fn record_title(text: &str, outline: &Outline, title: String) -> Title {
    let same = |span: &Span| folded(&one_line(span.of(text))) == folded(&title);
    let headings = outline.blocks.iter().take(6).filter(|block| block.kind == BlockKind::Heading);
    let headings = headings.map(|block| heading(text, block.span).1);
    let from = outline.head.title.into_iter().chain(headings).find(same).map_or(TitleFrom::Record, TitleFrom::Text);
    Title { text: title, from }
}

/// The dateline of the first paragraphs, else what the header lines say.
fn find_dateline(text: &str, outline: &Outline) -> Option<Dateline> {
    /// A deck and a summary may come before the paragraph with the dateline.
    const LOOK_AT: usize = 3;
    // In a transcript a name and a colon begin every paragraph.
    let speakers = paragraphs(&outline.blocks).filter(|span| speaker(span.of(text)).is_some()).take(2).count();
    let first = if speakers > 1 { Trust::Later } else { Trust::First };
    paragraphs(&outline.blocks)
        .take(LOOK_AT)
        .enumerate()
        .find_map(|(index, span)| dateline(text, span, if index == 0 { first } else { Trust::Later }))
        .or_else(|| header_dateline(outline))
}

/// Joins the date, place and byline lines above the story.
fn header_dateline(outline: &Outline) -> Option<Dateline> {
    let mut found: Option<Dateline> = None;
    let story =
        outline.blocks.iter().position(|block| block.kind == BlockKind::Paragraph || block.kind == BlockKind::Quote)?;
    for (block, part) in outline.blocks.iter().zip(&outline.parts).take(story) {
        if block.kind != BlockKind::Dateline {
            if found.is_some_and(|dateline| dateline.date.is_some()) {
                break;
            }
            continue;
        }
        let (date, place, outlet) = match &part.sort {
            Sort::Header(line) => (line.date, line.place, line.outlet),
            _ => (None, Some(block.span), None),
        };
        let before = found.unwrap_or(Dateline { span: block.span, place: None, date: None, agency: None });
        found = Some(Dateline {
            span: before.span.cover(block.span),
            place: before.place.or(place),
            date: before.date.or(date),
            agency: before.agency.or(outlet),
        });
    }
    // Lines that are not neighbours are no one opening.
    found.filter(|dateline| dateline.date.is_some() || dateline.place.is_some()).map(|dateline| {
        let between =
            outline.blocks.iter().any(|block| dateline.span.contains(block.span) && block.kind != BlockKind::Dateline);
        if between {
            Dateline { span: dateline.date.or(dateline.place).unwrap_or(dateline.span), ..dateline }
        } else {
            dateline
        }
    })
}

/// Who published the story, from the surest sign in the text to the weakest.
fn find_outlet(text: &str, outline: &Outline, dateline: Option<&Dateline>) -> Option<Outlet> {
    let headers = outline.parts.iter().filter_map(|part| match &part.sort {
        Sort::Header(line) => line.outlet,
        _ => None,
    });
    let chrome = outline.blocks.iter().filter(|block| block.kind == BlockKind::Chrome);
    let span = dateline
        .and_then(|dateline| dateline.agency)
        .or(outline.head.outlet)
        .or_else(|| headers.into_iter().next())
        .or_else(|| chrome.rev().find_map(|block| footer_outlet(text, block)))?;
    Some(Outlet { name: outlets::canonical(span.of(text)), span: Some(span) })
}

/// The address of the original where a line above the story, or one that names it as the source, holds one.
fn address(text: &str, outline: &Outline) -> Option<String> {
    let story = paragraphs(&outline.blocks).next().map_or(0, Span::start);
    let chrome = outline.blocks.iter().filter(|block| block.kind == BlockKind::Chrome);
    chrome.map(|block| (block.span.start() < story, block.span.of(text))).find_map(|(above, line)| {
        let start = line.find("https://").or_else(|| line.find("http://"))?;
        let label = folded(line.get(..start)?.trim_end_matches([' ', ':', '\u{a0}']));
        let named = matches!(
            label.as_str(),
            "source" | "url" | "link" | "original" | "original url" | "original article" | "permalink"
        );
        let address = line.get(start..)?.split_whitespace().next()?;
        (named || above && label.is_empty()).then(|| address.to_owned())
    })
}

/// The institution whose letterhead the story bears.
fn letterhead(text: &str, outline: &Outline) -> Option<Outlet> {
    let span = outline.head.letterhead?;
    Some(Outlet { name: in_title_case(&one_line(span.of(text))), span: Some(span) })
}

/// `Press TV’s website can also be accessed`, `Copyright 2011 The Courier. All rights reserved.`, `© Reuters`
fn footer_outlet(text: &str, block: &Block) -> Option<Span> {
    let line = block.span.of(text);
    let name = |from: usize, to: usize| {
        let span = Span::new(block.span.start() + from, block.span.start() + to).trimmed(text);
        outlets::named(span.of(text)).is_some().then_some(span)
    };
    for owner in ["’s website", "'s website", "’s web site", "'s web site", "’s site"] {
        if let Some(found) = line.find(owner).and_then(|end| name(0, end)) {
            return Some(found);
        }
    }
    let is_copyright =
        line.starts_with("Copyright") || line.starts_with("COPYRIGHT") || line.contains('©') || line.starts_with("(c)");
    if !is_copyright {
        return None;
    }
    let sign = line.find('©').map(|at| at + '©'.len_utf8()).or_else(|| line.find("(c)").map(|at| at + 3));
    let start = sign.unwrap_or("Copyright".len());
    let skipped = line.get(start..)?.find(char::is_alphabetic)?;
    let rest = line.get(start + skipped..)?;
    // A copyright's owner ends at a stop, a comma, a year or the reservation of rights.
    let ends = [". ", ", ", ".", " All ", " all ", " 1", " 2", " -", " |"];
    let length = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    name(start + skipped, start + skipped + length)
}

/// `OFFICE OF THE PRESIDENT` as `Office of the President`; a name with small letters stays as it is.
fn in_title_case(name: &str) -> String {
    // The capitals of an address are its own.
    if name.contains(char::is_lowercase) || !name.contains(' ') {
        return name.to_owned();
    }
    let word = |(index, word): (usize, &str)| {
        let lower = word.to_lowercase();
        if index > 0 && matches!(lower.as_str(), "of" | "the" | "and" | "for" | "in" | "to" | "on") {
            return lower;
        }
        let mut letters = word.chars();
        letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
    };
    name.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// The days of publication that are stated outside the text, most trusted first.
fn stated_dates(published: Option<Date>, url: Option<&str>, id: &str, line: Option<usize>) -> Vec<StatedDate> {
    // The name of a file of many stories dates none of them.
    let file = if line.is_none() { days::in_path(id) } else { None };
    let stated =
        [(published, DateSource::Metadata), (url.and_then(days::in_path), DateSource::Url), (file, DateSource::File)];
    stated.into_iter().filter_map(|(date, from)| Some(StatedDate { date: date?, from })).collect()
}
