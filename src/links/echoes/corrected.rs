//! Echoes as they were heard and what a reader corrects in, the meetings of which they are out.
//!
//! **Why:** what a story tells in passing says too little to be compared; it joins whatever meeting it fits. So a reader's word
//! about it is no decision on two tellings: `same meeting` takes it to another meeting, and leaves that which it seemed to be
//! of as it is; `not the same` takes it away from one. It is of a meeting still, though no other story may tell of that: it is
//! not lost, but a meeting of its own. Corrections are heeded in their order, so that the last word counts.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Hall;
use crate::language::EntityId;
use crate::links::assemble::clusters as clusters_of;
use crate::links::corrections::{Decisions, MeetingCorrection, Places, Quote, corrected, said, take_back};
use crate::links::tellings::Tellings;
use crate::links::types::MentionRef;
use crate::meetings::{CorrectedDay, Echo, MeetingDate, MeetingMention, Participant, Story};

/// An echo that a story holds, and before it what it was heard to be of: an index into the clusters of plain tellings.
pub(super) type Heard = (usize, MeetingMention);

/// Of which meeting an echo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// One that is told plainly: an index into the clusters.
    Told(usize),
    /// One of which only echoes tell, those with the same number.
    Own(usize),
}

/// An echo, by the index of its story among those that hold some and its own index there.
type At = (usize, usize);

/// What a quote names.
#[derive(Clone, Copy, Debug)]
enum Side {
    /// A telling of the meeting with this index into the clusters.
    Plain(MentionRef, usize),
    Echo(At),
}

struct Settling<'s> {
    places: Places<'s>,
    /// The index into the clusters, by telling.
    cluster_of: HashMap<MentionRef, usize>,
    /// The index into the stories that hold echoes, by that of the story.
    held: HashMap<usize, usize>,
    /// Where the echoes are that a correction took elsewhere.
    moved: HashMap<At, Home>,
    /// Whom the echoes mean that were left alone by the telling that they echoed: those of the meeting with this index.
    meant: HashMap<At, usize>,
    /// How many meetings only echoes tell.
    own: usize,
}

/// Puts the echoes that `corrections` name where these say. `clusters` are the plain tellings of each meeting, those of each of
/// `dated` are known to be of one.
pub(super) fn settle(
    found: &mut Vec<(usize, Vec<Heard>)>,
    hall: &Hall<'_>,
    clusters: &[Vec<MentionRef>],
    corrections: &[MeetingCorrection],
    dated: &[Vec<MentionRef>],
) {
    let stories = hall.stories;
    let members = clusters.iter().enumerate();
    let mut settling = Settling {
        places: Places::of(stories),
        cluster_of: members.flat_map(|(number, all)| all.iter().map(move |at| (*at, number))).collect(),
        held: HashMap::new(),
        moved: HashMap::new(),
        meant: HashMap::new(),
        own: 0,
    };
    settling.hear_again(found, hall, (clusters, corrections, dated));
    Settling::hear_on_old_days(found, hall, clusters);
    found.retain(|(_, heard)| !heard.is_empty());
    settling.held = found.iter().enumerate().map(|(at, (story, _))| (*story, at)).collect();
    for correction in corrections {
        settling.heed(found, correction);
    }
    settling.move_echoes(found, stories, clusters, corrections);
}

impl Settling<'_> {
    /// Takes each echo that was moved to where it is now, with the kind and the day of that.
    fn move_echoes(
        &self,
        found: &mut [(usize, Vec<Heard>)],
        stories: &[Story],
        clusters: &[Vec<MentionRef>],
        corrections: &[MeetingCorrection],
    ) {
        let days = self.days(found, corrections);
        for (at, home) in &self.moved {
            let plain = match home {
                Home::Told(cluster) => clusters.get(*cluster).and_then(|members| members.first()),
                Home::Own(_) => None,
            };
            let source = match plain {
                Some(plain) => source(stories, *plain),
                None => self.first_of(found, *home, stories),
            };
            let kind = plain.and_then(|at| stories.get(at.story)?.meetings.get(at.mention)).map(|told| told.kind);
            let echo = found.get_mut(at.0).and_then(|(_, echoes)| echoes.get_mut(at.1));
            let (Some((_, echo)), Some(source)) = (echo, source) else { continue };
            echo.echo = Some(source);
            echo.kind = kind.unwrap_or(echo.kind);
            if let (Home::Own(_), Some(members)) = (home, self.meant.get(at).and_then(|of| clusters.get(*of))) {
                mean(echo, members, stories);
            }
            // The day that another meeting was corrected to is not that of this one.
            if let Some(corrected) = echo.corrected.take() {
                echo.when = corrected.told;
            }
            if let Some((when, corrected)) = days.get(at) {
                (echo.when, echo.corrected) = (Some(*when), Some(*corrected));
            }
        }
    }
}

