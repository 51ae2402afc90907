//! Those who are told behind a trigger: `with X`, `between X and Y`, the object of a verb.
//!
//! **In:** a trigger in its sentence. **Out:** the participants behind it. **Why:** the walk to the right has its own
//! rules: what opens a list of those who meet, what is a topic, what ends the thought.

use super::another::{ANOTHERS, resumes_at, tells_another};
use super::clause::{self, is_clause_end};
use super::speech::{addressee, rung, speaker};
use super::subject;
use super::{Named, adverbials, relatives, signatories};
use crate::language::Line;
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::triggers::{self, Frame, Trigger};
use crate::meetings::types::MeetingKind;

/// Words that lead from a trigger to those who meet.
const WITH: &[&str] = &["with", "between", "of", "among", "amongst"];

/// Words after a trigger within which those who are met are looked for.
pub(super) const OBJECT_REACH: usize = 24;

/// Those who are told after the trigger: `with X`, `between X and Y`, `of X, Y and Z`, or for a verb its object.
pub(super) fn after(scene: &Scene<'_>, number: usize, trigger: &Trigger, named: &mut Vec<Named>) -> bool {
    let Some(row) = scene.rows.get(number) else { return false };
    let line = &row.line;
    let told_before = named.len();
    named.extend(signatories::of(row, trigger).into_iter().flat_map(Named::of_actor));
    if named.len() > told_before {
        return true;
    }
    let mut search = Search::new(row, trigger, told_before);
    let held = relatives::holding(row, trigger);
    named.extend(held.iter().flat_map(|held| held.holders(row)));
    search.is_open &= held.is_none();
    let mut at = held.map_or_else(|| behind_its_words(row, trigger), |held| held.end);
    let limit = (at + OBJECT_REACH).min(line.len());
    while at < limit {
        let told = row.actor_at(at).filter(|actor| search.takes(actor) && !is_owner(row, trigger, actor));
        if told.is_some_and(|actor| is_teller(row, trigger, at, actor)) {
            break;
        }
        if let Some(actor) = told {
            let list = clause::objects_from(row, actor);
            for actor in &list {
                named.extend(Named::of_actor(actor));
            }
            // A list of those who met goes on over commas and `and` …
            at = behind_whose_they_are(row, clause::reach(&list).end.max(at + 1));
            if let Some(next) = resumes_at(row, at) {
                // "with X, who had flown in, and with Y", "X for an hour, then Y".
                (at, search.is_open) = (next + 1, true);
                continue;
            }
            // … or is taken up by `with`: "the meeting of X with Y".
            if !line.is(at, &["and", ",", "as", "then", "with"]) || tells_another(row, at) {
                break;
            }
            search.is_open = line.is(at, &["and", "with"]);
        } else if search.is_open && (line.is(at, &["you"]) || matches!(line.word(at), "me" | "us")) {
            // "President X will see me tomorrow": the one who says so.
            let meant = if line.is(at, &["you"]) { addressee(scene, number) } else { speaker(scene, number) };
            let own = meant.into_iter().flat_map(Named::of_actor);
            named.extend(own.map(|named| Named { tokens: at..at + 1, ..named }));
            break;
        } else if !search.step(row, trigger, at) {
            break;
        }
        at += 1;
    }
    named.extend(rung(scene, number, trigger).filter(|_| named.len() == told_before));
    named.len() > told_before
}

/// Where those whom a verb leads to begin: behind `by telephone`, and behind the small words that belong to it.
fn behind_its_words(row: &Row<'_>, trigger: &Trigger) -> usize {
    let line = &row.line;
    let mut at = trigger.tokens.end;
    // "spoke by telephone with", "speaking on phone with"
    if line.is(at, &["by", "on", "over"]) && line.holds(at + 1..at + 3, &["phone", "telephone", "video"]) {
        at += if line.is(at + 1, &["the"]) { 3 } else { 2 };
    }
    // "called on X", "dropped in on X", "played host to X".
    let leads: &[&str] = match trigger.frame {
        Frame::Meets if line.is(trigger.tokens.start, &["waiting"]) => &["for"],
        Frame::Meets => &["on", "into"],
        Frame::Hosts => &["to"],
        _ => &[],
    };
    at += usize::from(line.is(at, leads));
    if trigger.frame == Frame::Hosts {
        // "received at noon on Monday the ambassador, X".
        let end = adverbials::end_behind(row, at);
        return if clause::is_preposition(line, end) { at } else { end };
    }
    // "dropped in on X", "met up with X".
    at + if trigger.frame == Frame::Meets && line.is(at, &["in"]) && line.is(at + 1, &["on"]) { 2 } else { 0 }
}

