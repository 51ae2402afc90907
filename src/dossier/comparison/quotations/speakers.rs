//! What stands around a quotation in, who is named as its speaker out.
//!
//! A verb of saying is looked for behind the quotation, then before it; its subject is whoever is named before the verb,
//! or right behind it where the verb comes first (`said Halvorsen`). A pronoun means whoever spoke before. Where the
//! sentence says none of this, nobody is told: a wrong speaker is worse than none.

use crate::dossier::Source;
use crate::dossier::comparison::Speaker;
use crate::dossier::comparison::wording::words;
use crate::language::{EntityId, NameKind, Part, Passage};
use crate::meetings::Story;
use crate::text::Span;
use crate::text::fold::folded;

/// Bytes before and after a quotation that are read.
const WINDOW: usize = 220;
/// Bytes between a verb that comes first and the name of who spoke: an office may stand there.
const BEHIND: usize = 48;

/// Verbs of saying, ascending.
const SAYING: &[&str] = &[
    "acknowledged",
    "added",
    "admitted",
    "announced",
    "argued",
    "asked",
    "asserted",
    "claimed",
    "commented",
    "complained",
    "concluded",
    "confirmed",
    "continued",
    "declared",
    "emphasised",
    "emphasized",
    "explained",
    "insisted",
    "joked",
    "noted",
    "observed",
    "pledged",
    "pointed",
    "promised",
    "recalled",
    "reiterated",
    "remarked",
    "replied",
    "reported",
    "responded",
    "said",
    "saying",
    "says",
    "stated",
    "stressed",
    "suggested",
    "tells",
    "thinks",
    "told",
    "tweeted",
    "underlined",
    "underscored",
    "urged",
    "vowed",
    "warned",
    "warns",
    "writes",
    "wrote",
];

/// Words that mean whoever spoke before.
const PRONOUNS: &[&str] = &["he", "she", "they", "it"];

/// Someone named where they might speak.
#[derive(Clone, Copy)]
struct Named<'s> {
    span: Span,
    kind: NameKind,
    id: &'s EntityId,
    name: &'s str,
}

/// The names of a story that can speak, and who spoke last.
pub(super) struct Speakers<'s> {
    text: &'s str,
    /// In reading order.
    named: Vec<Named<'s>>,
    last: Option<(Speaker, usize)>,
    /// How many quotations were asked for.
    asked: usize,
}

enum Found {
    Named(Speaker),
    /// Whoever spoke before.
    Before,
}

impl<'s> Speakers<'s> {
    pub(super) fn of(story: &'s Story) -> Self {
        let speaks = |kind: NameKind| matches!(kind, NameKind::Person | NameKind::Organisation | NameKind::Place);
        let can_speak = story.annotations.names.iter().filter(|name| speaks(name.kind));
        let mut named: Vec<Named<'s>> = can_speak
            .flat_map(|name| {
                let mentions = name.mentions.iter().filter(|mention| mention.passage.part == Part::Text);
                let (kind, id) = (name.kind, &name.id);
                mentions.map(move |mention| Named { span: mention.passage.span, kind, id, name: name.name.as_str() })
            })
            .collect();
        named.sort_unstable_by_key(|one| one.span);
        Self { text: story.article.text.as_str(), named, last: None, asked: 0 }
    }

    /// Who is named as the speaker of the quotation that stands between these parts of its paragraph; `story` is the
    /// index of the story.
    pub(super) fn of_quotation(&mut self, around: [Span; 2], story: usize) -> Option<Speaker> {
        self.asked += 1;
        let [before, after] = around;
        let found = self.verb_behind(first_sentence(self.text, after), story);
        let found = found.or_else(|| self.verb_before(last_sentence(self.text, before), story));
        let speaker = match found? {
            Found::Named(speaker) => speaker,
            // Further back, too many others may have spoken.
            Found::Before => self.last.clone().filter(|(_, at)| at + 2 > self.asked)?.0,
        };
        self.last = Some((speaker.clone(), self.asked));
        Some(speaker)
    }

