//! A passage in, marks of what its words say out: the same mark for the same content in another wording.
//!
//! **In:** a story and a passage of it. **Out:** sorted [`Mark`]s: a name by its identity however it is written, a day by
//! its calendar value, a number, and every other word that means something by its stem.
//! **Why:** two outlets translate one sentence differently. Letters differ; who, when, how many and the stems do not.
//!
//! Words are cut to six letters after a light stemming: n-gram and truncation stemmers do about as well as linguistic
//! ones for matching European news text (`McNamee` and Mayfield, *Character N-Gram Tokenization for European Language Text
//! Retrieval*, Information Retrieval 7, 2004). A list of near synonyms of news prose, our own, brings what is left
//! together.

mod vocabulary;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::{Form, NameKind, Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::fold::folded;
use vocabulary::{SYNONYMS, is_empty_word};

/// What a word or name says, as a number.
pub(super) type Mark = u64;

/// Words of one passage that are read; it bounds the work in a text without paragraphs.
pub(super) const MOST_WORDS: usize = 600;
/// Letters of a stem that count.
const STEM: usize = 6;

/// A story whose words can be asked for.
pub(super) struct Words<'s> {
    story: &'s Story,
    /// Names and days in reading order; they do not overlap.
    named: Vec<(Passage, Mark)>,
}

impl<'s> Words<'s> {
    /// Those before the byte `end` of its text.
    pub(super) fn within(story: &'s Story, end: usize) -> Self {
        let is_read = |passage: &Passage| passage.part != Part::Text || passage.span.start() < end;
        let mentions = story.annotations.names.iter().flat_map(|name| {
            let id = name.state.as_ref().filter(|_| name.kind == NameKind::Group).unwrap_or(&name.id);
            let mark = hash("name ", id.as_str());
            name.mentions
                .iter()
                .filter(move |mention| is_read(&mention.passage))
                .filter(|mention| mention.form == Form::Name || name.kind == NameKind::Person)
                .map(move |mention| (mention.passage, mark))
        });
        let days = story.annotations.dates.iter().filter(|when| when.interval.is_day() && is_read(&when.passage));
        let days = days.map(|when| (when.passage, hash("day ", &when.interval.from.to_string())));
        let mut named: Vec<(Passage, Mark)> = mentions.chain(days).collect();
        named.sort_unstable_by_key(|(passage, mark)| {
            (passage.part, passage.span.start(), usize::MAX - passage.span.end(), *mark)
        });
        let mut end = (Part::Title, 0);
        named.retain(|(passage, _)| {
            let is_free = passage.start_key() >= end;
            if is_free {
                end = (passage.part, passage.span.end());
            }
            is_free
        });
        Self { story, named }
    }

    /// The marks of a passage, ascending, each once.
    pub(super) fn marks(&self, passage: Passage) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = passage.span.start();
        let end = passage.span.end();
        let first = self.named.partition_point(|(named, _)| named.start_key() < passage.start_key());
        let inside = self.named.get(first..).unwrap_or_default().iter();
        let inside = inside.take_while(|(named, _)| named.part == passage.part && named.span.end() <= end);
        for (named, mark) in inside {
            if marks.len() >= MOST_WORDS {
                break;
            }
            self.plain(Passage { span: Span::new(at, named.span.start()), ..passage }, &mut marks);
            marks.push(*mark);
            at = named.span.end();
        }
        self.plain(Passage { span: Span::new(at, end), ..passage }, &mut marks);
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// Appends the marks of words that name nobody.
    fn plain(&self, passage: Passage, marks: &mut Vec<Mark>) {
        let room = MOST_WORDS.saturating_sub(marks.len());
        for word in words(self.story.words(passage)).take(room) {
            word_marks(word, marks);
        }
    }
}

/// The runs of letters and digits in a text, with the points and commas inside numbers.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let joins = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    text.split(move |c: char| !joins(c)).filter(|word| !word.is_empty())
}

