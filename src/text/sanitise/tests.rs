use proptest::prelude::*;

use super::*;
use crate::text::Span;

fn clean(text: &str) -> String {
    sanitise(text).text.into_owned()
}

#[test]
fn clean_text_comes_out_borrowed_byte_for_byte() {
    for text in [
        "",
        "Sochi\u{a0}– “talks”\tnow\n",
        "习近平 Владимир 👍🏽 ❤\u{fe0f} 👩\u{200d}🚀",
        "می\u{200c}خواهم",
        "1\u{fe0f}\u{20e3}",
    ] {
        let sanitised = sanitise(text);
        assert!(matches!(sanitised.text, Cow::Borrowed(same) if same == text), "{text:?}");
        assert!(sanitised.map.is_identity());
    }
}

#[test]
fn escape_sequences_go_as_a_whole() {
    assert_eq!(clean("\u{1b}[1;31mred\u{1b}[0m"), "red");
    assert_eq!(clean("a\u{1b}]52;c;aGVsbG8=\u{7}b"), "ab");
    assert_eq!(clean("a\u{1b}]0;title\u{1b}\\b"), "ab");
    assert_eq!(clean("a\u{1b}Pq#0;2;0;0;0~\u{1b}\\b"), "ab");
    assert_eq!(clean("a\u{1b}_payload\u{1b}\\b\u{1b}^x\u{1b}\\c\u{1b}Xy\u{1b}\\d"), "abcd");
    assert_eq!(clean("a\u{1b}(Bb\u{1b}cc\u{1b}7d\u{1b}=e\u{1b}#8f"), "abcdef");
    assert_eq!(clean("a\u{1b}[[Ab\u{1b}OPc\u{1b}ktitle\u{1b}\\d"), "abcd");
}

#[test]
fn eight_bit_sequences_go_too() {
    assert_eq!(clean("\u{9b}31mred\u{9b}0m"), "red");
    assert_eq!(clean("a\u{9d}0;title\u{9c}b\u{90}q\u{9c}c\u{9f}x\u{9c}d\u{9e}y\u{9c}e\u{98}z\u{9c}f"), "abcdef");
}

#[test]
fn an_unfinished_control_string_ends_with_its_line() {
    assert_eq!(clean("a\u{1b}]0;title\nThe story goes on."), "a\nThe story goes on.");
    assert_eq!(clean("a\u{9d}8;;http://x\r\nnext"), "a\nnext");
    assert_eq!(clean("a\u{1b}Pdata"), "a");
    assert_eq!(clean("a\u{1b}]0;ti\u{1b}[31mtle"), "atle");
}

#[test]
fn an_unfinished_control_sequence_takes_no_letters_with_it() {
    assert_eq!(clean("a\u{1b}[31\nb"), "a\nb");
    assert_eq!(clean("a\u{1b}[3\u{8}1mb"), "ab");
    assert_eq!(clean("a\u{1b}[31é"), "aé");
    assert_eq!(clean("end\u{1b}"), "end");
    assert_eq!(clean("end\u{1b}["), "end");
    assert_eq!(clean("a\u{1b}\u{1b}[31mb"), "ab");
    assert_eq!(clean("a\u{1b}éb"), "aéb");
}

#[test]
fn line_breaks_of_every_kind_become_one() {
    assert_eq!(clean("a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{c}g\u{b}h"), "a\nb\nc\nd\ne\nf\ng\nh");
    assert_eq!(clean("a\r\r\n\r\nb"), "a\n\n\nb");
}

#[test]
fn controls_and_invisible_characters_go() {
    assert_eq!(clean("a\0b\u{7}c\u{8}d\u{7f}e\u{86}f"), "abcdef");
    assert_eq!(
        clean("\u{feff}so\u{ad}ft \u{202e}evil\u{202c} \u{2066}x\u{2069} z\u{200b}w\u{2060}j \u{200e}m"),
        "soft evil x zwj m"
    );
    assert_eq!(clean("tag\u{e0041}\u{e007f} \u{e0101}v\u{fe00}s \u{3164}h\u{115f} \u{ffff}n"), "tag vs h n");
}

