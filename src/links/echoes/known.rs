//! Clusters of plain tellings in, the meetings that an echo can be of out, and an index that finds the few that a sentence
//! can be about.

use foldhash::{HashMap, HashMapExt};

use super::offices;
use super::passages::{MOST, Row, together};
use super::people::REACH;
use crate::language::{EntityId, Facts, NameKind, Part, Passage, Published, When};
use crate::links::around::{GUESTS, pairs};
use crate::links::days::{Days, number_of};
use crate::links::record::best_days;
use crate::links::telling::Telling;
use crate::links::vetoes::gap;
use crate::meetings::{CorrectedDay, Echo, MeetingDate, MeetingKind, MeetingPlace, Participant, Status};

/// A meeting that some story tells plainly.
pub(super) struct Known<'s> {
    /// Its tellings, in the order of their stories.
    pub members: Vec<&'s Telling<'s>>,
    /// Everyone who is named; a state only where nobody is who acts for it.
    pub people: Vec<&'s Participant>,
    /// For each of them, the offices by which its stories introduce him.
    pub offices: Vec<Vec<String>>,
    /// Where it was, as its stories call it.
    pub places: Vec<&'s MeetingPlace>,
    /// Towns that its stories name beside it: that of the dateline of a report of the day, others in the same words.
    pub near: Vec<&'s EntityId>,
    /// The most exact day that is told.
    pub when: Option<MeetingDate>,
    /// The days on which it can have been.
    pub days: Option<Days>,
    /// The days that its stories tell, where a reader corrected them: whoever heard of it elsewhere has them from there.
    pub told: Vec<Days>,
    /// The named events that it is or is a part of.
    pub events: Vec<&'s EntityId>,
    pub kind: MeetingKind,
    pub status: Status,
}

impl<'s> Known<'s> {
    /// Whether it was at this place, as far as is told.
    pub(super) fn may_be_at(&self, place: &EntityId) -> bool {
        let told = self.places.iter().map(|place| &place.id).chain(self.near.iter().copied());
        self.places.is_empty() || told.into_iter().any(|own| own == place)
    }

    /// The days that may be told of it.
    pub(super) fn tellable(&self) -> impl Iterator<Item = Days> {
        self.days.into_iter().chain(self.told.iter().copied())
    }

    /// The first day that may be told of it, also where its story leaves its year open.
    pub(super) fn first_day(&self) -> Option<i32> {
        let own = self.when.map(|when| number_of(when.interval.from));
        own.into_iter().chain(self.told.iter().map(|days| days.from)).min()
    }

    /// What is told of its day in these words; its corrected day where they tell the one that was corrected.
    pub(super) fn day_as_told(&self, said: &When) -> (MeetingDate, Option<CorrectedDay>) {
        let told = MeetingDate { interval: said.interval, precision: said.precision, passage: Some(said.passage) };
        let is_other = self.days.is_some_and(|days| gap(Days::of(said.interval), days) > 0);
        let by = self.members.iter().filter_map(|telling| Some(telling.meeting.corrected?.by)).max();
        match (self.when, by.filter(|_| is_other)) {
            (Some(when), Some(by)) => {
                let corrected = CorrectedDay { told: Some(told), by };
                (MeetingDate { passage: told.passage, ..when }, Some(corrected))
            }
            _ => (told, None),
        }
    }

    /// The meeting of these tellings; `None` where too little is known of it.
    pub(super) fn of(mut members: Vec<&'s Telling<'s>>, facts: &Facts) -> Option<Self> {
        // In the stories' own order, so that the order of files does not show.
        members.sort_by_key(|telling| (&telling.story.article.id, &telling.story.article.text, telling.mention));
        let first = *members.first()?;
        let people = people(&members);
        let places = members.iter().filter_map(|telling| telling.meeting.place.as_ref());
        let places: Vec<&'s MeetingPlace> = places.filter(|place| facts.state(&place.id).is_none()).collect();
        let events: Vec<&'s EntityId> = members.iter().filter_map(|telling| Some(telling.event?.0)).collect();
        let when = best_days(&members);
        let dated = members.iter().find(|telling| telling.meeting.when == when);
        // A story whose year is open tells of no days in particular.
        let days = dated.and_then(|one| if let [days] = one.possible.as_slice() { Some(*days) } else { None });
        let told = members.iter().filter_map(|telling| Some(Days::of(telling.meeting.corrected?.told?.interval)));
        let mut told: Vec<Days> = told.collect();
        told.sort_unstable();
        told.dedup();
        let is_enough = people.len() >= 2 || !events.is_empty() && when.is_some();
        is_enough.then(|| Self {
            offices: people.iter().map(|who| offices::of(&who.id, &members)).collect(),
            people,
            when,
            days,
            told,
            events,
            kind: first.meeting.kind,
            status: first.meeting.status,
            near: near(&members, facts),
            places,
            members,
        })
    }

