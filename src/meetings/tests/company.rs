//! Those who are told by the table, the line or the house that they share, and what only sounds like it.

use super::*;

const PAIR: &str = "angela-merkel+emmanuel-macron";

#[track_caller]
fn are_told_together(bodies: &[&str]) {
    for body in bodies {
        let met = told(&story(body));
        assert!(matches!(met.as_slice(), [one] if one.contains(PAIR) && one.contains("2018-03-12")), "{body}: {met:?}");
    }
}

#[test]
fn one_shares_a_table_or_a_house() {
    are_told_together(&[
        "Angela Merkel had Emmanuel Macron over for supper on Monday.",
        "Angela Merkel sat next to Emmanuel Macron at a banquet in Oslo on Monday.",
        "Angela Merkel was seated beside Emmanuel Macron at a banquet in Oslo on Monday.",
        "Angela Merkel stopped by the office of Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel kept Emmanuel Macron for ninety minutes on Monday.",
        "Angela Merkel exchanged pleasantries with Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel haggled with Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel gave a banquet on Monday in honour of Emmanuel Macron.",
        "Angela Merkel and Emmanuel Macron, meeting in Oslo on Monday, agreed on a fare.",
        "Angela Merkel saw Emmanuel Macron in Oslo on Monday.",
        "Chancellor Angela Merkel of Germany saw Emmanuel Macron in Oslo on Monday.",
        "Angela Merkel faced Emmanuel Macron across a table in Oslo on Monday.",
        "Angela Merkel showed Emmanuel Macron round the shipyard in Oslo on Monday.",
        "Angela Merkel was waiting for Emmanuel Macron at the quay in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron sat for two hours over the ledgers in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron parted after twenty minutes in Oslo on Monday.",
        "Angela Merkel interrupted a holiday on Monday to see President Emmanuel Macron.",
    ]);
    for body in [
        "Angela Merkel had the parcel sent over on Monday, and Emmanuel Macron signed for it.",
        "Angela Merkel sat next to the window, and Emmanuel Macron read the paper on Monday.",
        "Angela Merkel stopped by the roadside on Monday and thought of Emmanuel Macron.",
        "Angela Merkel kept Emmanuel Macron waiting for hours on Monday.",
        "Angela Merkel exchanged her ticket on Monday, and so did Emmanuel Macron.",
        "Angela Merkel saw Emmanuel Macron on television on Monday.",
        "Angela Merkel has yet to meet Emmanuel Macron.",
        "Angela Merkel and Emmanuel Macron failed to show up at a meeting in Oslo on Monday.",
        "Angela Merkel and Emmanuel Macron talked up their chances on Monday.",
        "A survey on Monday showed Angela Merkel around 40 per cent and Emmanuel Macron far behind.",
        "Angela Merkel faced Emmanuel Macron across the Rhine on Monday.",
        "The last year of Angela Merkel saw Emmanuel Macron on the offensive.",
        "Monday saw Emmanuel Macron in Lyon and Angela Merkel in Kiel.",
        "Angela Merkel sat for two hours in the dock on Monday while Emmanuel Macron spoke.",
        "Angela Merkel was waiting for the outside world on Monday, and Emmanuel Macron was not.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn one_is_got_on_the_line() {
    let call = format!("call held {PAIR} 2018-03-12 -");
    for body in [
        "Angela Merkel reached Emmanuel Macron by phone on Monday.",
        "Angela Merkel got Emmanuel Macron on the phone on Monday.",
        "Angela Merkel put in a call to Emmanuel Macron on Monday.",
        "By telephone on Monday, Angela Merkel told Emmanuel Macron about the fares.",
        "“Emmanuel Macron and I spoke by telephone on Monday,” Angela Merkel told the chamber.",
    ] {
        tells(body, &[&call]);
    }
    for body in [
        "Angela Merkel reached Oslo by train on Monday; Emmanuel Macron stayed at home.",
        "Angela Merkel got the phone number of Emmanuel Macron on Monday.",
    ] {
        tells_of_none(body);
    }
}

#[test]
fn what_is_arranged_is_to_come() {
    for (body, status) in [
        ("Angela Merkel expects Emmanuel Macron in Oslo on Friday.", "planned"),
        ("Angela Merkel plans to see Emmanuel Macron in Oslo on Friday.", "planned"),
        ("Angela Merkel has an appointment with Emmanuel Macron in Oslo on Friday.", "planned"),
        ("A meeting of Angela Merkel with Emmanuel Macron is being prepared, a spokesman said.", "planned"),
        ("Talks between Angela Merkel and Emmanuel Macron are under way in Oslo.", "ongoing"),
        ("Angela Merkel and Emmanuel Macron are now meeting in Oslo.", "ongoing"),
    ] {
        let met = only(body);
        assert_eq!((met.status.word(), who(&met).as_str()), (status, PAIR), "{body}");
    }
    // What people think of a meeting does not make it one to come.
    for thought in ["considered a turning point", "discussed in every paper"] {
        let met = only(&format!("The meeting between Angela Merkel and Emmanuel Macron on Monday is being {thought}."));
        assert_eq!(met.status.word(), "held", "{thought}");
    }
    tells_of_none("Angela Merkel expects rain in Oslo on Friday, and Emmanuel Macron snow.");
    tells_of_none("Angela Merkel plans to see the film about Emmanuel Macron on Friday.");
}

#[test]
fn sessions_of_commissions_are_counted() {
    let story = story(
        "The joint trade commission of Norway and Sweden held its Eighth Session in Oslo on Monday.\n\nThe Ninth Session \
         shall be held in Lund on 3 May 2018.",
    );
    let numbers: Vec<_> = story.meetings.iter().map(|meeting| (meeting.kind, meeting.ordinal)).collect();
    assert_eq!(numbers, [(MeetingKind::Round, Some(8)), (MeetingKind::Round, Some(9))]);
    tells_of_none("The seventh session of the court was held in Oslo on Monday.");
    tells_of_none("The seventy-second session of the General Assembly will be held in New York on 3 May 2018.");
}

#[test]
fn officials_stand_for_their_state() {
    for body in [
        "Swedish diplomats met Norwegian officials in Karlstad on Monday.",
        "A team of Swedish diplomats flew to Oslo on Monday to confer with Norwegian officials.",
    ] {
        assert_eq!(who(&only(body)), "norway+sweden", "{body}");
    }
    assert_eq!(who(&only("North and South Korean officials met in Geneva on Monday.")), "north-korea+south-korea");
    tells_of_none("Swedish diplomats said on Monday that Norwegian officials were late.");
}

#[test]
fn the_ministers_of_two_states_are_those_who_bear_the_title() {
    let body = "Foreign Minister Timo Soini of Finland and his Estonian counterpart, Foreign Minister Sven Mikser, own a \
                boat.\n\nThe Finnish and Estonian ministers met in Oslo on Monday.";
    assert_eq!(who(&only(body)), "sven-mikser+timo-soini");
}

#[test]
fn the_only_one_who_bears_a_title_is_meant_by_it() {
    let body = "Secretary of State Mike Pompeo had left Oslo.\n\nNobody saw the ships leave. The harbour was empty. It \
                rained all day.\n\nOn Monday the Secretary met Emmanuel Macron in Bergen.";
    assert_eq!(who(&only(body)), "emmanuel-macron+mike-pompeo", "{body}");
    // Of two nobody is meant.
    let body = "President Emmanuel Macron and President Sauli Niinistö wrote letters. It rained all day. The harbour was \
                empty. Nobody came.\n\nOn Monday the President received Angela Merkel in Bergen.";
    assert!(told(&story(body)).iter().all(|line| !line.contains("macron") && !line.contains("niinist")), "{body}");
}
