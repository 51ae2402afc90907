//! `President Bush` in a story that names another Bush in full: whoever bears the title on the story's day.
//!
//! Within an article a surname goes to whoever was introduced with it, and the day is not yet known then. A title that the
//! one introduced did not bear on the day, and another did, says otherwise, for this mention and those after it, until the one
//! introduced is named again (but by the way: `his father, George H.W. Bush`).

use std::collections::HashSet;

use jiff::civil::Date;

use super::canonical::spaced;
use crate::article::Article;
use crate::language::facts::{Facts, Person};
use crate::language::packed::Sense;
use crate::language::spelling::key;
use crate::language::transliteration::without_article;
use crate::language::types::{EntityId, Form, Name, NameKind, NameMention, Part, Passage};

/// The most words of a title.
const MOST_WORDS: usize = 4;
/// Bytes before a name in which its title is looked for.
const WINDOW: usize = 80;
/// How many mentions of a name are looked at for a title.
const MOST_READ: usize = 8;
/// The office of the tables that stands for titles of courtesy (`Dr`).
const COURTESY: &str = "title";
/// Words before a title that it is not borne any more or not yet with.
pub(super) const NOT_NOW: &[&str] = &["former", "ex", "late", "then", "first", "elder", "future", "next", "onetime"];
const RELATIVES: &[&str] =
    &["father", "mother", "brother", "sister", "son", "daughter", "husband", "wife", "uncle", "grandfather"];

/// How an article calls one person, whatever its day is.
pub(super) enum Calls {
    /// By a surname that no table knows, under titles of those who lead a state.
    Leader { surname: String, offices: Vec<&'static str> },
    /// By mentions, of which one at least is a surname under a title.
    Mentions(Vec<Call>),
    /// In no way that the day can give to another.
    Plainly,
}

/// One mention, and what stands before it.
pub(super) struct Call {
    mention: NameMention,
    words: String,
    /// The offices that are told.
    offices: Vec<&'static str>,
    is_relative: bool,
}

impl Call {
    fn of(article: &Article, mention: &NameMention, words: String, facts: &Facts) -> Self {
        let before = before(article, mention.passage);
        Self { mention: *mention, words, offices: title(before, facts), is_relative: is_relative(before) }
    }

    fn is_surname(&self) -> bool {
        !self.words.contains(' ')
    }
}

/// What of the name at `place` is another's: its `kept` mentions, and the others with whose they are.
pub(super) struct Moved {
    place: usize,
    kept: Vec<NameMention>,
    given: Vec<(NameMention, &'static Person)>,
}

impl Calls {
    /// Those of a name; `is_known` where the tables know whose it is.
    pub(super) fn of(article: &Article, name: &Name, is_known: bool, facts: &Facts) -> Self {
        let told = name.mentions.iter().map(|mention| (mention, words(article, mention)));
        let told: Vec<(&NameMention, String)> = told.collect();
        if told.iter().any(|(_, words)| words.contains(' ')) {
            let named = told.into_iter().filter(|(mention, _)| mention.form == Form::Name);
            let calls: Vec<Call> = named.map(|(mention, words)| Call::of(article, mention, words, facts)).collect();
            let is_titled = calls.iter().any(|call| call.is_surname() && !call.offices.is_empty());
            return if is_titled { Self::Mentions(calls) } else { Self::Plainly };
        }
        let leader = if is_known { None } else { leader(article, name, facts) };
        leader.map_or(Self::Plainly, |(surname, offices)| Self::Leader { surname, offices })
    }

    /// Whether the day can give a mention to another.
    pub(super) const fn may_move(&self) -> bool {
        !matches!(self, Self::Plainly)
    }