    /// `…,” Halvorsen told reporters`; `…,” said Premier Halvorsen`.
    fn verb_behind(&self, span: Span, story: usize) -> Option<Found> {
        let (subject, verb) = subject_and_verb(self.text, span, false)?;
        if subject.is_some_and(|word| PRONOUNS.contains(&folded(word).as_str())) {
            return Some(Found::Before);
        }
        let before = chosen(self.within(Span::new(span.start(), verb.start())).iter().rev());
        let behind = || {
            let end = (verb.end() + BEHIND).min(span.end());
            subject.is_none().then(|| chosen(self.within(Span::new(verb.end(), end)).iter())).flatten()
        };
        before.or_else(behind).map(|one| told(one, story))
    }

    /// `Halvorsen said: “…`.
    fn verb_before(&self, span: Span, story: usize) -> Option<Found> {
        let (subject, verb) = subject_and_verb(self.text, span, true)?;
        if subject.is_some_and(|word| PRONOUNS.contains(&folded(word).as_str())) {
            return Some(Found::Before);
        }
        chosen(self.within(Span::new(span.start(), verb.start())).iter().rev()).map(|one| told(one, story))
    }

    /// The names that begin in a range, in order.
    fn within(&self, span: Span) -> &[Named<'s>] {
        let first = self.named.partition_point(|one| one.span.start() < span.start());
        let end = self.named.partition_point(|one| one.span.start() < span.end());
        self.named.get(first..end).unwrap_or_default()
    }
}

/// The nearest person, or else whoever is nearest.
fn chosen<'n, 's: 'n>(mut nearest: impl Iterator<Item = &'n Named<'s>> + Clone) -> Option<&'n Named<'s>> {
    nearest.clone().find(|one| one.kind == NameKind::Person).or_else(|| nearest.next())
}

fn told(one: &Named<'_>, story: usize) -> Found {
    let source = Source { story, passage: Passage { part: Part::Text, span: one.span } };
    Found::Named(Speaker { id: one.id.clone(), name: one.name.to_owned(), source })
}

/// The first or last verb of saying in a range, and the word before it.
fn subject_and_verb(text: &str, span: Span, takes_last: bool) -> Option<(Option<&str>, Span)> {
    let held = span.of(text);
    let (mut before, mut found) = (None, None);
    for word in words(held) {
        let at = span.start() + (word.as_ptr().addr() - held.as_ptr().addr());
        if SAYING.binary_search(&folded(word).as_str()).is_ok() {
            found = Some((before, Span::new(at, at + word.len())));
            if !takes_last {
                break;
            }
        }
        before = Some(word);
    }
    found
}

/// Up to the end of the first sentence, and not too far.
fn first_sentence(text: &str, span: Span) -> Span {
    let held = span.of(text);
    let near = held.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= WINDOW).last();
    let held = near.and_then(|end| held.get(..end)).unwrap_or_default();
    let end = stops(held).next().unwrap_or(held.len());
    Span::new(span.start(), span.start() + end)
}

/// From the end of the last sentence but one, and not too far.
fn last_sentence(text: &str, span: Span) -> Span {
    let held = span.of(text);
    let far = held.len().saturating_sub(WINDOW);
    let start = (far..=held.len()).find(|start| held.is_char_boundary(*start)).unwrap_or(held.len());
    let near = held.get(start..).unwrap_or_default();
    let last = stops(near).last().unwrap_or(0);
    Span::new(span.start() + start + last, span.end())
}

/// Where sentences end, after their points; `Mr.`, `Gen.` and initials end none.
fn stops(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?']).filter_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let ends = after.chars().next().is_none_or(char::is_whitespace);
        let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_short = last.chars().count() < 4 && last.starts_with(char::is_uppercase);
        (ends && !is_short).then_some(at + 1)
    })
}
