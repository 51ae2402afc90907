//! The file: what it says, what is wrong in it, and what becomes of it.

use std::fs;

use jiff::civil::date;

use super::edit::{HEADER, back, with, without};
use super::{
    Corrections, Difference, Entry, Standing, StoreError, What, add, note, parse, put_back, read_corrections, remove,
};
use crate::article::Article;
use crate::language::{Correction, Facts, Interval, NameKind};
use crate::library::Library;
use crate::links::{MeetingCorrection, Quote};

mod file;

fn quote(story: &str, words: &str) -> Quote {
    Quote {
        story: story.into(),
        words: words.into(),
        occurrence: 1,
        who: vec!["A \"B\" C".into(), "D\\E".into()],
        in_passing: false,
    }
}

fn one_of_each() -> Vec<Entry> {
    let words = || vec!["Quill".to_owned(), "J. Quill".to_owned()];
    let story = || Some("b/2.txt".to_owned());
    let whats = [
        What::Reading(Correction::Same { names: words(), story: None }),
        What::Reading(Correction::Apart { name: "Zorbax Quill".into(), words: words(), story: story() }),
        What::Reading(Correction::Apart { name: "Zorbax Quill".into(), words: Vec::new(), story: story() }),
        What::Reading(Correction::Rename { name: "Quill".into(), to: "Kwill".into() }),
        What::Reading(Correction::Kind { name: "Quill".into(), kind: NameKind::Event, story: None }),
        What::Reading(Correction::Never { words: words(), story: story() }),
        What::Reading(Correction::Day {
            story: "b/2.txt".into(),
            title: Some("Talks: “end”".into()),
            day: date(2017, 11, 21),
        }),
        What::Meeting(MeetingCorrection::Same(vec![quote("a", "They met."), quote("b", "Both “met”.")])),
        What::Meeting(MeetingCorrection::Apart { telling: quote("a", "x y"), others: vec![quote("b", "z z")] }),
        What::Meeting(MeetingCorrection::Day {
            telling: quote("a", "x y"),
            others: Vec::new(),
            on: Interval::day(date(2017, 11, 20)),
        }),
        What::Meeting(MeetingCorrection::Day {
            telling: Quote { occurrence: 2, ..quote("a", "x y") },
            others: vec![quote("b", "z z"), quote("c", "y y")],
            on: Interval { from: date(2017, 11, 20), to: date(2017, 11, 22) },
        }),
        What::Meeting(MeetingCorrection::NoMeeting(vec![quote("a", "Both “met” the deadline.")])),
    ];
    let entry = |what| Entry { what, made: Some(date(2026, 11, 22)), changed: Some("3 links removed".into()) };
    whats.into_iter().map(entry).collect()
}

#[test]
fn what_is_written_is_read_again_as_it_was() {
    let entries = one_of_each();
    let text = entries.iter().fold(String::new(), |text, entry| with(&text, entry, &entry.what.words()));
    let (read, faults) = parse(&text);
    assert!(faults.is_empty(), "{faults:?}\n{text}");
    assert_eq!(read.entries, entries, "{text}");
    assert!(text.starts_with(HEADER));
    assert!(parse(HEADER).1.is_empty());
}

#[test]
fn an_entry_that_is_taken_out_leaves_everything_else_as_it_was() {
    for entry in one_of_each() {
        for text in [
            HEADER,
            "# mine\n\n[[rename]] # why\nname = \"A\"\nto = \"B\" # because\n# end\n",
            "[[rename]]\nto = \"[[kind]]\"\nname = '''\n[[rename]]\n'''\n",
        ] {
            let more = with(text, &entry, &entry.what.words());
            let (left, taken) = without(&more, &entry.what, "").unwrap();
            assert_eq!(left, text, "{more}");
            assert_eq!(back(&left, &taken).map(|(text, _)| text), Some(more.clone()));
            assert_eq!(without(text, &entry.what, ""), None);
            let between = format!("{more}\n# another\n[[rename]]\nname = \"C\"\nto = \"D\"\n");
            let (left, taken) = without(&between, &entry.what, "").unwrap();
            assert_eq!(back(&left, &taken).map(|(text, _)| text), Some(between));
            assert_eq!(left, format!("{text}\n# another\n[[rename]]\nname = \"C\"\nto = \"D\"\n"));
        }
    }
}

