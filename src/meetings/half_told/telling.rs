//! Words that tell of meeting and leave open who met in, everything that may tell whether they are of a meeting out.

use std::ops::Range;

use crate::language::{NameKind, clusters_of};
use crate::meetings::learned::{Notice, Tell, plain, size};
use crate::meetings::merge::Draft;
use crate::meetings::offices;
use crate::meetings::scene::{Row, Scene};
use crate::meetings::types::Participant;

/// Words before and behind the telling that are noticed as standing there.
const BESIDE: usize = 6;

/// Words that tell of meeting and leave open who met.
pub(super) struct Open<'s> {
    /// The story.
    pub scene: &'s Scene<'s>,
    /// What is told.
    pub draft: &'s Draft,
    /// What is told in full beside it.
    pub told: &'s [Draft],
    /// The sentence that tells it first …
    pub row: &'s Row<'s>,
    /// … and its number.
    pub number: usize,
    /// The words of it that tell it.
    pub words: Range<usize>,
    /// How the sentence calls the side that it does not name.
    pub forms: Forms,
}

/// How a sentence calls a side that it does not name.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// `he`, `her`.
    pub is_one: bool,
    /// `they`, `the two`, `both sides`.
    pub is_several: bool,
    /// `I`, `we`, `our`.
    pub is_own: bool,
    /// Words of offices that stand without a name.
    pub offices: Vec<String>,
}

const ONE: &[&str] = &["he", "she", "him", "his", "her", "himself", "herself"];
const SEVERAL: &[&str] =
    &["they", "them", "their", "both", "two", "pair", "sides", "three", "four", "delegations", "together", "each"];
const OWN: &[&str] = &["i", "we", "us", "our", "me", "my", "ourselves"];
/// How many words behind an office the name of its holder begins at most.
const NAME: usize = 4;
/// Words before the telling that are looked at, and half of those from its beginning on. It bounds the work in a text without full
/// stops.
const LOOKED_AT: usize = 60;

/// The words that are looked at.
fn looked_at(row: &Row<'_>, words: &Range<usize>) -> Range<usize> {
    let low = words.start.saturating_sub(LOOKED_AT).max(row.start);
    low..row.line.len().min(words.start + 2 * LOOKED_AT).max(low)
}

impl Forms {
    fn of(row: &Row<'_>, all: Range<usize>) -> Self {
        let line = &row.line;
        let is_named = |at: usize| (at..=at + NAME).any(|at| row.actor_at(at).is_some_and(|actor| actor.is_person));
        let bare = all.clone().filter(|&at| offices::is_office(row, at) && !is_named(at));
        Self {
            is_one: line.holds(all.clone(), ONE),
            is_several: line.holds(all.clone(), SEVERAL),
            is_own: line.holds(all.clone(), OWN),
            offices: bare.map(|at| line.word(at).to_lowercase()).collect(),
        }
    }
}

impl<'s> Open<'s> {
    /// Where a draft is told; `None` where it tells of several meetings or of what only follows from one.
    pub(super) fn of(scene: &'s Scene<'s>, draft: &'s Draft, told: &'s [Draft]) -> Option<Self> {
        let known = &draft.known;
        let number = *draft.rows.first()?;
        let row = scene.rows.get(number)?;
        let words = row.line.positions(*draft.evidence.first()?);
        let forms = Forms::of(row, looked_at(row, &words));
        let is_asked = !known.is_weak && !known.is_plural;
        is_asked.then_some(Self { scene, draft, told, row, number, words, forms })
    }

    /// Tells everything that is noticed to `tell`.
    pub(super) fn notice(&self, tell: Tell<'_>) {
        tell("always", Notice::Number(0));
        self.of_the_draft(tell);
        self.of_the_story(tell);
        self.of_its_words(tell);
    }

