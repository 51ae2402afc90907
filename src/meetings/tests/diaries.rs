//! Diaries, court circulars and transcripts: the one who is spoken of is told in the head alone.

use super::{file, told};

#[test]
fn a_line_with_a_name_and_an_hour_is_an_appointment_of_whose_diary_it_is() {
    let story = file(
        "Foreign Minister Ivar Lindqvist's engagements\nWeek of March 11 - 17, 2018\n(for the files; compiled March 20)\n\nMon. 12   Oslo. \
         President Mira Kostova, 6:30 p.m. - 11:50 p.m.\n\nTue. 13   Telephone call to Prime Minister Hugo Brask in Lisbon, 8 \
         a.m., 14 minutes.\n\nWed. 14   Bergen. No meetings. Staff meeting 9 p.m.\n\nThu. 15   Lv. Bergen 10 a.m. Rest of day, \
         drafting.\n\nFri. 16   Oslo. President Mira Kostova, 11 a.m. - 3 p.m. Return to Bergen 5 p.m.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("ivar-lindqvist+mira-kostova 2018-03-12")), "{found:?}");
    assert!(
        found.iter().any(|line| line.starts_with("call held hugo-brask+") && line.ends_with("2018-03-13 -")),
        "{found:?}"
    );
    assert!(found.iter().any(|line| line.contains("ivar-lindqvist+mira-kostova 2018-03-16")), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn the_minister_of_a_diary_is_whom_it_calls_so() {
    let story = file(
        "MINISTRY OF FOREIGN AFFAIRS OF QUILLIA\nPort Ammer\n\nThe Minister's week, 12 - 16 March 2018\n\nMonday 12\n09:00  \
         Weekly meeting of directors\n\nTuesday 13\n16:00  Telephone conversation with the Minister of Foreign Affairs of \
         Sudonia, Mr Hugo Brask.\n\nWednesday 14\n10:15  Minister Mira Kostova will be received by President Ivar \
         Lindqvist.\n\nThursday 15\nNo public engagements\n",
    );
    let found = told(&story);
    assert!(found.contains(&"call held hugo-brask+mira-kostova 2018-03-13 -".to_owned()), "{found:?}");
    assert!(found.iter().any(|line| line.contains("ivar-lindqvist+mira-kostova 2018-03-14")), "{found:?}");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_same_lines_elsewhere_are_no_appointments() {
    let story = file(
        "Evening on the second channel\n\nMarch 14, 2018\n\nMon. 12   The Life of Mira Kostova, film, 6:30 p.m. - 8 p.m.\n\nTue. 13   \
         Ivar Lindqvist, songs, 9 p.m.\n",
    );
    assert_eq!(told(&story), [""; 0]);
}

#[test]
fn a_film_or_a_journey_in_a_diary_is_no_appointment() {
    let story = file(
        "Foreign Minister Ivar Lindqvist's engagements\nWeek of March 11 - 17, 2018\n\nMon. 12   Lv. Oslo 10 a.m., arr. Bergen 2:40 p.m.\n\nTue. \
         13   Film on Mira Kostova, 8 p.m.\n\nWed. 14   Letter to President Mira Kostova drafted, 8 p.m.\n",
    );
    assert_eq!(told(&story), [""; 0]);
}

#[test]
fn who_speaks_behind_a_label_met_those_of_whom_the_label_says_i() {
    let story = file(
        "REMARKS TO THE PRESS BY FOREIGN MINISTER MIRA KOSTOVA\nGrand Hotel, Oslo\nMarch 14, 2018\n\nTHE MINISTER: I have little \
         for you tonight.\n\nQUESTION: Did you bring anything home?\n\nTHE MINISTER: I reported on my long discussion with President \
         Ivar Lindqvist of yesterday.\n\nQUESTION: And now?\n\nTHE MINISTER: Tomorrow we go back to Bergen, where President Ivar \
         Lindqvist will see me in the afternoon.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("ivar-lindqvist+mira-kostova 2018-03-13")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("planned ivar-lindqvist+mira-kostova 2018-03-15")), "{found:?}");
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
        "COURT CIRCULAR\n\nMarch 14, 2018\n\nAmalienborg, 13 March\n\nThe Queen this morning received in audience the Ambassador of \
         Chile, Mr Ivar Lindqvist.\n\nMonday, 12 March\n\nHer Majesty gave a dinner this evening in honour of the President of Finland \
         at Christiansborg, Copenhagen.\n",
    );
    let found = told(&story);
    assert!(found.iter().any(|line| line.contains("ivar-lindqvist+queen-margrethe-ii 2018-03-13")), "{found:?}");
    assert!(found.iter().any(|line| line.contains("queen-margrethe-ii+sauli-niinisto 2018-03-12")), "{found:?}");
}
