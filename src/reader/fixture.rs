//! A small library of invented stories for the reader's tests.
//!
//! Six stories: two that tell of the same call and the same summit, two that share a series, one that stands alone,
//! and one in wide characters. They are built by hand, so that a better analysis does not change them.

use dateline::article::{Article, Block, BlockKind, DateSource, Dateline, Origin, Outlet, Title, TitleFrom};
use dateline::language::{
    Annotations, EntityId, Form, Interval, Name, NameKind, NameMention, Part, Passage, Precision, Published, When,
};
use dateline::library::{Library, PassedOver, Skipped};
use dateline::meetings::{
    MeetingDate, MeetingKind, MeetingMention, MeetingPlace, Participant, SeriesId, SeriesMention, Status, Story,
};
use dateline::text::Span;
use jiff::civil::{Date, date};

// Named by its path because integration tests take this file in by a path of their own.
#[path = "fixture/joined.rs"]
mod joined;

use joined::connections;

/// Index of the story with a title in its text, which tells of a call and of a summit to come.
pub(crate) const CALL: usize = 0;
/// Index of the story without a title of its own, which tells of the same call and summit.
pub(crate) const SUMMIT: usize = 1;
/// Index of the story of one round of a series.
pub(crate) const ROUND: usize = 2;
/// Index of the story that only names the series.
pub(crate) const SERIES: usize = 3;
/// Index of the story without meetings and without a date.
pub(crate) const ALONE: usize = 4;
/// Index of the story in wide characters, whose title came apart from its text.
pub(crate) const WIDE: usize = 5;

const CALL_TEXT: &str = "\
News  /  World

Premier Halvorsen calls President Ilmaz over the strait

HOLMSUND, May 21 (Northwire) – Premier Astrid Halvorsen spoke by telephone with President Demir Ilmaz on Wednesday, \
her office said, in the first conversation between the two since the ferry accident in the Strait of Vell.

“We have agreed that no ship will be turned back while the inquiry lasts,” Halvorsen told reporters in Holmsund.

The inquiry

The Maritime Council has asked both governments for their radar logs. The Vellish coast guard denies that its cutter \
changed course, and the Accord of 1998 leaves the question to a joint board. Halvorsen and Ilmaz will meet in Port \
Sarn on May 24, on the eve of the Northern Forum, to sign the board’s mandate.

The Strait of Vell seen from Holmsund harbour. (Photo: Northwire)

See also
- Storm warning for the western coast
- Ferry company replaces its director";

const SUMMIT_TEXT: &str = "\
President Demir Ilmaz and Premier Astrid Halvorsen held a telephone conversation on 21 May, the President’s press \
office reported. The leaders discussed the work of the joint board and the safety of shipping in the Strait of Vell.

Ilmaz confirmed that he would travel to Port Sarn for a meeting with the Premier on 24 May. It will be their first \
face-to-face meeting this year.";

const ROUND_TEXT: &str = "\
Third round of the Lindholm talks ends without a text

Delegations from Vell and the Outer Isles concluded the third round of the Lindholm talks on April 30. A fourth round \
is expected in June.";

const SERIES_TEXT: &str = "\
What the Lindholm talks have achieved so far

The Lindholm talks began as a dispute over herring. They have since filled two cabinets with maps.";

const ALONE_TEXT: &str = "\
A warm spring brings the cranes back early

The birds were seen over the marshes of Ostby two weeks before their time.";

const WIDE_TITLE: &str = "首脳会談は港町サルンで開催へ";
const WIDE_TEXT: &str = "\
ハルヴォルセン首相とイルマズ大統領は五月二十四日に港町サルンで会談する。両国は海峡の安全について協議してきた。";

/// The library.
pub(crate) fn library() -> Library {
    let stories = vec![call(), summit(), round(), series(), alone(), wide()];
    let connections = connections(&stories);
    Library {
        label: "strait".into(),
        stories,
        connections,
        skipped: vec![
            Skipped {
                path: "strait/scan-0017.txt".into(),
                line: None,
                why: "it is not text: save the story as plain text and try again".into(),
            },
            Skipped {
                path: "strait/wire.jsonl".into(),
                line: Some(12),
                why: "the line is not a JSON object: expected `,` or `}` at column 81".into(),
            },
        ],
        notices: Vec::new(),
        passed_over: PassedOver { hidden: 1, ..PassedOver::default() },
        ..Library::default()
    }
}

