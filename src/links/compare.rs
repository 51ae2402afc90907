//! Two tellings in, the score that they tell of the same meeting out, as a list of reasons.
//!
//! The score is a sum; the explanation that a reader sees is its terms. Some differences are not weighed but decide
//! (`vetoes`).

use super::around::Around;
use super::features::{Values, values};
use super::reasons::{spell, spell_vetoes};
use super::sides::Sides;
use super::standing::Standing;
use super::telling::Telling;
use super::types::Reason;
use super::vetoes::{is_vetoed, unvetoed};
use super::weights::Weights;

/// Whether two tellings are of the same meeting.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    /// Log odds, as if nothing decided.
    pub score: f64,
    /// The terms of the sum, heaviest first; what many meetings share (`kind`, `status`) after the others.
    pub reasons: Vec<Reason>,
    /// What decides that they are not.
    pub vetoes: Vec<Reason>,
}

/// Compares two tellings in words.
pub(super) fn compare(a: &Telling<'_>, b: &Telling<'_>, around: &Around<'_>) -> Comparison {
    let sides = Sides::of(a.meeting, b.meeting);
    let (weights, values) = (Weights::shipped(), values(a, b, &sides, around));
    let turned = sides.turned();
    let mut reasons = from_both(spell(a, b, &sides, &values, weights), &spell(b, a, &turned, &values, weights));
    reasons.extend(echoed(a, b));
    // That both tell of two people who met says little to a reader: who, when and where come first.
    let is_general = |reason: &Reason| matches!(reason.feature, "kind" | "status");
    reasons.sort_by(|a, b| is_general(a).cmp(&is_general(b)).then(b.weight.abs().total_cmp(&a.weight.abs())));
    let vetoes = from_both(spell_vetoes(a, b, &sides), &spell_vetoes(b, a, &turned));
    Comparison { score: weights.score(&values), reasons, vetoes }
}

/// Reasons with the words that the same ones have from the other side.
fn from_both(reasons: Vec<Reason>, turned: &[Reason]) -> Vec<Reason> {
    let both = |reason: Reason| match turned.iter().find(|other| other.feature == reason.feature) {
        Some(other) => reason.with_turned(other),
        None => reason,
    };
    reasons.into_iter().map(both).collect()
}

/// What shows that the words of one side are a telling at all.
fn echoed(a: &Telling<'_>, b: &Telling<'_>) -> Option<Reason> {
    let echo = [a, b].into_iter().find(|telling| telling.meeting.echo.is_some())?;
    let title = title(echo);
    let told = match Standing::of(echo.story, echo.meeting) {
        Standing::Title => format!("the headline {title} tells of it"),
        Standing::Opening => format!("{title} opens with it"),
        Standing::Below => format!("{title} tells of it only in passing"),
    };
    let says = format!("{told}, in words that fit no other meeting");
    Some(Reason { feature: "echo", weight: 0.0, from: a.evidence(), to: b.evidence(), says, says_turned: None })
}

/// What to call a story in a sentence.
pub(super) fn title(telling: &Telling<'_>) -> String {
    let article = &telling.story.article;
    if article.title.text.is_empty() { article.id.clone() } else { format!("“{}”", article.title.text) }
}

/// Whether something decides that two tellings are of different meetings, and the log odds that they are not, as if nothing
/// did.
pub(super) fn assess(a: &Telling<'_>, b: &Telling<'_>, around: &Around<'_>) -> (bool, f64) {
    let values = values(a, b, &Sides::of(a.meeting, b.meeting), around);
    (is_vetoed(a, b), Weights::shipped().score(&values))
}

/// The numbers of two tellings; `None` where something decides that they are of different meetings.
pub(super) fn weigh(a: &Telling<'_>, b: &Telling<'_>, around: &Around<'_>) -> Option<Values> {
    unvetoed(a, b).map(|sides| values(a, b, &sides, around))
}

/// Log odds that two tellings are of one meeting; `None` where something decides that they are not.
pub(super) fn score(a: &Telling<'_>, b: &Telling<'_>, around: &Around<'_>) -> Option<f64> {
    weigh(a, b, around).map(|values| Weights::shipped().score(&values))
}
