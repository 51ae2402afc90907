//! Lines that hold only a date, a place, a byline or an outlet.
//!
//! **In:** one short line. **Out:** a [`HeaderLine`] with what it tells, or `None` where it says something of its
//! own. **Why:** `Radio Meridian, Friday 13 May 2016`, `By Clara Niemann, São Paulo | 11 July 2014 07:02` and
//! `Posted on Thursday, 22 March 2012` date a story, and are not its text.

use super::Span;
use super::days::{day_words, is_time_of_day};
use super::outlets;
use super::tokens::{Mark, Token, tokens};

/// What a header line tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeaderLine {
    /// The words of the date.
    pub(super) date: Option<Span>,
    /// The place.
    pub(super) place: Option<Span>,
    /// The outlet or agency.
    pub(super) outlet: Option<Span>,
    /// Whether it names an author.
    pub(super) byline: bool,
    /// Whether its parts stand between bars, as in a page's header.
    pub(super) bars: bool,
}

/// No header line has more tokens.
const LONGEST: usize = 24;

/// What `span` tells if it is a header line.
pub(super) fn header_line(text: &str, span: Span) -> Option<HeaderLine> {
    let line = span.of(text);
    // Sentences without a number are most of what is asked for.
    let sentence = line.ends_with('.') && !line.contains(|c: char| c.is_ascii_digit());
    if line.len() > 160 || sentence {
        return None;
    }
    let tokens = tokens(text, span, LONGEST + 1);
    if tokens.len() > LONGEST {
        return None;
    }
    if is_time_of_day(text, &tokens) {
        return Some(HeaderLine::default());
    }
    let mut reader =
        Reader { text, parts: Vec::new(), line: HeaderLine::default(), only_weekday: false, tells_day: false };
    reader.read(&tokens);
    reader.judge(tokens.last()?)
}

/// Whether a line is nothing but the name of a place: a few capitalised words, perhaps with a region.
pub(super) fn is_place(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    (1..=4).contains(&words.len())
        && line.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '-' | '.' | '\'' | '’' | '\u{a0}'))
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) || matches!(*word, "de" | "of" | "la" | "do" | "al"))
        && line.contains(char::is_lowercase)
}

struct Reader<'t> {
    text: &'t str,
    /// What is left between dates and separators.
    parts: Vec<Span>,
    line: HeaderLine,
    only_weekday: bool,
    tells_day: bool,
}

impl Reader<'_> {
    fn read(&mut self, tokens: &[Token]) {
        let mut at = 0;
        let mut part: Option<Span> = None;
        let mut brackets = false;
        while let Some(token) = tokens.get(at) {
            let rest = tokens.get(at..).unwrap_or_default();
            if self.line.date.is_none()
                && let Some(day) = day_words(self.text, rest)
            {
                self.line.date = Some(day.span);
                (self.only_weekday, self.tells_day) = (day.only_weekday, day.tells_day);
                self.parts.extend(part.take());
                at += day.tokens;
                continue;
            }
            at += 1;
            let word = token.span.of(self.text);
            match token.mark {
                Mark::Word if part.is_none() && is_filler(word) => {
                    self.line.byline |= matches!(word, "By" | "BY" | "by" | "Author");
                }
                Mark::Word if brackets => {}
                Mark::Word => part = Some(part.map_or(token.span, |part| part.cover(token.span))),
                Mark::Open | Mark::Close => {
                    brackets = token.mark == Mark::Open;
                    self.parts.extend(part.take());
                }
                Mark::Pipe => {
                    self.line.bars = true;
                    self.parts.extend(part.take());
                }
                _ => self.parts.extend(part.take()),
            }
        }
        self.parts.extend(part);
    }

    /// `Kolm home service in Norse 0630 GMT 2 Oct 71`: who noted down a broadcast closes with its hour and day.
    fn is_noted_down(&self, last: &Token) -> bool {
        let Some(date) = self.line.date.filter(|date| date.end() == last.span.end()) else { return false };
        let before = self.text.get(..date.start()).unwrap_or_default().trim_end();
        let mut words = before.rsplit(char::is_whitespace);
        let zone =
            words.next().is_some_and(|word| matches!(word.trim_end_matches(','), "GMT" | "UTC" | "gmt" | "utc" | "Z"));
        let is_hour = |word: &str| {
            (3..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.')
        };
        zone && words.next().is_some_and(is_hour)
    }

    /// Decides whether what is left besides the date is names only.
    fn judge(mut self, last: &Token) -> Option<HeaderLine> {
        let words: usize = self.parts.iter().map(|part| part.of(self.text).split_whitespace().count()).sum();
        let text = self.text;
        self.line.byline |= self.parts.iter().any(|part| is_role(part.of(text)));
        // `The Torvik Herald, Friday 12 October 2018, page 3`: where in the paper it stood.
        self.parts.retain(|part| !is_page_number(part.of(text)));
        let names = self.parts.iter().all(|part| is_name(part.of(text)) || is_role(part.of(text)));
        if !(names || self.is_noted_down(last)) || matches!(last.mark, Mark::Colon | Mark::Other) {
            return None;
        }
        let first = self.parts.iter().find(|part| !is_role(part.of(self.text)));
        let signed = self.line.byline && !self.parts.iter().any(|part| is_role(part.of(self.text)));
        let author = signed.then_some(first).flatten().copied();
        for part in &self.parts {
            let held = part.of(self.text);
            if Some(*part) == author || is_role(held) || is_weekday(held) {
                continue;
            }
            if outlets::named(held).is_some() {
                self.line.outlet = self.line.outlet.or(Some(*part));
            } else if !held.contains(|c: char| c.is_ascii_digit()) && held.chars().count() > 2 {
                self.line.place = self.line.place.or(Some(*part));
            }
        }
        let noted_down = self.is_noted_down(last);
        let enough = match self.line.date {
            Some(_) if noted_down => words <= 12,
            None => self.line.byline && (1..=10).contains(&words) && last.mark != Mark::Stop,
            Some(_) if self.only_weekday => words == 0 || self.line.byline,
            Some(_) if !self.tells_day => words == 0 || self.line.outlet.is_some(),
            Some(_) => words <= 4 || words <= 10 && (self.line.outlet.is_some() || self.line.byline),
        };
        enough.then_some(self.line)
    }
}

