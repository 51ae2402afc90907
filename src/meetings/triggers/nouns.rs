//! Nouns that tell of a meeting: a position in a sentence in, the trigger that ends there out.

use super::phrase::{OWNERS, Phrase, ordinal_at};
use super::{Frame, PHONE, PHONES, Trigger, appointments, calls, sessions, tables};
use crate::language::{Line, WordList};
use crate::meetings::types::MeetingKind;

/// What makes a meeting none of ours when it stands before the noun.
const OTHER_GATHERINGS: &[&str] = &[
    "news",
    "press",
    "media",
    "town-hall",
    "hall",
    "board",
    "committee",
    "cabinet",
    "council",
    "shareholders",
    "shareholder",
    "team",
    "working",
    "prayer",
    "annual",
    "plenary",
    "staff",
    "emergency",
    "caucus",
    "parish",
    "party",
    "general",
    "parents",
    "residents",
    "editorial",
    "family",
    "cup",
    "league",
    "race",
    "athletics",
    "pre-trial",
    "trial",
    "court",
];

/// `his father's last encounter with Assad` is not his own.
const RELATIONS: &[&str] = &[
    "father",
    "father's",
    "mother",
    "brother",
    "brother's",
    "son",
    "son's",
    "wife",
    "predecessor",
    "predecessor's",
    "successor",
    "minister",
    "envoy",
    "deputy",
    "spokesman",
    "adviser",
    "aide",
    "daughter",
    "sister",
    "uncle",
];

/// Those whose `annual meeting` is one of states.
pub(super) const OFFICIALS: &[&str] = &["ministers", "leaders", "presidents", "premiers"];
/// How many words before it they may stand.
pub(super) const OFFICIALS_REACH: usize = 20;

/// Nouns in the plural, or that look so, for one meeting.
const TALKS: [&str; 5] = ["talks", "negotiations", "consultations", "congress", "discussions"];

/// The noun `word` at `at` that tells of a meeting.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Trigger> {
    if PHONES.contains(word) && !word.ends_with("conference") {
        return calls::line_of_the_telephone(line, at);
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    let compound = compound(line, at);
    let kind = compound.map(|_| MeetingKind::Talks);
    let kind = kind.or_else(|| kind_of(line, at, word, singular)).or_else(|| bare_ordinal(line, at))?;
    let phrase = Phrase::around(line, compound.or_else(|| faced(line, at)).unwrap_or(at));
    let phoned = line.holds(phrase.start..at, PHONE) || line.is(at.wrapping_sub(1), PHONE);
    // "his call with Macron" is by telephone; "a call for talks" is not.
    let called = word == "call" && (is_of_several(line, at) || calls::is_held(line, at) || calls::is_of_more(line, at));
    let translated = word == "interview" && is_translated(line, at);
    let phoned =
        phoned || kind == MeetingKind::Call && !matches!(singular, "call" | "interview") || by_telephone(line, at);
    let gathering = matches!(singular, "call" | "interview") && !phoned && !called && !translated;
    if gathering || is_other_gathering(line, at, singular, phrase.start) {
        return None;
    }
    if kind == MeetingKind::Round && !phrase.counts_talks(line, at) && matches!(singular, "round" | "cycle") {
        return None;
    }
    let of_rounds =
        |kind| (kind == MeetingKind::Round).then(|| ordinal_at(line, at).or_else(|| number_behind(line, at)))?;
    let told = phrase.ordinal(line, at).or_else(|| of_rounds(kind));
    // "their 26th formal talks" are a round, though not called so; "the first meeting since May" is counted in no series.
    let sits_again = sessions::is_numbered_sitting(line, at);
    let counted = TALKS.contains(&word) || sits_again || sessions::is_of_a_commission(line, at);
    let kind = if counted && told.is_some_and(|number| number > 2) { MeetingKind::Round } else { kind };
    let ordinal = told.filter(|number| match kind {
        MeetingKind::Round => true,
        MeetingKind::Summit | MeetingKind::Conference => *number > 1,
        _ => false,
    });
    let told_again = told.is_some_and(|number| number > 1) && ordinal.is_none() && !phrase.is_of_the_told(line);
    let kind = match kind {
        _ if phoned => MeetingKind::Call,
        _ if translated => MeetingKind::Talks,
        kind => kind,
    };
    let first = if line.is(at.wrapping_sub(1), PHONE) { at - 1 } else { compound.unwrap_or(at) };
    let tokens = first..at + 1;
    Some(Trigger {
        phrase: phrase.start,
        is_definite: phrase.is_definite(line, at) && !sits_again || told_again && follows(line, at),
        is_in_person: matches!(
            singular,
            "meeting" | "audience" | "encounter" | "summit" | "handshake" | "lunch" | "dinner"
        ) || compound.is_some(),
        is_new: phrase.is_new(line, at) || told_again,
        is_possessed: line.holds(phrase.start..at, &["his", "her", "their", "my", "our", "latter"])
            && !line.holds(phrase.start..at, RELATIONS),
        is_plural: word.ends_with('s') && !matches!(word, "doors" | "hours" | "minutes") && !TALKS.contains(&word),
        is_weak: is_accord(singular),
        ordinal,
        sides: phrase.sides(line, at),
        ..Trigger::plain(tokens, kind, Frame::Noun)
    })
}

