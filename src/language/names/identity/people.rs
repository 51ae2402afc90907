//! Mentions of people in, who each is out.
//!
//! Names with a given name introduce people; the fuller forms come first, so that `J. Smith` goes to the one `John Smith`
//! and to nobody where there is a `Jane Smith` too. A bare surname is whoever of that surname was introduced nearest
//! before, else the first one after; a relative brought in by the way (`his wife, Mary Smith`) steps back. Only who
//! is not introduced at all is looked for among the office-holders of the states in the article. Where one of several
//! leads a state, the others are told in full, and the bare surname is the leader's unless its bearer speaks.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::canonical::written;
use super::honorific::Gender;
use super::mentions::{Called, Forms, Mention, Place, Rank, is_ministry, mention};
use super::person_name::PersonName;
use super::{Identity, plain};
use crate::language::facts::{Facts, Person};
use crate::language::line::Line;
use crate::language::names::Found;
use crate::language::types::{EntityId, NameKind};

/// How many people of one surname a shorter name can mean in one article. No story has more; in a register of
/// thousands of Smiths each would otherwise be compared with each.
const MOST_NAMESAKES: usize = 16;
/// How many office-holders whose surname sounds alike are compared.
const MOST_HOLDERS: usize = 128;

/// Someone whom the article introduces by more than a surname.
#[derive(Default)]
struct Individual {
    table: Option<&'static Person>,
    own: Option<Called>,
    names: Vec<Rc<PersonName>>,
    /// Each form with its name.
    forms: Vec<(Rc<str>, Rc<PersonName>)>,
    gender: Option<Gender>,
    /// Where a full name stands, in order.
    introduced: Vec<Place>,
    is_relative: bool,
}

/// Everyone in the article.
struct People<'a> {
    facts: &'a Facts,
    states: &'a HashSet<EntityId>,
    individuals: Vec<Individual>,
    by_words: HashMap<String, usize>,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    by_table: HashMap<&'static str, usize>,
    /// Surnames that are used alone with forms of address of both sorts.
    couples: HashSet<String>,
    /// The titles behind which a surname stands alone.
    ranks: HashMap<String, Vec<Rank>>,
}

