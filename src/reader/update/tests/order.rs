//! Order, groups, saved queries, and the way to a day.

use super::*;
use crate::reader::model::picker::Pick;
use crate::reader::model::stories::Line;
use crate::reader::settings::{GroupBy, Sort};

fn listed(model: &Model) -> Vec<usize> {
    model.stories.matches.iter().map(|found| found.story).collect()
}

/// The lines of the list: the names of groups, and stories.
fn lines(model: &Model) -> Vec<String> {
    let told = |line| match line {
        Line::Head(group) => {
            let group = &model.stories.groups()[group];
            let name = &model.order.grouping().unwrap().groups[group.group].name;
            format!("{}{name}", if group.folded { "+" } else { "-" })
        }
        Line::Story(found) => model.stories.matches[found].story.to_string(),
    };
    (0..model.stories.lines()).filter_map(|at| model.stories.line(at)).map(told).collect()
}

fn type_in(model: &mut Model, words: &str) {
    update(model, Action::Insert(words.into()));
}

fn pick(model: &mut Model, command: Command, words: &str) {
    update(model, Action::Do(command));
    type_in(model, words);
    press(model, "Enter");
}

fn with_queries(queries: &[(&str, &str)], width: u16, height: u16) -> Model {
    let queries = queries.iter().map(|(name, query)| ((*name).to_owned(), (*query).to_owned())).collect();
    let mut model = Model::new(Theme::dark(), width, height).with(Settings { queries, ..Settings::default() });
    update(&mut model, Action::Loaded(Box::new(library())));
    model
}

#[test]
fn another_order_keeps_the_chosen_story_and_the_picker_shows_which_one_it_is() {
    let mut model = reader(120, 36);
    show(&mut model, ROUND);
    pick(&mut model, Command::Sort, "oldest");
    assert_eq!(listed(&model), [SERIES, ROUND, WIDE, CALL, SUMMIT, ALONE]);
    assert_eq!((model.stories.chosen(), model.shown()), (Some(ROUND), Some(ROUND)));
    update(&mut model, Action::Do(Command::Sort));
    assert_eq!(model.picker.as_ref().and_then(|picker| picker.picked()), Some(&Pick::Sort(Sort::Oldest)));
    let noted = model.picker.as_ref().unwrap().items.iter().find(|item| !item.detail.is_empty()).unwrap();
    assert_eq!(noted.pick, Pick::Sort(Sort::Oldest));
}

#[test]
fn the_order_holds_while_words_are_asked_and_the_best_comes_first_only_where_that_is_the_order() {
    let mut model = reader(120, 36);
    press(&mut model, "/");
    type_in(&mut model, "sarn");
    let best = listed(&model);
    assert_eq!(model.order_told()[0], "best first");
    pick(&mut model, Command::Sort, "oldest");
    assert_eq!(model.order_told()[0], "oldest first");
    let mut sorted = best.clone();
    sorted.sort_by_key(|story| [SERIES, ROUND, WIDE, CALL, SUMMIT, ALONE].iter().position(|one| one == story));
    assert_eq!(listed(&model), sorted);
    let mut fields = reader(120, 36);
    press(&mut fields, "/");
    type_in(&mut fields, "kind:call");
    assert_eq!(fields.order_told()[0], "newest first", "no story answers a field better than another");
}

#[test]
fn the_settings_tell_how_the_list_begins() {
    let settings = Settings { sort: Sort::Title, group: GroupBy::Outlet, ..Settings::default() };
    let mut model = Model::new(Theme::dark(), 120, 36).with(settings);
    update(&mut model, Action::Loaded(Box::new(library())));
    assert_eq!(lines(&model)[..3], ["-Kystposten", &ALONE.to_string(), &SERIES.to_string()]);
    assert_eq!(model.shown(), Some(ALONE));
}

