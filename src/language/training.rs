//! What the program that trains the recogniser may see of this room, and nothing else does.
//!
//! **In:** articles; the bytes of a model that was just trained.
//! **Out:** the features of each token, as the recogniser itself would work them out ([`Reader`]); the names that a
//! model finds ([`Trial`]); labels, and the packed forms of clusters and weights.
//! **Why:** training must see exactly what the program will see, or the weights fit something else. So it calls the
//! recogniser's own code; and as that code belongs to this room, all that training may ask of it stands here.

use std::ops::Range;

use super::names::recogniser::Recogniser;
use super::names::recogniser::document::Document;
use super::names::recogniser::evidence::Evidence;
use super::names::recogniser::features::{View, of_word};
use super::names::recogniser::runs::Runs;
use super::names::recogniser::statistics::Statistics;
use super::names::recogniser::words::Vocabulary;
use super::names::{Found, look_up, scan};
use super::packed::Sense;
use super::{Facts, Line, Part, Token, dates, sentences};
use crate::article::Article;
use crate::text::Span;

pub(crate) use super::names::recogniser::clusters::{Clusters, pack as pack_clusters};
pub(crate) use super::names::recogniser::decode::{Decoder, Grid, Scores, Transitions};
pub(crate) use super::names::recogniser::features::{ROW_BITS, row};
pub(crate) use super::names::recogniser::label::{BEGIN, Class, INSIDE, LABELS, LAST, OUTSIDE, UNIT, label};
pub(crate) use super::names::recogniser::model::{FORMAT, Model};
pub(crate) use super::names::recogniser::table::{Table, pack as pack_table};
pub(crate) use super::names::recogniser::words::{hash, mix};

/// Reads articles as the recogniser does and tells the features of their tokens. Positions count the tokens of the
/// article last read, through all its sentences.
pub(crate) struct Reader {
    clusters: Clusters,
    vocabulary: Vocabulary,
    document: Document,
    statistics: Statistics,
    runs: Runs,
    evidence: Evidence,
}

impl Reader {
    /// A reader that knows these clusters.
    pub(crate) fn new(clusters: Clusters) -> Self {
        Self {
            clusters,
            vocabulary: Vocabulary::default(),
            document: Document::default(),
            statistics: Statistics::default(),
            runs: Runs::default(),
            evidence: Evidence::default(),
        }
    }

    /// Reads the next article; its tokens.
    pub(crate) fn read(&mut self, article: &Article) -> Vec<Token> {
        let (tokens, sentences) = sentences::split(article);
        let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(article, &tokens, sentence)).collect();
        self.document.read(&lines, &self.clusters, &mut self.vocabulary);
        self.document.hint(&proposals(article, &lines));
        self.statistics.count(&self.document);
        tokens
    }

    /// The stretches of tokens that are labelled, in order; everything else is outside every name.
    pub(crate) fn regions(&self) -> Vec<Range<usize>> {
        self.document.regions.iter().map(|region| region.tokens.clone()).collect()
    }

    /// The features of the first pass for each token of a region, by the region's number.
    pub(crate) fn first_pass(&mut self, region: usize) -> Vec<Vec<u32>> {
        let Self { document, statistics, runs, .. } = self;
        let Some(region) = document.regions.get(region) else { return Vec::new() };
        let Some(sentence) = document.sentences.get(region.sentence) else { return Vec::new() };
        runs.find(&document.words, &region.tokens);
        let view = View { document, statistics, sentence };
        let features = |at| {
            let mut features = Vec::new();
            view.of_surroundings(at, runs, &mut features);
            for (number, word) in view.window(at).into_iter().enumerate() {
                of_word(word, number, &mut features);
            }
            features
        };
        region.tokens.clone().map(features).collect()
    }

    /// Takes in the labels of every token that the first pass gave.
    pub(crate) fn gather(&mut self, labels: &[u8]) {
        self.evidence.gather(&self.document, labels);
    }

    /// The features of the second pass for each token of a region, by the region's number; the labels are those last
    /// [gathered](Reader::gather).
    pub(crate) fn second_pass(&self, region: usize, labels: &[u8]) -> Vec<Vec<u32>> {
        let Some(region) = self.document.regions.get(region) else { return Vec::new() };
        let Some(sentence) = self.document.sentences.get(region.sentence) else { return Vec::new() };
        let features = |at| {
            let mut features = Vec::new();
            self.evidence.features(&self.document, sentence, at, labels, &mut features);
            features
        };
        region.tokens.clone().map(features).collect()
    }

    /// The token at `at` in three strokes: its shape, its cluster of a hundred, all that the gazetteer knows it as.
    pub(crate) fn outline(&self, at: usize) -> [u64; 3] {
        let word = self.document.words.get(at).copied().unwrap_or_default();
        let marks = self.document.marks.get(at).copied().unwrap_or_default();
        let [large, _] = word.clusters;
        [u64::from(word.short_shape), u64::from(large), marks.numbers().fold(0, mix)]
    }
}

/// A model at work, as it would be in the program.
pub(crate) struct Trial {
    recogniser: Recogniser,
}

impl Trial {
    /// Puts `model` to work.
    pub(crate) fn new(model: Model) -> Self {
        Self { recogniser: Recogniser::new(model) }
    }

    /// The names that the model finds in the text of `article`, before the rules add theirs and all are resolved.
    pub(crate) fn names(&mut self, article: &Article) -> Vec<(Span, Class)> {
        let (tokens, sentences) = sentences::split(article);
        let lines: Vec<Line<'_>> = sentences.iter().map(|sentence| Line::new(article, &tokens, sentence)).collect();
        let recognised = self.recogniser.recognise(&lines, &proposals(article, &lines));
        let in_text = |line: usize| sentences.get(line).is_some_and(|sentence| sentence.passage.part == Part::Text);
        let recognised = recognised.into_iter().filter(|name| in_text(name.line));
        let span = |line: usize, tokens| {
            let tokens = lines.get(line)?.tokens.get::<Range<usize>>(tokens)?;
            Some(tokens.first()?.span.cover(tokens.last()?.span))
        };
        recognised.filter_map(|name| Some((span(name.line, name.tokens)?, name.class))).collect()
    }
}

/// What the rules propose to the recogniser.
fn proposals(article: &Article, lines: &[Line<'_>]) -> Vec<Found> {
    let facts = Facts::shipped();
    let dates = dates::find(lines);
    let phrases = look_up(lines, facts);
    scan::scan(article, lines, &dates, &phrases, facts)
}

/// Whether the tables know `word` as the people of a state or their adjective.
pub(crate) fn is_demonym(word: &str) -> bool {
    matches!(Facts::shipped().lexicon.word(word), Some(Sense::Demonym(_)))
}