/// What an echo of this telling names as its source.
fn source(stories: &[Story], at: MentionRef) -> Option<Echo> {
    let story = stories.get(at.story)?;
    let evidence = story.meetings.get(at.mention)?.evidence.first().copied()?;
    Some(Echo { story: story.article.id.clone(), evidence })
}

/// The tellings that are plain and that a reader names together with words in passing.
pub(super) fn named_beside(stories: &[Story], corrections: &[MeetingCorrection]) -> HashSet<MentionRef> {
    let mixed = |correction: &&MeetingCorrection| correction.quotes().any(|quote| quote.in_passing);
    let mut mixed = corrections.iter().filter(mixed).peekable();
    if mixed.peek().is_none() {
        return HashSet::new();
    }
    let places = Places::of(stories);
    let plain = mixed.flat_map(MeetingCorrection::quotes).filter(|quote| !quote.in_passing);
    plain.filter_map(|quote| places.find(quote).ok()).collect()
}

/// Names in an echo whom it means, where it does not by itself: the reader says of a report that it is about another meeting, and
/// nothing of who these words are about.
fn mean(echo: &mut MeetingMention, members: &[MentionRef], stories: &[Story]) {
    let Some(words) = echo.evidence.first().copied() else { return };
    let told = members.iter().filter_map(|at| stories.get(at.story)?.meetings.get(at.mention));
    for who in told.flat_map(|told| &told.participants) {
        if !echo.participants.iter().any(|known| known.id == who.id) {
            echo.participants.push(Participant { role: Some(words), passage: words, ..who.clone() });
        }
    }
}

/// Which of the echoes of a story a quote names.
fn named(quote: &Quote, story: &Story, echoes: &[Heard]) -> Option<usize> {
    said(quote, story, echoes.iter().map(|(_, echo)| echo).enumerate())
}

/// Whether this story tells of the meeting plainly, so that nothing in it only echoes that.
fn tells_plainly(clusters: &[Vec<MentionRef>], home: usize, story: usize) -> bool {
    clusters.get(home).is_some_and(|members| members.iter().any(|at| at.story == story))
}

/// The echoes of this story, of which those that hold some are told ascending.
fn heard_in(found: &mut Vec<(usize, Vec<Heard>)>, story: usize) -> Option<&mut Vec<Heard>> {
    let place = found.partition_point(|(other, _)| *other < story);
    if found.get(place).is_none_or(|(other, _)| *other != story) {
        found.insert(place, (story, Vec::new()));
    }
    found.get_mut(place).map(|(_, heard)| heard)
}

/// Whether the same words tell both.
fn is_at_one_place(one: &MeetingMention, other: &MeetingMention) -> bool {
    one.evidence.first() == other.evidence.first()
}

/// The day to which a reader corrected a telling, and by which correction.
fn corrected_day(stories: &[Story], at: MentionRef) -> Option<(MeetingDate, usize)> {
    let meeting = stories.get(at.story)?.meetings.get(at.mention)?;
    Some((meeting.when?, meeting.corrected?.by))
}

