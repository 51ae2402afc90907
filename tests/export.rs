//! The output for programs: does it hold what its schema and its documentation promise?

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod folder;

use std::collections::{BTreeMap, BTreeSet};

use dateline::export::{Format, write, write_explanation, write_links, write_meetings};
use dateline::library::Library;
use dateline::links::explain;
use folder::Folder;
use proptest::prelude::*;
use serde_json::Value;

fn jsonl(library: &Library) -> Vec<Value> {
    let mut out = Vec::new();
    write(library, Format::Jsonl, &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn json(library: &Library) -> Value {
    let mut out = Vec::new();
    write(library, Format::Json, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn open(folder: &Folder) -> Library {
    Library::open(&[folder.path().to_owned()], &|_| ()).unwrap()
}

/// What the commands print that answer one question: all meetings, all links, two stories at a time.
fn answers(library: &Library) -> Vec<Value> {
    let printed = |write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    };
    let all: Vec<usize> = (0..library.connections.meetings.len()).collect();
    let mut answers =
        vec![printed(&|out| write_meetings(library, &all, out)), printed(&|out| write_links(library, out))];
    let stories = 0..library.stories.len().min(6);
    for (a, b) in stories.clone().flat_map(|a| stories.clone().map(move |b| (a, b))) {
        let told = explain(&library.stories, &library.connections, a, b);
        answers.push(printed(&|out| write_explanation(library, &told, out)));
    }
    answers
}

/// Everything that must hold of any output.
fn check(library: &Library) {
    let schema: Value = serde_json::from_str(include_str!("../docs/dateline-1.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let (lines, document) = (jsonl(library), json(library));
    let answers = answers(library);
    for output in lines.iter().chain([&document]).chain(&answers) {
        let faults: Vec<String> =
            schema.iter_errors(output).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
    assert_eq!(document["articles"].as_array().unwrap(), &lines);
    assert_eq!((&answers[0]["meetings"], &answers[1]["links"]), (&document["meetings"], &document["links"]));
    lines.iter().for_each(check_offsets);
    check_references(&document);
    let texts: BTreeMap<&str, &Value> =
        lines.iter().map(|article| (article["id"].as_str().unwrap(), article)).collect();
    let explanations = answers[2..].iter().map(|answer| &answer["explanation"]);
    for sides in document["links"].as_array().unwrap().iter().chain(explanations) {
        check_quotes(sides, &texts);
    }
}

/// What stands at a place of an article.
fn words<'a>(article: &'a Value, at: &Value) -> &'a str {
    let text = if at["in"] == "title" { &article["title"] } else { &article["text"] }.as_str().unwrap();
    let range =
        usize::try_from(at["start"].as_u64().unwrap()).unwrap()..usize::try_from(at["end"].as_u64().unwrap()).unwrap();
    assert!(!range.is_empty(), "an empty place in {}: {at}", article["id"]);
    text.get(range).unwrap_or_else(|| panic!("a place cuts a character in {}: {at}", article["id"]))
}

/// The words of every reason stand in the article of their side.
fn check_quotes(sides: &Value, articles: &BTreeMap<&str, &Value>) {
    let lists = [&sides["reasons"], &sides["vetoes"]].into_iter().filter_map(Value::as_array);
    for reason in lists.flatten() {
        for side in ["from", "to"] {
            if !reason[side].is_null() {
                let article = articles[sides[side].as_str().unwrap()];
                assert_eq!(words(article, &reason[side]), reason[side]["text"], "{reason}");
            }
        }
    }
}

/// Every offset lies between two characters, and every quoted text is what stands there.
fn check_offsets(article: &Value) {
    let words = |at: &Value| words(article, at).to_owned();
    for name in article["names"].as_array().unwrap() {
        for mention in name["mentions"].as_array().unwrap() {
            assert_eq!(words(mention), mention["text"].as_str().unwrap());
        }
    }
    for date in article["dates"].as_array().unwrap() {
        assert_eq!(words(date), date["text"].as_str().unwrap());
        assert!(date["from"].as_str() <= date["to"].as_str(), "{date}");
    }
    for told in article["meetings"].as_array().unwrap().iter().chain(article["series"].as_array().unwrap()) {
        told["evidence"].as_array().unwrap().iter().for_each(|at| drop(words(at)));
        for participant in told["participants"].as_array().into_iter().flatten().filter(|one| !one["role"].is_null()) {
            assert_eq!(words(&participant["role"]), participant["role"]["text"].as_str().unwrap());
        }
    }
    let mut end = 0;
    for block in article["blocks"].as_array().unwrap() {
        words(block);
        assert!(block["start"].as_u64().unwrap() >= end, "blocks overlap in {}", article["id"]);
        end = block["end"].as_u64().unwrap();
    }
}

/// Every id that is used is one that is listed.
fn check_references(document: &Value) {
    let ids = |list: &str| -> BTreeSet<String> {
        let ids: Vec<String> =
            document[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
        let set: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(set.len(), ids.len(), "an id repeats in {list}: {ids:?}");
        set
    };
    let (articles, meetings, series) = (ids("articles"), ids("meetings"), ids("series"));
    let known = |set: &BTreeSet<String>, id: &Value| id.is_null() || set.contains(id.as_str().unwrap());
    for article in document["articles"].as_array().unwrap() {
        for meeting in article["meetings"].as_array().unwrap() {
            assert!(known(&meetings, &meeting["id"]) && !meeting["id"].is_null(), "{}", meeting["id"]);
        }
    }
    for list in ["names", "meetings", "series"] {
        for one in document[list].as_array().unwrap() {
            assert!(one["articles"].as_array().unwrap().iter().all(|id| known(&articles, id)), "{one}");
        }
    }
    for link in document["links"].as_array().unwrap() {
        assert!(known(&articles, &link["from"]) && known(&articles, &link["to"]), "{link}");
        assert!(known(&meetings, &link["meeting"]) && known(&series, &link["series"]), "{link}");
        assert!(link["meeting"].is_null() != link["series"].is_null(), "{link}");
    }
}

#[test]
fn the_sample_articles_are_exported_as_the_schema_says() {
    let library = Library::built_in();
    check(&library);
    assert_eq!(jsonl(&library).len(), 5);
}

#[test]
fn participants_say_what_they_are() {
    let lines = jsonl(&Library::built_in());
    let meetings = lines.iter().flat_map(|article| article["meetings"].as_array().unwrap());
    let participants: Vec<&Value> = meetings.flat_map(|told| told["participants"].as_array().unwrap()).collect();
    let mut putins = participants.iter().filter(|one| one["id"] == "vladimir-putin").peekable();
    assert!(putins.peek().is_some() && putins.all(|one| one["kind"] == "person" && one["acts_for"].is_array()));
}

#[test]
fn equal_meeting_ids_are_the_links_between_articles() {
    let document = json(&Library::built_in());
    let mut covered: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for article in document["articles"].as_array().unwrap() {
        for meeting in article["meetings"].as_array().unwrap() {
            covered.entry(meeting["id"].as_str().unwrap()).or_default().insert(article["id"].as_str().unwrap());
        }
    }
    for link in document["links"].as_array().unwrap().iter().filter(|link| !link["meeting"].is_null()) {
        let stories = &covered[link["meeting"].as_str().unwrap()];
        assert!(
            stories.contains(link["from"].as_str().unwrap()) && stories.contains(link["to"].as_str().unwrap()),
            "{link}"
        );
    }
    assert!(covered.values().any(|stories| stories.len() > 1), "no meeting is told by two articles");
}

#[test]
fn a_folder_and_the_built_in_articles_give_the_same_output_every_time() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let folder = Library::open(&[path], &|_| ()).unwrap();
    let once = json(&folder);
    assert_eq!(once, json(&Library::built_in()));
    assert_eq!(once, json(&folder));
}

/// Texts that try what a careless program would trip over.
const TEXTS: [&str; 8] = [
    "President Jane Doe met Prime Minister John Roe in Oslo on Monday.\n",
    "Prêsident Żółć met Премьер Иван Иванов in Þórshöfn on 31 February 2017, 99:99.\n",
    "\u{301}\u{301} Putin\u{a0}met\u{a0}Erdoğan in\u{2003}Sochi 🇷🇺🤝🇹🇷 on November 13,\u{a0}2017. “Yes” — «no».\n",
    "On On On Monday Monday said said met met with with and and of of the the The THE\n",
    "In 0000-00-00, -1 and 99999999999999999999 January 2017, a call between a and b and c took place.\n",
    "𝕻𝖚𝖙𝖎𝖓 met 习近平 in 北京 on 2017年11月13日。会谈。\n",
    "A meeting A meeting A meeting (((((((((((((((((((((((((\"\"\"\"\"'''''\n",
    "x",
];

#[test]
fn hostile_articles_are_exported_as_the_schema_says() {
    let mut folder = Folder::new();
    for (number, text) in TEXTS.iter().enumerate() {
        folder = folder.with(format!("{number}.txt"), text);
        folder = folder.with(format!("twice/{number}.txt"), text.repeat(20));
    }
    let escapes = b"\x1b[31mPutin\x1b[0m met \x1b]52;c;aGk=\x07Trump\x9b2J in Os\xe2\x80\xaelo\xe2\x80\x8b on Monday.\r\rNext\r\nline\x00\x7f";
    folder =
        folder.with("escapes.txt", escapes).with("windows.txt", b"Pr\xe9sident \x93Doe\x94 met Roe in Oslo on Monday.");
    let library = open(&folder);
    assert!(library.stories.len() > 2 * TEXTS.len(), "{:?}", library.skipped);
    check(&library);
    let mut out = Vec::new();
    write(&library, Format::Jsonl, &mut out).unwrap();
    let printed = String::from_utf8(out).unwrap();
    let unsafe_to_print = |c: char| c.is_control() && c != '\n' || "\u{202e}\u{200b}\u{2028}".contains(c);
    assert_eq!(printed.chars().find(|&c| unsafe_to_print(c)), None);
}

/// Soft hyphen, zero width space, joiners, word joiner, zero width no-break space.
const SOFT: [char; 6] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

fn record(id: &str, text: &str) -> String {
    serde_json::json!({"id": id, "title": "Lavrov in Oslo", "published": "2017-11-14", "text": text}).to_string()
}

#[test]
fn soft_characters_of_a_record_are_counted_and_hide_no_name() {
    let text =
        "Sergey Lav\u{ad}rov met\u{200b}Recep Tayyip Erdo\u{2060}ğan\u{feff} in \u{200b}\u{200b}Oslo on Mon\u{ad}day.";
    let library = open(&Folder::new().with("records.jsonl", record("r", text)));
    check(&library);
    let article = &jsonl(&library)[0];
    assert_eq!(article["text"], text);
    let names: BTreeMap<&str, &str> = article["names"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| (name["id"].as_str().unwrap(), name["mentions"].as_array().unwrap().last().unwrap()))
        .map(|(name, mention)| (name, mention["text"].as_str().unwrap()))
        .collect();
    assert_eq!(names["sergey-lavrov"], "Sergey Lav\u{ad}rov");
    assert_eq!(names["recep-tayyip-erdogan"], "Recep Tayyip Erdo\u{2060}ğan");
    assert_eq!(names["oslo"], "Oslo");
    assert_eq!(article["dates"][0]["text"], "Mon\u{ad}day");
    let mut out = Vec::new();
    write(&library, Format::Jsonl, &mut out).unwrap();
    let printed = String::from_utf8(out).unwrap();
    assert!(printed.contains("Lav\\u00adrov") && !printed.contains(SOFT), "{printed}");
}

#[test]
fn records_keep_their_clean_text_byte_for_byte() {
    let texts =
        ["Putin met Erdogan in Sochi on Monday.\n\n  Indented\u{a0}text,\ttabs  and “quotes”.\n\n", TEXTS[2], " x\n"];
    let lines: Vec<String> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let record = serde_json::json!({
                "id": format!("r{number}"), "title": "Putin meets Erdoğan on November 13", "outlet": "TASS",
                "published": "2017-11-14", "url": "https://example.org/a", "text": text,
            });
            record.to_string()
        })
        .collect();
    let library = open(&Folder::new().with("records.jsonl", lines.join("\n")));
    check(&library);
    for (article, text) in jsonl(&library).iter().zip(texts) {
        assert_eq!(article["text"], text);
        assert_eq!((&article["outlet"], &article["published"]), (&Value::from("TASS"), &Value::from("2017-11-14")));
        assert_eq!(article["published_from"], "metadata");
    }
}

/// The facts without soft characters and without what they shift.
fn stripped(value: &Value) -> Value {
    match value {
        Value::String(text) => text.replace(SOFT, "").into(),
        Value::Array(list) => list.iter().map(stripped).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(field, _)| !matches!(field.as_str(), "start" | "end"))
            .map(|(field, value)| (field.clone(), stripped(value)))
            .collect(),
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_article_is_exported_as_the_schema_says(
        words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..80),
        noise in "\\PC{0,40}",
    ) {
        let text = format!("Sochi {}\n\n{noise}", words.join(" "));
        check(&open(&Folder::new().with("a.txt", &text).with("b.txt", format!("{noise}\n\n{text}"))));
    }

    #[test]
    fn soft_characters_anywhere_change_no_text_and_no_fact(
        words in prop::collection::vec((prop::sample::select(WORDS.to_vec()), prop::sample::select(SOFT.to_vec()), any::<prop::sample::Index>()), 1..40),
    ) {
        // Inside words a zero width space would part them.
        let soften = |(word, soft, at): &(&str, char, prop::sample::Index)| {
            let letters: Vec<char> = word.chars().collect();
            let (before, after) = letters.split_at(at.index(letters.len()));
            let soft = if *soft == '\u{200b}' { SOFT[0] } else { *soft };
            before.iter().chain([&soft]).chain(after).collect::<String>()
        };
        let plain: Vec<&str> = words.iter().map(|(word, ..)| *word).collect();
        let plain = format!("Sochi {}", plain.join(" "));
        let text = format!("Sochi {}", words.iter().map(soften).collect::<Vec<_>>().join(" \u{200b}"));
        let library = |text: &str| open(&Folder::new().with("a.jsonl", format!("{}\n{}", record("a", text), record("b", text))));
        let (softened, plain) = (library(&text), library(&plain));
        check(&softened);
        for (article, other) in jsonl(&softened).iter().zip(jsonl(&plain)) {
            prop_assert_eq!(article["text"].as_str().unwrap(), &text);
            prop_assert_eq!(stripped(article), stripped(&other));
        }
        for format in Format::ALL {
            let mut out = Vec::new();
            write(&softened, format, &mut out).unwrap();
            prop_assert!(!String::from_utf8(out).unwrap().contains(SOFT));
        }
    }
}

/// Words that news is made of.
const WORDS: [&str; 40] = [
    "Putin",
    "Vladimir Putin",
    "Erdoğan",
    "Obama",
    "Barack Obama",
    "Lavrov and Kerry",
    "the Russian president",
    "the two leaders",
    "Russian",
    "Turkey",
    "Sochi",
    "Moscow",
    "the UN",
    "said",
    "met",
    "met with",
    "held talks with",
    "will meet",
    "a phone call",
    "a telephone conversation",
    "the summit",
    "the seventh round of",
    "Astana talks",
    "in",
    "on Monday",
    "on November 20",
    "last week",
    "July 6",
    "2017-11-21",
    "tomorrow",
    ".",
    ".\n\n",
    ",",
    "\"",
    "“",
    "”",
    "/TASS/",
    "MOSCOW, July 6 /TASS/.",
    "\n",
    "- See also\n",
];
