//! Days in words.
//!
//! **In:** days and intervals. **Out:** `21 November 2017`. **Why:** `21 Nov` is short for the eye; spoken it is a word that
//! does not exist.

use jiff::civil::Date;

use crate::article::DateSource;
use crate::language::{Interval, Published};

/// `21 November 2017`.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// `20 November 2017`, `20 to 22 November 2017`, `28 November to 2 December 2017`, or the month or year where it is just that.
pub(super) fn days(interval: Interval) -> String {
    let (from, to) = (interval.from, interval.to);
    if interval.is_day() {
        return day(from);
    }
    let whole_months = from == from.first_of_month() && to == to.last_of_month();
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) if whole_months => from.strftime("%B %Y").to_string(),
        (true, true) => format!("{} to {}", from.day(), day(to)),
        (true, false) if whole_months && from.month() == 1 && to.month() == 12 => from.year().to_string(),
        (true, false) => format!("{} to {}", from.strftime("%-d %B"), day(to)),
        (false, _) => format!("{} to {}", day(from), day(to)),
    }
}

/// When a story was published, with how sure that is.
pub(super) fn published(published: Option<&Published>) -> String {
    let Some(published) = published else { return "undated".into() };
    let day = day(published.best);
    match published.from {
        DateSource::Links if published.is_certain() => format!("{day}, from linked stories"),
        DateSource::Links => format!("about {day}, from linked stories"),
        _ if published.is_certain() => day,
        _ => format!("about {day}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn intervals_are_told_in_words() {
        let told = |a, b| days(Interval::between(a, b));
        assert_eq!(told(date(2017, 11, 20), date(2017, 11, 20)), "20 November 2017");
        assert_eq!(told(date(2017, 11, 20), date(2017, 11, 22)), "20 to 22 November 2017");
        assert_eq!(told(date(2017, 11, 28), date(2017, 12, 2)), "28 November to 2 December 2017");
        assert_eq!(told(date(2017, 12, 30), date(2018, 1, 2)), "30 December 2017 to 2 January 2018");
        assert_eq!(told(date(2017, 11, 1), date(2017, 11, 30)), "November 2017");
        assert_eq!(told(date(2017, 1, 1), date(2017, 12, 31)), "2017");
    }
}
