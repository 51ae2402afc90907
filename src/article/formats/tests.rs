use jiff::civil::date;

use super::*;
use crate::article::{DateSource, StatedDate, TitleFrom};

fn from_lines(lines: &str) -> Reading {
    read("wire/may.jsonl", Path::new("wire/may.jsonl"), lines.as_bytes())
}

fn only(lines: &str) -> Article {
    let mut reading = from_lines(lines);
    assert_eq!(reading.faults, []);
    assert_eq!(reading.articles.len(), 1);
    reading.articles.remove(0)
}

#[test]
fn a_record_brings_what_it_says_of_itself() {
    let article = only(
        r#"{"id":"a-1","title":"Ministers\n agree","outlet":"ITAR-TASS","published":"2019-06-03T10:00:00Z","url":"https://tass.com/2019/06/04/x","text":"They agreed on the road."}"#,
    );
    assert_eq!(article.id, "a-1");
    assert_eq!(article.title.text, "Ministers agree");
    assert_eq!(article.title.from, TitleFrom::Record);
    assert_eq!(article.outlet.map(|outlet| (outlet.name, outlet.span)), Some(("TASS".into(), None)));
    assert_eq!(
        article.stated_dates,
        [
            StatedDate { date: date(2019, 6, 3), from: DateSource::Metadata },
            StatedDate { date: date(2019, 6, 4), from: DateSource::Url },
        ]
    );
    assert_eq!(article.origin.line, Some(1));
    assert_eq!(article.text, "They agreed on the road.");
}

#[test]
fn ids_may_be_numbers_or_missing() {
    let reading = from_lines("{\"id\":7,\"text\":\"One is here.\"}\n\n{\"text\":\"Two is here.\"}\r\n");
    let ids: Vec<&str> = reading.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["7", "wire/may.jsonl#3"]);
}

#[test]
fn clean_text_is_kept_byte_for_byte() {
    let article = only("{\"text\":\"  A\\u00a0line –  with\\todd spaces.\\n\\n\"}");
    assert_eq!(article.text, "  A\u{a0}line –  with\todd spaces.\n\n");
}

