//! Who takes part, where offices, delegations and pronouns tell it.

use super::*;

#[track_caller]
fn sides(body: &str, expected: &[&str]) {
    let story = story(body);
    let found: Vec<String> = story.meetings.iter().map(who).collect();
    assert_eq!(found, expected, "{body}: {:?}", told(&story));
}

#[test]
fn a_country_that_no_table_knows_is_a_side_by_its_president() {
    sides("The leaders of Sudonia and the Norrmark Republic met in Vell on Monday.", &["norrmark-republic+sudonia"]);
    sides("Sudonia's president met the prime minister of Norrmark on Tuesday.", &["norrmark+sudonia"]);
}

#[test]
fn a_government_of_a_country_that_no_table_knows_is_not_that_of_the_dateline() {
    sides("The Sudonia government and the Norrmark government held talks in Vell on Monday.", &["norrmark+sudonia"]);
}

#[test]
fn a_state_stands_for_its_president_whom_nobody_names() {
    sides("Angela Merkel received the president of Norrmark on Monday.", &["angela-merkel+norrmark"]);
}

#[test]
fn offices_alone_are_those_whom_the_story_introduces() {
    sides(
        "President Ilse Hagen of Norrmark and Prime Minister Otto Prell of Sudonia are to open a bridge. The president and \
         the prime minister met on Monday in the town hall.",
        &["ilse-hagen+otto-prell"],
    );
}

#[test]
fn the_secretary_of_a_release_is_named_later() {
    sides(
        "The Secretary met on Tuesday with President Andrzej Duda. Secretary Rex Tillerson thanked him.",
        &["andrzej-duda+rex-tillerson"],
    );
}

#[test]
fn a_surname_behind_a_title_is_a_person_whatever_else_it_means() {
    sides("Prime Minister May met President Juncker in Brussels on Monday.", &["juncker+theresa-may"]);
    sides("Secretary-General Guterres met Vladimir Putin in Sochi on Monday.", &["guterres+vladimir-putin"]);
}

#[test]
fn her_talks_with_someone_are_those_of_the_one_before() {
    sides(
        "Angela Merkel flew home on Monday. Her talks with Emmanuel Macron in Paris on Tuesday were short.",
        &["angela-merkel+emmanuel-macron"],
    );
}

#[test]
fn both_presidents_are_the_two_of_the_story_who_hold_the_office() {
    sides(
        "Vladimir Putin and Emmanuel Macron are in Berlin. Sergei Lavrov received Macron on Monday. Both presidents met on Tuesday.",
        &["emmanuel-macron+sergey-lavrov", "emmanuel-macron+vladimir-putin"],
    );
}

#[test]
fn heads_of_both_delegations_stand_for_the_sides() {
    sides(
        "Negotiators for the Colombian government and the National Liberation Army ended talks in Quito on Monday. The \
         government side was led by Anna Brill, the rebels' by Osman Dree.",
        &["anna-brill+osman-dree"],
    );
    sides(
        "Angela Merkel met the Colombian government's chief negotiator, Anna Brill, on Monday.",
        &["angela-merkel+anna-brill"],
    );
}

#[test]
fn a_king_with_two_names_is_told_by_them() {
    sides("King Norodom Sihamoni met Angela Merkel on Monday.", &["angela-merkel+norodom-sihamoni"]);
}

#[test]
fn a_state_in_brackets_is_for_whom_the_one_before_it_acts() {
    sides(
        "Presidents Macron (France) and Duda (Poland) met Angela Merkel in Berlin on Monday.",
        &["andrzej-duda+angela-merkel+emmanuel-macron"],
    );
}

#[test]
fn whom_the_party_of_a_participant_drove_out_takes_no_part() {
    sides(
        "Angela Merkel was received on Monday by Prime Minister Otto Prell, whose Garden Party drove Ilse Hagen from office.",
        &["angela-merkel+otto-prell"],
    );
}

#[test]
fn the_foreign_ministers_are_the_two_who_are_named_next() {
    sides(
        "The foreign ministers are to meet in Vienna on Friday. Ilse Hagen will try to agree with Otto Prell on fish.",
        &["ilse-hagen+otto-prell"],
    );
}

#[test]
fn the_foreign_secretaries_are_those_of_the_two_states_of_the_story() {
    sides(
        "India and Pakistan opened a road for trucks. The foreign secretaries will meet in Delhi on Friday.",
        &["india+pakistan"],
    );
}

#[test]
fn a_visitor_of_a_state_meets_the_one_of_the_story_who_acts_for_it() {
    sides(
        "Emmanuel Macron is popular abroad. A visit by Angela Merkel to Paris on Tuesday pleased him.",
        &["angela-merkel+emmanuel-macron"],
    );
}

#[test]
fn the_president_and_his_guest_are_two() {
    sides(
        "Emmanuel Macron flew in with Angela Merkel. On Tuesday Macron and his guest held talks in Paris.",
        &["angela-merkel+emmanuel-macron"],
    );
}

#[test]
fn the_heads_of_two_delegations_met() {
    sides(
        "A Russian delegation headed by Sergei Lavrov held talks with a Turkish delegation led by Mevlut Cavusoglu in Ankara \
         on Monday.",
        &["mevlut-cavusoglu+sergey-lavrov"],
    );
    sides(
        "The delegation of Sudonia, headed by Foreign Minister Otto Prell, met the Norrmark delegation, led by Orla Finch, in \
         Vienna on Monday.",
        &["orla-finch+otto-prell"],
    );
}

#[test]
fn an_office_that_opens_a_sentence_is_that_of_the_one_named_before() {
    sides(
        "Ilse Hagen arrived by train. The Sudonian president met Emmanuel Macron on Monday.",
        &["emmanuel-macron+ilse-hagen"],
    );
}

#[test]
fn a_word_behind_ms_is_a_surname() {
    sides("Mr Osk and Ms Plate met on Monday in the mediator's office.", &["osk+plate"]);
}

#[test]
fn counterparts_who_speak_in_talks_that_name_only_their_sides_are_the_sides() {
    tells(
        "The Sudanese government and Nuba rebel negotiators met in Geneva on Tuesday. Snow fell. Omar Farsi owes his \
         Nuba Liberation Front counterpart Daud Kuku a map of the wells.",
        &["bilateral held daud-kuku+omar-farsi 2018-03-13 geneva"],
    );
    sides(
        "The Sudanese government and Nuba rebel negotiators met in Geneva on Tuesday. Omar Farsi owes his SPLM counterpart \
         Daud Kuku a map of the wells.",
        &["daud-kuku+omar-farsi"],
    );
}
