//! Labelled libraries in, the weights of links out.
//!
//! **In:** libraries whose meetings people or their makers have labelled (`docs/links.md` lists them).
//! **Out:** the table `weights.txt` with a new column of weights, the same wherever it is made; how well its probabilities
//! hold, on pairs that nothing was learned from.
//! **Why:** whoever doubts a weight can make it anew. Only the program `train-links` uses this room.
//!
//! A tour: [`data_sets`] reads the libraries and says of each pair of tellings that linking compares whether both are of one
//! meeting ([`quotes`](super::quotes) finds the labelled words,
//! [`as_labelled`] puts labels in place of what was read); [`regression`] learns from them; [`calibration`] holds probabilities
//! against what was true; [`table`] writes the weights.

mod as_labelled;
mod calibration;
mod command;
mod data_sets;
mod error;
mod regression;
mod table;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use self::command::Request;
use self::data_sets::{DataSet, Example};
use self::error::Error;
use crate::links::training::{Line, TABLE, read};

/// Parts of the data of which each is judged by what was learned from the others.
const FOLDS: usize = 5;

/// Learns as the command line asks; `arguments` begins with the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    super::run_program("train-links", command::read(arguments), carry_out)
}

/// Learns, judges, and writes or compares; false where the table differs.
fn carry_out(request: &Request) -> Result<bool, Error> {
    let mut out = io::stdout().lock();
    let lines = read(TABLE).ok_or(Error::Table)?;
    let sets = data_sets::read(request)?;
    for set in &sets {
        let same = set.examples.iter().filter(|example| example.same).count();
        writeln!(out, "{}: {} pairs, of which {same} are of one meeting", set.name, set.examples.len())?;
    }
    let every: Vec<&DataSet> = sets.iter().collect();
    let weights = regression::learn(&regression::weighted(&every, |_| true), &lines);
    judge(&mut out, &every, &lines, request.misses)?;
    let table = table::with_weights(TABLE, &weights).ok_or(Error::Table)?;
    write!(out, "{table}")?;
    if request.check {
        let same = fs::read_to_string(&request.table).map_err(Error::table(&request.table))? == table;
        writeln!(out, "{}: {}", request.table.display(), if same { "the same" } else { "differs" })?;
        return Ok(same);
    }
    fs::write(&request.table, table).map_err(Error::table(&request.table))?;
    writeln!(out, "{}: written", request.table.display())?;
    Ok(true)
}

/// Tells for each set how well probabilities hold that were learned without the fold that they are of.
fn judge(out: &mut impl Write, sets: &[&DataSet], lines: &[Line], misses: bool) -> io::Result<()> {
    let folds: Vec<Vec<f64>> = (0..FOLDS)
        .map(|fold| regression::learn(&regression::weighted(sets, |example| example.fold != fold), lines))
        .collect();
    let said = |example: &Example| {
        folds.get(example.fold).map_or(0.0, |weights| regression::probability_of(weights, &example.values))
    };
    for set in sets {
        let judged: Vec<(f64, bool)> = set.examples.iter().map(|example| (said(example), example.same)).collect();
        write!(out, "{}: {}", set.name, calibration::report(&judged))?;
        for example in set.examples.iter().filter(|example| misses && (said(example) >= 0.5) != example.same) {
            writeln!(out, "  {:.2} {} | {}", said(example), example.labels.0, example.labels.1)?;
            let told = example.values.iter().filter(|(_, value)| *value != 0.0);
            let told: Vec<String> = told.map(|(feature, value)| format!("{} {value:.2}", feature.name())).collect();
            writeln!(out, "       {}", told.join(", "))?;
        }
    }
    Ok(())
}
