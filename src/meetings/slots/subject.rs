//! Those who are told before a trigger: a trigger in its sentence in, its subject and whom that addresses out.
//!
//! **Why:** the walk to the left has its own rules: `I` in a quotation is its speaker, `gave X an audience` names the
//! guest before the noun, a noun at the head of a sentence has its subject behind it, and what stands behind a colon is
//! done by whoever stands before it.

use std::ops::Range;

use super::guests::{guest_before, one_among_guests};
use super::objects::OBJECT_REACH;
use super::setting::holds_talks;
use super::speech::speaker;
use super::who::push;
use super::{Named, clause};
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::triggers::{self, Frame, Trigger};

/// Those who are told before the trigger: the subject of the clause, `I` in a quotation.
pub(super) fn before(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) {
    let Some(row) = scene.rows.get(number) else { return };
    let line = &row.line;
    if opens_the_sentence(row, trigger) {
        subject_behind(row, trigger, named);
        return;
    }
    let head = if trigger.is_verb() { trigger.tokens.start } else { trigger.phrase.min(trigger.tokens.start) };
    // "told reporters after meeting with X", "promised help while hosting X".
    let head = triggers::participle_lead(line, head).filter(|_| trigger.is_verb()).unwrap_or(head);
    let own = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(8))..head;
    if line.holds(own.clone(), &["I", "we", "my", "our"]) && !line.holds(own, &["he", "his", "who"]) {
        named.extend(listed_with_me(row, head));
        if let Some(speaker) = speaker(scene, number) {
            // The speaker is named elsewhere in the paragraph; the trigger is what says that he takes part.
            named.extend(
                Named::of_actor(speaker).into_iter().map(|named| Named { tokens: trigger.tokens.clone(), ..named }),
            );
        }
        return;
    }
    let given =
        (head.saturating_sub(GIFT_REACH)..head).find(|&at| line.is(at, &["gave", "granted", "gives", "grants"]));
    if let Some(given) = given.filter(|_| !trigger.is_verb()) {
        // "The king gave Ms Yingluck an audience."
        let guests =
            row.actors_from(given).iter().take_while(|actor| actor.tokens.end <= head).filter(|actor| actor.is_person);
        named.extend(guests.flat_map(Named::of_actor));
    }
    other_side(row, trigger, named);
    let mut told = subject(row, trigger, head, given);
    if told.is_empty() {
        told.extend(introduced(scene, number, trigger, named));
    }
    if told.is_empty() && !named.is_empty() {
        told.extend(delegation(row, head));
    }
    if told.is_empty() && !named.is_empty() {
        told.extend(whose_day(scene, row, trigger));
    }
    if named.is_empty()
        && let Some(last) = told.last().map(|last| last.tokens.end)
    {
        named.extend(spoken_to(row, last..head));
    }
    named.splice(0..0, told);
}

/// Adds the other side where it is told before the subject.
fn other_side(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    named.extend(inviter(row, trigger));
    if named.is_empty() {
        named.extend(put_first(row, trigger));
    }
    named.extend(one_among_guests(row, trigger).into_iter().flat_map(Named::of_actor));
    if named.is_empty() {
        named.extend(guest_before(row, trigger).into_iter().flat_map(Named::of_actor));
    }
}

/// `X and I spoke`: whoever is told before `I`.
fn listed_with_me(row: &Row<'_>, head: usize) -> Vec<Named> {
    let line = &row.line;
    let me = (head.saturating_sub(I_REACH).max(row.start)..head).rev().find(|&at| line.is(at, &["I"]));
    let and = me.and_then(|me| me.checked_sub(1)).filter(|&and| line.is(and, &["and"]));
    let other = and.and_then(|and| and.checked_sub(1)).and_then(|last| row.actor_at(last));
    other.filter(|other| other.is_person).into_iter().flat_map(Named::of_actor).collect()
}

/// How many words before its verb `I` may stand.
const I_REACH: usize = 4;

