//! The command line: arguments in, an exit code out.
//!
//! **In:** what the shell hands over.
//! **Out:** the reader, or plain text and JSON on standard output; messages on standard error; an exit code:
//! 0 where everything that was asked for was done, 1 where something could not be read or written, 2 where the
//! command line itself was wrong.
//! **Why:** the same facts that the screen shows must be at hand for scripts, and whatever goes wrong must be told in
//! one line with the path and the next step. Nothing printed here can carry an escape sequence.

mod arguments;
mod commands;
mod config;
mod corrected;
mod explain;
mod find;
mod links;
mod list;
mod meetings;
mod output;
mod show;
mod source;
mod words;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::dossier::neighbourhood::Node;
use crate::export::{self, Format};
use crate::language::Facts;
use crate::library::{
    ByHandError, Library, OpenError, Own, Report, StateError, Store, StoryKey, names_file, read_names, state_folder,
};
use crate::links::explain as explained;
use crate::reader;
use arguments::{Answer, Form, Request};
pub use commands::commands_markdown;
use config::Question;
use output::Output;
use source::Source;

/// Something could not be read or written.
const FAILED: u8 = 1;
/// The command line was wrong.
const MISUSED: u8 = 2;

/// Why a command came to nothing.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    ByHand(#[from] ByHandError),
    #[error(transparent)]
    State(#[from] StateError),
    #[error("{0}")]
    Article(#[from] find::NotOne),
    #[error("no terminal to draw on; use `dateline list` or `dateline export`, or start it in a terminal")]
    NoTerminal,
    #[error(transparent)]
    Reader(#[from] reader::Failure),
    #[error("standard output: {0}; free some space or write elsewhere")]
    Write(#[from] io::Error),
}

/// Does what the command line asks for; `arguments` begins with the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let done = match arguments::read(arguments) {
        Ok((request, corrections)) => carry_out(&request, corrections.as_deref()),
        Err(Answer { text, wrong: true }) => {
            output::tell(&text);
            return ExitCode::from(MISUSED);
        }
        Err(Answer { text, wrong: false }) => Output::new().text(&text).map_err(Failure::from).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAILED),
        // Whoever reads our output has seen enough, as `dateline list | head` does.
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            output::tell(&format!("dateline: {failure}"));
            ExitCode::from(FAILED)
        }
    }
}

/// Carries the request out; false where a path that was asked for could not be read although others could.
fn carry_out(request: &Request, corrections: Option<&Path>) -> Result<bool, Failure> {
    match request {
        Request::Read { configuration, linear, paths } => read(configuration.as_deref(), *linear, paths, corrections),
        Request::Configuration { question, file } => configuration(*question, file.as_deref(), corrections),
        Request::List { paths } => {
            let (source, library) = open(paths, corrections)?;
            list::write(&library, &mut Output::new())?;
            output::tell_passed_over(&library);
            Ok(output::tell_skipped(&library, &source))
        }
        Request::Search { query, paths } => {
            let (source, library) = open(paths, corrections)?;
            let own = if query.asks_for_own() { own(&library)? } else { Vec::new() };
            if !list::write_found(&library, &own, query, &mut Output::new())? {
                output::tell("dateline: no story matches; `dateline list` shows them all");
            }
            output::tell_passed_over(&library);
            Ok(output::tell_skipped(&library, &source))
        }
        Request::Show { article, paths } => {
            let (source, library) = open(paths, corrections)?;
            let found = find::find(&library, article);
            if let Ok(story) = found {
                show::write(&library, story, &mut Output::new())?;
            }
            // What is missing may be why nothing was found.
            let complete = output::tell_skipped(&library, &source);
            Ok(found.map(|_| complete)?)
        }
        Request::Meetings { filter, form, paths } => meetings(filter, *form, paths, corrections),
        Request::Links { json, paths } => links(*json, paths, corrections),
        Request::Explain { articles, json, paths } => explain(articles, *json, paths, corrections),
        Request::Export { format, around, paths } => export(*format, around.as_deref(), paths, corrections),
    }
}

fn meetings(
    filter: &meetings::Filter,
    form: Form,
    paths: &[PathBuf],
    corrections: Option<&Path>,
) -> Result<bool, Failure> {
    let (source, library) = open(paths, corrections)?;
    let chosen = filter.run(&library);
    if form == Form::Json {
        export::write_meetings(&library, &chosen, Output::new())?;
    } else {
        meetings::write(&library, &chosen, form == Form::WithStories, &mut Output::new())?;
        if chosen.is_empty() {
            meetings::tell_nothing(&library);
        }
    }
    output::tell_passed_over(&library);
    Ok(output::tell_skipped(&library, &source))
}

fn links(json: bool, paths: &[PathBuf], corrections: Option<&Path>) -> Result<bool, Failure> {
    let (source, library) = open(paths, corrections)?;
    if json {
        export::write_links(&library, Output::new())?;
    } else if !links::write(&library, &mut Output::new())? {
        links::tell_nothing(&library);
    }
    output::tell_passed_over(&library);
    Ok(output::tell_skipped(&library, &source))
}

