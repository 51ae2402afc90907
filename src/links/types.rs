//! What this room hands on. Stories are named by their index in the library, which is sorted before linking.

use std::collections::BTreeMap;

use super::corrections::Decisions;
use crate::language::{EntityId, NameKind, Passage};
use crate::meetings::{MeetingDate, MeetingKind, MeetingPlace, Participant, SeriesId, Status};

/// Everything that joins the stories of a library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Connections {
    /// Who and what is named in the library, most mentioned first.
    pub entities: Vec<Entity>,
    /// Every meeting, by day, undated ones last.
    pub meetings: Vec<Meeting>,
    /// Every named series.
    pub series: Vec<Series>,
    /// Every link; `from` is always the smaller story index.
    pub links: Vec<Link>,
    /// What single tellings leave open and other stories tell. Linking itself never looks at it.
    pub completions: BTreeMap<MentionRef, Completion>,
    /// What corrections decided.
    pub decisions: Decisions,
}

/// What one telling of a meeting leaves open and the stories linked to it tell: the meeting's other tellings, or, of a
/// numbered round, those of the other rounds of its series. Passages point into those stories.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Completion {
    /// Everyone who took part, where the telling names one side at most.
    pub participants: Option<Vec<Participant>>,
    /// The days, where the telling has none, or only infers one, or has the first or last day of a longer round.
    pub when: Option<MeetingDate>,
    /// The place, where the telling has none, or only its state.
    pub place: Option<MeetingPlace>,
    /// The number in the series.
    pub ordinal: Option<u32>,
    /// The series.
    pub series: Option<SeriesId>,
}

impl Completion {
    /// The slots that are filled in, as exports and the screen call them.
    pub fn slots(&self) -> impl Iterator<Item = &'static str> {
        let filled = [
            (self.participants.is_some(), "participants"),
            (self.when.is_some(), "when"),
            (self.place.is_some(), "where"),
            (self.ordinal.is_some(), "ordinal"),
            (self.series.is_some(), "series"),
        ];
        filled.into_iter().filter_map(|(is_filled, slot)| is_filled.then_some(slot))
    }
}

/// Someone or something named in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Who.
    pub id: EntityId,
    /// As a reader would write it.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// How often it is mentioned in the whole library.
    pub mentions: usize,
    /// The stories that mention it, ascending.
    pub stories: Vec<usize>,
}

/// A meeting as one story tells it, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionRef {
    /// Index of the story.
    pub story: usize,
    /// Index into its [`meetings`](crate::meetings::Story::meetings).
    pub mention: usize,
}

/// A meeting, with every story that tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The same in every story that covers it, and the same for the same library whatever the order of its files.
    pub id: String,
    /// The kind that most stories tell.
    pub kind: MeetingKind,
    /// The status that the latest story tells.
    pub status: Status,
    /// Everyone that any story names, a person for the state that is acted for; passages point into the story of the first
    /// mention that names them.
    pub participants: Vec<Participant>,
    /// Whether no story names the participants of this round, so that they are those of other rounds of its series.
    pub sides_of_series: bool,
    /// The most exact day that is told.
    pub when: Option<MeetingDate>,
    /// Whether that is counted (`on Monday`) from the day of a story which is itself only likely.
    pub is_guessed: bool,
    /// Whether every story that tells of it plainly does so in words that only make it likely that they met.
    pub is_likely: bool,
    /// Where, if any story tells.
    pub place: Option<MeetingPlace>,
    /// Its number in the series.
    pub ordinal: Option<u32>,
    /// The series it is a part of.
    pub series: Option<SeriesId>,
    /// The mentions that tell of it, ascending; never empty.
    pub mentions: Vec<MentionRef>,
}

impl Meeting {
    /// How many stories tell of it: one that tells of it twice counts once.
    pub fn stories(&self) -> usize {
        self.mentions.chunk_by(|one, next| one.story == next.story).count()
    }

    /// Whether its day is only likely: no words tell it, or they count from a day that nobody knows.
    pub fn is_about(&self) -> bool {
        self.is_guessed || self.when.is_some_and(|when| when.passage.is_none())
    }
}

/// A named series of meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Which.
    pub id: SeriesId,
    /// As a reader would write it.
    pub name: String,
    /// Whether stories name it as such; else it is told by its numbered rounds only.
    pub is_named: bool,
    /// The stories that name it or tell of its rounds, ascending, each with the first words that do.
    pub stories: Vec<(usize, Passage)>,
}

/// Two stories that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Index of one story.
    pub from: usize,
    /// Index of the other, greater than `from`.
    pub to: usize,
    /// What they share.
    pub target: LinkTarget,
    /// How sure, in words.
    pub tier: Tier,
    /// The same as a probability, 0 to 1.
    pub confidence: f64,
    /// What speaks for it and against it, heaviest first; never empty.
    pub reasons: Vec<Reason>,
}

