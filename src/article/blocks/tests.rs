use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::article::{Article, BlockKind::*, TitleFrom, read};

/// The first letters of every block with its kind.
fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
    outline(text)
        .blocks
        .iter()
        .map(|block| {
            let held = block.span.of(text);
            let end = held.char_indices().nth(12).map_or(held.len(), |(at, _)| at);
            (block.kind, Span::new(0, end).of(held))
        })
        .collect()
}

fn sample(name: &str) -> Article {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles").join(name);
    let bytes = std::fs::read(&path).expect("the sample article is there");
    let mut reading = read(name, &path, &bytes);
    assert!(reading.faults.is_empty());
    reading.articles.pop().expect("one article")
}

/// How many blocks of each kind there are, in the order of the list below.
fn count(article: &Article) -> [usize; 7] {
    let of = |kind| article.blocks.iter().filter(|block| block.kind == kind).count();
    [Paragraph, Heading, Quote, Caption, Headlines, Chrome, Dateline].map(of)
}

fn held(article: &Article, kind: BlockKind) -> Vec<&str> {
    article.blocks.iter().filter(|block| block.kind == kind).map(|block| block.span.of(&article.text)).collect()
}

#[test]
fn the_sample_with_a_lead_in_names_its_outlet() {
    let article = sample("000_3d5d27de288dd651.txt");
    assert_eq!(article.title.text, "Putin discusses Syria in phone call with Trump – Kremlin");
    assert!(matches!(article.title.from, TitleFrom::Text(_)));
    assert_eq!(article.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("Sputnik"));
    assert_eq!(count(&article), [5, 1, 1, 0, 0, 0, 0]);
}

#[test]
fn the_sample_of_an_agency_keeps_other_headlines_out_of_its_story() {
    let article = sample("001_1db66647af5f272a.txt");
    assert!(article.title.text.starts_with("Russian President Vladimir Putin and his U.S. counterpart"));
    assert!(article.title.text.ends_with("the Kremlin says."));
    assert!(matches!(article.title.from, TitleFrom::Derived(_)));
    assert_eq!(article.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("TASS"));
    let dateline = article.dateline.expect("a dateline");
    let of = |span: Option<Span>| span.map(|span| span.of(&article.text));
    assert_eq!((of(dateline.place), of(dateline.date)), (Some("MOSCOW"), Some("July 6")));
    assert_eq!(held(&article, Heading), ["The Ukrainian crisis", "The Nagorno-Karabakh conflict"]);
    assert_eq!(held(&article, Headlines).len(), 6);
    assert_eq!(article.blocks.len(), 18);
}

#[test]
fn the_sample_with_page_furniture_tells_it_from_the_story() {
    let article = sample("002_fe54a5ae61d2baa1.txt");
    assert_eq!(article.title.text, "Cooperation with Iran, Turkey has been good for Syria: Putin");
    assert_eq!(article.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("Press TV"));
    assert_eq!(held(&article, Caption).len(), 2);
    let chrome = held(&article, Chrome);
    assert_eq!(chrome.len(), 4);
    assert_eq!(chrome[1], "Read More:");
    assert!(held(&article, Paragraph).iter().any(|paragraph| paragraph.starts_with("Six rounds")));
}

#[test]
fn the_sample_with_a_page_header_has_its_title_derived() {
    let article = sample("003_5458b932b7232259.txt");
    assert!(article.title.text.starts_with("On November 20, Russian President"));
    assert!(matches!(article.title.from, TitleFrom::Derived(_)));
    assert_eq!(article.blocks[0].kind, Chrome);
    assert_eq!(article.outlet, None);
    assert_eq!(held(&article, Heading), ["Syrian settlement"]);
}

#[test]
fn the_sample_with_a_see_also_list_goes_on_after_it() {
    let article = sample("004_065d73cb0b295eb2.txt");
    assert!(article.title.text.starts_with("The Russian foreign Ministry: Lavrov discussed"));
    assert_eq!(held(&article, Headlines).len(), 4);
    assert_eq!(held(&article, Heading)[1], "Bilateral consultations");
    assert!(held(&article, Paragraph).iter().any(|paragraph| paragraph.starts_with("On 23 October")));
    let dateline = article.dateline.expect("a dateline");
    assert_eq!(dateline.span.of(&article.text), "MOSCOW, October 25.");
}

