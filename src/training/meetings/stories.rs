//! Labelled stories in, everything that the program has to ask of them with what is noticed of it and the right answer out.
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
use super::command::Question;
use super::error::Error;
use crate::article::{self, Article};
use crate::language::{Facts, slug};
use crate::meetings::company::training::twos;
use crate::meetings::half_told::training::half_told;
use crate::text::Span;
use crate::training::quotes::Folded;

/// What is asked, with the answer.
pub(super) struct Example {
    /// Number among all of the sentence, or of whatever else is asked about once.
    pub sentence: usize,
    /// Everything that is noticed.
    pub notices: Vec<String>,
    /// Whether it tells of a meeting, or somebody was there.
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
pub(super) fn read(path: &Path, question: Question, sentences: &mut usize) -> Result<Vec<Example>, Error> {
    let text = fs::read_to_string(path).map_err(Error::unreadable(path))?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let stories: Result<Vec<Vec<(Span, Example)>>, Error> = lines
        .par_iter()
        .map(|line| examples(path, question, &serde_json::from_str(line).map_err(Error::malformed(path))?))
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

fn examples(path: &Path, question: Question, labelled: &Labelled) -> Result<Vec<(Span, Example)>, Error> {
    let Some(article) = labelled.article() else { return Err(Error::Empty(path.to_owned())) };
    let text = Folded::new(&article.text);
    let places = |quotes: &[String]| quotes.iter().flat_map(|quote| text.find(quote)).collect::<Vec<_>>();
    let label = Labels {
        told: labelled.meetings.iter().map(|meeting| (places(&meeting.quotes), meeting)).collect(),
        judged: labelled.judged.as_deref().map(places),
        fold: fold(&labelled.library),
    };
    Ok(match question {
        Question::Company => label.company(&article),
        Question::Telling => label.tellings(&article),
        Question::Partner => label.partners(&article),
    })
}

/// What people said of a story.
struct Labels<'l> {
    /// Where its meetings are told.
    told: Vec<(Vec<Range<usize>>, &'l LabelledMeeting)>,
    /// What was looked at; everything, where nothing is said.
    judged: Option<Vec<Range<usize>>>,
    fold: usize,
}

impl Labels<'_> {
    /// Every two of a sentence, and whether they were together.
    fn company(&self, article: &Article) -> Vec<(Span, Example)> {
        let two = twos(article, Facts::shipped()).into_iter().filter(|two| self.is_judged(two.sentence));
        let example = two.filter_map(|two| {
            let here = self.told_in(&[two.sentence]);
            let met = here.iter().any(|meeting| meeting.is_of(&two.names));
            // Of others than those who met nothing is learned: their names may only have been misread.
            (met || here.is_empty()).then(|| (two.sentence, self.example(article, two.sentence, two.notices, met)))
        });
        example.collect()
    }

    /// All words that leave open who met, and whether they tell of a meeting.
    fn tellings(&self, article: &Article) -> Vec<(Span, Example)> {
        let all = half_told(article, Facts::shipped()).into_iter().filter(|one| self.is_judged(one.sentence));
        let example = all.filter_map(|one| {
            let met = !self.told_in(&one.words).is_empty();
            // The sentence may tell of a meeting in other words.
            let is_clear = met || self.judged.is_some() || self.told_in(&[one.sentence]).is_empty();
            let met = met || self.judged.is_some() && !self.told_in(&[one.sentence]).is_empty();
            let span = *one.words.first()?;
            is_clear.then(|| (span, self.example(article, one.sentence, one.notices, met)))
        });
        example.collect()
    }

    /// Everybody else in the story of a meeting of which it is left open who met, and whether they were there.
    fn partners(&self, article: &Article) -> Vec<(Span, Example)> {
        // A sentence that was judged alone does not tell who was there.
        let all = half_told(article, Facts::shipped()).into_iter().filter(|_| self.judged.is_none());
        let example = all.flat_map(|one| {
            let here = self.told_in(&one.words);
            let others = one.others.into_iter().enumerate().filter(|_| !here.is_empty());
            let others: Vec<(Span, Example)> = others
                .map(|(number, (name, notices))| {
                    let met = here.iter().any(|meeting| meeting.has(&name));
                    let example = self.example(article, one.sentence, notices, met);
                    // Each is asked about for itself.
                    (Span::new(one.sentence.start(), one.sentence.start() + number), example)
                })
                .collect();
            others
        });
        example.collect()
    }

    fn is_judged(&self, sentence: Span) -> bool {
        self.judged.as_deref().is_none_or(|judged| overlaps(judged, sentence))
    }

    /// The meetings of which any of these words tell.
    fn told_in(&self, words: &[Span]) -> Vec<&LabelledMeeting> {
        let here = |places: &[Range<usize>]| words.iter().any(|span| overlaps(places, *span));
        self.told.iter().filter(|(places, _)| here(places)).map(|(_, meeting)| *meeting).collect()
    }

    fn example(&self, article: &Article, sentence: Span, notices: Vec<String>, met: bool) -> Example {
        Example { sentence: 0, notices, met, fold: self.fold, words: sentence.of(&article.text).to_owned() }
    }
}

fn overlaps(places: &[Range<usize>], span: Span) -> bool {
    places.iter().any(|place| place.start < span.end() && span.start() < place.end)
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
    /// Whether two of these took part.
    fn is_of(&self, names: &[String]) -> bool {
        names.iter().filter(|name| self.has(name)).count() > 1
    }

    /// Whether someone took part, by the last words of the names.
    fn has(&self, name: &str) -> bool {
        let last = |name: &str| slug(name).rsplit('-').next().map(str::to_owned);
        self.participants.iter().any(|own| slug(own) == slug(name) || last(own) == last(name))
    }
}

fn fold(library: &str) -> usize {
    library.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte))) % FOLDS
}
