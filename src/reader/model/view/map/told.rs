//! The words of the map.
//!
//! **In:** the library, and what stands around something. **Out:** how each thing is called where there is so much room,
//! and what is told of the thing under the cursor. **Why:** the drawing and the list say the same.

use crate::dossier::Source;
use crate::dossier::neighbourhood::{BETWEEN, Edge, Label, Neighbourhood, Node, Relation, label};
use crate::dossier::wording::PROBABLY;
use crate::language::NameKind;
use crate::library::Library;
use crate::links::Tier;
use crate::reader::model::digest::count;
use crate::reader::model::linear::said;
use crate::reader::model::view::quoting::Quoting;
use crate::reader::model::view::{Cell, Role, Row};
use crate::text::width::{truncate, width};

/// So many things are remembered with what is told of them: more than a map has.
pub(super) const KEPT: usize = 128;
/// Below this width what the key does gives way to what the thing is called, in columns.
const WIDE: usize = 100;
/// From so many sorts of things that something is joined to on, the words that say so have one row.
const MANY: usize = 4;

/// Words of an edge, with the dots where it is not sure.
pub(super) fn relation(relation: Relation) -> String {
    match relation {
        Relation::ProbablyTells => format!("{} {}", relation.words(), Tier::Probable.dots()),
        Relation::Series => format!("{} {}", relation.words(), Tier::Series.dots()),
        Relation::Tells | Relation::TookPart | Relation::Place | Relation::Names => relation.words().to_owned(),
    }
}

/// The same where there is little room.
pub(super) fn brief_relation(of: Relation) -> String {
    match of {
        Relation::ProbablyTells => format!("probably {}", Tier::Probable.dots()),
        Relation::Series => format!("series {}", Tier::Series.dots()),
        _ => relation(of),
    }
}

/// How words of a thing are drawn.
pub(super) fn role(library: &Library, node: Node) -> Role {
    match node {
        Node::Story(_) | Node::Meeting(_) => Role::Base,
        Node::Name(name) => {
            Role::Name(library.connections.entities.get(name).map_or(NameKind::Document, |entity| entity.kind))
        }
    }
}

/// The heading: `Map around …`.
pub(super) fn title(library: &Library, centre: Node, is_heard: bool) -> Vec<Cell> {
    let mut told = label(library, centre);
    if told.is_likely {
        told.title =
            if is_heard { format!("{PROBABLY} {}", told.title) } else { format!("{}{}", told.doubt(), told.title) };
    }
    let called = if matches!(centre, Node::Meeting(_)) { joined(&[&told.title, &told.day]) } else { told.title };
    vec![Cell::new(0, "Map", Role::Strong), Cell::new(5, format!("around {called}"), Role::Muted)]
}

/// `3 stories · 5 meetings · 7 names`, with what is left out behind.
pub(super) fn counted(found: &Neighbourhood) -> String {
    let graph = &found.graph;
    let stories = count(graph.stories.len(), "story", "stories");
    let meetings = count(graph.meetings.len(), "meeting", "meetings");
    let names = count(graph.names.len(), "name", "names");
    [stories, meetings, names].join(" · ")
}

/// What is told below the drawing of the thing under the cursor.
pub(super) fn detail(library: &Library, found: &Neighbourhood, node: Node, columns: u16, is_finding: bool) -> Vec<Row> {
    let told = label(library, node);
    let groups = groups(library, found, node);
    let mut rows = vec![heading(&told, node, found.centre, columns)];
    if let Some(source) = source(found, node) {
        // Where little else is told, more of it.
        let most = if groups.len() < MANY { 2 } else { 1 };
        rows.extend(sentence(library, source, columns, most));
    }
    if groups.is_empty() {
        let words = said::rows(alone(is_finding), usize::from(columns));
        rows.extend(words.into_iter().map(|words| Row::new(vec![Cell::new(0, words, Role::Muted)])));
    }
    rows.extend(groups.into_iter().map(|(words, others)| {
        let at = u16::try_from(width(&words)).unwrap_or(u16::MAX).saturating_add(2);
        let room = columns.saturating_sub(at);
        Row::new(vec![
            Cell::new(0, words, Role::Accent),
            Cell::new(at, listed(&others, usize::from(room)), Role::Base).within(room),
        ])
    }));
    rows
}

