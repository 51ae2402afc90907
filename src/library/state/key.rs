//! By what a story is known again.
//!
//! **In:** an article. **Out:** a [`StoryKey`]. **Why:** stars and notes must outlive a renamed folder as well as an edited
//! story. So a story is known by the place of its file and by its words; either is enough.

use std::path::Path;

use crate::article::Article;

/// By what a story is known again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StoryKey {
    /// The file, as absolute as it can be told, with the record's place in it.
    pub file: String,
    /// A digest of its title and text.
    pub words: String,
}

impl StoryKey {
    /// The key of `article`; `folder` is the one that relative paths are of.
    pub fn of(article: &Article, folder: &Path) -> Self {
        let path = folder.join(&article.origin.path);
        // The disk is asked, so that two ways to one file are one key; a story that is built in has no file.
        let path = path.canonicalize().unwrap_or(path);
        let line = article.origin.line.map(|line| format!("#{line}")).unwrap_or_default();
        let file = format!("{}{line}", path.to_string_lossy());
        Self { file, words: format!("{:032x}", digest(&[&article.title.text, &article.text])) }
    }
}

/// FNV-1a over 128 bits, with a zero byte after each part:
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21>. No secret depends on it.
fn digest(parts: &[&str]) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_same_on_every_machine_and_parts_do_not_run_together() {
        // The empty part is one zero byte; the value was worked out by hand with the parameters of the draft.
        assert_eq!(digest(&[]), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_eq!(digest(&["ab", "c"]), digest(&["ab", "c"]));
    }
}
