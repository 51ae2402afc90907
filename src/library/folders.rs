//! Where the files of a person lie, by the variables of the environment.
//!
//! **In:** variables, as data. **Out:** paths; `None` where no variable says. **Why:** the XDG base directory
//! specification is followed in one place: <https://specifications.freedesktop.org/basedir-spec/latest/>.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder of what people write for Dateline: `dateline` in `XDG_CONFIG_HOME`, else in `.config` of the home folder;
/// on Windows in `APPDATA`.
pub fn configuration_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    folder(&variable, "XDG_CONFIG_HOME", "APPDATA", ".config")
}

/// The folder of what Dateline keeps for people: `dateline` in `XDG_STATE_HOME`, else in `.local/state` of the home folder;
/// on Windows in `LOCALAPPDATA`.
pub fn state_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    folder(&variable, "XDG_STATE_HOME", "LOCALAPPDATA", ".local/state")
}

fn folder(variable: &dyn Fn(&str) -> Option<OsString>, xdg: &str, windows: &str, at_home: &str) -> Option<PathBuf> {
    // The specification has relative paths ignored.
    let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || absolute("HOME").map(|home| home.join(at_home));
    let windows = || absolute(windows).filter(|_| cfg!(windows));
    Some(absolute(xdg).or_else(windows).or_else(home)?.join("dateline"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(set: &[(&'static str, &'static str)]) -> impl Fn(&str) -> Option<OsString> {
        let set = set.to_vec();
        move |name| set.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).into())
    }

    #[test]
    fn the_folders_follow_the_variables_and_relative_paths_are_ignored() {
        let both = variables(&[("XDG_CONFIG_HOME", "/c"), ("XDG_STATE_HOME", "/s"), ("HOME", "/h")]);
        assert_eq!(configuration_folder(&both), Some("/c/dateline".into()));
        assert_eq!(state_folder(&both), Some("/s/dateline".into()));
        for set in [&[("XDG_CONFIG_HOME", "c"), ("HOME", "/h")], &[("XDG_CONFIG_HOME", ""), ("HOME", "/h")]] {
            assert_eq!(configuration_folder(variables(set)), Some("/h/.config/dateline".into()));
        }
        assert_eq!(state_folder(variables(&[("HOME", "/h")])), Some("/h/.local/state/dateline".into()));
        assert_eq!(configuration_folder(variables(&[])), None);
    }
}
