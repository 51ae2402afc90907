//! The pictures in the documents are made from the real screen: the five sample articles, read and drawn by the program.
//!
//! A picture that differs from what the program draws now fails. `WRITE_DOCUMENTS=1 cargo test --test pictures` draws all of
//! them anew; look at them before you commit them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod stage;
#[path = "stage/svg.rs"]
mod svg;

use std::fs;
use std::path::Path;

use dateline::language::Facts;
use dateline::library::Library;
use dateline::library::corrections::parse;
use dateline::reader::actions::{Action, Command};
use dateline::reader::model::Model;
use dateline::reader::model::look::Look;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use stage::{Size, press, screen};

const WIDE: Size = (120, 36);

/// Name, theme, keys, size, and what is seen.
const PICTURES: &[(&str, &str, &str, Size, &str)] = &[
    ("compare", "dark", "Enter c", (120, 32), "Two stories side by side: facts with a sign between them"),
    (
        "why",
        "dark",
        "Enter w j j",
        (120, 34),
        "Why two stories are linked: both sentences, and the reasons with their weights",
    ),
    ("peek", "dark", "Enter p", (120, 34), "A look at the other story over the lower part of the screen"),
    ("dark", "dark", "Enter", WIDE, "A story: the list, the text with its names, the panel about a meeting"),
    ("light", "light", "Enter", WIDE, "The same story in the light theme"),
    ("filter", "dark", "/ who:putin_kind:c", (100, 28), "The filter line with a field and its values"),
    ("find", "dark", "Enter / syria", (100, 28), "A word that is looked for in the text, lit and counted"),
    ("palette", "dark", ": story", (100, 28), "The list of actions, filtered by a word"),
    ("names", "dark", "3 j", (100, 30), "All names by mentions, with the top facts of the one at the cursor"),
    ("name", "dark", "3 Enter", (100, 36), "The page of a name: spellings, offices, meetings, company, mentions"),
    ("help", "dark", "?", (100, 36), "The help: every key, in groups"),
    ("meetings", "dark", "2", (120, 35), "All meetings: the line of time with a lane a series, and a row a meeting"),
    ("meeting", "dark", "2 Enter", (120, 30), "The page of a meeting: every fact with the words that say it"),
    ("corrections", "dark", "", (100, 30), "What was corrected, with what that changed and whether it applies"),
    ("map", "dark", "4 Right Down", (120, 34), "The map: stories, their meetings, and who was there, joined by lines"),
    (
        "themes",
        "colour-blind-safe",
        "",
        WIDE,
        "The list of themes below the stories, which wear the one under the cursor",
    ),
];

/// The same library, corrected as the page about corrections does.
fn corrected(library: &Library) -> Library {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/corrections.md")).unwrap();
    let (corrections, _) = parse(page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap());
    library.unread().correcting(corrections).analysed(Facts::shipped(), &|_| ())
}

fn reader(library: &Library, theme: &str, (width, height): Size) -> Model {
    let mut look = Look::default();
    theme.clone_into(&mut look.name);
    let mut model = Model::new(Theme::shipped(theme), width, height).wearing(look);
    update(&mut model, Action::Loaded(Box::new(library.clone())));
    model
}

/// Goes on to the first passage about a meeting that another story tells of too.
fn to_a_shared_meeting(model: &mut Model) {
    for _ in 0..20 {
        press(model, "Tab");
        if screen(model, WIDE).backend().to_string().contains("Same meeting") {
            return;
        }
    }
    panic!("no meeting of this story is told in another one");
}

#[test]
fn the_pictures_show_what_the_program_draws() {
    let library = Library::built_in();
    let mut stale = Vec::new();
    for &(name, theme, keys, size, title) in PICTURES {
        let mut model = reader(&library, theme, size);
        press(&mut model, keys);
        if size == WIDE {
            to_a_shared_meeting(&mut model);
        }
        if name == "corrections" {
            update(&mut model, Action::Loaded(Box::new(corrected(&library))));
            update(&mut model, Action::Do(Command::Corrections));
            press(&mut model, "j j");
        }
        if name == "themes" {
            update(&mut model, Action::Do(Command::Themes));
        }
        let mut terminal = screen(&model, size);
        let cursor = terminal.backend().cursor_visible().then(|| terminal.get_cursor_position().unwrap());
        let drawn = svg::draw(terminal.backend().buffer(), cursor, title);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/pictures/{name}.svg"));
        if std::env::var_os("WRITE_DOCUMENTS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &drawn).unwrap();
        }
        if fs::read_to_string(&path).is_ok_and(|committed| committed == drawn) {
            continue;
        }
        stale.push(format!("docs/pictures/{name}.svg"));
    }
    let how = "run WRITE_DOCUMENTS=1 cargo test --test pictures, look at them, and commit them";
    assert!(stale.is_empty(), "the screen has changed: {}; {how}", stale.join(", "));
}
