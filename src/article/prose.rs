//! What a line looks like: running text, a heading, a quotation.
//!
//! **In:** the words of a paragraph or line. **Out:** its [`Look`], and where its first sentence ends. **Why:**
//! headings, lists of headlines and page furniture are told from the story by their looks, not by their words.

use super::Span;
use super::tokens::is_abbreviation;

/// What stands at the end of a line, behind closing quotes and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A full stop or ellipsis.
    Stop,
    /// A question or exclamation mark.
    Call,
    /// A colon.
    Colon,
    /// A comma, semicolon or dash: something has to follow.
    Open,
    /// A word.
    Word,
}

/// The looks of a line or paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// How many words it has; signs alone are none.
    pub(super) words: usize,
    /// What it ends with.
    pub(super) end: End,
    /// Whether it begins with a quotation mark.
    pub(super) quoted: bool,
    /// Whether its first letter is a small one.
    pub(super) begins_small: bool,
    /// Whether it has letters, none of them small.
    pub(super) capitals: bool,
    /// Its length in bytes.
    pub(super) length: usize,
}

/// From this many words on, a line without a full stop is a paragraph that lost it.
const PARAGRAPH_WORDS: usize = 26;
/// No more quotation marks and stops than this end a sentence.
const CLOSING: usize = 8;
/// No abbreviation takes more bytes, with the marks before it.
const ABBREVIATION: usize = 20;
/// No heading is longer than this.
const HEADING_WORDS: usize = 14;

impl Look {
    /// Looks at `line`.
    pub(super) fn at(line: &str) -> Self {
        let first_letter = line.chars().find(|c| c.is_alphabetic());
        let bare = line.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
        let end = match bare.chars().next_back() {
            Some('.') if bare.ends_with("...") => End::Stop,
            Some('.' | '…' | '。' | '।' | '۔') => End::Stop,
            Some('!' | '?' | '！' | '？' | '؟') => End::Call,
            Some(':' | '：') => End::Colon,
            Some(',' | ';' | '-' | '–' | '—' | '，') => End::Open,
            _ => End::Word,
        };
        Self {
            words: line.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count(),
            end,
            quoted: line.starts_with(is_quote),
            begins_small: first_letter.is_some_and(char::is_lowercase),
            capitals: first_letter.is_some() && !line.contains(char::is_lowercase),
            length: line.len(),
        }
    }

    /// Whether it reads as running text.
    pub(super) fn is_prose(&self) -> bool {
        match self.end {
            End::Stop => self.words >= 3,
            End::Call => self.words >= 2,
            End::Colon | End::Open => self.words >= 7,
            // Scripts without spaces have few words in a long line.
            End::Word => self.words >= PARAGRAPH_WORDS || self.length >= 400 || self.quoted && self.words >= 9,
        }
    }

    /// Whether it could be a heading inside the story.
    pub(super) fn is_heading(&self) -> bool {
        (1..=HEADING_WORDS).contains(&self.words) && self.end == End::Word && !self.begins_small
    }

    /// Whether it could be the headline of a story: a title may ask and call, but makes no full stop.
    pub(super) fn is_headline(&self) -> bool {
        (1..=PARAGRAPH_WORDS).contains(&self.words) && matches!(self.end, End::Word | End::Call)
    }
}

/// Opening and closing quotation marks of the usual kinds, straight ones too.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‹' | '›' | '\'' | '「' | '」' | '『' | '』')
}

fn is_closing(c: char) -> bool {
    is_quote(c) || matches!(c, ')' | ']' | '*' | '_' | '+')
}

/// Whether a paragraph is one quotation: it begins with a quotation mark, and hardly anything but an attribution
/// stands outside the marks.
pub(super) fn is_quotation(paragraph: &str) -> bool {
    let Some(first) = paragraph.chars().next().filter(|c| is_quote(*c) && *c != '\'' && *c != '’') else {
        return false;
    };
    let closing = match first {
        '“' | '„' => '”',
        '«' => '»',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        other => other,
    };
    let (mut inside, mut outside, mut stopped) = (false, 0, false);
    let mut chars = paragraph.chars().peekable();
    while let Some(c) = chars.next() {
        // An apostrophe is no closing quotation mark.
        let apostrophe = c == '’' && chars.peek().is_some_and(|next| next.is_alphanumeric());
        // Outlets mix straight and curly marks within one quotation.
        if inside && (c == closing || matches!((closing, c), ('"', '”') | ('”', '"' | '“'))) && !apostrophe {
            inside = false;
        } else if !inside && (c == first || matches!(c, '“' | '"' | '„')) {
            (inside, stopped) = (true, false);
        } else if !inside {
            // A sentence of its own behind the attribution makes it a paragraph with a quotation in it.
            if stopped && c.is_alphanumeric() {
                return false;
            }
            stopped |= c == '.' && chars.peek().is_none_or(|next| next.is_whitespace());
            outside += c.len_utf8();
        }
    }
    outside * 100 <= paragraph.len() * 35 || outside <= 40 && outside * 2 <= paragraph.len()
}

