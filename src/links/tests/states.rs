//! States here, those who act for them there.

use super::*;
use crate::meetings::Participant;

/// A story that names states only.
fn of_states(name: &str, day: &str) -> Story {
    let mut story = dated(name, day, MET);
    for participant in &mut story.meetings[0].participants {
        let (state, name) =
            if participant.id.as_str() == "angela-merkel" { ("germany", "Germany") } else { ("france", "France") };
        *participant = Participant::new(EntityId::new(state), name, NameKind::Place, participant.passage);
    }
    story
}

/// A story of the two people, each of whom acts for a state.
fn of_people(name: &str, day: &str, body: &str) -> Story {
    let mut story = dated(name, day, body);
    for participant in &mut story.meetings[0].participants {
        let state = if participant.id.as_str() == "angela-merkel" { "germany" } else { "france" };
        participant.acts_for = vec![EntityId::new(state)];
    }
    story
}

#[test]
fn a_meeting_of_two_states_is_that_of_the_people_who_act_for_them() {
    let mut stories = vec![of_states("a.txt", WEDNESDAY), of_people("b.txt", WEDNESDAY, MET)];
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(clusters(&connections), [[0, 1]], "{:#?}", explain(&stories, &connections, 0, 1));
    let who = connections.links[0].reasons.iter().find(|reason| reason.feature == "participants").unwrap();
    assert_eq!(who.says, "Germany here, Angela Merkel there; France here, Emmanuel Macron there");
}

#[test]
fn here_is_the_story_that_is_asked_about_first_whichever_of_the_two_it_is() {
    let mut stories = vec![of_states("a.txt", WEDNESDAY), of_people("b.txt", WEDNESDAY, MET)];
    let connections = connect(&mut stories, Facts::shipped());
    let link = &connections.links[0];
    let (first, turned) = (
        "Germany here, Angela Merkel there; France here, Emmanuel Macron there",
        "Angela Merkel here, Germany there; Emmanuel Macron here, France there",
    );
    let said = |from: usize, to: usize| {
        let told = explain(&stories, &connections, from, to);
        let who = told.reasons.into_iter().find(|reason| reason.feature == "participants").unwrap();
        (who.says, who.from, who.to)
    };
    let (ahead, back) = (said(0, 1), said(1, 0));
    assert_eq!((ahead.0.as_str(), back.0.as_str()), (first, turned));
    assert_eq!((ahead.1, ahead.2), (back.2, back.1), "the words that show it change places with the sentence");
    assert!(link.said_from(link.from).any(|says| says == first) && link.said_from(link.to).any(|says| says == turned));
    assert_eq!(link.turned_from(link.to).turned_from(link.from), *link);
    // What is the same from either side is told once.
    assert!(link.reasons.iter().all(|reason| reason.says_turned.as_ref() != Some(&reason.says)));
}

#[test]
fn states_agree_more_weakly_than_people_do() {
    let score = |first: Story| {
        let mut stories = vec![first, of_people("b.txt", WEDNESDAY, MET)];
        let connections = connect(&mut stories, Facts::shipped());
        explain(&stories, &connections, 0, 1).score
    };
    assert!(score(of_states("a.txt", WEDNESDAY)) < score(of_people("a.txt", WEDNESDAY, MET)));
}

#[test]
fn the_presidents_and_the_ministers_of_two_states_do_not_meet_through_the_states() {
    let ministers = "Heiko Maas met Jean-Yves Le Drian in Berlin on Tuesday.";
    let mut ministers = dated("c.txt", WEDNESDAY, ministers);
    let states = [EntityId::new("germany"), EntityId::new("france")];
    for (participant, state) in ministers.meetings[0].participants.iter_mut().zip(states) {
        participant.acts_for = vec![state];
    }
    let mut stories = vec![of_states("a.txt", WEDNESDAY), of_people("b.txt", WEDNESDAY, MET), ministers];
    let connections = connect(&mut stories, Facts::shipped());
    let bridged = clusters(&connections).iter().any(|stories| stories.contains(&1) && stories.contains(&2));
    assert!(!bridged, "{:#?}", connections.meetings);
}

