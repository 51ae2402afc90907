//! Datelines at the beginning of a paragraph.
//!
//! **In:** the beginning of a paragraph. **Out:** its [`Dateline`]: place, day, agency. **Why:** `MOSCOW, July 6
//! /TASS/.` tells the day of the story and who wrote it, and belongs to no sentence.
//!
//! The grammar: a place of a few capitalised words, regions after commas, a day, an agency in slashes or brackets,
//! and a dash, stop or colon. A day or an agency has to be there, or the place has to be in capitals.

use super::days::{DayWords, day_words};
use super::outlets;
use super::prose::is_quote;
use super::tokens::{Mark, Token, tokens};
use super::{Dateline, Span};

mod vocabulary;

pub(super) use vocabulary::is_kicker;
use vocabulary::{is_office, is_place_word, is_sentence_opener};

/// No opening is longer than this many tokens.
const LONGEST: usize = 28;
/// No place has more words (`Rio de Janeiro`, `SYDNEY and KUALA LUMPUR`).
const PLACE_WORDS: usize = 5;

/// How much is known of the paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// It is the first of the story: a place in capitals and a dash are enough.
    First,
    /// It is a later one: a day or an agency has to be told.
    Later,
}

/// The dateline that the paragraph `span` begins with, if it does.
pub(super) fn dateline(text: &str, span: Span, trust: Trust) -> Option<Dateline> {
    let tokens = tokens(text, span, LONGEST);
    let mut reader = Reader { text, tokens: &tokens, at: 0 };
    if let Some(lead) = reader.lead_in() {
        return Some(lead);
    }
    let mut found = reader.place_and_day()?;
    reader.agency(&mut found);
    let separator = reader.separator(&found)?;
    let place = found.place?;
    let told = found.day.is_some_and(|day| day.tells_day || day.only_weekday) || found.agency.is_some();
    let words = place.of(text);
    let capitals = !words.contains(char::is_lowercase);
    let unaided = match separator {
        Mark::Dash => capitals || words.split_whitespace().count() <= 3 && reader.stands_alone(),
        Mark::Colon => words.chars().count() > 2 && !is_office(words) && reader.begins_sentence(),
        _ => false,
    };
    let accepted = told || trust == Trust::First && unaided && !is_kicker(words);
    let end = tokens.get(reader.at.checked_sub(1)?)?.span.end();
    // `DAILY COURIER – The minister` opens with the outlet where others have a place.
    let is_outlet = found.agency.is_none() && !told && outlets::named(words).is_some();
    accepted.then(|| Dateline {
        span: Span::new(span.start(), end),
        place: found.place.filter(|_| !is_outlet),
        date: found.day.map(|day| day.span),
        agency: found.agency.or(found.place.filter(|_| is_outlet)),
    })
}

/// Whether a paragraph begins like a speaker's line in a transcript: `MODERATOR: Good afternoon.`
pub(super) fn speaker(paragraph: &str) -> Option<&str> {
    let (name, _) = paragraph.split_at_checked(paragraph.find(": ").filter(|at| *at <= 60)?)?;
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    name.split_whitespace().all(capital).then_some(name)
}

