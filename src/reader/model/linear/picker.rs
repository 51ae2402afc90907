//! A line of a list to pick from, as words that can be heard: `2 of 30. quit: quit. Key: q.`

use super::said;
use crate::reader::model::picker::{Pick, Picker};

/// The line at this place of those that match.
pub(in crate::reader) fn line(picker: &Picker, at: usize) -> String {
    let item = picker.matches.get(at).and_then(|chosen| picker.items.get(chosen.index));
    let Some(item) = item else { return String::new() };
    let keys: Vec<&str> = item.detail.split("  ").filter(|key| !key.is_empty()).collect();
    let detail = match item.pick {
        Pick::Command(_) if !keys.is_empty() => format!(" Key: {}.", said::keys(&keys)),
        _ if item.detail.is_empty() => String::new(),
        _ => format!(" {}", said::sentence(&item.detail)),
    };
    format!("{} of {}. {}{detail}", at + 1, picker.matches.len(), said::sentence(&item.label))
}
