//! What a reader corrects, against what the stories tell.

use super::{MONDAY, THURSDAY, WEDNESDAY, clusters, dated};
use crate::language::{Correction, Corrections, EntityId, Facts, NameKind};
use crate::links::{
    Connections, Gone, LinkTarget, MeetingCorrection, MentionRef, Quote, Tier, Verdict, connect, connect_corrected,
    explain, standing,
};
use crate::meetings::{Story, read_story};

const MET: &str = "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.";
const ALSO_MET: &str = "French President Emmanuel Macron and Angela Merkel met on Tuesday.";
const OTHERS: &str = "Angela Merkel met Theresa May in Berlin on Tuesday.";

fn stories(told: &[(&str, &str)]) -> Vec<Story> {
    told.iter().enumerate().map(|(number, (day, body))| dated(&format!("{number}.txt"), day, body)).collect()
}

fn quote(story: usize, words: &str) -> Quote {
    Quote { story: format!("{story}.txt"), words: words.to_owned(), occurrence: 1, who: Vec::new(), in_passing: false }
}

fn corrected(told: &[(&str, &str)], corrections: &[MeetingCorrection]) -> (Vec<Story>, Connections) {
    let mut stories = stories(told);
    let connections = connect_corrected(&mut stories, Facts::shipped(), corrections);
    (stories, connections)
}

/// Read and joined by someone who corrected names.
fn knowing(told: &[(&str, &str)], corrections: &[Correction]) -> (Vec<Story>, Connections) {
    let facts = Facts::shipped().correcting(Corrections::new(corrections));
    let articles = stories(told).into_iter().map(|story| story.article);
    let mut stories: Vec<Story> = articles.map(|article| read_story(article, &facts, None)).collect();
    let connections = connect(&mut stories, &facts);
    (stories, connections)
}

#[test]
fn what_a_correction_joins_is_one_meeting_whatever_speaks_against_it() {
    let told = [(WEDNESDAY, MET), (WEDNESDAY, OTHERS)];
    assert_eq!(corrected(&told, &[]).1.meetings.len(), 2);
    let same = MeetingCorrection::Same(vec![quote(0, MET), quote(1, OTHERS)]);
    let (stories, connections) = corrected(&told, &[same]);
    assert_eq!(clusters(&connections), [[0, 1]]);
    let link = &connections.links[0];
    assert_eq!((link.tier, link.reasons[0].feature), (Tier::Same, "correction"));
    let told = explain(&stories, &connections, 0, 1);
    assert_eq!((told.verdict, told.reasons[0].feature), (Verdict::Same(0), "correction"));
}

#[test]
fn what_a_correction_parts_is_two_meetings_whatever_speaks_for_it() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (THURSDAY, MET)];
    assert_eq!(corrected(&told, &[]).1.meetings.len(), 1);
    let apart = MeetingCorrection::Apart { telling: quote(0, MET), others: vec![quote(1, ALSO_MET), quote(2, MET)] };
    let (stories, connections) = corrected(&told, std::slice::from_ref(&apart));
    let mut found = clusters(&connections);
    found.sort();
    assert_eq!(found, [vec![0], vec![1, 2]], "the others stay together");
    let told = explain(&stories, &connections, 0, 1);
    assert_eq!((told.verdict, told.confidence), (Verdict::Corrected, 0.0));
    assert_eq!(told.vetoes[0].feature, "correction");
}

#[test]
fn of_two_corrections_that_contradict_each_other_the_later_one_counts() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET)];
    let (one, other) = (quote(0, MET), quote(1, ALSO_MET));
    let same = MeetingCorrection::Same(vec![one.clone(), other.clone()]);
    let apart = MeetingCorrection::Apart { telling: other, others: vec![one] };
    assert_eq!(corrected(&told, &[same.clone(), apart.clone()]).1.meetings.len(), 2);
    assert_eq!(corrected(&told, &[apart, same]).1.meetings.len(), 1);
}

#[test]
fn the_order_of_files_never_matters_to_corrections() {
    let told = [(WEDNESDAY, MET), (WEDNESDAY, OTHERS), (THURSDAY, ALSO_MET)];
    let same = MeetingCorrection::Same(vec![quote(0, MET), quote(1, OTHERS)]);
    let ids = |stories: &mut Vec<Story>| {
        let connections = connect_corrected(stories, Facts::shipped(), std::slice::from_ref(&same));
        connections.meetings.into_iter().map(|meeting| (meeting.id, meeting.mentions.len())).collect::<Vec<_>>()
    };
    let mut turned = stories(&told);
    turned.reverse();
    assert_eq!(ids(&mut stories(&told)), ids(&mut turned));
}

