//! The other stories that belong to one story.
//!
//! **In:** a library and a meeting as one story tells it. **Out:** [`Kin`]: the other stories, in the order in which
//! `]` goes through them, each with the place to land and the reasons.
//! **Why:** the panel, Enter and the bracket keys speak of the same stories in the same order.

use std::collections::{HashMap, HashSet};

use crate::dossier::Source;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{Link, LinkTarget, MentionRef, Tier, surest};

/// Another story, and why it belongs here.
#[derive(Clone, Debug, PartialEq)]
pub struct Kin {
    /// Index of the story.
    pub story: usize,
    /// Where to land in it.
    pub landing: Landing,
    /// How sure, in words; `None` where only a third story joins the two.
    pub tier: Option<Tier>,
    /// How sure it is then.
    pub joined: Tier,
    /// In plain words, heaviest first.
    pub reasons: Vec<String>,
    /// Index of the series that they share, where that is all they share.
    pub series: Option<usize>,
}

impl Kin {
    /// The words to land at and to quote; `None` where that is the beginning.
    pub fn words(&self, library: &Library) -> Option<Source> {
        match self.landing {
            Landing::Mention(mention) => Source::of_telling(library, MentionRef { story: self.story, mention }),
            Landing::Passage(passage) => Some(Source { story: self.story, passage }),
            Landing::Top => None,
        }
    }

    /// How sure it is that it belongs here.
    pub fn sureness(&self) -> Tier {
        self.tier.unwrap_or(self.joined)
    }
}

/// A place in another story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// The passage that tells most of its meeting with this index.
    Mention(usize),
    /// A passage.
    Passage(Passage),
    /// The beginning.
    Top,
}

/// The other stories of a meeting: those that are later than this one first, then the earlier ones, each by day. Takes
/// time for the links of the library.
pub fn of_meeting(library: &Library, at: MentionRef) -> Vec<Kin> {
    let Some((index, meeting)) = library.meeting_of(at) else { return Vec::new() };
    let mut links: HashMap<usize, &Link> = HashMap::new();
    for link in library.links_of(at.story).filter(|link| link.target == LinkTarget::Meeting(index)) {
        links.entry(link.other(at.story)).or_insert(link);
    }
    // A correction may join what one story tells twice: it is one story.
    let mut known = HashSet::from([at.story]);
    let others = meeting.mentions.iter().filter(|other| known.insert(other.story));
    let teller =
        |other: &MentionRef| new(other.story, Landing::Mention(other.mention), links.get(&other.story).copied());
    let mut kin: Vec<Kin> = others.map(teller).collect();
    if kin.iter().any(|kin| kin.tier.is_none()) {
        let surely = library.connections.surely_without_link(&library.stories, index, at.story);
        for kin in kin.iter_mut().filter(|kin| kin.tier.is_none() && surely.contains(&kin.story)) {
            kin.joined = Tier::Same;
        }
    }
    // Stories that are linked to this meeting without being counted among its tellers.
    let tellers: HashSet<usize> = kin.iter().map(|kin| kin.story).collect();
    let doubtful = links.iter().filter(|(other, _)| !tellers.contains(other));
    kin.extend(doubtful.map(|(other, link)| new(*other, words_in(link, *other), Some(link))));
    ring(library, at.story, &mut kin);
    kin
}

/// The stories that share a series with this one.
pub fn of_series(library: &Library, story: usize) -> Vec<Kin> {
    let mut kin: Vec<Kin> = library
        .links_of(story)
        .filter_map(|link| match link.target {
            LinkTarget::Series(series) => Some((series, link)),
            LinkTarget::Meeting(_) => None,
        })
        .map(|(series, link)| {
            let other = link.other(story);
            let named = library.connections.series.get(series).and_then(|named| {
                named.stories.iter().find(|(teller, _)| *teller == other).map(|(_, words)| Landing::Passage(*words))
            });
            let landing = named.unwrap_or_else(|| words_in(link, other));
            Kin { series: Some(series), ..new(other, landing, Some(link)) }
        })
        .collect();
    ring(library, story, &mut kin);
    kin
}

/// The series that a meeting belongs to, by its own words or by those of another story that tells of it.
pub fn series_of(library: &Library, at: MentionRef) -> Option<usize> {
    let own = library.stories.get(at.story).and_then(|story| story.meetings.get(at.mention)?.series.as_ref());
    let id = own.or_else(|| library.meeting_of(at)?.1.series.as_ref())?;
    library.connections.series.iter().position(|series| series.id == *id)
}

fn new(story: usize, landing: Landing, link: Option<&Link>) -> Kin {
    Kin {
        story,
        landing,
        tier: link.map(|link| link.tier),
        joined: Tier::Probable,
        series: None,
        reasons: link.map_or_else(Vec::new, |link| link.said_from(link.other(story)).map(str::to_owned).collect()),
    }
}

/// For each meeting that a story tells of, how surely the surest of the other stories tells of it too; `None` where none
/// does that is at least as sure as `least`. Takes time for the links of the library.
pub fn bonds(library: &Library, story: usize, least: Tier) -> Vec<Option<Tier>> {
    let told = library.stories.get(story).map_or(0, |told| told.meetings.len());
    let mut links: HashMap<usize, Vec<&Link>> = HashMap::new();
    for link in library.links_of(story) {
        if let LinkTarget::Meeting(meeting) = link.target {
            links.entry(meeting).or_default().push(link);
        }
    }
    let own = |links: &Vec<&Link>| surest(links.iter().copied()).get(&story).copied();
    let bond = |mention| {
        let (index, meeting) = library.meeting_of(MentionRef { story, mention })?;
        let is_shared = meeting.mentions.iter().any(|other| other.story != story);
        is_shared.then(|| links.get(&index).and_then(own).unwrap_or(Tier::Probable))
    };
    (0..told).map(|mention| bond(mention).filter(|tier| *tier <= least)).collect()
}