#[test]
fn a_file_whose_last_line_has_no_end_has_none_when_an_entry_goes_again() {
    for entry in one_of_each() {
        for text in ["[[rename]] # why\nname = \"A\"\nto = \"B\"", "[[rename]]\r\nname = \"A\"\r\nto = \"B\"", "# mine"]
        {
            let more = with(text, &entry, &entry.what.words());
            assert_eq!(parse(&more).0.entries.last().map(|own| &own.what), Some(&entry.what), "{more}");
            let (left, taken) = without(&more, &entry.what, "").unwrap();
            assert_eq!(left, text, "{more}");
            assert_eq!(back(&left, &taken).map(|(text, _)| text), Some(more));
        }
    }
}

#[test]
fn own_comments_stay_when_the_entry_below_them_goes() {
    let text = "# I am sure of this.\n[[rename]]\nname = \"A\"\nto = \"B\"\n# And of this.\n";
    let what = What::Reading(Correction::Rename { name: "A".into(), to: "B".into() });
    assert_eq!(without(text, &what, "").unwrap().0, "# I am sure of this.\n# And of this.\n");
}

#[test]
fn one_mistake_is_told_with_its_line_and_does_not_lose_the_others() {
    let right = "[[rename]]\nname = \"A\"\nto = \"B\"\n";
    for (wrong, line, what) in [
        ("[[renmae]]\n", 1, "there is no key `renmae`; did you mean `rename`?"),
        ("[[rename]]\nname = \"A\"\n", 1, "[[rename]] without the key `to`; add to = …"),
        ("[[rename]]\nname = \"A\"\ntoo = \"B\"\n", 3, "there is no key `too`; did you mean `to`?"),
        ("[[same-name]]\nnames = [\"A\"]\n", 2, "`names` takes two names or more"),
        (
            "[[kind]]\nname = \"A\"\nkind = \"persn\"\n",
            3,
            "there is no kind “persn”; did you mean `person`? (the kinds are person, organisation, place, group, event, document)",
        ),
        ("[[story-date]]\nstory = \"a\"\nday = 2017-02-30\n", 3, ""),
        (
            "[[story-date]]\nstory = \"a\"\nday = \"soon\"\n",
            3,
            "`day` takes a day as in 2017-11-21, or \"2017-11-21..2017-11-23\"",
        ),
        ("[[story-date]]\nstory = \"a\"\nday = \"2017-11\"\n", 3, "a story is of one day; write day = 2017-11-21"),
        ("[[same-meeting]]\ntellings = [\"a\", \"b\"]\n", 2, "a telling is written { story = \"…\", words = \"…\" }"),
        (
            "[[not-same-name]]\nname = \"A\"\n",
            1,
            "tell which mentions are someone else's: add words = [\"…\"] or story = \"…\"",
        ),
    ] {
        let text = format!("{wrong}{right}");
        let (read, faults) = parse(&text);
        assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        assert_eq!(faults[0].line(&text), line, "{text}");
        assert!(what.is_empty() || faults[0].what == what, "{}", faults[0].what);
        assert_eq!(read.entries.len(), 1, "{text}");
    }
}

#[test]
fn days_may_be_written_as_dates_or_in_quotation_marks() {
    for (written, from, to) in [
        ("2017-11-20", date(2017, 11, 20), date(2017, 11, 20)),
        ("\"2017-11-20\"", date(2017, 11, 20), date(2017, 11, 20)),
        ("\"2017-11\"", date(2017, 11, 1), date(2017, 11, 30)),
        ("\"2017-11-20 .. 2017-11-22\"", date(2017, 11, 20), date(2017, 11, 22)),
    ] {
        let text = format!("[[meeting-date]]\ntelling = {{ story = \"a\", words = \"b c\" }}\non = {written}\n");
        let (read, faults) = parse(&text);
        assert!(faults.is_empty(), "{faults:?}");
        let What::Meeting(MeetingCorrection::Day { on, .. }) = &read.entries[0].what else { panic!() };
        assert_eq!(*on, Interval { from, to });
    }
}