/// `A second meeting followed on Monday`: of those who met before.
fn follows(line: &Line<'_>, at: usize) -> bool {
    line.is(at + 1, &["followed", "follows", "came"])
        || line.is(at + 1, &["will", "is", "was"]) && line.is(at + 2, &["follow", "to", "held"])
}

/// Whether the words of its phrase, which begins at `start`, make it a meeting of a party, a family, a board.
fn is_other_gathering(line: &Line<'_>, at: usize, singular: &str, start: usize) -> bool {
    // "the Arctic League's summit" is none of a league's table.
    let other: &[&str] = if singular == "summit" { &["party", "family", "staff", "team"] } else { OTHER_GATHERINGS };
    // "working-level talks" are of those who work.
    if let Some(level) = (start..at).find(|&at| line.reads(at, "working - level")) {
        return line.holds(level + 3..at, other);
    }
    // "a working dinner" is no "working group".
    let meal = matches!(singular, "lunch" | "dinner" | "breakfast");
    let own = line.is(at.wrapping_sub(1), &["working"]) && (meal || is_agreed(line, start))
        || line.is(at.wrapping_sub(1), &["annual", "emergency"])
            && line.holds(at.saturating_sub(OFFICIALS_REACH)..at, OFFICIALS);
    let qualified = at - usize::from(own);
    line.holds(start..qualified, other) && !is_of_people(line, at)
}

fn kind_of(line: &Line<'_>, at: usize, word: &str, singular: &str) -> Option<MeetingKind> {
    Some(match singular {
        "meeting" if sessions::is_numbered_sitting(line, at) || sessions::is_of_a_format(line, at) => {
            MeetingKind::Round
        }
        "meeting" if !line.is(at.wrapping_sub(1), &["is", "are", "was", "were", "been"]) => MeetingKind::Talks,
        "talk" if word == "talks" => MeetingKind::Talks,
        "talk" if has_talk(line, at) => MeetingKind::Talks,
        "talk" if line.is(at.wrapping_sub(1), &["first", "long", "hour-long", "private", "the", "their"]) => {
            MeetingKind::Talks
        }
        "discussion"
            if line.is(at + 1, &["with", "between"])
                || line.holds(at.saturating_sub(5)..at, &["had", "held", "having"])
                || faced(line, at).is_some() =>
        {
            MeetingKind::Talks
        }
        "negotiation" | "consultation" | "discussion" if word.ends_with('s') => MeetingKind::Talks,
        "conversation" | "audience" | "encounter" | "handshake" | "rendezvous" | "gathering" | "chat" | "parley" => {
            MeetingKind::Talks
        }
        // "held a bilateral with the president".
        "bilateral" if word == "bilaterals" || line.is(at + 1, &["with", "between"]) => MeetingKind::Bilateral,
        "exchange" if line.is(at.wrapping_sub(1), PHONE) || is_of_views(line, at) => MeetingKind::Talks,
        // What translators make of a meeting; families have reunions too.
        "reunion" if line.is(at + 1, &["with", "between", "previous"]) => MeetingKind::Talks,
        "lunch" | "dinner" | "breakfast" if tables::eats_with_someone(line, at) => MeetingKind::Talks,
        "door" if line.is(at.wrapping_sub(1), &["closed"]) && line.is(at.wrapping_sub(2), &["behind"]) => {
            MeetingKind::Talks
        }
        // "after three hours with the president".
        "hour" | "minute" | "half-hour"
            if line.is(at + 1, &["with"])
                && (line.is_capitalised(at + 2) || line.is(at + 2, &["the", "his", "her", "him", "president"])) =>
        {
            MeetingKind::Talks
        }
        "contact"
            if line.holds(at.saturating_sub(2)..at, &["first", "direct"])
                || line.is(at.wrapping_sub(1), PHONE) && line.is(at + 1, &["with", "between"])
                || word == "contacts" && line.is(at + 1, &["with", "between"]) =>
        {
            MeetingKind::Talks
        }
        "dialogue" | "session" | "sitting" | "review" | "bargaining" => return sessions::kind(line, at, word),
        _ => return kind_by_name(line, at, singular),
    })
}

