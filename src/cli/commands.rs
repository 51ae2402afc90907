//! The table of commands and their arguments, from which parsing, `--help` and `docs/commands.md` are made.

use std::fmt::Write;
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, ArgAction, Command, ValueEnum, value_parser};
use jiff::civil::{Date, date};

use super::config::Question;
use crate::export::Format;
use crate::language::Interval;
use crate::meetings::{MeetingKind, Status};
use crate::search::Query;

/// The whole table.
pub(super) fn command() -> Command {
    Command::new("dateline")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Reads folders of news articles in the terminal and shows who met whom, where and when.")
        .after_help(
            "Without a path it opens the folder `articles` where there is one, else the sample articles that are \
             built in.\nA folder that is called like a command is opened as ./list.",
        )
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .arg(config_file())
        .arg(corrections())
        .arg(linear())
        .arg(paths())
        .subcommands([list(), search(), show(), meetings(), links(), explain(), export(), config()])
}

fn list() -> Command {
    Command::new("list")
        .about("Prints one line a story: number, date, outlet, title, linked stories")
        .args([corrections(), paths()])
}

fn search() -> Command {
    Command::new("search")
        .about("Prints the stories that a query asks for, best first, as `list` does")
        .after_help(
            "Words match title, outlet and names, letters may be left out: 'word exactly, ^word at the beginning, word$ \
             at the end, !word not,\na | b one of them, \"a phrase\" in the full text. Fields: who: where: when: outlet: \
             kind: status: is: has: tag: meeting:, as in\ndateline search 'who:merkel kind:call when:2017-11' news. \
             docs/finding.md tells more.",
        )
        .arg(
            Arg::new("query")
                .value_name("QUERY")
                .required(true)
                .allow_hyphen_values(true)
                .help("What to look for; quote it for the shell")
                .value_parser(|line: &str| Query::parse(line)),
        )
        .args([corrections(), paths()])
}

fn show() -> Command {
    Command::new("show")
        .about("Prints one story with its date, meetings and links")
        .arg(article("article", "ARTICLE", "Its id, a part of its id, its path, or its number in the list"))
        .args([corrections(), paths()])
}

fn meetings() -> Command {
    Command::new("meetings")
        .about("Prints one line a meeting, by day: when, who, where, kind, status, number of stories")
        .after_help(
            "A day with ~ behind it is inferred; no story says it in words. A day, place or status that is not told is -. \
             Options narrow\nthe list; one that is given several times asks for each of the people, and for any of the \
             kinds and statuses. Names match in\npart, whatever their case and accents.",
        )
        .args([
            several("who", "NAME", "Only meetings in which NAME takes part").value_parser(value_parser!(String)),
            option("where", "PLACE", "Only meetings in PLACE").value_parser(value_parser!(String)),
            several("kind", "KIND", "Only meetings of this kind").value_parser(EnumValueParser::<MeetingKind>::new()),
            several("status", "STATUS", "Only meetings that are told so")
                .value_parser(EnumValueParser::<Status>::new()),
            option("since", "DAY", "Only meetings on DAY or later: 2017, 2017-11 or 2017-11-13").value_parser(days),
            option("until", "DAY", "Only meetings on DAY or earlier").value_parser(days),
            switch("stories", "Print under each meeting the stories that tell of it, with their words")
                .conflicts_with("json"),
            json(),
            corrections(),
            paths(),
        ])
}

fn links() -> Command {
    Command::new("links")
        .about("Prints which stories tell of the same meeting or series, in which words, and what speaks for it")
        .after_help(
            "Before each reason stands + where it speaks for the link, - where it speaks against it, and · where it does \
             neither.",
        )
        .args([json(), corrections(), paths()])
}

