//! One pass over each sentence: phrases with a head, spellings that the tables know, people, unknown capitals.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::heads;
use super::{Found, Known, people};
use crate::article::Article;
use crate::language::dates::Expression;
use crate::language::dates::is_weekday;
use crate::language::facts::Facts;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::types::{NameKind, Part, Passage, TokenKind};
use crate::text::Span;

/// What is known of one sentence before names are cut out of it.
pub(super) struct Scanned<'a, 'b> {
    pub line: &'b Line<'a>,
    /// For each token, what the tables know the phrase that covers it as.
    pub senses: Vec<Option<Sense>>,
    /// For each token, where its phrase begins and ends.
    phrases: Vec<Range<usize>>,
    /// Tokens that belong to a date or to a name already.
    taken: Vec<bool>,
    /// Whether its letters are all capitals.
    loud: bool,
    /// Whether its words are capitalised as in a headline.
    headline: bool,
}

/// Every mention that can be told without looking at the rest of the document, and then those that can.
pub(in crate::language) fn scan(
    article: &Article,
    lines: &[Line<'_>],
    dates: &[(usize, Expression)],
    phrases: &[Vec<Known>],
    facts: &Facts,
) -> Vec<Found> {
    let marked = |number: usize| {
        let first = dates.partition_point(|(line, _)| *line < number);
        dates.iter().skip(first).take_while(move |(line, _)| *line == number).map(|(_, expression)| &expression.tokens)
    };
    let mut scanned: Vec<Scanned<'_, '_>> = lines
        .iter()
        .zip(phrases)
        .enumerate()
        .map(|(number, (line, known))| Scanned::new(line, marked(number), known, facts))
        .collect();
    let series = series_places(&scanned);
    let mut found = Vec::new();
    for (number, sentence) in scanned.iter_mut().enumerate() {
        sentence.take_phrases_with_heads(number, &series, &mut found);
        sentence.take_known(number, &mut found);
    }
    for name in opening(article, lines) {
        if let Some(sentence) = scanned.get_mut(name.line).filter(|sentence| sentence.is_free(&name.tokens)) {
            sentence.take(name.line, name.tokens, name.kind, None, &mut found);
        }
    }
    for (number, sentence) in scanned.iter_mut().enumerate() {
        sentence.take_people(number, facts, &mut found);
    }
    let known = introduced(&scanned, &found);
    let seats = seats_named(&scanned, &found);
    for (number, sentence) in scanned.iter_mut().enumerate() {
        sentence.take_later_mentions(number, &known, facts, &mut found);
        sentence.take_seats_without_capital(number, &seats, facts, &mut found);
    }
    found.sort_by_key(|mention| (mention.line, mention.tokens.start));
    found
}

impl<'a, 'b> Scanned<'a, 'b> {
    fn new<'r>(
        line: &'b Line<'a>,
        dates: impl Iterator<Item = &'r Range<usize>>,
        known: &[Known],
        facts: &Facts,
    ) -> Self {
        let mut senses = vec![None; line.len()];
        let mut phrases: Vec<Range<usize>> = (0..line.len()).map(|at| at..at + 1).collect();
        let mut taken = vec![false; line.len()];
        for range in dates {
            taken.get_mut(range.clone()).unwrap_or_default().fill(true);
        }
        // A weekday before a full date is no expression of its own, and no name either.
        for (at, taken) in taken.iter_mut().enumerate() {
            *taken |= is_weekday(line, at) || heads::is_pronoun(line, at);
        }
        let loud = line.is_all_capitals();
        let mut end = 0;
        for phrase in known {
            let range = phrase.start..phrase.start + phrase.length;
            if range.start < end || taken.get(range.start).copied().unwrap_or(true) {
                continue;
            }
            if let Some(sense) = choose(line, range.clone(), &phrase.senses, loud) {
                senses.get_mut(range.clone()).unwrap_or_default().fill(Some(sense));
                phrases.get_mut(range.clone()).unwrap_or_default().fill(range.clone());
                end = range.end;
            }
        }
        // "intra-Syrian", "anti-Russian": the part after the hyphen is what the tables know.
        for (at, sense) in senses.iter_mut().enumerate() {
            if sense.is_none()
                && let Some((_, last)) = line.word(at).rsplit_once('-')
            {
                *sense = facts.lexicon.word(last).filter(|sense| matches!(sense, Sense::Demonym(_)));
            }
        }
        Self { line, senses, phrases, taken, loud, headline: line.is_title_case() }
    }

    fn is_free(&self, range: &Range<usize>) -> bool {
        self.taken.get(range.clone()).is_some_and(|taken| !taken.contains(&true))
    }

    fn take(
        &mut self,
        line: usize,
        tokens: Range<usize>,
        kind: NameKind,
        sense: Option<Sense>,
        found: &mut Vec<Found>,
    ) {
        self.taken.get_mut(tokens.clone()).unwrap_or_default().fill(true);
        found.push(Found { line, tokens, kind, sense });
    }

    fn take_phrases_with_heads(&mut self, number: usize, series: &HashMap<String, usize>, found: &mut Vec<Found>) {
        let quiet = !self.loud;
        for at in 0..self.line.len() {
            let Some(kind) = heads::kind_at(self.line, at).filter(|_| quiet) else { continue };
            // A head inside a phrase that the tables know whole ("Black Sea") is that phrase's own.
            let whole = self.phrases.get(at).is_some_and(|phrase| phrase.len() > 1);
            if whole && !self.line.is(at, &["resolution"]) {
                continue;
            }
            let Some(range) = heads::reach(self.line, at, kind, &self.senses) else { continue };
            let base = self.line.span(range.start..at).of(self.line.text);
            if heads::is_talks(self.line, at) && !series.contains_key(&key(base)) {
                continue;
            }
            if self.is_free(&range) {
                self.take(number, range, kind, None, found);
            }
        }
    }

    fn take_known(&mut self, number: usize, found: &mut Vec<Found>) {
        let mut at = 0;
        while at < self.line.len() {
            let range = self.phrases.get(at).cloned().unwrap_or(at..at + 1);
            let kind = self.senses.get(at).copied().flatten().and_then(kind_of);
            if let (Some(kind), Some(Some(sense))) = (kind, self.senses.get(at).copied())
                && self.is_free(&range)
                && range.start == at
            {
                self.take(number, range.clone(), kind, Some(sense), found);
            }
            at = range.end.max(at + 1);
        }
    }

    fn take_people(&mut self, number: usize, facts: &Facts, found: &mut Vec<Found>) {
        if self.loud {
            return;
        }
        let headline = self.headline;
        let mut at = 0;
        while at < self.line.len() {
            if !self.line.is_capitalised(at) || heads::opens(self.line, at) || !self.is_free(&(at..at + 1)) {
                at += 1;
                continue;
            }
            let range = people::stretch(self.line, at, &self.senses, &self.taken);
            if !range.is_empty()
                && people::reads_as_person(self.line, &range, &self.senses, facts)
                && !(headline && range.len() < 2)
            {
                self.take(number, range.clone(), NameKind::Person, None, found);
            }
            at = range.end.max(at + 1);
        }
    }

    /// Mentions by surname of people introduced by their full name, then surnames of office-holders, then capitals
    /// whose surroundings tell what they are.
    fn take_later_mentions(
        &mut self,
        number: usize,
        known: &HashMap<String, NameKind>,
        facts: &Facts,
        found: &mut Vec<Found>,
    ) {
        let quiet = !self.loud && !self.headline;
        for at in 0..self.line.len() {
            let word = self.line.word(at);
            let capital = self.line.is_capitalised(at) || begins_with_al(word);
            if !capital || !self.is_free(&(at..at + 1)) || matches!(self.senses.get(at), Some(Some(Sense::Office(_)))) {
                continue;
            }
            let own = key(word);
            if let Some(kind) = known.get(&own) {
                self.take(number, at..at + 1, *kind, None, found);
            } else if facts.people_called(&own).next().is_some() && !heads::opens(self.line, at) {
                self.take(number, at..at + 1, NameKind::Person, None, found);
            } else if quiet
                && at > 0
                && !heads::opens(self.line, at)
                && let Some(kind) = self.kind_by_surroundings(at)
            {
                let range = people::stretch(self.line, at, &self.senses, &self.taken);
                self.take(number, range, kind, None, found);
            }
        }
    }

    /// `the kremlin` in a story that also writes `Kremlin`: the same seat, mistyped. Elsewhere it may be any fortress.
    fn take_seats_without_capital(
        &mut self,
        number: usize,
        seats: &HashSet<String>,
        facts: &Facts,
        found: &mut Vec<Found>,
    ) {
        for at in 1..self.line.len() {
            if seats.is_empty() || !self.line.is(at - 1, &["the"]) || self.line.is_capitalised(at) {
                continue;
            }
            let word = self.line.word(at);
            let sense = facts.lexicon.word(word).filter(|sense| matches!(sense, Sense::Seat(_)));
            if sense.is_some() && seats.contains(&key(word)) && self.is_free(&(at..at + 1)) {
                self.take(number, at..at + 1, NameKind::Organisation, sense, found);
            }
        }
    }

    fn kind_by_surroundings(&self, at: usize) -> Option<NameKind> {
        let line = self.line;
        let range = people::stretch(line, at, &self.senses, &self.taken);
        let acronym = (2..=6).contains(&line.word(at).len()) && line.word(at).chars().all(char::is_uppercase);
        if range.is_empty() {
            None
        } else if acronym && range.len() == 1 {
            Some(NameKind::Organisation)
        } else if line.is(at - 1, &["in", "near", "at", "from"])
            || line.is(at - 1, &["of"]) && line.is(at.wrapping_sub(2), TOWN_WORDS)
        {
            Some(NameKind::Place)
        } else if range.len() == 2 {
            Some(NameKind::Person)
        } else if range.len() > 2 {
            Some(NameKind::Organisation)
        } else {
            None
        }
    }
}