/// The `nth` place (from 0) where `words` stand in `text`.
fn nth(text: &str, words: &str, nth: usize) -> Span {
    let (start, _) = text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words:?} is not in the text"));
    Span::new(start, start + words.len())
}

fn words(text: &str, words: &str) -> Passage {
    Passage { part: Part::Text, span: nth(text, words, 0) }
}

fn article(id: &str, text: &str, title: Title, outlet: Option<&str>) -> Article {
    Article {
        id: id.into(),
        origin: Origin { path: id.into(), line: None },
        text: text.into(),
        written: None,
        title,
        outlet: outlet.map(|name| Outlet { name: name.into(), span: None }),
        dateline: None,
        stated_dates: Vec::new(),
        url: None,
        blocks: blocks(text),
    }
}

fn title_in(text: &str, title: &str) -> Title {
    Title { text: title.into(), from: TitleFrom::Text(nth(text, title, 0)) }
}

/// One block a paragraph, one a line in the list at the end; kinds by what the stories above hold.
fn blocks(text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split("\n\n") {
        let whole = Span::new(at, at + part.len());
        at += part.len() + 2;
        let kind = match part {
            _ if part.starts_with("News") => BlockKind::Chrome,
            _ if part.starts_with("See also") => BlockKind::Headlines,
            _ if part.contains("(Photo:") => BlockKind::Caption,
            _ if part.starts_with('“') => BlockKind::Quote,
            _ if !part.ends_with(['.', '。']) => BlockKind::Heading,
            _ => BlockKind::Paragraph,
        };
        if kind == BlockKind::Headlines {
            let mut line_at = whole.start();
            for line in part.split('\n') {
                found.push(Block { kind, span: Span::new(line_at, line_at + line.len()) });
                line_at += line.len() + 1;
            }
        } else {
            found.push(Block { kind, span: whole });
        }
    }
    found
}

/// A name with every place where one of `forms` stands; where two forms overlap the first one counts.
fn name(text: &str, id: &str, full: &str, kind: NameKind, forms: &[&str]) -> Name {
    let mut spans: Vec<Span> = Vec::new();
    for form in forms {
        for (start, found) in text.match_indices(form) {
            let span = Span::new(start, start + found.len());
            if spans.iter().all(|taken| !taken.overlaps(span)) {
                spans.push(span);
            }
        }
    }
    spans.sort_unstable();
    let mentions = spans
        .into_iter()
        .map(|span| NameMention { passage: Passage { part: Part::Text, span }, form: Form::Name })
        .collect();
    Name { id: EntityId::new(id), name: full.into(), kind, state: None, mentions }
}

fn names(text: &str) -> Vec<Name> {
    use NameKind::{Document, Event, Group, Organisation, Person, Place};
    let known: [(&str, &str, NameKind, &[&str]); 9] = [
        ("astrid-halvorsen", "Astrid Halvorsen", Person, &["Astrid Halvorsen", "Halvorsen", "ハルヴォルセン首相"]),
        ("demir-ilmaz", "Demir Ilmaz", Person, &["Demir Ilmaz", "Ilmaz", "イルマズ大統領"]),
        ("port-sarn", "Port Sarn", Place, &["Port Sarn", "港町サルン"]),
        ("strait-of-vell", "Strait of Vell", Place, &["Strait of Vell"]),
        ("northwire", "Northwire", Organisation, &["Northwire"]),
        ("maritime-council", "Maritime Council", Organisation, &["Maritime Council"]),
        ("vellish", "Vellish", Group, &["Vellish"]),
        ("northern-forum", "Northern Forum", Event, &["Northern Forum", "Lindholm talks"]),
        ("accord-of-1998", "Accord of 1998", Document, &["Accord of 1998"]),
    ];
    known
        .iter()
        .map(|(id, full, kind, forms)| name(text, id, full, *kind, forms))
        .filter(|name| !name.mentions.is_empty())
        .collect()
}