fn explain() -> Command {
    Command::new("explain")
        .about("Prints why two stories are linked, or what speaks against it")
        .after_help(
            "Two files without a path are compared by themselves; what other stories tell can change the answer.",
        )
        .args([
            article("article", "A", "One story: its id, a part of its id, its path, or its number in the list"),
            article("other", "B", "The other story"),
            json(),
            corrections(),
            paths(),
        ])
}

fn export() -> Command {
    let format = option("format", "FORMAT", "The form of the output")
        .short('f')
        .default_value(Format::Jsonl.word())
        .value_parser(EnumValueParser::<Format>::new());
    let around =
        option("around", "ARTICLE", "Only what stands around one story: with dot the map, with markdown its meetings")
            .value_parser(value_parser!(String));
    Command::new("export")
        .about("Prints articles, names, dates, meetings and links for programs, or draws them")
        .after_help(
            "ARTICLE is an id, a part of one, a path, or a number in the list; `--format dot --around 3 articles` draws what the \
             map shows.",
        )
        .args([format, around, corrections(), paths()])
}

/// What can be asked about the configuration, with the help on it.
pub(super) const QUESTIONS: [(&str, Question, &str); 5] = [
    ("default", Question::Default, "Prints the commented file of defaults, to begin your own with"),
    ("path", Question::Path, "Prints where the file lies"),
    (
        "check",
        Question::Check,
        "Reads the file, the themes and the corrections and tells what is wrong with them, and which keys the file takes over",
    ),
    ("themes", Question::Themes, "Prints every theme, and what is wrong with those of your own"),
    ("actions", Question::Actions, "Prints every action that a key can be bound to, with its keys"),
];

fn config() -> Command {
    let one = |(name, question, about): (&'static str, Question, &'static str)| {
        let command = Command::new(name).about(about);
        match question {
            Question::Default => command,
            Question::Check => command.args([config_file(), corrections()]),
            _ => command.arg(config_file()),
        }
    };
    Command::new("config")
        .about("Tells about the configuration: its defaults, its place, its mistakes, the themes, the actions for keys")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommands(QUESTIONS.map(one))
}

// --- arguments that several commands take ---------------------------------------------------------------------------

fn paths() -> Arg {
    Arg::new("paths")
        .value_name("PATH")
        .num_args(0..)
        .value_parser(value_parser!(PathBuf))
        .help("Files and folders with articles: text, or JSON Lines with one article a line")
}

fn config_file() -> Arg {
    option("config", "FILE", "Take the settings from FILE instead of config.toml in the configuration folder")
        .value_parser(value_parser!(PathBuf))
}

fn corrections() -> Arg {
    option("corrections", "FILE", "Keep corrections in FILE instead of corrections.toml in the configuration folder")
        .value_parser(value_parser!(PathBuf))
}

fn linear() -> Arg {
    switch("linear", "Open in linear mode, for screen readers and braille lines; docs/linear.md tells more")
}

fn article(name: &'static str, shown: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(shown).required(true).help(help)
}

fn json() -> Arg {
    switch("json", "Print JSON for programs, as docs/export.md describes it")
}

fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn several(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    option(name, value, help).action(ArgAction::Append)
}

// --- values ---------------------------------------------------------------------------------------------------------

/// The days of `2017`, `2017-11` or `2017-11-13`.
fn days(written: &str) -> Result<Interval, String> {
    let whole = |text: &str, digits: usize| text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = written.split('-').collect();
    let sound = parts.iter().zip([4, 2, 2]).all(|(part, digits)| whole(part, digits));
    let number = |part: &str| part.parse::<i16>().ok();
    let found = match parts.as_slice() {
        _ if !sound => None,
        [year] => number(year).map(|year| Interval { from: date(year, 1, 1), to: date(year, 12, 31) }),
        [year, month] => number(year).zip(month.parse().ok()).and_then(|(year, month)| {
            let from = Date::new(year, month, 1).ok()?;
            Some(Interval { from, to: from.last_of_month() })
        }),
        [_, _, _] => written.parse().ok().map(Interval::day),
        _ => None,
    };
    found.ok_or_else(|| "write 2017, 2017-11 or 2017-11-13".to_owned())
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Jsonl => "one object a line, one line an article",
            Self::Json => "one document with articles, names, meetings, series and links",
            Self::Markdown => "what all stories say of each meeting, with its sources",
            Self::Dot => "a graph of stories, meetings and names for Graphviz and its like",
        };
        Some(PossibleValue::new(self.word()).help(help))
    }
}

