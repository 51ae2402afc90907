//! The rooms of the house and who may use whom, read from the `use` lines.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up; a room may use the rooms before it.
const ROOMS: [&str; 12] = [
    "text", "article", "language", "meetings", "links", "library", "dossier", "search", "export", "reader", "cli",
    "training",
];

/// What training may use: it stands at the top only because it reads files.
const UNDER_TRAINING: [&str; 5] = ["text", "article", "language", "meetings", "links"];

/// Rooms that do not see what stands before them although they stand later.
const APART: [(&str, &str); 2] = [("export", "search"), ("search", "export")];

fn source_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// Every source file with its room and its code without comments, literals kept.
fn sources() -> Vec<(PathBuf, String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    source_files(&source, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&source).unwrap();
            let room = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
            let code = fs::read_to_string(&path).unwrap();
            // The two slashes of an address begin no comment.
            let code = code.lines().map(|line| {
                let starts = line.match_indices("//").map(|(at, _)| at);
                let comment = starts.into_iter().find(|&at| !line[..at].ends_with([':', '/']));
                &line[..comment.unwrap_or(line.len())]
            });
            (inside.to_owned(), room, code.collect::<Vec<_>>().join("\n"))
        })
        .collect()
}

/// The rooms that a piece of code names by `crate::room`, also in groups such as `crate::{text, article::Article}`.
fn rooms_named(code: &str) -> Vec<String> {
    named_below("crate::", code)
}

/// The modules of the standard library that a piece of code names, also in groups such as `std::{fs, io::Read}`.
fn names_of_std(code: &str) -> Vec<String> {
    named_below("std::", code)
}

fn named_below(root: &str, code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices(root) {
        let after = &code[at + root.len()..];
        if let Some(group) = after.strip_prefix('{') {
            let mut depth = 1;
            let mut item = String::new();
            for c in group.chars() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                if depth == 0 {
                    break;
                }
                if depth == 1 && c == ',' {
                    named.push(std::mem::take(&mut item));
                } else if depth == 1 {
                    item.push(c);
                }
            }
            named.push(item);
        } else {
            named.push(after.to_owned());
        }
    }
    let word = |item: &str| item.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    named.iter().map(|item| word(item)).filter(|word| !word.is_empty()).collect()
}

#[test]
fn modules_are_seen_in_groups_too() {
    assert_eq!(named_below("std::", "use std::{fs, io::{self, Read}, env::var};"), ["fs", "io", "env"]);
    assert_eq!(
        named_below("crate::", "use crate::text::Span; crate::{article, links::connect}"),
        ["text", "article", "links"]
    );
}

fn floor(room: &str) -> Option<usize> {
    ROOMS.iter().position(|one| *one == room)
}

#[test]
fn every_folder_is_a_room_of_the_table() {
    for (file, room, _) in sources() {
        assert!(
            floor(&room).is_some() || ["lib", "main", "bin"].contains(&room.as_str()),
            "{} is in no room",
            file.display()
        );
    }
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    for (file, room, code) in sources() {
        let Some(here) = floor(&room) else { continue };
        for used in rooms_named(&code) {
            let Some(there) = floor(&used) else { continue };
            let apart = APART.contains(&(room.as_str(), used.as_str()));
            assert!(there <= here && !apart, "{} uses {used}, which {room} may not", file.display());
        }
    }
}

#[test]
fn training_uses_only_what_the_recogniser_is_made_of() {
    for (file, room, code) in sources() {
        if room == "training" {
            for used in rooms_named(&code) {
                let known = floor(&used).is_none() || UNDER_TRAINING.contains(&used.as_str()) || used == room;
                assert!(known, "{} uses {used}", file.display());
            }
        } else if room != "bin" && file != Path::new("language/mod.rs") {
            assert!(!code.contains("language::training"), "{} uses what training alone may see", file.display());
        }
    }
}

#[test]
fn nothing_climbs_out_of_its_room_without_naming_the_next() {
    for (file, _, code) in sources() {
        assert!(!code.contains("super::super::"), "{} climbs; write crate::room", file.display());
        // Above a room's own file is the house.
        if file.components().count() == 2 && file.file_name().is_some_and(|name| name == "mod.rs") {
            let own = code.split("#[cfg(test)]").next().unwrap();
            assert!(!own.contains("super::"), "{} climbs; write crate::room", file.display());
        }
    }
}

#[test]
fn no_file_outgrows_its_room() {
    const MOST_LINES: usize = 400;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (file, ..) in sources() {
        let text = fs::read_to_string(root.join(&file)).unwrap();
        let is_test = file.file_name().is_some_and(|name| name == "tests.rs" || name == "fixture.rs");
        let lines = text.split("\n#[cfg(test)]\nmod ").next().unwrap().lines().count();
        assert!(is_test || lines <= MOST_LINES, "{} has {lines} lines; part it", file.display());
    }
}

