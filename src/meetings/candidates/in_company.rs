//! Two people in a sentence that no word of meeting tells of: a sentence in, a candidate out where what stands around them
//! says that they were together.
//!
//! **Why:** writers have more words for being together than any list: `A and B ate trout at the inn on Sunday`, `A drove B
//! round the harbour for two hours`. A sentence that joins two people of different sides tells of a meeting, whatever its verb
//! is, where a sign of company stands behind it: a meal, a house, a length of time, a way that is gone together, `alone`.
//! Day, hour and place make it surer and are nothing alone, for people condemn and sign on some day without seeing each other.
//! Each sort of sign counts once; the points were set by hand on stories of many outlets that had been labelled. Where they do not
//! decide, all words of the sentence together may, by what was learned of such sentences (`company`).

mod apart;
mod couples;
mod vocabulary;

use std::ops::Range;

use couples::couples;
#[cfg(feature = "training")]
pub(in crate::meetings) use couples::untold_couples;

use super::told::Told;
use super::{Candidate, build};
use crate::meetings::company;
use crate::meetings::offices::OFFICES;
use crate::meetings::scene::{Actor, How, Row, Scene};
use crate::meetings::slots::{self, Named};
use crate::meetings::triggers::Trigger;
use crate::meetings::types::{MeetingKind, MeetingPlace, Participant};
use vocabulary::{
    APART_FROM, COMPANY, COUNTED, COUPLES, FACE_TO_FACE, HOURS, HOUSES, LENGTHS, MEALS, PREPOSITIONS, SPEECH, STATES,
    STRONG, WAYS,
};

/// Points from which on two are taken to have been together …
const ENOUGH: u32 = 5;
/// … and the probability, where points do not tell.
const LIKELY: f64 = 0.7;
/// Longer sentences tell of more than one thing.
const LONGEST: usize = 70;
/// How many words may stand between the two.
const APART: usize = 24;

/// How the sentence joins the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joined {
    /// `A and B`.
    And,
    /// `A … with B`.
    With,
    /// `A told B`, `A drove B`.
    Object,
}

/// Whether none of those told in a sentence tells who met.
fn is_open(number: usize, out: &Told) -> bool {
    out.all.iter().rev().take_while(|told| told.row == number).all(tells_of_nobody)
}

/// Adds the candidate of a sentence in which none of those told before tells who met.
pub(super) fn add(scene: &Scene<'_>, number: usize, out: &mut Told) {
    if is_open(number, out) {
        let found = in_company(scene, number, out);
        out.extend(found);
    }
}

fn in_company(scene: &Scene<'_>, number: usize, told: &Told) -> Option<Candidate> {
    let row = open_row(scene, number)?;
    by_signs(scene, number, row).or_else(|| by_words(scene, number, row, told))
}

/// The sentence, where it is a report that can tell of company.
fn open_row<'s, 'a>(scene: &'s Scene<'a>, number: usize) -> Option<&'s Row<'a>> {
    let row = scene.rows.get(number)?;
    let is_report = !row.is_headline && row.start + 4 <= row.line.len() && row.line.len() <= LONGEST;
    (is_report && !is_no_report(row)).then_some(row)
}

/// By the signs of company that stand behind the two.
fn by_signs(scene: &Scene<'_>, number: usize, row: &Row<'_>) -> Option<Candidate> {
    let found = pair(scene, row).or_else(|| both(scene, number).filter(|found| !is_at_rest(row, found)))?;
    let trigger = Trigger::unworded(found.head);
    let candidate = build(scene, number, &trigger, &[]);
    let dated = candidate.when.is_some_and(|when| when.interval.is_day());
    (points(row, &found, dated, candidate.place.as_ref()) >= ENOUGH).then(|| of_those(row, candidate, found))
}

/// By everything that is said of the two: those of whom it is likeliest, and all whom the sentence puts beside them.
fn by_words(scene: &Scene<'_>, number: usize, row: &Row<'_>, told: &Told) -> Option<Candidate> {
    let couples = couples(scene, number, told).into_iter();
    let weighed = couples.map(|(couple, found)| (company::probability(row, &couple, number), found));
    let mut likely: Vec<(f64, Pair)> = weighed.filter(|(probability, _)| *probability >= LIKELY).collect();
    // The first of those that are as likely.
    likely.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut likely = likely.into_iter();
    let (_, mut found) = likely.next()?;
    for (_, other) in likely {
        let beside = |one: &Participant| found.who.iter().any(|own| own.id == one.id);
        if other.who.iter().any(beside) {
            let more: Vec<Participant> = other.who.iter().filter(|one| !beside(one)).cloned().collect();
            found.who.extend(more);
        }
    }
    let candidate = build(scene, number, &Trigger::unworded(found.head), &[]);
    Some(of_those(row, candidate, found))
}

