//! Who meets: a trigger in, the participants that the words around it name out.
//!
//! Those told after the trigger come first (`with X`, `between X and Y`, the object of a verb), then those before it
//! (the subject of the clause, the names inside the noun's own phrase), then those whom another verb of the sentence
//! gathers (`brought together`). Where nobody is named but several are spoken of (`the two`, `they`), the reading says
//! so, and what was told before tells who they are.

use std::ops::Range;

use super::clause::{self, is_clause_end};
use super::speech::{addressee, speaker};
use super::{Named, is_title};
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::triggers::{Frame, Trigger};
use crate::meetings::types::{MeetingKind, Participant};

/// Words that lead from a trigger to those who meet.
const WITH: &[&str] = &["with", "between", "of", "among", "amongst"];

/// Who takes part, by the words around one trigger.
#[derive(Clone, Debug, Default)]
pub(in crate::meetings) struct Reading {
    /// Those who are named.
    pub named: Vec<Named>,
    /// `the two`, `they`, `both sides`: several who were told before.
    pub points_back: bool,
    /// `the ministers of the Arctic Council`: more than are named.
    pub is_many: bool,
    /// `the two spoke`, `the pair`: how many they are.
    pub sides: Option<usize>,
    /// `they sat down with X`: the one who is named, and several who were told before.
    pub takes_pair: bool,
}

/// Everyone who takes part, by the words around `trigger`.
pub(in crate::meetings) fn participants(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Reading {
    let Some(row) = scene.rows.get(number) else { return Reading::default() };
    let mut named = Vec::new();
    if is_of_a_thing(row, trigger) {
        return Reading::default();
    }
    let told_after = after(scene, number, trigger, &mut named);
    let told_of = named.len();
    let between = row.line.is(trigger.tokens.end, &["between"]);
    if !between && !is_sideline(row, trigger) {
        let inside = within_the_phrase(row, trigger, &mut named);
        // "held talks with X and Y" were of three.
        let settled = trigger.frame == Frame::Noun && named.len() > 1 && !row.line.is(trigger.tokens.end, &["with"]);
        let takes_subject = trigger.is_verb()
            || trigger.is_possessed
            || told_after && !settled
            || inside && named.len() == 1 && is_setting(row, trigger)
            || is_setting(row, trigger) && !settled;
        if takes_subject {
            before(scene, number, trigger, &mut named);
        }
    }
    if named.is_empty() || trigger.is_verb() {
        gathered(row, trigger, &mut named);
    }
    let in_headline = row.is_headline && !trigger.is_verb() && !between;
    let is_open = in_headline && told_after && named.len() == told_of;
    if in_headline && named.is_empty() {
        // "Remarks by X and Y Before Bilateral Meeting": a headline names whom it is about.
        let people = row.actors.iter().filter(|actor| actor.is_person);
        people.take(MOST_IN_HEADLINE).for_each(|actor| push(actor, &mut named));
    }
    let reading = finish(row, trigger, named);
    // "they sat down with X", "Talks with X and Y" of a press service: somebody more is told elsewhere.
    let takes_pair = trigger.is_verb() && reading.points_back && reading.named.len() == 1 && told_of == 1;
    let brought = row.line.is(trigger.tokens.start, &["brought", "brings", "bring"]);
    Reading { is_many: reading.is_many || is_open || brought, takes_pair, ..reading }
}

/// How many people a headline is read for.
const MOST_IN_HEADLINE: usize = 4;

/// `on the sidelines of a summit`: a place to meet, and no meeting of those who meet there.
fn is_sideline(row: &Row<'_>, trigger: &Trigger) -> bool {
    let from = trigger.tokens.start.saturating_sub(7);
    let edges = &["margins", "sidelines", "fringes", "margin", "edges"];
    !trigger.is_verb() && row.line.holds(from..trigger.tokens.start, edges)
}

/// Leaves everyone once, and the states beside people out.
fn finish(row: &Row<'_>, trigger: &Trigger, mut named: Vec<Named>) -> Reading {
    let is_many = named.iter().any(|named| row.actor_at(named.tokens.start).is_some_and(|actor| actor.is_many));
    let people = named.iter().filter(|named| named.is_person()).count();
    // Where people are named, the states beside them are where they come from.
    if people > 1
        || people == 1 && named.iter().any(|named| !named.is_person() && named.how == How::Named) && named.len() > 2
    {
        named.retain(Named::is_person);
    }
    let mut seen = Vec::new();
    named.retain(|named| {
        !seen.contains(&named.id) && {
            seen.push(named.id.clone());
            true
        }
    });
    // One who is `he` and nobody else meets nobody; two are told already.
    let points_back = named.len() < 2 && points_back(row, trigger);
    let sides = if points_back { told_number(row, trigger) } else { None };
    Reading { named, points_back, is_many, sides, takes_pair: false }
}

/// `the two`, `the pair`, `the three`: how many sides the words around the trigger count.
fn told_number(row: &Row<'_>, trigger: &Trigger) -> Option<usize> {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let begin = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(8));
    let end = trigger.tokens.end;
    let of_them = if line.is(end, &["of", "between"]) { end..end + 5 } else { end..end };
    let tells = |words: &[&str]| line.holds(begin..head, words) || line.holds(of_them.clone(), words);
    if tells(&["two", "both", "pair"]) { Some(2) } else { tells(&["three"]).then_some(3) }
}

/// `the two spoke`, `they negotiated`, `the pair spent the evening`, `their first talk`: several told before.
fn points_back(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.phrase.min(trigger.tokens.start);
    let several = &[
        "they",
        "two",
        "both",
        "pair",
        "sides",
        "leaders",
        "ministers",
        "presidents",
        "men",
        "women",
        "parties",
        "we",
        "panels",
        "three",
    ];
    let begin = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(14));
    // "like people who expect to meet again": of none in particular.
    let begin = (begin..head).rev().find(|&at| line.is(at, &["who"])).map_or(begin, |who| who + 1);
    let subject = (trigger.is_verb() || is_setting(row, trigger)) && line.holds(begin..head, several);
    let their = line.holds(trigger.phrase..trigger.tokens.start, &["their", "our"]);
    let of_both = line.is(trigger.tokens.end, &["of", "between"])
        && (line.holds(trigger.tokens.end + 1..trigger.tokens.end + 5, &["two", "both", "sides", "leaders", "them"]));
    let face = line.holds(trigger.tokens.end..trigger.tokens.end + 3, &["each"]);
    subject || their || of_both || face
}