    /// Who is told: nobody, a person, a state or a body.
    pub(super) fn who(&self) -> &'static str {
        match self.draft.known.participants.first().map(|one| one.kind) {
            None => "nobody",
            Some(NameKind::Person) => "person",
            Some(NameKind::Place) => "state",
            Some(_) => "body",
        }
    }

    fn of_the_draft(&self, tell: Tell<'_>) {
        let known = &self.draft.known;
        let who = self.who();
        tell("who", Notice::Word(who));
        tell("kind", Notice::Words(who, known.kind.word()));
        tell("status", Notice::Word(known.status.word()));
        let marks = [
            (known.when.is_some_and(|when| when.interval.is_day()), "day"),
            (known.when.is_some(), "dated"),
            (known.place.is_some(), "placed"),
            (known.is_definite, "definite"),
            (known.points_back, "points-back"),
            (known.is_one_sided, "one-sided"),
            (known.takes_pair, "takes-pair"),
            (known.is_new, "new"),
            (known.is_vague, "vague"),
            (known.is_earlier, "earlier"),
            (known.is_many, "many"),
            (known.is_sideline, "sideline"),
            (known.is_headline, "headline"),
            (known.event.is_some(), "event"),
            (known.ordinal.is_some(), "ordinal"),
            (known.sides.is_some(), "sides"),
            (!known.pair_before.is_empty(), "pair-before"),
            (self.forms.is_one, "he"),
            (self.forms.is_several, "they"),
            (self.forms.is_own, "we"),
            (!self.forms.offices.is_empty(), "office"),
            (self.draft.evidence.len() > 1, "again"),
        ];
        for (is, mark) in marks {
            if is {
                tell("mark", Notice::Word(mark));
                tell("mark-of", Notice::Words(who, mark));
            }
        }
        if let Some(one) = known.participants.first() {
            tell("acts", Notice::Number(size(one.acts_for.len().min(1))));
            tell("role", Notice::Number(u16::from(one.role.is_some())));
        }
    }

    fn of_the_story(&self, tell: Tell<'_>) {
        let row = self.row;
        tell("row", Notice::Number(size(self.number / 2)));
        tell("told", Notice::Number(size(self.told.len())));
        let is_told = |draft: &&Draft| draft.known.participants.iter().any(|one| self.is_told(one));
        tell("told-of-them", Notice::Number(size(self.told.iter().filter(is_told).count())));
        let last = self.told.iter().flat_map(|draft| &draft.rows).filter(|row| **row <= self.number).max();
        tell("since", last.map_or(Notice::Word("none"), |last| Notice::Number(size(self.number - last))));
        let people = row.actors.iter().filter(|actor| actor.is_person).count();
        tell("people", Notice::Number(size(people)));
        tell("bodies", Notice::Number(size(row.actors.len() - people)));
        tell("places", Notice::Number(size(row.spots.len())));
        tell("length", Notice::Number(size(row.line.len().saturating_sub(row.start) / 10)));
        let quotes = looked_at(row, &self.words).filter(|&at| matches!(row.line.word(at), "“" | "”" | "\"")).count();
        tell("quotes", Notice::Number(size(quotes)));
    }

    /// Whether somebody takes part in what is told here.
    pub(super) fn is_told(&self, one: &Participant) -> bool {
        self.draft.known.participants.iter().any(|own| own.id == one.id)
    }

    fn of_its_words(&self, tell: Tell<'_>) {
        let row = self.row;
        let low = self.words.start.saturating_sub(BESIDE);
        let end = self.words.end + BESIDE;
        let (mut word, mut before) = (String::new(), String::new());
        for at in looked_at(row, &self.words) {
            std::mem::swap(&mut before, &mut word);
            word.clear();
            plain(row, at, &mut word);
            // The words of a name are one.
            if word == before && word.len() == 1 {
                continue;
            }
            let place = match at {
                _ if self.words.contains(&at) => "in",
                at if (low..self.words.start).contains(&at) => "before",
                at if (self.words.end..end).contains(&at) => "behind",
                _ => "far",
            };
            if place != "far" {
                tell("pair", Notice::Words(&before, &word));
            }
            if word.len() == 1 && !word.starts_with(char::is_alphanumeric) {
                continue;
            }
            tell("word", Notice::Word(&word));
            tell(place, Notice::Word(&word));
            if let Some([large, small]) = clusters_of(&word) {
                let [of_large, of_small] = match place {
                    "in" => ["in-large", "in-small"],
                    "before" => ["before-large", "before-small"],
                    "behind" => ["behind-large", "behind-small"],
                    _ => ["far-large", "far-small"],
                };
                tell(of_large, Notice::Number(large));
                tell(of_small, Notice::Number(small));
            }
        }
    }
}