impl ValueEnum for MeetingKind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Call => "by telephone or video",
            Self::Bilateral => "two sides, face to face",
            Self::Multilateral => "three sides or more",
            Self::Summit => "leaders, called a summit",
            Self::Round => "one round of a series",
            Self::Conference => "a conference or congress",
            Self::Visit => "a visit",
            Self::Talks => "talks whose form is not told",
        };
        Some(PossibleValue::new(self.word()).help(help))
    }
}

impl ValueEnum for Status {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Held => "it took place",
            Self::Ongoing => "it is still going on",
            Self::Planned => "it is to take place",
            Self::Cancelled => "it was called off",
            Self::Unknown => "not told",
        };
        Some(PossibleValue::new(self.word()).help(help))
    }
}

// --- the page ---------------------------------------------------------------------------------------------------------

/// `docs/commands.md`, made from the table.
pub fn commands_markdown() -> String {
    let mut whole = command();
    whole.build();
    let mut page =
        "# Commands\n\nMade from the table of commands; `dateline --help` and `dateline COMMAND --help` print the \
                    same.\n"
            .to_owned();
    for command in std::iter::once(&whole).chain(whole.get_subcommands()) {
        describe(command, &mut page);
        for inner in command.get_subcommands().filter(|_| command.get_name() != whole.get_name()) {
            describe(inner, &mut page);
        }
    }
    page
}

fn describe(command: &Command, page: &mut String) {
    let usage = command.clone().render_usage().to_string();
    // The first usage is enough where there are several.
    let usage = usage.trim_start_matches("Usage: ").lines().next().unwrap_or_default().replace("...", "…");
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let _ = write!(page, "\n## `{usage}`\n\n{}.\n", about.trim_end_matches('.'));
    if let Some(more) = command.get_after_help() {
        let _ = write!(page, "\n{more}\n");
    }
    page.push_str("\n| argument | what it does |\n|---|---|\n");
    for argument in command.get_arguments().filter(|argument| !matches!(argument.get_id().as_str(), "help" | "version"))
    {
        let value = argument.get_value_names().unwrap_or_default().join(" ");
        let takes_value = argument.get_action().takes_values();
        let name = match argument.get_long() {
            Some(long) if takes_value => format!("`--{long} {value}`"),
            Some(long) => format!("`--{long}`"),
            None => format!("`{value}`"),
        };
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let values: Vec<String> = argument
            .get_possible_values()
            .iter()
            .filter(|_| takes_value)
            .filter_map(|value| Some(format!("`{}` ({})", value.get_name(), value.get_help()?)))
            .collect();
        let values = if values.is_empty() { String::new() } else { format!(": {}", values.join(", ")) };
        let _ = writeln!(page, "| {name} | {help}{values} |");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(written: &str) -> String {
        days(written).map_or_else(|_| "-".to_owned(), |days| days.to_string())
    }

    #[test]
    fn a_year_and_a_month_are_all_their_days() {
        assert_eq!(spelled("2016"), "2016-01-01..2016-12-31");
        assert_eq!(spelled("2016-02"), "2016-02-01..2016-02-29");
        assert_eq!(spelled("2016-02-29"), "2016-02-29");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for written in
            ["", "soon", "17", "2017-2", "2017-02-29", "2017-00", "2017-11-13-1", "-2017", "+017", "２０１７"]
        {
            assert_eq!(spelled(written), "-", "{written}");
        }
    }
}
