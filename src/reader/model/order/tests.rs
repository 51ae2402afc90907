use super::*;
use crate::links::MentionRef;
use crate::reader::fixture::{ALONE, CALL, ROUND, SERIES, SUMMIT, WIDE, library};
use crate::reader::model::digest;

/// Every story in this order and these groups.
fn listed(sort: Sort, group_by: GroupBy) -> (Vec<usize>, Vec<(String, usize)>) {
    let library = library();
    let mut order = Order { sort, ..Order::default() };
    order.group_by(group_by);
    order.take(&library);
    let all = order.newest().iter().map(|story| Match { story: *story, ..Match::default() }).collect();
    let (found, groups) = order.arrange(&library, &digest::of(&library, crate::links::Tier::Series), all);
    let name = |group: &ListedGroup| order.grouping().unwrap().groups[group.group].name.clone();
    (
        found.into_iter().map(|found| found.story).collect(),
        groups.iter().map(|group| (name(group), group.count)).collect(),
    )
}

fn named(groups: &[(String, usize)]) -> Vec<(&str, usize)> {
    groups.iter().map(|(name, count)| (name.as_str(), *count)).collect()
}

#[test]
fn each_order_puts_stories_that_have_nothing_to_go_by_last() {
    let order = |sort| listed(sort, GroupBy::None).0;
    assert_eq!(order(Sort::Newest), [SUMMIT, CALL, WIDE, ROUND, SERIES, ALONE]);
    assert_eq!(order(Sort::Oldest), [SERIES, ROUND, WIDE, CALL, SUMMIT, ALONE]);
    assert_eq!(order(Sort::Title), [ALONE, CALL, SUMMIT, ROUND, SERIES, WIDE]);
    assert_eq!(order(Sort::Outlet).first(), Some(&SERIES), "of Kystposten's two the newer one comes first");
    assert_eq!(order(Sort::Outlet).last(), Some(&SUMMIT));
    assert_eq!(order(Sort::Linked), [SUMMIT, CALL, WIDE, ROUND, SERIES, ALONE]);
}

#[test]
fn quotation_marks_at_the_beginning_do_not_count() {
    assert_eq!(by_letters("“Élan” returns"), "elan\" returns");
    assert_eq!(by_letters("…"), "");
}

#[test]
fn days_stand_newest_first_and_stories_without_one_last() {
    let (stories, groups) = listed(Sort::Relevance, GroupBy::Day);
    assert_eq!(stories, [SUMMIT, CALL, WIDE, ROUND, SERIES, ALONE]);
    assert_eq!(named(&groups)[0], ("Thu 22 May 2031", 1));
    assert_eq!(named(&groups).last(), Some(&("Undated", 1)));
    let (stories, groups) = listed(Sort::Oldest, GroupBy::Day);
    assert_eq!(stories, [SERIES, ROUND, WIDE, CALL, SUMMIT, ALONE]);
    assert_eq!(named(&groups).last(), Some(&("Undated", 1)));
}

#[test]
fn outlets_stand_by_name() {
    let (_, groups) = listed(Sort::Title, GroupBy::Outlet);
    assert_eq!(
        named(&groups),
        [("Kystposten", 2), ("Northwire", 1), ("The Isles Gazette", 1), ("北海通信", 1), ("Outlet unknown", 1)]
    );
}

#[test]
fn a_story_stands_under_the_meeting_that_it_is_about() {
    let (stories, groups) = listed(Sort::Newest, GroupBy::Meeting);
    let names = named(&groups);
    assert_eq!(names[..2], [("24 May 2031", 1), ("21 May 2031", 2)], "the call is what two of the stories are about");
    assert_eq!(names[2..], [("Meetings told in one story", 1), ("No meeting", 2)]);
    assert_eq!(stories, [WIDE, SUMMIT, CALL, ROUND, SERIES, ALONE]);
}

#[test]
fn a_story_about_a_meeting_of_its_own_stands_with_those_it_shares_another_one_with() {
    let mut library = library();
    // The summit story is now about something that nobody else tells.
    let own = library.stories[SUMMIT].meetings.len();
    let mut told = library.stories[SUMMIT].meetings[0].clone();
    library.stories[SUMMIT].meetings.iter_mut().for_each(|meeting| meeting.main = false);
    told.main = true;
    library.stories[SUMMIT].meetings.push(told);
    let mut meeting = library.connections.meetings[0].clone();
    meeting.id = "told-once".to_owned();
    meeting.mentions = vec![MentionRef { story: SUMMIT, mention: own }];
    library.connections.meetings.push(meeting);
    let grouping = Grouping::of(&library, GroupBy::Meeting, crate::links::Tier::Series);
    let found = [SUMMIT, WIDE].map(|story| Match { story, ..Match::default() });
    let (_, counts) = grouping.divide(found.into(), false, false);
    assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2], "{grouping:?}");
}

