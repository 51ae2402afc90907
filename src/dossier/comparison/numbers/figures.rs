//! A story in, its numbers with what they count out, sentence by sentence.

use crate::dossier::comparison::wording::{Mark, is_empty, mark_of};
use crate::language::{Line, Part, Passage, SMALL_NUMBERS, TENS, TokenKind};
use crate::meetings::Story;
use crate::text::fold::folded;

/// A number with what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// How many.
    pub value: f64,
    /// Whether it is told as about so many.
    pub is_rough: bool,
    /// What is counted: the same for `ships` and `vessels`.
    pub thing: Mark,
    /// All words of what is counted together: the same for `zones of fire` nowhere but there.
    pub name: Mark,
    /// Whether these are two or more, so that the same ones hardly stand for anything else.
    pub is_named: bool,
    /// What is said of it right behind: `came`.
    pub predicate: Option<Mark>,
    /// The number alone.
    pub number: Passage,
    /// From the number to what it counts.
    pub passage: Passage,
}

impl Figure {
    pub(super) fn is_equal(&self, other: &Self) -> bool {
        (self.value - other.value).abs() < 1e-6 * self.value.max(1.0)
    }
}

/// Figures of one sentence that are looked at.
const MOST: usize = 16;
/// Words behind a number among which what it counts is looked for.
const REACH: usize = 4;

/// The sentences of the story itself that count something, with what they count.
pub(super) fn figures(story: &Story) -> Vec<(Passage, Vec<Figure>)> {
    let annotations = &story.annotations;
    let mut taken: Vec<Passage> = annotations.dates.iter().map(|when| when.passage).collect();
    taken.extend(annotations.names.iter().flat_map(|name| name.mentions.iter().map(|mention| mention.passage)));
    taken.sort_unstable();
    // Names and days hardly ever overlap: the one that begins last before a number is the one that might hold it.
    let is_taken = |number: Passage| {
        let after = taken.partition_point(|one| one.start_key() <= number.start_key());
        let near = taken.get(after.saturating_sub(2)..after).unwrap_or_default();
        near.iter().any(|one| one.part == number.part && one.span.overlaps(number.span))
    };
    let tokens = annotations.tokens.of_all(&annotations.sentences);
    let lines = Line::all(&story.article, &annotations.sentences, &tokens).zip(&*annotations.sentences);
    let end = crate::dossier::comparison::end_of(story);
    let lines =
        lines.take_while(|(_, sentence)| sentence.passage.part != Part::Text || sentence.passage.span.start() < end);
    let own = lines.filter(|(line, sentence)| {
        let block = line.block.and_then(|block| story.article.blocks.get(block));
        sentence.passage.part == Part::Text && block.is_some_and(|block| block.kind.is_story())
    });
    let counted = own.map(|(line, sentence)| (sentence.passage, in_sentence(&line, is_taken)));
    counted.filter(|(_, figures)| !figures.is_empty()).collect()
}

fn in_sentence(line: &Line<'_>, is_taken: impl Fn(Passage) -> bool) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while at < line.len() && figures.len() < MOST {
        let Some((value, end)) = number(line, at) else {
            at += 1;
            continue;
        };
        if !is_taken(line.passage(at..end))
            && !is_year(line, at, end)
            && let Some((thing, last)) = counted(line, at, end)
        {
            let first = if is_currency(line.before(at)) { at - 1 } else { at };
            let before = [line.before(first), line.before(first.saturating_sub(1))];
            let is_rough = before.iter().any(|word| ROUGHLY.contains(&word.to_ascii_lowercase().as_str()));
            let named: Vec<Mark> = (end..last).filter_map(|at| mark_word(line.word(at))).collect();
            figures.push(Figure {
                value,
                is_rough,
                thing,
                name: all_of(&named),
                is_named: named.len() > 1,
                predicate: predicate(line, last),
                number: line.passage(at..end),
                passage: line.passage(first..last),
            });
        }
        at = end;
    }
    figures
}

/// One mark for several in their order.
fn all_of(marks: &[Mark]) -> Mark {
    marks.iter().fold(0, |all, mark| all.rotate_left(7) ^ mark)
}

/// The verb right behind what is counted; nothing where that is one that says nothing of it.
fn predicate(line: &Line<'_>, at: usize) -> Option<Mark> {
    let word = line.word(at);
    let is_verb = line.kind(at) == Some(TokenKind::Word) && word.chars().nth(2).is_some();
    (is_verb && !line.is(at, NO_VERBS)).then(|| mark_of(word))
}

/// Words behind what is counted that say nothing of it.
const NO_VERBS: &[&str] = &[
    "across",
    "after",
    "along",
    "and",
    "are",
    "around",
    "before",
    "between",
    "but",
    "can",
    "could",
    "did",
    "during",
    "for",
    "from",
    "had",
    "has",
    "have",
    "including",
    "into",
    "may",
    "might",
    "near",
    "off",
    "out",
    "over",
    "since",
    "than",
    "that",
    "the",
    "their",
    "there",
    "this",
    "through",
    "under",
    "until",
    "was",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whose",
    "will",
    "with",
    "within",
    "would",
];

