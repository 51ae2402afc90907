//! What this room hands on.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use super::calendar::{Interval, Precision};
pub use super::kept::KeptTokens;
pub use super::token::{Token, TokenKind};
use crate::article::DateSource;
use crate::text::Span;

/// Which of an article's two texts a passage lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// [`Title::text`](crate::article::Title::text), and only where the title came apart from the text.
    Title,
    /// [`Article::text`](crate::article::Article::text).
    Text,
}

/// A range in one of an article's two texts. Passages order by reading order: the title first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// Which text.
    pub part: Part,
    /// Where in it, in bytes.
    pub span: Span,
}

/// Everything this room found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// Words, numbers and punctuation in reading order; white space is left out.
    pub tokens: KeptTokens,
    /// Sentences in reading order; shared by all readings of the article.
    pub sentences: Arc<[Sentence]>,
    /// Who and what is named, by first mention.
    pub names: Vec<Name>,
    /// Date expressions that have a calendar value, in reading order.
    pub dates: Vec<When>,
    /// When the article was published, as far as it can be told.
    pub published: Option<Published>,
    /// The days that may be the article's own, the likeliest first: one where it is known, a few where a dateline
    /// leaves the year open (`MANILA, March 7`), none where nothing tells them. A neighbouring story's day may choose
    /// among them.
    pub possible_days: Vec<jiff::civil::Date>,
    /// The [`Corrections`](super::Corrections) that changed something in this reading, ascending, by their number.
    pub corrected: Vec<usize>,
}

/// A year that weekdays and terms of office tell with less than this probability is left to neighbouring stories where these
/// know better: `on Friday` above a Saturday's dateline fits the year before as well.
const TENTATIVE: f64 = 0.8;

impl Annotations {
    /// Whether the article's day may be another of its possible days, if a neighbouring story says so.
    pub fn is_tentative(&self) -> bool {
        self.published.as_ref().is_some_and(|published| published.is_tentative(&self.possible_days))
    }

    /// Notes that these corrections changed something.
    pub fn note_corrections(&mut self, numbers: &[usize]) {
        self.corrected.extend(numbers);
        self.corrected.sort_unstable();
        self.corrected.dedup();
    }
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub passage: Passage,
    /// Index of its block in [`Article::blocks`](crate::article::Article::blocks); `None` for a title that came apart.
    pub block: Option<usize>,
    /// Its tokens: which of all those of [`Annotations::tokens`].
    pub tokens: std::ops::Range<usize>,
}

/// An identity such as `vladimir-putin`, the same wherever the same person, body or place is named.
#[derive(Clone, Debug)]
pub struct EntityId(Slug);

/// Identities of the shipped tables are constants; those found in articles are shared.
#[derive(Clone, Debug)]
enum Slug {
    Fixed(&'static str),
    Found(Arc<str>),
}

impl EntityId {
    /// The identity that is written `slug`: lower-case letters, digits and hyphens.
    pub fn new(slug: &str) -> Self {
        Self(Slug::Found(shared(slug)))
    }

    /// The same for a constant.
    pub const fn fixed(slug: &'static str) -> Self {
        Self(Slug::Fixed(slug))
    }

    /// As written in exports.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Slug::Fixed(slug) => slug,
            Slug::Found(slug) => slug,
        }
    }
}

/// How many identities found lately are remembered; a power of two.
const REMEMBERED: usize = 2048;

thread_local! {
    /// Identities found lately, so that thousands of stories that name the same people share their identities.
    static LATELY: RefCell<Vec<Option<Arc<str>>>> = const { RefCell::new(Vec::new()) };
}

