//! Tellings in, clusters out: which tellings are of the same meeting.
//!
//! Average-link clustering: the two clusters whose compared tellings agree best on average are joined first, as long as the
//! average speaks for it and no veto stands between any two of their tellings (but for the day of a plan that a third telling
//! shows to be put off). So a vague telling (“a recent meeting”)
//! joins one meeting and bridges none. Only tellings that a chain of agreements joins are clustered together
//! ([`components`]): what a new story does not touch stays as it is.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

use rayon::prelude::*;

use super::around::Around;
use super::blocks::{Number, candidate_pairs};
use super::compare::score;
use super::corrections::Decisions;
use super::days::Days;
use super::sides::states;
use super::telling::Telling;
use super::types::MentionRef;
use super::vetoes::{is_overtaken, is_vetoed};
use crate::language::{EntityId, Interval};
use crate::meetings::{MeetingKind, SeriesId, Status};

/// What corrections decide, by indices of tellings.
#[derive(Debug, Default)]
struct Decided {
    same: Vec<(usize, usize)>,
    /// The tellings that chains of these join, each set ascending.
    groups: Vec<Vec<usize>>,
    apart: Vec<(usize, usize)>,
    /// The tellings that are known to be of one meeting, each set ascending.
    whole: Vec<Vec<usize>>,
}