fn articles(texts: &[&str]) -> Vec<Article> {
    let read = |(number, text): (usize, &&str)| {
        let name = format!("{number}.txt");
        let text = format!("A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n{text}\n");
        crate::article::read(&name, std::path::Path::new(&name), text.as_bytes()).articles.remove(0)
    };
    texts.iter().enumerate().map(read).collect()
}

const MET: &str = "Zorbax Quilligan met Emmanuel Macron in Berlin on Tuesday.";
const OTHERS: &str = "Feridun Norbury met Emmanuel Macron in Berlin on Tuesday.";

fn library(corrections: Vec<Entry>) -> Library {
    let library = Library::of_articles("test".into(), articles(&[MET, OTHERS]));
    library.correcting(Corrections { entries: corrections, faults: Vec::new() }).analysed(Facts::shipped(), &|_| ())
}

fn entry(what: What) -> Entry {
    Entry { what, made: None, changed: None }
}

#[test]
fn an_entry_tells_what_it_changed_and_whether_it_applies() {
    let before = library(Vec::new());
    let same = Correction::Same { names: vec!["Zorbax Quilligan".into(), "Feridun Norbury".into()], story: None };
    let after = library(vec![entry(What::Reading(same))]);
    let difference = Difference::between(&before, &after);
    assert_eq!(difference.words(), "1 link added; 1 meeting fewer; 1 name fewer");
    assert_eq!(Difference::between(&after, &before).words(), "1 link removed; 1 meeting more; 1 name more");
    assert_eq!(
        after.standing,
        [Standing::Applies { stories: vec![1], tellings: Vec::new(), gone: None, denied: Vec::new() }]
    );
    assert_eq!(Difference::between(&after, &after).words(), "nothing changed");
    let back = after.unread().analysed(Facts::shipped(), &|_| ());
    assert_eq!(back, before, "nothing of a correction stays in the stories");
}

#[test]
fn an_entry_that_no_longer_applies_is_told_and_kept() {
    let rename = Correction::Rename { name: "Nobody Anywhere".into(), to: "Someone".into() };
    let lost = MeetingCorrection::Same(vec![quote("0.txt", "Words that are gone"), quote("1.txt", OTHERS)]);
    let half = MeetingCorrection::Same(vec![quote("0.txt", MET), quote("9.txt", OTHERS)]);
    let other = Correction::Day { story: "8.txt".into(), title: None, day: date(2017, 1, 1) };
    let never = Correction::Never { words: vec!["Nobody".into()], story: Some("0.txt".into()) };
    let entries = vec![
        entry(What::Reading(rename)),
        entry(What::Meeting(lost)),
        entry(What::Meeting(half)),
        entry(What::Reading(other)),
        entry(What::Reading(never)),
    ];
    let library = library(entries);
    let gone = |why: &str| Standing::Gone(why.to_owned());
    assert_eq!(
        library.standing,
        [
            Standing::Elsewhere,
            gone("“A busy week in the capitals of Europe” no longer tells of a meeting in these words"),
            gone("9.txt is no longer here"),
            Standing::Elsewhere,
            gone("“A busy week in the capitals of Europe” has no such name"),
        ]
    );
    assert_eq!(library.corrections.entries.len(), 5);
}

#[test]
fn an_entry_that_a_later_one_overrules_or_that_changes_nothing_is_told_as_such() {
    let rename = |to: &str| entry(What::Reading(Correction::Rename { name: "Zorbax Quilligan".into(), to: to.into() }));
    let kind =
        |kind: NameKind| entry(What::Reading(Correction::Kind { name: "Emmanuel Macron".into(), kind, story: None }));
    let day = |day: i8| {
        let on = crate::language::Interval::day(date(2018, 2, day));
        entry(What::Meeting(MeetingCorrection::Day { telling: quote("0.txt", MET), others: Vec::new(), on }))
    };
    let three = vec![quote("0.txt", MET), quote("1.txt", OTHERS), quote("9.txt", MET)];
    let read = library(vec![rename("Quill"), rename("The Quill"), kind(NameKind::Organisation), kind(NameKind::Event)]);
    let overruled: Vec<bool> = read.standing.iter().map(|it| matches!(it, Standing::Overruled(_))).collect();
    assert_eq!(overruled, [true, false, true, false], "{:?}", read.standing);
    let standing = library(vec![day(3), day(4), entry(What::Meeting(MeetingCorrection::Same(three)))]).standing;
    assert_eq!(standing[0], Standing::Overruled(1));
    assert!(matches!(standing[1], Standing::Applies { gone: None, .. }), "{standing:?}");
    let Standing::Applies { gone: Some(gone), tellings, .. } = &standing[2] else { panic!("{standing:?}") };
    assert_eq!((gone.as_str(), tellings.len()), ("9.txt is no longer here", 2));
}

