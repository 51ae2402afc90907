//! Of which two stories someone asks why they are linked.
//!
//! **In:** the story that is read, the one that is chosen in the list or the panel, the view on the screen. **Out:** two
//! stories; or the stories that can be asked about, the linked ones first. **Why:** the same key means the same two stories
//! wherever it is pressed.

use super::picker::{Item, Kind, Pick, Picker};
use super::view::View;
use super::{Focus, Model, digest};
use crate::links::Tier;
use crate::text::sanitise::one_line;

impl Model {
    /// The story that a question is about: the one on the left of a view of two, or else the one that is read.
    pub(in crate::reader) fn story_in_question(&self) -> Option<usize> {
        match self.view().map(|open| open.view) {
            Some(View::Why { from, .. } | View::Compare { from, .. }) => Some(from),
            _ => self.shown,
        }
    }

    /// Two stories of which someone may ask why they are linked; or why there are no two.
    pub(in crate::reader) fn pair_in_question(&self) -> Result<(usize, usize), String> {
        match self.view().map(|open| open.view) {
            Some(View::Why { from, to } | View::Compare { from, to }) => return Ok((from, to)),
            Some(View::Meeting(meeting)) => return self.tellers_in_question(meeting),
            Some(_) => {
                if let Some(meeting) = self.meeting_of_row() {
                    return self.tellers_in_question(meeting);
                }
                let source = self.view_source().map(|source| source.story);
                let pair = self.shown.zip(source).filter(|(shown, there)| shown != there);
                let told = if source.is_some() { "of the story that is read" } else { "of no story alone" };
                return pair.ok_or_else(|| self.no_other(&format!("The row tells {told}"), "about any other"));
            }
            None => {}
        }
        let shown = self.shown.ok_or("There is no story to ask about.")?;
        let in_list = self.stories.chosen().filter(|chosen| self.focus == Focus::List && *chosen != shown);
        if let Some(other) = in_list.or_else(|| self.panel.chosen().map(|kin| kin.story)) {
            return Ok((shown, other));
        }
        Err(match self.hidden_links() {
            Some([hidden, _]) => format!("{hidden}."),
            None if self.library.stories.len() < 2 => "There is no other story in this library.".to_owned(),
            None if self.finding.is_some() => "Links are still being looked for.".to_owned(),
            // The story may be linked by what else it tells.
            None if self.panel.mention.is_some()
                && self.library.links_of(shown).any(|link| link.tier <= self.least) =>
            {
                self.no_other("No other story tells of this meeting", "why not")
            }
            None => self.no_other("Nothing links this story to another", "why not"),
        })
    }

    /// Two stories of a meeting, the one under the cursor first, or else the one that is read.
    pub(in crate::reader) fn tellers_in_question(&self, meeting: usize) -> Result<(usize, usize), String> {
        let meeting = self.library.connections.meetings.get(meeting);
        let mut tellers: Vec<usize> =
            meeting.map(|one| one.mentions.iter().map(|at| at.story).collect()).unwrap_or_default();
        tellers.dedup();
        let is_teller = |story: &usize| tellers.contains(story);
        let here = self.view_source().map(|source| source.story).filter(is_teller);
        let here = here.or_else(|| self.shown.filter(is_teller)).or_else(|| tellers.first().copied());
        let there = self.shown.filter(is_teller).filter(|story| Some(*story) != here);
        let there = there.or_else(|| tellers.iter().copied().find(|story| Some(*story) != here));
        // The story that is read stands on the left.
        let pair =
            here.zip(there).map(|(here, there)| if Some(there) == self.shown { (there, here) } else { (here, there) });
        pair.ok_or_else(|| self.no_other("Only one story tells of this meeting", "about any other"))
    }

    /// That there is no pair to ask about here, and which key asks nevertheless, where there is any other story.
    fn no_other(&self, why: &str, asks: &str) -> String {
        match self.library.stories.len() {
            0 | 1 => "There is no other story to ask about.".to_owned(),
            _ => format!("{why}; {} asks {asks}.", self.why_not_key()),
        }
    }

    fn why_not_key(&self) -> String {
        let keys = self.keymap().chords_anywhere(crate::reader::actions::Command::WhyNot);
        keys.first().map_or_else(|| "the palette".to_owned(), |key| self.told_key(key))
    }

    /// The list of stories to pick from, of which it is asked why they are linked with this one.
    pub(in crate::reader) fn others_picker(&self, story: usize) -> Picker {
        let items = self.others_to_pick(story);
        let also = items.iter().map(|item| match item.pick {
            Pick::Why(_, other) => self.found_by(other),
            _ => String::new(),
        });
        let also = also.collect();
        Picker { also, ..Picker::new(Kind::Others, items) }
    }

    /// What a story is found by beside its title, a line each: its file and its outlet.
    pub(in crate::reader) fn found_by(&self, story: usize) -> String {
        let article = self.library.stories.get(story).map(|story| &story.article);
        article.map_or_else(String::new, |article| {
            let outlet = article.outlet.as_ref().map_or("", |outlet| outlet.name.as_str());
            format!("{}\n{}", one_line(&article.id), one_line(outlet))
        })
    }

    /// Every other story as a line to pick: those that are linked with `story` first, surest first, then the newest.
    fn others_to_pick(&self, story: usize) -> Vec<Item> {
        let mut sure: Vec<Option<Tier>> = vec![None; self.library.stories.len()];
        for link in self.library.links_of(story).filter(|link| link.tier <= self.least) {
            let other = link.other(story);
            if let Some(known) = sure.get_mut(other) {
                *known = Some(known.map_or(link.tier, |tier| tier.min(link.tier)));
            }
        }
        let sure_of = |other: &usize| sure.get(*other).copied().flatten();
        let mut others: Vec<usize> = self.order.newest().iter().copied().filter(|other| *other != story).collect();
        others.sort_by_key(|other| (sure_of(other).is_none(), sure_of(other)));
        let item = |other: usize| {
            let told = self.library.stories.get(other)?;
            let outlet = told.article.outlet.as_ref().map_or("unknown", |outlet| outlet.name.as_str());
            let day = told.annotations.published.as_ref().map_or_else(|| "undated".into(), digest::published);
            let dots = sure_of(&other).map_or("", Tier::dots);
            Some(Item {
                label: one_line(&told.article.title.text),
                // Whatever is not linked leaves the columns of the dots free.
                detail: format!("{} · {day} {dots:3}", one_line(outlet)),
                pick: Pick::Why(story, other),
            })
        };
        others.into_iter().filter_map(item).collect()
    }
}
