//! Those who stand near a meeting and are none of its sides, and words that only look like a side.

use super::*;

const PAIR: &str = "angela-merkel+emmanuel-macron";

#[test]
fn sides_without_a_name_are_not_the_two_told_before() {
    for after in [
        "In the hills, the army and the guerrillas talked in Porto on Tuesday.",
        "Further north the government and the rebels came together in Porto on Tuesday.",
        "Talks between the junta and the opposition resumed in Porto on Tuesday.",
    ] {
        let story = story(&format!("Angela Merkel met Emmanuel Macron in Paris on Monday. {after}"));
        let of_pair = story.meetings.iter().filter(|meeting| who(meeting) == PAIR).count();
        assert_eq!(of_pair, 1, "{after}: {:?}", told(&story));
        assert!(told(&story)[0].ends_with("2018-03-12 paris"), "{after}: {:?}", told(&story));
    }
    tells("The army and the guerrillas held talks in Porto on Tuesday.", &["talks held - 2018-03-13 porto"]);
    tells(
        "Angela Merkel met Emmanuel Macron in Paris on Monday. The two talked again in Porto on Tuesday.",
        &[&format!("bilateral held {PAIR} 2018-03-12 paris"), &format!("bilateral held {PAIR} 2018-03-13 porto")],
    );
}

/// A page of 14 March 2018 that opens with `opening`.
fn page(opening: &str, body: &str) -> Vec<String> {
    told(&file(&format!("A word on boats\n\nMarch 14, 2018\n\n{opening}{body}\n")))
}

#[test]
fn a_house_that_opens_a_sentence_heads_no_page() {
    let body = "Angela Merkel was received in Paris by the President on Tuesday.";
    for opening in ["The Kremlin, as so often, kept quiet. ", "The White House, for once, was dark.\n\n"] {
        let told = page(opening, body);
        assert!(told.iter().all(|one| !one.contains("putin") && !one.contains("trump")), "{opening}: {told:?}");
    }
    let body = "The President spoke by telephone today with Chancellor Angela Merkel of Germany.";
    for head in ["THE WHITE HOUSE\n\n", "The White House, Office of the Press Secretary\n\n"] {
        let told = page(head, body);
        assert!(told.iter().any(|one| one.contains("trump")), "{head}: {told:?}");
    }
}

#[test]
fn whom_others_do_something_to_is_not_whom_the_story_is_about() {
    for body in [
        "Angry pilots heckled Angela Merkel in Bergen. The talks with Emmanuel Macron on Monday lasted two hours.",
        "Farmers pelted Angela Merkel in Bergen. A meeting with Emmanuel Macron on Monday soothed them.",
        "Theresa May is pleased. Farmers pelted Angela Merkel. The talks with Emmanuel Macron on Monday lasted two hours.",
        "Against Angela Merkel stood many. The talks with Emmanuel Macron on Monday lasted two hours.",
    ] {
        let told = told(&story(body));
        assert!(
            told.iter().all(|one| !one.contains("angela-merkel") && !one.contains("theresa-may")),
            "{body}: {told:?}"
        );
    }
    for opening in [
        "German Chancellor Angela Merkel is pleased.",
        "The chancellor of Germany, Angela Merkel, is pleased.",
        "On Wednesday Angela Merkel was pleased.",
        "In Oslo, Chancellor Angela Merkel was pleased.",
    ] {
        let told = told(&story(&format!("{opening} The talks with Emmanuel Macron on Monday lasted two hours.")));
        assert!(matches!(told.as_slice(), [one] if one.contains(PAIR)), "{opening}: {told:?}");
    }
}

#[test]
fn a_joint_body_of_one_house_is_no_meeting_of_two_sides() {
    for body in [
        "The Joint Chiefs of Staff met in Oslo on Monday to count boats.",
        "The Joint Chiefs met in Oslo on Monday to count boats.",
        "The Joint Committee on Pensions met in Oslo on Monday to count boats.",
        "The Joint Select Committee met in Oslo on Monday to count boats.",
        "The Joint Staff Council met in Oslo on Monday to count boats.",
    ] {
        tells_of_none(body);
    }
    for body in [
        "The Joint Tarn Commission met in Oslo on Monday to count boats.",
        "The Joint Tarn Council met in Oslo on Monday to count boats.",
        "The Mixed Commission on Fisheries met in Oslo on Monday to count boats.",
    ] {
        let told = told(&story(body));
        assert_eq!(told.len(), 1, "{body}: {told:?}");
    }
}

#[test]
fn a_body_in_the_clause_of_another_meets_nobody() {
    for body in [
        "The Union of Weavers is cross. Angela Merkel told reporters the union was late and met Emmanuel Macron in Oslo on Monday.",
        "The Union of Weavers is cross. Angela Merkel said the union had lost and met Emmanuel Macron in Oslo on Monday.",
        "The rebel Quill Front is near. Angela Merkel told reporters the rebels were late and met Emmanuel Macron in Oslo on \
         Monday.",
    ] {
        tells(body, &[&format!("bilateral held {PAIR} 2018-03-12 oslo")]);
    }
    for body in [
        "The Union of Weavers is cross. On Monday the union met Emmanuel Macron in Oslo.",
        "The Union of Weavers is cross. Emmanuel Macron held talks with the union in Oslo on Monday.",
    ] {
        let told = told(&story(body));
        assert!(
            matches!(told.as_slice(), [one] if one.contains("emmanuel-macron+union-of-weavers")),
            "{body}: {told:?}"
        );
    }
}
