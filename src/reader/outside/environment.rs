//! What the environment says about other programs.

/// The variables that matter here, as data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// `VISUAL`.
    pub visual: String,
    /// `EDITOR`.
    pub editor: String,
    /// `PAGER`.
    pub pager: String,
    /// `LESS`: options that `less` takes from the environment.
    pub less: String,
    /// Where OSC 52 leads to.
    pub clipboard: Clipboard,
    /// Whether there is a display for windows.
    pub has_display: bool,
}

/// What lies between the reader and the clipboard of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// Nothing.
    #[default]
    Direct,
    /// tmux, where `TMUX` is set.
    Tmux,
    /// GNU screen, where `STY` is set.
    Screen,
    /// There is none: the console of Linux, where `TERM` is `linux`.
    Missing,
}

impl Environment {
    /// What `lookup` (usually [`std::env::var`]) tells.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let said = |name: &str| lookup(name).unwrap_or_default().trim().to_owned();
        let is_set = |name: &str| !said(name).is_empty();
        Self {
            visual: said("VISUAL"),
            editor: said("EDITOR"),
            pager: said("PAGER"),
            less: said("LESS"),
            clipboard: match () {
                () if is_set("TMUX") => Clipboard::Tmux,
                () if is_set("STY") => Clipboard::Screen,
                () if said("TERM") == "linux" => Clipboard::Missing,
                () => Clipboard::Direct,
            },
            has_display: cfg!(target_os = "macos") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"),
        }
    }
}
