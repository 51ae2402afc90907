//! What this room hands on.

use std::fmt;
use std::sync::Arc;

use super::words::MeetingWords;
use crate::article::Article;
use crate::language::{
    Annotations, EntityId, Form, Interval, Name, NameKind, Part, Passage, Precision, days_between, weekday_named,
};

/// Days of a week.
const WEEK: i32 = 7;

/// One article, fully read.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The article as it was read; shared, so that a story that is read anew does not copy its text.
    pub article: Arc<Article>,
    /// Its names, dates and sentences.
    pub annotations: Annotations,
    /// The meetings that it tells of, by first evidence.
    pub meetings: Vec<MeetingMention>,
    /// The series of meetings that it names (`the Astana talks`).
    pub series: Vec<SeriesMention>,
    /// What a reader said is no meeting, and is not among the `meetings` for that; `links` puts it there.
    pub denied: Vec<DeniedMention>,
    /// Its words of meetings, where it does not tell its day, or not surely, and may be read again.
    pub words: Option<Arc<MeetingWords>>,
    /// Meetings that it tells by half, of which other stories show that they are another one. `links` puts them here, and takes
    /// them back when it joins the stories anew.
    pub set_aside: Vec<MeetingMention>,
}

impl Story {
    /// An article in which nothing was looked for yet.
    pub fn unread(article: impl Into<Arc<Article>>) -> Self {
        let article = article.into();
        Self {
            article,
            annotations: Annotations::default(),
            meetings: Vec::new(),
            series: Vec::new(),
            denied: Vec::new(),
            words: None,
            set_aside: Vec::new(),
        }
    }

    /// The same in no more room than it needs, for it is kept as long as a library is open: a list that grew has a third to spare,
    /// and one of a single meeting room for three more.
    pub(super) fn without_spare_room(mut self) -> Self {
        let Annotations { names, dates, .. } = &mut self.annotations;
        dates.shrink_to_fit();
        names.shrink_to_fit();
        for name in names {
            name.mentions.shrink_to_fit();
        }
        self.meetings.shrink_to_fit();
        for meeting in &mut self.meetings {
            meeting.participants.shrink_to_fit();
            meeting.evidence.shrink_to_fit();
        }
        self.series.shrink_to_fit();
        self
    }

    /// The words of a passage; empty where it does not fit.
    pub fn words(&self, passage: Passage) -> &str {
        match passage.part {
            Part::Title => passage.span.of(&self.article.title.text),
            Part::Text => passage.span.of(&self.article.text),
        }
    }

    /// The name with this identity, if the article has it.
    pub fn name(&self, id: &EntityId) -> Option<&Name> {
        self.annotations.names.iter().find(|name| &name.id == id)
    }

    /// Whether a day is counted (`on Monday`, `yesterday`) from the day of the article, of which only the likeliest is known, and
    /// would be another one counted from another of its days.
    pub fn is_guessed(&self, told: &MeetingMention) -> bool {
        let when = told.when.filter(|_| told.corrected.is_none());
        let Some((when, passage)) = when.and_then(|when| Some((when, when.passage?))) else { return false };
        let is_exact = matches!(when.precision, Precision::Day | Precision::Range);
        let words = self.words(passage);
        // What tells the number of a day needs no other day to be counted from.
        if !is_exact || words.contains(|letter: char| letter.is_ascii_digit()) {
            return false;
        }
        let Some(published) = &self.annotations.published else { return true };
        let (from, to) = (published.interval.from, published.interval.to);
        let is_weekday = words.split(|letter: char| !letter.is_alphabetic()).any(|word| weekday_named(word).is_some());
        // The Monday of a week is the same from each of its days on, and up to each before it.
        let is_same = is_weekday
            && (days_between(when.interval.from, from) >= 0 && days_between(when.interval.to, to) < WEEK
                || days_between(to, when.interval.from) >= 0 && days_between(from, when.interval.from) < WEEK);
        !published.is_certain() && !is_same
    }

    /// Whether the article calls someone or something by name, anywhere; an office alone (`the Turkish leader`) is no name.
    pub fn names(&self, id: &EntityId) -> bool {
        self.name(id).is_some_and(|name| name.mentions.iter().any(|mention| mention.form == Form::Name))
    }

    /// The words from which it was inferred who takes part, where the article never names them: `the presidents of
    /// Turkey and Iran`, `Moscow`. `None` where it does.
    pub fn inferred_from(&self, who: &Participant) -> Option<Passage> {
        let is_named = self.names(&who.id) || self.words(who.passage) == who.name;
        (!is_named).then_some(who.role.unwrap_or(who.passage))
    }
}

