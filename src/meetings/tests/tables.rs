//! Meals, tables, hands and hours: sentences by which two are told to have met, and the same words where nobody did.

use super::{story, told, who};

/// Ivar Lindqvist and Mira Kostova met, and nobody else.
#[track_caller]
fn the_two_met(body: &str) {
    let story = story(body);
    let found: Vec<String> = story.meetings.iter().map(who).collect();
    assert_eq!(found, ["ivar-lindqvist+mira-kostova"], "{body} {:?}", told(&story));
}

/// No meeting of anybody.
#[track_caller]
fn nobody_met(body: &str) {
    assert_eq!(told(&story(body)), [] as [&str; 0], "{body}");
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
fn a_meal_that_one_is_given_or_that_is_told_with_its_place_first_is_a_meeting() {
    the_two_met("Ivar Lindqvist gave President Mira Kostova lunch in Bergen on Monday but no promises.");
    the_two_met("Ivar Lindqvist gave Mira Kostova breakfast on Monday.");
    the_two_met(
        "Ivar Lindqvist began on Monday with breakfast at the Fishermen's Hall in Bergen with President Mira Kostova.",
    );
    nobody_met("Ivar Lindqvist gave Mira Kostova dinner plates of Bergen china on Monday.");
    nobody_met("Ivar Lindqvist gave Mira Kostova a lunch box on Monday.");
    nobody_met("Ivar Lindqvist had breakfast in Bergen on Monday with eggs. Mira Kostova was in Lisbon.");
}

#[test]
fn a_discussion_of_two_alone_is_a_meeting() {
    the_two_met("Ivar Lindqvist and Mira Kostova had a long one-on-one discussion in Bergen on Monday.");
}

#[test]
fn a_meal_for_a_cause_or_of_one_alone_is_none() {
    nobody_met("Ivar Lindqvist gave a dinner for two hundred lighthouse keepers on Monday; Mira Kostova sent flowers.");
    nobody_met("Ivar Lindqvist held a dinner for the lifeboat fund. Mira Kostova was in Lisbon on Monday.");
    nobody_met("Ivar Lindqvist gave up dinner for a week after Mira Kostova wrote her book.");
    nobody_met("Ivar Lindqvist had lunch alone on Monday; Mira Kostova was in Lisbon.");
}

#[test]
fn who_sits_at_the_table_of_another_meets_the_host() {
    the_two_met("Ivar Lindqvist was at President Mira Kostova's table in Bergen on Monday.");
    the_two_met("Ivar Lindqvist dined by Mira Kostova's hearth in Bergen on Monday.");
    the_two_met("Ivar Lindqvist sat the whole evening by Mira Kostova's fireside in Bergen on Monday.");
    the_two_met("Ivar Lindqvist was in Mira Kostova's study in Bergen on Monday.");
}

#[test]
fn what_lies_on_a_desk_or_stands_in_a_table_of_figures_meets_nobody() {
    nobody_met("The bill of Ivar Lindqvist was on Mira Kostova's desk on Monday.");
    nobody_met("Ivar Lindqvist was at the bottom of Mira Kostova's table of debtors on Monday.");
    nobody_met("Ivar Lindqvist sat on the board of Mira Kostova's bank on Monday.");
    nobody_met("Ivar Lindqvist was at Mira Kostova's funeral in Bergen on Monday.");
    nobody_met("Ivar Lindqvist was robbed at Mira Kostova's house in Bergen on Monday.");
    nobody_met("Ivar Lindqvist was born in Mira Kostova's villa in Bergen.");
}

#[test]
fn a_hand_that_is_held_out_and_taken_is_a_meeting() {
    the_two_met("In Bergen on Monday Ivar Lindqvist offered his hand and Mira Kostova clasped it.");
    the_two_met(
        "Ivar Lindqvist stretched out a hand in Bergen on Monday and Mira Kostova, though still angry, accepted it.",
    );
    the_two_met("Ivar Lindqvist and Mira Kostova shook hands in Bergen on Monday.");
}

#[test]
fn a_hand_that_is_not_taken_or_holds_out_hope_is_none() {
    nobody_met("Ivar Lindqvist held out a hand on Monday in Bergen, and Mira Kostova looked away.");
    nobody_met("Ivar Lindqvist held out hope on Monday that Mira Kostova would take it.");
    nobody_met("Ivar Lindqvist gave a hand to the farmers of Bergen on Monday, Mira Kostova wrote.");
}

#[test]
fn who_keeps_another_for_hours_has_met_him() {
    the_two_met("Mira Kostova kept Ivar Lindqvist an hour and ten minutes in Bergen on Monday.");
    the_two_met("Mira Kostova kept Ivar Lindqvist until midnight in Bergen on Monday.");
    the_two_met("Mira Kostova kept Ivar Lindqvist for two and a half hours in Bergen on Monday.");
}

#[test]
fn who_is_kept_waiting_or_from_something_has_not() {
    nobody_met("On Monday Mira Kostova kept Ivar Lindqvist waiting for three hours and then went home.");
    nobody_met("Mira Kostova kept Ivar Lindqvist out of the hall for two hours on Monday.");
    nobody_met("Mira Kostova kept Ivar Lindqvist on hold for hours on Monday.");
    nobody_met("Mira Kostova kept Ivar Lindqvist under arrest until midnight on Monday.");
    nobody_met("Mira Kostova kept Ivar Lindqvist's ledgers for two hours on Monday.");
    nobody_met("The fever kept Ivar Lindqvist in bed for ten hours on Monday, Mira Kostova said.");
}

#[test]
fn what_is_left_for_another_or_laid_before_him_tells_of_a_meeting() {
    the_two_met("Ivar Lindqvist broke off his holiday to see Foreign Minister Mira Kostova in Bergen on Monday.");
    the_two_met("On Monday Ivar Lindqvist went to Bergen to plead the miners' case before Chancellor Mira Kostova.");
    the_two_met("Ivar Lindqvist travelled to Bergen on Monday to lay the accounts before President Mira Kostova.");
    the_two_met("Ivar Lindqvist hurried to see President Mira Kostova in Bergen on Monday.");
    the_two_met("Ivar Lindqvist left the hall on Monday to see Mira Kostova in Bergen.");
    nobody_met("Ivar Lindqvist broke off his holiday on Monday to see the comet that Mira Kostova found.");
    nobody_met("Ivar Lindqvist flew to Bergen on Monday before Mira Kostova left.");
    nobody_met("Ivar Lindqvist flew home on Monday to bring the boat in before President Mira Kostova arrived.");
    nobody_met("Ivar Lindqvist lived to see President Mira Kostova resign.");
    nobody_met("Ivar Lindqvist interrupted his holiday to see President Mira Kostova lose on Monday.");
    nobody_met("History will see me differently, Ivar Lindqvist told Mira Kostova.");
    nobody_met("Mira Kostova praised Ivar Lindqvist: the contract will see him in Madrid until 2027.");
    nobody_met("Ivar Lindqvist flew to Bergen on Monday to put the map before the court of Mira Kostova.");
}

#[test]
fn a_telephone_that_is_picked_up_tells_of_a_call() {
    for body in [
        "On Monday Ivar Lindqvist picked up the phone and warned Mira Kostova about the ice.",
        "On Monday Ivar Lindqvist lifted the receiver to congratulate Mira Kostova on her harvest.",
        "On Monday Ivar Lindqvist reached for the telephone to thank Mira Kostova for the seeds.",
    ] {
        assert_eq!(told(&story(body)), ["call held ivar-lindqvist+mira-kostova 2018-03-12 -"], "{body}");
    }
    nobody_met("Ivar Lindqvist reached for the receiver of his radio on Monday; Mira Kostova slept.");
    nobody_met("On Monday Ivar Lindqvist picked up the telephone bill and told nobody; Mira Kostova paid.");
}

#[test]
fn hours_of_two_somewhere_are_a_meeting_of_theirs() {
    the_two_met("Ivar Lindqvist and Mira Kostova spoke to nobody of their quiet morning in Bergen on March 12.");
    nobody_met("Ivar Lindqvist and Mira Kostova left their homes Monday evening in Bergen.");
    nobody_met("Ivar Lindqvist and Mira Kostova praised their Sunday morning in Bergen.");
    nobody_met("Ivar Lindqvist and his wife wrote of their holiday evening in Bergen; Mira Kostova did not read it.");
}

#[test]
fn a_call_of_two_officials_is_told_by_whose_it_was() {
    let story = story(
        "President Ivar Lindqvist of Norway spoke to President Mira Kostova of Chile by telephone on Monday. Much has changed \
         since both presidents' winter call in February.",
    );
    let found = told(&story);
    assert!(found.contains(&"call held ivar-lindqvist+mira-kostova 2018-02-01..2018-02-28 -".to_owned()), "{found:?}");
    nobody_met("The EU ministers' call that Belgrade recognise Pristina was heard on Monday.");
    nobody_met("The ministers' call for talks between Ivar Lindqvist's party and Mira Kostova's was heard on Monday.");
}

#[test]
fn who_speaks_at_anothers_dinner_was_with_the_host() {
    the_two_met("Ivar Lindqvist played the harp at President Mira Kostova's dinner in Bergen on Monday.");
    nobody_met("Ivar Lindqvist sang at the choir's dinner in Bergen on Monday; Mira Kostova slept in Lisbon.");
    nobody_met("Ivar Lindqvist cooked Mira Kostova's dinner for the fair in Bergen on Monday.");
}

#[test]
fn what_one_will_not_comment_on_has_been() {
    let story = story("A spokesman would not remark on a dinner in Bergen between Ivar Lindqvist and Mira Kostova.");
    assert_eq!(told(&story).len(), 1);
    assert!(told(&story)[0].starts_with("bilateral held ivar-lindqvist+mira-kostova"));
}

#[test]
fn a_courtesy_call_may_be_told_with_its_length() {
    the_two_met("Ivar Lindqvist paid a courtesy call of nearly forty minutes on President Mira Kostova on Monday.");
    the_two_met("Ivar Lindqvist paid a farewell call of half an hour on Mira Kostova on Monday.");
    nobody_met("Ivar Lindqvist issued a call of some length on Monday on taxes; Mira Kostova read it.");
}

#[test]
fn who_hugs_each_of_many_meets_none_of_them() {
    nobody_met("Ivar Lindqvist hugged every one of Mira Kostova's nurses on Monday.");
    nobody_met("Ivar Lindqvist embraced each of the divers on Monday, and Mira Kostova filmed it.");
    the_two_met("Ivar Lindqvist and Mira Kostova embraced each other in Bergen on Monday.");
}
