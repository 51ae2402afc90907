//! All stories with their plain tellings in, the tellings that a story gives only in passing out.
//!
//! **In:** stories whose people and days are settled, their tellings, and which of these are of one meeting.
//! **Out:** *echoes*: tellings of a meeting that another story reports plainly, in words that alone would not tell of one
//! (`lunch with the premier`, `on the bridge at Kolm, last weekend`).
//! **Why:** what one outlet reports, another takes as known. Read alone such words say too little; beside the report they
//! can mean nothing else.
//!
//! Every sentence is held against the known meetings that share two of its people, its place or its event (`known`, which
//! never compares all with all); what it has in common with each is added up (`weigh`, from what `passages` lays out). It is
//! an echo where enough agrees and no other meeting fits nearly as well, nor one that the story tells plainly itself. An
//! echo says only what its own words say, joins the meeting that it echoes, and never makes or bridges meetings.

mod corrected;
mod denied;
mod known;
mod offices;
mod passages;
mod people;
mod turns;
mod weigh;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt, HashSet};
use rayon::prelude::*;

use corrected::Heard;
use known::{Index, Known};
use passages::{Row, Source};
use weigh::{Agreement, Passages, bearings, weigh};

use super::assemble::clusters;
use super::background::Background;
use super::corrections::{Decisions, MeetingCorrection};
use super::days::{Days, number_of};
use super::half_told::{self, HalfTold};
use super::progress::Counted;
use super::sides::Sides;
use super::telling::Telling;
use super::tellings::Tellings;
use super::types::MentionRef;
use super::vetoes::is_vetoed;
use crate::language::{EntityId, Facts};
use crate::meetings::{MeetingKind, MeetingMention, MeetingPlace, Participant, Status, Story};

/// What must agree before a sentence is an echo, in the points of [`weigh`].
const ENOUGH: f64 = 5.0;
/// By how many points the meeting must fit better than any other.
const CLEAR: f64 = 1.0;
/// Confidence of an echo that agrees just enough, and what each further point adds, up to the last.
const CONFIDENCE: (f64, f64, f64) = (0.5, 0.04, 0.7);

/// Takes the echoes out of stories that were connected before.
pub(super) fn remove(stories: &mut [Story]) {
    stories.iter_mut().for_each(take_out);
}

/// Takes the echoes out of a story, and what was set aside for them back in.
pub(super) fn take_out(story: &mut Story) {
    story.meetings.retain(|meeting| meeting.echo.is_none());
    if !story.set_aside.is_empty() {
        story.meetings.append(&mut story.set_aside);
        story.meetings.sort_by_key(|meeting| meeting.evidence.first().copied());
    }
}

/// Adds the echoes that the stories hold of each other's meetings. Returns which plain tellings are of one meeting; those of
/// each of `dated` are.
pub(super) fn add(
    stories: &mut [Story],
    facts: &Facts,
    corrections: &[MeetingCorrection],
    dated: &[Vec<MentionRef>],
    counted: &Counted<'_>,
) -> Vec<Vec<MentionRef>> {
    let Found { mut clusters, echoes: mut found, aside } = find(stories, facts, corrections, dated, counted);
    denied::deny(&mut found, stories, corrections);
    let mut moved: HashMap<MentionRef, MentionRef> = HashMap::new();
    for (number, echoes) in found {
        let Some(story) = stories.get_mut(number) else { continue };
        let plain = story.meetings.len();
        let is_aside = |mention: usize| aside.contains(&MentionRef { story: number, mention });
        let mut told: Vec<(usize, MeetingMention)> = story.meetings.drain(..).chain(echoes).enumerate().collect();
        told.sort_by_key(|(old, meeting)| (meeting.evidence.first().copied(), *old));
        let (gone, told): (Vec<_>, Vec<_>) = told.into_iter().partition(|(old, _)| is_aside(*old));
        story.set_aside.extend(gone.into_iter().map(|(_, meeting)| meeting));
        for (new, (old, meeting)) in told.into_iter().enumerate() {
            if old < plain {
                moved.insert(MentionRef { story: number, mention: old }, MentionRef { story: number, mention: new });
            }
            story.meetings.push(meeting);
        }
    }
    for members in &mut clusters {
        members.retain(|member| !aside.contains(member));
    }
    clusters.retain(|members| !members.is_empty());
    for mention in clusters.iter_mut().flatten() {
        *mention = moved.get(mention).copied().unwrap_or(*mention);
    }
    clusters
}