/// The subject of the clause, as far as it takes part. `given`: where an audience is given.
fn subject(row: &Row<'_>, trigger: &Trigger, head: usize, given: Option<usize>) -> Vec<Named> {
    let line = &row.line;
    let subject = clause::subject(row, given.unwrap_or(head), trigger.is_verb() || given.is_some());
    let people = subject.iter().any(|actor| actor.is_person);
    let delegated = subject.iter().any(|actor| actor.how == How::Role);
    let mut told: Vec<Named> = Vec::new();
    for actor in subject.iter().filter(|actor| actor.is_person || !people) {
        // "The Kremlin said after the talks": who speaks for a body does not meet for it, unless a verb says so.
        if actor.is_person || trigger.is_verb() || delegated || holds_talks(row, trigger) {
            push(actor, &mut told);
        }
    }
    // "X said they would sit down": whoever speaks of several is not yet all of them.
    let several = |one: &Named| {
        let of_them = |at: usize| line.is(at, &["the"]) && line.is(at + 1, &["two", "pair"]);
        trigger.is_verb() && line.holds(one.tokens.end..head, &["they", "both"])
            || one.tokens.end < head && (head.saturating_sub(THE_TWO).max(one.tokens.end)..head).any(of_them)
    };
    told.retain(|one| !one.tokens.is_empty() && one.tokens.end <= trigger.tokens.start && !several(one));
    told
}

/// How many words before what they hold `the two` may stand.
const THE_TWO: usize = 4;

/// `At a conference in Vienna on Saturday, X spoke`, `After talks with X, Y flew home`: the subject comes behind.
pub(super) fn opens_the_sentence(row: &Row<'_>, trigger: &Trigger) -> bool {
    let opens = &["at", "during", "in", "after", "following", "over", "on", "by", "before", "while", "when", "upon"];
    if trigger.is_verb() {
        // "Receiving X in Oslo, Y promised help", "After meeting with X, Y flew home".
        let head = trigger.tokens.start;
        // "By telephone on Monday, X told Y": who speaks on it stands behind.
        if head <= row.start + 2 && row.line.is(head, &["phone", "telephone"]) {
            return true;
        }
        // "Received by X in Oslo, Y smiled".
        let passive = head == row.start
            && row.line.is(head, &["received", "welcomed", "greeted", "hosted"])
            && row.line.is(head + 1, &["by"]);
        let lead = triggers::participle_lead(&row.line, head);
        return passive || triggers::participle_opens(&row.line, head) || lead.is_some_and(|lead| lead == row.start);
    }
    // "Speaking after a meeting with X, Y said".
    let speaking = row.line.is(row.start, &["speaking"]) && row.line.is(row.start + 1, opens);
    // "Ahead of talks with X, Y said".
    if row.line.reads(row.start, "ahead of") && trigger.phrase <= row.start + 3 {
        return true;
    }
    if speaking && !trigger.is_verb() && trigger.phrase <= row.start + 2 {
        return true;
    }
    !trigger.is_verb() && trigger.phrase <= row.start + 1 && row.line.is(row.start, opens)
}

/// Adds the subject that stands behind a noun at the head of its sentence, with whom it addresses.
fn subject_behind(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) {
    let told = |actor: &Actor| named.iter().any(|named| named.tokens == actor.tokens);
    let next = row.actors_from(trigger.tokens.end).iter().find(|actor| actor.is_person && !told(actor));
    let Some(near) = next.filter(|actor| actor.tokens.start <= trigger.tokens.end + OBJECT_REACH) else { return };
    if named.is_empty() {
        let list = clause::list_from(row, near);
        named.extend(list.iter().flat_map(|actor| Named::of_actor(actor)));
        named.extend(addressed(row, clause::reach(&list).end..row.line.len()));
    } else {
        named.extend(Named::of_actor(near));
    }
}

/// Whom the subject before `range` addresses, or turns to.
fn spoken_to(row: &Row<'_>, range: Range<usize>) -> Vec<Named> {
    let addressed = addressed(row, range.clone());
    if addressed.is_empty() { turned_to(row, range) } else { addressed }
}

/// How many words behind its subject a verb that addresses someone may stand.
const ADDRESS_REACH: usize = 6;

/// `told X in a telephone call`, `assured X at a meeting`: whom the subject before `range` addresses.
fn addressed(row: &Row<'_>, range: Range<usize>) -> Vec<Named> {
    let near = range.start..range.end.min(range.start + ADDRESS_REACH);
    let verb = near.into_iter().find(|&at| row.line.is(at, ADDRESSES));
    let object = verb.and_then(|at| row.actors_from(at + 1).first().filter(|actor| actor.tokens.start <= at + TITLES));
    let is_someone = |object: &&Actor| object.is_person || object.how == How::Role;
    let Some(object) = object.filter(is_someone).filter(|object| object.tokens.end <= range.end) else {
        return vec![];
    };
    clause::list_from(row, object).iter().flat_map(|actor| Named::of_actor(actor)).collect()
}

