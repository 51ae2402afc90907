//! A story in, all of its words that tell of meeting and leave open who met out, with what is noticed of them and of the people
//! of the story.

use super::partner;
use super::people::People;
use super::telling::Open;
use crate::article::Article;
use crate::language::{Facts, annotate_with_progress};
use crate::meetings::learned::{Notice, written};
use crate::meetings::scene::Scene;
use crate::meetings::{MeetingWords, drafts};
use crate::text::Span;

/// Words that leave open who met.
pub(crate) struct HalfTold {
    /// The sentence, in bytes of the article's text.
    pub sentence: Span,
    /// The words.
    pub words: Vec<Span>,
    /// Everything that is noticed of the words, as the table writes it.
    pub notices: Vec<String>,
    /// Everybody else who may have been there, with all that is noticed of them.
    pub others: Vec<(String, Vec<String>)>,
}

/// Everything of an article of which the program has to ask whether it tells of a meeting.
pub(crate) fn half_told(article: &Article, facts: &Facts) -> Vec<HalfTold> {
    let (annotations, tokens) = annotate_with_progress(article, facts, None, &|_| ());
    let scene = Scene::new(article, &annotations, &tokens, facts);
    let words = MeetingWords::of(&scene);
    let joined = drafts(article, &scene, &words, &annotations);
    let people = People::of(&scene);
    let all = joined.open.iter().filter_map(|draft| Open::of(&scene, draft, &joined.told)).map(|open| HalfTold {
        sentence: open.row.line.whole().span,
        words: open.draft.evidence.iter().map(|passage| passage.span).collect(),
        notices: gathered(|tell| open.notice(tell)),
        others: people
            .others(&open)
            .filter_map(|someone| {
                let name = someone.participant(open.number)?.name.clone();
                Some((name, gathered(|tell| partner::notice(&open, someone, &people, tell))))
            })
            .collect(),
    });
    all.collect()
}

/// Everything that is noticed, once.
fn gathered(notice: impl FnOnce(&mut dyn FnMut(&'static str, Notice<'_>))) -> Vec<String> {
    let mut notices = Vec::new();
    notice(&mut |slot, what| notices.push(written(slot, what)));
    notices.sort_unstable();
    notices.dedup();
    notices
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::article::read;
    use crate::meetings::half_told::{PARTNER, TELLING};

    /// The slots of lines `slot word`.
    fn slots<'l>(lines: impl Iterator<Item = &'l str>) -> BTreeSet<&'l str> {
        lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split(' ').next()).collect()
    }

    #[test]
    fn every_slot_of_the_tables_is_one_that_is_noticed() {
        let opening = "President Ivo Malek opened the new harbour on Monday.";
        let guest = "the Chancellor of Ostmark, Doris Amsel, was received at the palace for a conversation of an hour";
        let bodies = [
            format!("{opening} In the evening {guest}."),
            format!(
                "Premier Astrid Holm met Speaker Nora Winge in Oslo on Tuesday.\n\n{opening} In the evening {guest}."
            ),
            format!("{opening} He said “well” and left the three cities of the Union when in the evening {guest}."),
            format!("{opening} “We saw our president,” they said when in the evening {guest}."),
            format!(
                "{opening} The president and the envoy of Malek and Malek himself smiled when in the evening {guest}."
            ),
            format!(
                "{opening} In the evening the chancellor was received at the palace for a conversation of an hour."
            ),
            "Chancellor Doris Amsel went to Oslo. In the evening they met again.".to_owned(),
        ];
        let told = bodies.map(|body| {
            let text = format!("Malek in town\n\nWednesday, March 14, 2018\n\n{body}\n");
            let article = read("a.txt", Path::new("a.txt"), text.as_bytes()).articles.remove(0);
            half_told(&article, Facts::shipped())
        });
        let told: Vec<HalfTold> = told.into_iter().flatten().collect();
        let noticed = slots(told.iter().flat_map(|one| &one.notices).map(String::as_str));
        let weighed = slots(TELLING.lines());
        assert!(weighed.is_subset(&noticed), "{:?}", weighed.difference(&noticed));
        let of_others = told.iter().flat_map(|one| &one.others).flat_map(|(_, notices)| notices);
        let noticed = slots(of_others.map(String::as_str));
        let weighed = slots(PARTNER.lines());
        assert!(weighed.is_subset(&noticed), "{:?}", weighed.difference(&noticed));
    }
}