#[test]
fn an_address_is_no_outlets_name_but_leads_to_one() {
    let article = only(r#"{"source":"https://www.reuters.com/world/x","text":"They agreed on the road."}"#);
    assert_eq!(article.outlet.map(|outlet| outlet.name), Some("Reuters".into()));
    assert_eq!(article.url.as_deref(), Some("https://www.reuters.com/world/x"));
    let article = only(r#"{"source":"http://example.org/a","text":"They agreed on the road."}"#);
    assert_eq!(article.outlet.map(|outlet| outlet.name), Some("example.org".into()));
    let article = only(r#"{"source":"Cassel Courier","date":1559556000,"text":"They agreed on the road."}"#);
    assert_eq!(article.outlet.map(|outlet| outlet.name), Some("Cassel Courier".into()));
    assert_eq!(article.stated_dates.first().map(|stated| stated.date), Some(date(2019, 6, 3)));
}

#[test]
fn a_title_that_stands_in_the_text_too_is_found_there() {
    let article = only(r#"{"title":"Ministers agree","text":"Ministers agree\n\nThey agreed on the road."}"#);
    assert!(matches!(article.title.from, TitleFrom::Text(span) if span.of(&article.text) == "Ministers agree"));
}

#[test]
fn a_bad_line_is_told_and_the_rest_is_read() {
    let lines = "\u{feff}{\"text\":\"One is here.\"}\n{\"text\":\"Two\n[1]\n{\"title\":\"No text\"}\n{\"text\":\" \"}\n{\"text\":5}\n{\"text\":\"Six is here.\"}";
    let reading = from_lines(lines);
    assert_eq!(reading.articles.len(), 2);
    let told: Vec<(Option<usize>, &str)> =
        reading.faults.iter().map(|fault| (fault.line, fault.why.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some(2), "breaks off after column 12, before the end of its JSON object; mend the line or take it out"),
            (Some(3), "is an array, not a JSON object with the fields of an article; mend the line or take it out"),
            (Some(4), "has no `text` field; mend the line or take it out"),
            (Some(5), "has an empty `text`; mend the line or take it out"),
            (Some(6), "has a number as its `text`, not a string; mend the line or take it out"),
        ]
    );
}

#[test]
fn a_title_that_is_no_string_is_told_and_the_text_gives_one() {
    let reading = from_lines("{\"title\":5,\"text\":\"They agreed on the road.\"}\n{\"title\":null,\"text\":\"One.\"}");
    assert_eq!(reading.articles[0].title.text, "They agreed on the road.");
    assert!(matches!(reading.articles[0].title.from, TitleFrom::Derived(_)));
    let why = "has a number as its `title`, not a string; the text gives the title here".to_owned();
    assert_eq!((reading.faults, reading.notices), (vec![], vec![Fault { line: Some(1), why }]));
}

#[test]
fn nothing_to_read_is_a_fault() {
    for (path, bytes, why) in [
        ("a.txt", &b""[..], "is empty; save the story's text in it"),
        ("a.txt", b" \n\t\n", "has no text, only white space; save the story's text in it"),
        ("a.jsonl", b"\n \n", "has no records, only white space; give one JSON object a line"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "is not text; save the story's text in a text file"),
    ] {
        let reading = read(path, Path::new(path), bytes);
        assert!(reading.articles.is_empty());
        assert_eq!(reading.faults, [Fault { line: None, why: why.to_owned() }], "{path}");
    }
}

#[test]
fn a_plain_file_is_dated_by_its_name() {
    let reading = read("wire/2019-06-03-road.txt", Path::new("wire/2019-06-03-road.txt"), b"They agreed on the road.");
    let article = &reading.articles[0];
    assert_eq!(article.stated_dates, [StatedDate { date: date(2019, 6, 3), from: DateSource::File }]);
    assert_eq!(article.title.text, "They agreed on the road.");
}

#[test]
fn escape_sequences_never_come_in() {
    let reading = read(
        "x\u{1b}[31m.txt",
        Path::new("x.txt"),
        b"\x1b]0;t\x07Road \x1b[1magreed\x1b[0m\n\nThey agreed on the road.",
    );
    let article = &reading.articles[0];
    assert_eq!((article.id.as_str(), article.title.text.as_str()), ("x.txt", "Road agreed"));
    let record = only(
        r#"{"id":"a\u001b[1m","title":"T\u202eitle","url":"http://x.org/\u0007","text":"Fine \u001b[31mtext here."}"#,
    );
    assert_eq!(
        (record.id.as_str(), record.title.text.as_str(), record.text.as_str()),
        ("a", "Title", "Fine text here.")
    );
    assert_eq!(record.url.as_deref(), Some("http://x.org/"));
}

#[test]
fn an_address_above_the_story_is_the_originals() {
    let text =
        "https://tass.com/2019/06/03/road\n\nMinisters agree\n\nThey agreed on the road.\n\nhttps://example.org/other";
    let reading = read("a.txt", Path::new("a.txt"), text.as_bytes());
    let article = &reading.articles[0];
    assert_eq!(article.url.as_deref(), Some("https://tass.com/2019/06/03/road"));
    assert_eq!(article.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("TASS"));
    assert_eq!(article.stated_dates, [StatedDate { date: date(2019, 6, 3), from: DateSource::Url }]);
    let text = "Ministers agree\n\nThey agreed on the road.\n\nSource: http://example.org/road";
    let reading = read("a.txt", Path::new("a.txt"), text.as_bytes());
    assert_eq!(reading.articles[0].url.as_deref(), Some("http://example.org/road"));
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let start = std::time::Instant::now();
    for part in [
        "a.",
        "a..",
        ".",
        "\"",
        "(photo:",
        "Read also: ",
        "x: ",
        ". Read also: x",
        "- a\n",
        "a\n",
        "See also\n",
        "A b c d\n\n",
        "MOSCOW, ",
        "May 5 ",
        "/",
        "1/",
        "| ",
        "“a.” ",
        "1. a\n",
        "Photo: Reuters a b c d e\n",
        " ",
        "\u{301}",
        "\n x\n",
        "He met him.\n",
        "A: b c d.\n",
        "12 May 2016\n",
    ] {
        read("a.txt", Path::new("a.txt"), part.repeat(50_000 / part.len()).as_bytes());
        read("a.txt", Path::new("a.txt"), format!("It began.\n{}", part.repeat(50_000 / part.len())).as_bytes());
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_file_of_many_records_tells_how_many_are_read() {
    let lines = "{\"text\":\"The road opened.\"}\n".repeat(500);
    let told = std::sync::Mutex::new(Vec::new());
    let reading = read_telling("a.jsonl", Path::new("a.jsonl"), lines.as_bytes(), &|done, total| {
        told.lock().unwrap().push((done, total));
    });
    assert_eq!(reading, read("a.jsonl", Path::new("a.jsonl"), lines.as_bytes()));
    let told = told.into_inner().unwrap();
    assert!(told.len() > 100 && told.len() <= 402, "{}", told.len());
    assert!(told.iter().all(|(done, total)| done <= total), "{told:?}");
    assert!(told.contains(&(500, 500)), "{told:?}");
}
