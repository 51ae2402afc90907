//! What is no meeting, and what is one that was told before.

use super::*;

// What is not a meeting.

#[test]
fn gatherings_of_other_sorts_are_none_of_ours() {
    for body in [
        "Angela Merkel and Emmanuel Macron gave a joint news conference in Berlin on Tuesday.",
        "Angela Merkel attended a press conference with Emmanuel Macron on Tuesday.",
        "Angela Merkel chaired a cabinet meeting with Olaf Scholz on Tuesday.",
        "The budget committee meets on Tuesday.",
        "The board of the company meets Angela Merkel's critics on Wednesday.",
        "A town-hall meeting with Angela Merkel will be held in Berlin on Friday.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn a_match_is_not_a_meeting() {
    tells_of_none("Germany met France in the final on Tuesday and won by two goals.");
    tells_of_none("In their last encounter, in Paris in 2016, Germany beat France 2-1.");
    tells_of_none("Lionel Messi held talks with coach Jorge Sampaoli on Tuesday.");
    tells_of_none("Germany will meet France in the quarter-final of the World Cup in Sochi on Friday.");
}

#[test]
fn meeting_a_demand_is_not_meeting_a_person() {
    tells_of_none("Angela Merkel met the demands of the unions on Tuesday.");
    tells_of_none("Angela Merkel received a letter on Tuesday.");
    tells_of_none("Angela Merkel hosted a dinner on Tuesday.");
}

#[test]
fn a_denial_is_not_a_meeting() {
    tells_of_none("Angela Merkel did not meet Emmanuel Macron on Tuesday.");
    tells_of_none("Angela Merkel has never met Mike Pence.");
    tells_of_none("Angela Merkel refused to meet Emmanuel Macron on Tuesday.");
}

#[test]
fn a_process_or_a_dialogue_is_not_a_meeting() {
    tells_of_none("Angela Merkel and Emmanuel Macron support the political process in Syria.");
    tells_of_none("Angela Merkel called for an intra-Syrian dialogue with all groups.");
    let story = story("The Astana process goes on. Angela Merkel praised the Astana talks.");
    assert_eq!(told(&story), Vec::<String>::new());
    assert_eq!(story.series.len(), 1);
}

#[test]
fn a_caption_tells_of_no_meeting() {
    let story = file(
        "A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n\
         The government sent its budget to parliament on Wednesday and expects a vote in the spring.\n\n\
         Photo: Angela Merkel meets Emmanuel Macron in Berlin, March 13, 2018\n\n\
         The opposition wants more money for schools and less for roads, and says so every week.\n",
    );
    assert_eq!(told(&story), Vec::<String>::new());
}

#[test]
fn headlines_of_other_stories_tell_of_no_meeting() {
    let story = file(
        "A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n\
         The government sent its budget to parliament on Wednesday and expects a vote in the spring.\n\n\
         See also:\n\n- Angela Merkel meets Emmanuel Macron in Berlin\n- Theresa May to meet Mark Rutte on Friday\n\n\
         The opposition wants more money for schools and less for roads, and says so every week.\n",
    );
    assert_eq!(told(&story), Vec::<String>::new());
}

// The same meeting, told again.

#[test]
fn no_break_spaces_are_spaces() {
    tells(
        "Angela\u{a0}Merkel met Emmanuel\u{a0}Macron in\u{a0}Berlin on March\u{a0}13.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin"],
    );
}

#[test]
fn the_meeting_is_the_one_told_before() {
    let meeting = only(
        "Angela Merkel met Emmanuel Macron in Berlin. The talks took place on Tuesday. The two leaders discussed the \
         budget.",
    );
    assert_eq!(line(&meeting), "bilateral held angela-merkel+emmanuel-macron 2018-03-13 berlin");
    assert_eq!(meeting.evidence.len(), 3);
}

#[test]
fn the_two_leaders_are_the_pair_told_last() {
    tells(
        "Angela Merkel and Emmanuel Macron agreed on Tuesday to reopen the crossing. The two leaders shook hands in \
         Strasbourg.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-13 strasbourg"],
    );
}

