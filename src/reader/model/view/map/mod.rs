//! The map: what stands around a story, a meeting or a name, drawn with lines.
//!
//! **In:** a [`Node`] and [`Inputs`]. **Out:** a [`Content`]: three columns (stories, meetings, names) with lines between
//! them, or a tree where there is no room for three, and in linear mode. **Why:** who sees at once what belongs
//! together finds the next story to read; the arrow keys walk along what is drawn.
//!
//! `layout` says where everything stands, `wires` draws the lines, `drawn` is the content made of both, `nested` the tree;
//! `told` has the words for both.

mod drawn;
mod layout;
mod nested;
#[cfg(test)]
mod tests;
mod told;
mod wires;

use std::sync::Arc;

use super::{Content, Inputs, Target, View};
use crate::dossier::neighbourhood::{Bounds, Neighbourhood, Node, neighbourhood};
use drawn::Drawn;
use nested::Nested;

/// From this width on there are three columns, in columns of the screen: below it their words would be cut too short, and the
/// lines between them stand too close.
const DRAWN_FROM: u16 = 70;

/// From this size on there is room for more than the usual number of things, in columns and rows; and the rows for each more.
const SPACIOUS_FROM: (u16, u16) = (100, 36);
const EACH: usize = 3;

/// What the map around something shows.
pub(super) fn content(node: Node, inputs: &Inputs<'_>) -> Arc<dyn Content> {
    let bounds = bounds(inputs);
    let found = neighbourhood(inputs.library, node, bounds).unwrap_or_else(|| nothing(node));
    if inputs.is_linear || inputs.columns < DRAWN_FROM {
        Arc::new(Nested::new(inputs, found))
    } else {
        Arc::new(Drawn::new(inputs, found))
    }
}

/// How much is shown: more on a screen that has room for more than a person is shown anyway.
fn bounds(inputs: &Inputs<'_>) -> Bounds {
    let usual = Bounds { least: inputs.least, ..Bounds::default() };
    if inputs.is_linear || inputs.columns < SPACIOUS_FROM.0 || inputs.rows <= SPACIOUS_FROM.1 {
        return usual;
    }
    let more = |usual: usize| usual + usize::from(inputs.rows - SPACIOUS_FROM.1) / EACH;
    Bounds { stories: more(usual.stories), meetings: more(usual.meetings), names: more(usual.names), ..usual }
}

/// What stands around something that is not there.
fn nothing(centre: Node) -> Neighbourhood {
    Neighbourhood {
        centre,
        graph: crate::dossier::neighbourhood::Graph::default(),
        more_stories: 0,
        more_meetings: 0,
        more_names: 0,
    }
}

/// Where Enter leads: what is in the middle is opened, everything else comes into the middle.
fn target(node: Node, centre: Node) -> Target {
    match node {
        _ if node != centre => Target::View(View::Map(node)),
        Node::Story(story) => Target::Story(story),
        Node::Meeting(meeting) => Target::View(View::Meeting(meeting)),
        Node::Name(name) => Target::View(View::Name(name)),
    }
}
