//! Labelled texts in, the weights of the recogniser of names out.
//!
//! **In:** the corpora that `docs/recogniser.md` lists.
//! **Out:** `weights.bin`, the same to the last byte wherever and whenever it is made; its scores on texts that nothing
//! was learned from.
//! **Why:** whoever doubts the weights can make them anew, and whoever finds a better way can show that it is. Only the
//! program `train-names` uses this room; it is built with the feature `training`, which the reader does not need.
//!
//! The weights of links are learned by a program of their own ([`links`]), and so are those of meetings ([`meetings`]).
//!
//! A tour: [`recipe`] holds every figure. [`corpus`] reads labelled texts ([`edges`] of names as the scorer cuts them, without
//! [`titles`]),
//! [`casing`] makes copies of some ([`draft`] keeps their names in place), [`alignment`] labels their tokens, [`clusters`] packs the words' clusters. [`example_sets`] makes [`examples`] for both
//! passes; [`perceptron`] learns [`weights`] from them; [`jackknife`] labels for the second pass what the first did not
//! learn from. [`packing`] makes bytes of it all, and [`evaluation`] scores these bytes.

mod alignment;
mod casing;
mod clusters;
mod command;
mod corpus;
mod draft;
mod edges;
mod error;
mod evaluation;
mod example_sets;
mod examples;
mod jackknife;
pub mod links;
pub mod meetings;
mod packing;
mod perceptron;
mod quotes;
mod random;
mod recipe;
#[cfg(test)]
mod tests;
mod titles;
mod weights;

use std::ffi::OsString;
use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use self::command::Request;
use self::corpus::Labelled;
use self::error::Error;
use self::packing::{Learned, Packed};
use self::recipe::{DEVELOPMENT, Recipe, SHIPPED};
use crate::language::training::{Clusters, Model, Trial};

/// Something could not be read or written, or the weights differ.
const FAILED: u8 = 1;
/// The command line was wrong.
const MISUSED: u8 = 2;

/// Trains as the command line asks; `arguments` begins with the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    run_program("train-names", command::read(arguments), carry_out)
}

/// Does what the command line of a program asks, or tells what is wrong with it. `carry_out` says whether all is well.
fn run_program<R, E: Display>(
    name: &str,
    request: Result<R, clap::Error>,
    carry_out: impl FnOnce(&R) -> Result<bool, E>,
) -> ExitCode {
    let request = match request {
        Ok(request) => request,
        Err(answer) => {
            // Help goes to standard output, complaints to standard error; if that is closed, nobody listens.
            let _ = answer.print();
            return ExitCode::from(if answer.use_stderr() { MISUSED } else { 0 });
        }
    };
    match carry_out(&request) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAILED),
        Err(error) => {
            progress(&format!("{name}: {error}"));
            ExitCode::from(FAILED)
        }
    }
}

/// Trains, scores, and writes or compares; false where the weights differ.
fn carry_out(request: &Request) -> Result<bool, Error> {
    let folder = request.data.join("names");
    let clusters = kept(clusters::read(&folder.join("clusters.tsv"))?);
    let development = DEVELOPMENT.map(|name| corpus::read(&folder.join(format!("{name}.jsonl")), 0));
    let mut documents = read_corpora(&folder, &SHIPPED)?;
    documents.extend(make_up(&documents, &SHIPPED));
    if request.check {
        // Better told now than after the training.
        fs::metadata(&request.weights).map_err(Error::weights(&request.weights))?;
    }
    let learned = learn(&documents, Clusters::packed(clusters), &SHIPPED, &progress);
    let packed = packing::pack(clusters, &learned, &SHIPPED);
    let mut out = io::stdout().lock();
    describe(&mut out, &packed)?;
    let bytes = kept(packed.bytes);
    let mut model = Trial::new(Model::read(bytes).ok_or(Error::Format)?);
    for (name, documents) in DEVELOPMENT.into_iter().zip(development) {
        let documents = documents?;
        write!(out, "{name}, {} texts\n{}", documents.len(), evaluation::evaluate(&mut model, &documents))?;
    }
    if request.check { check(&mut out, bytes, &request.weights) } else { write(&mut out, bytes, &request.weights) }
}

fn read_corpora(folder: &Path, recipe: &Recipe) -> Result<Vec<Labelled>, Error> {
    let mut documents = Vec::new();
    for (number, name) in recipe.corpora.iter().enumerate() {
        let own = corpus::read(&folder.join(format!("{name}.jsonl")), number)?;
        let names: usize = own.iter().map(|labelled| labelled.names.len()).sum();
        progress(&format!("{name}: {} texts with {names} names", own.len()));
        documents.extend(own);
    }
    Ok(documents)
}

/// Texts that nobody wrote, to learn from besides `documents`.
fn make_up(documents: &[Labelled], recipe: &Recipe) -> Vec<Labelled> {
    let copies = casing::copies(documents, recipe.copies, recipe.making);
    progress(&format!("made up: {} copies in capitals", copies.len()));
    copies
}

/// Learns both passes from labelled texts. The first pass and its folds are learned side by side.
fn learn(documents: &[Labelled], clusters: Clusters, recipe: &Recipe, tell: &(dyn Fn(&str) + Sync)) -> Learned {
    let (examples, lost) = example_sets::first(documents, clusters, recipe.domains);
    let (regions, tokens) = (examples.sequences.len(), examples.tokens());
    tell(&format!("{regions} regions with {tokens} tokens; {lost} names are cut otherwise than the tokens"));
    let whole = || {
        let all = jackknife::chosen(&examples, |_| true);
        let tell = |line: &str| tell(&format!("first pass, {line}"));
        perceptron::train(&examples, &all, &recipe.first, recipe.models, &tell)
    };
    let (first, predicted) = rayon::join(whole, || jackknife::predict(&examples, recipe, tell));
    let second_examples = example_sets::second(documents, clusters, &examples, predicted);
    let all = jackknife::chosen(&second_examples, |_| true);
    let tell = |line: &str| tell(&format!("second pass, {line}"));
    let second = perceptron::train(&second_examples, &all, &recipe.second, recipe.models, &tell);
    Learned { first: (examples.rows, first), second: (second_examples.rows, second) }
}

fn describe(out: &mut impl Write, packed: &Packed) -> io::Result<()> {
    writeln!(out, "{} bytes of weights", packed.bytes.len())?;
    for (pass, (kept, all)) in ["first", "second"].into_iter().zip(packed.rows) {
        writeln!(out, "  {pass} pass: {kept} of {all} rows")?;
    }
    Ok(())
}

/// Tells whether the file holds these bytes.
fn check(out: &mut impl Write, bytes: &[u8], path: &Path) -> Result<bool, Error> {
    let same = fs::read(path).map_err(Error::weights(path))? == bytes;
    let verdict = if same { "the same bytes" } else { "other bytes; train anew and commit them" };
    writeln!(out, "{}: {verdict}", path.display())?;
    Ok(same)
}

fn write(out: &mut impl Write, bytes: &[u8], path: &Path) -> Result<bool, Error> {
    fs::write(path, bytes).map_err(Error::weights(path))?;
    writeln!(out, "{}: written", path.display())?;
    Ok(true)
}

/// The same bytes, kept until the program ends: a model is read in place and never freed, as the program's own.
fn kept(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}

/// Tells how far things are.
fn progress(line: &str) {
    // If nobody reads it, the work goes on all the same.
    let _ = writeln!(io::stderr(), "{line}");
}