#[test]
fn whom_another_story_introduces_acts_for_the_same_side_everywhere() {
    let told = "Lena Brandstetter met Oskar Wielandt in Sopot on Tuesday.";
    let introduced = |mut story: Story| {
        for (participant, side) in story.meetings[0].participants.iter_mut().zip(["norway", "sweden"]) {
            participant.acts_for = vec![EntityId::new(side)];
        }
        story
    };
    let mut states = of_states("c.txt", WEDNESDAY);
    for (participant, state) in states.meetings[0].participants.iter_mut().zip(["norway", "sweden"]) {
        *participant = Participant::new(EntityId::new(state), state, NameKind::Place, participant.passage);
    }
    let elsewhere = introduced(dated("a.txt", "Wednesday, August 15, 2018", told));
    let mut stories = vec![elsewhere, dated("b.txt", WEDNESDAY, told), states];
    let connections = connect(&mut stories, Facts::shipped());
    assert!(clusters(&connections).contains(&vec![1, 2]), "{:#?}", explain(&stories, &connections, 1, 2));
}

#[test]
fn a_body_and_a_short_form_of_its_name_are_one_side() {
    let of_bodies = |name: &str, body: &str| {
        let mut story = of_states(name, WEDNESDAY);
        let sides = [("harbour-line", "Harbour Line"), (body, body)];
        for (participant, (id, name)) in story.meetings[0].participants.iter_mut().zip(sides) {
            *participant = Participant::new(EntityId::new(id), name, NameKind::Organisation, participant.passage);
        }
        story
    };
    let joined = |body: &str| {
        let mut stories = vec![of_bodies("a.txt", "weavers-federation"), of_bodies("b.txt", body)];
        clusters(&connect(&mut stories, Facts::shipped())).len()
    };
    assert_eq!((joined("federation"), joined("bakers-federation")), (1, 2));
}

#[test]
fn those_who_are_introduced_for_a_country_that_no_table_knows_are_its_side() {
    let states =
        "The trip to Velland and Sudonia was short. The Vellandian and Sudonian leaders met in Salzburg on Tuesday.";
    for introduced in [
        "President Ilse Hagen of Velland met Premier Otto Prell of Sudonia in Salzburg on Tuesday.",
        "Velland's president, Ilse Hagen, met Premier Otto Prell of Sudonia in Salzburg on Tuesday.",
        "The President of Velland, Ilse Hagen, met Premier Otto Prell of Sudonia in Salzburg on Tuesday.",
        "Ilse Hagen, President of the Republic of Velland, met Premier Otto Prell of Sudonia in Salzburg on Tuesday.",
    ] {
        let (stories, _) = joined(&[(WEDNESDAY, introduced), (WEDNESDAY, states)]);
        let who = &stories[0].meetings[0].participants;
        let sides: Vec<&str> = who.iter().flat_map(|who| &who.acts_for).map(EntityId::as_str).collect();
        assert_eq!(sides, ["velland", "sudonia"], "{introduced}");
    }
    let (stories, _) = joined(&[(WEDNESDAY, "Ilse Hagen of late met Otto Prell in Velland on Tuesday.")]);
    assert!(stories[0].meetings[0].participants.iter().all(|who| who.acts_for.is_empty()));
}

#[test]
fn a_state_beside_its_own_president_is_no_other_side() {
    let mut stories = vec![
        dated("0.txt", WEDNESDAY, "Angela Merkel met Emmanuel Macron on Tuesday."),
        dated("1.txt", WEDNESDAY, MET),
    ];
    let germany = Participant::new(
        EntityId::new("germany"),
        "Germany",
        NameKind::Place,
        stories[1].meetings[0].participants[0].passage,
    );
    stories[1].meetings[0].participants[1] = germany.clone();
    stories[1].meetings[0].place = None;
    let connections = connect(&mut stories, Facts::shipped());
    assert_eq!(clusters(&connections), [[0, 1]], "{:#?}", explain(&stories, &connections, 0, 1));
}

