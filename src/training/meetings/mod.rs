//! Stories whose meetings are quoted in, the weights of `meetings/company` and `meetings/half_told` out.
//!
//! **In:** stories in which people marked the words that tell of meetings (`docs/meetings.md` tells of them).
//! **Out:** one of their tables, the same wherever it is made; how often its answers are right for stories of which nothing was
//! learned.
//! **Why:** whoever doubts a weight can make it anew. Only the program `train-meetings` uses this room.
//!
//! A tour: [`stories`] says of everything that is asked what the answer is, [`regression`] learns from that.

mod command;
mod error;
mod regression;
mod stories;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use self::command::{Question, Request};
use self::error::Error;
use self::regression::{SMALLEST, Weights, learn, likelihood};
use self::stories::Example;

/// Parts of the data of which each is judged by what was learned from the others.
const FOLDS: usize = 5;
/// The probabilities at which the answers are judged.
const JUDGED: [f64; 5] = [0.5, 0.6, 0.7, 0.75, 0.8];

/// Learns as the command line asks; `arguments` begins with the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    super::run_program("train-meetings", command::read(arguments), carry_out)
}

/// Learns, judges, and writes or compares; false where the table differs.
fn carry_out(request: &Request) -> Result<bool, Error> {
    let mut out = io::stdout().lock();
    let (mut all, mut sentences) = (Vec::new(), 0);
    let mut sets = Vec::new();
    for path in &request.stories {
        let own = stories::read(path, request.question, &mut sentences)?;
        sets.push((path.display().to_string(), all.len()..all.len() + own.len()));
        all.extend(own);
    }
    let folds: Vec<Weights> = (0..FOLDS).map(|fold| learn(&all, |example| example.fold != fold)).collect();
    let said = |example: &Example| folds.get(example.fold).map_or(0.0, |weights| likelihood(weights, example));
    for (name, range) in sets {
        let own: Vec<(f64, &Example)> =
            all.get(range).unwrap_or_default().iter().map(|example| (said(example), example)).collect();
        judge(&mut out, &name, &own, request.misses)?;
    }
    let every: Vec<(f64, &Example)> = all.iter().map(|example| (said(example), example)).collect();
    judge(&mut out, "all", &every, false)?;
    let table = written(request.question, &learn(&all, |_| true));
    if request.check {
        let same = fs::read_to_string(&request.table).map_err(Error::table(&request.table))? == table;
        writeln!(out, "{}: {}", request.table.display(), if same { "the same" } else { "differs" })?;
        return Ok(same);
    }
    fs::write(&request.table, table).map_err(Error::table(&request.table))?;
    writeln!(out, "{}: written", request.table.display())?;
    Ok(true)
}

/// Tells how many sentences are rightly taken for a meeting from each probability on: the likeliest two of a sentence decide.
fn judge(out: &mut impl Write, name: &str, examples: &[(f64, &Example)], misses: bool) -> io::Result<()> {
    let mut best: Vec<(f64, &Example, bool)> = Vec::new();
    for (said, example) in examples {
        match best.last_mut().filter(|(_, last, _)| last.sentence == example.sentence) {
            Some(last) => {
                last.2 |= example.met;
                if *said > last.0 {
                    (last.0, last.1) = (*said, example);
                }
            }
            None => best.push((*said, example, example.met)),
        }
    }
    let met = best.iter().filter(|(.., met)| *met).count();
    writeln!(out, "{name}: {} sentences, of which {met} tell of a meeting", best.len())?;
    for least in JUDGED {
        let taken = best.iter().filter(|(said, ..)| *said >= least);
        let (count, right) =
            taken.fold((0, 0), |(count, right), (_, example, _)| (count + 1, right + usize::from(example.met)));
        writeln!(out, "  from {least}: {right} right of {count} taken, of {met}")?;
    }
    for (said, example, _) in
        best.iter().filter(|(said, example, met)| misses && (*said >= 0.5) != (example.met || *met))
    {
        writeln!(out, "    {said:.2} {} {}", if example.met { "met" } else { "did not" }, example.words.trim())?;
    }
    Ok(())
}

/// The table as it is kept: sorted, with two digits.
fn written(question: Question, weights: &Weights) -> String {
    let mut lines: Vec<String> = weights
        .iter()
        .filter(|(_, weight)| weight.abs() >= SMALLEST)
        .map(|(notice, weight)| format!("{notice} {weight:.2}"))
        .collect();
    lines.sort_unstable();
    let of = match question {
        Question::Company => "two people in a sentence is worth, in log odds that it tells they were together",
        Question::Telling => "words that leave open who met is worth, in log odds that they tell of a meeting",
        Question::Partner => "someone is worth, in log odds that they were there where words leave open who met",
    };
    format!("# What each notice about {of}: slot, word, weight.\n{HEAD}{}\n", lines.join("\n"))
}

/// What the table says of itself.
const HEAD: &str = "\
#
# The program `train-meetings` writes this table; docs/meetings.md tells of the data and the method. P is a person, L a place, people
# or body, T a time, # a number; A and B are the two; large and small are the clusters of words that names are found by.
#
";
