//! Two tellings in, whether they are of one place out.
//!
//! **Why:** one outlet tells the house, another its town, a third the country. A house is no other place than a town of which
//! nobody tells that it stands there, and what lies in a country that no table knows, nobody knows.

use super::features::Feature;
use super::telling::Telling;
use crate::language::{self, EntityId, Facts, Part, Passage, is_called_as_house};
use crate::meetings::{MeetingPlace, Story};

/// What the places of two tellings say: nothing where one tells none, or where nothing tells whether one lies in the other, as of
/// a house and a town.
pub(super) fn places(a: &Telling<'_>, b: &Telling<'_>) -> Option<Feature> {
    let (x, y) = (a.meeting.place.as_ref()?, b.meeting.place.as_ref()?);
    if x.id == y.id || is_town_of(&x.name, &y.name) || is_town_of(&y.name, &x.name) {
        return Some(Feature::PlaceSame);
    }
    let is_in = |whole: &MeetingPlace, part: &MeetingPlace| {
        part.name.rsplit_once(", ").is_some_and(|(_, region)| region == whole.name)
    };
    if in_state(a, &x.id, &y.id) || in_state(b, &y.id, &x.id) || is_in(x, y) || is_in(y, x) {
        return Some(Feature::PlaceInside);
    }
    let (here, there) = (Extent::of(a, x), Extent::of(b, y));
    let is_country = |id: &EntityId| [a, b].iter().any(|telling| acts(telling, id));
    // A country that no table knows, and what no table knows: nothing tells what lies in it.
    let is_unknown =
        |telling: &Telling<'_>, id: &EntityId| telling.story.name(id).is_none_or(|name| name.state.is_none());
    if is_country(&x.id) != is_country(&y.id) && is_unknown(a, &x.id) && is_unknown(b, &y.id) {
        return None;
    }
    let is_house = |one: Extent, other: Extent| one == Extent::House && other != Extent::House;
    // A house may stand in any town of which nobody tells that it does not.
    (!is_house(here, there) && !is_house(there, here)).then_some(Feature::PlaceOther)
}

/// Whether `name` is the town that `whole` calls together with its country: `Entebbe` of `Entebbe, Uganda`.
fn is_town_of(name: &str, whole: &str) -> bool {
    whole.split_once(", ").is_some_and(|(town, _)| town == name)
}

/// Whether somebody who took part acts for it.
fn acts(telling: &Telling<'_>, id: &EntityId) -> bool {
    telling.meeting.participants.iter().any(|who| who.acts_for.contains(id) || who.id == *id)
}

/// What sort of place a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// A house, a hall, a square: what stands in a town.
    House,
    /// A town or a country, as far as is known.
    Town,
}

impl Extent {
    fn of(telling: &Telling<'_>, place: &MeetingPlace) -> Self {
        if is_told_as_house(telling.story, place) { Self::House } else { Self::Town }
    }
}

/// Whether a story tells a place as a house: by its name, because a table knows it as one, or by the words around it (`the
/// Norrsund residence`; where no table knows it, `at Norrsund`).
pub fn is_told_as_house(story: &Story, place: &MeetingPlace) -> bool {
    if is_called_as_house(&place.name) || is_called_as_house(story.words(place.passage)) {
        return true;
    }
    // What a table calls a town stays one, but where the story says otherwise.
    let known = Facts::shipped().extent_of(&place.id, &place.name);
    if known == Some(language::Extent::House) {
        return true;
    }
    let around = Surroundings { story, passage: place.passage };
    let mut before = around.before().split_whitespace().rev();
    let is_at = match before.next() {
        Some("at") => true,
        Some("the") => matches!(before.next(), Some("at" | "in" | "inside")),
        _ => false,
    };
    let is_word_of_house = |word: &str| is_called_as_house(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let follows = || around.after().strip_prefix(' ').and_then(|rest| rest.split_whitespace().next());
    // A town is called after its state, and nobody writes of what happened at it.
    let is_known = || story.name(&place.id).is_some_and(|name| name.state.is_some());
    follows().is_some_and(is_word_of_house) || is_at && !is_known()
}

/// Bytes before a place, and behind it, in which the word stands that tells what sort of place it is.
const REACH: usize = 16;

/// What stands around a place.
struct Surroundings<'s> {
    story: &'s Story,
    passage: Passage,
}

impl<'s> Surroundings<'s> {
    fn text(&self) -> &'s str {
        let article = &self.story.article;
        if self.passage.part == Part::Title { &article.title.text } else { &article.text }
    }

    fn before(&self) -> &'s str {
        let all = self.text().get(..self.passage.span.start()).unwrap_or_default();
        let from = (all.len().saturating_sub(REACH)..=all.len()).find(|at| all.is_char_boundary(*at));
        from.and_then(|from| all.get(from..)).unwrap_or_default()
    }

    fn after(&self) -> &'s str {
        let all = self.text().get(self.passage.span.end()..).unwrap_or_default();
        let to = (REACH.min(all.len())..=all.len()).find(|at| all.is_char_boundary(*at));
        to.and_then(|to| all.get(..to)).unwrap_or_default()
    }
}

/// Whether `place` of this story lies in the state `state`.
fn in_state(telling: &Telling<'_>, place: &EntityId, state: &EntityId) -> bool {
    telling.story.name(place).is_some_and(|name| name.state.as_ref() == Some(state))
}
