//! Settings that are one of a few words.

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
