//! A person in, the offices that the tables of facts know of, with their years, out.

use jiff::civil::Date;

use crate::language::{EntityId, Facts, Term};

/// An office that someone holds or held, by the tables of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// In words: `head of state of Turkey`.
    pub words: String,
    /// First and last day of each term, in order; `None` while it lasts.
    pub terms: Vec<(Date, Option<Date>)>,
    /// Whether it was held on the day of one of the stories that were asked about.
    pub is_of_stories: bool,
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
/// tables do not know.
pub fn offices(facts: &Facts, person: &EntityId, days: &[Date]) -> Vec<Office> {
    let Some(person) = facts.person(person) else { return Vec::new() };
    let mut found: Vec<(Office, &EntityId, &str)> = Vec::new();
    let mut terms: Vec<&Term> = person.terms.iter().collect();
    terms.sort_by_key(|term| term.from);
    for term in terms {
        let is_of_stories = days.iter().any(|day| term.holds(*day));
        if let Some((office, ..)) = found.iter_mut().find(|(_, of, office)| **of == term.of && *office == term.office) {
            office.terms.push((term.from, term.to));
            office.is_of_stories |= is_of_stories;
        } else {
            let words = words(facts, term);
            found.push((Office { words, terms: vec![(term.from, term.to)], is_of_stories }, &term.of, term.office));
        }
    }
    let mut offices: Vec<Office> = found.into_iter().map(|(office, ..)| office).collect();
    let latest = |office: &Office| office.terms.last().map(|(from, _)| *from);
    offices.sort_by_key(|office| std::cmp::Reverse((office.is_of_stories, latest(office))));
    offices
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
        let offices = offices(Facts::shipped(), &EntityId::new(person), days);
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
    fn nobody_whom_the_tables_do_not_know_has_an_office() {
        assert!(told("astrid-halvorsen", &[]).is_empty());
    }
}
