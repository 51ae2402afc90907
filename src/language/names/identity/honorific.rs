//! Forms of address and frequent given names in, a man or a woman out: `Mrs Smith` is not John Smith.

use crate::language::line::Line;
use crate::language::spelling::key;

/// What a form of address or a given name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// `Mr`, `Sir`, John.
    Man,
    /// `Mrs`, `Lady`, Mary.
    Woman,
}

/// The most frequent given names that are a woman's nearly everywhere, sorted (public knowledge; the most frequent of
/// the United States census of 1990 and of world news).
const WOMEN: &[&str] = &[
    "aisha",
    "alice",
    "amanda",
    "amy",
    "ana",
    "angela",
    "ann",
    "anna",
    "anne",
    "asma",
    "barbara",
    "betty",
    "brenda",
    "carol",
    "caroline",
    "carolyn",
    "catherine",
    "charlotte",
    "cherie",
    "christina",
    "christine",
    "claire",
    "condoleezza",
    "cristina",
    "cynthia",
    "deborah",
    "diana",
    "dilma",
    "donna",
    "dorothy",
    "eleanor",
    "elena",
    "elizabeth",
    "emily",
    "emine",
    "emma",
    "eva",
    "fatima",
    "federica",
    "frances",
    "helen",
    "hillary",
    "irina",
    "jacqueline",
    "jane",
    "janet",
    "jennifer",
    "jessica",
    "joan",
    "julia",
    "julie",
    "karen",
    "katherine",
    "kathleen",
    "kelly",
    "laura",
    "leila",
    "linda",
    "lisa",
    "lyudmila",
    "madeleine",
    "margaret",
    "maria",
    "marie",
    "marine",
    "martha",
    "mary",
    "megan",
    "melania",
    "melissa",
    "michelle",
    "monica",
    "nancy",
    "natalia",
    "natalya",
    "nicole",
    "nikki",
    "olga",
    "pamela",
    "patricia",
    "rachel",
    "rebecca",
    "ruth",
    "samantha",
    "sandra",
    "sara",
    "sarah",
    "sharon",
    "simonetta",
    "sophia",
    "sophie",
    "stephanie",
    "susan",
    "svetlana",
    "tatiana",
    "tatyana",
    "theresa",
    "tzipi",
    "ursula",
    "valentina",
    "victoria",
    "virginia",
    "yulia",
];

/// The same of men.
const MEN: &[&str] = &[
    "abdullah",
    "adam",
    "ahmad",
    "ahmed",
    "alan",
    "albert",
    "alexander",
    "alexei",
    "ali",
    "andrew",
    "anthony",
    "antonio",
    "arthur",
    "barack",
    "ben",
    "benjamin",
    "bernard",
    "bill",
    "bob",
    "boris",
    "brian",
    "carlos",
    "charles",
    "christopher",
    "daniel",
    "david",
    "denis",
    "dennis",
    "dick",
    "dmitri",
    "dmitry",
    "donald",
    "douglas",
    "edward",
    "emmanuel",
    "eric",
    "francis",
    "francois",
    "frank",
    "fred",
    "gary",
    "george",
    "gerald",
    "gerhard",
    "gordon",
    "harold",
    "harry",
    "hassan",
    "henry",
    "hosni",
    "hussein",
    "ibrahim",
    "igor",
    "ivan",
    "jack",
    "jacques",
    "james",
    "jason",
    "jeffrey",
    "jerry",
    "jim",
    "joe",
    "john",
    "jonathan",
    "jose",
    "joseph",
    "juan",
    "karl",
    "keith",
    "kenneth",
    "kevin",
    "larry",
    "lawrence",
    "luis",
    "mahmoud",
    "mark",
    "martin",
    "matthew",
    "michael",
    "mikhail",
    "mohamed",
    "mohammed",
    "muhammad",
    "nicholas",
    "nicolas",
    "nikolai",
    "omar",
    "patrick",
    "paul",
    "pedro",
    "peter",
    "philip",
    "ralph",
    "raymond",
    "recep",
    "richard",
    "robert",
    "roger",
    "ronald",
    "roy",
    "russell",
    "ryan",
    "saddam",
    "samuel",
    "scott",
    "sergei",
    "sergey",
    "stephen",
    "steven",
    "thomas",
    "timothy",
    "tom",
    "tony",
    "vladimir",
    "walter",
    "william",
    "yasser",
];

impl Gender {
    /// What a form of address tells.
    pub(super) fn of_honorific(word: &str) -> Option<Self> {
        match key(word).as_str() {
            "mr" | "sir" | "mister" | "herr" | "monsieur" | "senor" => Some(Self::Man),
            "mrs" | "ms" | "miss" | "lady" | "dame" | "madame" | "frau" | "senora" => Some(Self::Woman),
            _ => None,
        }
    }

    /// What a given name's key tells.
    pub(super) fn of_given_name(key: &str) -> Option<Self> {
        if WOMEN.binary_search(&key).is_ok() {
            Some(Self::Woman)
        } else {
            MEN.binary_search(&key).is_ok().then_some(Self::Man)
        }
    }

    /// What the word before a name tells: a form of address, or whose relative it is.
    pub(super) fn before(line: &Line<'_>, at: usize) -> Option<Self> {
        let word = line.before(at);
        Self::of_honorific(word).or_else(|| match relation(line, at)? {
            "husband" | "father" | "son" | "brother" | "uncle" | "nephew" | "grandfather" | "grandson" | "widower" => {
                Some(Self::Man)
            }
            "wife" | "mother" | "daughter" | "sister" | "aunt" | "niece" | "grandmother" | "granddaughter"
            | "widow" => Some(Self::Woman),
            _ => None,
        })
    }
}

/// Whose relative a person is introduced as: `his wife Mary Smith`, `her father, John Smith`.
pub(super) fn relation(line: &Line<'_>, at: usize) -> Option<&'static str> {
    const RELATIVES: &[&str] = &[
        "husband",
        "wife",
        "father",
        "mother",
        "son",
        "daughter",
        "brother",
        "sister",
        "uncle",
        "aunt",
        "nephew",
        "niece",
        "cousin",
        "grandfather",
        "grandmother",
        "grandson",
        "granddaughter",
        "widow",
        "widower",
    ];
    let word = line.before(at);
    let before = if word == "," { at.checked_sub(2).map_or("", |at| line.word(at)) } else { word };
    RELATIVES.iter().find(|relative| relative.eq_ignore_ascii_case(before)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_for_the_search_and_nobody_is_in_both() {
        assert!(WOMEN.is_sorted() && MEN.is_sorted());
        assert!(WOMEN.iter().all(|name| MEN.binary_search(name).is_err()));
    }
}
