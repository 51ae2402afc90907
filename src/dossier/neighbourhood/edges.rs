//! What joins the things of a graph.
//!
//! **In:** stories, meetings and names that were chosen. **Out:** every edge between two of them, with the words that say
//! it, in a fixed order. **Why:** which of them are shown does not change how they belong together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::choose::{day_of, group, sort_by_day};
use super::parties::Parties;
use super::{Edge, Graph, Node, Relation, Source};
use crate::language::EntityId;
use crate::library::Library;
use crate::links::{Connections, Link, LinkTarget, Meeting, MentionRef, Tier, surest};
use crate::meetings::{Participant, SeriesId};

/// The graph of a neighbourhood, with its edges.
pub(super) fn joined(library: &Library, chosen: Graph, centre: Node, least: Tier) -> Graph {
    let mut edges = Edges::new(library, &chosen);
    edges.meetings(&Tiers::of(library, &chosen.meetings));
    edges.rounds();
    if let Node::Story(story) = centre {
        edges.kin(story, least);
    }
    // Only where nothing else joins them: that a story names who took part in its meeting goes without saying.
    edges.names(centre);
    let (all, series) = edges.sorted();
    Graph { edges: all, series, ..chosen }
}

/// Everything, with its edges.
pub(super) fn whole(library: &Library, least: Tier) -> Graph {
    let connections = &library.connections;
    let mut stories: Vec<usize> = (0..library.stories.len()).collect();
    sort_by_day(library, &mut stories);
    let parties = Parties::of(library);
    let at_meetings: BTreeSet<usize> =
        connections.meetings.iter().flat_map(|meeting| parties.at(meeting)).map(|(name, _)| name).collect();
    let mut names: Vec<usize> = at_meetings.into_iter().collect();
    names.sort_by_key(|name| connections.entities.get(*name).map(|entity| group(entity.kind)));
    let meetings: Vec<usize> = (0..connections.meetings.len()).collect();
    let graph = Graph { stories, meetings, names, ..Graph::default() };
    let mut edges = Edges::new(library, &graph);
    edges.meetings(&Tiers::of(library, &graph.meetings));
    edges.rounds();
    if least >= Tier::Series {
        edges.series();
    }
    let (all, series) = edges.sorted();
    Graph { edges: all, series, ..graph }
}

/// Edges as they are found; the first between two things stands.
struct Edges<'a> {
    library: &'a Library,
    graph: &'a Graph,
    stories: BTreeSet<usize>,
    names: BTreeSet<usize>,
    parties: Parties<'a>,
    found: BTreeMap<(Node, Node), Edge>,
    series: Vec<Vec<Node>>,
}

impl<'a> Edges<'a> {
    fn new(library: &'a Library, graph: &'a Graph) -> Self {
        let (stories, names) = (graph.stories.iter().copied().collect(), graph.names.iter().copied().collect());
        Self {
            library,
            graph,
            stories,
            names,
            parties: Parties::of(library),
            found: BTreeMap::new(),
            series: Vec::new(),
        }
    }

    /// The name in the graph that stands for this.
    fn name(&self, id: &EntityId) -> Option<Node> {
        self.parties.name(id).filter(|name| self.names.contains(name)).map(Node::Name)
    }

    fn add(&mut self, from: Node, to: Node, relation: Relation, source: Option<Source>) {
        let ends = (from.min(to), from.max(to));
        self.found.entry(ends).or_insert(Edge { from, to, relation, source });
    }

    /// Who tells of each meeting, who took part, and where it was.
    fn meetings(&mut self, tiers: &Tiers) {
        let library = self.library;
        for &number in &self.graph.meetings {
            let Some(meeting) = library.connections.meetings.get(number) else { continue };
            let node = Node::Meeting(number);
            for &at in &meeting.mentions {
                if !self.stories.contains(&at.story) {
                    continue;
                }
                let relation =
                    if tiers.is_probable(number, at.story) { Relation::ProbablyTells } else { Relation::Tells };
                let told = Source::of_telling(library, at);
                self.add(Node::Story(at.story), node, relation, told);
            }
            for one in &meeting.participants {
                let said = took_part(library, meeting, one);
                if let Some(name) = self.name(&one.id) {
                    self.add(name, node, Relation::TookPart, said);
                }
            }
            let Some(place) = &meeting.place else { continue };
            if let Some(name) = self.name(&place.id) {
                let at = meeting.mentions.iter().find(|at| {
                    let mention = library.mention(**at);
                    mention.is_some_and(|told| told.place.as_ref() == Some(place))
                });
                let said = at.map(|at| Source { story: at.story, passage: place.passage });
                self.add(node, name, Relation::Place, said);
            }
        }
    }

