//! A library and one thing in it in, what stands around that thing out.
//!
//! **In:** a [`Library`](crate::library::Library) and a [`Node`].
//! **Out:** a small graph of stories, meetings and names, the strongest first, with the words that say each edge.
//! **Why:** the map on the screen, linear mode and the drawing for other tools must show the same neighbourhood.

/// A thing that can stand in the middle of a neighbourhood, or around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// Index into [`Library::stories`](crate::library::Library::stories).
    Story(usize),
    /// Index into [`Connections::meetings`](crate::links::Connections::meetings).
    Meeting(usize),
    /// Index into [`Connections::entities`](crate::links::Connections::entities).
    Name(usize),
}
