//! A name in, who and what is named beside it out.
//!
//! **Why:** a raw count puts those on top who are in every story. Beside it stands whether two names share more stories
//! than chance would bring about: the log-likelihood ratio of their table of stories (Ted Dunning, *Accurate Methods
//! for the Statistics of Surprise and Coincidence*, Computational Linguistics 19(1), 1993), which stays fair to names
//! of few stories, where quotients and mutual information run wild.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::index::Names;
use crate::dossier::Source;
use crate::language::{Name, Passage, Sentence};
use crate::library::Library;

/// A name beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Index into [`Connections::entities`](crate::links::Connections::entities).
    pub entity: usize,
    /// In how many sentences both are mentioned.
    pub sentences: usize,
    /// In how many stories both are.
    pub stories: usize,
    /// In how many stories the other one is.
    pub all: usize,
    /// Whether that is more than chance.
    pub association: Association,
    /// Where it is first mentioned in a sentence with the other, or at all in a story with it.
    pub first: Source,
}

/// Whether two names share more stories than chance would bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Association {
    /// Far more: chance would do so once in a thousand times.
    Strong,
    /// More: chance would do so once in twenty times.
    Some,
    /// About as many, or there are too few to tell.
    Chance,
    /// Fewer.
    Apart,
}

impl Association {
    /// The words used on the screen; none where nothing can be said.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Strong => "far more than chance",
            Self::Some => "more than chance",
            Self::Chance => "",
            Self::Apart => "less than chance",
        }
    }

    /// The same as signs; dots say how sure a link is.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Strong => "++",
            Self::Some => "+",
            Self::Chance => "",
            Self::Apart => "−",
        }
    }

    /// Of two names with `one` and `other` stories each, `both` of them shared, out of `all`.
    fn of(both: usize, one: usize, other: usize, all: usize) -> Self {
        // Quantiles of the chi-squared distribution with one degree of freedom.
        const IN_A_THOUSAND: f64 = 10.83;
        const IN_TWENTY: f64 = 3.84;
        #[allow(clippy::cast_precision_loss, reason = "no library has 2^52 stories")]
        let [shared, one, other, all] = [both, one, other, all].map(|count| count as f64);
        let expected = one * other / all.max(1.0);
        let cell = |seen: f64, expected: f64| {
            if seen > 0.0 { seen * (seen / expected.max(f64::MIN_POSITIVE)).ln() } else { 0.0 }
        };
        let ratio = 2.0
            * (cell(shared, expected)
                + cell(one - shared, one - expected)
                + cell(other - shared, other - expected)
                + cell(all - one - other + shared, all - one - other + expected));
        match ratio {
            _ if ratio < IN_TWENTY => Self::Chance,
            _ if shared < expected => Self::Apart,
            _ if ratio < IN_A_THOUSAND => Self::Some,
            _ => Self::Strong,
        }
    }
}

impl Beside {
    /// How much the two have to do with each other: whether that is more than chance; where nothing can be said of that, how
    /// many of its own stories are shared.
    pub fn closeness(&self) -> String {
        match (self.association, self.stories, self.all) {
            (Association::Chance, _, 1) => "in its only story".to_owned(),
            (Association::Chance, 2, 2) => "in both of its stories".to_owned(),
            (Association::Chance, both, all) if both == all => format!("in all {all} of its stories"),
            (Association::Chance, both, all) => format!("in {both} of its {all} stories"),
            (association, ..) => association.words().to_owned(),
        }
    }
}

/// What was seen of a name so far.
#[derive(Clone, Copy)]
struct Seen {
    sentences: usize,
    stories: usize,
    first: Source,
}

