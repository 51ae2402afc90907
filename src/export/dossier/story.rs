//! A story's page: where it comes from, the meetings that it tells of, the stories that it is linked to.

use std::collections::BTreeMap;

use crate::dossier::Source;
use crate::dossier::neighbourhood::{Node, label};
use crate::export::markdown::{Page, escape};
use crate::library::Library;
use crate::links::Link;

pub(super) fn page(library: &Library, number: usize) -> Option<String> {
    let story = library.stories.get(number)?;
    let mut page = Page::new(library, &label(library, Node::Story(number)).title);
    let cited = page.cited(number);
    page.paragraph(&cited);
    page.heading("Meetings that it tells of");
    let mut is_empty = true;
    for meeting in super::meetings_of(library, number) {
        is_empty = false;
        let told = label(library, Node::Meeting(meeting));
        let facts = [told.day, told.title, told.whence, told.facts];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        page.item(&escape(&facts.join(" · ")));
        let mentions = library.connections.meetings.get(meeting).map_or(&[][..], |meeting| &meeting.mentions);
        let own = mentions.iter().filter(|at| at.story == number).filter_map(|at| library.mention(*at));
        let evidence = own.filter_map(|mention| mention.evidence.first());
        for passage in evidence {
            let sentence = page.sentence(Source { story: number, passage: *passage });
            if let Some(sentence) = sentence {
                page.quote(sentence.words(library));
            }
        }
    }
    if is_empty {
        page.item("none");
    }
    linked(&mut page, library, number);
    page.heading("Names");
    let mut names: Vec<&crate::language::Name> = story.annotations.names.iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.mentions.len()));
    for name in names {
        let source = name.mentions.first().map(|mention| Source { story: number, passage: mention.passage });
        page.fact(name.kind.word(), &name.name, source);
    }
    Some(page.finish())
}

/// The other stories, each once, the surest first, with why.
fn linked(page: &mut Page<'_>, library: &Library, number: usize) {
    let mut surest: BTreeMap<usize, &Link> = BTreeMap::new();
    for link in library.links_of(number) {
        let other = link.other(number);
        let known = surest.entry(other).or_insert(link);
        if link.tier < known.tier {
            *known = link;
        }
    }
    if surest.is_empty() {
        return;
    }
    let mut links: Vec<(usize, &Link)> = surest.into_iter().collect();
    links.sort_by_key(|(_, link)| link.tier);
    page.heading("Linked stories");
    for (other, link) in links {
        let reasons: Vec<&str> = link.said_from(number).take(3).collect();
        let cited = page.cited(other);
        page.item(&format!("{cited}: {}; {}", link.tier.words(), escape(&reasons.join("; "))));
    }
}
