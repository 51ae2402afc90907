//! Words that leave open who met and somebody of the story in, everything that may tell whether that one was there out.

use super::people::{People, Someone};
use super::telling::Open;
use crate::meetings::learned::{Notice, Tell, size};
use crate::meetings::merge::Draft;
use crate::meetings::scene::How;

/// Tells everything that is noticed of `someone` to `tell`.
pub(super) fn notice(open: &Open<'_>, someone: &Someone, people: &People, tell: Tell<'_>) {
    tell("always", Notice::Number(0));
    let who = open.who();
    tell("who", Notice::Word(who));
    let mut both = |slot: &'static str, mark: &str| {
        tell(slot, Notice::Word(mark));
        tell(slot, Notice::Words(who, mark));
    };
    let distance = distance(open, someone);
    both("distance", distance);
    of_the_forms(open, someone, distance, &mut both);
    of_the_sentence(open, someone, &mut both);
    of_what_is_told(open, someone, &mut both);
    let marks = [
        (someone.is_in_headline, "titled"),
        (someone.offices.is_empty(), "no-office"),
        (is_of_one_side(open, someone), "one-side"),
        (is_speaker(open, someone), "speaker"),
        (people.len() == 1, "only-one"),
    ];
    for (_, mark) in marks.into_iter().filter(|(is, _)| *is) {
        both("mark", mark);
    }
    tell("rank", Notice::Number(size(someone.rank)));
    tell("mentions", Notice::Number(size(someone.mentions.len() / 2)));
    tell("people", Notice::Number(size(people.len())));
    tell("kind", Notice::Words(open.draft.known.kind.word(), distance));
}

/// Where they are told next to the telling.
fn distance(open: &Open<'_>, someone: &Someone) -> &'static str {
    let here = someone.mentions.iter().any(|(row, ..)| *row == open.number);
    match (here, someone.before(open.number), someone.after(open.number)) {
        (true, ..) => "here",
        (_, Some(1), _) => "one-before",
        (_, Some(2), _) => "two-before",
        (_, Some(3..=4), _) => "some-before",
        (_, _, Some(1)) => "one-after",
        (_, Some(_), _) => "long-before",
        (_, _, Some(2..=4)) => "some-after",
        _ => "far",
    }
}

/// How the sentence calls those whom it does not name.
fn of_the_forms(open: &Open<'_>, someone: &Someone, distance: &str, both: &mut impl FnMut(&'static str, &str)) {
    let forms = &open.forms;
    let is_called = forms.offices.iter().any(|office| someone.offices.contains(office));
    let slots = [
        (forms.is_one, "he"),
        (forms.is_several, "they"),
        (forms.is_own, "we"),
        (is_called, "called-so"),
        (!forms.offices.is_empty() && !is_called, "called-otherwise"),
        (open.draft.known.points_back, "points-back"),
    ];
    for (_, slot) in slots.into_iter().filter(|(is, _)| *is) {
        both(slot, distance);
    }
    if slots.iter().all(|(is, _)| !is) {
        both("no-form", distance);
    }
}

/// How the sentence itself tells them.
fn of_the_sentence(open: &Open<'_>, someone: &Someone, both: &mut impl FnMut(&'static str, &str)) {
    let here = someone.mentions.iter().filter(|(row, ..)| *row == open.number);
    for (_, how, one) in here {
        let told = match how {
            How::Named => "named",
            How::Described => "described",
            How::Role => "role",
            How::Pronoun => "pronoun",
        };
        let at = open.row.line.positions(one.passage).start;
        let place = match () {
            () if at < open.words.start => "before",
            () if open.words.contains(&at) => "within",
            () => "behind",
        };
        both(told, place);
    }
}

/// Who met in what is told in full.
fn of_what_is_told(open: &Open<'_>, someone: &Someone, both: &mut impl FnMut(&'static str, &str)) {
    let takes_part = |draft: &&Draft| draft.known.participants.iter().any(|one| someone.is(&one.id));
    let before = |draft: &Draft| draft.rows.first().is_some_and(|row| *row <= open.number);
    let of_theirs = |draft: &&Draft| draft.known.participants.iter().any(|one| open.is_told(one));
    let last = open.told.iter().filter(|draft| before(draft)).max_by_key(|draft| draft.rows.last().copied());
    let marks = [
        (open.told.iter().any(|draft| takes_part(&draft)), "met-others"),
        (open.told.iter().any(|draft| takes_part(&draft) && of_theirs(&draft)), "met-them"),
        (last.is_some_and(|draft| takes_part(&draft)), "met-last"),
        (open.draft.known.pair_before.iter().any(|one| someone.is(&one.id)), "pair-before"),
        (open.told.is_empty(), "nothing-told"),
    ];
    for (_, mark) in marks.into_iter().filter(|(is, _)| *is) {
        both("told", mark);
    }
}

fn is_of_one_side(open: &Open<'_>, someone: &Someone) -> bool {
    let Some(own) = someone.participant(open.number) else { return false };
    open.draft.known.participants.iter().any(|one| one.acts_for.iter().any(|side| own.acts_for.contains(side)))
}

/// Whether they say what is quoted in the sentence.
fn is_speaker(open: &Open<'_>, someone: &Someone) -> bool {
    let speaker = open.scene.voices.speaker(open.number);
    let actor = speaker.and_then(|(row, at)| open.scene.rows.get(row)?.actors.get(at));
    actor.is_some_and(|actor| actor.who.iter().any(|(id, _)| someone.is(id)))
}
