//! A story in, every two of its sentences that no word of meeting tells of out, with what is noticed of them.

use super::features::notice;
use crate::article::Article;
use crate::language::{Facts, annotate_with_progress};
use crate::meetings::candidates;
use crate::meetings::learned::written;
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
        notice(row, &couple, number, &mut |slot, what| notices.push(written(slot, what)));
        notices.sort_unstable();
        notices.dedup();
        let names = who.into_iter().map(|one| one.name).collect();
        Some(Two { sentence: row.line.whole().span, names, notices })
    });
    two.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::article::read;
    use crate::meetings::company::TABLE;

    /// The slots of lines `slot word`.
    fn slots<'l>(lines: impl Iterator<Item = &'l str>) -> BTreeSet<&'l str> {
        lines.filter_map(|line| line.split(' ').next()).collect()
    }

    #[test]
    fn every_slot_of_the_table_is_one_that_is_noticed() {
        let text = "A week of visits\n\nThursday, March 15, 2018\n\nChancellor Angela Merkel and Finance Minister Olaf Scholz met in \
                    Oslo on Monday. Chancellor Angela Merkel and her minister, Olaf Scholz, never “planted” a tree together in the \
                    garden in Oslo on Tuesday.\n";
        let article = read("a.txt", Path::new("a.txt"), text.as_bytes()).articles.remove(0);
        let found = twos(&article, Facts::shipped());
        let noticed = slots(found.iter().flat_map(|two| &two.notices).map(String::as_str));
        let weighed = slots(TABLE.lines().filter(|line| !line.starts_with('#')));
        assert!(weighed.is_subset(&noticed), "{:?}", weighed.difference(&noticed));
    }
}
