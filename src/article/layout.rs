//! Lines to paragraphs.
//!
//! **In:** the text of one story. **Out:** its [`Unit`]s: paragraphs and single lines, in order. **Why:** some
//! outlets separate paragraphs by blank lines, some by line breaks, and wire copy comes wrapped at 72 columns,
//! sometimes with nothing but an indentation where a paragraph begins.

use super::Span;
use super::heading::is_marked;

/// A paragraph or a line by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Where it stands, without surrounding white space.
    pub(super) span: Span,
    /// Whether a blank line, or the beginning of the text, comes before it.
    pub(super) apart: bool,
}

/// A line that is not blank.
struct Line<'t> {
    span: Span,
    held: &'t str,
    indent: usize,
    apart: bool,
    columns: usize,
}

/// The paragraphs and lines of `text`.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let lines = lines(text);
    let measure = measure(&lines);
    let mut units: Vec<Unit> = Vec::with_capacity(lines.len());
    let mut before: Option<&Line> = None;
    for line in &lines {
        let continues = match (measure, before) {
            (Some(measure), Some(before)) => !line.apart && continues(before, line, measure),
            _ => false,
        };
        match units.last_mut() {
            Some(unit) if continues => unit.span = unit.span.cover(line.span),
            _ => units.push(Unit { span: line.span, apart: line.apart }),
        }
        before = Some(line);
    }
    units
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut apart = true;
    for whole in text.split_inclusive('\n') {
        let span = Span::new(at, at + whole.len()).trimmed(text);
        at += whole.len();
        if span.is_empty() {
            apart = true;
            continue;
        }
        let held = span.of(text);
        let indent = whole.chars().take_while(|c| c.is_whitespace()).count();
        lines.push(Line { span, held, indent, apart, columns: held.chars().count() });
        apart = false;
    }
    lines
}

/// The width at which the text was wrapped, if it was: lines of much the same length that break off in the middle
/// of a sentence.
fn measure(lines: &[Line]) -> Option<usize> {
    let inner: Vec<&Line> =
        lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| !next.apart).map(|(line, _)| line).collect();
    let mut widths: Vec<usize> = inner.iter().map(|line| line.indent + line.columns).collect();
    widths.sort_unstable();
    // A single overlong line, such as an address, does not count.
    let measure = *widths.get(widths.len().saturating_sub(1) * 9 / 10)?;
    let broken = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, next)| !next.apart && breaks_off(line.held) && next.held.starts_with(char::is_lowercase))
        .count();
    let wrapped = (30..=130).contains(&measure) && broken > 0 && broken * 4 >= inner.len();
    wrapped.then_some(measure)
}

/// Whether a line ends where no sentence, heading or list entry ends.
fn breaks_off(line: &str) -> bool {
    line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '—' | '’' | '\'' | '"' | '”'))
}

/// Whether `line` goes on with the paragraph of the line before it: that one was full, so that its writer had to
/// break it, and this one is not set in as the beginning of another.
fn continues(before: &Line, line: &Line, measure: usize) -> bool {
    // The text of a list's entry hangs under its first word.
    let hanging = bullet(before.held).map_or(0, |mark| before.held.get(..mark).unwrap_or_default().chars().count());
    let is_parted =
        bullet(line.held).is_some() || is_numbered(line.held) || [before, line].iter().any(|line| is_marked(line.held));
    if line.indent > before.indent + hanging || is_parted {
        return false;
    }
    let next_word = line.held.split_whitespace().next().map_or(0, |word| word.chars().count());
    let filled = before.indent + before.columns + 1 + next_word;
    if before.held.ends_with(['.', '!', '?', '"', '”', ':']) && !line.held.starts_with(char::is_lowercase) {
        return filled > measure;
    }
    // Not every writer fills lines to the last column.
    filled * 100 > measure * 85 || line.held.starts_with(char::is_lowercase) && filled * 100 > measure * 60
}

/// The bytes of the list mark that `line` begins with (`- `, `* `, `• `), if it does.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let mut chars = line.chars();
    let mark =
        chars.next().filter(|c| matches!(c, '-' | '*' | '•' | '–' | '—' | '·' | '▪' | '■' | '►' | '›' | '◦' | '‣'))?;
    let rest = chars.as_str();
    let text = rest.trim_start();
    (text.len() < rest.len() && !text.is_empty()).then(|| mark.len_utf8() + rest.len() - text.len())
}

/// Whether `line` begins with a number as an entry of a list does: `1. `, `12) `.
pub(super) fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    (1..=2).contains(&digits) && rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        units(text).iter().map(|unit| unit.span.of(text)).collect()
    }

    #[test]
    fn blank_lines_separate_paragraphs() {
        assert_eq!(parts("Title\n\n  First paragraph.\n\n\nSecond.\n"), ["Title", "First paragraph.", "Second."]);
    }

    #[test]
    fn without_blank_lines_every_line_is_a_paragraph() {
        let text = "The ministers met on Monday in the capital.\nThey will meet again.\nNobody said when.";
        assert_eq!(parts(text).len(), 3);
    }

    #[test]
    fn wrapped_copy_becomes_whole_paragraphs() {
        let text = "The delegations arrived before noon and were taken to the old\n\
                    custom house, where a table for twenty had been laid and the\n\
                    windows shut.\n\
                    \n\
                    A second session is planned for the autumn, the hosts said in the\n\
                    evening.";
        assert_eq!(parts(text).len(), 2);
    }

    #[test]
    fn an_indentation_begins_a_paragraph_of_wrapped_copy() {
        let text = "    The delegations arrived before noon and were taken to the old\n\
                    custom house, where a table for twenty had been laid.\n    \
                    \"We are here to listen,\" the chairman told the reporters who were\n\
                    waiting in the rain.\n    \
                    Nobody left early.\n NNNN 0914\n";
        let parts = parts(text);
        assert_eq!(parts.len(), 4);
        assert!(parts[1].starts_with('"') && parts[1].ends_with("rain."));
        assert_eq!(parts[3], "NNNN 0914");
    }

    #[test]
    fn an_entry_of_a_list_hangs_together() {
        let text = "The delegations arrived before noon and were taken to the old\n\
                    custom house, where they agreed on the following two items:\n\
                    -   The bridge is to be built again by both sides and opened to\n    \
                    carts and cars before the winter.\n\
                    -   The ferry stays.";
        assert_eq!(parts(text).len(), 3);
    }

    #[test]
    fn a_short_line_ends_its_paragraph_even_without_a_blank_line() {
        let text = "TALKS TO RESUME\n\
                    The delegations arrived before noon and were taken to the old\n\
                    custom house, where a table for twenty had been laid.\n\
                    A second session is planned for the autumn, the hosts said in the\n\
                    evening.";
        assert_eq!(parts(text).len(), 3);
    }

    #[test]
    fn entries_of_a_list_stay_apart() {
        assert_eq!(bullet("- Talks resume"), Some(2));
        assert_eq!(bullet("• Talks resume"), Some(4));
        assert_eq!(bullet("-Talks"), None);
        assert_eq!(bullet("--"), None);
        assert!(is_numbered("1. Mexico") && is_numbered("12) Peru"));
        assert!(!is_numbered("2017 was a year") && !is_numbered("1.5 million"));
    }
}
