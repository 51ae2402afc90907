//! Stories for the tests of this room.

use crate::article::{Article, Origin, Outlet, Title, TitleFrom};
use crate::language::{Annotations, EntityId, Form, Name, NameKind, NameMention, Part, Passage};
use crate::meetings::Story;
use crate::text::Span;

/// A story without a text that has this title, outlet (none where empty) and names.
pub(super) fn story(title: &str, outlet: &str, names: &[(&str, NameKind)]) -> Story {
    let names = names.iter().map(|&(name, kind)| Name {
        id: EntityId::new(&name.to_lowercase().replace(' ', "-")),
        name: name.to_owned(),
        kind,
        state: None,
        mentions: vec![NameMention { passage: Passage { part: Part::Text, span: Span::default() }, form: Form::Name }],
    });
    Story {
        article: std::sync::Arc::new(Article {
            id: title.to_owned(),
            origin: Origin { path: "test".into(), line: None },
            text: String::new(),
            written: None,
            title: Title { text: title.to_owned(), from: TitleFrom::Record },
            outlet: (!outlet.is_empty()).then(|| Outlet { name: outlet.to_owned(), span: None }),
            dateline: None,
            stated_dates: Vec::new(),
            url: None,
            blocks: Vec::new(),
        }),
        annotations: Annotations { names: names.collect(), ..Annotations::default() },
        meetings: Vec::new(),
        series: Vec::new(),
        denied: Vec::new(),
        words: None,
        set_aside: vec![],
    }
}
