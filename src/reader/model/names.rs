//! Which kinds of names are highlighted in the text.
//!
//! **In:** a setting, switches. **Out:** whether a kind is highlighted. **Why:** who reads for places alone wants to see
//! places alone.

use crate::language::NameKind;

/// A set of kinds of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownNames(u8);

impl Default for ShownNames {
    fn default() -> Self {
        NameKind::ALL.into_iter().collect()
    }
}

impl FromIterator<NameKind> for ShownNames {
    fn from_iter<T: IntoIterator<Item = NameKind>>(kinds: T) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | bit(kind)))
    }
}

impl ShownNames {
    /// Whether this kind is highlighted.
    pub const fn shows(self, kind: NameKind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// Highlights this kind, or no longer; tells which.
    pub const fn switch(&mut self, kind: NameKind) -> bool {
        self.0 ^= bit(kind);
        self.shows(kind)
    }

    /// Highlights all kinds, or none where all are; tells which.
    pub fn switch_all(&mut self) -> bool {
        let all = Self::default();
        *self = if *self == all { Self(0) } else { all };
        *self == all
    }

    /// The kinds that are highlighted, in the order of legends.
    pub fn kinds(self) -> impl Iterator<Item = NameKind> {
        NameKind::ALL.into_iter().filter(move |kind| self.shows(*kind))
    }
}

const fn bit(kind: NameKind) -> u8 {
    1 << kind as u8
}

/// Several names of a kind.
pub const fn plural(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "persons",
        NameKind::Organisation => "organisations",
        NameKind::Place => "places",
        NameKind::Group => "groups",
        NameKind::Event => "events",
        NameKind::Document => "documents",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_switched_one_by_one_and_together() {
        let mut shown = ShownNames::default();
        assert!(!shown.switch(NameKind::Place));
        assert!(shown.shows(NameKind::Person) && !shown.shows(NameKind::Place));
        assert_eq!(shown.kinds().count(), 5);
        assert!(shown.switch_all() && shown == ShownNames::default());
        assert!(!shown.switch_all() && shown.kinds().count() == 0);
        assert!(shown.switch(NameKind::Event) && shown.kinds().eq([NameKind::Event]));
    }
}