/// For each of `found`, who it is if it is a person.
pub(super) fn assign(
    lines: &[Line<'_>],
    found: &[Found],
    states: &HashSet<EntityId>,
    facts: &Facts,
) -> Vec<Option<Identity>> {
    let mut forms = Forms::new();
    let mut mentions: Vec<Option<Mention>> = found.iter().map(|one| mention(lines, one, &mut forms, facts)).collect();
    for at in 1..found.len() {
        let (Some(Some(partner)), Some(before)) = (mentions.get(at), found.get(at - 1)) else { continue };
        let (line, joint) = (lines.get(before.line), before.tokens.end);
        let joined = found.get(at).is_some_and(|next| next.line == before.line && next.tokens.start == joint + 1)
            && line.is_some_and(|line| line.is(joint, &["and", "&"]));
        let words = partner.words.clone();
        if let Some(Some(first)) = mentions.get_mut(at - 1).filter(|_| joined) {
            first.partner = Some(words);
        }
    }
    let mut people = People::new(facts, states);
    people.introduce_all(mentions.iter().flatten());
    let identities: Vec<Identity> = people.individuals.iter().map(|one| one.identity(facts)).collect();
    let who = |mention: Mention| people.who(&mention, &identities);
    mentions.into_iter().map(|mention| mention.map(who)).collect()
}

impl<'a> People<'a> {
    fn new(facts: &'a Facts, states: &'a HashSet<EntityId>) -> Self {
        Self {
            facts,
            states,
            individuals: Vec::new(),
            by_words: HashMap::new(),
            by_surname: HashMap::new(),
            by_given: HashMap::new(),
            by_table: HashMap::new(),
            couples: HashSet::new(),
            ranks: HashMap::new(),
        }
    }

    fn introduce_all<'m>(&mut self, mentions: impl Iterator<Item = &'m Mention>) {
        let mut surfaces: Vec<(&'m str, Vec<&'m Mention>)> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut addressed: HashMap<&str, Gender> = HashMap::new();
        for mention in mentions {
            if mention.introduces() {
                let number = *numbers.entry(&mention.words).or_insert(surfaces.len());
                if number == surfaces.len() {
                    surfaces.push((&mention.words, Vec::new()));
                }
                if let Some((_, all)) = surfaces.get_mut(number) {
                    all.push(mention);
                }
                continue;
            }
            if let Some(rank) = mention.rank {
                let ranks = self.ranks.entry(mention.name.surname_key().to_owned()).or_default();
                ranks.push(rank);
            }
            if let Some(gender) = mention.gender
                && *addressed.entry(mention.name.surname_key()).or_insert(gender) != gender
            {
                self.couples.insert(mention.name.surname_key().to_owned());
            }
        }
        // Fuller forms first: they tell apart what a shorter one leaves open.
        surfaces.sort_by_key(|(_, all)| {
            let first = all.first();
            let open = first.is_some_and(|first| first.table.len() != 1 && first.own.is_none());
            (open, std::cmp::Reverse(first.map(|first| first.name.fullness())), first.map(|first| first.place))
        });
        for (words, all) in surfaces {
            self.introduce(words, &all);
        }
        for individual in &mut self.individuals {
            individual.introduced.sort_unstable();
        }
    }

    /// Finds or makes the individual whom the mentions of one form mean.
    fn introduce(&mut self, words: &str, mentions: &[&Mention]) {
        let Some(first) = mentions.first() else { return };
        let known = self.table_of(first);
        let same = match known {
            Some(person) => self.by_table.get(person.id.as_str()).copied(),
            None if first.own.is_some() => self.by_words.get(words).copied(),
            None => self.only_namesake(&first.name),
        };
        let number = same.unwrap_or(self.individuals.len());
        if same.is_none() {
            let names = known.and_then(|person| PersonName::parse(person.name)).map(Rc::new).into_iter().collect();
            self.individuals.push(Individual { table: known, names, is_relative: true, ..Individual::default() });
            if let Some(person) = known {
                self.by_table.insert(person.id.as_str(), number);
                for surname in person.surnames.iter().filter_map(|surname| PersonName::parse(surname)) {
                    index(&mut self.by_surname, surname.surname_sound(), number);
                    if let Some(individual) = self.individuals.get_mut(number) {
                        individual.names.push(Rc::new(surname));
                    }
                }
            }
        }
        index(&mut self.by_surname, first.name.surname_sound(), number);
        index(&mut self.by_given, first.name.first_given(), number);
        self.by_words.insert(words.to_owned(), number);
        let Some(individual) = self.individuals.get_mut(number) else { return };
        individual.own = individual.own.take().or_else(|| first.own.clone());
        individual.names.push(Rc::clone(&first.name));
        individual.forms.push((words.into(), Rc::clone(&first.name)));
        for mention in mentions {
            individual.gender = individual.gender.or(mention.gender);
            individual.introduced.push(mention.place);
            individual.is_relative &= mention.is_relative;
        }
    }

    /// The office-holder whom a full name means, by spelling or by sound.
    fn table_of(&self, mention: &Mention) -> Option<&'static Person> {
        if let [first, ..] = mention.table.as_slice() {
            let here = |person: &&&Person| self.by_table.contains_key(person.id.as_str());
            return mention.table.iter().find(here).or(Some(first)).copied();
        }
        if let Some((id, _)) = &mention.own {
            return self.facts.person(id);
        }
        let name = &mention.name;
        let called = self.facts.lexicon.people_sounding(name.surname_sound()).take(MOST_HOLDERS);
        let called = called.filter_map(|index| self.facts.people.get(index));
        if !name.has_full_given() {
            // "V. Putin", where Russia is named too.
            let fits = called.filter(|person| self.is_of_these_states(person) && is_called(person, name));
            let fits = fits.filter(|person| PersonName::parse(person.name).is_some_and(|full| full.agrees(name)));
            return fits.max_by_key(|person| person.terms.iter().map(|term| term.from).max());
        }
        let letter = name.first_given().chars().next();
        let near =
            |person: &&Person| person.name.split(['-', ' ']).any(|word| may_begin_alike(word.chars().next(), letter));
        let agrees = |person: &&Person| PersonName::parse(person.name).is_some_and(|full| full.agrees_fully(name));
        let mut fits = called.filter(near).filter(agrees);
        let only = fits.next();
        // A longer or shorter name may well be someone else's, unless the state speaks for it.
        let surely = |person: &&Person| {
            PersonName::parse(person.name).is_some_and(|full| full.fullness() == name.fullness())
                || self.is_of_these_states(person)
        };
        only.filter(|_| fits.next().is_none()).filter(surely)
    }

    fn is_of_these_states(&self, person: &Person) -> bool {
        person.terms.iter().any(|term| self.states.contains(&term.of))
    }

    /// The one individual who agrees with the name; `None` where nobody does, or several.
    fn only_namesake(&self, name: &PersonName) -> Option<usize> {
        let mut namesakes = self.called(name).filter(|(_, individual)| individual.agrees(name));
        let only = namesakes.next();
        only.filter(|_| namesakes.next().is_none()).map(|(number, _)| number)
    }

    fn called<'s>(&'s self, name: &'s PersonName) -> impl Iterator<Item = (usize, &'s Individual)> {
        let numbers = self.by_surname.get(name.surname_sound()).map(Vec::as_slice).unwrap_or_default();
        let all = numbers.iter().filter_map(|&number| Some((number, self.individuals.get(number)?)));
        all.filter(|(_, individual)| individual.names.iter().any(|own| own.shares_surname(name)))
    }

    fn who(&self, mention: &Mention, identities: &[Identity]) -> Identity {
        let bare = !mention.introduces();
        let number = if bare { self.bare(mention) } else { self.by_words.get(&*mention.words).copied() };
        if let Some(identity) = number.and_then(|number| identities.get(number)) {
            return identity.clone();
        }
        let written = written(&mention.words, NameKind::Person, self.facts);
        if let Some(first_name_of) = mention.partner.as_ref().filter(|_| bare && self.is_only_a_given_name(mention)) {
            // "John and Mary Smith": John Smith.
            if let Some((_, surname)) = first_name_of.split_once(' ') {
                return plain(&format!("{written} {surname}"));
            }
        }
        let others = bare && self.called(&mention.name).next().is_some();
        if let Some(gender) = mention.gender
            && (others || self.couples.contains(mention.name.surname_key()))
        {
            let address = if gender == Gender::Man { "Mr" } else { "Mrs" };
            return plain(&format!("{address} {written}"));
        }
        let gender =
            |person: &Person| PersonName::parse(person.name).map(|name| Gender::of_given_name(name.first_given()));
        let holder = self.office_holder_called(&mention.name);
        let other =
            |person: &&Person| mention.gender.zip(gender(person).flatten()).is_some_and(|(here, there)| here != there);
        holder.filter(|person| !other(person)).map_or_else(|| plain(&written), of_table)
    }

    /// Who a surname alone means.
    fn bare(&self, mention: &Mention) -> Option<usize> {
        let other =
            |individual: &Individual| mention.gender.zip(individual.gender).is_some_and(|(here, there)| here != there);
        let mut called: Vec<(usize, &Individual)> =
            self.called(&mention.name).filter(|(_, individual)| !other(individual)).collect();
        if called.is_empty() {
            return self.by_first_name(mention);
        }
        if mention.gender.is_some() && called.iter().any(|(_, individual)| individual.gender == mention.gender) {
            called.retain(|(_, individual)| individual.gender == mention.gender);
        }
        if called.iter().any(|(_, individual)| !individual.is_relative) {
            called.retain(|(_, individual)| !individual.is_relative);
        }
        if let Some(leader) = only_leader(&called, mention) {
            return Some(leader);
        }
        let before = |individual: &Individual| {
            let after = individual.introduced.partition_point(|place| *place < mention.place);
            after.checked_sub(1).and_then(|last| individual.introduced.get(last)).copied()
        };
        let nearest = called.iter().filter_map(|(number, individual)| Some((before(individual)?, *number))).max();
        let first =
            || called.iter().min_by_key(|(_, individual)| individual.introduced.first()).map(|(number, _)| *number);
        nearest.map(|(_, number)| number).or_else(first)
    }

    /// `Maria`, after one Maria was introduced.
    fn by_first_name(&self, mention: &Mention) -> Option<usize> {
        let given = self.by_given.get(mention.name.surname_key())?;
        let [only] = given.as_slice() else { return None };
        let introduced = self.individuals.get(*only)?.introduced.first()?;
        (*introduced < mention.place).then_some(*only)
    }

    fn is_only_a_given_name(&self, mention: &Mention) -> bool {
        let own = mention.name.surname_key();
        self.facts.lexicon.is_given_name(own) && self.facts.people_called(own).next().is_none()
    }

    /// The office-holder whom a bare surname means: one of a state or body that the article names, the latest in
    /// office.
    fn office_holder_called(&self, name: &PersonName) -> Option<&'static Person> {
        if !name.is_bare() || self.states.is_empty() {
            return None;
        }
        let latest = |person: &&'static Person| person.terms.iter().map(|term| term.from).max();
        let fits = |person: &&'static Person| self.is_of_these_states(person) && self.may_be_titled(person, name);
        let spelled = self.facts.people_called(name.surname_key()).filter(fits);
        spelled.max_by_key(latest).or_else(|| {
            let heard = self.facts.lexicon.people_sounding(name.surname_sound()).take(MOST_HOLDERS);
            let heard = heard.filter_map(|index| self.facts.people.get(index));
            heard.filter(|person| fits(person) && is_called(person, name)).max_by_key(latest)
        })
    }

    /// Whether the office-holder can be whom the article calls by this surname: `Minister Reed` is not the Reed who was only
    /// ever president, where no president of that name is told of as well.
    fn may_be_titled(&self, person: &Person, name: &PersonName) -> bool {
        let is_minister = || person.terms.iter().any(|term| is_ministry(term.office));
        let ranks = self.ranks.get(name.surname_key());
        ranks.is_none_or(|ranks| ranks.contains(&Rank::Leader)) || is_minister()
    }
}

