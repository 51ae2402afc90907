//! Who speaks in each sentence, and to whom: rows in, for each the one who says what is quoted in it out.
//!
//! **Why:** `I` and `you` of a quotation are asked for at every word that tells of a meeting; who says it stands
//! elsewhere in the same block, which may be as long as the article. It is therefore looked for once.

use super::{Row, transcript};
use crate::language::WordList;
use crate::meetings::trades::is_trade;

/// Someone told: the number of the row, and of the actor in it.
type Told = (usize, usize);

/// For each row, who speaks in it and to whom.
#[derive(Debug, Default)]
pub(in crate::meetings) struct Voices {
    speakers: Vec<Option<Told>>,
    addressees: Vec<Option<Told>>,
    labels: Vec<Option<Told>>,
}

/// Verbs of saying; before the speaker stand only the first three.
const VERBS: [&str; 22] = [
    "said",
    "told",
    "says",
    "added",
    "noted",
    "stressed",
    "pointed",
    "declared",
    "remarked",
    "stated",
    "recalled",
    "recalls",
    "wrote",
    "writes",
    "explained",
    "insisted",
    "complained",
    "replied",
    "answered",
    "admitted",
    "joked",
    "remembered",
];

impl Voices {
    /// Those of every row; its actors must be complete and in order.
    pub(super) fn new(rows: &[Row<'_>]) -> Self {
        let speakers: Vec<Option<usize>> = rows.iter().map(speaker).collect();
        let addressees: Vec<Option<usize>> = rows.iter().map(addressee).collect();
        let ahead = ahead(rows, &speakers);
        let before = before(rows, &speakers);
        // A label says who speaks, whatever that one quotes.
        let labels = transcript::speakers(rows);
        let nearest = ahead.into_iter().zip(before).map(|(ahead, before)| ahead.or(before));
        let speakers = labels.iter().copied().zip(nearest).map(|(label, nearest)| label.or(nearest)).collect();
        Self { speakers, addressees: self::ahead(rows, &addressees), labels }
    }

    /// Whose label stands before row `number` of a transcript.
    pub(in crate::meetings) fn label(&self, number: usize) -> Option<Told> {
        self.labels.get(number).copied().flatten()
    }

    /// Who says the quotation that row `number` is part of: the one whose label stands before it, else the nearest of its
    /// block, those who follow first.
    pub(in crate::meetings) fn speaker(&self, number: usize) -> Option<Told> {
        self.speakers.get(number).copied().flatten()
    }

    /// Whom the speaker of row `number` addresses: the first one who is told something, there or later in its block.
    pub(in crate::meetings) fn addressee(&self, number: usize) -> Option<Told> {
        self.addressees.get(number).copied().flatten()
    }
}

/// For each row the first one found in it or behind it in the same block.
fn ahead(rows: &[Row<'_>], found: &[Option<usize>]) -> Vec<Option<Told>> {
    let mut nearest: Vec<Option<Told>> = walk(rows.iter().zip(found).enumerate().rev());
    nearest.reverse();
    nearest
}

/// For each row the last one found in it or before it in the same block.
fn before(rows: &[Row<'_>], found: &[Option<usize>]) -> Vec<Option<Told>> {
    walk(rows.iter().zip(found).enumerate())
}

/// For each row, in the order of the walk, the one found last in its block.
fn walk<'r, 'a: 'r>(rows: impl Iterator<Item = (usize, (&'r Row<'a>, &'r Option<usize>))>) -> Vec<Option<Told>> {
    let mut block = None;
    let mut last: Option<Told> = None;
    let of_row = |(number, (row, found)): (usize, (&Row<'_>, &Option<usize>))| {
        if block != row.line.block {
            (block, last) = (row.line.block, None);
        }
        last = found.map(|actor| (number, actor)).or(last);
        last
    };
    rows.map(of_row).collect()
}

/// How many words of titles may stand between a verb of saying and the name behind it.
const TITLES: usize = 6;

/// The first person before a verb of saying, or behind one.
fn speaker(row: &Row<'_>) -> Option<usize> {
    row.actors.iter().position(|actor| {
        // "…," said Foreign Minister X.
        let title =
            |at: usize| row.line.is_capitalised(at) || is_trade(row.line.word(at)) || row.line.is(at, &["the", "of"]);
        let low = actor.tokens.start.saturating_sub(TITLES);
        let start = (low..actor.tokens.start).rev().take_while(|&at| title(at)).last().unwrap_or(actor.tokens.start);
        let behind = start > 0 && VERBS.get(..3).is_some_and(|verbs| row.line.is(start - 1, verbs));
        // "X: I met Y" of a transcript.
        let opens = start <= row.start + 1 && row.line.word(actor.tokens.end) == ":";
        actor.is_person && (row.line.is(actor.tokens.end, &VERBS) || behind || opens)
    })
}

/// The first person behind `told`.
fn addressee(row: &Row<'_>) -> Option<usize> {
    const TOLD: WordList = WordList::of(&["told"]);
    let told = |&at: &usize| row.line.is_of(at, &TOLD);
    (0..row.line.len()).filter(told).find_map(|at| row.actor_number_at(at + 1).filter(|&number| is_person(row, number)))
}

fn is_person(row: &Row<'_>, number: usize) -> bool {
    row.actors.get(number).is_some_and(|actor| actor.is_person)
}
