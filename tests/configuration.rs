//! What `dateline config check` says of a file with a mistake: where it is, what is wrong, and what comes nearest.

mod folder;
mod program;

use folder::Folder;
use program::{fails, run};

#[test]
fn a_mistake_is_told_in_one_line_with_the_file_the_line_and_what_comes_nearest() {
    for (text, line, what) in [
        ("[mouse]\nenabeld = false\n", 2, "there is no key `enabeld`; did you mean `enabled`?"),
        ("\n[raeding]\n", 2, "there is no key `raeding`; did you mean `reading`?"),
        ("mouse = true\n", 1, "`mouse` is a section; write [mouse]"),
        ("[keys.lsit]\n\"x\" = \"top\"\n", 1, "there is no key `lsit`; did you mean `list`?"),
        (
            "[keys]\n\"C-t\" = \"thmes\"\n",
            2,
            "there is no action `thmes`; did you mean `themes`? (`dateline config actions` prints them all)",
        ),
        (
            "[theme]\nname = \"drak\"\n",
            2,
            "there is no theme `drak`; did you mean `dark`? (`dateline config themes` lists them)",
        ),
        (
            "[list]\nsort = \"tilte\"\n",
            2,
            "`sort` cannot be “tilte”; did you mean `title`? (it is one of relevance, newest, oldest, title, outlet, linked)",
        ),
        (
            "[queries]\ncalls = \"knid:call\"\n",
            2,
            "no field knid: – did you mean kind:? (a ' before it searches for the word itself)",
        ),
        ("[reading]\nmeasure = 9000\n", 2, "`measure` takes a number from 30 to 140"),
    ] {
        let folder = Folder::new().with("mine.toml", text);
        let ran = run(folder.path(), &["config", "check", "--config", "mine.toml"]);
        fails(&ran, 1, &format!("dateline: mine.toml, line {line}: {what}"));
    }
}

#[test]
fn a_file_that_is_no_toml_is_told_with_the_line_where_it_ends_to_be_any() {
    let folder = Folder::new().with("mine.toml", "[mouse]\nenabled = \n");
    let ran = run(folder.path(), &["config", "check", "--config", "mine.toml"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (Some(1), "", 1), "{}", ran.err);
    assert!(ran.err.starts_with("dateline: mine.toml, line 2: "), "{}", ran.err);
}
