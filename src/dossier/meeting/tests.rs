mod vaguer;

use std::path::Path;

use super::*;
use crate::article::read;
use crate::links::{MentionRef, Tier};
use crate::meetings::Status;

/// Stories of these outlets and days.
fn library(stories: &[(&str, &str, &str)]) -> Library {
    let article = |(number, (outlet, day, body)): (usize, &(&str, &str, &str))| {
        let name = format!("{number}.txt");
        let text = format!("A busy week in the capitals of Europe\n\n{day}\n\n{body}\n");
        let mut article = read(&name, Path::new(&name), text.as_bytes()).articles.remove(0);
        article.outlet = Some(crate::article::Outlet { name: (*outlet).to_owned(), span: None });
        article
    };
    Library::from_articles("test", stories.iter().enumerate().map(article).collect())
}

/// The dossier of the only meeting.
#[track_caller]
fn only(library: &Library) -> MeetingDossier {
    assert_eq!(library.connections.meetings.len(), 1, "{:#?}", library.connections.meetings);
    MeetingDossier::new(library, 0).unwrap()
}

fn differences(library: &Library) -> Vec<(Slot, bool, Vec<String>)> {
    let found = only(library).differences;
    found
        .iter()
        .map(|found| {
            (found.slot, found.is_progress, found.versions.iter().map(|version| version.value.words()).collect())
        })
        .collect()
}

const MONDAY: &str = "Monday, March 12, 2018";
const WEDNESDAY: &str = "Wednesday, March 14, 2018";
const THURSDAY: &str = "Thursday, March 15, 2018";

const PLANNED: &str = "Angela Merkel will meet Emmanuel Macron in Berlin on Tuesday.";
const HELD: &str = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";

#[test]
fn every_fact_leads_to_the_words_that_say_it() {
    let library = library(&[("Kurier", MONDAY, PLANNED), ("Gazette", WEDNESDAY, HELD)]);
    let dossier = only(&library);
    let words = |source: Option<Source>| source.map(|source| (source.story, source.words(&library).to_owned()));
    let said = |dossier: &MeetingDossier, who: usize| words(dossier.who[who].source).unwrap().1;
    assert_eq!((said(&dossier, 0).as_str(), said(&dossier, 1).as_str()), ("Angela Merkel", "Emmanuel Macron"));
    assert!(dossier.who.iter().all(|attendee| attendee.stories == 2));
    assert_eq!(words(dossier.place).unwrap().1, "Berlin");
    assert!(words(dossier.when).unwrap().1.contains("Tuesday"));
    assert_eq!(dossier.status.unwrap().story, 1, "the later story's words");
}

#[test]
fn the_words_shown_for_a_place_are_those_that_name_it() {
    let described = "Geneva prepares. Angela Merkel will meet Emmanuel Macron in the Swiss city on Tuesday.";
    let named = "Angela Merkel met Emmanuel Macron in Geneva on Tuesday.";
    let library = library(&[("Kurier", MONDAY, described), ("Gazette", WEDNESDAY, named)]);
    let place = only(&library).place.map(|source| source.words(&library).to_owned());
    assert_eq!(place.as_deref(), Some("Geneva"));
}

#[test]
fn the_words_shown_for_several_days_are_not_those_of_the_last_one() {
    let told = "Two days of talks between Angela Merkel and Emmanuel Macron in Berlin ended on Tuesday.";
    let library = library(&[("Gazette", WEDNESDAY, told)]);
    let dossier = only(&library);
    let days = dossier.record(&library).unwrap().when.unwrap().interval.days();
    let words = dossier.when.unwrap().words(&library).to_owned();
    assert!(days == 1 || words.starts_with("Two days"), "{days} {words}");
}

#[test]
fn a_meeting_planned_in_one_story_and_held_in_a_later_one_only_went_on() {
    let library = library(&[("Kurier", MONDAY, PLANNED), ("Gazette", WEDNESDAY, HELD)]);
    assert_eq!(differences(&library), [(Slot::Status, true, vec!["held".to_owned(), "planned".to_owned()])]);
    let dossier = only(&library);
    assert_eq!(dossier.record(&library).unwrap().status, Status::Held);
    let tellings: Vec<(usize, Option<&str>)> =
        dossier.tellings.iter().map(|telling| (telling.at.story, telling.outlet(&library))).collect();
    assert_eq!(tellings, [(1, Some("Gazette")), (0, Some("Kurier"))], "the latest first");
    assert_eq!(Summary::of(&library, 0), Summary { stories: 2, outlets: 2, unknown: 0, differs: Vec::new() });
    assert!(Summary::of(&library, 0).is_told_apart());
}