    /// All by which [`Index::near`] finds it.
    pub(super) fn found_by(&self) -> impl Iterator<Item = &'s EntityId> {
        let people = self.people.iter().map(|who| &who.id);
        let places = self.places.iter().map(|place| &place.id).chain(self.near.iter().copied());
        people.chain(places).chain(self.events.iter().copied())
    }

    /// The telling that an echo names as its source.
    pub(super) fn source(&self) -> Option<Echo> {
        let first = self.members.first()?;
        Some(Echo { story: first.story.article.id.clone(), evidence: first.evidence()? })
    }
}

/// Days after a meeting in which a report of it is written where it was.
const ON_THE_SPOT: i32 = 1;

/// The towns named beside these tellings.
fn near<'s>(members: &[&'s Telling<'s>], facts: &Facts) -> Vec<&'s EntityId> {
    let mut near: Vec<&'s EntityId> = Vec::new();
    for telling in members.iter().filter(|telling| telling.meeting.kind != MeetingKind::Call) {
        let story = telling.story;
        let told = telling.meeting.corrected.and_then(|corrected| corrected.told);
        let days = told.or(telling.meeting.when).map(|when| Days::of(when.interval));
        let is_of_the_day = days
            .zip(telling.published())
            .is_some_and(|(days, published)| gap(days, Days { from: published, to: published }) <= ON_THE_SPOT);
        let dateline = story.article.dateline.and_then(|dateline| dateline.place);
        let dateline = dateline.filter(|_| telling.meeting.main && is_of_the_day);
        let dateline = dateline.map(|span| Passage { part: Part::Text, span });
        let told = dateline.iter().chain(&telling.meeting.evidence);
        let holds =
            |passage: &Passage| told.clone().any(|own| own.part == passage.part && own.span.contains(passage.span));
        let places = story.annotations.names.iter().filter(|name| {
            name.kind == NameKind::Place
                && facts.state(&name.id).is_none()
                && name.mentions.iter().any(|mention| holds(&mention.passage))
        });
        near.extend(places.map(|name| &name.id));
    }
    near.sort_unstable();
    near.dedup();
    near
}

/// Everyone whom these tellings name; a state only where nobody is named who acts for it.
fn people<'s>(members: &[&'s Telling<'s>]) -> Vec<&'s Participant> {
    let mut people: Vec<&'s Participant> = Vec::new();
    for who in members.iter().flat_map(|telling| &telling.meeting.participants) {
        if people.len() < MOST && !people.iter().any(|known| known.id == who.id) {
            people.push(who);
        }
    }
    let acting: Vec<&EntityId> = people.iter().flat_map(|who| &who.acts_for).collect();
    people.retain(|who| who.kind == NameKind::Person || !acting.contains(&&who.id));
    people
}