/// How many words of titles may stand between such a verb and a name.
const TITLES: usize = 6;

/// `raised the issue with X at a meeting`, `expressed concern to X in a call`: to whom the subject before `range` turns, where the
/// words for him lead to the talks.
fn turned_to(row: &Row<'_>, range: Range<usize>) -> Vec<Named> {
    let line = &row.line;
    let low = range.end.saturating_sub(TURN_REACH).max(range.start);
    let speaks = range.clone().take(ADDRESS_REACH).any(|at| line.is(at, TURNS));
    let lead = (low..range.end).find(|&at| line.is(at, &["to", "with", "from"]));
    let parted = |at: usize| line.is(at, &["that", "and", "but", "who", "which"]) || line.word(at) == ",";
    let object = lead.filter(|&lead| speaks && !(range.start..lead).any(parted)).and_then(|lead| {
        row.actors_from(lead + 1).first().filter(|actor| actor.tokens.start <= lead + 1 + TITLES && actor.is_person)
    });
    let next = |object: &&Actor| {
        let end = object.tokens.end;
        end <= range.end && (end..range.end).all(|at| line.is(at, &["at", "in", "during", "over", "on", "by"]))
    };
    object.filter(next).into_iter().flat_map(Named::of_actor).collect()
}

/// How many words before the talks the one may be told to whom somebody turned.
const TURN_REACH: usize = 10;

/// What is said or given to somebody.
const TURNS: &[&str] = &[
    "raised",
    "raises",
    "expressed",
    "expresses",
    "conveyed",
    "voiced",
    "reiterated",
    "outlined",
    "explained",
    "complained",
    "protested",
    "apologised",
    "apologized",
    "delivered",
    "handed",
    "presented",
    "offered",
    "gave",
    "made",
    "said",
    "promised",
    "stressed",
    "repeated",
    "relayed",
    "proposed",
    "suggested",
    "admitted",
    "mentioned",
    "appealed",
    "pledged",
    "sought",
    "won",
    "secured",
    "obtained",
    "demanded",
    "requested",
    "emphasised",
    "emphasized",
];

/// Verbs whose object is spoken to.
const ADDRESSES: &[&str] = &[
    "told",
    "tells",
    "assured",
    "assures",
    "reassured",
    "urged",
    "urges",
    "informed",
    "informs",
    "thanked",
    "thanks",
    "congratulated",
    "congratulates",
    "asked",
    "asks",
    "warned",
    "warns",
    "promised",
    "briefed",
    "briefs",
    "invited",
    "pressed",
    "reached",
    "reminded",
    "consoled",
    "wished",
    "handed",
    "presented",
    "confronted",
    "offered",
    "questioned",
    "challenged",
    "lobbied",
    "advised",
    "encouraged",
    "persuaded",
    "convinced",
    "begged",
    "grilled",
    "quizzed",
    "implored",
    "instructed",
    "brief",
    "inform",
    "tell",
    "thank",
    "congratulate",
    "warn",
    "assure",
];

/// `Prime Minister X in Brussels: lunch with Y`: whoever is told before the colon that opens the clause, or else is
/// spoken of in the sentence before.
fn introduced(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &[Named]) -> Vec<Named> {
    let Some(row) = scene.rows.get(number) else { return vec![] };
    let begin = clause::start(row, trigger.phrase.min(trigger.tokens.start), false);
    let leads = row.line.is(trigger.tokens.end, &["with"]) || trigger.is_verb();
    let Some(colon) = begin.checked_sub(1).filter(|&at| leads && row.line.word(at) == ":" && !named.is_empty()) else {
        return vec![];
    };
    let is_told = |actor: &&Actor| actor.is_person && actor.who.len() == 1;
    let here = row.actors.iter().find(|actor| is_told(actor) && actor.tokens.end <= colon);
    let before = number.checked_sub(1).and_then(|before| scene.rows.get(before)).filter(|row| row.is_story);
    let topic = || before.and_then(|row| row.actors.iter().find(is_told));
    let own = |named: Named| Named { tokens: trigger.tokens.clone(), ..named };
    match here {
        Some(person) => Named::of_actor(person),
        None => topic().into_iter().flat_map(Named::of_actor).map(own).collect(),
    }
}

