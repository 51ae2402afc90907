//! A library and one thing in it in, what stands around that thing out.
//!
//! **In:** a [`Library`] and a [`Node`].
//! **Out:** a [`Neighbourhood`]: a small graph of stories, meetings and names, the strongest of each, with the words that
//! say each edge; or the [`whole`] library as one graph.
//! **Why:** the map on the screen, linear mode and the drawing for other tools must show the same neighbourhood.
//!
//! What stands around is chosen in `choose`, how it is joined is told in `edges`. Everything is found in one pass over
//! the meetings and one over the links, and the same library gives the same graph.

mod choose;
mod edges;
mod label;
mod parties;
#[cfg(test)]
mod tests;

pub use label::{BETWEEN, Label, Labels, label};

use super::Source;
use crate::library::Library;
use crate::links::Tier;

/// A thing that can stand in the middle of a neighbourhood, or around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// Index into [`Library::stories`].
    Story(usize),
    /// Index into [`Connections::meetings`](crate::links::Connections::meetings).
    Meeting(usize),
    /// Index into [`Connections::entities`](crate::links::Connections::entities).
    Name(usize),
}

/// How two things belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// A story tells of a meeting.
    Tells,
    /// A story tells of what is probably this meeting, which another story tells of.
    ProbablyTells,
    /// Someone took part in a meeting.
    TookPart,
    /// A meeting took or takes place there.
    Place,
    /// A story names someone or something.
    Names,
    /// Two meetings, or two stories, are of one series.
    Series,
}

impl Relation {
    /// The words used on the screen and in drawings, read from [`Edge::from`] to [`Edge::to`].
    pub const fn words(self) -> &'static str {
        match self {
            Self::Tells => "tells of",
            Self::ProbablyTells => Tier::Probable.words(),
            Self::TookPart => "took part",
            Self::Place => "place",
            Self::Names => "names",
            Self::Series => Tier::Series.words(),
        }
    }
}

/// Two things that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// A story of a meeting or name, a name of a meeting, a meeting of its place; the earlier one of a series.
    pub from: Node,
    /// The other.
    pub to: Node,
    /// How they belong together.
    pub relation: Relation,
    /// The words that say so; `None` where they follow from the whole.
    pub source: Option<Source>,
}

impl Edge {
    /// Whether it joins these two, in either direction.
    pub fn joins(&self, one: Node, other: Node) -> bool {
        (self.from, self.to) == (one, other) || (self.from, self.to) == (other, one)
    }

    /// The other end; `None` where `node` is no end of it.
    pub fn other(&self, node: Node) -> Option<Node> {
        if self.from == node { Some(self.to) } else { (self.to == node).then_some(self.from) }
    }
}

/// Things and what joins them. No edge leads out of it, and no two edges join the same two things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The stories by day of publication, the undated last.
    pub stories: Vec<usize>,
    /// The meetings by day, the undated last.
    pub meetings: Vec<usize>,
    /// People first, then bodies, then places, then the others; each the strongest first.
    pub names: Vec<usize>,
    /// What joins them: by both ends, in the order of [`Node`]. Of a series only neighbours are joined.
    pub edges: Vec<Edge>,
    /// Meetings of one series, and stories that share only one with the story in the middle, in order: each belongs to every
    /// other one of them.
    pub series: Vec<Vec<Node>>,
}

impl Graph {
    /// Everything in it, stories first.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + '_ {
        let stories = self.stories.iter().map(|story| Node::Story(*story));
        let meetings = self.meetings.iter().map(|meeting| Node::Meeting(*meeting));
        stories.chain(meetings).chain(self.names.iter().map(|name| Node::Name(*name)))
    }

    /// Whether something is in it.
    pub fn has(&self, node: Node) -> bool {
        match node {
            Node::Story(story) => self.stories.contains(&story),
            Node::Meeting(meeting) => self.meetings.contains(&meeting),
            Node::Name(name) => self.names.contains(&name),
        }
    }

    /// How one thing belongs to each other one: its edges, and whatever else is of one series with it.
    pub fn joints(&self, node: Node) -> Vec<Edge> {
        let mut joints: Vec<Edge> = self.edges_of(node).copied().collect();
        for all in self.series.iter().filter(|all| all.contains(&node)) {
            let own = all.iter().position(|one| *one == node);
            for (place, other) in all.iter().enumerate().filter(|(_, other)| **other != node) {
                if joints.iter().any(|edge| edge.joins(node, *other)) {
                    continue;
                }
                let (from, to) = if Some(place) < own { (*other, node) } else { (node, *other) };
                joints.push(Edge { from, to, relation: Relation::Series, source: None });
            }
        }
        joints
    }

    /// The edges of one thing.
    pub fn edges_of(&self, node: Node) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.other(node).is_some())
    }
}

/// How many things of each kind are in a neighbourhood at most, the one in the middle among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Stories.
    pub stories: usize,
    /// Meetings.
    pub meetings: usize,
    /// Names.
    pub names: usize,
    /// Links that are less sure than this count for nothing.
    pub least: Tier,
}

impl Default for Bounds {
    /// What a person takes in at a glance, and a screen of 36 rows holds.
    fn default() -> Self {
        Self { stories: 7, meetings: 7, names: 9, least: Tier::Series }
    }
}

/// What stands around one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbourhood {
    /// That thing.
    pub centre: Node,
    /// The strongest things around it, and it.
    pub graph: Graph,
    /// How many more stories there are beyond the bounds.
    pub more_stories: usize,
    /// How many more meetings.
    pub more_meetings: usize,
    /// How many more names.
    pub more_names: usize,
}

/// What stands around `centre`; `None` where there is no such thing in the library.
pub fn neighbourhood(library: &Library, centre: Node, bounds: Bounds) -> Option<Neighbourhood> {
    let (chosen, [more_stories, more_meetings, more_names]) = choose::around(library, centre, bounds)?;
    let graph = edges::joined(library, chosen, centre, bounds.least);
    Some(Neighbourhood { centre, graph, more_stories, more_meetings, more_names })
}

/// The whole library: every story, every meeting, and whoever and whatever a meeting is about.
pub fn whole(library: &Library, least: Tier) -> Graph {
    edges::whole(library, least)
}
