//! Page furniture, labels of lists and captions, by their words.
//!
//! **In:** one line or paragraph. **Out:** what it is, if it is no part of the story. **Why:** breadcrumbs, font
//! switches, footers and photo captions come along when a page is saved.

use super::Span;
use super::prose::{Look, is_quote};
use super::tokens::{Mark, tokens};
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::fold::folded;

/// The words of `furniture.tsv`, by what they tell.
struct Words {
    labels: HashSet<&'static str>,
    starts: ByFirstByte,
    inside: ByFirstByte,
    credits: ByFirstByte,
    verbs: HashSet<&'static str>,
    kickers: HashSet<&'static str>,
}

/// Phrases by their first byte, to look at few of them at each word.
type ByFirstByte = Vec<Vec<&'static str>>;

/// The phrases of `table` that begin with `first`.
fn beginning_with(table: &ByFirstByte, first: Option<u8>) -> &[&'static str] {
    first.and_then(|first| table.get(usize::from(first))).map_or(&[], Vec::as_slice)
}

/// The phrases of `table` that stand in `line` at the beginning of a word, with their places.
fn standing_in<'a>(table: &'a ByFirstByte, line: &'a str) -> impl Iterator<Item = (usize, &'static str)> + 'a {
    let bytes = line.as_bytes();
    let begins = move |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        !before.is_some_and(u8::is_ascii_alphanumeric) || !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)
    };
    let here = move |at: usize| {
        let phrases = beginning_with(table, bytes.get(at).copied());
        let rest = line.get(at..).unwrap_or_default();
        // The second byte tells most of them apart already.
        let second = bytes.get(at + 1);
        let may_stand = move |phrase: &&&str| phrase.len() == 1 || phrase.as_bytes().get(1) == second;
        let phrases = phrases.iter().filter(may_stand);
        phrases.filter(move |phrase| rest.starts_with(**phrase)).map(move |phrase| (at, *phrase))
    };
    (0..bytes.len()).filter(move |at| begins(*at)).flat_map(here)
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let empty = || vec![Vec::new(); 256];
    let mut words = Words {
        labels: HashSet::new(),
        starts: empty(),
        inside: empty(),
        credits: empty(),
        verbs: HashSet::new(),
        kickers: HashSet::new(),
    };
    let index = |table: &mut ByFirstByte, entry: &'static str| {
        if let Some(phrases) = entry.bytes().next().and_then(|first| table.get_mut(usize::from(first))) {
            phrases.push(entry);
        }
    };
    for (kind, entry) in include_str!("furniture.tsv").lines().filter_map(|row| row.split_once('\t')) {
        match kind {
            "label" => drop(words.labels.insert(entry)),
            "start" => index(&mut words.starts, entry),
            "inside" => index(&mut words.inside, entry),
            "credit" => index(&mut words.credits, entry),
            "verb" => drop(words.verbs.insert(entry)),
            "kicker" => drop(words.kickers.insert(entry)),
            _ => {}
        }
    }
    words
});

/// Whether `words` announce the kind of a story (`EXCLUSIVE`, `SPECIAL REPORT`), in any case.
pub(super) fn is_kicker(words: &str) -> bool {
    /// No kicker is longer, and a line that is need not be copied.
    const LONGEST: usize = 20;
    words.len() <= LONGEST && WORDS.kickers.contains(words.to_ascii_lowercase().as_str())
}

/// The label of a list of other stories that `line` is, or begins with: the bytes of the label with its colon.
pub(super) fn list_label(line: &str) -> Option<usize> {
    let head = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let skipped = line.len() - head.len();
    // The longest label is short; a whole paragraph need not be folded.
    let window: String = head.chars().take(40).collect();
    let (label, colon) = match window.split_once(':') {
        Some((label, _)) => (label, 1),
        None => (head, 0),
    };
    if label.len() > 48 {
        return None;
    }
    let bare = folded(label);
    let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
    WORDS.labels.contains(bare).then_some(skipped + label.len() + colon)
}