/// A candidate as the words around the verb tell it, of those who were found to be together.
fn of_those(row: &Row<'_>, mut candidate: Candidate, found: Pair) -> Candidate {
    let last = candidate.evidence;
    let whole = row.line.passage(found.tokens.start.min(found.head)..found.tokens.end.max(found.head + 1));
    candidate.participants = found.who;
    candidate.kind = if candidate.kind == MeetingKind::Talks { MeetingKind::Bilateral } else { candidate.kind };
    candidate.evidence.span = whole.span.cover(last.span);
    (candidate.points_back, candidate.takes_pair, candidate.is_one_sided) = (false, false, false);
    candidate.pair_before.clear();
    candidate
}

/// Whether a candidate leaves open who met, and points at nobody who was told before.
fn tells_of_nobody(candidate: &Candidate) -> bool {
    let open = candidate.participants.len() < 2 && candidate.pair_before.is_empty();
    open && !candidate.points_back && candidate.event.is_none() && candidate.ordinal.is_none()
}

/// Two who may have been together.
struct Pair {
    /// Who.
    who: Vec<Participant>,
    /// The words from the first to the second.
    tokens: Range<usize>,
    /// How they are joined.
    joined: Joined,
    /// The verb of what they did.
    head: usize,
    /// Whether both are named here.
    are_named: bool,
}

/// The first two of a sentence who are joined.
fn pair(scene: &Scene<'_>, row: &Row<'_>) -> Option<Pair> {
    let people: Vec<&Actor> = row.actors.iter().take(MOST_ACTORS).filter(|actor| is_one(actor)).collect();
    let next = people.iter().zip(people.iter().skip(1));
    let one_between = people.iter().zip(people.iter().skip(2));
    next.chain(one_between).find_map(|(a, b)| {
        let (joined, head) = joined(scene, row, a, b)?;
        // A state does something with another one without anybody being there.
        let is_of_people = a.is_person && b.is_person || joined != Joined::And && (a.is_person || b.is_person);
        let is_named = a.how == How::Named || b.how == How::Named;
        if !is_of_people || !is_named {
            return None;
        }
        if is_untold(row, a.tokens.start..b.tokens.end.max(head + 1), head) {
            return None;
        }
        let named = [Named::of_actor(a), Named::of_actor(b)].concat();
        Some(Pair {
            who: named.iter().map(|named| named.participant(row, scene)).collect(),
            tokens: a.tokens.start..b.tokens.end,
            joined,
            head,
            are_named: a.how == How::Named && b.how == How::Named,
        })
    })
}

/// `After the concert the two retired to the study`: those who were told before.
fn both(scene: &Scene<'_>, number: usize) -> Option<Pair> {
    let row = scene.rows.get(number)?;
    let line = &row.line;
    let (start, head) = (row.start..line.len()).find_map(|at| {
        let opens = at == row.start
            || line.is(at.wrapping_sub(1), &[",", "and", "then", "there"])
            || row.is_date_at(at.wrapping_sub(1));
        let end = match () {
            () if opens && line.is(at, &["they", "both"]) => at + 1,
            () if line.is(at, &["the"]) && line.is(at + 1, COUNTED) && !line.is(at.wrapping_sub(1), PREPOSITIONS) => {
                at + 2
            }
            () => return None,
        };
        let end = end + usize::from(line.is(end, COUPLES));
        let adverb = |at: usize| {
            line.word(at).ends_with("ly") || line.is(at, &["then", "also", "later", "have", "had", "has", "will"])
        };
        let head = (end..end + ADVERBS).find(|&at| !adverb(at))?;
        is_past_verb(row, head).then_some((at, head))
    })?;
    let who = slots::pair_before(scene, number, &Trigger::unworded(head));
    (who.len() >= 2).then_some(Pair { who, tokens: start..head + 1, joined: Joined::And, head, are_named: false })
}

/// Whether `the two` only are something or speak, or are told not to have been together.
fn is_at_rest(row: &Row<'_>, found: &Pair) -> bool {
    let line = &row.line;
    let head = found.head;
    line.is(head, STATES) && !line.is(head + 1, &["seated", "closeted"])
        || line.is(head, SPEECH)
        || is_untold(row, found.tokens.start..head + 1, head)
}

/// How many words may stand before the verb of `the two`.
const ADVERBS: usize = 3;
/// How many people of a sentence are looked at.
const MOST_ACTORS: usize = 8;