/// The one among namesakes who leads a state, where no other is of the tables: `May` in a story of the painter Iris May.
fn only_leader(called: &[(usize, &Individual)], mention: &Mention) -> Option<usize> {
    if mention.speaks || mention.gender.is_some() {
        return None;
    }
    let leads = |individual: &Individual| {
        let person = individual.table?;
        person
            .terms
            .iter()
            .any(|term| term.office.starts_with("head-of-") || term.office == "supreme-leader")
            .then_some(())
    };
    let mut known = called.iter().filter(|(_, individual)| individual.table.is_some());
    let (number, only) = known.next().filter(|_| called.len() > 1)?;
    let before = only.introduced.first().is_some_and(|first| *first < mention.place);
    (before && known.next().is_none() && leads(only).is_some()).then_some(*number)
}

fn index(by: &mut HashMap<String, Vec<usize>>, sound: &str, number: usize) {
    if sound.is_empty() {
        return;
    }
    let numbers = by.entry(sound.to_owned()).or_default();
    if numbers.len() < MOST_NAMESAKES && !numbers.contains(&number) {
        numbers.push(number);
    }
}

/// Letters with which spellings of one given name begin.
fn may_begin_alike(a: Option<char>, b: Option<char>) -> bool {
    let sort = |c: Option<char>| match c.map(|c| c.to_ascii_lowercase()) {
        Some('y' | 'e' | 'i') => Some('e'),
        Some('j' | 'd' | 'z' | 't') => Some('d'),
        Some('k' | 'c' | 'q' | 'h') => Some('k'),
        Some('v' | 'w') => Some('v'),
        Some('s' | 'x') => Some('s'),
        Some('o' | 'u') => Some('o'),
        Some('f' | 'p') => Some('f'),
        other => other,
    };
    sort(a) == sort(b) || a.is_some_and(|a| !a.is_ascii())
}

fn is_called(person: &Person, name: &PersonName) -> bool {
    person.surnames.iter().filter_map(|surname| PersonName::parse(surname)).any(|surname| surname.shares_surname(name))
}

impl Individual {
    /// Whether the name can be this person's: any form of an office-holder, but every form of anyone else.
    fn agrees(&self, name: &PersonName) -> bool {
        let mut full = self.names.iter().filter(|own| !own.is_bare());
        if self.table.is_some() { full.any(|own| own.agrees(name)) } else { full.all(|own| own.agrees(name)) }
    }

    /// The table's name, else the fullest form.
    fn identity(&self, facts: &Facts) -> Identity {
        if let Some(person) = self.table {
            return of_table(person);
        }
        if let Some((id, name)) = &self.own {
            return Identity { id: id.clone(), name: name.clone(), state: None };
        }
        let fullest = self.forms.iter().rev().max_by_key(|(words, name)| (name.fullness(), words.chars().count()));
        plain(&fullest.map(|(words, _)| written(words, NameKind::Person, facts)).unwrap_or_default())
    }
}

fn of_table(person: &Person) -> Identity {
    Identity { id: person.id.clone(), name: person.name.to_owned(), state: None }
}
