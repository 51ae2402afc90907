//! `the president`, `the Lao guest`: a row's offices without a name in, the one told just before who is meant out.
//!
//! **Why:** a story introduces `Sudonian President X` and goes on with `the president lunches with Y`; nothing but the
//! sentence before tells who that is. Only one who stands alone behind that office, or alone for that state, is meant.

use super::{Actor, How, Row, Sides};
use crate::language::{EntityId, NameKind, WordList};

/// Offices taken up without a name.
const OFFICES: &[&str] = &[
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "pope",
    "envoy",
    "ambassador",
    "archbishop",
    "patriarch",
    "governor",
    "mediator",
    "chairman",
    "emir",
    "sultan",
    "cardinal",
    "mayor",
];
/// Words for someone who is on a visit.
const GUESTS: &[&str] = &["guest", "visitor"];
/// Words behind an office that make it another's or only a part of a longer one.
const GOES_ON: &[&str] =
    &["of", "for", "to", "'s", "’s", "and", ",", "-", "general", "designate", "elect", "or", "who"];
/// How many sentences back the name may stand …
const REACH: usize = 2;
/// … how many people of a sentence are looked at …
const MOST_PEOPLE: usize = 16;
/// … how many such offices of a sentence are read …
const MOST_OFFICES: usize = 4;
/// … and how many words before a name its office may stand.
const TITLE: usize = 4;

