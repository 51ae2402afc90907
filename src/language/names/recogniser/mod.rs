//! Sentences in, the names that stand in them out, by a trained model.
//!
//! Two passes of a linear sequence model, trained by the structured perceptron (Collins 2002) with BILOU labels. The
//! first scores each token of a region ([`document`]) by its words and their surroundings ([`features`]) and finds
//! the best labels ([`decode`]); the second adds what these labels, taken over the whole document, say of each word
//! ([`evidence`]). `docs/recogniser.md` is the model's card: data, method, scores, weaknesses.
//!
//! Nothing is allocated for a token but where its word was not met lately ([`words`]): all memory is kept from one
//! article to the next ([`Recogniser`]), and no article changes what is made of the next one.

pub(crate) mod clusters;
pub(crate) mod decode;
pub(crate) mod document;
pub(crate) mod evidence;
pub(crate) mod features;
pub(crate) mod gazetteer;
pub(crate) mod label;
pub(crate) mod model;
pub(crate) mod remembered;
pub(crate) mod runs;
pub(crate) mod statistics;
pub(crate) mod surnames;
pub(crate) mod table;
pub(crate) mod word_sums;
pub(crate) mod words;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

use self::clusters::Clusters;
use self::decode::{Decoder, Scores};
use self::document::Document;
use self::evidence::Evidence;
use self::features::View;
use self::label::{Class, names_in};
use self::model::{Model, as_scores};
use self::runs::Runs;
use self::statistics::Statistics;
use self::surnames::with_surname;
use self::word_sums::WordSums;
use self::words::{Vocabulary, hash};
use super::Found;
use crate::language::gazetteer::class::Classes;
use crate::language::line::Line;

/// A name that was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recognised {
    /// Number of the sentence.
    pub line: usize,
    /// Token positions in it.
    pub tokens: Range<usize>,
    /// What it names.
    pub class: Class,
    /// What the gazetteer knows any of its words as.
    pub known: Classes,
}

thread_local! {
    static RECOGNISER: RefCell<Recogniser> = RefCell::new(Recogniser::new(Model::shipped()));
}

/// The names in `lines`, in order, by the shipped model.
pub(crate) fn recognise(lines: &[Line<'_>], hints: &[Found]) -> Vec<Recognised> {
    RECOGNISER.with_borrow_mut(|recogniser| recogniser.recognise(lines, hints))
}

/// The cluster of a hundred and the cluster of six hundred, each from 1, that a word in small letters belongs to.
pub(crate) fn clusters_of(word: &str) -> Option<[u16; 2]> {
    static CLUSTERS: LazyLock<Clusters> = LazyLock::new(|| Model::shipped().clusters);
    CLUSTERS.of(hash(word.as_bytes()))
}

/// A model with the memory that it works in.
#[derive(Debug)]
pub(crate) struct Recogniser {
    model: Model,
    vocabulary: Vocabulary,
    document: Document,
    statistics: Statistics,
    runs: Runs,
    of_words: WordSums,
    evidence: Evidence,
    decoder: Decoder,
    /// The features of one token.
    features: Vec<u32>,
    /// The scores of every token of every region, region by region.
    scores: Vec<Scores<i32>>,
    /// A label for every token of the document.
    labels: Vec<u8>,
    /// The labels of one region.
    region_labels: Vec<u8>,
}

impl Recogniser {
    /// A recogniser that works with `model`.
    pub(crate) fn new(model: Model) -> Self {
        Self {
            model,
            vocabulary: Vocabulary::default(),
            document: Document::default(),
            statistics: Statistics::default(),
            runs: Runs::default(),
            of_words: WordSums::default(),
            evidence: Evidence::default(),
            decoder: Decoder::default(),
            features: Vec::new(),
            scores: Vec::new(),
            labels: Vec::new(),
            region_labels: Vec::new(),
        }
    }

    /// The names in `lines`, in order.
    pub(crate) fn recognise(&mut self, lines: &[Line<'_>], hints: &[Found]) -> Vec<Recognised> {
        self.document.read(lines, &self.model.clusters, &mut self.vocabulary);
        self.document.hint(hints);
        self.statistics.count(&self.document);
        self.labels.clear();
        self.labels.resize(self.document.words.len(), 0);
        self.first_pass();
        self.evidence.gather(&self.document, &self.labels);
        self.second_pass();
        self.names()
    }

    fn first_pass(&mut self) {
        self.scores.clear();
        for region in &self.document.regions {
            let Some(sentence) = self.document.sentences.get(region.sentence) else { continue };
            self.runs.find(&self.document.words, &region.tokens);
            let view = View { document: &self.document, statistics: &self.statistics, sentence };
            let begin = self.scores.len();
            for at in region.tokens.clone() {
                self.features.clear();
                view.of_surroundings(at, &self.runs, &mut self.features);
                let mut sum = self.model.first.sum(&self.features);
                for (number, word) in view.window(at).into_iter().enumerate() {
                    self.of_words.add(word, number, &self.model.first, &mut sum);
                }
                self.scores.push(as_scores(&sum));
            }
            self.region_labels.clear();
            let own = self.scores.get(begin..).unwrap_or_default();
            self.decoder.decode(own, &self.model.first.transitions, &mut self.region_labels);
            write(&mut self.labels, &region.tokens, &self.region_labels);
        }
    }

    fn second_pass(&mut self) {
        let mut begin = 0;
        let labels = self.labels.clone();
        for region in &self.document.regions {
            let Some(sentence) = self.document.sentences.get(region.sentence) else { continue };
            let end = begin + region.tokens.len();
            let own = self.scores.get_mut(begin..end).unwrap_or_default();
            for (at, scores) in region.tokens.clone().zip(own.iter_mut()) {
                self.features.clear();
                self.evidence.features(&self.document, sentence, at, &labels, &mut self.features);
                let fresh = as_scores(&self.model.second.sum(&self.features));
                for (score, fresh) in scores.iter_mut().zip(fresh) {
                    *score = *score * self.model.carried + fresh * self.model.fresh;
                }
            }
            self.region_labels.clear();
            self.decoder.decode(own, &self.model.second.transitions, &mut self.region_labels);
            write(&mut self.labels, &region.tokens, &self.region_labels);
            begin = end;
        }
    }

    fn names(&self) -> Vec<Recognised> {
        let mut names = Vec::new();
        for region in &self.document.regions {
            let Some(sentence) = self.document.sentences.get(region.sentence) else { continue };
            let labels = self.labels.get(region.tokens.clone()).unwrap_or_default();
            names.extend(names_in(labels).map(|(range, class)| {
                let range = region.tokens.start + range.start..region.tokens.start + range.end;
                let range = with_surname(&self.document, sentence, range, class);
                let marks = self.document.marks.get(range.clone()).unwrap_or_default();
                Recognised {
                    line: region.sentence,
                    tokens: range.start - sentence.tokens.start..range.end - sentence.tokens.start,
                    class,
                    known: marks.iter().fold(0, |known, marks| known | marks.classes()),
                }
            }));
        }
        names
    }
}

fn write(labels: &mut [u8], tokens: &Range<usize>, own: &[u8]) {
    if let Some(labels) = labels.get_mut(tokens.clone()).filter(|labels| labels.len() == own.len()) {
        labels.copy_from_slice(own);
    }
}
