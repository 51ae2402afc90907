//! Stories as agencies write them: whoever tells of a meeting, bodies of few sides, several who are counted, and what was
//! before and is to come.

use super::*;

const PAIR: &str = "bilateral held angela-merkel+emmanuel-macron 2018-03-12 -";

// Who only tells of it.

#[test]
fn whoever_tells_of_a_meeting_behind_a_comma_was_not_there() {
    for teller in [
        "government spokesman Tomas Brel said",
        "Tomas Brel, who speaks for the palace, told reporters",
        "Theresa May's office said",
    ] {
        tells(&format!("Angela Merkel met Emmanuel Macron on Monday, {teller}."), &[PAIR]);
    }
    tells(
        "Angela Merkel and Emmanuel Macron will meet again on Friday, the envoy Tomas Brel said.",
        &["bilateral planned angela-merkel+emmanuel-macron 2018-03-16 -"],
    );
    // Who says something to somebody by name speaks with them.
    tells(
        "In a phone call on Monday, President Angela Merkel told President Emmanuel Macron that the road was open.",
        &["call held angela-merkel+emmanuel-macron 2018-03-12 -"],
    );
    // Who is listed was there, and told of it later.
    tells(
        "Angela Merkel met Emmanuel Macron and Theresa May on Monday. May said it had been a fine day.",
        &["multilateral held angela-merkel+emmanuel-macron+theresa-may 2018-03-12 -"],
    );
}

#[test]
fn a_word_in_quotation_marks_opens_no_speech() {
    for talks in ["held “useful” talks with", "had a “warm and open” meeting with", "held \"brief\" talks with"]
    {
        tells(&format!("On Monday Angela Merkel {talks} Emmanuel Macron."), &[PAIR]);
    }
    // A sentence in quotation marks is somebody's own.
    tells_of_none("“The gale was useful,” Angela Merkel held, talks or not.");
}

// Bodies of few sides.

#[test]
fn a_body_of_few_sides_stands_for_them() {
    tells(
        "The EU-Moldova Association Council met in Brussels on Monday.",
        &["multilateral held european-union+moldova 2018-03-12 brussels"],
    );
    tells(
        "The Contact Group on eastern Ukraine met in Minsk on Monday.",
        &["multilateral held osce+russia+ukraine 2018-03-12 minsk"],
    );
    tells(
        "Theresa May was told by the salt committee, consisting of Chile, Norway and Poland, which gathered in Gdansk on Monday.",
        &["multilateral held chile+norway+poland 2018-03-12 gdansk"],
    );
    tells(
        "Aides of the Normandy Four met in Paris on Monday.",
        &["multilateral held france+germany+russia+ukraine 2018-03-12 paris"],
    );
    // Two towns in a name are no sides.
    tells_of_none("The Oslo-Bergen Council met in the rain on Monday.");
}

#[test]
fn two_sides_joined_by_a_hyphen_hold_their_summit() {
    tells(
        "Tomas Brel praised the Polish-US summit in Gdansk on March 5.",
        &["summit held poland+united-states 2018-03-05 gdansk"],
    );
    tells(
        "Tomas Brel praised the inter-Korean summit in Busan on March 5.",
        &["summit held north-korea+south-korea 2018-03-05 busan"],
    );
    tells_of_none("The north and south coasts of Korea were dry, and the two halves of the bridge met on Monday.");
}

#[test]
fn the_sides_of_talks_stand_behind_their_topic_too() {
    tells(
        "Talks on fish between Poland and Norway ended in Gdansk on March 5.",
        &["bilateral held norway+poland 2018-03-05 gdansk"],
    );
    tells_of_none("Talks on a truce between Poland and Norway ended in Gdansk on March 5.");
}

#[test]
fn words_may_stand_between_will_and_its_verb() {
    tells(
        "Tomas Brel will on Monday host envoys of Poland and Norway in Gdansk.",
        &["multilateral planned norway+poland+tomas-brel 2018-03-19 gdansk"],
    );
    tells_of_none("Tomas Brel will on Monday be the host of a quiz in Gdansk.");
}

