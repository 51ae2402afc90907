//! Those who are told beside the ones who meet: `X, together with Y, met Z`, `Present at the meeting were X, Y and Z`.
//!
//! **In:** a trigger in its sentence, and who is known to take part. **Out:** the same with those beside them. **Why:** they stand
//! in asides, which the walk to the subject and to the objects jumps over, or behind a verb that is none of meeting.

use super::{Named, clause, triggers_apart};
use crate::meetings::scene::{Actor, Row};
use crate::meetings::triggers::{Frame, Trigger};

/// How many words before and behind the trigger companions may stand.
const REACH: usize = 24;
/// How many words of titles may stand between the words that lead to them and a name.
const TITLES: usize = 6;

/// Adds those who came along: behind the trigger, or between the one who meets and the verb.
pub(super) fn add(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    if !named.iter().any(Named::is_person) || trigger.frame == Frame::Joins {
        return;
    }
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let low = clause::start(row, start, true).max(start.saturating_sub(REACH)).max(row.start);
    let near = low..line.len().min(end + REACH);
    let brings = line.is(start, &["brought", "brings", "bring"]);
    let leads = |at: usize| {
        // "brought X and Y to one table with Z".
        let at_one_table = brings && line.is(at, &["table", "room"]);
        (at_one_table || line.is(at, &["along", "together"])) && line.is(at + 1, &["with"])
    };
    let mut found = Vec::new();
    for lead in near.filter(|&at| leads(at)) {
        let behind = lead >= end;
        let apart = behind && triggers_apart(row, end..lead, &["that", "who", "which", "but", "while"]);
        // "a letter that he wrote together with Y" stands before no one who meets.
        let before = !behind && !named.iter().any(|one| one.tokens.end <= lead && one.tokens.end + 1 >= lead);
        if !apart && !before {
            found.extend(listed(row, lead + 2));
        }
    }
    let known: Vec<_> = named.iter().map(|one| one.id.clone()).collect();
    named.extend(found.into_iter().flat_map(Named::of_actor).filter(|one| one.is_person() && !known.contains(&one.id)));
}

/// `a working supper, in which X and Y took part`: adds them.
pub(super) fn add_those_who_took_part(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    let end = trigger.tokens.end;
    let which = (end..end + REACH / 2).find(|&at| line.is(at, &["in"]) && line.is(at + 1, &["which"]));
    let Some(which) = which.filter(|_| !trigger.is_verb()) else { return };
    let list = listed(row, which + 2);
    let behind = clause::reach(&list).end;
    let helps = &["also", "both", "had", "too", "all", "will", "are", "were", "to", "have"];
    let verb = (behind..behind + TITLES).find(|&at| !line.is(at, helps));
    let took = verb.is_some_and(|verb| {
        line.is(verb, &["took", "take", "taken"]) && line.is(verb + 1, &["part"])
            || line.is(verb, &["participated", "participate", "joined", "present"])
    });
    if took && !list.is_empty() {
        let known: Vec<_> = named.iter().map(|one| one.id.clone()).collect();
        named.extend(list.into_iter().flat_map(Named::of_actor).filter(|one| !known.contains(&one.id)));
    }
}

/// The list that begins at `from`, behind titles.
fn listed<'r>(row: &'r Row<'_>, from: usize) -> Vec<&'r Actor> {
    let first = row.actors_from(from).iter().find(|actor| actor.is_person || actor.tokens.start > from + TITLES);
    let first = first.filter(|first| first.is_person && first.tokens.start <= from + TITLES);
    first.map(|first| clause::list_from(row, first)).unwrap_or_default()
}

/// What opens a sentence that lists those who were there.
const PRESENT: &[&str] = &["present", "among", "participants", "attendees", "attending", "those", "guests", "also"];

/// Adds those whom the sentence lists behind its verb: `Among those who met in Oslo were X and Y`, `The talks included X and Y`.
pub(super) fn add_listed(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    let end = trigger.tokens.end;
    let opens = line.is(row.start, PRESENT) || line.is(row.start + 1, &["participants"]);
    let free = |at: &usize| {
        row.is_date_at(*at)
            || row.spot_at(*at).is_some()
            || line.is(*at, &["in", "at", "on", "the", "here", "late", "early", "held"])
            || line.is_capitalised(*at)
    };
    let verb = (end..line.len().min(end + REACH)).find(|at| !free(at));
    let lists = |at: usize| {
        line.is(at, &["included", "include", "involved", "featured"]) || opens && line.is(at, &["were", "was", "are"])
    };
    if named.is_empty()
        && let Some(verb) = verb.filter(|&at| lists(at))
    {
        named.extend(listed(row, verb + 1).into_iter().flat_map(Named::of_actor));
    }
}
