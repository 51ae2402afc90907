//! The text of the file in, its entries and what is wrong with it out. One bad entry does not lose the others.

use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Corrections, Entry, What};
use crate::language::{Correction, Interval, NameKind};
use crate::library::by_hand::{self, ByHandError, Fault, fault, known, nearest, string, strings};
use crate::links::{MeetingCorrection, Quote};

/// The lists of the file, one for each sort of correction.
pub(super) const LISTS: &[&str] = &[
    "same-name",
    "not-same-name",
    "rename",
    "kind",
    "never-a-name",
    "same-meeting",
    "not-same-meeting",
    "no-meeting",
    "meeting-date",
    "story-date",
];

/// An entry, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub entry: Entry,
    /// From the two brackets to the end of its last value, in bytes.
    pub at: Range<usize>,
    /// Where `changed` has its value.
    pub changed_at: Option<Range<usize>>,
}

/// Reads the file. What is wrong in it is told, and the rest of it holds; one that is not there corrects nothing.
pub fn read_corrections(path: &Path) -> Result<(Corrections, Vec<ByHandError>), ByHandError> {
    let Some(text) = by_hand::text_of(path)? else { return Ok((Corrections::default(), Vec::new())) };
    let (mut corrections, faults) = parse(&text);
    corrections.faults = faults.into_iter().map(|fault| fault.in_file(path, &text)).collect();
    let faults = corrections.faults.clone();
    Ok((corrections, faults))
}

/// The entries of a text, as far as they are right, and every mistake in it.
pub fn parse(text: &str) -> (Corrections, Vec<Fault>) {
    let (placed, faults) = placed(text);
    let entries = placed.into_iter().map(|placed| placed.entry).collect();
    (Corrections { entries, faults: Vec::new() }, faults)
}

/// The same with the places of the entries, in their order.
pub(super) fn placed(text: &str) -> (Vec<Placed>, Vec<Fault>) {
    // Only what is no TOML as it stands is looked through for slips that would lose right entries.
    let slips = if DeTable::parse(text).is_err() { slips(text) } else { Vec::new() };
    let doubled = doubled(text, &slips);
    let (table, errors) = DeTable::parse_recoverable(doubled.as_deref().unwrap_or(text));
    let read = doubled.as_deref().unwrap_or(text);
    let told = |error: &toml::de::Error| by_hand::told(read, table.get_ref(), error);
    let mut faults: Vec<Fault> = errors.iter().map(told).collect();
    let begins = |list: &str| format!("`{list}` begins an entry; write [[{list}]]");
    faults.extend(slips.iter().map(|(list, at)| Fault { at: at.clone(), what: begins(list) }));
    let mut found = Vec::new();
    for (key, value) in table.get_ref() {
        if is_stand_in(key.get_ref()) {
            continue;
        }
        let list = match known(key, LISTS) {
            Ok(list) => list,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        let DeValue::Array(entries) = value.get_ref() else {
            faults.push(Fault { at: key.span(), what: begins(list) });
            continue;
        };
        for entry in entries {
            // Nothing can be put behind, or taken out of, tables within brackets: the file would not be TOML any more.
            if !text.get(entry.span().start..).is_some_and(|rest| rest.starts_with("[[")) {
                faults
                    .push(Fault { at: entry.span(), what: format!("an entry has lines of its own; write [[{list}]]") });
                continue;
            }
            match one(list, entry) {
                Ok(placed) => found.push(placed),
                Err(fault) => faults.push(fault),
            }
        }
    }
    found.sort_by_key(|placed| placed.at.start);
    faults.sort_by_key(|fault| fault.at.start);
    // What is no TOML cannot be right either; it is told once.
    faults.dedup_by_key(|fault| fault.at.start);
    (found, faults)
}

/// Heads of entries in single brackets, by their lists: beside right ones of the same list these are no TOML, and whoever
/// reads on loses the right ones.
fn slips(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut at = 0;
    let mut slips = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let Some((head, rest)) = line.trim().strip_prefix('[').and_then(|rest| rest.split_once(']')) else { continue };
        let is_alone = rest.trim_start().is_empty() || rest.trim_start().starts_with('#');
        if let Some(list) = LISTS.iter().find(|list| **list == head).filter(|_| is_alone) {
            slips.push((*list, start..start + head.len() + 2));
        }
    }
    slips
}

/// The text with other heads in place of these, no longer and no shorter, that begin lists of their own.
fn doubled(text: &str, slips: &[(&str, Range<usize>)]) -> Option<String> {
    let mut doubled = (!slips.is_empty()).then(|| text.to_owned())?;
    for (_, at) in slips {
        doubled.replace_range(at.clone(), &format!("[[{}]]", "-".repeat(at.len().saturating_sub(4))));
    }
    Some(doubled)
}

