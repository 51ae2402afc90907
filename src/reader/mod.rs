//! The terminal reader: keys in, screens out.
//!
//! **In:** a [`Library`](crate::library::Library), keys, the mouse. **Out:** screens.
//! **Why:** this is where people meet everything that the rooms below have found.
//!
//! The way of a key: the terminal (`session`) → an [`Action`](actions::Action) by the [`keymap`] → [`update`], the
//! only place that changes the [`model`] → [`views`], which draw from the model and change nothing. What `update`
//! cannot do itself, because it touches the world, it asks for as [`Effects`](update::Effects), which the loop in
//! [`run()`] carries out.

pub mod actions;
mod clicks;
pub mod copying;
mod corrector;
mod events;
mod keeper;
pub mod keymap;
pub mod layout;
pub mod model;
pub mod outside;
mod preparing;
mod run;
mod session;
pub mod settings;
pub mod theme;
pub mod update;
pub mod views;
mod wardrobe;

#[cfg(test)]
mod fixture;

pub use actions::keys_markdown;
pub use run::{Ended, Failure, Options, Outcome, run};
pub use session::has_titles;
