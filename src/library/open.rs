//! From paths to a library: scan, read on every core, put in order; then find what the stories tell, and link.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::corrections::{Corrections, standing};
use super::error::{OpenError, passed_over, reason};
use super::read::{Outcome, read};
use super::types::{Library, PassedOver, Skipped};
use super::{ids, scan};
use crate::article::Article;
use crate::language::{Facts, day_at_a_glance};
use crate::links::{Reached, connect_keeping};
use crate::meetings::{STEPS, Story, read_story_with_progress};

/// So few files are read before a second thread has begun.
const FEW: usize = 16;

/// How far the opening of a library has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Looking for files.
    Scanning,
    /// Reading files.
    Reading {
        /// Files read so far.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// Reading a file of very many records.
    Records {
        /// Records read so far.
        done: usize,
        /// Records in the file.
        total: usize,
    },
    /// Looking at each story for its day, before it is shown.
    Dating {
        /// Stories done so far.
        done: usize,
        /// Stories in all.
        total: usize,
    },
    /// Finding names, dates and meetings in the stories.
    Analysing {
        /// Stories done so far.
        done: usize,
        /// Stories in all.
        total: usize,
    },
    /// The same, inside a very long story.
    Inside {
        /// Stories done so far.
        done: usize,
        /// Stories in all.
        total: usize,
        /// Steps done so far in the long one, of [`STEPS`](crate::meetings::STEPS).
        step: usize,
    },
    /// Comparing the stories with each other.
    Linking {
        /// Stories in all.
        stories: usize,
        /// How far that has come.
        reached: Reached,
    },
}

/// Is told how far the opening of a library has come; from several threads, at most a few hundred times.
pub type Report<'r> = &'r (dyn Fn(Progress) + Sync);

impl Library {
    /// Opens files and folders, and every file in the folders below them: [`Self::read`], then [`Self::analysed`] with
    /// the facts that the program ships.
    pub fn open(paths: &[PathBuf], progress: Report<'_>) -> Result<Self, OpenError> {
        Ok(Self::read(paths, progress)?.analysed(Facts::shipped(), progress))
    }

    /// Reads files and folders, and every file in the folders below them. Nothing is looked for in the stories yet.
    /// Hidden and binary files and tables are passed over and counted; what cannot be read is told in [`Library::skipped`] and
    /// hides nothing else.
    ///
    /// Fails where not a single story can be read.
    pub fn read(paths: &[PathBuf], progress: Report<'_>) -> Result<Self, OpenError> {
        progress(Progress::Scanning);
        Self::check(paths)?;
        let scan::Found { mut files, mut skipped, mut passed_over } = scan::scan(paths);
        // Results come back in this order, so that nothing depends on which thread was faster.
        files.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
        let outcomes = read_all(&files, progress);
        let mut articles = Vec::new();
        let mut notices = Vec::new();
        for (file, outcome) in files.iter().zip(outcomes) {
            articles.extend(outcome.articles);
            skipped.extend(outcome.skipped);
            notices.extend(outcome.notices);
            // In a folder a picture is no surprise, but someone who names one is owed an answer.
            if outcome.binary && paths.contains(&file.path) {
                let why = "is not a text file; give text or JSONL files".to_owned();
                skipped.push(Skipped { path: file.path.clone(), line: None, why });
            } else {
                passed_over.binary += usize::from(outcome.binary);
            }
        }
        if articles.is_empty() {
            return Err(nothing(paths, skipped, passed_over));
        }
        let mut library = Self::of_articles(label(paths), articles);
        library.skipped = skipped;
        library.skipped.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        library.notices.append(&mut notices);
        library.notices.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
        library.passed_over = passed_over;
        Ok(library)
    }

    /// Finds names, dates and meetings in every story, on every core, and joins the stories, heeding the library's
    /// corrections. They keep their order.
    #[must_use]
    pub fn analysed(mut self, facts: &Facts, progress: Report<'_>) -> Self {
        let count = Count::new(self.stories.len());
        let report = |done| progress(Progress::Analysing { done, total: count.total });
        report(0);
        let heeded = heeding(facts, &self.corrections);
        let facts = heeded.as_ref();
        let analyse = |story: Story| read_counted(story.article, facts, &count, progress);
        self.stories = self.stories.into_par_iter().map(analyse).collect();
        let stories = self.stories.len();
        let report = |reached| progress(Progress::Linking { stories, reached });
        report(Reached::default());
        let corrections = self.corrections.of_meetings();
        (self.connections, self.own_readings) = connect_keeping(&mut self.stories, facts, &corrections, &report);
        self.standing = standing(&self, &self.corrections);
        self
    }

    /// The library with these corrections, which count when it is [analysed](Self::analysed).
    #[must_use]
    pub fn correcting(self, corrections: Corrections) -> Self {
        Self { corrections: Arc::new(corrections), ..self }
    }

    /// The same articles, in which nothing was looked for yet. The texts are shared, not copied.
    #[must_use]
    pub fn unread(&self) -> Self {
        let stories = self.stories.iter().map(|story| Story::unread(Arc::clone(&story.article))).collect();
        let (skipped, notices) = (self.skipped.clone(), self.notices.clone());
        Self { label: self.label.clone(), stories, skipped, notices, passed_over: self.passed_over, ..Self::default() }
    }

