//! Headings that are marked as such, as Markdown does it.
//!
//! **In:** a line. **Out:** its level and its words (`## Talks resume` is of the second level). **Why:** the signs say what the
//! line is and are none of its words: no headline begins with them, and no sentence.

use super::{Article, Block, BlockKind, Span, TitleFrom};

/// Levels that there are.
const LEVELS: usize = 6;

/// The level of a heading, 0 where no signs tell one, and its words without those signs.
pub(super) fn heading(text: &str, span: Span) -> (usize, Span) {
    let line = span.of(text);
    let after = line.trim_start_matches('#');
    let level = line.len() - after.len();
    if !(1..=LEVELS).contains(&level) || !after.starts_with([' ', '\t']) || line.contains('\n') {
        return (0, span);
    }
    let words = Span::new(span.start() + level, span.end()).trimmed(text);
    // Signs behind the words close a heading as well, where a space parts them from a word: not in `Songs in C#`.
    let open = words.of(text).trim_end_matches('#');
    let is_closed = open.ends_with([' ', '\t']);
    let words = if is_closed { Span::new(words.start(), words.start() + open.len()).trimmed(text) } else { words };
    if words.of(text).contains(char::is_alphanumeric) { (level, words) } else { (0, span) }
}

/// Whether a line is marked as a heading.
pub(super) fn is_marked(line: &str) -> bool {
    heading(line, Span::whole(line)).0 > 0
}

impl Article {
    /// The level of a heading, 0 where no signs tell one, and its words without those signs; any other block is all words.
    pub fn heading(&self, block: &Block) -> (usize, Span) {
        if block.kind == BlockKind::Heading { heading(&self.text, block.span) } else { (0, block.span) }
    }

    /// Whether a block is the headline, which is shown above the text.
    pub fn is_title(&self, block: &Block) -> bool {
        let TitleFrom::Text(title) = self.title.from else { return false };
        let words = self.heading(block).1.trimmed(&self.text);
        !words.is_empty() && title.trimmed(&self.text).contains(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_heading_tell_its_level_and_are_none_of_its_words() {
        let told = |line: &'static str| {
            let (level, words) = heading(line, Span::whole(line));
            (level, words.of(line))
        };
        assert_eq!(told("# Sea"), (1, "Sea"));
        assert_eq!(told("##\tShips and crews"), (2, "Ships and crews"));
        assert_eq!(told("### Crews #1"), (3, "Crews #1"));
        assert_eq!(told("## Harbours ##"), (2, "Harbours"));
        assert_eq!(told("## Songs in C#"), (2, "Songs in C#"));
        for line in ["#Harbours", "## ", "####### Seven", "# #", "No. # 1", "# one\ntwo", ""] {
            assert_eq!(told(line), (0, line), "{line:?}");
        }
    }
}
