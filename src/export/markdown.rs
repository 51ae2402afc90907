//! Text in, Markdown that shows the same text out; and pages whose facts have footnotes.
//!
//! **In:** words of stories. **Out:** `CommonMark` (<https://spec.commonmark.org/0.31.2/>) with footnotes as GitHub, Pandoc and
//! Obsidian read them. **Why:** nothing from an article may become a heading, a link, an image or HTML in the notes of whoever
//! takes it away; and a fact is worth as much as the sentence that says it.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::citation::{self, Dating, citation, is_web_address};
use crate::dossier::Source;
use crate::dossier::name::sentence_of;
use crate::library::Library;
use crate::text::sanitise::one_line;

/// A page of Markdown in the making.
#[derive(Debug)]
pub(super) struct Page<'l> {
    library: &'l Library,
    text: String,
    /// The footnotes, in the order of their numbers.
    notes: Vec<Note>,
    numbers: HashMap<Note, usize>,
}

/// What a footnote tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Note {
    /// The sentence that says something.
    Words(Source),
    /// What the day of this story was inferred from.
    Day(usize),
    /// That a meeting is put on the day of this story, since no words tell when it was.
    DayOfStory(usize),
}

/// Of the stories that a day was taken from so many are told.
const NEIGHBOURS: usize = 2;

impl<'l> Page<'l> {
    /// A page under this title; plain words.
    pub(super) fn new(library: &'l Library, title: &str) -> Self {
        Self { library, text: format!("# {}\n", escape(title)), notes: Vec::new(), numbers: HashMap::new() }
    }

    /// A heading; plain words.
    pub(super) fn heading(&mut self, words: &str) {
        let _ = write!(self.text, "\n## {}\n\n", escape(words));
    }

    /// A paragraph; Markdown.
    pub(super) fn paragraph(&mut self, markdown: &str) {
        self.part();
        let _ = writeln!(self.text, "{markdown}");
    }

