//! The files that were not read, and why; and notices on those that were.

use super::{Item, Line, Section, rows};
use crate::library::Library;
use crate::text::sanitise::one_line;

/// One item a file, and at the end what was passed over.
pub(super) fn sections(library: &Library, columns: usize) -> Vec<Section> {
    let skipped = library.skipped.iter().map(|skipped| (&skipped.path, skipped.line, skipped.why.clone()));
    let notices =
        library.notices.iter().map(|notice| (&notice.path, notice.line, format!("read, but {}", notice.what)));
    let mut items = Vec::new();
    for (path, line, what) in skipped.chain(notices) {
        let mut file = one_line(&path.to_string_lossy());
        if let Some(line) = line {
            file = format!("{file}, line {line}");
        }
        let words = format!("{file} {what}");
        let lines = std::iter::once(Line::File(file)).chain(rows(&what, columns).into_iter().map(Line::Text)).collect();
        items.push(Item { lines, words, is_apart: true });
    }
    let mut last = Vec::new();
    if library.skipped.is_empty() {
        last.push("Every file was read.".to_owned());
    }
    let passed_over = library.passed_over.words();
    if !passed_over.is_empty() {
        last.push(format!("Passed over: {}.", passed_over.join(", ")));
    }
    items.extend(last.into_iter().map(|words| Item { lines: vec![Line::Text(words.clone())], words, is_apart: false }));
    vec![Section { heading: String::new(), items }]
}
