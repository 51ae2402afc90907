//! Governments, their panels and their officials: the name of a body in, the state for which it stands out.
//!
//! **Why:** the recogniser of names takes them for bodies of their own, but at talks it is the state that sits there.

use super::{Row, row_of};
use crate::language::{Annotations, Facts, Name, NameKind, State};

/// What a government sends to talks.
const PANELS: &[&str] = &["Panel", "Team", "Delegation", "Side", "Negotiators", "Officials"];

/// `Government Panel`, which is the government's as any `government panel` is; `National Security Advisers of Syldavia`.
pub(super) fn is_sent_by_one(name: &str) -> bool {
    let is_panel = name.split_once(' ').is_some_and(|(head, rest)| head == "Government" && PANELS.contains(&rest));
    is_panel || is_of_officials(name)
}

/// `National Security Advisers`, which are people of several states and no body.
fn is_of_officials(name: &str) -> bool {
    let head = name.split(" of ").next().and_then(|head| head.split_whitespace().last());
    head.is_some_and(|head| {
        matches!(head, "Advisers" | "Advisors" | "Ministers" | "Presidents" | "Secretaries" | "Ambassadors")
    })
}

/// `the National Security Advisers of Syldavia`: the state stands for them.
pub(super) fn take_in(rows: &mut [Row<'_>], name: &Name, annotations: &Annotations, facts: &Facts) {
    let state = name.name.rsplit_once(" of ").and_then(|(_, state)| facts.state_called(state));
    for (mention, state) in name.mentions.iter().zip(std::iter::repeat(state)) {
        if let (Some(row), Some(state)) = (row_of(rows, annotations, mention.passage), state) {
            let tokens = row.line.positions(mention.passage);
            row.add_body(tokens, &state.id, state.name, NameKind::Place);
        }
    }
}

/// The state of `Government of the Philippines`.
pub(super) fn state_of(name: &str, facts: &Facts) -> Option<&'static State> {
    if let Some((people, "government")) = name.rsplit_once(' ') {
        return facts.state_called(people);
    }
    let (head, state) = name.split_once(' ')?;
    let state = state.strip_prefix("of ").filter(|_| head.eq_ignore_ascii_case("government"))?;
    facts.state_called(state.strip_prefix("the ").unwrap_or(state))
}