// Several who are counted.

#[test]
fn as_many_are_meant_as_are_counted() {
    let three = "angela-merkel+emmanuel-macron+theresa-may";
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May met in Bonn on Monday. May met Mark Rutte on Tuesday. The three \
         leaders last met in Lyon on February 2.",
        &[
            &format!("multilateral held {three} 2018-03-12 bonn"),
            "bilateral held mark-rutte+theresa-may 2018-03-13 -",
            &format!("multilateral held {three} 2018-02-02 lyon"),
        ],
    );
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May met in Bonn on Monday. On Tuesday Mark Rutte received the three \
         leaders in Delft.",
        &[
            &format!("multilateral held {three} 2018-03-12 bonn"),
            "multilateral held angela-merkel+emmanuel-macron+mark-rutte+theresa-may 2018-03-13 delft",
        ],
    );
    // Nobody knows which three.
    tells(
        "Angela Merkel met Emmanuel Macron on Monday. On Tuesday Mark Rutte praised the three leaders of the choir.",
        &[PAIR],
    );
}

#[test]
fn their_presidents_are_those_of_the_states_just_told() {
    tells(
        "Poland and Lithuania share a lake. Their presidents met in Gdansk on February 2.",
        &["bilateral held andrzej-duda+dalia-grybauskaite 2018-02-02 gdansk"],
    );
    tells(
        "The pact was agreed by the presidents of Poland and Lithuania in Gdansk on February 2.",
        &["bilateral held andrzej-duda+dalia-grybauskaite 2018-02-02 gdansk"],
    );
    tells_of_none("Poland and Lithuania are proud of their presidents, who were born in February.");
}

// What was before, and what is to come.

#[test]
fn another_meeting_of_a_gathering_is_of_its_sides() {
    let sides = "angela-merkel+emmanuel-macron+theresa-may";
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May met in Bonn on Monday. Macron met Mark Rutte on Tuesday. The next \
         meeting will be held in Lyon on May 2.",
        &[
            &format!("multilateral held {sides} 2018-03-12 bonn"),
            "bilateral held emmanuel-macron+mark-rutte 2018-03-13 -",
            &format!("multilateral planned {sides} 2018-05-02 lyon"),
        ],
    );
    tells(
        "Angela Merkel met Emmanuel Macron in Bonn on Monday. The previous meeting took place on February 2.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-12 bonn",
            "bilateral held angela-merkel+emmanuel-macron 2018-02-02 -",
        ],
    );
}

#[test]
fn the_summit_is_one_that_is_called_so() {
    tells(
        "Angela Merkel and Emmanuel Macron held a summit in Bonn on Monday. Theresa May spoke by phone with Mark Rutte on \
         Tuesday. The summit ended with a song.",
        &["summit held angela-merkel+emmanuel-macron 2018-03-12 bonn", "call held mark-rutte+theresa-may 2018-03-13 -"],
    );
    tells("Angela Merkel met Emmanuel Macron on Monday to speak of the preparations for the summit.", &[PAIR]);
}

#[test]
fn two_who_meet_apart_from_a_gathering_have_a_meeting_of_their_own() {
    tells(
        "Angela Merkel, Emmanuel Macron and Theresa May met in Bonn on Monday. Merkel also met separately with Macron.",
        &[
            "multilateral held angela-merkel+emmanuel-macron+theresa-may 2018-03-12 bonn",
            "bilateral held angela-merkel+emmanuel-macron - -",
        ],
    );
}

#[test]
fn what_is_only_planned_for_a_visitor_is_the_visitors() {
    tells(
        "Angela Merkel flew on to Lyon on Tuesday. Talks with Emmanuel Macron are scheduled for Friday.",
        &["bilateral planned angela-merkel+emmanuel-macron 2018-03-16 -"],
    );
    // Whose talks are told needs nobody else.
    tells_of_none("Angela Merkel flew on to Lyon on Tuesday. Talks with the weavers are scheduled for Friday.");
}

