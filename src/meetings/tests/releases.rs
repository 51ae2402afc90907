//! Releases of press services: headlines without a verb, a side that is not named, transcripts.

use super::*;

/// The main meeting of a release of Wednesday, 14 March 2018.
#[track_caller]
fn main_of(title: &str, body: &str) -> String {
    let story = file(&format!("{title}\n\nWednesday, March 14, 2018\n\n{body}\n"));
    let main: Vec<String> = story.meetings.iter().filter(|meeting| meeting.main).map(line).collect();
    assert_eq!(main.len(), 1, "{title}: {:?}", told(&story));
    main.concat()
}

#[test]
fn those_who_make_remarks_before_a_meeting_meet_on_that_day() {
    let body = "CHANCELLOR MERKEL: I am glad that you came. We shall speak of the harbour.\n\n\
                PRESIDENT MACRON: Thank you. I saw Theresa May in London on Monday.";
    for form in [
        "Before Bilateral Meeting",
        "During Expanded Bilateral Meeting",
        "After Meeting",
        "in Joint Press Conference",
        "at Press Conference",
    ] {
        let title = format!("Remarks by Chancellor Angela Merkel and President Emmanuel Macron of France {form}");
        assert_eq!(main_of(&title, body), "bilateral held angela-merkel+emmanuel-macron 2018-03-14 -", "{form}");
    }
}

#[test]
fn the_opening_names_the_side_that_the_headline_leaves_out() {
    for (title, verb) in [
        ("Talks with President of France Emmanuel Macron", "held talks in the Orangery with"),
        ("Meeting with President of France Emmanuel Macron", "received at the Orangery"),
        ("Joint news conference with President of France Emmanuel Macron", "spoke to journalists after talks with"),
    ] {
        let body = format!(
            "Angela Merkel {verb} President of the French Republic Emmanuel Macron. The harbour was discussed."
        );
        assert!(
            main_of(title, &body).starts_with("bilateral held angela-merkel+emmanuel-macron 2018-03-14"),
            "{title}"
        );
    }
}

#[test]
fn a_call_with_two_guests_is_of_three() {
    assert_eq!(
        main_of(
            "Telephone conversation with Emmanuel Macron and Theresa May",
            "Angela Merkel had a telephone conversation with President Emmanuel Macron and Prime Minister Theresa May."
        ),
        "call held angela-merkel+emmanuel-macron+theresa-may 2018-03-14 -"
    );
}

#[test]
fn a_readout_is_of_the_call_in_its_headline_whatever_it_recalls() {
    assert_eq!(
        main_of(
            "Readout of Chancellor Angela Merkel’s Call with President Emmanuel Macron of France",
            "Chancellor Angela Merkel spoke today with President Emmanuel Macron of France after the summit in Sofia \
             on March 2. They recalled their meeting in Berlin on January 5, 2018, and the talks in Minsk."
        ),
        "call held angela-merkel+emmanuel-macron 2018-03-14 -"
    );
}

#[test]
fn who_signs_a_statement_for_others_does_not_meet() {
    assert_eq!(
        main_of(
            "Statement by Press Secretary Steffen Seibert on Chancellor Merkel’s Meeting with President Emmanuel Macron",
            "Chancellor Angela Merkel will meet President Emmanuel Macron in Berlin on March 20."
        ),
        "bilateral planned angela-merkel+emmanuel-macron 2018-03-20 berlin"
    );
}

#[test]
fn a_press_call_is_about_the_meeting_that_it_previews() {
    let main = main_of(
        "Background Press Call by Senior Officials on Chancellor Merkel’s Upcoming Meeting with President Macron",
        "MODERATOR: Thank you all. Chancellor Angela Merkel last saw President Emmanuel Macron in Paris in January 2017.",
    );
    assert!(main.starts_with("bilateral planned angela-merkel+emmanuel-macron"), "{main}");
}

#[test]
fn an_announcement_is_of_the_day_in_its_headline() {
    assert_eq!(
        main_of(
            "On March 20, Angela Merkel will hold talks with President of France Emmanuel Macron",
            "The two leaders plan to discuss the harbour. They met in Paris in January."
        ),
        "bilateral planned angela-merkel+emmanuel-macron 2018-03-20 -"
    );
}

#[test]
fn leaders_who_speak_in_a_transcript_meet() {
    assert_eq!(
        main_of(
            "Marble Hall",
            "PRESIDENT PUTIN: I am glad that you came to Russia. We shall speak of the harbour.\n\n\
             PRESIDENT MACRON: Thank you. France is glad too. I saw Theresa May in London.\n\nQ What of the harbour?"
        ),
        "bilateral held emmanuel-macron+vladimir-putin 2018-03-14 -"
    );
}

#[test]
fn whoever_a_release_calls_by_a_shorter_name_is_no_stranger_to_its_meeting() {
    let story = file(
        "Jan Brun Lund met Peter Holm.\n\nWednesday, March 14, 2018\n\nJan Brun had a conversation with Peter Holm.\n",
    );
    assert_eq!(story.meetings.iter().map(who).collect::<Vec<_>>(), ["jan-brun-lund+peter-holm"]);
}