/// Puts the one who is meant where an office stands for a name.
pub(super) fn add(rows: &mut [Row<'_>], sides: &Sides) {
    for number in 0..rows.len() {
        let Some(row) = rows.get(number).filter(|row| row.is_story && !row.is_headline) else { continue };
        let offices = (row.start + 1..row.line.len()).filter(|&at| is_office(row, at)).take(MOST_OFFICES);
        let near = rows.get(number.saturating_sub(REACH)..number).unwrap_or_default();
        let found: Vec<Actor> = offices.filter_map(|at| actor(row, at, near, sides)).collect();
        if let Some(row) = rows.get_mut(number).filter(|_| !found.is_empty()) {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
    add_titled(rows);
    add_of_a_people(rows, sides);
    name_holders(rows, sides);
}

/// Offices in the plural, told of several states at once.
const HOLDERS: &[(&str, &[&str])] = &[
    ("ministers", &["minister"]),
    ("presidents", &["president"]),
    ("premiers", &["premier", "minister"]),
    ("chancellors", &["chancellor"]),
    ("kings", &["king"]),
    ("leaders", &["president", "premier", "chancellor", "king"]),
];

/// Their words.
const PLURALS: WordList = WordList::of(&["ministers", "presidents", "premiers", "chancellors", "kings", "leaders"]);

/// `The Sudonian and Quillian ministers met`: whoever alone acts for the state in the story, if that one bears the title;
/// all of those who are told so, or none.
fn name_holders(rows: &mut [Row<'_>], sides: &Sides) {
    let tells =
        |row: &&Row<'_>| row.is_story && !row.is_headline && row.line.holds_any(row.start..row.line.len(), &PLURALS);
    if !rows.iter().any(|row| tells(&row)) {
        return;
    }
    let bearers = bearers(rows);
    for row in rows.iter_mut().filter(|row| tells(&&**row)) {
        let line = row.line;
        let is_role = |actor: &Actor| actor.how == How::Role && actor.kind == NameKind::Place && actor.who.len() == 1;
        let Some((_, titles)) = HOLDERS.iter().find(|(plural, _)| line.holds(row.start..line.len(), &[plural])) else {
            continue;
        };
        let holder = |actor: &Actor| {
            let (side, _) = actor.who.first()?;
            let one = sides.only_one_of(side)?;
            let is_his = |(title, who): &&(String, (EntityId, String))| {
                let last = title.rsplit(' ').next().unwrap_or(title);
                let premier = title == "prime minister" && titles.contains(&"premier");
                who.0 == one.0
                    && (premier || titles.contains(&last))
                    && !title.starts_with("vice")
                    && !title.starts_with("deputy")
            };
            bearers.iter().find(is_his).map(|_| one.clone())
        };
        let roles = row.actors.iter().filter(|actor| is_role(actor)).count();
        let found: Vec<(EntityId, String)> =
            row.actors.iter().filter(|actor| is_role(actor)).filter_map(holder).collect();
        if found.len() < 2 || found.len() != roles {
            continue;
        }
        for (actor, who) in row.actors.iter_mut().filter(|actor| is_role(actor)).zip(found) {
            (actor.who, actor.is_person, actor.kind, actor.how) = (vec![who], true, NameKind::Person, How::Described);
        }
    }
}

/// `The Sudonian met the Quillian`: whoever alone acts for the state in the story.
fn add_of_a_people(rows: &mut [Row<'_>], sides: &Sides) {
    for row in rows.iter_mut().filter(|row| row.is_story && !row.is_headline) {
        let line = row.line;
        // "the French" are many of them, "the German" is one.
        let is_one = |people: &super::Spot| {
            let word = line.word(people.tokens.end.wrapping_sub(1)).to_lowercase();
            !ALL_OF_A_PEOPLE.iter().any(|end| word.ends_with(end))
        };
        let ends = |at: usize| {
            let word = line.word(at);
            !word.chars().any(char::is_alphanumeric)
                || line.is(at, BEHIND_ONE)
                || word.len() > 4 && word.ends_with("ed")
        };
        let alone = |people: &&super::Spot| {
            line.is(people.tokens.start.wrapping_sub(1), &["the"])
                && is_one(people)
                && ends(people.tokens.end)
                && row.actor_at(people.tokens.start).is_none()
        };
        let one = |people: &super::Spot| {
            let (id, name) = sides.only_one_of(&people.id)?.clone();
            let (tokens, kind) = (people.tokens.clone(), NameKind::Person);
            Some(Actor { tokens, who: vec![(id, name)], is_person: true, kind, how: How::Described, is_many: false })
        };
        let found: Vec<Actor> = row.peoples.iter().filter(alone).filter_map(one).take(MOST_OFFICES).collect();
        if !found.is_empty() {
            row.actors.extend(found);
            row.actors.sort_by_key(|actor| actor.tokens.start);
        }
    }
}

/// What stands behind one of a people who is told by nothing else.
const BEHIND_ONE: &[&str] = &[
    "in", "on", "at", "to", "with", "for", "by", "from", "who", "was", "is", "had", "has", "will", "would", "met",
    "meets", "said", "told", "came", "went", "spoke", "did",
];
/// How the words end that mean all of a people: `the French`, `the Swiss`, `the Japanese`.
const ALL_OF_A_PEOPLE: &[&str] = &["sh", "ch", "ss", "ese"];

/// Offices that a story introduces someone by, of which there may be several …
const OF_SEVERAL: &[&str] = &["minister", "secretary", "archbishop"];
/// Words before an office that make it another one.
const QUALIFIERS: &[&str] = &["prime", "foreign", "vice", "deputy", "finance", "interior", "defence", "defense"];
/// How many bearers of titles a story may have; no story names more.
const MOST_BEARERS: usize = 64;

/// A title, and where its first word stands.
type Title = (String, usize);

/// The title whose last word stands at `at`, with what makes it another one (`foreign minister`).
fn title_at(row: &Row<'_>, at: usize) -> Option<Title> {
    let line = &row.line;
    if !line.is_of(at, &LAST_OF_TITLES) {
        return None;
    }
    let before = at.checked_sub(1).filter(|&before| line.is(before, QUALIFIERS));
    if let Some((_, same)) = OTHER_WORDS.iter().find(|(word, _)| before.is_none() && line.is(at, &[word])) {
        return Some(((*same).to_owned(), at));
    }
    if line.is(at, &["father"]) && line.is_capitalised(at) && line.is(at.wrapping_sub(1), &["holy"]) {
        return Some(("pope".to_owned(), at - 1));
    }
    let office = (line.is(at, SOLE) || line.is(at, OF_SEVERAL)).then(|| line.word(at).to_lowercase())?;
    Some(match before {
        Some(before) => (format!("{} {office}", line.word(before).to_lowercase()), before),
        None => (office, at),
    })
}

/// Every word with which a title ends, whatever it is called.
const LAST_OF_TITLES: WordList = WordList::of(&[
    "president",
    "premier",
    "chancellor",
    "king",
    "queen",
    "pope",
    "emperor",
    "emir",
    "sultan",
    "taoiseach",
    "patriarch",
    "minister",
    "secretary",
    "archbishop",
    "pontiff",
    "pm",
    "father",
]);

/// Two words for one office.
const OTHER_WORDS: &[(&str, &str)] = &[("premier", "prime minister"), ("pm", "prime minister"), ("pontiff", "pope")];

/// A title and who bears it.
type Bearer = (String, (EntityId, String));

/// Whoever is named with a title: `President X`, `the chancellor, X`, `X, President of Sudonia`.
fn bearers(rows: &[Row<'_>]) -> Vec<Bearer> {
    let mut found = Vec::new();
    for row in rows {
        add_bearers(row, &mut found);
    }
    found
}

/// The bearers of titles that one row names.
fn add_bearers(row: &Row<'_>, found: &mut Vec<Bearer>) {
    if row.is_story || row.is_headline {
        let named =
            row.actors.iter().filter(|actor| actor.is_person && actor.who.len() == 1 && actor.how == How::Named);
        for actor in named.take(MOST_PEOPLE) {
            let (start, end) = (actor.tokens.start, actor.tokens.end);
            let near = |at: &usize| row.line.word(*at).chars().any(char::is_alphanumeric) || row.line.word(*at) == ",";
            let before = (start.saturating_sub(TITLE).max(row.start)..start).rev().take_while(near);
            let before = before.take_while(|&at| row.actor_at(at).is_none());
            let comma = row.line.word(end) == ",";
            let behind = end + 1..end + if comma { 1 + TITLE } else { 1 };
            let behind = behind.take_while(near).take_while(|&at| row.actor_at(at).is_none());
            let title = before.chain(start..end).chain(behind).find_map(|at| title_at(row, at));
            let title = title.map(|(title, _)| title);
            if let (Some(title), Some(who)) = (title, actor.who.first())
                && found.len() < MOST_BEARERS
                && !found.iter().any(|(known, other)| *known == title && other.0 == who.0)
            {
                found.push((title, who.clone()));
            }
        }
    }
}

/// … and those that it mostly tells of one. Any of a cabinet is `the minister`.
const SOLE: &[&str] = &[
    "president",
    "premier",
    "chancellor",
    "king",
    "queen",
    "pope",
    "emperor",
    "emir",
    "sultan",
    "taoiseach",
    "patriarch",
];

/// `The Queen drove home`, `the chancellor`, far from her name: the only one whom the story has introduced by the title.
fn add_titled(rows: &mut [Row<'_>]) {
    let mut told: Vec<Bearer> = Vec::new();
    for row in rows.iter_mut() {
        if row.is_story && !row.is_headline && !told.is_empty() {
            let titles = (row.start + 1..row.line.len()).filter_map(|at| Some((at, title_taken_up(row, at)?)));
            let bearer = |(at, (title, first)): (usize, Title)| {
                let (tokens, who) = (first..at + 1, vec![only_bearer(&title, &told)?]);
                let kind = NameKind::Person;
                Some(Actor { tokens, who, is_person: true, kind, how: How::Described, is_many: false })
            };
            let found: Vec<Actor> = titles.filter_map(bearer).take(MOST_OFFICES).collect();
            if !found.is_empty() {
                row.actors.extend(found);
                row.actors.sort_by_key(|actor| actor.tokens.start);
            }
        }
        add_bearers(row, &mut told);
    }
}

/// The title behind `the` whose last word stands at `at`, if it can be taken up for a name: one that is told of one alone, or
/// a capitalised Secretary.
fn title_taken_up(row: &Row<'_>, at: usize) -> Option<Title> {
    let line = &row.line;
    let title = title_at(row, at)?;
    let is_qualified = title.0.contains(' ');
    let is_secretary = line.is(at, &["secretary"]) && line.is_capitalised(at);
    let is_sole = is_qualified || line.is(at, SOLE) || is_secretary;
    let the = line.is(title.1.wrapping_sub(1), &["the"]);
    // "The chancellor, Ann Quill" is told by her name, and "the chancellor, who" by none.
    let ends = match line.word(at + 1) {
        "," => !line.is_capitalised(at + 2),
        "'s" | "’s" => true,
        _ => !line.is_capitalised(at + 1) && !line.is(at + 1, GOES_ON),
    };
    (is_sole && the && ends && row.actor_at(at).is_none()).then_some(title)
}

/// Who alone bears a title; `the Secretary` may be a foreign secretary.
fn only_bearer(title: &str, told: &[Bearer]) -> Option<(EntityId, String)> {
    let is_deputy = |known: &str| known.starts_with("vice ") || known.starts_with("deputy ");
    let means =
        |known: &str| known == title || title == "secretary" && known.ends_with(" secretary") && !is_deputy(known);
    let mut fitting = told.iter().filter(|(known, _)| means(known));
    let (_, first) = fitting.next()?;
    fitting.all(|(_, other)| other.0 == first.0).then(|| first.clone())
}

/// `the president lunches`, `The Lao guest had`: an office that a verb follows and nobody is named by.
fn is_office(row: &Row<'_>, at: usize) -> bool {
    const HOLDERS: WordList = WordList::of(OFFICES);
    const VISITORS: WordList = WordList::of(GUESTS);
    let line = &row.line;
    if !line.is_of(at, &HOLDERS) && !line.is_of(at, &VISITORS) {
        return false;
    }
    let the = line.is(at.wrapping_sub(1), &["the"])
        || line.is(at.wrapping_sub(2), &["the"]) && row.people_at(at.wrapping_sub(1));
    the && !line.is_capitalised(at)
        && row.actor_at(at).is_none()
        && !line.is_capitalised(at + 1)
        && !line.is(at + 1, GOES_ON)
}

fn actor(row: &Row<'_>, at: usize, before: &[Row<'_>], sides: &Sides) -> Option<Actor> {
    let people = row.peoples.iter().find(|people| people.tokens.contains(&at.wrapping_sub(1)));
    let is_guest = row.line.is(at, GUESTS);
    let noun = row.line.word(at);
    let (id, name) = before.iter().rev().find_map(|earlier| {
        let told = earlier.actors.iter().filter(|actor| actor.is_person && actor.who.len() == 1).take(MOST_PEOPLE);
        let fits = |actor: &&Actor| {
            let own = people.is_none_or(|people| actor.who.iter().any(|(id, _)| sides.of(id).contains(&people.id)));
            let low = actor.tokens.start.saturating_sub(TITLE);
            let titled = earlier.line.holds(low..actor.tokens.end, &[noun]);
            own && (titled || is_guest && people.is_some())
        };
        let mut fitting: Vec<(EntityId, String)> = told.filter(fits).flat_map(|actor| actor.who.clone()).collect();
        fitting.dedup_by(|a, b| a.0 == b.0);
        fitting.pop().filter(|_| fitting.is_empty())
    })?;
    let tokens = people.map_or(at, |people| people.tokens.start)..at + 1;
    let who = vec![(id, name)];
    Some(Actor { tokens, who, is_person: true, kind: NameKind::Person, how: How::Described, is_many: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_ends_with_a_word_that_is_looked_for() {
        let others = OTHER_WORDS.iter().map(|(word, _)| word);
        assert!(SOLE.iter().chain(OF_SEVERAL).chain(others).all(|word| LAST_OF_TITLES.contains(word)));
        assert!(HOLDERS.iter().all(|(plural, _)| PLURALS.contains(plural)));
    }
}
