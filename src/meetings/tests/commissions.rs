//! Sittings of commissions: of two sides, which are meetings, and of bodies of one country, which are none.

use super::{file, line, told};

/// The meetings of a communiqué dated 14 March 2018.
fn communique(body: &str) -> Vec<String> {
    told(&file(&format!("The customs of two neighbours\n\nWednesday, March 14, 2018\n\n{body}\n")))
}

#[track_caller]
fn tells(body: &str, expected: &[&str]) {
    assert_eq!(communique(body), expected, "{body}");
}

#[test]
fn a_numbered_session_is_of_the_two_sides_that_the_commission_names() {
    tells(
        "The Mixed Commission of Norway and Chile on Pilots held its Third Session in Oslo on 12 March 2018.",
        &["round held chile+norway 2018-03-12 oslo"],
    );
    tells(
        "The fifth session of the Permanent Commission of Norway and Chile was held in Oslo on 12 March 2018.",
        &["round held chile+norway 2018-03-12 oslo"],
    );
    tells(
        "The Norwegian-Chilean joint commission on pilots held its fifth session in Oslo on Monday.",
        &["round held chile+norway 2018-03-12 oslo"],
    );
}

#[test]
fn every_further_session_is_of_the_same_sides() {
    tells(
        "The Mixed Council of Norway and Chile opened its Third Session in Oslo on 12 March 2018.\n\nMembers recalled the Second \
         Session (Bergen, 9 June 2015).\n\nThe Fourth Session will take place in Tromso on 5 May 2019.",
        &[
            "round held chile+norway 2018-03-12 oslo",
            "round held chile+norway 2015-06-09 bergen",
            "round planned chile+norway 2019-05-05 tromso",
        ],
    );
}

#[test]
fn those_who_head_the_delegations_came_to_the_session_that_is_told_first() {
    let story = file(
        "Pilots agree\n\nWednesday, March 14, 2018\n\nThe Joint Pilots Council of Norway and Chile opened its Third Session in Oslo on \
         12 March 2018.\n\nMira Kostova spoke first. The delegation of Norway was led by Mira Kostova, and the delegation of Chile by \
         Ivar Lindqvist.\n\nThe Fourth Session will take place in Santiago on 4 June 2018.\n",
    );
    assert_eq!(line(&story.meetings[0]), "round held ivar-lindqvist+mira-kostova 2018-03-12 oslo");
    assert_eq!(line(&story.meetings[1]), "round planned chile+norway 2018-06-04 santiago");
    let sides: Vec<&str> = story.meetings[0].participants.iter().map(|one| one.acts_for[0].as_str()).collect();
    assert_eq!(sides, ["norway", "chile"]);
}

#[test]
fn a_session_of_another_body_is_not_of_the_sides_of_the_commission() {
    for other in [
        "The next session of parliament opens in May.",
        "Parliament opens its next session in May.",
        "Parliament's next session opens in May.",
        "The Fourth Session of the Assembly opens in Oslo in May.",
        "The assembly opened its Fourth Session in Bergen on Tuesday.",
    ] {
        let found = communique(&format!("The joint commission of Norway and Chile met in Oslo on Monday. {other}"));
        assert_eq!(found.len(), 1, "{other} {found:?}");
    }
}

#[test]
fn a_state_whose_name_ends_as_anothers_is_another_side() {
    let found = communique(
        "The Joint Commission of Sudan and Norway opened its Third Session in Oslo on 12 March 2018. The Joint Commission of South \
         Sudan and Norway opened its First Session in Bergen on 5 March 2018.",
    );
    assert!(!found.iter().any(|line| line.contains("norway+sudan") && line.contains("bergen")), "{found:?}");
    tells(
        "The Joint Commission of Quillia and Norway opened its Third Session in Oslo on 12 March 2018. The Joint Commission of the \
         Republic of Quillia and Norway has eight members.",
        &["round held norway+quillia 2018-03-12 oslo"],
    );
}

#[test]
fn a_commission_that_is_to_sit_is_of_its_two_sides() {
    tells(
        "A joint commission of Norway and Chile is to hold its first sitting in Bergen on April 12.",
        &["round planned chile+norway 2018-04-12 bergen"],
    );
    tells(
        "The council of Norway and Chile, eight pilots in all, is to sit in Bergen on April 12.",
        &["round planned chile+norway 2018-04-12 bergen"],
    );
    tells(
        "The Norwegian-Chilean Intergovernmental Commission concluded its 14th meeting in Oslo on Tuesday. The next session will \
         be held in Santiago in May.",
        &["round held chile+norway 2018-03-13 oslo", "round planned chile+norway 2018-05-01..2018-05-31 santiago"],
    );
    tells(
        "The joint commission of Norway and Chile meets next in May.",
        &["round planned chile+norway 2018-05-01..2018-05-31 -"],
    );
}

#[test]
fn a_body_of_one_country_has_no_sides() {
    tells("The fisheries commission of Norway held its Ninth Session in Oslo on Monday.", &[]);
    tells("The Senate Committee on Ways and Means held its third session in Washington on Monday.", &[]);
    tells("The Ninth Session of the National Council opened in Oslo on Monday.", &[]);
    tells("The town council sits again on Monday. Its Fourth Session was held in Oslo in May.", &[]);
    tells("Parliament rose on Monday. The next session will be held in May.", &[]);
    tells("The Commission of Inquiry held its second sitting in Oslo on Monday.", &[]);
}

#[test]
fn a_commission_of_two_that_is_only_named_does_not_sit() {
    tells("The joint commission of Norway and Chile has eight members and a stamp of its own.", &[]);
    tells("The joint commission of Norway and Chile meets every second Tuesday.", &[]);
    tells("A session of pottery was held by the wives of the joint commission of Norway and Chile.", &[]);
}