/// `received X and Y separately`, `each of the two will be received`, `held separate meetings with X, Y and Z`.
pub(in crate::meetings) fn is_one_by_one(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let (start, end) = (trigger.tokens.start.saturating_sub(10).max(row.start), trigger.tokens.end + 10);
    line.holds(start..end, &["separately", "separate", "each"]) || (start..end).any(|at| line.reads(at, "in turn"))
}

/// `the foreign ministers`, `experts`, `the delegations`: officials in the plural as the subject of the trigger.
pub(in crate::meetings) fn officials_before(row: &Row<'_>, trigger: &Trigger) -> Option<Range<usize>> {
    let line = &row.line;
    let nouns = &[
        "ministers",
        "secretaries",
        "negotiators",
        "envoys",
        "experts",
        "delegations",
        "officials",
        "diplomats",
        "generals",
        "advisers",
    ];
    let head = trigger.tokens.start;
    let begin = clause::start(row, head, true).max(head.saturating_sub(if trigger.is_verb() { 6 } else { 10 }));
    if !trigger.is_verb() {
        // "The foreign ministers will stay behind for talks": officials open the clause.
        let first = begin + usize::from(line.is(begin, &["the"]));
        let noun = if line.is(first, &["foreign", "defence", "defense", "finance"]) { first + 1 } else { first };
        let setting = line.is(trigger.phrase.wrapping_sub(1), &["for", "to", "hold", "held", "after", "during", "in"]);
        return (line.is(noun, nouns) && noun > begin && setting).then_some(first..noun + 1);
    }
    let light = |at: usize| {
        line.is(at, &["are", "were", "will", "to", "is", "had", "have", "also", "then", "due", "set", "later", "would"])
    };
    let noun = (begin..head).rev().find(|&at| !light(at)).filter(|&at| trigger.is_verb() && line.is(at, nouns))?;
    let qualified =
        line.is(noun.wrapping_sub(1), &["foreign", "defence", "defense", "finance", "interior", "energy", "trade"]);
    Some(if qualified { noun - 1..noun + 1 } else { noun..noun + 1 })
}