#[test]
fn a_letterhead_and_a_place_are_not_the_headline() {
    let text = "MINISTRY OF ROADS OF BELMARK\nPort Cassel\n\n3 June 2019\n\nReadout of the talks on the coast road\n\nThe ministers met in the morning and agreed to go on.";
    assert_eq!(
        kinds(text),
        [
            (Chrome, "MINISTRY OF "),
            (Dateline, "Port Cassel"),
            (Dateline, "3 June 2019"),
            (Heading, "Readout of t"),
            (Paragraph, "The minister"),
        ]
    );
}

#[test]
fn a_masthead_and_a_section_are_not_the_headline() {
    let text = "The Cassel Courier - since 1904\n\nOPINION\n\nThe road to nowhere\n\nNobody has asked who is to drive on it, and nobody will.";
    let outline = outline(text);
    assert_eq!(outline.head.title.map(|span| span.of(text)), Some("The road to nowhere"));
    assert_eq!(outline.head.outlet.map(|span| span.of(text)), Some("The Cassel Courier"));
}

/// The title and who publishes it, outlet or institution.
fn title_and_house(text: &str) -> (Option<&str>, Option<&str>) {
    let head = outline(text).head;
    (head.title.map(|span| span.of(text)), head.outlet.or(head.letterhead).map(|span| span.of(text)))
}

#[test]
fn an_institution_above_a_section_is_not_the_headline() {
    let story = "The envoys counted the sacks on the quay and signed for each of them in the evening.";
    let mint = format!("The Royal Mint of Torvik\nNews\n\nNew coin for the harbour\n\n3 June 2031\n\n{story}");
    assert_eq!(title_and_house(&mint), (Some("New coin for the harbour"), Some("The Royal Mint of Torvik")));
    let host = format!("BELMARK.TV\n\nPress release\n\nEnvoys count sacks\n\n{story}");
    assert_eq!(title_and_house(&host), (Some("Envoys count sacks"), Some("BELMARK.TV")));
    let bulletin =
        format!("PRESS OFFICE OF THE HARBOUR\nBULLETIN\nN. 0181\nMonday 3.6.2031\n\nSacks counted\n\n{story}");
    assert_eq!(title_and_house(&bulletin), (Some("Sacks counted"), Some("PRESS OFFICE OF THE HARBOUR")));
    let edition = format!("The Torvik Leader, late edition\n3 June 2031\n\nSacks counted on the quay\n\n{story}");
    assert_eq!(title_and_house(&edition), (Some("Sacks counted on the quay"), Some("The Torvik Leader")));
}

#[test]
fn a_section_below_a_masthead_is_not_the_headline() {
    let story = "The envoys counted the sacks on the quay and signed for each of them in the evening.";
    for label in ["News story", "Press release", "World news", "Written statement", "Harbour news"] {
        let text = format!("QUAY.SARN\n\n{label}\n\nEnvoys count sacks on the quay\n\n{story}");
        let told = title_and_house(&text);
        assert_eq!(told, (Some("Envoys count sacks on the quay"), Some("QUAY.SARN")), "{label}");
    }
    for (head, title) in [
        // No masthead above it.
        ("Harbour news\n\nEnvoys count sacks on the quay", "Harbour news"),
        // No headline below it, or one that says no more.
        ("QUAY.SARN\n\nSad news\n\n3 June 2031", "Sad news"),
        ("QUAY.SARN\n\nSad news\n\nSacks lost", "Sad news"),
        // It says something itself.
        ("QUAY.SARN\n\nHarbour sells story\n\nEnvoys count sacks on the quay", "Harbour sells story"),
        ("QUAY.SARN\n\nEnvoys count\n\nThe sacks on the quay were wet", "Envoys count"),
    ] {
        let text = format!("{head}\n\n{story}");
        assert_eq!(title_and_house(&text).0, Some(title), "{head}");
    }
}

#[test]
fn marked_headings_are_headings_and_their_signs_no_words() {
    let text = "# Ferry talks resume\nThe crews of both sides hope for an end of the quarrel.\n\n## What now?\n\n\
                The ferry sails again on Monday, the hosts said in the evening.\n\n## Related stories\n\n- Sacks counted on the quay\n";
    let outline = outline(text);
    assert_eq!(outline.head.title.map(|span| span.of(text)), Some("Ferry talks resume"));
    assert_eq!(
        kinds(text),
        [
            (Heading, "# Ferry talk"),
            (Paragraph, "The crews of"),
            (Heading, "## What now?"),
            (Paragraph, "The ferry sa"),
            (Headlines, "## Related s"),
            (Headlines, "- Sacks coun"),
        ]
    );
}