/// Words before `of` that a place follows.
const TOWN_WORDS: &[&str] =
    &["city", "town", "village", "province", "region", "provinces", "resort", "port", "island", "district", "capital"];

/// Whether an Arabic article begins the word, which may stand without its capital.
fn begins_with_al(word: &str) -> bool {
    word.get(..3).is_some_and(|article| article.eq_ignore_ascii_case("al-"))
}

/// The sense that fits the words, if the phrase can be a name here at all.
fn choose(line: &Line<'_>, range: Range<usize>, senses: &[Sense], loud: bool) -> Option<Sense> {
    let office = senses.iter().find(|sense| matches!(sense, Sense::Office(_))).copied();
    let name = senses.iter().find(|sense| !matches!(sense, Sense::Office(_))).copied();
    let first = line.is_capitalised(range.start) || begins_with_al(line.word(range.start));
    let capital = first || range.len() > 1 && range.clone().any(|at| line.is_capitalised(at));
    if !capital {
        return office;
    }
    // In a line of capitals a short word says nothing: "WHO", "IT", "AS".
    if loud && line.span(range.clone()).len() <= 3 && !matches!(name, Some(Sense::State(_))) {
        return office;
    }
    name.or(office)
}

fn kind_of(sense: Sense) -> Option<NameKind> {
    match sense {
        Sense::State(_) | Sense::Capital(_) | Sense::Place(_) => Some(NameKind::Place),
        Sense::Demonym(_) => Some(NameKind::Group),
        Sense::Seat(_) | Sense::Body(_) => Some(NameKind::Organisation),
        Sense::Person(_) => Some(NameKind::Person),
        _ => None,
    }
}

