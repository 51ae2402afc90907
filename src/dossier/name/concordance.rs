//! A mention in, a line of a concordance out: the name in the middle column, the words around it from its sentence.
//!
//! **Why:** lines of which the names stand below each other are read like a table: what is done, and by whom, is seen
//! at a glance. The form is that of a *key word in context* index (Hans Peter Luhn, 1960).

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::written::spaced;
use crate::language::{Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::width::{ELLIPSIS, cluster_width, truncate, width};

/// So many bytes of a sentence are looked at for each column on either side: more than any letters and marks take, and
/// little of a sentence that never ends.
const BYTES_A_COLUMN: usize = 32;
/// A word is left out whole where that loses no more than so many columns.
const WHOLE_WORDS: usize = 12;

/// The columns of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// What stands left of the name, before a space.
    pub left: usize,
    /// The name and what stands right of it, with the space between them.
    pub right: usize,
}

/// A line of a concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Exactly as wide as the left columns: the words before, aligned right.
    pub left: String,
    /// The name as it is written; at most as wide as the right columns.
    pub name: String,
    /// The words after it, with what separates them from the name, in the columns that the name leaves.
    pub right: String,
    /// Whether nothing separates the words before from the name, so that no space may stand there.
    pub touches: bool,
}

impl Columns {
    /// The columns of a line that is `columns` wide: somewhat more than half are for the name and what follows it.
    pub fn of(columns: usize) -> Self {
        let left = columns * 2 / 5;
        Self { left, right: columns.saturating_sub(left + 1) }
    }
}

impl Line {
    /// Cuts the sentence around `name`, a range of `sentence`; one that lies inside a letter with its marks is widened
    /// to it. Never cuts a grapheme cluster; words are left out whole where they are not too long for that.
    pub fn cut(sentence: &str, name: Span, columns: Columns) -> Self {
        let start = boundary(sentence, name.start(), |cursor| cursor.prev_boundary(sentence, 0));
        let end = boundary(sentence, name.end(), |cursor| cursor.next_boundary(sentence, 0)).max(start);
        let before = last_bytes(sentence.get(..start).unwrap_or_default(), columns.left);
        let after = first_bytes(sentence.get(end..).unwrap_or_default(), columns.right);
        let written = spaced(sentence.get(start..end).unwrap_or_default());
        let name = truncate(&written, columns.right).into_owned();
        let room = columns.right.saturating_sub(width(&name));
        let touches = !before.0.is_empty() && !before.0.ends_with(char::is_whitespace);
        let left = left(&spaced(before.0), before.1, columns.left);
        Self { left, name, right: right(after.0, after.1, room), touches }
    }
}

/// The offset itself where a cluster ends there, else the nearest end of one in the direction of `move_on`; what lies
/// outside is brought inside first.
fn boundary<E>(text: &str, at: usize, move_on: impl Fn(&mut GraphemeCursor) -> Result<Option<usize>, E>) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        return at;
    }
    move_on(&mut cursor).ok().flatten().unwrap_or(at)
}

/// The end of `text` that can be seen in so many columns, and whether more stands before it. It begins at a space if
/// there is one, so that no cluster is cut.
fn last_bytes(text: &str, columns: usize) -> (&str, bool) {
    let mut from = text.len().saturating_sub((columns + 1) * BYTES_A_COLUMN);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let seen = text.get(from..).unwrap_or_default();
    if from == 0 {
        return (seen, false);
    }
    (seen.find(' ').and_then(|space| seen.get(space..)).unwrap_or(seen), true)
}

/// The same for the beginning of `text`.
fn first_bytes(text: &str, columns: usize) -> (&str, bool) {
    let mut to = ((columns + 1) * BYTES_A_COLUMN).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let seen = text.get(..to).unwrap_or_default();
    if to == text.len() {
        return (seen, false);
    }
    (seen.rfind(' ').and_then(|space| seen.get(..=space)).unwrap_or(seen), true)
}

/// The end of the words before the name, in exactly `columns`.
fn left(words: &str, is_cut: bool, columns: usize) -> String {
    let wide = width(words);
    if wide <= columns && !is_cut {
        return format!("{}{words}", " ".repeat(columns - wide));
    }
    let room = columns.saturating_sub(1);
    let (mut used, mut kept) = (0, words.len());
    // Where the last whole word that fits begins, and how wide what follows is.
    let mut whole = None;
    for (start, cluster) in words.grapheme_indices(true).rev() {
        let wide = cluster_width(cluster);
        if cluster == " " {
            whole = Some((start + 1, used));
        }
        if used + wide > room {
            break;
        }
        used += wide;
        kept = start;
    }
    if let Some((start, so_wide)) = whole.filter(|(_, so_wide)| used - so_wide <= WHOLE_WORDS) {
        (kept, used) = (start, so_wide);
    }
    let seen = words.get(kept..).unwrap_or_default();
    let cut = if columns > 0 { ELLIPSIS } else { "" };
    format!("{}{cut}{seen}", " ".repeat(columns.saturating_sub(used + width(cut))))
}

/// The beginning of the words after the name, in at most `columns`, with the space before them.
fn right(words: &str, is_cut: bool, columns: usize) -> String {
    let space = if words.starts_with(char::is_whitespace) { " " } else { "" };
    let words = format!("{space}{}", spaced(words));
    let words = words.trim_end();
    if width(words) <= columns && !is_cut {
        return words.to_owned();
    }
    let room = columns.saturating_sub(1);
    let (mut used, mut kept) = (0, 0);
    let mut whole = None;
    for (start, cluster) in words.grapheme_indices(true) {
        let wide = cluster_width(cluster);
        if cluster == " " {
            whole = Some((start, used));
        }
        if used + wide > room {
            break;
        }
        used += wide;
        kept = start + cluster.len();
    }
    if let Some((end, _)) = whole.filter(|(end, so_wide)| *end > 0 && used - so_wide <= WHOLE_WORDS) {
        kept = end;
    }
    let seen = words.get(..kept).unwrap_or_default();
    if columns > 0 { format!("{seen}{ELLIPSIS}") } else { String::new() }
}

