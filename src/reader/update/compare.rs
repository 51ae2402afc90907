//! Two stories beside each other.
//!
//! **In:** the command, or a story that was picked. **Out:** the view of both; where it is not clear which other story is
//! meant, a list to pick it from, the nearest first; from one thing that they disagree about to the next.

use std::cmp::Reverse;

use crate::dossier::neighbourhood::Node;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{LinkTarget, MentionRef, Tier};
use crate::reader::model::digest::published;
use crate::reader::model::picker::{Item, Kind, Pick, Picker};
use crate::reader::model::view::View;
use crate::reader::model::{Focus, Model, kin};

/// Compares the story in view with the other story of the panel, or asks with which.
pub(super) fn open(model: &mut Model) {
    if let Some(view) = pair_in_view(model) {
        model.open_view(view);
        return;
    }
    let Some(from) = story(model) else {
        let in_view = model.view().is_some();
        model.say(if in_view { "This row is no story to compare." } else { "There is no story to compare." });
        return;
    };
    if model.library.stories.len() < 2 {
        model.say("There is no other story to compare this one with.");
        return;
    }
    let is_comparing = model.view().is_some_and(|open| matches!(open.view, View::Compare { .. }));
    match other(model, from).filter(|_| !is_comparing) {
        Some(to) => model.open_view(View::Compare { from, to }),
        None => ask(model, from),
    }
}

/// The two stories that the view on the screen is about, or the row under the cursor.
fn pair_in_view(model: &Model) -> Option<View> {
    match model.view()?.view {
        View::Why { from, to } => Some(View::Compare { from, to }),
        View::Meeting(meeting) => {
            let mentions = &model.library.connections.meetings.get(meeting)?.mentions;
            // The telling under the cursor, and the first one of another story.
            let at = model.view_source().map(|source| source.story);
            let own = at.filter(|story| mentions.iter().any(|mention| mention.story == *story));
            let from = own.or_else(|| mentions.first().map(|mention| mention.story))?;
            let to = mentions.iter().map(|mention| mention.story).find(|story| *story != from)?;
            Some(View::Compare { from, to })
        }
        View::Compare { .. } => None,
        _ => {
            let (from, to) = model.tellers_in_question(model.meeting_of_row()?).ok()?;
            Some(View::Compare { from, to })
        }
    }
}

/// The story that is compared: on the left of a comparison, under the cursor of another view, read, or chosen in the list.
fn story(model: &Model) -> Option<usize> {
    match model.view().map(|open| open.view) {
        Some(View::Compare { from, .. }) => Some(from),
        Some(View::Map(Node::Story(story))) => Some(story),
        // A name stands in many stories, and none of them is meant.
        Some(View::Names) => None,
        Some(_) => model.view_source().map(|source| source.story),
        None if model.focus == Focus::Text => model.shown,
        None => model.stories.chosen().or(model.shown),
    }
}

/// The other story of the panel; for a story that is not read, the surest one that is linked to it.
fn other(model: &Model, from: usize) -> Option<usize> {
    if model.view().is_none() && model.shown == Some(from) {
        return model.panel.chosen().map(|kin| kin.story);
    }
    let mention = kin::leading_mention(&model.library, from, model.least)?;
    let kin = kin::of_meeting(&model.library, MentionRef { story: from, mention });
    let sure = kin.into_iter().filter(|kin| kin.sureness() <= model.least);
    sure.min_by_key(|kin| (kin.tier.is_none(), kin.tier)).map(|kin| kin.story)
}

/// Opens the list of the other stories: those of its meetings first, then those of its series, then all others as listed.
fn ask(model: &mut Model, from: usize) {
    let line = |(to, near): (usize, Near)| {
        let story = model.library.stories.get(to)?;
        let outlet = story.article.outlet.as_ref().map(|outlet| outlet.name.clone());
        let day = story.annotations.published.as_ref().map(published);
        // What stands last is seen on the narrowest screen.
        let facts: Vec<String> = [outlet, day, near.words()].into_iter().flatten().collect();
        let pick = Pick::View(View::Compare { from, to });
        let item = Item { label: story.article.title.text.clone(), detail: facts.join(" · "), pick };
        Some((item, model.found_by(to)))
    };
    let (items, also) = nearest_first(&model.library, from).into_iter().filter_map(line).unzip();
    model.picker = Some(Picker { also, ..Picker::new(Kind::Compare, items) });
}

