//! A line typed above the list of names in, what it asks of names and of stories out.
//!
//! **Why:** names are asked for in the words in which stories are. Words, `who:` and kinds of names choose names; everything
//! else chooses the stories in which they are counted, and means what it means in the list of stories.

use super::lex::{self, Body, Raw};
use super::parse;
use super::values::begun;
use super::{Group, How, Query, QueryError, Term, Test};
use crate::language::NameKind;
use crate::text::fold::folded;

/// What is asked of a list of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameQuery {
    /// What holds for a name: every group, in each of them one test, with whether it must not hold.
    pub names: Vec<Vec<(bool, NameTest)>>,
    /// What holds for the stories in which names are counted.
    pub stories: Query,
}

/// What a name can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameTest {
    /// Its name, or a way in which it is written; the word is folded and not empty.
    Word(String, How),
    /// It is this person or body, or one that met it; folded.
    Who(String),
    /// What it is: any of these.
    Kind(Vec<NameKind>),
}

/// One term.
enum Asked {
    Name(NameTest),
    Story(Test),
}

impl NameQuery {
    /// Reads a line. Linear in its length.
    pub fn parse(line: &str) -> Result<Self, QueryError> {
        let mut query = Self::default();
        let mut alternative = None;
        // Whether the last group is of names.
        let mut last = None;
        for raw in lex::terms(line) {
            if raw.body == Body::Or {
                alternative = last;
                continue;
            }
            let Some(asked) = asked(line, raw)? else { continue };
            let is_name = matches!(asked, Asked::Name(_));
            if alternative.is_some_and(|before| before != is_name) {
                let message = "| stands between two names or between two stories: write these apart".to_owned();
                return Err(QueryError { span: raw.span, message });
            }
            query.take(asked, raw, alternative.is_some());
            (alternative, last) = (None, Some(is_name));
        }
        Ok(query)
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.stories.is_empty()
    }

    fn take(&mut self, asked: Asked, raw: Raw, joins_last: bool) {
        match asked {
            Asked::Name(test) => match self.names.last_mut().filter(|_| joins_last) {
                Some(group) => group.push((raw.negated, test)),
                None => self.names.push(vec![(raw.negated, test)]),
            },
            Asked::Story(test) => {
                let term = Term { negated: raw.negated, test, span: raw.span };
                match self.stories.groups.last_mut().filter(|_| joins_last) {
                    Some(group) => group.terms.push(term),
                    None => self.stories.groups.push(Group { terms: vec![term] }),
                }
            }
        }
    }
}

/// What a term asks; `None` where it is only begun.
fn asked(line: &str, raw: Raw) -> Result<Option<Asked>, QueryError> {
    if let Body::Field { name, value } = raw.body
        && name.of(line).eq_ignore_ascii_case("kind")
    {
        let typed = folded(value.of(line).trim());
        match begun("kind", &typed, &NameKind::ALL, NameKind::word) {
            _ if typed.is_empty() => return Ok(None),
            Ok(kinds) => return Ok(Some(Asked::Name(NameTest::Kind(kinds)))),
            Err(message) => {
                // The stories may be asked for a kind of meeting, which no kind of name begins like.
                let of_meetings = |error: QueryError| {
                    let meetings = error.message.trim_start_matches("kind: is one of ").to_owned();
                    QueryError { message: format!("{message}, or of a meeting: {meetings}"), ..error }
                };
                return Ok(parse::test(line, raw).map_err(of_meetings)?.map(Asked::Story));
            }
        }
    }
    Ok(parse::test(line, raw)?.map(|test| match test {
        Test::Word(word, how) => Asked::Name(NameTest::Word(word, how)),
        Test::Who(who) => Asked::Name(NameTest::Who(who)),
        test => Asked::Story(test),
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::meetings::MeetingKind;

    fn parsed(line: &str) -> NameQuery {
        NameQuery::parse(line).unwrap()
    }

    fn error(line: &str) -> (String, String) {
        let error = NameQuery::parse(line).unwrap_err();
        (error.span.of(line).to_owned(), error.message)
    }

    #[test]
    fn words_and_kinds_of_names_choose_names_and_everything_else_stories() {
        let query = parsed("ilm kind:person where:sarn !who:\"Astrid\" outlet:wire");
        assert_eq!(
            query.names,
            [
                vec![(false, NameTest::Word("ilm".into(), How::Fuzzy))],
                vec![(false, NameTest::Kind(vec![NameKind::Person]))],
                vec![(true, NameTest::Who("astrid".into()))],
            ]
        );
        assert_eq!(
            query.stories,
            Query::parse("where:sarn outlet:wire")
                .map(|mut stories| {
                    // Only their places in the line differ.
                    for (group, own) in stories.groups.iter_mut().zip(&query.stories.groups) {
                        group.terms[0].span = own.terms[0].span;
                    }
                    stories
                })
                .unwrap()
        );
    }

    #[test]
    fn a_kind_of_meeting_chooses_the_stories_that_tell_of_one() {
        assert_eq!(parsed("kind:P").names, [vec![(false, NameTest::Kind(vec![NameKind::Person, NameKind::Place]))]]);
        let query = parsed("kind:call");
        assert!(query.names.is_empty());
        assert_eq!(query.stories.groups[0].terms[0].test, Test::Kind(vec![MeetingKind::Call]));
        let (at, message) = error("kind:zebra");
        assert_eq!(at, "zebra");
        assert!(message.contains("person, organisation") && message.contains("of a meeting: call"), "{message}");
    }

    #[test]
    fn alternatives_are_of_one_sort() {
        assert_eq!(parsed("ilmaz | kind:place").names[0].len(), 2);
        assert_eq!(parsed("where:sarn | when:2031").stories.groups[0].terms.len(), 2);
        let (at, message) = error("ilmaz | when:2031");
        assert_eq!(at, "when:2031");
        assert!(message.contains("apart"), "{message}");
    }

    #[test]
    fn what_is_only_begun_asks_for_nothing_yet() {
        for line in ["", "kind:", "who:", "when:", "!", "|", "ilmaz | "] {
            assert!(parsed(line).stories.is_empty() && parsed(line).names.len() <= 1, "{line:?}");
        }
        assert!(parsed("kind:").is_empty());
    }

    proptest! {
        #[test]
        fn any_line_is_a_query_or_an_error_whose_place_lies_in_it(line in r#"(\PC|[ "|!':^$<>.\-]|who:|when:|20|kind:){0,40}"#) {
            if let Err(error) = NameQuery::parse(&line) {
                prop_assert!(line.get(error.span.start()..error.span.end()).is_some());
            }
        }
    }
}