/// The sentence that holds a passage; where none does, its block, and where there is none, its line.
pub fn sentence_of(story: &Story, passage: Passage) -> Passage {
    let sentences = &story.annotations.sentences;
    let next = sentences.partition_point(|sentence| sentence.passage.start_key() <= passage.start_key());
    let sentence = next.checked_sub(1).and_then(|at| sentences.get(at)).map(|sentence| sentence.passage);
    let holds = |one: &Passage| one.part == passage.part && one.span.contains(passage.span);
    if let Some(sentence) = sentence.filter(holds) {
        return sentence;
    }
    let text = match passage.part {
        Part::Title => return Passage { span: Span::whole(&story.article.title.text), ..passage },
        Part::Text => story.article.text.as_str(),
    };
    let blocks = &story.article.blocks;
    let next = blocks.partition_point(|block| block.span.start() <= passage.span.start());
    let block = next.checked_sub(1).and_then(|at| blocks.get(at)).map(|block| block.span);
    let span = block.filter(|block| block.contains(passage.span)).unwrap_or_else(|| {
        let before = text.get(..passage.span.start()).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(passage.span.end()..).unwrap_or_default();
        Span::new(start, passage.span.end() + rest.find('\n').unwrap_or(rest.len()))
    });
    Passage { span: span.trimmed(text), ..passage }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(sentence: &str, name: &str, left: usize, right: usize) -> Line {
        let start = sentence.find(name).unwrap();
        Line::cut(sentence, Span::new(start, start + name.len()), Columns { left, right })
    }

    const SENTENCE: &str = "The harbour master said that Premier Halvorsen’s letter had come by the evening boat.";

    #[test]
    fn the_name_stands_in_its_column_with_whole_words_around() {
        let line = cut(SENTENCE, "Halvorsen", 20, 30);
        assert_eq!(line.left, "  …said that Premier");
        assert_eq!(line.name, "Halvorsen");
        assert_eq!(line.right, "’s letter had come…");
        assert!(!line.touches);
    }

    #[test]
    fn a_sentence_that_fits_is_not_cut() {
        let line = cut("Now Ilmaz\n  went.", "Ilmaz", 6, 20);
        assert_eq!((line.left.as_str(), line.right.as_str()), ("   Now", " went."));
        let line = cut("Ilmaz", "Ilmaz", 3, 20);
        assert_eq!((line.left.as_str(), line.right.as_str()), ("   ", ""));
    }

    #[test]
    fn scripts_without_spaces_are_cut_between_letters_and_columns_stay_exact() {
        let line = cut("首脳会談は港町サルンで開催へ", "サルン", 6, 11);
        assert_eq!((line.left.as_str(), line.right.as_str()), (" …港町", "で開…"));
        assert!(line.touches);
        assert_eq!(cut("首脳会談は港町サルンで", "サルン", 7, 8).left, "…は港町");
    }

    #[test]
    fn a_name_wider_than_its_columns_is_cut_too() {
        let line = cut("The Joint Board for Shipping met.", "Joint Board for Shipping", 4, 10);
        assert_eq!((line.name.as_str(), line.right.as_str()), ("Joint Boa…", ""));
    }

    /// Whether no cluster reaches over this offset.
    fn is_whole(text: &str, at: usize) -> bool {
        text.grapheme_indices(true).any(|(start, _)| start == at) || at == text.len()
    }

    proptest! {
        #[test]
        fn columns_are_kept_and_no_cluster_is_cut(
            sentence in "(\\PC|[a-zא-ת习近e\u{301}\u{200d}👩👧🇮🇸 \u{a0}\n]|العربية ){0,60}",
            from in 0usize..80,
            long in 0usize..12,
            left in 0usize..30,
            right in 0usize..30,
        ) {
            let columns = Columns { left, right };
            let line = Line::cut(&sentence, Span::new(from, from + long), columns);
            prop_assert_eq!(width(&line.left), left, "{:?}", line);
            prop_assert!(width(&line.name) + width(&line.right) <= right, "{:?}", line);
            let start = boundary(&sentence, from, |cursor| cursor.prev_boundary(&sentence, 0));
            let end = boundary(&sentence, from + long, |cursor| cursor.next_boundary(&sentence, 0)).max(start);
            let (before, after) = (spaced(sentence.get(..start).unwrap()), spaced(sentence.get(end..).unwrap()));
            // What pads and marks a cut is no part of the sentence; nor is a space that a mark may stand on.
            let left = line.left.trim_start_matches([' ', '…']);
            let from = before.len() - left.len();
            prop_assert!(before.ends_with(left), "{left:?} of {before:?}");
            prop_assert!(is_whole(&before, from) || before.split_at(from).0.ends_with([' ', '…']), "{left:?} of {before:?}");
            let right = line.right.trim_matches([' ', '…']);
            let at = after.find(right);
            prop_assert!(at.is_some_and(|at| is_whole(&after, at + right.len())), "{right:?} of {after:?}");
        }

        #[test]
        fn a_sentence_without_end_costs_no_more_than_what_is_seen(word in "[a-zé]{1,8}", left in 0usize..60) {
            let sentence = format!("{} Ilmaz {}", format!("{word} ").repeat(2000), word.repeat(2000));
            let line = cut(&sentence, "Ilmaz", left, 40);
            prop_assert_eq!(width(&line.left), left);
            prop_assert!(width(&line.right) <= 35 && line.right.ends_with('…'));
        }
    }
}
