//! What a style can stand for.
//!
//! **In:** nothing. **Out:** [`Role`]: its name in a theme and what it is for. **Why:** views, theme files, their mistakes
//! and the page about themes all speak of the same roles.

/// A meaning that has a style of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table below says what each is for, and the page about themes repeats it")]
pub enum Role {
    Text,
    Muted,
    Faint,
    Accent,
    Strong,
    Date,
    Matched,
    Wrong,
    Select,
    Tint,
    Selection,
    Chosen,
    Focused,
    Person,
    Organisation,
    Place,
    Group,
    Event,
    Document,
}

/// Each role with its name in a theme and what it is for.
const TABLE: [(Role, &str, &str); 19] = [
    (Role::Text, "text", "the whole screen before anything is drawn: the colour of plain text, and of the background"),
    (Role::Muted, "muted", "what is beside the point: outlets, days in the list, the page around a story"),
    (Role::Faint, "faint", "rules and bars that only separate; never words"),
    (Role::Accent, "accent", "what can be followed, and the keys"),
    (Role::Strong, "strong", "headlines and headings"),
    (Role::Date, "date", "words that tell a day"),
    (
        Role::Matched,
        "matched",
        "letters that the filter matched; in a text what is looked for is reversed, the place in focus in the colour of the text and with one more attribute",
    ),
    (Role::Wrong, "wrong", "what is wrong: errors, and the words they are about"),
    (Role::Select, "select", "the background of the chosen row"),
    (Role::Tint, "tint", "the background of the passage in focus"),
    (
        Role::Selection,
        "selection",
        "text that is selected: all of it in one colour, for the others cannot be read here",
    ),
    (Role::Chosen, "chosen", "what else the chosen row has, where there is no background for it"),
    (Role::Focused, "focused", "what else the passage in focus has, where there is no background for it"),
    (Role::Person, "person", "a person"),
    (Role::Organisation, "organisation", "an organisation"),
    (Role::Place, "place", "a place"),
    (Role::Group, "group", "a people or another group"),
    (Role::Event, "event", "an event"),
    (Role::Document, "document", "a treaty, a law or another document"),
];

impl Role {
    /// All of them, in the order of the page about themes.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(role, ..)| *role)
    }

    /// The name in a theme.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |(_, name, _)| name)
    }

    /// What it is for, in a few words.
    pub fn about(self) -> &'static str {
        self.row().map_or("", |(.., about)| about)
    }

    /// The role of this name.
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|(_, own, _)| *own == name).map(|(role, ..)| *role)
    }

    fn row(self) -> Option<&'static (Self, &'static str, &'static str)> {
        TABLE.iter().find(|(role, ..)| *role == self)
    }
}
