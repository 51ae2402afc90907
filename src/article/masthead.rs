//! The names of those who publish.
//!
//! **In:** one line from the top of a page. **Out:** whether it names the house that the story comes from: an institution, an
//! address, the edition of a paper, the number of an issue. **Why:** such a line stands above the headline and is none, however
//! large it was printed.

use crate::text::fold::folded;

/// What letterheads of institutions begin with, folded.
const STARTS: &[&str] = &[
    "office of the",
    "the office of",
    "ministry of",
    "the ministry of",
    "department of",
    "u.s. department of",
    "us department of",
    "embassy of",
    "the embassy of",
    "government of",
    "the government of",
    "republic of",
    "the white house",
    "press service",
    "press office",
    "press release",
    "press statement",
    "secretariat",
    "presidency of",
    "the presidency",
    "permanent mission",
    "for immediate release",
    "united nations security council",
    "council of the european union",
    "european commission",
    "state department",
    "foreign ministry",
    "prime minister's office",
];

/// What institutions are, folded: `The Royal Mint of Torvik`.
const BODIES: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "assembly",
    "association",
    "authority",
    "bank",
    "cabinet",
    "centre",
    "center",
    "chamber",
    "chancellery",
    "church",
    "commission",
    "committee",
    "congress",
    "council",
    "department",
    "diocese",
    "embassy",
    "federation",
    "foundation",
    "government",
    "institute",
    "league",
    "ministry",
    "mint",
    "museum",
    "office",
    "organisation",
    "organization",
    "palace",
    "parliament",
    "presidency",
    "secretariat",
    "senate",
    "society",
    "treasury",
    "union",
    "university",
];

/// The same, where a name begins with them, or with `The` and one word before them: `The High Court`. Elsewhere they belong to a
/// building or a journey: `White House`, `Peace Mission`.
const BODIES_AT_THE_START: &[&str] = &["court", "house", "mission", "see"];

/// Words of a letterhead, at most: states have long names.
const LETTERHEAD: usize = 12;

/// What sections of a site and sorts of text are called, folded: `World news`, `Written statement`. No verb is among them.
const SORTS: &[&str] = &[
    "affairs",
    "announcement",
    "article",
    "bulletin",
    "communique",
    "consultation",
    "correspondence",
    "guidance",
    "headlines",
    "news",
    "newsroom",
    "notice",
    "paper",
    "publication",
    "release",
    "speech",
    "statement",
    "stories",
    "story",
    "transcript",
];

/// Whether a line can be what a site calls a section or a sort of text: two words, the second of which is for that. It is one only
/// where it stands as one, below a masthead and above a headline: `Sad news` may be a headline elsewhere.
pub(super) fn is_section(line: &str) -> bool {
    let bare = folded(line);
    let words: Vec<&str> = bare.split_whitespace().collect();
    matches!(words.as_slice(), [first, last] if SORTS.contains(last) && first.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.'))
}

/// Whether a line is the letterhead of an institution, or the address of a house on the net.
pub(super) fn is_letterhead(line: &str) -> bool {
    let bare = folded(line);
    let words = line.split_whitespace().count();
    is_host(line) || words <= LETTERHEAD && STARTS.iter().any(|start| bare.starts_with(start)) && is_names_only(line)
}

/// Whether a line can be the name of an institution, and be it only where it stands as one: all its words are those of names, and
/// one for a body stands where names have it, before `of` or `for`, or last behind `The`. A headline in capitals has such
/// words, too, elsewhere: `Bomb Threat Closes Congress`, `Senate Passes Budget`.
pub(super) fn is_institution(line: &str) -> bool {
    let bare = folded(line);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let (has_article, name) = match words.as_slice() {
        ["the", name @ ..] => (true, name),
        name => (false, name),
    };
    let is_name = name.iter().enumerate().any(|(at, word)| {
        let is_body = BODIES.contains(word) || at <= usize::from(has_article) && BODIES_AT_THE_START.contains(word);
        is_body
            && match name.get(at + 1) {
                Some(next) => matches!(*next, "of" | "for"),
                None => has_article || at == 0,
            }
    });
    is_name && words.len() <= LETTERHEAD && is_names_only(line)
}

/// `GOV.TV`, `torvik-courier.news`: one word with dots inside.
fn is_host(line: &str) -> bool {
    /// Letters of the last part: `org`, `news`.
    const LAST: std::ops::RangeInclusive<usize> = 2..=6;
    let is_label = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let last = line.rsplit('.').next().unwrap_or_default();
    line.contains('.')
        && line.split('.').all(is_label)
        && LAST.contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        // A stop without a blank behind it: `Sunday.Monday`.
        && !last.bytes().skip(1).any(|byte| byte.is_ascii_lowercase() != last.as_bytes().first().is_some_and(u8::is_ascii_lowercase))
}

/// The bytes of the paper's name in `The Torvik Leader, late edition`.
pub(super) fn edition(line: &str) -> Option<usize> {
    /// Words of the edition, at most.
    const WORDS: usize = 3;
    let (name, edition) = line.rsplit_once(", ")?;
    let is_edition =
        folded(edition).split_whitespace().next_back().is_some_and(|last| matches!(last, "edition" | "issue"));
    let is_short = edition.split_whitespace().count() <= WORDS && name.split_whitespace().count() <= WORDS + 1;
    (is_edition && is_short && is_names_only(name)).then_some(name.len())
}

/// `N. 0752`, `No 12/2018`, `Vol. 3, No. 5`: words for numbers, each with its number, and nothing else. Without such a word it may
/// be a headline: `9/11 at 20`, `Top 10`.
pub(super) fn is_number(line: &str) -> bool {
    let bare = folded(line);
    let mut words = bare.split_whitespace().peekable();
    let is_counted = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ','))
    };
    let is_numbering = |word: &str| matches!(word.trim_end_matches('.'), "no" | "nr" | "n" | "vol" | "issue" | "page");
    words.peek().is_some()
        && std::iter::from_fn(|| words.next().map(|word| is_numbering(word) && words.next().is_some_and(is_counted)))
            .all(|is_pair| is_pair)
}

