//! The configuration: where it lies, what it says, what could be in it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::output::{Output, tell};
use crate::library::by_hand;
use crate::library::{ByHandError, configuration_folder};
use crate::reader::actions::TABLE;
use crate::reader::keymap::Keymap;
use crate::reader::settings::{DEFAULT, Settings};
use crate::reader::theme::{AUTO, Listed, Shelf};
use crate::text::width::width;

/// What can be asked about the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// The commented file of defaults.
    Default,
    /// Where the file lies.
    Path,
    /// Whether the file is right.
    Check,
    /// The themes that there are.
    Themes,
    /// The actions that keys can be bound to.
    Actions,
}

/// The file that was given, or else the one in the configuration folder; `None` where no variable says where that is.
pub(super) fn path(given: Option<&Path>) -> Option<PathBuf> {
    let own = || Some(configuration_folder(|name| std::env::var_os(name))?.join("config.toml"));
    given.map(Path::to_path_buf).or_else(own)
}

/// The settings of the file, as far as they are right, and every mistake in it by its line; defaults where there is no
/// file. One that was given has to be there.
fn read_what_is_right(given: Option<&Path>) -> Result<(Settings, Vec<ByHandError>), ByHandError> {
    let Some(path) = path(given) else { return Ok((Settings::default(), Vec::new())) };
    let Some(text) = by_hand::text_of(&path)? else {
        if given.is_none() {
            return Ok((Settings::default(), Vec::new()));
        }
        let what = "there is no such file; `dateline config default > FILE` writes one to begin with".to_owned();
        return Err(ByHandError { path, line: None, what });
    };
    let (settings, faults) = Settings::parse_what_is_right(&text, Some(&shelf()));
    let of_keys = Keymap::new(&settings.keys).1.into_iter();
    let of_keys = of_keys.map(|fault| ByHandError { path: path.clone(), line: Some(fault.line), what: fault.what });
    let mut mistakes: Vec<ByHandError> = faults.into_iter().map(|fault| fault.in_file(&path, &text)).collect();
    mistakes.extend(of_keys);
    mistakes.sort_by_key(|mistake| mistake.line);
    Ok((settings, mistakes))
}

/// The settings of the file, all of which has to be right; defaults where there is none. Of several mistakes the last one is
/// the error, and those before it are told already: who mends one mends all.
pub(super) fn read(given: Option<&Path>) -> Result<Settings, ByHandError> {
    let (settings, mut mistakes) = read_what_is_right(given)?;
    let Some(last) = mistakes.pop() else { return Ok(settings) };
    for mistake in &mistakes {
        tell(&format!("dateline: {mistake}"));
    }
    Err(last)
}

/// The settings to start the reader with. Where something in the file is wrong its default holds, and the mistakes are told
/// in the reader: who wants to read can read. A file that was given by hand is meant: with a mistake in it nothing is
/// started.
pub(super) fn read_or_defaults(given: Option<&Path>) -> Result<(Settings, Vec<String>), ByHandError> {
    if given.is_some() {
        return read(given).map(|settings| (settings, Vec::new()));
    }
    let told = |mistake: &ByHandError| format!("{mistake}; until it is right, it does not count");
    Ok(match read_what_is_right(None) {
        Ok((settings, mistakes)) => (settings, mistakes.iter().map(told).collect()),
        Err(unreadable) => (Settings::default(), vec![told(&unreadable)]),
    })
}

/// Prints the commented file.
pub(super) fn write_default(out: &mut Output) -> io::Result<()> {
    DEFAULT.lines().try_for_each(|line| out.line(line))?;
    out.flush()
}

/// Where themes come from.
pub(super) fn shelf() -> Shelf {
    Shelf::new(configuration_folder(|name| std::env::var_os(name)).as_deref())
}

