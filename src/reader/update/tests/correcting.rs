//! Corrections, from where an error is seen.

use super::*;
use crate::language::Correction;
use crate::library::corrections::What;
use crate::links::{MeetingCorrection, Quote};
use crate::reader::actions::Correct;
use crate::reader::model::correcting::Request;

pub(super) fn added(effects: &Effects) -> &What {
    match effects.correct.as_slice() {
        [Request::Add(entry)] => &entry.what,
        other => panic!("{other:?}"),
    }
}

pub(super) fn correct(model: &mut Model, how: Correct) -> Effects {
    update(model, Action::Do(Command::Correct(how)))
}

fn take(model: &mut Model, typed: &str) -> Effects {
    update(model, Action::Insert(typed.into()));
    update(model, Action::Do(Command::Pick))
}

#[test]
fn a_name_is_picked_and_its_kind_said() {
    let mut model = reader(120, 36);
    press(&mut model, "Enter");
    correct(&mut model, Correct::Kind);
    take(&mut model, "sarn");
    let effects = take(&mut model, "event");
    let What::Reading(Correction::Kind { name, kind, story }) = added(&effects) else { panic!("{effects:?}") };
    assert_eq!((name.as_str(), kind.word(), story), ("Port Sarn", "event", &None));
    assert!(model.notice_words().unwrap().starts_with("Correcting: “Port Sarn” is an event"));
}

#[test]
fn what_was_corrected_is_taken_back_by_the_key_for_stars() {
    let mut model = reader(120, 36);
    press(&mut model, "s Enter");
    correct(&mut model, Correct::Kind);
    take(&mut model, "sarn");
    let effects = take(&mut model, "event");
    let entry = effects.correct[0].entry().clone();
    let undone = press(&mut model, "U");
    assert_eq!(undone.correct, [Request::Remove(entry)]);
    let star = press(&mut model, "U");
    assert!(star.correct.is_empty() && star.keep.len() == 1, "what was done before is taken back next");
}

#[test]
fn a_line_asks_for_another_spelling_and_for_a_day() {
    let mut model = reader(120, 36);
    press(&mut model, "Enter");
    correct(&mut model, Correct::Rename);
    take(&mut model, "sarn");
    assert_eq!(model.prompt.as_ref().unwrap().input.text(), "Port Sarn");
    update(&mut model, Action::Insert("haven".into()));
    let effects = press(&mut model, "Enter");
    assert_eq!(
        added(&effects),
        &What::Reading(Correction::Rename { name: "Port Sarn".into(), to: "Port Sarnhaven".into() })
    );
    press(&mut model, "Esc");
    correct(&mut model, Correct::Date);
    if model.picker.is_some() {
        take(&mut model, "the story itself");
    }
    for (typed, mistake) in [("soon", true), ("2017-11", true), ("3 May 2019", false)] {
        update(&mut model, Action::Do(Command::EraseLine));
        update(&mut model, Action::Insert(typed.into()));
        let effects = update(&mut model, Action::Do(Command::AcceptPrompt));
        assert_eq!(model.prompt.as_ref().is_some_and(|prompt| prompt.mistake.is_some()), mistake, "{typed}");
        assert_eq!(effects.correct.is_empty(), mistake);
    }
}

#[test]
fn the_telling_in_focus_is_parted_from_the_other_ones() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    let at = model.telling_at_hand().unwrap();
    let (_, meeting) = model.library.meeting_of(at).unwrap();
    let others = meeting.mentions.len() - 1;
    let effects = correct(&mut model, Correct::OtherMeeting);
    let effects = if others > 1 { take(&mut model, "none of") } else { effects };
    let What::Meeting(MeetingCorrection::Apart { telling, others: parted }) = added(&effects) else {
        panic!("{effects:?}")
    };
    assert_eq!((telling.story.as_str(), parted.len()), (model.library.stories[CALL].article.id.as_str(), others));
}

#[test]
fn where_there_is_nothing_to_correct_it_is_said_why() {
    let mut model = reader(120, 36);
    show(&mut model, ALONE);
    press(&mut model, "Enter");
    let effects = correct(&mut model, Correct::SameMeeting);
    let said = model.picker.is_some() || model.notice_words().is_some();
    assert!(effects.correct.is_empty() && said);
    model.picker = None;
    update(&mut model, Action::Do(Command::RemoveCorrection));
    assert_eq!(model.notice_words(), Some("Only a correction in their list can be taken out here."));
}

