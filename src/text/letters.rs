//! Words that are put together into sentences.
//!
//! **In:** clean words, numbers. **Out:** the same with another first letter; the form that goes with a number. **Why:** one
//! phrase stands inside a sentence here and begins one there; in some scripts a capital is more than one letter, and one
//! story is no `1 stories`, so that nobody should do this by hand.

/// The words with a capital letter at their beginning, where that letter has one.
pub fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `1 story`, `2 stories`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_becomes_a_capital_whatever_its_script_and_one_is_told_in_the_singular() {
        assert_eq!(first_upper("the Oslo talks"), "The Oslo talks");
        assert_eq!(first_upper("éclair"), "Éclair");
        assert_eq!(first_upper("ßa"), "SSa");
        assert_eq!(first_upper("会談"), "会談");
        assert_eq!([0, 1, 2].map(|number| count(number, "story", "stories")), ["0 stories", "1 story", "2 stories"]);
        assert_eq!((first_upper(""), first_upper("3 stories")), (String::new(), "3 stories".into()));
    }
}
