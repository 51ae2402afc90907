//! What is done in company: each deed in several ways of telling with whom, and beside it those that nobody shares.

use super::*;

const PAIR: &str = "angela-merkel+mark-rutte";

/// Each body tells of the two alone, on Monday.
#[track_caller]
fn tell_of_the_two_on_monday(bodies: &[&str]) {
    for body in bodies {
        let story = story(body);
        let met = told(&story);
        let expected = format!("held {PAIR} 2018-03-12 ");
        assert!(matches!(met.as_slice(), [one] if one.contains(&expected)), "{body}: {met:?}");
    }
}

#[track_caller]
fn tell_of_none(bodies: &[&str]) {
    for body in bodies {
        assert_eq!(told(&story(body)), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn who_does_something_with_somebody_was_there() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel toured the dykes with Mark Rutte on Monday.",
        "Angela Merkel walked along the canal with Prime Minister Mark Rutte on Monday.",
        "Angela Merkel took a long walk with Mark Rutte on Monday.",
        "Angela Merkel had a word with Mark Rutte on Monday.",
        "On Monday Angela Merkel compared notes with Mark Rutte.",
        "Angela Merkel went through the figures with Mark Rutte on Monday.",
        "Angela Merkel was alone with Mark Rutte for an hour on Monday.",
        "Angela Merkel spent most of Monday with Mark Rutte.",
        "Angela Merkel spent the forenoon with Mark Rutte on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel toured the dykes on Monday.",
        "Angela Merkel toured the dykes with her dog on Monday.",
        "Angela Merkel had a word with reporters on Monday.",
        "Angela Merkel went through the figures on Monday.",
        "Angela Merkel went over the border with Mark Rutte on Monday.",
        "Angela Merkel spent Monday with her family, Mark Rutte said.",
        "Angela Merkel took a swipe at Mark Rutte on Monday.",
    ]);
}

#[test]
fn two_who_do_it_as_one_were_together() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel and Mark Rutte walked through the old town on Monday.",
        "Angela Merkel and Mark Rutte took a stroll on Monday.",
        "Angela Merkel and Mark Rutte ate together on Monday.",
        "Angela Merkel and Mark Rutte shared an early breakfast on Monday.",
        "Angela Merkel and Mark Rutte went over the draft on Monday.",
        "Angela Merkel and Mark Rutte remained in the lounge for two hours on Monday.",
        "Angela Merkel and Mark Rutte sat up until midnight on Monday.",
        "Angela Merkel and Mark Rutte were alone in the library on Monday.",
        "Angela Merkel and Mark Rutte exchanged compliments for ten minutes on Monday.",
        "Angela Merkel and the prime minister of the Netherlands, Mark Rutte, strolled through the park on Monday.",
        "Angela Merkel and Mark Rutte got to know each other on Monday.",
    ]);
    tells(
        "Angela Merkel and Mark Rutte will tour the harbour on Friday.",
        &[&format!("bilateral planned {PAIR} 2018-03-16 -")],
    );
    tell_of_none(&[
        "Angela Merkel and Mark Rutte each toured the dykes on Monday.",
        "Angela Merkel and Mark Rutte remained in office on Monday.",
        "Angela Merkel and Mark Rutte were alone in opposing the plan on Monday.",
        "Angela Merkel and Mark Rutte exchanged gifts by post on Monday.",
        "Angela Merkel and Mark Rutte took a tour of their own gardens on Monday.",
    ]);
}

#[test]
fn who_goes_to_a_house_meets_whose_it_is() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel arrived at the farm of Mark Rutte on Monday.",
        "Angela Merkel walked into the office of Prime Minister Mark Rutte on Monday.",
        "Angela Merkel drove up to the lakeside house of Mark Rutte on Monday.",
        "Angela Merkel gave her guest Mark Rutte lunch on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel arrived at the former home of Mark Rutte on Monday.",
        "Police arrived at the home of Mark Rutte on Monday.",
        "Angela Merkel walked into the office of a bank on Monday, Mark Rutte said.",
        "Angela Merkel gave Mark Rutte dinner plates on Monday.",
    ]);
}

#[test]
fn who_signs_for_a_side_sat_opposite_the_other() {
    tell_of_the_two_on_monday(&[
        "The pact was signed on Monday for Germany by Angela Merkel and for the Netherlands by Mark Rutte.",
        "The pact was signed on Monday by Angela Merkel for Germany and by Mark Rutte for the Netherlands.",
        "Angela Merkel signed for Germany and Mark Rutte for the Netherlands on Monday.",
        "The signatures were affixed on Monday for Germany by Angela Merkel and for the Netherlands by Mark Rutte.",
        "The pact was concluded on Monday between Angela Merkel and Mark Rutte.",
        "A pact struck by Angela Merkel and Mark Rutte late on Monday opens the canal.",
    ]);
    tell_of_none(&[
        "Angela Merkel signed for a parcel on Monday.",
        "The law was signed by Angela Merkel on Monday for the use of Mark Rutte.",
        "The pact reached by experts was praised by Angela Merkel and by Mark Rutte on Monday.",
    ]);
}

#[test]
fn calls_to_come_are_heard_by_their_verb() {
    for body in [
        "Angela Merkel will call Mark Rutte on Friday.",
        "Angela Merkel is to ring Mark Rutte on Friday.",
        "Angela Merkel will telephone Mark Rutte on Friday.",
        "Angela Merkel was to phone Mark Rutte on Friday.",
    ] {
        tells(body, &[&format!("call planned {PAIR} 2018-03-16 -")]);
    }
    tell_of_none(&[
        "Angela Merkel will call Mark Rutte a friend on Friday.",
        "Angela Merkel will call Mark Rutte to account on Friday.",
        "Angela Merkel will call Mark Rutte as a witness on Friday.",
        "Angela Merkel is to ring the bell on Friday, Mark Rutte said.",
    ]);
}

#[test]
fn a_place_in_a_row_of_visitors_is_a_visit() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel was the next to see Mark Rutte, at noon on Monday.",
        "Angela Merkel saw the Dutch prime minister, Mark Rutte, at a hotel on Monday.",
    ]);
    tell_of_none(&["Angela Merkel was the first to see Mark Rutte fall on Monday."]);
}