#[test]
fn a_list_to_correct_from_says_what_it_is_about() {
    let mut model = reader(120, 36);
    press(&mut model, "Enter");
    correct(&mut model, Correct::Kind);
    take(&mut model, "sarn");
    assert_eq!(model.picker.as_ref().unwrap().title(), "What does “Port Sarn” name? Not a place, but…");
    press(&mut model, "Esc");
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    correct(&mut model, Correct::SameMeeting);
    let title = model.picker.as_ref().unwrap().title();
    assert_eq!(title, "Astrid Halvorsen – Demir Ilmaz, 21 May 2031 is the same meeting as…");
}

#[test]
fn all_of_a_names_spellings_are_all_of_them() {
    let mut model = reader(120, 36);
    let many: Vec<crate::language::NameMention> = {
        let library = std::sync::Arc::make_mut(&mut model.library);
        let body = &library.stories[CALL].article.text;
        let from: Vec<usize> = body.char_indices().map(|(at, _)| at).take(31).collect();
        let passage = |at: usize| crate::language::Passage {
            part: crate::language::Part::Text,
            span: crate::text::Span::new(from[0], from[at + 1]),
        };
        (0..30)
            .map(|at| crate::language::NameMention {
                passage: passage(at),
                ..library.stories[CALL].annotations.names[0].mentions[0]
            })
            .collect()
    };
    let id = {
        let library = std::sync::Arc::make_mut(&mut model.library);
        let name = &mut library.stories[CALL].annotations.names[0];
        name.mentions = many;
        name.id.clone()
    };
    let number = model.library.connections.entities.iter().position(|entity| entity.id == id).unwrap();
    model.open_view(crate::reader::model::view::View::Name(number));
    correct(&mut model, Correct::Never);
    let effects = take(&mut model, "all of its");
    let What::Reading(Correction::Never { words, .. }) = added(&effects) else { panic!("{effects:?}") };
    assert!(words.len() >= 25, "{}", words.len());
}

#[test]
fn what_is_being_corrected_is_not_corrected_twice() {
    let mut model = reader(120, 36);
    press(&mut model, "Enter");
    let mut ask = |what: &str| {
        correct(&mut model, Correct::Kind);
        take(&mut model, "sarn");
        let effects = take(&mut model, what);
        (effects.correct.len(), model.notice_words().map(str::to_owned))
    };
    assert_eq!(ask("event").0, 1);
    let (asked, told) = ask("event");
    assert_eq!(asked, 0, "the first is not through yet");
    assert!(told.unwrap().starts_with("That is among the corrections already"));
    press(&mut model, "U");
    correct(&mut model, Correct::Kind);
    take(&mut model, "sarn");
    assert_eq!(take(&mut model, "event").correct.len(), 1, "what is being taken back may be corrected again");
}

#[test]
fn what_could_not_be_written_leaves_the_steps_back_as_they_were() {
    let mut model = reader(120, 36);
    press(&mut model, "s Enter");
    correct(&mut model, Correct::Kind);
    take(&mut model, "sarn");
    let asked = take(&mut model, "event").correct[0].clone();
    let failed = |request: &Request| {
        let message = crate::reader::model::messages::Message::error("the disk is full");
        Action::Uncorrected(message, Some(Box::new(request.clone())))
    };
    update(&mut model, failed(&asked));
    let star = press(&mut model, "U");
    assert!(star.correct.is_empty() && star.keep.len() == 1, "there is no correction to take back");

    correct(&mut model, Correct::Kind);
    take(&mut model, "sarn");
    take(&mut model, "event");
    let back = press(&mut model, "U").correct[0].clone();
    update(&mut model, failed(&back));
    assert_eq!(press(&mut model, "U").correct, [back], "it can be tried again");
}

#[test]
fn a_name_that_is_written_as_before_is_no_correction_and_nothing_typed_says_so() {
    let mut model = reader(120, 36);
    press(&mut model, "Enter");
    correct(&mut model, Correct::Rename);
    take(&mut model, "sarn");
    let effects = press(&mut model, "Enter");
    assert!(effects.correct.is_empty() && model.prompt.is_none());
    assert_eq!(model.notice_words(), Some("That is how it is written."));
    correct(&mut model, Correct::Rename);
    take(&mut model, "sarn");
    update(&mut model, Action::Do(Command::EraseLine));
    press(&mut model, "Enter");
    let mistake = model.prompt.as_ref().unwrap().mistake.clone().unwrap();
    assert_eq!(mistake, "nothing is typed; Esc leaves all as it is");
}

