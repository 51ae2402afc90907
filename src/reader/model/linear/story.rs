//! A line of the list as words that can be heard.
//!
//! **In:** the model and a line of the list. **Out:** `3 of 5. Title. Outlet, 21 November 2017. Unread, 2 links.`, or what a
//! group has in common. **Why:** the title comes first, as in the list: whoever has heard enough goes on with the next line.

use super::plain::plain;
use super::{day, said};
use crate::article::TitleFrom;
use crate::meetings::Story;
use crate::reader::layout::page::Fact;
use crate::reader::model::Model;
use crate::reader::model::digest::{self, count};
use crate::reader::model::stories::{Line, ListedGroup};
use crate::search::Match;
use crate::text::letters::first_upper;

/// This line of the list.
pub(in crate::reader) fn line(model: &Model, at: usize) -> String {
    match model.stories.line(at) {
        Some(Line::Story(place)) => story(model, place),
        Some(Line::Head(group)) => {
            model.stories.groups().get(group).map_or_else(String::new, |listed| head(model, listed))
        }
        None => String::new(),
    }
}

/// `Group: 21 November 2017. 3 stories, 2 unread. Folded.`
fn head(model: &Model, listed: &ListedGroup) -> String {
    let group = model.order.grouping().and_then(|grouping| grouping.groups.get(listed.group));
    let (name, more) = group.map_or(("", ""), |group| (group.name.as_str(), group.more.as_str()));
    let unread = if model.unread().is_some() && listed.unread > 0 {
        format!(", {} unread", listed.unread)
    } else {
        String::new()
    };
    let mut words = vec![said::sentence(&format!("Group: {}", plain(name)))];
    if !more.is_empty() {
        words.push(said::sentence(more));
    }
    words.push(format!("{}{unread}.", count(listed.count, "story", "stories")));
    if listed.folded {
        words.push("Folded.".into());
    }
    words.join(" ")
}

/// The story at this place among those listed.
fn story(model: &Model, place: usize) -> String {
    let Some(found) = model.stories.matches.get(place) else { return String::new() };
    let parts = [
        Some(format!("{} of {}.", place + 1, model.stories.len())),
        title(model, found.story),
        why(model, found),
        Some(format!("{}.", outlet_and_day(model, found.story))),
        state(model, found.story),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Its title, or that it has none and how it begins.
pub(in crate::reader) fn title(model: &Model, story: usize) -> Option<String> {
    let title = &model.library.stories.get(story)?.article.title;
    let words = said::sentence(&title.text);
    Some(if matches!(title.from, TitleFrom::Derived(_)) { format!("Untitled: {words}") } else { words })
}

/// `Northwire, 21 November 2017`.
pub(in crate::reader) fn outlet_and_day(model: &Model, story: usize) -> String {
    let Some(told) = model.library.stories.get(story) else { return String::new() };
    let outlet = told.article.outlet.as_ref().map_or("Outlet unknown", |outlet| outlet.name.as_str());
    if model.is_only_read(story) && told.annotations.published.is_none() {
        return outlet.to_owned();
    }
    format!("{outlet}, {}", day::published(told.annotations.published.as_ref()))
}

/// What stands under a title, without signs and with days in full.
pub(in crate::reader) fn facts(story: &Story, facts: Vec<Fact>) -> Vec<Fact> {
    let published = story.annotations.published.as_ref();
    let said = |words: String| {
        if published.is_some_and(|told| words.starts_with(&digest::published(told))) {
            return day::published(published);
        }
        if let Some(tag) = words.strip_prefix('#') {
            return format!("tag {tag}");
        }
        reading_time(&words).unwrap_or_else(|| words.trim_start_matches("★ ").to_owned())
    };
    facts.into_iter().map(|fact| Fact { words: said(fact.words), brief: None, lead: fact.lead }).collect()
}

/// `2 hours 5 minutes to read`, for `2 h 5 min`; none where it is another fact.
fn reading_time(words: &str) -> Option<String> {
    let pieces: Vec<&str> = words.split(' ').collect();
    let mut told = Vec::new();
    for pair in pieces.chunks(2) {
        let [number, unit] = pair else { return None };
        let unit = match *unit {
            "h" => "hour",
            "min" => "minute",
            _ => return None,
        };
        let number: usize = number.parse().ok()?;
        told.push(format!("{number} {unit}{}", if number == 1 { "" } else { "s" }));
    }
    (!told.is_empty()).then(|| format!("{} to read", told.join(" ")))
}

/// Why it is listed, where its title does not tell: the words of its text, or the name that matched.
fn why(model: &Model, found: &Match) -> Option<String> {
    if let Some(Some(excerpt)) = model.excerpts.get(&found.story) {
        return Some(format!("In the text: “{}”", excerpt.words.trim()));
    }
    let found = model.lit.get(&found.story)?;
    let explained = found.title.len() + found.outlet.len() >= model.query.letters();
    let (name, _) = found.name.as_ref().filter(|_| !explained)?;
    Some(said::sentence(&format!("Names {name}")))
}

/// What was done with it and what it leads to: `Starred, unread, 2 links.`
fn state(model: &Model, story: usize) -> Option<String> {
    let own = model.own(story);
    let digest = model.digests.get(story).copied().unwrap_or_default();
    let words = [
        own.starred.then(|| "starred".to_owned()),
        (!own.read && model.unread().is_some()).then(|| "unread".to_owned()),
        (digest.sure() > 0).then(|| count(digest.sure(), "link", "links")),
        (digest.probable > 0).then(|| count(digest.probable, "probable link", "probable links")),
        (digest.linked == 0 && digest.kin > 0).then(|| format!("{} of the same series", digest.kin)),
    ];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (!words.is_empty()).then(|| format!("{}.", first_upper(&words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_to_read_is_said_in_words() {
        let said = |words| reading_time(words).unwrap_or_default();
        assert_eq!(said("1 min"), "1 minute to read");
        assert_eq!(said("1 h 30 min"), "1 hour 30 minutes to read");
        assert_eq!(said("55 h"), "55 hours to read");
        for other in ["Coast Post", "12 links", "3 h ago", ""] {
            assert_eq!(reading_time(other), None, "{other}");
        }
    }
}