/// Everyone named in a story with this entity: those it has most to do with first, then by sentences, stories and
/// mentions in all. `stories` are the entity's, newest first.
pub(super) fn beside(library: &Library, names: &Names, entity: usize, stories: &[usize]) -> Vec<Beside> {
    let told: Vec<Vec<(usize, usize, Source)>> =
        stories.par_iter().map(|story| beside_in(library, names, entity, *story)).collect();
    let mut seen: Vec<Option<Seen>> = vec![None; library.connections.entities.len()];
    for (other, together, source) in told.into_iter().flatten() {
        let Some(place) = seen.get_mut(other) else { continue };
        let seen = place.get_or_insert(Seen { sentences: 0, stories: 0, first: source });
        // The first sentence of both says more than a story of both.
        if seen.sentences == 0 && together > 0 {
            seen.first = source;
        }
        seen.sentences += together;
        seen.stories += 1;
    }
    let mut found: Vec<Beside> = seen
        .into_iter()
        .enumerate()
        .filter_map(|(other, seen)| {
            let Seen { sentences, stories: both, first } = seen?;
            let all = library.connections.entities.get(other)?.stories.len().max(both);
            let association = Association::of(both, stories.len(), all, library.stories.len());
            Some(Beside { entity: other, sentences, stories: both, all, association, first })
        })
        .collect();
    // Entities stand in the order of mentions.
    found.sort_by_key(|one| (one.association, Reverse((one.sentences, one.stories)), one.entity));
    found
}

/// Everyone named in this story with the entity: in how many sentences, and where first.
fn beside_in(library: &Library, names: &Names, entity: usize, number: usize) -> Vec<(usize, usize, Source)> {
    let Some(story) = library.stories.get(number) else { return Vec::new() };
    let annotations = &story.annotations;
    let own: Vec<&Name> = names.names_of(number, entity).filter_map(|name| annotations.names.get(name)).collect();
    let shared = sentences_with(&annotations.sentences, &own);
    let others = names.in_story(number).filter(|(_, other)| *other != entity);
    let told = others.filter_map(|(name, other)| {
        let name = annotations.names.get(name)?;
        let (together, first) = shared_with(&shared, name);
        let passage = first.or_else(|| name.mentions.first().map(|mention| mention.passage))?;
        Some((other, together, Source { story: number, passage }))
    });
    told.collect()
}

/// The sentences in which any of these names is mentioned, in reading order.
fn sentences_with(sentences: &[Sentence], names: &[&Name]) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let mentions = names.iter().flat_map(|name| &name.mentions);
    for mention in mentions {
        let next = sentences.partition_point(|sentence| sentence.passage.start_key() <= mention.passage.start_key());
        let sentence = next.checked_sub(1).and_then(|at| sentences.get(at)).map(|sentence| sentence.passage);
        found
            .extend(sentence.filter(|one| one.part == mention.passage.part && one.span.contains(mention.passage.span)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// In how many of these sentences a name is mentioned, and where first; both are in reading order.
fn shared_with(sentences: &[Passage], name: &Name) -> (usize, Option<Passage>) {
    let (mut count, mut first) = (0, None);
    let mut rest = sentences;
    for mention in &name.mentions {
        let at = mention.passage;
        while let Some((sentence, after)) = rest.split_first()
            && (sentence.part, sentence.span.end()) <= (at.part, at.span.start())
        {
            rest = after;
        }
        let Some((sentence, after)) = rest.split_first() else { break };
        if sentence.part == at.part && sentence.span.contains(at.span) {
            first = first.or(Some(at));
            count += 1;
            rest = after;
        }
    }
    (count, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_in_every_story_is_beside_everyone_by_chance() {
        assert_eq!(Association::of(40, 40, 1000, 1000), Association::Chance);
        assert_eq!(Association::of(0, 0, 0, 0), Association::Chance);
    }

    #[test]
    fn sharing_most_of_few_stories_is_more_than_chance() {
        assert_eq!(Association::of(9, 10, 12, 1000), Association::Strong);
        assert_eq!(Association::of(3, 10, 40, 1000), Association::Some);
        assert_eq!(Association::of(1, 100, 400, 1000), Association::Apart);
        assert_eq!(Association::of(2, 3, 2, 5), Association::Chance);
    }

    #[test]
    fn where_chance_tells_nothing_the_shared_part_of_its_stories_is_told() {
        let passage = Passage { part: crate::language::Part::Text, span: crate::text::Span::new(0, 4) };
        let first = Source { story: 0, passage };
        let told = |stories, all, association| {
            Beside { entity: 0, sentences: 1, stories, all, association, first }.closeness()
        };
        assert_eq!(told(1, 1, Association::Chance), "in its only story");
        assert_eq!(told(2, 2, Association::Chance), "in both of its stories");
        assert_eq!(told(3, 3, Association::Chance), "in all 3 of its stories");
        assert_eq!(told(1, 4, Association::Chance), "in 1 of its 4 stories");
        assert_eq!(told(9, 12, Association::Strong), "far more than chance");
    }
}
