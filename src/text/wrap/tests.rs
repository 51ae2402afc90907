use proptest::prelude::*;

use super::*;
use crate::text::justify::drawn;

fn rows(text: &str, columns: usize, breaks: Breaks) -> Vec<String> {
    wrap(text, Span::whole(text), columns, breaks)
        .into_iter()
        .map(|row| glyphs(text, row.span).map(|glyph| glyph.symbol).collect())
        .collect()
}

#[test]
fn rows_hold_the_words_without_the_spaces_between_rows() {
    assert_eq!(rows("Putin and Erdogan met in Sochi.", 12, Breaks::Keep), ["Putin and", "Erdogan met", "in Sochi."]);
}

#[test]
fn the_rows_of_a_paragraph_are_chosen_together() {
    // Filling row after row would leave "it" alone with a wide gap before it.
    assert_eq!(rows("To be, or not to be: that is", 9, Breaks::Keep).len(), 4);
    assert!(rows("To be, or not to be: that is", 9, Breaks::Keep).iter().all(|row| row.len() <= 9));
}

#[test]
fn a_hard_line_break_and_a_blank_line_are_kept() {
    assert_eq!(rows("one\ntwo\n\nthree", 40, Breaks::Keep), ["one", "two", "", "three"]);
}

#[test]
fn wrapped_copy_flows_into_wider_rows() {
    let wire = "The two men, who had not faced\neach other since May, signed a\nrecord.\n\nThen they ate.";
    assert_eq!(
        rows(wire, 80, Breaks::Reflow),
        ["The two men, who had not faced each other since May, signed a record.", "", "Then they ate."]
    );
}

#[test]
fn a_word_divided_at_the_lines_end_is_drawn_without_a_gap() {
    assert_eq!(rows("will be pro-\nhibited in public", 40, Breaks::Reflow), ["will be pro-hibited in public"]);
    assert_eq!(rows("talks -\nso far", 40, Breaks::Reflow), ["talks - so far"]);
}

#[test]
fn a_word_longer_than_the_row_is_divided_between_clusters() {
    assert_eq!(rows("Erdog\u{306}anerdo", 6, Breaks::Keep), ["Erdog\u{306}a", "nerdo"]);
    assert_eq!(rows("习近平", 4, Breaks::Keep), ["习近", "平"]);
}

#[test]
fn a_row_may_end_between_a_letter_and_a_skin_tone() {
    // Line breaking divides what the rules for clusters hold together.
    assert_eq!(rows("AA🏽", 1, Breaks::Keep), ["A", "A", "🏽"]);
}

#[test]
fn columns_too_few_for_a_character_still_show_it() {
    assert_eq!(rows("习近", 1, Breaks::Keep), ["习", "近"]);
    assert_eq!(rows("ab", 0, Breaks::Keep), ["a", "b"]);
}

#[test]
fn dates_and_short_prefixes_are_not_divided_at_their_hyphens() {
    assert_eq!(rows("on 2017-11-21 al-Assad", 8, Breaks::Keep), ["on", "2017-11-", "21", "al-Assad"]);
    assert_eq!(
        rows("the 2017-11-21 pro-Russian forces", 12, Breaks::Keep),
        ["the", "2017-11-21", "pro-Russian", "forces"]
    );
    assert_eq!(rows("a four-way summit", 8, Breaks::Keep), ["a four-", "way", "summit"]);
}

#[test]
fn no_break_spaces_hold_a_row_together() {
    assert_eq!(rows("talks of\u{a0}Russia", 10, Breaks::Keep), ["talks", "of\u{a0}Russia"]);
}

#[test]
fn a_tab_is_drawn_as_one_space() {
    assert_eq!(rows("a\tb", 10, Breaks::Keep), ["a b"]);
    assert_eq!(wrap("a\tb", Span::whole("a\tb"), 10, Breaks::Keep)[0].width, 3);
}

#[test]
fn white_space_alone_gives_no_row() {
    assert!(wrap(" \n\t ", Span::new(0, 4), 10, Breaks::Keep).is_empty());
    assert!(wrap("text", Span::new(2, 99), 10, Breaks::Keep).is_empty());
}

#[test]
fn only_the_range_asked_for_is_wrapped() {
    let text = "One. Two. Three.";
    let rows = wrap(text, Span::new(5, 9), 80, Breaks::Keep);
    assert_eq!(rows.iter().map(|row| row.span.of(text)).collect::<Vec<_>>(), ["Two."]);
}

fn hyphenated(text: &str, columns: usize) -> Vec<String> {
    fill(text, Span::whole(text), Fill { columns, breaks: Breaks::Reflow, fit: Fit::Hyphenated })
        .into_iter()
        .map(|row| drawn(text, row.span, 0, row.hyphen).map(|glyph| glyph.symbol).collect())
        .collect()
}

#[test]
fn a_word_is_divided_where_the_row_would_have_a_hole() {
    assert_eq!(hyphenated("An acknowledgement of debts", 16), ["An acknowledge-", "ment of debts"]);
    assert_eq!(hyphenated("the small boats of the bay", 14), ["the small", "boats of the", "bay"]);
}