#[test]
fn a_meeting_that_a_later_story_still_plans_is_told_differently() {
    let mut library = library(&[("Kurier", MONDAY, PLANNED), ("Gazette", WEDNESDAY, HELD)]);
    library.stories[0].annotations.published.as_mut().unwrap().best = jiff::civil::date(2018, 3, 20);
    assert_eq!(differences(&library), [(Slot::Status, false, vec!["planned".to_owned(), "held".to_owned()])]);
    assert_eq!(Summary::of(&library, 0).differs, [Slot::Status]);
}

#[test]
fn different_days_are_a_finding_and_a_day_left_open_is_none() {
    let on_wednesday = "Shinzo Abe held a telephone conversation with Donald Trump on Wednesday.";
    let told = library(&[
        ("Kurier", WEDNESDAY, "Shinzo Abe spoke by phone with Donald Trump on Tuesday."),
        ("Gazette", THURSDAY, on_wednesday),
    ]);
    let days = vec!["14 Mar 2018".to_owned(), "13 Mar 2018".to_owned()];
    assert_eq!(differences(&told), [(Slot::Day, false, days)]);
    assert_eq!(Summary::of(&told, 0).differs, [Slot::Day]);
    let words = only(&told).differences[0].versions[0].source.words(&told).to_owned();
    assert!(words.contains("Wednesday"), "{words}");
    let open = library(&[
        ("Kurier", WEDNESDAY, "Shinzo Abe spoke by phone with Donald Trump on Tuesday."),
        ("Gazette", WEDNESDAY, "Shinzo Abe spoke by phone with Donald Trump."),
    ]);
    assert!(differences(&open).is_empty());
}

#[test]
fn a_state_for_its_town_and_a_government_for_its_head_are_no_difference() {
    let library = library(&[
        ("Kurier", WEDNESDAY, "Angela Merkel met Emmanuel Macron in Germany on Tuesday."),
        ("Gazette", WEDNESDAY, HELD),
    ]);
    assert!(differences(&library).is_empty());
}

#[test]
fn each_story_is_told_with_what_joins_it_to_the_others() {
    let told = library(&[
        ("Kurier", WEDNESDAY, HELD),
        ("Gazette", THURSDAY, "French President Emmanuel Macron and Angela Merkel met on Tuesday."),
    ]);
    let dossier = only(&told);
    for telling in &dossier.tellings {
        let bond = telling.bond.unwrap();
        assert_eq!((bond.tier, bond.other), (Tier::Same, 1 - telling.at.story));
        assert!(bond.reasons(&told).next().is_some());
    }
    assert_eq!(Certainty::of(&told).tier(&told, 0), Some(Tier::Same));
    let alone = library(&[("Kurier", WEDNESDAY, HELD)]);
    assert_eq!(only(&alone).tellings[0].bond, None);
    assert_eq!(Certainty::of(&alone).tier(&alone, 0), None);
    assert_eq!(Certainty::of(&alone).tier(&alone, 7), None);
}

#[test]
fn a_round_has_the_rounds_before_and_after_it() {
    let library = library(&[
        (
            "Kurier",
            MONDAY,
            "The Geneva process goes on. The fifth round of the Geneva talks took place on March 5, 2018.",
        ),
        (
            "Kurier",
            WEDNESDAY,
            "The Geneva process goes on. The sixth round of the Geneva talks took place on March 13, 2018.",
        ),
        (
            "Kurier",
            THURSDAY,
            "The Geneva process goes on. The seventh round of the Geneva talks takes place on March 20, 2018.",
        ),
    ]);
    let number = |meeting: usize| library.connections.meetings[meeting].ordinal;
    let rounds = MeetingDossier::new(&library, 1).unwrap().rounds.unwrap();
    assert_eq!(number(rounds.meetings[rounds.place]), Some(6));
    assert_eq!((rounds.before().and_then(number), rounds.after().and_then(number)), (Some(5), Some(7)));
    let first = MeetingDossier::new(&library, 0).unwrap().rounds.unwrap();
    assert_eq!(first.before(), None);
}

#[test]
fn other_meetings_of_the_same_people_nearby_are_related() {
    let library = library(&[
        ("Kurier", WEDNESDAY, HELD),
        ("Kurier", "Friday, April 20, 2018", "Angela Merkel met Emmanuel Macron in Paris on Thursday."),
        ("Kurier", "Friday, April 20, 2018", "Angela Merkel met Theresa May in London on Wednesday."),
        ("Kurier", "Friday, November 23, 2018", "Angela Merkel met Emmanuel Macron in Paris on Thursday."),
    ]);
    let related = MeetingDossier::new(&library, 0).unwrap().related;
    let [other] = related.as_slice() else { panic!("{related:?}") };
    assert_eq!(other.shared, ["Angela Merkel", "Emmanuel Macron"]);
    assert_eq!((other.days, other.is_earlier), (37, false));
}

