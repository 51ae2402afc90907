//! What the reader waits for and looks up before its first screen.
//!
//! **In:** [`Options`], and what has come from the thread that reads the library. **Out:** the [`Model`] that is drawn first.
//! **Why:** the first screen waits for as little as it can, and for no longer than its [`PATIENCE`].

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crossterm::terminal::size;

use super::{Failure, Options};
use crate::library::Sessions;
use crate::reader::events::Incoming;
use crate::reader::model::Model;
use crate::reader::model::left::Left;
use crate::reader::model::messages::Message;
use crate::reader::theme::Theme;

/// A library whose texts are there within this time is shown at once; for a slower one the progress is shown.
const PATIENCE: Duration = Duration::from_millis(200);

/// The model before anything has come, as it was left where that was kept; what is wrong with what was kept or set waits
/// among what has `come`.
pub(super) fn first_model(
    options: &Options,
    theme: &Theme,
    sessions: Option<&Sessions>,
    come: &mut VecDeque<Incoming>,
) -> Result<Model, Failure> {
    let (width, height) = size()?;
    let left = sessions.map_or(Ok(None), |sessions| sessions.read(&options.library, Left::read));
    let left = left.unwrap_or_else(|damaged| {
        come.push_back(Incoming::Tell(Message::warning(damaged.to_string())));
        None
    });
    come.extend(options.wrong.iter().rev().map(|wrong| Incoming::Tell(Message::error(wrong))));
    let model = Model::new(*theme, width, height).with(options.settings.clone());
    Ok(if let Some(left) = left { model.resumed(left) } else { model })
}

/// Where it is kept how the reader is left, if anywhere.
pub(super) fn sessions(options: &Options) -> Option<Sessions> {
    let folder = options.state.as_ref()?.parent()?.join("sessions");
    options.settings.restore.then(|| Sessions::new(folder))
}

/// The texts of the library, or why there is none, or whatever has come until patience ran out.
pub(super) fn wait_for_texts(incoming: &Receiver<Incoming>) -> VecDeque<Incoming> {
    let until = Instant::now() + PATIENCE;
    let mut early = VecDeque::new();
    while let Ok(came) = incoming.recv_timeout(until.saturating_duration_since(Instant::now())) {
        let is_enough = matches!(came, Incoming::Read(_) | Incoming::Loaded(_));
        early.push_back(came);
        if is_enough {
            break;
        }
    }
    early
}