    /// Leaves a row blank, if none is.
    pub(super) fn part(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// An item of a list; Markdown.
    pub(super) fn item(&mut self, markdown: &str) {
        let _ = writeln!(self.text, "- {markdown}");
    }

    /// An item below an item; Markdown.
    pub(super) fn subitem(&mut self, markdown: &str) {
        let _ = writeln!(self.text, "  - {markdown}");
    }

    /// `- **who:** Ann Doe[^1], John Roe[^2]`; nothing where there is nothing to tell.
    pub(super) fn facts(&mut self, what: &str, told: impl Iterator<Item = (String, Option<Source>)>) {
        let told: Vec<String> =
            told.map(|(words, source)| format!("{}{}", escape(&words), self.note(source))).collect();
        if !told.is_empty() {
            self.item(&format!("**{}:** {}", escape(what), told.join(", ")));
        }
    }

    /// `- **day:** 20 Nov 2017[^1]`, of plain words and the words that say them.
    pub(super) fn fact(&mut self, what: &str, words: &str, source: Option<Source>) {
        let note = self.note(source);
        self.noted(what, words, &note);
    }

    /// The same with the marks of its footnotes.
    pub(super) fn noted(&mut self, what: &str, words: &str, notes: &str) {
        self.item(&format!("**{}:** {}{notes}", escape(what), escape(words)));
    }

    /// A block quotation below an item; plain words.
    pub(super) fn quote(&mut self, words: &str) {
        let _ = writeln!(self.text, "  > {}", quoted(words));
    }

    /// What parts two block quotations below one item, which would be one paragraph else.
    pub(super) fn between_quotes(&mut self) {
        self.text.push_str("  >\n");
    }

    /// The mark of a footnote with the sentence that holds these words; nothing where there are none.
    pub(super) fn note(&mut self, source: Option<Source>) -> String {
        let source = source.and_then(|source| self.sentence(source));
        source.map_or_else(String::new, |source| self.mark(Note::Words(source)))
    }

    /// The mark of a footnote that tells what the day of a story was inferred from; nothing where the story tells its day.
    pub(super) fn note_of_day(&mut self, story: usize) -> String {
        let is_inferred = inferred_day(self.library, story).is_some();
        if is_inferred { self.mark(Note::Day(story)) } else { String::new() }
    }

    /// The mark of a footnote that tells that a meeting was put on the day of this story.
    pub(super) fn note_of_story_day(&mut self, story: usize) -> String {
        self.mark(Note::DayOfStory(story))
    }

    /// A story as Markdown; with the mark of a footnote where its day is inferred.
    pub(super) fn cited(&mut self, story: usize) -> String {
        cited(self.library, story) + &self.note_of_day(story)
    }

    fn mark(&mut self, note: Note) -> String {
        let next = self.notes.len() + 1;
        let number = *self.numbers.entry(note).or_insert(next);
        if number == next {
            self.notes.push(note);
        }
        format!("[^{number}]")
    }

    /// The whole sentence around some words.
    pub(super) fn sentence(&self, source: Source) -> Option<Source> {
        let story = self.library.stories.get(source.story)?;
        Some(Source { passage: sentence_of(story, source.passage), ..source })
    }

    /// The page with its footnotes.
    pub(super) fn finish(mut self) -> String {
        if !self.notes.is_empty() {
            self.heading("Sources");
        }
        for (number, note) in self.notes.iter().enumerate() {
            let _ = writeln!(self.text, "[^{}]: {}", number + 1, self.told(*note));
        }
        self.text
    }

    /// The text of a footnote.
    fn told(&self, note: Note) -> String {
        match note {
            Note::Words(source) => {
                let words = one_line(source.words(self.library));
                format!("{}: {}", cited(self.library, source.story), quoted(&words))
            }
            Note::Day(story) => {
                let from = inferred_day(self.library, story).unwrap_or_default();
                format!("{}: this day is inferred{from}.", cited(self.library, story))
            }
            Note::DayOfStory(story) => {
                let from = inferred_day(self.library, story).map(|from| format!(", which is inferred itself{from}"));
                let from = from.unwrap_or_default();
                format!("No words tell this day; it is that of the story: {}{from}.", cited(self.library, story))
            }
        }
    }
}

/// What the day of a story was inferred from, as Markdown: ` (2 stories tell of the same meetings around 12 Mar 2018: Northwire,
/// “A quiet week”)`. `None` where the story tells its day, or has none.
fn inferred_day(library: &Library, story: usize) -> Option<String> {
    let published = library.stories.get(story)?.annotations.published.as_ref()?;
    if !citation::is_inferred(published) {
        return None;
    }
    let reasons: Vec<String> = published.reasons.iter().map(|reason| escape(&reason.says)).collect();
    let index_of = |id: &String| library.stories.iter().position(|other| other.article.id == *id);
    let neighbours: Vec<String> =
        published.neighbours.iter().filter_map(index_of).take(NEIGHBOURS).map(|one| cited(library, one)).collect();
    let told = [reasons.join("; "), neighbours.join("; ")];
    let told: Vec<String> = told.into_iter().filter(|part| !part.is_empty()).collect();
    Some(if told.is_empty() { String::new() } else { format!(" ({})", told.join(" – ")) })
}

/// `Outlet, “Title”, 21 November 2017, <address>`, as Markdown.
pub(super) fn cited(library: &Library, story: usize) -> String {
    let Some(story) = library.stories.get(story) else { return String::new() };
    let whole = citation(story, Dating::Done);
    let address = story.article.url.as_deref().filter(|address| is_web_address(address));
    // A bracket could be taken for a footnote.
    let address = address.filter(|address| !address.contains(['<', '>', '\\', '[']));
    let parted = address.and_then(|address| Some((whole.strip_suffix(address)?, address)));
    parted.map_or_else(|| escape(&whole), |(before, address)| format!("{}<{address}>", escape(before)))
}

/// Words in quotation marks, as Markdown.
pub(super) fn quoted(words: &str) -> String {
    escape(&citation::quoted(&one_line(words)))
}

/// What is an address without slashes.
const SCHEMES: [&str; 2] = ["mailto", "xmpp"];
/// What stands behind an `@` that could name an account or be in an address. GitHub joins text before it looks for these, so
/// that a backslash does not help; it does not look across a comment, which is not shown.
const NO_ACCOUNT: &str = "<!-- -->";

/// Words as Markdown that shows just them, on one line. What only begins something at the start of a line is escaped
/// there; so are addresses, which GitHub, GitLab and Obsidian make links of where they stand bare
/// (<https://github.github.com/gfm/#autolinks-extension->).
pub(super) fn escape(words: &str) -> String {
    let words = one_line(words);
    let mut written = String::with_capacity(words.len() + words.len() / 16);
    let mut only_digits = true;
    let rest = |at: usize| words.get(at..).unwrap_or_default();
    let ends_with = |at: usize, end: &str| {
        let from = at.checked_sub(end.len()).and_then(|from| words.get(from..at));
        from.is_some_and(|own| own.eq_ignore_ascii_case(end))
    };
    for (at, letter) in words.char_indices() {
        let begins = match letter {
            ':' => at == 0 || rest(at).starts_with("://") || SCHEMES.iter().any(|scheme| ends_with(at, scheme)),
            '+' | '-' | '=' => at == 0,
            '.' if ends_with(at, "www") => true,
            '.' | ')' => at > 0 && only_digits,
            _ => "\\`*_{}[]<>&|~^$#!".contains(letter),
        };
        only_digits &= letter.is_ascii_digit();
        if begins {
            written.push('\\');
        }
        written.push(letter);
        if letter == '@' && rest(at + 1).starts_with(char::is_alphanumeric) {
            written.push_str(NO_ACCOUNT);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::sanitise::is_plain;

    /// What is left when every backslash before punctuation is taken away, as `CommonMark` says (6.1); `None` where a sign that
    /// means something stands bare.
    fn shown(markdown: &str) -> Option<String> {
        let mut shown = String::new();
        let markdown = markdown.replace(&format!("@{NO_ACCOUNT}"), "@");
        let mut letters = markdown.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => shown.push(letters.next().filter(char::is_ascii_punctuation)?),
                bare if "`*_{}[]<>&|~^$#!".contains(bare) => return None,
                other => shown.push(other),
            }
        }
        Some(shown)
    }

    #[test]
    fn what_would_be_markup_is_shown_as_it_is() {
        assert_eq!(escape("a *b* _c_ [d](e) <f> &amp; `g`"), r"a \*b\* \_c\_ \[d\](e) \<f\> \&amp; \`g\`");
        assert_eq!(escape("![x](y) | ~~z~~ $1^2$ {#id}"), r"\!\[x\](y) \| \~\~z\~\~ \$1\^2\$ \{\#id\}");
        assert_eq!(escape("# one\n\n- two\n> three"), r"\# one - two \> three");
    }

    #[test]
    fn what_begins_a_list_or_a_line_is_escaped_at_the_beginning_only() {
        for (words, markdown) in [
            ("- a - b", r"\- a - b"),
            ("1. a 1. b", r"1\. a 1. b"),
            ("12) a", r"12\) a"),
            ("+ a", r"\+ a"),
            ("=== a", r"\=== a"),
        ] {
            assert_eq!(escape(words), markdown);
        }
    }

    #[test]
    fn addresses_and_accounts_are_no_links() {
        for (words, markdown) in [
            ("see https://north.example/a", r"see https\://north.example/a"),
            ("WWW.north.example, ftp://x", r"WWW\.north.example, ftp\://x"),
            ("mailto:desk and note: desk", r"mailto\:desk and note: desk"),
            ("desk@north.example", "desk@<!-- -->north.example"),
            ("@desk said, @ five", "@<!-- -->desk said, @ five"),
            ("@<!-- -->desk", r"@\<\!-- --\>desk"),
        ] {
            assert_eq!(escape(words), markdown);
        }
    }

    proptest! {
        #[test]
        fn any_words_come_back_and_mean_nothing_else(words in "(\\PC|[\u{0}-\u{ff}\u{200b}-\u{206f}\n]){0,60}") {
            let markdown = escape(&words);
            prop_assert!(markdown.chars().all(is_plain) || one_line(&words).chars().any(|c| !is_plain(c)));
            prop_assert_eq!(shown(&markdown), Some(one_line(&words)), "{}", markdown);
            prop_assert!(!markdown.starts_with(['#', '>', '-', '+', '=', '*', ' ', '\t']));
        }
    }
}