/// This text, the same allocation where it was asked for lately.
fn shared(slug: &str) -> Arc<str> {
    // FNV-1a, as elsewhere.
    let hash = slug.bytes().fold(0x811c_9dc5_usize, |hash, byte| (hash ^ usize::from(byte)).wrapping_mul(0x0100_0193));
    LATELY.with_borrow_mut(|lately| {
        lately.resize(REMEMBERED, None);
        let Some(place) = lately.get_mut((hash ^ hash >> 16) % REMEMBERED) else { return slug.into() };
        match place {
            Some(known) if **known == *slug => Arc::clone(known),
            _ => Arc::clone(place.insert(slug.into())),
        }
    })
}

impl PartialEq for EntityId {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (self.as_str(), other.as_str());
        std::ptr::eq(one, other) || one == other
    }
}

impl Eq for EntityId {}

impl PartialOrd for EntityId {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EntityId {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl std::hash::Hash for EntityId {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Someone or something named in an article, with all its mentions there.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Who it is.
    pub id: EntityId,
    /// As a reader would write it: `Recep Tayyip Erdogan`.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// The state that a demonym, an office or a government stands for.
    pub state: Option<EntityId>,
    /// Where it is mentioned, in reading order; never empty.
    pub mentions: Vec<NameMention>,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body, government, company, agency, armed group.
    Organisation,
    /// A state, town, region, sea, building.
    Place,
    /// A nationality, religion or movement (`Russian`).
    Group,
    /// A named event or process (`APEC summit`, `Astana talks`).
    Event,
    /// An agreement, resolution or law; also whatever else bears a title of its own (a work, a product, a disease).
    Document,
}

impl NameKind {
    /// All kinds, in the order of legends.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Organisation, Self::Place, Self::Group, Self::Event, Self::Document];

    /// The word used in exports and legends.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Document => "document",
        }
    }
}

/// One place where a name is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Where.
    pub passage: Passage,
    /// By name or by description.
    pub form: Form,
}

/// How someone is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `Putin`.
    Name,
    /// `the Russian president`.
    Description,
}

/// A date expression with its calendar value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// Where.
    pub passage: Passage,
    /// Which days.
    pub interval: Interval,
    /// How exactly it was told.
    pub precision: Precision,
}

/// When an article was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The days that the evidence allows; one day where it is certain.
    pub interval: Interval,
    /// The likeliest of them.
    pub best: jiff::civil::Date,
    /// How likely `best` is, from 0 to 1; an estimate for ranking, not a measured rate.
    pub confidence: f64,
    /// The strongest evidence.
    pub from: DateSource,
    /// In plain words, strongest first.
    pub reasons: Vec<DayReason>,
    /// The identities of the stories that it was taken from, those that agree best first; empty where it tells its day itself.
    pub neighbours: Vec<String>,
}

/// What speaks for the day of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayReason {
    /// In plain words.
    pub says: String,
    /// The words of the article that say so; `None` where its file, its address or other articles do.
    pub passage: Option<Passage>,
}

impl DayReason {
    /// What words of the article say.
    pub(super) const fn quoting(says: String, passage: Passage) -> Self {
        Self { says, passage: Some(passage) }
    }
}

/// What no words of the article say.
impl From<String> for DayReason {
    fn from(says: String) -> Self {
        Self { says, passage: None }
    }
}

impl Published {
    /// Whether the day is known, not only the interval.
    pub fn is_certain(&self) -> bool {
        self.interval.is_day()
    }

    /// Whether it is the likeliest of several days that a dateline leaves open, the likeliest first, and not surely that.
    pub(super) fn is_tentative(&self, possible: &[jiff::civil::Date]) -> bool {
        possible.len() > 1
            && possible.first() == Some(&self.best)
            && matches!(self.from, DateSource::Dateline | DateSource::Text)
            && self.confidence < TENTATIVE
    }
}

impl Passage {
    /// Where it begins, for looking up the sentence that holds it.
    pub const fn start_key(&self) -> (Part, usize) {
        (self.part, self.span.start())
    }

    /// The smallest passage of the same part that holds both; `self` where they lie in different parts.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        if self.part == other.part { Self { span: self.span.cover(other.span), ..self } } else { self }
    }
}
