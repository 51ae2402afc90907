//! Rows that were made for one frame and are wanted for the next one.
//!
//! **In:** a key, and how to make what it stands for. **Out:** rows. **Why:** a frame is drawn on every key, and the tellings of
//! twenty meetings need not be compared anew for each.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use crate::reader::model::view::Row;

/// What was made last.
#[derive(Debug)]
pub(super) struct Remembered<K> {
    most: usize,
    made: Mutex<HashMap<K, Vec<Row>>>,
}

impl<K: Hash + Eq> Remembered<K> {
    /// Remembers so many at most; with one more, all of them are forgotten.
    pub(super) fn new(most: usize) -> Self {
        Self { most, made: Mutex::default() }
    }

    /// What stands for this key, made where it is not remembered.
    pub(super) fn get(&self, key: K, rows: impl FnOnce() -> Vec<Row>) -> Vec<Row> {
        // Whoever panicked while holding it left whole rows.
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.len() >= self.most && !made.contains_key(&key) {
            made.clear();
        }
        made.entry(key).or_insert_with(rows).clone()
    }
}