#[test]
fn a_meeting_that_is_not_there_has_no_dossier() {
    let mut library = library(&[("Kurier", WEDNESDAY, HELD)]);
    assert_eq!(MeetingDossier::new(&library, 1), None);
    assert_eq!(Summary::of(&library, 1), Summary::default());
    library.connections.meetings[0].mentions.push(MentionRef { story: 9, mention: 9 });
    assert_eq!(only(&library).tellings.len(), 1, "a telling that is not there is passed over");
}

#[test]
fn a_story_that_only_tells_an_office_does_not_name_its_holder() {
    let offices = "Vladimir Putin will meet the presidents of Turkey and Iran in Ankara on Friday.";
    let names = "Vladimir Putin will meet Recep Tayyip Erdogan and Hassan Rouhani in Ankara on Friday.";
    let told = library(&[("Kurier", WEDNESDAY, offices), ("Gazette", THURSDAY, offices), ("Herald", THURSDAY, names)]);
    let dossier = only(&told);
    let naming = |name: &str| {
        let who = dossier.who.iter().find(|who| who.name == name).unwrap();
        (who.stories, who.inferred.len(), who.naming(&told, dossier.stories()))
    };
    assert_eq!(naming("Vladimir Putin"), (3, 0, "named in 3 of 3 stories".to_owned()));
    let (stories, inferred, words) = naming("Hassan Rouhani");
    assert_eq!((stories, inferred), (1, 2), "{words}");
    assert!(
        words.starts_with("named in 1 of 3 stories; inferred from “") && words.contains("Turkey and Iran"),
        "{words}"
    );
    let says = |from: usize, to: usize| {
        let link = told.connections.links.iter().find(|link| (link.from, link.to) == (from, to)).unwrap();
        link.reasons.iter().find(|reason| reason.feature == "participants").unwrap().says.clone()
    };
    for (from, to) in [(0, 1), (0, 2), (1, 2)] {
        let says = says(from, to);
        assert!(says.starts_with("both name Vladimir Putin; ") && says.contains("inferred from “"), "{says}");
        assert_eq!(says.contains("named there"), to == 2, "{says}");
    }
}

#[test]
fn a_telling_of_states_names_nobody_whom_its_story_names_elsewhere() {
    let states = "France and Germany held talks in Berlin on Tuesday. Angela Merkel is ill, her office said on Monday.";
    let people = "Angela Merkel and Emmanuel Macron held talks in Berlin on Tuesday.";
    let told = library(&[("Kurier", WEDNESDAY, states), ("Gazette", WEDNESDAY, people)]);
    let dossier = only(&told);
    let who = dossier.who.iter().find(|who| who.name == "Angela Merkel").unwrap();
    assert_eq!(who.naming(&told, dossier.stories()), "named in 1 of 2 stories; inferred from “Germany”");
}

#[test]
fn the_page_of_a_meeting_and_two_stories_side_by_side_find_the_same_disagreements() {
    use crate::dossier::comparison::{Agreement, Aspect, compare};
    let paired = [
        (
            "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel met Emmanuel Macron in Munich on Tuesday.",
        ),
        (
            "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.",
            "Angela Merkel met Emmanuel Macron in France on Tuesday.",
        ),
        (HELD, "Angela Merkel will meet Emmanuel Macron in Berlin on Tuesday."),
        (HELD, "BERLIN – Angela Merkel met Emmanuel Macron on Tuesday."),
        (PLANNED, HELD),
    ];
    let mut compared = 0;
    for (one, other) in paired {
        let told = library(&[("Kurier", WEDNESDAY, one), ("Gazette", THURSDAY, other)]);
        let found = compare(&told, 0, 1);
        let [shared] = found.meetings.as_slice() else { continue };
        compared += 1;
        let dossier = MeetingDossier::new(&told, shared.meeting).unwrap();
        for (slot, aspect) in [
            (Slot::Day, Aspect::Day),
            (Slot::Place, Aspect::Place),
            (Slot::Status, Aspect::Status),
            (Slot::Kind, Aspect::Kind),
            (Slot::Participants, Aspect::Participant),
            (Slot::Number, Aspect::Ordinal),
        ] {
            let on_page = dossier.differences.iter().any(|one| one.slot == slot && !one.is_progress);
            let is_here =
                |fact: &crate::dossier::comparison::Fact| fact.aspect == aspect && fact.agreement == Agreement::Differs;
            assert_eq!(on_page, shared.facts.iter().any(is_here), "{slot:?}: {one} {other}");
        }
    }
    assert!(compared >= 3, "{compared} of these pairs tell of one meeting");
}