#[test]
fn the_day_of_a_story_is_not_that_of_a_story_of_another_folder() {
    let title = library(Vec::new()).stories[0].article.title.text.clone();
    let of = |title: &str| Correction::Day { story: "0.txt".into(), title: Some(title.into()), day: date(2016, 2, 3) };
    let published = |library: &Library| library.stories[0].annotations.published.as_ref().map(|it| it.best);
    let own = library(vec![entry(What::Reading(of(&title)))]);
    assert_eq!(published(&own), Some(date(2016, 2, 3)));
    let other = library(vec![entry(What::Reading(of("Another story of that name")))]);
    assert_eq!(published(&other), published(&library(Vec::new())));
    let [Standing::Gone(why)] = other.standing.as_slice() else { panic!("{:?}", other.standing) };
    assert!(why.contains("another title"), "{why}");
}

#[test]
fn people_read_stories_by_title_and_outlet_and_the_file_says_both() {
    let library = library(Vec::new());
    let never = What::Reading(Correction::Never { words: vec!["Macron".into()], story: Some("0.txt".into()) });
    assert_eq!(never.words(), "“Macron” is never a name in 0.txt");
    assert_eq!(never.told(&library), "“Macron” is never a name in “A busy week in the capitals of Europe”");
    let written = with("", &entry(never.clone()), &never.commented(&library));
    assert!(written.contains("# “Macron” is never a name in “A busy week"), "{written}");
    let (left, _) = without(&written, &never, &never.commented(&library)).unwrap();
    assert_eq!(left, HEADER);
    let kind = What::Reading(Correction::Kind { name: "Berlin".into(), kind: NameKind::Event, story: None });
    assert_eq!(kind.undone(&library), "“Berlin” is a place again");
    let rename = What::Reading(Correction::Rename { name: "Berlin".into(), to: "Bärlin".into() });
    assert_eq!(rename.undone(&library), "“Bärlin” is written “Berlin” again");
}

#[test]
fn what_is_written_as_an_identity_means_it_where_another_name_is_spelled_so() {
    let rename = Correction::Rename { name: "Emmanuel Macron".into(), to: "Berlin".into() };
    let kind = Correction::Kind { name: "berlin".into(), kind: NameKind::Event, story: None };
    let library = library(vec![entry(What::Reading(rename)), entry(What::Reading(kind))]);
    let kind_of = |id: &str| library.connections.entities.iter().find(|entity| entity.id.as_str() == id).unwrap().kind;
    assert_eq!(kind_of("berlin"), NameKind::Event);
    assert_eq!(kind_of("emmanuel-macron"), NameKind::Person);
}

#[test]
fn everything_that_changed_is_told_in_words() {
    let before = library(Vec::new());
    let changed = |whats: Vec<What>| {
        let after = library(whats.into_iter().map(entry).collect());
        (Difference::between(&before, &after).words(), Difference::between(&after, &before).words())
    };
    let both = |words: &str| (words.to_owned(), words.to_owned());
    let day = Interval::day(date(2018, 2, 3));
    let telling = quote("0.txt", MET);
    let dated = What::Meeting(MeetingCorrection::Day { telling: telling.clone(), others: Vec::new(), on: day });
    assert_eq!(changed(vec![dated]), both("1 meeting on another day"));
    // Another one takes part: the name is there in both, and no link tells of it.
    let apart = Correction::Apart { name: "Emmanuel Macron".into(), words: Vec::new(), story: Some("0.txt".into()) };
    let (there, back) = changed(vec![What::Reading(apart)]);
    assert_eq!(there, "1 meeting with other participants; 1 name more");
    assert_eq!(back, "1 meeting with other participants; 1 name fewer");
    let never = Correction::Never { words: vec!["Berlin".into()], story: Some("0.txt".into()) };
    assert_eq!(changed(vec![What::Reading(never)]), both("1 meeting at another place; 1 name changed"));
    let same = What::Meeting(MeetingCorrection::Same(vec![telling, quote("1.txt", OTHERS)]));
    let (there, back) = changed(vec![same]);
    assert_eq!(there, "1 link added; 1 meeting fewer, 1 with other participants");
    assert_eq!(back, "1 link removed; 1 meeting more, 1 with other participants");
}

