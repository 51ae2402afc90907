//! What can be worked out before it is asked for.
//!
//! **In:** the state of the reader. **Out:** [`Work`] for another thread: the index of the filter, the folded texts once
//! someone is about to ask for a phrase, the counts of the saved queries. **Why:** the model shares its library and its
//! index, so that whoever needs them first makes them, and nobody makes them twice.

use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, OnceLock};

use super::{Focus, Model};
use crate::dossier::name::Names;
use crate::library::{Library, Own};
use crate::links::Tier;
use crate::search::{Filter, NameFilter, Query};

/// What is wanted, to tell it from what was wanted before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which state of the library it is about.
    library: usize,
    /// Whether texts are to be folded.
    texts: bool,
    /// What is to be counted.
    counts: Option<State>,
}

/// A state of the library and of what was done with its stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Counts the libraries that came in.
    library: usize,
    /// Counts the changes to stories; 0 where no saved query asks for them.
    own: usize,
    /// How sure a link is at least that counts.
    least: Tier,
}

/// How many stories each saved query finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// When.
    state: State,
    /// In the order of the configuration.
    stories: Vec<usize>,
}

/// Something to work out on another thread.
#[derive(Debug)]
pub struct Work {
    library: Arc<Library>,
    filter: Arc<OnceLock<Filter>>,
    is_begun: Arc<AtomicBool>,
    names: Arc<PreparedNames>,
    texts: bool,
    counts: Option<(State, Vec<Query>, Vec<Own>)>,
}

fn names_of(library: &Library) -> (Arc<Names>, Arc<NameFilter>) {
    let names = Names::of(library);
    let filter = NameFilter::new(library, &names);
    (Arc::new(names), Arc::new(filter))
}

/// Says while it lives that the filter is being prepared.
struct Begun<'b>(&'b AtomicBool);

impl<'b> Begun<'b> {
    fn new(is_begun: &'b AtomicBool) -> Self {
        is_begun.store(true, Ordering::Release);
        Self(is_begun)
    }
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

impl Work {
    /// Works it out; gives counts where some are wanted.
    pub fn carry_out(self) -> Option<Counts> {
        self.carry_out_with_progress(&|_, _| {}, || {})
    }

    /// The same; tells on the way how many stories of how many are prepared for the filter, and that all are.
    pub fn carry_out_with_progress(
        self,
        report: &(dyn Fn(usize, usize) + Sync),
        prepared: impl FnOnce(),
    ) -> Option<Counts> {
        let all = self.library.stories.len();
        let begun = Begun::new(&self.is_begun);
        let filter = self.filter.get_or_init(|| Filter::with_progress(&self.library, &|done| report(done, all)));
        if self.texts {
            filter.prepare_texts_with_progress(&self.library, &|done| report(done, all));
        }
        drop(begun);
        prepared();
        self.names.get_or_init(|| names_of(&self.library));
        let (state, queries, own) = self.counts?;
        let stories = queries.iter().map(|query| filter.count(&self.library, &own, query)).collect();
        Some(Counts { state, stories })
    }
}

/// Who is named where, and the index of the filter of names.
type PreparedNames = OnceLock<(Arc<Names>, Arc<NameFilter>)>;

/// Whether another thread works ahead, so that nobody else has to.
#[derive(Clone, Debug, Default)]
pub struct Service(Arc<AtomicU8>);

impl Service {
    const NONE: u8 = 0;
    const BEGUN: u8 = 1;
    const OVER: u8 = 2;

    /// From now on what is wanted is worked out elsewhere; not where that has failed.
    pub fn begin(&self) {
        let _ = self.0.compare_exchange(Self::NONE, Self::BEGUN, Ordering::AcqRel, Ordering::Acquire);
    }

    /// Nothing is worked out elsewhere any more: whoever needs something makes it.
    pub fn end(&self) {
        self.0.store(Self::OVER, Ordering::Release);
    }

    fn is_there(&self) -> bool {
        self.0.load(Ordering::Acquire) == Self::BEGUN
    }
}

/// What was worked out.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// Whether another thread works ahead.
    service: Service,
    /// Counts the libraries that came in.
    library: usize,
    /// The index of the filter, made when it is first needed.
    filter: Arc<OnceLock<Filter>>,
    /// Whether another thread is making it, or folding its texts.
    is_begun: Arc<AtomicBool>,
    /// Whether the list waits for it.
    is_awaited: bool,
    /// The names of the library, looked through when they are first needed.
    names: Arc<PreparedNames>,
    /// How many stories each saved query finds, and when that was so.
    counted: Option<Counts>,
}

impl Prepared {
    /// Another library came in.
    pub(super) fn forget(&mut self) {
        self.library += 1;
        self.filter = Arc::default();
        self.is_begun = Arc::default();
        self.names = Arc::default();
    }

