//! Words that tell how people meet, that point at those told before, or that speak of something else: the vocabulary
//! by which a sentence is heard.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::turns::{is_spent, is_unmet, is_with_another};
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
    "discussion",
    "discussions",
    "deliberations",
    "embrace",
    "embraced",
    "embraces",
    "encounter",
    "encountered",
    "encounters",
    "face-to-face",
    "faced",
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
/// Time that may have been spent.
const LASTING: &[&str] = &["hour", "hours", "minutes", "spent"];
/// Words of exchanging, which tell of a meeting before these.
const EXCHANGE: &[&str] = &["exchange", "exchanged", "exchanges"];
const OF_VIEWS: &[&str] = &["views", "opinions", "ideas", "thoughts"];
/// Words by which one of several is told: `the one in Vienna`.
const ONE_OF: &[&str] = &["one", "first", "second", "third", "last", "other"];
const BEHIND_ONE: &[&str] = &["in", "at", "on", "near", "between", "with", "last"];
/// Who speaks.
const SELF: &[&str] = &["i", "me", "my", "we", "our"];

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
    /// The speaker tells of a meeting of his own, which may be that of whom the story names.
    pub is_ours: bool,
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

/// Words behind `I` or `my` within which one of being together stands: `my long talk with`, `I sat an hour with`.
const OWN_REACH: usize = 4;

/// `my discussion with the premier`, `we met at`: the speaker took part.
fn tells_of_meeting_soon(line: &Line<'_>, at: usize) -> bool {
    let tells = |at: usize| senses(line.word(at)) & 0b11 != 0;
    // `Peter I` is a numeral.
    let first = line.is(at, &["my", "our", "we"]) || line.word(at) == "I" && !is_name_before(line, at);
    first
        && (at + 1..=at + OWN_REACH)
            .find(|at| tells(*at))
            .is_some_and(|tells| line.holds(tells + 1..tells + OWN_REACH, &["with", "by", "to"]))
}

/// `Peter I`.
fn is_name_before(line: &Line<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| line.word(before).starts_with(char::is_uppercase))
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
            tone.is_ours |= is(15) && tells_of_meeting_soon(line, at);
            tone.is_own |= is(15) && is_with_another(line, at);
        }
        tone
    }
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
