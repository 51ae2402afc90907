use std::fs;

use super::*;

/// A file in a folder of its own, removed at the end.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("dateline-state-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Self(folder.join("deeper").join("state.db"))
    }

    fn open(&self) -> Store {
        let (store, aside) = Store::open(&self.0).unwrap();
        assert_eq!(aside, None);
        store
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if let Some(folder) = self.0.parent().and_then(Path::parent) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn key(file: &str, words: &str) -> StoryKey {
    StoryKey { file: file.into(), words: words.into() }
}

/// Tags for a story of which none are known.
fn tags(now: &[&str]) -> Change {
    Change::Tags { known: Vec::new(), now: now.iter().map(|tag| (*tag).to_owned()).collect() }
}

/// A note for a story of which none is known.
fn note(now: &str) -> Change {
    Change::Note { known: String::new(), now: now.to_owned() }
}

#[test]
fn two_readers_of_one_story_lose_neither_tags_nor_notes_of_each_other() {
    let file = File::new("both");
    let (mut one, mut other) = (file.open(), file.open());
    one.keep(&[(key("/a", "1"), tags(&["sarn"])), (key("/a", "1"), note("Which day?"))]).unwrap();
    other.keep(&[(key("/a", "1"), tags(&["check"])), (key("/a", "1"), note("Ask the desk."))]).unwrap();
    let own = &one.load(&[key("/a", "1")]).unwrap()[0].own;
    assert_eq!((own.tags.join(" "), own.note.as_str()), ("check sarn".to_owned(), "Which day?\nAsk the desk."));
}

#[test]
fn what_was_done_is_there_again_after_a_restart() {
    let file = File::new("restart");
    let up_to = ReadUpTo { in_title: false, offset: 812, above: 2 };
    let changes = [
        Change::Read(true),
        Change::Starred(true),
        tags(&["Sochi", "to check"]),
        note("The day?\nAsk the desk."),
        Change::UpTo(Some(up_to)),
    ];
    let changes: Vec<(StoryKey, Change)> = changes.map(|change| (key("/a", "1"), change)).into();
    file.open().keep(&changes).unwrap();
    let own = Own {
        read: true,
        starred: true,
        tags: vec!["Sochi".into(), "to check".into()],
        note: "The day?\nAsk the desk.".into(),
    };
    let found = file.open().load(&[key("/a", "1"), key("/b", "2")]).unwrap();
    assert_eq!(found, [Kept { own, up_to: Some(up_to), is_marked: true }, Kept::default()]);
}

#[test]
fn a_story_is_known_by_its_place_or_by_its_words() {
    let file = File::new("keys");
    let mut store = file.open();
    store.keep(&[(key("/old/a", "1"), Change::Starred(true))]).unwrap();
    let starred = |store: &Store, key: StoryKey| store.load(&[key]).unwrap()[0].own.starred;
    assert!(starred(&store, key("/new/a", "1")), "moved");
    assert!(starred(&store, key("/old/a", "2")), "edited");
    assert!(!starred(&store, key("/new/a", "2")), "another story");
    store.keep(&[(key("/new/a", "1"), Change::Read(true))]).unwrap();
    assert!(starred(&store, key("/new/a", "9")), "what was kept under its words came along");
}

#[test]
fn two_readers_at_once_keep_both_their_changes() {
    let file = File::new("two");
    let (mut one, mut other) = (file.open(), file.open());
    let writing = |store: &mut Store, tag: &str| {
        for at in 0..40 {
            store.keep(&[(key(&format!("/{tag}{at}"), tag), Change::Read(true))]).unwrap();
        }
    };
    std::thread::scope(|threads| {
        threads.spawn(|| writing(&mut one, "a"));
        threads.spawn(|| writing(&mut other, "b"));
    });
    one.keep(&[(key("/x", "x"), Change::Starred(true))]).unwrap();
    other.keep(&[(key("/x", "x"), Change::Read(true))]).unwrap();
    let store = file.open();
    let read = store.load(&[key("/a39", "?"), key("/b39", "?")]).unwrap();
    assert!(read.iter().all(|kept| kept.own.read));
    let both = &store.load(&[key("/x", "x")]).unwrap()[0].own;
    assert!(both.read && both.starred);
}

#[test]
fn a_damaged_file_is_set_aside_and_told_of() {
    let file = File::new("damaged");
    fs::create_dir_all(file.0.parent().unwrap()).unwrap();
    fs::write(&file.0, "this was never a database, but somebody's words").unwrap();
    let (store, aside) = Store::open(&file.0).unwrap();
    let aside = aside.unwrap();
    assert_eq!(fs::read_to_string(&aside).unwrap(), "this was never a database, but somebody's words");
    assert_eq!(store.load(&[key("/a", "1")]).unwrap(), [Kept::default()]);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_with_its_path() {
    let file = File::new("blocked");
    fs::create_dir_all(file.0.parent().unwrap().parent().unwrap()).unwrap();
    fs::write(file.0.parent().unwrap(), "a file where a folder is needed").unwrap();
    let error = Store::open(&file.0).unwrap_err();
    assert!(error.to_string().contains("state.db: "), "{error}");
}

fn mark(letter: char, title: &str) -> Mark {
    let focus = Some(KeptWords { in_title: false, start: 3, end: 9 });
    let place = KeptPlace { top: Some(ReadUpTo { in_title: false, offset: 812, above: 2 }), focus };
    Mark { letter, place, title: title.into(), line: "They met at noon.".into() }
}

#[test]
fn marks_are_kept_for_each_library_one_for_each_letter() {
    let file = File::new("marks");
    let store = file.open();
    store.keep_mark("/news", &key("/a", "1"), &mark('b', "Old")).unwrap();
    store.keep_mark("/news", &key("/b", "2"), &mark('b', "New")).unwrap();
    store.keep_mark("/news", &key("/a", "1"), &mark('a', "First")).unwrap();
    store.keep_mark("/other", &key("/a", "1"), &mark('z', "Elsewhere")).unwrap();
    let kept = file.open().marks("/news").unwrap();
    assert_eq!(kept, [(key("/a", "1"), mark('a', "First")), (key("/b", "2"), mark('b', "New"))]);
}

#[test]
fn a_mark_that_someone_tampered_with_reaches_no_terminal_and_leads_to_the_top() {
    let file = File::new("marks-hostile");
    let store = file.open();
    store.keep_mark("/news", &key("/a", "1"), &mark('a', "x\u{1b}[2Jy\u{202e}")).unwrap();
    store.connection.execute("UPDATE mark SET place = 'nowhere'", []).unwrap();
    store.connection.execute("INSERT INTO mark VALUES ('/news', '\u{1b}', '/a', '1', '{}', '', '')", []).unwrap();
    let kept = store.marks("/news").unwrap();
    assert_eq!(kept.len(), 1, "what no key can give is no mark");
    assert_eq!((kept[0].1.title.as_str(), kept[0].1.place), ("xy", KeptPlace::default()));
}

#[test]
fn a_file_of_an_older_program_is_taken_over_with_all_that_is_in_it() {
    let file = File::new("older");
    fs::create_dir_all(file.0.parent().unwrap()).unwrap();
    // As the first version made it.
    let old = Connection::open(&file.0).unwrap();
    old.execute_batch(
        "CREATE TABLE story (
             file TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL,
             read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
             tags TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
             in_title INTEGER, offset INTEGER, above INTEGER, changed INTEGER NOT NULL DEFAULT 0);
         CREATE INDEX story_by_words ON story (words);
         CREATE TABLE session (library TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
         INSERT INTO story (file, words, starred, note) VALUES ('/a', '1', 1, 'ask');
         INSERT INTO story (file, words, read) VALUES ('/b', '2', 1);
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(old);
    let store = file.open();
    let own = &store.load(&[key("/a", "1")]).unwrap()[0].own;
    assert!(own.starred && own.note == "ask");
    store.keep_mark("/news", &key("/a", "1"), &mark('a', "First")).unwrap();
    assert_eq!(file.open().marks("/news").unwrap().len(), 1);
    // Whoever has marked a story there has begun to read.
    let marked = |words: &str| file.open().load(&[key("/none", words)]).unwrap()[0].is_marked;
    assert_eq!((marked("1"), marked("2")), (false, true));
    let version: i64 = store.connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, VERSION);
}

#[test]
fn what_a_strange_file_holds_reaches_no_terminal() {
    let file = File::new("hostile");
    let mut store = file.open();
    let hostile = "a\u{1b}]52;c;eA==\u{7}b\u{202e}".to_owned();
    store.keep(&[(key("/a", "1"), tags(&[&hostile])), (key("/a", "1"), note(&hostile))]).unwrap();
    let own = &store.load(&[key("/a", "1")]).unwrap()[0].own;
    assert_eq!((own.tags.clone(), own.note.as_str()), (vec!["ab".to_owned()], "ab"));
}

#[test]
fn that_a_story_was_marked_is_known_when_it_is_unread_again() {
    let file = File::new("marked");
    let read = [true, false].map(|read| (key("/a", "1"), Change::Read(read)));
    file.open().keep(&read).unwrap();
    file.open().keep(&[(key("/b", "2"), Change::Starred(true))]).unwrap();
    let kept = file.open().load(&[key("/a", "1"), key("/b", "2"), key("/moved", "1")]).unwrap();
    assert_eq!(kept.iter().map(|kept| kept.is_marked).collect::<Vec<_>>(), [true, false, true]);
    assert!(kept.iter().all(|kept| !kept.own.read));
}

#[test]
fn a_change_can_be_taken_back() {
    let before = Kept {
        own: Own { starred: true, note: "x".into(), ..Own::default() },
        up_to: None,
        // That it was marked is not taken back.
        is_marked: true,
    };
    for change in [
        Change::Starred(false),
        Change::Note { known: "x".into(), now: String::new() },
        Change::Read(true),
        tags(&["t"]),
    ] {
        let mut kept = before.clone();
        change.apply(&mut kept);
        assert_ne!(kept, before);
        change.undone(&before).apply(&mut kept);
        assert_eq!(kept, before);
    }
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_its_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let file = File::new("private");
    drop(file.open());
    fs::set_permissions(&file.0, fs::Permissions::from_mode(0o644)).unwrap();
    let mut store = file.open();
    store.keep(&[(key("a.txt", "w"), Change::Starred(true))]).unwrap();
    let folder = file.0.parent().unwrap();
    assert_eq!(rights(folder), 0o700);
    let sessions = Sessions::new(folder.join("sessions"));
    sessions.keep("/news", "x").unwrap();
    assert_eq!(rights(&folder.join("sessions")), 0o700);
    let kept = fs::read_dir(folder).unwrap().chain(fs::read_dir(folder.join("sessions")).unwrap());
    let files: Vec<PathBuf> = kept.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        assert_eq!(rights(&file), 0o600, "{}", file.display());
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_another_name_keeps_its_rights_and_a_second_store_touches_none() {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let file = File::new("shared");
    let folder = file.0.parent().unwrap().join("of-many");
    fs::create_dir_all(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let path = folder.join("state.db");
    let first = Store::open(&path).unwrap();
    assert_eq!((rights(&folder), rights(&path)), (0o755, 0o600));
    // To look at the rights it would have to open the file, and closing it would take the locks of the first away.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let second = Store::open(&path).unwrap();
    assert_eq!(rights(&path), 0o644);
    drop((first, second));
    drop(Store::open(&path).unwrap());
    assert_eq!(rights(&path), 0o600);
}