/// `welcomed the meeting`, `received a letter from Macron`: a host's verb whose object is not a person.
fn is_of_a_thing(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    if trigger.frame != Frame::Hosts {
        return false;
    }
    let before_name = |at: usize| {
        line.is_capitalised(at)
            || is_title(line.word(at))
            || line.is(
                at,
                &[
                    "by",
                    "of",
                    ",",
                    "head",
                    "chairman",
                    "envoy",
                    "king",
                    "the",
                    "a",
                    "his",
                    "her",
                    "its",
                    "visiting",
                    "new",
                    "outgoing",
                    "former",
                    "'s",
                    "’s",
                    "-",
                    "separately",
                    "evening",
                    "morning",
                    "afternoon",
                    "night",
                    "republic",
                    "yesterday",
                    "at",
                    "in",
                    "later",
                    "two",
                    "men",
                    "on",
                    "state",
                    "chief",
                    "party",
                    "official",
                    "warmly",
                    "airport",
                    "palace",
                    "residence",
                ],
            )
            || row.date_at(at).is_some()
            || row.spot_at(at).is_some()
    };
    let object = (trigger.tokens.end..line.len())
        .find(|&at| row.actor_at(at).is_some_and(|actor| actor.is_person) || !before_name(at));
    let guest = object.and_then(|at| row.actor_at(at));
    guest.is_none_or(|guest| {
        line.is(guest.tokens.end, &["'s", "’s"]) || line.word(guest.tokens.end.saturating_sub(1)).ends_with("'s")
    })
}

/// `in a telephone conversation on Wednesday confirmed`, `held talks`, `arrived for talks`, `said after talks with`: the
/// meeting is where the subject does something.
fn is_setting(row: &Row<'_>, trigger: &Trigger) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let phrase = trigger.phrase.min(head);
    let before = |reach: usize| phrase.saturating_sub(reach)..head;
    let light_verb = &[
        "held",
        "hold",
        "holds",
        "had",
        "have",
        "having",
        "holding",
        "attended",
        "attend",
        "in",
        "at",
        "during",
        "after",
        "began",
        "begin",
        "opened",
        "concluded",
        "ended",
        "resumed",
        "wrapped",
        "wound",
        "closed",
        "started",
        "set",
    ];
    let gathered = &["gathered", "gather", "gathers", "assembled", "convened", "arrived", "flew", "arrives", "came"];
    // "gathered in Lausanne on Monday for a summit"
    let for_it = line.holds(before(4), &["for"]) && line.holds(head.saturating_sub(14)..head, gathered);
    let takes_part = line.holds(
        before(5),
        &[
            "held",
            "hold",
            "attend",
            "attended",
            "began",
            "begin",
            "opened",
            "concluded",
            "wrapped",
            "resumed",
            "wrapped",
            "wound",
            "closed",
            "started",
            "conducted",
            "join",
            "gave",
            "granted",
            "gives",
            "grants",
            "joined",
        ],
    ) || line.reads(head.saturating_sub(4), "take part in")
        || line.holds(before(7), &["part"]) && line.holds(before(7), &["take", "took", "taking"]);
    for_it
        || takes_part
        || !trigger.is_definite && line.holds(before(4), light_verb)
        || line.is(phrase.wrapping_sub(1), &["after", "during", "from", "over", "before"]) && !trigger.is_definite
        || line.holds(before(4), &["at"]) && trigger.kind == MeetingKind::Summit
}

/// `the Putin–Erdogan meeting`, `GPH-MILF talks`, `Macron's meeting`: named inside the noun's own phrase.
fn within_the_phrase(row: &Row<'_>, trigger: &Trigger, named: &mut Vec<Named>) -> bool {
    if trigger.is_verb() {
        return false;
    }
    let head = trigger.tokens.start;
    let inside: Vec<&Actor> = row
        .actors_from(trigger.phrase)
        .iter()
        .take_while(|actor| actor.tokens.start < head)
        .filter(|actor| actor.tokens.end <= head)
        .collect();
    let possessive = |actor: &Actor| row.line.is(actor.tokens.end, &["'s", "’s", "'", "’"]);
    let told: Vec<&&Actor> =
        inside.iter().filter(|actor| actor.is_person || inside.len() > 1 || possessive(actor)).collect();
    // "the Minsk talks": one place is where, not who; "Russian-Turkish talks" are of two.
    let peoples: Vec<Named> = row
        .peoples
        .iter()
        .skip_while(|people| people.tokens.start < trigger.phrase)
        .take_while(|people| people.tokens.end <= head)
        .map(Named::of_people)
        .collect();
    for actor in &told {
        push(actor, named);
    }
    if told.is_empty() && peoples.len() > 1 {
        named.extend(peoples);
    }
    !named.is_empty()
}

