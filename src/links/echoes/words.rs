//! Words that tell how people meet, that point at those told before, or that speak of something else: the vocabulary
//! by which a sentence is heard.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::{Line, Shapes};

/// Words of being together face to face.
const TOGETHER: &[&str] = &[
    "armchair",
    "armchairs",
    "audience",
    "breakfast",
    "breakfasted",
    "chat",
    "chatted",
    "chatting",
    "coffee",
    "conversation",
    "conversations",
    "dialogue",
    "dialog",
    "dine",
    "dined",
    "dining",
    "dinner",
    "dinners",
    "discuss",
    "discussed",
    "embrace",
    "embraced",
    "embraces",
    "encounter",
    "encountered",
    "encounters",
    "facing",
    "fireside",
    "guest",
    "handshake",
    "handshakes",
    "hands",
    "host",
    "hosted",
    "hug",
    "hugged",
    "hugs",
    "interview",
    "listened",
    "listening",
    "lunch",
    "lunches",
    "lunched",
    "meal",
    "meet",
    "meeting",
    "meetings",
    "met",
    "photograph",
    "photographed",
    "received",
    "receiving",
    "reunion",
    "sat",
    "seated",
    "session",
    "shoulder",
    "side-by-side",
    "sit",
    "sit-down",
    "sitting",
    "spoke",
    "stroll",
    "strolled",
    "strolling",
    "summit",
    "summits",
    "supper",
    "table",
    "talk",
    "talked",
    "talking",
    "talks",
    "tea",
    "tete-a-tete",
    "tête-à-tête",
    "toast",
    "toasted",
    "visit",
    "visits",
    "visited",
    "walk",
    "walked",
    "walking",
    "welcomed",
    "negotiated",
    "negotiations",
    "negotiating",
    "round",
    "contacts",
    "ice",
    "standing",
    "stood",
    "waiting",
    "waited",
];
/// Words of speaking from afar.
const AFAR: &[&str] = &[
    "call",
    "called",
    "caller",
    "calling",
    "calls",
    "dialled",
    "dialed",
    "hotline",
    "line",
    "phone",
    "phoned",
    "phones",
    "receiver",
    "rang",
    "telephone",
    "telephoned",
    "telephonic",
    "video",
    "videoconference",
    "screen",
];
/// Words that mean people told before.
const POINTING: &[&str] =
    &["he", "she", "they", "him", "them", "his", "their", "her", "each", "together", "both", "themselves"];
/// Words before which, or behind which, stands a whole pair, or the other one of it.
const PAIR: &[&str] = &[
    "two",
    "both",
    "three",
    "four",
    "presidents",
    "leaders",
    "ministers",
    "premiers",
    "heads",
    "men",
    "women",
    "sides",
    "delegations",
    "counterparts",
    "neighbours",
    "neighbors",
    "counterpart",
    "neighbour",
    "neighbor",
];
/// What is told to the public.
const PUBLIC: &[&str] = &[
    "reporters",
    "journalists",
    "briefing",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "newspaper",
    "editorial",
    "correspondent",
    "broadcast",
    "televised",
    "rally",
    "crowd",
    "parliament",
    "lawmakers",
    "voters",
    "election",
    "court",
    "trial",
    "tweeted",
    "congress",
    "senate",
];
/// What is told of sport.
const SPORT: &[&str] = &[
    "match",
    "goal",
    "goals",
    "striker",
    "coach",
    "league",
    "stadium",
    "penalty",
    "midfielder",
    "championship",
    "cup",
    "beat",
    "scored",
    "kick-off",
    "team-mate",
];
/// What is dated by its signing.
const PAPER: &[&str] = &[
    "agreement",
    "agreements",
    "accord",
    "accords",
    "treaty",
    "resolution",
    "memorandum",
    "declaration",
    "protocol",
    "pact",
    "communique",
    "communiqué",
    "law",
    "decree",
];
/// What says that it was not so, or never came about.
const DENIED: &[&str] =
    &["never", "refused", "declined", "instead", "unless", "denied", "cancelled", "canceled", "postponed"];

/// What is told of things to come.
const TO_COME: &[&str] =
    &["will", "shall", "forward", "invited", "invites", "invitation", "upcoming", "next", "forthcoming", "accepted"];
/// What only two who speak with one another can do, where `between` stands behind it …
const MADE: &[&str] = &["agreed", "arranged", "decided", "settled", "struck"];
/// … within so many words.
const BETWEEN_REACH: usize = 6;
/// Words that deny what stands behind them.
const NOT: &[&str] = &["not", "without"];
/// What people do with a paper who agree on it.
const SIGNED: &[&str] =
    &["signed", "signing", "subscribed", "initialled", "initialed", "concluded", "reached", "put", "struck"];
