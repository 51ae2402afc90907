//! Stands in for the rooms below until they read: one plain article a file, no names, no meetings.

use std::path::Path;

use crate::article::{Article, Block, BlockKind, Origin, Title, TitleFrom};
use crate::language::Facts;
use crate::links::Connections;
use crate::meetings::Story;
use crate::text::{Span, sanitise};

pub(super) struct Reading {
    pub(super) articles: Vec<Article>,
    pub(super) faults: Vec<Fault>,
}

pub(super) struct Fault {
    pub(super) line: Option<usize>,
    pub(super) why: String,
}

pub(super) fn read_article(id: &str, path: &Path, bytes: &[u8]) -> Reading {
    let text = sanitise::sanitise(&String::from_utf8_lossy(bytes)).text.into_owned();
    let whole = Span::whole(&text).trimmed(&text);
    if whole.is_empty() {
        let fault = Fault { line: None, why: "holds no text".to_owned() };
        return Reading { articles: Vec::new(), faults: vec![fault] };
    }
    let title = whole.of(&text).lines().next().unwrap_or_default();
    let title = Title {
        text: sanitise::one_line(title),
        from: TitleFrom::Text(Span::new(whole.start(), whole.start() + title.len())),
    };
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    let article = Article {
        id: id.to_owned(),
        origin: Origin { path: path.to_owned(), line: None },
        text,
        title,
        outlet: None,
        dateline: None,
        stated_dates: Vec::new(),
        url: None,
        blocks,
    };
    Reading { articles: vec![article], faults: Vec::new() }
}

pub(super) fn read_story(article: Article) -> Story {
    crate::meetings::read_story(article, Facts::shipped(), None)
}

pub(super) fn connect(stories: &mut [Story]) -> Connections {
    crate::links::connect(stories, Facts::shipped())
}
