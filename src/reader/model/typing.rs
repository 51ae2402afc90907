//! Help with typing a query: what could go on at the cursor, and what was asked before.
//!
//! **In:** the filter line, and what [`complete`](crate::search::complete) offers for it. **Out:** another line.
//! **Why:** both live from key to key beside the line itself, and any other edit ends them.

use super::input::Input;
use crate::search::Completion;

/// So many queries are remembered.
const REMEMBERED: usize = 100;

/// Help with typing, in whichever line is typed into.
#[derive(Clone, Debug, Default)]
pub struct Typing {
    /// The line of which the query of the list was read: that which is typed, but for a mistake in it.
    pub(in crate::reader) asked: String,
    /// What could go on at the cursor.
    offered: Option<Completion>,
    /// The line as it was typed and the choice that took the place of its end, while Tab goes through the choices.
    chosen: Option<Chosen>,
    /// Queries asked before, the latest last.
    past: Vec<String>,
    /// Which of them is in the line, and what was typed before it.
    recalled: Option<(usize, String)>,
}

#[derive(Clone, Debug)]
struct Chosen {
    line: String,
    at: usize,
}

impl Typing {
    /// Takes what could go on in the line, after an edit that was none of ours.
    pub fn offer(&mut self, offered: Option<Completion>) {
        (self.offered, self.chosen, self.recalled) = (offered, None, None);
    }

    /// What could go on, and which choice is in the line.
    pub fn offered(&self) -> Option<(&Completion, Option<usize>)> {
        Some((self.offered.as_ref()?, self.chosen.as_ref().map(|chosen| chosen.at)))
    }

    /// Writes the next choice into the line, or the one before; tells whether there was one. A single choice is
    /// settled at once.
    pub fn complete(&mut self, input: &mut Input, forward: bool) -> bool {
        let Some(completion) = &self.offered else { return false };
        let count = completion.choices.len();
        let (line, at) = match self.chosen.take() {
            Some(Chosen { line, at }) if forward => (line, (at + 1) % count),
            Some(Chosen { line, at }) => (line, (at + count - 1) % count),
            None => (input.text(), if forward { 0 } else { count - 1 }),
        };
        let Some(choice) = completion.choices.get(at) else { return false };
        let before = line.get(..completion.span.start()).unwrap_or_default();
        let after = line.get(completion.span.end()..).unwrap_or_default();
        input.set(&format!("{before}{}", choice.text), after.trim_start());
        self.chosen = (count > 1).then_some(Chosen { line, at });
        if count == 1 {
            self.offered = None;
        }
        true
    }

    /// What was asked before, the latest last.
    pub fn past(&self) -> &[String] {
        &self.past
    }

    /// Takes what was asked in an earlier session.
    pub fn recall(&mut self, past: Vec<String>) {
        for line in past {
            self.remember(&line);
        }
    }

    /// Whether a query that was asked before is in the line.
    pub const fn is_recalled(&self) -> bool {
        self.recalled.is_some()
    }

    /// Remembers what was asked.
    pub fn remember(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() {
            self.past.retain(|past| past != line);
            self.past.push(line.to_owned());
            let more = self.past.len().saturating_sub(REMEMBERED);
            self.past.drain(..more);
        }
        self.recalled = None;
    }

    /// Writes the query that was asked before the one in the line; tells whether there was one. What cannot be asked in this
    /// line (`kind:person` asks for names) is passed over.
    pub fn older(&mut self, input: &mut Input, can_be_asked: impl Fn(&str) -> bool) -> bool {
        let at = self.recalled.as_ref().map_or(self.past.len(), |(at, _)| *at);
        let before = self.past.get(..at).unwrap_or_default();
        let Some(at) = before.iter().rposition(|past| can_be_asked(past)) else { return false };
        let typed = self.recalled.take().map_or_else(|| input.text(), |(_, typed)| typed);
        input.set(self.past.get(at).map_or("", String::as_str), "");
        self.recalled = Some((at, typed));
        true
    }

    /// The way back to what was typed before [`Self::older`]; tells whether there was one.
    pub fn newer(&mut self, input: &mut Input, can_be_asked: impl Fn(&str) -> bool) -> bool {
        let Some((at, typed)) = self.recalled.take() else { return false };
        let after = self.past.iter().enumerate().skip(at + 1);
        match after.into_iter().find(|(_, past)| can_be_asked(past)) {
            Some((at, past)) => {
                input.set(past, "");
                self.recalled = Some((at, typed));
            }
            None => input.set(&typed, ""),
        }
        true
    }
}