/// Where, inside a paragraph, a label begins that leads to one other headline up to the paragraph's end:
/// `… has been paid. Read also: Minister resigns`
pub(super) fn trailing_label(paragraph: &str) -> Option<usize> {
    let colon = paragraph.rfind(": ")?;
    let before = paragraph.get(..colon)?;
    let start = before.rfind(['.', '!', '?', '”', '"', '\n'])?;
    let stop = before.get(start..)?.chars().next()?.len_utf8();
    let label = before.get(start + stop..)?;
    let at = start + stop + label.len() - label.trim_start().len();
    let is_label = label.starts_with(char::is_whitespace) && list_label(paragraph.get(at..=colon)?).is_some();
    let headline = paragraph.get(colon + 1..)?.trim();
    (is_label && Look::at(headline).is_headline()).then_some(at)
}

/// No caption, footer or other furniture has more words.
pub(super) const MOST_WORDS: usize = 60;
/// Nor more bytes, even where words are as long as lines.
pub(super) const MOST_BYTES: usize = 2000;
/// A sentence of the page has no more words; a longer one that mentions an app or a newsletter is about it.
const FOOTER_WORDS: usize = 30;

/// Whether a line or paragraph belongs to the page and not to the story; `bare` is the line folded.
pub(super) fn is_chrome(text: &str, span: Span, bare: &str, look: &Look) -> bool {
    let line = span.of(text);
    if look.words == 0 || is_address(line) || is_wire_code(line, look) || is_end_mark(line) {
        return true;
    }
    let bare =
        bare.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '+' | '-' | '•' | '|' | '_' | '>'));
    beginning_with(&WORDS.starts, bare.bytes().next()).iter().any(|start| begins_with(bare, start, look))
        || look.words <= FOOTER_WORDS && standing_in(&WORDS.inside, bare).next().is_some()
        || is_breadcrumb(text, span, look)
        || is_page_switch(line)
}

/// Whether `bare` begins with the words `start`. A single word (`Comments`, `Subscribe`) has to make up most of a
/// line, for a sentence may begin with it.
fn begins_with(bare: &str, start: &str, look: &Look) -> bool {
    let Some(rest) = bare.strip_prefix(start) else { return false };
    let whole_word = !start.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
    let single = start.chars().all(char::is_alphanumeric);
    whole_word && (!single || look.words <= 4 || start == "copyright")
}

/// `News / Russia`, `Home > World > Asia`, `Home | World`: short names between separators.
fn is_breadcrumb(text: &str, span: Span, look: &Look) -> bool {
    if look.words > 12 || look.is_prose() {
        return false;
    }
    let line = span.of(text);
    for separator in ['/', '>', '»', '›', '|', '•', '·', '→'].into_iter().filter(|separator| line.contains(*separator))
    {
        let parts: Vec<&str> = line.split(separator).map(str::trim).filter(|part| !part.is_empty()).collect();
        // `and/or` is a word, not a trail.
        let spaced = line.contains(&format!(" {separator}")) || line.contains(&format!("\u{a0}{separator}"));
        let short = parts.iter().all(|part| part.split_whitespace().count() <= 3 && part.len() <= 30);
        if parts.len() >= 2 && spaced && short && !line.contains(['.', '?', '!', ':', '"', '“']) {
            return true;
        }
    }
    false
}

/// ` date 2017-11-21 + ↺ − 16 px`, `A- A A+`: switches for the size of the letters.
fn is_page_switch(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let size = line.split_whitespace().any(|word| {
        matches!(word, "px" | "A+" | "A-" | "A−" | "a+" | "Aa")
            || word.strip_suffix("px").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    });
    // Dashes and quotation marks between spaces are punctuation.
    let is_sign = |word: &&str| {
        !word.contains(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '—' | '.' | '…' | '&') || is_quote(c))
    };
    let signs = line.split_whitespace().filter(is_sign).count();
    let words = line.split_whitespace().count();
    size && words <= 12 || signs >= 2 && signs * 2 >= words && words <= 10
}