fn dates(text: &str, told: &[(&str, Date)]) -> Vec<When> {
    told.iter()
        .map(|(said, day)| When {
            passage: words(text, said),
            interval: Interval::day(*day),
            precision: Precision::Day,
        })
        .collect()
}

fn annotations(text: &str, told: &[(&str, Date)], published: Option<Published>) -> Annotations {
    Annotations { names: names(text), dates: dates(text, told), published, ..Annotations::default() }
}

fn published(day: Date) -> Published {
    Published {
        interval: Interval::day(day),
        best: day,
        confidence: 1.0,
        from: DateSource::Dateline,
        reasons: vec!["the dateline says so".to_owned().into()],
        neighbours: Vec::new(),
    }
}

fn participants(text: &str) -> Vec<Participant> {
    [("astrid-halvorsen", "Astrid Halvorsen", "Halvorsen"), ("demir-ilmaz", "Demir Ilmaz", "Ilmaz")]
        .map(|(id, name, said)| Participant::new(EntityId::new(id), name, NameKind::Person, words(text, said)))
        .into()
}

fn on(text: &str, day: Date, said: &str) -> MeetingDate {
    MeetingDate { interval: Interval::day(day), precision: Precision::Day, passage: Some(words(text, said)) }
}

fn meeting(kind: MeetingKind, status: Status, text: &str, evidence: &[&str]) -> MeetingMention {
    MeetingMention {
        kind,
        status,
        main: false,
        participants: Vec::new(),
        when: None,
        place: None,
        ordinal: None,
        series: None,
        event: None,
        sides: None,
        evidence: evidence.iter().map(|said| words(text, said)).collect(),
        confidence: 0.9,
        is_likely: false,
        half_told: false,
        echo: None,
        corrected: None,
    }
}

fn story(article: Article, annotations: Annotations, meetings: Vec<MeetingMention>) -> Story {
    Story {
        article: article.into(),
        annotations,
        meetings,
        series: Vec::new(),
        denied: Vec::new(),
        set_aside: Vec::new(),
        words: None,
    }
}

fn port_sarn(text: &str) -> MeetingPlace {
    MeetingPlace { id: EntityId::new("port-sarn"), name: "Port Sarn".into(), passage: words(text, "Port") }
}

fn call() -> Story {
    let text = CALL_TEXT;
    let mut article = article(
        "call.txt",
        text,
        title_in(text, "Premier Halvorsen calls President Ilmaz over the strait"),
        Some("Northwire"),
    );
    article.dateline = Some(Dateline {
        span: nth(text, "HOLMSUND, May 21 (Northwire) –", 0),
        place: Some(nth(text, "HOLMSUND", 0)),
        date: Some(nth(text, "May 21", 0)),
        agency: Some(nth(text, "Northwire", 0)),
    });
    let told = [("May 21", date(2031, 5, 21)), ("on Wednesday", date(2031, 5, 21)), ("May 24", date(2031, 5, 24))];
    let evidence = [
        "calls President Ilmaz",
        "spoke by telephone with President Demir Ilmaz on Wednesday",
        "the first conversation between the two",
    ];
    let call = MeetingMention {
        main: true,
        participants: participants(text),
        when: Some(on(text, date(2031, 5, 21), "on Wednesday")),
        ..meeting(MeetingKind::Call, Status::Held, text, &evidence)
    };
    let summit = MeetingMention {
        participants: participants(text),
        when: Some(on(text, date(2031, 5, 24), "May 24")),
        place: Some(MeetingPlace {
            id: EntityId::new("port-sarn"),
            name: "Port Sarn".into(),
            passage: words(text, "Port Sarn"),
        }),
        ..meeting(MeetingKind::Bilateral, Status::Planned, text, &["will meet in Port Sarn on May 24"])
    };
    story(article, annotations(text, &told, Some(published(date(2031, 5, 21)))), vec![call, summit])
}