/// Whether every word has a capital, but for the small words of names.
fn is_names_only(line: &str) -> bool {
    line.split_whitespace().all(|word| {
        !word.starts_with(char::is_lowercase) || matches!(word, "of" | "the" | "and" | "for" | "to" | "in" | "de")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn institutions_addresses_editions_and_numbers_are_known() {
        for line in ["MINISTRY OF ROADS OF BELMARK", "GOV.TV", "torvik-courier.news", "Permanent Mission of Belmark"] {
            assert!(is_letterhead(line), "{line}");
        }
        let long = "Ministry of Foreign Trade of the United Islands and the Free Port of Sarn";
        assert!(
            !is_letterhead(long) && is_letterhead("Ministry of Foreign Trade of the Free People's Republic of Belmark")
        );
        for line in [
            "The Royal Mint of Torvik",
            "The House of Sarn",
            "The Ducal House of Sarn",
            "The High Court",
            "Torvik Chamber of Trade",
            "The Torvik Museum",
            "Senate",
        ] {
            assert!(is_institution(line), "{line}");
        }
        assert_eq!(edition("The Torvik Leader, late edition"), Some("The Torvik Leader".len()));
        assert!(is_number("N. 0181") && is_number("No 12/2031") && is_number("Vol. 3"));
        assert!(is_number("VOL. 3, NO. 12") && is_number("Issue 7") && is_number("Page 12"));
    }

    #[test]
    fn sections_and_sorts_of_text_have_two_words() {
        for line in ["News story", "WORLD NEWS", "Written statement", "U.K. news", "Foreign affairs", "Top stories"] {
            assert!(is_section(line), "{line}");
        }
        for line in
            ["News", "Mayor tells story", "No news is good news", "Minister states", "Ferry sails", "9 stories", ""]
        {
            assert!(!is_section(line), "{line}");
        }
    }

    #[test]
    fn lines_that_say_something_are_none_of_these() {
        for line in
            ["Ministry of roads sues builder", "U.S.", "Sept.11", "No. 10 calls", "Mr.Smith goes", "St.Petersburg"]
        {
            assert!(!is_letterhead(line), "{line}");
        }
        for line in ["Queen opens museum, buys first edition", "New rules, second edition of a farce", "A new edition"]
        {
            assert_eq!(edition(line), None, "{line}");
        }
        for line in [
            "The King of Torvik",
            "Envoy Visits White House",
            "Bomb Threat Closes Congress",
            "Senate Passes Budget",
            "Cards Fall On Peace Mission Chief",
            "The House Passes Budget",
            "The Long Road to the White House",
        ] {
            assert!(!is_institution(line), "{line}");
        }
        for line in [
            "",
            "2031",
            "G20 in Sarn",
            "3-0",
            "No 10 says no",
            "7 % more",
            "9/11 at 20",
            "Day 10",
            "Top 10",
            "COP 21",
            "G20: 3 to 1",
            "No 7 %",
            "Page",
        ] {
            assert!(!is_number(line), "{line}");
        }
    }
}
