//! Those who are told by whom they act for: `government and MILF negotiators`, `the foreign ministers of Egypt and
//! Sudan` whose names nobody knows, `Moscow and Ankara`.
//!
//! **In:** a row with its names. **Out:** the same, with the state or body standing for its people. Where the holders
//! of the offices are known they have been found as descriptions before, and stay.

use std::ops::Range;

use super::{Actor, How, Row};
use crate::language::{EntityId, Facts, NameKind, WordList};

/// Nouns of people who act for a state or a body, and the words that may stand before such a noun.
const PEOPLE: &[&str] = &[
    "leaders",
    "presidents",
    "ministers",
    "premiers",
    "negotiators",
    "officials",
    "experts",
    "specialists",
    "lawmakers",
    "legislators",
    "parliamentarians",
    "officers",
    "diplomats",
    "delegations",
    "delegation",
    "envoys",
    "representatives",
    "delegates",
    "sides",
    "panels",
    "teams",
    "heads",
    "governments",
    "generals",
    "commanders",
    "mediators",
    "ambassadors",
    "ambassador",
    "chiefs",
    "counterparts",
    "counterpart",
    "authorities",
    "negotiator",
    "envoy",
    "president",
    "minister",
    "secretary",
    "secretaries",
    "leader",
    "chancellor",
    "chancellors",
    "advisers",
    "directors",
    "aides",
    "sherpas",
    "executive",
    "executives",
    "bosses",
    "chairman",
    "chairwoman",
    "premier",
    "delegate",
    "foreign",
    "defence",
    "defense",
    "prime",
    "peace",
    "government",
    "military",
    "rebel",
];
/// The same, asked for at every word.
const NOUNS_OF_PEOPLE: WordList = WordList::of(PEOPLE);
/// Of these the words before the noun of people may consist.
const BETWEEN: &[&str] = &[
    "foreign",
    "defence",
    "defense",
    "prime",
    "peace",
    "government",
    "military",
    "rebel",
    "finance",
    "trade",
    "interior",
    "energy",
    "economy",
    "labour",
    "deputy",
    "vice",
    "chief",
    "security",
];

/// Adds those of `row`. `home`: the state that `the government` is of.
pub(super) fn add(row: &mut Row<'_>, home: Option<&(EntityId, String)>, facts: &Facts) {
    let mut found: Vec<Actor> = Vec::new();
    found.extend(governments(row, home));
    found.extend(capitals(row, facts));
    found.extend(half_states(row, facts));
    found.extend(peoples_before_a_noun(row, facts));
    found.retain(|actor| actor.tokens.clone().all(|at| row.actor_at(at).is_none()));
    row.actors.extend(found);
    row.actors.sort_by_key(|actor| actor.tokens.start);
    widen_over_nouns(row);
}

