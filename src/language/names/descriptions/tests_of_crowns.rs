//! Whom thrones mean: of the story, else of the one state whose throne can be meant.

use jiff::civil::{Date, date};

use crate::language::fixture::names_on;

const DAY: Option<Date> = Some(date(2016, 5, 3));

/// Who is described in `text`, each as `id <words>`.
fn described(text: &str) -> Vec<String> {
    let names = names_on(text, DAY).into_iter().filter(|name| name.contains('<'));
    names.map(|name| name.trim_start_matches("person ").to_owned()).collect()
}

#[track_caller]
fn means(text: &str, id: &str) {
    assert!(described(text).iter().any(|name| name.starts_with(&format!("{id}:"))), "{text} {:?}", described(text));
}

#[track_caller]
fn means_nobody(text: &str) {
    assert_eq!(described(text), [""; 0], "{text}");
}

#[test]
fn a_throne_of_one_state_needs_no_other_word() {
    means("The Taoiseach opened a bridge.", "enda-kenny");
    means("The Pope opened a window.", "pope-francis");
    means("The Emperor planted rice.", "emperor-akihito");
}

#[test]
fn a_queen_is_that_of_the_state_of_which_the_story_speaks() {
    means("The Queen opened a bridge in Copenhagen, and Denmark sang.", "queen-margrethe-ii");
    means("The Queen opened a bridge in London, and Britain sang.", "queen-elizabeth-ii");
    means("The King opened a bridge in Oslo, and Norway sang.", "king-harald-v");
    means("Britain sang. Her Majesty opened a bridge.", "queen-elizabeth-ii");
    means("Britain sang. Her Majesty's dogs slept.", "queen-elizabeth-ii");
}

#[test]
fn where_two_or_none_can_be_meant_nobody_is() {
    means_nobody("The Queen opened a bridge.");
    means_nobody("The King of the hill opened a bridge in Peru.");
    means_nobody("The queen of the hive left, and Denmark sang.");
    means_nobody("In chess the queen is worth nine pawns, a teacher in Denmark said.");
    means_nobody("The King opened a bridge in Copenhagen, and Denmark sang.");
    means_nobody("Her Majesty's Government opened a bridge in Peru.");
    means_nobody("Britain sang. Her Majesty's Government opened a bridge.");
    means_nobody("Britain sang. Her Majesty’s Treasury welcomed the miners.");
}

#[test]
fn a_president_is_no_queen_and_a_queen_no_president() {
    means_nobody("President Zelma Quillon of Freedonia came. The Queen left.");
    means_nobody("Queen Margrethe came to Peru. The president left.");
}