/// Whether words of this script are not parted by spaces.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn word_marks(word: &str, marks: &mut Vec<Mark>) {
    let plain = folded(word);
    if plain.chars().any(is_unspaced) {
        // Without spaces, two letters are the likeliest word.
        let mut before = None;
        for c in plain.chars().take(MOST_WORDS) {
            if let Some(before) = before {
                marks.push(hash("pair ", &format!("{before}{c}")));
            }
            before = Some(c);
        }
    } else if !is_empty_word(&plain) && plain.chars().nth(1).is_some() {
        marks.push(mark_of(&plain));
    } else if plain.bytes().all(|b| b.is_ascii_digit()) {
        marks.push(hash("", &plain));
    }
}

/// The mark of one word: that of its stem, or of the synonym that stands for it.
pub(super) fn mark_of(word: &str) -> Mark {
    let mark = hash("", &stem(&folded(word)));
    GROUPS.get(&mark).copied().unwrap_or(mark)
}

/// Whether a word says nothing by itself.
pub(super) fn is_empty(word: &str) -> bool {
    is_empty_word(&folded(word))
}

/// The stem of a folded word, cut to [`STEM`] letters.
pub(super) fn stem(word: &str) -> String {
    let long = |rest: &&str| rest.len() >= 4;
    let singular = match word {
        _ if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word,
        _ => word
            .strip_suffix("es")
            .filter(|rest| rest.ends_with(['s', 'x', 'z']) || rest.ends_with("ch"))
            .unwrap_or_else(|| word.strip_suffix('s').filter(|rest| rest.len() >= 3).unwrap_or(word)),
    };
    let bare = ["ingly", "edly", "ing", "ed", "ly"].iter().find_map(|end| singular.strip_suffix(end).filter(long));
    let bare = bare.unwrap_or(singular);
    let mut stem: String = bare.chars().take(STEM).collect();
    // `stopped` and `stop`, `achieve` and `achieving`, `party` and `parties`.
    let twice = bare.len() < singular.len()
        && stem
            .chars()
            .rev()
            .take(2)
            .collect::<Vec<_>>()
            .windows(2)
            .any(|two| matches!(two, [a, b] if a == b && !matches!(a, 'l' | 's')));
    if twice && stem.len() == bare.len() {
        stem.pop();
    }
    let kept = stem.trim_end_matches(['e', 'i', 'y']).len();
    if kept >= 3 {
        stem.truncate(kept);
    }
    stem
}

/// The mark of every word of [`SYNONYMS`]: that of the first of its line.
static GROUPS: LazyLock<HashMap<Mark, Mark>> = LazyLock::new(|| {
    let mut groups = HashMap::new();
    for line in SYNONYMS.lines() {
        let mut stems = line.split_whitespace().map(|word| hash("", &stem(word)));
        let Some(first) = stems.next() else { continue };
        stems.for_each(|other| {
            groups.entry(other).or_insert(first);
        });
    }
    groups
});

/// A word as a number, the same everywhere (FNV-1a); `kind` keeps names and words apart.
pub(super) fn hash(kind: &str, word: &str) -> Mark {
    let bytes = kind.bytes().chain(word.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["achieve", "achieved", "achieving", "achieves"][..],
            &["stop", "stopped", "stopping", "stops"],
            &["party", "parties"],
            &["vessel", "vessels"],
            &["terrorist", "terrorism", "terrorists"],
            &["nation", "national", "nations"],
            &["launch", "launches", "launched"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{stems:?}");
        }
        assert_ne!(stem("harbour"), stem("harvest"));
        assert_eq!(stem("é"), "é");
    }

    #[test]
    fn a_synonym_is_grouped_once_and_its_head_is_not_grouped_elsewhere() {
        for line in SYNONYMS.lines() {
            let first = line.split_whitespace().next().map(|word| hash("", &stem(word)));
            assert!(first.is_some_and(|first| !GROUPS.contains_key(&first)), "{line}");
        }
    }
}
