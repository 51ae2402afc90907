//! Meetings whose words leave open who met.

use super::*;

/// Who met in what the story tells by half.
fn completed(body: &str) -> Vec<String> {
    story(body).meetings.iter().filter(|meeting| meeting.half_told).map(who).collect()
}

const BY_HALF: &str = "President Ivo Malek opened the new harbour on Monday. In the evening the Chancellor of Ostmark, Doris Amsel, \
                       was received at the palace for a conversation of an hour.";

#[test]
fn whoever_was_named_before_completes_a_meeting_that_names_one_side() {
    assert_eq!(completed(BY_HALF), ["doris-amsel+ivo-malek"]);
}

#[test]
fn sessions_of_one_body_and_words_by_telephone_are_no_meetings_told_by_half() {
    tell_of_none(&[
        "Mayor Lena Brandt was absent. The parish council meets on Thursday to discuss the bus shelter.",
        "“We are not worried,” Finance Minister Olof Ek said by telephone. The budget is due in May.",
        "President Ivo Malek was tired. The board of the bank will meet on Friday to fix the rate.",
        "The visiting hours of the hospital were cut, administrator Gwen Hadley said. Families may stay until eight.",
        "Governor Ruth Aske looked on. The home side meet Rovers in the cup on Sunday.",
        "The author will meet readers in the library. Minister Jan Toft opened the fair.",
        "Premier Ada Lunt praised the tunnel. It meets all the conditions of the insurers.",
        "There will be no talks until the trawlers are released, Minister Arne Vik said.",
    ]);
}

#[test]
fn what_is_told_in_full_stays_as_it_is_beside_what_is_told_by_half() {
    let full = "Premier Astrid Holm met Speaker Nora Winge in Oslo on Tuesday.";
    let (alone, both) = (story(full), story(&format!("{full}\n\n{BY_HALF}")));
    let (by_half, in_full): (Vec<&MeetingMention>, Vec<_>) = both.meetings.iter().partition(|one| one.half_told);
    assert_eq!(in_full.into_iter().map(line).collect::<Vec<_>>(), told(&alone));
    assert_eq!(by_half.len(), 1);
    assert!(!by_half[0].main && both.meetings[0].main);
}

#[test]
fn nobody_meets_the_state_for_which_they_act() {
    let body = "Foreign minister Astrid Holm of Denmark left Oslo on Monday. The talks with Denmark had been held at the ministry \
                in the evening.";
    assert_eq!(completed(body), ["denmark"]);
}

#[test]
fn of_whom_a_meeting_is_must_be_known() {
    tell_of_none(&["The talks in the castle lasted for six hours.", "A working dinner followed."]);
}

#[test]
fn what_is_told_by_half_is_likely_and_has_less_confidence() {
    let full = only("President Ivo Malek met Chancellor Doris Amsel in Verrin on Monday.");
    let half = only(BY_HALF);
    assert!(half.half_told && half.is_likely && !full.is_likely && half.confidence < full.confidence);
}

#[test]
fn thousands_of_words_that_leave_open_who_met_are_read_in_bounded_work() {
    let sentence = "The Chancellor was received at the palace for a conversation. ";
    let begun = std::time::Instant::now();
    let short = story(&sentence.repeat(500));
    let of_short = begun.elapsed();
    let begun = std::time::Instant::now();
    let long = story(&sentence.repeat(4_000));
    assert!(begun.elapsed() < of_short * 8 * 6, "{:?} after {of_short:?}", begun.elapsed());
    assert!(short.meetings.len() < 200 && long.meetings.len() < 200);
}
