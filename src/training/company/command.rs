//! The command line of `train-company`: arguments in, what to do out.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// Where the table lies that the program is built with.
const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/meetings/company/weights.txt");

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Stories whose meetings are quoted, as JSON Lines.
    pub stories: Vec<PathBuf>,
    /// The table.
    pub table: PathBuf,
    /// Whether the table is to be compared and not written.
    pub check: bool,
    /// Whether every sentence that is decided wrongly is told.
    pub misses: bool,
}

/// Reads the arguments; the first is the program's own name.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, clap::Error> {
    let matches = command().try_get_matches_from(arguments)?;
    Ok(Request {
        stories: matches.get_many::<PathBuf>("stories").into_iter().flatten().cloned().collect(),
        table: matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| PathBuf::from(COMMITTED)),
        check: ArgMatches::get_flag(&matches, "check"),
        misses: ArgMatches::get_flag(&matches, "misses"),
    })
}

fn command() -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("train-company")
        .about("Learns which sentences tell that two of their people were together, and tells how often that is right.")
        .after_help("docs/meetings.md tells of the data and the method.")
        .arg_required_else_help(true)
        .arg(
            Arg::new("stories")
                .value_name("FILE")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help("JSON Lines of stories whose meetings are quoted"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Table of weights, instead of the one that the program is built with"),
        )
        .arg(flag("misses", "Tell every sentence that is decided wrongly"))
        .arg(flag("check", "Write nothing; fail unless the table says the same"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_file_the_table_is_that_of_the_program() {
        let request = read(["train-company", "a.jsonl", "b.jsonl", "--check"].map(OsString::from)).unwrap();
        assert!(request.check && request.table.ends_with("src/meetings/company/weights.txt"));
        assert_eq!(request.stories, [PathBuf::from("a.jsonl"), PathBuf::from("b.jsonl")]);
    }

    #[test]
    fn without_stories_the_command_line_is_wrong() {
        assert!(read(["train-company"].map(OsString::from)).unwrap_err().use_stderr());
    }
}
