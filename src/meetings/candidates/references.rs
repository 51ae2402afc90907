//! How the words of a meeting set it beside others that the story tells: a trigger in its sentence in, whether it is `the
//! summit`, one held apart, or one of before out.
//!
//! **Why:** `Y met Z one-on-one before the summit; the two had last met in May` tells of three meetings, of which two are
//! known from elsewhere in the story. Who takes part says nothing of that: these words do.

use super::Candidate;
use crate::language::{Interval, When};
use crate::meetings::scene::Row;
use crate::meetings::slots::{self, Named};
use crate::meetings::triggers::{self, Trigger};
use crate::meetings::types::{MeetingKind, Participant};

/// Whether the words are `the summit` and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meetings) enum TheSummit {
    /// They are not.
    No,
    /// `preparations for the summit`: one that is called so.
    Called,
    /// `at the summit`: one that is called so, or else what the story is about.
    CalledOrMain,
}

/// Words before `the summit` that make it the topic of something else.
const TOPICS: &[&str] = &["to", "for", "of", "about", "toward", "towards", "before", "until", "ahead"];

/// Whether the words are `the summit` and nothing else.
pub(super) fn the_summit(row: &Row<'_>, trigger: &Trigger, named: &[Named]) -> TheSummit {
    let line = &row.line;
    let phrase = trigger.phrase;
    let bare = trigger.tokens.start <= phrase + 2 && line.is(phrase, &["the"]) && trigger.ordinal.is_none();
    let is_bare = bare && (trigger.tokens.start == phrase + 1 || is_plain(row, phrase + 1));
    let is_summit = trigger.kind == MeetingKind::Summit && !trigger.is_verb() && named.is_empty();
    match () {
        () if !is_summit || !is_bare => TheSummit::No,
        () if line.is(phrase.wrapping_sub(1), TOPICS) && !slots::is_sideline(row, trigger) => TheSummit::Called,
        () => TheSummit::CalledOrMain,
    }
}

/// `the planned summit`, `the first summit`: no other than is told.
fn is_plain(row: &Row<'_>, at: usize) -> bool {
    row.line.is(at, &["first", "planned", "upcoming", "coming", "historic", "two-day", "whole", "landmark"])
}

/// Words for a meeting of two beside one of more.
const APART: &[&str] = &["separate", "separately", "one-on-one", "bilateral", "bilaterally", "tête-à-tête", "aside"];
/// How many words off they may stand.
const APART_REACH: usize = 6;

/// How many words before another talk of the same sentence.
const SEPARATELY: usize = 24;

/// `held a separate meeting with X`, `also met separately with X`, `met X on the sidelines of the summit`.
pub(super) fn is_separate(row: &Row<'_>, trigger: &Trigger, others: &[Trigger]) -> bool {
    let line = &row.line;
    let (start, end) = (trigger.phrase.min(trigger.tokens.start), trigger.tokens.end);
    let near = start.saturating_sub(APART_REACH / 2).max(row.start)..(end + APART_REACH).min(line.len());
    let free =
        |at: usize| others.iter().all(|other| !(other.phrase.min(other.tokens.start)..other.tokens.end).contains(&at));
    let word = near.clone().any(|at| free(at) && (line.is(at, APART) || line.reads(at, "one - on - one")));
    // "met separately with X in the morning, and had a talk with Y".
    let before = line.holds(start.saturating_sub(SEPARATELY).max(row.start)..start, &["separately"]);
    let beside = others.iter().any(|other| other.tokens.start > end && slots::is_sideline(row, other));
    // "shared an early breakfast": two of those who came to a summit, and no part of it.
    word || before || beside && trigger.is_verb() || triggers::is_shared_deed(line, trigger)
}

/// How many words before its verb `had` may stand.
const HAD: usize = 4;

/// `they had met on Wednesday`, told on Friday: before what the story is about.
pub(super) fn is_earlier(row: &Row<'_>, trigger: &Trigger, when: Option<&When>, published: Option<Interval>) -> bool {
    let line = &row.line;
    let head = trigger.tokens.start;
    let is_perfect = |low: usize| (low.max(row.start)..head).any(|at| line.is(at, &["had"]));
    let noun_of_it = line.is(trigger.phrase.wrapping_sub(1), &["held", "had"]);
    let perfect = trigger.is_verb() && is_perfect(head.saturating_sub(HAD))
        || noun_of_it && line.is(trigger.phrase.wrapping_sub(2), &["had"]);
    let before = |when: &When| published.is_some_and(|published| when.interval.to < published.from);
    perfect && when.is_some_and(before)
}

/// `the meeting in Vienna and the conversation in the margins`: what is told beside another is not that one.
pub(super) fn is_another_thing(row: &Row<'_>, trigger: &Trigger, others: &[Trigger]) -> bool {
    let noun = |other: &Trigger| !other.is_verb() && other.tokens.end <= trigger.phrase;
    !trigger.is_verb()
        && row.line.is(trigger.phrase.wrapping_sub(1), &["and"])
        && row.line.is(trigger.phrase, &["the"])
        && others.iter().any(noun)
}

/// Whether the words of the trigger place it in the days or years before, without telling when.
pub(super) fn is_vague(row: &Row<'_>, trigger: &Trigger) -> bool {
    let vague =
        &["recent", "recently", "last", "earlier", "previous", "previously", "past", "ago", "late", "former", "once"];
    let (start, end) = (trigger.tokens.start, trigger.tokens.end);
    let near = if trigger.is_verb() { start.saturating_sub(3)..end + 3 } else { trigger.phrase..start };
    near.into_iter().any(|at| row.line.is(at, vague) && !row.is_date_at(at))
}

impl Candidate {
    /// The same, which if nothing else fits is of the one whom the story is about and of the one who is named.
    pub(super) fn of_topic(mut self, pair: Option<Vec<Participant>>) -> Self {
        if let Some(pair) = pair {
            (self.points_back, self.pair_before) = (true, pair);
        }
        self
    }
}