    /// What of the `name` at this place is another's on the day; `own` is its bearer, as far as the tables know one.
    pub(super) fn moved(
        &self,
        (place, name): (usize, &Name),
        own: Option<&Person>,
        (states, facts): (&HashSet<EntityId>, &Facts),
        day: Date,
    ) -> Option<Moved> {
        match self {
            Self::Plainly => None,
            Self::Leader { surname, offices } => {
                let leader = leader_on(surname, offices, facts, day)?;
                let given = name.mentions.iter().map(|mention| (*mention, leader)).collect();
                Some(Moved { place, kept: Vec::new(), given })
            }
            Self::Mentions(calls) => {
                let (kept, given) = take_from_namesake(calls, own, states, facts, day);
                (!given.is_empty()).then_some(Moved { place, kept, given })
            }
        }
    }
}

/// Moves mentions to those who bear the titles told before them.
pub(super) fn give_to_holders(names: &mut Vec<Name>, moved: Vec<Moved>) {
    if moved.is_empty() {
        return;
    }
    let mut given = Vec::new();
    for Moved { place, kept, given: mentions } in moved {
        if let Some(name) = names.get_mut(place) {
            name.mentions = kept;
        }
        given.extend(mentions);
    }
    for (mention, person) in given {
        give(names, mention, person);
    }
    names.retain(|name| !name.mentions.is_empty());
    names.sort_by_key(|name| name.mentions.first().map(|mention| mention.passage));
}

fn words(article: &Article, mention: &NameMention) -> String {
    spaced(mention.passage.span.of(text_of(article, mention.passage)))
}

/// Parts the mentions of a name from those by surname that stand under another's title, up to where the full name is told again.
fn take_from_namesake(
    calls: &[Call],
    own: Option<&Person>,
    states: &HashSet<EntityId>,
    facts: &Facts,
    day: Date,
) -> (Vec<NameMention>, Vec<(NameMention, &'static Person)>) {
    let mut current = None;
    let (mut kept, mut given) = (Vec::with_capacity(calls.len()), Vec::new());
    let (mut own_titles, mut borne): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for call in calls {
        if !call.is_surname() {
            own_titles.extend(&call.offices);
            current = current.filter(|_| call.is_relative);
        } else if let Some(holder) = holder(&call.words, &call.offices, own, states, facts, day) {
            current = Some(holder);
            borne.extend(&call.offices);
        }
        match current.filter(|_| call.is_surname()) {
            Some(holder) => given.push((call.mention, holder)),
            None => kept.push(call.mention),
        }
    }
    // Someone whom the story itself gives the title bears it, whatever the tables say.
    let is_titled_itself = own_titles.iter().any(|office| *office != COURTESY && borne.contains(office));
    if own.is_none() && is_titled_itself {
        given.clear();
    }
    (kept, given)
}

/// Adds a mention to the person's name, in the order of the text.
fn give(names: &mut Vec<Name>, mention: NameMention, person: &Person) {
    match names.iter_mut().find(|name| name.id == person.id) {
        Some(name) => {
            let place = name.mentions.partition_point(|other| other.passage <= mention.passage);
            name.mentions.insert(place, mention);
        }
        None => names.push(Name {
            id: person.id.clone(),
            name: person.name.to_owned(),
            kind: NameKind::Person,
            state: None,
            mentions: vec![mention],
        }),
    }
}

/// `President Quill`, and never a given name: the surname, and the offices of those who lead a state that are told before it.
fn leader(article: &Article, name: &Name, facts: &Facts) -> Option<(String, Vec<&'static str>)> {
    let named = name.mentions.iter().filter(|mention| mention.form == Form::Name);
    named.take(MOST_READ).find_map(|mention| {
        let after = text_of(article, mention.passage).get(mention.passage.span.end()..).unwrap_or_default();
        // "President Quill of the rowing club" is another.
        let of = after.split_whitespace().next().is_some_and(|word| word == "of");
        let mut offices = title(before(article, mention.passage), facts);
        offices.retain(|office| office.starts_with("head-of-"));
        let surname = || key(without_article(mention.passage.span.of(text_of(article, mention.passage))));
        (!of && !offices.is_empty()).then(|| (surname(), offices))
    })
}

/// The one head of state or government of that surname on the day, though the story names no state.
fn leader_on(surname: &str, offices: &[&str], facts: &Facts, day: Date) -> Option<&'static Person> {
    let leads = |person: &&Person| {
        person
            .terms
            .iter()
            .any(|term| facts.state(&term.of).is_some() && offices.contains(&term.office) && term.holds(day))
    };
    let mut fitting = facts.people_called(surname).filter(leads);
    let only = fitting.next()?;
    fitting.all(|person| person.id == only.id).then_some(only)
}

fn text_of(article: &Article, passage: Passage) -> &str {
    if passage.part == Part::Title { &article.title.text } else { &article.text }
}

/// What stands shortly before a passage.
fn before(article: &Article, passage: Passage) -> &str {
    let text = text_of(article, passage);
    let start = passage.span.start();
    let from = (start.saturating_sub(WINDOW)..=start).find(|at| text.is_char_boundary(*at));
    from.and_then(|from| text.get(from..start)).unwrap_or_default()
}

/// The offices that the words at the end of `before` tell someone to hold now.
fn title(before: &str, facts: &Facts) -> Vec<&'static str> {
    let mut words: Vec<&str> = before.split_whitespace().rev().take(MOST_WORDS + 1).collect();
    words.reverse();
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    // A point or comma before the name ends what is told.
    if words.last().is_none_or(|word| word.ends_with([',', ';', ':', '!', '?'])) {
        return Vec::new();
    }
    for start in keys.len().saturating_sub(MOST_WORDS)..keys.len() {
        let phrase = keys.get(start..).unwrap_or_default().join(" ");
        let offices: Vec<&str> = facts
            .lexicon
            .phrase(&phrase, false)
            .filter_map(|sense| match sense {
                Sense::Office(index) => facts.offices.get(index).copied(),
                _ => None,
            })
            .collect();
        if !offices.is_empty() {
            let now =
                start.checked_sub(1).and_then(|at| keys.get(at)).is_none_or(|word| !NOT_NOW.contains(&word.as_str()));
            return if now { offices } else { Vec::new() };
        }
    }
    Vec::new()
}

fn is_relative(before: &str) -> bool {
    let last = before.trim_end_matches([' ', ',']).rsplit(' ').next().unwrap_or_default();
    RELATIVES.contains(&last)
}

/// Who of this surname bears one of the offices on the day, if that is not the one introduced.
fn holder(
    surname: &str,
    offices: &[&str],
    own: Option<&Person>,
    states: &HashSet<EntityId>,
    facts: &Facts,
    day: Date,
) -> Option<&'static Person> {
    let bears = |person: &Person| person.terms.iter().any(|term| offices.contains(&term.office) && term.holds(day));
    if offices.is_empty() || own.is_some_and(bears) {
        return None;
    }
    let own_states = || own.into_iter().flat_map(|person| person.terms).map(|term| &term.of);
    let is_near = |person: &Person| {
        person.terms.iter().any(|term| {
            let here = states.contains(&term.of) || own_states().any(|of| *of == term.of);
            here && offices.contains(&term.office) && term.holds(day)
        })
    };
    let mut fitting = facts.people_called(&key(without_article(surname))).filter(|person| is_near(person));
    let only = fitting.next()?;
    fitting.all(|person| person.id == only.id).then_some(only)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::language::fixture::names_on;

