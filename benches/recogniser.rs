//! How fast names are recognised: articles in, words a second on one thread, the time until ready and the peak of
//! memory out.
//!
//! ```text
//! cargo bench --bench recogniser                                  # the five sample articles, again and again
//! cargo bench --bench recogniser -- news.jsonl                    # other articles: text, or JSON Lines
//! DATELINE_ARTICLES=news.jsonl cargo bench --bench recogniser     # the same
//! ```
//!
//! **Why:** figures that can be compared with those of other recognisers. A word is what stands between white space;
//! reading and decoding the files is not timed. Every pass is timed alone and the fastest one counts, for on a shared
//! machine others only ever take time away.

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dateline::article::{self, Article};
use dateline::language::{Facts, mentions};

/// How long passes over the articles are repeated at least.
const LEAST: Duration = Duration::from_secs(3);
/// How many passes there are at least.
const PASSES: usize = 5;
/// Something to recognise, so that whatever is only made ready at the first use is ready.
const TINY: &str = "Angela Merkel met Emmanuel Macron in Berlin on Monday.\n";

/// What is timed.
fn recognise(article: &Article) {
    black_box(mentions(black_box(article), Facts::shipped()));
}

fn main() -> Result<(), Box<dyn Error>> {
    // First of all, for nothing may have been made ready before.
    let start = Instant::now();
    for tiny in &article::read("tiny.txt", Path::new("tiny.txt"), TINY.as_bytes()).articles {
        recognise(tiny);
    }
    let ready = start.elapsed();
    let memory_when_ready = peak_memory();

    let articles = read(&paths()?)?;
    let words: usize = articles.iter().map(|article| article.text.split_whitespace().count()).sum();
    if words == 0 {
        return Err("no words to recognise names in; name a file with articles".into());
    }
    let memory_before = peak_memory();
    let passes = time(&articles);
    let fastest = passes.iter().min().copied().unwrap_or_default();

    println!("articles              {}", articles.len());
    println!("words                 {words}");
    println!("passes                {}", passes.len());
    println!("words a second        {:.0}", f64::from(u32::try_from(words)?) / fastest.as_secs_f64());
    println!("ready after           {:.1} ms", ready.as_secs_f64() * 1e3);
    print_memory("memory when ready", memory_when_ready);
    print_memory("  with the articles", memory_before);
    print_memory("memory at the end", peak_memory());
    Ok(())
}

/// The time of each pass over all articles.
fn time(articles: &[Article]) -> Vec<Duration> {
    let (begun, mut passes) = (Instant::now(), Vec::new());
    while passes.len() < PASSES || begun.elapsed() < LEAST {
        let start = Instant::now();
        articles.iter().for_each(recognise);
        passes.push(start.elapsed());
    }
    passes
}

/// The files that an argument or the variable names, else the sample articles.
fn paths() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    // Cargo adds options of its own, such as --bench.
    let named = std::env::args_os().skip(1).find(|argument| !argument.to_string_lossy().starts_with('-'));
    if let Some(path) = named.or_else(|| std::env::var_os("DATELINE_ARTICLES")).filter(|path| *path != OsString::new())
    {
        return Ok(vec![path.into()]);
    }
    let samples = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("articles"))?;
    let mut paths = samples.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

fn read(paths: &[PathBuf]) -> Result<Vec<Article>, Box<dyn Error>> {
    let mut articles = Vec::new();
    for path in paths {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        articles.extend(article::read(&path.to_string_lossy(), path, &bytes).articles);
    }
    Ok(articles)
}

/// The most memory that was resident so far, in KiB; `None` where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

fn print_memory(what: &str, peak: Option<u64>) {
    let told = peak.and_then(|kibibytes| u32::try_from(kibibytes).ok()).map_or_else(
        || "not told by the system".to_owned(),
        |kibibytes| format!("{:.1} MB", f64::from(kibibytes) * 1.024e-3),
    );
    println!("{what:<22}{told}");
}
