//! What is typed in, what is listed out.

use super::{Model, excerpt};
use crate::search::{Filter, Match, Query, complete};

impl Model {
    /// Reads what the filter line asks for; tells whether it can be understood. Where it cannot, the list stays.
    pub(in crate::reader) fn read_query(&mut self) -> bool {
        match Query::parse(&self.input.text()) {
            Ok(query) => {
                self.excerpts.clear();
                (self.query, self.mistake) = (query, None);
            }
            Err(mistake) => self.mistake = Some(mistake),
        }
        self.mistake.is_none()
    }

    /// Lists what is asked for, and chooses the best, or the story that is being read where nothing is asked.
    pub(in crate::reader) fn list_stories(&mut self) {
        if self.query.is_empty() {
            let all = self.library.newest_first();
            self.stories.list(all.into_iter().map(|story| Match { story, ..Match::default() }).collect());
            if let Some(story) = self.shown {
                self.stories.choose(story);
            }
        } else {
            let library = &self.library;
            let filter = self.filter.get_or_insert_with(|| Filter::new(library));
            self.stories.list(filter.run(library, &self.keeping.own, &self.query));
        }
        self.reveal_choice();
    }

    /// Looks up what could go on at the cursor of the filter line.
    pub(in crate::reader) fn offer_completion(&mut self) {
        let (line, cursor) = (self.input.text(), self.input.parts().0.len());
        self.typing.offer(complete(&self.library, &self.keeping.own, &line, cursor));
    }

    /// Finds the lines that have a phrase, for the stories in sight that were found by their texts.
    pub(super) fn quote_texts(&mut self, whole: usize) {
        if self.query.phrases().next().is_none() {
            return;
        }
        for found in self.stories.matches.iter().skip(self.stories.top).take(whole + 1) {
            if let Some(story) = self.library.stories.get(found.story)
                && !self.excerpts.contains_key(&found.story)
            {
                self.excerpts.insert(found.story, excerpt::of(story, &self.query));
            }
        }
    }

    /// Brings the chosen story of the list into sight.
    pub(in crate::reader) fn reveal_choice(&mut self) {
        let whole = self.stories_in_sight();
        self.stories.reveal(whole);
    }
}
