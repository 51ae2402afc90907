//! Pronouns: rows in, the same with `he`, `she` and `him` as actors out.
//!
//! `He` is taken for the one whom the sentence, or the one before it, speaks of first: its subject, be that a name or `he`
//! again, before anyone whom it names in passing (`After his dinner with X, Y flew home`); `him` for the one told last who
//! is not the subject of the sentence. Nothing is known of anyone's sex, so `he` and `she` are treated alike; where a
//! story tells of several people this is a guess, and it is made only within a few sentences.

use super::{Actor, How, OVERLAPPING, Row};
use crate::language::{EntityId, Line, NameKind};

/// How many sentences back a pronoun may point.
const REACH: usize = 3;

/// How many words the verb may have between whoever acts and `her`.
const AUXILIARIES: usize = 5;

/// Whether `he` or `she` stands before whoever the sentence names.
fn is_opened_by_one(row: &Row<'_>, at: usize) -> bool {
    let head = row.start..at.min(row.start + HEAD);
    let pronoun = head.into_iter().find(|&at| row.line.is(at, &["he", "she"]));
    pronoun.is_some_and(|at| row.actors_before(at).iter().take(NEAREST).all(|actor| !actor.is_person))
}

/// Within how many words of a sentence `she` opens it.
const HEAD: usize = 16;

/// How many of those told last a pronoun may mean.
const NEAREST: usize = 16;

/// Words behind `her` that show that it is not `her` something.
const AFTER_HER: &[&str] = &[
    "in",
    "on",
    "at",
    "near",
    "again",
    "and",
    "for",
    "there",
    "after",
    "before",
    "by",
    "with",
    "to",
    "yesterday",
    "today",
    "tomorrow",
    "twice",
];

/// Everything that is read as a pronoun here.
const PRONOUNS: &[&str] = &["he", "she", "him", "his", "her"];

/// Adds the pronouns of every row.
pub(super) fn add(rows: &mut [Row<'_>]) {
    // Those told so far, the first of each sentence apart.
    let mut topics: Vec<(usize, (EntityId, String))> = Vec::new();
    let mut told: Vec<(usize, (EntityId, String))> = Vec::new();
    for (number, row) in rows.iter_mut().enumerate().filter(|(_, row)| row.is_story) {
        let single = |actor: &&Actor| actor.is_person && actor.who.len() == 1;
        // More than one of them can only begin before a pronoun and end behind it where names lie in each other.
        let firsts: Vec<&Actor> = row.actors.iter().filter(single).take(OVERLAPPING).collect();
        let found: Vec<Actor> =
            (row.start..row.line.len()).filter_map(|at| pronoun(row, number, at, &firsts, &topics, &told)).collect();
        let people = || row.actors.iter().filter(|actor| actor.is_person);
        let named = people().find(single);
        // "He met X": the sentence still speaks of the one whom `he` means.
        let again = found.first().filter(|actor| row.line.is(actor.tokens.start, &["he", "she"]));
        let again = again.filter(|again| named.is_none_or(|named| again.tokens.start < named.tokens.start));
        let topic =
            again.or_else(|| people().filter(single).take(OVERLAPPING).find(|actor| !is_in_passing(row, actor)));
        // "He had brought a clock for the King": an office that is told in passing is not what the sentence is about.
        let named = named.filter(|actor| actor.how == How::Named || !is_in_passing(row, actor));
        if let Some(first) = topic.or(named).and_then(|actor| actor.who.first()) {
            topics.push((number, first.clone()));
        }
        told.extend(people().flat_map(|actor| actor.who.iter().cloned().map(|who| (number, who))));
        row.actors.extend(found);
        row.actors.sort_by_key(|actor| actor.tokens.start);
    }
}

/// How many words of titles may stand between a preposition and a name.
const TITLES: usize = 5;

/// `After his dinner with President X`: named behind a preposition, so that the sentence is not about that one.
fn is_in_passing(row: &Row<'_>, actor: &Actor) -> bool {
    let line = &row.line;
    let start = actor.tokens.start;
    let titles =
        |at: usize| line.is_capitalised(at) || line.is(at, &["the", "his", "her", "'s", "’s"]) || row.people_at(at);
    let before = (start.saturating_sub(TITLES).max(row.start)..start).rev().find(|&at| !titles(at) || at == row.start);
    before.is_some_and(|at| line.is(at, &["with", "by", "from", "between", "to", "for", "like", "unlike"]))
}

/// What someone has with somebody: `her talks with X`.
const MEETINGS: &[&str] = &[
    "talks",
    "meeting",
    "meetings",
    "conversation",
    "conversations",
    "discussion",
    "discussions",
    "call",
    "lunch",
    "dinner",
    "breakfast",
    "encounter",
    "summit",
    "audience",
    "contacts",
    "session",
    "negotiations",
];
/// How many words may stand between a pronoun and the noun.
const OWNED: usize = 5;

/// `Her talks with X`, `his first meeting with Y`.
fn owns_a_meeting(line: &Line<'_>, at: usize) -> bool {
    let noun = || (at + 1..at + OWNED).find(|&at| line.is(at, MEETINGS));
    line.is(at, &["his", "her"])
        && noun().is_some_and(|noun| line.is(noun + 1, &["with"]) || line.is(noun + 3, &["with"]))
}

/// `his guest`, `her host`, where no name follows.
fn is_guest(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["his", "her"])
        && line.is(at + 1, &["guest", "host", "visitor", "interlocutor", "counterpart", "colleague"])
        && !line.is(at + 2, &["from", "of", "and", "-"])
        && !line.is_capitalised(at + 2)
        && !(line.word(at + 2) == "," && line.is_capitalised(at + 3))
}

