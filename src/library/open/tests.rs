use std::fs;
use std::path::Path;
use std::sync::Mutex;

use super::*;

/// A folder of the test's own, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn open(paths: &[&Path]) -> Result<Library, OpenError> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    Library::open(&paths, &|_| ())
}

fn ids(library: &Library) -> Vec<&str> {
    library.stories.iter().map(|story| story.article.id.as_str()).collect()
}

const STORY: &str = "Leaders meet in Oslo\n\nThe two leaders met in Oslo on Monday.\n";

#[test]
fn a_folder_is_read_to_its_depths_in_the_order_of_its_ids() {
    let folder = Folder::new("deep");
    for name in ["b.txt", "a/z.txt", "a/b/c.txt", "0.txt"] {
        folder.write(name, STORY);
    }
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(ids(&library), ["0.txt", "a/b/c.txt", "a/z.txt", "b.txt"]);
    assert_eq!(library.label, folder.0.file_name().unwrap().to_string_lossy());
    assert_eq!(library.skipped, []);
}

#[test]
fn a_file_keeps_its_id_whether_it_or_its_folder_is_given() {
    let folder = Folder::new("same-id");
    let file = folder.write("a.txt", STORY);
    assert_eq!(ids(&open(&[&file]).unwrap()), ids(&open(&[&folder.0]).unwrap()));
}

#[test]
fn two_folders_keep_their_files_apart() {
    let folder = Folder::new("two");
    folder.write("north/a.txt", STORY);
    folder.write("south/a.txt", STORY);
    let library = open(&[&folder.0.join("south"), &folder.0.join("north")]).unwrap();
    assert_eq!(ids(&library), ["north/a.txt", "south/a.txt"]);
    assert_eq!(library.label, "2 paths");
}

#[test]
fn ids_that_repeat_are_made_unique_and_told() {
    let folder = Folder::new("repeat");
    let paths = [folder.write("x/a.txt", STORY), folder.write("y/a.txt", STORY), folder.write("z/a.txt~2", STORY)];
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let library = open(&paths).unwrap();
    assert_eq!(ids(&library), ["a.txt", "a.txt~2", "a.txt~3"]);
    // The story was read: nothing is skipped.
    assert_eq!((library.skipped.len(), library.notices.len()), (0, 1));
    assert!(library.notices[0].what.contains("“a.txt~3”"), "{:?}", library.notices);
    assert_eq!(library.label, "3 files");
}

#[test]
fn hidden_and_binary_files_are_passed_over_and_counted() {
    let folder = Folder::new("passed");
    folder.write("a.txt", STORY);
    folder.write(".hidden", STORY);
    folder.write(".git/config", STORY);
    folder.write("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0");
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(ids(&library), ["a.txt"]);
    assert_eq!(library.passed_over, PassedOver { hidden: 2, binary: 1, tables: 0 });
    assert_eq!(library.skipped, []);
}

#[test]
fn a_table_in_a_folder_is_no_story_and_one_that_is_asked_for_is_read() {
    let folder = Folder::new("tables");
    folder.write("a.txt", STORY);
    folder.write("csv", STORY);
    let table = folder.write("stories.tsv", "a.txt\t2031-05-21\n");
    folder.write("sub/COUNTS.CSV", "a,1\n");
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(ids(&library), ["a.txt", "csv"], "only the ending tells a table");
    assert_eq!(library.passed_over.words(), ["2 tables"]);
    let library = open(&[&folder.0, &table]).unwrap();
    assert_eq!(ids(&library), ["a.txt", "csv", "stories.tsv"]);
}