    /// The index of the filter.
    pub(in crate::reader) fn filter(&self, library: &Library) -> &Filter {
        self.filter.get_or_init(|| Filter::new(library))
    }

    /// Whether another thread works ahead.
    pub(in crate::reader) fn service(&self) -> Service {
        self.service.clone()
    }

    /// The index of the filter, where that takes no waiting: neither for a thread that is making it, or folding the texts that
    /// `query` asks for, nor for one that is still busy with the library of before and will make it next.
    pub(super) fn filter_now(&self, library: &Library, query: &Query) -> Option<&Filter> {
        let is_there = |filter: &&Filter| filter.has_texts() || query.phrases().next().is_none();
        let begun = || self.is_begun.load(Ordering::Acquire) || self.service.is_there();
        self.filter.get().filter(is_there).or_else(|| (!begun()).then(|| self.filter(library)))
    }

    /// Notes whether the list waits for the filter; tells whether it did.
    pub(in crate::reader) const fn await_filter(&mut self, is_awaited: bool) -> bool {
        std::mem::replace(&mut self.is_awaited, is_awaited)
    }

    /// Who is named where in the library, and the filter of its names.
    pub(in crate::reader) fn names(&self, library: &Library) -> (Arc<Names>, Arc<NameFilter>) {
        self.names.get_or_init(|| names_of(library)).clone()
    }

    /// How many stories each saved query finds; those of a state before stay until the new ones are there.
    pub(super) fn counts(&self) -> &[usize] {
        self.counted.as_ref().map_or(&[], |counted| &counted.stories)
    }
}

impl Model {
    /// Whether another thread works ahead, for that thread to say.
    pub(in crate::reader) fn service(&self) -> Service {
        self.prepared.service()
    }

    /// What should be worked out on another thread, if anything should.
    pub fn wants_prepared(&self) -> Option<Wanted> {
        if self.library.stories.is_empty() {
            return None;
        }
        let filter = self.prepared.filter.get();
        let line = self.query_line();
        let is_typed = line.is_typed || self.focus == Focus::Filter || self.prepared.is_awaited || self.view_waits();
        // Folded texts take as much memory as the texts: not for words and fields.
        let is_quoted = is_typed && line.text().contains(['"', '“', '”', '„']);
        let texts = is_quoted && filter.is_none_or(|filter| !filter.has_texts());
        // While stories come in one by one the library is not shared without need: it would have to be copied.
        let index = filter.is_none() && (is_typed || self.finding.is_none());
        // While stories come in one by one, counts would tell of few of them.
        let state = State { library: self.prepared.library, own: self.own_state(), least: self.least };
        let is_counted = self.prepared.counted.as_ref().is_some_and(|counted| counted.state == state);
        let counts = (!self.settings.queries.is_empty() && self.finding.is_none() && !is_counted).then_some(state);
        let wanted = Wanted { library: self.prepared.library, texts, counts };
        (index || texts || counts.is_some()).then_some(wanted)
    }

    /// Everything that is needed to work that out.
    pub fn work(&self, wanted: Wanted) -> Work {
        let counts = wanted.counts.map(|state| {
            let parsed = |query: &str| Query::parse(query).unwrap_or_default().linked_from(self.least);
            let queries = self.settings.queries.iter().map(|(_, query)| parsed(query));
            (state, queries.collect(), self.keeping.own.clone())
        });
        Work {
            library: Arc::clone(&self.library),
            filter: Arc::clone(&self.prepared.filter),
            is_begun: Arc::clone(&self.prepared.is_begun),
            names: Arc::clone(&self.prepared.names),
            texts: wanted.texts,
            counts,
        }
    }

    /// Takes in the counts of the saved queries.
    pub(in crate::reader) fn take_counts(&mut self, counts: Counts) {
        if counts.state.library == self.prepared.library {
            self.prepared.counted = Some(counts);
        }
    }