fn explain(articles: &[String; 2], json: bool, paths: &[PathBuf], corrections: Option<&Path>) -> Result<bool, Failure> {
    let files = articles.each_ref().map(PathBuf::from);
    let files_alone = paths.is_empty() && files.iter().all(|file| file.is_file());
    let (source, library) = open(if files_alone { &files } else { paths }, corrections)?;
    let told = (|| {
        let (one, other) = (find::find(&library, &articles[0])?, find::find(&library, &articles[1])?);
        let explanation = explained(&library.stories, &library.connections, one, other);
        let mut out = Output::new();
        if json {
            export::write_explanation(&library, &explanation, out)?;
        } else if one == other {
            explain::write_same(&library, one, &mut out)?;
        } else {
            explain::write(&library, &explanation, &mut out)?;
        }
        Ok(())
    })();
    // What is missing may be why nothing was found.
    let complete = output::tell_skipped(&library, &source);
    told.map(|()| complete)
}

fn export(
    format: Format,
    around: Option<&str>,
    paths: &[PathBuf],
    corrections: Option<&Path>,
) -> Result<bool, Failure> {
    let (source, library) = open(paths, corrections)?;
    let written = around.map(|asked| find::find(&library, asked)).transpose().map_err(Failure::from);
    let written = written.and_then(|centre| {
        let out = Output::new();
        let written = match centre {
            Some(story) => export::write_around(&library, Node::Story(story), format, out),
            None => export::write(&library, format, out),
        };
        Ok(written?)
    });
    output::tell_passed_over(&library);
    // What is missing may be why nothing was found.
    let complete = output::tell_skipped(&library, &source);
    written.map(|()| complete)
}

fn open(paths: &[PathBuf], corrections: Option<&Path>) -> Result<(Source, Library), Failure> {
    let source = Source::of(paths);
    let corrected = corrected::read(corrections);
    let library = source.open(&facts()?, corrected)?;
    corrected::tell_standing(&library);
    Ok((source, library))
}

/// The tables of facts with the names of the user's `names.toml`, if there is one.
fn facts() -> Result<Facts, Failure> {
    let names = names_file(|name| std::env::var_os(name)).map(|path| read_names(&path)).transpose()?;
    Ok(Facts::with_user_names(names.unwrap_or_default()))
}

/// Answers a question about the configuration.
fn configuration(question: Question, file: Option<&Path>, corrections: Option<&Path>) -> Result<bool, Failure> {
    let mut out = Output::new();
    match question {
        Question::Default => config::write_default(&mut out)?,
        Question::Path => return Ok(config::write_path(file, &mut out)?),
        Question::Check => {
            let sound = config::check(file, &mut out)??;
            return Ok(corrected::check(corrections, &mut out)? && sound);
        }
        Question::Themes => return Ok(config::write_themes(&mut out)?),
        Question::Actions => config::write_actions(file, &mut out)??,
    }
    Ok(true)
}

/// Where what a reader does with stories is kept; `None` where no variable says.
fn state_file() -> Option<PathBuf> {
    Some(state_folder(|name| std::env::var_os(name))?.join("state.db"))
}

/// What was done with each story of a library; nothing where nothing was kept yet.
fn own(library: &Library) -> Result<Vec<Own>, Failure> {
    let Some(file) = state_file().filter(|file| file.exists()) else { return Ok(Vec::new()) };
    let (store, aside) = Store::open(&file)?;
    if let Some(aside) = aside {
        output::tell(&format!("dateline: what was kept of stories was damaged; it lies in {}", aside.display()));
    }
    let keys = StoryKey::of_all(library.stories.iter().map(|story| story.article.as_ref()));
    Ok(store.load(&keys)?.into_iter().map(|kept| kept.own).collect())
}

/// Opens the reader.
fn read(
    configuration: Option<&Path>,
    linear: bool,
    paths: &[PathBuf],
    corrections: Option<&Path>,
) -> Result<bool, Failure> {
    let source = Source::of(paths);
    // Better told here than on a screen that vanishes at once.
    source.check()?;
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if dumb || !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let (corrected, mistakes) = corrected::read_for_reader(corrections);
    // The story that is read first is analysed before all others, by these facts.
    let facts = facts()?.correcting(corrected.of_reading());
    let (mut settings, mut wrong) = config::read_or_defaults(configuration)?;
    wrong.extend(mistakes);
    settings.linear |= linear;
    let options = reader::Options {
        surroundings: reader::theme::Surroundings::read(|name| std::env::var(name).ok()),
        environment: reader::outside::Environment::read(|name| std::env::var(name).ok()),
        settings,
        wrong,
        themes: config::shelf(),
        state: state_file(),
        corrections: corrected::path(corrections),
        library: source.identity(),
        has_titles: reader::has_titles(std::env::var("TERM").ok().as_deref()),
    };
    let read = move |report: Report<'_>| {
        let library = source.read(report).map_err(|error| error.to_string())?;
        Ok(library.correcting(corrected))
    };
    let reader::Outcome { ended, unheard } = reader::run(&options, facts, read)?;
    for words in &unheard {
        output::tell(&format!("dateline: {words}"));
    }
    if let reader::Ended::Signal(signal) = ended {
        // The terminal is restored; now end the way that the sender of the signal expects to see.
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
    Ok(unheard.is_empty())
}
