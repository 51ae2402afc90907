//! The orders and groups that the list can have.

/// In which order the stories are listed. Where two are equal, the newer one comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first while words or phrases are asked for; the newest story otherwise.
    #[default]
    Relevance,
    /// The newest story first, whatever is asked; those without a day last.
    Newest,
    /// The oldest story first; those without a day last.
    Oldest,
    /// By title, case and diacritics aside.
    Title,
    /// By the name of the outlet; those without one last.
    Outlet,
    /// The story first that most others are linked with.
    Linked,
}

impl Sort {
    /// All of them, in the order of the picker.
    pub const ALL: &[Self] = &[Self::Relevance, Self::Newest, Self::Oldest, Self::Title, Self::Outlet, Self::Linked];

    /// The word in `config.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Linked => "linked",
        }
    }

    /// What it does, as the picker tells it.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Relevance => "relevance: best match first; newest first while no words are asked",
            Self::Newest => "newest first",
            Self::Oldest => "oldest first",
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Linked => "most linked first",
        }
    }
}

/// What the stories of a group have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Nothing: one list.
    #[default]
    None,
    /// The day of publication.
    Day,
    /// The outlet.
    Outlet,
    /// The meeting that they are about.
    Meeting,
    /// The series of meetings.
    Series,
}

impl GroupBy {
    /// All of them, in the order of the picker.
    pub const ALL: &[Self] = &[Self::None, Self::Day, Self::Outlet, Self::Meeting, Self::Series];

    /// The word in `config.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Day => "day",
            Self::Outlet => "outlet",
            Self::Meeting => "meeting",
            Self::Series => "series",
        }
    }

    /// What it does, as the picker tells it.
    pub const fn told(self) -> &'static str {
        match self {
            Self::None => "none: one list",
            Self::Day => "day of publication",
            Self::Outlet => "outlet",
            Self::Meeting => "meeting that the story is about",
            Self::Series => "series of meetings",
        }
    }
}
