//! What is told less exactly, beside what is told exactly: it disagrees with nothing.

use jiff::civil::{Date, date};

use super::*;
use crate::dossier::comparison::{Agreement, Aspect, compare};
use crate::language::{EntityId, Facts, Interval, Precision};
use crate::meetings::{MeetingMention, MeetingPlace, Participant};

/// As many stories of one meeting, and what each tells of it otherwise.
fn told(changes: &[&dyn Fn(&mut MeetingMention)]) -> Library {
    let stories: Vec<_> = changes.iter().map(|_| ("Kurier", WEDNESDAY, HELD)).collect();
    let mut told = library(&stories);
    for (story, change) in told.stories.iter_mut().zip(changes) {
        change(&mut story.meetings[0]);
    }
    told
}

fn slots(library: &Library) -> Vec<Slot> {
    only(library).differences.iter().filter(|one| !one.is_progress).map(|one| one.slot).collect()
}

fn on(telling: &mut MeetingMention, from: Date, to: Date, precision: Precision) {
    let when = telling.when.as_mut().unwrap();
    (when.interval, when.precision) = (Interval::between(from, to), precision);
}

fn twelfth(telling: &mut MeetingMention) {
    on(telling, date(2018, 3, 12), date(2018, 3, 12), Precision::Day);
}

fn thirteenth(telling: &mut MeetingMention) {
    on(telling, date(2018, 3, 13), date(2018, 3, 13), Precision::Day);
}

fn that_week(telling: &mut MeetingMention) {
    on(telling, date(2018, 3, 12), date(2018, 3, 18), Precision::Week);
}

fn that_month(telling: &mut MeetingMention) {
    on(telling, date(2018, 3, 1), date(2018, 3, 31), Precision::Month);
}

#[test]
fn a_month_and_a_week_that_hold_both_of_two_days_are_not_listed_among_those_that_disagree() {
    let told = told(&[&twelfth, &that_month, &thirteenth, &that_week]);
    let days = vec!["12 Mar 2018".to_owned(), "13 Mar 2018".to_owned()];
    assert_eq!(differences(&told), [(Slot::Day, false, days)]);
}