#[test]
fn the_head_of_a_meeting_loses_given_names_then_the_year_then_people_and_is_never_cut_in_a_name() {
    use crate::text::width::width;
    let grouping = Grouping::of(&library(), GroupBy::Meeting, crate::links::Tier::Series);
    let call = grouping.groups.iter().find(|group| group.name == "21 May 2031").unwrap();
    for (columns, says) in [
        (100, ("21 May 2031", "Astrid Halvorsen, Demir Ilmaz")),
        (30, ("21 May 2031", "Halvorsen – Ilmaz")),
        (25, ("21 May", "Halvorsen – Ilmaz")),
        (24, ("21 May", "Halvorsen +1")),
        (20, ("21 May", "Halvorsen +1")),
    ] {
        assert_eq!(call.head(columns, 2), says, "{columns}");
        assert!(width(says.0) + 2 + width(says.1) <= columns, "{columns}");
    }
    assert_eq!(call.head(19, 2), ("21 May 2031", ""), "rather the day alone than half a name");
    assert_eq!(call.head(3, 2), ("21 May 2031", ""), "where nothing fits the last is cut");
    let once = grouping.groups.iter().find(|group| group.key == Key::ToldOnce).unwrap();
    assert_eq!(
        [once.head(30, 2), once.head(20, 2), once.head(3, 2)].map(|(name, _)| name),
        ["Meetings told in one story", "Told in one story", "Told once"]
    );
}

#[test]
fn stories_that_only_a_hidden_link_joins_stand_in_no_group_of_a_meeting() {
    use crate::links::{LinkTarget, Tier};
    let mut library = library();
    for link in &mut library.connections.links {
        if matches!(link.target, LinkTarget::Meeting(_)) {
            link.tier = Tier::Probable;
        }
    }
    let shared = |least: Tier| {
        let grouping = Grouping::of(&library, GroupBy::Meeting, least);
        grouping.groups.iter().filter(|group| matches!(group.key, Key::Named(_))).count()
    };
    assert!(shared(Tier::Series) > 0);
    assert_eq!((shared(Tier::Probable), shared(Tier::Same)), (shared(Tier::Series), 0));
}

#[test]
fn a_story_stands_under_the_series_that_it_names() {
    let (stories, groups) = listed(Sort::Newest, GroupBy::Series);
    assert_eq!(named(&groups), [("Lindholm talks", 2), ("No series", 4)]);
    assert_eq!(stories, [ROUND, SERIES, SUMMIT, CALL, WIDE, ALONE]);
}

#[test]
fn the_best_match_stands_in_the_first_group() {
    let library = library();
    let mut order = Order::default();
    order.group_by(GroupBy::Day);
    order.take(&library);
    let found = [SERIES, ALONE, SUMMIT].map(|story| Match { story, score: 9 });
    let (found, _) = order.arrange(&library, &[], found.into());
    let stories: Vec<usize> = found.into_iter().map(|found| found.story).collect();
    assert_eq!(stories, [SERIES, SUMMIT, ALONE], "but for those without a day");
}

#[test]
fn what_is_folded_stays_so_in_another_list_of_the_same_groups() {
    let library = library();
    let mut order = Order::default();
    order.group_by(GroupBy::Outlet);
    order.take(&library);
    let list = |order: &mut Order, stories: &[usize]| {
        let found = stories.iter().map(|story| Match { story: *story, ..Match::default() }).collect();
        let (_, groups) = order.arrange(&library, &[], found);
        groups.iter().map(|group| group.folded).collect::<Vec<_>>()
    };
    assert_eq!(list(&mut order, &[CALL, ALONE]), [false, false]);
    order.fold_all(true);
    assert_eq!(list(&mut order, &[CALL]), [true]);
    let kystposten = order.grouping().unwrap().groups.iter().position(|group| group.name == "Kystposten").unwrap();
    order.fold(kystposten);
    assert_eq!(list(&mut order, &[CALL, ALONE, ROUND]), [false, true, true]);
    order.group_by(GroupBy::Day);
    assert_eq!(list(&mut order, &[CALL]), [false], "other groups, nothing folded");
}