#[test]
fn a_folder_that_is_named_like_a_table_is_entered() {
    let folder = Folder::new("tables_as_folders");
    folder.write("exports.csv/a.txt", STORY);
    folder.write("exports.csv/counts.tsv", "a,1\n");
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(ids(&library), ["exports.csv/a.txt"]);
    assert_eq!(library.passed_over.words(), ["1 table"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_table_is_passed_over_and_one_to_a_folder_is_entered() {
    let folder = Folder::new("linked_tables");
    let outside = Folder::new("linked_tables_outside");
    let table = outside.write("counts.csv", "a,1\n");
    let story = outside.write("stories/a.txt", STORY);
    folder.write("b.txt", "Other words stand here.");
    std::os::unix::fs::symlink(table, folder.0.join("linked.csv")).unwrap();
    std::os::unix::fs::symlink(story.parent().unwrap(), folder.0.join("stories.tsv")).unwrap();
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(ids(&library), ["b.txt", "stories.tsv/a.txt"]);
    assert_eq!(library.passed_over.words(), ["1 table"]);
}

#[test]
fn a_hidden_path_is_read_where_it_is_asked_for() {
    let folder = Folder::new("asked");
    let file = folder.write(".news/.draft", STORY);
    assert_eq!(ids(&open(&[&file]).unwrap()), [".draft"]);
}

#[test]
fn a_bad_file_never_hides_the_good_ones() {
    let folder = Folder::new("bad");
    folder.write("a.txt", STORY);
    folder.write("empty.txt", "");
    folder.write("odd.txt", b"caf\xe9 \xff\xfe\xfd");
    let large = fs::File::create(folder.0.join("large.txt")).unwrap();
    large.set_len(17 << 20).unwrap();
    let library = open(&[&folder.0, &folder.0.join("nowhere.txt")]).unwrap();
    assert_eq!(ids(&library), ["a.txt", "odd.txt"]);
    let told: Vec<String> = library
        .skipped
        .iter()
        .map(|skip| format!("{}: {}", skip.path.file_name().unwrap().to_string_lossy(), skip.why))
        .collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("empty.txt: "), "{told:?}");
    assert_eq!(told[1], "large.txt: is larger than 16 MB; split it into smaller files");
    assert!(told[2].starts_with("nowhere.txt: there is no such file"), "{told:?}");
}

#[test]
fn nothing_to_read_is_told_with_the_path_and_what_was_passed_over() {
    let folder = Folder::new("empty");
    assert!(
        open(&[&folder.0])
            .unwrap_err()
            .to_string()
            .ends_with("no articles here; give a folder that holds text or JSONL files")
    );
    folder.write(".hidden", STORY);
    folder.write("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\r");
    let told = open(&[&folder.0]).unwrap_err().to_string();
    assert!(told.contains("no articles here (1 hidden and 1 binary passed over)"), "{told}");
    let told = open(&[&folder.0.join("photo.png")]).unwrap_err().to_string();
    assert!(told.ends_with("photo.png: is not a text file; give text or JSONL files"), "{told}");
    let told = open(&[&folder.0.join("nowhere")]).unwrap_err().to_string();
    assert!(told.ends_with("nowhere: there is no such file or folder; check the spelling"), "{told}");
}

#[test]
fn a_file_is_read_once_however_many_paths_lead_to_it() {
    let folder = Folder::new("once");
    let file = folder.write("a.txt", STORY);
    assert_eq!(ids(&open(&[&folder.0, &file, &folder.0]).unwrap()), ["a.txt"]);
}

#[cfg(unix)]
#[test]
fn links_that_run_in_a_circle_end() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("circle");
    folder.write("sub/m.txt", STORY);
    symlink("..", folder.0.join("sub/up")).unwrap();
    symlink("self", folder.0.join("self")).unwrap();
    symlink("sub/m.txt", folder.0.join("a-link.txt")).unwrap();
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(ids(&library), ["sub/m.txt"]);
    // The link to itself leads nowhere.
    assert_eq!(library.skipped.len(), 1, "{:?}", library.skipped);
}

#[cfg(unix)]
#[test]
fn devices_are_refused() {
    let told = open(&[Path::new("/dev/zero")]).unwrap_err().to_string();
    assert_eq!(told, "/dev/zero: is neither a file nor a folder; save its text in a file");
}

#[cfg(unix)]
#[test]
fn names_that_are_hostile_or_not_unicode_become_safe_ids() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("names");
    for name in [b"\x1b[31mred\x07.txt".as_slice(), b"\xff\xfe.txt", b"two\nlines.txt", b"\x1b[2J"] {
        fs::write(folder.0.join(OsStr::from_bytes(name)), STORY).unwrap();
    }
    let library = open(&[&folder.0]).unwrap();
    assert_eq!(library.stories.len(), 4);
    for id in ids(&library) {
        assert!(!id.is_empty() && !id.chars().any(char::is_control), "{id:?}");
    }
    let told = open(&[&folder.0.join("\x1b]0;title\x07gone\n.txt")]).unwrap_err().to_string();
    assert!(!told.chars().any(char::is_control), "{told:?}");
}

#[test]
fn progress_ends_with_every_file_read() {
    let folder = Folder::new("progress");
    for number in 0..30 {
        folder.write(&format!("{number}.txt"), STORY);
    }
    let seen = Mutex::new(Vec::new());
    Library::open(std::slice::from_ref(&folder.0), &|at| seen.lock().unwrap().push(at)).unwrap();
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen.first(), Some(&Progress::Scanning));
    assert!(seen.contains(&Progress::Reading { done: 30, total: 30 }));
    assert_eq!(seen.last(), Some(&Progress::Linking { stories: 30, reached: Reached { steps: 2, inside: None } }));
}