#[test]
fn a_name_that_another_one_has_already_is_asked_about() {
    let mut model = reader(120, 36);
    let other = model.library.connections.entities.iter().find(|entity| entity.name != "Port Sarn").unwrap().clone();
    let ask = |model: &mut Model| {
        press(model, "Enter");
        correct(model, Correct::Rename);
        take(model, "sarn");
        update(model, Action::Do(Command::EraseLine));
        update(model, Action::Insert(other.name.clone()));
        press(model, "Enter")
    };
    let effects = ask(&mut model);
    assert!(effects.correct.is_empty());
    let title = model.picker.as_ref().unwrap().title().to_owned();
    assert!(title.starts_with("There is ") && title.ends_with(&format!("“{}” already", other.name)), "{title}");
    let effects = take(&mut model, "two that are");
    assert_eq!(added(&effects).words(), format!("“Port Sarn” is written “{}”", other.name));
}

#[test]
fn a_name_that_was_written_otherwise_is_corrected_as_the_stories_write_it() {
    let mut model = reader(120, 36);
    let renamed = |model: &mut Model, to: &str| {
        let library = std::sync::Arc::make_mut(&mut model.library);
        let entity = library.connections.entities.iter_mut().find(|entity| entity.id.as_str() == "port-sarn").unwrap();
        entity.name = to.to_owned();
        entity.clone()
    };
    let entity = renamed(&mut model, "New Haven");
    assert_eq!(model.as_entries_write(&entity), "Port Sarn");
    let what = What::Reading(Correction::Rename { name: "port-sarn".into(), to: "New Haven".into() });
    assert_eq!(what.told(&model.library), "“Port Sarn” is written “New Haven”");
    // It is undone in a library without it.
    assert_eq!(what.undone(&crate::reader::fixture::library()), "“New Haven” is written “Port Sarn” again");
    // Another name is written as this one was: then only its identity tells whom it means.
    let rename = Correction::Rename { name: "Demir Ilmaz".into(), to: "Port Sarn".into() };
    let library = std::sync::Arc::make_mut(&mut model.library);
    let entry = crate::library::corrections::Entry { what: What::Reading(rename), made: None, changed: None };
    library.corrections =
        std::sync::Arc::new(crate::library::corrections::Corrections { entries: vec![entry], faults: Vec::new() });
    let entity = renamed(&mut model, "Port Sarn");
    assert_eq!(model.as_entries_write(&entity), "port-sarn");
    let what = What::Reading(Correction::Kind {
        name: "port-sarn".into(),
        kind: crate::language::NameKind::Event,
        story: None,
    });
    assert_eq!(what.told(&model.library), "“Port Sarn” is an event", "no identity is ever shown");
}

#[test]
fn what_could_not_be_read_of_the_file_is_listed_and_opened_at_its_line() {
    let mut model = reader(120, 36);
    let fault = crate::library::ByHandError {
        path: "/home/ann/corrections.toml".into(),
        line: Some(12),
        what: "unknown key `kindd`".into(),
    };
    let library = std::sync::Arc::make_mut(&mut model.library);
    library.corrections = std::sync::Arc::new(crate::library::corrections::Corrections {
        entries: Vec::new(),
        faults: vec![fault.clone()],
    });
    press(&mut model, "E");
    assert!(model.view_words().unwrap().contains("line 12 ✗ unknown key `kindd`"), "{:?}", model.view_words());
    for command in [Command::Follow, Command::Take(crate::reader::actions::Take::Editor)] {
        let effects = update(&mut model, Action::Do(command));
        let wanted = crate::reader::outside::Request::Edit { path: fault.path.clone(), line: Some(12) };
        assert_eq!(effects.request, Some(wanted), "{command:?}");
    }
    update(&mut model, Action::Do(Command::RemoveCorrection));
    assert_eq!(model.notice_words(), Some("This entry is not read; Enter opens the file at its line."));
}

#[test]
fn the_line_for_a_file_says_that_its_name_is_taken() {
    let mut model = reader(120, 36);
    press(&mut model, "Enter");
    let write = Action::Do(Command::Take(crate::reader::actions::Take::DossierFile));
    let asked = update(&mut model, write).look_up.unwrap();
    update(&mut model, Action::IsThere(asked.clone(), true));
    assert_eq!(model.prompt.as_ref().unwrap().note(), Some("this name is taken; the file gets a number"));
    let effects = update(&mut model, Action::Insert("x".into()));
    assert!(effects.look_up.is_some() && model.prompt.as_ref().unwrap().note().is_none());
    let effects = update(&mut model, Action::Do(Command::CursorLeft));
    assert_eq!(effects.look_up, None, "the same name is looked up once");
}