/// What a sentence must name of a meeting to be held against it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'s> {
    People(&'s EntityId, &'s EntityId),
    Place(&'s EntityId),
    /// The meetings of one tell whether another could be meant; a sentence is held against those of the days that it tells, where
    /// it tells the other side by an office, or where the speaker is the other side.
    One(&'s EntityId),
    Event(&'s EntityId),
}

/// Meetings by key, each list by day.
pub(super) struct Index<'s> {
    lists: HashMap<Key<'s>, Vec<(i32, usize)>>,
}

/// Meetings of one key that a sentence is held against for each day that it tells, or before its story's own.
const NEAREST: usize = 12;
/// Days that a meeting lasts at most, and by which its day may be told otherwise.
const LONGEST: i32 = 14;

impl<'s> Index<'s> {
    pub(super) fn of(known: &[Known<'s>]) -> Self {
        let mut lists: HashMap<Key<'s>, Vec<(i32, usize)>> = HashMap::new();
        for (number, known) in known.iter().enumerate() {
            let mut days: Vec<i32> = known.tellable().map(|days| days.from).collect();
            if days.is_empty() {
                days.push(i32::MAX);
            }
            let ids: Vec<&'s EntityId> = known.people.iter().map(|who| &who.id).collect();
            let people = pairs(&ids).into_iter().map(|(one, other)| Key::People(one, other));
            let places = known.places.iter().map(|place| &place.id).chain(known.near.iter().copied()).map(Key::Place);
            let one = ids.iter().map(|id| Key::One(id));
            let events = known.events.iter().map(|event| Key::Event(event));
            for key in people.chain(places).chain(one).chain(events) {
                lists.entry(key).or_default().extend(days.iter().map(|day| (*day, number)));
            }
        }
        for list in lists.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        Self { lists }
    }

    /// How many meetings are told to have been at this place.
    pub(super) fn meetings_at(&self, place: &'s EntityId) -> usize {
        self.lists.get(&Key::Place(place)).map_or(0, Vec::len)
    }

    /// The other meetings of those who took part in this one, about its days, ascending.
    pub(super) fn rivals(&self, number: usize, known: &Known<'s>) -> Vec<usize> {
        let Some(days) = known.days else { return Vec::new() };
        let mut found: Vec<usize> = Vec::new();
        for list in known.people.iter().filter_map(|who| self.lists.get(&Key::One(&who.id))) {
            let first = list.partition_point(|(day, _)| *day < days.from.saturating_sub(LONGEST));
            let near = list.iter().skip(first).take_while(|(day, _)| *day <= days.to.saturating_add(1));
            found.extend(near.map(|(_, number)| *number).filter(|other| *other != number));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The meetings that the sentence `at` may be about, ascending.
    pub(super) fn near(&self, rows: &[Row<'s>], at: usize, published: Option<&Published>) -> Vec<usize> {
        let Some(row) = rows.get(at) else { return Vec::new() };
        let before = at.checked_sub(1).and_then(|at| rows.get(at));
        let both = || before.into_iter().chain([row]);
        let mut people: Vec<&'s EntityId> = rows
            .get(at.saturating_sub(REACH)..=at)
            .into_iter()
            .flatten()
            .flat_map(|row| &row.named)
            .map(|who| who.id)
            .collect();
        people.sort_unstable();
        people.dedup();
        people.truncate(GUESTS);
        // Most who are named never met anyone.
        people.retain(|id| self.lists.contains_key(&Key::One(id)));
        let places = both().flat_map(|row| &row.places).map(|place| Key::Place(place.id));
        let people = pairs(&people).into_iter().map(|(one, other)| Key::People(one, other));
        let events = row.events.iter().map(|event| Key::Event(event.id));
        let days: Vec<Days> = both().flat_map(|row| &row.dates).map(|when| Days::of(when.interval)).collect();
        let own = published.map(|published| number_of(published.best));
        let mut found: Vec<usize> = Vec::new();
        // The other side may be told by an office, be the speaker, or be meant by a pronoun.
        let tells_of_another = || {
            let tone = row.tone();
            let points = || tone.points.is_some() && together(rows, at).is_some();
            tone.is_own || tone.is_ours || !row.offices().is_empty() || points()
        };
        let is_asked = !row.people.is_empty() && !row.dates.is_empty() && tells_of_another();
        let ones = row.people.iter().filter(|_| is_asked).map(|who| Key::One(who.id));
        for list in ones.filter_map(|key| self.lists.get(&key)) {
            for days in row.dates.iter().map(|when| Days::of(when.interval)) {
                let first = list.partition_point(|(day, _)| *day < days.from);
                let near = list.iter().skip(first).take_while(|(day, _)| *day <= days.to);
                found.extend(near.take(NEAREST).map(|(_, number)| *number));
            }
        }
        for list in people.chain(places).chain(events).filter_map(|key| self.lists.get(&key)) {
            for days in &days {
                let first = list.partition_point(|(day, _)| *day < days.from.saturating_sub(LONGEST));
                let near = list.iter().skip(first).take_while(|(day, _)| *day <= days.to.saturating_add(1));
                found.extend(near.take(NEAREST).map(|(_, number)| *number));
            }
            let end = own.map_or(list.len(), |own| list.partition_point(|(day, _)| *day <= own));
            found.extend(list.iter().take(end).rev().take(NEAREST).map(|(_, number)| *number));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
