//! Copying, and opening in other programs: what is asked of the world outside.

use super::*;
use crate::reader::actions::Take;
use crate::reader::outside::Request;

fn asked(model: &mut Model, what: Take) -> Option<Request> {
    update(model, Action::Do(Command::Take(what))).request
}

fn copied(model: &mut Model, what: Take) -> (String, String) {
    match asked(model, what) {
        Some(Request::Copy { text, what }) => (text, what),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_selected_is_copied_in_whole_lines_and_is_then_selected_no_more() {
    let mut model = reader(60, 20);
    show(&mut model, CALL);
    press(&mut model, "Enter v");
    let (text, what) = copied(&mut model, Take::Words);
    assert!(text.starts_with("HOLMSUND, May 21 (Northwire) – Premier") && !text.contains('\n'), "{text}");
    assert!(!text.contains('¹'), "numbers of meetings are not the article's");
    assert_eq!(what, format!("{} words", text.split_whitespace().count()));
    assert_eq!((model.context(), model.selecting.selection), (Context::Text, None));
}

#[test]
fn without_a_selection_it_is_the_passage_in_focus_and_the_sentence_around_it() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Tab Tab");
    let words = focused(&model).trim_end_matches(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹·".contains(c)).to_owned();
    assert_eq!(copied(&mut model, Take::Words).0, words);
    let (sentence, _) = copied(&mut model, Take::Sentence);
    assert!(sentence.contains(&words) && sentence.len() > words.len(), "{sentence}");
}

#[test]
fn a_quotation_bears_its_source_and_a_citation_stands_alone() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Tab Tab");
    let source = "Northwire, “Premier Halvorsen calls President Ilmaz over the strait”, 21 May 2031";
    let (quotation, what) = copied(&mut model, Take::Quotation);
    assert!(quotation.starts_with("“HOLMSUND") && quotation.ends_with(&format!("” — {source}")), "{quotation}");
    assert!(what.starts_with("a quotation of "), "{what}");
    press(&mut model, "Esc");
    assert_eq!(copied(&mut model, Take::Citation), (source.to_owned(), "the citation".to_owned()));
    assert!(copied(&mut model, Take::Story).0.contains("The inquiry"), "in the list as well");
}

#[test]
fn a_dateline_that_is_a_sentence_by_itself_is_none_to_copy() {
    let text = "HOLMSUND, May 21 /NWX/. The premier fed the swans. Nobody knows why.\n\nThe swans were grateful.\n";
    let article = crate::article::read("a.txt", std::path::Path::new("a.txt"), text.as_bytes()).articles.remove(0);
    let mut library = library();
    library.stories[CALL] = crate::meetings::read_story(article, crate::language::Facts::shipped(), None);
    let mut model = reader(120, 36);
    update(&mut model, Action::Loaded(Box::new(library)));
    show_from_top(&mut model, CALL);
    press(&mut model, "Enter");
    let (sentence, _) = copied(&mut model, Take::Sentence);
    assert_eq!(sentence, "The premier fed the swans.");
}

#[test]
fn an_address_is_asked_for_only_where_there_is_one_and_only_the_webs_is_opened() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    for what in [Take::Address, Take::Browser] {
        assert_eq!(asked(&mut model, what), None);
        assert!(model.notice_words().unwrap().contains("no address"));
    }
    let mut library = library();
    for (address, opens) in
        [("https://northwire.example/a", true), ("file:///etc/passwd", false), ("javascript:alert(1)", false)]
    {
        std::sync::Arc::make_mut(&mut library.stories[CALL].article).url = Some(address.into());
        update(&mut model, Action::Loaded(Box::new(library.clone())));
        show_from_top(&mut model, CALL);
        assert_eq!(copied(&mut model, Take::Address).0, address);
        let asked = asked(&mut model, Take::Browser);
        assert_eq!(asked, opens.then(|| Request::Browse(address.into())));
        assert_eq!(model.notice_words().is_some_and(|words| words.contains("no http or https")), !opens, "{address}");
    }
    std::sync::Arc::make_mut(&mut library.stories[CALL].article).url = Some("https://northwire.example/ b".into());
    update(&mut model, Action::Loaded(Box::new(library)));
    show_from_top(&mut model, CALL);
    assert_eq!(asked(&mut model, Take::Address), None);
    assert!(model.notice_words().is_some_and(|words| words.contains("cannot be copied")));
}

#[test]
fn the_editor_begins_at_the_line_that_is_read_and_in_the_list_with_the_file() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    let line = |model: &mut Model| match asked(model, Take::Editor) {
        Some(Request::Edit { line, .. }) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line(&mut model), None);
    press(&mut model, "Enter");
    assert_eq!(line(&mut model), Some(5), "the first paragraph");
    let mut library = library();
    std::sync::Arc::make_mut(&mut library.stories[CALL].article).origin.line = Some(12);
    update(&mut model, Action::Loaded(Box::new(library)));
    assert_eq!(line(&mut model), Some(12), "a record is opened at its own line");
}

#[test]
fn with_no_story_there_is_nothing_to_take_and_that_is_said() {
    let mut model = Model::new(Theme::dark(), 120, 36);
    update(&mut model, Action::Loaded(Box::default()));
    for what in [Take::Citation, Take::Story, Take::Path, Take::Editor, Take::Pager] {
        assert_eq!(asked(&mut model, what), None, "{what:?}");
        assert!(model.notice_words().is_some());
    }
}

#[test]
fn nothing_selected_is_not_copied() {
    let mut model = reader(120, 36);
    show(&mut model, CALL);
    press(&mut model, "Enter v {");
    assert_eq!(asked(&mut model, Take::Words), None);
    assert_eq!(model.notice_words(), Some("Nothing is selected."));
    assert_eq!(model.context(), Context::Select, "it can be gone on with");
}
