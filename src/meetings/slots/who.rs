//! Who meets: a trigger in, the participants that the words around it name out.
//!
//! Those told after the trigger come first (`with X`, `between X and Y`, the object of a verb), then those before it
//! (the subject of the sentence), then those whom another verb of the sentence gathers (`brought together`).

use std::ops::Range;

use super::speech::{addressee, speaker};
use super::{LIGHT, Named, is_title};
use crate::language::{EntityId, NameKind};
use crate::meetings::scene::{Actor, Row, Scene};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::{MeetingKind, Participant};

/// Words that lead from a trigger to those who meet.
const WITH: &[&str] = &["with", "between", "of", "to", "by"];

/// Everyone who takes part, by the words around `trigger`.
pub(in crate::meetings) fn participants(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Vec<Named> {
    let Some(row) = scene.rows.get(number) else { return vec![] };
    let mut named = Vec::new();
    if is_of_a_thing(row, trigger) {
        return named;
    }
    let told_after = after(scene, number, trigger, &mut named);
    let between = row.line.is(trigger.tokens.end, &["between"]);
    if !between && (trigger.is_verb || trigger.is_possessed || told_after || is_setting(row, trigger)) {
        before(scene, number, trigger, &mut named);
    }
    if named.is_empty() || trigger.is_verb {
        gathered(row, trigger, &mut named);
    }
    let people =
        named.iter().filter(|(_, _, tokens)| row.actor_at(tokens.start).is_none_or(|actor| actor.is_person)).count();
    if people >= 1 && trigger.kind != MeetingKind::Round {
        // Where people are named, the states beside them are where they come from.
        named.retain(|(_, _, tokens)| row.actor_at(tokens.start).is_none_or(|actor| actor.is_person));
    }
    let mut seen: Vec<EntityId> = Vec::new();
    named.retain(|(id, _, _)| {
        !seen.contains(id) && {
            seen.push(id.clone());
            true
        }
    });
    named
}

/// `welcomed the meeting`, `received a letter from Macron`: a host's verb whose object is not a person.
fn is_of_a_thing(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let hosts = ["received", "receives", "receive", "hosted", "hosts", "welcomed"];
    if !trigger.is_verb || !line.is(trigger.tokens.start, &hosts) {
        return false;
    }
    let before_name = |at: usize| {
        line.is_capitalised(at)
            || is_title(line.word(at))
            || line.is(
                at,
                &[
                    "by", "of", ",", "head", "chairman", "envoy", "king", "the", "a", "his", "her", "its", "visiting",
                    "new", "outgoing", "former", "'s", "’s", "-",
                ],
            )
            || row.date_at(at).is_some()
    };
    let object = (trigger.tokens.end..line.len()).find(|&at| row.actor_at(at).is_some() || !before_name(at));
    let guest = object.and_then(|at| row.actor_at(at));
    guest
        .is_none_or(|guest| line.is(guest.tokens.end, &["'s", "’s"]) || line.word(guest.tokens.end - 1).ends_with("'s"))
}

/// `in a telephone conversation on Wednesday confirmed`: the meeting is where the subject does something.
fn is_setting(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let from = trigger.tokens.start.saturating_sub(4);
    let light_verb =
        &["held", "hold", "holds", "had", "have", "having", "holding", "attended", "attend", "in", "at", "during"];
    let gathered = &["gathered", "gather", "gathers", "assembled", "convened"];
    // "gathered in Lausanne on Monday for a summit"
    let for_it = line.holds(from..trigger.tokens.start, &["for"])
        && line.holds(trigger.tokens.start.saturating_sub(14)..from, gathered);
    for_it
        || !trigger.is_definite && line.holds(from..trigger.tokens.start, light_verb)
        || line.holds(from..trigger.tokens.start, &["held", "hold", "attend", "attended"])
        || line.holds(from..trigger.tokens.start, &["at"]) && trigger.kind == MeetingKind::Summit
}

/// Those who are told after the trigger: `with X`, `between X and Y`, `of X, Y and Z`, or for a verb its object.
fn after(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) -> bool {
    let Some(row) = scene.rows.get(number) else { return false };
    let line = &row.line;
    let before = named.len();
    let mut at = trigger.tokens.end;
    let mut open = trigger.is_verb && !trigger.has_topic
        || row.actor_at(at).is_some_and(|actor| actor.is_person && !trigger.has_topic);
    // "spoke by telephone with", "speaking on phone with"
    if trigger.is_verb
        && line.is(at, &["by", "on", "over"])
        && line.holds(at + 1..at + 3, &["phone", "telephone", "video"])
    {
        at += if line.is(at + 1, &["the"]) { 3 } else { 2 };
    }
    let limit = (at + 14).min(line.len());
    let topic_ends = trigger.has_topic && counterpart_after_topic(row, trigger);
    while at < limit {
        if let Some(actor) = row.actor_at(at).filter(|_| open) {
            list(row, actor, named);
            // A list of those who met goes on over commas and `and`.
            at = named.last().map_or(at + 1, |(_, _, tokens)| tokens.end).max(at + 1);
            // … or is taken up by `with`: "the meeting of X with Y".
            if !line.is(at, &["and", ",", "as", "then", "with"]) {
                break;
            }
        } else if line.is(at, &["you"]) && open {
            if let Some(addressee) = addressee(scene, number) {
                named.extend(addressee.who.iter().map(|(id, name)| (id.clone(), name.clone(), at..at + 1)));
            }
            break;
        } else if line.is(at, WITH) && (!trigger.has_topic || line.is(at, &["with"])) {
            open = true;
        } else if open && (is_clause_end(line.word(at)) || line.is(at, &["about", "on", "over", "that", "regarding"])) {
            if row.date_at(at + 1).is_none() {
                break;
            }
        } else if !open
            && !topic_ends
            && !LIGHT.contains(&line.word(at).to_lowercase().as_str())
            && row.date_at(at).is_none()
            && row.spot_at(at).is_none()
        {
            break;
        }
        at += 1;
    }
    named.len() > before
}

/// `Merkel discussed the crisis with Macron`: one person before the verb and one after `with`. Where two are told
/// before it, `with` belongs to what they discussed.
fn counterpart_after_topic(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let people: Vec<&Actor> =
        row.actors.iter().filter(|actor| actor.is_person && actor.tokens.end <= trigger.tokens.start).collect();
    let mut subjects = Vec::new();
    if let Some(first) = nearest_subject(row, &people, trigger.tokens.start, 14) {
        list(row, first, &mut subjects);
        subjects.retain(|(_, _, tokens)| tokens.end <= trigger.tokens.start);
    }
    let end = trigger.tokens.end;
    let with = (end..(end + 14).min(line.len()))
        .take_while(|&at| !is_clause_end(line.word(at)) && line.word(at) != ",")
        .find(|&at| line.is(at, &["with"]));
    with.is_some() && subjects.len() < 2 && !trigger.is_definite
}

fn is_clause_end(word: &str) -> bool {
    matches!(word, "." | ";" | ":" | "\"" | "”" | "“" | "–" | "—")
}

/// `actor` and those who follow it in the same list.
fn list(row: &Row<'_>, actor: &Actor, named: &mut Vec<Named>) {
    push(actor, named);
    let mut end = actor.tokens.end;
    // Between the members of a list stand commas, `and`, titles and peoples.
    while let Some(next) = row.actors.iter().find(|next| next.tokens.start >= end && next.is_person == actor.is_person)
    {
        let gap = end..next.tokens.start;
        let joined = gap.clone().any(|at| row.line.is(at, &["and", ","]) || row.line.word(at) == "&");
        let light = gap.clone().all(|at| !is_clause_end(row.line.word(at)) && !is_verb_like(row.line.word(at)));
        if !joined || !light || gap.len() > 8 {
            break;
        }
        push(next, named);
        end = next.tokens.end;
    }
}

fn push(actor: &Actor, named: &mut Vec<Named>) {
    named.extend(actor.who.iter().map(|(id, name)| (id.clone(), name.clone(), actor.tokens.clone())));
}

fn is_verb_like(word: &str) -> bool {
    let verb = [
        "said", "told", "was", "were", "has", "have", "had", "will", "met", "is", "are", "who", "which", "in", "on",
        "at",
    ];
    verb.contains(&word) || word.len() > 5 && word.ends_with("ed")
}

/// Those who are told before the trigger: the subject of the sentence, the one who speaks, `I` in a quotation.
fn before(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) {
    let Some(row) = scene.rows.get(number) else { return };
    let line = &row.line;
    let head = trigger.tokens.start;
    if line.holds(head.saturating_sub(8)..head, &["I", "we", "my", "our"])
        && !line.holds(head.saturating_sub(8)..head, &["he", "his"])
    {
        if let Some(speaker) = speaker(scene, number) {
            // The speaker is named elsewhere in the paragraph; the trigger is what says that he takes part.
            named.extend(speaker.who.iter().map(|(id, name)| (id.clone(), name.clone(), trigger.tokens.clone())));
        }
        return;
    }
    // "X and Y discussed the prospects for … during a telephone conversation": a setting may stand far off.
    let setting = !trigger.is_verb && line.holds(head.saturating_sub(4)..head, &["during", "in"]);
    let reach = if setting { 32 } else { 14 };
    let people: Vec<&Actor> = row.actors.iter().filter(|actor| actor.is_person && actor.tokens.end <= head).collect();
    let subject = if trigger.is_possessed && !trigger.is_verb {
        people.first()
    } else {
        nearest_subject(row, &people, head, reach)
    };
    if let Some(subject) = subject {
        let mut subjects = Vec::new();
        list(row, subject, &mut subjects);
        subjects.retain(|(_, _, tokens)| tokens.end <= head);
        named.splice(0..0, subjects);
    } else if trigger.is_verb || line.holds(head.saturating_sub(3)..head, &["held", "hold"]) {
        let bodies = row
            .actors
            .iter()
            .filter(|actor| !actor.is_person && actor.tokens.end <= head && head - actor.tokens.end < 3);
        let mut told = Vec::new();
        bodies.for_each(|actor| push(actor, &mut told));
        named.splice(0..0, told);
    }
}

/// The first of the list of people that stands nearest before `head`.
fn nearest_subject<'r, 'p>(row: &Row<'_>, people: &'p [&'r Actor], head: usize, reach: usize) -> Option<&'p &'r Actor> {
    let mut first = people.len().checked_sub(1)?;
    // A clause between the subject and the verb may be long, but another sentence's subject is not ours.
    if people.get(first).is_some_and(|actor| head - actor.tokens.end > reach) {
        return None;
    }
    while let (Some(previous), Some(current)) = (first.checked_sub(1).and_then(|at| people.get(at)), people.get(first))
    {
        let gap = previous.tokens.end..current.tokens.start;
        let joined = gap.clone().any(|at| row.line.is(at, &["and", ","]));
        if !joined || gap.clone().any(|at| is_verb_like(row.line.word(at))) || gap.len() > 8 {
            break;
        }
        first -= 1;
    }
    people.get(first)
}

/// Words after the trigger within which another verb can tell who came. It bounds the work where a text has no full stops.
const GATHERED_REACH: usize = 128;

/// `brought together X, Y and Z`; `attended by`, `with the participation of`: told by another verb of the sentence.
fn gathered(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let line = &row.line;
    let limit = (trigger.tokens.end + GATHERED_REACH).min(line.len());
    let lead = (trigger.tokens.end..limit).find(|&at| {
        line.reads(at, "brought together")
            || line.reads(at, "attended by")
            || line.reads(at, "participation of")
            || line.reads(at, "representatives of")
    });
    let Some(lead) = lead else { return };
    for actor in row.actors.iter().filter(|actor| actor.tokens.start >= lead) {
        push(actor, named);
    }
}

/// How many sentences back `the two leaders` may point.
const PAIR_REACH: usize = 6;

/// `the two presidents met`, `this summit`: the pair of people told last before, if it is a pair that acts together.
pub(in crate::meetings) fn pair_before(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Vec<Participant> {
    let is_of_two = !matches!(trigger.kind, MeetingKind::Round | MeetingKind::Conference);
    if !trigger.is_definite || trigger.is_plural || !is_of_two {
        return vec![];
    }
    let rows = scene.rows.get(number.saturating_sub(PAIR_REACH)..number).unwrap_or_default();
    let pair = rows.iter().rev().filter(|row| row.is_story).find_map(|row| {
        let first = row.actors.iter().find(|actor| actor.is_person)?;
        let mut pair = Vec::new();
        list(row, first, &mut pair);
        let passage = |tokens: Range<usize>| row.line.passage(tokens);
        let people =
            pair.into_iter().map(|(id, name, tokens)| Participant::new(id, name, NameKind::Person, passage(tokens)));
        Some(people.collect::<Vec<_>>())
            .filter(|people| matches!(people.as_slice(), [one, other] if one.id != other.id))
    });
    pair.unwrap_or_default()
}