/// `NNNN 1409 230992 GMT`, `BC-SUMMIT   SCHEDULED        09-23 0214`: the agency's own marks.
fn is_wire_code(line: &str, look: &Look) -> bool {
    if !look.capitals || line.len() > 90 {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_code = |word: &&&str| {
        word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b':'))
            && word.contains(|c: char| c.is_ascii_digit())
    };
    let coded = words.iter().filter(is_code).count();
    line.starts_with("NNNN")
        || line.starts_with("ZCZC")
        || coded >= 1 && line.trim().contains("   ")
        || coded >= 2 && coded * 2 >= words.len()
}

/// `ENDS`, `-30-`, `(END)`: the end of copy.
fn is_end_mark(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let first = bare.split_whitespace().next().unwrap_or_default();
    matches!(bare, "30" | "END" | "ENDS" | "Ends" | "MORE" | "MORE TO COME" | "(ends)") && line.len() < 20
        // White House transcripts end with the time.
        || first == "END" && bare.split_whitespace().count() <= 5 && bare.contains(|c: char| c.is_ascii_digit())
}

/// A line that is an address of a page or a mailbox; a saved page may have broken the address by spaces.
fn is_address(line: &str) -> bool {
    let web = line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.");
    let words = line.split_whitespace().take(13).count();
    web && words <= 12 || words == 1 && (line.contains("://") || line.contains('@') && line.contains('.'))
}

/// Whether a paragraph is the words under a picture: it is credited, or it tells in the present tense what is seen
/// and ends with the full day. `bare` is the paragraph folded.
pub(super) fn is_caption(text: &str, span: Span, bare: &str, look: &Look) -> bool {
    if look.words < 2 {
        return false;
    }
    let line = span.of(text);
    let credited = standing_in(&WORDS.credits, bare).any(|(at, credit)| {
        // In running text somebody may show a `photo: the bridge was gone`; a credit stands apart, and at the end.
        let (before, after) = bare.split_at_checked(at).unwrap_or_default();
        let before = before.trim_end();
        let apart = credit.starts_with(['(', '[', '/'])
            || before.is_empty()
            || before.ends_with(['.', ')', '|', '/', '"', ',', '-', ':']);
        let side = matches!(credit, "(l)" | "(left)" | "(right)" | "(centre)" | "(center)");
        apart && (side || before.is_empty() || after.split_whitespace().count() <= 12)
    });
    credited || tells_in_present(line) && ends_with_day(text, span)
}

/// `Varga shakes hands`, `The two leaders pose`: a verb of captions right behind a name, or after a short subject.
fn tells_in_present(line: &str) -> bool {
    const PAST: [&str; 8] = [" said", " told ", " was ", " were ", " has ", " had ", " announced", " will "];
    let sentence = line.split(". ").next().unwrap_or_default();
    let words: Vec<&str> = sentence.split_whitespace().take(16).collect();
    let behind_name = |(index, pair): (usize, &[&str])| {
        let [subject, verb] = pair else { return false };
        let named = subject.starts_with(char::is_uppercase) || subject.ends_with([',', ')']);
        (named || index < 3) && WORDS.verbs.contains(verb.trim_end_matches(','))
    };
    words.windows(2).enumerate().any(behind_name) && !PAST.iter().any(|verb| sentence.contains(verb))
}