/// `A delegation led by X toured the port, where it held talks with Y`: `it` is the body that opens the sentence, or the one
/// who leads it.
fn delegation(row: &Row<'_>, head: usize) -> Vec<Named> {
    let line = &row.line;
    let low = clause::start(row, head, true).max(head.saturating_sub(IT_REACH));
    let Some(it) = (low..head).rev().find(|&at| line.is(at, &["it"])) else { return vec![] };
    let bodies = &["delegation", "team", "mission", "panel"];
    let opens = row.actors.first().filter(|first| first.tokens.end <= it);
    let is_body = |first: &&Actor| !first.is_person || line.holds(first.tokens.clone(), bodies);
    opens.filter(is_body).into_iter().flat_map(Named::of_actor).collect()
}

/// `accepted an invitation from X to talks`: who invites takes part.
fn inviter(row: &Row<'_>, trigger: &Trigger) -> Vec<Named> {
    let Some(lead) = invitation(row, trigger) else { return vec![] };
    let host = row.actors_from(lead).first().filter(|host| host.is_person && host.tokens.end <= trigger.tokens.start);
    host.into_iter().flat_map(Named::of_actor).collect()
}

/// Where the invitation to what the trigger tells is, if it has been accepted.
pub(super) fn invitation(row: &Row<'_>, trigger: &Trigger) -> Option<usize> {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let low = head.saturating_sub(INVITATION);
    let lead = (low..head).rev().find(|&at| line.is(at, &["invitation"]) && line.is(at + 1, &["from", "of", "by"]))?;
    let accepted = line.holds(lead.saturating_sub(4)..lead, &["accepted", "accepts", "accept"]);
    (!trigger.is_verb() && accepted && line.is(head.wrapping_sub(1), &["to", "for"])).then_some(lead)
}

/// How many words before the talks the invitation to them may stand.
const INVITATION: usize = 14;

/// How many words before the verb that it holds talks by `it` may stand.
const IT_REACH: usize = 5;

/// `The prime minister's day … 10:30 Receives X`: a verb without a subject, behind an hour or nothing, is done by the
/// one person whom the headline names.
fn whose_day(scene: &Scene<'_>, row: &Row<'_>, trigger: &Trigger) -> Vec<Named> {
    let line = &row.line;
    let head = trigger.tokens.start;
    let hour = |at: usize| {
        !line.word(at).chars().any(char::is_alphabetic) || line.is(at, &["a.m", "a.m.", "p.m", "p.m.", "am", "pm", "h"])
    };
    let verbs = &["receives", "meets", "hosts", "welcomes", "telephones", "visits", "greets"];
    let bare = trigger.is_verb()
        && line.is(head, verbs)
        && head <= row.start + HOUR
        && (row.start..head).all(hour)
        && line.is_capitalised(head);
    let title = scene.rows.iter().take(2).find(|row| row.is_headline).filter(|_| bare);
    let mut people = title.into_iter().flat_map(|title| title.actors.iter()).filter(|actor| actor.is_person);
    let one = people.next().filter(|_| people.next().is_none());
    let told = |named: Named| Named { tokens: trigger.tokens.clone(), ..named };
    one.into_iter().flat_map(Named::of_actor).map(told).collect()
}

/// How many words an hour has at most, with its marks.
const HOUR: usize = 6;

/// `With Minister X she spoke for an hour`: the other side, put first.
fn put_first(row: &Row<'_>, trigger: &Trigger) -> Vec<Named> {
    let line = &row.line;
    let spoken = matches!(trigger.frame, Frame::Speaks | Frame::Meets) && !line.is(trigger.tokens.end, &["with", "to"]);
    let head = trigger.tokens.start;
    let near = head <= row.start + PUT_FIRST && line.is(row.start, &["with"]);
    let first = row.actors.first().filter(|first| first.is_person && first.tokens.end < head);
    // Somebody else speaks: "With X in hospital, Y met Z" has a comma.
    let comma = |first: &&Actor| !(first.tokens.end..head).any(|at| line.word(at) == ",");
    first.filter(comma).filter(|_| spoken && near).into_iter().flat_map(Named::of_actor).collect()
}

/// How many words behind the head of its sentence the verb may stand.
const PUT_FIRST: usize = 14;

/// How many words before an audience the one stands who gives it.
const GIFT_REACH: usize = 7;
