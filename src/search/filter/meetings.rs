//! A query in, the meetings that it asks for out.
//!
//! **In:** a library, prepared as for its stories, and a [`Query`]. **Out:** indices of meetings, in their order.
//! **Why:** whoever filters the list of meetings types what would filter the list of stories; what is asked of a story there
//! is asked of the meeting and of those who tell of it here.
//!
//! A word is looked for in who met, where, the kind, the series, the round or the event that it is, and the titles of the
//! stories; a phrase in their texts.
//! `who:` means those who took part, `where:` the place as any story tells it, or its state; `when:` a day that is told of
//! the meeting; `kind:` what any story calls it; `status:` the status that leads; `is:unread`, `is:starred`, `has:` and
//! `tag:` any of the stories, `is:read` all of them; `is:linked` that a link that is sure enough joins some of its stories, `is:undated` that no story tells a day.

use std::collections::HashMap;

use rayon::prelude::*;

use super::asked::begins;
use super::{Filter, phrase};
use crate::dossier::meeting::{numbered, own_name};
use crate::language::EntityId;
use crate::library::{Library, Own};
use crate::links::{Link, LinkTarget, Meeting, Tier};
use crate::meetings::{MeetingKind, MeetingMention};
use crate::search::haystack::Haystack;
use crate::search::matcher::Matcher;
use crate::search::query::{Flag, Possession, Query, Term, Test};

/// The meetings of a library, prepared.
#[derive(Clone, Debug, Default)]
pub(super) struct Meetings {
    /// Every name that a meeting has, once.
    names: Vec<Haystack>,
    /// In the order of [`Connections::meetings`](crate::links::Connections::meetings).
    entries: Vec<MeetingEntry>,
}

/// One meeting, prepared: indices into [`Meetings::names`], and of its stories into [`Filter::stories`].
#[derive(Clone, Debug, Default)]
struct MeetingEntry {
    who: Vec<usize>,
    places: Vec<usize>,
    series: Option<usize>,
    /// What it is called: its round, the event that it is.
    called: Option<usize>,
    stories: Vec<usize>,
    /// How surely its stories are joined, the surest two; `None` where one story alone tells of it.
    linked: Option<Tier>,
}

/// A term with everything worked out that is the same for all meetings.
struct Prepared<'q> {
    term: &'q Term,
    /// Which names of [`Meetings::names`] answer it.
    names: Vec<bool>,
    /// Which stories answer it, in the order of [`Filter::stories`].
    stories: Vec<bool>,
    /// Which kinds do.
    kinds: Vec<MeetingKind>,
}

impl Filter {
    /// The meetings that [`Self::meetings`] finds, and the first of them for which it all holds by itself: not only because a
    /// story that tells of it has the words in its title.
    pub fn meetings_with_best(&self, library: &Library, own: &[Own], query: &Query) -> (Vec<usize>, Option<usize>) {
        let found = self.answering(library, own, query);
        let best = found.iter().find(|(_, by_itself)| *by_itself).map(|(number, _)| *number);
        (found.into_iter().map(|(number, _)| number).collect(), best)
    }

    /// The meetings of `library`, the one that this was made from, for which everything in `query` holds, as ascending
    /// indices into [`Connections::meetings`](crate::links::Connections::meetings); all of them for an empty query. `own` is
    /// as in [`Self::run`].
    pub fn meetings(&self, library: &Library, own: &[Own], query: &Query) -> Vec<usize> {
        self.meetings_with_best(library, own, query).0
    }

