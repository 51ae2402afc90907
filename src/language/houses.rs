//! A word of the name of a place in, whether it is one for a house out.
//!
//! **Why:** what stands in a town is no other place than the town; whoever reads where a meeting was, joins stories or compares
//! them asks the same list.

/// Words for what is built, each with whether it always stands in a town: a castle, a ranch or a bridge may stand anywhere.
const HOUSES: &[(&str, bool)] = &[
    ("abbey", false),
    ("airport", false),
    ("arena", false),
    ("bank", false),
    ("barracks", false),
    ("base", false),
    ("bridge", false),
    ("building", true),
    ("buildings", true),
    ("cafe", false),
    ("castle", false),
    ("cathedral", true),
    ("center", true),
    ("centre", true),
    ("chamber", false),
    ("chambers", false),
    ("chancellery", false),
    ("church", false),
    ("club", true),
    ("college", false),
    ("court", false),
    ("embassy", true),
    ("estate", false),
    ("farm", false),
    ("fort", false),
    ("fortress", false),
    ("garden", false),
    ("gardens", false),
    ("hall", true),
    ("harbour", false),
    ("headquarters", true),
    ("hospital", false),
    ("hotel", true),
    ("house", true),
    ("inn", false),
    ("institute", false),
    ("lodge", false),
    ("manor", false),
    ("mansion", false),
    ("ministry", true),
    ("monastery", false),
    ("museum", true),
    ("office", true),
    ("palace", true),
    ("park", false),
    ("parliament", true),
    ("pavilion", false),
    ("pier", false),
    ("port", false),
    ("ranch", false),
    ("residence", true),
    ("restaurant", false),
    ("room", false),
    ("school", false),
    ("square", false),
    ("station", false),
    ("street", false),
    ("terminal", false),
    ("theater", true),
    ("theatre", true),
    ("tower", false),
    ("university", false),
    ("villa", true),
];

fn found(word: &str) -> Option<bool> {
    let lower = || word.bytes().map(|letter| letter.to_ascii_lowercase());
    let at = HOUSES.binary_search_by(|(house, _)| house.bytes().cmp(lower())).ok()?;
    HOUSES.get(at).map(|(_, in_town)| *in_town)
}

/// Whether a word is one for a house, a hall, a square: for what is built.
fn is_house(word: &str) -> bool {
    found(word).is_some()
}

/// Whether a word is one for a house that stands in a town.
pub fn is_house_in_town(word: &str) -> bool {
    found(word) == Some(true)
}

/// Whether a name is that of a house: one of its words is one for houses.
pub fn is_called_as_house(name: &str) -> bool {
    name.split([' ', '-', '’', '\'']).any(is_house)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_each_is_found_in_either_case() {
        assert!(HOUSES.is_sorted());
        assert!(HOUSES.iter().all(|(house, in_town)| found(&house.to_uppercase()) == Some(*in_town)));
    }

    #[test]
    fn a_castle_may_stand_anywhere_and_a_town_is_no_house() {
        assert!(is_house("castle") && !is_house_in_town("castle"));
        assert!(is_house_in_town("Palace"));
        assert!(is_called_as_house("Queen’s Tower") && is_called_as_house("Sarn Town-Hall"));
        assert!(!is_called_as_house("Newcastle") && !is_called_as_house("Halle"));
    }
}
