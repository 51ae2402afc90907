//! The facts of two stories as rows: those of each meeting that both tell, numbers beside it, then what only one tells.

use super::item::{Item, Line, Shape};
use super::{Grid, Names, Told, View, passage};
use crate::dossier::Source;
use crate::dossier::comparison::{self, Agreement, Aspect, Comparison, Fact, Value};
use crate::dossier::meeting::called;
use crate::dossier::wording::{self, days};
use crate::language::NameKind;
use crate::library::Library;
use crate::reader::model::linear::said;
use crate::reader::model::view::{Inputs, Role, Target};
use crate::text::fold::folded;
use crate::text::letters::first_upper;
use crate::text::width::width;

/// Participants that a heading names.
const NAMED: usize = 3;
/// Days, and names, of each side that only it tells: so many stand before the quotations; others follow where these are
/// more than a few.
const FEW: usize = 6;
const SPARED: usize = 2;
/// The longest quotation beside a fact, in characters.
const LONGEST: usize = 120;

pub(super) fn items(inputs: &Inputs<'_>, grid: Grid, comparison: &Comparison, names: &Names) -> Vec<Item> {
    let library = inputs.library.as_ref();
    let mut items = Vec::new();
    for shared in &comparison.meetings {
        let mut heading = Item::heading(vec![(meeting_words(library, shared.meeting), Role::Accent)], 0);
        heading.sides[0].target = Some(Target::View(View::Meeting(shared.meeting)));
        items.push(heading);
        items.extend(shared.facts.iter().map(|fact| item(library, grid, fact, names, "not told")));
        items.push(Item::heading(Vec::new(), 0));
    }
    if comparison.meetings.is_empty() {
        items.push(Item::heading(vec![(nothing_shared(inputs).into(), Role::Muted)], 0));
        items.extend(comparison.series.iter().filter_map(|number| series(library, grid, comparison, *number, names)));
        items.push(Item::heading(Vec::new(), 0));
    }
    let both: Vec<&Fact> = comparison.beside.iter().filter(|fact| !is_single(fact.agreement)).collect();
    let Alone { first: alone, rest } = Alone::of(comparison);
    if !both.is_empty() {
        items.push(Item::heading(vec![("Numbers that both give".into(), Role::Strong)], 0));
        items.extend(both.into_iter().map(|fact| item(library, grid, fact, names, "")));
        items.push(Item::heading(Vec::new(), 0));
    }
    if !alone.is_empty() {
        items.push(Item::heading(vec![("Told in one only".into(), Role::Strong)], 0));
        items.extend(singles(library, grid, &alone, names));
        if let Some(words) = told_of_rest(&rest, names) {
            items.push(Item::heading(vec![(words, Role::Muted)], 0));
        }
        items.push(Item::heading(Vec::new(), 0));
    }
    items
}

/// What only one story tells and [`items`] had no room for: it stands behind everything else.
pub(super) fn rest(inputs: &Inputs<'_>, grid: Grid, comparison: &Comparison, names: &Names) -> Vec<Item> {
    let rest = Alone::of(comparison).rest;
    if rest.is_empty() {
        return Vec::new();
    }
    let heading = Item::heading(vec![("Also told in one only".into(), Role::Strong)], 0);
    let singles = singles(inputs.library, grid, &rest, names);
    [Item::heading(Vec::new(), 0), heading].into_iter().chain(singles).collect()
}

/// What only one story tells.
struct Alone<'c> {
    /// The days and the names of either side that matter most.
    first: Vec<&'c Fact>,
    /// All others.
    rest: Vec<&'c Fact>,
}

impl<'c> Alone<'c> {
    fn of(comparison: &'c Comparison) -> Self {
        let alone: Vec<&Fact> = comparison.beside.iter().filter(|fact| is_single(fact.agreement)).collect();
        let group = |fact: &Fact| (fact.agreement, fact.aspect == Aspect::OtherDay);
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        for group in alone.chunk_by(|one, other| group(one) == group(other)) {
            let shown = if group.len() <= FEW + SPARED { group.len() } else { FEW };
            let (some, others) = group.split_at_checked(shown).unwrap_or((group, &[]));
            first.extend(some.iter().copied());
            rest.extend(others.iter().copied());
        }
        Self { first, rest }
    }
}

