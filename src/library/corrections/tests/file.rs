//! The file of corrections: what is written into it, taken out of it and put back, whoever else writes.

use super::*;

fn scratch(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("dateline-corrections-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder.join("below").join("corrections.toml")
}

#[test]
fn entries_go_into_the_file_and_out_of_it() {
    let path = scratch("in-and-out");
    assert_eq!(read_corrections(&path).unwrap().0, Corrections::default());
    let entries = one_of_each();
    for entry in &entries {
        add(&path, entry, "").unwrap();
    }
    assert_eq!(read_corrections(&path).unwrap().0.entries, entries);
    assert!(note(&path, &entries[3].what, "nothing \"changed\"").unwrap());
    assert_eq!(read_corrections(&path).unwrap().0.entries[3].changed.as_deref(), Some("nothing \"changed\""));
    for entry in &entries {
        assert!(remove(&path, &entry.what, "").unwrap().is_some());
        assert!(remove(&path, &entry.what, "").unwrap().is_none());
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), HEADER);
    let bare = Entry { changed: None, ..entries[0].clone() };
    add(&path, &bare, "").unwrap();
    assert!(note(&path, &bare.what, "2 names").unwrap());
    assert_eq!(read_corrections(&path).unwrap().0.entries[0].changed.as_deref(), Some("2 names"));
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn what_is_taken_back_stands_again_byte_for_byte_where_it_stood() {
    let path = scratch("back");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let first = "# mine\n\n[[rename]] # the ministry asked for it\nname = \"Kolm\" # as of 2018\n# not Kolmar\nto = \"Kollum\"\n";
    let second = "\n# wins\n[[rename]]\nname = \"Kolm\"\nto = \"Kolmen\"\n# end\n";
    let rename = |to: &str| What::Reading(Correction::Rename { name: "Kolm".into(), to: to.into() });
    let more = Entry { what: rename("Kolma"), made: None, changed: None };
    for (one, other) in
        [(first.to_owned(), second.to_owned()), (first.replace('\n', "\r\n"), second.replace('\n', "\r\n"))]
    {
        for (taken, kept) in [("Kollum", other.as_str()), ("Kolmen", one.as_str())] {
            let whole = format!("{one}{other}");
            fs::write(&path, &whole).unwrap();
            let out = remove(&path, &rename(taken), "").unwrap().unwrap();
            assert!(fs::read_to_string(&path).unwrap().contains(kept.trim()));
            put_back(&path, &out, "").unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), whole);
            // What was added meanwhile stays behind it.
            let out = remove(&path, &rename(taken), "").unwrap().unwrap();
            add(&path, &more, "").unwrap();
            put_back(&path, &out, "").unwrap();
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with(&whole) && text.contains("Kolma\""), "{text}");
        }
    }
    // Where everything around it is another, it goes to the end.
    fs::write(&path, first).unwrap();
    let out = remove(&path, &rename("Kollum"), "").unwrap().unwrap();
    fs::write(&path, "[[rename]]\nname = \"A\"\nto = \"B\"\n").unwrap();
    put_back(&path, &out, "").unwrap();
    assert_eq!(
        read_corrections(&path).unwrap().0.entries.last().map(|entry| entry.what.clone()),
        Some(rename("Kollum"))
    );
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn the_only_entry_and_one_of_two_equal_ones_stand_again_byte_for_byte() {
    let path = scratch("back-alone");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let only = "[[rename]] # the ministry asked for it\nname = \"Kolm\" # as of 2018\nto = \"Kollum\"\n";
    let what = What::Reading(Correction::Rename { name: "Kolm".into(), to: "Kollum".into() });
    let other = "[[rename]]\nname = \"A\"\nto = \"B\"\n";
    for whole in [
        only.to_owned(),
        only.trim_end().to_owned(),
        only.replace('\n', "\r\n"),
        format!("{only}# the end\n"),
        format!("{only}{only}{other}"),
        format!("{only}\n{other}\n{only}\n{other}"),
    ] {
        fs::write(&path, &whole).unwrap();
        let out = remove(&path, &what, "").unwrap().unwrap();
        put_back(&path, &out, "").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    }
    // All entries taken out, and taken back in turn.
    let whole = format!("{only}\n# why\n{other}");
    fs::write(&path, &whole).unwrap();
    let first = remove(&path, &what, "").unwrap().unwrap();
    let rename = What::Reading(Correction::Rename { name: "A".into(), to: "B".into() });
    let second = remove(&path, &rename, "").unwrap().unwrap();
    put_back(&path, &second, "").unwrap();
    put_back(&path, &first, "").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn what_goes_to_the_end_keeps_the_comments_in_it() {
    let path = scratch("back-at-end");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let only = "[[rename]] # the ministry asked for it\nname = \"Kolm\" # as of 2018\nto = \"Kollum\"\n";
    let what = What::Reading(Correction::Rename { name: "Kolm".into(), to: "Kollum".into() });
    let other = "[[rename]]\nname = \"A\"\nto = \"B\"";
    fs::write(&path, only).unwrap();
    let out = remove(&path, &what, "").unwrap().unwrap();
    fs::write(&path, other).unwrap();
    put_back(&path, &out, "").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{other}\n\n{only}"));
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn the_comment_of_an_entry_goes_with_it_whatever_its_story_is_called_now() {
    let never = What::Reading(Correction::Never { words: vec!["Macron".into()], story: Some("0.txt".into()) });
    let entry = Entry { what: never.clone(), made: Some(date(2026, 11, 22)), changed: None };
    let text = with("# mine\n", &entry, "“Macron” is never a name in “A quiet week” (The Courier)");
    let (left, taken) = without(&text, &never, "“Macron” is never a name in 0.txt").unwrap();
    assert_eq!(left, "# mine\n");
    assert_eq!(back(&left, &taken).map(|(text, _)| text), Some(text));
    // Where no day says that it was the program, the words have to.
    let own = "# “Macron” is never a name here, I think\n[[never-a-name]]\nwords = [\"Macron\"]\nstory = \"0.txt\"\n";
    assert!(without(own, &never, "").unwrap().0.starts_with("# “Macron” is never a name here"));
}

#[test]
fn an_entry_in_single_brackets_beside_a_right_one_is_told_and_the_right_one_holds() {
    let right = "[[rename]]\nname = \"A\"\nto = \"B\"\n";
    let wrong = "[rename] # slip\nname = \"C\"\nto = \"D\"\n";
    for (text, lines, entries) in [
        (format!("# mine\n{right}\n{wrong}"), vec![6], 1),
        (format!("{wrong}{right}"), vec![1], 1),
        (format!("{right}{wrong}{right}{wrong}[[kind]]\nname = \"A\"\nkind = \"group\"\n"), vec![4, 10], 3),
    ] {
        let (read, faults) = parse(&text);
        assert_eq!(faults.iter().map(|fault| fault.line(&text)).collect::<Vec<_>>(), lines, "{text}{faults:?}");
        assert!(faults.iter().all(|fault| fault.what == "`rename` begins an entry; write [[rename]]"), "{faults:?}");
        assert_eq!(read.entries.len(), entries, "{text}");
    }
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    let path = scratch("at-once");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..8 {
                    let to = format!("{writer} {number}");
                    let what = What::Reading(Correction::Rename { name: "A".into(), to });
                    let entry = Entry { what, made: None, changed: None };
                    // On a busy machine one may wait in vain: it is told so, and asks again.
                    let mut asked = (0..20).map(|_| add(path, &entry, ""));
                    asked.find(|done| !matches!(done, Err(StoreError::Busy(_)))).unwrap().unwrap();
                }
            });
        }
    });
    assert_eq!(read_corrections(&path).unwrap().0.entries.len(), 32);
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn a_file_that_cannot_be_read_as_a_whole_is_not_written() {
    let path = scratch("broken");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "[[rename\n").unwrap();
    let error = add(&path, &one_of_each()[0], "").unwrap_err().to_string();
    assert!(error.contains("line 1") && error.ends_with("mend it first, nothing was changed"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "[[rename\n");
    assert!(!path.with_extension("toml.new").exists(), "nothing is left behind");
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn entries_within_brackets_are_told_and_never_written_behind() {
    let text = "never-a-name = [{ words = [\"Key Points\"] }, { words = [\"Top News\"] }]\n";
    let (read, faults) = parse(text);
    assert!(read.is_empty());
    assert_eq!(faults[0].what, "an entry has lines of its own; write [[never-a-name]]");
    let path = scratch("brackets");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let what = What::Reading(Correction::Never { words: vec!["Read More".into()], story: None });
    let error = add(&path, &entry(what.clone()), "").unwrap_err().to_string();
    assert!(error.ends_with("nothing was changed"), "{error}");
    assert!(remove(&path, &what, "").unwrap().is_none());
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn an_entry_that_could_not_be_read_again_is_not_written() {
    let path = scratch("unreadable");
    let what = What::Reading(Correction::Rename { name: "—".into(), to: "B".into() });
    let error = add(&path, &entry(what), "").unwrap_err().to_string();
    assert!(error.ends_with("nothing was changed"), "{error}");
    assert!(!path.exists());
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[test]
fn what_a_program_left_that_ended_while_writing_stops_nobody() {
    let path = scratch("left");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path.with_extension("toml.new"), "half a fi").unwrap();
    fs::write(path.with_extension("toml.lock"), "").unwrap();
    let entries = one_of_each();
    add(&path, &entries[0], "").unwrap();
    assert_eq!(read_corrections(&path).unwrap().0.entries, entries[..1]);
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_under_version_control_stays_a_link() {
    let path = scratch("linked");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let real = path.with_file_name("real.toml");
    fs::write(&real, "# mine\n").unwrap();
    std::os::unix::fs::symlink(&real, &path).unwrap();
    add(&path, &one_of_each()[0], "").unwrap();
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().starts_with("# mine\n"));
    let _ = fs::remove_dir_all(path.parent().unwrap().parent().unwrap());
}
