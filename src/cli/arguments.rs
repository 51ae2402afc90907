//! What the shell hands over in, what is asked for out, or what to answer instead.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;

use super::commands::{QUESTIONS, command};
use super::config::Question;
use super::meetings::Filter;
use crate::export::Format;
use crate::language::Interval;
use crate::meetings::{MeetingKind, Status};
use crate::search::Query;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// Open the reader.
    Read {
        /// The file of settings; `None` for the one in the configuration folder.
        configuration: Option<PathBuf>,
        /// In linear mode, whatever the settings say.
        linear: bool,
        /// Empty for whatever stands in for them.
        paths: Vec<PathBuf>,
    },
    /// Tell about the configuration.
    Configuration {
        /// What is asked.
        question: Question,
        /// As above.
        file: Option<PathBuf>,
    },
    /// Print one line a story.
    List {
        /// As above.
        paths: Vec<PathBuf>,
    },
    /// Print the stories that a query asks for.
    Search {
        /// What is asked.
        query: Query,
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
    /// Print one line a meeting.
    Meetings {
        /// Which of them.
        filter: Filter,
        /// As above.
        paths: Vec<PathBuf>,
        /// In which form.
        form: Form,
    },
    /// Print everything that joins two stories.
    Links {
        /// As JSON.
        json: bool,
        /// As above.
        paths: Vec<PathBuf>,
    },
    /// Print why two stories are linked or not.
    Explain {
        /// Each as for [`Request::Show`], or the path of a file.
        articles: [String; 2],
        /// As JSON.
        json: bool,
        /// As above; without them, two files may stand for themselves.
        paths: Vec<PathBuf>,
    },
    /// Print everything for programs.
    Export {
        /// In which form.
        format: Format,
        /// The story around which it is asked for, as for [`Request::Show`]; `None` for everything.
        around: Option<String>,
        /// As above.
        paths: Vec<PathBuf>,
    },
}

/// How meetings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One line each.
    Lines,
    /// With the stories that tell of each.
    WithStories,
    /// For programs.
    Json,
}

/// What to say instead of carrying out a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// Help, the version, or what is wrong with the arguments; it may repeat them as they were given.
    pub(super) text: String,
    /// Whether something is wrong with them.
    pub(super) wrong: bool,
}

/// Reads the arguments; the first is the program's own name. With the request comes the file of corrections, where one is
/// given.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<(Request, Option<PathBuf>), Answer> {
    let matches = command()
        .try_get_matches_from(in_order(arguments.into_iter().collect()))
        .map_err(|error| Answer { text: error.render().to_string(), wrong: error.use_stderr() })?;
    if let Some(("export", export)) = matches.subcommand() {
        can_be_around(export)?;
    }
    Ok((request(&matches), corrections(&matches)))
}

/// The file of corrections that the innermost command names.
fn corrections(matches: &ArgMatches) -> Option<PathBuf> {
    let inner = matches.subcommand().map_or(matches, |(_, inner)| inner);
    let inner = inner.subcommand().map_or(inner, |(_, inner)| inner);
    inner.try_get_one::<PathBuf>("corrections").ok().flatten().cloned()
}

/// What the command that was given asks for.
fn request(matches: &ArgMatches) -> Request {
    match matches.subcommand() {
        Some(("list", list)) => Request::List { paths: paths(list) },
        Some(("search", search)) => Request::Search {
            query: search.get_one::<Query>("query").cloned().unwrap_or_default(),
            paths: paths(search),
        },
        Some(("show", show)) => Request::Show {
            article: show.get_one::<String>("article").cloned().unwrap_or_default(),
            paths: paths(show),
        },
        Some(("meetings", meetings)) => Request::Meetings {
            filter: filter(meetings),
            form: match (meetings.get_flag("json"), meetings.get_flag("stories")) {
                (true, _) => Form::Json,
                (false, true) => Form::WithStories,
                (false, false) => Form::Lines,
            },
            paths: paths(meetings),
        },
        Some(("links", links)) => Request::Links { json: links.get_flag("json"), paths: paths(links) },
        Some(("explain", explain)) => Request::Explain {
            articles: ["article", "other"].map(|name| explain.get_one::<String>(name).cloned().unwrap_or_default()),
            json: explain.get_flag("json"),
            paths: paths(explain),
        },
        Some(("export", export)) => Request::Export {
            format: export.get_one::<Format>("format").copied().unwrap_or(Format::Jsonl),
            around: export.get_one::<String>("around").cloned(),
            paths: paths(export),
        },
        Some(("config", config)) => configuration(config),
        _ => Request::Read { configuration: file(matches), linear: matches.get_flag("linear"), paths: paths(matches) },
    }
}