/// One human being, by name, office or pronoun.
fn is_one(actor: &Actor) -> bool {
    (actor.is_person || actor.how == How::Role) && actor.who.len() == 1 && !actor.is_many
}

/// Whether a sentence asks or supposes.
fn is_no_report(row: &Row<'_>) -> bool {
    row.line.holds(row.start..row.line.len(), &["?", "if", "unless", "whether"])
}

/// Whether what the two did is denied, quoted or only thought of: `reach` goes from the first of them to the verb or the second.
fn is_untold(row: &Row<'_>, reach: Range<usize>, head: usize) -> bool {
    let line = &row.line;
    let is_quote = |at: &usize| matches!(line.word(*at), "“" | "”" | "\"" | "«" | "»");
    let is_quoted = reach.clone().any(|at| is_quote(&at)) || (row.start..reach.start).filter(is_quote).count() % 2 == 1;
    let denied = [
        "not", "n't", "n’t", "no", "nobody", "never", "neither", "nor", "each", "refused", "declined", "denied",
        "instead",
    ];
    let modal = ["could", "might", "may", "should", "would"];
    let low = reach.start.saturating_sub(2);
    let same = |at: usize| {
        line.is(at, &["same"]) && (line.is(at + 1, HOUSES) || line.is(at + 1, &["city", "town", "building"]))
    };
    is_quoted
        || (head..line.len()).any(same)
        || line.holds(low..reach.end, &denied)
        || line.holds(head.saturating_sub(3)..head, &modal)
        || line.holds(reach.start..reach.end + AHEAD, APART_FROM)
}

/// How many words behind the two may say that they were not together.
const AHEAD: usize = 8;

/// Whether and how `a` and `b`, who are of different sides, are joined, and at which word.
fn joined(scene: &Scene<'_>, row: &Row<'_>, a: &Actor, b: &Actor) -> Option<(Joined, usize)> {
    let line = &row.line;
    let [(one, first)] = a.who.as_slice() else { return None };
    let [(other, second)] = b.who.as_slice() else { return None };
    let (side, against) = (scene.sides.of(one), scene.sides.of(other));
    let of_one_side = side.iter().any(|side| against.contains(side));
    let surname = |name: &str| name.rsplit(' ').next().map(str::to_lowercase);
    let gap = a.tokens.end..b.tokens.start;
    if one == other || of_one_side || surname(first) == surname(second) || gap.len() > APART {
        return None;
    }
    let owned = |actor: &Actor| line.is(actor.tokens.end, &["'s", "’s", "'", "’"]);
    if owned(a) || owned(b) || gap.clone().any(|at| is_break(line.word(at))) || line.holds(gap.clone(), SPEECH) {
        return None;
    }
    // "the trout that she and A ate", "those who dined with A and B": told in passing, or of somebody else.
    let before = lead_of(row, a, row.start);
    if before + 1 >= row.start && line.is(before, &["that", "which", "whom", "what", "who"]) {
        return None;
    }
    let lead = lead_of(row, b, gap.start);
    let verb = |from: usize, end: usize| {
        (from..end).find(|&at| is_past_verb(row, at) || line.is(at.wrapping_sub(1), &["will", "to"]) && at > from)
    };
    // "A, the minister of X, and B": everything between the two is names and offices.
    if line.is(lead, &["and"]) && verb(gap.start, lead).is_none() {
        if line.is(before, PREPOSITIONS) {
            return None;
        }
        let head = verb(b.tokens.end, (b.tokens.end + VERB_REACH).min(line.len()))?;
        let told = line.holds(head..head + 1, SPEECH) || line.holds(head..head + 1, STATES);
        return (!told).then_some((Joined::And, head));
    }
    let head = verb(gap.start, b.tokens.start)?;
    if line.is(head, STATES) {
        return None;
    }
    if line.is(lead, &["with"]) {
        return Some((Joined::With, head));
    }
    // Time is given in many ways; those that are a meeting have a rule of their own.
    (lead == head && !line.is(head, &["gave"])).then_some((Joined::Object, head))
}

/// How many words behind the second name the verb of both may stand.
const VERB_REACH: usize = 8;

/// The last word before the phrase of an office and a name: `and` in `and the president of Quillia, Mr Lund`.
fn lead_of(row: &Row<'_>, b: &Actor, low: usize) -> usize {
    let line = &row.line;
    let within = |at: usize| {
        line.is_capitalised(at)
            || line.word(at) == ","
            || line.is(
                at,
                &["the", "of", "his", "her", "its", "their", "a", "for", "foreign", "prime", "federal", "mr", "ms"],
            )
            || line.is(at, OFFICES)
    };
    let mut at = b.tokens.start;
    while at > low && within(at - 1) && !row.is_date_at(at - 1) {
        at -= 1;
    }
    at.saturating_sub(1)
}