#[test]
fn a_telling_is_found_again_after_its_story_was_edited() {
    let long = "Angela Merkel met Emmanuel Macron for three hours of talks in Berlin on Tuesday evening.";
    let edited = "Angela Merkel met Emmanuel Macron for two hours of talks in Berlin on Tuesday night.";
    let entry = [MeetingCorrection::Same(vec![quote(0, long)])];
    let mut kept = stories(&[(WEDNESDAY, edited)]);
    connect(&mut kept, Facts::shipped());
    assert_eq!(standing(&kept, &entry)[0].tellings, [MentionRef { story: 0, mention: 0 }]);
    let gone = stories(&[(WEDNESDAY, "Nobody met anyone.")]);
    assert_eq!(standing(&gone, &entry)[0].gone, [Gone::Words("0.txt".into())]);
    assert_eq!(standing(&[], &entry)[0].gone, [Gone::Story("0.txt".into())]);
}

#[test]
fn the_quote_of_a_telling_finds_it() {
    let told = "Angela Merkel met Emmanuel Macron and, an hour later, phoned Theresa May on Tuesday.";
    let mut stories = stories(&[(MONDAY, MET), (WEDNESDAY, &format!("{told} {MET}"))]);
    connect(&mut stories, Facts::shipped());
    for (number, story) in stories.iter().enumerate() {
        for mention in 0..story.meetings.len() {
            let at = MentionRef { story: number, mention };
            let entry = [MeetingCorrection::Same(vec![Quote::of(&stories, at).unwrap()])];
            assert_eq!(standing(&stories, &entry)[0].tellings, [at], "{:#?}", story.meetings);
        }
    }
}

#[test]
fn the_quote_of_a_long_sentence_finds_it_behind_a_short_one() {
    for more in [0, 20, 35, 60, 150] {
        let long =
            format!("On Tuesday {}Angela Merkel met Emmanuel Macron", "in the rain and the wind, ".repeat(more / 6));
        let told = format!("{long} {}in Berlin. {MET} {MET}", "and again ".repeat(more / 2));
        let mut stories = stories(&[(WEDNESDAY, &told)]);
        connect(&mut stories, Facts::shipped());
        for mention in 0..stories[0].meetings.len() {
            let at = MentionRef { story: 0, mention };
            let entry = [MeetingCorrection::Same(vec![Quote::of(&stories, at).unwrap()])];
            assert_eq!(standing(&stories, &entry)[0].tellings, [at], "{more}");
        }
    }
}

#[test]
fn a_correction_joins_all_that_tells_of_the_one_with_all_that_tells_of_the_other() {
    let told = [(WEDNESDAY, MET), (THURSDAY, ALSO_MET), (WEDNESDAY, OTHERS), (WEDNESDAY, OTHERS)];
    assert_eq!(corrected(&told, &[]).1.meetings.len(), 2);
    let same = MeetingCorrection::Same(vec![quote(0, MET), quote(2, OTHERS)]);
    let (_, connections) = corrected(&told, std::slice::from_ref(&same));
    assert_eq!(clusters(&connections), [[0, 1, 2, 3]], "no link is lost by joining");
    let apart = MeetingCorrection::Apart { telling: quote(1, ALSO_MET), others: vec![quote(2, OTHERS)] };
    let (_, connections) = corrected(&told, &[apart, same]);
    let mut found = clusters(&connections);
    found.sort();
    assert_eq!(found, [vec![0, 2, 3], vec![1]], "what another correction parts stays parted");
}

