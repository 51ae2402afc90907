//! Which theme is in force, and which others there are.
//!
//! **In:** what is set, what the terminal shows, the themes that were read. **Out:** a [`Look`]. **Why:** while somebody
//! chooses, the screen wears the theme under the cursor, and the way back has to be known.

use crate::reader::theme::{AUTO, Listed, Palette, Theme};

/// Which theme is in force, and which others there are.
#[derive(Clone, Debug)]
pub struct Look {
    /// The name of the theme in force, or [`AUTO`].
    pub name: String,
    /// Which colours the terminal shows.
    pub palette: Palette,
    /// Whether the terminal's background is light; `None` where nothing tells.
    pub is_light: Option<bool>,
    /// Whether a choice is kept for the next time.
    pub is_kept: bool,
    /// The themes that there are, once somebody has asked for them.
    pub(in crate::reader) listed: Vec<Listed>,
    /// What the screen wore before somebody began to choose.
    pub(in crate::reader) before: Option<Theme>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            name: AUTO.to_owned(),
            palette: Palette::True,
            is_light: None,
            is_kept: false,
            listed: Vec::new(),
            before: None,
        }
    }
}

impl Look {
    /// The theme of this name among those that were read, as the terminal shows it, or what is wrong with it.
    pub(in crate::reader) fn theme(&self, name: &str) -> Result<Theme, String> {
        let listed = self.listed.iter().find(|listed| listed.name == name);
        match listed.map(|listed| &listed.theme) {
            Some(Ok(theme)) => Ok(self.palette.limit(*theme)),
            Some(Err(error)) => Err(error.to_string()),
            None => Err(format!("there is no theme `{name}`")),
        }
    }
}
