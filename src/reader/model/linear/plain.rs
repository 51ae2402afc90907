//! What is written briefly elsewhere, in words.
//!
//! **In:** a sentence of ours. **Out:** the same with days in full and without signs that stand for words: `about 13 Nov 2017`
//! is `about 13 November 2017`, `3–4 May 2017` is `3 to 4 May 2017`, `a · b` is `a, b`, `35 %` is `35 percent`.
//! **Why here and not where it is written:** reasons, groups and notices are made once, for every way of showing them.
//!
//! Days are known by what stands around the name of a month, so that a name like *Jan* stays what it is.

use super::said;

/// Months that are shortened.
const MONTHS: [(&str, &str); 11] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];

/// Days of the week that are shortened.
const WEEKDAYS: [(&str, &str); 7] = [
    ("Mon", "Monday"),
    ("Tue", "Tuesday"),
    ("Wed", "Wednesday"),
    ("Thu", "Thursday"),
    ("Fri", "Friday"),
    ("Sat", "Saturday"),
    ("Sun", "Sunday"),
];

/// Keys that are signs, or shortened.
const KEYS: [&str; 5] = ["/", "?", "!", "Esc", "*"];

/// The sentence in words.
pub(in crate::reader) fn plain(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    let at = |index: usize| all.get(index).copied().unwrap_or_default();
    let mut told = String::with_capacity(words.len());
    for (index, word) in all.iter().enumerate() {
        let before = index.checked_sub(1).map_or("", at);
        let after = at(index + 1);
        match *word {
            // Signs that part or count what stands before them.
            "·" => told.push(','),
            "%" if ends_in_digit(before) => told.push_str(" percent"),
            _ => {
                if index > 0 {
                    told.push(' ');
                }
                told.push_str(&one(before, word, after, at(index + 2)));
            }
        }
    }
    told
}

/// The sentence in words, but for what is quoted in it.
pub(in crate::reader) fn unquoted(words: &str) -> String {
    let (mut told, mut rest) = (String::with_capacity(words.len()), words);
    while let Some((ours, quoted)) = rest.split_once('“') {
        let (quoted, after) = quoted.split_once('”').map_or((quoted, None), |(quoted, after)| (quoted, Some(after)));
        told.push_str(&plain(ours));
        told.push('“');
        told.push_str(quoted);
        let Some(after) = after else { return told };
        told.push('”');
        rest = after;
    }
    told + &plain(rest)
}

/// A word between those before and after it.
fn one(before: &str, word: &str, after: &str, next: &str) -> String {
    let full =
        |all: &[(&str, &'static str)], short: &str| all.iter().find(|(key, _)| *key == short).map(|(_, full)| *full);
    let is_month = |word: &str| full(&MONTHS, word).is_some() || word == "May";
    let days = word.split_once('–').filter(|(from, to)| is_day(from) && is_day(to) && is_month(after));
    match (full(&MONTHS, word), full(&WEEKDAYS, word)) {
        (Some(month), _) if is_year(after) || ends_in_digit(before) && after == "–" => month.to_owned(),
        (_, Some(day)) if is_day(after) && is_month(next) => day.to_owned(),
        _ if word == "–" && (is_year(before) || is_month(before)) && is_day(after) => "to".to_owned(),
        _ => days.map_or_else(|| word.to_owned(), |(from, to)| format!("{from} to {to}")),
    }
}

/// The same, with keys by their names; what is quoted stays as it is.
pub(in crate::reader) fn notice(words: &str) -> String {
    let mut quoted = false;
    let told = plain(words);
    let named = told.split(' ').map(|word| {
        let was_quoted = quoted;
        quoted = match (word.rfind('“'), word.rfind('”')) {
            (None, None) => quoted,
            (opens, closes) => opens > closes,
        };
        if KEYS.contains(&word) && !was_quoted { said::chord(word) } else { word.to_owned() }
    });
    named.collect::<Vec<_>>().join(" ")
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_digit())
}

fn is_day(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word begins with a year: a comma or a full stop may follow it.
fn is_year(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_in_full() {
        for (short, full) in [
            ("about 13 Nov 2017", "about 13 November 2017"),
            ("both say 3–4 May 2017", "both say 3 to 4 May 2017"),
            ("28 Nov – 2 Dec 2017, in Sarn", "28 November to 2 December 2017, in Sarn"),
            ("30 Dec 2017 – 2 Jan 2018", "30 December 2017 to 2 January 2018"),
            ("Wed 21 May 2031", "Wednesday 21 May 2031"),
            ("Nov 2017; not the same day", "November 2017; not the same day"),
        ] {
            assert_eq!(plain(short), full);
        }
    }

    #[test]
    fn what_is_quoted_stays_as_it_is() {
        assert_eq!(
            unquoted("4 Jan 2018 · “on 4 Jan 2018 · here”, 5 %"),
            "4 January 2018, “on 4 Jan 2018 · here”, 5 percent"
        );
        assert_eq!(unquoted("told “on 4 Jan 2018"), "told “on 4 Jan 2018");
    }

    #[test]
    fn signs_are_told_in_words() {
        assert_eq!(plain("you are here · Northwire · 35 %"), "you are here, Northwire, 35 percent");
    }

    #[test]
    fn names_that_look_like_months_and_days_stay_as_they_are() {
        for words in ["Jan Halvorsen", "both name Jan and Sun", "Mar Vell – a port", "", " two  spaces "] {
            assert_eq!(plain(words), words);
        }
    }

    #[test]
    fn keys_of_a_notice_are_told_by_their_names_where_nothing_is_quoted() {
        assert_eq!(notice("Nothing is looked for; / begins."), "Nothing is looked for; slash begins.");
        assert_eq!(notice("Esc leaves “who / what”; ? helps"), "Escape leaves “who / what”; question mark helps");
    }
}
