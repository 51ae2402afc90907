//! A name's page: how it is written, its offices, its meetings, who is named beside it, mentions in their sentences.

use crate::dossier::Source;
use crate::dossier::name::{Association, NameDossier, Names, Part};
use crate::dossier::neighbourhood::{Node, label};
use crate::export::markdown::{Page, escape};
use crate::library::Library;
use crate::text::letters::count;

/// How many of each are told on a page that people read.
const WRITTEN: usize = 12;
const MEETINGS: usize = 60;
const BESIDE: usize = 20;
const STORIES: usize = 60;
/// Sentences of each story.
const SENTENCES: usize = 30;

pub(super) fn page(library: &Library, number: usize) -> Option<String> {
    let names = Names::of(library);
    let found = NameDossier::of(library, &names, number)?;
    let entity = library.connections.entities.get(number)?;
    let mut page = Page::new(library, &entity.name);
    page.part();
    page.fact("Kind", entity.kind.word(), None);
    let counts = [(found.mentions(), "mention", "mentions"), (found.stories(), "story", "stories")];
    let counts = counts.map(|(number, one, many)| count(number, one, many));
    page.fact("Mentioned", &counts.join(" in "), found.mention(0));
    for office in &found.offices {
        let by =
            if office.said.is_some() { "years from the tables of facts" } else { "from the tables of facts alone" };
        page.fact("Office", &format!("{}, {} ({by})", office.words, office.years()), office.said);
    }
    for (what, written) in [("Written", &found.written), ("Called", &found.called)] {
        let left = written.len().saturating_sub(WRITTEN);
        let left = (left > 0).then(|| (format!("{left} more"), None));
        let told = written.iter().take(WRITTEN).map(|one| (format!("{} × {}", one.times, one.words), Some(one.first)));
        page.facts(what, told.chain(left));
    }
    meetings(&mut page, library, &found);
    beside(&mut page, library, &found);
    mentions(&mut page, library, &found);
    Some(page.finish())
}

fn more(page: &mut Page<'_>, all: usize, told: usize) {
    if all > told {
        page.item(&format!("… and {} more", all - told));
    }
}

fn meetings(page: &mut Page<'_>, library: &Library, found: &NameDossier) {
    if found.met.is_empty() {
        return;
    }
    page.heading("Meetings");
    for met in found.met.iter().take(MEETINGS) {
        let told = label(library, Node::Meeting(met.meeting));
        let record = library.connections.meetings.get(met.meeting);
        let part = match met.part {
            Part::TookPart => String::new(),
            Part::Venue => ", held there".to_owned(),
            Part::Through(one) => {
                let name = record.and_then(|record| record.participants.get(one)).map(|one| one.name.as_str());
                name.map(|name| format!(", through {name}")).unwrap_or_default()
            }
        };
        let facts = [told.day.as_str(), told.title.as_str(), told.whence.as_str(), told.facts.as_str()];
        let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let note = page.note(Some(met.source));
        page.item(&format!("{}{note}", escape(&format!("{}{part}", facts.join(" · ")))));
    }
    more(page, found.met.len(), MEETINGS);
}

fn beside(page: &mut Page<'_>, library: &Library, found: &NameDossier) {
    if found.beside.is_empty() {
        return;
    }
    page.heading("Named beside it");
    for one in found.beside.iter().take(BESIDE) {
        let name = library.connections.entities.get(one.entity).map_or("", |entity| entity.name.as_str());
        let counted = format!("{}, ", count(one.stories, "story", "stories"));
        // The words tell the count where chance tells nothing.
        let counted = if one.association == Association::Chance { "" } else { counted.as_str() };
        let words = format!("{name}: {counted}{}", one.closeness());
        let note = page.note(Some(one.first));
        page.item(&format!("{}{note}", escape(&words)));
    }
    more(page, found.beside.len(), BESIDE);
}

/// Every sentence with a mention, story by story, newest first.
fn mentions(page: &mut Page<'_>, library: &Library, found: &NameDossier) {
    page.heading("In context");
    for place in (0..found.stories().min(STORIES)).filter_map(|story| found.story(story)) {
        let number = place.end - place.first;
        let cited = page.cited(place.story);
        page.item(&format!("{cited}: {}", count(number, "mention", "mentions")));
        let sentences = (place.first..place.end).filter_map(|mention| page.sentence(found.mention(mention)?));
        let mut sentences: Vec<Source> = sentences.collect();
        // Mentions stand in reading order: those of one sentence beside each other.
        sentences.dedup();
        for (at, sentence) in sentences.iter().take(SENTENCES).enumerate() {
            if at > 0 {
                page.between_quotes();
            }
            page.quote(sentence.words(library));
        }
        if sentences.len() > SENTENCES {
            page.subitem(&format!("… and {}", count(sentences.len() - SENTENCES, "more sentence", "more sentences")));
        }
    }
    more(page, found.stories(), STORIES);
}
