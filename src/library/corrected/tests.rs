use std::path::Path;
use std::sync::Mutex;

use jiff::civil::date;

use crate::article::read;
use crate::language::{Correction, Facts, Interval, NameKind};
use crate::library::corrections::{Corrections, Entry, What};
use crate::library::{Library, Progress};
use crate::links::{MeetingCorrection, MentionRef, Quote};

/// Stories that join, date and call each other: of one meeting in two wordings, one whose dateline leaves the year open, one
/// with surnames only, one that hears of the meeting in passing, and two that have nothing to do with it.
const STORIES: &[&str] = &[
    "Talks on the ferry end late\n\nHolm Courier\n\nWednesday, March 14, 2018\n\nNorlander negotiator Zorbax Quilligan met \
     President Emmanuel Macron in Berlin on Tuesday. Quilligan said that the ferry would sail.\n",
    "A long evening by the Spree\n\nThe Lantern\n\nMarch 15, 2018\n\nEmmanuel Macron and Zorbaks Quilligan held talks in Berlin \
     on Tuesday, March 13. President Macron spoke to George Bush by phone on Wednesday.\n",
    "What the ferry costs\n\nBERLIN, March 14 - Zorbax Quilligan and Emmanuel Macron met here on Tuesday. Macron called Angela \
     Merkel on Wednesday.\n",
    "After dinner\n\nThe Lantern\n\nMarch 20, 2018\n\nThe ferry sails again since Macron and Quilligan sat together in Berlin a \
     week ago. Kolm Harbour was full of flags. Feridun Norbury is to meet Angela Merkel in Kolm Harbour on Friday.\n",
    "The other Bush\n\nHolm Courier\n\nJune 2, 1990\n\nPresident Bush met Mikhail Gorbachev in Washington on Thursday. George \
     Bush praised the ATS. Feridun Norbury, of the ATS, was there.\n",
    "Quilligan of the mill\n\nHolm Courier\n\nMay 3, 1982\n\nThe miller Quilligan told a story. Norbury listened in Kolm \
     Harbour, and the Kolm police with him.\n",
];

fn plain() -> Library {
    let articles = STORIES.iter().enumerate().map(|(number, text)| {
        let name = format!("{number}.txt");
        read(&name, Path::new(&name), text.as_bytes()).articles.remove(0)
    });
    Library::from_articles("test", articles.collect())
}

/// One correction of each kind, and several that get into each other's way.
fn corrections(library: &Library) -> Vec<What> {
    let words = |all: &[&str]| -> Vec<String> { all.iter().map(|one| (*one).to_owned()).collect() };
    let story = |number: usize| Some(format!("{number}.txt"));
    let telling = |story: usize| Quote::of(&library.stories, MentionRef { story, mention: 0 }).unwrap();
    let readings = [
        Correction::Same { names: words(&["Zorbax Quilligan", "Feridun Norbury"]), story: None },
        Correction::Same { names: words(&["George W. Bush", "George Bush", "Emmanuel Macron"]), story: story(1) },
        Correction::Apart { name: "Zorbax Quilligan".into(), words: words(&["Quilligan"]), story: None },
        Correction::Apart { name: "Emmanuel Macron".into(), words: Vec::new(), story: story(2) },
        Correction::Rename { name: "Feridun Norbury".into(), to: "Angela Merkel".into() },
        Correction::Rename { name: "George H. W. Bush".into(), to: "Bush the Elder".into() },
        Correction::Kind { name: "Kolm Harbour".into(), kind: NameKind::Organisation, story: None },
        Correction::Never { words: words(&["ATS", "Kolm"]), story: None },
        Correction::Never { words: words(&["Kolm Harbour"]), story: None },
        Correction::Day { story: "2.txt".into(), title: None, day: date(2014, 3, 14) },
        Correction::Day { story: "3.txt".into(), title: None, day: date(2017, 3, 20) },
    ];
    let meetings = [
        MeetingCorrection::Same(vec![telling(0), telling(4)]),
        MeetingCorrection::Apart { telling: telling(0), others: vec![telling(1)] },
        MeetingCorrection::Day { telling: telling(1), others: Vec::new(), on: Interval::day(date(2018, 2, 1)) },
        MeetingCorrection::NoMeeting(vec![telling(0)]),
        MeetingCorrection::NoMeeting(vec![telling(1), telling(3)]),
    ];
    readings.into_iter().map(What::Reading).chain(meetings.into_iter().map(What::Meeting)).collect()
}

fn all(whats: &[&What]) -> Corrections {
    let entry = |what: &&What| Entry { what: (*what).clone(), made: None, changed: None };
    Corrections { entries: whats.iter().map(entry).collect(), faults: Vec::new() }
}

fn anew(library: &Library, corrections: &Corrections) -> Library {
    library.unread().correcting(corrections.clone()).analysed(Facts::shipped(), &|_| ())
}

#[track_caller]
fn assert_same(one: &Library, other: &Library, what: &str) {
    for (number, (one, other)) in one.stories.iter().zip(&other.stories).enumerate() {
        assert_eq!(one, other, "story {number}, {what}");
    }
    assert_eq!(one, other, "{what}");
}

#[test]
fn a_library_is_corrected_as_if_it_were_analysed_anew() {
    let before = plain();
    let whats = corrections(&before);
    assert!(before.connections.links.len() > 2, "stories that nothing joins prove nothing");
    for one in &whats {
        let alone = all(&[one]);
        let corrected = before.corrected(alone.clone(), Facts::shipped(), &|_| ());
        assert_same(&corrected, &anew(&before, &alone), &format!("made: {one:?}"));
        let back = corrected.corrected(Corrections::default(), Facts::shipped(), &|_| ());
        assert_same(&back, &before, &format!("taken back: {one:?}"));
    }
}

#[test]
fn corrections_that_follow_each_other_make_the_library_that_all_of_them_make() {
    let before = plain();
    let whats = corrections(&before);
    let mut latest = before.clone();
    for (at, first) in whats.iter().enumerate() {
        for other in whats.iter().skip(at + 1).take(4) {
            for both in [all(&[other, first]), all(&[other])] {
                latest = latest.corrected(both.clone(), Facts::shipped(), &|_| ());
                // The next one follows on whatever was made of it.
                assert_same(&latest, &anew(&before, &both), &format!("{first:?} and {other:?}"));
            }
        }
    }
}

#[test]
fn only_stories_that_a_correction_can_touch_are_read_again() {
    let before = plain();
    let whats = corrections(&before);
    let read_again = |what: &What| {
        let count = Mutex::new(0);
        let _ = before.corrected(all(&[what]), Facts::shipped(), &|progress| {
            if let Progress::Analysing { total, .. } = progress {
                *count.lock().unwrap() = total;
            }
        });
        count.into_inner().unwrap()
    };
    let counts: Vec<usize> = whats.iter().map(read_again).collect();
    assert_eq!(counts, [6, 1, 5, 1, 4, 2, 2, 3, 2, 1, 1, 0, 0, 0, 0, 0], "of six stories");
}