/// What an opening tells.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    place: Option<Span>,
    day: Option<DayWords>,
    agency: Option<Span>,
    /// Whether the agency stands between slashes, which need no further separator.
    slashes: bool,
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl Reader<'_> {
    fn mark(&self, ahead: usize) -> Option<Mark> {
        self.tokens.get(self.at + ahead).map(|token| token.mark)
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        self.tokens.get(self.at + ahead).filter(|token| token.mark == Mark::Word).map(|token| token.span.of(self.text))
    }

    fn rest(&self) -> &[Token] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    /// `Sputnik – The`, `(Reuters) - The`, `/TASS/ The`: an agency before anything else.
    fn lead_in(&mut self) -> Option<Dateline> {
        let start = self.tokens.first()?.span.start();
        if let Some((agency, after, slashes)) = self.bracketed()
            && (slashes
                || matches!(
                    self.tokens.get(after).map(|token| token.mark),
                    Some(Mark::Dash | Mark::Stop | Mark::Colon)
                ))
            && agency.of(self.text).starts_with(char::is_uppercase)
        {
            self.at = after;
            let end =
                if matches!(self.mark(0), Some(Mark::Dash | Mark::Stop | Mark::Colon)) { after } else { after - 1 };
            let span = Span::new(start, self.tokens.get(end)?.span.end());
            return Some(Dateline { span, place: None, date: None, agency: Some(agency) });
        }
        let dash = self.tokens.iter().take(PLACE_WORDS).position(|token| token.mark != Mark::Word)?;
        let dash_token = self.tokens.get(dash).filter(|token| token.mark == Mark::Dash)?;
        let agency = start_to(self.tokens, dash)?;
        outlets::find(agency.of(self.text))?;
        let span = Span::new(start, dash_token.span.end());
        Some(Dateline { span, place: None, date: None, agency: Some(agency) })
    }

    /// `MOSCOW, Russia, July 6`, `Cotabato City (11 March)`, `LONDON Nov 5`.
    fn place_and_day(&mut self) -> Option<Found> {
        let mut found = Found::default();
        let mut words = 0;
        while let Some(word) = self.word(words) {
            if !is_place_word(word, words == 0) {
                break;
            }
            words += 1;
        }
        // A small word may stand between the words of a place, not at its end.
        while words > 0 && self.word(words - 1).is_some_and(|word| word.starts_with(char::is_lowercase)) {
            words -= 1;
        }
        if words == 0 || words > PLACE_WORDS || self.word(0).is_some_and(is_sentence_opener) {
            return None;
        }
        found.place = start_to(self.rest(), words);
        self.at += words;
        self.region_in_brackets();
        self.day(&mut found);
        self.day_behind_a_stop(&mut found);
        while found.day.is_none() && self.mark(0) == Some(Mark::Comma) {
            self.at += 1;
            self.day(&mut found);
            if found.day.is_none() && !self.islamic_day() {
                self.region(&mut found)?;
                self.day(&mut found);
            }
        }
        self.agency_behind_the_day(&mut found);
        Some(found)
    }

    /// `Ubud (Bali), Nov 18`: a region may stand in brackets where a comma and a day follow.
    fn region_in_brackets(&mut self) {
        let words = self.rest().iter().skip(1).take_while(|token| token.mark == Mark::Word).count();
        let closed = self.mark(0) == Some(Mark::Open)
            && (1..=3).contains(&words)
            && self.mark(words + 1) == Some(Mark::Close)
            && self.mark(words + 2) == Some(Mark::Comma);
        let behind = self.tokens.get(self.at + words + 3..).unwrap_or_default();
        if closed && day_words(self.text, behind).is_some() {
            self.at += words + 2;
        }
    }

    /// `Tabuk, Safar 11, 1433, Jan 5, 2012`: the day of the Islamic calendar, where another one follows.
    fn islamic_day(&mut self) -> bool {
        const YEARS: std::ops::Range<u16> = 1300..1500;
        let number = |at: usize| self.word(at).and_then(|word| word.parse::<u16>().ok());
        let name = (0..4).take_while(|at| number(*at).is_none() && self.word(*at).is_some()).count();
        let comma = usize::from(self.mark(name + 1) == Some(Mark::Comma));
        let is_day = number(name).is_some_and(|day| (1..=30).contains(&day));
        let is_year = number(name + 1 + comma).is_some_and(|year| YEARS.contains(&year));
        let found = name > 0 && is_day && is_year && self.mark(name + 2 + comma) == Some(Mark::Comma);
        if found {
            self.at += name + 2 + comma;
        }
        found
    }

    /// `TEHRAN, Sept 7, IRNA –`: after the day only an agency may follow a comma.
    fn agency_behind_the_day(&mut self, found: &mut Found) {
        let before = self.at;
        if found.day.is_some() && found.agency.is_none() && self.mark(0) == Some(Mark::Comma) {
            self.at += 1;
            if self.region(found).is_none() || found.agency.is_none() {
                self.at = before;
            }
        }
    }

    /// `MOSCOW. Oct 31 (Interfax) -`: a place in capitals may be closed with a stop before its day.
    fn day_behind_a_stop(&mut self, found: &mut Found) {
        let is_capital = found.place.is_some_and(|place| !place.of(self.text).contains(char::is_lowercase));
        if is_capital && found.day.is_none() && self.mark(0) == Some(Mark::Stop) {
            self.at += 1;
            self.day(found);
            if found.day.is_none() {
                self.at -= 1;
            }
        }
    }

    fn day(&mut self, found: &mut Found) {
        if let Some(day) = day_words(self.text, self.rest()) {
            self.at += day.tokens;
            found.day = Some(day);
        }
    }

    /// A country or state after the place; it is an agency where it is known as one.
    fn region(&mut self, found: &mut Found) -> Option<()> {
        let mut words = 0;
        while self.word(words).is_some_and(|word| is_place_word(word, words == 0)) {
            words += 1;
        }
        let region = start_to(self.rest(), words)?;
        let ends = matches!(self.mark(words), Some(Mark::Comma | Mark::Open | Mark::Slash | Mark::Dash | Mark::Stop));
        let day_follows = self.tokens.get(self.at + words..).is_some_and(|rest| day_words(self.text, rest).is_some());
        if words > 3 || !ends && !day_follows {
            return None;
        }
        if outlets::find(region.of(self.text)).is_some() {
            found.agency = Some(region);
        }
        self.at += words;
        Some(())
    }

    /// `/TASS/`, `(AFW)`, `(11 March)`, `(Reuters, March 5)`, `- RIA Novosti.`
    fn agency(&mut self, found: &mut Found) {
        if matches!(self.mark(0), Some(Mark::Stop | Mark::Comma))
            && matches!(self.mark(1), Some(Mark::Slash | Mark::Open))
        {
            self.at += 1;
        }
        if self.mark(0) == Some(Mark::Open) && found.day.is_none() {
            let inside = self.tokens.get(self.at + 1..).unwrap_or_default();
            if let Some(day) = day_words(self.text, inside)
                && inside.get(day.tokens).is_some_and(|token| token.mark == Mark::Close)
            {
                found.day = Some(day);
                self.at += day.tokens + 2;
                return;
            }
        }
        if let Some((agency, after, slashes)) = self.bracketed() {
            // `(agency, translated)` names nobody.
            found.agency = Some(agency).filter(|agency| !agency.of(self.text).starts_with(char::is_lowercase));
            found.slashes = slashes;
            self.at = after;
        } else if self.mark(0) == Some(Mark::Dash) && found.agency.is_none() {
            let words = self.rest().iter().skip(1).take_while(|token| token.mark == Mark::Word).take(4).count();
            let named = (1..=words).rev().find_map(|count| {
                let agency = start_to(self.tokens.get(self.at + 1..)?, count)?;
                let closed = matches!(self.mark(count + 1), Some(Mark::Stop | Mark::Dash | Mark::Colon));
                (closed && outlets::find(agency.of(self.text)).is_some()).then_some((agency, count))
            });
            if let Some((agency, count)) = named {
                found.agency = Some(agency);
                self.at += 1 + count;
            }
        }
    }

    /// The name in brackets or between slashes that comes next, and the token behind it.
    fn bracketed(&self) -> Option<(Span, usize, bool)> {
        let slashes = match self.mark(0)? {
            Mark::Open => false,
            Mark::Slash => true,
            _ => return None,
        };
        let closing = if slashes { Mark::Slash } else { Mark::Close };
        let inside = self.tokens.get(self.at + 1..)?;
        let length = inside.iter().take(10).position(|token| token.mark == closing)?;
        let words =
            inside.iter().take(length).take_while(|token| matches!(token.mark, Mark::Word | Mark::Dash)).count();
        let name = start_to(inside, words)?;
        (words <= 5).then_some((name, self.at + length + 2, slashes))
    }

    /// The mark that ends the opening.
    fn separator(&mut self, found: &Found) -> Option<Mark> {
        match self.mark(0) {
            Some(mark @ (Mark::Dash | Mark::Stop | Mark::Colon)) => {
                self.at += 1;
                // `Text. – Text` and `/TASS/. -` are one separator.
                if mark == Mark::Stop && self.mark(0) == Some(Mark::Dash) {
                    self.at += 1;
                }
                Some(mark)
            }
            _ if found.slashes => Some(Mark::Slash),
            // `Delhi, Nov 18 (PTI) The minister`: agencies of India set nothing behind their name.
            _ if found.day.is_some_and(|day| day.tells_day) && found.agency.is_some() && self.begins_sentence() => {
                Some(Mark::Other)
            }
            // `Asmara July 9/2018 The minister`: nothing parts a whole date from the sentence.
            _ if found.day.is_some_and(|day| day.date.is_some()) && self.begins_sentence() => Some(Mark::Other),
            _ => None,
        }
    }

    /// `Vienna – Lavrov met Kerry`: after a name and a single dash a sentence begins anew.
    fn stands_alone(&self) -> bool {
        let second_dash =
            self.rest().iter().take_while(|token| token.mark != Mark::Stop).any(|token| token.mark == Mark::Dash);
        !second_dash && self.begins_sentence() && self.rest().len() > 4
    }

    fn begins_sentence(&self) -> bool {
        self.rest().first().is_some_and(|token| {
            token.span.of(self.text).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_quote(c))
        })
    }
}

/// The range from the first of `tokens` to the last of `count`.
fn start_to(tokens: &[Token], count: usize) -> Option<Span> {
    let last = tokens.get(count.checked_sub(1)?)?;
    Some(tokens.first()?.span.cover(last.span))
}

#[cfg(test)]
mod tests;