/// The arguments with files that are given before a command moved behind it: `--config FILE config check` is what many write,
/// and means `config check --config FILE`. After an option a command would be taken for a folder.
fn in_order(arguments: Vec<OsString>) -> Vec<OsString> {
    const FILES: [&str; 2] = ["--config", "--corrections"];
    let is = |at: usize, word: &str| arguments.get(at).is_some_and(|argument| argument == word);
    let given = |at: usize, file: &str| {
        let argument = arguments.get(at).and_then(|argument| argument.to_str());
        argument.and_then(|argument| argument.strip_prefix(file)).is_some_and(|rest| rest.starts_with('='))
    };
    let mut at = 1;
    loop {
        match () {
            () if FILES.iter().any(|file| is(at, file)) => at += 2,
            () if FILES.iter().any(|file| given(at, file)) => at += 1,
            () => break,
        }
    }
    if !command().get_subcommands().any(|command| is(at, command.get_name())) {
        return arguments;
    }
    let behind = at + 1 + usize::from(is(at, "config") && QUESTIONS.iter().any(|(question, ..)| is(at + 1, question)));
    let mut arguments = arguments;
    if let Some(moved) = arguments.get_mut(1..behind) {
        moved.rotate_left(at - 1);
    }
    arguments
}

/// Refuses a part of the library in a form that holds all of it or nothing.
fn can_be_around(export: &ArgMatches) -> Result<(), Answer> {
    let format = export.get_one::<Format>("format").copied().unwrap_or(Format::Jsonl);
    if format.can_be_around() || !export.contains_id("around") {
        return Ok(());
    }
    let words: Vec<&str> = Format::ALL.into_iter().filter(|format| format.can_be_around()).map(Format::word).collect();
    let text =
        format!("error: --around goes with --format {}; leave it out, or choose that form\n", words.join(" or "));
    Err(Answer { text, wrong: true })
}

fn configuration(matches: &ArgMatches) -> Request {
    let question = matches.subcommand_name().and_then(|name| QUESTIONS.iter().find(|(own, ..)| *own == name));
    Request::Configuration {
        question: question.map_or(Question::Path, |(_, question, _)| *question),
        file: matches.subcommand().and_then(|(_, inner)| file(inner)),
    }
}

fn file(matches: &ArgMatches) -> Option<PathBuf> {
    matches.try_get_one::<PathBuf>("config").ok().flatten().cloned()
}

fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>("paths").map(|paths| paths.cloned().collect()).unwrap_or_default()
}

