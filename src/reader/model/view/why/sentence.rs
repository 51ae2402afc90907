//! The sentences of two stories, with the words that speak lit.
//!
//! **In:** the words that a reason was made from, on either side. **Out:** rows that stay above the reasons: outlet and day,
//! title, the sentence. **Why:** whoever walks through the reasons sees in the sentences what each of them means.

use crate::article::TitleFrom;
use crate::dossier::Source;
use crate::dossier::clearest::names_nobody;
use crate::dossier::name::sentence_of;
use crate::export::citation::quoted_passage;
use crate::language::Passage;
use crate::library::Library;
use crate::links::{MentionRef, spelled_list};
use crate::meetings::Story;
use crate::reader::model::linear::said;
use crate::reader::model::view::prose::outlet_and_day;
use crate::reader::model::view::quoting::Quoting;
use crate::reader::model::view::{Cell, Inputs, Role, Row};
use crate::text::sanitise::one_line;
use crate::text::width::{truncate, width};

/// Columns between the two sides.
const GAP: u16 = 3;

/// One side: what of it is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    /// Index of the story.
    pub(super) story: usize,
    /// The words that speak.
    pub(super) source: Option<Source>,
    /// The words that say most of it, for where none speak.
    pub(super) evidence: Option<Source>,
    /// The telling that all this is about.
    pub(super) telling: Option<MentionRef>,
    /// Whether Enter leads here.
    pub(super) is_chosen: bool,
}

/// How the two sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// Side by side.
    Beside,
    /// One below the other.
    Below,
    /// The chosen one alone.
    Alone,
    /// Read out: each stands below what it speaks for, and none above.
    Spoken,
}

/// How the sides are set. It is the same for every reason, so that nothing jumps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Columns of all.
    columns: u16,
    stand: Stand,
    has_titles: bool,
    /// Rows of a sentence.
    sentence: usize,
}

impl Frame {
    pub(super) fn of(inputs: &Inputs<'_>, is_side_by_side: bool) -> Self {
        let sentence = match (is_side_by_side, inputs.rows) {
            (true, 30..) => 5,
            (true, _) => 4,
            (false, 30..) => 3,
            (false, 16..) => 2,
            (false, _) => 1,
        };
        let stand = match (inputs.is_linear, is_side_by_side, inputs.rows) {
            (true, ..) => Stand::Spoken,
            (_, true, _) => Stand::Beside,
            (.., 16..) => Stand::Below,
            _ => Stand::Alone,
        };
        Self {
            columns: inputs.columns,
            stand,
            has_titles: inputs.rows >= 30 || is_side_by_side && inputs.rows >= 24,
            sentence,
        }
    }

    /// The rows of both sides.
    pub(super) fn rows(self, library: &Library, sides: [Side; 2]) -> Vec<Row> {
        if self.stand == Stand::Spoken {
            return Vec::new();
        }
        if self.stand == Stand::Beside {
            let wide = (self.columns - GAP) / 2;
            let [left, right] = sides.map(|side| self.side(library, side, wide));
            let right_at = wide + GAP;
            return left.into_iter().zip(right).map(|(left, right)| beside(left, right, right_at)).collect();
        }
        let shown = sides.into_iter().filter(|side| self.stand != Stand::Alone || side.is_chosen);
        shown.flat_map(|side| self.side(library, side, self.columns)).collect()
    }

    /// One side, so many columns wide: always as many rows.
    fn side(self, library: &Library, side: Side, columns: u16) -> Vec<Row> {
        let Some(story) = library.stories.get(side.story) else { return Vec::new() };
        let (sign, role) = if side.is_chosen { ("▸", Role::Accent) } else { (" ", Role::Muted) };
        let words = side.source.or(side.evidence).map(|source| source.passage);
        let whence = whence(library, story, (side.telling, words), usize::from(columns.saturating_sub(2)));
        let mut rows = vec![Row::new(vec![Cell::new(0, sign, Role::Accent), Cell::new(2, whence, role)])];
        if self.has_titles {
            let is_derived = matches!(story.article.title.from, TitleFrom::Derived(_));
            let title = format!("{}{}", if is_derived { "¶ " } else { "" }, one_line(&story.article.title.text));
            let title = truncate(&title, usize::from(columns.saturating_sub(2))).into_owned();
            rows.push(Row::new(vec![Cell::new(2, title, if is_derived { Role::Muted } else { Role::Strong })]));
        }
        let mut sentence = sentence(story, side, columns.saturating_sub(2), self.sentence);
        sentence.resize(self.sentence, Row::blank());
        rows.extend(sentence);
        rows
    }
}

