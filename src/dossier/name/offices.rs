//! A person in, the offices that the tables of facts know of, with their years and with the words of a story that says so, out.

use jiff::civil::Date;

use crate::dossier::Source;
use crate::language::{EntityId, Facts, Naming, Term, names_office};

/// Words by which a story calls someone.
#[derive(Clone, Copy, Debug)]
pub struct Calling<'w> {
    /// The words.
    pub words: &'w str,
    /// Where they stand.
    pub source: Source,
    /// The day of the story, as far as it is known.
    pub day: Option<Date>,
}

/// An office that someone holds or held, by the tables of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// In words: `head of state of Turkey`.
    pub words: String,
    /// First and last day of each term, in order; `None` while it lasts.
    pub terms: Vec<(Date, Option<Date>)>,
    /// Whether it was held on the day of one of the stories that were asked about.
    pub is_of_stories: bool,
    /// The words of a story that calls them by it; `None` where none does.
    pub said: Option<Source>,
}

impl Office {
    /// The years of its terms: `2000–2008, 2012–`.
    pub fn years(&self) -> String {
        let year = |date: Date| date.year().to_string();
        let told = self.terms.iter().map(|(from, to)| match to {
            Some(to) if to.year() == from.year() => year(*from),
            to => format!("{}–{}", year(*from), to.map(year).unwrap_or_default()),
        });
        told.collect::<Vec<_>>().join(", ")
    }
}

/// The offices of a person; those held in the days of the stories first, then the latest. Empty for everyone whom the
/// tables do not know. `called` is how stories call them.
pub fn offices(facts: &Facts, person: &EntityId, days: &[Date], called: &[Calling<'_>]) -> Vec<Office> {
    let Some(person) = facts.person(person) else { return Vec::new() };
    let mut found: Vec<(Office, &EntityId, &str)> = Vec::new();
    let mut terms: Vec<&Term> = person.terms.iter().collect();
    terms.sort_by_key(|term| term.from);
    for term in terms {
        let is_of_stories = days.iter().any(|day| term.holds(*day));
        if let Some((office, ..)) = found.iter_mut().find(|(_, of, office)| **of == term.of && *office == term.office) {
            office.terms.push((term.from, term.to));
            office.is_of_stories |= is_of_stories;
            office.said = office.said.or_else(|| said(facts, term, called));
        } else {
            let words = words(facts, term);
            let terms = vec![(term.from, term.to)];
            found.push((
                Office { words, terms, is_of_stories, said: said(facts, term, called) },
                &term.of,
                term.office,
            ));
        }
    }
    let mut offices: Vec<Office> = found.into_iter().map(|(office, ..)| office).collect();
    let latest = |office: &Office| office.terms.last().map(|(from, _)| *from);
    offices.sort_by_key(|office| std::cmp::Reverse((office.is_of_stories, latest(office))));
    offices
}

/// The words that call someone by the office of this term: those that also name the state or body first, then those from the days
/// of the term. An office without its state is only that of the term in these days.
fn said(facts: &Facts, term: &Term, called: &[Calling<'_>]) -> Option<Source> {
    let said = called.iter().filter_map(|one| {
        let naming = names_office(facts, one.words, term)?;
        let is_then = one.day.is_some_and(|day| term.holds(day));
        (naming == Naming::Whole || is_then).then_some(((naming, !is_then), one.source))
    });
    said.min_by_key(|(key, _)| *key).map(|(_, source)| source)
}

/// `foreign minister of Norway`, `envoy for Syria of the United Nations`.
fn words(facts: &Facts, term: &Term) -> String {
    let office = match term.office.split_once('-') {
        // An envoy's own field is a part of the office's identity.
        Some((envoy @ "envoy", state)) => {
            let state = facts
                .state(&EntityId::new(state))
                .map_or_else(|| state.replace('-', " "), |state| state.name.to_owned());
            format!("{envoy} for {state}")
        }
        _ => term.office.replace('-', " "),
    };
    format!("{office} of {}", owner(facts, &term.of))
}

/// The name of a state or body; its identity where no table has it.
fn owner(facts: &Facts, id: &EntityId) -> String {
    let known = facts.bodies.iter().chain(facts.places).find(|known| known.id == *id).map(|known| known.name);
    let name = facts.state(id).map(|state| state.name).or(known);
    name.map_or_else(|| id.as_str().replace('-', " "), str::to_owned)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn told(person: &str, days: &[Date]) -> Vec<String> {
        let offices = offices(Facts::shipped(), &EntityId::new(person), days, &[]);
        offices.iter().map(|office| format!("{} {}", office.words, office.years())).collect()
    }

    #[test]
    fn terms_of_one_office_are_told_together_with_their_years() {
        let told = told("vladimir-putin", &[date(2017, 11, 21)]);
        assert!(
            told.first().is_some_and(|first| first.starts_with("head of state of Russia") && first.contains(", 20"))
        );
        assert_eq!(told.iter().filter(|one| one.starts_with("head of state of")).count(), 1, "{told:?}");
    }

    #[test]
    fn the_office_held_in_the_days_of_the_stories_comes_first() {
        let first = |day| told("vladimir-putin", &[day]).remove(0);
        assert!(first(date(2010, 3, 1)).starts_with("head of government of Russia"));
        assert!(first(date(2017, 3, 1)).starts_with("head of state of Russia"));
    }

    #[test]
    fn an_office_leads_to_the_words_that_call_the_holder_by_it() {
        use crate::language::{Part, Passage};
        use crate::text::Span;
        let source = |story| Source { story, passage: Passage { part: Part::Text, span: Span::new(0, 4) } };
        let calling = |story, words, day| Calling { words, source: source(story), day: Some(day) };
        let said = |called: &[Calling<'_>]| {
            let offices = offices(Facts::shipped(), &EntityId::new("vladimir-putin"), &[date(2017, 3, 1)], called);
            offices.into_iter().map(|office| (office.words, office.said)).collect::<Vec<_>>()
        };
        let now = date(2017, 3, 1);
        let told = said(&[
            calling(0, "the Turkish president", now),
            calling(1, "President", now),
            calling(2, "the Russian president", now),
        ]);
        let (state, government) = (&told[0], told.iter().find(|(words, _)| words == "head of government of Russia"));
        assert_eq!(state, &("head of state of Russia".to_owned(), Some(source(2))));
        assert_eq!(government.unwrap().1, None);
        let told = said(&[calling(1, "President", now), calling(2, "President", date(2011, 3, 1))]);
        assert_eq!(told[0].1, Some(source(1)), "without its state it is of the days of its story");
        assert!(said(&[calling(2, "President", date(2011, 3, 1))]).iter().all(|(_, said)| said.is_none()));
    }

    #[test]
    fn nobody_whom_the_tables_do_not_know_has_an_office() {
        assert!(told("astrid-halvorsen", &[]).is_empty());
    }
}