/// What joins two stories; the nearest is the greatest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Near {
    /// Whether one of the meetings is surely that of both.
    is_sure: bool,
    /// Meetings that both tell.
    meetings: usize,
    /// Whether both name one series.
    series: bool,
}

impl Near {
    fn words(self) -> Option<String> {
        match self {
            Self { meetings: 0, series: false, .. } => None,
            Self { meetings: 0, .. } => Some("a series in common".to_owned()),
            Self { meetings: 1, is_sure, .. } => {
                Some(format!("{}a meeting in common", if is_sure { "" } else { "probably " }))
            }
            Self { meetings, is_sure, .. } => {
                Some(format!("{}{meetings} meetings in common", if is_sure { "" } else { "probably " }))
            }
        }
    }
}

/// All other stories with what joins them to this one, the nearest first. Of the stories of one meeting not every two have a link of
/// their own: asked are the meetings.
fn nearest_first(library: &Library, from: usize) -> Vec<(usize, Near)> {
    let mut near: Vec<Near> = vec![Near::default(); library.stories.len()];
    let connections = &library.connections;
    let told = connections.meetings.iter().enumerate();
    for (number, meeting) in told.filter(|(_, meeting)| meeting.mentions.iter().any(|at| at.story == from)) {
        let mut stories: Vec<usize> = meeting.mentions.iter().map(|at| at.story).collect();
        stories.sort_unstable();
        stories.dedup();
        let surely = connections.surely_without_link(&library.stories, number, from);
        for story in stories {
            let Some(near) = near.get_mut(story) else { continue };
            near.meetings += 1;
            near.is_sure |= surely.contains(&story);
        }
    }
    for link in library.links_of(from) {
        let Some(near) = near.get_mut(link.other(from)) else { continue };
        match link.target {
            LinkTarget::Meeting(_) => {
                near.meetings = near.meetings.max(1);
                near.is_sure |= link.tier == Tier::Same;
            }
            LinkTarget::Series(_) => near.series = true,
        }
    }
    let names = |stories: &[(usize, Passage)], story: usize| stories.iter().any(|(teller, _)| *teller == story);
    for series in connections.series.iter().filter(|series| names(&series.stories, from)) {
        for (story, _) in &series.stories {
            if let Some(near) = near.get_mut(*story) {
                near.series = true;
            }
        }
    }
    let told = |story: usize| near.get(story).copied().unwrap_or_default();
    let mut all: Vec<usize> = library.newest_first().into_iter().filter(|story| *story != from).collect();
    all.sort_by_key(|story| Reverse(told(*story)));
    all.into_iter().map(|story| (story, told(story))).collect()
}

/// Goes to the next thing that the stories in view disagree about, or to the one before.
pub(super) fn next_disagreement(model: &mut Model, forward: bool) {
    let found = model.view().map(|open| open.content.disagreement(open.at.cursor, forward));
    match found.flatten() {
        Some(stop) => model.go_to_stop(stop),
        None => model.say("Nothing here says that stories disagree."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture::{self, ALONE, CALL, ROUND, SERIES, SUMMIT};

    fn words(library: &Library, from: usize, to: usize) -> Option<String> {
        nearest_first(library, from).into_iter().find(|(story, _)| *story == to).and_then(|(_, near)| near.words())
    }

    #[test]
    fn two_stories_of_one_meeting_have_it_in_common_though_no_link_joins_just_these_two() {
        let mut library = fixture::library();
        library.connections.links.retain(|link| (link.from, link.to) != (CALL, SUMMIT));
        let told = words(&library, CALL, SUMMIT).unwrap();
        assert!(told.ends_with("in common") && told.contains("meeting"), "{told}");
        assert_eq!(nearest_first(&library, CALL)[0].0, SUMMIT, "and stand on top");
    }

    #[test]
    fn meetings_come_before_series_and_these_before_all_others() {
        let library = fixture::library();
        assert!(words(&library, CALL, SUMMIT).unwrap().contains("meetings in common"), "both tell of two");
        assert_eq!(words(&library, SERIES, ROUND).as_deref(), Some("a series in common"));
        assert_eq!(words(&library, CALL, ALONE), None);
        let order: Vec<Near> = nearest_first(&library, CALL).into_iter().map(|(_, near)| near).collect();
        assert!(order.is_sorted_by(|one, other| one >= other), "{order:?}");
    }
}