    /// A library that was only read, with the days that a glance at the stories tells: enough to show its list and its
    /// texts while it is being [analysed](Self::analysed). The texts are shared, not copied.
    #[must_use]
    pub fn at_a_glance(&self, facts: &Facts, progress: Report<'_>) -> Self {
        let mut glance = self.clone();
        let count = Count::new(glance.stories.len());
        let date = |story: &mut Story| {
            story.annotations.published = day_at_a_glance(&story.article, facts);
            count.one_more(|done| progress(Progress::Dating { done, total: count.total() }));
        };
        if glance.stories.len() <= FEW {
            glance.stories.iter_mut().for_each(date);
        } else {
            glance.stories.par_iter_mut().for_each(date);
        }
        glance
    }

    /// Whether a single path leads anywhere, told before anything is read: most likely it is a slip of the keyboard.
    /// Of several paths the good ones are opened all the same.
    pub fn check(paths: &[PathBuf]) -> Result<(), OpenError> {
        let [path] = paths else { return Ok(()) };
        match std::fs::metadata(path) {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(OpenError::Missing { path: path.clone() })
            }
            Err(error) => Err(OpenError::Unreadable { path: path.clone(), why: reason(&error) }),
        }
    }

    /// A library of articles that were read already; `label` is what to call it on the screen.
    pub fn from_articles(label: &str, articles: Vec<Article>) -> Self {
        Self::from_articles_knowing(label, articles, Facts::shipped())
    }

    /// The same with names of the user's own among the `facts`.
    pub fn from_articles_knowing(label: &str, articles: Vec<Article>, facts: &Facts) -> Self {
        Self::of_articles(label.to_owned(), articles).analysed(facts, &|_| ())
    }

    /// Articles in order, each with an id of its own; nothing is looked for in them.
    pub(super) fn of_articles(label: String, mut articles: Vec<Article>) -> Self {
        let notices = ids::settle(&mut articles);
        let stories = articles.into_iter().map(Story::unread).collect();
        Self { label, stories, notices, ..Self::default() }
    }
}

/// From this many bytes on a text takes so long that the steps in it are told.
const LONG: usize = 1 << 19;

/// Reads one of the stories that are counted, and tells how far that has come.
pub(super) fn read_counted(article: Arc<Article>, facts: &Facts, count: &Count, progress: Report<'_>) -> Story {
    let is_long = article.text.len() >= LONG;
    let total = count.total();
    let step = |step| {
        if is_long && step < STEPS {
            progress(Progress::Inside { done: count.done(), total, step });
        }
    };
    step(0);
    let story = read_story_with_progress(article, facts, None, &step);
    count.one_more(|done| progress(Progress::Analysing { done, total }));
    story
}

fn read_all(files: &[scan::File], progress: Report<'_>) -> Vec<Outcome> {
    let count = Count::new(files.len());
    let report = |done| progress(Progress::Reading { done, total: count.total });
    report(0);
    let read_one = |file: &scan::File| {
        let outcome = read(file, progress);
        count.one_more(report);
        outcome
    };
    if files.len() <= FEW { files.iter().map(read_one).collect() } else { files.par_iter().map(read_one).collect() }
}

/// The facts, with what is corrected of the reading: a library's own corrections count, not those of one that was read before.
pub(super) fn heeding<'f>(facts: &'f Facts, corrections: &Corrections) -> Heeding<'f> {
    let is_corrected = !corrections.is_empty() || !facts.corrections.is_empty();
    if is_corrected {
        Heeding::Corrected(Box::new(facts.correcting(corrections.of_reading())))
    } else {
        Heeding::Plain(facts)
    }
}

/// Facts, with or without corrections of the reading.
pub(super) enum Heeding<'f> {
    Plain(&'f Facts),
    Corrected(Box<Facts>),
}

impl AsRef<Facts> for Heeding<'_> {
    fn as_ref(&self) -> &Facts {
        match self {
            Self::Plain(facts) => facts,
            Self::Corrected(facts) => facts,
        }
    }
}

/// How many of many are done, told two hundred times at most.
pub(super) struct Count {
    total: usize,
    done: AtomicUsize,
}

impl Count {
    pub(super) fn new(total: usize) -> Self {
        Self { total, done: AtomicUsize::new(0) }
    }

    pub(super) const fn total(&self) -> usize {
        self.total
    }

    fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    pub(super) fn one_more(&self, report: impl Fn(usize)) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done.is_multiple_of((self.total / 200).max(1)) || done == self.total {
            report(done);
        }
    }
}

/// Why there is nothing to show.
fn nothing(paths: &[PathBuf], mut skipped: Vec<Skipped>, passed: PassedOver) -> OpenError {
    if skipped.is_empty() {
        let path = paths.first().cloned().unwrap_or_else(|| ".".into());
        return OpenError::Empty { path, passed: passed_over(passed) };
    }
    let more = skipped.len() - 1;
    OpenError::NothingRead { first: skipped.swap_remove(0), more }
}

/// The folder's name, or how many paths there are.
fn label(paths: &[PathBuf]) -> String {
    match paths {
        [path] => scan::own_name(path),
        paths if paths.iter().all(|path| path.is_file()) => format!("{} files", paths.len()),
        paths => format!("{} paths", paths.len()),
    }
}

#[cfg(test)]
mod tests;