impl Link {
    /// The story at its other end than `story`, which is at one of them.
    pub const fn other(&self, story: usize) -> usize {
        if self.from == story { self.to } else { self.from }
    }

    /// Its reasons in words, heaviest first, as `story` at one of its ends tells them: that one is `here`.
    pub fn said_from(&self, story: usize) -> impl Iterator<Item = &str> {
        let is_turned = story != self.from;
        self.reasons.iter().map(move |reason| match &reason.says_turned {
            Some(turned) if is_turned => turned.as_str(),
            _ => reason.says.as_str(),
        })
    }

    /// The same with `story`, which is at one of its ends, as where it leads from.
    #[must_use]
    pub fn turned_from(&self, story: usize) -> Self {
        if story == self.from {
            return self.clone();
        }
        let reasons = self.reasons.iter().map(Reason::turned).collect();
        Self { from: self.to, to: self.from, reasons, ..self.clone() }
    }
}

/// What two linked stories share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkTarget {
    /// Index into [`Connections::meetings`].
    Meeting(usize),
    /// Index into [`Connections::series`].
    Series(usize),
}

/// How sure a link is, in words. As the least that counts, everything by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Both stories tell of the same meeting.
    Same,
    /// They probably do.
    Probable,
    /// They tell of the same series.
    #[default]
    Series,
}

impl Tier {
    /// All of them, the surest first.
    pub const ALL: &[Self] = &[Self::Same, Self::Probable, Self::Series];

    /// Dots for the words: the more of them are filled, the surer.
    pub const fn dots(self) -> &'static str {
        match self {
            Self::Same => "●●●",
            Self::Probable => "●●○",
            Self::Series => "●○○",
        }
    }

    /// The words used on the screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Same => "same meeting",
            Self::Probable => "probably the same meeting",
            Self::Series => "same series",
        }
    }
}

/// What is known of two stories together, whether they are linked or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Index of one story.
    pub from: usize,
    /// Index of the other; passages on the side of `to` lie in it.
    pub to: usize,
    /// The two tellings that are likeliest to be of one meeting, on the side of `from` and of `to`; `None` where a
    /// story tells of no meeting.
    pub pair: Option<(MentionRef, MentionRef)>,
    /// What came of comparing them.
    pub verdict: Verdict,
    /// Log odds that both tell of one meeting, as if nothing decided against it: the prior and the weights of `reasons`.
    pub score: f64,
    /// The probability that they do, 0 to 1; 0 where something decides against it.
    pub confidence: f64,
    /// What speaks for it and against it, heaviest first.
    pub reasons: Vec<Reason>,
    /// What decides against it whatever the score; their weight is 0.
    pub vetoes: Vec<Reason>,
    /// Indices into [`Connections::series`] of the series that both name.
    pub series: Vec<usize>,
}

/// Whether two tellings were taken for one meeting, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They are tellings of this meeting (index into [`Connections::meetings`]).
    Same(usize),
    /// A correction says that they are not.
    Corrected,
    /// Something decides against it.
    Vetoed,
    /// Too little speaks for it.
    Unlikely,
    /// They might be, but each goes better with other tellings, which cannot be of one meeting.
    KeptApart,
    /// At least one story tells of no meeting.
    NothingToCompare,
}

/// One thing that speaks for a link (positive weight), against it (negative), or is missing (zero).
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The feature's name in exports: `participants`, `day`, `place`, `kind`, `ordinal`, `series`, `status`,
    /// `correction` where a reader decided.
    pub feature: &'static str,
    /// Its part in the score, in log odds.
    pub weight: f64,
    /// The words on the side of [`Link::from`].
    pub from: Option<Passage>,
    /// The words on the side of [`Link::to`].
    pub to: Option<Passage>,
    /// In plain words: `both name Vladimir Putin and Bashar al-Assad`. `Here` and whatever is told first is the side of
    /// [`Link::from`].
    pub says: String,
    /// The same as told from the side of [`Link::to`], where that is not the same words.
    pub says_turned: Option<String>,
}

impl Reason {
    /// The same from the other side: its words, and what they call here and there, change places.
    #[must_use]
    pub fn turned(&self) -> Self {
        let (says, says_turned) = match &self.says_turned {
            Some(turned) => (turned.clone(), Some(self.says.clone())),
            None => (self.says.clone(), None),
        };
        Self { feature: self.feature, weight: self.weight, from: self.to, to: self.from, says, says_turned }
    }

    /// The same with its words as the other side tells them, `turned`.
    pub(super) fn with_turned(self, turned: &Self) -> Self {
        let says_turned = (turned.says != self.says).then(|| turned.says.clone());
        Self { says_turned, ..self }
    }
}
