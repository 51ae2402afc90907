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
    /// The keys of articles, in their order. Relative paths are of the folder in which the program runs.
    pub fn of_all<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<Self> {
        let here = std::env::current_dir().unwrap_or_default();
        articles.map(|article| Self::of(article, &here)).collect()
    }

    fn of(article: &Article, folder: &Path) -> Self {
        let path = folder.join(&article.origin.path);
        // The disk is asked, so that two ways to one file are one key; a story that is built in has no file.
        let path = path.canonicalize().unwrap_or(path);
        let line = article.origin.line.map(|line| format!("#{line}")).unwrap_or_default();
        let file = format!("{}{line}", path.to_string_lossy());
        let parts = [article.title.text.as_bytes(), &[0], article.text.as_bytes(), &[0]];
        Self { file, words: format!("{:032x}", digest(parts.into_iter().flatten().copied())) }
    }
}

/// FNV-1a over 128 bits: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21>. No secret depends on it.
pub(super) fn digest(bytes: impl Iterator<Item = u8>) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.into_iter().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_one_of_the_draft() {
        // Worked out apart, with the parameters of the draft.
        assert_eq!(digest("a".bytes()), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(digest("foobar".bytes()), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }
}
