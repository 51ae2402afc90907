//! Labelled stories in, every two of their sentences with what is noticed of them and whether they met out.
//!
//! A line of the file is one story:
//! `{"library":…, "file":…, "title":…, "text":…, "published":…, "meetings":[{"participants":[…], "quotes":[…]}], "judged":[…]}`.
//! `quotes` are the words that tell of a meeting; where there are `judged` sentences, only these were labelled. With `file`
//! the text is read as a file of that name, else as a record with `title` and `published`.

use std::fs;
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;
use serde::Deserialize;

use super::FOLDS;
use super::error::Error;
use crate::article::{self, Article};
use crate::language::{Facts, slug};
use crate::meetings::company::training::{Two, twos};
use crate::text::Span;
use crate::training::quotes::Folded;

/// Two people of a sentence, labelled.
pub(super) struct Example {
    /// Number of the sentence among all.
    pub sentence: usize,
    /// Everything that is noticed.
    pub notices: Vec<String>,
    /// Whether the sentence tells of a meeting of the two.
    pub met: bool,
    /// Which part of the data it is in; those of a library are all in one.
    pub fold: usize,
    /// The words, for whoever reads the misses.
    pub words: String,
}

#[derive(Deserialize)]
struct Labelled {
    library: String,
    file: Option<String>,
    title: Option<String>,
    text: String,
    published: Option<String>,
    meetings: Vec<LabelledMeeting>,
    judged: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct LabelledMeeting {
    participants: Vec<String>,
    quotes: Vec<String>,
}

/// Every example of a file.
pub(super) fn read(path: &Path, sentences: &mut usize) -> Result<Vec<Example>, Error> {
    let text = fs::read_to_string(path).map_err(Error::unreadable(path))?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let stories: Result<Vec<Vec<(Span, Example)>>, Error> = lines
        .par_iter()
        .map(|line| examples(path, &serde_json::from_str(line).map_err(Error::malformed(path))?))
        .collect();
    let mut all = Vec::new();
    for story in stories? {
        let mut last = None;
        for (span, mut example) in story {
            *sentences += usize::from(last != Some(span));
            last = Some(span);
            example.sentence = *sentences;
            all.push(example);
        }
    }
    Ok(all)
}

fn examples(path: &Path, labelled: &Labelled) -> Result<Vec<(Span, Example)>, Error> {
    let Some(article) = labelled.article() else { return Err(Error::Empty(path.to_owned())) };
    let text = Folded::new(&article.text);
    let places = |quotes: &[String]| quotes.iter().flat_map(|quote| text.find(quote)).collect::<Vec<_>>();
    let told: Vec<(Vec<Range<usize>>, &LabelledMeeting)> =
        labelled.meetings.iter().map(|meeting| (places(&meeting.quotes), meeting)).collect();
    let judged = labelled.judged.as_deref().map(places);
    let examples = twos(&article, Facts::shipped()).into_iter().filter_map(|two| {
        let overlaps = |places: &[Range<usize>]| {
            places.iter().any(|place| place.start < two.sentence.end() && two.sentence.start() < place.end)
        };
        if judged.as_deref().is_some_and(|judged| !overlaps(judged)) {
            return None;
        }
        let here: Vec<&LabelledMeeting> =
            told.iter().filter(|(places, _)| overlaps(places)).map(|(_, meeting)| *meeting).collect();
        let met = here.iter().any(|meeting| meeting.is_of(&two));
        // Of others than those who met nothing is learned: their names may only have been misread.
        (met || here.is_empty()).then(|| {
            let words = two.sentence.of(&article.text).to_owned();
            let fold = fold(&labelled.library);
            (two.sentence, Example { sentence: 0, notices: two.notices, met, fold, words })
        })
    });
    Ok(examples.collect())
}

impl Labelled {
    fn article(&self) -> Option<Article> {
        let read = if let Some(file) = &self.file {
            article::read(file, Path::new(file), self.text.as_bytes())
        } else {
            let record = serde_json::json!({
                "id": self.library, "text": self.text, "title": self.title, "published": self.published,
            });
            article::read("story.jsonl", Path::new("story.jsonl"), format!("{record}\n").as_bytes())
        };
        read.articles.into_iter().next()
    }
}

impl LabelledMeeting {
    /// Whether the two took part, by the last words of their names.
    fn is_of(&self, two: &Two) -> bool {
        let last = |name: &str| slug(name).rsplit('-').next().map(str::to_owned);
        let took_part =
            |name: &String| self.participants.iter().any(|own| slug(own) == slug(name) || last(own) == last(name));
        two.names.len() > 1 && two.names.iter().filter(|name| took_part(name)).count() > 1
    }
}

fn fold(library: &str) -> usize {
    library.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % FOLDS
}