/// Behind `of Spain` in `a meeting of King X of Spain with Y`, where the list goes on: whose they are ends no list.
fn behind_whose_they_are(row: &Row<'_>, at: usize) -> usize {
    let line = &row.line;
    if !line.is(at, &["of"]) {
        return at;
    }
    let of_the_name = |at: &usize| line.is_capitalised(*at) || line.is(*at, &["of", "the", "and"]);
    let end = (at..at + WHOSE_REACH).take_while(of_the_name).last().map_or(at, |last| last + 1);
    // "and" before the next one belongs to the list.
    if line.is(end, &["with"]) { end } else { at }
}

/// How many words may tell of which state somebody is.
const WHOSE_REACH: usize = 8;

/// `met again on Monday, X said`: somebody behind a comma who only tells of it.
fn is_teller(row: &Row<'_>, trigger: &Trigger, at: usize, actor: &Actor) -> bool {
    let parted = (trigger.tokens.end..at).any(|at| row.line.word(at) == ",");
    actor.is_person && parted && clause::only_tells(row, actor)
}

/// What `with the …` tells of that meets nobody.
const HELP: &[&str] = &[
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
];

/// How many words behind a verb between a noun and its sides `between` may stand.
const BETWEEN_REACH: usize = 10;

/// What people sit over.
const MEALS: &[&str] = &["lunch", "dinner", "breakfast", "tea", "coffee", "supper", "drinks"];

/// A walk to the right of a trigger.
struct Search {
    /// Whether the next actor is one who meets.
    is_open: bool,
    /// `on Syria`, `about the war`: what follows is the topic; only `with` and `between` lead out of it, to a person.
    in_topic: bool,
    /// How many were told before the trigger.
    told_before: usize,
    /// Whether only people can be meant: whoever flies to Oslo to warn Russia meets nobody there.
    is_of_people: bool,
}

impl Search {
    fn new(row: &Row<'_>, trigger: &Trigger, told_before: usize) -> Self {
        let direct = matches!(trigger.frame, Frame::Meets | Frame::Hosts | Frame::Phones | Frame::Visits);
        let named_next = row.actor_at(trigger.tokens.end).is_some_and(|actor| actor.is_person);
        let noun = trigger.frame == Frame::Noun && (named_next || meets_after(row, trigger));
        Self {
            is_open: direct && trigger.frame != Frame::Visits || noun,
            in_topic: trigger.frame == Frame::Discusses,
            told_before,
            is_of_people: triggers::goal_of_way(&row.line, trigger.tokens.start).is_some(),
        }
    }

    fn takes(&self, actor: &Actor) -> bool {
        let may_meet = !self.is_of_people || actor.is_person || actor.how == How::Role;
        self.is_open && (!self.in_topic || actor.is_person) && may_meet
    }