/// Whom a story in Velland introduces as acting for that country.
fn introduced(body: &str) -> Vec<String> {
    let story = dated("0.txt", WEDNESDAY, &format!("It rained in Velland on Tuesday. {body}"));
    let found = crate::links::introduced::introduced(&story, &foldhash::HashSet::default(), Facts::shipped());
    found.into_iter().map(|(who, _)| who.as_str().to_owned()).collect()
}

#[test]
fn whoever_stands_against_a_country_is_not_introduced_for_it() {
    for own in [
        "Velland's long-serving foreign minister, Otto Prell, slept.",
        "Velland's minister of foreign affairs, Otto Prell, slept.",
        "Velland's secretary of state Otto Prell slept.",
        "Otto Prell, the Velland chancellor, slept.",
        "Otto Prell, Velland's new foreign minister, slept.",
        "The Velland chancellor, Otto Prell, slept.",
    ] {
        assert_eq!(introduced(own), ["otto-prell"], "{own}");
    }
    for other in [
        "Velland's quarrel with the foreign minister, Otto Prell, went on.",
        "Velland's talks with foreign minister Otto Prell went on.",
        "Velland's ally, president Otto Prell, slept.",
        "Velland's president thanked the foreign minister, Otto Prell, for the tea.",
        "In Velland President Otto Prell slept.",
        "Velland fears President Otto Prell.",
        "In Velland, Chancellor Otto Prell slept.",
        "Otto Prell, Velland's old ally, minister of rain, slept.",
        "Otto Prell, in Velland a minister of rain, slept.",
        "Otto Prell, who loves Velland as its minister does, slept.",
    ] {
        assert_eq!(introduced(other), [""; 0], "{other}");
    }
}

#[test]
fn a_people_is_that_of_a_country_and_of_no_other_place() {
    let peoples = |place: &str| {
        let stories = [place, "The Vellandian leaders met Otto Prell in Salzburg on Tuesday."]
            .map(|body| dated("0.txt", WEDNESDAY, body));
        let found = crate::links::introduced::of_peoples(&stories, Facts::shipped());
        let mut found: Vec<(String, String)> =
            found.into_iter().map(|(people, (_, name))| (people.as_str().to_owned(), name)).collect();
        found.sort_unstable();
        found
    };
    let velland = [("vellandian".to_owned(), "Velland".to_owned())];
    assert_eq!(peoples("It rained in Velland. The president of Velland slept."), velland);
    assert_eq!(peoples("It rained in Velland. Velland's foreign minister slept."), velland);
    assert_eq!(peoples("It rained in Velland. Otto Prell of Velland slept."), []);
}

#[test]
fn the_union_is_a_side_for_which_the_heads_of_its_bodies_act() {
    let leaders = "Ursula von der Leyen met Angela Merkel in Salzburg on Tuesday.";
    let acting = |side: &str| {
        let mut story = dated("a.txt", WEDNESDAY, leaders);
        let met = story.meetings[0].participants.iter_mut().find(|who| who.id.as_str() == "ursula-von-der-leyen");
        met.unwrap().acts_for = vec![EntityId::new(side)];
        let mut union = dated("b.txt", WEDNESDAY, leaders);
        let met = union.meetings[0].participants.iter_mut().find(|who| who.id.as_str() == "ursula-von-der-leyen");
        let met = met.unwrap();
        let (id, kind) = (EntityId::new("european-union"), NameKind::Organisation);
        *met = Participant::new(id, "EU", kind, met.passage);
        let tellings = [&story, &union].map(|story| story.meetings[0].clone());
        crate::links::sides::Sides::of(&tellings[0], &tellings[1]).by_state.len()
    };
    assert_eq!(acting("european-commission"), 1);
    assert_eq!(acting("european-broadcasting-area"), 0);
}
