//! A region in, its runs of capitals out: `Norwegian Foreign Ministry`, `Bank of England`.

use std::ops::Range;

use super::words::Word;

/// The runs of capitals of a region, in order.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    runs: Vec<Range<usize>>,
}

impl Runs {
    /// Finds the runs of `region`.
    pub(crate) fn find(&mut self, words: &[Word], region: &Range<usize>) {
        self.runs.clear();
        let mut start = None;
        for at in region.clone() {
            let capital = words.get(at).is_some_and(|word| word.has_capital);
            match start {
                None if capital => start = Some(at),
                Some(first) if !capital => {
                    self.runs.push(first..at);
                    start = None;
                }
                _ => {}
            }
        }
        self.runs.extend(start.map(|first| first..region.end));
    }

    /// The run that holds `at`.
    pub(crate) fn around(&self, at: usize) -> Option<Range<usize>> {
        let run = self.runs.partition_point(|run| run.end <= at);
        self.runs.get(run).filter(|run| run.contains(&at)).cloned()
    }
}
