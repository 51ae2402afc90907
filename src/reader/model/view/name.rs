//! The page of a name.

use super::{Content, Inputs, Lines};
use std::sync::Arc;
pub(super) fn content(_inputs: &Inputs<'_>, _entity: usize) -> Arc<dyn Content> {
    Arc::new(Lines::new(Vec::new(), ""))
}
