//! The view of corrections: what was corrected, what that changed, whether it applies.
//!
//! As in `screens.rs`, the pictures are looked at by a person before they are accepted.

#[macro_use]
mod stage;

use std::sync::Arc;

use dateline::language::Correction;
use dateline::library::corrections::{Corrections, Entry, Standing, What};
use dateline::links::{MeetingCorrection, MentionRef, Quote};
use dateline::reader::actions::{Action, Command};
use dateline::reader::model::Model;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use jiff::civil::date;
use stage::{Size, fixture};

fn telling(story: &str) -> Quote {
    let who = vec!["Ines Halvorsen".to_owned(), "Cem Yilmaz".to_owned()];
    Quote {
        story: story.to_owned(),
        words: "They spoke by telephone on Monday".to_owned(),
        occurrence: 1,
        who,
        in_passing: false,
    }
}

fn entries() -> Vec<(Entry, Standing)> {
    let applies = Standing::Applies { stories: vec![1], tellings: Vec::new(), gone: None, denied: Vec::new() };
    let of_meeting = Standing::Applies {
        stories: Vec::new(),
        tellings: vec![MentionRef { story: 0, mention: 0 }],
        gone: None,
        denied: Vec::new(),
    };
    let names = vec!["Ines Halvorsen".to_owned(), "I. Halvorsen".to_owned()];
    let never = vec!["Key Points".to_owned()];
    let entry = |what, day: i8, changed: Option<&str>| Entry {
        what,
        made: Some(date(2026, 11, day)),
        changed: changed.map(str::to_owned),
    };
    let apart = MeetingCorrection::Apart { telling: telling("call.txt"), others: vec![telling("summit.txt")] };
    let rename = Correction::Rename { name: "Sarn".into(), to: "Sarnhaven".into() };
    vec![
        (
            entry(What::Reading(Correction::Same { names, story: None }), 2, Some("1 link added; 1 name fewer")),
            applies.clone(),
        ),
        (entry(What::Meeting(apart), 14, Some("3 links removed, 1 added")), of_meeting),
        (entry(What::Reading(rename), 20, None), applies),
        (
            entry(What::Reading(Correction::Never { words: never, story: Some("call.txt".into()) }), 21, None),
            Standing::Gone("call.txt has no such name".into()),
        ),
        (
            entry(
                What::Reading(Correction::Day { story: "old.txt".into(), title: None, day: date(2019, 5, 1) }),
                22,
                None,
            ),
            Standing::Elsewhere,
        ),
    ]
}

fn with(entries: Vec<(Entry, Standing)>, theme: &Theme, (width, height): Size) -> Model {
    let mut model = Model::new(*theme, width, height);
    let mut library = fixture::library();
    let (entries, standing) = entries.into_iter().unzip();
    (library.corrections, library.standing) = (Arc::new(Corrections { entries, faults: Vec::new() }), standing);
    update(&mut model, Action::Loaded(Box::new(library)));
    update(&mut model, Action::Do(Command::Corrections));
    model
}

#[test]
fn every_correction_is_listed_with_what_it_changed() {
    at_every_size!("corrections", |theme: &Theme, size: Size| with(entries(), theme, size));
}

#[test]
fn where_nothing_is_corrected_it_says_how_to_begin() {
    at_every_size!("nothing", |theme: &Theme, size: Size| with(Vec::new(), theme, size));
}
