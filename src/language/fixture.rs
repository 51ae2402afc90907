//! Small stories for this room's tests, put together by hand so that they don't depend on how a file is cut into
//! blocks, and what was read in them in a form that is easy to compare.

use jiff::civil::Date;

use super::facts::Facts;
use super::line::Line;
use super::types::{Annotations, Form, Name, NameMention, Part, Passage};
use super::{annotate, sentences};
use crate::article::{Article, Block, BlockKind, DateSource, Dateline, Origin, StatedDate, Title, TitleFrom};
use crate::text::Span;

/// A story of one block a line.
pub(super) fn story(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end_matches('\n').len());
        blocks.push(Block { kind: BlockKind::Paragraph, span });
        start += line.len();
    }
    Article {
        id: "story".into(),
        origin: Origin { path: "story.txt".into(), line: None },
        text: text.into(),
        written: None,
        title: Title { text: String::new(), from: TitleFrom::Derived(Span::default()) },
        outlet: None,
        dateline: None,
        stated_dates: Vec::new(),
        url: None,
        blocks,
    }
}

/// The same, with the day of publication stated by `from`.
pub(super) fn dated(text: &str, date: Date, from: DateSource) -> Article {
    Article { stated_dates: vec![StatedDate { date, from }], ..story(text) }
}

/// The same, opening with the dateline `opening`, which names `place`.
pub(super) fn with_dateline(opening: &str, place: &str, rest: &str) -> Article {
    let place_at = opening.find(place).unwrap();
    let dateline = Dateline {
        span: Span::new(0, opening.len()),
        place: Some(Span::new(place_at, place_at + place.len())),
        date: None,
        agency: None,
    };
    Article { dateline: Some(dateline), ..story(&format!("{opening} {rest}")) }
}

/// What the shipped tables let one read in it.
pub(super) fn read(article: &Article) -> Annotations {
    annotate(article, Facts::shipped(), None)
}

/// The words of a passage.
pub(super) fn words(article: &Article, passage: Passage) -> String {
    let text = if passage.part == Part::Title { &article.title.text } else { &article.text };
    passage.span.of(text).to_owned()
}

/// The date expressions of a story of `published`: each as `words = first day..last day`.
pub(super) fn days(text: &str, published: Date) -> Vec<String> {
    let article = dated(text, published, DateSource::Metadata);
    let told = read(&article).dates;
    told.iter().map(|when| format!("{} = {}", words(&article, when.passage), when.interval)).collect()
}

/// The names in a story of `published`, by first mention: each as `kind identity: mention | mention`. Descriptions
/// stand in angle brackets.
pub(super) fn names_on(text: &str, published: Option<Date>) -> Vec<String> {
    let article = published.map_or_else(|| story(text), |date| dated(text, date, DateSource::Metadata));
    names_in(&article)
}

/// The same for a whole article.
pub(super) fn names_in(article: &Article) -> Vec<String> {
    let mention = |mention: &NameMention| match mention.form {
        Form::Name => words(article, mention.passage),
        Form::Description => format!("<{}>", words(article, mention.passage)),
    };
    let one = |name: &Name| {
        let mentions: Vec<String> = name.mentions.iter().map(mention).collect();
        format!("{} {}: {}", name.kind.word(), name.id, mentions.join(" | "))
    };
    read(article).names.iter().map(one).collect()
}

/// The names of a story, by someone with facts of their own.
pub(super) fn names_knowing(text: &str, facts: &Facts) -> Vec<String> {
    let article = story(text);
    let read = annotate(&article, facts, None);
    let told = |name: &Name| {
        let mentions: Vec<String> = name.mentions.iter().map(|mention| words(&article, mention.passage)).collect();
        format!("{} {}: {}", name.kind.word(), name.id, mentions.join(" | "))
    };
    read.names.iter().map(told).collect()
}

/// The same without a day of publication.
pub(super) fn names(text: &str) -> Vec<String> {
    names_on(text, None)
}

/// The sentences of a text.
pub(super) fn sentences_of(text: &str) -> Vec<String> {
    let article = story(text);
    let (_, sentences) = sentences::split(&article);
    sentences.iter().map(|sentence| words(&article, sentence.passage)).collect()
}

/// The first sentence of `text`, as the rules see it.
pub(super) fn on_line<T>(text: &str, look: impl FnOnce(&Line<'_>) -> T) -> T {
    let article = story(text);
    let (tokens, sentences) = sentences::split(&article);
    look(&Line::new(&article, &tokens, &sentences[0]))
}
