//! The articles that are built into the program, so that it has something to show wherever it is started.

use std::path::Path;

use super::types::Library;
use crate::article;
use crate::language::Facts;

macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../articles/", $name)))
    };
}

/// Name and content of every file in `articles/`, by name; a test compares the two.
pub const SAMPLES: [(&str, &[u8]); 5] = [
    sample!("000_3d5d27de288dd651.txt"),
    sample!("001_1db66647af5f272a.txt"),
    sample!("002_fe54a5ae61d2baa1.txt"),
    sample!("003_5458b932b7232259.txt"),
    sample!("004_065d73cb0b295eb2.txt"),
];

impl Library {
    /// The five articles that are built into the program.
    pub fn built_in() -> Self {
        Self::read_built_in().analysed(Facts::shipped(), &|_| ())
    }

    /// The same, only read.
    pub fn read_built_in() -> Self {
        let read = |(name, bytes): (&str, &[u8])| article::read(name, Path::new(name), bytes).articles;
        Self::of_articles("sample articles".to_owned(), SAMPLES.into_iter().flat_map(read).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_are_the_files_of_the_articles_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
        let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
            .collect();
        files.sort();
        let samples: Vec<(String, Vec<u8>)> =
            SAMPLES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
        assert_eq!(files, samples);
    }

    #[test]
    fn every_sample_is_one_story() {
        let library = Library::built_in();
        let ids: Vec<&str> = library.stories.iter().map(|story| story.article.id.as_str()).collect();
        assert_eq!(ids, SAMPLES.map(|(name, _)| name));
    }
}
