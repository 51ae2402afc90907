//! The command line of `train-names`: arguments in, what to do out.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// Where the weights lie that the program is built with.
const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/names/recogniser/weights.bin");

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// The folder that holds `names/`.
    pub data: PathBuf,
    /// The file of weights.
    pub weights: PathBuf,
    /// Whether the file is to be compared and not written.
    pub check: bool,
}

/// Reads the arguments; the first is the program's own name.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, clap::Error> {
    let matches = command().try_get_matches_from(arguments)?;
    let path = |name| matches.get_one::<PathBuf>(name).cloned();
    Ok(Request {
        data: path("data").unwrap_or_default(),
        weights: path("out").unwrap_or_else(|| PathBuf::from(COMMITTED)),
        check: ArgMatches::get_flag(&matches, "check"),
    })
}

fn command() -> Command {
    Command::new("train-names")
        .about("Trains the weights of the recogniser of names and scores them on texts that it did not learn from.")
        .after_help("docs/recogniser.md tells of the data, the method and the scores.")
        .arg(
            Arg::new("data")
                .value_name("DATA")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("Folder that holds names/*.jsonl and names/clusters.tsv"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("File of weights, instead of the one that the program is built with"),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Write nothing; fail unless the file holds these very bytes"),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(line: &str) -> Result<Request, clap::Error> {
        read(line.split(' ').map(OsString::from))
    }

    #[test]
    fn without_a_file_the_weights_are_those_of_the_program() {
        let request = read_words("train-names data --check").unwrap();
        assert!(request.check && request.weights.ends_with("src/language/names/recogniser/weights.bin"));
        assert_eq!(read_words("train-names data --out new.bin").unwrap().weights, PathBuf::from("new.bin"));
    }

    #[test]
    fn without_data_the_command_line_is_wrong() {
        assert!(read_words("train-names").unwrap_err().use_stderr());
    }
}