impl Settling<'_> {
    /// Adds the echoes that are not heard any more for what a reader joined or parted: what is one meeting now has two days and
    /// two companies, and of two meetings that were one each fits them as well as the other. They are heard as if nothing was
    /// joined or parted, and stay with what they were of.
    fn hear_again(
        &self,
        found: &mut Vec<(usize, Vec<Heard>)>,
        hall: &Hall<'_>,
        (clusters, corrections, dated): (&[Vec<MentionRef>], &[MeetingCorrection], &[Vec<MentionRef>]),
    ) {
        let (days, others): (Vec<MeetingCorrection>, Vec<MeetingCorrection>) =
            corrections.iter().cloned().partition(|one| matches!(one, MeetingCorrection::Day { .. }));
        if others.is_empty() {
            return;
        }
        let told = clusters_of(&hall.tellings.in_full(), &Decisions::of(hall.stories, &days), dated);
        let homes: Vec<Option<usize>> = told.iter().map(|members| self.changed(members, clusters)).collect();
        let people: HashSet<&EntityId> = told
            .iter()
            .zip(&homes)
            .filter(|(_, home)| home.is_some())
            .flat_map(|(members, _)| members)
            .filter_map(|at| hall.tellings.get(*at))
            .flat_map(|telling| telling.meeting.participants.iter().map(|who| &who.id))
            .collect();
        let names = |story: usize| {
            let names = hall.stories.get(story).into_iter().flat_map(|story| &story.annotations.names);
            names.into_iter().any(|name| people.contains(&name.id))
        };
        for (number, echoes) in hall.listen(&told, names) {
            for (at, echo) in echoes {
                let Some(home) = homes.get(at).copied().flatten() else { continue };
                if tells_plainly(clusters, home, number) {
                    continue;
                }
                let Some(heard) = heard_in(found, number) else { continue };
                if !heard.iter().any(|(_, other)| is_at_one_place(other, &echo)) {
                    heard.push((home, echo));
                }
            }
        }
    }

    /// Leaves the echoes of a meeting that a reader put on another day with it, on that day: whoever told of it in passing told
    /// the old one, and on that another meeting of the same people may have been as well.
    fn hear_on_old_days(found: &mut Vec<(usize, Vec<Heard>)>, hall: &Hall<'_>, clusters: &[Vec<MentionRef>]) {
        let dated = |members: &Vec<MentionRef>| members.iter().find_map(|at| corrected_day(hall.stories, *at));
        let days: Vec<Option<(MeetingDate, usize)>> = clusters.iter().map(dated).collect();
        if days.iter().all(Option::is_none) {
            return;
        }
        let old = |(number, story): (usize, &Story)| -> Vec<(MentionRef, MeetingMention)> {
            let corrected = story.meetings.iter().enumerate().filter(|(_, meeting)| meeting.corrected.is_some());
            let old = corrected.map(|(mention, meeting)| {
                let mut meeting = meeting.clone();
                take_back(&mut meeting);
                (MentionRef { story: number, mention }, meeting)
            });
            old.collect()
        };
        let old: HashMap<MentionRef, MeetingMention> = hall.stories.iter().enumerate().flat_map(old).collect();
        let tellings = Tellings::with(hall.stories, |at, meeting| old.get(&at).unwrap_or(meeting));
        let before = Hall { tellings: &tellings, ..*hall };
        let is_asked = |cluster: usize| days.get(cluster).is_some_and(Option::is_some);
        for (number, echoes) in before.listen_for(clusters, is_asked) {
            for (home, mut echo) in echoes {
                let Some((day, by)) = days.get(home).copied().flatten() else { continue };
                if tells_plainly(clusters, home, number) {
                    continue;
                }
                if let Some(told) = echo.when.filter(|told| told.interval != day.interval) {
                    echo.when = Some(MeetingDate { passage: told.passage, ..day });
                    echo.corrected = Some(CorrectedDay { told: Some(told), by });
                }
                let Some(heard) = heard_in(found, number) else { continue };
                heard.retain(|(_, other)| !is_at_one_place(other, &echo));
                heard.push((home, echo));
            }
        }
    }

    /// What became of a meeting that a reader joined or parted: the meeting that has most of its tellings. `None` where it is as
    /// it was.
    fn changed(&self, members: &[MentionRef], clusters: &[Vec<MentionRef>]) -> Option<usize> {
        let mut homes: BTreeMap<usize, usize> = BTreeMap::new();
        for home in members.iter().filter_map(|at| self.cluster_of.get(at)) {
            *homes.entry(*home).or_default() += 1;
        }
        let (home, count) = homes.into_iter().rev().max_by_key(|(_, count)| *count)?;
        let is_same = count == members.len() && clusters.get(home).is_some_and(|now| now.len() == count);
        (!is_same).then_some(home)
    }

    fn heed(&mut self, found: &[(usize, Vec<Heard>)], correction: &MeetingCorrection) {
        let sides: Vec<Option<Side>> = correction.quotes().map(|quote| self.side(found, quote)).collect();
        let echoes = |sides: &[Option<Side>]| -> Vec<At> {
            let echo = |side: &Option<Side>| if let Some(Side::Echo(at)) = side { Some(*at) } else { None };
            sides.iter().filter_map(echo).collect()
        };
        let plain =
            |side: &Option<Side>| if let Some(Side::Plain(at, cluster)) = side { Some((*at, *cluster)) } else { None };
        let home = |settling: &Self, at: At| settling.home(found, at);
        match (correction, sides.split_first()) {
            (MeetingCorrection::Same(_), Some(_)) => {
                let told = sides.iter().find_map(plain).map(|(_, cluster)| Home::Told(cluster));
                let all = echoes(&sides);
                let Some(to) = told.or_else(|| home(self, *all.last()?)) else { return };
                self.moved.extend(all.into_iter().map(|at| (at, to)));
            }
            (MeetingCorrection::Apart { .. }, Some((Some(Side::Echo(at)), others))) => {
                let from = home(self, *at);
                let of_others = |settling: &Self| {
                    let told = others.iter().filter_map(plain).map(|(_, cluster)| Home::Told(cluster));
                    let heard: Vec<Option<Home>> = echoes(others).into_iter().map(|at| home(settling, at)).collect();
                    told.map(Some).chain(heard).any(|other| other == from)
                };
                if of_others(self) {
                    let own = self.own();
                    self.moved.insert(*at, own);
                }
            }
            (MeetingCorrection::Apart { .. }, Some((Some(Side::Plain(_, cluster)), others))) => {
                let parted = Home::Told(*cluster);
                let mut leave = echoes(others);
                leave.retain(|at| home(self, *at) == Some(parted));
                if leave.is_empty() {
                    return;
                }
                // What was told of one meeting stays so: the echoes go with the others that are told plainly.
                let with = others.iter().filter_map(plain).map(|(_, other)| Home::Told(other));
                let to = with.into_iter().find(|home| *home != parted).unwrap_or_else(|| self.own());
                self.meant.extend(leave.iter().map(|at| (*at, *cluster)));
                self.moved.extend(leave.into_iter().map(|at| (at, to)));
            }
            _ => {}
        }
    }

    fn own(&mut self) -> Home {
        self.own += 1;
        Home::Own(self.own)
    }

    /// What a quote names; a telling that is plain before one in passing, as elsewhere.
    fn side(&self, found: &[(usize, Vec<Heard>)], quote: &Quote) -> Option<Side> {
        if !quote.in_passing
            && let Ok(at) = self.places.find(quote)
        {
            return self.cluster_of.get(&at).map(|cluster| Side::Plain(at, *cluster));
        }
        let (number, story) = self.places.story(quote)?;
        let at = *self.held.get(&number)?;
        let (_, echoes) = found.get(at)?;
        Some(Side::Echo((at, named(quote, story, echoes)?)))
    }

    /// Of which meeting an echo is by what was corrected so far.
    fn home(&self, found: &[(usize, Vec<Heard>)], at: At) -> Option<Home> {
        let heard = || Some(Home::Told(found.get(at.0)?.1.get(at.1)?.0));
        self.moved.get(&at).copied().or_else(heard)
    }

    /// The words that stand for a meeting of which only echoes tell: the first of them, in the stories' own order.
    fn first_of(&self, found: &[(usize, Vec<Heard>)], home: Home, stories: &[Story]) -> Option<Echo> {
        let all = self.moved.iter().filter(|(_, other)| **other == home).filter_map(|(at, _)| {
            let (number, echoes) = found.get(at.0)?;
            let evidence = echoes.get(at.1)?.1.evidence.first().copied()?;
            Some(Echo { story: stories.get(*number)?.article.id.clone(), evidence })
        });
        all.min()
    }

    /// The days of meetings of which only echoes tell, as far as corrections say, by their echoes: the last one counts.
    fn days(
        &self,
        found: &[(usize, Vec<Heard>)],
        corrections: &[MeetingCorrection],
    ) -> HashMap<At, (MeetingDate, CorrectedDay)> {
        let mut days = HashMap::new();
        for (by, correction) in corrections.iter().enumerate() {
            let MeetingCorrection::Day { telling, on, .. } = correction else { continue };
            let Some(Side::Echo(at)) = self.side(found, telling) else { continue };
            let Some(home @ Home::Own(_)) = self.moved.get(&at).copied() else { continue };
            for (other, _) in self.moved.iter().filter(|(_, of)| **of == home) {
                let echo = found.get(other.0).and_then(|(_, echoes)| echoes.get(other.1)).map(|(_, echo)| echo);
                let Some(echo) = echo else { continue };
                let told = echo.corrected.map_or(echo.when, |corrected| corrected.told);
                let passage = told.and_then(|when| when.passage).or_else(|| echo.evidence.first().copied());
                let when = corrected(*on, passage);
                days.insert(*other, (when, CorrectedDay { told, by }));
            }
        }
        days
    }
}