/// Whether the last words are a day with its year.
fn ends_with_day(text: &str, span: Span) -> bool {
    let held = span.of(text).trim_end_matches(|c: char| matches!(c, '.' | ')' | ']') || c.is_whitespace());
    // The day takes six words at most.
    let Some((start, _)) =
        held.char_indices().rev().filter(|(_, c)| c.is_whitespace()).nth(5).or(held.char_indices().next())
    else {
        return false;
    };
    let tail = Span::new(span.start() + start, span.start() + held.len());
    let tokens = tokens(text, tail, 16);
    (0..tokens.len()).any(|from| {
        let rest = tokens.get(from..).unwrap_or_default();
        super::days::day_words(text, rest).is_some_and(|day| {
            let after = rest.get(day.tokens..).unwrap_or_default();
            day.date.is_some() && after.iter().all(|token| token.mark != Mark::Word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chrome(line: &str) -> bool {
        is_chrome(line, Span::whole(line), &folded(line), &Look::at(line))
    }

    fn caption(line: &str) -> bool {
        is_caption(line, Span::whole(line), &folded(line), &Look::at(line))
    }

    #[test]
    fn furniture_of_pages_is_recognised() {
        for line in [
            "News \u{a0} / \u{a0} Russia",
            "Home > World > Asia",
            "World | Europe",
            "date 2020-02-02 + ↺ − 14 px",
            "A- A A+",
            "# # #",
            "* * *",
            "---",
            "NNNN 0914 120395 GMT",
            "BC-TALKS   SCHEDULED        04-11 0831",
            "Courier TV’s website can also be accessed at the following addresses:",
            "Copyright 2011 The Courier",
            "© 2019 Courier. All rights reserved.",
            "Follow us on Telegram",
            "Share this article",
            "Attachments: agenda (pdf, 20 kB)",
            "Tags: talks, Sochi",
            "https://example.org/a",
            "desk@example.org",
            "(Reporting by A. Writer; Editing by B. Reader)",
            "Subscribe",
            "-30-",
            "ENDS",
            "The editors are not responsible for automatic translation.",
            "+++ More in this app: Handball tonight +++",
            "END 9:28 A.M. EDT",
        ] {
            assert!(chrome(line), "{line}");
        }
    }

    #[test]
    fn lines_of_the_story_are_no_furniture() {
        for line in [
            "VARGA, HRESK MEET ON BORDER BRIDGE AS VESNA TOLL REACHES 31",
            "The Ukrainian crisis",
            "Putin and/or Medvedev",
            "Comments by the minister angered the opposition in the capital.",
            "Menu prices rose by 3 per cent in May, the bank said.",
            "+++ 14:10 +++ The minister has arrived.",
            "The ministers agreed to share the costs of the bridge.",
            "Subscribers of the paper got their money back on Monday.",
            "The end of the talks is near",
            "MANILA 2 - OSLO 1",
            "– Exiles –",
            "\" -- think again. \"",
            "习近平会见普京",
        ] {
            assert!(!chrome(line), "{line}");
        }
    }

    #[test]
    fn labels_of_lists_are_recognised() {
        for line in ["See also", "READ MORE:", "Read also:", "Related stories", "» Don’t miss", "Most read"] {
            assert_eq!(list_label(line), Some(line.len()), "{line}");
        }
        assert_eq!(list_label("Read also: Minister resigns"), Some("Read also:".len()));
        assert_eq!(list_label("Related costs rose, the minister said"), None);
        assert_eq!(list_label("Latest talks fail"), None);
    }

    #[test]
    fn a_headline_may_hang_at_the_end_of_a_paragraph() {
        let paragraph = "Nobody knows what was paid. Read also: Minister received by the daughter of the king";
        assert_eq!(trailing_label(paragraph).map(|at| &paragraph.as_bytes()[at..at + 4]), Some(&b"Read"[..]));
        assert_eq!(trailing_label("He said this. Then he added: “No.”"), None);
        assert_eq!(trailing_label("No colon here."), None);
    }

    #[test]
    fn captions_are_credited_or_tell_a_dated_picture() {
        for line in [
            "President Ilse Varga attends a ceremony in Kolm, Merovia May 12, 2016. (Photos by Northwire)",
            "Ilse Varga shakes hands with Danilo Hresk in Kolm on May 12, 2016.",
            "The bridge at Kolm. Photo: Radio Meridian",
            "Varga and Hresk pose for a picture, Kolm, Merovia, May 12, 2016.",
            "FILE PHOTO: Danilo Hresk in Tarsk",
            "Hresk (L) and Varga in Kolm. AFP PHOTO",
        ] {
            assert!(caption(line), "{line}");
        }
        for line in [
            "The minister meets her colleague on Friday.",
            "Varga met Hresk in Kolm on May 12, 2016.",
            "The committee holds that the accord was signed, he said on May 12, 2016.",
            "He showed a photo of the bridge: it was gone, and with it the road to the south.",
        ] {
            assert!(!caption(line), "{line}");
        }
    }
}