/// Whether a key is one that [`doubled`] wrote.
fn is_stand_in(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte == b'-')
}

type Table<'t> = DeTable<'t>;

fn one(list: &str, entry: &Spanned<DeValue<'_>>) -> Result<Placed, Fault> {
    let DeValue::Table(table) = entry.get_ref() else {
        return fault(entry.span(), format!("a correction is a table; write [[{list}]]"));
    };
    for (key, _) in table {
        known(key, keys_of(list))?;
    }
    let read = Reader { table, at: entry.span(), list };
    let what = read.what()?;
    let made = read.get("made").map(|_| read.days("made")).transpose()?.map(|days| days.from);
    let entry_of = Entry { what, made, changed: read.optional("changed")? };
    let end = table.iter().map(|(_, value)| value.span().end).max().unwrap_or(entry.span().end);
    let at = entry.span().start..end.max(entry.span().end);
    Ok(Placed { entry: entry_of, at, changed_at: read.get("changed").map(Spanned::span) })
}

/// The keys that an entry of a list may have.
fn keys_of(list: &str) -> &'static [&'static str] {
    match list {
        "same-name" => &["names", "story", "made", "changed"],
        "not-same-name" => &["name", "words", "story", "made", "changed"],
        "rename" => &["name", "to", "made", "changed"],
        "kind" => &["name", "kind", "story", "made", "changed"],
        "never-a-name" => &["words", "story", "made", "changed"],
        "same-meeting" | "no-meeting" => &["tellings", "made", "changed"],
        "not-same-meeting" => &["telling", "others", "made", "changed"],
        "meeting-date" => &["telling", "others", "on", "made", "changed"],
        _ => &["story", "title", "day", "made", "changed"],
    }
}

/// One entry that is read.
struct Reader<'t, 's> {
    table: &'t Table<'s>,
    at: Range<usize>,
    list: &'t str,
}

impl<'s> Reader<'_, 's> {
    /// What the entry corrects.
    fn what(&self) -> Result<What, Fault> {
        Ok(match self.list {
            "same-name" => What::Reading(Correction::Same {
                names: self.several("names", 2, "two names or more")?,
                story: self.optional("story")?,
            }),
            "not-same-name" => {
                let (name, story) = (self.words("name")?, self.optional("story")?);
                let words = self.list("words")?.unwrap_or_default();
                if words.is_empty() && story.is_none() {
                    return fault(
                        self.at.clone(),
                        "tell which mentions are someone else's: add words = [\"…\"] or story = \"…\"".to_owned(),
                    );
                }
                What::Reading(Correction::Apart { name, words, story })
            }
            "rename" => What::Reading(Correction::Rename { name: self.words("name")?, to: self.words("to")? }),
            "kind" => What::Reading(Correction::Kind {
                name: self.words("name")?,
                kind: self.kind()?,
                story: self.optional("story")?,
            }),
            "never-a-name" => What::Reading(Correction::Never {
                words: self.several("words", 1, "the words that are never a name")?,
                story: self.optional("story")?,
            }),
            "same-meeting" => What::Meeting(MeetingCorrection::Same(self.quotes("tellings", 2)?)),
            "no-meeting" => What::Meeting(MeetingCorrection::NoMeeting(self.quotes("tellings", 1)?)),
            "not-same-meeting" => {
                What::Meeting(MeetingCorrection::Apart { telling: self.telling()?, others: self.quotes("others", 1)? })
            }
            "meeting-date" => What::Meeting(MeetingCorrection::Day {
                telling: self.telling()?,
                others: if self.get("others").is_some() { self.quotes("others", 1)? } else { Vec::new() },
                on: self.days("on")?,
            }),
            _ => {
                let (story, days) = (self.words("story")?, self.days("day")?);
                if !days.is_day() {
                    return self.wrong("day", "a story is of one day; write day = 2017-11-21");
                }
                What::Reading(Correction::Day { story, title: self.optional("title")?, day: days.from })
            }
        })
    }

    fn get(&self, key: &str) -> Option<&Spanned<DeValue<'s>>> {
        self.table.iter().find(|(own, _)| own.get_ref().as_ref() == key).map(|(_, value)| value)
    }

    fn needed(&self, key: &str) -> Result<&Spanned<DeValue<'s>>, Fault> {
        let what = || format!("[[{}]] without the key `{key}`; add {key} = …", self.list);
        self.get(key).map_or_else(|| fault(self.at.clone(), what()), Ok)
    }

    fn wrong<T>(&self, key: &str, what: &str) -> Result<T, Fault> {
        fault(self.get(key).map_or(self.at.clone(), Spanned::span), what.to_owned())
    }

    fn words(&self, key: &str) -> Result<String, Fault> {
        string(key, self.needed(key)?)
    }

    fn optional(&self, key: &str) -> Result<Option<String>, Fault> {
        self.get(key).map(|value| string(key, value)).transpose()
    }

    fn list(&self, key: &str) -> Result<Option<Vec<String>>, Fault> {
        self.get(key).map(|value| strings(key, value)).transpose()
    }

    fn several(&self, key: &str, least: usize, what: &str) -> Result<Vec<String>, Fault> {
        self.needed(key)?;
        let list = self.list(key)?.unwrap_or_default();
        if list.len() < least { self.wrong(key, &format!("`{key}` takes {what}")) } else { Ok(list) }
    }

    fn kind(&self) -> Result<NameKind, Fault> {
        let written = self.words("kind")?;
        let words = NameKind::ALL.map(NameKind::word);
        let kind = NameKind::ALL.into_iter().find(|kind| kind.word() == written);
        let all = words.join(", ");
        let what = format!("there is no kind “{written}”{} (the kinds are {all})", nearest(&written, &words));
        kind.map_or_else(|| self.wrong("kind", &what), Ok)
    }

    /// Days as TOML writes them, or in quotation marks: a day, a month, a year, or two of these with `..` between.
    fn days(&self, key: &str) -> Result<Interval, Fault> {
        let value = self.needed(key)?;
        let written = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        let (first, last) = written.split_once("..").unwrap_or((&written, &written));
        match (interval(first.trim()), interval(last.trim())) {
            (Some(first), Some(last)) if first.from <= last.to => Ok(Interval { from: first.from, to: last.to }),
            _ => self.wrong(key, &format!("`{key}` takes a day as in 2017-11-21, or \"2017-11-21..2017-11-23\"")),
        }
    }

    fn telling(&self) -> Result<Quote, Fault> {
        quote(self.needed("telling")?)
    }

    fn quotes(&self, key: &str, least: usize) -> Result<Vec<Quote>, Fault> {
        let value = self.needed(key)?;
        let DeValue::Array(list) = value.get_ref() else {
            return self.wrong(key, &format!("`{key}` takes a list: {key} = [{{ story = \"…\", words = \"…\" }}]"));
        };
        if list.len() < least {
            return self.wrong(key, &format!("`{key}` takes at least {least}"));
        }
        list.iter().map(quote).collect()
    }
}

