//! Transcripts: rows in, for each the one whose label stands before it out.
//!
//! `THE SECRETARY: …`, `PRESIDENT X: …`, `A: …`: a label says who speaks until the next one; `Q:` and `QUESTION:` are
//! nobody's whom a story names. Who is meant by an office or by `A` is told by the headline (`Remarks to the press by
//! Secretary of State X`, `Interview with X`). **Why:** in them `I met` has no `said` beside it.

use super::{Actor, Row};

/// Someone told: the number of the row, and of the actor in it.
type Told = (usize, usize);

/// Within how many words of its paragraph the mark behind a label stands.
const LABEL: usize = 9;
/// How many labels make a transcript.
const FEWEST: usize = 2;
/// How many sentences open an article.
const HEAD: usize = 4;
/// Labels of those who ask.
const ASKERS: &[&str] =
    &["q", "question", "reporter", "journalist", "press", "moderator", "interviewer", "correspondent", "audience"];
/// Labels of whoever is asked.
const ANSWERS: &[&str] = &["a", "answer"];
/// What the headline of a transcript calls it.
const RECORDS: &[&str] = &[
    "remarks",
    "interview",
    "transcript",
    "statement",
    "conversation",
    "press",
    "briefing",
    "answers",
    "questions",
    "speech",
    "doorstep",
    "availability",
];

/// For each row, who speaks in it by the label before it; nobody where the article is no transcript.
pub(super) fn speakers(rows: &[Row<'_>]) -> Vec<Option<Told>> {
    let labels: Vec<Option<usize>> = rows.iter().enumerate().map(|(number, _)| mark(rows, number)).collect();
    if labels.iter().flatten().count() < FEWEST {
        return vec![None; rows.len()];
    }
    let narrator = narrator(rows);
    let mut speaks: Option<Told> = None;
    let of_row = |(number, mark): (usize, &Option<usize>)| {
        if let (Some(mark), Some(row)) = (mark, rows.get(number)) {
            speaks = labelled(row, *mark)
                .map(|actor| (number, actor))
                .or_else(|| narrator.filter(|told| is_label_of(rows, row, *mark, *told)));
        }
        speaks
    };
    labels.iter().enumerate().map(of_row).collect()
}

/// Where the mark behind the label stands, if the row begins a paragraph with one.
fn mark(rows: &[Row<'_>], number: usize) -> Option<usize> {
    let row = rows.get(number).filter(|row| row.is_story && !row.is_headline)?;
    let line = &row.line;
    let opens =
        number.checked_sub(1).and_then(|before| rows.get(before)).is_none_or(|before| before.line.block != line.block);
    let mark = (1..LABEL.min(line.len())).find(|&at| line.word(at) == ":")?;
    let capitals = |at: usize| !line.word(at).chars().any(char::is_lowercase) || line.is(at, &["of", "the", "and"]);
    let short = line.is(0, ASKERS) || line.is(0, ANSWERS) && mark == 1;
    let named = row.actors.iter().any(|actor| actor.is_person && actor.tokens.end == mark && actor.tokens.start <= 3);
    (opens && mark + 1 < line.len() && (short || (0..mark).all(capitals) || named)).then_some(mark)
}

/// The person whom the label names.
fn labelled(row: &Row<'_>, mark: usize) -> Option<usize> {
    row.actors.iter().position(|actor| actor.is_person && actor.tokens.end == mark && actor.who.len() == 1)
}

/// The one whose words the headline says these are.
fn narrator(rows: &[Row<'_>]) -> Option<Told> {
    let head = rows.iter().enumerate().take(HEAD);
    let mut records = head.filter(|(_, row)| row.line.holds(0..row.line.len(), RECORDS));
    records.find_map(|(number, row)| {
        let is_person = |actor: &Actor| actor.is_person && actor.who.len() == 1;
        row.actors.iter().position(is_person).map(|actor| (number, actor))
    })
}

/// Whether a label without a name, `THE SECRETARY` or `A`, means the one whom the headline names.
fn is_label_of(rows: &[Row<'_>], row: &Row<'_>, mark: usize, (number, actor): Told) -> bool {
    let line = &row.line;
    let Some(head) = rows.get(number) else { return false };
    let Some(actor) = head.actors.get(actor) else { return false };
    let of_head = |at: usize| {
        let word = line.word(at);
        word.len() > 3 && (0..actor.tokens.end).any(|at| head.line.is(at, &[word]))
    };
    !line.is(0, ASKERS) && (line.is(0, ANSWERS) && mark == 1 || (0..mark).any(of_head))
}
