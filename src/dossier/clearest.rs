//! A telling of a meeting in, the words of it that a reader is shown first out.
//!
//! **In:** a story and one of the meetings that it tells of. **Out:** of the passages that tell of it the one whose sentence says
//! most: who met, then when, then where. **Why:** whoever asks what a story says of two presidents wants the sentence that names
//! them, not the longest one, in which their ministers sign a paper in their presence.

use super::name::sentence_of;
use crate::language::{Form, Passage};
use crate::meetings::{MeetingMention, Participant, Story};

/// What the sentence around a passage says of the meeting, the more important first: how many take part by name, how many at all,
/// whether it tells the day and the place; then the first and the third of the words alone, and how long they are.
type Says = (usize, usize, bool, bool, usize, bool, usize);

/// The passage that says most; of equals the first. `None` where no words tell of the meeting.
pub fn clearest(story: &Story, told: &MeetingMention) -> Option<Passage> {
    match told.evidence.as_slice() {
        [] => None,
        [only] => Some(*only),
        // Of equals the first.
        more => more.iter().rev().max_by_key(|passage| says(story, told, **passage)).copied(),
    }
}

/// Whether the sentence around a passage says of nobody who met that they did: it tells of `the two` or of `the talks`.
pub fn names_nobody(story: &Story, told: &MeetingMention, passage: Passage) -> bool {
    let sentence = sentence_of(story, passage);
    !told.participants.iter().any(|who| is_called(story, who, sentence))
}

fn says(story: &Story, told: &MeetingMention, passage: Passage) -> Says {
    let sentence = sentence_of(story, passage);
    let day = told.when.and_then(|when| when.passage);
    let place = told.place.as_ref().map(|place| place.passage);
    let says = |words: Option<Passage>, within: Passage| words.is_some_and(|words| lies_in(words, within));
    let people = || told.participants.iter();
    let named = |within: Passage| people().filter(|who| is_named(story, who, within)).count();
    let called = people().filter(|who| is_called(story, who, sentence)).count();
    let (here, tells_day) = (named(passage), says(day, passage));
    (named(sentence), called, says(day, sentence), says(place, sentence), here, tells_day, passage.span.len())
}

fn lies_in(words: Passage, sentence: Passage) -> bool {
    words.part == sentence.part && sentence.span.contains(words.span)
}

/// Whether someone's name stands in a sentence.
fn is_named(story: &Story, who: &Participant, sentence: Passage) -> bool {
    let mentions = story.name(&who.id).map(|name| name.mentions.as_slice()).unwrap_or_default();
    mentions.iter().any(|mention| mention.form == Form::Name && lies_in(mention.passage, sentence))
}

/// Whether a sentence speaks of someone by name, by office (`the Russian president`) or by their state.
fn is_called(story: &Story, who: &Participant, sentence: Passage) -> bool {
    let of = |id| story.name(id).map(|name| name.mentions.as_slice()).unwrap_or_default();
    let ids = std::iter::once(&who.id).chain(&who.acts_for);
    let is_mentioned = |id| of(id).iter().any(|mention| lies_in(mention.passage, sentence));
    who.role.is_some_and(|role| lies_in(role, sentence)) || ids.into_iter().any(is_mentioned)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::article::read;
    use crate::language::Facts;
    use crate::meetings::read_story;

    fn story(told: &str) -> Story {
        let text = format!("A week of visits\n\nThursday, March 15, 2018\n\n{told}\n");
        let article = read("a.txt", Path::new("a.txt"), text.as_bytes()).articles.remove(0);
        read_story(article, Facts::shipped(), None)
    }

    /// The sentence that is shown first of the first meeting that Angela Merkel has there.
    fn shown(told: &str) -> String {
        let story = story(told);
        let is_hers = |meeting: &&MeetingMention| meeting.participants.iter().any(|who| who.name.contains("Merkel"));
        let meeting = story.meetings.iter().find(is_hers).unwrap();
        let sentence = sentence_of(&story, clearest(&story, meeting).unwrap());
        story.words(sentence).to_owned()
    }

    #[test]
    fn the_sentence_that_names_those_who_met_is_shown_before_a_longer_one_that_does_not() {
        let told = "Emmanuel Macron met Angela Merkel in Lyon on Wednesday. After the talks the ministers of transport and \
                    the mayors of all the towns on the river signed the papers for the new lock.";
        assert_eq!(shown(told), "Emmanuel Macron met Angela Merkel in Lyon on Wednesday.");
        let turned = "At the talks with Angela Merkel the lock was the only thing on the table for most of the long \
                      afternoon. Emmanuel Macron met Angela Merkel in Lyon on Wednesday.";
        assert_eq!(shown(turned), "Emmanuel Macron met Angela Merkel in Lyon on Wednesday.");
    }

    #[test]
    fn of_sentences_that_name_as_many_the_one_with_the_day_is_shown() {
        let told = "Angela Merkel and Emmanuel Macron met in a vineyard above the river and spoke at length of the lock. \
                    Merkel met Macron on Wednesday.";
        assert_eq!(shown(told), "Merkel met Macron on Wednesday.");
    }

    #[test]
    fn words_that_name_nobody_are_told_from_those_that_call_them_by_office() {
        let one = story("Emmanuel Macron met Angela Merkel in Lyon on Wednesday. The talks lasted two hours.");
        let meeting = &one.meetings[0];
        let last = *meeting.evidence.last().unwrap();
        assert!(names_nobody(&one, meeting, last), "{}", one.words(last));
        assert!(!names_nobody(&one, meeting, meeting.evidence[0]));
    }
}