/// Time that is spent, which tells of a meeting where two spent it …
const LASTING: &[&str] = &["hour", "hours", "minutes", "spent"];
/// … how much of it, …
const HOW_MUCH: &[&str] = &[
    "a", "an", "half", "one", "two", "three", "four", "five", "six", "ten", "fifteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "ninety", "few", "several", "many", "some", "more",
];
/// … but not before these words …
const OF_THE_CLOCK: &[&str] = &["later", "after", "before", "earlier", "ago", "away", "from", "of"];
/// … nor behind these and its amount.
const BY_THE_CLOCK: &[&str] = &["in", "within", "after", "before", "by", "every", "per"];
/// Whose time it is, where it is the time of some who were told before.
const THEIRS: (&[&str], &[&str]) = (&["the", "their", "his", "her"], &["together", "with", "that", "they"]);
/// What one spends of time, so many words behind.
const TIME: (&[&str], usize) = (
    &["hour", "hours", "minutes", "day", "days", "yesterday", "morning", "afternoon", "evening", "night", "weekend"],
    5,
);
/// Words of exchanging, which tell of a meeting before these.
const EXCHANGE: &[&str] = &["exchange", "exchanged", "exchanges"];
const OF_VIEWS: &[&str] = &["views", "opinions", "ideas", "thoughts"];
/// Words by which one of several is told: `the one in Vienna`.
const ONE_OF: &[&str] = &["one", "first", "second", "third", "last", "other"];
const BEHIND_ONE: &[&str] = &["in", "at", "on", "near", "between", "with", "last"];
/// Within so many words of `me` stands with whom: `between the old chancellor and me`.
const PAIR_REACH: usize = 5;
/// Who speaks.
const SELF: &[&str] = &["i", "me"];

/// What the words of a sentence say of a meeting.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about the words, and any may go with any")]
pub(super) struct Tone {
    /// Token position of a word of being together.
    pub together: Option<usize>,
    /// Token position of a word of speaking from afar.
    pub afar: Option<usize>,
    /// Token position of a word that points at people told before.
    pub points: Option<usize>,
    /// Token position of a word for a whole pair.
    pub pair: Option<usize>,
    pub is_public: bool,
    /// Token position of `one` in `the one in Vienna`, which means what was told of before.
    pub one: Option<usize>,
    /// Token position of `between`, where something was decided between two.
    pub between: Option<usize>,
    /// Time is told that was spent.
    pub is_lasting: bool,
    /// A paper was signed, an accord reached.
    pub is_signed: bool,
    /// The speaker tells of himself and someone else.
    pub is_own: bool,
    pub is_sport: bool,
    pub is_paper: bool,
    pub is_denied: bool,
    /// It is told that someone has not met someone.
    pub is_unmet: bool,
    pub is_to_come: bool,
}

/// All lists, in the order of the bits of [`senses`].
const LISTS: [&[&str]; 16] = [
    TOGETHER, AFAR, POINTING, PAIR, PUBLIC, SPORT, PAPER, DENIED, TO_COME, MADE, NOT, SIGNED, LASTING, EXCHANGE,
    ONE_OF, SELF,
];
/// No word of the lists is longer, in bytes.
const LONGEST: usize = 24;

/// In which of [`LISTS`] each word stands, a bit for each. Ten thousand stories have some four million words, and most stand
/// in none: one look for all lists is what they may cost.
static VOCABULARY: LazyLock<HashMap<&'static [u8], u16>> = LazyLock::new(|| {
    let mut senses: HashMap<&[u8], u16> = HashMap::new();
    for (list, words) in LISTS.iter().enumerate() {
        words.iter().for_each(|word| *senses.entry(word.as_bytes()).or_default() |= 1 << list);
    }
    senses
});
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(LISTS.iter().copied().flatten().copied()));

/// The lists in which `word` stands, ASCII case aside.
fn senses(word: &str) -> u16 {
    if !SHAPES.may_hold(word) {
        return 0;
    }
    let mut buffer = [0; LONGEST];
    let Some(lower) = buffer.get_mut(..word.len()) else { return 0 };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    VOCABULARY.get(&*lower).copied().unwrap_or_default()
}

