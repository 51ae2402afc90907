//! Words that tell how people meet, that point at those told before, or that speak of something else: the vocabulary
//! by which a sentence is heard.

use crate::language::Line;

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
    "discuss",
    "discussed",
    "embrace",
    "embraced",
    "encounter",
    "encountered",
    "encounters",
    "facing",
    "fireside",
    "guest",
    "handshake",
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
    "lunched",
    "meal",
    "meet",
    "meeting",
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
/// Words before which, or behind which, stands a whole pair.
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
    &["never", "refused", "declined", "without", "instead", "unless", "denied", "cancelled", "canceled", "postponed"];

/// What is told of things to come.
const TO_COME: &[&str] =
    &["will", "shall", "forward", "invited", "invites", "invitation", "upcoming", "next", "forthcoming", "accepted"];

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
    pub is_sport: bool,
    pub is_paper: bool,
    pub is_denied: bool,
    pub is_to_come: bool,
}

impl Tone {
    /// That of the words of `line` for which `counts` holds.
    pub(super) fn of(line: &Line<'_>, counts: impl Fn(usize) -> bool) -> Self {
        let mut tone = Self::default();
        for at in (0..line.len()).filter(|at| counts(*at)) {
            let is = |words: &[&str]| line.is(at, words);
            let first = |place: &mut Option<usize>, holds: bool| {
                if holds && place.is_none() {
                    *place = Some(at);
                }
            };
            first(&mut tone.together, is(TOGETHER));
            first(&mut tone.afar, is(AFAR));
            first(&mut tone.points, is(POINTING));
            first(&mut tone.pair, is(PAIR));
            tone.is_public |= is(PUBLIC);
            tone.is_sport |= is(SPORT);
            tone.is_paper |= is(PAPER);
            let will_not = is(&["not"]) && line.is(at + 1, &["take", "be", "meet", "happen", "go"]);
            tone.is_denied |= is(DENIED) || will_not || is(&["called"]) && line.is(at + 1, &["off"]);
            tone.is_to_come |= is(TO_COME);
        }
        tone
    }
}