/// Words before a number that is not meant exactly; `than` and `to` end `more than`, `up to` and their like.
const ROUGHLY: &[&str] = &[
    "about",
    "almost",
    "approximately",
    "around",
    "least",
    "most",
    "nearly",
    "over",
    "roughly",
    "some",
    "than",
    "to",
    "under",
    "estimated",
    "circa",
    "close",
    "most",
];

const TIMES: &[(&str, f64)] =
    &[("dozen", 12.0), ("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];

/// The number that begins at `at`, and where it ends.
fn number(line: &Line<'_>, at: usize) -> Option<(f64, usize)> {
    let (mut value, mut end) = plain_number(line, at)?;
    while let Some((_, times)) = TIMES.iter().find(|(word, _)| line.is(end, &[word])) {
        value *= times;
        end += 1;
        // `two hundred and fifty`
        let and = usize::from(line.is(end, &["and"]));
        if let Some((more, after)) = plain_number(line, end + and)
            .filter(|(more, _)| *more < *times && line.kind(end + and) == Some(TokenKind::Word))
        {
            value += more;
            end = after;
        }
    }
    Some((value, end))
}

fn plain_number(line: &Line<'_>, at: usize) -> Option<(f64, usize)> {
    let word = line.word(at);
    if line.kind(at) == Some(TokenKind::Number) {
        let digits = word.replace(',', "");
        return digits.parse().ok().filter(|value: &f64| value.is_finite()).map(|value| (value, at + 1));
    }
    let among = |words: &[&str], at: usize| words.iter().position(|one| line.is(at, &[one]));
    let count = |position: usize| f64::from(u8::try_from(position).unwrap_or(u8::MAX));
    if let Some(tens) = among(&TENS, at) {
        let hyphen = usize::from(line.word(at + 1) == "-");
        let units = among(SMALL_NUMBERS.get(..10).unwrap_or_default(), at + 1 + hyphen).filter(|units| *units > 0);
        let value = (count(tens) + 2.0) * 10.0;
        return Some(units.map_or((value, at + 1), |units| (value + count(units), at + 2 + hyphen)));
    }
    // `one` is a pronoun as often as not; `a dozen`, `a hundred` count.
    if line.is(at, &["a", "one"]) && TIMES.iter().any(|(word, _)| line.is(at + 1, &[word])) {
        return Some((1.0, at + 1));
    }
    among(&SMALL_NUMBERS, at).filter(|small| *small > 1).map(|small| (count(small), at + 1))
}

/// `in 2017`, `the 1998 accord`: four digits that would be a year.
fn is_year(line: &Line<'_>, at: usize, end: usize) -> bool {
    let word = line.word(at);
    end == at + 1 && word.len() == 4 && word.parse().is_ok_and(|year: u16| (1800..2100).contains(&year))
}

fn is_currency(word: &str) -> bool {
    matches!(word, "$" | "€" | "£" | "¥" | "₽" | "₺")
}

/// What the number at `at..end` counts, and where that ends.
fn counted(line: &Line<'_>, at: usize, end: usize) -> Option<(Mark, usize)> {
    if is_currency(line.before(at)) {
        return Some((mark_of(line.before(at)), end));
    }
    if line.word(end) == "%" || line.is(end, &["percent", "pc"]) {
        return Some((mark_of("percent"), end + 1));
    }
    if line.is(end, &["per"]) && line.is(end + 1, &["cent"]) {
        return Some((mark_of("percent"), end + 2));
    }
    let is_noun = |at: &usize| line.kind(*at) == Some(TokenKind::Word) && mark_word(line.word(*at)).is_some();
    // Of `de-militarised` the first part may be of two letters; a word with a hyphen in it is one.
    let behind_hyphen = |at: usize| {
        let is_first = line.kind(at) == Some(TokenKind::Word) && line.word(at + 1) == "-";
        if is_first { at + 2 } else { at }
    };
    let mut run: Vec<usize> = Vec::with_capacity(REACH);
    while run.len() < REACH {
        let at = behind_hyphen(run.last().map_or(end, |last| last + 1));
        if !is_noun(&at) {
            break;
        }
        run.push(at);
    }
    // Of `large cargo ships sank` the first plural is counted; where none is to be seen, the last word is.
    let head = run.iter().copied().find(|at| is_plural(line.word(*at))).or_else(|| run.last().copied())?;
    mark_word(line.word(head)).map(|mark| (mark, head + 1))
}

/// The mark of a word that can be counted.
fn mark_word(word: &str) -> Option<Mark> {
    let is_clock = matches!(word, "a.m." | "p.m." | "am" | "pm" | "GMT" | "UTC");
    (!is_clock && !is_empty(word) && word.chars().nth(2).is_some()).then(|| mark_of(word))
}

fn is_plural(word: &str) -> bool {
    let word = folded(word);
    let is_regular = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    is_regular || matches!(word.as_str(), "people" | "men" | "women" | "children" | "aircraft" | "police" | "personnel")
}