#[test]
fn a_headline_in_capitals_stays_one_where_no_other_follows_or_nothing_says_it_is_a_masthead() {
    let story = "The envoys counted the sacks on the quay and signed for each of them in the evening.";
    for (head, title) in [
        // The section stands below, and no headline follows.
        ("The House of Sarn Falls\nNews\n\n3 June 2031", "The House of Sarn Falls"),
        // A deck follows, yet no word of the line is for a body.
        ("Envoys Meet Again\nNews\n\nThey count sacks", "Envoys Meet Again"),
        // The word for a body stands where no name of one has it.
        ("Envoy Visits White House\nPolitics\n\nLeaders discuss the quay", "Envoy Visits White House"),
        ("Bomb Threat Closes Congress\nNews\n\nLeaders discuss the quay", "Bomb Threat Closes Congress"),
        // No section below it.
        ("Senate Of Sarn\n\nThey count sacks", "Senate Of Sarn"),
        // Two words below a letterhead are the headline where a blank line stands between.
        ("PRESS OFFICE OF THE HARBOUR\n\nSacks counted\n3 June 2031\n\nHow it was done", "Sacks counted"),
    ] {
        let text = format!("{head}\n\n{story}");
        assert_eq!(title_and_house(&text).0, Some(title), "{head}");
    }
}

#[test]
fn a_headline_of_numbers_is_none_of_an_issue() {
    let story = "The envoys counted the sacks on the quay and signed for each of them in the evening.";
    for (head, title) in [
        ("9/11 at 20\n\n3 June 2031", Some("9/11 at 20")),
        ("Top 10\n\n3 June 2031", Some("Top 10")),
        ("G20: 3 to 1\n\n3 June 2031", Some("G20: 3 to 1")),
        // Nothing else can be the title, unless it is a letterhead that counts its releases.
        ("No. 10\n\n3 June 2031", Some("No. 10")),
        ("PRESS OFFICE OF THE HARBOUR\nN. 0181\n\n3 June 2031", None),
        ("No. 10\nSacks counted on the quay\n\n3 June 2031", Some("Sacks counted on the quay")),
    ] {
        let text = format!("{head}\n\n{story}");
        assert_eq!(title_and_house(&text).0, title, "{head}");
    }
}

#[test]
fn a_title_loses_the_outlets_name_behind_it() {
    let text = "Ministers agree on the coast road | Reuters\n\nThe ministers met in the morning and agreed to go on.";
    let outline = outline(text);
    assert_eq!(outline.head.title.map(|span| span.of(text)), Some("Ministers agree on the coast road"));
    assert_eq!(outline.head.outlet.map(|span| span.of(text)), Some("Reuters"));
}

#[test]
fn a_question_may_be_the_headline() {
    let text = "Will the ministers ever meet?\n\nThe ministers of both countries have not met since the bridge fell into the river, and no date is set.";
    assert_eq!(outline(text).head.title.map(|span| span.of(text)), Some("Will the ministers ever meet?"));
}

#[test]
fn headlines_after_a_label_end_where_paragraphs_resume() {
    let text = "The talks began in the morning, the hosts said.\n\nRelated stories\n\nBridge falls into river\n\nWho will pay for the bridge?\n\nThe talks went on in the afternoon, the guests said.";
    assert_eq!(
        kinds(text),
        [
            (Paragraph, "The talks be"),
            (Headlines, "Related stor"),
            (Headlines, "Bridge falls"),
            (Headlines, "Who will pay"),
            (Paragraph, "The talks we"),
        ]
    );
}

#[test]
fn points_are_facts_after_a_colon_and_headlines_without_one() {
    let facts = "The ministers agreed on the following in the night:\n- a road along the coast from Cassel to Brod\n- a ferry until the road is built by the two sides\n\nThey will meet again.";
    assert_eq!(kinds(facts)[1].0, Paragraph);
    let others = "The ministers agreed on it in the night.\n- Ferry to Brod sinks in harbour\n- Cassel mayor resigns over road\n\nThey will meet again.";
    assert_eq!(kinds(others)[1].0, Headlines);
    let sentences = "The ministers agreed on it in the night.\n* The road is to be built by autumn.\n* The ferry goes on until then.\n\nThey will meet again.";
    assert_eq!(kinds(sentences)[1].0, Paragraph);
}