/// Opens what asks for another day of the meeting in focus, and types one.
fn dates_the_meeting(model: &mut Model, day: &str) -> (Quote, Vec<Quote>) {
    correct(model, Correct::Date);
    if model.picker.is_some() {
        take(model, "the meeting");
    }
    update(model, Action::Insert(day.into()));
    let effects = update(model, Action::Do(Command::AcceptPrompt));
    let What::Meeting(MeetingCorrection::Day { telling, others, .. }) = added(&effects) else { panic!("{effects:?}") };
    (telling.clone(), others.clone())
}

#[test]
fn the_day_of_a_meeting_is_corrected_by_a_telling_that_says_it_in_words_of_its_own() {
    use crate::meetings::Echo;
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    let at = model.telling_at_hand().unwrap();
    let (_, meeting) = model.library.meeting_of(at).unwrap();
    let other = *meeting.mentions.iter().find(|mention| **mention != at).unwrap();
    let (telling, others) = dates_the_meeting(&mut model.clone(), "2031-05-20");
    assert_eq!((telling.story.as_str(), others.len()), ("call.txt", 0), "one telling is enough for all");
    // What is told in passing only would not be found where echoes are still to be heard.
    let library = std::sync::Arc::make_mut(&mut model.library);
    let evidence = library.stories[other.story].meetings[other.mention].evidence[0];
    library.stories[at.story].meetings[at.mention].echo = Some(Echo { story: "summit.txt".into(), evidence });
    let (telling, _) = dates_the_meeting(&mut model, "2031-05-20");
    assert_eq!(telling.story, "summit.txt");
}

#[test]
fn a_meeting_that_a_corrected_day_joined_is_named_by_all_that_the_day_joined() {
    use crate::meetings::CorrectedDay;
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    let at = model.telling_at_hand().unwrap();
    let library = std::sync::Arc::make_mut(&mut model.library);
    library.stories[at.story].meetings[at.mention].corrected = Some(CorrectedDay { told: None, by: 0 });
    let (telling, others) = dates_the_meeting(&mut model.clone(), "2031-05-20");
    let stories: Vec<&str> = others.iter().map(|quote| quote.story.as_str()).collect();
    assert_eq!((telling.story.as_str(), stories.as_slice()), ("call.txt", &["summit.txt"][..]));
    // What one correction dated together needs to be named once.
    let meeting = model.library.meeting_of(at).unwrap().1.clone();
    let library = std::sync::Arc::make_mut(&mut model.library);
    for mention in &meeting.mentions {
        library.stories[mention.story].meetings[mention.mention].corrected = Some(CorrectedDay { told: None, by: 0 });
    }
    assert_eq!(dates_the_meeting(&mut model, "2031-05-20").1, []);
}

#[test]
fn a_day_that_is_only_estimated_is_told_as_about_that_day_where_it_is_corrected() {
    let mut model = reader(120, 36);
    show(&mut model, SUMMIT);
    press(&mut model, "Enter Tab");
    let at = model.telling_at_hand().unwrap();
    let (number, _) = model.library.meeting_of(at).unwrap();
    let library = std::sync::Arc::make_mut(&mut model.library);
    library.connections.meetings[number].when.as_mut().unwrap().passage = None;
    correct(&mut model, Correct::Date);
    let details: Vec<&str> = model.picker.as_ref().unwrap().items.iter().map(|item| item.detail.as_str()).collect();
    assert_eq!(details, ["about 21 May 2031", "about 22 May 2031"]);
}

#[test]
fn meetings_to_choose_from_can_be_told_apart_on_narrow_screens() {
    for (columns, rows) in [(60, 20), (84, 24), (99, 30)] {
        let mut model = reader(columns, rows);
        show(&mut model, CALL);
        press(&mut model, "Enter Tab");
        correct(&mut model, Correct::SameMeeting);
        let picker = model.picker.as_ref().unwrap();
        assert_eq!(picker.items[0].label, "24 May 2031  Astrid Halvorsen – Demir Ilmaz");
        assert!(picker.items.iter().all(|item| item.detail.is_empty()), "nothing takes room from who met");
        assert_eq!(
            (picker.below.len(), picker.below[0].as_str()),
            (picker.items.len(), "Port Sarn · bilateral · 3 stories")
        );
    }
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    correct(&mut model, Correct::SameMeeting);
    update(&mut model, Action::Insert("sarn bilat".into()));
    let picker = model.picker.as_ref().unwrap();
    let found = &picker.matches[0];
    assert_eq!((found.index, &*picker.detail(found)), (0, "Port Sarn · bilateral · 3 stories"), "it is found by all");
    assert_eq!((picker.below.len(), picker.items[0].detail.as_str()), (0, "Port Sarn · bilateral · 3 stories"));
}
