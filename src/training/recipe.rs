//! Every choice and figure of the training, in one place.
//!
//! Choices were made by the scores on the development sets ([`DEVELOPMENT`]), which are never trained on. Trainings that
//! differ in their seeds alone spread over .008 (F1 of people, bodies and places) on news and over .015 on the web, so
//! a smaller gain in one of them is no reason to change a figure.

/// What the model learns from, and how.
#[derive(Clone, Debug)]
pub(super) struct Recipe {
    /// Files of labelled texts, without `.jsonl`. The first is what the model is meant for, news; the others teach it
    /// names and texts of other kinds.
    pub corpora: &'static [&'static str],
    /// Whether a few features say, for all corpora but the first, which of them a text is from. They take up what is
    /// peculiar to a corpus (where tweets have their names, how Wikipedia begins) and are not part of the model, so
    /// that this is not learned as if it held everywhere (Daumé 2007, with a few coarse features instead of a copy of
    /// each).
    pub domains: bool,
    /// The share of texts of which a few sentences are copied in Title Case or in capitals. On news in Title Case it gained
    /// .13, in capitals throughout .03, and it cost nothing on news and web as they are.
    pub copies: f32,
    /// Where the random numbers start by which texts are made up; any number does.
    pub making: u64,
    /// How the first pass is learned: names by words and what surrounds them.
    pub first: Pass,
    /// How the second pass is learned: names by what the first pass found in the whole document.
    pub second: Pass,
    /// In how many parts documents are divided so that the second pass can be taught labels of a first pass that did
    /// not learn from the same document. Five, for with three each of these first passes knows less than the real one
    /// and the second learns to mistrust it (−.003 on news).
    pub folds: usize,
    /// What a score of the first pass is worth in the second. Less lets the second pass overrule more: .03 and .1 were
    /// .002 and .004 worse on news.
    pub carried: f32,
    /// How many trainings of different seeds are averaged to one model. Three gained .005 on news and on the web over one.
    /// Each of the jack-knife's first passes is one training, for time.
    pub models: u64,
    /// Rows of the first pass whose greatest weight is below this are left out: rare features, five rows in six. So the
    /// weights keep to the 6 MB that they may take; with 1.0 they take 8 MB and no score changes by more than .002.
    pub least: f32,
    /// The unit of the first pass's weights. A row is stored in bytes, shifted until its greatest weight fits; so the
    /// unit can be fine. One of .3 without shifts cut the greatest weights off (−.005 on news).
    pub step: f32,
}

/// How one pass is learned.
#[derive(Clone, Debug)]
pub(super) struct Pass {
    /// How often every sentence is seen. Sixteen were no better than eight.
    pub epochs: u32,
    /// By how much the right labels must beat all others, for each token that differs: wrong labels are given this much
    /// while learning (cost-augmented decoding), so that the model is not content with being right by a hair.
    pub margin: f32,
    /// The share of features hidden from the model each time that it sees a token, so that it learns to do with the
    /// others when one is missing: names it has never seen are what it is for. Half was better than .3 on news (+.003),
    /// on corpora that were left out of the training (+.007 to +.012) and on text in Title Case (+.04).
    pub dropout: f32,
    /// Where its random numbers start; any number does.
    pub seed: u64,
}

/// The recipe of the weights that the program ships.
pub(super) const SHIPPED: Recipe = Recipe {
    corpora: &["wwn_train", "gum_open", "wikigold", "wnut17", "btc"],
    domains: true,
    copies: 0.34,
    making: 5,
    first: Pass { epochs: 10, margin: 5.0, dropout: 0.5, seed: 11 },
    // Its few features must not be missing: each says something that no other says.
    second: Pass { epochs: 10, margin: 5.0, dropout: 0.0, seed: 31 },
    folds: 5,
    carried: 0.2,
    models: 3,
    least: 1.6,
    step: 0.05,
};

/// Sets of labelled texts on which a model is scored.
pub(super) const DEVELOPMENT: [&str; 2] = ["wwn_dev", "uner_ewt_dev"];