impl Decided {
    fn of(tellings: &[Telling<'_>], decisions: &Decisions, whole: &[Vec<MentionRef>]) -> Self {
        if decisions.pairs.is_empty() && whole.is_empty() {
            return Self::default();
        }
        let places = tellings.iter().enumerate().map(|(at, telling)| (telling.mention(), at));
        let places: HashMap<MentionRef, usize> = places.collect();
        let pairs = |is_same: bool| {
            let found =
                decisions.those(is_same).filter_map(|(a, b)| places.get(&a).copied().zip(places.get(&b).copied()));
            let mut found: Vec<(usize, usize)> = found.map(|(a, b)| (a.min(b), a.max(b))).collect();
            found.sort_unstable();
            found
        };
        let same = pairs(true);
        let groups = components(tellings.len(), &[], &same).into_iter().map(|(members, _)| members);
        let groups = groups.filter(|members| members.len() > 1).collect();
        let members_of = |meeting: &Vec<MentionRef>| {
            let mut members: Vec<usize> = meeting.iter().filter_map(|at| places.get(at).copied()).collect();
            members.sort_unstable();
            members
        };
        Self { groups, same, apart: pairs(false), whole: whole.iter().map(members_of).collect() }
    }

    /// Pairs of tellings that chains of agreements need not join.
    fn joined(&self) -> Vec<(usize, usize)> {
        let whole = self.whole.iter().filter_map(|members| members.split_first());
        let whole = whole.flat_map(|(first, others)| others.iter().map(|other| (*first, *other)));
        self.same.iter().copied().chain(whole).collect()
    }

    /// Joins what is known to be of one meeting, before anything is compared.
    fn begin(&self, clusters: &mut BTreeMap<usize, Cluster>) {
        for (first, others) in self.whole.iter().filter_map(|members| members.split_first()) {
            if clusters.contains_key(first) {
                for other in others {
                    unite(clusters, *first, *other);
                }
            }
        }
    }

    /// Joins what a correction joins, whatever speaks against it: all that tells of the one meeting with all that tells of
    /// the other, but for what another correction parts from what is named.
    fn unite(&self, mut clusters: Vec<Vec<usize>>, members: &[usize]) -> Vec<Vec<usize>> {
        let is_here = |group: &&Vec<usize>| group.first().is_some_and(|first| members.binary_search(first).is_ok());
        for group in self.groups.iter().filter(is_here) {
            let is_named = |member: &usize| group.binary_search(member).is_ok();
            let (touched, others): (Vec<_>, Vec<_>) =
                clusters.into_iter().partition(|cluster| cluster.iter().any(is_named));
            clusters = others;
            let mut whole = group.clone();
            for mut rest in touched {
                rest.retain(|member| !is_named(member));
                if self.part(&whole, &rest) {
                    clusters.push(rest);
                } else {
                    whole.extend(rest);
                    whole.sort_unstable();
                }
            }
            clusters.push(whole);
        }
        clusters
    }

    /// Whether a correction parts two clusters.
    fn part(&self, a: &[usize], b: &[usize]) -> bool {
        let has = |cluster: &[usize], member: usize| cluster.binary_search(&member).is_ok();
        self.apart.iter().any(|&(x, y)| has(a, x) && has(b, y) || has(a, y) && has(b, x))
    }
}

/// Two tellings that were compared, with the log odds that they are of one meeting.
type Edge = (usize, usize, f64);

/// Clusters of indices into `tellings`, each ascending, ordered by their first member.
pub(super) fn cluster(
    tellings: &[Telling<'_>],
    around: &Around<'_>,
    decisions: &Decisions,
    whole: &[Vec<MentionRef>],
) -> Vec<Vec<usize>> {
    let decided = Decided::of(tellings, decisions, whole);
    let compared = |(a, b): (Number, Number)| {
        let (a, b) = (usize::try_from(a).ok()?, usize::try_from(b).ok()?);
        score(tellings.get(a)?, tellings.get(b)?, around).map(|score| (a, b, score))
    };
    let edges: Vec<Edge> = candidate_pairs(tellings).into_par_iter().filter_map(compared).collect();
    let components = components(tellings.len(), &edges, &decided.joined());
    // Each component has its own by now.
    drop(edges);
    let forms = forms(tellings);
    let clusters =
        components.into_par_iter().map(|(members, edges)| join(tellings, &forms, &members, &edges, &decided));
    let mut clusters: Vec<Vec<usize>> = clusters.flatten_iter().collect();
    clusters.sort_unstable();
    clusters
}

/// Tellings that chains of agreements join, ascending, each with the comparisons among them.
fn components(count: usize, edges: &[Edge], same: &[(usize, usize)]) -> Vec<(Vec<usize>, Vec<Edge>)> {
    let mut roots: Vec<usize> = (0..count).collect();
    let agreeing = edges.iter().filter(|(_, _, score)| *score > 0.0).map(|(a, b, _)| (*a, *b));
    for (a, b) in agreeing.chain(same.iter().copied()) {
        let (a, b) = (root(&mut roots, a), root(&mut roots, b));
        if let Some(parent) = roots.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
    let mut components: BTreeMap<usize, (Vec<usize>, Vec<Edge>)> = BTreeMap::new();
    for member in 0..count {
        components.entry(root(&mut roots, member)).or_default().0.push(member);
    }
    for edge in edges {
        let (a, b) = (root(&mut roots, edge.0), root(&mut roots, edge.1));
        if let Some((_, own)) = components.get_mut(&a).filter(|_| a == b) {
            own.push(*edge);
        }
    }
    components.into_values().collect()
}

/// The first member of the set that `member` is in (union-find with path halving).
pub(super) fn root(roots: &mut [usize], mut member: usize) -> usize {
    while let Some(&parent) = roots.get(member).filter(|parent| **parent != member) {
        let above = roots.get(parent).copied().unwrap_or(parent);
        if let Some(place) = roots.get_mut(member) {
            *place = above;
        }
        member = above;
    }
    member
}

/// Everything of a telling that vetoes look at, but for its story.
type Form<'a> = (
    Vec<&'a EntityId>,
    Vec<&'a EntityId>,
    (Option<(Interval, bool)>, &'a [Days], bool),
    (Option<u32>, Option<&'a SeriesId>, Option<&'a EntityId>),
    (MeetingKind, Status, Option<usize>),
);

/// A number for each telling, the same for those between which no veto can tell a difference.
fn forms<'a>(tellings: &'a [Telling<'a>]) -> Vec<usize> {
    let mut numbers: HashMap<Form<'a>, usize> = HashMap::new();
    let form = |telling: &'a Telling<'a>| {
        let meeting = telling.meeting;
        let mut ids: Vec<&EntityId> = meeting.participants.iter().map(|who| &who.id).collect();
        ids.sort_unstable();
        let told = meeting.when.map(|when| (when.interval, when.passage.is_some()));
        let possible = if told.is_none() { telling.possible.as_slice() } else { &[] };
        let when = (told, possible, telling.published().is_some());
        let event = telling.event.map(|(event, _)| event);
        let counted = (meeting.ordinal, meeting.series.as_ref(), event);
        let next = numbers.len();
        *numbers
            .entry((ids, states(meeting), when, counted, (meeting.kind, meeting.status, meeting.sides)))
            .or_insert(next)
    };
    tellings.iter().map(form).collect()
}

/// A cluster that grows.
#[derive(Default)]
struct Cluster {
    members: Vec<usize>,
    /// One telling of each form, by form.
    forms: BTreeMap<usize, usize>,
    /// Indices of the stories, ascending.
    stories: Vec<usize>,
    /// The sum and number of the scores towards other clusters.
    towards: HashMap<usize, (f64, u32)>,
    /// How often it was joined; what was weighed before is void.
    age: u32,
}

/// Two clusters that may be joined.
struct Joint {
    average: f64,
    clusters: (usize, usize),
    ages: (u32, u32),
}

impl Ord for Joint {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equals the first by their tellings' order, which is the stories' own.
        self.average.total_cmp(&other.average).then_with(|| other.clusters.cmp(&self.clusters))
    }
}

impl PartialOrd for Joint {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Joint {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Joint {}

/// Joins the tellings of a component.
fn join(
    tellings: &[Telling<'_>],
    forms: &[usize],
    members: &[usize],
    edges: &[Edge],
    decided: &Decided,
) -> Vec<Vec<usize>> {
    if let [only] = members {
        return vec![vec![*only]];
    }
    let mut clusters = singletons(tellings, forms, members, edges);
    decided.begin(&mut clusters);
    let mut heap: BinaryHeap<Joint> = BinaryHeap::new();
    for (&number, cluster) in &clusters {
        for &other in cluster.towards.keys().filter(|other| **other > number) {
            heap.extend(joint(&clusters, number, other));
        }
    }
    while let Some(Joint { clusters: (a, b), ages, .. }) = heap.pop() {
        let age = |number: usize| clusters.get(&number).map(|cluster| cluster.age);
        if (age(a), age(b)) != (Some(ages.0), Some(ages.1)) {
            continue;
        }
        let may_join = match (clusters.get(&a), clusters.get(&b)) {
            (Some(a), Some(b)) => !decided.part(&a.members, &b.members) && !are_apart(tellings, a, b),
            _ => false,
        };
        if may_join {
            unite(&mut clusters, a, b);
            let others: Vec<usize> =
                clusters.get(&a).map(|cluster| cluster.towards.keys().copied().collect()).unwrap_or_default();
            for other in others {
                heap.extend(joint(&clusters, a.min(other), a.max(other)));
            }
        } else {
            // A veto holds however the clusters grow.
            forbid(&mut clusters, a, b);
        }
    }
    decided.unite(clusters.into_values().map(|cluster| cluster.members).collect(), members)
}

fn singletons(
    tellings: &[Telling<'_>],
    forms: &[usize],
    members: &[usize],
    edges: &[Edge],
) -> BTreeMap<usize, Cluster> {
    let mut clusters: BTreeMap<usize, Cluster> = BTreeMap::new();
    for &member in members {
        let form = forms.get(member).copied().unwrap_or_default();
        let stories = tellings.get(member).map(|telling| vec![telling.number]).unwrap_or_default();
        let cluster =
            Cluster { members: vec![member], forms: BTreeMap::from([(form, member)]), stories, ..Cluster::default() };
        clusters.insert(member, cluster);
    }
    for &(a, b, score) in edges {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(cluster) = clusters.get_mut(&one) {
                cluster.towards.insert(other, (score, 1));
            }
        }
    }
    clusters
}

/// Two clusters as they stand; `None` where their average does not speak for joining them.
fn joint(clusters: &BTreeMap<usize, Cluster>, a: usize, b: usize) -> Option<Joint> {
    let (one, other) = (clusters.get(&a)?, clusters.get(&b)?);
    let (sum, count) = one.towards.get(&b)?;
    let average = sum / f64::from(*count);
    (average > 0.0).then_some(Joint { average, clusters: (a, b), ages: (one.age, other.age) })
}

/// Whether a veto stands between any two tellings of two clusters.
fn are_apart(tellings: &[Telling<'_>], a: &Cluster, b: &Cluster) -> bool {
    let (few, many) = if a.stories.len() <= b.stories.len() { (a, b) } else { (b, a) };
    few.stories.iter().any(|story| many.stories.binary_search(story).is_ok())
        || a.forms.values().any(|one| {
            b.forms.values().any(|other| match (tellings.get(*one), tellings.get(*other)) {
                (Some(one), Some(other)) => is_vetoed(one, other) && !may_be_overtaken(tellings, [a, b], one, other),
                _ => true,
            })
        })
}

/// Whether one of two tellings is a plan that a telling of their clusters shows to be put off.
fn may_be_overtaken(tellings: &[Telling<'_>], clusters: [&Cluster; 2], one: &Telling<'_>, other: &Telling<'_>) -> bool {
    let mut pairs = [(one, other), (other, one)].into_iter();
    pairs.any(|(plan, other)| {
        let all = || clusters.into_iter().flat_map(|cluster| cluster.forms.values());
        plan.meeting.status == Status::Planned
            && all().filter_map(|form| tellings.get(*form)).any(|moved| is_overtaken(plan, moved, other))
    })
}

/// Puts the tellings of `b` into `a`.
fn unite(clusters: &mut BTreeMap<usize, Cluster>, a: usize, b: usize) {
    let Some(given) = clusters.remove(&b) else { return };
    for (&other, &(sum, count)) in given.towards.iter().filter(|(other, _)| **other != a) {
        if let Some(cluster) = clusters.get_mut(&other) {
            cluster.towards.remove(&b);
            let known = cluster.towards.entry(a).or_insert((0.0, 0));
            *known = (known.0 + sum, known.1 + count);
        }
    }
    let Some(kept) = clusters.get_mut(&a) else { return };
    kept.towards.remove(&b);
    for (other, (sum, count)) in given.towards.into_iter().filter(|(other, _)| *other != a) {
        let known = kept.towards.entry(other).or_insert((0.0, 0));
        *known = (known.0 + sum, known.1 + count);
    }
    kept.members.extend(given.members);
    kept.members.sort_unstable();
    kept.stories.extend(given.stories);
    kept.stories.sort_unstable();
    for (form, member) in given.forms {
        kept.forms.entry(form).or_insert(member);
    }
    kept.age += 1;
}

fn forbid(clusters: &mut BTreeMap<usize, Cluster>, a: usize, b: usize) {
    for (one, other) in [(a, b), (b, a)] {
        if let Some((sum, _)) = clusters.get_mut(&one).and_then(|cluster| cluster.towards.get_mut(&other)) {
            *sum = f64::NEG_INFINITY;
        }
    }
}
