//! The arguments: one table from which parsing and `--help` are made.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, ArgMatches, Command, ValueEnum, value_parser};

use crate::export::Format;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// Open the reader.
    Read {
        /// Empty for whatever stands in for them.
        paths: Vec<PathBuf>,
    },
    /// Print one line a story.
    List {
        /// As above.
        paths: Vec<PathBuf>,
    },
    /// Print one story.
    Show {
        /// An id, a part of one, or a number from the list.
        article: String,
        /// As above.
        paths: Vec<PathBuf>,
    },
    /// Print everything for programs.
    Export {
        /// In which form.
        format: Format,
        /// As above.
        paths: Vec<PathBuf>,
    },
}

/// What to say instead of carrying out a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// Help, the version, or what is wrong with the arguments; it may repeat them as they were given.
    pub(super) text: String,
    /// Whether something is wrong with them.
    pub(super) wrong: bool,
}

/// Reads the arguments; the first is the program's own name.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, Answer> {
    let matches = command()
        .try_get_matches_from(arguments)
        .map_err(|error| Answer { text: error.render().to_string(), wrong: error.use_stderr() })?;
    Ok(match matches.subcommand() {
        Some(("list", list)) => Request::List { paths: paths(list) },
        Some(("show", show)) => Request::Show {
            article: show.get_one::<String>("article").cloned().unwrap_or_default(),
            paths: paths(show),
        },
        Some(("export", export)) => Request::Export {
            format: export.get_one::<Format>("format").copied().unwrap_or(Format::Jsonl),
            paths: paths(export),
        },
        _ => Request::Read { paths: paths(&matches) },
    })
}

fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>("paths").map(|paths| paths.cloned().collect()).unwrap_or_default()
}

fn command() -> Command {
    let paths = Arg::new("paths")
        .value_name("PATH")
        .num_args(0..)
        .value_parser(value_parser!(PathBuf))
        .help("Files and folders with articles: text, or JSON Lines with one article a line");
    Command::new("dateline")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Reads folders of news articles in the terminal and shows who met whom, where and when.")
        .after_help(
            "Without a path it opens the folder `articles` where there is one, else the sample articles that are \
             built in.\nA folder that is called like a command is opened as ./list.",
        )
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .arg(paths.clone())
        .subcommand(
            Command::new("list")
                .about("Prints one line a story: number, date, outlet, title, linked stories")
                .arg(paths.clone()),
        )
        .subcommand(
            Command::new("show")
                .about("Prints one story with its date, meetings and links")
                .arg(
                    Arg::new("article")
                        .value_name("ARTICLE")
                        .required(true)
                        .help("Its id, the beginning or end of its id, or its number in the list"),
                )
                .arg(paths.clone()),
        )
        .subcommand(
            Command::new("export")
                .about("Prints articles, names, dates, meetings and links as JSON")
                .arg(
                    Arg::new("format")
                        .long("format")
                        .short('f')
                        .value_name("FORMAT")
                        .default_value(Format::Jsonl.word())
                        .value_parser(EnumValueParser::<Format>::new())
                        .help("The form of the output"),
                )
                .arg(paths),
        )
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Jsonl => "one object a line, one line an article",
            Self::Json => "one document with articles, names, meetings, series and links",
        };
        Some(PossibleValue::new(self.word()).help(help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(line: &str) -> Result<Request, Answer> {
        read(std::iter::once("dateline").chain(line.split_whitespace()).map(OsString::from))
    }

    #[test]
    fn the_table_of_arguments_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn paths_alone_open_the_reader() {
        assert_eq!(request(""), Ok(Request::Read { paths: vec![] }));
        assert_eq!(request("a b/c"), Ok(Request::Read { paths: vec!["a".into(), "b/c".into()] }));
        assert_eq!(request("./list"), Ok(Request::Read { paths: vec!["./list".into()] }));
    }

    #[test]
    fn commands_take_paths_too() {
        assert_eq!(request("list a"), Ok(Request::List { paths: vec!["a".into()] }));
        assert_eq!(request("show 3 a"), Ok(Request::Show { article: "3".to_owned(), paths: vec!["a".into()] }));
        assert_eq!(request("export"), Ok(Request::Export { format: Format::Jsonl, paths: vec![] }));
        assert_eq!(
            request("export --format json a"),
            Ok(Request::Export { format: Format::Json, paths: vec!["a".into()] })
        );
    }

    #[test]
    fn mistakes_are_told_apart_from_questions() {
        for line in ["--nope", "show", "export --format xml", "a list"] {
            let answer = request(line);
            assert!(matches!(answer, Err(Answer { wrong: true, .. })) || line == "a list", "{line}: {answer:?}");
        }
        for line in ["--help", "-h", "--version", "-V", "export --help", "show --help"] {
            assert!(matches!(request(line), Err(Answer { wrong: false, .. })), "{line}");
        }
    }
}
