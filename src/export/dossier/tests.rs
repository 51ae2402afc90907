use super::*;

#[allow(dead_code, clippy::duplicate_mod, reason = "the stories of the reader's tests, of which not each is needed")]
#[path = "../../reader/fixture.rs"]
mod fixture;

use fixture::{ALONE, CALL, SERIES, SUMMIT};

fn page(subject: Subject) -> Dossier {
    dossier(&fixture::library(), subject).unwrap()
}

/// Every footnote that is pointed at has its text, once, and every text is pointed at.
fn check(page: &str) {
    for line in page.lines().filter(|line| line.starts_with("[^")) {
        let mark = line.split(':').next().unwrap();
        assert_eq!(page.lines().filter(|other| other.starts_with(&format!("{mark}:"))).count(), 1, "{mark} in {page}");
        assert!(page.matches(mark).count() > 1, "{mark} in {page}");
    }
    for (at, _) in page.match_indices("[^") {
        let mark: String = page.get(at..).unwrap().chars().take_while(|c| *c != ']').collect();
        assert!(page.contains(&format!("\n{mark}]: ")), "{mark} in {page}");
    }
    assert!(page.starts_with("# ") && page.ends_with('\n'), "{page}");
}

#[test]
fn a_meeting_is_told_with_its_sources() {
    let found = page(Subject::Meeting(2));
    assert_eq!(found.file, "astrid-halvorsen-demir-ilmaz-2031-05-24.md");
    insta::assert_snapshot!(found.markdown);
    check(&found.markdown);
}

#[test]
fn of_a_meeting_of_which_nobody_tells_whether_it_was_no_status_is_told() {
    let mut library = fixture::library();
    let told = |library: &Library| dossier(library, Subject::Meeting(2)).unwrap().markdown;
    assert!(told(&library).contains("planned"));
    library.connections.meetings[2].status = crate::meetings::Status::Unknown;
    for at in library.connections.meetings[2].mentions.clone() {
        library.stories[at.story].meetings[at.mention].status = crate::meetings::Status::Unknown;
    }
    let page = told(&library);
    assert!(!page.contains("Status") && !page.contains("unknown,"), "{page}");
    check(&page);
}

#[test]
fn a_story_is_told_with_its_meetings_and_links() {
    let found = page(Subject::Story(CALL));
    assert_eq!(found.file, "premier-halvorsen-calls-president-ilmaz-over-the-strait-2031-05-21.md");
    insta::assert_snapshot!(found.markdown);
    check(&found.markdown);
}

#[test]
fn a_name_is_told_with_its_mentions() {
    let library = fixture::library();
    let name = library.connections.entities.iter().position(|one| one.name == "Demir Ilmaz").unwrap();
    let found = page(Subject::Name(name));
    assert_eq!(found.file, "demir-ilmaz.md");
    insta::assert_snapshot!(found.markdown);
    check(&found.markdown);
}

#[test]
fn two_stories_are_told_side_by_side() {
    let found = page(Subject::Comparison(CALL, SUMMIT));
    insta::assert_snapshot!(found.markdown);
    check(&found.markdown);
}

#[test]
fn every_page_of_a_library_is_sound_and_what_is_not_there_has_none() {
    let library = fixture::library();
    for story in [ALONE, SERIES] {
        check(&page(Subject::Story(story)).markdown);
    }
    for name in 0..library.connections.entities.len() {
        check(&page(Subject::Name(name)).markdown);
    }
    for subject in [Subject::Story(99), Subject::Meeting(99), Subject::Name(999), Subject::Comparison(0, 99)] {
        assert_eq!(dossier(&library, subject), None);
    }
}

#[test]
fn names_of_files_hold_letters_digits_and_hyphens_only() {
    assert_eq!(slug("../etc/passwd\0 “Été” \u{202e}x.sh;rm -rf ~"), "etc-passwd-ete-x-sh-rm-rf");
    assert_eq!(slug("首脳 会談"), "首脳-会談");
    assert_eq!(slug("--.."), "");
    assert_eq!(slug(&"word ".repeat(50)).chars().count(), 59);
    assert_eq!(slug(&"x".repeat(500)).chars().count(), 60);
}

#[test]
fn meetings_one_below_the_other_keep_their_footnotes_apart() {
    let library = fixture::library();
    let mut out = Vec::new();
    write_meetings(&library, 0..3, &mut out).unwrap();
    let written = String::from_utf8(out).unwrap();
    assert_eq!(written.lines().filter(|line| line.starts_with("# ")).count(), 3);
    let mut marks: Vec<&str> =
        written.lines().filter(|line| line.starts_with("[^")).map(|line| line.split(':').next().unwrap()).collect();
    let all = marks.len();
    marks.dedup();
    assert_eq!(marks.len(), all, "{written}");
    assert!(written.contains("[^2.1]"), "{written}");
}

#[test]
fn a_day_that_is_inferred_has_a_footnote_that_tells_from_what() {
    let mut library = fixture::library();
    let other = library.stories[SUMMIT].article.id.clone();
    let published = library.stories[CALL].annotations.published.as_mut().unwrap();
    published.from = crate::article::DateSource::Links;
    published.reasons = vec!["1 story names the same: Ilmaz".to_owned().into()];
    published.neighbours = vec![other];
    for subject in [Subject::Meeting(1), Subject::Story(CALL), Subject::Comparison(CALL, SUMMIT)] {
        let page = dossier(&library, subject).unwrap().markdown;
        let is_its = |line: &&str| {
            line.starts_with("[^") && line.contains("this day is inferred (1 story names the same: Ilmaz – ")
        };
        assert_eq!(page.lines().filter(is_its).count(), 1, "{page}");
        check(&page);
    }
}

#[test]
fn a_meeting_on_the_day_of_its_story_says_so_in_a_footnote() {
    let mut library = fixture::library();
    let mut when = library.connections.meetings[1].when.unwrap();
    when.passage = None;
    library.connections.meetings[1].when = Some(when);
    for at in library.connections.meetings[1].mentions.clone() {
        library.stories[at.story].meetings[at.mention].when = Some(when);
    }
    let page = dossier(&library, Subject::Meeting(1)).unwrap().markdown;
    let fact = page.lines().find(|line| line.starts_with("- **When:**")).unwrap();
    assert!(fact.contains("inferred") && fact.contains("[^"), "{fact}");
    assert!(page.contains("No words tell this day; it is that of the story: "), "{page}");
    check(&page);
}