    /// Goes over the word at `at`; false where the search ends.
    fn step(&mut self, row: &Row<'_>, trigger: &Trigger, at: usize) -> bool {
        let line = &row.line;
        let to =
            matches!(trigger.frame, Frame::Speaks) && line.is(at, &["to"]) && !line.is(at.wrapping_sub(1), &["down"]);
        // "was agreed late on Monday by the presidents of X and Y".
        let joined = || trigger.frame == Frame::Joins && at == adverbials::end_behind(row, trigger.tokens.end);
        let by = line.is(at, &["by"]) && (matches!(trigger.frame, Frame::Hosts | Frame::Noun) || joined());
        // "with the assistance of mediators" tells of helpers.
        let help = line.is(at + 1, &["the", "a"]) && line.is(at + 2, HELP);
        let beside = at == trigger.tokens.end && is_beside(line, at);
        let with = (line.is(at, &["with", "between"]) || beside) && !help;
        // "had the miners to Downing Street": where to, and not whom.
        let house =
            trigger.frame == Frame::Hosts && line.is(at, &["to"]) && line.is(trigger.tokens.start, &["had", "has"]);
        // "spoke with mayors, including giving a pledge to X", "who agreed to work with Y".
        let including = line.is(at, &["including"]) && line.word(at + 1).ends_with("ing");
        let agreed = trigger.frame == Frame::Joins
            && line.is(at, &["with"])
            && line.is(trigger.tokens.start, &["agreed"])
            && line.holds(trigger.tokens.end..at, &["to", "that"]);
        // "discussed preparations for a meeting between X and Y", "a summit ahead of the talks of X".
        let another = line.is(at, ANOTHERS)
            && line.is(at + 1, &["between"])
            && line.holds(trigger.tokens.end..at, &["for", "and", "to", "on", "about"]);
        let ahead = line.is(at, &["of"]) && line.is(at.wrapping_sub(1), &["ahead", "because", "instead"]);
        // "Before the wider session, X held a meeting with Y": whoever stands behind the comma does something else.
        let subject =
            line.word(at) == "," && subject::opens_the_sentence(row, trigger) && acts_behind(row, trigger, at);
        if help || house || including || agreed || another || ahead || subject || is_of_relations(row, trigger, at) {
            return false;
        }
        // "after the meeting, X of Sudonia and Y": of whom somebody is, and not who met.
        let of_someone = line.is(at, &["of"])
            && at > trigger.tokens.end
            && row.actor_at(at - 1).is_some_and(|actor| actor.is_person && actor.tokens.end == at);
        let noun = trigger.frame == Frame::Noun
            && !of_someone
            && (line.is(at, WITH) || at == trigger.tokens.end && leads_on(row, trigger));
        if with || !self.in_topic && (noun || to || by) {
            self.in_topic &= !(self.told_before == 0 && leads_to_both_sides(row, trigger, at));
            self.is_open = true;
            return true;
        }
        if at > 0 && triggers::is_home(line, at - 1) {
            self.is_open = true;
            return true;
        }
        // "met to discuss Mali", "met to review ties with Y".
        if line.is(at, &["to"]) && line.is(at + 1, &["discuss", "review", "consider", "debate", "assess"]) {
            (self.is_open, self.in_topic) = (false, true);
            return true;
        }
        let dated = row.is_date_at(at) || row.is_date_at(at + 1);
        // "sat down over tea with".
        let meal = line.is(at, &["over"]) && line.holds(at + 1..at + 3, MEALS);
        if meal {
            return true;
        }
        if line.is(at, &["about", "on", "over", "regarding", "concerning", "for"]) && !dated {
            (self.is_open, self.in_topic) = (false, true);
            return !line.is(at, &["about", "regarding", "concerning"]) || trigger.frame == Frame::Noun;
        }
        if line.is(at, &["in", "at", "near", "outside"]) && self.is_open && trigger.frame != Frame::Noun {
            self.is_open = trigger.frame == Frame::Hosts;
            return true;
        }
        !ends_the_thought(row, trigger, at)
    }
}

/// Whether what the word at `at` begins has nothing to do with who meets.
fn ends_the_thought(row: &Row<'_>, trigger: &Trigger, at: usize) -> bool {
    let line = &row.line;
    // "Talks resumed in Oslo between X and Y".
    let goes_on = trigger.frame == Frame::Noun && line.holds(at + 1..at + BETWEEN_REACH, &["between"]);
    is_clause_end(line.word(at))
        || line.is(
            at,
            &["that", "who", "which", "where", "while", "when", "because", "but", "after", "before", "whom", "what"],
        )
        || clause::is_verb_like(line.word(at))
            && !goes_on
            && !line.is(at, &["also", "held", "was", "were", "will", "is"])
            && !line.is(at + 1, &["place"])
}

/// `Talks on fish between Norland and Sudonia`: the `between` at `at` is that of the talks, and not that of their topic (`talks on
/// a truce between them`).
fn leads_to_both_sides(row: &Row<'_>, trigger: &Trigger, at: usize) -> bool {
    let line = &row.line;
    let topic = trigger.tokens.end..at;
    trigger.frame == Frame::Noun
        && line.is(at, &["between"])
        && topic.len() <= TOPIC_REACH
        && !topic.clone().any(|at| is_clause_end(line.word(at)))
        && !line.holds(topic, MADE_BETWEEN_TWO)
}

/// How many words a topic has at most, its `on` among them.
const TOPIC_REACH: usize = 7;
/// What is itself between two, who need not be at the table.
const MADE_BETWEEN_TWO: &[&str] = &[
    "accord",
    "agreement",
    "ceasefire",
    "cease-fire",
    "deal",
    "exchange",
    "normalisation",
    "normalization",
    "pact",
    "peace",
    "reconciliation",
    "swap",
    "truce",
    "understanding",
];