/// Words after a trigger within which those who are met are looked for.
const OBJECT_REACH: usize = 18;

/// Those who are told after the trigger: `with X`, `between X and Y`, `of X, Y and Z`, or for a verb its object.
fn after(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) -> bool {
    let Some(row) = scene.rows.get(number) else { return false };
    let line = &row.line;
    let told_before = named.len();
    let mut at = trigger.tokens.end;
    let mut search = Search::new(row, trigger);
    // "spoke by telephone with", "speaking on phone with"
    if line.is(at, &["by", "on", "over"]) && line.holds(at + 1..at + 3, &["phone", "telephone", "video"]) {
        at += if line.is(at + 1, &["the"]) { 3 } else { 2 };
    }
    // "called on X", "dropped in on X".
    if trigger.frame == Frame::Meets && line.is(at, &["on"]) {
        at += 1;
    }
    let limit = (at + OBJECT_REACH).min(line.len());
    while at < limit {
        if let Some(actor) = row.actor_at(at).filter(|actor| search.takes(actor)) {
            let list = clause::list_from(row, actor);
            for actor in &list {
                push(actor, named);
            }
            // A list of those who met goes on over commas and `and` …
            at = clause::reach(&list).end.max(at + 1);
            // … or is taken up by `with`: "the meeting of X with Y".
            if !line.is(at, &["and", ",", "as", "then", "with"]) {
                break;
            }
            search.is_open = line.is(at, &["and", "with"]);
        } else if line.is(at, &["you"]) && search.is_open {
            if let Some(addressee) = addressee(scene, number) {
                named.extend(Named::of_actor(addressee).into_iter().map(|named| Named { tokens: at..at + 1, ..named }));
            }
            break;
        } else if !search.step(row, trigger, at) {
            break;
        }
        at += 1;
    }
    named.len() > told_before
}

/// A walk to the right of a trigger.
struct Search {
    /// Whether the next actor is one who meets.
    is_open: bool,
    /// `on Syria`, `about the war`: what follows is the topic; only `with` and `between` lead out of it, to a person.
    in_topic: bool,
}

impl Search {
    fn new(row: &Row<'_>, trigger: &Trigger) -> Self {
        let direct = matches!(trigger.frame, Frame::Meets | Frame::Hosts | Frame::Phones | Frame::Visits);
        let named_next = row.actor_at(trigger.tokens.end).is_some_and(|actor| actor.is_person);
        let noun = trigger.frame == Frame::Noun && named_next;
        Self { is_open: direct && trigger.frame != Frame::Visits || noun, in_topic: trigger.frame == Frame::Discusses }
    }

    fn takes(&self, actor: &Actor) -> bool {
        self.is_open && (!self.in_topic || actor.is_person)
    }

    /// Goes over the word at `at`; false where the search ends.
    fn step(&mut self, row: &Row<'_>, trigger: &Trigger, at: usize) -> bool {
        let line = &row.line;
        let to =
            matches!(trigger.frame, Frame::Speaks) && line.is(at, &["to"]) && !line.is(at.wrapping_sub(1), &["down"]);
        let by = line.is(at, &["by"]) && (trigger.frame == Frame::Hosts || trigger.frame == Frame::Noun);
        // "with the assistance of mediators" tells of helpers.
        let help = line.is(at + 1, &["the", "a"])
            && line.is(
                at + 2,
                &[
                    "assistance",
                    "help",
                    "mediation",
                    "support",
                    "backing",
                    "aim",
                    "blessing",
                    "exception",
                    "goal",
                    "promise",
                    "view",
                    "aid",
                    "signing",
                ],
            );
        let with = line.is(at, &["with", "between"]) && !help;
        if help {
            return false;
        }
        if with || !self.in_topic && (line.is(at, WITH) && trigger.frame == Frame::Noun || to || by) {
            self.is_open = true;
            return true;
        }
        let word = line.word(at);
        let dated = row.date_at(at).is_some() || row.date_at(at + 1).is_some();
        if line.is(at, &["about", "on", "over", "regarding", "concerning", "for"]) && !dated {
            (self.is_open, self.in_topic) = (false, true);
            return !line.is(at, &["about", "regarding", "concerning"]) || trigger.frame == Frame::Noun;
        }
        if line.is(at, &["in", "at", "near", "outside"]) && self.is_open && trigger.frame != Frame::Noun {
            self.is_open = trigger.frame == Frame::Hosts;
            return true;
        }
        let ends = is_clause_end(word)
            || line.is(
                at,
                &[
                    "that", "who", "which", "where", "while", "when", "because", "but", "after", "before", "whom",
                    "what",
                ],
            )
            || clause::is_verb_like(word) && !line.is(at, &["also", "held", "was", "were"]);
        !ends
    }
}

