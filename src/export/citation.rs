//! Where words come from.
//!
//! **In:** a story. **Out:** its citation (outlet, title, day, address), and quotations with it. **Why:** words without
//! their source are of no use to whoever has to stand by them; a day that was only inferred is called so there too.

use crate::article::{DateSource, TitleFrom};
use crate::language::{Part, Passage, Published};
use crate::meetings::Story;
use crate::text::sanitise::one_line;

/// How many words of a first sentence stand for a title.
const FIRST_WORDS: usize = 10;

/// What a citation says where no day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dating {
    /// That there is none.
    Done,
    /// Nothing: it is still being looked for.
    GoingOn,
}

/// What a citation says of an outlet that is not known.
const UNKNOWN_OUTLET: &str = "Unknown outlet";

/// `Outlet, “Title”, 21 November 2017, address`. An outlet and a day that are not known are called so; a title and an address are
/// left out.
pub fn citation(story: &Story, dating: Dating) -> String {
    let article = &story.article;
    let outlet = article.outlet.as_ref().map_or(UNKNOWN_OUTLET, |outlet| outlet.name.as_str()).to_owned();
    let title = match article.title.from {
        TitleFrom::Derived(_) => first_words(&article.title.text),
        TitleFrom::Text(_) | TitleFrom::Record => article.title.text.clone(),
    };
    let day = match (&story.annotations.published, dating) {
        (Some(published), _) => Some(day(published)),
        (None, Dating::Done) => Some("undated".to_owned()),
        (None, Dating::GoingOn) => None,
    };
    let quoted = (!title.is_empty()).then(|| quoted(&title));
    // Anything can stand in a record; what leads nowhere is no source.
    let address = article.url.clone().filter(|address| is_web_address(address));
    let parts = [Some(outlet), quoted, day, address];
    one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The paragraphs in quotation marks, and their citation: `“…” — Outlet, “Title”, 21 November 2017`.
///
/// Marks inside stay the source's own, and where there are any, none stand around it. Of several paragraphs each is opened and only
/// the last one closed, as in print.
pub fn quotation(paragraphs: &[String], citation: &str) -> String {
    let all = paragraphs.iter().map(|words| words.trim()).collect::<Vec<_>>().join("\n\n");
    let all = whole(&all);
    if has_marks(all) {
        return format!("{} — {citation}", completed(all));
    }
    format!("“{}” — {citation}", all.replace("\n\n", "\n\n“"))
}

/// Whether this is an address on the web, which a browser may be given: `http` or `https`, and no space in it.
pub fn is_web_address(address: &str) -> bool {
    let begins = |scheme: &&str| address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
    ["http://", "https://"].iter().any(begins) && !address.contains(char::is_whitespace)
}

/// `21 November 2017`; `about` where the story does not tell it.
fn day(published: &Published) -> String {
    let day = published.best.strftime("%-d %B %Y");
    if is_inferred(published) { format!("about {day}") } else { day.to_string() }
}

/// Whether a story does not tell its day itself, so that it had to be inferred.
pub(crate) fn is_inferred(published: &Published) -> bool {
    !published.is_certain() || published.from == DateSource::Links
}

/// The first words of a sentence, for a story without a title.
fn first_words(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.get(..FIRST_WORDS) {
        Some(first) if words.len() > FIRST_WORDS => first.join(" ").trim_end_matches([',', ';', ':']).to_owned() + "…",
        _ => words.join(" "),
    }
}

/// Words of a source in quotation marks. Marks of their own stay as they are: where there are any, none stand around them,
/// so that each mark has its fellow and none is nested in its like. A mark at an end that has no fellow, since what it opens or
/// closes is longer, gives way; one within gets its fellow at the end that it lies open to.
pub(crate) fn quoted(words: &str) -> String {
    let words = whole(words.trim());
    if has_marks(words) { completed(words) } else { format!("“{words}”") }
}

/// Whether quotation marks of their own stand in the words.
fn has_marks(words: &str) -> bool {
    words.contains(['“', '”', '„', '"', '«', '»'])
}

/// A passage of a story in quotation marks, with the mark right before it that opens what it ends, or the one behind it.
pub(crate) fn quoted_passage(story: &Story, passage: Passage) -> String {
    let body = match passage.part {
        Part::Text => story.article.text.as_str(),
        Part::Title => return quoted(&one_line(story.words(passage))),
    };
    let before = body.get(..passage.span.start()).and_then(|before| before.chars().next_back());
    let behind = body.get(passage.span.end()..).and_then(|behind| behind.chars().next());
    let before = before.filter(|mark| "“„«\"".contains(*mark)).map_or_else(String::new, String::from);
    let behind = behind.filter(|mark| "”»\"".contains(*mark)).map_or_else(String::new, String::from);
    // One that would stand alone gives way to those around all of it.
    quoted(&one_line(&format!("{before}{}{behind}", story.words(passage).trim())))
}

/// Words with a fellow for each mark within: `goals,” he said` was opened before, and is opened here.
fn completed(words: &str) -> String {
    // In „…“ the second mark is the first of others: what stands open cannot be told.
    if words.contains('„') {
        return words.to_owned();
    }
    let (mut depth, mut before) = (0_usize, false);
    for mark in words.chars() {
        match mark {
            '“' => depth += 1,
            '”' if depth == 0 => before = true,
            '”' => depth -= 1,
            _ => {}
        }
    }
    let straight: Vec<usize> = words.match_indices('"').map(|(at, _)| at).collect();
    // A mark right behind a word closes what was said, also where an ellipsis follows.
    let behind = |at: usize| words.get(..at).and_then(|before| before.chars().next_back());
    let closes = |at: usize| {
        behind(at).is_some_and(|letter| !letter.is_whitespace() && !matches!(letter, '(' | '[' | '—' | '–'))
    };
    let odd = straight.first().filter(|_| straight.len() % 2 == 1).map(|first| closes(*first));
    let open = if before {
        "“"
    } else if odd == Some(true) {
        "\""
    } else {
        ""
    };
    let close = if depth > 0 {
        "”"
    } else if odd == Some(false) {
        "\""
    } else {
        ""
    };
    format!("{open}{words}{close}")
}

/// Words without a mark at either end that has no fellow among them.
fn whole(words: &str) -> &str {
    let is_low = words.contains('„');
    let (mut open, mut unopened) = (Vec::new(), Vec::new());
    let mut is_straight_open = None;
    for (at, letter) in words.char_indices() {
        match letter {
            '"' => is_straight_open = if is_straight_open.is_some() { None } else { Some(at) },
            '„' | '«' => open.push(at),
            '“' if !is_low => open.push(at),
            '“' | '”' | '»' if open.pop().is_none() => unopened.push(at),
            _ => {}
        }
    }
    // Of an odd number of straight marks it is the first that opens what is longer, or the last that closes it.
    let odd = is_straight_open.map(|last| if words.starts_with('"') { 0 } else { last });
    let is_alone = |at: usize| open.contains(&at) || unopened.contains(&at) || odd == Some(at);
    let last = words.char_indices().next_back().map_or(0, |(at, _)| at);
    let words = if is_alone(last) && last > 0 { words.get(..last).unwrap_or(words) } else { words };
    let first = words.chars().next().map_or(0, char::len_utf8);
    let words = if is_alone(0) { words.get(first..).unwrap_or(words) } else { words };
    words.trim()
}