/// One meeting as one article tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingMention {
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// Whether it has taken place, as told here.
    pub status: Status,
    /// Whether it is what the article is about.
    pub main: bool,
    /// Who met; at least one, at least two where both sides are told; an echo may name nobody.
    pub participants: Vec<Participant>,
    /// When, if that can be told.
    pub when: Option<MeetingDate>,
    /// Where, if that is told.
    pub place: Option<MeetingPlace>,
    /// 7 for `the seventh round`.
    pub ordinal: Option<u32>,
    /// The series it is a part of.
    pub series: Option<SeriesId>,
    /// The identity of the named event that it is or is a part of (`brics-summit`).
    pub event: Option<EntityId>,
    /// How many sides it had, where that is told beside the names (`trilateral`, `the leaders of the five`).
    pub sides: Option<usize>,
    /// The words that tell of it, in reading order; never empty.
    pub evidence: Vec<Passage>,
    /// How sure the analysis is that this is a meeting, 0 to 1.
    pub confidence: f64,
    /// Whether no sentence says that they met, and all words together only make it likely.
    pub is_likely: bool,
    /// Whether its words leave open who met, and only all that stands around them makes it likely that they tell of a meeting.
    /// What another story shows goes before.
    pub half_told: bool,
    /// Where the words alone would not tell of a meeting, and only the report of another story shows that they do: which.
    /// `links` adds such tellings; reading one story never finds any.
    pub echo: Option<Echo>,
    /// Where a reader corrected the day, what is told instead. `links` puts it there, as it does echoes.
    pub corrected: Option<CorrectedDay>,
}

/// That [`MeetingMention::when`] is a day to which a reader corrected the meeting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CorrectedDay {
    /// What the story tells.
    pub told: Option<MeetingDate>,
    /// Which of the corrections of meetings says otherwise, by its index.
    pub by: usize,
}

/// A telling that a reader said is of no meeting. It is kept, so that it can be found by its words and be given back.
#[derive(Clone, Debug, PartialEq)]
pub struct DeniedMention {
    /// It, as the story tells it.
    pub meeting: MeetingMention,
    /// Its place among the meetings that the story tells plainly.
    pub place: usize,
    /// Which of the corrections of meetings says so, by its index.
    pub by: usize,
}

/// The telling of another story that shows what words are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Echo {
    /// [`Article::id`] of that story.
    pub story: String,
    /// The first words of its telling.
    pub evidence: Passage,
}

/// What sort of meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingKind {
    /// By telephone or video.
    Call,
    /// Two sides, face to face.
    Bilateral,
    /// Three sides or more.
    Multilateral,
    /// Leaders, called a summit.
    Summit,
    /// One round of a series.
    Round,
    /// A conference or congress.
    Conference,
    /// A visit.
    Visit,
    /// Talks whose form is not told.
    Talks,
}

impl MeetingKind {
    /// All of them, the everyday ones first.
    pub const ALL: &[Self] = &[
        Self::Call,
        Self::Bilateral,
        Self::Multilateral,
        Self::Summit,
        Self::Round,
        Self::Conference,
        Self::Visit,
        Self::Talks,
    ];

    /// The word used in exports and on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Bilateral => "bilateral",
            Self::Multilateral => "multilateral",
            Self::Summit => "summit",
            Self::Round => "round",
            Self::Conference => "conference",
            Self::Visit => "visit",
            Self::Talks => "talks",
        }
    }
}

/// Whether a meeting has taken place, as one article tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It took place.
    Held,
    /// It is still going on.
    Ongoing,
    /// It is to take place.
    Planned,
    /// It was called off.
    Cancelled,
    /// Not told.
    Unknown,
}

impl Status {
    /// All of them, in the order of a meeting's life.
    pub const ALL: &[Self] = &[Self::Held, Self::Ongoing, Self::Planned, Self::Cancelled, Self::Unknown];

    /// The word used in exports and on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Unknown => "unknown",
        }
    }
}

/// Someone at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
    /// What it is: a person, a state (a [`Place`](NameKind::Place)), a body.
    pub kind: NameKind,
    /// The states and bodies for which it takes part, as far as the story or the tables of facts tell: none, one, or
    /// two for someone who heads a state and a union of states.
    pub acts_for: Vec<EntityId>,
    /// The words of the office by which it is named here (`the Turkish leader`); `None` where it is named by name.
    pub role: Option<Passage>,
    /// Where the article says so.
    pub passage: Passage,
}

impl Participant {
    /// One whose side and office are not told.
    pub fn new(id: EntityId, name: impl Into<String>, kind: NameKind, passage: Passage) -> Self {
        Self { id, name: name.into(), kind, acts_for: Vec::new(), role: None, passage }
    }
}

/// When a meeting took or takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingDate {
    /// Which days.
    pub interval: Interval,
    /// How exactly it was told.
    pub precision: Precision,
    /// The words that say so; `None` where it was inferred from the article's own date.
    pub passage: Option<Passage>,
}

/// Where a meeting took or takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPlace {
    /// Which place.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
    /// Where the article says so.
    pub passage: Passage,
}

/// A series such as `astana-process`, the same wherever it is named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesId(Arc<str>);

impl SeriesId {
    /// The series that is written `slug`.
    pub fn new(slug: &str) -> Self {
        Self(slug.into())
    }

    /// As written in exports.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SeriesId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A series of meetings, as one article names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesMention {
    /// Which.
    pub id: SeriesId,
    /// As a reader would write it.
    pub name: String,
    /// The words that name it; never empty.
    pub evidence: Vec<Passage>,
}
