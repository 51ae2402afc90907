//! Whom descriptions mean, each in sentences of a small story. `told` keeps the people who are described, with
//! their mentions; descriptions stand in angle brackets.

use jiff::civil::{Date, date};

use crate::language::fixture::names_on;

const DAY: Option<Date> = Some(date(2016, 5, 3));

#[track_caller]
fn told(text: &str, day: Option<Date>, expected: &[&str]) {
    let found: Vec<String> = names_on(text, day).into_iter().filter(|name| name.contains('<')).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_president_of_a_state_that_no_table_knows_is_whom_the_story_introduces() {
    told(
        "President Zelma Quillon of Freedonia arrived in Oslo. Later the Freedonian president left.",
        DAY,
        &["person zelma-quillon: Zelma Quillon | <Freedonian president>"],
    );
    told(
        "Prime Minister Hugo Brask of the Zorbal Republic spoke. The prime minister was late. Then the Zorbal Republic's prime \
         minister slept.",
        DAY,
        &["person hugo-brask: Hugo Brask | <prime minister> | <Zorbal Republic's prime minister>"],
    );
    told("President Zelma Quillon of Freedonia arrived. The prime minister of the country next door left.", DAY, &[]);
    told("President Zelma Quillon of Freedonia arrived. The president of Zorbalia left.", DAY, &[]);
}

#[test]
fn a_colleague_holds_the_office_of_whom_the_story_names_before() {
    told(
        "Freedonian Foreign Minister Zelma Quillon met her Zorbal colleague Hugo Brask. The ministers ate fish.",
        DAY,
        &["person zelma-quillon: Zelma Quillon | <ministers>", "person hugo-brask: Hugo Brask | <ministers>"],
    );
}

#[test]
fn the_leader_of_a_body_is_whom_the_story_calls_its_leader() {
    told(
        "Zorbal Workers' Union leader Hugo Brask met Zorbal Workers' Union secretary-general Zelma Quillon. Later the Zorbal \
         Workers' Union leader slept.",
        DAY,
        &["person hugo-brask: Hugo Brask | <Zorbal Workers' Union leader>"],
    );
    told(
        "Zorbal Workers' Union secretary-general Zelma Quillon came. The Zorbal Workers' Union leader slept.",
        DAY,
        &[],
    );
}

#[test]
fn a_rank_alone_is_the_only_one_of_that_rank() {
    told(
        "Col. Hugo Brask took the town. On Sunday the colonel spoke.",
        DAY,
        &["person hugo-brask: Hugo Brask | <colonel>"],
    );
    told("UN envoy Hugo Brask came. The envoy was late.", DAY, &["person hugo-brask: Hugo Brask | <envoy>"]);
    told("Colonel Hugo Brask met Colonel Jon Zell. The colonel spoke.", DAY, &[]);
    told("Colonel Hugo Brask spoke. A colonel of the guard answered. The colonel was drunk.", DAY, &[]);
}

#[test]
fn who_held_an_office_once_or_will_is_not_the_holder_of_the_day() {
    for text in ["The former Russian president came.", "A French president must eat.", "The ex-German chancellor came."]
    {
        told(text, DAY, &[]);
    }
}

#[test]
fn a_headline_may_tell_the_office_before_the_story_tells_the_name() {
    told(
        "Words of the President in Oslo\nPresident Zelma Quillon spoke to farmers.",
        DAY,
        &["person zelma-quillon: <President> | Zelma Quillon"],
    );
}

#[test]
fn two_people_told_together_are_the_two_the_pair_and_both() {
    for words in ["the <two> talked", "the <pair> left", "<both> agreed to eat", "the <two> watched the match"] {
        let words = words.to_owned();
        let inner: String = words.chars().skip_while(|c| *c != '<').take_while(|c| *c != '>').chain(['>']).collect();
        let text = format!("Zelma Quillon met Hugo Brask. In the evening {}.", words.replace(['<', '>'], ""));
        told(
            &text,
            DAY,
            &[
                &format!("person zelma-quillon: Zelma Quillon | {inner}"),
                &format!("person hugo-brask: Hugo Brask | {inner}"),
            ],
        );
    }
    for text in [
        "Zelma Quillon met Hugo Brask. In the evening the two parties left.",
        "Zelma Quillon met Hugo Brask. In the evening the pair of boots was dry.",
        "Zelma Quillon met Hugo Brask. In the evening both sides left.",
        "John Quillon met Mary Brask. In the evening the two men left.",
    ] {
        told(text, DAY, &[]);
    }
}

#[test]
fn the_two_men_are_the_only_two_of_the_story_so_far() {
    told(
        "Hugo Brask came by car. Jon Zell took the train. Maria Quilligan fed the two men.",
        DAY,
        &["person hugo-brask: Hugo Brask | <two men>", "person jon-zell: Jon Zell | <two men>"],
    );
}

#[test]
fn an_office_of_two_that_they_do_not_hold_is_held_by_others_of_their_states() {
    told(
        "Vladimir Putin met Barack Obama. The two foreign ministers waited. The two talked.",
        DAY,
        &[
            "person vladimir-putin: Vladimir Putin | <two>",
            "person barack-obama: Barack Obama | <two>",
            "person sergey-lavrov: <two foreign ministers>",
            "person john-kerry: <two foreign ministers>",
        ],
    );
    told("Vladimir Putin met Dmitry Medvedev. The two foreign ministers waited.", DAY, &[]);
}

#[test]
fn leaders_of_two_unknown_states_are_the_two_named_next() {
    told(
        "The leaders of Freedonia and the Zorbal Republic met on a hill. Zelma Quillon and Hugo Brask ate fish.",
        DAY,
        &[
            "person zelma-quillon: <leaders of Freedonia and the Zorbal Republic> | Zelma Quillon",
            "person hugo-brask: <leaders of Freedonia and the Zorbal Republic> | Hugo Brask",
        ],
    );
}

#[test]
fn without_a_day_only_one_of_two_holders_is_nobody() {
    told("Vladimir Putin came. The presidents of Russia and Armenia ate.", None, &[]);
}

#[test]
fn an_office_inside_the_name_of_a_body_describes_nobody() {
    told("Vladimir Putin came. The Office of the President of Quillonia was shut.", DAY, &[]);
}

#[test]
fn what_belongs_to_a_state_or_body_is_not_the_state_or_body() {
    for text in [
        "Zelma Quillon, head of Russia's armed forces, came. The head of Russia's navy left.",
        "UN Secretary-General Ban Ki-moon came. The UN Commissioner for Fish left.",
        "Zorbal Union leader Hugo Brask came. Zorbal Union leaders left.",
        "In Russia, and president or not, they ate.",
    ] {
        told(text, DAY, &[]);
    }
}