/// The first sentence of `span`; the whole of it where no sentence ends inside.
pub(super) fn first_sentence(text: &str, span: Span) -> Span {
    let span = span.trimmed(text);
    let held = span.of(text);
    let mut word_start = 0;
    for (at, c) in held.char_indices() {
        if c.is_whitespace() {
            word_start = at + c.len_utf8();
        }
        if !matches!(c, '.' | '!' | '?' | '…' | '。') {
            continue;
        }
        // A long word is no abbreviation, and looking at all of it at every stop would take its square.
        let short = at - word_start <= ABBREVIATION;
        let word = held.get(word_start..at).filter(|_| short).unwrap_or_default();
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let after = held.get(at + c.len_utf8()..).unwrap_or_default();
        let closing = |c: char| is_closing(c) || matches!(c, '.' | '!' | '?');
        let closed: usize = after.chars().take(CLOSING).take_while(|c| closing(*c)).map(char::len_utf8).sum();
        let rest = after.get(closed..).unwrap_or_default();
        let follows = rest.trim_start();
        let ends_here = rest.is_empty() || c == '。' || rest.len() != follows.len() && begins_sentence(follows);
        if ends_here && !(c == '.' && !follows.is_empty() && is_abbreviation(word)) {
            return Span::new(span.start(), span.end() - rest.len()).trimmed(text);
        }
    }
    span
}

/// Whether a sentence may begin like this: not with a small letter.
fn begins_sentence(text: &str) -> bool {
    text.chars().find(|c| !is_quote(*c) && !matches!(c, '(' | '[')).is_some_and(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str) -> &str {
        first_sentence(text, Span::whole(text)).of(text)
    }

    #[test]
    fn a_sentence_ends_at_its_stop_and_not_at_an_abbreviation() {
        assert_eq!(
            sentence("The U.S. President met Mr. Hresk in St. Gallen. They talked."),
            "The U.S. President met Mr. Hresk in St. Gallen."
        );
        assert_eq!(sentence("He won 3.5 per cent! Then he left."), "He won 3.5 per cent!");
        assert_eq!(sentence("“We agreed.” The rest is silence."), "“We agreed.”");
        assert_eq!(sentence("“We agreed!” said Kral. He left."), "“We agreed!” said Kral.");
        assert_eq!(sentence("No stop at all"), "No stop at all");
        assert_eq!(sentence("The President F.W. de Klerk emerged. Then."), "The President F.W. de Klerk emerged.");
        assert_eq!(sentence("They met on Sept. 26. It rained."), "They met on Sept. 26.");
    }

    #[test]
    fn running_text_and_headings_look_different() {
        assert!(Look::at("The two leaders agreed to meet again.").is_prose());
        assert!(Look::at("The leaders emphasised the need to launch talks in the country:").is_prose());
        assert!(!Look::at("Dam inquiry gets a judge, a deadline and no name").is_prose());
        assert!(Look::at("The Ukrainian crisis").is_heading());
        assert!(!Look::at("Read More:").is_heading());
        assert!(Look::at("Will they meet?").is_headline());
    }

    #[test]
    fn a_quotation_with_its_attribution_is_one() {
        assert!(is_quotation("“We began this day on the telephone and we end it under one umbrella,” said Hresk."));
        assert!(is_quotation("\"No money changed hands,\" he said. \"None at all.\""));
        assert!(is_quotation("“It’s the ministers’ turn now.”"));
        assert!(!is_quotation("“Guarded optimism” is what the twenty-fifth round gave us, and little else."));
        assert!(!is_quotation("“It has laid the basis for more,” he said. Others spoke of “a turn”."));
        assert!(!is_quotation("He said “no”."));
    }
}
