//! Labelled libraries in, pairs of tellings with their labels out.
//!
//! Three forms of labels are read: records that name the cluster of their main meeting; libraries whose `gold.json` quotes
//! the words that tell of each meeting; made-up stories whose `gold.tsv` names the meeting that each reports. A pair counts
//! only where both tellings are surely one labelled meeting each.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde::Deserialize;

use super::FOLDS;
use super::command::Request;
use super::error::Error;
use super::quotes::Folded;
use crate::article;
use crate::language::{Facts, Part};
use crate::links::training::{Values, pairs};
use crate::meetings::{Story, read_story};

/// The pairs of one library.
pub(super) struct DataSet {
    pub name: String,
    pub examples: Vec<Example>,
}

/// A pair of tellings.
pub(super) struct Example {
    pub values: Values,
    /// Whether both are of one meeting.
    pub same: bool,
    /// Which part of the data it is in; the pairs of a meeting are all in one.
    pub fold: usize,
}

/// The labelled meeting of each telling, by story and place in it; `None` where that is not sure.
type Labels = Vec<Vec<Option<String>>>;

/// Reads everything that is asked for.
pub(super) fn read(request: &Request) -> Result<Vec<DataSet>, Error> {
    let mut sets = Vec::new();
    for path in &request.records {
        sets.push(records(path, true)?);
        sets.push(records(path, false)?);
    }
    for path in &request.labelled {
        sets.push(labelled(path)?);
    }
    for path in &request.made {
        sets.push(made(path)?);
    }
    Ok(sets)
}

fn text_of(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::unreadable(path))
}

/// The stories of a file.
fn stories_of(name: &str, bytes: &[u8]) -> Vec<Story> {
    let articles = article::read(name, Path::new(name), bytes).articles;
    articles.into_par_iter().map(|article| read_story(article, Facts::shipped(), None)).collect()
}

/// The labelled pairs among those that linking compares.
fn examples(mut stories: Vec<Story>, label: impl Fn(&[Story]) -> Labels) -> Vec<Example> {
    let pairs = pairs(&mut stories, Facts::shipped());
    // Only now, for an undated story may have been read anew.
    let labels = label(&stories);
    let of = |story: usize, mention: usize| labels.get(story)?.get(mention)?.as_deref();
    let found = pairs.into_iter().filter_map(|pair| {
        let a = of(pair.mentions.0.story, pair.mentions.0.mention)?;
        let b = of(pair.mentions.1.story, pair.mentions.1.mention)?;
        Some(Example { values: pair.values, same: a == b, fold: fold(a.min(b)) })
    });
    found.collect()
}

fn fold(label: &str) -> usize {
    label.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % FOLDS
}

/// A label for the main meeting of each story.
fn by_main(stories: &[Story], label: impl Fn(&Story) -> Option<String>) -> Labels {
    let labels = stories.iter().map(|story| {
        let own = label(story);
        story.meetings.iter().map(|meeting| own.clone().filter(|_| meeting.main)).collect()
    });
    labels.collect()
}

#[derive(Deserialize)]
struct Record {
    doc_id: String,
    title: Option<String>,
    text: String,
    pub_date: Option<String>,
    source: Option<String>,
    gold_clusters: Vec<Cluster>,
}

#[derive(Deserialize)]
struct Cluster {
    cluster: String,
    role: String,
}

/// Records of JSON Lines, with their titles or without.
fn records(path: &Path, titles: bool) -> Result<DataSet, Error> {
    let mut clusters: HashMap<String, String> = HashMap::new();
    let mut lines = String::new();
    for line in text_of(path)?.lines().filter(|line| !line.trim().is_empty()) {
        let record: Record = serde_json::from_str(line).map_err(Error::malformed(path))?;
        let main = record.gold_clusters.into_iter().find(|cluster| cluster.role == "main");
        clusters.extend(main.map(|main| (record.doc_id.clone(), main.cluster)));
        let title = record.title.filter(|_| titles);
        let as_read = serde_json::json!({
            "id": record.doc_id, "text": record.text, "title": title, "published": record.pub_date,
            "outlet": record.source,
        });
        lines += &as_read.to_string();
        lines.push('\n');
    }
    let stories = stories_of("records.jsonl", lines.as_bytes());
    let examples = examples(stories, |stories| by_main(stories, |story| clusters.get(&story.article.id).cloned()));
    Ok(DataSet { name: format!("{}{}", path.display(), if titles { "" } else { " without titles" }), examples })
}