/// `X arrived by train. The Sudonian president met Y`: an office that opens a sentence is that of the only one whom the
/// sentence before names, if nothing else tells for whom that one acts.
pub(super) fn take_up_names(rows: &mut [Row<'_>], sides: &super::Sides) {
    let mut before: Option<(EntityId, String)> = None;
    for row in rows.iter_mut().filter(|row| row.is_story) {
        let start = row.start;
        let line = row.line;
        if let (Some((id, name)), Some(first)) = (before.as_ref(), row.actors.first_mut()) {
            let opens = first.tokens.start == start + 1 && line.is(start, &["the"]) && !first.is_person;
            let office = first.tokens.clone().any(|at| line.is(at, ONE));
            if opens && office && first.how == How::Role && sides.of(id).is_empty() {
                first.who = vec![(id.clone(), name.clone())];
                (first.is_person, first.kind, first.how) = (true, NameKind::Person, How::Described);
            }
        }
        let mut people =
            row.actors.iter().filter(|actor| actor.is_person).take(MOST_NAMED).flat_map(|actor| &actor.who);
        let first = people.next();
        before = first.filter(|first| people.all(|other| other.0 == first.0)).cloned();
    }
}

/// How many people of a sentence are looked at.
const MOST_NAMED: usize = 16;
/// Offices of one.
const ONE: &[&str] =
    &["president", "minister", "leader", "chancellor", "premier", "executive", "chairman", "chairwoman", "secretary"];

/// How many words of the body that sends a delegation may stand behind it.
const LED_REACH: usize = 9;
/// What is headed by someone …
const LED: &[&str] =
    &["delegation", "delegations", "teams", "team", "mission", "panel", "group", "side", "negotiators", "officials"];
/// … and how many words may stand between the words for it and the name.
const TITLES: usize = 8;

/// `a Russian delegation headed by Foreign Minister X`: the words for the delegation belong to its head, who meets.
pub(super) fn widen_over_delegations(row: &mut Row<'_>) {
    let line = row.line;
    let mut floor = row.start;
    for actor in &mut row.actors {
        let start = actor.tokens.start;
        let low = start.saturating_sub(TITLES).max(floor);
        let by = (low..start).rev().find(|&at| line.is(at, &["by"]) || matches!(line.word(at), "," | ";" | "."));
        let by = by.filter(|&at| actor.is_person && line.is(at, &["by"]) && at > floor + 1);
        let led = by.map(|by| by - 1).filter(|&at| line.is(at, &["headed", "led", "chaired"]));
        let noun = led.map(|led| led - 1 - usize::from(line.word(led - 1) == ","));
        // "the delegation of Sudonia, headed by X".
        let noun =
            noun.and_then(|noun| (noun.saturating_sub(LED_REACH).max(floor)..=noun).rev().find(|&at| line.is(at, LED)));
        if let Some(noun) = noun {
            actor.tokens.start = noun;
        }
        floor = actor.tokens.end;
    }
}

/// The one state whose government the story names: `the Philippine government`, `Colombia's government`.
pub(super) fn government_named(rows: &[Row<'_>], facts: &Facts) -> Option<(EntityId, String)> {
    let mut found: Option<(EntityId, String)> = None;
    for row in rows.iter().filter(|row| row.is_story) {
        let before = |spot: &&super::Spot| {
            let end = spot.tokens.end + usize::from(row.line.is(spot.tokens.end, &["'s", "’s"]));
            let start = spot.tokens.start - usize::from(row.line.is(spot.tokens.start.wrapping_sub(1), &["the"]));
            let of = row.line.is(start.wrapping_sub(1), &["of"]) && row.line.is(start.wrapping_sub(2), &["government"]);
            of || row.line.is(end, &["government", "government's"])
        };
        // "Government of Quillonia" where that is one name.
        let whole = |actor: &&Actor| actor.kind == NameKind::Place && row.line.is(actor.tokens.start, &["government"]);
        let named = row.actors.iter().filter(whole).filter_map(|actor| actor.who.first().map(|(id, _)| id));
        for id in row.peoples.iter().chain(&row.spots).filter(before).map(|spot| &spot.id).chain(named) {
            let Some(state) = facts.state(id) else { continue };
            if found.as_ref().is_some_and(|(id, _)| *id != state.id) {
                return None;
            }
            found = Some((state.id.clone(), state.name.to_owned()));
        }
    }
    found
}

fn role(tokens: Range<usize>, id: &EntityId, name: &str) -> Actor {
    let who = vec![(id.clone(), name.to_owned())];
    Actor { tokens, who, is_person: false, kind: NameKind::Place, how: How::Role, is_many: false }
}

/// `the government` and `Government negotiators`, which are those of the story's own state.
fn governments(row: &Row<'_>, home: Option<&(EntityId, String)>) -> Vec<Actor> {
    const NOUNS: WordList = WordList::of(&["government", "government's", "gov't"]);
    let Some((id, name)) = home else { return Vec::new() };
    let line = &row.line;
    let alone = |at: usize| {
        let before = at.wrapping_sub(1);
        let is_named = || {
            row.people_at(before)
            || row.spot_at(before).is_some()
            // "the Quillian government", of which no table knows.
            || before > row.start && before < at && line.is_capitalised(before) && !line.is(before, &["the", "a"])
            || line.is(before, &["'s", "’s", "new", "interim", "local", "federal", "provincial"])
        };
        line.is_of(at, &NOUNS) && !line.is(at + 1, &["of"]) && !is_named()
    };
    (row.start..line.len()).filter(|&at| alone(at)).map(|at| role(at..at + 1, id, name)).collect()
}

/// `Moscow and Ankara agreed`, `between Seoul and Pyongyang`: capitals told as sides stand for their states.
fn capitals(row: &Row<'_>, facts: &Facts) -> Vec<Actor> {
    let line = &row.line;
    let mut found = Vec::new();
    for spot in &row.spots {
        let (start, end) = (spot.tokens.start, spot.tokens.end);
        let listed_after = line.is(end, &["and", ","])
            && [end + 1, end + 2]
                .into_iter()
                .any(|at| row.actor_at(at).is_some_and(|actor| !actor.is_person) || row.spot_at(at).is_some());
        let listed_before = line.is(start.wrapping_sub(1), &["and"])
            && (row.actor_at(start.wrapping_sub(2)).is_some_and(|actor| !actor.is_person)
                || row.spot_at(start.wrapping_sub(2)).is_some());
        let list_start =
            if listed_before { row.spot_at(start - 2).map_or(start, |spot| spot.tokens.start) } else { start };
        let placed =
            line.is(list_start.wrapping_sub(1), &["in", "at", "from", "to", "near", "of", "via", "through", "visited"]);
        if placed || !(listed_after || listed_before) {
            continue;
        }
        match facts.capitals.iter().find(|capital| capital.id == spot.id) {
            Some(capital) => {
                let state = capital.state.as_ref().and_then(|state| facts.state(state));
                found.extend(state.map(|state| role(spot.tokens.clone(), &state.id, state.name)));
            }
            // A country that no table knows.
            None if facts.state_of(&spot.id, &spot.name).is_none() => {
                found.push(role(spot.tokens.clone(), &spot.id, &spot.name));
            }
            None => {}
        }
    }
    found
}

/// `Russian, Turkish and Iranian officials`, `the Israeli and Palestinian delegations`: each people before the noun.
fn peoples_before_a_noun(row: &mut Row<'_>, facts: &Facts) -> Vec<Actor> {
    // "Philippine government": an adjective that nothing was made of, before a noun that only states have.
    let line = row.line;
    let unread = |at: usize| {
        line.is_capitalised(at)
            && (line.is(at + 1, &["government", "delegation"])
                || line.is_of(at + 1, &NOUNS_OF_PEOPLE)
                    && line.word(at + 1).ends_with('s')
                    && !line.is_capitalised(at + 1))
    };
    for at in (row.start..line.len()).filter(|&at| unread(at)) {
        let is_free = !row.people_at(at) && row.actor_at(at).is_none() && row.spot_at(at).is_none();
        if let Some(state) = is_free.then(|| facts.state_called(line.word(at))).flatten() {
            row.peoples.push(super::Spot { tokens: at..at + 1, id: state.id.clone(), name: state.name.to_owned() });
        }
    }
    let halves: Vec<super::Spot> = row.peoples.iter().filter_map(|people| other_half(&line, people, facts)).collect();
    row.peoples.extend(halves);
    row.peoples.sort_by_key(|people| people.tokens.start);
    let row = &*row;
    let line = &row.line;
    let mut found = Vec::new();
    let mut last: Option<usize> = None;
    // From the right, so that each of a list sees that the next one belongs to a noun.
    for people in row.peoples.iter().rev().filter(|people| !is_of_a_continent(&people.name)) {
        let end = people.tokens.end;
        let mut at = end;
        while line.is(at, BETWEEN) {
            at += 1;
        }
        let government = line.is(end, &["government", "governments", "authorities"]);
        if government {
            at = end;
        }
        let noun = line.is(at, PEOPLE) && !line.is_capitalised(at);
        let listed = last.is_some_and(|next| {
            next > end && next - end <= 2 && (end..next).all(|at| line.is(at, &["and", ",", "-", "–"]))
        });
        last = (noun || listed).then_some(people.tokens.start);
        if noun || listed {
            found.push(role(people.tokens.start..if noun { at + 1 } else { end }, &people.id, &people.name));
        }
    }
    found
}

/// `North and South Korean officials`: the half that is told without its noun.
fn other_half(line: &crate::language::Line<'_>, people: &super::Spot, facts: &Facts) -> Option<super::Spot> {
    let halves = &["North", "South", "East", "West"];
    let start = people.tokens.start;
    let half = start.checked_sub(2).filter(|&half| line.is(half, halves) && line.is(half + 1, &["and"]))?;
    let own = people.tokens.len() > 1 && line.is(start, halves) && line.is_capitalised(half);
    let whole = own.then(|| format!("{} {}", line.word(half), line.word(start + 1)))?;
    let state = facts.state_called(&whole)?;
    Some(super::Spot { tokens: half..half + 1, id: state.id.clone(), name: state.name.to_owned() })
}

/// `officials from North and South Korea`: the half of a state that is told without the rest of its name.
fn half_states(row: &Row<'_>, facts: &Facts) -> Vec<Actor> {
    let states = row.spots.iter().filter(|spot| facts.state(&spot.id).is_some());
    let halves = states.filter_map(|spot| other_half(&row.line, spot, facts));
    halves.map(|half| role(half.tokens, &half.id, &half.name)).collect()
}

/// `West African`, `European`: of no state, and of no side.
fn is_of_a_continent(people: &str) -> bool {
    let continents = [
        "African",
        "European",
        "Asian",
        "Arab",
        "Western",
        "Nordic",
        "Baltic",
        "Balkan",
        "Caribbean",
        "Pacific",
        "Gulf",
    ];
    people.split_whitespace().last().is_some_and(|last| continents.contains(&last)) || people == "Latin American"
}

/// `the foreign ministers of Egypt and Sudan`, `MILF negotiators`, `Leaders of the 46 nations of the Council of Europe`:
/// the noun belongs to the actor, who is then no topic of something else.
fn widen_over_nouns(row: &mut Row<'_>) {
    let line = row.line;
    let mut floor = row.start;
    for actor in row.actors.iter_mut().filter(|actor| !actor.is_person) {
        let (start, end) = (actor.tokens.start, actor.tokens.end);
        let mut at = end + usize::from(line.is(end, &["'s", "’s"]));
        while line.is(at, BETWEEN) {
            at += 1;
        }
        if line.is(at, PEOPLE) && !line.is_capitalised(at) {
            actor.tokens = start..at + 1;
            actor.how = How::Role;
        } else if actor.how == How::Role
            && line.is(start.wrapping_sub(1), &["of"])
            && line.is(start.wrapping_sub(2), TEAMS)
        {
            // "a team of Sudonian diplomats".
            actor.tokens.start = start - 2;
        } else if let Some(noun) = noun_before(&line, start, floor) {
            let several = line.is(noun, PEOPLE) && line.word(noun).ends_with('s');
            actor.is_many = several && actor.kind == NameKind::Organisation;
            actor.how = How::Role;
            actor.tokens = noun..end;
        }
        floor = actor.tokens.end;
    }
}

/// Several of a people together.
const TEAMS: &[&str] = &["team", "group", "mission", "party", "delegation", "trio", "pair", "handful", "dozen"];

/// The noun of people in `ministers of the Arctic Council`, looked for before the actor that begins at `start`.
fn noun_before(line: &crate::language::Line<'_>, start: usize, floor: usize) -> Option<usize> {
    let mut at = start;
    let mut of = false;
    while let Some(before) = at.checked_sub(1).filter(|before| *before >= floor && start - before <= 9) {
        if of && (line.is(before, &["government"]) || line.is(before, PEOPLE) && !line.is(before, BETWEEN)) {
            return Some(before);
        }
        of = line.is(before, &["of", "from", "for"]);
        let light = of
            || line.is(before, &["the", "nations", "countries", "members", "states", "member"])
            // "the Ministers of Transport of the Amber Sea States".
            || line.is_capitalised(before) && line.is(before.wrapping_sub(1), &["of", "for"])
            || line.word(before).chars().all(|c| c.is_ascii_digit());
        if !light {
            return None;
        }
        at = before;
    }
    None
}
