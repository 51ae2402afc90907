//! Who takes part in a meeting, and where it is, in; the names of the library that stand for them out.
//!
//! **Why:** whoever stands in the title of a meeting stands on its map as well. A state is often named by its adjective only
//! (`the Philippine government`): then the name that these words are stands for it.

use std::collections::HashMap;

use crate::language::{EntityId, Facts, NameKind};
use crate::library::Library;
use crate::links::{Entity, Meeting};

/// The names of a library, by whom they stand for.
pub(super) struct Parties<'l> {
    names: HashMap<&'l EntityId, usize>,
}

impl<'l> Parties<'l> {
    /// One look at each name.
    pub(super) fn of(library: &'l Library) -> Self {
        let entities = || library.connections.entities.iter().enumerate();
        let mut names: HashMap<&EntityId, usize> = HashMap::with_capacity(entities().len());
        for (number, entity) in entities() {
            names.entry(&entity.id).or_insert(number);
        }
        // The most mentioned comes first.
        for (number, entity) in entities() {
            if let Some(state) = state_of(entity) {
                names.entry(state).or_insert(number);
            }
        }
        Self { names }
    }

    /// The index of the name that stands for this; `None` where nothing does.
    pub(super) fn name(&self, id: &EntityId) -> Option<usize> {
        self.names.get(id).copied()
    }

    /// Of those who take part in a meeting and of its place the names that stand for them, with whether they take part.
    pub(super) fn at<'m>(&'m self, meeting: &'m Meeting) -> impl Iterator<Item = (usize, bool)> + 'm {
        let part = meeting.participants.iter().map(|one| (&one.id, true));
        let all = part.chain(meeting.place.iter().map(|place| (&place.id, false)));
        all.filter_map(|(id, part)| Some((self.name(id)?, part)))
    }
}

/// The state of which a name is the adjective.
fn state_of(entity: &Entity) -> Option<&'static EntityId> {
    let adjective = (entity.kind == NameKind::Group).then_some(entity.name.as_str())?;
    Facts::shipped().state_called(adjective).map(|state| &state.id)
}

/// What a name is called where it stands for a state that is named by nothing else.
pub(super) fn called_as_state(entity: &Entity, is_named: impl Fn(&EntityId) -> bool) -> Option<&'static str> {
    let state = state_of(entity).filter(|state| !is_named(state))?;
    Facts::shipped().state(state).map(|state| state.name)
}