/// Made-up stories; the first meeting of a line is what the story reports.
fn made(path: &Path) -> Result<DataSet, Error> {
    let mut labels: HashMap<String, String> = HashMap::new();
    let mut stories = Vec::new();
    for line in text_of(&path.join("gold.tsv"))?.lines() {
        let mut columns = line.split('\t');
        let (Some(file), Some(meeting)) = (columns.next(), columns.next()) else { continue };
        labels.insert(file.to_owned(), meeting.to_owned());
        stories.extend(stories_of(file, text_of(&path.join(file))?.as_bytes()));
    }
    let examples = examples(stories, |stories| by_main(stories, |story| labels.get(&story.article.id).cloned()));
    Ok(DataSet { name: path.display().to_string(), examples })
}

#[derive(Deserialize)]
struct Gold {
    libraries: Vec<Library>,
}

#[derive(Deserialize)]
struct Library {
    dir: String,
    articles: Vec<LabelledArticle>,
}

#[derive(Deserialize)]
struct LabelledArticle {
    file: String,
    meetings: Vec<LabelledMeeting>,
}

#[derive(Deserialize)]
struct LabelledMeeting {
    key: String,
    quotes: Vec<String>,
}

/// Libraries whose meetings are quoted.
fn labelled(path: &Path) -> Result<DataSet, Error> {
    let gold: Gold = serde_json::from_str(&text_of(&path.join("gold.json"))?).map_err(Error::malformed(path))?;
    let mut all = Vec::new();
    for library in gold.libraries {
        let folder = path.join("libraries").join(&library.dir);
        let mut stories = Vec::new();
        for article in &library.articles {
            let file = folder.join(&article.file);
            let bytes = fs::read(&file).map_err(Error::unreadable(&file))?;
            stories.extend(stories_of(&article.file, &bytes));
        }
        all.extend(examples(stories, |stories| by_quotes(stories, &library)));
    }
    Ok(DataSet { name: path.display().to_string(), examples: all })
}

/// The labelled meeting of which a telling has words, where that is one only.
fn by_quotes(stories: &[Story], library: &Library) -> Labels {
    let of_story = |story: &Story| {
        let labelled = library.articles.iter().find(|article| article.file == story.article.id);
        let text = Folded::new(&story.article.text);
        let quotes: Vec<(&str, Vec<_>)> = labelled
            .into_iter()
            .flat_map(|article| &article.meetings)
            .map(|meeting| (meeting.key.as_str(), meeting.quotes.iter().flat_map(|quote| text.find(quote)).collect()))
            .collect();
        let of_meeting = |meeting: &crate::meetings::MeetingMention| {
            let spans =
                meeting.evidence.iter().filter(|passage| passage.part == Part::Text).map(|passage| passage.span);
            let spans: Vec<_> = spans.collect();
            let told = |places: &[std::ops::Range<usize>]| {
                places.iter().any(|place| spans.iter().any(|span| span.start() < place.end && place.start < span.end()))
            };
            let keys: HashSet<&str> = quotes.iter().filter(|(_, places)| told(places)).map(|(key, _)| *key).collect();
            let mut keys = keys.into_iter();
            keys.next().filter(|_| keys.next().is_none()).map(|key| format!("{} {key}", library.dir))
        };
        story.meetings.iter().map(of_meeting).collect()
    };
    stories.iter().map(of_story).collect()
}