/// `sat beside X`, `sat next to X`.
fn is_beside(line: &Line<'_>, at: usize) -> bool {
    line.is(at, &["beside", "alongside", "opposite"]) || line.reads(at, "next to")
}

/// `…, X held a meeting with Y`: someone behind the comma who has a meeting of their own.
fn acts_behind(row: &Row<'_>, trigger: &Trigger, comma: usize) -> bool {
    let line = &row.line;
    let someone = row.actors_from(comma).first().filter(|actor| actor.tokens.start <= comma + SUBJECT_REACH);
    let verb = someone.map(|actor| actor.tokens.end + usize::from(line.is(actor.tokens.end, &["also", "had"])));
    trigger.is_definite && verb.is_some_and(|verb| line.is(verb, &["held", "had", "met", "received", "saw"]))
}

/// How many words of titles may stand behind the comma.
const SUBJECT_REACH: usize = 8;

/// `visit the island since ties between X and Y`, `met amid tensions with Z`: what lies between two sides, and none of those who meet.
fn is_of_relations(row: &Row<'_>, trigger: &Trigger, at: usize) -> bool {
    let relations = &[
        "ties",
        "relations",
        "tensions",
        "tension",
        "conflict",
        "war",
        "differences",
        "cooperation",
        "links",
        "border",
        "dispute",
        "disputes",
        "fighting",
        "friendship",
        "partnership",
        "gap",
        "rivalry",
        "clashes",
        "rift",
        "treaty",
        "relationship",
        "relationships",
        "violence",
        "hostilities",
    ];
    let line = &row.line;
    // "met on Monday amid tensions with Y", "visited the lighthouse to mend ties with Y"; but "discussed the war with Y".
    let amid = || line.holds(at.saturating_sub(4)..at, &["amid", "amidst", "since", "despite"]);
    let with = line.is(at, &["with"]) && (trigger.frame == Frame::Visits || amid());
    let topic = (line.is(at, &["between"]) || with) && line.is(at.wrapping_sub(1), relations);
    topic && trigger.is_verb() && at > trigger.tokens.end
}

/// `after meeting President X`: a verb that looks like the noun.
fn meets_after(row: &Row<'_>, trigger: &Trigger) -> bool {
    let (line, start, end) = (&row.line, trigger.tokens.start, trigger.tokens.end);
    line.is(end - 1, &["meeting"])
        && line.is(start.wrapping_sub(1), &["after", "before", "since", "upon"])
        && (line.is_capitalised(end) || line.is(end, &["his", "her"]))
}

/// `a telephone call to X`, `took a call from X`, `a dinner for X`: what leads from some nouns alone to the other side.
fn leads_on(row: &Row<'_>, trigger: &Trigger) -> bool {
    let (line, end) = (&row.line, trigger.tokens.end);
    // A courtesy call is paid in person, and from someone too.
    let call = line.is(end - 1, &["call", "calls"]);
    let meal = line.is(end - 1, &["lunch", "dinner", "breakfast", "reception", "banquet"]);
    // "gave an audience to X".
    let audience = line.is(end - 1, &["audience"]) && line.is(end, &["to"]);
    // "a visit to the mayor, X".
    let visit = trigger.kind != MeetingKind::Visit && line.is(end - 1, &["visit"]);
    let visited = line.is(end - 1, &["visit"]) && trigger.kind != MeetingKind::Visit && line.is(end, &["from"]);
    audience
        || visited
        || visit && line.is(end, &["to"])
        || call && line.is(end, &["to", "from"])
        || meal && line.is(end, &["for"])
}

/// `embraced Macron's plan`, `beside de Gaulle's statue`: a thing of someone's.
fn is_owner(row: &Row<'_>, trigger: &Trigger, actor: &Actor) -> bool {
    let line = &row.line;
    let own = line.is(actor.tokens.end, &["'s", "’s"]) || line.word(actor.tokens.end.wrapping_sub(1)).ends_with("’s");
    // "Syldavia's president" is one who meets.
    let noun = actor.tokens.end + 1;
    let people = row.actor_at(noun).is_some() || super::is_title(line.word(noun));
    // "was at Syldavia's president's table": who owns it sits at it.
    let people = people || triggers::brings_its_owner(line, noun);
    trigger.is_verb() && actor.is_person && own && !people && !line.is_capitalised(actor.tokens.end + 1)
}