#[test]
fn of_a_chain_of_corrections_the_last_ones_count_whatever_the_stories_are_called() {
    let same = |a: usize, b: usize| MeetingCorrection::Same(vec![quote(a, MET), quote(b, MET)]);
    let apart = |a: usize, b: usize| MeetingCorrection::Apart { telling: quote(a, MET), others: vec![quote(b, MET)] };
    let told = [(WEDNESDAY, MET), (THURSDAY, MET), (THURSDAY, MET)];
    for [a, b, c] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let joining = [apart(a, b), same(a, c), same(b, c)];
        let (stories, connections) = corrected(&told, &joining);
        assert_eq!(clusters(&connections), [[0, 1, 2]]);
        let overruled: Vec<_> = standing(&stories, &joining).into_iter().map(|one| one.overruled).collect();
        assert!(overruled[0].is_some() && overruled[1..] == [None, None], "{overruled:?}");
        let parting = [same(a, c), same(b, c), apart(a, b)];
        let (stories, connections) = corrected(&told, &parting);
        let mut found = clusters(&connections);
        found.sort_by_key(|one| (one.len(), one.clone()));
        assert_eq!(found, [vec![a], vec![b.min(c), b.max(c)]]);
        let overruled: Vec<_> = standing(&stories, &parting).into_iter().map(|one| one.overruled).collect();
        assert_eq!(overruled, [Some(2), None, None]);
    }
}

#[test]
fn a_correction_of_three_tellings_holds_for_the_two_that_are_left() {
    let told = [(WEDNESDAY, MET), (WEDNESDAY, OTHERS)];
    let same = [MeetingCorrection::Same(vec![quote(0, MET), quote(1, OTHERS), quote(7, MET)])];
    let (stories, connections) = corrected(&told, &same);
    assert_eq!(connections.meetings.len(), 1);
    let found = &standing(&stories, &same)[0];
    assert_eq!(
        (found.tellings.len(), found.holds, found.gone.as_slice()),
        (2, true, &[Gone::Story("7.txt".into())][..])
    );
}

#[test]
fn names_that_a_correction_joins_are_one_in_every_story() {
    let told = [
        (WEDNESDAY, "Zorbax Quilligan met Emmanuel Macron in Berlin on Tuesday."),
        (WEDNESDAY, "Feridun Norbury met Emmanuel Macron in Berlin on Tuesday."),
    ];
    assert_eq!(knowing(&told, &[]).1.meetings.len(), 2);
    let names = vec!["Zorbax Quilligan".to_owned(), "Feridun Norbury".to_owned()];
    let (stories, connections) = knowing(&told, &[Correction::Same { names, story: None }]);
    assert_eq!(connections.meetings.len(), 1, "{:#?}", connections.meetings);
    let id = EntityId::new("zorbax-quilligan");
    let entity = connections.entities.iter().find(|entity| entity.id == id).unwrap();
    assert_eq!((entity.name.as_str(), entity.stories.as_slice()), ("Zorbax Quilligan", &[0, 1][..]));
    assert!(stories[1].meetings[0].participants.iter().any(|who| who.id == id));
    assert_eq!((stories[0].annotations.corrected.len(), &*stories[1].annotations.corrected), (0, &[0][..]));
}

#[test]
fn of_two_corrections_that_turn_names_round_the_later_one_says_how_to_write_them() {
    let told = [(WEDNESDAY, "Zorbax Quilligan met Emmanuel Macron. Feridun Norbury met Angela Merkel.")];
    let same = |one: &str, other: &str| Correction::Same { names: vec![one.into(), other.into()], story: None };
    let (one, other) = ("Zorbax Quilligan", "Feridun Norbury");
    for (last, first) in [(one, other), (other, one)] {
        let (_, connections) = knowing(&told, &[same(first, last), same(last, first)]);
        let is_there = |name: &str| connections.entities.iter().any(|entity| entity.name == name);
        assert_eq!((is_there(last), is_there(first)), (true, false));
    }
}

#[test]
fn a_mention_that_a_correction_parts_gets_an_identity_of_its_own() {
    let told = [
        (WEDNESDAY, "Zorbax Quilligan met Emmanuel Macron in Berlin on Tuesday."),
        (THURSDAY, "Zorbax Quilligan met Emmanuel Macron in Berlin on Tuesday. Quilligan smiled."),
    ];
    assert_eq!(knowing(&told, &[]).1.meetings.len(), 1);
    let apart =
        Correction::Apart { name: "Zorbax Quilligan".into(), words: Vec::new(), story: Some("1.txt".to_owned()) };
    let (stories, connections) = knowing(&told, &[apart]);
    let own = EntityId::new("zorbax-quilligan-1-txt");
    assert_eq!(stories[1].name(&own).map(|name| name.mentions.len()), Some(2));
    assert!(stories[1].meetings[0].participants.iter().any(|who| who.id == own));
    let linked = |link: &crate::links::Link| matches!(link.target, LinkTarget::Meeting(_));
    assert!(!connections.links.iter().any(linked), "{:#?}", connections.meetings);
}

