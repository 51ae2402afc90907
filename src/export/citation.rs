//! Where words come from.
//!
//! **In:** a story. **Out:** its citation (outlet, title, day, address), and quotations with it. **Why:** words without
//! their source are of no use to whoever has to stand by them; a day that was only inferred is called so there too.

use crate::article::{DateSource, TitleFrom};
use crate::language::Published;
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

/// `Outlet, “Title”, 21 November 2017, address`, of which what is not known is left out.
pub fn citation(story: &Story, dating: Dating) -> String {
    let article = &story.article;
    let outlet = article.outlet.as_ref().map(|outlet| outlet.name.clone());
    let title = match article.title.from {
        TitleFrom::Derived(_) => first_words(&article.title.text),
        TitleFrom::Text(_) | TitleFrom::Record => article.title.text.clone(),
    };
    let day = match (&story.annotations.published, dating) {
        (Some(published), _) => Some(day(published)),
        (None, Dating::Done) => Some("undated".to_owned()),
        (None, Dating::GoingOn) => None,
    };
    let quoted = (!title.is_empty()).then(|| format!("“{}”", inner(&title)));
    // Anything can stand in a record; what leads nowhere is no source.
    let address = article.url.clone().filter(|address| is_web_address(address));
    let parts = [outlet, quoted, day, address];
    one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The paragraphs in quotation marks, and their citation: `“…” — Outlet, “Title”, 21 November 2017`.
///
/// Marks inside become single ones. Of several paragraphs each is opened and only the last one closed, as in print.
pub fn quotation(paragraphs: &[String], citation: &str) -> String {
    let opened: Vec<String> = paragraphs.iter().map(|words| format!("“{}", inner(words.trim()))).collect();
    format!("{}” — {citation}", opened.join("\n\n"))
}

/// Whether this is an address on the web, which a browser may be given: `http` or `https`, and no space in it.
pub fn is_web_address(address: &str) -> bool {
    let begins = |scheme: &&str| address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
    ["http://", "https://"].iter().any(begins) && !address.contains(char::is_whitespace)
}

/// `21 November 2017`; `about` where the story does not tell it.
fn day(published: &Published) -> String {
    let day = published.best.strftime("%-d %B %Y");
    let is_told = published.is_certain() && published.from != DateSource::Links;
    if is_told { day.to_string() } else { format!("about {day}") }
}

/// The first words of a sentence, for a story without a title.
fn first_words(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.get(..FIRST_WORDS) {
        Some(first) if words.len() > FIRST_WORDS => first.join(" ").trim_end_matches([',', ';', ':']).to_owned() + "…",
        _ => words.join(" "),
    }
}

/// Words that stand in quotation marks: double marks of their own become single ones.
pub(crate) fn inner(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for letter in words.chars() {
        let opens = |before: char| before.is_whitespace() || "([{—–-/‘".contains(before);
        let straight = if written.chars().next_back().is_none_or(opens) { '‘' } else { '’' };
        written.push(match letter {
            '“' | '„' | '«' => '‘',
            '”' | '»' => '’',
            '"' => straight,
            other => other,
        });
    }
    written
}
