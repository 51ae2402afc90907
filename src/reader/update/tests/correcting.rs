//! Corrections, from where an error is seen.

use super::*;
use crate::language::Correction;
use crate::library::corrections::What;
use crate::links::MeetingCorrection;
use crate::reader::actions::Correct;
use crate::reader::model::correcting::Request;

fn added(effects: &Effects) -> &What {
    match effects.correct.as_slice() {
        [Request::Add(entry)] => &entry.what,
        other => panic!("{other:?}"),
    }
}

fn correct(model: &mut Model, how: Correct) -> Effects {
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
    assert_eq!(model.picker.as_ref().unwrap().title(), "What does it name? “Port Sarn”");
    press(&mut model, "Esc");
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    correct(&mut model, Correct::SameMeeting);
    let title = model.picker.as_ref().unwrap().title();
    assert!(title.starts_with("The same as which meeting? ") && title.len() > 35, "{title}");
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