#[test]
fn a_round_is_called_after_its_series_and_other_meetings_after_those_who_met() {
    let told = library(&[
        ("Kurier", WEDNESDAY, HELD),
        (
            "Kurier",
            THURSDAY,
            "The Geneva process goes on. The fifth round of the Geneva talks took place on March 5, 2018.",
        ),
    ]);
    let names: Vec<String> = told.connections.meetings.iter().map(|one| called(&told, one, 3)).collect();
    assert!(names.iter().any(|name| name == "Angela Merkel – Emmanuel Macron"), "{names:?}");
    assert!(names.iter().any(|name| name.ends_with(", round 5")), "{names:?}");
    let pair = told.connections.meetings.iter().find(|one| one.participants.len() == 2).unwrap();
    assert_eq!(called(&told, pair, 1), "Angela Merkel – 1 more");
}

/// The stories `count` times over, as a meeting that very many tell.
fn told_by_many(count: usize) -> Library {
    let mut told = library(&[("Kurier", WEDNESDAY, HELD), ("Gazette", THURSDAY, HELD)]);
    let meeting = &mut told.connections.meetings[0];
    let first = meeting.mentions[0];
    for number in 2..count {
        let mut story = told.stories[first.story].clone();
        std::sync::Arc::make_mut(&mut story.article).id = format!("{number}.txt");
        told.stories.push(story);
        meeting.mentions.push(MentionRef { story: number, ..first });
    }
    told
}

#[test]
fn who_took_part_is_counted_in_one_look_at_each_telling() {
    let told = told_by_many(5_000);
    let dossier = only(&told);
    assert_eq!((dossier.stories(), dossier.tellings.len()), (5_000, 5_000));
    assert!(dossier.who.iter().all(|who| who.stories == 5_000 && who.inferred.is_empty() && who.source.is_some()));
    let (stories, latest) = dossier.status_told_by(&told);
    assert_eq!((stories, latest), (5_000, Some(1)));
}

#[test]
fn a_meeting_of_hundreds_that_thousands_tell_compares_each_who_is_told_with_a_few() {
    let mut told = told_by_many(5_000);
    let guests: Vec<_> = (0..200)
        .map(|number| {
            let mut guest = told.connections.meetings[0].participants[number % 2].clone();
            let name = format!("Guest Number{number}");
            (guest.id, guest.name) = (crate::language::EntityId::new(&crate::language::slug(&name)), name);
            guest
        })
        .collect();
    told.connections.meetings[0].participants.extend(guests.clone());
    // One telling in fifty lists all of them.
    told.stories.iter_mut().step_by(50).for_each(|story| story.meetings[0].participants.extend(guests.clone()));
    let named: usize = told.stories.iter().map(|story| story.meetings[0].participants.len()).sum();
    let before = disagreement::SIDES_COMPARED.get();
    let dossier = only(&told);
    let compared = disagreement::SIDES_COMPARED.get() - before;
    assert_eq!(dossier.who.len(), 202);
    // Everyone with everyone would be two hundred times as many.
    assert!(compared <= 8 * named, "{compared} comparisons of {named} who are named");
}

#[test]
fn a_day_and_a_place_that_no_story_tells_together_are_known_as_put_together() {
    let whole = library(&[("Kurier", WEDNESDAY, HELD), ("Gazette", WEDNESDAY, HELD)]);
    assert!(!only(&whole).is_put_together(&whole));
    let mut parted = library(&[("Kurier", WEDNESDAY, HELD), ("Gazette", WEDNESDAY, HELD)]);
    parted.stories[0].meetings[0].place = None;
    parted.stories[1].meetings[0].when = None;
    assert!(only(&parted).is_put_together(&parted));
}

#[test]
fn nobody_meets_alone_but_whoever_travels_may() {
    use crate::meetings::MeetingKind;
    let told = "Angela Merkel met Emmanuel Macron in Lyon on Wednesday.";
    let library = library(&[("Northwire", "Thursday, March 15, 2018", told)]);
    let mut meeting = library.connections.meetings[0].clone();
    assert_eq!(called(&library, &meeting, 3), "Angela Merkel – Emmanuel Macron");
    meeting.participants.truncate(1);
    assert_eq!(called(&library, &meeting, 3), "Angela Merkel – others");
    meeting.kind = MeetingKind::Visit;
    assert_eq!(called(&library, &meeting, 3), "Angela Merkel");
}