/// The kinds that have nouns of their own.
fn kind_by_name(line: &Line<'_>, at: usize, singular: &str) -> Option<MeetingKind> {
    Some(match singular {
        "reception" | "banquet"
            if line.is(at + 1, &["for"])
                && (line.is_capitalised(at + 2) || line.is(at + 2, &["his", "her", "the"]))
                || tables::is_in_honour(line, at) =>
        {
            MeetingKind::Talks
        }
        "visit" | "trip" | "appointment" | "call" | "interaction" | "weekend" | "evening" | "afternoon" | "day" => {
            return appointments::kind(line, at, singular);
        }
        "interview" | "videoconference" | "teleconference" => MeetingKind::Call,
        "summit" => MeetingKind::Summit,
        // "congres" is what is left of "congress" without the letter that looks like a plural.
        "conference" | "congres" | "forum" | "symposium" | "seminar" | "colloquium" => MeetingKind::Conference,
        // "the Geneva Convention" is a treaty.
        "convention" if !line.is_capitalised(at) && !line.is(at + 1, &["on", "against", "of"]) => {
            MeetingKind::Conference
        }
        "round" | "cycle" => MeetingKind::Round,
        _ if is_accord(singular) && line.is(at + 1, &["between", "with"]) => MeetingKind::Talks,
        _ => return tables::kind(line, at, singular),
    })
}

/// `an exchange of views with X`, `an exchange of views took place between X and Y`.
fn is_of_views(line: &Line<'_>, at: usize) -> bool {
    line.reads(at + 1, "of views") && line.holds(at + 3..at + 10, &["with", "between"])
}

/// `had a good talk with X`: no verb.
fn has_talk(line: &Line<'_>, at: usize) -> bool {
    let has = &["had", "have", "has", "having", "after", "during", "in"];
    line.is(at + 1, &["with", "between"])
        && line.holds(at.saturating_sub(3)..at, &["a", "their", "his", "her"])
        && line.holds(at.saturating_sub(5)..at, has)
}

/// Nouns of several words.
const COMPOUNDS: &[&str] = &[
    "tête - à - tête",
    "tete - a - tete",
    "tete - à - tete",
    "one - on - one",
    "one - to - one",
    "face - to - face",
    "sit - down",
    "get - together",
    "pull - aside",
    "brush - by",
];

