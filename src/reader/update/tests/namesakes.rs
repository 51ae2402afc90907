//! Names that are written alike, and names of which some mentions are somebody else.

use super::*;
use crate::language::{EntityId, slug};
use crate::reader::actions::Correct;
use crate::reader::model::view::{Target, View};

#[test]
fn two_names_that_are_written_alike_are_told_apart_in_the_list() {
    let mut library = library();
    let mut other = library.connections.entities[0].clone();
    other.id = EntityId::new(&format!("{}-other", slug(&other.name)));
    other.stories = vec![CALL];
    let name = other.name.clone();
    library.connections.entities.insert(1, other);
    let mut model = Model::new(Theme::dark(), 120, 36);
    update(&mut model, Action::Loaded(Box::new(library)));
    press(&mut model, "3");
    let open = model.view().unwrap();
    let rows = (0..open.content.rows()).map(|row| open.content.row(&model.library, row, 0).words());
    let alike: Vec<String> = rows.filter(|row| row.contains(&name)).collect();
    assert_eq!(alike.len(), 2, "{alike:?}");
    assert_eq!(alike.iter().filter(|row| row.contains("in Northwire")).count(), 1, "{alike:?}");
}

#[test]
fn a_name_of_several_stories_can_be_somebody_else_in_each_of_them() {
    let mut model = reader(120, 36);
    let entity = model.library.connections.entities.iter().max_by_key(|entity| entity.stories.len()).unwrap().clone();
    assert!(entity.stories.len() > 1);
    press(&mut model, "3");
    let is_it = |model: &Model| match model.view_target() {
        Some(Target::View(View::Name(number))) => model.library.connections.entities[number].id == entity.id,
        _ => false,
    };
    while !is_it(&model) {
        press(&mut model, "Down");
    }
    update(&mut model, Action::Do(Command::Correct(Correct::Apart)));
    let picker = model.picker.as_ref().unwrap();
    let whole = picker.items.iter().filter(|item| item.label.starts_with("everywhere in ")).count();
    assert_eq!(whole, entity.stories.len(), "{:?}", picker.items);
}
