//! What the list and the line under the title say of a story.
//!
//! **In:** a library and how sure its links have to be, once. **Out:** a [`Digest`] for each story: its links counted; and the words for days, counts
//! and reading time.
//! **Why:** the links are counted in one pass; counting them anew for each row drawn would cost a pass a row.

use crate::article::{Article, DateSource};
pub use crate::dossier::wording::{day, days, published};
use crate::language::Published;
use crate::library::{Library, Own};
use crate::links::Tier;
use crate::meetings::Story;
use crate::reader::layout::page::{Fact, Lead};
pub use crate::text::letters::count;

/// How many words of English non-fiction an adult reads in silence in a minute, on the average of 190 studies (Marc
/// Brysbaert, *How many words do we read per minute?*, Journal of Memory and Language 109, 2019).
const WORDS_A_MINUTE: usize = 238;

/// How many characters of a script without spaces count as a word: a rule of thumb of our own.
const CHARACTERS_A_WORD: usize = 2;

/// The links of one story, counted. Whatever else two stories share, only the surest link between them counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// Other stories that tell of a meeting that this one tells of, or probably do.
    pub linked: usize,
    /// Those of them that only probably do.
    pub probable: usize,
    /// Other stories that share only a series with it.
    pub kin: usize,
}

impl Digest {
    /// Other stories that tell of the same meeting.
    pub const fn sure(self) -> usize {
        self.linked.saturating_sub(self.probable)
    }

    /// `⇄ 2 ≈ 1`, or the first of it only; empty where nothing is linked.
    pub fn signs(self, columns: usize) -> String {
        const TOGETHER: usize = 32;
        match (self.sure(), self.probable, self.kin) {
            (0, 0, 0) => String::new(),
            (0, 0, kin) => format!("↝ {kin}"),
            (0, probable, _) => format!("≈ {probable}"),
            (sure, probable, _) if probable > 0 && columns >= TOGETHER => format!("⇄ {sure} ≈ {probable}"),
            (sure, ..) => format!("⇄ {sure}"),
        }
    }
}

/// Counts the links of every story that are at least as sure as `least`.
pub fn of(library: &Library, least: Tier) -> Vec<Digest> {
    let mut others: Vec<Vec<(usize, Tier)>> = vec![Vec::new(); library.stories.len()];
    for link in library.connections.links.iter().filter(|link| link.tier <= least) {
        for (here, there) in [(link.from, link.to), (link.to, link.from)] {
            if let Some(of_here) = others.get_mut(here) {
                of_here.push((there, link.tier));
            }
        }
    }
    let count = |mut of_story: Vec<(usize, Tier)>| {
        // The surest comes first.
        of_story.sort_unstable();
        of_story.dedup_by_key(|(other, _)| *other);
        let of = |tier: Tier| of_story.iter().filter(|(_, own)| *own == tier).count();
        Digest { linked: of_story.len() - of(Tier::Series), probable: of(Tier::Probable), kin: of(Tier::Series) }
    };
    others.into_iter().map(count).collect()
}

/// `21 Nov 2017`, padded so that days stand below each other.
pub fn padded_day(published: &Published) -> String {
    published.best.strftime("%e %b %Y").to_string()
}

