//! Two stories beside each other.
//!
//! **In:** the command, or a story that was picked. **Out:** the view of both; where it is not clear which other story is
//! meant, a list to pick it from, the nearest first; from one thing that they disagree about to the next.

use crate::dossier::neighbourhood::Node;
use crate::library::Library;
use crate::links::{LinkTarget, MentionRef};
use crate::reader::model::digest::published;
use crate::reader::model::picker::{Item, Kind, Pick, Picker};
use crate::reader::model::view::View;
use crate::reader::model::{Focus, Model, kin};
use crate::text::sanitise::one_line;

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
    let line = |(to, near): (usize, Option<&str>)| {
        let story = model.library.stories.get(to)?;
        let outlet = story.article.outlet.as_ref().map(|outlet| outlet.name.clone());
        let day = story.annotations.published.as_ref().map(published);
        let facts: Vec<String> = [near.map(str::to_owned), outlet, day].into_iter().flatten().collect();
        let pick = Pick::View(View::Compare { from, to });
        let item = Item { label: story.article.title.text.clone(), detail: facts.join(" · "), pick };
        Some((item, one_line(&story.article.id)))
    };
    let (items, also) = nearest_first(&model.library, from).into_iter().filter_map(line).unzip();
    model.picker = Some(Picker { also, ..Picker::new(Kind::Compare, items) });
}

/// All other stories with what joins them to this one.
fn nearest_first(library: &Library, from: usize) -> Vec<(usize, Option<&'static str>)> {
    let mut near: Vec<Option<LinkTarget>> = vec![None; library.stories.len()];
    for link in library.links_of(from) {
        let other = link.other(from);
        if let Some(place) = near.get_mut(other) {
            *place = Some(place.map_or(link.target, |known| known.min(link.target)));
        }
    }
    let words = |story: usize| match near.get(story).copied().flatten() {
        Some(LinkTarget::Meeting(_)) => (0, Some("a meeting in common")),
        Some(LinkTarget::Series(_)) => (1, Some("a series in common")),
        None => (2, None),
    };
    let mut all: Vec<usize> = library.newest_first().into_iter().filter(|story| *story != from).collect();
    all.sort_by_key(|story| words(*story).0);
    all.into_iter().map(|story| (story, words(story).1)).collect()
}

/// Goes to the next thing that the stories in view disagree about, or to the one before.
pub(super) fn next_disagreement(model: &mut Model, forward: bool) {
    let found = model.view().map(|open| open.content.disagreement(open.at.cursor, forward));
    match found.flatten() {
        Some(stop) => model.go_to_stop(stop),
        None => model.say("Nothing here says that stories disagree."),
    }
}