impl Tone {
    /// That of the words of `line` for which `counts` holds.
    pub(super) fn of(line: &Line<'_>, counts: impl Fn(usize) -> bool) -> Self {
        let mut tone = Self::default();
        for at in 0..line.len() {
            let own = senses(line.word(at));
            // Most words say nothing, and of these nobody need know whether they count.
            if own == 0 || !counts(at) {
                continue;
            }
            let is = |list: usize| own >> list & 1 == 1;
            let first = |place: &mut Option<usize>, holds: bool| {
                if holds && place.is_none() {
                    *place = Some(at);
                }
            };
            // "What was decided on Saturday between X and Y".
            let between = || (at + 1..at + BETWEEN_REACH).find(|at| line.is(*at, &["between"]));
            let between = if is(9) { between() } else { None };
            tone.between = tone.between.or(between);
            let is_exchange = is(13) && line.holds(at + 1..at + 4, OF_VIEWS);
            first(&mut tone.together, is(0) || between.is_some() || is_exchange);
            first(&mut tone.afar, is(1));
            first(&mut tone.points, is(2));
            first(&mut tone.pair, is(3));
            tone.is_public |= is(4);
            tone.is_sport |= is(5);
            tone.is_paper |= is(6);
            let will_not = is(10) && line.is(at, &["not"]) && line.is(at + 1, &["take", "be", "meet", "happen", "go"]);
            let no_such =
                is(10) && line.is(at, &["without"]) && (at + 1..at + 3).any(|at| senses(line.word(at)) & 0b11 != 0);
            tone.is_denied |= is(7) || will_not || no_such || line.is(at, &["called"]) && line.is(at + 1, &["off"]);
            tone.is_unmet |= is(10) && is_unmet(line, at);
            tone.is_to_come |= is(8);
            tone.is_signed |=
                is(11) && (!line.is(at, &["put"]) || line.holds(at + 1..at + 4, &["names", "signatures"]));
            tone.is_lasting |= is(12) && is_spent(line, at);
            let is_one = is(14) && at > 0 && line.is(at - 1, &["the"]) && line.is(at + 1, BEHIND_ONE);
            first(&mut tone.one, is_one);
            tone.is_own |= is(15) && is_with_another(line, at);
        }
        tone
    }
}

/// Whether the word at `at` tells of time that was spent: `spent yesterday in`, `gave her an hour`, not `an hour later`, nor
/// `the rush hour`.
fn is_spent(line: &Line<'_>, at: usize) -> bool {
    let (time, reach) = TIME;
    if line.is(at, &["spent"]) {
        return line.holds(at + 1..at + reach, time);
    }
    let Some(before) = at.checked_sub(1).filter(|_| !line.is(at + 1, OF_THE_CLOCK)) else { return false };
    let is_amount = line.is(before, HOW_MUCH) || line.word(before).bytes().all(|byte| byte.is_ascii_digit());
    let is_by_the_clock = line.holds(before.saturating_sub(2)..before, BY_THE_CLOCK);
    let is_theirs = line.is(before, THEIRS.0) && line.is(at + 1, THEIRS.1);
    line.is(before, &["for"]) || line.is(at + 1, &["together"]) || is_amount && !is_by_the_clock || is_theirs
}

/// `the chancellor and I`, `with me`, `between her and me`; not `Peter I and`, nor `told her and me`.
fn is_with_another(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return line.word(at) == "I" && line.is(at + 1, &["and"]) };
    let is_joined = line.is(before, &["and"]);
    if line.is(at, &["me"]) {
        let since = before.saturating_sub(PAIR_REACH)..before;
        return line.is(before, &["with"]) || is_joined && line.holds(since, &["with", "between"]);
    }
    // `World War I and the peace`.
    let is_numeral = line.word(before).starts_with(char::is_uppercase);
    line.word(at) == "I" && (is_joined || !is_numeral && line.is(at + 1, &["and"]))
}

/// Whether `not` or `without` at `at` tells that some did not meet: not in `not only met`, nor in `had not met since May`, which
/// tells of what ended it.
fn is_unmet(line: &Line<'_>, at: usize) -> bool {
    let Some(met) = (at + 1..at + 3).find(|met| line.is(*met, &["met", "meet", "spoken", "talked"])) else {
        return false;
    };
    let had = at.checked_sub(1).is_some_and(|before| line.is(before, &["had"]));
    !line.is(at + 1, &["only", "just", "merely"])
        && !(had && line.holds(met + 1..met + PAIR_REACH, &["since", "until"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_is_found_in_any_case() {
        for (list, words) in LISTS.iter().enumerate() {
            for word in *words {
                assert!(word.len() <= LONGEST && *word == word.to_ascii_lowercase(), "{word}");
                assert!(senses(&word.to_ascii_uppercase()) >> list & 1 == 1, "{word}");
            }
        }
        assert_eq!(senses("zebra"), 0);
        assert_eq!(senses(&"x".repeat(100)), 0);
    }
}
