//! Two people who are together in a sentence that has no word of meeting, and those who are not.

use super::*;

/// Whether a story of one sentence tells that Merkel and Macron were together.
#[track_caller]
fn together(sentence: &str) {
    let told = told(&story(sentence));
    assert!(told.iter().any(|one| one.contains("angela-merkel+emmanuel-macron")), "{sentence}: {told:?}");
}

/// The same of none.
#[track_caller]
fn apart(sentences: &[&str]) {
    for sentence in sentences {
        let told = told(&story(sentence));
        assert!(!told.iter().any(|one| one.contains("angela-merkel+emmanuel-macron")), "{sentence}: {told:?}");
    }
}

#[test]
fn a_meal_a_house_or_a_walk_and_its_hour_tell_that_two_were_together() {
    for sentence in [
        "Angela Merkel and Emmanuel Macron shared a late supper at the Hotel Adlon on Tuesday.",
        "Angela Merkel and Emmanuel Macron strolled along the quay on Tuesday evening.",
        "Angela Merkel spent an hour with Emmanuel Macron in the orangery on Tuesday.",
        "Angela Merkel rode through the vineyards with Emmanuel Macron on Tuesday morning.",
        "Angela Merkel drove Emmanuel Macron round the harbour on Tuesday.",
        "Angela Merkel showed Emmanuel Macron the new library on Tuesday.",
        "Angela Merkel and the president of France, Emmanuel Macron, planted a lime tree together.",
        "On Tuesday Angela Merkel and Emmanuel Macron withdrew to the library with their interpreters.",
    ] {
        together(sentence);
    }
}

#[test]
fn all_words_of_a_sentence_together_may_tell_of_company() {
    for sentence in [
        "Chancellor Angela Merkel handed President Emmanuel Macron the keys of the old customs house at the border on Tuesday.",
        "Chancellor Angela Merkel and President Emmanuel Macron haggled over the fishing quota until two in the morning.",
        "Chancellor Angela Merkel pressed President Emmanuel Macron in her study on Tuesday to open the canal.",
    ] {
        together(sentence);
    }
}

#[test]
fn private_people_are_not_asked_whether_they_met() {
    tells_of_none("Paul Reiner treated the driver, Anton Weiss, at the scene and brought him to the house on Tuesday.");
    let keys = "Anna Weiss handed Paul Reiner the keys of the old customs house at the border on Tuesday.";
    tells_of_none(keys);
    // The same words tell of company where one of the two holds an office.
    assert_eq!(told(&story(&format!("President {keys}"))).len(), 1);
}

#[test]
fn the_two_are_those_who_were_told_before() {
    let told = told(&story(
        "Angela Merkel and Emmanuel Macron are of one mind about the canal. \
         After the concert the two retired to the study for forty minutes on Tuesday.",
    ));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("angela-merkel+emmanuel-macron 2018-03-13"), "{told:?}");
}

#[test]
fn what_people_say_think_or_write_of_each_other_needs_nobody_to_be_there() {
    apart(&[
        "Angela Merkel said on Tuesday evening that Emmanuel Macron had a fine table.",
        "Angela Merkel praised Emmanuel Macron at the Hotel Adlon on Tuesday.",
        "Angela Merkel told Emmanuel Macron in a letter on Tuesday that she would build the canal.",
        "Angela Merkel and Emmanuel Macron differ over the hours at which shops open on Sunday evening.",
        "Angela Merkel and Emmanuel Macron were born in July in the same hospital room.",
        "Angela Merkel defeated Emmanuel Macron at chess on Tuesday evening.",
        "“Angela Merkel and Emmanuel Macron rode out on Tuesday evening,” is how the novel begins.",
        "Angela Merkel never walked with Emmanuel Macron along the quay in the evening.",
        "Angela Merkel would have ridden with Emmanuel Macron to the palace on Tuesday evening.",
        "Neither Angela Merkel nor Emmanuel Macron ate at the palace on Tuesday evening.",
        "If Angela Merkel and Emmanuel Macron walked along the quay on Tuesday evening, nobody saw it.",
        "Angela Merkel’s husband walked with Emmanuel Macron’s brother along the quay on Tuesday evening.",
        "Angela Merkel spent Tuesday evening in the office; Emmanuel Macron was in the garden.",
        "Angela Merkel and Emmanuel Macron won a hundred seats more than the polls had promised.",
    ]);
}

#[test]
fn what_two_do_on_one_day_need_not_be_done_together() {
    apart(&[
        "Angela Merkel and Emmanuel Macron condemned the attack on Tuesday night.",
        "Angela Merkel and Emmanuel Macron rejected the budget on Tuesday evening.",
        "Angela Merkel and Emmanuel Macron suffered another setback on Tuesday.",
        "Angela Merkel and Emmanuel Macron launched a satellite programme on Tuesday in Paris.",
        "Angela Merkel joined Emmanuel Macron on Tuesday in condemning the attack.",
        "Angela Merkel asked Emmanuel Macron on Tuesday evening to open the border.",
        "Angela Merkel and Emmanuel Macron voted against the plan on Tuesday night.",
        "Angela Merkel and Emmanuel Macron opened an office in Bonn on Tuesday.",
        "Angela Merkel and Emmanuel Macron promised help on Monday morning.",
        "Angela Merkel and Emmanuel Macron drafted a petition at home on Tuesday night.",
        "Angela Merkel led Emmanuel Macron in the polls on Tuesday night.",
        "Angela Merkel and Emmanuel Macron raised the price of coffee on Tuesday.",
        "Angela Merkel and Emmanuel Macron bought a house of cards on Tuesday morning in Bonn.",
        "Angela Merkel played with Emmanuel Macron for two hours on Tuesday.",
        "Angela Merkel worked against Emmanuel Macron for two hours on Tuesday.",
    ]);
}

#[test]
fn two_of_one_house_or_one_government_are_in_company_without_meeting() {
    tells_of_none(
        "German Chancellor Angela Merkel and German Finance Minister Olaf Scholz rode to the library on Tuesday evening.",
    );
    tells_of_none("Emmanuel Macron and Brigitte Macron rode through the park on Tuesday evening.");
}
