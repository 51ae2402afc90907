//! Settings about other programs.

/// What copying and opening go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutsideSettings {
    /// Where copied text goes.
    pub copy_to: CopyTo,
    /// The program that takes it, where it goes to one.
    pub copy_command: String,
    /// The editor; empty for what the environment says.
    pub editor: String,
    /// The pager; empty for what the environment says.
    pub pager: String,
    /// The browser; empty for that of the system.
    pub browser: String,
}

/// Where copied text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyTo {
    /// To the clipboard of the terminal.
    #[default]
    Terminal,
    /// Into a file.
    File,
    /// To a program.
    Command,
}

impl CopyTo {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Terminal, Self::File, Self::Command];

    /// The word in `config.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::File => "file",
            Self::Command => "command",
        }
    }
}
