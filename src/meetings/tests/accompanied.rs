//! What is done in company: each deed in several ways of telling with whom, and beside it those that nobody shares.

use super::*;

const PAIR: &str = "angela-merkel+mark-rutte";

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
        "Angela Merkel walked out of the chamber with Mark Rutte still speaking on Monday.",
        "Angela Merkel walked down the aisle with Mark Rutte still speaking on Monday.",
        "Angela Merkel went over the budget by two billion with Mark Rutte in opposition on Monday.",
    ]);
}

#[test]
fn two_who_do_it_as_one_were_together() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel and Mark Rutte walked through the old town on Monday.",
        "Angela Merkel and Mark Rutte took a stroll on Monday.",
        "Angela Merkel and Mark Rutte ate together on Monday.",
        "Angela Merkel and Mark Rutte shared a late supper on Monday.",
        "Angela Merkel and Mark Rutte went over the draft on Monday.",
        "Angela Merkel and Mark Rutte remained in the lounge for two hours on Monday.",
        "Angela Merkel and Mark Rutte sat up until midnight on Monday.",
        "Angela Merkel and Mark Rutte were alone in the library on Monday.",
        "Angela Merkel and Mark Rutte swapped jokes on a jetty on Monday.",
        "Angela Merkel and the prime minister of the Netherlands, Mark Rutte, strolled through the park on Monday.",
        "Angela Merkel and Mark Rutte got to know one another on a ferry on Monday.",
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
fn what_stands_behind_the_verb_may_tell_that_nobody_met() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel and Mark Rutte walked out onto the terrace on Monday.",
        "Angela Merkel and Mark Rutte walked for two hours on Monday.",
        "Angela Merkel and Mark Rutte took a tour of the brewery on Monday.",
        "Angela Merkel and Mark Rutte took a hike in the hills on Monday.",
        "Angela Merkel and Mark Rutte shared a bottle of cider on Monday.",
        "Angela Merkel and Mark Rutte were alone in the royal chapel on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel and Mark Rutte walked away from the coalition on Monday.",
        "Angela Merkel and Mark Rutte walked out of the party on Monday.",
        "Angela Merkel and Mark Rutte sailed through their primaries on Monday.",
        "Angela Merkel and Mark Rutte sailed off in anger on Monday.",
        "Angela Merkel and Mark Rutte will fish for votes on Friday.",
        "Angela Merkel and Mark Rutte went over the budget by two billion on Monday.",
        "Angela Merkel and Mark Rutte shared a table of figures on Monday.",
        "Angela Merkel and Mark Rutte took a tour of duty on Monday.",
        "Angela Merkel and Mark Rutte took a hike in pay on Monday.",
        "Angela Merkel and Mark Rutte were alone in the race on Monday.",
        "Angela Merkel and Mark Rutte drank alone on Monday.",
        "Angela Merkel and Mark Rutte prayed alone on Monday.",
        "Angela Merkel and Mark Rutte stayed in power for two hours longer on Monday.",
    ]);
}

#[test]
fn what_two_do_to_each_other_brings_them_together() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel and Mark Rutte kissed three times on Monday.",
        "Angela Merkel and Mark Rutte toasted one another on Monday.",
        "Angela Merkel and Mark Rutte greeted each other on Monday.",
        "Angela Merkel and Mark Rutte fell into one another's arms on Monday.",
        "Angela Merkel and Mark Rutte looked one another in the eye on Monday.",
        "Angela Merkel and Mark Rutte knelt for ten minutes on Monday.",
        "Angela Merkel and Mark Rutte slipped away together on Monday.",
        "Angela Merkel and Mark Rutte golfed on Monday.",
    ]);
    tell_of_none(&[
        "Angela Merkel and Mark Rutte kissed the winning ticket on Monday.",
        "Angela Merkel and Mark Rutte toasted the hard times on Monday.",
        "Angela Merkel and Mark Rutte greeted the ruling on Monday.",
        "Angela Merkel and Mark Rutte fell into each other's traps on Monday.",
        "Angela Merkel and Mark Rutte looked past the figures on Monday.",
        "Angela Merkel and Mark Rutte knelt to no lobby on Monday.",
        "Angela Merkel and Mark Rutte slipped together in the polls on Monday.",
        "Angela Merkel and Mark Rutte retired together from politics on Monday.",
        "Angela Merkel golfed on Monday, Mark Rutte said.",
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
        "Angela Merkel and Mark Rutte went to the House of Representatives on Monday.",
        "Angela Merkel walked into the House of Commons on Monday.",
        "Angela Merkel arrived at the Office of the United Nations on Monday.",
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
        "Two initials were appended on Monday for Germany by Angela Merkel and for the Netherlands by Mark Rutte.",
        "The pact was concluded on Monday between Angela Merkel and Mark Rutte.",
        "A pact struck by Angela Merkel and Mark Rutte late on Monday opens the canal.",
    ]);
    tell_of_none(&[
        "Angela Merkel signed for a parcel on Monday.",
        "Paul Pogba signed for Juventus and Karim Benzema for Madrid on Monday.",
        "Angela Merkel signed for Lufthansa and Mark Rutte for Philips on Monday.",
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
        "Angela Merkel will call Mark Rutte about the price of a canal on Friday.",
    ] {
        tells(body, &[&format!("call planned {PAIR} 2018-03-16 -")]);
    }
    tell_of_none(&[
        "Angela Merkel will call Mark Rutte a friend on Friday.",
        "Angela Merkel will call Mark Rutte to account on Friday.",
        "Angela Merkel will call Mark Rutte as a witness on Friday.",
        "Angela Merkel will call Mark Rutte about the plan a liar on Friday.",
        "Angela Merkel is to ring the bell on Friday, Mark Rutte said.",
    ]);
}

#[test]
fn a_place_in_a_row_of_visitors_is_a_visit() {
    tell_of_the_two_on_monday(&[
        "Angela Merkel was the next to see Mark Rutte, at noon on Monday.",
        "Angela Merkel saw the Dutch prime minister, Mark Rutte, in a monastery on Monday.",
    ]);
    tells(
        "Angela Merkel will see Mark Rutte in Lille on Friday as part of a tour.",
        &[&format!("bilateral planned {PAIR} 2018-03-16 lille")],
    );
    tell_of_none(&[
        "Angela Merkel was the first to see Mark Rutte fall on Monday.",
        "Angela Merkel sees Mark Rutte in Lille as a rival next year.",
    ]);
}
