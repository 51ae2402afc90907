//! Two stories side by side.
//!
//! As in `screens.rs`, the pictures are looked at by a person before they are accepted.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

#[macro_use]
mod stage;

use std::sync::Arc;

use dateline::article::{Block, BlockKind};
use dateline::language::Interval;
use dateline::library::Library;
use dateline::reader::actions::Action;
use dateline::reader::model::Model;
use dateline::reader::settings::Settings;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use dateline::text::Span;
use jiff::civil::date;
use stage::{Size, fixture, press};

/// The fixture, in which the second story tells another day of the call, and quotes the premier in other words.
fn differing() -> Library {
    let mut library = fixture::library();
    let story = &mut library.stories[fixture::SUMMIT];
    story.meetings[0].when.as_mut().unwrap().interval = Interval::day(date(2031, 5, 20));
    let article = Arc::make_mut(&mut story.article);
    let start = article.text.len() + 2;
    article.text.push_str(
        "\n\n“It was agreed between us that ships are not turned back while the inquiry goes on,” the Premier said.",
    );
    article.blocks.push(Block { kind: BlockKind::Quote, span: Span::new(start, article.text.len()) });
    library
}

/// The reader on that library after these keys.
fn after(keys: &str) -> impl Fn(&Theme, Size) -> Model {
    move |theme, (width, height)| {
        let mut model = Model::new(*theme, width, height);
        update(&mut model, Action::Loaded(Box::new(differing())));
        press(&mut model, keys);
        model
    }
}

#[test]
fn facts_stand_side_by_side_with_a_sign_between_them() {
    at_every_size!("compare", after("j Enter c"));
}

#[test]
fn the_next_disagreement_is_lit() {
    at_every_size!("compare-differs", after("j Enter c } Right"));
}

#[test]
fn quotations_and_paragraphs_stand_beside_those_that_say_the_same() {
    at_every_size!("compare-texts", after("j Enter c G Right"));
}

#[test]
fn stories_without_a_common_meeting_say_so() {
    at_every_size!("compare-apart", after("G Enter c Enter"));
}

#[test]
fn the_other_story_is_picked_from_a_list() {
    at_every_size!("compare-with", after("G Enter c"));
}

#[test]
fn in_linear_mode_each_thing_is_said_with_whoever_tells_it() {
    at_every_size!("compare-linear", |theme: &Theme, (width, height): Size| {
        let mut model = Model::new(*theme, width, height).with(Settings { linear: true, ..Settings::default() });
        update(&mut model, Action::Loaded(Box::new(differing())));
        press(&mut model, "j Enter c }");
        model
    });
}
