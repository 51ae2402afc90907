//! Days and doubts in, the words for them out.
//!
//! **Why:** lists, pages, linear mode and files tell days in one form, and what is only likely in the same words.

use jiff::civil::Date;

use crate::language::{Interval, Published};
use crate::links::Meeting;
use crate::meetings::{MeetingDate, MeetingMention, Story};

/// What a meeting is of which no words say that it is one: before its kind, and by itself.
pub const PROBABLY: &str = "probably";
/// The same by itself.
pub const PROBABLY_ONE: &str = "probably a meeting";
/// Why that is only likely.
pub const WHY_PROBABLY: &str = "the sentence does not say that they met; its words make it likely";
/// The same of several sentences.
pub const WHY_PROBABLY_ALL: &str = "no sentence says that they met; their words make it likely";
/// The first half of it, for where there is little room.
pub const UNSAID: &str = "no sentence says that they met";
/// Stands before those who probably met, where there is no room for words.
pub const PROBABLY_SIGN: &str = "≈ ";

/// `21 Nov 2017`.
pub fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// `20 Nov 2017` or `20–22 Nov 2017` or `28 Nov – 2 Dec 2017`, or the month or year where it is just that.
pub fn days(interval: Interval) -> String {
    let (from, to) = (interval.from, interval.to);
    if interval.is_day() {
        return day(from);
    }
    let whole_months = from == from.first_of_month() && to == to.last_of_month();
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) if whole_months => from.strftime("%b %Y").to_string(),
        (true, true) => format!("{}–{}", from.day(), day(to)),
        (true, false) if whole_months && from.month() == 1 && to.month() == 12 => from.year().to_string(),
        (true, false) => format!("{} – {}", from.strftime("%-d %b"), day(to)),
        (false, _) => format!("{} – {}", day(from), day(to)),
    }
}

/// When a meeting was; `about 21 Nov 2017` where no words say the day and it was inferred.
pub fn when(when: MeetingDate) -> String {
    let told = days(when.interval);
    if when.passage.is_some() { told } else { format!("about {told}") }
}

/// When a meeting was by all that tell of it; `None` where nobody tells. `about 21 Nov 2017` where that is only likely.
pub fn when_met(meeting: &Meeting) -> Option<String> {
    let told = days(meeting.when?.interval);
    Some(if meeting.is_about() { format!("about {told}") } else { told })
}

/// When one story tells that a meeting was, likewise.
pub fn when_told(story: &Story, told: &MeetingMention) -> Option<String> {
    let said = when(told.when?);
    Some(if story.is_guessed(told) { format!("about {said}") } else { said })
}

/// When a story was published, with how sure that is.
pub fn published(published: &Published) -> String {
    let best = day(published.best);
    if published.is_certain() { best } else { format!("about {best}") }
}

/// `both stories`, `all 4 stories`, `3 of 4 stories`; empty where there is one story only, or none of them.
pub fn stories_of(some: usize, all: usize) -> String {
    match (some, all) {
        (0, _) | (_, 0 | 1) => String::new(),
        (2, 2) => "both stories".to_owned(),
        (some, all) if some == all => format!("all {all} stories"),
        (some, all) => format!("{some} of {all} stories"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn intervals_are_told_as_people_tell_them() {
        let told = |a, b| days(Interval::between(a, b));
        assert_eq!(told(date(2017, 11, 20), date(2017, 11, 20)), "20 Nov 2017");
        assert_eq!(told(date(2017, 11, 20), date(2017, 11, 22)), "20–22 Nov 2017");
        assert_eq!(told(date(2017, 11, 28), date(2017, 12, 2)), "28 Nov – 2 Dec 2017");
        assert_eq!(told(date(2017, 12, 30), date(2018, 1, 2)), "30 Dec 2017 – 2 Jan 2018");
        assert_eq!(told(date(2017, 11, 1), date(2017, 11, 30)), "Nov 2017");
        assert_eq!(told(date(2017, 1, 1), date(2017, 12, 31)), "2017");
    }

    #[test]
    fn a_day_that_was_inferred_is_told_as_about_that_day() {
        use crate::language::{Part, Passage, Precision};
        use crate::text::Span;
        let of = |passage| {
            when(MeetingDate { interval: Interval::day(date(2017, 11, 20)), precision: Precision::Day, passage })
        };
        let passage = Passage { part: Part::Text, span: Span::whole("on Monday") };
        assert_eq!(of(Some(passage)), "20 Nov 2017");
        assert_eq!(of(None), "about 20 Nov 2017");
    }
}