/// `“I met X,” he said`: whoever says it is nobody whom the quotation names.
fn is_named_by_speaker(row: &Row<'_>, at: usize, actor: &Actor) -> bool {
    let quoted = matches!(row.line.word(at.wrapping_sub(1)), "”" | "\"" | "''");
    quoted && matches!(row.line.word(row.start), "“" | "\"" | "``") && actor.tokens.start > row.start
}

/// `him`, and `her` where no noun of hers follows.
fn is_object(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    line.is(at, &["him"])
        || line.is(at, &["her"])
            && (!line.word(at + 1).chars().next().is_some_and(char::is_alphabetic)
                || line.is(at + 1, AFTER_HER)
                // "gave her two hours"; "her two brothers" have no giver.
                || line.is(at.wrapping_sub(1), &["gave", "gives", "granted", "told", "assured", "offered"])
                    && line.is(at + 1, &["two", "three", "half", "an", "a", "that", "the", "forty", "thirty", "twenty"])
                // "gave her lunch"; but "gave her lunch box".
                || line.is(at.wrapping_sub(1), &["gave", "gives", "offered"])
                    && line.is(at + 1, &["lunch", "dinner", "breakfast", "tea", "supper"])
                    && !line.word(at + 2).ends_with('s')
                // "rang her late on Monday"; but "her late husband".
                || line.is(at + 1, &["late", "early", "last"])
                    && (line.is(at + 2, &["on", "this", "yesterday", "last", "night"]) || row.is_date_at(at + 1)))
}

/// Someone told, with the sentence.
type Told = (usize, (EntityId, String));

fn pronoun(
    row: &Row<'_>,
    number: usize,
    at: usize,
    firsts: &[&Actor],
    topics: &[Told],
    told: &[Told],
) -> Option<Actor> {
    let line = &row.line;
    if !line.is(at, PRONOUNS) {
        return None;
    }
    let subject = line.is(at, &["he", "she"]) || owns_a_meeting(line, at);
    // "The president and his guest": the other one.
    let guest = is_guest(line, at);
    let object = guest || is_object(row, at);
    if !subject && !object {
        return None;
    }
    let near = |told: &&Told| told.0 + REACH >= number;
    let people = |actor: &&Actor| actor.is_person && actor.tokens.end <= at && actor.who.len() == 1;
    let mut here = firsts.iter().copied().filter(people).filter(|actor| !is_named_by_speaker(row, at, actor));
    let subject_here = here.clone().find(|actor| !is_in_passing(row, actor)).or_else(|| here.next());
    let first = subject_here.and_then(|actor| actor.who.first());
    let who = if subject {
        first.or_else(|| topics.last().filter(near).map(|(_, who)| who))
    } else {
        object_of(row, at, first, topics.last().filter(near)).or_else(|| {
            let other = |who: &&(EntityId, String)| first.is_none_or(|first| first.0 != who.0);
            told.iter().rev().take(NEAREST).take_while(near).map(|(_, who)| who).find(other)
        })
    }?;
    Some(Actor {
        tokens: at..at + 1 + usize::from(guest),
        who: vec![who.clone()],
        is_person: true,
        kind: NameKind::Person,
        how: How::Pronoun,
        is_many: false,
    })
}

/// Whom `him` means in its own sentence, of which `first` is the subject, or as the one `topic` of the sentences before.
fn object_of<'r>(
    row: &'r Row<'_>,
    at: usize,
    first: Option<&'r (EntityId, String)>,
    topic: Option<&'r Told>,
) -> Option<&'r (EntityId, String)> {
    let line = &row.line;
    let people = |actor: &&Actor| actor.is_person && actor.tokens.end <= at && actor.who.len() == 1;
    let other = |who: &&(EntityId, String)| first.is_none_or(|first| first.0 != who.0);
    let before = || row.actors_before(at).iter().rev().take(NEAREST);
    let here = before().filter(people).filter_map(|actor| actor.who.first()).find(other);
    // "… to Tbilisi, where Y received him": nobody receives himself.
    let last = before().find(people);
    // "… where Y was to host her".
    let aux = &["was", "is", "were", "are", "had", "has", "to", "will", "would", "be", "also", "due"];
    let verb = |last: &Actor| (last.tokens.end..at - 1).all(|at| line.is(at, aux));
    let acting = |last: &&Actor| at - last.tokens.end <= 2 || at - last.tokens.end <= AUXILIARIES && verb(last);
    let acts = last.filter(acting).and_then(|last| last.who.first());
    let subject = first.filter(|first| acts.is_some_and(|acts| acts.0 != first.0));
    // "In Oslo, where she arrived late, Y received her": she of whom the sentences before are.
    let told_of = topic.map(|(_, who)| who).filter(other);
    let told_of = told_of.filter(|who| is_opened_by_one(row, at) && acts.is_some_and(|acts| acts.0 != who.0));
    subject.or(told_of).or(here)
}