/// Places whose talks the article calls a process or counts in rounds.
fn series_places(scanned: &[Scanned<'_, '_>]) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    for sentence in scanned {
        for at in 0..sentence.line.len() {
            if !heads::tells_series(sentence.line, at) {
                continue;
            }
            // "the Astana process"; "the seventh round of (the) Astana talks".
            let before = at.saturating_sub(1)..at;
            let after = at + 2..at + 4;
            for position in before.chain(after) {
                if matches!(sentence.senses.get(position), Some(Some(Sense::Capital(_) | Sense::Place(_)))) {
                    *places.entry(key(sentence.line.word(position))).or_default() += 1;
                }
            }
        }
    }
    places
}

/// The place, the agency and the outlet of the article's opening, whether a table knows them or not.
pub(super) fn opening(article: &Article, lines: &[Line<'_>]) -> Vec<Found> {
    let dateline = article.dateline.as_ref();
    // "Key West, Florida": the town is one name and its region another.
    let town = |span: Span| {
        let length = span.of(&article.text).find(',').unwrap_or(span.len());
        Span::new(span.start(), span.start() + length)
    };
    let places = dateline.and_then(|dateline| dateline.place).map(|span| (town(span), NameKind::Place));
    let agency = dateline.and_then(|dateline| dateline.agency).map(|span| (span, NameKind::Organisation));
    let outlet = article.outlet.as_ref().and_then(|outlet| outlet.span).map(|span| (span, NameKind::Organisation));
    let mut found = Vec::new();
    for (span, kind) in [places, agency, outlet].into_iter().flatten() {
        let passage = Passage { part: Part::Text, span };
        for (number, line) in lines.iter().enumerate() {
            let tokens = line.positions(passage);
            if !tokens.is_empty() && line.kind(tokens.start) == Some(TokenKind::Word) {
                found.push(Found { line: number, tokens, kind, sense: None });
            }
        }
    }
    found
}

/// The seats of government that the article names by one word.
fn seats_named(scanned: &[Scanned<'_, '_>], found: &[Found]) -> HashSet<String> {
    let seats =
        found.iter().filter(|mention| matches!(mention.sense, Some(Sense::Seat(_))) && mention.tokens.len() == 1);
    seats.filter_map(|mention| Some(key(scanned.get(mention.line)?.line.word(mention.tokens.start)))).collect()
}

/// Last words of people, and whole names of the rest, that were introduced in full.
fn introduced(scanned: &[Scanned<'_, '_>], found: &[Found]) -> HashMap<String, NameKind> {
    let mut known = HashMap::new();
    for mention in found {
        let Some(sentence) = scanned.get(mention.line) else { continue };
        let last = mention.tokens.end.saturating_sub(1);
        let single = mention.tokens.len() == 1;
        if mention.kind == NameKind::Person || mention.sense.is_none() && single {
            let own = key(sentence.line.word(last));
            if own.chars().count() > 1 {
                known.entry(own).or_insert(mention.kind);
            }
        }
        if mention.kind == NameKind::Person
            && let Some(bare) = key(sentence.line.word(last)).strip_prefix("al")
        {
            // "al-Assad" is later called "Assad".
            if sentence.line.word(last).contains('-') {
                known.entry(bare.to_owned()).or_insert(mention.kind);
            }
        }
    }
    known
}