#[test]
fn those_who_took_part_came_to_the_round_just_told() {
    tells(
        "The seventh round of the fishing talks ended in Lyon on Monday. Egypt, Sudan and Chad were represented at the \
         talks by fishermen.",
        &["round held chad+egypt+sudan 2018-03-12 lyon"],
    );
}

// Days.

#[test]
fn what_was_done_in_the_same_breath_was_on_the_same_day() {
    tells(
        "Angela Merkel met Emmanuel Macron on Monday and held talks with Theresa May.",
        &[PAIR, "bilateral held angela-merkel+theresa-may 2018-03-12 -"],
    );
    tells(
        "Angela Merkel met Emmanuel Macron on Monday and will hold talks with Theresa May.",
        &[PAIR, "bilateral planned angela-merkel+theresa-may - -"],
    );
}

#[test]
fn each_of_several_days_that_are_counted_is_a_meeting() {
    tells(
        "Angela Merkel and Emmanuel Macron met three times this year: on January 9, January 30 and February 2.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-01-09 -",
            "bilateral held angela-merkel+emmanuel-macron 2018-01-30 -",
            "bilateral held angela-merkel+emmanuel-macron 2018-02-02 -",
        ],
    );
    tells(
        "Angela Merkel met Emmanuel Macron on February 2 and praised twice the bridge that opened on January 9.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-02-02 -"],
    );
}

#[test]
fn a_term_is_no_day_and_when_opens_what_was_on_the_day() {
    tells(
        "Angela Merkel met Emmanuel Macron on Monday. The two signed a pact to end the feud by the end of the year.",
        &[PAIR],
    );
    tells(
        "It was the first meeting since January 9, when Angela Merkel and Emmanuel Macron gathered in Lyon.",
        &["bilateral held angela-merkel+emmanuel-macron 2018-01-09 lyon"],
    );
    tells(
        "Angela Merkel met Emmanuel Macron on Saturday. Two days after that she had talks with Theresa May.",
        &[
            "bilateral held angela-merkel+emmanuel-macron 2018-03-10 -",
            "bilateral held angela-merkel+theresa-may 2018-03-12 -",
        ],
    );
}

// Whom an office or a people means.

#[test]
fn the_minister_is_nobody_of_a_cabinet_and_the_president_no_deputy() {
    let meets_none_but = |body: &str, who: &str| {
        assert!(told(&story(body)).iter().all(|line| !line.contains(who)), "{body} {:?}", told(&story(body)));
    };
    meets_none_but(
        "The minister met Emmanuel Macron on Monday. The harbour was empty. Foreign Minister Tomas Brel was abroad.",
        "brel",
    );
    meets_none_but(
        "Vice President Tomas Brel mended a net. The harbour was empty. Nobody sang. The hens slept. On Monday the \
         president met Emmanuel Macron.",
        "brel",
    );
    tells(
        "Chancellor Tilda Brel mended a net. The harbour was empty. Nobody sang. The hens slept. On Monday the chancellor met \
         Emmanuel Macron.",
        &["bilateral held emmanuel-macron+tilda-brel 2018-03-12 -"],
    );
}

#[test]
fn a_people_with_a_noun_behind_or_as_a_whole_is_no_one_of_it() {
    let heads = "President Emmanuel Macron of France and Chancellor Angela Merkel of Germany sent flowers.";
    for sport in [
        "The French and German teams met in Lyon on Sunday.",
        "The German and the French choirs met in Lyon on Sunday.",
        "The French met the German rowers in Lyon on Sunday.",
    ] {
        let body = format!("{heads} {sport}");
        assert!(told(&story(&body)).iter().all(|line| !line.contains("macron")), "{body} {:?}", told(&story(&body)));
    }
}
