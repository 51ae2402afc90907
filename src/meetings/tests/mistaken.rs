//! Words of a meeting in sentences that tell of none, each beside the sentence that does.

use super::*;

const PAIR: &str = "ivar-lindqvist+mira-kostova";

/// One meeting, and it is of the two.
#[track_caller]
fn the_two_met(body: &str) {
    let found: Vec<String> = story(body).meetings.iter().map(who).collect();
    assert_eq!(found, [PAIR], "{body}");
}

#[test]
fn a_verb_of_dining_behind_the_first_word_is_read() {
    tells_of_none("And lunched.");
    tells_of_none("With the lamps lit they dined on the terrace. And then they breakfasted beside the mill.");
    the_two_met("Ivar Lindqvist and Mira Kostova dined beside the mill on Monday.");
}

#[test]
fn nobody_meets_in_a_month_in_a_language_or_before_a_judge() {
    the_two_met("Ivar Lindqvist told President Mira Kostova in Bergen on Monday that the bees were back.");
    tells_of_none("Ivar Lindqvist told Mira Kostova in June that the bees were back.");
    tells_of_none("Ivar Lindqvist told Mira Kostova in German on Monday that the bees were back.");
    tells_of_none("Ivar Lindqvist told Mira Kostova in Swedish that the bees were back.");
    tells_of_none("Ivar Lindqvist told Judge Mira Kostova in Bergen on Monday that he had no bees.");
    tells_of_none("Ivar Lindqvist told Chief Magistrate Mira Kostova in Bergen on Monday that he had no bees.");
}

#[test]
fn a_weekly_meeting_of_two_who_are_named_was_on_its_day() {
    the_two_met("Ivar Lindqvist and Mira Kostova held their weekly meeting in Bergen on Monday.");
    the_two_met("King Ivar Lindqvist and Mira Kostova held their weekly audience on Monday.");
    tells_of_none("The Council of Ministers holds its weekly meeting on Monday.");
    tells_of_none("Swedish and Danish clerks held their weekly meeting on Monday.");
    tells_of_none("Ivar Lindqvist and Mira Kostova wrote a song for their daily meetings.");
}

#[test]
fn time_with_a_task_or_in_the_stocks_is_no_meeting() {
    the_two_met("Ivar Lindqvist gave Mira Kostova forty minutes in his study on Monday.");
    the_two_met("Ivar Lindqvist gave Mira Kostova an hour in Bergen on Monday to discuss the bees.");
    the_two_met("Ivar Lindqvist found an hour for President Mira Kostova on Monday.");
    the_two_met("Ivar Lindqvist made time for Mira Kostova on Monday.");
    tells_of_none("Ivar Lindqvist gave Mira Kostova half an hour on Monday to sign.");
    tells_of_none("Ivar Lindqvist allowed Mira Kostova thirty minutes in which to reply on Monday.");
    tells_of_none("Ivar Lindqvist gave Mira Kostova three hours in the pillory on Monday.");
    tells_of_none("Ivar Lindqvist found half an hour for President Mira Kostova to reply on Monday.");
    tells_of_none("Ivar Lindqvist made time for Costa Rica on Monday.");
}

#[test]
fn movements_that_take_a_plural_verb_are_no_teams() {
    let found = told(&story("The Taliban meet Hezbollah in Bergen on Friday."));
    assert!(matches!(found.as_slice(), [one] if one.contains("planned")), "{found:?}");
    let found = told(&story("The Taliban meet the United Nations in Bergen on Friday."));
    assert!(matches!(found.as_slice(), [one] if one.contains("planned")), "{found:?}");
    tells_of_none("The Millbrook Otters meet the Ashdown Falcons on March 20.");
    tells_of_none("The Millbrook Otters meets the Ashdown Falcons on March 20.");
}

#[test]
fn who_is_called_before_a_committee_or_to_a_cause_is_not_telephoned() {
    tells(
        "Mira Kostova slept. Ivar Lindqvist rang her before the vote on Monday.",
        &[&format!("call held {PAIR} 2018-03-12 -")],
    );
    tells_of_none("Mira Kostova was ill. Ivar Lindqvist called her before the inquiry on Monday.");
    tells("Ivar Lindqvist's call to President Mira Kostova was short.", &[&format!("call held {PAIR} 2018-03-14 -")]);
    tells("Ivar Lindqvist's call to Mira Kostova on Monday was short.", &[&format!("call held {PAIR} 2018-03-12 -")]);
    tells_of_none("Ivar Lindqvist's call to Christian Democrats in Saxony was ignored on Monday.");
}

#[test]
fn who_was_somewhere_to_see_somebody_did_nothing_else_before() {
    the_two_met("Ivar Lindqvist was in Bergen on Monday to see Prime Minister Mira Kostova.");
    the_two_met("Ivar Lindqvist was at the palace on Monday to see Prime Minister Mira Kostova.");
    tells_of_none("Ivar Lindqvist was in Bergen on Monday and vowed to see Prime Minister Mira Kostova in court.");
    tells_of_none("Ivar Lindqvist was in no hurry to see Prime Minister Mira Kostova on Monday.");
}

#[test]
fn one_interacts_and_spends_an_evening_with_an_office() {
    the_two_met("Ivar Lindqvist had an interaction with the premier, Mira Kostova, on Monday.");
    the_two_met("Ivar Lindqvist spent the evening with the premier, Mira Kostova, on Monday.");
    tells_of_none("Ivar Lindqvist studied the interaction with the tide, Mira Kostova said on Monday.");
    tells_of_none("Ivar Lindqvist spent the evening with President Mira Kostova's memoirs on Monday.");
}

#[test]
fn what_goes_on_as_a_habit_is_of_no_day() {
    tells_of_none("Ivar Lindqvist and Mira Kostova will continue to meet, she said on Monday.");
    tells("Ivar Lindqvist and Mira Kostova met on Monday.", &[&format!("bilateral held {PAIR} 2018-03-12 -")]);
}
