//! What a key costs: a folder of articles in, the time from a key to the finished screen out.
//!
//! ```text
//! cargo bench --bench key -- FOLDER       # without a folder, the five sample articles
//! cargo bench --bench key -- FOLDER '/ p' # only the walks that begin so
//! cargo bench --bench key -- --check FOLDER # tells keys that take longer than they may, fails where one is far off
//! ```
//!
//! **Why:** a key has to be on the screen within 16 milliseconds, with ten thousand stories as with five. A time here is that
//! of changing the state and drawing the screen into memory; a terminal adds two to four milliseconds of its own. The
//! numbers are of several rounds, each with everything prepared that the reader prepares while nobody types.
//!
//! To be checked, a key is measured by the processor's time on one core, which other programs do not take away, and a walk has
//! several tries: whatever else a machine does makes a key slower and never faster. Caches and hosts are shared all the same,
//! so that only what takes many times as long fails.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a bench may stop at a surprise")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use dateline::library::Library;
use dateline::reader::actions::Action;
use dateline::reader::keymap::Key;
use dateline::reader::model::Model;
use dateline::reader::theme::Theme;
use dateline::reader::update::update;
use dateline::reader::views::draw;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rayon::ThreadPoolBuilder;

/// Columns and rows of the screen.
const SIZE: (u16, u16) = (200, 50);
const ROUNDS: usize = 15;
/// How long a key may take, a key that opens a view or looks through all stories for one, and how many tries a walk has to
/// show it, each of so many rounds.
const MOST: Duration = Duration::from_millis(16);
const TO_OPEN: Duration = Duration::from_millis(50);
const OPENING: [&str; 8] = ["2", "3", "4", "c", "w", "W", "D", "E"];
const TRIES: usize = 6;
const CHECKED: usize = 5;
/// How many times as long a key has to take to fail.
const FAR: f64 = 3.0;

/// What is pressed, one key after the other.
const WALKS: [&str; 20] = [
    "j j j k",
    "/ p u t i n",
    "/ \" t h e",
    "/ \" a n d",
    "/ \" m e e t i n g",
    "/ w h o : a",
    "/ k i n d : c a l l",
    ", g j Enter j k",
    "j Enter Tab Tab j n",
    "2 j j PageDown G Enter Enter C-o C-o",
    "2 / p u t i n Enter",
    "3 j G g Enter j G Enter C-o C-o",
    "3 / p u t i n Enter",
    "4 Down Right Enter C-o",
    "j Enter w j C-o c j C-o p p",
    "j Enter W Enter",
    "j Enter D Down",
    "2 j D Down",
    "3 G Enter j j C-o",
    "E j",
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    // What begins with a dash is cargo's own, such as `--bench`, or asks for a check.
    let mut arguments = std::env::args_os().skip(1).filter(|argument| !argument.to_string_lossy().starts_with('-'));
    let folder = arguments.next();
    let begins = arguments.next().map(|begins| begins.to_string_lossy().into_owned()).unwrap_or_default();
    let library = Library::open(&[folder.map_or(samples, PathBuf::from)], &|_| {})?;
    println!("{} stories, {}×{}", library.stories.len(), SIZE.0, SIZE.1);
    let mut start = Model::new(Theme::dark(), SIZE.0, SIZE.1);
    update(&mut start, Action::Loaded(Box::new(library)));
    prepare(&mut start);
    let walks = WALKS.into_iter().filter(|walk| walk.starts_with(&begins));
    if std::env::args().any(|argument| argument == "--check") {
        return check(&start, walks);
    }
    println!("{:<24} {:<8} {:>11} {:>11}", "keys", "key", "median, ms", "most, ms");
    for walk in walks {
        for (key, times) in walk.split(' ').zip(walked(&start, walk, ROUNDS, elapsed)?) {
            let [median, most] = [times[ROUNDS / 2], times[ROUNDS - 1]].map(|time| time.as_secs_f64() * 1e3);
            println!("{walk:<24} {key:<8} {median:>11.2} {most:>11.2}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Tells each key that takes longer than it may; fails where one takes [`FAR`] longer.
fn check<'w>(start: &Model, walks: impl Iterator<Item = &'w str>) -> Result<ExitCode, Box<dyn Error>> {
    // What is spread over all cores else is done by this thread, so that its clock tells all of it.
    let _alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build()?;
    let mut held = true;
    for walk in walks {
        let keys: Vec<&str> = walk.split(' ').collect();
        let mut best = vec![Duration::MAX; keys.len()];
        let ratios = |best: &[Duration]| -> Vec<f64> {
            let most = keys.iter().map(|key| if OPENING.contains(key) { TO_OPEN } else { MOST });
            most.zip(best).map(|(most, time)| time.div_duration_f64(most)).collect()
        };
        for _ in 0..TRIES {
            for (best, times) in best.iter_mut().zip(walked(start, walk, CHECKED, spent)?) {
                *best = (*best).min(times[CHECKED / 2]);
            }
            if ratios(&best).iter().all(|ratio| *ratio <= 1.0) {
                break;
            }
        }
        let most = best.iter().max().map_or(0.0, |time| time.as_secs_f64() * 1e3);
        println!("{walk:<42} {most:>5.1} ms at most");
        for ((key, time), ratio) in keys.iter().zip(&best).zip(ratios(&best)).filter(|(_, ratio)| *ratio > 1.0) {
            let told = if ratio > FAR { "is far too long" } else { "is too long (a warning)" };
            println!("  {key}: {:.1} ms, {ratio:.1} times what it may take, {told}", time.as_secs_f64() * 1e3);
            held &= ratio <= FAR;
        }
    }
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The time on the clock.
fn elapsed() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed()
}

/// The processor's time that this thread has taken.
#[cfg(target_os = "linux")]
fn spent() -> Duration {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(spent.tv_sec).unwrap(), u32::try_from(spent.tv_nsec).unwrap())
}

#[cfg(not(target_os = "linux"))]
use elapsed as spent;

/// How long each key of a walk took in each round by this clock, in ascending order.
fn walked(
    start: &Model,
    walk: &str,
    rounds: usize,
    clock: fn() -> Duration,
) -> Result<Vec<Vec<Duration>>, Box<dyn Error>> {
    let keys: Vec<&str> = walk.split(' ').collect();
    let mut times = vec![Vec::with_capacity(rounds); keys.len()];
    for _ in 0..rounds {
        let mut model = start.clone();
        let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1))?;
        terminal.draw(|frame| draw(&model, frame))?;
        for (key, times) in keys.iter().zip(&mut times) {
            let key = Key::parse(key).unwrap_or_else(|| panic!("no key {key}"));
            let begin = clock();
            if let Some(action) = model.pressed(key) {
                update(&mut model, action);
            }
            terminal.draw(|frame| draw(&model, frame))?;
            times.push(clock().saturating_sub(begin));
            prepare(&mut model);
        }
    }
    for times in &mut times {
        times.sort_unstable();
    }
    Ok(times)
}

/// Works ahead as the reader does while nobody types.
fn prepare(model: &mut Model) {
    if let Some(wanted) = model.wants_prepared()
        && let Some(counts) = model.work(wanted).carry_out()
    {
        update(model, Action::Counted(counts));
    }
}