/// The echoes of a story, by its index.
type OfStory = (usize, Vec<MeetingMention>);

/// What was heard.
struct Found {
    /// Which plain tellings are of one meeting.
    clusters: Vec<Vec<MentionRef>>,
    /// The stories that hold echoes of these.
    echoes: Vec<OfStory>,
    /// Half-told ones that echoes show to be what these are of.
    aside: BTreeSet<MentionRef>,
}

fn find(
    stories: &[Story],
    facts: &Facts,
    corrections: &[MeetingCorrection],
    dated: &[Vec<MentionRef>],
    counted: &Counted<'_>,
) -> Found {
    let tellings = Tellings::of(stories);
    let decisions = Decisions::of(stories, corrections);
    // What is told by half and named by a reader beside words in passing has to be of a meeting before these are given to it.
    let in_full = tellings.in_full_and(&corrected::named_beside(stories, corrections));
    let clusters = clusters(&in_full, &decisions, dated);
    let hall = Hall { stories, tellings: &tellings, facts };
    let each = |_| {
        counted.one_more();
        true
    };
    let mut found = hall.listen(&clusters, each);
    if !corrections.is_empty() {
        corrected::settle(&mut found, &hall, &clusters, corrections, dated);
    }
    let has_half = in_full.len() < tellings.all().len();
    let clusters = if has_half { half_told::join(tellings.all(), clusters, &decisions) } else { clusters };
    let aside = if has_half { set_aside(stories, &clusters, &mut found, &decisions) } else { BTreeSet::new() };
    let echoes = found.into_iter().map(|(number, heard)| (number, heard.into_iter().map(|(_, echo)| echo).collect()));
    Found { clusters, echoes: echoes.collect(), aside }
}

/// The half-told ones in whose words an echo was heard, or that joined the meeting of which their story holds an echo. Where a reader
/// corrected one of them, it stays and the echo goes.
fn set_aside(
    stories: &[Story],
    clusters: &[Vec<MentionRef>],
    found: &mut [(usize, Vec<Heard>)],
    decisions: &Decisions,
) -> BTreeSet<MentionRef> {
    let named: HashSet<MentionRef> =
        [true, false].into_iter().flat_map(|is_same| decisions.those(is_same)).flat_map(|(a, b)| [a, b]).collect();
    let mut aside = BTreeSet::new();
    for (number, heard) in found {
        let Some(story) = stories.get(*number) else { continue };
        let half_told = HalfTold::of(story);
        heard.retain(|(cluster, echo)| {
            let joined = clusters.get(*cluster).into_iter().flatten().filter(|member| member.story == *number);
            let joined = joined.map(|member| member.mention).filter(|mention| half_told.has(*mention));
            let others: Vec<usize> = half_told.in_words_of(echo).into_iter().chain(joined).collect();
            let mention = |mention: usize| MentionRef { story: *number, mention };
            let is_corrected = |at: &usize| {
                named.contains(&mention(*at)) || story.meetings.get(*at).is_some_and(|one| one.corrected.is_some())
            };
            let stays = !others.iter().any(is_corrected);
            if stays {
                aside.extend(others.into_iter().map(mention));
            }
            stays
        });
    }
    aside
}

/// Where all stories are listened to.
struct Hall<'s> {
    stories: &'s [Story],
    tellings: &'s Tellings<'s>,
    facts: &'s Facts,
}