#[test]
fn joiners_stay_only_where_they_join() {
    assert_eq!(clean("Pu\u{200d}tin Er\u{200c}dogan x\u{fe0f}"), "Putin Erdogan x");
    assert_eq!(clean("👩\u{200d} \u{200d}👩 👩\u{200d}\u{200d}👩"), "👩 👩 👩\u{200d}👩");
    assert_eq!(clean("क्\u{200d}ष"), "क्\u{200d}ष");
    assert_eq!(clean("7\u{fe0f} 7\u{fe0f}\u{20e3}"), "7 7\u{fe0f}\u{20e3}");
    assert_eq!(clean("❤\u{fe0f}\u{fe0f}"), "❤\u{fe0f}");
}

#[test]
fn removing_something_brings_nothing_dangerous_together() {
    assert_eq!(clean("\u{1b}\u{200b}[31mx"), "[31mx");
    assert_eq!(clean("a\u{200b}\u{200d}b"), "ab");
}

#[test]
fn offsets_lead_back_to_the_original() {
    let original = "\u{1b}[1mPutin\u{1b}[0m met\r\nAs\u{ad}sad\u{2028}now";
    let Sanitised { text, map } = sanitise(original);
    let find = |word: &str| {
        let at = text.find(word).unwrap();
        map.original(Span::new(at, at + word.len())).of(original)
    };
    assert_eq!(text, "Putin met\nAssad\nnow");
    assert_eq!(find("Putin"), "Putin");
    assert_eq!(find("Assad"), "As\u{ad}sad");
    assert_eq!(find("now"), "now");
    assert_eq!(find("\nnow"), "\u{2028}now");
}

#[test]
fn a_line_for_a_title_holds_no_break_and_no_double_space() {
    assert_eq!(one_line("  Talks\r\n in\t \u{a0}Sochi\u{1b}[0m\u{2028} \n"), "Talks in Sochi");
    assert_eq!(one_line("\u{1b}]0;x\u{7}\u{202e}"), "");
}

#[test]
fn hostile_text_is_cleaned_in_linear_time() {
    let start = std::time::Instant::now();
    for part in ["\u{1b}", "\u{1b}]", "\u{1b}[", "\u{1b}[3", "\u{200d}", "\u{1b}Pq", "\r", "\u{9d}x", "👩\u{200d}"] {
        sanitise(&part.repeat(300_000));
    }
    sanitise(&format!("\u{1b}]{}", "x".repeat(2_000_000)));
    assert!(start.elapsed().as_secs() < 20);
}

/// Whether a character may never leave, whatever its neighbours.
fn is_dangerous(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t' || fate(c) == Fate::Drop || fate(c) == Fate::Break
}

fn nasty_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zé习 \n\t]{0,6}",
        "[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,3}",
        "\u{1b}[\\[\\]PX^_kNO(c\\\\][0-9;?a-zA-Z]{0,4}",
        "[\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{fe00}-\u{fe0f}\u{feff}\u{ad}👩❤🏽نक]{1,4}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_control_or_invisible_character_ever_leaves(text in nasty_text()) {
        let once = clean(&text);
        prop_assert!(!once.contains(is_dangerous), "{:?}", once);
        let chars: Vec<char> = once.chars().collect();
        for (i, c) in chars.iter().enumerate() {
            let before = i.checked_sub(1).map(|i| chars[i]);
            prop_assert!(fate(*c) != Fate::Depends || joins(*c, before, chars.get(i + 1).copied()));
        }
        prop_assert_eq!(&clean(&once), &once);
        prop_assert!(!one_line(&text).contains(|c: char| c.is_control()));
    }

    #[test]
    fn what_was_kept_is_found_in_the_original(text in nasty_text()) {
        let Sanitised { text: once, map } = sanitise(&text);
        let mut last = 0;
        for (at, c) in once.char_indices() {
            let original = map.original(Span::new(at, at + c.len_utf8()));
            prop_assert!(original.start() >= last && !original.is_empty());
            last = original.end();
            let held = original.of(&text);
            prop_assert!(held.starts_with(c) || c == '\n' && fate(held.chars().next().unwrap()) == Fate::Break, "{held:?} {c:?}");
        }
    }
}

#[test]
fn marks_without_end_cannot_flood_a_line() {
    for pile in ["e\u{301}".to_owned() + &"\u{301}".repeat(5000), "👩\u{200d}".repeat(5000)] {
        let line = one_line(&format!("A {pile} title"));
        assert!(line.len() < 100 && line.starts_with("A ") && line.ends_with(" title"), "{} bytes", line.len());
        assert_eq!(one_line(&line), line);
    }
    for fine in ["Erdog\u{306}an", "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏽", "习近平"] {
        assert_eq!(one_line(fine), fine);
    }
}
