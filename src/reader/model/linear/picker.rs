//! A line of a list to pick from, as words that can be heard: `2 of 30. quit: quit. Key: q.`
//!
//! **In:** a line, its place, what its columns mean. **Out:** a sentence. **Why:** in a list each line is heard alone, so that it
//! has to say what stands in its columns and how many more there are.

use super::plain::{plain, unquoted};
use super::said;
use crate::links::Tier;
use crate::reader::model::marks::lowered;
use crate::reader::model::outline::LONGEST;
use crate::reader::model::picker::{Item, Pick, Picker};
use crate::text::letters::first_upper;

/// What stands before a sentence that tells of a fault.
const FAULT: &str = "✗ ";

/// The line at this place of those that match.
pub(in crate::reader) fn line(picker: &Picker, at: usize) -> String {
    let Some(found) = picker.matches.get(at) else { return String::new() };
    let index = found.index;
    let Some(item) = picker.items.get(index) else { return String::new() };
    let item = &Item { detail: picker.detail(found).into_owned(), ..item.clone() };
    let below = picker.below.get(index).map_or("", String::as_str);
    let told = match item.pick {
        Pick::Command(_) => command(item),
        Pick::Passage(_) => passage(item),
        Pick::Nothing => sentences(&[&unquoted(&item.label)]),
        Pick::Story(_) | Pick::Source(_) if item.detail.is_empty() => sentences(&[&unquoted(&item.label)]),
        Pick::Query(_) => sentences(&[&item.label, &item.detail]),
        Pick::Theme(_) => sentences(&[&item.label.replace(FAULT, "Error: "), &first_upper(&item.detail)]),
        Pick::Visit(_) => {
            let facts = first_upper(&plain(&item.detail));
            let told = sentences(&[&item.label, &facts]);
            if below.is_empty() { told } else { format!("{told} At: “{}”", said::beginning(below)) }
        }
        Pick::Why(..) => {
            let sure = Tier::ALL.iter().find(|tier| item.detail.ends_with(tier.dots()));
            let day = sure.map_or(item.detail.as_str(), |tier| item.detail.trim_end_matches(tier.dots()));
            let sure = sure.map_or_else(|| "Not linked".to_owned(), |tier| first_upper(tier.words()));
            sentences(&[&item.label, &first_upper(&plain(day.trim())), &sure])
        }
        Pick::Sort(_) | Pick::GroupBy(_) | Pick::View(_) | Pick::Story(_) | Pick::Source(_) => {
            sentences(&[&item.label, &first_upper(&plain(&item.detail))])
        }
        Pick::Correct(_) => {
            // Two blanks or a dot stand between facts of their own.
            let facts = |words: &str| {
                words
                    .replace(" · ", "  ")
                    .split("  ")
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            sentences(&[&facts(&item.label), &first_upper(&facts(&item.detail))])
        }
    };
    format!("{} of {}. {told}", at + 1, picker.matches.len())
}

fn sentences(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|words| !words.is_empty());
    parts.map(|words| said::sentence(words)).collect::<Vec<_>>().join(" ")
}

/// `quit: quit. Key: q.`
fn command(item: &Item) -> String {
    let keys: Vec<&str> = item.detail.split("  ").filter(|key| !key.is_empty()).collect();
    let told = said::sentence(&item.label);
    if keys.is_empty() { told } else { format!("{told} Key: {}.", said::keys(&keys)) }
}

/// `Meeting 1: On Monday the two spoke. 35 percent.` or `The first words. Meetings 1 and 2. 35 percent.`
fn passage(item: &Item) -> String {
    // Only the numbers of meetings are set in, and raised.
    let meeting = item.label.strip_prefix("  ").and_then(|rest| rest.split_once(' '));
    let meeting = meeting.and_then(|(numbers, words)| Some(format!("{}: {words}", meetings(numbers)?)));
    let label = meeting.as_deref().unwrap_or_else(|| item.label.trim_start());
    // Cut in the middle of a word, it would be heard as another word.
    let is_cut = label.chars().count() >= LONGEST;
    let label = if is_cut { said::beginning(label) } else { label.to_owned() };
    let (numbers, through) = item.detail.split_once("  ").unwrap_or(("", &item.detail));
    sentences(&[&label, &meetings(numbers).unwrap_or_default(), &plain(through)])
}

/// `Meetings 1 and 2` for `¹·²`; `None` where these are no such numbers.
fn meetings(raised: &str) -> Option<String> {
    let numbers: Option<Vec<usize>> = raised.split('·').map(lowered).collect();
    let numbers: Vec<String> = numbers?.iter().map(usize::to_string).collect();
    Some(match numbers.split_last()? {
        (only, []) => format!("Meeting {only}"),
        (last, before) => format!("Meetings {} and {last}", before.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Part, Passage};
    use crate::reader::model::picker::Kind;
    use crate::text::Span;

    fn told(label: &str, detail: &str, pick: Pick) -> String {
        line(&Picker::new(Kind::Outline, vec![Item { label: label.into(), detail: detail.into(), pick }]), 0)
    }

    #[test]
    fn numbers_of_meetings_are_told_in_words() {
        let pick = || Pick::Passage(Passage { part: Part::Text, span: Span::new(0, 4) });
        assert_eq!(told("  ¹² They met", "7 %", pick()), "1 of 1. Meeting 12: They met. 7 percent.");
        assert_eq!(told("  ¹·² They met", "7 %", pick()), "1 of 1. Meetings 1 and 2: They met. 7 percent.");
        assert_eq!(told("They met", "¹·²·³  7 %", pick()), "1 of 1. They met. Meetings 1, 2 and 3. 7 percent.");
        assert_eq!(told("² is a note", "0 %", pick()), "1 of 1. ² is a note. 0 percent.");
    }

    #[test]
    fn facts_of_a_place_stand_between_commas_and_its_day_in_full() {
        let told = told("Talks end", "you are here · Northwire · about 13 Nov 2017", Pick::Visit(0));
        assert_eq!(told, "1 of 1. Talks end. You are here, Northwire, about 13 November 2017.");
    }

    #[test]
    fn a_fault_of_a_theme_is_called_one() {
        let told = told("dusk: ✗ no such colour", "", Pick::Theme("dusk".into()));
        assert_eq!(told, "1 of 1. dusk: Error: no such colour.");
    }
}