/// The words of the heaviest reason that has some in the story `other`.
fn words_in(link: &Link, other: usize) -> Landing {
    let side = |reason: &crate::links::Reason| if link.from == other { reason.from } else { reason.to };
    link.reasons.iter().find_map(side).map_or(Landing::Top, Landing::Passage)
}

/// Brings the stories into the order of a ring: by day, beginning after `story`; each story once.
fn ring(library: &Library, story: usize, kin: &mut Vec<Kin>) {
    let place = |story: usize| {
        let published = library.stories.get(story).and_then(|story| story.annotations.published.as_ref());
        // Stories without a day come last.
        (published.is_none(), published.map(|published| published.best), story)
    };
    let here = place(story);
    kin.sort_by_key(|kin| {
        let there = place(kin.story);
        (there < here, there)
    });
    kin.dedup_by_key(|kin| kin.story);
}

/// The meeting that stands for a story where none is in focus: one that other stories tell of as well, for it leads on;
/// of these, and where there is none, the main one.
pub fn leading_mention(library: &Library, story: usize, least: Tier) -> Option<usize> {
    let told = &library.stories.get(story)?.meetings;
    let bonds = bonds(library, story, least);
    (0..told.len()).max_by_key(|mention| {
        let shared = bonds.get(*mention).is_some_and(Option::is_some);
        let main = told.get(*mention).is_some_and(|told| told.main);
        (shared, main, std::cmp::Reverse(*mention))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture;

    #[test]
    fn the_other_stories_of_a_meeting_come_with_reasons_and_a_place_to_land() {
        let library = fixture::library();
        let kin = of_meeting(&library, MentionRef { story: fixture::CALL, mention: 0 });
        assert_eq!(kin.len(), 1);
        let other = &kin[0];
        assert_eq!((other.story, other.landing), (fixture::SUMMIT, Landing::Mention(0)));
        assert_eq!(other.tier, Some(Tier::Same));
        assert!(!other.reasons.is_empty());
    }

    #[test]
    fn a_story_that_tells_of_a_meeting_twice_is_one_other_story() {
        let mut library = fixture::library();
        let at = MentionRef { story: fixture::CALL, mention: 0 };
        let number = library.connections.meetings.iter().position(|meeting| meeting.mentions.contains(&at)).unwrap();
        let before = of_meeting(&library, at);
        let meeting = &mut library.connections.meetings[number];
        meeting.mentions.push(MentionRef { story: fixture::SUMMIT, mention: 1 });
        meeting.mentions.sort_unstable();
        assert_eq!(of_meeting(&library, at), before);
    }

    #[test]
    fn going_round_the_stories_of_a_meeting_comes_back_to_the_first() {
        let library = fixture::library();
        let meeting = library.connections.meetings.iter().max_by_key(|meeting| meeting.mentions.len()).unwrap();
        let start = meeting.mentions[0];
        let (mut at, mut seen) = (start, Vec::new());
        for _ in 0..meeting.mentions.len() {
            seen.push(at.story);
            let kin = of_meeting(&library, at);
            let Landing::Mention(mention) = kin[0].landing else { panic!("{kin:?}") };
            at = MentionRef { story: kin[0].story, mention };
        }
        assert_eq!(at.story, start.story);
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), meeting.mentions.len());
    }

    #[test]
    fn a_meeting_that_is_shared_is_as_sure_as_its_surest_link() {
        let library = fixture::library();
        let bonds = |story, least| super::bonds(&library, story, least);
        assert_eq!(bonds(fixture::CALL, Tier::Series), [Some(Tier::Same), Some(Tier::Same)]);
        assert_eq!(bonds(fixture::WIDE, Tier::Probable), [Some(Tier::Probable)]);
        assert_eq!(bonds(fixture::WIDE, Tier::Same), [None]);
        assert_eq!(bonds(fixture::ROUND, Tier::Series), [None], "a series is no meeting");
    }

    #[test]
    fn a_story_has_kin_by_series() {
        let library = fixture::library();
        let kin = of_series(&library, fixture::SERIES);
        assert_eq!(kin.iter().map(|kin| kin.story).collect::<Vec<_>>(), [fixture::ROUND]);
        assert!(matches!(kin[0].landing, Landing::Passage(_)));
        assert_eq!(of_series(&library, fixture::ALONE), []);
    }

    #[test]
    fn a_shared_meeting_leads_a_story_and_the_main_one_where_none_is_shared() {
        let mut library = fixture::library();
        assert_eq!(leading_mention(&library, fixture::CALL, Tier::Series), Some(0));
        assert_eq!(leading_mention(&library, fixture::ALONE, Tier::Series), None);
        library.stories[fixture::CALL].meetings[0].main = false;
        library.stories[fixture::CALL].meetings[1].main = true;
        for meeting in &mut library.connections.meetings {
            if meeting.mentions.contains(&MentionRef { story: fixture::CALL, mention: 1 }) {
                meeting.mentions.retain(|at| at.story == fixture::CALL);
            }
        }
        assert_eq!(leading_mention(&library, fixture::CALL, Tier::Series), Some(0), "others tell of the call");
        for meeting in &mut library.connections.meetings {
            meeting.mentions.retain(|at| at.story == fixture::CALL);
        }
        assert_eq!(leading_mention(&library, fixture::CALL, Tier::Series), Some(1), "nobody else tells of anything");
    }
}