/// `and 9 more told by Northwire, 4 by the Gazette, at the end`.
fn told_of_rest(rest: &[&Fact], names: &Names) -> Option<String> {
    let of_side = |side: usize, agreement: Agreement| {
        let count = rest.iter().filter(|fact| fact.agreement == agreement).count();
        (count > 0).then(|| (count, names.of_side(side)))
    };
    match (of_side(0, Agreement::OnlyLeft), of_side(1, Agreement::OnlyRight)) {
        (Some((left, one)), Some((right, other))) => {
            Some(format!("and {left} more told by {one}, {right} by {other}, at the end"))
        }
        (Some((count, name)), None) | (None, Some((count, name))) => {
            Some(format!("and {count} more told by {name}, at the end"))
        }
        (None, None) => None,
    }
}

const fn is_single(agreement: Agreement) -> bool {
    matches!(agreement, Agreement::OnlyLeft | Agreement::OnlyRight)
}

/// `Astrid Halvorsen – Demir Ilmaz, 21 May 2031`.
fn meeting_words(library: &Library, number: usize) -> String {
    let Some(meeting) = library.connections.meetings.get(number) else { return String::new() };
    let words = first_upper(&called(library, meeting, NAMED));
    let words = wording::when_met(meeting).map_or(words.clone(), |when| format!("{words}, {when}"));
    if meeting.is_likely { format!("{words} ({})", wording::PROBABLY_ONE) } else { words }
}

/// What is said where there is no meeting that both tell.
const fn nothing_shared(inputs: &Inputs<'_>) -> &'static str {
    if inputs.is_finding {
        "Meetings are still being looked for."
    } else {
        "These stories tell of no meeting in common."
    }
}

/// A series that both name, each in its own words.
fn series(library: &Library, grid: Grid, comparison: &Comparison, number: usize, names: &Names) -> Option<Item> {
    let series = library.connections.series.get(number)?;
    let told = comparison.stories.map(|story| {
        let (story, passage) = *series.stories.iter().find(|(teller, _)| *teller == story)?;
        Some(comparison::Told { value: Value::Words(series.name.clone()), source: Source { story, passage } })
    });
    let fact = Fact { aspect: Aspect::Series, agreement: Agreement::Same, told };
    Some(item(library, grid, &fact, names, "not told"))
}

/// A fact with both sides; `missing` is said on a side that does not tell it.
fn item(library: &Library, grid: Grid, fact: &Fact, names: &Names, missing: &str) -> Item {
    let columns = grid.width(!grid.has_two_facts());
    let sides = fact.told.clone().map(|told| match told {
        Some(told) => side(library, columns, fact.aspect, &told),
        None if missing.is_empty() => Told::default(),
        None => Told { lines: vec![Line::Words(vec![(missing.to_owned(), Role::Muted)])], ..Told::default() },
    });
    let values = [0, 1].map(|side| fact.told.get(side).and_then(Option::as_ref).map(|told| words_of(&told.value)));
    let mut item = Item {
        shape: Shape::Fact,
        label: vec![(fact.aspect.word().to_owned(), Role::Muted)],
        agreement: Some(fact.agreement),
        spoken: [spoken(fact, &values, names), said_in_words(library, fact, names)].concat(),
        sides,
        below: 0,
    };
    item.sides.iter_mut().for_each(|told| told.spoken.clear());
    item
}

/// `They disagree. Place: Northwire tells Port Sarn, the Gazette tells Holmsund.`
fn spoken(fact: &Fact, values: &[Option<String>; 2], names: &Names) -> String {
    let what = first_upper(fact.aspect.word());
    let name = |side: usize| names.of_side(side);
    let value = |side: usize| values.get(side).and_then(Option::as_deref).unwrap_or_default();
    match fact.agreement {
        Agreement::Same => format!("Both tell. {what}: {}.", value(0)),
        Agreement::Near => format!("Both tell, differently. {what}: {}; {}.", value(0), value(1)),
        Agreement::OnlyLeft => format!("Only {} tells. {what}: {}.", name(0), value(0)),
        Agreement::OnlyRight => format!("Only {} tells. {what}: {}.", name(1), value(1)),
        Agreement::Differs => {
            format!("They disagree. {what}: {} tells {}, {} tells {}.", name(0), value(0), name(1), value(1))
        }
    }
}

/// ` Northwire says “Thursday”.`: the words of each side that tell more than the value.
fn said_in_words(library: &Library, fact: &Fact, names: &Names) -> String {
    let words = |side: usize| {
        let told = fact.told.get(side)?.as_ref()?;
        is_quoted(fact.aspect).then(|| quote(library, told, &words_of(&told.value))).flatten()
    };
    let says = |side: usize, words: &str| format!(" {} says {words}.", first_upper(names.of_side(side)));
    match (words(0), words(1)) {
        (Some(left), Some(right)) if left == right => format!(" Both say {left}."),
        (left, right) => {
            let said = [left, right].into_iter().enumerate().filter_map(|(side, words)| Some(says(side, &words?)));
            said.collect()
        }
    }
}

/// Whether the words of the story stand beside a fact of this sort.
const fn is_quoted(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Day | Aspect::OtherDay | Aspect::Place | Aspect::Participant)
}

