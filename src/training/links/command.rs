//! The command line of `train-links`: arguments in, what to do out.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// Where the table lies that the program is built with.
const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/links/weights.txt");

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Records with the cluster of each one's main meeting.
    pub records: Vec<PathBuf>,
    /// Folders with `gold.json` and `libraries/`.
    pub labelled: Vec<PathBuf>,
    /// Folders with `gold.tsv`.
    pub made: Vec<PathBuf>,
    /// The table.
    pub table: PathBuf,
    /// Whether the table is to be compared and not written.
    pub check: bool,
    /// Whether every pair that is decided wrongly is told.
    pub misses: bool,
}

/// Reads the arguments; the first is the program's own name.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, clap::Error> {
    let matches = command().try_get_matches_from(arguments)?;
    let paths = |name| matches.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect();
    Ok(Request {
        records: paths("records"),
        labelled: paths("labelled"),
        made: paths("made"),
        table: matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| PathBuf::from(COMMITTED)),
        check: ArgMatches::get_flag(&matches, "check"),
        misses: ArgMatches::get_flag(&matches, "misses"),
    })
}

fn command() -> Command {
    let paths = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help(help)
    };
    Command::new("train-links")
        .about("Learns the weights of links from labelled libraries and tells how well their probabilities hold.")
        .after_help("docs/links.md tells of the data and the method.")
        .arg_required_else_help(true)
        .arg(paths("records", "FILE", "JSON Lines whose records name the cluster of their main meeting"))
        .arg(paths("labelled", "FOLDER", "Folder that holds gold.json and libraries/"))
        .arg(paths("made", "FOLDER", "Folder of made-up stories with gold.tsv"))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Table of weights, instead of the one that the program is built with"),
        )
        .arg(
            Arg::new("misses")
                .long("misses")
                .action(ArgAction::SetTrue)
                .help("Tell every pair that is decided wrongly"),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Write nothing; fail unless the table says the same"),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(line: &str) -> Result<Request, clap::Error> {
        read(line.split(' ').map(OsString::from))
    }

    #[test]
    fn without_a_file_the_table_is_that_of_the_program() {
        let request = read_words("train-links --records a.jsonl --records b.jsonl --check").unwrap();
        assert!(request.check && request.table.ends_with("src/links/weights.txt"));
        assert_eq!(request.records, [PathBuf::from("a.jsonl"), PathBuf::from("b.jsonl")]);
    }

    #[test]
    fn without_data_the_command_line_is_wrong() {
        assert!(read_words("train-links").unwrap_err().use_stderr());
    }
}
