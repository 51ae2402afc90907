//! Settings of what the terminal is asked for.

/// What the terminal is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whether it hands us the mouse.
    pub mouse: bool,
    /// Whether its window is called after the story.
    pub title: bool,
}

impl Default for Asked {
    fn default() -> Self {
        Self { mouse: true, title: true }
    }
}
