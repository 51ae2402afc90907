//! Two stories beside each other, key by key.

use super::*;
use crate::language::{Interval, Part, Passage, Precision};
use crate::links::{LinkTarget, MentionRef};
use crate::meetings::MeetingDate;
use crate::reader::model::picker::{Kind, Pick};
use crate::reader::model::view::View;
use crate::text::Span;

fn compared(model: &Model) -> Option<(usize, usize)> {
    match model.view()?.view {
        View::Compare { from, to } => Some((from, to)),
        _ => None,
    }
}

#[test]
fn the_story_is_compared_with_the_chosen_one_of_the_panel() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter c");
    assert_eq!(compared(&model), Some((CALL, SUMMIT)));
}

#[test]
fn the_other_story_that_is_chosen_in_the_panel_is_the_one_compared_with() {
    let mut model = reader(120, 36);
    show(&mut model, WIDE);
    press(&mut model, "Enter J");
    let chosen = model.panel.chosen().unwrap().story;
    press(&mut model, "c");
    assert_eq!(compared(&model), Some((WIDE, chosen)));
}

#[test]
fn a_walk_to_a_passage_and_back_ends_where_it_began() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter Tab");
    let before = focused(&model).to_owned();
    press(&mut model, "c Down Right");
    let cursor = model.view().unwrap().at.cursor;
    press(&mut model, "Enter");
    assert!(model.view().is_none() && model.shown() == Some(SUMMIT), "the words of the right side");
    press(&mut model, "Backspace");
    assert_eq!(compared(&model), Some((CALL, SUMMIT)));
    assert_eq!(model.view().unwrap().at.cursor, cursor, "where it was left");
    press(&mut model, "Backspace");
    assert_eq!((model.shown(), focused(&model)), (Some(CALL), before.as_str()));
}

#[test]
fn a_story_that_goes_with_no_other_asks_with_which_the_nearest_first() {
    let mut model = reader(120, 36);
    show(&mut model, ALONE);
    press(&mut model, "Enter c");
    let picker = model.picker.as_ref().unwrap();
    assert_eq!((picker.kind, picker.items.len()), (Kind::Compare, 5));
    update(&mut model, Action::Do(Command::Pick));
    assert!(compared(&model).is_some_and(|(from, to)| from == ALONE && to != ALONE));
    // In a comparison the same key asks for another story.
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter c c");
    let picker = model.picker.as_ref().unwrap();
    let first: Vec<&Pick> = picker.items.iter().take(2).map(|item| &item.pick).collect();
    for near in [SUMMIT, WIDE] {
        assert!(first.contains(&&Pick::View(View::Compare { from: CALL, to: near })), "{first:?}");
    }
}

#[test]
fn where_nothing_differs_the_key_for_it_says_so() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter c }");
    assert_eq!(model.notice_words(), Some("Nothing here says that stories disagree."));
}

#[test]
fn on_the_page_of_a_meeting_the_key_goes_to_what_the_stories_disagree_about() {
    let mut disputed = library();
    let words = Passage { part: Part::Text, span: Span::new(0, 21) };
    let interval = Interval::day(jiff::civil::date(2031, 5, 25));
    let other_day = MeetingDate { interval, precision: Precision::Day, passage: Some(words) };
    disputed.stories[SUMMIT].meetings[1].when = Some(other_day);
    // Days that are counted from a story's day which nobody knows are no finding.
    let published = disputed.stories[SUMMIT].annotations.published.as_mut().unwrap();
    published.interval = Interval::day(published.best);
    for (library, is_disputed) in [(disputed, true), (library(), false)] {
        let mut model = Model::new(Theme::dark(), 120, 36);
        update(&mut model, Action::Loaded(Box::new(library)));
        model.open_view(View::Meeting(2));
        press(&mut model, "}");
        let open = model.view().unwrap();
        let above = open.content.rows_of(open.at.cursor).start.checked_sub(1);
        let heading = above.map(|row| format!("{:?}", open.content.row(&model.library, row, 0))).unwrap_or_default();
        assert_eq!(heading.contains("They disagree"), is_disputed, "{heading}");
        assert_eq!(model.notice_words().is_none(), is_disputed, "{:?}", model.notice_words());
    }
}