fn heading(told: &Label, node: Node, centre: Node, columns: u16) -> Row {
    let does = match (node == centre, node) {
        (false, _) => "Enter puts it in the middle",
        (true, Node::Story(_)) => "Enter reads it",
        (true, _) => "Enter opens its page",
    };
    let room = usize::from(columns);
    let does_room = width(does) + 3;
    let beside = if room > does_room * 2 { room - does_room } else { room };
    // What the key does stands below as well: when and where it was goes before.
    let title = if room < WIDE { width(&told.title) } else { width(&told.title).min(beside / 2) };
    let fits = |room: usize| title + 3 + width(&told.when_and_where()) <= room;
    let room = if fits(beside) { beside } else { room };
    let left = |about: &str| room.saturating_sub(width(about) + 3);
    // As many of the facts as fit whole, the day and the place in any case.
    let (mut about, least) = (told.about(), told.when_and_where());
    while width(&told.title).min(room / 2) > left(&about) && about.len() > least.len() {
        about.truncate(about.rfind(BETWEEN).unwrap_or(0).max(least.len()));
    }
    let title = truncate(&told.title, left(&about).max(room / 2)).into_owned();
    let at = u16::try_from(width(&title)).unwrap_or(u16::MAX).saturating_add(3);
    let left = u16::try_from(room).unwrap_or(u16::MAX).saturating_sub(at);
    let mut cells = vec![Cell::new(0, title, Role::Strong), Cell::new(at, about, Role::Muted).within(left)];
    if room < usize::from(columns) {
        cells.push(Cell::new(0, does, Role::Muted).right(columns));
    }
    Row::new(cells)
}

/// The sentence around some words, quoted, in so many rows at most.
fn sentence(library: &Library, source: Source, columns: u16, most: usize) -> Vec<Row> {
    let quoting = Quoting::around(library, source, usize::from(columns), most);
    quoting.map_or_else(Vec::new, |quoting| quoting.rows(0, columns, Role::Base, Role::Muted))
}

/// The words that join a thing to the middle; for the middle itself the first words that say anything of it.
pub(super) fn source(found: &Neighbourhood, node: Node) -> Option<Source> {
    let own =
        |edge: &&Edge| matches!(node, Node::Story(story) if edge.source.is_some_and(|source| source.story == story));
    // What another story says tells nothing of this one.
    let says = |edge: &&Edge| edge.source.is_some() && (!matches!(node, Node::Story(_)) || own(edge));
    let mut edges: Vec<&Edge> = found.graph.edges_of(node).filter(says).collect();
    edges.sort_by_key(|edge| !edge.joins(node, found.centre));
    edges.first().and_then(|edge| edge.source)
}

/// A thing in one row: a story by its title.
pub(super) fn full(library: &Library, node: Node) -> String {
    let told = label(library, node);
    match node {
        // A first sentence that stands for a title ends with a full stop.
        Node::Story(_) => joined(&[told.title.trim_end_matches('.'), &told.whence, &told.day]),
        Node::Meeting(_) => joined(&[&told.title, &told.day]),
        Node::Name(_) => told.title,
    }
}

/// The same for those who hear it: with the kind and the status of a meeting, and the kind of a name, which stand elsewhere or
/// in colours for those who see it. A `place` need not be called one twice.
pub(super) fn heard(library: &Library, node: Node, how: Option<Relation>) -> String {
    let (full, told) = (full(library, node), label(library, node));
    let kind = match node {
        Node::Story(_) => String::new(),
        Node::Meeting(_) => {
            let facts = told.facts.split(BETWEEN).take(2).filter(|fact| !full.contains(fact));
            facts.collect::<Vec<_>>().join(", ")
        }
        Node::Name(_) => told.whence,
    };
    let is_said = how.is_some_and(|how| how.words() == kind);
    if is_said { full } else { joined(&[&full, &kind]) }
}

/// The same in so much room: what it is called gives way to its number and day.
pub(super) fn full_within(library: &Library, node: Node, room: usize) -> String {
    let told = label(library, node);
    let doubt = told.doubt();
    format!("{doubt}{}", certain_within(library, node, &told, room.saturating_sub(width(doubt))))
}

/// The same without the sign of what is only probably a meeting.
fn certain_within(library: &Library, node: Node, told: &Label, room: usize) -> String {
    let (full, end) = (full(library, node), end(library, node));
    if width(&full) > room && matches!(node, Node::Meeting(_)) {
        // Rather who met in short, or fewer of them, than half of a name.
        let ways = std::iter::once(&told.short).chain(&told.fewer).map(|who| joined(&[who, &told.day]));
        let mut ways: Vec<String> = ways.collect();
        let fits = ways.iter().position(|words| width(words) <= room).unwrap_or(0);
        return cut_before(&ways.swap_remove(fits), &end, room);
    }
    cut_before(&full, &end, room)
}

/// Fewer columns of a name than these tell nobody what is meant.
const LEGIBLE: usize = 5;

/// Words in so much room, cut before what they end with: `Lindholm t…, round 24`.
pub(super) fn cut_before(words: &str, end: &str, room: usize) -> String {
    let head = words.strip_suffix(end).filter(|_| width(words) > room && !end.is_empty());
    match head {
        Some(head) if room > width(end) + LEGIBLE => format!("{}{end}", truncate(head, room - width(end))),
        Some(_) => truncate(end.trim_start_matches([',', ' ']), room).into_owned(),
        None => truncate(words, room).into_owned(),
    }
}