#[test]
fn one_goes_over_heads_which_are_folded_and_unfolded() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    assert_eq!(model.shown(), Some(SUMMIT), "the story that is read stays chosen");
    press(&mut model, "g");
    assert_eq!((model.stories.chosen_head(), model.shown()), (Some(0), Some(SUMMIT)));
    press(&mut model, "Enter");
    assert_eq!(model.shown(), Some(SERIES), "Enter on an unfolded head goes to its first story");
    press(&mut model, "x");
    assert_eq!((model.stories.chosen_head(), lines(&model)[0].as_str()), (Some(0), "+Kystposten"));
    press(&mut model, "j");
    assert_eq!(model.stories.chosen_head(), Some(1));
    press(&mut model, "k Right");
    assert_eq!(lines(&model)[..2], ["-Kystposten", &SERIES.to_string()]);
    press(&mut model, "X");
    assert!(lines(&model).iter().all(|line| line.starts_with('+')), "{:?}", lines(&model));
    press(&mut model, "X");
    assert!(lines(&model).iter().all(|line| !line.starts_with('+')), "{:?}", lines(&model));
}

#[test]
fn folded_groups_stay_folded_under_the_filter() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    press(&mut model, "g x /");
    type_in(&mut model, "when:2031");
    assert_eq!(lines(&model)[..2], ["+Kystposten", "-Northwire"]);
    assert_eq!(model.shown(), Some(CALL), "the first story that is not folded away");
    press(&mut model, "Esc Esc");
    assert_eq!(lines(&model)[..2], ["+Kystposten", "-Northwire"]);
}

#[test]
fn where_all_is_folded_the_filter_counts_and_the_text_stays() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    press(&mut model, "X /");
    type_in(&mut model, "when:2031");
    assert_eq!((model.stories.chosen_head(), model.shown()), (Some(0), Some(SUMMIT)));
    assert_eq!(model.stories.len(), 5);
    press(&mut model, "Enter");
    assert_eq!((model.context(), lines(&model)[0].as_str()), (Context::List, "-Kystposten"));
}

#[test]
fn a_story_that_is_followed_is_unfolded_in_the_list() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    press(&mut model, "X");
    show_anywhere(&mut model, CALL);
    press(&mut model, "]");
    assert_ne!(model.shown(), Some(CALL));
    assert_eq!(model.stories.chosen(), model.shown());
    assert_eq!(lines(&model).iter().filter(|line| line.starts_with('-')).count(), 1);
}

/// Shows a story that is not in sight in the list.
fn show_anywhere(model: &mut Model, story: usize) {
    model.show(Some(story));
    model.settle();
}

#[test]
fn what_is_done_with_all_stories_counts_those_in_folded_groups() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    press(&mut model, "X");
    update(&mut model, Action::Do(Command::StarAll));
    assert!((0..6).all(|story| model.own(story).starred));
    let words = lines(&model).len();
    press(&mut model, "g");
    update(&mut model, Action::Do(Command::Star));
    assert_eq!((lines(&model).len(), model.own(SERIES).starred), (words, true), "a head has no star");
    assert_eq!(model.notice_words(), Some("A group is chosen, no story; j goes on to its stories."));
}

#[test]
fn heads_count_what_was_not_read() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    let unread = |model: &Model| model.stories.groups().iter().map(|group| group.unread).collect::<Vec<_>>();
    assert_eq!(unread(&model), [2, 1, 1, 1, 1]);
    press(&mut model, "g");
    show(&mut model, ALONE);
    press(&mut model, "u");
    assert_eq!(unread(&model), [1, 1, 1, 1, 1]);
    assert_eq!(model.stories.unread(), 5);
}

#[test]
fn without_groups_there_is_nothing_to_fold_and_the_reader_is_told_so() {
    let mut model = reader(120, 36);
    press(&mut model, "x");
    assert_eq!(model.notice_words(), Some("The list has no groups; , g makes some."));
}

#[test]
fn a_click_on_a_head_folds_its_group() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::GroupBy, "outlet");
    press(&mut model, "g");
    let rows = model.list_rows().stories;
    update(&mut model, Action::Click { column: 6, row: rows.y });
    assert_eq!(lines(&model)[..2], ["+Kystposten", "-Northwire"]);
    update(&mut model, Action::Click { column: 6, row: rows.y + 2 });
    assert_eq!(model.shown(), Some(CALL));
}

