//! Settings that are one of a few words.

use crate::links::Tier;

/// The word in `config.toml` for the least sure links that are shown.
pub const fn least_word(least: Tier) -> &'static str {
    match least {
        Tier::Same => "same",
        Tier::Probable => "probably",
        Tier::Series => "series",
    }
}

/// Which names are followed by their kind where it is told in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// Each name where it is first mentioned.
    #[default]
    First,
    /// Every mention.
    All,
    /// None.
    None,
}

impl Labels {
    /// All of them.
    pub const ALL: &[Self] = &[Self::First, Self::All, Self::None];

    /// The word in `config.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::All => "all",
            Self::None => "none",
        }
    }

    /// The one after it, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::First => Self::All,
            Self::All => Self::None,
            Self::None => Self::First,
        }
    }
}

/// When a story counts as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadWhen {
    /// When its text is left.
    Left,
    /// When its end was in sight.
    End,
    /// Only when someone says so.
    Never,
}

impl ReadWhen {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Left, Self::End, Self::Never];

    /// The word in `config.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::End => "end",
            Self::Never => "never",
        }
    }
}