/// Prints every theme with what it is, one a line; what is wrong with one goes to standard error. Tells whether all are
/// right.
pub(super) fn write_themes(out: &mut Output) -> io::Result<bool> {
    let all = shelf().all();
    let wide = all.iter().map(|listed| width(&listed.name)).max().unwrap_or(0);
    let line = |name: &str, about: &str| format!("{name}{}  {about}", " ".repeat(wide.saturating_sub(width(name))));
    out.line(&line(AUTO, "what suits the terminal"))?;
    let mut sound = true;
    for Listed { name, about, file, theme } in &all {
        match (theme, file) {
            (Ok(_), None) => out.line(&line(name, about))?,
            (Ok(_), Some(file)) if about.is_empty() => out.line(&line(name, &by_hand::shown(file)))?,
            (Ok(_), Some(file)) => out.line(&line(name, &format!("{about} ({})", by_hand::shown(file))))?,
            (Err(error), _) => {
                sound = false;
                tell(&format!("dateline: {error}"));
            }
        }
    }
    out.flush().map(|()| sound)
}

/// Tells whether the file is right, and which keys of the table it takes the place of; then the same of the themes in the
/// configuration folder. Tells whether all is right.
pub(super) fn check(given: Option<&Path>, out: &mut Output) -> Result<io::Result<bool>, ByHandError> {
    let (settings, mistakes) = read_what_is_right(given)?;
    let shown = path(given).map_or_else(|| "no file".into(), |path| by_hand::shown(&path));
    let (_, _, replaced) = Keymap::new(&settings.keys);
    let exists = path(given).is_some_and(|path| path.exists());
    let first = match (exists, mistakes.is_empty()) {
        (true, true) => Some(format!("{shown}: everything in it is understood")),
        (true, false) => None,
        (false, _) => Some(format!(
            "{shown}: there is no such file, so that the defaults hold; `dateline config default` prints them"
        )),
    };
    for mistake in &mistakes {
        tell(&format!("dateline: {mistake}"));
    }
    let lines = replaced.iter().map(ToString::to_string);
    let own = shelf().all().into_iter().filter_map(|listed| Some((listed.file?, listed.theme)));
    let (sound, faulty): (Vec<_>, Vec<_>) = own.partition(|(_, theme)| theme.is_ok());
    let themes = sound.iter().map(|(file, _)| format!("{}: a theme without a mistake", by_hand::shown(file)));
    let printed = first.into_iter().chain(lines).chain(themes).try_for_each(|line| out.line(&line));
    for error in faulty.iter().filter_map(|(_, theme)| theme.as_ref().err()) {
        tell(&format!("dateline: {error}"));
    }
    Ok(printed.and_then(|()| out.flush()).map(|()| faulty.is_empty() && mistakes.is_empty()))
}

/// Prints every action with its keys, the places where it works and what it does.
pub(super) fn write_actions(given: Option<&Path>, out: &mut Output) -> Result<io::Result<()>, ByHandError> {
    let keymap = Keymap::new(&read(given)?.keys).0;
    let row = |entry: &crate::reader::actions::Entry| {
        let places: Vec<&str> = entry.contexts.iter().map(|context| context.name()).collect();
        [
            entry.name.to_owned(),
            keymap.chords_anywhere(entry.command).join("  "),
            places.join(" "),
            entry.help.to_owned(),
        ]
    };
    let rows: Vec<[String; 4]> = TABLE.iter().map(row).collect();
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths = [wide(0), wide(1), wide(2)];
    Ok(rows
        .iter()
        .try_for_each(|[name, keys, places, help]| {
            let padded = |cell: &str, to: usize| format!("{cell}{}", " ".repeat(to.saturating_sub(width(cell))));
            let [first, second, third] = widths;
            out.line(&format!("{}  {}  {}  {help}", padded(name, first), padded(keys, second), padded(places, third)))
        })
        .and_then(|()| out.flush()))
}

/// Says where the file lies, or why that cannot be said.
pub(super) fn write_path(given: Option<&Path>, out: &mut Output) -> io::Result<bool> {
    if let Some(path) = path(given) {
        return out.line(&by_hand::shown(&path)).and_then(|()| out.flush()).map(|()| true);
    }
    tell("dateline: neither XDG_CONFIG_HOME nor HOME says where a configuration would lie; use --config FILE");
    Ok(false)
}