    /// Each meeting for which everything in `query` holds, and whether it does so by itself.
    fn answering(&self, library: &Library, own: &[Own], query: &Query) -> Vec<(usize, bool)> {
        let all = &library.connections.meetings;
        if query.is_empty() {
            return (0..all.len()).map(|number| (number, true)).collect();
        }
        let meetings = self.meetings.get_or_init(|| Meetings::of(library, self));
        let skim = Matcher::new();
        let prepare = |term| self.prepare(library, own, meetings, &skim, term);
        let groups: Vec<Vec<Prepared<'_>>> =
            query.groups.iter().map(|group| group.terms.iter().map(prepare).collect()).collect();
        let told = all.par_iter().zip(&meetings.entries).enumerate();
        let holds = |told: (&Meeting, &MeetingEntry), by_itself: bool| {
            let is_so = |asked: &Prepared<'_>| {
                // That titles lack a word is asked of all of them in any case.
                let by_itself = by_itself && !asked.term.negated;
                answers(library, told, asked, (query.least, by_itself)) != asked.term.negated
            };
            groups.iter().all(|group| group.iter().any(is_so))
        };
        let found = told.filter(|(_, told)| holds(*told, false));
        found.map(|(number, told)| (number, holds(told, true))).collect()
    }

    /// Works out what is the same for all meetings.
    fn prepare<'q>(
        &self,
        library: &Library,
        own: &[Own],
        meetings: &Meetings,
        skim: &Matcher,
        term: &'q Term,
    ) -> Prepared<'q> {
        let mut prepared = Prepared { term, names: Vec::new(), stories: Vec::new(), kinds: Vec::new() };
        let own_of = |story: usize| own.get(story);
        prepared.stories = match &term.test {
            Test::Word(word, how) => {
                let finds = |text: &Haystack| text.find(skim, word, *how).is_some();
                prepared.names = meetings.names.par_iter().map(finds).collect();
                let kinds = MeetingKind::ALL.iter().copied();
                prepared.kinds = kinds.filter(|kind| finds(&Haystack::new(kind.word()))).collect();
                self.stories.par_iter().map(|entry| finds(&entry.title)).collect()
            }
            Test::Phrase(asked) => {
                let finder = phrase::finder(asked);
                let has = |text: &String| phrase::places_with(text, asked, &finder).next().is_some();
                self.texts(library).par_iter().map(has).collect()
            }
            Test::Who(asked) | Test::Where(asked) => {
                prepared.names = meetings.names.iter().map(|name| name.has(asked)).collect();
                Vec::new()
            }
            Test::Outlet(asked) => {
                let meant: Vec<bool> = self.outlets.iter().map(|outlet| outlet.has(asked)).collect();
                let is_meant = |outlet: usize| meant.get(outlet) == Some(&true);
                self.stories.iter().map(|entry| entry.outlet.is_some_and(is_meant)).collect()
            }
            Test::Is(flags) => {
                let is = |story| flags.iter().any(|flag| is_so(*flag, own_of(story)));
                self.stories.iter().map(|entry| is(entry.story)).collect()
            }
            Test::Has(things) => {
                let has = |story| things.iter().any(|thing| has_it(*thing, own_of(story)));
                self.stories.iter().map(|entry| has(entry.story)).collect()
            }
            Test::Tag(asked) => {
                let has = |own: &Own| own.tags.iter().any(|tag| begins(tag, asked));
                self.stories.iter().map(|entry| own_of(entry.story).is_some_and(has)).collect()
            }
            Test::When(_) | Test::Kind(_) | Test::Status(_) | Test::Meeting(_) => Vec::new(),
        };
        prepared
    }
}

/// Whether a term, taken as it stands without its negation, holds for a meeting.
/// With `by_itself` titles of stories do not count.
fn answers(
    library: &Library,
    of: (&Meeting, &MeetingEntry),
    asked: &Prepared<'_>,
    (least, by_itself): (Tier, bool),
) -> bool {
    let (meeting, entry) = of;
    let named = |names: &[usize]| names.iter().any(|name| asked.names.get(*name) == Some(&true));
    let answers = |story: &usize| asked.stories.get(*story) == Some(&true);
    let any_story = || entry.stories.iter().any(answers);
    let told = |test: &dyn Fn(&MeetingMention) -> bool| {
        meeting.mentions.iter().any(|at| library.mention(*at).is_some_and(test))
    };
    match &asked.term.test {
        Test::Word(..) => {
            let series = entry.series.is_some_and(|series| named(&[series]));
            let called = entry.called.is_some_and(|called| named(&[called]));
            series
                || called
                || named(&entry.who)
                || named(&entry.places)
                || asked.kinds.contains(&meeting.kind)
                || !by_itself && any_story()
        }
        Test::Phrase(_) | Test::Outlet(_) | Test::Tag(_) => any_story(),
        Test::Who(_) => named(&entry.who),
        Test::Where(_) => named(&entry.places),
        Test::When(days) => {
            meeting.when.is_some_and(|when| days.are_told(when.interval))
                || told(&|telling| telling.when.is_some_and(|when| days.are_told(when.interval)))
        }
        Test::Kind(kinds) => kinds.contains(&meeting.kind) || told(&|telling| kinds.contains(&telling.kind)),
        Test::Status(all) => all.contains(&meeting.status),
        Test::Is(flags) => flags.iter().any(|flag| match flag {
            Flag::Linked => entry.linked.is_some_and(|tier| tier <= least),
            Flag::Undated => meeting.when.is_none(),
            // With `is:r` nothing else than this is asked.
            Flag::Read => entry.stories.iter().all(answers),
            Flag::Unread | Flag::Starred => any_story(),
        }),
        Test::Has(things) => things.contains(&Possession::Meeting) || any_story(),
        Test::Meeting(asked) => meeting.id.starts_with(asked.as_str()),
    }
}