/// What a line goes on asking, last `good`, once it became wrong at this byte: the same, unless letters of the wrong word
/// are in it (`whoo` of `whoo:sarn`, `when:2031-1` of `when:2031-13`). Whatever those found by chance nobody asked for;
/// then it is what stood before that word.
pub(super) fn before_mistake(good: &str, line: &str, at: usize, is_good: impl Fn(&str) -> bool) -> String {
    let head = line.get(..at).unwrap_or_default();
    let word = head.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let before = head.get(..word).unwrap_or_default();
    if good.len() <= before.len() || !line.starts_with(good) {
        return good.to_owned();
    }
    if is_good(before) { before.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Choice;
    use crate::text::Span;

    fn offered(choices: &[&str], span: Span) -> Completion {
        let choice = |text: &&str| Choice { text: (*text).into(), shown: (*text).into(), help: None, stories: None };
        Completion { span, choices: choices.iter().map(choice).collect() }
    }

    fn typed(text: &str) -> Input {
        let mut input = Input::default();
        input.insert(text);
        input
    }

    #[test]
    fn the_choices_are_gone_through_in_both_directions() {
        let (mut typing, mut input) = (Typing::default(), typed("a whe"));
        typing.offer(Some(offered(&["where:", "when:"], Span::new(2, 5))));
        let mut go = |forward: bool| {
            assert!(typing.complete(&mut input, forward));
            input.text()
        };
        assert_eq!([go(true), go(true), go(true), go(false)], ["a where:", "a when:", "a where:", "a when:"]);
    }

    #[test]
    fn a_choice_leaves_what_stands_after_it_alone() {
        let (mut typing, mut input) = (Typing::default(), typed("kind:s b"));
        typing.offer(Some(offered(&["kind:summit "], Span::new(0, 6))));
        assert!(typing.complete(&mut input, true));
        assert_eq!(input.parts(), ("kind:summit ", "b"));
        assert!(!typing.complete(&mut input, true));
    }

    #[test]
    fn queries_asked_before_come_back_and_so_does_what_was_being_typed() {
        let mut typing = Typing::default();
        for line in ["one", "two", "one", " "] {
            typing.remember(line);
        }
        let mut input = typed("dra");
        let any = |_: &str| true;
        assert!(typing.older(&mut input, any));
        assert_eq!(input.text(), "one");
        assert!(typing.older(&mut input, any));
        assert_eq!(input.text(), "two");
        assert!(!typing.older(&mut input, any));
        assert_eq!(input.text(), "two");
        assert!(typing.newer(&mut input, any) && typing.newer(&mut input, any));
        assert_eq!(input.text(), "dra");
        assert!(!typing.newer(&mut input, any));
    }

    #[test]
    fn what_cannot_be_asked_in_this_line_is_passed_over() {
        let mut typing = Typing::default();
        for line in ["one", "kind:person", "two", "kind:place"] {
            typing.remember(line);
        }
        let mut input = typed("dra");
        let words = |line: &str| !line.contains(':');
        assert!(typing.older(&mut input, words) && typing.older(&mut input, words));
        assert_eq!(input.text(), "one");
        assert!(!typing.older(&mut input, words));
        assert!(typing.newer(&mut input, words));
        assert_eq!(input.text(), "two");
        assert!(typing.newer(&mut input, words));
        assert_eq!(input.text(), "dra");
    }

    #[test]
    fn letters_of_a_wrong_word_do_not_go_on_being_asked() {
        let is_good = |line: &str| !line.contains(':');
        let kept = |good: &str, line: &str| before_mistake(good, line, line.rfind(' ').map_or(0, |at| at + 1), is_good);
        assert_eq!(kept("ferry xx", "ferry xx:1"), "ferry ");
        assert_eq!(kept("xx", "xx:1"), "");
        assert_eq!(kept("ferry ", "ferry xx:1"), "ferry ", "what was right stays");
        assert_eq!(kept("port", "ferry xx:1"), "port", "another line was asked last");
    }
}