fn words_of(value: &Value) -> String {
    match value {
        Value::Days(interval) => days(*interval),
        Value::About(interval) => format!("about {}", days(*interval)),
        Value::Words(words) => words.clone(),
    }
}

/// A value, with the words that say it where these are others: they tell more than we do.
fn side(library: &Library, columns: usize, aspect: Aspect, told: &comparison::Told) -> Told {
    let value = words_of(&told.value);
    let quote = is_quoted(aspect).then(|| quote(library, told, &value)).flatten();
    let mut lines = Vec::new();
    let quote_width = quote.as_deref().map_or(0, width);
    if quote_width > 0 && width(&value) + 2 + quote_width <= columns {
        let quote = quote.unwrap_or_default();
        lines.push(Line::Words(vec![(value, role(aspect)), ("  ".into(), Role::Base), (quote, Role::Muted)]));
    } else {
        lines.extend(wrapped(&value, columns, role(aspect)));
        lines.extend(quote.iter().flat_map(|quote| wrapped(quote, columns, Role::Muted)));
    }
    passage(told.source, lines, String::new())
}

fn quote(library: &Library, told: &comparison::Told, value: &str) -> Option<String> {
    if matches!(told.value, Value::About(_)) && !tells_time(library, told.source) {
        return None;
    }
    let words = told.source.words(library).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_more = !words.is_empty() && words.chars().count() <= LONGEST && folded(&words) != folded(value);
    // A surname says no more than the name, and the words of someone who speaks of himself may be any.
    let is_told = words.chars().any(|c| c.is_uppercase() || c.is_numeric()) || value.chars().any(char::is_numeric);
    (is_more && is_told && !folded(value).contains(&folded(&words))).then(|| format!("“{words}”"))
}

/// Whether words tell a time: those behind a day that was inferred are those of the meeting, and quoting them as its day would
/// be wrong.
fn tells_time(library: &Library, source: Source) -> bool {
    let story = library.stories.get(source.story);
    story.is_some_and(|story| {
        let mut dates = story.annotations.dates.iter();
        dates.any(|date| date.passage.part == source.passage.part && date.passage.span.contains(source.passage.span))
    })
}

pub(super) fn wrapped(words: &str, columns: usize, role: Role) -> Vec<Line> {
    said::rows(words, columns).into_iter().map(|row| Line::Words(vec![(row, role)])).collect()
}

const fn role(aspect: Aspect) -> Role {
    match aspect {
        Aspect::Day | Aspect::OtherDay => Role::Date,
        Aspect::Place => Role::Name(NameKind::Place),
        Aspect::Name(kind) => Role::Name(kind),
        _ => Role::Base,
    }
}

/// What only one story tells, that of both beside each other: they have nothing to do with each other but room.
fn singles(library: &Library, grid: Grid, facts: &[&Fact], names: &Names) -> Vec<Item> {
    let columns = grid.width(!grid.has_two_facts());
    let of_side = |side: usize| {
        let told = facts.iter().filter_map(move |fact| fact.told.get(side)?.as_ref().map(|told| (*fact, told)));
        let told = told.map(|(fact, told)| {
            let mut one = self::side(library, columns, fact.aspect, told);
            if let Some(Line::Words(pieces)) = one.lines.first_mut() {
                let is_day = fact.aspect == Aspect::OtherDay;
                pieces.extend((!is_day).then(|| (format!("  {}", fact.aspect.word()), Role::Muted)));
            }
            let value = words_of(&told.value);
            one.spoken = format!("Only {} tells. {}: {value}.", names.of_side(side), first_upper(fact.aspect.word()));
            one.spoken.push_str(&said_in_words(library, fact, names));
            one
        });
        told.collect::<Vec<Told>>()
    };
    let (left, right) = (of_side(0), of_side(1));
    // Where nothing stands beside another thing, each is told for itself.
    let between = if grid.is_linear { left.len() } else { 0 };
    let rows = left.len().max(right.len() + between);
    let right = std::iter::repeat_with(Told::default).take(between).chain(right);
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let row = |_| {
        let sides = [left.next().unwrap_or_default(), right.next().unwrap_or_default()];
        let agreement = Some(if sides[0].target.is_some() { Agreement::OnlyLeft } else { Agreement::OnlyRight });
        Item { shape: Shape::Fact, agreement, sides, ..Item::default() }
    };
    (0..rows).map(row).collect()
}