#[test]
fn a_passage_that_is_told_only_here_is_no_reason_to_say_that_its_story_has_no_links() {
    let mut apart = library();
    apart.connections.meetings[2].mentions.retain(|at| at.story == CALL);
    apart.connections.links.retain(|link| link.target != LinkTarget::Meeting(2));
    let mut model = Model::new(Theme::dark(), 120, 36);
    update(&mut model, Action::Loaded(Box::new(apart)));
    show(&mut model, CALL);
    press(&mut model, "Enter");
    let own = (0..20).find(|_| {
        press(&mut model, "Tab");
        model.panel.kin.is_empty() && model.panel.mention == Some(1)
    });
    assert!(own.is_some(), "the summit, which no other story tells");
    press(&mut model, "w");
    assert_eq!(model.notice_words(), Some("No other story tells of this meeting; W asks why not."));
}

#[test]
fn a_row_of_a_meeting_is_asked_about_the_stories_that_tell_it_whatever_is_read() {
    for read in [CALL, SUMMIT, ALONE] {
        let mut model = reader(120, 36);
        show(&mut model, read);
        press(&mut model, "Enter 2 g");
        let shared = |model: &Model| {
            let meeting = model.meeting_of_row()?;
            let told = &model.library.connections.meetings.get(meeting)?.mentions;
            let mut stories: Vec<usize> = told.iter().map(|mention| mention.story).collect();
            stories.dedup();
            (stories.len() > 1).then_some(stories)
        };
        let tellers = (0..50).find_map(|_| {
            let found = shared(&model);
            press(&mut model, "Down");
            found.inspect(|_| {
                press(&mut model, "Up");
            })
        });
        let tellers = tellers.expect("a meeting that two stories tell");
        press(&mut model, "w");
        let Some(View::Why { from, to }) = model.view().map(|open| open.view) else {
            panic!("nothing is asked while {read} is read: {:?}", model.view().map(|open| open.view));
        };
        assert!(from != to && tellers.contains(&from) && tellers.contains(&to), "{read}: {from} {to}");
    }
}

#[test]
fn a_name_in_the_list_of_names_is_no_story_to_compare() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter 3 c");
    assert_eq!(model.view().map(|open| open.view), Some(View::Names));
    assert!(!model.can(Command::Compare) && model.picker.is_none());
}

#[test]
fn from_a_view_of_two_stories_the_map_is_drawn_around_what_joins_them_whatever_is_read() {
    use crate::dossier::neighbourhood::Node;
    for open in ["w", "w c"] {
        let mut model = reader(120, 36);
        show(&mut model, CALL);
        press(&mut model, "Enter Tab");
        let meeting = model
            .panel
            .mention
            .and_then(|mention| Some(model.library.meeting_of(MentionRef { story: CALL, mention })?.0));
        press(&mut model, open);
        model.show(Some(ALONE));
        press(&mut model, "4");
        let Some(View::Map(centre)) = model.view().map(|open| open.view) else { panic!("{open}: no map") };
        assert!(centre == Node::Story(CALL) || Some(centre) == meeting.map(Node::Meeting), "{open}: {centre:?}");
    }
}

#[test]
fn from_the_lists_the_map_is_drawn_around_what_is_under_the_cursor() {
    use crate::dossier::neighbourhood::Node;
    let mut model = reader(120, 36);
    press(&mut model, "2 j");
    let meeting = model.meeting_of_row().unwrap();
    press(&mut model, "4");
    assert_eq!(model.view().map(|open| open.view), Some(View::Map(Node::Meeting(meeting))));
    press(&mut model, "C-o 3 j 4");
    let around = model.view().map(|open| open.view);
    assert!(matches!(around, Some(View::Map(Node::Name(_)))), "{around:?}");
}
