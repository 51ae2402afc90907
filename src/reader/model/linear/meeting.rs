//! The meeting in focus, and the other stories that tell of it, in sentences.
//!
//! **In:** the model. **Out:** what the panel shows, as paragraphs to be heard one after the other; and what is said of a
//! link at its place in the text. **Why:** the panel tells by place, sign and colour; sentences tell the same by words alone.

use super::plain::plain;
use super::{day, said, story};
use crate::dossier::meeting::kind_with_doubt;
use crate::dossier::wording;
use crate::export::citation::quoted_passage;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{Meeting, MentionRef, Tier};
use crate::meetings::{Status, Story};
use crate::reader::model::Model;
use crate::reader::model::digest::count;
use crate::reader::model::kin::{self, Kin};
use crate::reader::model::panel::Bond;
use crate::text::letters::first_upper;

/// What is said of each meeting of a story at its place in the text, by its index: `link 2: same meeting, 3 stories`.
pub(in crate::reader) fn links(library: &Library, story: usize, least: Tier) -> Vec<String> {
    let told = library.stories.get(story).map_or(0, |told| told.meetings.len());
    let link = |mention| {
        let kin = kin::of_meeting(library, MentionRef { story, mention });
        let is_likely = library.mention(MentionRef { story, mention }).is_some_and(|told| told.is_likely);
        let probably = if is_likely { format!("{} ", wording::PROBABLY_ONE) } else { "meeting ".to_owned() };
        let sure = kin.iter().map(Kin::sureness).filter(|tier| *tier <= least).collect::<Vec<_>>();
        match sure.iter().min() {
            None => format!("{probably}{}: told only here", mention + 1),
            Some(surest) if is_likely => {
                let stories = count(sure.len(), "story", "stories");
                format!("link {}: {}, {}, {stories}", mention + 1, wording::PROBABLY_ONE, surest.words())
            }
            Some(surest) => {
                let stories = count(sure.len(), "story", "stories");
                format!("link {}: {}, {stories}", mention + 1, surest.words())
            }
        }
    };
    (0..told).map(link).collect()
}

/// The meeting in focus and where it leads, in paragraphs.
pub(in crate::reader) fn paragraphs(model: &Model) -> Vec<String> {
    let Some(shown) = model.shown else { return Vec::new() };
    if model.is_only_read(shown) {
        return vec!["Still looking for meetings.".into()];
    }
    let mut said: Vec<String> = meeting(model).into_iter().chain(statement(model)).collect();
    if let Some(kin) = model.panel.chosen() {
        said.push(other(model, kin));
        said.extend(quote(model, kin));
        said.push(reasons(kin));
    }
    said
}

/// `Meeting 2 of 5: A and B. Call, held, 20 November 2017, Sochi.`
fn meeting(model: &Model) -> Option<String> {
    let mention = model.panel.mention?;
    let (_, meeting) = model.library.meeting_of(MentionRef { story: model.shown?, mention })?;
    let of = model.story().map_or(0, |story| story.meetings.len());
    let names: Vec<&str> = meeting.participants.iter().map(|participant| participant.name.as_str()).collect();
    let who = match names.split_last() {
        None => "not told who".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    };
    Some(format!("Meeting {} of {of}: {} {}.", mention + 1, said::sentence(&who), facts(meeting)))
}

fn facts(meeting: &Meeting) -> String {
    let status = match meeting.status {
        Status::Unknown => "status not told",
        status => status.word(),
    };
    let when = meeting.when.map(|when| {
        let told = day::days(when.interval);
        if meeting.is_about() { format!("about {told}") } else { told }
    });
    let place = meeting.place.as_ref().map(|place| place.name.clone());
    let kind = kind_with_doubt(meeting);
    let facts = [Some(first_upper(&kind)), Some(status.to_owned()), when, place];
    facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// In what sense there are other stories, or that there are none.
fn statement(model: &Model) -> Option<String> {
    let panel = &model.panel;
    if model.finding.is_some() {
        return Some("Still looking for links.".into());
    }
    let series = panel.chosen().and_then(|kin| model.library.connections.series.get(kin.series?));
    if let Some([whole, _]) = model.hidden_links().filter(|_| panel.kin.is_empty()) {
        let here = if panel.mention.is_some() { "Told in no other story for sure" } else { "No meeting is told here" };
        return Some(format!("{here}: {whole}."));
    }
    match (panel.mention.is_some(), series) {
        (true, Some(series)) if panel.bond == Bond::SeriesOfStory => {
            Some(format!("Told only here. The story also names a series: {}.", series.name))
        }
        (true, Some(series)) => Some(format!("Told only here. It belongs to a series: {}.", series.name)),
        (true, None) => panel.kin.is_empty().then(|| "Told in no other story.".into()),
        (false, Some(series)) => Some(format!("No meeting is told here. The story names a series: {}.", series.name)),
        (false, None) => Some("No meeting is told here, and nothing links this story to another.".into()),
    }
}

/// `Other story 1 of 2: title. Outlet, day.`
fn other(model: &Model, kin: &Kin) -> String {
    let count = model.panel.kin.len();
    let which =
        if count > 1 { format!("Other story {} of {count}", model.panel.chosen + 1) } else { "Other story".into() };
    let title = story::title(model, kin.story).unwrap_or_default();
    format!("{which}: {title} {}.", story::outlet_and_day(model, kin.story))
}

/// The sentence of the other story that tells of it.
fn quote(model: &Model, kin: &Kin) -> Option<String> {
    let story = model.library.stories.get(kin.story)?;
    let passage = kin.words(&model.library)?.passage;
    Some(format!("It says: {}", quoted_passage(story, sentence_around(story, passage))))
}

fn sentence_around(story: &Story, passage: Passage) -> Passage {
    let sentences = story.annotations.sentences.iter();
    let holds = |sentence: &Passage| sentence.part == passage.part && sentence.span.contains(passage.span);
    sentences.map(|sentence| sentence.passage).find(holds).unwrap_or(passage)
}

/// How sure, and why: `Same meeting: both name A; the same day.`
fn reasons(kin: &Kin) -> String {
    let bond = first_upper(kin.tier.map_or("joined by a third story", Tier::words));
    let why = plain(&kin.reasons.join("; "));
    if why.is_empty() { format!("{bond}.") } else { said::sentence(&format!("{bond}: {why}")) }
}