impl Hall<'_> {
    /// The stories that hold echoes of the meetings of these clusters, of those that are `wanted`, as [`Self::hear`].
    fn listen(&self, clusters: &[Vec<MentionRef>], wanted: impl Fn(usize) -> bool + Sync) -> Vec<(usize, Vec<Heard>)> {
        self.hear(&self.known(clusters), wanted)
    }

    /// The stories that hold echoes of those meetings that are asked for by their indices, each held against all others too.
    /// A story that names nothing by which one of them is found is not listened to.
    fn listen_for(&self, clusters: &[Vec<MentionRef>], is_asked: impl Fn(usize) -> bool) -> Vec<(usize, Vec<Heard>)> {
        let (numbers, known) = self.known(clusters);
        let asked = numbers.iter().zip(&known).filter(|(number, _)| is_asked(**number));
        let asked: HashSet<&EntityId> = asked.flat_map(|(_, known)| known.found_by()).collect();
        let names = |number: usize| {
            let names = self.stories.get(number).into_iter().flat_map(|story| &story.annotations.names);
            names.into_iter().any(|name| asked.contains(&name.id))
        };
        self.hear(&(numbers, known), names)
    }

    /// The meetings of these clusters of which enough is known, each with the index of its cluster before.
    fn known(&self, clusters: &[Vec<MentionRef>]) -> (Vec<usize>, Vec<Known<'_>>) {
        let told = |members: &Vec<MentionRef>| members.iter().filter_map(|member| self.tellings.get(*member)).collect();
        let known = clusters.par_iter().enumerate();
        known.filter_map(|(number, members)| Some((number, Known::of(told(members), self.facts)?))).unzip()
    }

    /// The stories that hold echoes of these meetings, of those that are `wanted` by their indices, ascending.
    fn hear(
        &self,
        (numbers, known): &(Vec<usize>, Vec<Known<'_>>),
        wanted: impl Fn(usize) -> bool + Sync,
    ) -> Vec<(usize, Vec<Heard>)> {
        let Self { stories, tellings, facts } = *self;
        let index = Index::of(known);
        let wanted = stories.par_iter().enumerate().filter(|(number, _)| wanted(*number));
        let found = wanted.filter_map(|(number, story)| {
            let named = story.annotations.names.iter().map(|name| &name.id).collect();
            let own = tellings.of_story(number);
            let listener = Listener { number, story, named, own, known, index: &index, facts };
            let echoes = listener.listen().into_iter();
            let echoes: Vec<Heard> = echoes.filter_map(|(known, echo)| Some((*numbers.get(known)?, echo))).collect();
            (!echoes.is_empty()).then_some((number, echoes))
        });
        found.collect()
    }
}

/// One story that is listened to.
struct Listener<'k> {
    number: usize,
    story: &'k Story,
    /// Everyone and everything that it names.
    named: HashSet<&'k EntityId>,
    /// What it tells plainly.
    own: &'k [Telling<'k>],
    known: &'k [Known<'k>],
    index: &'k Index<'k>,
    facts: &'k Facts,
}

impl<'k> Listener<'k> {
    /// The echoes that the story holds, with what they echo: of each meeting the one that agrees best.
    fn listen(&self) -> Vec<(usize, MeetingMention)> {
        let source = Source::of(self.story);
        let rows = passages::rows(&source, self.facts);
        let mut best: BTreeMap<usize, Agreement<'_>> = BTreeMap::new();
        for at in 0..rows.len() {
            let Some((number, agreement)) = self.heard(&rows, source.here, at) else { continue };
            if best.get(&number).is_none_or(|known| agreement.points > known.points) {
                best.insert(number, agreement);
            }
        }
        let echoes = best.into_iter().filter_map(|(number, agreement)| {
            let known = self.known.get(number)?;
            let echo = self.echo(known, &agreement)?;
            self.may_join(known, &echo).then_some((number, echo))
        });
        echoes.collect()
    }