/// Whether another thought begins at this word.
fn is_break(word: &str) -> bool {
    matches!(word, ";" | ":" | "(" | ")" | "–" | "—" | "--")
        || ["that", "because", "but", "while", "whom", "whose", "than", "against", "about", "among", "like", "by"]
            .iter()
            .any(|one| word.eq_ignore_ascii_case(one))
}

/// Whether a verb in the past, or one of what will be, stands at `at`.
fn is_past_verb(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let word = line.word(at);
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let strong = line.is(at, STRONG) || line.is(at, STATES);
    small && (strong || word.len() > 3 && word.ends_with("ed")) && !line.is(at.wrapping_sub(1), &["the", "a", "an"])
}

/// What stands around the two, in points: each sort of sign once. A day alone tells nothing: people condemn, reject and sign on
/// some day without seeing each other. One of the signs of company has to stand behind the verb.
fn points(row: &Row<'_>, pair: &Pair, dated: bool, place: Option<&MeetingPlace>) -> u32 {
    let line = &row.line;
    let (joined, head) = (pair.joined, pair.head);
    let behind = head..line.len().min(head + SIGN_REACH);
    let sign = |is: bool, points: u32| if is { points } else { 0 };
    let holds = |of: &dyn Fn(usize) -> bool| behind.clone().any(of);
    let company = sign(holds(&|at| line.is(at, LENGTHS) && is_counted(row, at)), 3)
        + sign(holds(&|at| line.is(at, MEALS) && is_taken(row, at)), 3)
        + sign(holds(&|at| line.is(at, HOUSES) && is_entered(row, at)), 2)
        + sign(holds(&|at| line.is(at, COMPANY) || line.reads(at, "each other")), 3)
        + sign(line.is(head, WAYS) || line.is(head, &["took"]) && line.holds(head + 1..head + 4, WAYS), 2)
        + sign(joined == Joined::Object && line.is(head, FACE_TO_FACE), 3);
    if company == 0 {
        return 0;
    }
    company
        + sign(dated, 2)
        + sign(line.holds(row.start..line.len(), HOURS), 1)
        + sign(place.is_some(), 1)
        + sign(matches!(joined, Joined::And | Joined::With), 1)
        + sign(pair.are_named && joined != Joined::Object, 1)
}

/// How many words behind the verb a sign of company may stand.
const SIGN_REACH: usize = 16;

/// `in the library`, `at the Hotel Adlon`, `to an upstairs room`; not `opened an office`.
fn is_entered(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let lead = (at.saturating_sub(LED)..at)
        .rev()
        .find(|&at| line.is(at, &["in", "at", "to", "into", "round", "through", "of", "for", "on", "by"]));
    lead.is_some_and(|lead| line.is(lead, &["in", "at", "to", "into", "round", "through"])) && !line.is(at + 1, &["of"])
}

/// `shared a late supper`, `talked over lunch`; not `the price of coffee`, `dinner plates`.
fn is_taken(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let taken =
        ["over", "at", "to", "for", "shared", "had", "took", "ate", "drank", "during", "dined", "finished", "cooked"];
    let is_verb = line.is(at, &["dined", "ate", "drank"]);
    is_verb
        || is_no_part(row, at)
            && line.holds(at.saturating_sub(LED)..at, &taken)
            && !line.is(at.wrapping_sub(1), &["of"])
}

/// How many words may stand between a preposition and its noun.
const LED: usize = 4;

/// `dinner at the palace`, not `dinner plates`.
fn is_no_part(row: &Row<'_>, at: usize) -> bool {
    let next = row.line.word(at + 1);
    let small = [
        "and", "at", "in", "on", "with", "for", "by", "to", "before", "after", "of", "over", "that", "which", "was",
        "or", "a", "the",
    ];
    !next.starts_with(char::is_lowercase) || row.line.is(at + 1, &small) || row.is_date_at(at + 1)
}

/// `two hours`, `half an hour`, `forty minutes`; not `forty minutes to decide`.
fn is_counted(row: &Row<'_>, at: usize) -> bool {
    let line = &row.line;
    let before = at.wrapping_sub(1);
    let is_term = (at + 1..at + 4).any(|to| {
        line.is(to, &["to"]) && line.word(to + 1).starts_with(char::is_lowercase) && !line.is(to + 1, &["the", "a"])
    });
    !is_term
        && (line.is(before, &["an", "half", "several", "few", "many", "long", "whole", "for"])
            || crate::meetings::triggers::count(line.word(before)).is_some())
}