fn push(actor: &Actor, named: &mut Vec<Named>) {
    named.extend(Named::of_actor(actor));
}

/// Those who are told before the trigger: the subject of the clause, `I` in a quotation.
fn before(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) {
    let Some(row) = scene.rows.get(number) else { return };
    let line = &row.line;
    if trigger.phrase <= row.start + 1 && line.is(row.start, &["at", "during", "in", "after", "following"]) {
        // "At a conference in Vienna on Saturday, X spoke", "After talks with X, Y flew home": the subject comes behind.
        let told = |actor: &Actor| named.iter().any(|named| named.tokens == actor.tokens);
        let next = row.actors_from(trigger.tokens.end).iter().find(|actor| actor.is_person && !told(actor));
        let near = next.filter(|actor| actor.tokens.start <= trigger.tokens.end + OBJECT_REACH);
        named.extend(near.into_iter().flat_map(Named::of_actor));
        return;
    }
    let head = if trigger.is_verb() { trigger.tokens.start } else { trigger.phrase.min(trigger.tokens.start) };
    let own = clause::start(row, head, trigger.is_verb()).max(head.saturating_sub(8))..head;
    if line.holds(own.clone(), &["I", "we", "my", "our"]) && !line.holds(own, &["he", "his", "who"]) {
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
    told.retain(|one| !one.tokens.is_empty() && one.tokens.end <= trigger.tokens.start);
    named.splice(0..0, told);
}

/// How many words before an audience the one stands who gives it.
const GIFT_REACH: usize = 7;

/// `Russia and Turkey held talks`.
fn holds_talks(row: &Row<'_>, trigger: &Trigger) -> bool {
    let from = trigger.phrase.saturating_sub(5);
    row.line.holds(
        from..trigger.tokens.start,
        &["held", "hold", "holds", "began", "begin", "opened", "concluded", "resumed", "set"],
    )
}

/// Words after the trigger within which another verb can tell who came. It bounds the work where a text has no full stops.
const GATHERED_REACH: usize = 128;

/// How many of them are read.
const MOST_GUESTS: usize = 48;

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
    for actor in row.actors_from(lead).iter().take(MOST_GUESTS) {
        push(actor, named);
    }
}

/// How many sentences back `the two leaders` may point.
const PAIR_REACH: usize = 6;

/// `the two presidents met`, `this summit`: the pair of people told last before, if it is a pair that acts together.
pub(in crate::meetings) fn pair_before(scene: &Scene<'_>, number: usize, trigger: &Trigger) -> Vec<Participant> {
    let is_of_two = !matches!(trigger.kind, MeetingKind::Conference);
    if trigger.is_plural || !is_of_two {
        return vec![];
    }
    let rows = scene.rows.get(number.saturating_sub(PAIR_REACH)..=number).unwrap_or_default();
    let before = |row: &Row<'_>, at: usize| {
        row.line.whole() != scene.rows.get(number).map_or(row.line.whole(), |row| row.line.whole())
            || at < trigger.tokens.start
    };
    let pair = rows.iter().rev().filter(|row| row.is_story).find_map(|row| {
        let told = |actor: &&Actor| actor.is_person && actor.how != How::Pronoun && before(row, actor.tokens.start);
        let first = row.actors.iter().find(told)?;
        let named = |actors: &[&Actor]| -> Vec<Participant> {
            let mut people: Vec<Participant> = Vec::new();
            for one in actors.iter().flat_map(|actor| Named::of_actor(actor)) {
                if people.iter().all(|known| known.id != one.id) {
                    people.push(one.participant(row, scene));
                }
            }
            people
        };
        let listed = named(&clause::list_from(row, first));
        let all = || named(&row.actors.iter().filter(told).take(MOST_IN_HEADLINE).collect::<Vec<_>>());
        Some(if listed.len() == 2 { listed } else { all() }).filter(|people| people.len() == 2)
    });
    pair.unwrap_or_default()
}

/// The words of several participants, for the evidence.
pub(in crate::meetings) fn reach(named: &[Named]) -> Option<Range<usize>> {
    let start = named.iter().map(|named| named.tokens.start).min()?;
    let end = named.iter().map(|named| named.tokens.end).max()?;
    Some(start..end)
}