#[test]
fn a_name_can_be_renamed_be_of_another_kind_or_be_none() {
    let told = [(WEDNESDAY, "Zorbax Quilligan met Emmanuel Macron in Berlin on Tuesday. Norbury Hall was open.")];
    let name = |name: &str, corrections: &[Correction]| {
        let (_, connections) = knowing(&told, corrections);
        let found = connections.entities.iter().find(|entity| entity.name == name);
        found.map(|entity| (entity.id.to_string(), entity.kind))
    };
    let rename = Correction::Rename { name: "Zorbax Quilligan".into(), to: "Zorbax J. Quilligan".into() };
    assert_eq!(name("Zorbax J. Quilligan", &[rename]).map(|it| it.0), Some("zorbax-quilligan".into()));
    let kind = Correction::Kind { name: "Zorbax Quilligan".into(), kind: NameKind::Organisation, story: None };
    assert_eq!(name("Zorbax Quilligan", &[kind]).map(|it| it.1), Some(NameKind::Organisation));
    let never = Correction::Never { words: vec!["Zorbax Quilligan".into()], story: None };
    assert_eq!(name("Zorbax Quilligan", std::slice::from_ref(&never)), None);
    let (stories, _) = knowing(&told, &[never]);
    assert_eq!(stories[0].annotations.corrected, [0]);
    let elsewhere = Correction::Never { words: vec!["Zorbax Quilligan".into()], story: Some("9.txt".into()) };
    assert!(name("Zorbax Quilligan", &[elsewhere]).is_some());
}

#[test]
fn entries_about_a_new_name_mean_what_was_renamed() {
    let told = [(WEDNESDAY, "Zorbax Quilligan met Feridun Norbury in Berlin on Tuesday.")];
    let rename = Correction::Rename { name: "Zorbax Quilligan".into(), to: "The Quill".into() };
    let same = Correction::Same { names: vec!["The Quill".into(), "Feridun Norbury".into()], story: None };
    let (_, connections) = knowing(&told, &[rename, same]);
    let people = connections.entities.iter().filter(|entity| entity.kind == NameKind::Person);
    assert_eq!(people.map(|entity| entity.name.as_str()).collect::<Vec<_>>(), ["The Quill"]);
}

#[test]
fn the_corrected_day_of_a_story_counts_for_what_it_tells() {
    let told = [(WEDNESDAY, MET)];
    let day = jiff::civil::date(2019, 6, 6);
    let (stories, connections) = knowing(&told, &[Correction::Day { story: "0.txt".into(), title: None, day }]);
    assert_eq!(stories[0].annotations.published.as_ref().map(|it| it.best), Some(day));
    let when = connections.meetings[0].when.map(|when| when.interval.from);
    assert_eq!(when, Some(jiff::civil::date(2019, 6, 4)), "the Tuesday before");
}

#[test]
fn those_who_act_for_a_state_act_for_it_under_its_corrected_identity() {
    let told = [
        (WEDNESDAY, "French President Emmanuel Macron met Angela Merkel in Berlin on Tuesday. France is pleased."),
        (WEDNESDAY, "Emmanuel Macron met Angela Merkel in Berlin on Tuesday."),
    ];
    let same = |story: Option<&str>| Correction::Same {
        names: vec!["Gallia".to_owned(), "France".to_owned()],
        story: story.map(str::to_owned),
    };
    let sides = |stories: &[Story]| -> Vec<Vec<String>> {
        let of = |story: &Story| {
            let all = story.meetings.iter().flat_map(|meeting| &meeting.participants).flat_map(|who| &who.acts_for);
            all.map(ToString::to_string).filter(|id| id == "france" || id == "gallia").collect()
        };
        stories.iter().map(of).collect()
    };
    let (before, _) = knowing(&told, &[]);
    let before = sides(&before);
    assert!(before.iter().all(|sides| sides.contains(&"france".to_owned())), "{before:?}");
    let renamed = |sides: &Vec<String>| vec!["gallia".to_owned(); sides.len()];
    let (stories, _) = knowing(&told, &[same(None)]);
    assert_eq!(sides(&stories), before.iter().map(renamed).collect::<Vec<_>>(), "also where it is not named");
    let (stories, _) = knowing(&told, &[same(Some("0.txt"))]);
    assert_eq!(sides(&stories), [renamed(&before[0]), before[1].clone()], "in one story only");
}