/// Words before a date or name that tell only that it comes.
fn is_filler(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "by" | "on"
            | "at"
            | "of"
            | "in"
            | "posted"
            | "published"
            | "updated"
            | "last"
            | "first"
            | "modified"
            | "created"
            | "date"
            | "dated"
            | "time"
            | "issued"
            | "released"
            | "filed"
            | "from"
            | "author"
            | "edited"
            | "for"
            | "and"
            | "added"
            | "uploaded"
            | "submitted"
            | "hrs"
            | "local"
    )
}

/// `page 3`, `p. A12`, `pages 4-5`.
fn is_page_number(part: &str) -> bool {
    let Some((word, number)) = part.split_once(char::is_whitespace) else { return false };
    let is_page =
        ["page", "pages", "p", "pp", "pg"].iter().any(|page| page.eq_ignore_ascii_case(word.trim_end_matches('.')));
    let number = number.trim();
    is_page
        && number.len() <= 5
        && number.contains(|c: char| c.is_ascii_digit())
        && !number.contains(char::is_lowercase)
}

/// `Our Diplomatic Editor`, `Reporter’s notebook`: who wrote it, or what sort of text it is.
fn is_role(part: &str) -> bool {
    let last = part.split_whitespace().next_back().unwrap_or_default();
    let roles =
        ["editor", "correspondent", "reporter", "staff", "writer", "reporters", "correspondents", "notebook", "diary"];
    roles.iter().any(|role| role.eq_ignore_ascii_case(last))
}

/// `MON`: no town of that name has a date behind it.
fn is_weekday(part: &str) -> bool {
    ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"]
        .iter()
        .any(|day| day.eq_ignore_ascii_case(part))
}

/// Whether words are a name: capitals or numbers, with the usual small words between.
fn is_name(part: &str) -> bool {
    part.split_whitespace().all(|word| {
        word.starts_with(|c: char| !c.is_lowercase())
            || matches!(
                word,
                "de" | "da" | "do" | "of" | "and" | "the" | "la" | "al" | "for" | "in" | "von" | "van" | "der" | "den"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Date, place and outlet of a header line.
    fn told(text: &str) -> Option<(&str, &str, &str)> {
        let line = header_line(text, Span::whole(text))?;
        let of = |span: Option<Span>| span.map_or("", |span| span.of(text));
        Some((of(line.date), of(line.place), of(line.outlet)))
    }

    #[test]
    fn lines_with_a_date_and_names_are_header_lines() {
        for (text, date, place, outlet) in [
            ("12 May 2016", "12 May 2016", "", ""),
            ("2016-05-14 09:30", "2016-05-14", "", ""),
            ("Tuesday, 25 May 2021 – 18:40", "Tuesday, 25 May 2021", "", ""),
            ("Posted on Thursday, 22 March 2012", "Thursday, 22 March 2012", "", ""),
            ("The Torvik Herald, Friday 12 October 2018, page 3", "Friday 12 October 2018", "", "The Torvik Herald"),
            ("Torvik Weekly Post, 4 May 2011, page A4", "4 May 2011", "", "Torvik Weekly Post"),
            ("Published: Nov 21, 2017 at 10:15 GMT", "Nov 21, 2017", "", ""),
            ("20.05.2021 | Golden Horn News | Vladivostok", "20.05.2021", "Vladivostok", "Golden Horn News"),
            ("Radio Meridian, Friday 13 May 2016", "Friday 13 May 2016", "", "Radio Meridian"),
            ("Baku Weekly Mirror, No. 6, February 2006", "February 2006", "", "Baku Weekly Mirror"),
            ("The Natal Mercury Courier, Monday September 28", "Monday September 28", "", "The Natal Mercury Courier"),
            ("REYKJAVIK, Sunday, October 9, 2016", "Sunday, October 9, 2016", "REYKJAVIK", ""),
            ("Johannesburg, October 7, 1992", "October 7, 1992", "Johannesburg", ""),
            ("PARIS, Thursday 26 July 2007 (agency, translated from French)", "Thursday 26 July 2007", "PARIS", ""),
            ("By Clara Niemann, São Paulo | 11 July 2014 07:02", "11 July 2014", "São Paulo", ""),
            ("Kolm home service in Norse 0630 gmt 2 Oct 71", "2 Oct 71", "", ""),
            ("By Oskar Thenn", "", "", ""),
            ("9:25 A.M. EDT", "", "", ""),
        ] {
            assert_eq!(told(text), Some((date, place, outlet)), "{text}");
        }
    }

    #[test]
    fn lines_that_say_something_are_none() {
        for text in [
            "Putin meets Erdogan in Sochi on November 13",
            "Joint statement of 22 March 2012",
            "Moscow talks: what we know on 21 November 2017",
            "By the river they met.",
            "Talks resume Monday",
            "Castles and cottages",
            "They met on May 5.",
            "The delegates will sit down in the hall at 10 on 3 May 74",
            "",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn places_are_a_few_capitalised_words() {
        assert!(is_place("Key West, Florida"));
        assert!(is_place("Rio de Janeiro"));
        assert!(!is_place("Castles and cottages"));
        assert!(!is_place("EDITORIAL"));
    }
}