    /// Counts the changes to stories, where a saved query asks for them.
    fn own_state(&self) -> usize {
        let asks = |query: &str| Query::parse(query).is_ok_and(|query| query.asks_for_own());
        let any = self.settings.queries.iter().any(|(_, query)| asks(query));
        if any { self.keeping.changes() } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::fixture::{ALONE, library};
    use crate::reader::model::underway::{Steps, Task};
    use crate::reader::settings::Settings;
    use crate::reader::theme::Theme;

    fn reader(queries: &[&str]) -> Model {
        let queries = queries.iter().map(|query| ((*query).to_owned(), (*query).to_owned())).collect();
        let mut model = Model::new(Theme::dark(), 120, 36).with(Settings { queries, ..Settings::default() });
        model.load(library());
        model
    }

    /// Works out what is wanted, as the thread does.
    fn prepare(model: &mut Model) {
        let wanted = model.wants_prepared().unwrap();
        if let Some(counts) = model.work(wanted).carry_out() {
            model.take_counts(counts);
        }
    }

    #[test]
    fn the_index_is_there_before_the_first_letter_and_the_texts_once_a_phrase_is_begun() {
        let mut model = reader(&[]);
        prepare(&mut model);
        assert!(model.prepared.filter.get().is_some());
        assert_eq!(model.wants_prepared(), None);
        model.focus = Focus::Filter;
        model.input.insert("cranes");
        assert_eq!(model.wants_prepared(), None, "words ask for no texts");
        model.input.insert(" \"");
        prepare(&mut model);
        assert!(model.prepared.filter.get().is_some_and(Filter::has_texts));
        assert_eq!(model.wants_prepared(), None);
    }

    #[test]
    fn whoever_types_before_the_filter_is_there_waits_for_nothing_and_gets_the_answer_then() {
        use crate::reader::actions::Action;
        use crate::reader::update::update;
        let mut model = reader(&[]);
        let listed = model.stories.len();
        let begun = Arc::clone(&model.prepared.is_begun);
        let begun = Begun::new(&begun);
        model.focus = Focus::Filter;
        update(&mut model, Action::Insert("kind:call".into()));
        assert_eq!(model.stories.len(), listed, "the list stays");
        update(&mut model, Action::Underway(Task::Filter, Some((2, 6))));
        assert_eq!(model.underway.words(Steps::One).as_deref(), Some("preparing the filter: 2 of 6"));
        drop(begun);
        update(&mut model, Action::Underway(Task::Filter, None));
        assert_eq!((model.stories.len(), model.underway.words(Steps::One)), (2, None));
    }

    #[test]
    fn enter_opens_what_the_line_asks_for_though_the_filter_is_still_being_prepared() {
        use crate::reader::actions::{Action, Command};
        use crate::reader::update::update;
        for line in ["kind:call", "\"two weeks before\""] {
            let mut model = reader(&[]);
            model.prepared.service().begin();
            model.focus = Focus::Filter;
            update(&mut model, Action::Insert(line.into()));
            assert!(model.prepared.filter.get().is_none(), "the list waits");
            update(&mut model, Action::Do(Command::Accept));
            let found = model.stories.chosen().unwrap();
            assert!(model.shown == Some(found) && model.focus == Focus::Text, "{line}");
            let asked = Filter::new(&model.library).run(&model.library, &model.keeping.own, &model.query);
            assert!(asked.iter().any(|one| one.story == found) && asked.len() < model.library.stories.len(), "{line}");
        }
    }

    #[test]
    fn a_filter_that_stands_while_another_library_comes_in_is_prepared_by_the_other_thread() {
        use crate::reader::actions::Action;
        use crate::reader::update::update;
        let mut model = reader(&[]);
        prepare(&mut model);
        for (line, found) in [("kind:call", 2), ("\"two weeks before\"", 1)] {
            model.focus = Focus::Filter;
            model.input.set("", "");
            update(&mut model, Action::Insert(line.into()));
            model.focus = Focus::List;
            model.prepared.service().begin();
            model.load(library());
            assert!(model.prepared.filter.get().is_none(), "not by the thread of the keys");
            prepare(&mut model);
            update(&mut model, Action::Underway(Task::Filter, None));
            assert_eq!(model.stories.len(), found, "{line}");
        }
        // Where that thread has failed nobody waits for it.
        model.prepared.service().end();
        model.prepared.service().begin();
        model.load(library());
        assert!(model.prepared.filter.get().is_some_and(Filter::has_texts));
    }

    #[test]
    fn a_library_that_is_still_coming_in_is_indexed_only_for_those_who_type() {
        let mut model = Model::new(Theme::dark(), 120, 36);
        model.take_texts(library());
        assert_eq!(model.wants_prepared(), None);
        model.focus = Focus::Filter;
        assert!(model.wants_prepared().is_some());
    }

    #[test]
    fn saved_queries_are_counted_anew_only_where_their_answers_may_change() {
        let mut model = reader(&["cranes", "kind:call"]);
        prepare(&mut model);
        assert_eq!(model.prepared.counts(), [1, 2]);
        model.change(vec![(ALONE, crate::library::Change::Read(true))], "read");
        assert_eq!(model.wants_prepared(), None, "neither asks what was read");
        let mut model = reader(&["is:unread"]);
        prepare(&mut model);
        assert_eq!(model.prepared.counts(), [6]);
        model.change(vec![(ALONE, crate::library::Change::Read(true))], "read");
        prepare(&mut model);
        assert_eq!(model.prepared.counts(), [5]);
    }

    #[test]
    fn counts_of_another_library_are_not_taken() {
        let mut model = reader(&["cranes"]);
        let wanted = model.wants_prepared().unwrap();
        let late = model.work(wanted).carry_out().unwrap();
        model.load(Library::default());
        model.take_counts(late);
        assert!(model.prepared.counts().is_empty());
    }
}
