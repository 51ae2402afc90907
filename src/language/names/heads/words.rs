//! The words that make the words around them a name, each with what it makes of them.

use std::sync::LazyLock;

use crate::language::Shapes;

/// What a head makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A body, when capitalised.
    Body,
    /// An event, when capitalised or after a place or body.
    Event,
    /// An event, but only of a series that the article also calls a process or counts in rounds.
    Talks,
    /// A document.
    Document,
    /// A place, when capitalised.
    Place,
}

/// What `word` makes; its case is of no matter.
pub(super) fn head(word: &str) -> Option<Head> {
    if !SHAPES.may_hold(word) {
        return None;
    }
    let mut lower = [0; LONGEST];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    // An accent has no other case here: "communiqué".
    lower.make_ascii_lowercase();
    let at = HEADS.binary_search_by(|(head, _)| head.as_bytes().cmp(lower)).ok()?;
    HEADS.get(at).map(|(_, head)| *head)
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(HEADS.iter().map(|(head, _)| *head)));

/// The most bytes of a head.
const LONGEST: usize = 16;

/// Sorted by bytes.
const HEADS: &[(&str, Head)] = &[
    ("academy", Head::Body),
    ("accord", Head::Document),
    ("accords", Head::Document),
    ("act", Head::Document),
    ("administration", Head::Body),
    ("agency", Head::Body),
    ("agreement", Head::Document),
    ("agreements", Head::Document),
    ("airlines", Head::Body),
    ("airport", Head::Place),
    ("alliance", Head::Body),
    ("armed", Head::Body),
    ("army", Head::Body),
    ("assembly", Head::Body),
    ("association", Head::Body),
    ("authority", Head::Body),
    ("avenue", Head::Place),
    ("bank", Head::Body),
    ("basin", Head::Place),
    ("battalion", Head::Body),
    ("bay", Head::Place),
    ("board", Head::Body),
    ("bridge", Head::Place),
    ("brigade", Head::Body),
    ("brigades", Head::Body),
    ("bureau", Head::Body),
    ("cabinet", Head::Body),
    ("canal", Head::Place),
    ("castle", Head::Place),
    ("cathedral", Head::Place),
    ("center", Head::Body),
    ("centre", Head::Body),
    ("championship", Head::Event),
    ("championships", Head::Event),
    ("charter", Head::Document),
    ("church", Head::Body),
    ("city", Head::Place),
    ("coast", Head::Place),
    ("college", Head::Body),
    ("commission", Head::Body),
    ("committee", Head::Body),
    ("communique", Head::Document),
    ("communiqué", Head::Document),
    ("community", Head::Body),
    ("company", Head::Body),
    ("confederation", Head::Body),
    ("conference", Head::Event),
    ("congress", Head::Event),
    ("consultations", Head::Talks),
    ("convention", Head::Document),
    ("corporation", Head::Body),
    ("council", Head::Body),
    ("county", Head::Place),
    ("court", Head::Body),
    ("cup", Head::Event),
    ("declaration", Head::Document),
    ("department", Head::Body),
    ("desert", Head::Place),
    ("directorate", Head::Body),
    ("discussions", Head::Talks),
    ("district", Head::Place),
    ("embassy", Head::Body),
    ("federation", Head::Body),
    ("force", Head::Body),
    ("forces", Head::Body),
    ("format", Head::Event),
    ("forum", Head::Event),
    ("foundation", Head::Body),
    ("front", Head::Body),
    ("fund", Head::Body),
    ("games", Head::Event),
    ("gazette", Head::Body),
    ("group", Head::Body),
    ("guard", Head::Body),
    ("gulf", Head::Place),
    ("heights", Head::Place),
    ("herald", Head::Body),
    ("holdings", Head::Body),
    ("hotel", Head::Place),
    ("house", Head::Place),
    ("hydropower", Head::Body),
    ("industries", Head::Body),
    ("institute", Head::Body),
    ("island", Head::Place),
    ("islands", Head::Place),
    ("lake", Head::Place),
    ("league", Head::Body),
    ("meeting", Head::Talks),
    ("meetings", Head::Talks),
    ("memorandum", Head::Document),
    ("ministry", Head::Body),
    ("mirror", Head::Body),
    ("mission", Head::Body),
    ("mountains", Head::Place),
    ("movement", Head::Body),
    ("navy", Head::Body),
    ("negotiations", Head::Talks),
    ("network", Head::Body),
    ("news", Head::Body),
    ("newspaper", Head::Body),
    ("oblast", Head::Place),
    ("ocean", Head::Place),
    ("office", Head::Body),
    ("olympics", Head::Event),
    ("organisation", Head::Body),
    ("organization", Head::Body),
    ("pact", Head::Document),
    ("palace", Head::Place),
    ("parliament", Head::Body),
    ("party", Head::Body),
    ("peninsula", Head::Place),
    ("police", Head::Body),
    ("post", Head::Body),
    ("press", Head::Body),
    ("process", Head::Event),
    ("protocol", Head::Document),
    ("protocols", Head::Document),
    ("province", Head::Place),
    ("radio", Head::Body),
    ("region", Head::Place),
    ("republic", Head::Place),
    ("river", Head::Place),
    ("sea", Head::Place),
    ("senate", Head::Body),
    ("service", Head::Body),
    ("society", Head::Body),
    ("square", Head::Place),
    ("stadium", Head::Place),
    ("staff", Head::Body),
    ("strait", Head::Place),
    ("street", Head::Place),
    ("summit", Head::Event),
    ("talks", Head::Talks),
    ("television", Head::Body),
    ("times", Head::Body),
    ("treaty", Head::Document),
    ("tribunal", Head::Body),
    ("tribune", Head::Body),
    ("union", Head::Body),
    ("university", Head::Body),
    ("valley", Head::Place),
    ("wire", Head::Body),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_sorted_as_the_search_needs_them_and_fit() {
        assert!(HEADS.is_sorted_by(|a, b| a.0.as_bytes() < b.0.as_bytes()));
        assert!(HEADS.iter().all(|(head, _)| head.len() <= LONGEST));
    }

    #[test]
    fn a_head_is_found_whatever_its_case() {
        assert_eq!(head("MINISTRY"), Some(Head::Body));
        assert_eq!(head("Communiqué"), Some(Head::Document));
        assert_eq!(head("harvest"), None);
        assert_eq!(head("antidisestablishmentarianism"), None);
    }
}