#[test]
fn a_link_that_is_surer_or_less_sure_is_told() {
    use crate::links::Tier::{Probable, Same};
    let day = |links: &[(usize, crate::links::Tier)]| {
        let mut library = Library::default();
        library.connections.links = links
            .iter()
            .map(|(to, tier)| crate::links::Link {
                from: 0,
                to: *to,
                target: crate::links::LinkTarget::Meeting(0),
                tier: *tier,
                confidence: 0.9,
                reasons: Vec::new(),
            })
            .collect();
        library
    };
    let before = day(&[(1, Probable), (2, Probable), (3, Same), (4, Same)]);
    let after = day(&[(1, Same), (2, Same), (3, Probable), (4, Same)]);
    assert_eq!(Difference::between(&before, &after).words(), "2 links surer, 1 less sure");
    let fewer = day(&[(1, Same), (2, Probable), (3, Same)]);
    assert_eq!(Difference::between(&before, &fewer).words(), "1 link removed, 1 surer");
}

#[test]
fn two_stories_are_joined_by_a_meeting_once_however_many_of_their_tellings_are_of_it() {
    use crate::links::{Link, LinkTarget, Tier};
    let joined = |links: &[(usize, Tier)]| {
        let mut library = Library::default();
        let link = |(meeting, tier): &(usize, Tier)| Link {
            from: 0,
            to: 1,
            target: LinkTarget::Meeting(*meeting),
            tier: *tier,
            confidence: 0.9,
            reasons: Vec::new(),
        };
        library.connections.links = links.iter().map(link).collect();
        library
    };
    let two_meetings = joined(&[(0, Tier::Same), (1, Tier::Probable)]);
    let one_meeting = joined(&[(0, Tier::Same), (0, Tier::Same), (0, Tier::Probable)]);
    assert_eq!(Difference::between(&two_meetings, &one_meeting).words(), "1 link removed");
    let alone = joined(&[(0, Tier::Same)]);
    assert_eq!(Difference::between(&alone, &one_meeting).words(), "nothing changed");
}

#[test]
fn a_story_that_tells_of_a_meeting_no_longer_is_told_though_the_meeting_is_still_told_elsewhere() {
    let before = library(Vec::new());
    let told = |twice: bool| {
        let mut library = before.clone();
        let meeting = &mut library.connections.meetings[0];
        let own = meeting.mentions[0];
        meeting.mentions = vec![own];
        if twice {
            meeting.mentions.push(crate::links::MentionRef { story: own.story + 1, ..own });
        }
        library
    };
    let (both, one) = (told(true), told(false));
    assert_eq!(Difference::between(&both, &one).words(), "1 telling fewer");
    assert_eq!(Difference::between(&one, &both).words(), "1 telling more");
    // A meeting that is gone takes its tellings along: that is said once.
    let mut without = one.clone();
    without.connections.meetings.remove(0);
    assert_eq!(Difference::between(&one, &without).tellings, (0, 0));
}

#[test]
fn of_meetings_that_become_one_nothing_is_told_otherwise_that_one_of_them_told_so_already() {
    let (mut one, mut two) = (library(Vec::new()), library(Vec::new()));
    let [first, other] = one.connections.meetings.clone().try_into().unwrap();
    assert!(!first.participants.is_empty());
    let mentions = [first.mentions.clone(), other.mentions.clone()].concat();
    one.connections.meetings = vec![crate::links::Meeting { mentions, ..first.clone() }];
    let nameless = crate::links::Meeting { mentions: other.mentions, participants: Vec::new(), ..first.clone() };
    two.connections.meetings = vec![nameless, first];
    assert_eq!(Difference::between(&two, &one).told.participants, 0);
    assert_eq!(Difference::between(&one, &two).meetings, (0, 1));
    let mut renamed = one.clone();
    renamed.connections.meetings[0].participants.pop();
    assert_eq!(Difference::between(&one, &renamed).told.participants, 1);
}
