//! The page of two stories: facts of their meetings side by side, what only one tells, quotations matched.

use crate::dossier::comparison::{Agreement, Fact, Quotation, Told, Value, Wording, compare};
use crate::dossier::neighbourhood::{Node, label};
use crate::dossier::wording::days;
use crate::export::markdown::{Page, escape, quoted};
use crate::library::Library;

pub(super) fn page(library: &Library, left: usize, right: usize) -> Option<String> {
    library.stories.get(left).and(library.stories.get(right))?;
    let found = compare(library, left, right);
    let mut page = Page::new(library, "Two stories compared");
    for (name, story) in [("A", left), ("B", right)] {
        let cited = page.cited(story);
        page.paragraph(&format!("{name}: {cited}"));
    }
    if found.is_cut.contains(&true) {
        page.paragraph("Of a story this long only the beginning is compared.");
    }
    for shared in &found.meetings {
        let told = label(library, Node::Meeting(shared.meeting));
        let day = if told.day.is_empty() { String::new() } else { format!(", {}", told.day) };
        page.heading(&format!("{}{day}", told.told_with_doubt()));
        table(&mut page, &shared.facts);
    }
    let series = found.series.iter().filter_map(|number| library.connections.series.get(*number));
    let series: Vec<&str> = series.map(|series| series.name.as_str()).collect();
    if !series.is_empty() {
        page.paragraph(&format!("Both name: {}.", escape(&series.join(", "))));
    }
    if found.meetings.is_empty() {
        page.paragraph("They tell of no common meeting.");
    }
    if !found.beside.is_empty() {
        page.heading("Beside the meetings");
        table(&mut page, &found.beside);
    }
    if !found.quotations.is_empty() {
        page.heading("Quotations");
    }
    for pair in &found.quotations {
        let how = match pair.wording {
            Wording::Exact => "word for word the same",
            Wording::Part => "one a part of the other",
            Wording::Other => "the same in other words",
            Wording::Single => "in one only",
        };
        page.item(how);
        for (side, quotation) in ["A", "B"].into_iter().zip(&pair.sides) {
            let Some(quotation) = quotation else { continue };
            let line = quotation_line(&mut page, library, quotation);
            page.subitem(&format!("{side}: {line}"));
        }
    }
    Some(page.finish())
}

fn quotation_line(page: &mut Page<'_>, library: &Library, quotation: &Quotation) -> String {
    let words: Vec<&str> = quotation.parts.iter().map(|part| part.words(library)).collect();
    let speaker = quotation.speaker.as_ref().map(|speaker| format!(" – {}", escape(&speaker.name))).unwrap_or_default();
    let note = page.note(quotation.source());
    format!("{}{speaker}{note}", quoted(&words.join(" ")))
}

/// A table of facts: what, A, how they go together, B.
fn table(page: &mut Page<'_>, facts: &[Fact]) {
    let mut rows = vec!["| | A | | B |".to_owned(), "|---|---|---|---|".to_owned()];
    for fact in facts {
        let [left, right] = &fact.told;
        let (left, right) = (cell(page, left.as_ref()), cell(page, right.as_ref()));
        rows.push(format!("| {} | {left} | {} | {right} |", fact.aspect.word(), sign(fact.agreement)));
    }
    page.paragraph(&rows.join("\n"));
}

/// The sign, and beside a disagreement a word: it is what people look for.
fn sign(agreement: Agreement) -> String {
    match agreement {
        Agreement::Differs => format!("{} differs", agreement.sign()),
        Agreement::Same => "\\=".to_owned(),
        _ => agreement.sign().to_owned(),
    }
}

fn cell(page: &mut Page<'_>, told: Option<&Told>) -> String {
    let Some(told) = told else { return "not told".to_owned() };
    let words = match &told.value {
        Value::Days(interval) => days(*interval),
        Value::About(interval) => format!("about {}", days(*interval)),
        Value::Words(words) => words.clone(),
    };
    let note = page.note(Some(told.source));
    format!("{}{note}", escape(&words))
}
