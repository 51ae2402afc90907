//! Mentions of people in, the same with the small words and initials before the surname out: `Mr. van der Quill`, `V.Quill`.
//!
//! **Why:** few labelled texts write either, and where a model has only `Quill`, nobody is found by it. After a title a
//! particle can only begin a name; initials that a surname is written against are its own, and make a person of it.

use std::cell::OnceCell;
use std::ops::Range;

use super::people::PARTICLES;
use super::{Found, Known};
use crate::language::dates::is_weekday;
use crate::language::gazetteer::Gazetteer;
use crate::language::gazetteer::class::{COMMON_WORD, Classes, DEMONYM, FAMILY_NAME, STATE, TOWN};
use crate::language::gazetteer::hash::PhraseHash;
use crate::language::line::Line;
use crate::language::packed::Sense;
use crate::language::types::NameKind;

/// Titles of one word that a surname alone follows; a rank or a doctor's may stand before anything.
const BEFORE_SURNAMES: &[&str] = &[
    "President",
    "Presidents",
    "Minister",
    "Premier",
    "Chancellor",
    "Secretary",
    "King",
    "Queen",
    "Senator",
    "Ambassador",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Lord",
    "Lady",
];

/// Makes the names of people whole, and adds those that are told by initials alone.
pub(super) fn complete(lines: &[Line<'_>], phrases: &[Vec<Known>], found: &mut Vec<Found>) {
    let mut free_from = (0, 0);
    for name in found.iter_mut() {
        let from = if free_from.0 == name.line { free_from.1 } else { 0 };
        let last = name.tokens.end.saturating_sub(1);
        let initials = lines.get(name.line).filter(|_| name.sense.is_none()).and_then(|line| by_initials(line, last));
        if initials.is_some_and(|whole| whole.start <= name.tokens.start) {
            name.kind = NameKind::Person;
        }
        leave_the_day(lines, name);
        if name.kind == NameKind::Person
            && let Some(line) = lines.get(name.line)
        {
            // "met Ann Quill Monday in Oslo".
            if name.tokens.len() > 1 && is_weekday(line, last) {
                (name.tokens.end, name.sense) = (last, None);
            }
            let known = phrases.get(name.line).map(Vec::as_slice).unwrap_or_default();
            let with_initials = initials_before(line, name.tokens.start).unwrap_or(name.tokens.start);
            let start = particles_before(line, with_initials, known).max(from);
            if start < name.tokens.start {
                (name.tokens.start, name.sense) = (start, None);
            }
        }
        free_from = (name.line, name.tokens.end);
    }
    let told = lines.iter().zip(phrases).enumerate().flat_map(|(number, (line, known))| {
        // Asked of few sentences, and once at most: one of thousands of titles is still looked through once.
        let all_capitals = OnceCell::new();
        let is_loud = || *all_capitals.get_or_init(|| line.is_all_capitals());
        let by_title =
            known.iter().filter_map(|known| by_particles(line, known).or_else(|| by_office(line, known, &is_loud)));
        // "Secretary-General Quill" is one word, and in no table.
        let is_hyphenated = |at: usize| line.word(at - 1) == "Secretary-General" && is_surname(line, at, &is_loud);
        let by_hyphen = (1..line.len()).filter(|at| is_hyphenated(*at)).map(|at| at..at + 1);
        let named = (1..line.len()).filter_map(|at| by_initials(line, at)).chain(by_title).chain(by_hyphen);
        let named: Vec<Range<usize>> = named.collect();
        named.into_iter().map(move |tokens| Found { line: number, tokens, kind: NameKind::Person, sense: None })
    });
    let overlaps = |name: &Found| {
        let at = found.partition_point(|other| (other.line, other.tokens.end) <= (name.line, name.tokens.start));
        found.get(at).is_some_and(|other| other.line == name.line && other.tokens.start < name.tokens.end)
    };
    let told: Vec<Found> = told.filter(|name| !overlaps(name)).collect();
    if !told.is_empty() {
        found.extend(told);
        found.sort_by_key(|name| (name.line, name.tokens.start));
        found.dedup_by(|later, name| name.line == later.line && later.tokens.start < name.tokens.end);
    }
}

/// `until Friday Quill stayed in bed`: no one is called Friday there.
fn leave_the_day(lines: &[Line<'_>], name: &mut Found) {
    let Some(line) = lines.get(name.line).filter(|line| opens_with_a_day(line, name)) else { return };
    (name.tokens.start, name.sense) = (name.tokens.start + 1, None);
    if is_surname(line, name.tokens.start, &|| line.is_all_capitals()) && name.tokens.len() == 1 {
        name.kind = NameKind::Person;
    }
}

/// Whether the first word of a name is a day of the week that stands behind `on`, and none of the name.
fn opens_with_a_day(line: &Line<'_>, name: &Found) -> bool {
    let start = name.tokens.start;
    let may_be = matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Place);
    may_be
        && name.tokens.len() > 1
        && is_weekday(line, start)
        && line.is(start.wrapping_sub(1), &["on", "until", "last", "next", "late", "early"])
}

/// Where the initials begin that the word at `at` is written against.
fn initials_before(line: &Line<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let (initials, name) = (line.tokens.get(before)?.span, line.tokens.get(at)?.span);
    // Asked first: hardly any word is written against the one before it.
    let is_against = initials.end() == name.start() && (2..=6).contains(&initials.len());
    let word = line.word(before);
    (is_against && word.ends_with('.') && word.split_terminator('.').all(is_initial)).then_some(before)
}

fn is_initial(letters: &str) -> bool {
    let mut letters = letters.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Where the particles begin that stand between a title and the name at `at`; `at` where there is no title.
fn particles_before(line: &Line<'_>, at: usize, known: &[Known]) -> usize {
    let mut start = at;
    while let Some(before) = start.checked_sub(1)
        && PARTICLES.contains(&line.word(before))
    {
        start = before;
    }
    let next = known.partition_point(|known| known.start < start);
    let before = next.checked_sub(1).and_then(|at| known.get(at));
    if before.is_some_and(|known| known.start + known.length == start && is_title(known)) { start } else { at }
}

fn is_title(known: &Known) -> bool {
    known.senses.iter().any(|sense| matches!(sense, Sense::Office(_)))
}

/// `van der Quill` after a title, but not `de Luxembourg`.
fn by_particles(line: &Line<'_>, known: &Known) -> Option<Range<usize>> {
    let start = known.start + known.length;
    let mut at = start;
    while PARTICLES.contains(&line.word(at)) {
        at += 1;
    }
    let is_name = at > start && is_title(known) && line.is_capitalised(known.start) && line.is_capitalised(at);
    let classes = classes(line.word(at));
    (is_name && classes & (STATE | TOWN) == 0).then_some(start..at + 1)
}

/// `Prime Minister May`, `Mrs Quill`: one word with a capital behind a title with capitals.
fn by_office(line: &Line<'_>, known: &Known, is_loud: &dyn Fn() -> bool) -> Option<Range<usize>> {
    let at = known.start + known.length;
    let is_borne = known.length > 1 || line.is(known.start, BEFORE_SURNAMES);
    let is_title = is_borne && is_title(known) && (known.start..at).all(|at| line.is_capitalised(at));
    // "Ms Plate" is no plate.
    let is_courtesy = line.is(known.start, &["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."]);
    let is_address = is_courtesy
        && !line.is_capitalised(at + 1)
        && line.is_capitalised(at)
        && !line
            .is(at, &["President", "Speaker", "Chairman", "Minister", "Secretary", "Ambassador", "Justice", "Chair"])
        && !is_loud();
    (is_title && (is_surname(line, at, is_loud) || is_address)).then_some(at..at + 1)
}

/// Whether one word with a capital stands at `at` that is no place, people or common word, but where it is also a family's;
/// `is_loud`: whether all letters of the sentence are capitals.
fn is_surname(line: &Line<'_>, at: usize, is_loud: &dyn Fn() -> bool) -> bool {
    let is_alone = line.is_capitalised(at) && !line.is_capitalised(at + 1) && line.word(at).chars().count() > 2;
    let classes = classes(line.word(at));
    let is_other = classes & (STATE | DEMONYM | TOWN | COMMON_WORD) != 0 && classes & FAMILY_NAME == 0;
    is_alone && !is_other && !is_loud()
}

/// What a word alone is known as.
fn classes(word: &str) -> Classes {
    Gazetteer::shipped().look_up(PhraseHash::EMPTY.extend(PhraseHash::word(word))).classes
}

/// A surname at `at` with the initials that it is written against: `B.Quill`. No end of a sentence without its space
/// (`plan B.Then`), and no abbreviation of something else (`U.S.Army`).
fn by_initials(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let start = initials_before(line, at).filter(|_| line.is_capitalised(at))?;
    let surname = line.word(at);
    let is_word = classes(surname) & COMMON_WORD != 0 && classes(surname) & FAMILY_NAME == 0;
    let initials = line.word(start);
    let is_abbreviation = classes(initials) & (STATE | DEMONYM) != 0;
    (surname.chars().count() > 2 && !is_word && !is_abbreviation).then_some(start..at + 1)
}

#[cfg(test)]
mod tests {
    use crate::language::fixture::names;

    #[track_caller]
    fn people(text: &str, expected: &[&str]) {
        let people: Vec<String> =
            names(text).iter().filter_map(|name| Some(name.strip_prefix("person ")?.to_owned())).collect();
        assert_eq!(people, expected, "{text}");
    }

    #[test]
    fn particles_after_a_title_belong_to_the_name() {
        people("Mr. van der Quill spoke.", &["van-der-quill: van der Quill"]);
        people(
            "President Maria von der Quill came. President von der Quill left.",
            &["maria-von-der-quill: Maria von der Quill | von der Quill"],
        );
    }

    #[test]
    fn a_day_before_a_name_is_no_part_of_it() {
        people("Ann Quill sang. Next Friday Quill sings again.", &["ann-quill: Ann Quill | Quill"]);
        people("Mr. Monday Okafor spoke.", &["monday-okafor: Monday Okafor"]);
    }

    #[test]
    fn initials_written_against_a_surname_belong_to_it_and_tell_a_person() {
        people("They met V.Putin in Russia.", &["vladimir-putin: V.Putin"]);
        people("Later B.Quilligan spoke to R.T.Zorbax.", &["b-quilligan: B.Quilligan", "r-t-zorbax: R.T.Zorbax"]);
        people("The Minister de Luxembourg spoke.", &[]);
        people("They chose plan B.Then they left with the U.S.Army.", &[]);
    }
}
