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
use super::as_labelled::{Share, Told, telling};
use super::command::Request;
use super::error::Error;
use crate::article;
use crate::language::{Facts, Part, slug};
use crate::links::training::{Values, pairs};
use crate::meetings::{MeetingMention, Status, Story, read_story};
use crate::text::Span;
use crate::training::quotes::Folded;

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
    /// The labels of both.
    pub labels: (String, String),
}

/// The labelled meeting of each telling, by story and place in it; `None` where that is not sure.
type Labels = Vec<Vec<Option<String>>>;

/// Reads everything that is asked for.
pub(super) fn read(request: &Request) -> Result<Vec<DataSet>, Error> {
    let mut sets = Vec::new();
    for path in &request.records {
        let read = Records::read(path)?;
        sets.push(read.as_read(path, true));
        sets.push(read.as_read(path, false));
        sets.push(read.as_labelled(path));
    }
    for path in &request.labelled {
        sets.extend(labelled(path)?);
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
fn examples(mut stories: Vec<Story>, label: impl FnOnce(&[Story]) -> Labels) -> Vec<Example> {
    let pairs = pairs(&mut stories, Facts::shipped());
    // Only now, for an undated story may have been read anew.
    let labels = label(&stories);
    let of = |story: usize, mention: usize| labels.get(story)?.get(mention)?.as_deref();
    let found = pairs.into_iter().filter_map(|pair| {
        let a = of(pair.mentions.0.story, pair.mentions.0.mention)?;
        let b = of(pair.mentions.1.story, pair.mentions.1.mention)?;
        let labels = (a.to_owned(), b.to_owned());
        Some(Example { values: pair.values, same: a == b, fold: fold(a.min(b)), labels })
    });
    found.collect()
}

fn fold(label: &str) -> usize {
    label.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % FOLDS
}

/// A label for the main meeting of each story.
fn by_main(stories: &[Story], label: impl Fn(&Story, &MeetingMention) -> Option<String>) -> Labels {
    let of_story =
        |story: &Story| story.meetings.iter().map(|meeting| label(story, meeting).filter(|_| meeting.main)).collect();
    stories.iter().map(of_story).collect()
}

#[derive(Deserialize)]
struct Record {
    doc_id: String,
    title: Option<String>,
    text: String,
    pub_date: Option<String>,
    source: Option<String>,
    auto: Auto,
    gold_clusters: Vec<Cluster>,
}

/// What a record says of its main meeting.
#[derive(Deserialize)]
struct Auto {
    kind: String,
    participants: Vec<String>,
    meeting_date: Option<String>,
    date_basis: Option<String>,
    status: String,
}

#[derive(Deserialize)]
struct Cluster {
    cluster: String,
    role: String,
}

/// Records of JSON Lines.
struct Records(Vec<Record>);

impl Records {
    fn read(path: &Path) -> Result<Self, Error> {
        let text = text_of(path)?;
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let records: Result<Vec<Record>, _> = lines.map(serde_json::from_str).collect();
        records.map(Self).map_err(Error::malformed(path))
    }

    fn stories(&self, titles: bool) -> Vec<Story> {
        let lines = self.0.iter().map(|record| {
            let title = record.title.as_ref().filter(|_| titles);
            let as_read = serde_json::json!({
                "id": record.doc_id, "text": record.text, "title": title, "published": record.pub_date,
                "outlet": record.source,
            });
            format!("{as_read}\n")
        });
        stories_of("records.jsonl", lines.collect::<String>().as_bytes())
    }

    /// The cluster of each record's main meeting.
    fn clusters(&self) -> HashMap<&str, &str> {
        let main = |record: &Record| record.gold_clusters.iter().position(|cluster| cluster.role == "main");
        let clusters = self.0.iter().filter_map(|record| {
            let cluster = record.gold_clusters.get(main(record)?)?;
            Some((record.doc_id.as_str(), cluster.cluster.as_str()))
        });
        clusters.collect()
    }

    /// With their titles or without.
    fn as_read(&self, path: &Path, titles: bool) -> DataSet {
        let clusters = self.clusters();
        let known: HashMap<&str, &Auto> = self.0.iter().map(|record| (record.doc_id.as_str(), &record.auto)).collect();
        let label = |story: &Story, meeting: &MeetingMention| {
            // Such labels were made from the day of publication, which is not the day of what is still to come.
            let published = story.annotations.published.as_ref().map(|published| published.best);
            let is_to_come = meeting.when.zip(published).is_some_and(|(when, day)| when.interval.from > day);
            let is_plan = meeting.status == Status::Planned || is_to_come;
            let auto = known.get(story.article.id.as_str());
            let is_sure = auto.is_some_and(|auto| auto.is_told_by(meeting) && (!is_plan || auto.is_explicit()));
            clusters.get(story.article.id.as_str()).filter(|_| is_sure).map(|cluster| (*cluster).to_owned())
        };
        let examples = examples(self.stories(titles), |stories| by_main(stories, label));
        DataSet { name: format!("{}{}", path.display(), if titles { "" } else { ", without titles" }), examples }
    }

    fn as_labelled(&self, path: &Path) -> DataSet {
        let clusters = self.clusters();
        let told: HashMap<&str, Told> =
            self.0.iter().map(|record| (record.doc_id.as_str(), record.auto.told())).collect();
        let mut stories = self.stories(true);
        for story in &mut stories {
            let own = told.get(story.article.id.as_str());
            story.meetings = own.into_iter().map(|told| telling(story, told, None, Share::Whole, 0)).collect();
        }
        let label = |story: &Story, _: &MeetingMention| {
            clusters.get(story.article.id.as_str()).map(|cluster| (*cluster).to_owned())
        };
        let examples = examples(stories, |stories| by_main(stories, label));
        DataSet { name: format!("{}, as labelled", path.display()), examples }
    }
}

impl Auto {
    /// Whether the telling names two of the people: otherwise some other meeting was taken for the main one.
    fn is_told_by(&self, meeting: &MeetingMention) -> bool {
        let last = |name: &str| slug(name.rsplit(' ').next().unwrap_or_default());
        let named: HashSet<String> = meeting.participants.iter().map(|who| last(&who.name)).collect();
        self.participants.iter().filter(|name| named.contains(&last(name))).count() >= 2
    }

    fn is_explicit(&self) -> bool {
        self.date_basis.as_deref() == Some("explicit")
    }

    fn told(&self) -> Told {
        let status = if self.status == "planned" { "planned" } else { "held" };
        Told {
            kind: vec![self.kind.clone()],
            participants: self.participants.clone(),
            from: self.meeting_date.clone(),
            to: self.meeting_date.clone(),
            status: vec![status.to_owned()],
            main: true,
            within: !self.is_explicit(),
            ..Told::default()
        }
    }
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
    let examples = examples(stories, |stories| by_main(stories, |story, _| labels.get(&story.article.id).cloned()));
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
    #[serde(flatten)]
    told: Told,
}

/// Libraries whose meetings are quoted: as they are read, as they are labelled, and as labelled in part.
fn labelled(path: &Path) -> Result<Vec<DataSet>, Error> {
    let gold: Gold = serde_json::from_str(&text_of(&path.join("gold.json"))?).map_err(Error::malformed(path))?;
    let set = |name: &str| DataSet { name: format!("{}{name}", path.display()), examples: Vec::new() };
    let (mut read, mut whole, mut part) = (set(""), set(", as labelled"), set(", as labelled in part"));
    for library in gold.libraries {
        let folder = path.join("libraries").join(&library.dir);
        let mut stories = Vec::new();
        for article in &library.articles {
            let file = folder.join(&article.file);
            let bytes = fs::read(&file).map_err(Error::unreadable(&file))?;
            stories.extend(stories_of(&article.file, &bytes));
        }
        for (set, share) in [(&mut whole, Share::Whole), (&mut part, Share::Part)] {
            set.examples.extend(examples_as_labelled(stories.clone(), &library, share));
        }
        read.examples.extend(examples(stories, |stories| by_quotes(stories, &library)));
    }
    Ok(vec![read, whole, part])
}

fn examples_as_labelled(mut stories: Vec<Story>, library: &Library, share: Share) -> Vec<Example> {
    let mut number = 0;
    let mut labels = Labels::new();
    for story in &mut stories {
        let own = library.articles.iter().find(|article| article.file == story.article.id);
        let own = own.map(|article| article.meetings.as_slice()).unwrap_or_default();
        let text = Folded::new(&story.article.text);
        let mut meetings = Vec::new();
        for meeting in own {
            number += 1;
            let words = meeting.quotes.iter().flat_map(|quote| text.find(quote)).next();
            let words = words.map(|place| Span::new(place.start, place.end));
            meetings.push(telling(story, &meeting.told, words, share, number));
        }
        labels.push(own.iter().map(|meeting| Some(format!("{} {}", library.dir, meeting.key))).collect());
        story.meetings = meetings;
    }
    examples(stories, |_| labels)
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
        let of_meeting = |meeting: &MeetingMention| {
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
