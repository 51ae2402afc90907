//! How fast a folder of articles is opened: a folder in, articles a second and the time for linking them out.
//!
//! ```text
//! cargo bench --bench library -- FOLDER       # without a folder, the five sample articles
//! ```
//!
//! **Why:** a folder of ten thousand stories should open while one still looks at the screen. Reading (from the disk to
//! names, dates and meetings) runs on one thread here, so that the figure does not depend on the number of cores; linking
//! is one piece of work anyway. Every pass is timed alone and the fastest one counts.

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use dateline::library::{Library, Progress};

/// How often the folder is opened.
const PASSES: usize = 2;

/// What one pass took.
struct Pass {
    articles: usize,
    reading: Duration,
    linking: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global()?;
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    // What begins with a dash is cargo's own, such as `--bench`.
    let folder = std::env::args_os().skip(1).find(|argument| !argument.to_string_lossy().starts_with('-'));
    let folder = folder.map_or(samples, PathBuf::from);
    let passes = (0..PASSES).map(|_| time(&folder)).collect::<Result<Vec<Pass>, _>>()?;
    let articles = passes.first().map_or(0, |pass| pass.articles);
    let reading = passes.iter().map(|pass| pass.reading).min().unwrap_or_default();
    let linking = passes.iter().map(|pass| pass.linking).min().unwrap_or_default();
    println!("articles                               {articles}");
    let speed = f64::from(u32::try_from(articles)?) / reading.as_secs_f64();
    println!("articles read a second, one core       {speed:.0}");
    println!("linking all of them, milliseconds      {:.0}", linking.as_secs_f64() * 1e3);
    Ok(())
}

/// Opens the folder once.
fn time(folder: &Path) -> Result<Pass, Box<dyn Error>> {
    let linked_from = Mutex::new(None);
    let start = Instant::now();
    let library = black_box(Library::open(&[folder.to_owned()], &|progress| {
        if let (Progress::Linking { .. }, Ok(mut from)) = (progress, linked_from.lock()) {
            *from = Some(Instant::now());
        }
    })?);
    let end = Instant::now();
    let between = linked_from.into_inner().ok().flatten().ok_or("the library does not say when it links")?;
    Ok(Pass { articles: library.stories.len(), reading: between - start, linking: end - between })
}
