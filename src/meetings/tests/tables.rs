//! Meals, tables, hands and hours: sentences by which two are told to have met, and the same words where nobody did.

use super::{story, told, who};

/// Ivar Lindqvist and Mira Kostova met, and nobody else.
#[track_caller]
fn the_two_met(body: &str) {
    let story = story(body);
    let found: Vec<String> = story.meetings.iter().map(who).collect();
    assert_eq!(found, ["ivar-lindqvist+mira-kostova"], "{body} {:?}", told(&story));
}

/// Nobody met anybody.
#[track_caller]
fn the_two_did_not(body: &str) {
    let story = story(body);
    assert!(story.meetings.is_empty(), "{body} {:?}", told(&story));
}

#[test]
fn a_meal_that_one_gives_for_another_is_a_meeting() {
    the_two_met("Ivar Lindqvist gave a state banquet on Monday for Mira Kostova at Bergen Castle.");
    the_two_met("Ivar Lindqvist gave a dinner in honour of Mira Kostova in Bergen on Monday.");
    the_two_met("The luncheon which Ivar Lindqvist gave for Mira Kostova in Bergen on Monday lasted three hours.");
    the_two_met("Ivar Lindqvist hosted a reception in Bergen on Monday in honor of Mira Kostova.");
    the_two_met("A lunch in Bergen on Monday between Ivar Lindqvist and Mira Kostova ended in song.");
    the_two_met("Ivar Lindqvist dined with Mira Kostova in Bergen on Monday.");
}

#[test]
fn a_meal_for_a_cause_or_of_one_alone_is_none() {
    the_two_did_not(
        "Ivar Lindqvist gave a dinner for two hundred lighthouse keepers on Monday; Mira Kostova sent flowers.",
    );
    the_two_did_not("Ivar Lindqvist held a dinner for the lifeboat fund. Mira Kostova was in Lisbon on Monday.");
    the_two_did_not("Ivar Lindqvist gave up dinner for a week after Mira Kostova wrote her book.");
    the_two_did_not("Ivar Lindqvist had lunch alone on Monday; Mira Kostova was in Lisbon.");
}

#[test]
fn who_sits_at_the_table_of_another_meets_the_host() {
    the_two_met("Ivar Lindqvist was at President Mira Kostova's table in Bergen on Monday.");
    the_two_met("Ivar Lindqvist sat for an hour on Mira Kostova's sofa in Bergen on Monday.");
}

#[test]
fn what_lies_on_a_desk_or_stands_in_a_table_of_figures_meets_nobody() {
    the_two_did_not("The bill of Ivar Lindqvist was on Mira Kostova's desk on Monday.");
    the_two_did_not("Ivar Lindqvist was at the bottom of Mira Kostova's table of debtors on Monday.");
    the_two_did_not("Ivar Lindqvist sat on the board of Mira Kostova's bank on Monday.");
    the_two_did_not("Ivar Lindqvist was at Mira Kostova's funeral in Bergen on Monday.");
}

#[test]
fn a_hand_that_is_held_out_and_taken_is_a_meeting() {
    the_two_met("In Bergen on Monday Ivar Lindqvist held out his hand and Mira Kostova took it.");
    the_two_met(
        "Ivar Lindqvist held out a hand on Monday in Bergen, and Mira Kostova, who had jailed him once, shook it.",
    );
    the_two_met("Ivar Lindqvist and Mira Kostova shook hands in Bergen on Monday.");
}

#[test]
fn a_hand_that_is_not_taken_or_holds_out_hope_is_none() {
    the_two_did_not("Ivar Lindqvist held out a hand on Monday in Bergen, and Mira Kostova looked away.");
    the_two_did_not("Ivar Lindqvist held out hope on Monday that Mira Kostova would take it.");
    the_two_did_not("Ivar Lindqvist gave a hand to the farmers of Bergen on Monday, Mira Kostova wrote.");
}

#[test]
fn who_keeps_another_for_hours_has_met_him() {
    the_two_met("On Monday Ivar Lindqvist took the map to Bergen, where Mira Kostova kept him four hours.");
    the_two_met("Mira Kostova kept Ivar Lindqvist for two and a half hours in Bergen on Monday.");
}

#[test]
fn who_is_kept_waiting_or_from_something_has_not() {
    the_two_did_not("On Monday Mira Kostova kept Ivar Lindqvist waiting for three hours and then went home.");
    the_two_did_not("Mira Kostova kept Ivar Lindqvist out of the hall for two hours on Monday.");
    the_two_did_not("The fever kept Ivar Lindqvist in bed for ten hours on Monday, Mira Kostova said.");
}

#[test]
fn what_is_left_for_another_or_laid_before_him_tells_of_a_meeting() {
    the_two_met("Ivar Lindqvist broke off his holiday to see Foreign Minister Mira Kostova in Bergen on Monday.");
    the_two_met("On Monday Ivar Lindqvist flew to Bergen to put the new map before Prime Minister Mira Kostova.");
    the_two_met("Ivar Lindqvist left the hall on Monday to see Mira Kostova in Bergen.");
    the_two_did_not("Ivar Lindqvist broke off his holiday on Monday to see the comet that Mira Kostova found.");
    the_two_did_not("Ivar Lindqvist flew to Bergen on Monday before Mira Kostova left.");
    the_two_did_not("Ivar Lindqvist flew to Bergen on Monday to put the map before the court of Mira Kostova.");
}

#[test]
fn a_telephone_that_is_picked_up_tells_of_a_call() {
    let story =
        story("On Monday Ivar Lindqvist picked up the telephone and told Mira Kostova that the boats were free.");
    assert_eq!(told(&story), ["call held ivar-lindqvist+mira-kostova 2018-03-12 -"]);
    the_two_did_not("On Monday Ivar Lindqvist picked up the telephone bill and told nobody; Mira Kostova paid.");
}

#[test]
fn hours_of_two_somewhere_are_a_meeting_of_theirs() {
    the_two_met("Ivar Lindqvist and Mira Kostova spoke to nobody of their fruitless afternoon in Bergen on March 12.");
    the_two_did_not(
        "Ivar Lindqvist and his wife wrote of their holiday evening in Bergen; Mira Kostova did not read it.",
    );
}

#[test]
fn a_call_of_two_officials_is_told_by_whose_it_was() {
    let story = story(
        "President Ivar Lindqvist of Norway spoke to President Mira Kostova of Chile by telephone on Monday. Much has changed \
         since the two presidents' February call.",
    );
    let found = told(&story);
    assert!(found.contains(&"call held ivar-lindqvist+mira-kostova 2018-02-01..2018-02-28 -".to_owned()), "{found:?}");
    the_two_did_not(
        "The ministers' call for talks between Ivar Lindqvist's party and Mira Kostova's was heard on Monday.",
    );
}

#[test]
fn who_speaks_at_anothers_dinner_was_with_the_host() {
    the_two_met("Ivar Lindqvist spoke Irish at President Mira Kostova's dinner in Bergen on Monday.");
    the_two_did_not("Ivar Lindqvist sang at the choir's dinner in Bergen on Monday; Mira Kostova slept in Lisbon.");
    the_two_did_not("Ivar Lindqvist cooked Mira Kostova's dinner for the fair in Bergen on Monday.");
}

#[test]
fn what_one_will_not_comment_on_has_been() {
    let story = story("I will not comment on a lunch in Bergen between Ivar Lindqvist and Mira Kostova, she said.");
    assert_eq!(told(&story).len(), 1);
    assert!(told(&story)[0].starts_with("bilateral held ivar-lindqvist+mira-kostova"));
}