#[test]
fn a_day_leads_to_the_nearest_story() {
    let mut model = reader(120, 36);
    let mut go = |typed: &str| {
        press(&mut model, "@");
        type_in(&mut model, typed);
        press(&mut model, "Enter");
        (model.shown(), model.notice_words().map(str::to_owned))
    };
    assert_eq!(go("2031-05-21"), (Some(CALL), None));
    assert_eq!(go("2031-02"), (Some(SERIES), None));
    assert_eq!(go("<2031-05"), (Some(SERIES), None));
    assert_eq!(go(">2031-05-01"), (Some(WIDE), None), "the first one after it");
    assert_eq!(go("2031-05"), (Some(SUMMIT), None), "the newest of the month stands first");
    let told = "No story of 2031-03 is listed; the nearest is of 9 Feb 2031.";
    assert_eq!(go("2031-03"), (Some(SERIES), Some(told.into())));
    assert_eq!(go(""), (Some(SERIES), None), "nothing was asked");
}

#[test]
fn what_is_no_day_is_told_in_place_until_it_is_mended() {
    let mut model = reader(120, 36);
    press(&mut model, "@");
    type_in(&mut model, "may");
    press(&mut model, "Enter");
    let mistake = |model: &Model| model.prompt.as_ref().and_then(|prompt| prompt.mistake.clone());
    assert!(mistake(&model).is_some_and(|told| told.starts_with("may is no date: write 2017")));
    press(&mut model, "C-u");
    assert_eq!(mistake(&model), None);
    type_in(&mut model, "2031-05-20");
    press(&mut model, "Enter");
    assert_eq!((model.shown(), model.context()), (Some(WIDE), Context::List));
}

#[test]
fn in_another_order_it_is_told_what_was_done_and_a_folded_group_opens() {
    let mut model = reader(120, 36);
    pick(&mut model, Command::Sort, "title");
    press(&mut model, "@");
    type_in(&mut model, "2031-05");
    press(&mut model, "Enter");
    assert_eq!(model.shown(), Some(CALL));
    assert_eq!(model.notice_words(), Some("The list is in order of titles; this is its first story of 2031-05."));
    pick(&mut model, Command::GroupBy, "series");
    press(&mut model, "X @");
    type_in(&mut model, "2031-02-09");
    press(&mut model, "Enter");
    assert_eq!((model.shown(), model.stories.chosen()), (Some(SERIES), Some(SERIES)));
    let told = "The list is in groups by series; this is its first story of 2031-02-09.";
    assert_eq!(model.notice_words(), Some(told));
}

#[test]
fn saved_queries_are_asked_by_number_and_by_a_click() {
    let mut model = with_queries(&[("calls", "kind:call"), ("birds", "cranes")], 120, 36);
    press(&mut model, "Alt-2");
    assert_eq!((listed(&model), model.context()), (vec![ALONE], Context::List));
    let tabs = model.saved_tabs(36);
    let words: Vec<(&str, bool)> = tabs.iter().map(|tab| (tab.words.as_str(), tab.is_active)).collect();
    assert_eq!(words, [("all", false), ("calls", false), ("birds", true)]);
    let row = model.list_rows().saved;
    let click = |model: &mut Model, tab: usize| {
        let column = row.x + 1 + u16::try_from(tabs[tab].column).unwrap();
        update(model, Action::Click { column, row: row.y });
    };
    click(&mut model, 1);
    assert_eq!(listed(&model), [SUMMIT, CALL]);
    click(&mut model, 0);
    assert_eq!((model.stories.len(), model.input.text()), (6, String::new()));
    press(&mut model, "Alt-3");
    assert_eq!(model.notice_words(), Some("Only 2 queries are saved."));
}

#[test]
fn saved_queries_that_do_not_fit_leave_the_one_that_is_asked_in_sight() {
    let names: Vec<String> = (0..9).map(|at| format!("a query called {at}")).collect();
    let queries: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), name.as_str())).collect();
    let mut model = with_queries(&queries, 80, 24);
    press(&mut model, "Alt-7");
    for columns in 0..60 {
        let tabs = model.saved_tabs(columns);
        assert!(tabs.iter().all(|tab| tab.columns().end <= columns.max(1)), "{columns}: {tabs:?}");
        assert!(columns < 8 || tabs.iter().any(|tab| tab.is_active), "{columns}: {tabs:?}");
    }
    assert!(with_queries(&[("a", "a")], 120, 16).list_rows().saved.is_empty(), "a low screen has no room");
    assert!(reader(120, 36).list_rows().saved.is_empty());
}