/// Whether a story is so for its reader.
fn is_so(flag: Flag, own: Option<&Own>) -> bool {
    match flag {
        Flag::Unread => !own.is_some_and(|own| own.read),
        Flag::Read => own.is_some_and(|own| own.read),
        Flag::Starred => own.is_some_and(|own| own.starred),
        Flag::Linked | Flag::Undated => false,
    }
}

fn has_it(thing: Possession, own: Option<&Own>) -> bool {
    match thing {
        Possession::Note => own.is_some_and(|own| !own.note.is_empty()),
        Possession::Tag => own.is_some_and(|own| !own.tags.is_empty()),
        Possession::Meeting => false,
    }
}

/// What a meeting is called beside those who met: the event that it is, and its number.
fn called(library: &Library, meeting: &Meeting) -> Option<String> {
    let own = own_name(library, meeting).filter(|own| own != meeting.kind.word());
    let number = numbered(meeting).filter(|number| !own.as_ref().is_some_and(|own| own.contains(number)));
    let both: Vec<String> = [own, number].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(", "))
}

/// The tier of the surest link by each meeting that links stories.
fn surest_links(links: &[Link]) -> HashMap<usize, Tier> {
    let mut surest: HashMap<usize, Tier> = HashMap::new();
    for link in links {
        if let LinkTarget::Meeting(number) = link.target {
            surest.entry(number).and_modify(|known| *known = link.tier.min(*known)).or_insert(link.tier);
        }
    }
    surest
}

impl Meetings {
    /// Prepares the names of every meeting.
    fn of(library: &Library, filter: &Filter) -> Self {
        let connections = &library.connections;
        let spelling: HashMap<&EntityId, &str> =
            connections.entities.iter().map(|entity| (&entity.id, entity.name.as_str())).collect();
        let series: HashMap<_, &str> =
            connections.series.iter().map(|series| (&series.id, series.name.as_str())).collect();
        let mut places = vec![None; library.stories.len()];
        for (place, entry) in filter.stories.iter().enumerate() {
            if let Some(known) = places.get_mut(entry.story) {
                *known = Some(place);
            }
        }
        let linked = surest_links(&connections.links);
        let called: Vec<Option<String>> = connections.meetings.par_iter().map(|one| called(library, one)).collect();
        let mut names = Names::default();
        let prepared = connections.meetings.iter().enumerate().map(|(number, meeting)| {
            let tellings = || meeting.mentions.iter().filter_map(|at| library.mention(*at));
            let told = tellings().flat_map(|telling| &telling.participants);
            let who = meeting.participants.iter().chain(told);
            let who = who.flat_map(|one| [Some(one.name.as_str()), spelling.get(&one.id).copied()]).flatten();
            let where_told = meeting.mentions.iter().filter_map(|at| {
                let (story, place) = (library.stories.get(at.story)?, library.mention(*at)?.place.as_ref()?);
                let state = story.name(&place.id).and_then(|name| name.state.as_ref());
                Some((place, state.and_then(|state| spelling.get(state).copied())))
            });
            let where_told = where_told.flat_map(|(place, state)| {
                [Some(place.name.as_str()), spelling.get(&place.id).copied(), state].into_iter().flatten()
            });
            let record = meeting.place.as_ref().map(|place| place.name.as_str());
            let mut stories: Vec<usize> =
                meeting.mentions.iter().filter_map(|at| places.get(at.story).copied().flatten()).collect();
            stories.sort_unstable();
            stories.dedup();
            // Stories that only others join probably tell of it.
            let joined = linked.get(&number).copied().unwrap_or(Tier::Probable);
            MeetingEntry {
                linked: (stories.len() > 1).then_some(joined),
                who: names.all(who),
                places: names.all(record.into_iter().chain(where_told)),
                called: called.get(number).and_then(Option::as_deref).map(|called| names.one(called)),
                series: meeting.series.as_ref().and_then(|id| series.get(id)).map(|name| names.one(name)),
                stories,
            }
        });
        let entries = prepared.collect();
        Self { names: names.prepared, entries }
    }
}

/// Names that were prepared already.
#[derive(Default)]
struct Names<'a> {
    known: HashMap<&'a str, usize>,
    prepared: Vec<Haystack>,
}

impl<'a> Names<'a> {
    fn one(&mut self, name: &'a str) -> usize {
        *self.known.entry(name).or_insert_with(|| {
            self.prepared.push(Haystack::new(name));
            self.prepared.len() - 1
        })
    }

    fn all(&mut self, names: impl Iterator<Item = &'a str>) -> Vec<usize> {
        let mut all: Vec<usize> = names.map(|name| self.one(name)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests;
