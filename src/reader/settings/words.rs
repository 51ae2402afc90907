//! Settings that are one of a few words.

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$help:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$help])* $variant,)+ }

        impl $name {
            /// All of them, in the order in which a key goes through them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word in `config.toml`.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

words! {
    /// The order of the list.
    Sort {
        /// Newest first.
        Date = "date",
        /// Best match first; without a query newest first.
        Relevance = "relevance",
        /// By title.
        Title = "title",
        /// By outlet.
        Outlet = "outlet",
        /// Most linked stories first.
        Linked = "linked",
    }
}

words! {
    /// What stories are listed under.
    Grouping {
        /// Nothing.
        None = "none",
        /// Their day.
        Day = "day",
        /// Their outlet.
        Outlet = "outlet",
        /// Each meeting that they tell of.
        Meeting = "meeting",
        /// Each series that they name.
        Series = "series",
    }
}

words! {
    /// When a story counts as read.
    ReadWhen {
        /// When another one is opened after it.
        Left = "left",
        /// When its end was in sight.
        End = "end",
        /// Only when someone says so.
        Never = "never",
    }
}

words! {
    /// Where copied text goes.
    Clipboard {
        /// To the terminal's clipboard, and to a file where that is known not to work.
        Auto = "auto",
        /// To the terminal's clipboard.
        Terminal = "terminal",
        /// To a file.
        File = "file",
    }
}
