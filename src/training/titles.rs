//! The range of a person's name in, its range without the titles before it out.
//!
//! The corpus that the model is meant for leaves forms of address and offices out of names (1,027 stand before
//! names in it, two within); the others are of two minds and labelled 195 names with a title and 59 without. Learned from
//! as they are, they taught the model to glue titles to names, its commonest mistake on speeches and press releases.

use crate::text::Span;

/// Forms of address and the words of offices, in lower case.
const TITLES: [&str; 64] = [
    "admiral",
    "ambassador",
    "archbishop",
    "attorney",
    "bishop",
    "capt",
    "captain",
    "cardinal",
    "chairman",
    "chancellor",
    "coach",
    "col",
    "colonel",
    "commissioner",
    "congressman",
    "congresswoman",
    "deputy",
    "detective",
    "director",
    "dr",
    "emperor",
    "first",
    "foreign",
    "former",
    "gen",
    "general",
    "gov",
    "governor",
    "judge",
    "justice",
    "king",
    "lady",
    "lord",
    "lt",
    "madam",
    "major",
    "marshal",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "officer",
    "pope",
    "president",
    "prime",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "rep",
    "rev",
    "reverend",
    "secretary",
    "sen",
    "senator",
    "sgt",
    "sheikh",
    "sheriff",
    "sir",
    "speaker",
    "vice",
];

/// The range `name` of `text` without the titles that it begins with; empty if it holds nothing else.
pub(super) fn without_title(text: &str, name: Span) -> Span {
    let mut rest = name.of(text);
    loop {
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let word = word.trim_end_matches('.').to_lowercase();
        if rest.is_empty() || TITLES.binary_search(&word.as_str()).is_err() {
            return Span::new(name.end() - rest.len(), name.end());
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(name: &str) -> &str {
        without_title(name, Span::new(0, name.len())).of(name)
    }

    #[test]
    fn forms_of_address_and_offices_are_no_part_of_a_name() {
        assert_eq!(stripped("Mr. Fenwright"), "Fenwright");
        assert_eq!(stripped("former Vice President Zoë Amberlund"), "Zoë Amberlund");
        assert_eq!(stripped("PRIME MINISTER OKONJARE"), "OKONJARE");
    }

    #[test]
    fn only_what_stands_before_the_name_is_a_title() {
        assert_eq!(stripped("Orla King"), "Orla King");
        assert_eq!(stripped("Generalova"), "Generalova");
    }

    #[test]
    fn a_title_alone_is_nobodys_name() {
        assert!(without_title("the Prime Minister", Span::new(4, 18)).is_empty());
    }

    #[test]
    fn the_list_is_in_the_order_that_the_search_needs() {
        assert!(TITLES.is_sorted());
    }
}