/// Where the noun of several words begins that ends at `at`: `a tête-à-tête`, but not `a one-on-one meeting`.
fn compound(line: &Line<'_>, at: usize) -> Option<usize> {
    const ENDS: WordList = WordList::of(&["tête", "tete", "one", "face", "down", "together", "aside", "by"]);
    if !line.is_of(at, &ENDS) {
        return None;
    }
    let ends = |phrase: &&&str| {
        let words = phrase.split(' ').count();
        at.checked_sub(words - 1).is_some_and(|start| line.reads(start, phrase))
    };
    let phrase = COMPOUNDS.iter().find(ends)?;
    let behind = &[
        "with",
        "between",
        "of",
        "lasted",
        "was",
        "in",
        "at",
        "on",
        "took",
        "has",
        "had",
        "for",
        "is",
        "will",
        "before",
        "after",
        "over",
        "here",
        "this",
        "that",
        "late",
        "early",
        "today",
        "yesterday",
        "during",
        "to",
    ];
    let free = line.is(at + 1, behind) || !line.word(at + 1).chars().any(char::is_alphanumeric);
    free.then(|| at + 1 - phrase.split(' ').count())
}

/// Where `face-to-face` or `one-on-one` begins before the noun at `at`; its `to` or `on` ends no phrase.
fn faced(line: &Line<'_>, at: usize) -> Option<usize> {
    let is_such = |start: usize| {
        ["face - to - face", "one - on - one", "one - to - one"].iter().any(|words| line.reads(start, words))
    };
    at.checked_sub(5).filter(|&start| is_such(start))
}

/// What two people who agree have signed together.
fn is_accord(singular: &str) -> bool {
    matches!(singular, "agreement" | "accord" | "deal" | "pact" | "compromise")
}

/// `the meeting was held by video link`, `a conversation over the telephone`.
pub(super) fn by_telephone(line: &Line<'_>, at: usize) -> bool {
    let lead = |at: usize| line.is(at, &["by", "via", "over"]) && line.holds(at + 1..at + 3, PHONE);
    (at + 1..at + 8).any(lead)
}

/// `both chancellors' winter call`: whose it is stands before it; `the ministers' call that the port be closed` is none.
fn is_of_several(line: &Line<'_>, at: usize) -> bool {
    let is_mark = |mark: usize| matches!(line.word(mark), "'" | "’") && line.is(mark.wrapping_sub(1), OWNERS);
    !line.is(at + 1, &["for", "to", "on", "that"]) && (at.saturating_sub(4)..at).any(is_mark)
}

/// `The interview lasted an hour`, `the interview between X and Y`: what translators make of a conversation.
fn is_translated(line: &Line<'_>, at: usize) -> bool {
    line.is(at + 1, &["between"])
        || line.is(at.wrapping_sub(1), &["the", "their"]) && line.is(at + 1, &["lasted", "took", "ended"])
}

/// 41 for `cycle 41 of the conversations`.
fn number_behind(line: &Line<'_>, at: usize) -> Option<u32> {
    line.word(at + 1).parse().ok()
}

/// Whether those who meet are named behind the noun, whatever stands before it.
fn is_of_people(line: &Line<'_>, at: usize) -> bool {
    line.is(at.wrapping_sub(1), &["working", "emergency", "annual"]) && line.is(at + 1, &["with", "between"])
}

/// `held a working meeting`, `postponed Thursday's working meeting`: what sides do with a meeting of theirs.
fn is_agreed(line: &Line<'_>, phrase: usize) -> bool {
    line.holds(
        phrase.saturating_sub(2)..phrase + 2,
        &["postponed", "held", "hold", "had", "have", "cancelled", "canceled"],
    )
}

/// `The twenty-fourth was on January 9`: a round whose noun is left out.
fn bare_ordinal(line: &Line<'_>, at: usize) -> Option<MeetingKind> {
    let number = ordinal_at(line, at)?;
    let start = if number > 20 && matches!(line.before(at), "-" | "‑") { at.wrapping_sub(2) } else { at };
    let told = number != 2 && line.is(start.wrapping_sub(1), &["the"]);
    let verb = [
        "broke",
        "collapsed",
        "failed",
        "lasted",
        "closes",
        "opens",
        "begins",
        "ends",
        "was",
        "is",
        "began",
        "took",
        "will",
        "opened",
        "ended",
        "closed",
        "starts",
        "started",
        "followed",
    ];
    // "The third one lasted an hour".
    let next = at + 1 + usize::from(line.is(at + 1, &["one"]));
    (told && (line.is(next, &verb) || matches!(line.word(at + 1), ","))).then_some(MeetingKind::Round)
}
