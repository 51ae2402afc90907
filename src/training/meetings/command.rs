//! The command line of `train-meetings`: arguments in, what to do out.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// What is learned: the weights of one room of `meetings`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether two people of a sentence were together.
    Company,
    /// Whether words that leave open who met tell of a meeting.
    Telling,
    /// Whether somebody of the story was there, where words leave open who met.
    Partner,
}

impl Question {
    /// Where the table lies that the program is built with.
    fn committed(self) -> PathBuf {
        let table = match self {
            Self::Company => "company/weights.txt",
            Self::Telling => "half_told/telling.txt",
            Self::Partner => "half_told/partner.txt",
        };
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/meetings").join(table)
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// What is learned.
    pub question: Question,
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
    let question = match matches.get_one::<String>("question").map(String::as_str) {
        Some("telling") => Question::Telling,
        Some("partner") => Question::Partner,
        _ => Question::Company,
    };
    Ok(Request {
        question,
        stories: matches.get_many::<PathBuf>("stories").into_iter().flatten().cloned().collect(),
        table: matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| question.committed()),
        check: ArgMatches::get_flag(&matches, "check"),
        misses: ArgMatches::get_flag(&matches, "misses"),
    })
}

fn command() -> Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("train-meetings")
        .about("Learns which words tell of meetings, and who was there, and tells how often that is right.")
        .after_help("docs/meetings.md tells of the data and the method.")
        .arg_required_else_help(true)
        .arg(
            Arg::new("question")
                .value_name("QUESTION")
                .required(true)
                .value_parser(["company", "telling", "partner"])
                .help("What is learned"),
        )
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
        for (question, table) in [
            ("company", "src/meetings/company/weights.txt"),
            ("telling", "src/meetings/half_told/telling.txt"),
            ("partner", "src/meetings/half_told/partner.txt"),
        ] {
            let words = ["train-meetings", question, "a.jsonl", "b.jsonl", "--check"];
            let request = read(words.map(OsString::from)).unwrap();
            assert!(request.check && request.table.ends_with(table));
            assert!(request.table.exists(), "{table}");
            assert_eq!(request.stories, [PathBuf::from("a.jsonl"), PathBuf::from("b.jsonl")]);
        }
    }

    #[test]
    fn without_stories_the_command_line_is_wrong() {
        for words in [vec!["train-meetings"], vec!["train-meetings", "company"], vec!["train-meetings", "a.jsonl"]] {
            assert!(read(words.into_iter().map(OsString::from)).unwrap_err().use_stderr());
        }
    }
}