#[test]
fn short_lines_between_paragraphs_are_headings_and_behind_them_furniture() {
    let text = "The talks began in the morning, the hosts said.\n\nThe coast road\n\nIt was the first item, the guests said.\n\nCassel Courier Radio";
    let kinds: Vec<BlockKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Paragraph, Heading, Paragraph, Chrome]);
}

#[test]
fn a_stack_of_headings_is_a_list_of_other_stories() {
    let text = "The talks began in the morning, the hosts said.\n\nFerry to Brod sinks in harbour\n\nCassel mayor resigns over road\n\nFishermen of Brod go on strike\n\nThe talks went on in the afternoon, the guests said.";
    let kinds: Vec<BlockKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Paragraph, Headlines, Headlines, Headlines, Paragraph]);
}

#[test]
fn a_caption_is_known_when_it_comes_again_without_its_credit() {
    let text = "Ministers meet\n\nMinisters Anna Brand and Ole Kvist on the quay of Port Cassel. (Photo: Radio Brod)\n\nThe ministers met in the morning and agreed to go on.\n\nMinisters Anna Brand and Ole Kvist on the quay of Port Cassel.\n\nThey parted at noon, as planned.";
    let kinds: Vec<BlockKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Heading, Caption, Paragraph, Caption, Paragraph]);
}

#[test]
fn a_chronicles_days_are_its_headings() {
    let text = "The talks in short, day by day, as the hosts told them.\n\n3 June 2019\n\nThe ministers arrived by ferry and dined.\n\n4 June 2019\n\nThe ministers talked and left by train.";
    let kinds: Vec<BlockKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Paragraph, Heading, Paragraph, Heading, Paragraph]);
}

#[test]
fn a_text_without_sentences_has_a_headline_and_a_story() {
    let kinds: Vec<BlockKind> =
        kinds("Ferry to Brod sinks\nall hands saved").into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Heading, Paragraph]);
    assert!(outline("").blocks.is_empty());
}

/// Lines of the kinds that articles are made of, in any order.
fn any_article() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("MOSCOW, July 6 /TASS/. The ministers met.".to_owned()),
        Just("See also".to_owned()),
        Just("Read More:".to_owned()),
        Just("- Ferry to Brod sinks in harbour".to_owned()),
        Just("News / Russia".to_owned()),
        Just("12 May 2016".to_owned()),
        Just("He left. Read also: Ferry sinks".to_owned()),
        Just("Photo: Reuters".to_owned()),
        Just("“No,” he said.".to_owned()),
        "[A-Za-z ,.\"“”:/()|–-]{0,80}",
        "\\PC{0,40}",
    ];
    let gap = prop_oneof![Just("\n"), Just("\n\n"), Just("\n \n    "), Just("\u{a0}\n")];
    proptest::collection::vec((line, gap), 0..14)
        .prop_map(|lines| lines.into_iter().map(|(line, gap)| line + gap).collect())
}

proptest! {
    #[test]
    fn blocks_leave_only_white_space_out(text in any_article()) {
        let outline = outline(&text);
        let mut at = 0;
        for block in &outline.blocks {
            prop_assert!(Span::checked(&text, block.span.start(), block.span.end()).is_some());
            prop_assert!(block.span.start() >= at && !block.span.is_empty());
            prop_assert_eq!(block.span.trimmed(&text), block.span);
            prop_assert!(Span::new(at, block.span.start()).of(&text).trim().is_empty());
            at = block.span.end();
        }
        prop_assert!(Span::new(at, text.len()).of(&text).trim().is_empty());
    }

    #[test]
    fn whatever_is_told_of_an_article_stands_in_its_text(text in any_article()) {
        let reading = read("any.txt", Path::new("any.txt"), text.as_bytes());
        for article in reading.articles {
            let inside = |span: Span| Span::checked(&article.text, span.start(), span.end()).is_some();
            prop_assert!(!article.title.text.contains('\n'));
            if let TitleFrom::Text(span) | TitleFrom::Derived(span) = article.title.from {
                prop_assert!(inside(span) && !span.is_empty());
            }
            if let Some(dateline) = article.dateline {
                prop_assert!(inside(dateline.span));
                for part in [dateline.place, dateline.date, dateline.agency].into_iter().flatten() {
                    prop_assert!(inside(part) && !part.is_empty());
                }
            }
            prop_assert!(article.outlet.is_none_or(|outlet| !outlet.name.is_empty()));
        }
    }
}