/// Two rows in one, with a rule between them.
fn beside(left: Row, right: Row, at: u16) -> Row {
    let mut cells = left.cells;
    cells.push(Cell::new(at - 2, "│", Role::Faint));
    let moved = right.cells.into_iter().map(|cell| Cell { column: cell.column + at, ..cell });
    cells.extend(moved);
    Row::new(cells)
}

/// The sentence in quotation marks with the words that speak, in so many rows.
fn sentence(story: &Story, side: Side, columns: u16, most: usize) -> Vec<Row> {
    let Some(words) = side.source.or(side.evidence).map(|source| source.passage) else {
        return vec![Row::new(vec![Cell::new(2, "It says nothing of it.", Role::Muted)])];
    };
    let quoting = Quoting::of(story, sentence_of(story, words), words, usize::from(columns), most);
    let is_lit = side.source.is_some_and(|source| side.evidence != Some(source));
    let (role, rest) = if is_lit { (Role::Lit, Role::Base) } else { (Role::Base, Role::Muted) };
    quoting.rows(2, columns, role, rest)
}

/// Whose sentence it is and who is meant, in so many columns. Rather less of whose it is, and rather fewer of those who are meant,
/// than half a name.
fn whence(
    library: &Library,
    story: &Story,
    (telling, words): (Option<MentionRef>, Option<Passage>),
    room: usize,
) -> String {
    let (long, short) = (outlet_and_day(story), outlet(story));
    let ways = [usize::MAX, 2, 1].map(|most| meant(library, telling, words, (" · ", most)));
    let ways = ways.iter().flat_map(|meant| [format!("{long}{meant}"), format!("{short}{meant}")]);
    let fitting = ways.into_iter().find(|words| width(words) <= room);
    fitting.unwrap_or_else(|| truncate(&long, room).into_owned())
}

fn outlet(story: &Story) -> String {
    story.article.outlet.as_ref().map_or_else(|| "unknown outlet".to_owned(), |outlet| one_line(&outlet.name))
}

/// Who is meant by words in a sentence that names nobody: ` · of Astrid Halvorsen and Demir Ilmaz`. `the two last met in May` says
/// little to whoever does not see what stands before it. So many of them are named.
fn meant(
    library: &Library,
    telling: Option<MentionRef>,
    words: Option<Passage>,
    (before, most): (&str, usize),
) -> String {
    let (Some(at), Some(words)) = (telling, words) else { return String::new() };
    let told = library.stories.get(at.story).zip(library.mention(at));
    let Some((_, told)) = told.filter(|(story, told)| names_nobody(story, told, words)) else { return String::new() };
    let completed = library.connections.completions.get(&at).and_then(|linked| linked.participants.as_ref());
    let people = completed.unwrap_or(&told.participants);
    let mut names: Vec<&str> = people.iter().take(most).map(|who| who.name.as_str()).collect();
    let more = format!("{} more", people.len().saturating_sub(most));
    names.extend((people.len() > most).then_some(more.as_str()));
    if names.is_empty() { String::new() } else { format!("{before}of {}", one_line(&spelled_list(&names))) }
}

/// `Here: Northwire, 21 May 2031. “the whole sentence”`, for whoever hears it; with the names of those who are meant where the
/// sentence has none.
pub(super) fn spoken(
    library: &Library,
    source: Option<Source>,
    (story, telling): (usize, Option<MentionRef>),
    name: &str,
) -> Row {
    let Some(teller) = library.stories.get(story) else { return Row::blank() };
    let told = source.map_or_else(
        || "It says nothing of it.".to_owned(),
        |source| {
            let words = quoted_passage(teller, source.passage);
            let sentence = quoted_passage(teller, sentence_of(teller, source.passage));
            if sentence == words { sentence } else { format!("{sentence} The words: {words}.") }
        },
    );
    let meant = meant(library, telling, source.map(|source| source.passage), (", ", usize::MAX));
    Row::blank().said(format!("{name}: {}{meant}. {told}", outlet_and_day(teller).replace(" · ", ", ")))
}

/// `Here: “spoke by telephone”.`: the words of a reason.
pub(super) fn spoken_words(library: &Library, source: Source, name: &str) -> Row {
    let Some(story) = library.stories.get(source.story) else { return Row::blank() };
    Row::blank().said(said::sentence(&format!("{name}: {}", quoted_passage(story, source.passage))))
}
