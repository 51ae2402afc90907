//! Who and what is named, each in sentences of a small story.

use jiff::civil::{Date, date};

use crate::article::{Article, Title, TitleFrom};
use crate::language::fixture::{names, names_in, names_on, story, with_dateline};

/// Checks that the story names just these.
#[track_caller]
fn names_are(text: &str, expected: &[&str]) {
    assert_eq!(names(text), expected, "{text}");
}

#[track_caller]
fn described(text: &str, day: Option<Date>, expected: &[&str]) {
    let found: Vec<String> = names_on(text, day).into_iter().filter(|name| name.contains('<')).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_head_word_makes_a_body_of_the_capitals_before_it() {
    names_are(
        "The Norwegian Foreign Ministry answered.",
        &["organisation norwegian-foreign-ministry: Norwegian Foreign Ministry"],
    );
    names_are(
        "The Ministry of Health and Care answered.",
        &["organisation ministry-of-health-and-care: Ministry of Health and Care"],
    );
    names_are("A ministry answered.", &[]);
    names_are("The Ministry answered.", &[]);
}

#[test]
fn summits_and_agreements_are_named_by_a_place_or_body_and_not_by_a_people() {
    names_are("They met at the NATO summit.", &["event nato-summit: NATO summit"]);
    names_are("The Lisbon Agreements hold.", &["document lisbon-agreements: Lisbon Agreements"]);
    names_are("A Norwegian summit was held.", &["group norwegian: Norwegian"]);
    names_are("They named Resolution 1701 there.", &["document resolution-1701: Resolution 1701"]);
}

#[test]
fn talks_are_a_series_only_when_counted_or_called_a_process() {
    names_are("The Oslo talks went on.", &["place oslo: Oslo"]);
    names_are(
        "The third round of the Oslo talks went on. The Oslo process is slow.",
        &["event oslo-process: Oslo talks | Oslo process"],
    );
}

#[test]
fn people_are_known_by_title_by_given_name_and_by_initials() {
    names_are("President Zorbax Quill arrived.", &["person zorbax-quill: Zorbax Quill"]);
    names_are("They saw Maria Quilligan there.", &["person maria-quilligan: Maria Quilligan"]);
    names_are("They saw J. R. Quilligan there.", &["person j-r-quilligan: J. R. Quilligan"]);
    names_are("They saw John van der Quill there.", &["person john-van-der-quill: John van der Quill"]);
    names_are("They saw Maria\u{a0}Quilligan there.", &["person maria-quilligan: Maria\u{a0}Quilligan"]);
    names_are("Quilligan said no.", &["person quilligan: Quilligan"]);
}

#[test]
fn a_possessive_ending_is_no_part_of_a_name() {
    names_are(
        "They took Maria Quilligan's car and Quilligan’s hat.",
        &["person maria-quilligan: Maria Quilligan | Quilligan"],
    );
}

#[test]
fn a_surname_alone_is_the_person_introduced_in_full() {
    names_are(
        "They saw Maria Quilligan. Later Quilligan left.",
        &["person maria-quilligan: Maria Quilligan | Quilligan"],
    );
    names_are(
        "Quilligan left. They had seen Maria Quilligan.",
        &["person maria-quilligan: Quilligan | Maria Quilligan"],
    );
    names_are(
        "They saw M. Quilligan. It was Maria Quilligan.",
        &["person maria-quilligan: M. Quilligan | Maria Quilligan"],
    );
}

#[test]
fn two_people_with_one_surname_stay_two() {
    names_are(
        "They saw Maria Quilligan and Robert Quilligan. Maria Quilligan left.",
        &["person maria-quilligan: Maria Quilligan | Maria Quilligan", "person robert-quilligan: Robert Quilligan"],
    );
}

#[test]
fn the_arabic_article_may_come_and_go() {
    names_are(
        "They saw Omar al-Quil. Later Quil left, and al-Quil returned.",
        &["person omar-al-quil: Omar al-Quil | Quil | al-Quil"],
    );
}

#[test]
fn office_holders_are_known_by_surname_beside_their_state() {
    names_are("In Germany they met Merkel.", &["place germany: Germany", "person angela-merkel: Merkel"]);
    names_are("They met ANGELA MERKEL.", &["person angela-merkel: ANGELA MERKEL"]);
    names_are("They met Angela Merkel; then Merkel left.", &["person angela-merkel: Angela Merkel | Merkel"]);
}

#[test]
fn a_state_its_capital_its_people_and_its_seat_of_government_are_four() {
    names_are(
        "Russia, Moscow, a Russian, the Kremlin.",
        &["place russia: Russia", "place moscow: Moscow", "group russian: Russian", "organisation kremlin: Kremlin"],
    );
}

#[test]
fn a_seat_of_government_without_its_capital_is_one_beside_one_that_has_it() {
    names_are("The Kremlin answered. Later the kremlin added more.", &["organisation kremlin: Kremlin | kremlin"]);
    names_are("They saw the kremlin of an old town.", &[]);
}

#[test]
fn months_and_weekdays_of_dates_are_no_names_and_a_person_called_may_is_one() {
    names_are("They met in May and on Monday.", &[]);
    names_are(
        "In Britain, Theresa May met her cabinet.",
        &["place united-kingdom: Britain", "person theresa-may: Theresa May"],
    );
}

#[test]
fn headlines_in_capitals_and_in_title_case_name_only_what_is_known() {
    let headline = |text: &str, body: &str| {
        let title = Title { text: text.into(), from: TitleFrom::Record };
        names_in(&Article { title, ..story(body) })
    };
    assert_eq!(
        headline("ANGELA MERKEL TALKS TO VISITORS IN OSLO", ""),
        ["person angela-merkel: ANGELA MERKEL", "place oslo: OSLO"]
    );
    assert_eq!(
        headline("Angela Merkel Talks Frankly With Several Visitors", ""),
        ["person angela-merkel: Angela Merkel"]
    );
    assert_eq!(
        headline("Quilligan Talks Frankly With Several Visitors", "They saw Maria Quilligan."),
        ["person maria-quilligan: Quilligan | Maria Quilligan"]
    );
}

#[test]
fn the_place_of_a_dateline_is_a_place_though_no_table_knows_it() {
    let article = with_dateline("ZORBAXHAVEN, May 3 –", "ZORBAXHAVEN", "They met.");
    assert_eq!(names_in(&article), ["place zorbaxhaven: ZORBAXHAVEN"]);
}

#[test]
fn a_capital_in_a_dateline_is_a_place_whatever_else_it_can_mean() {
    let article = with_dateline("BRUSSELS, May 3 –", "BRUSSELS", "They met.");
    assert_eq!(names_in(&article), ["place brussels: BRUSSELS"]);
}

#[test]
fn words_that_open_a_sentence_are_no_names() {
    names_are("However they met. After that they left. Nobody stayed.", &[]);
    names_are("“They met,” she noted. (He said no.) – He told us.", &[]);
}

#[test]
fn an_office_of_a_state_is_whoever_holds_it_that_day() {
    described(
        "They met the Russian president.",
        Some(date(2010, 5, 3)),
        &["person dmitry-medvedev: <Russian president>"],
    );
    described(
        "They met the Russian president.",
        Some(date(2016, 5, 3)),
        &["person vladimir-putin: <Russian president>"],
    );
    described(
        "They met the president of Russia.",
        Some(date(2016, 5, 3)),
        &["person vladimir-putin: <president of Russia>"],
    );
}

#[test]
fn of_several_office_holders_of_one_name_the_one_of_the_day_is_meant() {
    let on = |year: i16, text: &str| names_on(text, Some(date(year, 5, 3))).swap_remove(0);
    assert_eq!(on(1990, "Bush spoke in the United States."), "person george-h-w-bush: Bush");
    assert_eq!(on(2005, "Bush spoke in the United States."), "person george-w-bush: Bush");
    assert_eq!(on(1990, "George Bush spoke in the United States."), "person george-h-w-bush: George Bush");
    assert_eq!(on(2005, "George Bush spoke in the United States."), "person george-w-bush: George Bush");
    assert_eq!(on(1990, "George W. Bush spoke in the United States."), "person george-w-bush: George W. Bush");
}

#[test]
fn one_description_may_mean_several_people() {
    described(
        "They met the presidents of Turkey and Iran.",
        Some(date(2016, 5, 3)),
        &[
            "person recep-tayyip-erdogan: <presidents of Turkey and Iran>",
            "person hassan-rouhani: <presidents of Turkey and Iran>",
        ],
    );
    described(
        "The Russian and US presidents met.",
        Some(date(2016, 5, 3)),
        &["person vladimir-putin: <Russian and US presidents>", "person barack-obama: <Russian and US presidents>"],
    );
}

#[test]
fn an_office_in_the_plural_is_known_as_well_as_one_in_the_singular() {
    for (words, people) in [
        ("leaders of Turkey and Iran", ["recep-tayyip-erdogan", "hassan-rouhani"]),
        ("heads of state of Turkey and Iran", ["recep-tayyip-erdogan", "hassan-rouhani"]),
        ("Turkish and Iranian leaders", ["recep-tayyip-erdogan", "hassan-rouhani"]),
        ("chancellors of Germany and Austria", ["angela-merkel", "werner-faymann"]),
    ] {
        let expected = people.map(|id| format!("person {id}: <{words}>"));
        let text = format!("They met the {words}.");
        described(&text, Some(date(2016, 5, 3)), &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn a_counterpart_holds_the_office_of_the_person_before() {
    described(
        "Vladimir Putin met his Syrian counterpart.",
        Some(date(2016, 5, 3)),
        &["person bashar-al-assad: <Syrian counterpart>"],
    );
    described("Vladimir Putin met his Syrian counterpart Bashar al-Assad.", Some(date(2016, 5, 3)), &[]);
}

#[test]
fn the_leader_of_a_state_is_who_led_it_that_day() {
    described(
        "They met the Turkish leader.",
        Some(date(2010, 5, 3)),
        &["person recep-tayyip-erdogan: <Turkish leader>"],
    );
    described("They met the German leader.", Some(date(2010, 5, 3)), &["person angela-merkel: <German leader>"]);
}

#[test]
fn a_counterpart_of_someone_described_holds_the_same_office() {
    described(
        "They waited for the Syrian leader's Russian colleague.",
        Some(date(2016, 5, 3)),
        &["person bashar-al-assad: <Syrian leader>", "person vladimir-putin: <Russian colleague>"],
    );
}

#[test]
fn a_capital_stands_for_its_state_before_an_office() {
    described(
        "Ankara's top diplomat came.",
        Some(date(2016, 5, 3)),
        &["person mevlut-cavusoglu: <Ankara's top diplomat>"],
    );
    described("They met the top diplomat in Ankara.", Some(date(2016, 5, 3)), &[]);
}

#[test]
fn an_office_alone_is_the_only_one_of_the_story_who_holds_it() {
    described(
        "Vladimir Putin arrived. The president was late.",
        Some(date(2016, 5, 3)),
        &["person vladimir-putin: Vladimir Putin | <president>"],
    );
    described(
        "Norwegian Justice Minister Maria Quilligan arrived. The justice minister was late.",
        Some(date(2016, 5, 3)),
        &["person maria-quilligan: Maria Quilligan | <justice minister>"],
    );
    described(
        "Freedonian President Zorbax Quill arrived. The president was late.",
        Some(date(2016, 5, 3)),
        &["person zorbax-quill: Zorbax Quill | <president>"],
    );
    for text in [
        "Vladimir Putin met Barack Obama. The president was late.",
        "The president was late. Vladimir Putin arrived.",
        "Vladimir Putin arrived. The president of the club was late.",
        "Vladimir Putin arrived. The new president was late.",
        "Vladimir Putin arrived. The presidents were late.",
        "Vladimir Putin arrived. The vice president was late.",
    ] {
        described(text, Some(date(2016, 5, 3)), &[]);
    }
}

#[test]
fn the_secretary_of_state_is_the_american_one_in_a_story_about_america() {
    described(
        "In the United States they waited. The Secretary of State was late.",
        Some(date(2016, 5, 3)),
        &["person john-kerry: <Secretary of State>"],
    );
    described("In Britain they waited. The Secretary of State for Health was late.", Some(date(2016, 5, 3)), &[]);
    described(
        "They met the US Secretary of State.",
        Some(date(2016, 5, 3)),
        &["person john-kerry: <US Secretary of State>"],
    );
}

#[test]
fn whom_the_story_introduces_with_an_office_is_meant_before_whom_the_table_knows() {
    described(
        "Norwegian Foreign Minister Zorbax Quill arrived. The Norwegian foreign minister was late.",
        Some(date(2016, 5, 3)),
        &["person zorbax-quill: Zorbax Quill | <Norwegian foreign minister>"],
    );
}

#[test]
fn the_two_leaders_are_the_two_who_were_told_together_last() {
    let day = Some(date(2016, 5, 3));
    let both = |words: &str| {
        [
            format!("person vladimir-putin: Vladimir Putin | <{words}>"),
            format!("person barack-obama: Barack Obama | <{words}>"),
        ]
    };
    for words in ["two leaders", "both presidents", "two men", "both leaders"] {
        let the = if words.starts_with("two") { "the " } else { "" };
        let text = format!("Vladimir Putin met Barack Obama. It rained. Then {the}{words} left.");
        let expected = both(words);
        described(&text, day, &expected.each_ref().map(String::as_str));
    }
    for text in [
        "Vladimir Putin met Barack Obama and Angela Merkel. Then the two leaders left.",
        "Vladimir Putin met Barack Obama. Then the two ministers left.",
        "Vladimir Putin arrived, unlike Barack Obama. Then the two leaders left.",
        "Vladimir Putin met Barack Obama. Then two leaders left.",
        "Vladimir Putin met Barack Obama. Then the two leaders of the club left.",
        "Vladimir Putin arrived. Then the two leaders left.",
    ] {
        described(text, day, &[]);
    }
}

#[test]
fn what_cannot_be_resolved_stays_nameless() {
    described("They met the Russian president.", None, &[]);
    described("They met the president.", Some(date(2016, 5, 3)), &[]);
    described("They met the Russian president.", Some(date(1700, 5, 3)), &[]);
    described("They met leaders of the Russian and American delegations.", Some(date(2016, 5, 3)), &[]);
    described("Russian President Vladimir Putin arrived.", Some(date(2016, 5, 3)), &[]);
}

#[test]
fn without_a_day_a_description_means_the_holder_whom_the_story_names() {
    described(
        "Vladimir Putin arrived. The Russian president was late.",
        None,
        &["person vladimir-putin: Vladimir Putin | <Russian president>"],
    );
}

#[test]
fn a_lower_case_surname_after_a_given_name_belongs_to_it_where_the_table_knows_it() {
    names_are("They saw Angela merkel there.", &["person angela-merkel: Angela merkel"]);
}

#[test]
fn weekdays_and_pronouns_are_nobody() {
    names_are("Posted on Thursday, 22 March 2012.", &[]);
    names_are("THE CHAIR: He did.", &[]);
}