#[test]
fn this_summit_is_of_the_pair_told_last() {
    tells(
        "Angela Merkel and Emmanuel Macron emerged on Tuesday with an agreement. \"This summit has laid the ground,\" \
         a minister said.",
        &["summit held angela-merkel+emmanuel-macron 2018-03-13 -"],
    );
}

#[test]
fn the_two_leaders_are_nobody_where_no_pair_was_told() {
    tells_of_none("Angela Merkel praised the budget on Tuesday. The two leaders shook hands in Strasbourg.");
}

#[test]
fn a_headline_that_has_room_for_two_of_three_tells_of_the_meeting_below() {
    let story = file(
        "Merkel, Macron gather for summit on the bridge\n\nWednesday, March 14, 2018\n\nGerman Chancellor Angela Merkel, French \
         President Emmanuel Macron and British Prime Minister Theresa May gathered in Berlin on Tuesday for a summit on the bridge.\n",
    );
    assert_eq!(told(&story), ["summit held angela-merkel+emmanuel-macron+theresa-may 2018-03-13 berlin"]);
}

#[test]
fn a_headline_that_names_one_side_tells_of_the_meeting_below() {
    let story = file(
        "Readout of the Chancellor's call with President Macron\n\nWednesday, March 14, 2018\n\n\
         Chancellor Angela Merkel spoke early this morning with President Emmanuel Macron about the flood.\n",
    );
    assert_eq!(told(&story), ["call held angela-merkel+emmanuel-macron 2018-03-14 -"]);
}

#[test]
fn since_tells_what_was_before_the_meeting() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin, the first such visit since 2014.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-03-14 berlin"],
    );
}

#[test]
fn a_meeting_of_two_is_not_the_meeting_of_three() {
    tells(
        "Vladimir Putin met Recep Tayyip Erdogan in Sochi on Monday. Vladimir Putin, Recep Tayyip Erdogan and Hassan \
         Rouhani will meet in Ankara on April 4.",
        &[
            "bilateral held recep-tayyip-erdogan+vladimir-putin 2018-03-12 sochi",
            "multilateral planned hassan-rouhani+recep-tayyip-erdogan+vladimir-putin 2018-04-04 ankara",
        ],
    );
}

#[test]
fn the_same_host_meets_two_guests_in_two_meetings() {
    tells(
        "Vladimir Putin met Bashar al-Assad in Sochi on Monday. Vladimir Putin met Hassan Rouhani in Sochi on Tuesday.",
        &[
            "bilateral held bashar-al-assad+vladimir-putin 2018-03-12 sochi",
            "bilateral held hassan-rouhani+vladimir-putin 2018-03-13 sochi",
        ],
    );
}

#[test]
fn a_call_and_a_handshake_are_two_meetings() {
    tells(
        "Angela Merkel met Emmanuel Macron in Berlin on Monday. Angela Merkel spoke with Emmanuel Macron by phone on \
         Tuesday.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-12 berlin",
            "call held angela-merkel+emmanuel-macron 2018-03-13 -",
        ],
    );
}

#[test]
fn an_earlier_holder_of_an_office_has_his_own_meetings() {
    tells(
        "Vladimir Putin met Donald Trump in Hamburg on July 7, 2017. Vladimir Putin met Barack Obama in Hangzhou on \
         September 5, 2016.",
        &[
            "bilateral held donald-trump+vladimir-putin 2017-07-07 hamburg",
            "bilateral held barack-obama+vladimir-putin 2016-09-05 hangzhou",
        ],
    );
}

#[test]
fn what_is_said_in_a_call_belongs_to_it() {
    let story = story(
        "Vladimir Putin spoke by telephone with Angela Merkel on Tuesday. Putin told Merkel that the truce held. \
         Merkel praised the truce.",
    );
    assert_eq!(told(&story), ["call held angela-merkel+vladimir-putin 2018-03-13 -"]);
}
