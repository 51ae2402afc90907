//! An article's tokens and its labelled names in, a label for every token out.

use std::ops::Range;

use crate::language::Token;
use crate::language::training::{BEGIN, Class, INSIDE, LAST, OUTSIDE, UNIT, label};
use crate::text::Span;

/// The right labels of an article's tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// A label for every token.
    pub labels: Vec<u8>,
    /// Whether a token belongs to a name that cannot be told with labels, so that none of its labels is right.
    pub unsure: Vec<bool>,
    /// How many names cannot be told.
    pub lost: usize,
}

/// Labels the tokens of `text` with `names`. A name cannot be told if the tokens are cut otherwise, if it does not lie
/// in one of `regions` whole, or if it overlaps another.
pub(super) fn align(text: &str, tokens: &[Token], regions: &[Range<usize>], names: &[(Span, Class)]) -> Alignment {
    let outside = number(OUTSIDE);
    let mut aligned = Alignment { labels: vec![outside; tokens.len()], unsure: vec![false; tokens.len()], lost: 0 };
    for (span, class) in names {
        let exact = exactly(text, tokens, *span).filter(|range| {
            let inside = regions.iter().any(|region| region.start <= range.start && range.end <= region.end);
            let own = aligned.labels.get(range.clone());
            inside && own.is_some_and(|own| own.iter().all(|label| *label == outside))
        });
        if let Some(range) = exact {
            let own = aligned.labels.get_mut(range).unwrap_or_default();
            write(own, *class);
        } else {
            aligned.lost += 1;
            aligned.unsure.get_mut(touched(tokens, *span)).unwrap_or_default().fill(true);
        }
    }
    aligned
}

/// The tokens that spell `span` and nothing more. The full stop of an abbreviation belongs to its token, but for many
/// labellers not to the name.
fn exactly(text: &str, tokens: &[Token], span: Span) -> Option<Range<usize>> {
    let first = tokens.partition_point(|token| token.span.start() < span.start());
    let begins = tokens.get(first).is_some_and(|token| token.span.start() == span.start());
    let end = tokens.partition_point(|token| token.span.end() <= span.end());
    let with_stop = |token: &Token| {
        token.span.start() < span.end() && token.span.end() == span.end() + 1 && token.span.of(text).ends_with('.')
    };
    let end = if tokens.get(end).is_some_and(with_stop) { end + 1 } else { end };
    let last = tokens.get(end.checked_sub(1)?)?;
    let ends = last.span.end() == span.end() || with_stop(last);
    (begins && ends && first < end).then_some(first..end)
}

/// The tokens that share a byte with `span`.
fn touched(tokens: &[Token], span: Span) -> Range<usize> {
    let first = tokens.partition_point(|token| token.span.end() <= span.start());
    let end = tokens.partition_point(|token| token.span.start() < span.end());
    first..end.max(first)
}

/// Labels all of `own` as one name.
fn write(own: &mut [u8], class: Class) {
    if let [only] = own {
        *only = number(label(class, UNIT));
        return;
    }
    own.fill(number(label(class, INSIDE)));
    if let [first, .., last] = own {
        *first = number(label(class, BEGIN));
        *last = number(label(class, LAST));
    }
}

/// A label as it is stored; there are some twenty.
fn number(label: usize) -> u8 {
    u8::try_from(label).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::training::{Clusters, Reader};

    /// The alignment of `text` with names at these places, in bytes.
    fn aligned(text: &str, names: &[(&str, Class)]) -> Alignment {
        let article = article::read("a.txt", std::path::Path::new("a.txt"), text.as_bytes()).articles.remove(0);
        let mut reader = Reader::new(Clusters::packed(&[]));
        let tokens = reader.read(&article);
        let span = |name: &str| {
            let start = article.text.find(name).unwrap();
            Span::new(start, start + name.len())
        };
        let names: Vec<_> = names.iter().map(|(name, class)| (span(name), *class)).collect();
        align(&article.text, &tokens, &reader.regions(), &names)
    }

    #[test]
    fn a_name_of_three_tokens_begins_goes_on_and_ends() {
        let aligned = aligned("They saw Anna van Holmwick.", &[("Anna van Holmwick", Class::Person)]);
        let person = |position| number(label(Class::Person, position));
        assert_eq!(aligned.labels.get(2..5).unwrap(), [person(BEGIN), person(INSIDE), person(LAST)]);
        assert_eq!(aligned.lost, 0);
    }

    #[test]
    fn the_full_stop_of_an_abbreviation_may_be_out_of_the_name() {
        let aligned = aligned("They saw the U.S. coast there.", &[("U.S", Class::Place)]);
        assert!(aligned.labels.contains(&number(label(Class::Place, UNIT))));
        assert_eq!(aligned.lost, 0);
    }

    #[test]
    fn a_name_that_ends_within_a_token_teaches_nothing() {
        let aligned = aligned("They saw Harrowick there.", &[("Harrow", Class::Place)]);
        assert_eq!(aligned.lost, 1);
        assert!(aligned.labels.iter().all(|label| usize::from(*label) == OUTSIDE));
        assert_eq!(aligned.unsure.iter().position(|unsure| *unsure), Some(2));
    }
}