#[test]
fn no_more_than_two_rows_below_each_other_end_with_a_hyphen() {
    let text = "administration negotiation communication ".repeat(30);
    for columns in 12..40 {
        let rows = hyphenated(&text, columns);
        assert!(rows.windows(3).all(|three| !three.iter().all(|row| row.ends_with('-'))), "{columns}: {rows:#?}");
    }
}

#[test]
fn the_last_row_holds_more_than_the_end_of_a_word() {
    let rows = hyphenated("They asked for an inquiry into the administration.", 46);
    assert_eq!(rows.last().unwrap(), "administration.", "{rows:?}");
}

#[test]
fn a_japanese_row_does_not_begin_with_a_full_stop() {
    let text = "両国は海峡の安全について協議してきた。次の会談は秋になる。";
    for columns in 4..40 {
        assert!(rows(text, columns, Breaks::Reflow).iter().all(|row| !row.starts_with(['。', '、'])), "{columns}");
    }
}

#[test]
fn the_quick_way_fills_each_row() {
    let quick = |text: &str, columns| {
        let rows = fill(text, Span::whole(text), Fill { columns, breaks: Breaks::Reflow, fit: Fit::Quick });
        rows.iter().map(|row| row.span.of(text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(quick("The tide is out and the boats", 12), ["The tide is", "out and the", "boats"]);
    assert_eq!(quick("a four-way summit of “pilots”", 9), ["a four-", "way", "summit of", "“pilots”"]);
    assert_eq!(quick("ab 習近平 cd", 6), ["ab 習", "近平", "cd"]);
    assert_eq!(quick("harbourmaster at", 6), ["harbou", "rmaste", "r at"]);
}

#[test]
fn the_last_row_of_each_paragraph_is_known() {
    let text = "The tide is out and the boats lie dry.\n\nThey wait.";
    let last: Vec<bool> = wrap(text, Span::whole(text), 20, Breaks::Reflow).iter().map(|row| row.last).collect();
    assert_eq!(last, [false, true, true, true]);
}

#[test]
fn a_very_long_text_is_wrapped_in_linear_time() {
    let text = "word ".repeat(400_000);
    let start = std::time::Instant::now();
    assert!(wrap(&text, Span::whole(&text), 72, Breaks::Reflow).len() > 20_000);
    let long_word = "x".repeat(2_000_000);
    assert_eq!(wrap(&long_word, Span::whole(&long_word), 80, Breaks::Keep).len(), 25_000);
    assert!(start.elapsed().as_secs() < 30);
}

/// Text with what makes wrapping hard: wide, combining, joined, invisible and breaking characters.
fn hard_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zA-Z]{1,12}",
        "(inter|nego|tia|tion|ment|al|ly|ter){2,5}",
        "[אבגدهو]{1,9}",
        "[ \t\n\u{a0}\u{3000}-]{1,3}",
        "[习近平あア한]{1,6}",
        "[\u{300}-\u{304}\u{200d}\u{fe0f}👩👍🏽🇮🇸♥]{1,4}",
        "\\PC{1,8}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn rows_cover_the_text_in_order_and_fit(text in hard_text(), columns in 0usize..60, reflow in any::<bool>(), fit in prop::sample::select(vec![Fit::Quick, Fit::Even, Fit::Hyphenated])) {
        let breaks = if reflow { Breaks::Reflow } else { Breaks::Keep };
        let mut at = 0;
        for row in fill(&text, Span::whole(&text), Fill { columns, breaks, fit }) {
            prop_assert!(Span::checked(&text, row.span.start(), row.span.end()).is_some());
            prop_assert!(at <= row.span.start());
            prop_assert!(Span::new(at, row.span.start()).of(&text).chars().all(char::is_whitespace));
            at = row.span.end();
            prop_assert_eq!(row.span.trimmed(&text), row.span);
            if breaks == Breaks::Keep {
                prop_assert!(!row.span.of(&text).contains('\n'));
            }
            let drawn: Vec<_> = drawn(&text, row.span, 0, row.hyphen).collect();
            prop_assert_eq!(drawn.iter().map(|glyph| glyph.width).sum::<usize>(), row.width);
            let shown = drawn.iter().filter(|glyph| glyph.width > 0).count();
            prop_assert!(row.width <= columns.max(1) || shown == 1, "{} > {}", row.width, columns);
        }
        prop_assert!(Span::new(at, text.len()).of(&text).chars().all(char::is_whitespace));
    }

    #[test]
    fn glyphs_stand_where_they_say(text in hard_text()) {
        let mut at = 0;
        for glyph in glyphs(&text, Span::whole(&text)) {
            prop_assert!(glyph.offset >= at);
            prop_assert!(!glyph.symbol.contains(['\n', '\t']) || glyph.symbol.len() > 1);
            at = glyph.offset + 1;
            prop_assert!(text.is_char_boundary(glyph.offset));
        }
    }
}