fn filter(matches: &ArgMatches) -> Filter {
    let days = |name| matches.get_one::<Interval>(name).copied();
    Filter {
        who: matches.get_many::<String>("who").map(|names| names.cloned().collect()).unwrap_or_default(),
        place: matches.get_one::<String>("where").cloned(),
        kinds: matches.get_many::<MeetingKind>("kind").map(|kinds| kinds.copied().collect()).unwrap_or_default(),
        statuses: matches.get_many::<Status>("status").map(|all| all.copied().collect()).unwrap_or_default(),
        since: days("since").map(|days| days.from),
        until: days("until").map(|days| days.to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(line: &str) -> Result<Request, Answer> {
        read(std::iter::once("dateline").chain(line.split_whitespace()).map(OsString::from)).map(|(request, _)| request)
    }

    #[test]
    fn the_table_of_arguments_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn paths_alone_open_the_reader() {
        assert_eq!(request(""), Ok(Request::Read { configuration: None, linear: false, paths: vec![] }));
        assert_eq!(
            request("a b/c"),
            Ok(Request::Read { configuration: None, linear: false, paths: vec!["a".into(), "b/c".into()] })
        );
        assert_eq!(
            request("./list"),
            Ok(Request::Read { configuration: None, linear: false, paths: vec!["./list".into()] })
        );
    }

    #[test]
    fn files_may_be_named_before_the_command_that_reads_them() {
        let file = Some("f.toml".into());
        let check = Request::Configuration { question: Question::Check, file: file.clone() };
        for line in ["--config f.toml config check", "--config=f.toml config check", "config check --config f.toml"] {
            assert_eq!(request(line), Ok(check.clone()), "{line}");
        }
        let with = |line: &str| read(std::iter::once("dateline").chain(line.split(' ')).map(OsString::from));
        let list = (Request::List { paths: vec!["a".into()] }, Some("c.toml".into()));
        assert_eq!(with("--corrections c.toml list a"), Ok(list));
        assert!(request("--config f.toml list a").is_err(), "which takes no settings");
        let folder = Request::Read { configuration: file, linear: false, paths: vec!["./list".into()] };
        assert_eq!(request("--config f.toml ./list"), Ok(folder));
        let config = Request::Read { configuration: Some("config".into()), linear: false, paths: vec!["a".into()] };
        assert_eq!(request("--config config a"), Ok(config));
    }

    #[test]
    fn commands_take_paths_too() {
        assert_eq!(request("list a"), Ok(Request::List { paths: vec!["a".into()] }));
        assert_eq!(request("show 3 a"), Ok(Request::Show { article: "3".to_owned(), paths: vec!["a".into()] }));
        assert_eq!(request("export"), Ok(Request::Export { format: Format::Jsonl, around: None, paths: vec![] }));
        assert_eq!(
            request("export --format json a"),
            Ok(Request::Export { format: Format::Json, around: None, paths: vec!["a".into()] })
        );
        let around = Request::Export { format: Format::Dot, around: Some("3".to_owned()), paths: vec!["a".into()] };
        assert_eq!(request("export --format dot --around 3 a"), Ok(around));
    }

    #[test]
    fn meetings_are_asked_for_by_who_where_what_and_when() {
        let Ok(Request::Meetings { filter, paths, form }) = request(
            "meetings --who doe --who roe --where oslo --kind call --kind round --status held --since 2017 --until 2017-02 a",
        ) else {
            unreachable!()
        };
        assert_eq!((filter.who.join(" "), filter.place.as_deref()), ("doe roe".to_owned(), Some("oslo")));
        assert_eq!((filter.kinds.len(), filter.statuses.as_slice()), (2, &[Status::Held][..]));
        let bounds = [filter.since, filter.until].map(|day| day.unwrap().to_string());
        assert_eq!(bounds, ["2017-01-01", "2017-02-28"]);
        assert_eq!((paths, form), (vec!["a".into()], Form::Lines));
        let nothing = Request::Meetings { filter: Filter::default(), paths: vec![], form: Form::Json };
        assert_eq!(request("meetings --json"), Ok(nothing));
    }

    #[test]
    fn two_articles_are_explained() {
        let articles = ["1".to_owned(), "b.txt".to_owned()];
        assert_eq!(
            request("explain 1 b.txt a"),
            Ok(Request::Explain { articles, json: false, paths: vec!["a".into()] })
        );
        assert_eq!(request("links --json"), Ok(Request::Links { json: true, paths: vec![] }));
    }

    #[test]
    fn mistakes_are_told_apart_from_questions() {
        let mistakes =
            ["--nope", "show", "export --format xml", "a list", "explain a", "meetings --kind tea", "links --who x"];
        for line in mistakes.into_iter().chain([
            "meetings --since soon",
            "meetings --until 2017-13",
            "meetings --json --stories",
            "export --around 1",
            "export --around 1 --format json",
        ]) {
            let answer = request(line);
            assert!(matches!(answer, Err(Answer { wrong: true, .. })) || line == "a list", "{line}: {answer:?}");
        }
        for line in ["--help", "-h", "--version", "-V", "export --help", "show --help"] {
            assert!(matches!(request(line), Err(Answer { wrong: false, .. })), "{line}");
        }
    }
}