    /// The one meeting that the sentence `at` is about, by its number, if that is clear; the story was written `here`.
    fn heard<'r>(&self, rows: &[Row<'r>], here: Option<&'r EntityId>, at: usize) -> Option<(usize, Agreement<'r>)>
    where
        'k: 'r,
    {
        let Self { story, named, index, facts, .. } = self;
        let passage = Passages { story, named, rows, at, here, index, facts };
        // What cannot come near enough is no rival of what agrees, and where nothing can agree, nothing is weighed.
        let near = self.index.near(rows, at, self.story.annotations.published.as_ref()).into_iter();
        let near = near.filter_map(|number| {
            let known = self.known.get(number)?;
            Some((number, known, bearings(known, &passage, ENOUGH - CLEAR)?))
        });
        let near: Vec<_> = near.collect();
        if near.iter().all(|(_, _, bearings)| bearings.most < ENOUGH) {
            return None;
        }
        let weighed = near.into_iter();
        let weighed = weighed.filter_map(|(number, known, bearings)| Some((number, weigh(known, &passage, bearings)?)));
        let mut weighed: Vec<(usize, Agreement<'r>)> = weighed.collect();
        weighed.sort_by(|a, b| b.1.points.total_cmp(&a.1.points).then(a.0.cmp(&b.0)));
        let mut weighed = weighed.into_iter();
        let (number, first) = weighed.next()?;
        let next = weighed.next().map_or(f64::NEG_INFINITY, |(_, agreement)| agreement.points);
        let is_clear = first.points >= ENOUGH && first.points >= next + CLEAR;
        let known = self.known.get(number)?;
        let is_heard = is_clear && !self.is_told(known) && !self.has_rival(number, known, &first);
        is_heard.then_some((number, first))
    }

    /// Whether the story tells plainly of this meeting, or of one that could be it.
    fn is_told(&self, known: &Known<'k>) -> bool {
        let shares = |own: &Telling<'_>, telling: &Telling<'_>| {
            // Whoever phoned in the morning may have met by night.
            let is_call = |telling: &Telling<'_>| telling.meeting.kind == MeetingKind::Call || telling.is_remote;
            is_call(own) == is_call(telling)
                && (own.meeting.participants.is_empty() || Sides::of(own.meeting, telling.meeting).shared() > 0)
        };
        known.members.iter().any(|telling| telling.number == self.number)
            || self.own.iter().filter(|own| !own.meeting.half_told).any(|own| {
                let members = &known.members;
                members.iter().all(|telling| !is_vetoed(own, telling))
                    && members.iter().any(|telling| shares(own, telling))
            })
    }

    /// Whether a sentence that does not name both sides could as well be of another meeting of the same people, of which
    /// less is told: the guest of a president sees the vice-president on the same day.
    fn has_rival(&self, number: usize, known: &Known<'k>, agreement: &Agreement<'_>) -> bool {
        if agreement.here >= 2 {
            return false;
        }
        let named = |who: &EntityId| {
            agreement.people.iter().filter_map(|(at, _)| known.people.get(*at)).all(|one| one.id == *who)
        };
        self.index.rivals(number, known).into_iter().filter_map(|other| self.known.get(other)).any(|other| {
            let days = agreement.day.map(|when| Days::of(when.interval)).or(known.days);
            let is_then = other.when.is_some() && days.zip(other.days).is_some_and(|(x, y)| x.meets(y));
            let is_there = agreement.place.is_none_or(|said| other.may_be_at(said.id));
            let has_them = agreement.people.is_empty() || other.people.iter().any(|who| named(&who.id));
            is_then && is_there && has_them && (other.kind == MeetingKind::Call) == (known.kind == MeetingKind::Call)
        })
    }

    /// Whether nothing decides against the echo.
    fn may_join(&self, known: &Known<'k>, echo: &MeetingMention) -> bool {
        let telling = Telling::of(self.number, &Background::of(self.story), 0, echo);
        known.members.iter().all(|other| !is_vetoed(&telling, other))
    }

    /// The telling, with nothing but what the words say.
    fn echo(&self, known: &Known<'k>, agreement: &Agreement<'_>) -> Option<MeetingMention> {
        let (least, each, most) = CONFIDENCE;
        let participants = agreement.people.iter().filter_map(|(number, passage)| {
            let who = known.people.get(*number)?;
            Some(Participant { role: None, passage: *passage, ..(*who).clone() })
        });
        let place = agreement.place.and_then(|said| {
            let name = self.story.name(said.id)?;
            Some(MeetingPlace { id: name.id.clone(), name: name.name.clone(), passage: said.passage })
        });
        let (when, corrected) = agreement.day.map(|said| known.day_as_told(&said)).unzip();
        Some(MeetingMention {
            kind: known.kind,
            status: self.status(known),
            main: false,
            participants: participants.collect(),
            when,
            place,
            ordinal: None,
            series: None,
            event: None,
            sides: None,
            evidence: agreement.evidence.clone(),
            confidence: (least + each * (agreement.points - ENOUGH)).min(most),
            is_likely: false,
            half_told: false,
            echo: Some(known.source()?),
            corrected: corrected.flatten(),
        })
    }

    /// What is past when the story is published took place, unless it is known to have been called off.
    fn status(&self, known: &Known<'_>) -> Status {
        let published = self.story.annotations.published.as_ref();
        let is_past = known.first_day().zip(published).map(|(first, told)| first <= number_of(told.interval.to));
        match (known.status, is_past) {
            (Status::Cancelled, _) => Status::Cancelled,
            (_, Some(true)) => Status::Held,
            (_, Some(false)) => Status::Planned,
            (status, None) => status,
        }
    }
}