fn summit() -> Story {
    let text = SUMMIT_TEXT;
    let first =
        nth(text, "President Demir Ilmaz and Premier Astrid Halvorsen held a telephone conversation on 21 May", 0);
    let title = Title { text: first.of(text).into(), from: TitleFrom::Derived(first) };
    let told = [("21 May", date(2031, 5, 21)), ("24 May", date(2031, 5, 24))];
    let about = Published {
        interval: Interval::between(date(2031, 5, 21), date(2031, 5, 23)),
        best: date(2031, 5, 22),
        confidence: 0.6,
        from: DateSource::Text,
        reasons: vec!["the call lies behind it, the meeting ahead".to_owned().into()],
        neighbours: Vec::new(),
    };
    let call = MeetingMention {
        main: true,
        participants: participants(text),
        when: Some(on(text, date(2031, 5, 21), "21 May")),
        ..meeting(MeetingKind::Call, Status::Held, text, &["held a telephone conversation on 21 May"])
    };
    let summit = MeetingMention {
        participants: participants(text),
        when: Some(on(text, date(2031, 5, 24), "24 May")),
        place: Some(port_sarn(text)),
        ..meeting(
            MeetingKind::Bilateral,
            Status::Planned,
            text,
            &["a meeting with the Premier on 24 May", "their first face-to-face meeting this year"],
        )
    };
    story(article("summit.txt", text, title, None), annotations(text, &told, Some(about)), vec![call, summit])
}

fn lindholm(text: &str) -> Vec<SeriesMention> {
    vec![SeriesMention {
        id: SeriesId::new("lindholm-talks"),
        name: "Lindholm talks".into(),
        evidence: vec![words(text, "Lindholm talks")],
    }]
}

fn round() -> Story {
    let text = ROUND_TEXT;
    let title = title_in(text, "Third round of the Lindholm talks ends without a text");
    let round = MeetingMention {
        main: true,
        ordinal: Some(3),
        series: Some(SeriesId::new("lindholm-talks")),
        when: Some(on(text, date(2031, 4, 30), "April 30")),
        ..meeting(MeetingKind::Round, Status::Held, text, &["the third round of the Lindholm talks"])
    };
    let told = [("April 30", date(2031, 4, 30))];
    let found = annotations(text, &told, Some(published(date(2031, 5, 1))));
    let mut story = story(article("round.txt", text, title, Some("The Isles Gazette")), found, vec![round]);
    story.series = lindholm(text);
    story
}

fn series() -> Story {
    let text = SERIES_TEXT;
    let title = title_in(text, "What the Lindholm talks have achieved so far");
    let found = annotations(text, &[], Some(published(date(2031, 2, 9))));
    let mut story = story(article("series.txt", text, title, Some("Kystposten")), found, Vec::new());
    story.series = lindholm(text);
    story
}

fn alone() -> Story {
    let title = title_in(ALONE_TEXT, "A warm spring brings the cranes back early");
    story(article("alone.txt", ALONE_TEXT, title, Some("Kystposten")), annotations(ALONE_TEXT, &[], None), Vec::new())
}

fn wide() -> Story {
    let title = Title { text: WIDE_TITLE.into(), from: TitleFrom::Record };
    let found = annotations(WIDE_TEXT, &[("五月二十四日", date(2031, 5, 24))], Some(published(date(2031, 5, 20))));
    let meeting = MeetingMention {
        main: true,
        participants: vec![Participant::new(
            EntityId::new("astrid-halvorsen"),
            "Astrid Halvorsen",
            NameKind::Person,
            words(WIDE_TEXT, "ハルヴォルセン首相"),
        )],
        when: Some(on(WIDE_TEXT, date(2031, 5, 24), "五月二十四日")),
        ..meeting(MeetingKind::Bilateral, Status::Planned, WIDE_TEXT, &["港町サルンで会談する"])
    };
    story(article("wire.jsonl#3", WIDE_TEXT, title, Some("北海通信")), found, vec![meeting])
}
