//! How fast a folder of articles is opened: a folder in, articles a second and the time for linking them out.
//!
//! ```text
//! cargo bench --bench library -- FOLDER       # without a folder, the five sample articles
//! ```
//!
//! **Why:** a folder of ten thousand stories should open while one still looks at the screen. Everything runs on one thread
//! here, and what counts is the time that the processor spends, so that neither the number of cores nor whoever shares
//! them changes the figures much. Outside Linux it is the time on the wall.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use dateline::library::{Library, Progress};
use dateline::links::{Reached, explain, join};

/// Ticks of `/proc/self/stat` in a second, on every Linux that Rust runs on.
const TICKS: u64 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global()?;
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    // What begins with a dash is cargo's own, such as `--bench`.
    let folder = std::env::args_os().skip(1).find(|argument| !argument.to_string_lossy().starts_with('-'));
    let folder = folder.map_or(samples, PathBuf::from);

    let linked_from = Mutex::new(None);
    let start = spent();
    let library = black_box(Library::open(&[folder], &|progress| {
        let begins = matches!(progress, Progress::Linking { reached: Reached { steps: 0, inside: None }, .. });
        if let (true, Ok(mut from)) = (begins, linked_from.lock()) {
            *from = Some(spent());
        }
    })?);
    let end = spent();
    let linked_from = linked_from.into_inner().ok().flatten().ok_or("the library does not say when it links")?;

    let articles = u32::try_from(library.stories.len())?;
    // A few articles take less than a tick.
    let reading = linked_from.saturating_sub(start).max(Duration::from_millis(1000 / TICKS));
    let linking = end.saturating_sub(linked_from);
    println!("articles                               {articles}");
    println!("articles read a second, one core       {:.0}", f64::from(articles) / reading.as_secs_f64());
    println!("linking them, milliseconds, one core   {:.0}", linking.as_secs_f64() * 1e3);
    // Linking settles who is who and when undated stories were published before it compares and joins.
    let start = spent();
    black_box(join(&library.stories));
    let joining = spent().saturating_sub(start);
    println!("… of which joining, milliseconds       {:.0}", joining.as_secs_f64() * 1e3);
    let mut stories: Vec<usize> = (0..library.stories.len()).collect();
    stories.sort_by_key(|story| std::cmp::Reverse(library.stories.get(*story).map(|told| told.meetings.len())));
    stories.truncate(EXPLAINED);
    let pairs: Vec<(usize, usize)> = stories.iter().zip(stories.iter().skip(1)).map(|(a, b)| (*a, *b)).collect();
    let start = spent();
    for (a, b) in &pairs {
        black_box(explain(&library.stories, &library.connections, *a, *b));
    }
    let explaining = spent().saturating_sub(start).as_secs_f64() * 1e3;
    let count = u32::try_from(pairs.len())?.max(1);
    println!("explaining two stories, milliseconds   {:.1}", explaining / f64::from(count));
    Ok(())
}

/// Stories that tell of the most meetings, of which every two neighbours are explained.
const EXPLAINED: usize = 50;

/// The time that the processor has spent on this program; the time on the wall where that is not told.
fn spent() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    processor_time().unwrap_or_else(|| start.elapsed())
}

/// User and system time of all threads, by the fourteenth and fifteenth field of `/proc/self/stat`.
fn processor_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in brackets and may hold blanks.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 1000 / TICKS))
}