    #[track_caller]
    fn in_2005(text: &str, expected: &[&str]) {
        let people: Vec<String> = names_on(text, Some(date(2005, 5, 3)))
            .iter()
            .filter_map(|name| Some(name.strip_prefix("person ")?.to_owned()))
            .collect();
        assert_eq!(people, expected, "{text}");
    }

    #[test]
    fn a_present_title_means_who_bears_it_on_the_day() {
        in_2005(
            "In the United States George H.W. Bush planted a tree. Bush smiled. President Bush praised it. Bush left.",
            &["george-h-w-bush: George H.W. Bush | Bush", "george-w-bush: Bush | Bush"],
        );
        in_2005(
            "President Bush ate with his father, George H.W. Bush. Bush left.",
            &["george-w-bush: Bush | Bush", "george-h-w-bush: George H.W. Bush"],
        );
    }

    #[test]
    fn a_leader_is_known_by_title_and_surname_where_no_state_is_named() {
        in_2005("President Chirac planted a tree. Chirac smiled.", &["jacques-chirac: Chirac | Chirac"]);
        in_2005("President Chirac of the rowing club smiled.", &["chirac: Chirac"]);
    }

    #[test]
    fn a_courtesy_does_not_make_a_relative_the_holder_of_an_office() {
        in_2005(
            "In the United States President Bush planted a tree. Dr. Zelma Bush ate. President Bush smiled.",
            &["george-w-bush: Bush | Bush", "zelma-bush: Zelma Bush"],
        );
    }

    #[test]
    fn without_such_a_title_the_surname_is_whom_the_story_introduced() {
        for text in
            ["George H.W. Bush planted a tree. Bush smiled.", "George H.W. Bush sat. Former President Bush ate."]
        {
            let mentions = "george-h-w-bush: George H.W. Bush | Bush";
            in_2005(text, &[mentions]);
        }
        in_2005(
            "In the United States President Zelma Bush of the Quill Club sat. President Bush ate.",
            &["zelma-bush: Zelma Bush | Bush"],
        );
    }
}