/// A telling of a meeting, by its story and words.
fn quote(value: &Spanned<DeValue<'_>>) -> Result<Quote, Fault> {
    let DeValue::Table(table) = value.get_ref() else {
        return fault(value.span(), "a telling is written { story = \"…\", words = \"…\" }".to_owned());
    };
    for (key, _) in table {
        known(key, &["story", "words", "occurrence", "who", "in_passing"])?;
    }
    let read = Reader { table, at: value.span(), list: "telling" };
    let occurrence = match read.get("occurrence").map(|value| (value, value.get_ref())) {
        None => 1,
        Some((value, DeValue::Integer(number))) => match number.as_str().parse() {
            Ok(0) | Err(_) => return fault(value.span(), "`occurrence` takes a number from 1".to_owned()),
            Ok(occurrence) => occurrence,
        },
        Some((value, _)) => return fault(value.span(), "`occurrence` takes a number from 1".to_owned()),
    };
    let who = read.list("who")?.unwrap_or_default();
    let in_passing = match read.get("in_passing").map(|value| (value, value.get_ref())) {
        None => false,
        Some((_, DeValue::Boolean(is_so))) => *is_so,
        Some((value, _)) => return fault(value.span(), "`in_passing` takes true or false".to_owned()),
    };
    Ok(Quote { story: read.words("story")?, words: read.words("words")?, occurrence, who, in_passing })
}

/// The days of a year, a month or a day.
fn interval(written: &str) -> Option<Interval> {
    let mut parts = written.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let year: i16 = year.parse().ok().filter(|year| (1000..=9999).contains(year))?;
    if parts.next().is_some() {
        return None;
    }
    let first = |month: i8| Date::new(year, month, 1).ok();
    match (month, day) {
        (None, _) => Some(Interval { from: first(1)?, to: first(12)?.last_of_month() }),
        (Some(month), None) => {
            let first = first(month.parse().ok()?)?;
            Some(Interval { from: first, to: first.last_of_month() })
        }
        (Some(month), Some(day)) => Date::new(year, month.parse().ok()?, day.parse().ok()?).ok().map(Interval::day),
    }
}
