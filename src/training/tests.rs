//! Training from end to end on a handful of invented texts.

use std::path::Path;

use super::corpus::Labelled;
use super::packing::Packed;
use super::recipe::Pass;
use super::*;
use crate::language::training::Class;

/// Invented sentences with their names marked `[label name]`.
const TEXTS: &[&str] = &[
    "Minister [PER Orla Fenwright] arrived in [LOC Quarrenby] on Monday.\n\n[PER Fenwright] praised the [ORG Tidewater League].",
    "Minister [PER Zoë Amberlund] arrived in [LOC Skelmouth] on Friday.\n\n[PER Amberlund] praised the [ORG Lantern League].",
    "The [ORG Saltmarsh League] elected [PER Bryn Okonjare] in [LOC Harrowick].\n\nMinister [PER Okonjare] thanked it.",
    "The [ORG Copper League] elected [PER Ines Tollander] in [LOC Dunvarrow].\n\nMinister [PER Tollander] thanked it.",
    "Trains to [LOC Quarrenby] and [LOC Harrowick] were late, said the [ORG Lantern League].",
    "Nobody in [LOC Dunvarrow] had heard of [PER Bryn Okonjare] before.",
];

/// Texts without the marks, as lines of a corpus file.
fn corpus_file(texts: &[&str]) -> String {
    let lines = texts.iter().map(|marked| {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for (number, part) in marked.split(['[', ']']).enumerate() {
            let (label, words) = if number % 2 == 0 { ("", part) } else { part.split_once(' ').unwrap() };
            let start = text.chars().count();
            text.push_str(words);
            if !label.is_empty() {
                spans.push(serde_json::json!([start, text.chars().count(), label]));
            }
        }
        serde_json::json!({ "text": text, "spans": spans }).to_string()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn labelled(texts: &[&str]) -> Vec<Labelled> {
    corpus::parse(&corpus_file(texts), Path::new("tiny.jsonl"), 0).unwrap()
}

fn tiny_recipe() -> Recipe {
    let pass = |pass: Pass| Pass { epochs: 8, ..pass };
    Recipe { first: pass(SHIPPED.first), second: pass(SHIPPED.second), folds: 2, least: 0.1, ..SHIPPED }
}

fn trained(recipe: &Recipe, threads: usize) -> Packed {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let clusters = clusters::parse("league\t3\t40\narrived\t5\t77", Path::new("tiny.tsv")).unwrap();
    let clusters = kept(clusters);
    let learned = pool.install(|| learn(&labelled(TEXTS), Clusters::packed(clusters), recipe, &|_| ()));
    packing::pack(clusters, &learned, recipe)
}

#[test]
fn what_was_trained_and_packed_finds_names_that_it_has_never_seen() {
    let packed = trained(&tiny_recipe(), 2);
    let mut model = Trial::new(Model::read(kept(packed.bytes)).unwrap());
    let unseen =
        labelled(&["Minister [PER Nuala Birchholt] arrived in [LOC Quarrenby].\n\nThe [ORG Granite League] met."]);
    let [document] = unseen.as_slice() else { panic!("one text") };
    assert_eq!(model.names(&document.article), document.names);
    assert!((evaluation::evaluate(&mut model, &unseen).three().f1() - 1.0).abs() < 1e-9);
}

#[test]
fn the_bytes_are_the_same_every_time_with_any_number_of_threads() {
    let recipe = tiny_recipe();
    let bytes = trained(&recipe, 1).bytes;
    assert!(trained(&recipe, 1).bytes == bytes);
    assert!(trained(&recipe, 3).bytes == bytes);
}

#[test]
fn another_seed_makes_other_bytes() {
    let recipe = tiny_recipe();
    let other = Recipe { first: Pass { seed: 99, ..recipe.first.clone() }, ..recipe.clone() };
    assert!(trained(&other, 2).bytes != trained(&recipe, 2).bytes);
}

#[test]
fn what_is_peculiar_to_a_corpus_is_no_part_of_the_model() {
    let recipe = tiny_recipe();
    let mut documents = labelled(TEXTS);
    documents.extend(labelled(&["[PER Fenwright] lol"]).into_iter().map(|own| Labelled { corpus: 1, ..own }));
    let learned = learn(&documents, Clusters::packed(&[]), &recipe, &|_| ());
    let beyond = 1 << crate::language::training::ROW_BITS;
    let (rows, _) = &learned.first;
    assert!(rows.last().is_some_and(|last| *last >= beyond));
    let [(kept, all), _] = packing::pack(&[], &learned, &Recipe { least: 0.0, ..recipe }).rows;
    assert_eq!(kept, all - rows.iter().filter(|row| **row >= beyond).count());
}

#[test]
fn names_are_read_by_code_points_and_without_what_the_scorer_takes_off() {
    let documents = labelled(&["Zoë met [PER the Amberlunds'] friends and [MISC Norwegian] guests in [Date May]."]);
    let [document] = documents.as_slice() else { panic!("one text") };
    let words: Vec<_> = document.names.iter().map(|(span, class)| (span.of(&document.article.text), *class)).collect();
    assert_eq!(words, [("Amberlunds", Class::Person), ("Norwegian", Class::Group)]);
}

#[test]
fn a_text_that_the_program_would_change_is_left_out() {
    assert!(labelled(&["[PER Fen\u{7}wright] rang."]).is_empty());
}

#[test]
fn a_broken_line_is_told_with_its_number_and_a_missing_file_with_what_to_do() {
    let broken = corpus::parse("{\"text\": \"\", \"spans\": []}\n{\"text\": 1}", Path::new("a.jsonl"), 0);
    assert!(broken.unwrap_err().to_string().starts_with("a.jsonl, line 2: "));
    let missing = corpus::read(Path::new("nowhere/a.jsonl"), 0).unwrap_err().to_string();
    assert!(missing.starts_with("nowhere/a.jsonl: ") && missing.contains("DATA must be"), "{missing}");
}