#[test]
fn a_week_without_the_day_that_another_story_tells_is_listed() {
    let long_ago = |telling: &mut MeetingMention| on(telling, date(2018, 2, 5), date(2018, 2, 11), Precision::Week);
    let found = differences(&told(&[&thirteenth, &long_ago, &that_month]));
    let [(Slot::Day, false, days)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(days, &["13 Mar 2018", "5–11 Feb 2018", "Mar 2018"]);
}

#[test]
fn a_month_alone_beside_its_day_is_no_disagreement() {
    assert!(differences(&told(&[&thirteenth, &that_month])).is_empty());
}

/// A telling at this place, in this state.
fn at(name: &'static str) -> impl Fn(&mut MeetingMention) {
    move |telling| {
        let passage = telling.place.as_ref().unwrap().passage;
        let id = EntityId::new(&crate::language::slug(name));
        telling.place = Some(MeetingPlace { id, name: name.to_owned(), passage });
    }
}

/// Two stories that tell these places, of which the tables know the state.
fn places(one: &'static str, other: &'static str) -> Library {
    let mut told = told(&[&at(one), &at(other)]);
    for story in &mut told.stories {
        let place = story.meetings[0].place.clone().unwrap();
        let mut name = story.annotations.names[0].clone();
        name.state = Facts::shipped().state_of(&place.id, &place.name);
        (name.id, name.name, name.kind) = (place.id, place.name, NameKind::Place);
        story.annotations.names.push(name);
    }
    told
}

#[test]
fn a_place_that_may_lie_in_the_other_does_not_disagree_with_it() {
    let may_be_one = [
        ("Munich", "Germany"),
        ("Munich", "Bavaria"),
        ("Bavaria", "Germany"),
        ("Norlund", "Norlund Airport"),
        ("Hotel Skarvik", "Skarvik"),
        ("Camp David", "Maryland"),
    ];
    for (one, other) in may_be_one {
        assert_eq!(slots(&places(one, other)), [], "{one} {other}");
        assert_eq!(slots(&places(other, one)), [], "{other} {one}");
    }
}

#[test]
fn two_towns_two_provinces_and_two_states_disagree() {
    let apart = [
        ("Munich", "Hamburg"),
        ("Munich", "France"),
        ("Bavaria", "Saxony"),
        ("Germany", "France"),
        ("Bavaria", "Lyon"),
        ("Norlund", "Skarvik"),
    ];
    for (one, other) in apart {
        assert_eq!(slots(&places(one, other)), [Slot::Place], "{one} {other}");
    }
}

fn who(name: &str, kind: NameKind, side: Option<&str>, by_office: bool, like: &Participant) -> Participant {
    let id = EntityId::new(&crate::language::slug(name));
    let mut one = Participant::new(id, name, kind, like.passage);
    one.acts_for = side.map(EntityId::new).into_iter().collect();
    one.role = by_office.then_some(like.passage);
    one
}

/// Two stories: both name the chancellor, and one each of these as the other side.
fn second(one: (&str, NameKind, Option<&str>, bool), other: (&str, NameKind, Option<&str>, bool)) -> (Vec<Slot>, bool) {
    let make = |(name, kind, side, by_office): (&str, NameKind, Option<&str>, bool)| {
        let (name, side) = (name.to_owned(), side.map(str::to_owned));
        move |telling: &mut MeetingMention| {
            let like = telling.participants[1].clone();
            telling.participants[1] = who(&name, kind, side.as_deref(), by_office, &like);
        }
    };
    let told = told(&[&make(one), &make(other)]);
    let facts = compare(&told, 0, 1).meetings.remove(0).facts;
    let differs = |fact: &crate::dossier::comparison::Fact| {
        fact.aspect == Aspect::Participant && fact.agreement == Agreement::Differs
    };
    (slots(&told), facts.iter().any(differs))
}

#[test]
fn someone_told_by_an_office_or_as_a_state_may_be_who_is_named() {
    const PERSON: NameKind = NameKind::Person;
    let named = ("Arne Hollin", PERSON, None, false);
    for vague in [("Norway", NameKind::Place, None, false), ("Erna Solberg", PERSON, Some("norway"), true)] {
        assert_eq!(second(named, vague), (vec![], false), "{vague:?}");
        assert_eq!(second(vague, named), (vec![], false), "{vague:?}");
    }
    let minister = ("Arne Hollin", PERSON, Some("norway"), false);
    assert_eq!(second(minister, ("Erna Solberg", PERSON, Some("norway"), true)), (vec![], false));
}

#[test]
fn two_who_are_named_and_two_sides_of_other_states_disagree() {
    const PERSON: NameKind = NameKind::Person;
    let named = ("Arne Hollin", PERSON, Some("norway"), false);
    let apart = [
        ("Erna Solberg", PERSON, Some("norway"), false),
        ("Sauli Niinisto", PERSON, Some("finland"), true),
        ("Berit Aas", PERSON, None, false),
        ("Finland", NameKind::Place, None, false),
    ];
    for other in apart {
        assert_eq!(second(named, other), (vec![Slot::Participants], true), "{other:?}");
    }
}

#[test]
fn a_plan_that_went_on_takes_no_part_when_two_stories_disagree_whether_it_was_held() {
    let mut told = library(&[("Kurier", MONDAY, PLANNED), ("Gazette", WEDNESDAY, HELD), ("Herald", THURSDAY, HELD)]);
    told.stories[2].meetings[0].status = Status::Cancelled;
    assert_eq!(differences(&told), [(Slot::Status, false, vec!["cancelled".to_owned(), "held".to_owned()])]);
}