/// How many minutes it takes to read the story itself, without what surrounds it; at least one.
pub fn minutes(article: &Article) -> usize {
    let wide = |c: char| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    let words = |word: &str| {
        if word.is_ascii() { 1 } else { word.chars().filter(|c| wide(*c)).count().div_ceil(CHARACTERS_A_WORD).max(1) }
    };
    let told = article.blocks.iter().filter(|block| block.kind.is_story());
    let words: usize = told.flat_map(|block| block.span.of(&article.text).split_whitespace()).map(words).sum();
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

/// `12 min`; from 90 minutes on in hours, and from ten hours on in whole ones: nobody plans a day by minutes.
pub fn reading_time(minutes: usize) -> String {
    match (minutes / 60, minutes % 60) {
        _ if minutes < 90 => format!("{minutes} min"),
        (hours, rest) if hours >= 10 => format!("{} h", hours + usize::from(rest >= 30)),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// The facts under a story's title: among them how many minutes it takes to read, and what its reader did with it; without
/// a digest, nothing was looked for in it yet.
pub fn facts(story: &Story, minutes: usize, digest: Option<Digest>, own: &Own) -> Vec<Fact> {
    let article = &story.article;
    let plain = |words: String| Fact { words, brief: None, lead: None };
    let mut facts = Vec::new();
    facts.extend(article.outlet.as_ref().map(|outlet| plain(outlet.name.clone())));
    match &story.annotations.published {
        Some(told) if told.from == DateSource::Links => {
            // Never said in fewer words: whoever reads the day should know that the story does not tell it.
            let words = format!("{}, from linked stories", published(told));
            facts.push(Fact { words, brief: None, lead: Some(Lead::Dating) });
        }
        Some(told) => facts.push(plain(published(told))),
        None => facts.extend(digest.map(|_| plain("undated".into()))),
    }
    facts.push(plain(reading_time(minutes)));
    if own.starred {
        facts.push(plain("★ starred".into()));
    }
    facts.extend(own.tags.iter().map(|tag| plain(format!("#{tag}"))));
    if !own.note.is_empty() {
        facts.push(plain(format!("note: {}", own.note.replace('\n', " "))));
    }
    let Some(digest) = digest else {
        // About as long as what will stand here, so that the text below stays where it is.
        facts.push(plain("looking for meetings".into()));
        return facts;
    };
    let meetings = story.meetings.len();
    facts.push(if meetings == 0 {
        plain("no meetings".into())
    } else {
        Fact { words: count(meetings, "meeting", "meetings"), brief: None, lead: Some(Lead::Meetings) }
    });
    facts.extend(covered(digest));
    facts
}

/// In how many other stories it is covered, and how surely.
fn covered(digest: Digest) -> Option<Fact> {
    let stories = |number| count(number, "story", "stories");
    let (words, brief) = match (digest.sure(), digest.probable) {
        (0, 0) => return None,
        (0, probable) => {
            let stories = stories(probable);
            (format!("probably also covered in {stories}"), format!("≈ in {stories}"))
        }
        (sure, 0) => (format!("also covered in {}", stories(sure)), format!("also in {}", stories(sure))),
        (sure, probable) => {
            let sure = stories(sure);
            (format!("also covered in {sure}, probably in {probable} more"), format!("also in {sure} ≈ {probable}"))
        }
    };
    Some(Fact { words, brief: Some(brief), lead: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture;

    #[test]
    fn long_stories_are_told_in_hours() {
        let told = [1, 89, 90, 120, 599, 600, 3286].map(reading_time);
        assert_eq!(told, ["1 min", "89 min", "1 h 30 min", "2 h", "9 h 59 min", "10 h", "55 h"]);
    }

    #[test]
    fn links_are_counted_once_for_each_other_story() {
        let library = fixture::library();
        let digests = of(&library, Tier::Series);
        for (story, digest) in digests.iter().enumerate() {
            assert_eq!(digest.linked, library.linked_stories(story), "{story}");
        }
        assert_eq!(digests[fixture::SERIES], Digest { linked: 0, probable: 0, kin: 1 });
        assert_eq!(digests[fixture::ALONE], Digest::default());
    }

    #[test]
    fn what_is_less_sure_than_the_threshold_is_not_counted() {
        let library = fixture::library();
        let told = |least| of(&library, least).iter().map(|digest| digest.signs(40)).collect::<Vec<_>>();
        assert_eq!(told(Tier::Series), ["⇄ 1 ≈ 1", "⇄ 1 ≈ 1", "↝ 1", "↝ 1", "", "≈ 2"]);
        assert_eq!(told(Tier::Probable), ["⇄ 1 ≈ 1", "⇄ 1 ≈ 1", "", "", "", "≈ 2"]);
        assert_eq!(told(Tier::Same), ["⇄ 1", "⇄ 1", "", "", "", ""]);
        assert_eq!(of(&library, Tier::Series)[fixture::CALL].signs(30), "⇄ 1", "the day and the outlet need room");
    }

    #[test]
    fn a_title_tells_how_surely_others_cover_it() {
        let told = |linked, probable| covered(Digest { linked, probable, kin: 0 }).map(|fact| fact.words);
        assert_eq!(told(0, 0), None);
        assert_eq!(told(1, 0).as_deref(), Some("also covered in 1 story"));
        assert_eq!(told(3, 1).as_deref(), Some("also covered in 2 stories, probably in 1 more"));
        assert_eq!(told(2, 2).as_deref(), Some("probably also covered in 2 stories"));
    }

    #[test]
    fn a_day_that_other_stories_tell_is_told_with_its_source() {
        let mut library = fixture::library();
        let story = &mut library.stories[fixture::SUMMIT];
        story.annotations.published.as_mut().unwrap().from = DateSource::Links;
        let facts = facts(story, 1, Some(Digest::default()), &Own::default());
        assert!(facts.iter().any(|fact| fact.words == "about 22 May 2031, from linked stories"), "{facts:?}");
    }

    #[test]
    fn a_script_without_spaces_takes_its_time_too() {
        let mut story = fixture::library().stories.remove(fixture::WIDE);
        assert_eq!(minutes(&story.article), 1);
        let article = std::sync::Arc::make_mut(&mut story.article);
        article.text = "海峡".repeat(1_000);
        article.blocks.truncate(1);
        article.blocks[0].span = crate::text::Span::whole(&article.text);
        assert_eq!(minutes(&story.article), 1_000_usize.div_ceil(WORDS_A_MINUTE));
    }

    #[test]
    fn a_day_that_is_not_certain_is_called_so() {
        let library = fixture::library();
        let told = |story: usize| published(library.stories[story].annotations.published.as_ref().unwrap());
        assert_eq!(told(fixture::CALL), "21 May 2031");
        assert_eq!(told(fixture::SUMMIT), "about 22 May 2031");
    }
}
