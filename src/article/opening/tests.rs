use super::*;

/// The whole opening, its place, day and agency.
fn parts(text: &str) -> Option<(&str, &str, &str, &str)> {
    let found = dateline(text, Span::whole(text), Trust::First)?;
    let of = |span: Option<Span>| span.map_or("", |span| span.of(text));
    Some((found.span.of(text), of(found.place), of(found.date), of(found.agency)))
}

#[test]
fn place_day_and_agency_are_read_from_the_usual_openings() {
    for (text, place, day, agency) in [
        ("MOSCOW, July 6 /TASS/. Russian President", "MOSCOW", "July 6", "TASS"),
        ("MOSCOW, October 25. The Ministers", "MOSCOW", "October 25", ""),
        ("BRASILIA, July 14. /RIT/. Russian", "BRASILIA", "July 14", "RIT"),
        ("KOLM, May 12 (Northwire) – The leaders", "KOLM", "May 12", "Northwire"),
        ("Rio de Janeiro, July 12 (Sportwire) - Facts", "Rio de Janeiro", "July 12", "Sportwire"),
        ("ULUNDI - Before a crowd", "ULUNDI", "", ""),
        ("ISTANBUL, Monday, March 20, 2006 — The three", "ISTANBUL", "Monday, March 20, 2006", ""),
        ("Natal, 15 July 2014 - More than", "Natal", "15 July 2014", ""),
        ("Cotabato City (11 March) – No handshakes", "Cotabato City", "11 March", ""),
        ("Reykjavik (AFW) - Leaders", "Reykjavik", "", "AFW"),
        ("TRIPOLI, Libya (National Wire) — French", "TRIPOLI", "", "National Wire"),
        ("KEMPTON PARK, South Africa, Sept. 26, 1992 (NW) -- After", "KEMPTON PARK", "Sept. 26, 1992", "NW"),
        ("WASHINGTON, April 10 /Caspian Inform/. U.S. President", "WASHINGTON", "April 10", "Caspian Inform"),
        ("SYDNEY and KUALA LUMPUR, Jul 26 2022 (IPS) - Like", "SYDNEY and KUALA LUMPUR", "Jul 26 2022", "IPS"),
        ("WASHINGTON/MOSCOW, Nov 5 (Reuters) - Two", "WASHINGTON/MOSCOW", "Nov 5", "Reuters"),
        ("MINSK. March 4 (Nordfax) - Two", "MINSK", "March 4", "Nordfax"),
        ("NUR-SULTAN. 4 March. /NFX/. Two", "NUR-SULTAN", "4 March", "NFX"),
        ("Tehran, Sept 7, IRNA – The", "Tehran", "Sept 7", "IRNA"),
        ("Damascus, SANA- The president", "Damascus", "", "SANA"),
        ("MOSCOW, July 6 - RIA Novosti. The minister", "MOSCOW", "July 6", "RIA Novosti"),
        ("Port Louis May 4/2011 The", "Port Louis", "May 4/2011", ""),
        ("Tabuk, Safar 11, 1433, Jan 5, 2012, IRNA -- The", "Tabuk", "Jan 5, 2012", "IRNA"),
        ("Madurai, Jan 4 (Bharat Wire) Two ministers", "Madurai", "Jan 4", "Bharat Wire"),
        ("Ubud (Bali), Jan 4 (Bharat Wire) Two ministers", "Ubud", "Jan 4", "Bharat Wire"),
        ("PYONGYANG, April 3 Juche 101 (2012) (Agency) -- A", "PYONGYANG", "April 3 Juche 101 (2012)", "Agency"),
        ("ST. PETERSBURG, Russia, June 1 (AP) _ The", "ST. PETERSBURG", "June 1", "AP"),
    ] {
        let (_, found_place, found_day, found_agency) = parts(text).expect(text);
        assert_eq!((found_place, found_day, found_agency), (place, day, agency), "{text}");
    }
}

#[test]
fn the_opening_reaches_to_its_separator() {
    assert_eq!(parts("MOSCOW, July 6 /TASS/. Russian").unwrap().0, "MOSCOW, July 6 /TASS/.");
    assert_eq!(parts("KOLM, May 12 (Northwire) – The").unwrap().0, "KOLM, May 12 (Northwire) –");
    assert_eq!(parts("PRAGUE, May 2 /CTK/ The").unwrap().0, "PRAGUE, May 2 /CTK/");
}

#[test]
fn an_agency_alone_may_open_a_story() {
    assert_eq!(parts("Sputnik – The Russian president"), Some(("Sputnik –", "", "", "Sputnik")));
    assert_eq!(parts("DAILY COURIER – The minister left."), Some(("DAILY COURIER –", "", "", "DAILY COURIER")));
    assert_eq!(parts("(Reuters) - Two envoys"), Some(("(Reuters) -", "", "", "Reuters")));
}

#[test]
fn a_name_and_a_dash_open_a_story_where_a_sentence_follows() {
    assert_eq!(parts("Vienna – Lavrov and Kerry met on Friday.").unwrap().1, "Vienna");
    assert_eq!(parts("Srinagar- A bridge was opened on Friday.").unwrap().1, "Srinagar");
    assert_eq!(parts("Lavrov – the foreign minister – met Kerry."), None);
    assert_eq!(parts("Doha: The emir received the envoy on Monday.").unwrap().1, "Doha");
}

#[test]
fn sentences_are_no_datelines() {
    for text in [
        "On November 20, Russian President Vladimir Putin held a meeting.",
        "In Sochi, November 13. was a fine day.",
        "Putin stressed that the talks went on.",
        "Joe Biden, 78, said he had handed over a list.",
        "Readers ask me how many rounds it takes.",
        "Moscow, the capital, was quiet.",
        "EXCLUSIVE - The minister will resign.",
        "President Anna Maria Brand Kvist - Olsen left the capital on Monday.",
        "PRESIDENT BRAND: Thank you all.",
        "MODERATOR: Good afternoon.",
        "The Senate (and the House) - both met.",
        "Tuesday - The day began badly.",
        "VIENNA. March was cold.",
        "He left Vienna. March 4 - a Sunday - was cold.",
        "March on Rome - Mussolini came by train.",
        "",
    ] {
        assert_eq!(parts(text), None, "{text}");
    }
}

#[test]
fn later_paragraphs_need_a_day_or_an_agency() {
    let text = "ULUNDI - Before a crowd";
    assert_eq!(dateline(text, Span::whole(text), Trust::Later), None);
}

#[test]
fn speakers_of_a_transcript_are_recognised() {
    assert_eq!(speaker("MODERATOR: Good afternoon."), Some("MODERATOR"));
    assert_eq!(speaker("Vladimir Putin: Colleagues, welcome."), Some("Vladimir Putin"));
    assert_eq!(speaker("He said: no."), None);
}

#[test]
fn words_that_announce_the_kind_of_a_story_are_known_in_any_case() {
    for words in ["EXCLUSIVE", "Special Report:", "q", "update 1"] {
        assert!(vocabulary::is_kicker(words), "{words}");
    }
    for words in ["MOSCOW", "", "An exclusive story about a very long road"] {
        assert!(!vocabulary::is_kicker(words), "{words}");
    }
}