    /// The rounds of a series, each with the next.
    fn rounds(&mut self) {
        let mut all: BTreeMap<&SeriesId, Vec<Node>> = BTreeMap::new();
        let library = self.library;
        for &number in &self.graph.meetings {
            let series = library.connections.meetings.get(number).and_then(|meeting| meeting.series.as_ref());
            let Some(rounds) = series.map(|series| all.entry(series).or_default()) else { continue };
            if let Some(before) = rounds.last().copied() {
                self.add(before, Node::Meeting(number), Relation::Series, None);
            }
            rounds.push(Node::Meeting(number));
        }
        self.series.extend(all.into_values().filter(|rounds| rounds.len() > 1));
    }

    /// The stories that share only a series with this one.
    fn kin(&mut self, story: usize, least: Tier) {
        let connections = &self.library.connections;
        let mut all: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let of_series = |target| if let LinkTarget::Series(series) = target { Some(series) } else { None };
        let links: Vec<&Link> = self.library.links_of(story).collect();
        // Whom more than a series joins to it.
        let nearer = links.iter().filter(|link| of_series(link.target).is_none());
        let nearer: BTreeSet<usize> = nearer.map(|link| link.other(story)).collect();
        for link in links.iter().filter(|link| link.tier <= least) {
            let Some(series) = of_series(link.target) else { continue };
            let other = link.other(story);
            if self.stories.contains(&other) && !nearer.contains(&other) {
                let said = names_series(connections, series, other);
                let by_day = |story: usize| (day_of(self.library, story), story);
                let (one, next) = if by_day(other) < by_day(story) { (other, story) } else { (story, other) };
                self.add(Node::Story(one), Node::Story(next), Relation::Series, said);
                all.entry(series).or_insert_with(|| vec![story]).push(other);
            }
        }
        for mut stories in all.into_values() {
            sort_by_day(self.library, &mut stories);
            self.series.push(stories.into_iter().map(Node::Story).collect());
        }
    }

    /// In a whole library, where every pair would be too many: the stories of a series, each with the next.
    fn series(&mut self) {
        let library = self.library;
        for (number, series) in library.connections.series.iter().enumerate() {
            let mut stories: Vec<usize> = series.stories.iter().map(|(story, _)| *story).collect();
            sort_by_day(library, &mut stories);
            for (one, next) in stories.iter().zip(stories.iter().skip(1)) {
                let said = names_series(&library.connections, number, *next);
                self.add(Node::Story(*one), Node::Story(*next), Relation::Series, said);
            }
        }
    }

    /// What the stories name, where no meeting joins it to the rest.
    fn names(&mut self, centre: Node) {
        let joined: BTreeSet<Node> = self.found.keys().flat_map(|(one, other)| [*one, *other]).collect();
        let library = self.library;
        for &story in &self.graph.stories {
            let node = Node::Story(story);
            let is_loose = !joined.contains(&node);
            let Some(told) = library.stories.get(story).filter(|_| node == centre || is_loose) else { continue };
            for name in &told.annotations.names {
                let Some(named) = self.name(&name.id) else { continue };
                if !joined.contains(&named) || (named == centre && is_loose) {
                    let said = name.mentions.first().map(|mention| Source { story, passage: mention.passage });
                    self.add(node, named, Relation::Names, said);
                }
            }
        }
    }

    fn sorted(self) -> (Vec<Edge>, Vec<Vec<Node>>) {
        (self.found.into_values().collect(), self.series)
    }
}

/// The words that say that someone took part: the record has them from the first telling that does.
fn took_part(library: &Library, meeting: &Meeting, one: &Participant) -> Option<Source> {
    let is_it = |told: &Participant| told.id == one.id && told.passage == one.passage;
    let says = |at: &&MentionRef| library.mention(**at).is_some_and(|mention| mention.participants.iter().any(is_it));
    let at = meeting.mentions.iter().find(says).filter(|_| !meeting.sides_of_series)?;
    Some(Source { story: at.story, passage: one.passage })
}

/// The words in which a story names a series.
fn names_series(connections: &Connections, series: usize, story: usize) -> Option<Source> {
    let stories = &connections.series.get(series)?.stories;
    let (_, passage) = stories.iter().find(|(named, _)| *named == story)?;
    Some(Source { story, passage: *passage })
}

/// How surely each story tells of each meeting: the same whatever is in the middle.
struct Tiers {
    /// By meeting.
    surest: HashMap<usize, HashMap<usize, Tier>>,
}

impl Tiers {
    fn of(library: &Library, meetings: &[usize]) -> Self {
        let mut links: HashMap<usize, Vec<&Link>> = meetings.iter().map(|number| (*number, Vec::new())).collect();
        for link in &library.connections.links {
            let LinkTarget::Meeting(number) = link.target else { continue };
            if let Some(own) = links.get_mut(&number) {
                own.push(link);
            }
        }
        Self { surest: links.into_iter().map(|(number, own)| (number, surest(own))).collect() }
    }

    fn is_probable(&self, meeting: usize, story: usize) -> bool {
        self.surest.get(&meeting).and_then(|surest| surest.get(&story)) == Some(&Tier::Probable)
    }
}