/// Functions of more lines than a screen has, with how many lines each takes. None may be added and none may grow: whoever
/// parts a function takes it out, whoever shortens one writes its new length.
const LONG: [(&str, &str, usize); 13] = [
    ("meetings/candidates.rs", "build", 80),
    ("meetings/merge/fit.rs", "fit", 78),
    ("meetings/scene/delegates.rs", "read", 57),
    ("meetings/scene/sides.rs", "drop_states_that_introduce_people", 65),
    ("meetings/slots/objects.rs", "step", 68),
    ("meetings/slots/place.rs", "leads_away", 79),
    ("meetings/slots/status.rs", "status", 64),
    ("meetings/slots/unnamed.rs", "meets_an_office", 52),
    ("meetings/triggers/nouns.rs", "at", 59),
    ("meetings/triggers/verbs.rs", "idiom", 67),
    ("reader/model/mod.rs", "new", 54),
    ("reader/run.rs", "run", 57),
    ("reader/run.rs", "take", 53),
];

/// The functions of a file, each with how many lines it takes: in formatted code it ends with a brace as far to the right as
/// its first line begins.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let name = |line: &str| {
        let (before, after) = line.split_once("fn ")?;
        let is_head = before
            .split_whitespace()
            .all(|word| word.starts_with("pub") || word.ends_with(')') || ["const", "async", "unsafe"].contains(&word));
        let name = after.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
        (is_head && !name.is_empty()).then(|| after.get(..name.len())).flatten().map(str::len)
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(length) = name(line) else { continue };
        let indent = line.len() - line.trim_start().len();
        let end = lines.iter().skip(at).position(|line| line.trim_end().len() == indent + 1 && line.ends_with('}'));
        let (_, after) = line.split_once("fn ").unwrap();
        found.extend(end.filter(|_| !line.ends_with('}')).map(|end| (after.split_at(length).0, end + 1)));
    }
    found
}

#[test]
fn no_function_is_longer_than_a_screen() {
    const MOST_LINES: usize = 50;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut left: Vec<_> = LONG.to_vec();
    for (file, ..) in sources() {
        let file = file.to_string_lossy().into_owned();
        if file.contains("tests") || file.contains("fixture") {
            continue;
        }
        let text = fs::read_to_string(root.join(&file)).unwrap();
        for (name, lines) in functions(text.split("\n#[cfg(test)]\nmod ").next().unwrap()) {
            if lines <= MOST_LINES {
                continue;
            }
            let known =
                left.iter().position(|(own, function, most)| *own == file && *function == name && lines == *most);
            assert!(known.is_some(), "{name} in {file} has {lines} lines, which the list does not know; part it");
            left.remove(known.unwrap());
        }
    }
    assert_eq!(left, [], "these are no longer as long: mend the list");
}

#[test]
fn each_program_uses_only_its_command_line() {
    for (program, room) in [
        ("main.rs", "cli"),
        ("bin/train-names.rs", "training"),
        ("bin/train-links.rs", "training"),
        ("bin/train-meetings.rs", "training"),
    ] {
        let (_, _, code) = sources().into_iter().find(|(file, ..)| file == Path::new(program)).unwrap();
        let named: Vec<&str> =
            code.split("dateline::").skip(1).map(|after| after.split("::").next().unwrap()).collect();
        assert_eq!(named, [room], "{program}");
    }
}

#[test]
fn only_the_reader_and_above_know_the_terminal() {
    for (file, room, code) in sources() {
        if floor(&room).is_some_and(|here| here < floor("reader").unwrap()) {
            for name in ["ratatui", "crossterm"] {
                assert!(!code.contains(name), "{} names {name}", file.display());
            }
        }
    }
}

#[test]
fn only_the_library_and_above_touch_the_disk() {
    for (file, room, code) in sources() {
        let is_test = file.file_name().is_some_and(|name| name == "tests.rs")
            || file.components().any(|part| part.as_os_str() == "tests");
        if floor(&room).is_some_and(|here| here < floor("library").unwrap()) && !is_test {
            let code = code.split("#[cfg(test)]").next().unwrap();
            for name in ["fs", "env", "net", "process"] {
                assert!(!names_of_std(code).iter().any(|used| used == name), "{} names std::{name}", file.display());
            }
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (file, ..) in sources() {
        let is_test = file.file_name().is_some_and(|name| name == "tests.rs")
            || file.components().any(|part| part.as_os_str() == "tests");
        let text = fs::read_to_string(root.join(&file)).unwrap();
        assert!(is_test || text.starts_with("//! "), "{} does not say what it is for", file.display());
    }
}
