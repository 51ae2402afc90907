//! Stories over time in, a row of small bars and the words for it out.
//!
//! **Why:** in which days or years somebody was in the news is seen at a glance; those who hear the screen are told the
//! same in words.

use jiff::civil::Date;

use crate::dossier::name::{Course, Unit};
use crate::dossier::wording;

/// Bars of rising height; each fills its cell from below.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Where nothing is told.
const NOTHING: char = '·';
/// So many stretches of time are told in words at most.
const TOLD: usize = 12;

/// A bar for each stretch, the highest for the most stories.
pub(super) fn bars(course: &Course) -> String {
    let most = course.counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |count: &usize| match count.saturating_mul(BARS.len()).div_ceil(most) {
        0 => NOTHING,
        height => BARS.get(height - 1).copied().unwrap_or(NOTHING),
    };
    course.counts.iter().map(bar).collect()
}

/// What one bar stands for.
pub(super) fn stretch(unit: Unit) -> String {
    match unit {
        Unit::Day => "a bar a day".to_owned(),
        Unit::Week => "a bar a week".to_owned(),
        Unit::Months(1) => "a bar a month".to_owned(),
        Unit::Months(months) => format!("a bar {months} months"),
        Unit::Years(1) => "a bar a year".to_owned(),
        Unit::Years(years) => format!("a bar {years} years"),
    }
}

/// A day as exactly as the stretches are.
pub(super) fn told(unit: Unit, day: Date) -> String {
    match unit {
        Unit::Day | Unit::Week => wording::day(day),
        Unit::Months(_) => day.strftime("%b %Y").to_string(),
        Unit::Years(1) => day.year().to_string(),
        Unit::Years(years) => {
            let last = i64::from(day.year()).saturating_add(i64::try_from(years).unwrap_or(1) - 1);
            format!("{}–{last}", day.year())
        }
    }
}

/// How many stories each stretch has: `Stories: 3 in May 2031, 1 in Jul 2031`; the fullest ones of many.
pub(super) fn spoken(course: &Course) -> String {
    let mut stretches: Vec<(Date, usize)> = course.told().collect();
    let all = stretches.len();
    if all > TOLD {
        stretches.sort_by_key(|(day, count)| (std::cmp::Reverse(*count), *day));
        stretches.truncate(TOLD);
        stretches.sort_unstable();
    }
    let when = |day: Date| match course.unit {
        Unit::Day => format!("on {}", told(course.unit, day)),
        Unit::Week => format!("in the week of {}", told(course.unit, day)),
        Unit::Months(months @ 2..) => format!("in the {months} months from {}", told(course.unit, day)),
        _ => format!("in {}", told(course.unit, day)),
    };
    let words = stretches.iter().map(|(day, count)| format!("{count} {}", when(*day)));
    let words = words.collect::<Vec<_>>().join(", ");
    if all > TOLD { format!("Most stories: {words}.") } else { format!("Stories: {words}.") }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn course(days: &[Date]) -> Course {
        let mut course = Course::spanning(date(2031, 1, 5), date(2031, 6, 5), 8);
        for day in days {
            course.count(*day);
        }
        course
    }

    #[test]
    fn the_highest_bar_is_the_fullest_stretch_and_no_story_is_no_bar() {
        let course = course(&[date(2031, 2, 1), date(2031, 2, 2), date(2031, 4, 1)]);
        assert_eq!(bars(&course), "·█·▄··");
        assert_eq!(spoken(&course), "Stories: 2 in Feb 2031, 1 in Apr 2031.");
        assert_eq!(stretch(course.unit), "a bar a month");
    }

    #[test]
    fn one_story_among_thousands_is_still_seen() {
        let mut days = vec![date(2031, 2, 1); 3000];
        days.push(date(2031, 3, 1));
        assert_eq!(bars(&course(&days)), "·█▁···");
    }
}
