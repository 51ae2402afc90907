//! A story in, every two of its sentences that no word of meeting tells of out, with what is noticed of them.

use super::features::notice;
use super::weights::written;
use crate::article::Article;
use crate::language::{Facts, annotate_with_progress};
use crate::meetings::candidates;
use crate::meetings::scene::Scene;
use crate::text::Span;

/// Two of a sentence.
pub(crate) struct Two {
    /// The sentence, in bytes of the article's text.
    pub sentence: Span,
    /// Their names.
    pub names: Vec<String>,
    /// Everything that is noticed, as the table writes it.
    pub notices: Vec<String>,
}

/// Every two of an article of whom the program has to ask whether they were together.
pub(crate) fn twos(article: &Article, facts: &Facts) -> Vec<Two> {
    let (annotations, tokens) = annotate_with_progress(article, facts, None, &|_| ());
    let scene = Scene::new(article, &annotations, &tokens, facts);
    let couples = candidates::untold_couples(&scene).into_iter();
    let two = couples.filter_map(|(number, couple, who)| {
        let row = scene.rows.get(number)?;
        let mut notices = Vec::new();
        notice(row, &couple, number, |slot, what| notices.push(written(slot, what)));
        notices.sort_unstable();
        notices.dedup();
        let names = who.into_iter().map(|one| one.name).collect();
        Some(Two { sentence: row.line.whole().span, names, notices })
    });
    two.collect()
}
