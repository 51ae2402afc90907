//! How the day of a story is known.
//!
//! **In:** a library and one of its stories. **Out:** a list to pick from: what tells its day, with the words that say so, and
//! the other stories that it was taken from. **Why:** a day that a story does not tell itself is only as good as what it was
//! taken from, and whoever doubts it looks there.

use super::digest::published;
use super::picker::{Item, Kind, Pick, Picker};
use crate::article::TitleFrom;
use crate::language::{Part, Passage};
use crate::library::Library;
use crate::meetings::Story;
use crate::text::Span;
use crate::text::letters::first_upper;
use crate::text::sanitise::one_line;

/// What tells the day of the story with this index; `None` where nothing does.
pub fn of(library: &Library, story: usize) -> Option<Picker> {
    let told = library.stories.get(story)?;
    let known = told.annotations.published.as_ref()?;
    let index_of = |id: &String| library.stories.iter().position(|other| other.article.id == *id);
    let neighbours: Vec<usize> = known.neighbours.iter().filter_map(index_of).collect();
    let reasons = known.reasons.iter().map(|reason| {
        let here = said(told, reason).map(Pick::Passage);
        // What neither the text nor another story says (the name of the file) has no place to look at.
        let there = || neighbours.first().map_or(Pick::Nothing, |first| Pick::Story(*first));
        Item { label: first_upper(&one_line(reason)), detail: String::new(), pick: here.unwrap_or_else(there) }
    });
    let items: Vec<Item> = reasons.chain(neighbours.iter().filter_map(|other| neighbour(library, *other))).collect();
    if items.is_empty() {
        return None;
    }
    let below: Vec<String> = items.iter().map(|item| names_of(item).to_owned()).collect();
    let mut picker = Picker::new(Kind::Dating, items);
    if below.iter().any(|names| !names.is_empty()) {
        picker.below = below;
    }
    picker.question = Some(format!("How the day is known: {}", published(known)));
    Some(picker)
}

/// A story that the day was taken from: its title, outlet and day.
fn neighbour(library: &Library, story: usize) -> Option<Item> {
    let told = library.stories.get(story)?;
    let outlet = told.article.outlet.as_ref().map_or("unknown", |outlet| outlet.name.as_str());
    let day = told.annotations.published.as_ref().map_or_else(|| "undated".into(), published);
    let detail = format!("{} · {day}", one_line(outlet));
    Some(Item { label: one_line(&told.article.title.text), detail, pick: Pick::Story(story) })
}

/// The names that a reason lists at its end: they have a row of their own.
fn names_of(item: &Item) -> &str {
    let is_reason = item.detail.is_empty();
    item.label.split_once(": ").filter(|_| is_reason).map_or("", |(_, names)| names)
}

/// Where the story has the words that a reason quotes, but for spaces.
fn said(story: &Story, reason: &str) -> Option<Passage> {
    let (_, quoted) = reason.split_once('“')?;
    let (quoted, _) = quoted.rsplit_once('”')?;
    let text = &story.article.text;
    let title = if let TitleFrom::Text(span) = story.article.title.from { Some(span) } else { None };
    // The words of a headline are not shown in the text as well.
    let is_shown = |found: &Span| !title.is_some_and(|title| title.contains(*found));
    let words: Vec<&str> = quoted.split_whitespace().collect();
    let first = words.first()?;
    let places = text.match_indices(first).filter_map(|(start, _)| {
        let end = words.iter().try_fold(start, |at, word| {
            let rest = text.get(at..)?;
            let spaces = rest.len() - rest.trim_start().len();
            rest.trim_start().starts_with(word).then_some(at + spaces + word.len())
        })?;
        Some(Span::new(start, end))
    });
    places.into_iter().find(is_shown).map(|span| Passage { part: Part::Text, span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::DateSource;
    use crate::reader::fixture;

    fn picked(picker: &Picker) -> Vec<(&str, &Pick)> {
        picker.items.iter().map(|item| (item.label.as_str(), &item.pick)).collect()
    }

    #[test]
    fn words_of_the_story_lead_to_themselves_and_other_stories_to_those() {
        let mut library = fixture::library();
        let id = library.stories[fixture::CALL].article.id.clone();
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        day.from = DateSource::Links;
        day.reasons = vec!["its dateline says “on 24 \n May”".into(), "1 story names the same: Ilmaz".into()];
        day.neighbours = vec![id, "gone.txt".into()];
        let picker = of(&library, fixture::SUMMIT).unwrap();
        let lines = picked(&picker);
        assert_eq!(lines.len(), 3, "a story that is gone is not told: {lines:?}");
        let text = &library.stories[fixture::SUMMIT].article.text;
        let Pick::Passage(passage) = lines[0].1 else { panic!("{lines:?}") };
        assert_eq!((lines[0].0, passage.span.of(text)), ("Its dateline says “on 24 May”", "on 24 May"));
        assert_eq!(lines[1], ("1 story names the same: Ilmaz", &Pick::Story(fixture::CALL)));
        assert_eq!(picker.below, ["", "Ilmaz", ""]);
        assert_eq!(lines[2].1, &Pick::Story(fixture::CALL));
        assert_eq!(picker.question.as_deref(), Some("How the day is known: about 22 May 2031"));
    }

    #[test]
    fn a_reason_that_stands_in_no_story_leads_nowhere() {
        let mut library = fixture::library();
        let day = library.stories[fixture::SUMMIT].annotations.published.as_mut().unwrap();
        day.reasons = vec!["its file is named so".into(), "its dateline says “words that it has not”".into()];
        day.neighbours.clear();
        let picker = of(&library, fixture::SUMMIT).unwrap();
        let picks: Vec<&Pick> = picker.items.iter().map(|item| &item.pick).collect();
        assert_eq!(picks, [&Pick::Nothing, &Pick::Nothing]);
    }

    #[test]
    fn a_story_without_a_day_has_nothing_to_tell() {
        let mut library = fixture::library();
        library.stories[fixture::SUMMIT].annotations.published = None;
        assert!(of(&library, fixture::SUMMIT).is_none());
        assert!(of(&library, usize::MAX).is_none());
    }
}
