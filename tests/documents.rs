//! The documents say what the program does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::article;
use dateline::cli::commands_markdown;
use dateline::language::Facts;
use dateline::library::corrections::{Standing, parse};
use dateline::library::{Library, read_names};
use dateline::reader::theme::{Role, Shelf};
use dateline::reader::{actions, keys_markdown};
use folder::Folder;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// `WRITE_DOCUMENTS=1 cargo test` writes the page anew.
#[test]
fn the_page_about_the_keys_is_made_from_the_table_of_actions() {
    if std::env::var_os("WRITE_DOCUMENTS").is_some() {
        fs::write(project("docs/keys.md"), keys_markdown()).unwrap();
    }
    assert_eq!(read("docs/keys.md"), keys_markdown(), "run WRITE_DOCUMENTS=1 cargo test --test documents");
}

#[test]
fn the_page_about_themes_names_every_theme_and_every_role() {
    let page = read("docs/themes.md");
    for listed in Shelf::default().all() {
        assert!(page.contains(&format!("`{}`", listed.name)), "{}", listed.name);
    }
    for role in Role::all() {
        let row = format!("| `{}` | {} |", role.name(), role.about());
        assert!(page.contains(&row), "{row}");
    }
}

/// As above.
#[test]
fn the_page_about_the_commands_is_made_from_the_table_of_commands() {
    if std::env::var_os("WRITE_DOCUMENTS").is_some() {
        fs::write(project("docs/commands.md"), commands_markdown()).unwrap();
    }
    assert_eq!(read("docs/commands.md"), commands_markdown(), "run WRITE_DOCUMENTS=1 cargo test --test documents");
}

#[test]
fn the_page_about_the_configuration_holds_the_commented_defaults() {
    let page = read("docs/configuration.md");
    assert!(page.contains(dateline::reader::settings::DEFAULT), "docs/configuration.md is not up to date");
}

#[test]
fn the_page_about_finding_tells_of_every_field() {
    let page = read("docs/finding.md");
    for (field, _) in dateline::search::query::FIELDS {
        assert!(page.contains(&format!("`{field}:")), "{field}");
    }
}

#[test]
fn every_command_is_in_the_readme() {
    let (readme, page) = (read("README.md"), commands_markdown());
    let commands: Vec<&str> =
        page.split("\n## `dateline ").skip(1).filter_map(|part| part.split([' ', '`']).next()).collect();
    assert!(commands.contains(&"meetings"), "{page}");
    for command in commands.iter().filter(|command| command.starts_with(char::is_alphabetic)) {
        assert!(readme.contains(&format!("    dateline {command} ")), "the README does not tell of {command}");
    }
}

#[test]
fn every_key_in_the_readme_is_one_of_the_table() {
    let readme = read("README.md");
    let keys = readme.split("## Keys").nth(1).unwrap().split("## ").next().unwrap();
    let rows: Vec<&str> = keys.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(rows.len() > 5, "the table of keys is gone");
    let known: Vec<&str> = actions::TABLE.iter().flat_map(|entry| entry.keys.iter().copied()).collect();
    for row in rows {
        for key in row.split(" |").next().unwrap().split('`').skip(1).step_by(2) {
            assert!(known.contains(&key), "`{key}` does nothing");
        }
    }
}

#[test]
fn every_dependency_is_explained() {
    let (manifest, page) = (read("Cargo.toml"), read("docs/dependencies.md"));
    let lists = manifest.split("\n[").filter(|part| part.split(']').next().unwrap().ends_with("dependencies"));
    for name in lists.flat_map(str::lines).filter_map(|line| line.split_once(" = ")).map(|(name, _)| name) {
        assert!(page.contains(&format!("`{name}`")), "docs/dependencies.md does not name {name}");
    }
}

#[test]
fn every_table_that_is_compiled_in_has_its_source_and_licence_told() {
    let sources = read("docs/facts.md");
    let sources = sources.split("## Sources and licences").nth(1).unwrap().split("\n## ").next().unwrap();
    for folder in ["src/language/tables", "src/article"] {
        for file in fs::read_dir(project(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let is_table = file.extension().is_some_and(|end| end == "tsv" || end == "txt");
            assert!(!is_table || sources.contains(&format!("`{name}`")), "{name} has no source");
        }
    }
    let readme = read("README.md");
    let licence = readme.split("## Licence").nth(1).unwrap();
    assert!(licence.contains("GeoNames") && licence.contains("CC BY 4.0"), "{licence}");
}

#[test]
fn the_names_of_the_example_are_read() {
    let page = read("docs/names.md");
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = Folder::new().with("names.toml", example);
    let names = read_names(&folder.path().join("names.toml")).unwrap();
    let facts = Facts::with_user_names(names);
    let text = "Key people of The Harbour Board met Quilly in Business Day Hall.";
    let articles = article::read("a.txt", Path::new("a.txt"), text.as_bytes()).articles;
    let library = Library::from_articles_knowing("", articles, &facts);
    let found: Vec<&str> = library.stories[0].annotations.names.iter().map(|name| name.name.as_str()).collect();
    assert!(found.contains(&"Port Quill Harbour Board") && found.contains(&"Maria Quilligan"), "{found:?}");
    assert!(!found.contains(&"Key"), "{found:?}");
}

#[test]
fn the_corrections_of_the_example_are_read_and_apply() {
    let page = read("docs/corrections.md");
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let (corrections, faults) = parse(example);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(corrections.entries.len(), 10, "one of each");
    let library = Library::built_in().unread().correcting(corrections).analysed(Facts::shipped(), &|_| ());
    let gone: Vec<&Standing> =
        library.standing.iter().filter(|standing| matches!(standing, Standing::Gone(_))).collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    for page in [
        "README.md",
        "CHANGELOG.md",
        "docs/export.md",
        "docs/commands.md",
        "docs/meetings.md",
        "docs/keys.md",
        "docs/reading.md",
        "docs/compare.md",
        "docs/articles.md",
        "docs/dependencies.md",
        "docs/facts.md",
        "docs/names.md",
        "docs/corrections.md",
        "docs/accuracy.md",
        "docs/recogniser.md",
    ] {
        let folder = project(page).parent().unwrap().to_owned();
        for target in read(page).split("](").skip(1).filter_map(|after| after.split(')').next().map(str::to_owned)) {
            if !target.starts_with("https://") {
                assert!(folder.join(&target).exists(), "{page}: {target}");
            }
        }
    }
}