/// A thing that another one is joined to: in full, and what its words end with that is never cut.
struct Named {
    words: String,
    end: String,
}

/// What a thing is joined to, by how.
fn groups(library: &Library, found: &Neighbourhood, node: Node) -> Vec<(String, Vec<Named>)> {
    let mut groups: Vec<(String, Vec<(Node, Named)>)> = Vec::new();
    for edge in found.graph.joints(node) {
        let Some(other) = edge.other(node) else { continue };
        let how = words(edge.relation, edge.from == node);
        let doubt = label(library, other).doubt();
        let called = Named { words: format!("{doubt}{}", brief(library, other)), end: end(library, other) };
        match groups.iter_mut().find(|(known, _)| *known == how) {
            Some((_, others)) => others.push((other, called)),
            None => groups.push((how, vec![(other, called)])),
        }
    }
    // Rounds in their order, whichever of them are joined by a line.
    for (_, others) in &mut groups {
        others.sort_by_key(|(other, _)| place(found, *other));
    }
    groups.into_iter().map(|(how, others)| (how, others.into_iter().map(|(_, called)| called).collect())).collect()
}

/// The place of a thing among those of its sort.
fn place(found: &Neighbourhood, node: Node) -> Option<usize> {
    found.graph.nodes().position(|one| one == node)
}

/// What the words of a thing end with: its number and day.
fn end(library: &Library, node: Node) -> String {
    let told = label(library, node);
    let day = if told.day.is_empty() { String::new() } else { format!(", {}", told.day) };
    format!("{}{day}", told.number)
}

/// How something is joined to another thing; `is_from` where it is at the beginning of what joins them: what is said of a
/// thing reads other than what it says.
pub(super) fn words(of: Relation, is_from: bool) -> String {
    match (of, is_from) {
        (Relation::Tells, false) => "told in".to_owned(),
        (Relation::TookPart, true) => "took part in".to_owned(),
        (Relation::Place, false) => "place of".to_owned(),
        (Relation::Names, false) => "named in".to_owned(),
        _ => relation(of),
    }
}

/// A thing in a few words: a story by its outlet and day, a meeting by who met and its day.
pub(super) fn brief(library: &Library, node: Node) -> String {
    let told = label(library, node);
    match node {
        Node::Story(_) if !told.whence.is_empty() => joined(&[&told.whence, &told.day]),
        Node::Story(_) => joined(&[&format!("“{}”", truncate(&told.title, 40)), &told.day]),
        Node::Meeting(_) => joined(&[&told.short, &told.day]),
        Node::Name(_) => told.title,
    }
}

/// `a; b; c`, and `a; b and 3 more` where there is no room for all.
fn listed(all: &[Named], room: usize) -> String {
    let mut words = String::new();
    for (number, one) in all.iter().enumerate() {
        let left = all.len() - number;
        let behind = if left > 1 { format!(" and {} more", left - 1) } else { String::new() };
        if words.is_empty() {
            words = cut_before(&one.words, &one.end, room.saturating_sub(width(&behind)));
            continue;
        }
        let next = format!("{words}; {}", one.words);
        if width(&next) + width(&behind) > room {
            return format!("{words} and {left} more");
        }
        words = next;
    }
    words
}

/// Facts on one line, those that are there.
pub(super) fn joined(facts: &[&str]) -> String {
    facts.iter().copied().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What stands in the middle column where names meet that no meeting joins.
pub(super) const NAMED: &str = "named";

/// What is told of a thing that nothing is joined to, yet or at all.
pub(super) const fn alone(is_finding: bool) -> &'static str {
    if is_finding {
        "What stands around it is still being looked for."
    } else {
        "Nothing stands around it: no meeting, no linked story, no name."
    }
}

/// `and 12 more`.
pub(super) fn left_out(number: usize) -> String {
    format!("and {number} more")
}

/// The same of everything at once; `None` where nothing is left out.
pub(super) fn all_left_out(found: &Neighbourhood) -> Option<String> {
    let counted = [
        (found.more_stories, "story", "stories"),
        (found.more_meetings, "meeting", "meetings"),
        (found.more_names, "name", "names"),
    ];
    let told: Vec<String> = counted
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| format!("{number} more {}", if number == 1 { one } else { many }))
        .collect();
    (!told.is_empty()).then(|| format!("and {}", told.join(", ")))
}

/// What is said where there is nothing to draw.
pub(super) const fn empty(is_finding: bool) -> &'static str {
    if is_finding {
        "Meetings are still being looked for; the map comes with them."
    } else {
        "There is nothing here to draw a map around; choose a story and press 4."
    }
}
