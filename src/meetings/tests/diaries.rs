//! Diaries, court circulars and transcripts: the one who is spoken of is told in the head alone.

use super::{file, told};

#[test]
fn a_line_with_a_name_and_an_hour_is_an_appointment_of_whose_diary_it_is() {
    let story = file(
        "Appointments of Chancellor Edda Thorne\n\nMarch 20, 2018\n\nThursday 22\n\n14:20 Premier Pavel Orsk, Lusk\n\nFriday 23\n\n9:05 \
         Phone call with Premier Nadia Ostrow\n\n16:10 Rehearsal of the choir\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("edda-thorne+pavel-orsk 2018-03-22")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("edda-thorne+nadia-ostrow 2018-03-23")), "{found:?}");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_story_about_an_agenda_is_no_diary() {
    let both = |text: &str| told(&file(text)).iter().any(|line| line.contains("nils-berg") && line.contains("anna-ek"));
    let body = "March 14, 2018\n\nThe hall opened at 9:15.\n\nIt closed at 10:30.\n\nThe president met Nils Berg.\n";
    for headline in [
        "Minister Anna Ek sets out her agenda",
        "Minister Anna Ek's agenda divides the coalition",
        "Minister Anna Ek presents a programme for schools",
        "Minister Anna Ek's agenda",
    ] {
        let text = format!("{headline}\n\n{body}");
        assert!(!both(&text), "{headline}: {:?}", told(&file(&text)));
    }
}

#[test]
fn another_office_than_that_of_the_head_has_no_part_in_a_diary() {
    let story = file(
        "Minister Anna Ek's agenda\n\nMarch 20, 2018\n\nThursday 22\n\n9:15 Hearing\n\nFriday 23\n\n10:30 Hearing\n\nThe president met Nils \
         Berg.\n",
    );
    assert!(!told(&story).iter().any(|line| line.contains("anna-ek")), "{:?}", told(&story));
}

#[test]
fn a_day_that_a_line_of_a_diary_tells_itself_is_kept() {
    let story = file(
        "Minister Anna Ek's agenda\n\nMarch 20, 2018\n\nThursday 22\n\n9:15 Hearing\n\nFriday 23\n\n10:30 Hearing\n\nOn Monday Minister Anna \
         Ek met Nils Berg in Oslo.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("anna-ek+nils-berg 2018-03-19")), "{found:?}");
}

#[test]
fn a_share_or_a_sum_is_no_hour_of_a_diary() {
    for row in [
        "Pavel Orsk took 44.65 percent.",
        "Pavel Orsk, 55.35",
        "Pavel Orsk, 4.25 percent",
        "Pavel Orsk, $2.50",
        "Pavel Orsk, 9.30 million",
        "Pavel Orsk, 12.75",
    ] {
        let story = file(&format!(
            "Minister Anna Ek's agenda\n\nMarch 20, 2018\n\nThursday 22\n\n9:15 Hearing\n\nFriday 23\n\n10:30 Hearing\n\n{row}\n"
        ));
        assert_eq!(told(&story), [""; 0], "{row}");
    }
    let story = file(
        "Minister Anna Ek's agenda\n\nMarch 20, 2018\n\nThursday 22\n\nPavel Orsk, 9.30\n\nFriday 23\n\n10:30 Hearing\n",
    );
    assert_eq!(told(&story).len(), 1, "{:?}", told(&story));
}

#[test]
fn the_same_lines_elsewhere_are_no_appointments() {
    let story = file(
        "On the wireless\n\nMarch 20, 2018\n\nThursday 22\n\n14:20 Songs by Pavel Orsk\n\nFriday 23\n\n9:05 Nadia Ostrow, stories\n",
    );
    assert_eq!(told(&story), [""; 0]);
}

#[test]
fn a_film_or_a_journey_in_a_diary_is_no_appointment() {
    let story = file(
        "Appointments of Chancellor Edda Thorne\n\nMarch 20, 2018\n\nThursday 22\n\n8:50 Leaves Lusk for Bergen\n\nFriday 23\n\n20:15 Book on \
         Pavel Orsk\n\n21:00 Speech about Premier Nadia Ostrow\n",
    );
    assert_eq!(told(&story), [""; 0]);
}

#[test]
fn who_speaks_behind_a_label_met_those_of_whom_the_label_says_i() {
    let story = file(
        "Statement by Chancellor Edda Thorne\n\nMarch 14, 2018\n\nTHE CHANCELLOR: The bridge stays open.\n\nVOICE: Who paid?\n\nTHE \
         CHANCELLOR: Yesterday I met Premier Pavel Orsk in Lusk.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("edda-thorne+pavel-orsk 2018-03-13")), "{found:?}");
}

#[test]
fn a_question_is_nobodys_whom_the_story_names() {
    let story = file(
        "Interview with Foreign Minister Mira Kostova\nMarch 14, 2018\n\nQ: Yesterday I met President Ivar Lindqvist in Oslo. He was \
         tired.\n\nA: He is always tired on Mondays.\n\nQ: Why?\n\nA: Ask him.\n",
    );
    let both = told(&story).iter().any(|line| line.contains("ivar-lindqvist+mira-kostova"));
    assert!(!both, "{:?}", told(&story));
}

#[test]
fn an_answer_in_an_interview_is_of_the_one_who_is_asked() {
    let story = file(
        "Interview with Foreign Minister Mira Kostova\nMarch 14, 2018\n\nQ: What did you do yesterday?\n\nA: Yesterday I met President Ivar \
         Lindqvist in Oslo.\n\nQ: Was he tired?\n\nA: No.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("ivar-lindqvist+mira-kostova 2018-03-13 oslo")), "{found:?}");
}

#[test]
fn what_a_court_did_was_on_the_day_of_the_heading_above_it() {
    let story = file(
        "COURT CIRCULAR\n\nMarch 21, 2018\n\nSunday, 18th March\n\nThe Queen held talks with Premier Pavel Orsk in Copenhagen.\n\nTuesday, 20th \
         March\n\nHer Majesty met Premier Nadia Ostrow.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("pavel-orsk+queen-margrethe-ii 2018-03-18")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("nadia-ostrow+queen-margrethe-ii 2018-03-20")), "{found:?}");
}
